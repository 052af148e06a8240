"""Invented crimes for the tests of the matrix, written in few words."""

from datetime import UTC, date, datetime
from typing import Any

from watchkeeper.crimes.facts import Case, Crime, Part, Party

ON = date(2026, 3, 20)
ADULT, CHILD = date(1990, 5, 1), date(2015, 5, 1)
REPORTED = datetime(2026, 3, 19, 9, tzinfo=UTC)


def victim(born_on: date | None = ADULT, **more: Any) -> Party:
    return Party("V1", "X1", Part.VICTIM, person="P1", born_on=born_on, **more)


def suspect(**more: Any) -> Party:
    return Party("S1", "X1", Part.SUSPECT, **more)


def case(offence: str = "46", *parties: Party, **more: Any) -> Case:
    return Case(Crime("X1", REPORTED, offence, "NW", **more), parties or (victim(),))
