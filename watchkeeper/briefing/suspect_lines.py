"""Lines of the brief about online suspects: clocks that ran out. A referral is named by its ref."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from watchkeeper.briefing.facts import Line, Section
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import elapsed
from watchkeeper.suspects.facts import Case, Duty
from watchkeeper.suspects.rules.duties import duties
from watchkeeper.workforce.facts import RANKS

SECTIONS: Mapping[str, Section] = {
    Duty.SAFEGUARD: Section.CHILDREN_NEAR,
    Duty.GRADE: Section.UNBANDED,
    Duty.ENFORCE: Section.UNENFORCED,
    Duty.ENFORCE_NEXT: Section.UNENFORCED,
    Duty.PROMPT: Section.SUICIDE,
}
"""The section of each clock; those not listed stand together in the last."""
SERGEANT = "sergeant"


def suspect_lines(cases: Iterable[Case], law: Shelf, *, on: date, at: datetime) -> Iterator[Line]:
    """Every clock of each referral that has run out at an instant, with how long ago.

    Without a band there is no time of enforcement: the line is that the band is owed, once its own time is
    past. A second look counts days, and is late from the day after.
    """
    for case in cases:
        for due in duties(case, law, at=at):
            minutes = due.minutes_late(at)
            if minutes > 0 or (due.at is None and due.late(on)):
                yield _line(case, due, minutes, on)


def _line(case: Case, due: Due, minutes: int, on: date) -> Line:
    unit = case.referral.unit
    why = tuple(f"{given.what}: {given.value}" if given.value else given.what for given in due.because)
    rank = due.owner or SERGEANT
    return Line(
        SECTIONS.get(due.duty, Section.SUSPECTS),
        case.referral.ref,
        due.duty,
        due.by,
        max(0, due.days_late(on)) if due.by is not None else None,
        f"{rank}, {unit}" if rank in RANKS and unit else rank,
        unit,
        (f"late by {elapsed(minutes)}", *why) if minutes > 0 else why,
        due.cite,
        about=due.about if due.about != case.referral.ref else "",
        confirmed=due.confirmed,
    )
