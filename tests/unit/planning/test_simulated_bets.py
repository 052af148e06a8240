"""What somebody who bets on the day makes of a policy, and what the curves and capacities say of it."""

import numpy as np
import pytest

from tests.unit.planning.worlds import LAW, ON, by_hand, rates, small
from watchkeeper.planning.simulating import capacity, frontier
from watchkeeper.planning.simulating.adversary import HORIZON_DAYS, known, leak
from watchkeeper.planning.simulating.drawing import Axis, Curve, Dot, drawing
from watchkeeper.planning.simulating.figures import over_seeds
from watchkeeper.planning.simulating.guessing import patterns
from watchkeeper.planning.simulating.outcome import cleared_on, outcome
from watchkeeper.planning.simulating.policies import calendar, index, scaled
from watchkeeper.planning.simulating.rosters import MIXED, OFFICE
from watchkeeper.planning.simulating.running import DAILY, Run, run
from watchkeeper.planning.simulating.world import World

PEOPLE, DAYS = 240, 160


def crowd() -> World:
    return by_hand(days_unseen=(20,) * PEOPLE, level=(0,) * PEOPLE)


def told(visits: np.ndarray) -> Run:
    """A run in which exactly `visits` (people, days) happened, everybody always in."""
    age = np.full(PEOPLE, 20)
    log = []
    for day in range(visits.shape[1]):
        for who in np.flatnonzero(visits[:, day]):
            log.append((day, who, age[who], 0, 1, 700, 1, 0))
        age = np.where(visits[:, day], 1, age + 1)
    daily = np.zeros((visits.shape[1], DAILY))
    return Run(calendar(), 1, visits.shape[1], 1.0, np.array(log, dtype=np.int64), daily, 100, 0)


@pytest.fixture(scope="module")
def by_chance() -> Run:
    return told(np.random.default_rng(1).random((PEOPLE, DAYS)) < 0.06)


@pytest.fixture(scope="module")
def every_ten_days() -> Run:
    first = np.random.default_rng(2).integers(0, 10, PEOPLE)
    return told((np.arange(DAYS)[None, :] - first[:, None]) % 10 == 0)


def test_the_adversary_is_blind_where_visits_are_pure_chance(by_chance: Run) -> None:
    found = leak(by_chance, crowd(), seed=1, first_day=40).everybody
    assert found.base == pytest.approx(1 - 0.94**HORIZON_DAYS, abs=0.02)
    assert found.top < found.base + 0.1
    assert found.removed < 0.02


def test_the_adversary_reads_a_calendar_like_a_book(every_ten_days: Run) -> None:
    found = leak(every_ten_days, crowd(), seed=1, first_day=40).everybody
    assert found.base == pytest.approx(0.3, abs=0.02)
    assert found.top > 0.97
    assert found.removed > 0.9


def test_patterns_of_a_calendar_and_of_chance(every_ten_days: Run, by_chance: Run) -> None:
    fixed = patterns(every_ten_days, crowd(), first_day=20)
    free = patterns(by_chance, crowd(), first_day=20)
    assert fixed.guess[0] == 1.0
    assert fixed.first_quarter[0] == 0.0  # a safe time: nobody comes in the first week
    assert (free.guess[0] or 1) < 0.3
    assert (free.first_quarter[0] or 0) > 0.2
    assert fixed.hour == 1.0  # all at the same hour
    assert fixed.guess[3] is None  # nobody at low risk here


def test_what_the_adversary_knows_is_what_happened() -> None:
    done = run(small(), index(iterations=5, rates=rates()), days=40, seed=2, law=LAW, on=ON)
    facts = known(done, small())
    who, day = done.column("person"), done.column("day")
    assert np.array_equal(facts.days_unseen[who, day], done.column("days_unseen"))
    assert np.array_equal(facts.fails[who, day], done.column("fails"))
    assert facts.tried.sum() == len(done.log)


def test_too_short_a_run_is_not_bet_on(by_chance: Run) -> None:
    with pytest.raises(ValueError, match="too few days"):
        leak(by_chance, crowd(), seed=1, first_day=DAYS - 2)


