"""A policy in a world, day by day: tickets, candidates, rounds, doors, what is learnt, what is left."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.simulating import invented
from watchkeeper.planning.simulating.choosing import Asked, Candidates, choose
from watchkeeper.planning.simulating.driving import Doors, Knocks, drive
from watchkeeper.planning.simulating.moving import Moves, nobody_moves
from watchkeeper.planning.simulating.planned import night_of, rounds_for
from watchkeeper.planning.simulating.policies import Order, Policy, rate_of
from watchkeeper.planning.simulating.rosters import Crews, crews_on
from watchkeeper.planning.simulating.state import (
    LOGGED,
    NEVER_TRIED_DAYS,
    State,
    first_morning,
    lay_by,
    take_up,
)
from watchkeeper.planning.simulating.valuing import harm_of
from watchkeeper.planning.simulating.world import CELLS, PARTS, Flags, Floats, Whole, World
from watchkeeper.visits.fitting import fit
from watchkeeper.visits.rules.habits import chances
from watchkeeper.visits.rules.worth import Curve, curve

LEVELS = 4
DAILY = 1 + 3 * LEVELS  # exposure; overdue, past twice the interval and worst multiple, by level
TWICE = 2
WEEK = 7
FADE_DAYS, FIT_DAYS, DRIFT_DAYS, YEAR_DAYS = 60, 180, 30, 365
FIT_PEOPLE = 1_500  # whose attempts the kinds of habit are learnt from: more teach nothing new
CHECKPOINT_DAYS = 30
LUCK, TICKETS, CREWS, DRIFT, SEARCH, FITTING = range(1, 7)  # streams of chance, one never disturbing another
type Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a policy. log (a, 8) attempts by state.LOGGED; daily (days, 13), columns of DAILY."""

    policy: Policy
    seed: int
    days: int
    times: float
    log: Whole
    daily: Floats
    crew_shifts: int
    unticketed: int

    def column(self, name: str) -> Whole:
        """One column of the log."""
        return np.asarray(self.log[:, LOGGED.index(name)], dtype=np.int64)


def run(
    world: World,
    policy: Policy,
    *,
    days: int,
    seed: int,
    law: Shelf,
    on: date,
    times: float = 1.0,
    moves: Moves | None = None,
    progress: Progress | None = None,
    checkpoint: Path | None = None,
    stop_after: int | None = None,
) -> Run:
    """Run `policy` for `days` days from `on` with the roster `times` over.

    Whether somebody is in on a day is drawn from the seed and the day alone, so two policies with one seed
    meet the same doors. With `checkpoint` the run is laid by every thirty days and at its end, and a run
    found there is taken up and ends as if never broken. `stop_after`: lay by and stop at that day.
    `moves` says who joins and leaves meanwhile; nobody does without.
    Tickets are drawn by a seeded generator in place of the sealed key: the same chances, made cheaper.
    """
    harm = curve(law, on=on)
    morning, day, evening, night = law["parts_of_day_minutes"].numbers(on)
    parts = np.array([[morning, day], [day, evening], [evening, night]], dtype=np.int64)
    told = f"{world.fingerprint()} {policy.told()} {seed} {times} {on} {law.version}"
    if moves is not None:
        told += f" {moves.fingerprint()}"
    moves = moves or nobody_moves(world.people)
    identity = hashlib.sha256(told.encode()).hexdigest()[:16]
    state = take_up(checkpoint, identity=identity) if checkpoint is not None else None
    state = state or first_morning(world)
    members = [world.of_unit(unit) for unit in range(world.units)]
    last = days if stop_after is None else min(days, stop_after)
    while state.day < last:
        _learn(state, world, policy, seed=seed, law=law, on=on)
        _join(state, world, moves)
        there = moves.there(state.day)
        _one_day(
            state, world, policy, harm, parts, members, there, weekday=on.weekday(), seed=seed, times=times
        )
        if checkpoint is not None and (state.day % CHECKPOINT_DAYS == 0 or state.day == last):
            lay_by(state, checkpoint, identity=identity)
        if progress is not None:
            progress(state.day, days)
    log = np.concatenate(state.log) if state.log else np.zeros((0, len(LOGGED)), dtype=np.int64)
    return Run(
        policy, seed, state.day, times, log, np.array(state.daily), state.crew_shifts, state.unticketed
    )


def _learn(state: State, world: World, policy: Policy, *, seed: int, law: Shelf, on: date) -> None:
    """Fit the kinds of habit now and then; fade the record as policy's half-life says."""
    if policy.order is not Order.INDEX:
        return
    if state.day and state.day % FADE_DAYS == 0:
        kept = 0.5 ** (FADE_DAYS / law["habit_half_life_days"].number(on))
        state.seen *= kept
        state.attempts *= kept
    if state.day % FIT_DAYS == 0:
        among = np.random.default_rng([seed, FITTING, state.day]).permutation(world.people)[:FIT_PEOPLE]
        fitted = fit(state.seen[among], state.attempts[among], seed=seed, law=law, on=on)
        state.classes, state.weights = np.asarray(fitted.classes), np.asarray(fitted.weights)
        state.concentration = float(fitted.concentration)
    if state.day % FADE_DAYS == 0:
        state.learnt = np.asarray(chances(state.seen, state.attempts, state.habits).mean)


def _join(state: State, world: World, moves: Moves) -> None:
    """Whoever joins today begins: their clock as the world has it, and nobody has knocked."""
    new = (moves.joins == state.day) & (state.day > 0)
    state.days_unseen[new] = world.days_unseen[new]
    state.since[new] = NEVER_TRIED_DAYS
    state.fails[new] = 0


