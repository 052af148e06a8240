"""Whom a policy would send a unit's crews to tonight, and what each is worth in each part of the day."""

from dataclasses import dataclass

import numpy as np

from watchkeeper.planning.simulating import invented
from watchkeeper.planning.simulating.policies import Order, Policy, listed, rate_of
from watchkeeper.planning.simulating.rosters import Crews
from watchkeeper.planning.simulating.world import PARTS, Flags, Floats, Whole, World
from watchkeeper.visits.rules.worth import Curve, worths


@dataclass(frozen=True, slots=True)
class Asked:
    """One unit on one night as a planner knows it: nothing here is the truth about who is in.

    who (m,) people of the unit · days_unseen, since (m,) · chance (m, 6) learnt · ticket (m,) tonight's
    draw in [0, 1).
    """

    who: Whole
    days_unseen: Whole
    since: Whole
    chance: Floats
    ticket: Floats
    weekend: bool


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidates, best first: place in `Asked.who` (c,), worth (c, 3) points, and how many are surprises."""

    at: Whole
    worth: Floats
    surprises: int


def choose(policy: Policy, asked: Asked, world: World, harm: Curve, crews: Crews) -> Candidates:
    """The candidates of tonight under `policy`. By tickets, only those whose ticket was drawn."""
    if policy.order is Order.INDEX:
        return _by_index(policy, asked, world, harm, crews)
    score = listed(
        policy,
        days_unseen=asked.days_unseen,
        interval_days=world.interval_days[asked.who],
        weight=world.weight[asked.who],
        since=asked.since,
    )
    first = np.argsort(-score, kind="stable")[: invented.LIST_A_CREW * len(crews.pair)]
    first = first[score[first] > 0]
    return Candidates(first, np.repeat(score[first, None], PARTS, axis=1), 0)


def _by_index(policy: Policy, asked: Asked, world: World, harm: Curve, crews: Crews) -> Candidates:
    level, interval = world.level[asked.who], world.interval_days[asked.who]
    rates = policy.rates
    rate = np.ones(len(asked.who)) if rates is None else rate_of(rates, level, asked.days_unseen, interval)
    tonight = asked.chance[:, PARTS:] if asked.weekend else asked.chance[:, :PARTS]
    best = tonight.max(axis=1)
    attempt = worths(
        asked.days_unseen.astype(np.float64),
        interval.astype(np.float64),
        world.weight[asked.who],
        best,
        harm,
        rate=rate * policy.used_share,
    )
    worth = np.maximum(attempt, 0.0)[:, None] * (tonight / best[:, None]) ** policy.choosiness
    held = _drawn(asked.ticket, rate)
    surprise = np.zeros(len(asked.who), dtype=bool)
    if rates is not None:
        surprise = _surprises(asked.ticket < np.minimum(rates.surprises(level), rate), asked, crews)
        if surprise.any():
            worth[surprise] = tonight[surprise] * (1 + worth[held].max(initial=1.0))
    most = np.where(held, worth.max(axis=1), 0.0)
    first = np.argsort(-most, kind="stable")[: invented.CANDIDATES_A_CREW * len(crews.pair)]
    first = first[most[first] > 0]
    return Candidates(first, worth[first], int(surprise.sum()))


def _drawn(ticket: Floats, rate: Floats) -> Flags:
    """Whose ticket was drawn tonight. Everything the lottery promises rests on this line."""
    return ticket < rate


def _surprises(drawn: Flags, asked: Asked, crews: Crews) -> Flags:
    """Surprise tickets within the reserved budget, one a crew, lowest ticket first."""
    among = np.flatnonzero(drawn)
    kept = np.zeros(len(drawn), dtype=bool)
    kept[among[np.argsort(asked.ticket[among], kind="stable")][: len(crews.pair)]] = True
    return kept
