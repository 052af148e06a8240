"""What somebody visited could guess: the force's own rates among others, and the visits as recorded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.simulating.adversary import Leak, leak
from watchkeeper.planning.simulating.figures import Figure, over_seeds
from watchkeeper.planning.simulating.frontier import ITERATIONS, SCALES, Measured, Point, knee, point
from watchkeeper.planning.simulating.guessing import Patterns, patterns
from watchkeeper.planning.simulating.outcome import outcome
from watchkeeper.planning.simulating.policies import Policy, calendar, index, scaled
from watchkeeper.planning.simulating.running import run
from watchkeeper.planning.simulating.world import World
from watchkeeper.planning.studying.kept import Runs
from watchkeeper.planning.studying.recorded import practice
from watchkeeper.planning.studying.worlds import Gathered, world_of
from watchkeeper.visits.rules.tickets import rates, used_share

IN_FORCE = 1.0  # the scale at which the rates are the policy's own
type Told = Callable[[int, int], None]
"""Called after each run with how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class RunFound:
    """One run of one way of working: what came of it, and the plain patterns where they are told."""

    measured: Measured
    plain: Patterns | None


@dataclass(frozen=True, slots=True)
class Guesses:
    """What the adversary and the plain patterns make of one way of working, over seeds. Shares in [0, 1].

    hits: among his surest 1 % and 5 % of bets on a visit within three days, on everybody and on people
    within their interval; base is what betting blind would hit, bits and removed what he knows of each
    day. guess and first_quarter are by level, gravest first; None where too few visits were followed.
    """

    top: Figure
    wide: Figure
    base: Figure
    bits: Figure
    removed: Figure
    top_within: Figure
    wide_within: Figure
    base_within: Figure
    guess: tuple[Figure | None, ...]
    first_quarter: tuple[Figure | None, ...]
    weekday: Figure
    hour: Figure
    own_part: Figure | None
    deadline: Figure | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """The visits as recorded since a day, or why nothing can be said of them."""

    since: str
    people: int
    attempts: tuple[int, int]
    missing: str
    guesses: Guesses | None


@dataclass(frozen=True, slots=True)
class LeakFound:
    """The curve: points by rising leak, the knee and the force's own among them, today's calendar beside.

    `chosen` and `calendar` are what is guessed of the force's own rates and of the calendar.
    """

    curve: tuple[Point, ...]
    knee: int
    in_force: int
    practice: Point
    chosen: Guesses
    calendar: Guesses
    recorded: Recorded


def study_leak(
    found: Gathered,
    law: Shelf,
    days_off: Calendar,
    *,
    days: int,
    seeds: Sequence[int],
    times: float,
    on: date,
    told: Told,
    runs_kept: Runs,
    scales: Sequence[float] = SCALES,
) -> LeakFound:
    """Try the rates in force at several scales, no tickets at all, and the calendar, in a world a seed.

    `scales` holds IN_FORCE. Each run is kept as it is finished. Bets are on the second half of the days.
    """
    bets = law["study_bets"].whole(on)
    own = rates(law, on=on)
    planner = partial(index, iterations=ITERATIONS, choosiness=law["hour_choosiness"].number(on))
    with_tickets = partial(planner, used_share=used_share(law, on=on))
    ways: list[tuple[str, Policy]] = [
        ("calendar", calendar()),
        *((f"rates x {by:g}", with_tickets(rates=scaled(own, by))) for by in scales),
        ("no tickets", planner()),
    ]
    chosen = f"rates x {IN_FORCE:g}"
    worlds = [world_of(found, law, on=on, seed=seed) for seed in seeds]
    runs: dict[str, list[Measured]] = {name: [] for name, _ in ways}
    plain: dict[str, list[Patterns]] = {"calendar": [], chosen: []}

    def carried_out(name: str, policy: Policy, world: World, seed: int) -> RunFound:
        done = run(world, policy, days=days, seed=seed, law=law, on=on, times=times)
        found = Measured(outcome(done), leak(done, world, seed=seed, first_day=days // 2, bets=bets))
        return RunFound(found, patterns(done, world, first_day=days // 2) if name in plain else None)

    for name, policy in ways:
        for seed, world in zip(seeds, worlds, strict=True):
            one = runs_kept.kept(
                f"{name}, seed {seed}", RunFound, partial(carried_out, name, policy, world, seed)
            )
            runs[name].append(one.measured)
            if one.plain is not None:
                plain[name].append(one.plain)
            told(sum(map(len, runs.values())), len(ways) * len(seeds))
    curve = sorted(
        (point(name, runs[name], runs["calendar"]) for name, _ in ways[1:]), key=lambda one: one.leak.mean
    )
    return LeakFound(
        curve=tuple(curve),
        knee=knee(curve),
        in_force=next(place for place, one in enumerate(curve) if one.name == chosen),
        practice=point("calendar", runs["calendar"], runs["calendar"]),
        chosen=_guesses([one.leak for one in runs[chosen]], plain[chosen]),
        calendar=_guesses([one.leak for one in runs["calendar"]], plain["calendar"]),
        recorded=_recorded(found, worlds[0], law, days_off, seeds=seeds, bets=bets, on=on),
    )


def _recorded(
    found: Gathered,
    world: World,
    law: Shelf,
    days_off: Calendar,
    *,
    seeds: Sequence[int],
    bets: int,
    on: date,
) -> Recorded:
    """The same adversary on what is recorded; the seeds draw on whom he learns and on whom he bets."""
    was = practice(found, world, law, days_off, on=on)
    guesses = None
    if was.run is not None and was.world is not None:
        half = was.run.days // 2
        bet = [leak(was.run, was.world, seed=seed, first_day=half, bets=bets) for seed in seeds]
        guesses = _guesses(bet, [patterns(was.run, was.world, first_day=half)] * len(seeds))
    return Recorded(was.since.isoformat(), was.people, was.attempts, was.missing, guesses)


def _guesses(leaks: Sequence[Leak], plain: Sequence[Patterns]) -> Guesses:
    return Guesses(
        top=over_seeds([one.everybody.top for one in leaks]),
        wide=over_seeds([one.everybody.wide for one in leaks]),
        base=over_seeds([one.everybody.base for one in leaks]),
        bits=over_seeds([one.everybody.bits for one in leaks]),
        removed=over_seeds([one.everybody.removed for one in leaks]),
        top_within=over_seeds([one.within.top for one in leaks]),
        wide_within=over_seeds([one.within.wide for one in leaks]),
        base_within=over_seeds([one.within.base for one in leaks]),
        guess=tuple(_known([one.guess[level] for one in plain]) for level in range(len(plain[0].guess))),
        first_quarter=tuple(
            _known([one.first_quarter[level] for one in plain])
            for level in range(len(plain[0].first_quarter))
        ),
        weekday=over_seeds([one.weekday for one in plain]),
        hour=over_seeds([one.hour for one in plain]),
        own_part=_known([one.own_part for one in plain]),
        deadline=_known([one.deadline for one in plain]),
    )


def _known(values: Sequence[float | None]) -> Figure | None:
    """The figure of the runs in which there was one."""
    known = [value for value in values if value is not None]
    return over_seeds(known) if known else None