def test_a_figure_over_seeds_by_hand() -> None:
    """1, 2, 3: mean 2, standard error 0.577, t of two degrees of freedom 4.303."""
    found = over_seeds([1, 2, 3])
    assert (found.mean, found.seeds) == (2, 3)
    assert found.high - found.mean == pytest.approx(4.3027 / 3**0.5, rel=1e-4)
    assert over_seeds([5.0]).low == over_seeds([5.0]).high == 5
    with pytest.raises(ValueError, match="at least one"):
        over_seeds([])


def test_the_day_a_level_is_clear() -> None:
    daily = np.zeros((3, DAILY))
    daily[:, 1] = [5, 2, 0]
    daily[:, 2] = [9, 9, 9]
    done = Run(calendar(), 1, 3, 1.0, np.zeros((0, 8), dtype=np.int64), daily, 3, 0)
    assert cleared_on(done, np.array([100, 100, 0, 0]), share=0.02) == (2, None, 1, 1)
    assert outcome(done).overdue == (0, 9, 0, 0)
    assert outcome(done).high_overdue == 9


def test_rates_scaled_stay_chances_and_keep_their_surprise() -> None:
    table = rates(low=0.2, late=0.5, surprise=0.01)
    assert scaled(table, 4).ticket.max() == 1
    assert scaled(table, 0.001).ticket.min() == 0.01
    assert scaled(table, 0.5).ticket[0].tolist() == [0.1, 0.25]


def dot(leak_: float, exposure: float) -> frontier.Point:
    one, other = over_seeds([leak_]), over_seeds([exposure])
    return frontier.Point("", other, one, one, one, one, other, 1.0)


def test_the_knee_lies_furthest_below_the_line_between_the_ends() -> None:
    assert frontier.knee([dot(0.1, 1.0), dot(0.2, 0.4), dot(0.5, 0.3), dot(0.9, 0.25)]) == 1
    assert frontier.knee([dot(0.1, 1.0), dot(0.9, 0.2)]) == 0


def test_a_small_study_of_the_frontier() -> None:
    found = frontier.study(
        [small()], rates(), days=40, seeds=(1, 2), law=LAW, on=ON, scales=(0.5, 1.0), bets=4_000
    )
    assert {one.name for one in found.family} == {"rates x 0.5", "rates x 1", "no tickets"}
    assert found.practice[0].exposure.mean == 1
    assert [one.leak.mean for one in found.family] == sorted(one.leak.mean for one in found.family)
    assert found.family[found.knee].exposure.seeds == 2


def test_a_small_study_of_capacity() -> None:
    found = capacity.study(
        small(),
        [calendar(), index(iterations=0)],
        days=30,
        seeds=(1, 2),
        law=LAW,
        on=ON,
        times=(0.5, 2.0),
        rosters=(OFFICE, MIXED),
    )
    assert len(found.options) == len(found.backlog) == 8
    few, many = (
        next(one for one in found.options if one.policy == "index, no tickets" and one.times == times)
        for times in (0.5, 2.0)
    )
    assert many.exposure.mean < few.exposure.mean
    assert many.shifts_a_week == 4 * few.shifts_a_week
    assert len(found.backlog[0]) == 30
    enough = found.enough("index, no tickets", "mixed")
    assert enough is None or all(one.seeds_clear == 2 for one in enough.clears[:2])


def test_a_drawing_says_itself_in_words_and_escapes_names() -> None:
    curves = [
        Curve("index & tickets", (Dot(0.1, 0.8, 0.7, 0.9), Dot(0.3, 0.5, name="knee"))),
        Curve("practice", (Dot(0.9, 1.0),), loose=True),
    ]
    svg = drawing(
        curves,
        title="Exposure",
        says="in words",
        across=Axis("leak", share=True),
        up=Axis("exposure"),
        name="a",
    )
    assert '<title id="a-title">Exposure</title>' in svg
    assert "index &amp; tickets" in svg
    assert ">knee</text>" in svg
    assert svg.count("<circle") == 3  # two points and the key
    with pytest.raises(ValueError, match="nothing"):
        drawing([], title="", says="", across=Axis(""), up=Axis(""), name="a")
    assert svg == drawing(
        curves,
        title="Exposure",
        says="in words",
        across=Axis("leak", share=True),
        up=Axis("exposure"),
        name="a",
    )
