"""Today's practice as it is recorded: the visits of the last two years laid out as a run, to bet on alike."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.prospects import Prospect
from watchkeeper.planning.rules.seeing import minute_of
from watchkeeper.planning.simulating.policies import Policy, calendar
from watchkeeper.planning.simulating.running import Run
from watchkeeper.planning.simulating.state import LOGGED
from watchkeeper.planning.simulating.world import PARTS, World
from watchkeeper.planning.studying.worlds import Gathered
from watchkeeper.registers.rules.periods import registered_on
from watchkeeper.visits.facts import LONDON, Visit
from watchkeeper.visits.rules.week import cell_of

OF_EACH = (
    *("level", "interval_days", "weight", "unit", "chance"),
    *("service_minutes", "seen", "attempts", "home"),
)
"""The arrays of a world with a row for each person, but for the days unseen, which were others then."""


@dataclass(frozen=True, slots=True)
class Practice:
    """The recorded visits as a run in a world of those registered all along; or why there is none.

    `people` who were, of all; `attempts` in the earlier and the later half.
    """

    run: Run | None
    world: World | None
    since: date
    people: int
    attempts: tuple[int, int]
    missing: str = ""


def practice(found: Gathered, world: World, law: Shelf, days_off: Calendar, *, on: date) -> Practice:
    """The attempts of `study_history_days` up to the day before `on`, of those registered before them.

    One attempt a person and day, the last, seen if any of them was. Too few attempts in either half,
    by `study_history_visits`, and nothing is bet on: what is missing is said instead.
    """
    days = law["study_history_days"].whole(on)
    since = on - timedelta(days=days)
    rows = [row for row, each in enumerate(found.people) if _registered_by(each, since)]
    log = [
        entry
        for place, row in enumerate(rows)
        for entry in _log(found.people[row], place, since, on, law, days_off)
    ]
    half = days // 2
    attempts = sum(entry[0] < half for entry in log), sum(entry[0] >= half for entry in log)
    least = law["study_history_visits"].whole(on)
    if min(attempts) < least:
        told = (
            f"On people who were on the register throughout, {attempts[0]} attempts are recorded in the "
            f"earlier half of {days} days and {attempts[1]} in the later; {least} in each are needed."
        )
        return Practice(None, None, since, len(rows), attempts, told)
    stood = replace(
        world,
        **{name: getattr(world, name)[rows] for name in OF_EACH},
        days_unseen=np.array([_unseen(found.people[row], since) for row in rows], dtype=np.int64),
        allowed=world.allowed[:, rows],
        travel=tuple(
            np.zeros((1 + many, 1 + many), dtype=np.int64)
            for many in np.bincount(world.unit[rows], minlength=world.units)
        ),
    )
    policy: Policy = replace(calendar(), name="as recorded")
    whole = np.array(sorted(log), dtype=np.int64).reshape(-1, len(LOGGED))
    run = Run(policy, 0, days, 1.0, whole, np.zeros((0, 0)), 0, 0)
    return Practice(run, stood, since, len(rows), attempts)


def _registered_by(each: Prospect, day: date) -> bool:
    since = registered_on(each.subject.disposals, each.subject.orders, on=day)
    return since is not None and since <= day


def _unseen(each: Prospect, on: date) -> int:
    """Days since the person was last seen before a day; since registration where they never were."""
    seen = [visit.day for visit in each.visits if visit.day < on and _met(visit)]
    since = max(seen, default=None) or registered_on(each.subject.disposals, each.subject.orders, on=on)
    return max((on - since).days, 1) if since is not None else 1


def _log(
    each: Prospect, place: int, since: date, on: date, law: Shelf, days_off: Calendar
) -> Iterator[tuple[int, ...]]:
    """Rows of LOGGED, in order of day. Nobody's own pair is known of old visits: 0."""
    by_day: dict[date, list[Visit]] = {}
    for visit in each.visits:
        if since <= visit.day < on and visit.outcome is not None and visit.outcome.attempted:
            by_day.setdefault(visit.day, []).append(visit)
    last_seen = since - timedelta(days=_unseen(each, since))
    fails = 0
    for day, visits in sorted(by_day.items()):
        last, seen = max(visits, key=lambda one: one.at), any(map(_met, visits))
        minute = minute_of(last.at)
        unseen = (day - last_seen).days
        yield (day - since).days, place, unseen, fails, _cell(last, law, days_off), minute, int(seen), 0
        last_seen, fails = (day, 0) if seen else (last_seen, fails + 1)


def _cell(visit: Visit, law: Shelf, days_off: Calendar) -> int:
    """The cell of the week of a knock; outside every part of the day it goes with the nearest."""
    found = cell_of(visit.at, law, days_off, on=visit.day)
    if found is not None:
        return found
    there = visit.at.astimezone(LONDON)
    early = minute_of(visit.at) < law["parts_of_day_minutes"].wholes(visit.day)[0]
    return (0 if days_off.is_working(there.date()) else PARTS) + (0 if early else PARTS - 1)


def _met(visit: Visit) -> bool:
    return visit.outcome is not None and visit.outcome.successful
