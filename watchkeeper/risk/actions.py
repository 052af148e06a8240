"""Setting the level somebody is managed at: a decision a person makes, recorded with their name to it."""

from datetime import date, datetime

from watchkeeper.access.acts import act_about
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk import models
from watchkeeper.risk.facts import Level
from watchkeeper.workforce.actions import RECORDS, person_known
from watchkeeper.workforce.facts import Officer, Power


def set_level(
    level: Level,
    *,
    person_ref: str,
    set_on: date,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.SetLevel:
    """Record the level `by` has set. The level before stays on record: changes over time are read.

    Raises Refused without the power, for a person not on record, and for a day still to come.
    """
    with act_about(Power.SET_LEVEL, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at) as this:
        this.require(
            Decision(
                (
                    person_known(person_ref, known_at=at),
                    Reason(set_on <= on, "the level has been set", RECORDS),
                )
            )
        )
        return this.store(
            models.SetLevel(ref="", person_ref=person_ref, level=level.value, set_on=set_on, set_by=by.ref)
        )
