"""Whether the people an instrument is used on, or how it is filled in, change over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

import numpy as np

from watchkeeper.risk.measures.facts import Estimate, Followed, Limits
from watchkeeper.risk.measures.intervals import Numbers, share

HALF = 0.5  # of a person put into every part, so that an empty one is no division by nothing


class Drift(StrEnum):
    """What a force does about the distance between two periods."""

    STEADY = "steady"
    LOOK = "look into it"
    ACT = "hold it against outcomes again before it is relied on"


@dataclass(frozen=True, slots=True)
class Apart:
    """How far a later period lies from an earlier one: the index, and what it asks for."""

    since: date
    earlier: int
    later: int
    index: float
    drift: Drift


@dataclass(frozen=True, slots=True)
class Month:
    """One month: people, their mean score share placed high, and how far it lies from the first period."""

    month: str
    people: int
    mean: float
    high: Estimate | None
    index: float


def edges(earlier: Numbers, parts: int) -> Numbers:
    """Scores at which the earlier period falls into parts of about as many people; fewer where scores are
    few."""
    return np.unique(np.quantile(earlier, np.arange(1, parts) / parts, method="higher"))


def index(earlier: Numbers, later: Numbers, parts: int) -> float:
    """The population stability index: 0 where both periods score alike, and more the further they part.

    The sum over parts of the difference of two shares times the logarithm of their ratio, with half a person
    put into every part of both.
    """
    at = edges(earlier, parts)
    shares = []
    for scores in (earlier, later):
        counts = np.bincount(np.searchsorted(at, scores, side="right"), minlength=len(at) + 1) + HALF
        shares.append(counts / counts.sum())
    one, two = shares
    return float(((two - one) * np.log(two / one)).sum())


def middle(rows: Sequence[Followed]) -> date | None:
    """The first day of the month that parts the dated people in halves; None where all are of one."""
    days = sorted(each.on for each in rows if each.on is not None)
    if not days:
        return None
    first = days[len(days) // 2].replace(day=1)
    return first if days[0] < first else _after(days, first)


def _after(days: Sequence[date], first: date) -> date | None:
    return next((each.replace(day=1) for each in days if each.replace(day=1) > first), None)


def apart(rows: Sequence[Followed], since: date, limits: Limits) -> Apart | None:
    """How far those assessed from `since` on lie from those before; None where either are none."""
    earlier, later = _scores(rows, None, since), _scores(rows, since, None)
    if not len(earlier) or not len(later):
        return None
    found = index(earlier, later, limits.parts)
    drift = Drift.ACT if found >= limits.act else Drift.LOOK if found >= limits.look else Drift.STEADY
    return Apart(since, len(earlier), len(later), found, drift)


def months(rows: Sequence[Followed], since: date, limits: Limits) -> tuple[Month, ...]:
    """Each month in order, beside all that was scored before `since`."""
    earlier = _scores(rows, None, since)
    if not len(earlier):
        return ()
    dated = sorted((each for each in rows if each.on is not None), key=_month)
    return tuple(_one(month, list(some), earlier, limits) for month, some in groupby(dated, key=_month))


def _one(month: str, some: Sequence[Followed], earlier: Numbers, limits: Limits) -> Month:
    scores = np.array([each.score for each in some], np.float64)
    high = share(sum(each.band in limits.high for each in some), len(some), limits.confidence)
    return Month(month, len(some), float(scores.mean()), high, index(earlier, scores, limits.parts))


def _month(row: Followed) -> str:
    return f"{row.on:%Y-%m}" if row.on else ""


def _scores(rows: Sequence[Followed], since: date | None, until: date | None) -> Numbers:
    return np.array(
        [
            each.score
            for each in rows
            if each.on is not None
            and (since is None or each.on >= since)
            and (until is None or each.on < until)
        ],
        np.float64,
    )
