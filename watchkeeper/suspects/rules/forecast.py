"""What the queue of suspects will be: the month's receipts again, at the enforcement of the month.

A proposal of ours, and no prediction: it says what follows if as many come and as many are dealt with.
Whoever waits is taken by harm and then by time left, as the queue is; nobody skips it.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from heapq import heapify, heappop, heappush

from watchkeeper.law.clocks import DAY, hours_after, london_day
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.swift import dataclass
from watchkeeper.suspects.facts import BANDS, Band

WEEK = timedelta(weeks=1)
NOBODY = ""
"""The ref of a referral that has not come yet."""


@dataclass(frozen=True, slots=True)
class WaitingReferral:
    """A referral not enforced: its band, and the last instant of its time. One without a band is first."""

    ref: str
    band: Band | None
    last: datetime


@dataclass(frozen=True, slots=True)
class Month:
    """The last days of policy: the band of each referral received in them, and how many were enforced."""

    received: tuple[Band | None, ...]
    enforced: int
    days: int


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """One week: how many came and were enforced in it; how many wait at its end, and past their time."""

    ends: date
    received: int
    enforced: int
    waiting: int
    late: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A referral of today that will pass its time, or has: when it is reached, None not in these weeks."""

    ref: str
    band: Band | None
    last: datetime
    reached_on: date | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The weeks ahead, who of today's queue will pass their time, and how many of those still to come."""

    weeks: tuple[WeekAhead, ...]
    fails: tuple[Failed, ...]
    to_come: int


def forecast(
    queue: Sequence[WaitingReferral],
    month: Month,
    law: Shelf,
    *,
    on: date,
    at: datetime,
    times: int,
    seed: int,
) -> Forecast:
    """What becomes of the queue over the weeks of policy, if `times` the month's receipts come.

    Receipts are spread evenly, each with the band of one of the month's, chosen by `seed`. What is
    enforced in a day is the month's share of a day; a part of one is carried over. The same facts and
    seed give the same answer.
    """
    count = law["suspect_forecast_weeks"].whole(on)
    waiting = [(*_place(each), number, each) for number, each in enumerate(queue)]
    heapify(waiting)
    coming = _coming(month, law, on=on, at=at, times=times, days=count * (WEEK // DAY), seed=seed)
    fails: list[Failed] = []
    weeks: list[WeekAhead] = []
    carried, to_come, number = 0, 0, len(queue)
    for _ in range(count):
        received = enforced = 0
        for _ in range(WEEK // DAY):
            today, came = next(coming)
            for each in came:
                heappush(waiting, (*_place(each), number, each))
                number += 1
            received += len(came)
            carried += month.enforced
            while waiting and carried >= month.days:
                each = heappop(waiting)[-1]
                carried -= month.days
                enforced += 1
                if today > london_day(each.last):
                    to_come += each.ref == NOBODY
                    fails += [Failed(each.ref, each.band, each.last, today)] if each.ref else []
            if not waiting:
                carried %= month.days  # nobody is dealt with before they come
        late = sum(today > london_day(each.last) for *_, each in waiting)
        weeks.append(WeekAhead(today, received, enforced, len(waiting), late))
    left = [each for *_, each in waiting if today > london_day(each.last)]
    fails += [Failed(each.ref, each.band, each.last, None) for each in left if each.ref]
    to_come += sum(each.ref == NOBODY for each in left)
    ordered = sorted(
        fails, key=lambda each: (*_place(WaitingReferral(each.ref, each.band, each.last)), each.ref)
    )
    return Forecast(tuple(weeks), tuple(ordered), to_come)


def _coming(
    month: Month, law: Shelf, *, on: date, at: datetime, times: int, days: int, seed: int
) -> Iterator[tuple[date, list[WaitingReferral]]]:
    """Each day ahead with who comes on it."""
    hours = law["suspect_enforce_hours"]
    grade = law["suspect_grade_hours"]
    many = len(month.received) * times
    for number in range(1, days + 1):
        received = at + number * DAY
        first, last = ((day * many) // month.days for day in (number - 1, number))
        came = []
        for one in range(first, last):
            band = month.received[_drawn(seed, one) % len(month.received)]
            allowed = grade.whole(on) if band is None else hours.of(band, on)
            came.append(WaitingReferral(NOBODY, band, hours_after(allowed, received)))
        yield on + number * DAY, came


def _place(each: WaitingReferral) -> tuple[int, datetime]:
    return (BANDS.index(each.band) + 1 if each.band is not None else 0), each.last


def _drawn(seed: int, number: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed}:{number}".encode()).digest())
