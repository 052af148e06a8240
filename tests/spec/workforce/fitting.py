"""An officer who may hold anything, and work that asks for everything: each test takes one thing away."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from watchkeeper.law import shelf
from watchkeeper.workforce.conduct import (
    Allegation,
    AllegationKind,
    Clearance,
    Excluded,
    Fitness,
    SafeToWork,
    Screening,
    VettingLevel,
    Work,
)
from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training

LAW = shelf.load()
ON = date(2026, 3, 20)
DAY = timedelta(days=1)
LONG_AGO = date(2020, 1, 6)


def passed(*courses: Course) -> tuple[Training, ...]:
    return tuple(Training(course, LONG_AGO) for course in courses)


FIT = Fitness(
    Officer("O1", Rank.SERGEANT, Role.INVESTIGATOR, "NW", training=passed(*Course)),
    clearances=(Clearance("C1", "O1", VettingLevel.MV, LONG_AGO, ON + 365 * DAY),),
    screenings=(Screening("S1", "O1", LONG_AGO, True, ON + 365 * DAY),),
    on_shift=True,
)
WORK = Work(
    kind="everything",
    unit="NW",
    hard=True,
    needs=((Course.PIP2,), (Course.SCAIDP,)),
    vetting=(VettingLevel.MV,),
    weight=1.0,
    cite="domain 4.2",
    screened=True,
    contact=frozenset({Excluded.PUBLIC, Excluded.WOMEN, Excluded.VICTIMS}),
    parties=frozenset({"P1"}),
    rank=Rank.SERGEANT,
)
SENIOR = Officer("O9", Rank.COMMANDER, Role.SENIOR_OFFICER, "HQ")


def day(text: str) -> date | None:
    """A day counted from today: "-1" is yesterday; blank is not recorded."""
    return ON + int(text) * DAY if text else None


def holding(*courses: Course, **more: Any) -> Fitness:
    """The fit officer with these courses and no other."""
    return replace(FIT, officer=replace(FIT.officer, training=passed(*courses)), **more)


def alleged(severity: int | None = 2, made: date = LONG_AGO, closed: date | None = None) -> Allegation:
    return Allegation("A1", "O1", AllegationKind.SEXUAL, made, severity, None, closed)


def safe(**more: Any) -> SafeToWork:
    given: dict[str, Any] = {"by": "O9", "on": LONG_AGO, "until": ON + 30 * DAY, "reason": "desk work"}
    given |= {"rank": Rank.COMMANDER, **more}
    return SafeToWork("W1", "A1", "O1", **given)
