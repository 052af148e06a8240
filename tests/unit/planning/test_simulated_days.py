"""Days of a simulated force: by hand, the same from the same seed, taken up again, and nobody twice."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.planning.worlds import DAILY, LAW, ON, by_hand, rates, small
from watchkeeper.planning.simulating import choosing, invented
from watchkeeper.planning.simulating.choosing import Asked, choose
from watchkeeper.planning.simulating.invented import OVERRUN_MINUTES
from watchkeeper.planning.simulating.planned import night_of, rounds_for
from watchkeeper.planning.simulating.policies import Policy, calendar, index, most_overdue, risk_list
from watchkeeper.planning.simulating.rosters import DAY, MIXED, Crews
from watchkeeper.planning.simulating.running import TICKETS, Run, run
from watchkeeper.planning.simulating.valuing import harm_of
from watchkeeper.planning.simulating.world import World
from watchkeeper.visits.routing.checking import check
from watchkeeper.visits.routing.search import solve
from watchkeeper.visits.rules.worth import curve, harm_rate, worths

HARM = curve(LAW, on=ON)
PEOPLE_LOG = ("day", "person", "days_unseen", "fails", "minute", "seen")


def after(world: World, policy: Policy, days: int = 12, seed: int = 3, times: float = 1.0) -> Run:
    return run(world, policy, days=days, seed=seed, law=LAW, on=ON, times=times)


def same(one: Run, other: Run) -> bool:
    return np.array_equal(one.log, other.log) and np.array_equal(one.daily, other.daily)


def test_two_people_by_hand() -> None:
    """One due and in, one seen three days ago: the first is seen ten minutes into the shift."""
    world = by_hand(days_unseen=(35, 3), level=(0, 0))
    done = after(world, calendar(DAILY), days=1)
    assert done.crew_shifts == 1
    assert [tuple(done.column(name)) for name in PEOPLE_LOG] == [
        (0,),
        (0,),
        (35,),
        (0,),
        (DAY[0] + 10,),
        (1,),
    ]
    left = harm_rate(0, 30, 16, HARM) + harm_rate(3, 30, 16, HARM)
    assert done.daily[0, 0] == pytest.approx(left)


def test_a_door_that_stays_shut_moves_no_clock() -> None:
    world = by_hand(days_unseen=(35,), level=(0,), chance=0.0)
    done = after(world, calendar(DAILY), days=9)
    assert list(done.column("days_unseen")) == [35, 42]  # tried again a week later
    assert list(done.column("fails")) == [0, 1]
    assert not done.column("seen").any()
    assert done.daily[-1, 1] == 1  # overdue


def test_everybody_seen_daily_leaves_nothing_unmanaged() -> None:
    """Two people who are always in, a crew a day, and a policy that visits whoever was not seen today."""
    world = replace(by_hand(days_unseen=(40, 40), level=(0, 0)), interval_days=np.array([1, 1]))
    done = after(world, Policy("daily", risk_list().order, DAILY), days=1)
    assert done.column("seen").sum() == 2
    assert done.daily[0, 0] == 0


@pytest.mark.parametrize(
    "policy",
    [calendar(), most_overdue(), risk_list(), index(iterations=20, rates=rates())],
    ids=lambda p: p.name,
)
def test_the_same_seed_gives_the_same_run(policy: Policy) -> None:
    assert same(after(small(), policy), after(small(), policy))


def test_another_seed_gives_another_run() -> None:
    policy = index(iterations=0, rates=rates())
    assert not same(after(small(), policy, seed=3), after(small(), policy, seed=4))


def test_a_run_taken_up_again_ends_as_if_never_broken(tmp_path: Path) -> None:
    policy, kept = index(iterations=10, rates=rates()), tmp_path / "run.npz"
    whole = run(small(), policy, days=64, seed=5, law=LAW, on=ON)
    for day in (7, 33, 64):
        broken = run(small(), policy, days=64, seed=5, law=LAW, on=ON, checkpoint=kept, stop_after=day)
    assert same(whole, broken)
    assert broken.crew_shifts == whole.crew_shifts


def test_a_run_is_not_taken_up_in_another_world(tmp_path: Path) -> None:
    kept = tmp_path / "run.npz"
    run(small(), calendar(), days=5, seed=5, law=LAW, on=ON, checkpoint=kept)
    with pytest.raises(ValueError, match="another run"):
        run(small(), calendar(), days=9, seed=6, law=LAW, on=ON, checkpoint=kept)


@given(seed=st.integers(0, 1000), times=st.sampled_from([0.5, 1.0, 2.0]))
@settings(max_examples=8, deadline=None)
def test_nobody_is_tried_twice_a_day_and_every_shift_ends(seed: int, times: float) -> None:
    done = after(small(), index(iterations=5, rates=rates()), days=6, seed=seed, times=times)
    pairs = np.stack([done.column("day"), done.column("person")])
    assert np.unique(pairs, axis=1).shape[1] == len(done.log)
    starts, ends = min(s for day in MIXED.days for s, _ in day), max(e for day in MIXED.days for _, e in day)
    assert ((done.column("minute") >= starts) & (done.column("minute") <= ends + OVERRUN_MINUTES)).all()


def test_the_rounds_are_such_as_a_night_allows() -> None:
    """Judged by the check that no solver has a hand in."""
    world = small()
    travel, people = world.travel[0][:21, :21], 20
    parts = np.array([[420, 570], [570, 990], [990, 1260]])
    night = night_of(
        travel=travel,
        expected=world.service_minutes[:people],
        worth=world.chance[:people, :3] * 100,
        own=world.home[None, :people] == np.array([[0], [1]]),
        allowed=world.allowed[:2, :people],
        shift=np.array([[600, 960], [900, 1260]]),
        parts=parts,
    )
    assert check(night, solve(night, seed=1, iterations=50)).feasible
    length, stop, _ = rounds_for(night, iterations=50, seed=1)
    assert length.sum() > 4
    assert all(night.allowed[crew, stop[crew, at]] for crew in range(2) for at in range(length[crew]))


def unticketed(done: Run, world: World) -> int:
    """Knocks at doors whose ticket was not drawn, counted afresh from the seed."""
    table = done.policy.rates
    assert table is not None
    count = 0
    for day in range(done.days):
        ticket = np.random.default_rng([done.seed, TICKETS, day]).random(world.people)
        today = done.column("day") == day
        who, age = done.column("person")[today], done.column("days_unseen")[today]
        count += int((ticket[who] >= table.of(world.level[who], age, world.interval_days[who])).sum())
    return count


def test_only_those_whose_ticket_was_drawn_are_visited() -> None:
    done = after(small(), index(iterations=10, rates=rates()), days=20)
    assert len(done.log) > 30
    assert unticketed(done, small()) == done.unticketed == 0


def test_without_the_draw_the_count_of_unticketed_visits_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "_drawn", lambda ticket, rate: ticket < 2)
    done = after(small(), index(iterations=10, rates=rates()), days=20)
    assert unticketed(done, small()) == done.unticketed > 0


def test_a_door_that_stayed_shut_may_be_drawn_the_next_night() -> None:
    """A night's rest after a knock in vain would be a safe night, and a date for the one after it."""
    always = index(iterations=0, rates=rates(low=1.0, late=1.0), roster=DAILY)
    done = after(by_hand(days_unseen=(35,), level=(0,), chance=0.0), always, days=4)
    assert list(done.column("day")) == [0, 1, 2, 3]


