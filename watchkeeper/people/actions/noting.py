"""Searching the register, and looking at two records of nobody on it: acts, on the trail, with no name."""

from datetime import date, datetime

from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power

PURPOSE = "search for a person"


def note_search(*, shown: int, outside: int, by: Officer, on: date, law: Shelf, at: datetime) -> None:
    """Put on the trail that the officer searched: how many were shown, and how many they may not see.

    Names typed are kept nowhere. Raises Refused without the power to read a person's record.
    """
    with act(Power.READ_PERSON, by=by, about="", on=on, law=law, purpose=PURPOSE, at=at) as this:
        this.fact("shown", shown)
        this.fact("outside need to know", outside)


def note_pair(pair: str, *, purpose: str, by: Officer, on: date, law: Shelf, at: datetime) -> None:
    """Put on the trail that the officer looks at two records of other sources, by their references.

    Raises Refused without the power to read a person's record.
    """
    with act(Power.READ_PERSON, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        this.fact("pair", pair)
