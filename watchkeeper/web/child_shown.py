"""What the history of one missing child shows: every episode, the gaps between, flags and screenings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from watchkeeper.audit.standing import in_parts, standing
from watchkeeper.law.clocks import minutes_between
from watchkeeper.law.wording import days, names
from watchkeeper.missing import models
from watchkeeper.missing.facts import Case
from watchkeeper.missing.linked import StandingLink
from watchkeeper.missing.linking.facts import LinkKind
from watchkeeper.missing.rules.accepting import counted
from watchkeeper.missing.rules.elapsed import found_by
from watchkeeper.web.asking import Asking
from watchkeeper.web.episode_looking import sees

OF_ONE_CHILD = (LinkKind.OFTEN, LinkKind.GAPS, LinkKind.FAR)


@dataclass(frozen=True, slots=True)
class EpisodeTold:
    """One episode in the history. `opens` where the reader may open it: what was written stays with those.

    `gap` is the time since the report before, None of the first; `shorter` than the gap before it.
    """

    ref: str
    unit: str
    opens: bool
    reported_at: datetime
    found_at: datetime | None
    minutes: int
    grade: str
    accepted: bool
    where: str
    how: str
    with_whom: str
    after: str
    seen: int
    gap: timedelta | None
    shorter: bool

    @property
    def gap_says(self) -> str:
        """The gap in words."""
        if self.gap is None:
            return "the first on record"
        return days(self.gap.days) if self.gap.days else "under a day"


def history(
    child: str, told: Sequence[EpisodeTold], links: Sequence[StandingLink], asking: Asking
) -> dict[str, Any]:
    """Everything the page of a child's history lays out; `told` stands in the order of the reports."""
    at = asking.at
    who = next(iter(standing(models.MissingPerson, ref=child, known_at=at)), None)
    flags = sorted(standing(models.Flag, missing_ref=child, known_at=at), key=_day, reverse=True)
    screened = sorted(standing(models.Screened, missing_ref=child, known_at=at), key=_day, reverse=True)
    steps = sorted(standing(models.ConcernStep, missing_ref=child, known_at=at), key=_day, reverse=True)
    return {
        "child": child,
        "who": who,
        "at": at,
        "told": list(reversed(told)),
        "open": sum(1 for each in told if each.found_at is None),
        "places": names(sorted({each.where for each in told if each.where})),
        "says": [each.link for each in links if each.link.kind in OF_ONE_CHILD],
        "joined": sum(1 for each in links if each.link.kind not in OF_ONE_CHILD),
        "red": any(each.link.red for each in links),
        "flags": [(row, row.fact().holds(asking.on) if row.on else True) for row in flags],
        "screened": screened,
        "steps": steps,
    }


def episodes_told(cases: Sequence[Case], asking: Asking) -> list[EpisodeTold]:
    """Each episode as the history tells it, the first first."""
    gaps: list[timedelta | None] = [None]
    gaps += [two.episode.reported_at - one.episode.reported_at for one, two in pairwise(cases)]
    refs = [case.episode.ref for case in cases]
    whom: dict[str, str] = {}
    for some in in_parts(refs):
        rows = models.Found.objects.filter(episode_ref__in=some).as_known(asking.at)
        whom.update(rows.values_list("ref", "with_whom"))
    told = []
    for number, case in enumerate(cases):
        gap, before = gaps[number], gaps[number - 1] if number else None
        shorter = gap is not None and before is not None and gap < before
        told.append(_told(case, asking, gap, whom, shorter=shorter))
    return told


def _told(
    case: Case, asking: Asking, gap: timedelta | None, whom: Mapping[str, str], *, shorter: bool
) -> EpisodeTold:
    at, episode, opens = asking.at, case.episode, sees(case, asking)
    found, grade = found_by(case, at=at), counted(case, asking.law, at=at)
    with_whom = whom.get(found.ref, "") if found is not None else ""
    return EpisodeTold(
        episode.ref,
        episode.unit,
        opens,
        episode.reported_at,
        found.at if found is not None else None,
        minutes_between(episode.reported_at, found.at if found is not None else at),
        grade.word,
        grade.accepted,
        found.postcode if found is not None else "",
        str(found.how) if found is not None and found.how is not None else "",
        (with_whom or "not recorded") if opens else "for the unit of the episode",
        _after(case, at),
        len(case.seen),
        gap,
        shorter,
    )


def _after(case: Case, at: datetime) -> str:
    """What was done once they were found: both interviews, in a few words."""
    spoken = any(each.at <= at and each.in_person for each in case.interviews)
    steps = [each.step for each in sorted(case.returns, key=lambda one: (one.at, one.ref)) if each.at <= at]
    prevention = "prevention interview held" if spoken else "no prevention interview"
    return f"{prevention}; return interview {steps[-1] if steps else 'not offered'}"


def _day(row: Any) -> tuple[bool, Any, str]:
    return row.on is not None, row.on, row.ref