@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
def test_the_worth_reckons_with_tickets_that_come_to_nothing(share: float) -> None:
    world = by_hand(days_unseen=(35, 10), level=(0, 1))
    asked = Asked(
        who=np.arange(2),
        days_unseen=world.days_unseen,
        since=np.array([9, 9]),
        chance=np.full((2, 6), 0.5),
        ticket=np.array([0.15, 0.15]),
        weekend=False,
    )
    policy = index(iterations=0, rates=rates(), used_share=share)
    chosen = choose(policy, asked, world, HARM, Crews(np.array([DAY]), np.array([0])))
    rate = share * np.array([0.5, 0.2])
    best = worths(
        world.days_unseen.astype(float), world.interval_days, world.weight, np.full(2, 0.5), HARM, rate=rate
    )
    assert chosen.worth[:, 0] == pytest.approx(best[chosen.at])


@given(
    days=st.integers(0, 900),
    interval=st.sampled_from([30, 91, 183, 365]),
    weight=st.sampled_from([1.0, 16.0]),
)
@settings(max_examples=40, deadline=None)
def test_harm_for_all_is_the_rule_for_one(days: int, interval: int, weight: float) -> None:
    for_all = harm_of(np.array([days]), np.array([interval]), np.array([weight]), HARM)
    assert for_all[0] == pytest.approx(harm_rate(days, interval, weight, HARM))


def test_everybody_may_be_seen_by_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every pair has a conflict, the manager's own is cleared: a person nobody may see is no plan's fault."""
    monkeypatch.setattr(invented, "CONFLICT_SHARE", 1.0)
    world = small.__wrapped__(people=20)
    assert (world.allowed.sum(axis=0) == 1).all()


def test_a_world_says_what_is_wrong_with_it() -> None:
    with pytest.raises(ValueError, match="chance"):
        replace(small(), chance=np.zeros((1, 6)))
    with pytest.raises(ValueError, match="at least one day"):
        replace(small(), interval_days=np.zeros(small().people, dtype=np.int64))
    with pytest.raises(ValueError, match="travel of unit"):
        replace(small(), travel=(small().travel[0][:9, :9], small().travel[1]))
