"""What a crime is worth to whoever hands out work, and how well an officer suits it: never permission.

A proposal of ours, from dated policy: the row of the matrix gives the points, a vulnerable victim
and each day without an owner add a share. Who may hold it is another question (`eligible`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.rules.holding import reported_on
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import days as days_of
from watchkeeper.workforce.conduct import Work
from watchkeeper.workforce.facts import Course
from watchkeeper.workforce.rules.accreditation import LEVELS, meeting

WHOLE = 100  # per cent
OF_FEW = "of a kind that only those trained for it may hold"


@dataclass(frozen=True, slots=True)
class Worth:
    """Points of a crime in the best hands, whether it goes before every other, and what made it so."""

    points: int
    first: bool
    because: tuple[str, ...]


def worth(case: Case, work: Work, law: Shelf, *, on: date, vulnerable: bool) -> Worth:
    """What the crime is worth on a day. Policy: `allocation_worth` and `allocation_vulnerable`.

    It never falls while the crime waits; without a day of the report it waits from the first of its month,
    the longest it can have, and without a month not at all. A hard gate or a vulnerable victim puts it
    before every other, whatever the points.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from watchkeeper.crimes.facts import Crime
    >>> from watchkeeper.crimes.rules.matrix import work as asked
    >>> from watchkeeper.law import shelf
    >>> law, on = shelf.load(), date(2026, 3, 4)
    >>> theft = Case(Crime("C1", datetime(2026, 3, 2, 9, tzinfo=UTC), "44", "U1"))
    >>> found = worth(theft, asked(theft, law, on=on), law, on=on, vulnerable=False)
    >>> found.points, found.first, found.because
    (240, False, ('volume crime: 200 points', '2 days without an owner: 20 per cent more'))
    """
    base, row = int(law["allocation_worth"].of(work.kind, on)), law["allocation_vulnerable"]
    because = [f"{work.kind}: {base} points"]
    more = 0.0
    if vulnerable:
        share = row.of("vulnerable victim", on)
        because.append(f"a vulnerable victim: {share:g} per cent more")
        more += share
    told = reported_on(case.crime) or case.crime.reported_month or on
    waited = max(0, (on - told).days)
    if waited:
        share = min(row.of("most for days", on), waited * row.of("each day", on))
        because.append(f"{days_of(waited)} without an owner: {share:g} per cent more")
        more += share
    if work.hard or vulnerable:
        because.append(f"goes first: {OF_FEW if work.hard else 'a vulnerable victim'}")
    return Worth(round(base * (WHOLE + more) / WHOLE), work.hard or vulnerable, tuple(because))


def fit(courses: Collection[Course], work: Work, law: Shelf, *, on: date) -> int:
    """How well somebody with these courses in date suits the work, in per cent. Policy: `allocation_fit`.

    Less for each level of PIP beyond what is asked and each scarce course left idle, so that the
    scarce are kept for what asks for them. Never below 0. Says nothing of whether they may hold it.
    """
    row = law["allocation_fit"]
    asked = [need for need in work.needs if any(course in LEVELS for course in need)]
    enough = [LEVELS.index(course) for need in asked for course in need if course in LEVELS]
    held = [LEVELS.index(course) for course in courses if course in LEVELS]
    beyond = max(0, max(held) - max(enough)) if held and enough else 0
    used = {other for need in work.needs for course in need for other in meeting(course, law, on=on)}
    scarce = {*law["allocation_specialisms"].words(on)}
    idle = sum(course in scarce and course not in used for course in courses)
    left = WHOLE - beyond * row.of("level beyond", on) - idle * row.of("idle specialism", on)
    return max(0, round(left))
