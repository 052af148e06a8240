"""What a what-if simulates, by hand: who joins and leaves, days unmanaged, and more crews never worse."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.planning.worlds import DAILY, INTERVALS, LAW, ON, WEIGHTS, by_hand, rates, small
from watchkeeper.planning.simulating import invented
from watchkeeper.planning.simulating.counting import Counted, counted
from watchkeeper.planning.simulating.moving import STAYS, Joining, Moves, moved, nobody_moves
from watchkeeper.planning.simulating.policies import Policy, calendar, index, most_overdue
from watchkeeper.planning.simulating.running import Run, run
from watchkeeper.planning.simulating.world import World

NOBODY = Joining((0.0,) * 4, INTERVALS, WEIGHTS, 15)


def after(
    world: World, policy: Policy, moves: Moves | None = None, days: int = 12, times: float = 1.0
) -> Run:
    return run(world, policy, days=days, seed=3, law=LAW, on=ON, times=times, moves=moves)


def count(world: World, policy: Policy, moves: Moves, ends: tuple[int, ...], times: float = 1.0) -> Counted:
    done = after(world, policy, moves, days=ends[-1] + 1, times=times)
    return counted(done, world, moves, limit_today=world.interval_days, month_ends=ends)


def test_three_people_by_hand() -> None:
    """One crew, everybody in. Two are late and seen on the first day; the third is due on day 2 and seen that day.

    The calendar lists whoever has reached their limit. Nobody ends a day past their limit but on no day:
    the two late are seen before it ends, the third on the day they reach it.
    """
    world = by_hand(days_unseen=(35, 100, 28), level=(0, 1, 0))
    found = count(world, calendar(DAILY), nobody_moves(3), (0, 3))
    assert found.people == ((2, 1, 0, 0), (2, 1, 0, 0))
    assert found.overdue == ((0, 0, 0, 0), (0, 0, 0, 0))
    assert found.unmanaged == ((0, 0, 0, 0), (0, 0, 0, 0))
    assert (found.seen, found.tried, found.shifts) == (3, 3, 4)


def test_days_unmanaged_by_hand_where_no_door_opens() -> None:
    """Nobody is ever in. Somebody 28 days unseen of 30 is past the limit from the end of the fourth day on."""
    world = by_hand(days_unseen=(35, 28), level=(0, 0), chance=0.0)
    found = count(world, calendar(DAILY), nobody_moves(2), (2, 5))
    assert found.overdue == ((1, 0, 0, 0), (2, 0, 0, 0))
    assert found.unmanaged == ((3, 0, 0, 0), (3 + 3, 0, 0, 0))
    lower = counted(
        after(world, calendar(DAILY), days=6),
        world,
        nobody_moves(2),
        limit_today=np.array([99, 99]),
        month_ends=(2, 5),
    )
    assert lower.overdue_today == ((0, 0, 0, 0), (0, 0, 0, 0)), "by limits of 99 days nobody is overdue"


def test_who_joins_and_leaves_by_hand() -> None:
    """A is late and never in, and leaves on day 3. B joins on day 2, due 15 days later, and is not seen before."""
    world = by_hand(days_unseen=(35, 15), level=(0, 0), chance=0.0)
    moves = Moves(joins=np.array([0, 2]), leaves=np.array([3, STAYS]))
    found = count(world, calendar(DAILY), moves, (1, 2, 17, 18))
    assert [month[0] for month in found.people] == [1, 2, 1, 1]
    assert [month[0] for month in found.overdue] == [1, 1, 0, 1]
    assert sum(month[0] for month in found.unmanaged) == 3 + 1
    knocked = after(world, calendar(DAILY), moves, days=19)
    assert min(knocked.column("day")[knocked.column("person") == 1]) == 17, "on the list when due, 15 days on"
    assert max(knocked.column("day")[knocked.column("person") == 0], default=0) < 3


def test_when_nobody_moves_a_run_is_what_it_was() -> None:
    policy = index(iterations=5, rates=rates())
    before, now = after(small(), policy), after(small(), policy, nobody_moves(small().people))
    assert np.array_equal(before.log, now.log)
    assert np.array_equal(before.daily, now.daily)
    one = small(60, 1)
    same, moves = moved(one, NOBODY, np.full(one.people, STAYS), days=12, seed=1)
    assert same.fingerprint() == one.fingerprint()
    assert moves.fingerprint() == nobody_moves(one.people).fingerprint()


def test_who_joins_by_level() -> None:
    one = small(60, 1)
    joining = replace(NOBODY, a_day=(0.0, 0.5, 0.0, 1.0))
    world, moves = moved(one, joining, np.full(one.people, STAYS), days=400, seed=2)
    new = np.arange(one.people, world.people)
    many = np.bincount(world.level[new], minlength=4)
    assert list(many[[0, 2]]) == [0, 0]
    assert many[1] == pytest.approx(200, abs=3 * 200**0.5)
    assert many[3] == pytest.approx(400, abs=3 * 400**0.5)
    assert list(world.days_unseen[new]) == list(np.array(INTERVALS)[world.level[new]] - 15)
    assert ((moves.joins[new] >= 1) & (moves.joins[new] < 400)).all()
    assert not world.attempts[new].any()
    with pytest.raises(ValueError, match="one unit at a time"):
        moved(small(), NOBODY, np.full(small().people, STAYS), days=9, seed=1)


@given(low=st.floats(0.05, 1.0), more=st.floats(1.0, 4.0), seed=st.integers(0, 99))
@settings(max_examples=10, deadline=None)
def test_a_higher_rate_brings_the_same_people_sooner(low: float, more: float, seed: int) -> None:
    one = small(60, 1)

    def joined(rate: float) -> tuple[World, Moves]:
        return moved(
            one, replace(NOBODY, a_day=(0.0, rate, 0.0, 0.0)), np.full(one.people, STAYS), days=90, seed=seed
        )

    (few, slow), (many, fast) = joined(low), joined(low * more)
    shared = few.people
    assert many.people >= shared
    assert np.array_equal(many.chance[:shared], few.chance)
    assert (fast.joins[:shared] <= slow.joins).all()


@pytest.mark.parametrize("seed", [3, 11, 29])
def test_more_crews_leave_no_more_days_unmanaged_where_everybody_is_in(seed: int) -> None:
    """Whole crews, doors that always open, no sickness that could strike one number of crews and not the other.

    Of three registers: that it holds of every one is not proved, for the rounds are greedy.
    """
    dice = np.random.default_rng(seed)
    unseen = tuple(int(each) for each in dice.integers(20, 80, 40))
    world = by_hand(days_unseen=unseen, level=(0,) * 40, minutes=45)

    def unmanaged(times: float) -> int:
        found = count(world, most_overdue(DAILY), nobody_moves(40), (29,), times=times)
        return sum(found.unmanaged[0])

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(invented, "SICK_SHARE", 0.0)
        assert unmanaged(1) >= unmanaged(2) >= unmanaged(4)
