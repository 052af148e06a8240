"""Lines of the brief about the missing: clocks that ran out, flags nobody looks at, found near whom.

An episode is named by its ref and a child by theirs; no line says who lives near where.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from watchkeeper.briefing.facts import NO_UNIT, Line, Section
from watchkeeper.briefing.missing_reading import FoundNear
from watchkeeper.law.clocks import london_day
from watchkeeper.law.decision import Decision
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import elapsed, moment
from watchkeeper.missing.concerns import ConcernDuty, Concerns
from watchkeeper.missing.facts import Case, Duty, Flag
from watchkeeper.missing.rules.concerns import concern_duties, flags_due
from watchkeeper.missing.rules.duties import duties
from watchkeeper.missing.rules.nearness import rings_at_once
from watchkeeper.workforce.facts import RANKS

NEAR = "found near where a registered offender lives"
INSPECTOR = "inspector"
SECTIONS: Mapping[str, Section] = {
    Duty.GRADE: Section.IDLE,
    Duty.CONFIRM: Section.IDLE,
    Duty.DEPLOY: Section.IDLE,
    Duty.FIRST_ENQUIRY: Section.IDLE,
    Duty.ENQUIRY: Section.IDLE,
    Duty.REVIEW: Section.UNREVIEWED,
    Duty.PREVENTION: Section.INTERVIEWS,
    Duty.TELL_AUTHORITY: Section.INTERVIEWS,
    Duty.RETURN_INTERVIEW: Section.RETURNS,
}

SECTIONS_OF_CONCERN: Mapping[ConcernDuty, Section] = {
    ConcernDuty.SAFEGUARDING: Section.UNSAFE,
    ConcernDuty.REFERRAL: Section.UNSAFE,
    ConcernDuty.SCREENING: Section.SCREENINGS,
    ConcernDuty.MULTI_AGENCY: Section.SCREENINGS,
}
NO_PANEL = "authorities where a panel on exploitation sits: none listed in policy"


def episode_lines(cases: Iterable[Case], law: Shelf, *, on: date, at: datetime) -> Iterator[Line]:
    """Every clock of each episode that has run out at an instant, with how long ago."""
    for case in cases:
        for due in duties(case, law, at=at):
            minutes = due.minutes_late(at)
            if minutes > 0:
                why = (f"late by {elapsed(minutes)}", *_why(due))
                owner = _owner(due.owner, case.episode.unit)
                yield _line(SECTIONS[due.duty], case.episode.ref, due, owner, case.episode.unit, why, on)


def flag_lines(
    flags: Mapping[str, tuple[Flag, ...]], units: Mapping[str, str], law: Shelf, *, on: date
) -> Iterator[Line]:
    """Every flag of exploitation that nobody owns, or that was not looked at by its day."""
    for child, some in sorted(flags.items()):
        for due in flags_due(Concerns(child, flags=some), law, on=on):
            if due.standing is Standing.MISSING or due.late(on):
                unit = units.get(child, "")
                owner = due.owner or _owner("", unit)
                yield _line(Section.FLAGS, child, due, owner, unit, _why(due), on)


def concern_lines(
    children: Iterable[Concerns], units: Mapping[str, str], law: Shelf, *, on: date
) -> Iterator[Line]:
    """Every clock of exploitation that has run out, and every one that cannot run for want of a fact.

    Flags have lines of their own. While policy lists no authority where a panel sits, that is one fact
    the force has not said, and one line of each unit with how many children wait for it.
    """
    row = law["exploitation_panels"]
    nobody_said = not row.words(on)
    waiting: Counter[str] = Counter()
    waits: Due | None = None
    for child in children:
        unit = units.get(child.child, "")
        for due in concern_duties(child, law, on=on):
            if due.duty == ConcernDuty.FLAG_REVIEW:
                continue
            if due.standing is Standing.MISSING and nobody_said:
                waiting[unit] += 1
                waits = due
            elif due.standing is Standing.MISSING or due.late(on):
                section = SECTIONS_OF_CONCERN[ConcernDuty(due.duty)]
                yield _line(section, child.child, due, _owner(due.owner, unit), unit, _why(due), on)
    if waits is not None:
        due = replace(waits, about="", cite=row.cite, confirmed=row.confirmed)
        for unit, many in sorted(waiting.items()):
            why = (f"children with an active case: {many:,}", NO_PANEL)
            yield _line(Section.SCREENINGS, unit or NO_UNIT, due, _owner("", unit), unit, why, on)


def near_lines(
    found: Iterable[FoundNear], taken_on: Collection[str], law: Shelf, *, on: date
) -> Iterator[Line]:
    """Whoever was found near where somebody on the register lives, until an inspector has taken it on.

    `taken_on` are the episodes of which one acknowledged the alert.
    """
    row = law["missing_ring_metres"]
    for each in found:
        if each.episode not in taken_on:
            by = london_day(each.at)
            yield Line(
                Section.NEARBY,
                each.episode,
                NEAR,
                by,
                max(0, (on - by).days),
                _owner("", each.unit),
                each.unit,
                (
                    f"found: {moment(each.at)}",
                    *(reason.says for reason in _rings(each, law, on).reasons),
                    f"people on the register there: {each.people}",
                ),
                row.cite,
                confirmed=row.confirmed,
            )


def _rings(found: FoundNear, law: Shelf, on: date) -> Decision:
    return rings_at_once(found.metres, law, on=on, came_back=found.came_back)


def _line(
    section: Section, who: str, due: Due, owner: str, unit: str, why: tuple[str, ...], on: date
) -> Line:
    return Line(
        section,
        who,
        due.duty,
        due.by,
        max(0, due.days_late(on)) if due.by is not None else None,
        owner,
        unit,
        why,
        due.cite,
        about=due.about if due.about != who else "",
        confirmed=due.confirmed,
    )


def _why(due: Due) -> tuple[str, ...]:
    return tuple(f"{given.what}: {given.value}" if given.value else given.what for given in due.because)


def _owner(named: str, unit: str) -> str:
    rank = named or INSPECTOR
    return f"{rank}, {unit}" if rank in RANKS and unit else rank