def _one_day(
    state: State,
    world: World,
    policy: Policy,
    harm: Curve,
    parts: Whole,
    members: list[Whole],
    there: Flags,
    *,
    weekday: int,
    seed: int,
    times: float,
) -> None:
    day = state.day
    if day and day % DRIFT_DAYS == 0:
        _drift(state, world, np.random.default_rng([seed, DRIFT, day]))
    luck = np.random.default_rng([seed, LUCK, day]).random(world.people)
    ticket = np.random.default_rng([seed, TICKETS, day]).random(world.people)
    today = (weekday + day) % WEEK
    weekend = today >= 5
    for unit, everybody in enumerate(members):
        kept = np.flatnonzero(there[everybody])
        who = everybody[kept]
        dice = np.random.default_rng([seed, CREWS, day, unit])
        pairs = len(world.allowed)
        crews = crews_on(policy.roster, weekday=today, day=day, times=times, pairs=pairs, dice=dice)
        state.crew_shifts += len(crews.pair)
        if len(crews.pair) == 0:
            continue
        asked = Asked(
            who=who,
            days_unseen=state.days_unseen[who],
            since=state.since[who],
            chance=state.learnt[who],
            ticket=ticket[who],
            weekend=weekend,
        )
        chosen = choose(policy, asked, world, harm, crews)
        if len(chosen.at) == 0:
            continue
        places = np.concatenate([[0], kept[chosen.at] + 1])
        doors = _doors(state, world, policy, parts, asked, chosen, crews, unit, places, luck, seed=seed)
        tried = drive(doors, nearest=policy.order is not Order.INDEX)
        _record(state, world, policy, asked, chosen, crews, tried)
    state.daily.append(_measured(state, world, harm, there))
    state.since += 1
    state.days_unseen += 1
    state.day += 1


def _doors(
    state: State,
    world: World,
    policy: Policy,
    parts: Whole,
    asked: Asked,
    chosen: Candidates,
    crews: Crews,
    unit: int,
    places: Whole,
    luck: Floats,
    *,
    seed: int,
) -> Doors:
    people = asked.who[chosen.at]
    cells = slice(PARTS, CELLS) if asked.weekend else slice(0, PARTS)
    service = world.service_minutes[people]
    expected = service
    if policy.order is Order.INDEX:
        likely = state.learnt[people][:, cells].max(axis=1)
        expected = np.rint(likely * service + (1 - likely) * invented.NO_ANSWER_MINUTES).astype(np.int64)
    travel = world.travel[unit][np.ix_(places, places)]
    allowed = np.ascontiguousarray(world.allowed[crews.pair][:, people])
    night = night_of(
        travel=travel,
        expected=expected,
        worth=chosen.worth,
        own=world.home[people][None, :] == crews.pair[:, None],
        allowed=allowed,
        shift=crews.shift,
        parts=parts,
    )
    search = int(np.random.default_rng([seed, SEARCH, state.day, unit]).integers(1 << 31))
    length, stop, part = rounds_for(night, iterations=policy.iterations, seed=search)
    return Doors(
        plan_length=length,
        plan_stop=stop,
        plan_part=part,
        travel=travel,
        service=service,
        expected=expected,
        chance=np.ascontiguousarray(state.chance[people][:, cells]),
        luck=luck[people],
        worth=chosen.worth,
        allowed=allowed,
        shift=crews.shift,
        parts=parts,
    )


def _record(
    state: State, world: World, policy: Policy, asked: Asked, chosen: Candidates, crews: Crews, tried: Knocks
) -> None:
    """What the day's attempts change: the record, the clocks, what is known of habits."""
    at = chosen.at[tried.who]
    who = asked.who[at]
    cell = tried.part + PARTS * int(asked.weekend)
    own = world.home[who] == crews.pair[tried.crew]
    day = np.full(len(who), state.day)
    columns = (day, who, state.days_unseen[who], state.fails[who], cell, tried.minute, tried.seen, own)
    state.log.append(np.stack([np.asarray(one, dtype=np.int64) for one in columns], axis=1))
    if policy.rates is not None:
        rate = rate_of(policy.rates, world.level[who], state.days_unseen[who], world.interval_days[who])
        state.unticketed += int((asked.ticket[at] >= rate).sum())
    state.attempts[who, cell] += 1
    state.seen[who, cell] += tried.seen
    state.since[who] = 0
    state.fails[who] = np.where(tried.seen, 0, state.fails[who] + 1)
    state.days_unseen[who[tried.seen]] = 0
    if policy.order is Order.INDEX and len(who):
        state.learnt[who] = chances(state.seen[who], state.attempts[who], state.habits).mean


def _drift(state: State, world: World, dice: np.random.Generator) -> None:
    """Some people's habits change to those of somebody else."""
    share = invented.HABITS_CHANGE_A_YEAR * DRIFT_DAYS / YEAR_DAYS
    changed = np.flatnonzero(dice.random(world.people) < share)
    state.chance[changed] = world.chance[dice.integers(0, world.people, len(changed))]


def _measured(state: State, world: World, harm: Curve, there: Flags) -> Floats:
    """The columns of DAILY as the day ends: somebody seen today costs what day 0 of the curve costs."""
    multiple = state.days_unseen / world.interval_days
    late, lost = multiple > 1, multiple > TWICE
    by_level = [there & (world.level == level) for level in range(LEVELS)]
    return np.array(
        [
            harm_of(state.days_unseen, world.interval_days, world.weight, harm)[there].sum(),
            *((late & mine).sum() for mine in by_level),
            *((lost & mine).sum() for mine in by_level),
            *(multiple[mine].max(initial=0.0) for mine in by_level),
        ]
    )
