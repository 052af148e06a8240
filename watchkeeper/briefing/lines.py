"""What one person's clocks and decisions amount to in the brief: which section, which owner, why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from watchkeeper.briefing.facts import Case, Line, Section
from watchkeeper.escalation.facts import Owed
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import Duty as VisitDuty
from watchkeeper.workforce.facts import RANKS
from watchkeeper.workforce.facts import Duty as WorkforceDuty

NOBODY = "no manager"
UNMANAGED: frozenset[str] = frozenset({VisitDuty.VISIT, VisitDuty.FIRST_VISIT, WorkforceDuty.MANAGER})
"""A person is unmanaged when nobody has seen them in time, or nobody is named to."""

AHEAD = (Section.DUE_SOON, Section.DUE_NEXT, Section.DUE_LATER)


@dataclass(frozen=True, slots=True)
class Horizon:
    """The last day of each look ahead, nearest first: the brief's 2, 4 and 12 weeks."""

    ends: tuple[date, ...]

    def section(self, by: date) -> Section | None:
        """The section a coming day falls in; None when it is further off than the brief looks.

        >>> Horizon((date(2026, 3, 16), date(2026, 3, 30))).section(date(2026, 3, 17))
        <Section.DUE_NEXT: 'due in 4 weeks'>
        """
        for section, end in zip(AHEAD, self.ends, strict=False):
            if by <= end:
                return section
        return None


def horizon(law: Shelf, *, on: date) -> Horizon:
    """The look ahead that policy sets for the brief of `on`."""
    week = 7  # days
    return Horizon(
        tuple(date.fromordinal(on.toordinal() + n * week) for n in law["brief_horizons_weeks"].wholes(on))
    )


def lines(
    case: Case, dues: Iterable[Due], owed: Iterable[Owed], ahead: Horizon, *, on: date
) -> Iterator[Line]:
    """Every line one person has in the brief of `on`.

    A decision owed, a missing fact, a duty past its last lawful day, and one whose last day is
    within `ahead`. A visit or a manager that is overdue makes the person unmanaged, and the
    days counted are those since last seen; a visit or a manager whose date cannot be worked
    out makes them unmanaged too. Nothing that is held, met or further off makes a line.
    """
    level = case.outlook.level.level if case.outlook.level else None
    owner = manager_on(case, on=on) or NOBODY
    furthest = max(on, *ahead.ends)
    for asked in owed:
        yield _decision(case, asked, level, on)
    for due in dues:
        if due.standing is Standing.MISSING:
            unmanaged = due.duty in UNMANAGED  # nobody can say by when: they are, until somebody can
            yield _line(case, Section.UNMANAGED if unmanaged else Section.MISSING, due, None, owner, level)
        elif due.by is not None and due.by <= furthest:
            late = (on - due.by).days
            if late > 0 and due.duty in UNMANAGED:
                yield _unmanaged(case, due, owner, level, on)
            elif late > 0:
                yield _line(case, Section.OVERDUE, due, late, owner, level)
            elif (section := ahead.section(due.by)) is not None:
                yield _line(case, section, due, -late, owner, level)


def manager_on(case: Case, *, on: date) -> str:
    """The officer who manages the person on a day, by ref; empty when the last spell has ended."""
    spell = case.manager
    if spell is None or spell.since > on or (spell.until is not None and spell.until <= on):
        return ""
    return spell.officer


def _line(
    case: Case, section: Section, due: Due, counted: int | None, owner: str, level: Level | None
) -> Line:
    why = tuple(f"{given.what}: {given.value}" if given.value else given.what for given in due.because)
    return Line(
        section,
        case.ref,
        due.duty,
        due.by,
        counted,
        _whose(case, due) or owner,
        case.unit,
        why,
        due.cite,
        level,
        due.about,
        due.confirmed,
    )


def _whose(case: Case, due: Due) -> str:
    """The officer or the rank a duty is put to, where it is not for whoever manages the person."""
    if due.owner in RANKS and case.unit:
        return f"{due.owner}, {case.unit}"
    return due.owner


def _unmanaged(case: Case, due: Due, owner: str, level: Level | None, on: date) -> Line:
    seen = case.contact.last_seen_on
    line = _line(case, Section.UNMANAGED, due, (on - seen).days if seen else None, owner, level)
    if due.duty != WorkforceDuty.MANAGER:
        return line  # the clock of a visit says itself when the person was last seen
    says = f"last seen {day(seen)}, {days((on - seen).days)} ago" if seen else "never seen"
    return replace(line, why=(*line.why, says))


def _decision(case: Case, owed: Owed, level: Level | None, on: date) -> Line:
    return Line(
        Section.DECISIONS,
        case.ref,
        owed.ground,
        owed.by,
        (on - owed.since).days,
        f"{owed.rank}, {case.unit}" if case.unit else str(owed.rank),
        case.unit,
        owed.because,
        owed.cite,
        level,
        owed.lapsed,
        owed.confirmed,
        owed.options,
    )
