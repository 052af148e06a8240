"""What an inspection report is asked for, and what it holds before it is put in words."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from watchkeeper.inspection.facts import Alarm, Chart, Counted, Measured
from watchkeeper.inspection.grades.facts import Judged, Proposal, Signed
from watchkeeper.law.swift import dataclass

type Tell = Callable[[int, int], None]
"""Told how many steps are done, of how many."""


class AskedWronglyError(ValueError):
    """A report nobody can make: its period runs backwards, is not over, or is longer than policy lets it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A period, from its first day to its last, of a unit ("" the force), as known at an instant.

    `seed` draws the cases: whoever takes the same seed draws the same.
    """

    since: date
    until: date
    known_at: datetime
    unit: str = ""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Month:
    """One day measured: what was counted, and what was alarming on that day."""

    on: date
    counted: Counted
    alarms: tuple[Alarm, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of the force or unit reported on: its months, its chart on the last, and each unit's."""

    measured: Measured
    chart: Chart
    months: tuple[Month, ...]
    units: Mapping[str, tuple[Counted, Chart]]


@dataclass(frozen=True, slots=True)
class Fall:
    """A count that fell below what its own past leads one to expect, on a day of the period."""

    title: str
    unit: str
    on: date
    count: int
    floor: float


@dataclass(frozen=True, slots=True)
class Case:
    """One case drawn: its reference, its unit, and the titles of the measures that count it."""

    ref: str
    unit: str
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Cases of a theme drawn by lot: from what, from how many, and how many are not for whoever asked."""

    theme: Judged
    frame: str
    of: int
    withheld: int
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says. `sees` is the one unit whose cases are drawn, "" where every unit's are."""

    asked: Asked
    policy: str
    sees: str
    lines: tuple[Line, ...]
    falls: tuple[Fall, ...]
    drawn: tuple[Drawn, ...]
    proposals: tuple[Proposal, ...]
    signed: Mapping[Judged, Signed]
