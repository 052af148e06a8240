"""How many crews, at what hours: numbers of them tried, and what other hours alone would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.simulating import capacity
from watchkeeper.planning.simulating.capacity import Capacity, Option
from watchkeeper.planning.simulating.frontier import ITERATIONS
from watchkeeper.planning.simulating.policies import index
from watchkeeper.planning.simulating.rosters import EVENINGS, MIXED, OFFICE, WEEKENDS, Roster
from watchkeeper.planning.studying.kept import Runs
from watchkeeper.planning.studying.leaking import Told
from watchkeeper.planning.studying.worlds import Gathered, world_of
from watchkeeper.visits.rules.tickets import rates, used_share

HOURS: tuple[tuple[Roster, bool], ...] = ((MIXED, True), (OFFICE, True), (WEEKENDS, False), (EVENINGS, False))
"""Rosters, and whether every number of crews is tried on them or only the one nearest to today's."""


@dataclass(frozen=True, slots=True)
class CapacityFound:
    """Options in the order tried, and people at high and very high risk overdue at the end of each day.

    `enough` is the place of the fewest crews of the mixed roster with which both gravest levels cleared
    in every run, `office` the same in office hours; None where none did. `clear_share` of a level's
    people overdue or fewer is called clear.
    """

    options: tuple[Option, ...]
    backlog: tuple[tuple[float, ...], ...]
    enough: int | None
    office: int | None
    clear_share: float


def study_capacity(
    found: Gathered,
    law: Shelf,
    *,
    days: int,
    seeds: Sequence[int],
    times: Sequence[float],
    usual: float,
    on: date,
    told: Told,
    runs_kept: Runs,
) -> CapacityFound:
    """Run the planner with the rates in force for `days` with each number of crews, once a seed.

    `times` are multiples of the simulation's roster; `usual` is the multiple that today's crews are,
    and the one nearest to it is tried at other hours too. What each number of crews
    came to is kept as it is finished.
    """
    choosiness = law["hour_choosiness"].number(on)
    used = used_share(law, on=on)
    policy = index(iterations=ITERATIONS, rates=rates(law, on=on), choosiness=choosiness, used_share=used)
    near = min(times, key=lambda one: abs(one - usual))
    plan = [(roster, crews) for roster, every in HOURS for crews in (times if every else (near,))]
    world = world_of(found, law, on=on, seed=seeds[0])
    studied = []
    for number, (roster, crews) in enumerate(plan, 1):
        carried_out = partial(
            capacity.study,
            world,
            (policy,),
            days=days,
            seeds=seeds,
            law=law,
            on=on,
            times=(crews,),
            rosters=(roster,),
        )
        studied.append(runs_kept.kept(f"{roster.name}, {crews:g} times", Capacity, carried_out))
        told(number * len(seeds), len(plan) * len(seeds))
    options = tuple(one.options[0] for one in studied)
    clear = [
        place
        for place, one in enumerate(studied)
        if one.enough(one.options[0].policy, one.options[0].roster) is not None
    ]
    return CapacityFound(
        options,
        tuple(one.backlog[0] for one in studied),
        _fewest(options, clear, MIXED),
        _fewest(options, clear, OFFICE),
        studied[0].clear_share,
    )


def _fewest(options: Sequence[Option], clear: Sequence[int], roster: Roster) -> int | None:
    of_roster = [place for place in clear if options[place].roster == roster.name]
    return min(of_roster, key=lambda place: options[place].times, default=None)
