"""Somebody who bets on the day: knows the policy and their own history, and learns from half of everybody.

He is stronger than any real person: he is given the records of thousands of others to learn from, never
misses a knock he was out for, and knows his level, his interval and the table of ticket rates.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from watchkeeper.planning.simulating.policies import rate_of
from watchkeeper.planning.simulating.running import WEEK, Run
from watchkeeper.planning.simulating.state import NEVER_TRIED_DAYS
from watchkeeper.planning.simulating.world import Flags, Floats, Whole, World
from watchkeeper.visits.rules.tickets import Rates

type Small = NDArray[np.int16]

HORIZON_DAYS = 3
TOP, WIDE = 0.01, 0.05  # shares of his bets
BETS = 240_000  # person-days drawn, half to learn from and half to bet on
LEAST_BETS = 200
ROUNDS, RATE, LEAST_LEAF = 120, 0.08, 60  # of the boosting
SURE = 1e-4
NO_INTERVAL = -1


@dataclass(frozen=True, slots=True)
class Bets:
    """How bets on a visit within three days come out. Shares in [0, 1]; base is what would hit blind.

    removed: share of his uncertainty that is gone, and bits a bet; top and wide: hits among his surest
    1 % and 5 % of bets. `number`: bets scored.
    """

    number: int
    base: float
    bits: float
    removed: float
    top: float
    wide: float


@dataclass(frozen=True, slots=True)
class Leak:
    """Bets on everybody, and on people still within their interval, where no rule of urgency speaks."""

    everybody: Bets
    within: Bets


@dataclass(frozen=True, slots=True)
class Known:
    """What each person could know as each day begins, before its visits. Every array (n, days)."""

    days_unseen: Small
    since: Small
    fails: Small
    last_interval: Small
    tries: Small
    answered: Small
    last_minute: Small
    tried: Flags


def known(run: Run, world: World) -> Known:
    """Replay the log person by person."""
    people, days = world.people, run.days
    tried = np.zeros((people, days), dtype=bool)
    seen = np.zeros((people, days), dtype=bool)
    minute = np.zeros((people, days), dtype=np.int16)
    who, day = run.column("person"), run.column("day")
    tried[who, day] = True
    seen[who, day] = run.column("seen") > 0
    minute[who, day] = run.column("minute")
    names = ("days_unseen", "since", "fails", "last_interval", "tries", "answered", "last_minute")
    kept = {name: np.zeros((people, days), dtype=np.int16) for name in names}
    now = {name: np.zeros(people, dtype=np.int64) for name in names}
    now["days_unseen"], now["since"] = world.days_unseen.copy(), np.full(people, NEVER_TRIED_DAYS)
    now["last_interval"] = np.full(people, NO_INTERVAL)
    for at in range(days):
        for name in names:
            kept[name][:, at] = now[name]
        knock, met = tried[:, at], seen[:, at]
        now["last_interval"] = np.where(met, now["days_unseen"], now["last_interval"])
        now["fails"] = np.where(met, 0, now["fails"] + knock)
        now["tries"] = now["tries"] + knock
        now["answered"] = now["answered"] + met
        now["last_minute"] = np.where(knock, minute[:, at], now["last_minute"])
        now["days_unseen"] = np.where(met, 1, now["days_unseen"] + 1)
        now["since"] = np.where(knock, 1, now["since"] + 1)
    return Known(**kept, tried=tried)


def leak(run: Run, world: World, *, seed: int, first_day: int, bets: int = BETS) -> Leak:
    """Train on half of the people and bet on the other half, on days from `first_day` on.

    Gradient boosting over everything in `Known`, the level, interval, unit and day of the week, and the
    published ticket rate of tonight and of three nights on. Raises ValueError when too few days are left.
    """
    last = run.days - HORIZON_DAYS
    if last <= first_day:
        raise ValueError("too few days to bet on: none is three days before the end")
    dice = np.random.default_rng([seed, run.seed])
    facts = known(run, world)
    who, day = _drawn(world.people, first_day, last, bets, dice)
    came = np.zeros(len(who), dtype=bool)
    for ahead in range(HORIZON_DAYS):
        came |= facts.tried[who, day + ahead]
    learner = dice.permutation(world.people) < world.people / 2
    features = _features(facts, who, day, world, run.policy.rates)
    to_learn = learner[who]
    chance = _guessed(features[to_learn], came[to_learn], features[~to_learn], seed=seed)
    base = float(came[to_learn].mean()) if to_learn.any() else 0.0
    inside = (facts.days_unseen[who, day] <= world.interval_days[who])[~to_learn]
    hit = came[~to_learn]
    return Leak(_scored(chance, hit, base), _scored(chance[inside], hit[inside], None))


def _drawn(people: int, first: int, last: int, bets: int, dice: np.random.Generator) -> tuple[Whole, Whole]:
    """Person-days without repetition; all of them when there are fewer than asked for."""
    days = last - first
    every = people * days
    at = np.arange(every) if every <= bets else dice.choice(every, bets, replace=False)
    return at // days, first + at % days


def _features(facts: Known, who: Whole, day: Whole, world: World, rates: Rates | None) -> Floats:
    level, interval = world.level[who], world.interval_days[who]
    days_unseen = facts.days_unseen[who, day].astype(np.int64)
    tonight = rate_of(rates, level, days_unseen, interval) if rates is not None else np.ones(len(who))
    later = rate_of(rates, level, days_unseen + HORIZON_DAYS, interval) if rates is not None else tonight
    tries = facts.tries[who, day]
    columns = (
        level,
        interval,
        days_unseen,
        days_unseen / interval,
        days_unseen - interval,
        facts.fails[who, day],
        facts.since[who, day],
        facts.last_interval[who, day],
        tries,
        facts.answered[who, day] / np.maximum(tries, 1),
        facts.last_minute[who, day],
        day % WEEK,
        world.unit[who],
        tonight,
        later,
    )
    return np.stack([np.asarray(one, dtype=np.float64) for one in columns], axis=1)


def _guessed(features: Floats, came: Flags, others: Floats, *, seed: int) -> Floats:
    """Chance of a visit for `others`, learnt from `features` and what came."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # slow to import: not before a study asks
    from threadpoolctl import threadpool_limits

    if came.all() or not came.any():
        return np.full(len(others), float(came.mean()) if len(came) else 0.0)
    model = HistGradientBoostingClassifier(
        max_iter=ROUNDS,
        learning_rate=RATE,
        min_samples_leaf=LEAST_LEAF,
        early_stopping=False,
        random_state=seed,
    )
    with threadpool_limits(
        limits=1, user_api="openmp"
    ):  # threads that wait for each other cost more than they do
        model.fit(features, came)
        return np.asarray(model.predict_proba(others)[:, 1], dtype=np.float64)


def _scored(chance: Floats, hit: Flags, base: float | None) -> Bets:
    number = len(hit)
    if number == 0:
        return Bets(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    blind = float(hit.mean()) if base is None else base
    told = np.clip(chance, SURE, 1 - SURE)
    spent = -float(np.mean(np.where(hit, np.log2(told), np.log2(1 - told))))
    whole = _entropy(blind)
    surest = np.argsort(-chance, kind="stable")
    hits = [
        float(hit[surest[: min(max(round(share * number), LEAST_BETS), number)]].mean())
        for share in (TOP, WIDE)
    ]
    bits = whole - spent
    return Bets(number, float(hit.mean()), bits, bits / whole if whole > 0 else 0.0, *hits)


def _entropy(share: float) -> float:
    if share <= 0 or share >= 1:
        return 0.0
    return -float(share * np.log2(share) + (1 - share) * np.log2(1 - share))
