"""Whom a policy would send the crews of one unit to tonight, and what each of them is worth in each part of the day."""

from dataclasses import dataclass

import numpy as np

from watchkeeper.planning.simulating import invented
from watchkeeper.planning.simulating.policies import Order, Policy, listed
from watchkeeper.planning.simulating.rosters import Crews, Roster
from watchkeeper.planning.simulating.valuing import success_of
from watchkeeper.planning.simulating.world import CELLS, PARTS, Floats, Whole, World
from watchkeeper.visits.rules.worth import Curve


@dataclass(frozen=True, slots=True)
class Asked:
    """One unit on one night as a planner knows it: nothing here is the truth about who is in.

    who (m,) people of the unit · days_unseen, since (m,) · chance (m, 6) learnt · nightly (m,) learnt chance
    of seeing them on a night they may be visited, over the roster · ticket (m,) tonight's draw in [0, 1).
    """

    who: Whole
    days_unseen: Whole
    since: Whole
    chance: Floats
    nightly: Floats
    ticket: Floats
    weekend: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """Candidates, best first: place in `Asked.who` (c,), worth (c, 3) points, and how many are surprise tickets."""

    at: Whole
    worth: Floats
    surprises: int


def choose(policy: Policy, asked: Asked, world: World, harm: Curve, crews: Crews) -> Chosen:
    """The candidates of tonight under `policy`. By tickets, nobody whose ticket was not drawn is among them."""
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
    return Chosen(first, np.repeat(score[first, None], PARTS, axis=1), 0)


def _by_index(policy: Policy, asked: Asked, world: World, harm: Curve, crews: Crews) -> Chosen:
    level, interval = world.level[asked.who], world.interval_days[asked.who]
    ready = asked.since >= invented.INDEX_RETRY_DAYS
    rates = policy.rates
    rate = np.ones(len(asked.who)) if rates is None else rates.of(level, asked.days_unseen, interval)
    seeing = success_of(asked.days_unseen, interval, world.weight[asked.who], asked.nightly, rate, harm)
    tonight = asked.chance[:, PARTS:] if asked.weekend else asked.chance[:, :PARTS]
    worth = np.maximum(seeing, 0.0)[:, None] * tonight
    held = ready & (asked.ticket < rate)
    surprise = np.zeros(len(asked.who), dtype=bool)
    if rates is not None:
        surprise = _surprises(asked.ticket < np.minimum(rates.surprises(level), rate), ready, asked, crews)
        if surprise.any():
            worth[surprise] = tonight[surprise] * (1 + worth[held].max(initial=1.0))
    best = np.where(held, worth.max(axis=1), 0.0)
    first = np.argsort(-best, kind="stable")[: invented.CANDIDATES_A_CREW * len(crews.pair)]
    first = first[best[first] > 0]
    return Chosen(first, worth[first], int(surprise.sum()))


def _surprises(drawn: np.ndarray, ready: np.ndarray, asked: Asked, crews: Crews) -> np.ndarray:
    """Surprise tickets within the reserved budget, one a crew, lowest ticket first."""
    among = np.flatnonzero(drawn & ready)
    kept = np.zeros(len(drawn), dtype=bool)
    kept[among[np.argsort(asked.ticket[among], kind="stable")][: len(crews.pair)]] = True
    return kept


def nightly_chance(chance: Floats, allowed: Floats, roster: Roster, parts: Whole, *, times: float) -> Floats:
    """Chance of seeing each person on a night they may be visited, on average over the week's shifts.

    chance (n, 6) · allowed (n,) share of pairs that may see them. On a day each shift is staffed by an
    allowed pair with the chance allowed x turning out; of those the shift with the best chance is used.
    """
    total = np.zeros(len(chance))
    out = np.minimum(allowed * (1 - invented.SICK_SHARE) * min(times, 1.0), 1.0)
    for weekday, shifts in enumerate(roster.days):
        cells = slice(PARTS, CELLS) if weekday >= 5 else slice(0, PARTS)
        best = [chance[:, cells][:, _overlapped(shift, parts)].max(axis=1) for shift in shifts]
        ranked = -np.sort(-np.array(best), axis=0) if best else np.zeros((0, len(chance)))
        missed = np.ones(len(chance))
        for row in ranked:
            total += missed * out * row
            missed = missed * (1 - out)
    return total / len(roster.days)


def _overlapped(shift: tuple[int, int], parts: Whole) -> list[int]:
    return [part for part in range(PARTS) if parts[part, 0] < shift[1] and shift[0] < parts[part, 1]]
