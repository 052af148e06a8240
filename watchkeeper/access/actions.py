"""Looking at a person's record: an act with a purpose, on the trail."""

from datetime import date, datetime

from watchkeeper.access.acts import act_about
from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions import person_known
from watchkeeper.workforce.facts import Officer, Power


def look(person_ref: str, *, by: Officer, on: date, law: Shelf, purpose: str, at: datetime) -> None:
    """Put on the trail that the officer looks at the person's record, and why.

    Call it before anything of the record is read. Raises Refused without the power, without
    need to know, without a purpose, and for somebody not on record.
    """
    with act_about(
        Power.READ_PERSON, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        this.require(Decision((person_known(person_ref, known_at=at),)))
