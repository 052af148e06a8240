"""The board of the missing: every episode of whoever is still missing, by harm and then by time left."""

from collections.abc import Iterable
from dataclasses import dataclass

from watchkeeper.law.clocks import minutes_between
from watchkeeper.law.due import Due
from watchkeeper.missing.facts import GRADES, Case, Grade
from watchkeeper.missing.rules.accepting import counted
from watchkeeper.missing.rules.duties import duties
from watchkeeper.missing.rules.grading import is_graver, proposed
from watchkeeper.missing.rules.seeing import WHOLE_FORCE
from watchkeeper.web.asking import Asking
from watchkeeper.web.unit_people import unit_of
from watchkeeper.workforce.models import Unit


@dataclass(frozen=True, slots=True)
class EpisodeLine:
    """One episode as the board shows it. `minutes` since the report; `left` until the next clock runs out.

    `left` is below 0 once it has, by so many minutes, and None where nothing is owed. `harm` is the
    grade that is accepted, or the graver of the one given and what the facts propose; `late` counts
    the clocks that have run out.
    """

    ref: str
    unit: str
    minutes: int
    grade: str
    accepted: bool
    harm: Grade
    due: Due | None
    left: int | None
    late: int


def units_of(asking: Asking) -> list[str]:
    """The units whose boards the officer may choose from; empty where there is only their own."""
    if unit_of(asking) and asking.officer.role not in WHOLE_FORCE:
        return []
    wide = {*asking.law["force_wide_units"].words(asking.on)}
    known = Unit.objects.as_known(asking.at).order_by("ref").values_list("ref", flat=True)
    return [ref for ref in known if ref not in wide]


def in_order(lines: Iterable[EpisodeLine]) -> list[EpisodeLine]:
    """The gravest first, of these the one whose clock runs out first or ran out longest ago."""
    return sorted(
        lines, key=lambda line: (GRADES.index(line.harm), line.left is None, line.left or 0, line.ref)
    )


def line_of(case: Case, asking: Asking) -> EpisodeLine:
    """One episode as the board shows it, whoever asks."""
    law, at = asking.law, asking.at
    grade, dues = counted(case, law, at=at), clocks(case, asking)
    harm = asks = proposed(case, law, at=at).grade
    if grade.grade is not None and (grade.accepted or is_graver(grade.grade, asks)):
        harm = grade.grade
    first = next(iter(dues), None)
    return EpisodeLine(
        case.episode.ref,
        case.episode.unit,
        minutes_between(case.episode.reported_at, at),
        grade.word,
        grade.accepted,
        harm,
        first,
        -first.minutes_late(at) if first is not None else None,
        sum(due.minutes_late(at) > 0 for due in dues),
    )


def clocks(case: Case, asking: Asking) -> list[Due]:
    """Every clock of the case: what has no instant first, then the one that runs out first."""
    found = duties(case, asking.law, at=asking.at)
    return sorted(found, key=lambda due: (due.at is not None, due.at or asking.at, due.duty))
