"""The sealed lottery: even, independent, checkable, and nothing planned without a ticket."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, kstest

from tests.spec.registers.subjects import law_with
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.risk.facts import LEVELS, Level
from watchkeeper.visits.rules.guarantee import guarantee, told_nights
from watchkeeper.visits.rules.tickets import (
    RATES,
    Rate,
    checked,
    commitment,
    drawn,
    drawn_as,
    keeps,
    part_drawn,
    rate,
    rates,
    shares,
    ticket,
    used_share,
)
from watchkeeper.visits.rules.week import PARTS

LAW = shelf.load()
ON = date(2026, 11, 27)
KEY = bytes(range(32))
AGES = LAW["ticket_ages"].numbers(ON)


def key_of(night: int) -> bytes:
    return night.to_bytes(32)


@pytest.fixture(scope="module")
def draws():
    """200 people over 100 nights, each night with a key of its own."""
    nights = [ON + timedelta(days=n) for n in range(100)]
    return np.array(
        [[ticket(key_of(n), f"person P{p}", night) for p in range(200)] for n, night in enumerate(nights)]
    )


def test_tickets_are_even(draws):
    assert kstest(draws.ravel(), "uniform").pvalue > 0.01
    assert 0 <= draws.min() < draws.max() < 1


def test_tickets_of_nights_and_of_people_tell_nothing_of_each_other(draws):
    """Nobody learns tonight's ticket from last night's, nor their own from a neighbour's."""
    bound = 4 / np.sqrt(draws[1:].size)
    assert abs(np.corrcoef(draws[:-1].ravel(), draws[1:].ravel())[0, 1]) < bound
    assert abs(np.corrcoef(draws[:, :-1].ravel(), draws[:, 1:].ravel())[0, 1]) < bound
    under = draws < 0.1
    after = under[1:][under[:-1]]  # the night after a ticket
    assert binomtest(int(after.sum()), after.size, 0.1).pvalue > 0.01


def test_the_whole_night_s_rate_is_the_policy_s(draws):
    chance = rate(Level.HIGH, 10, 91, LAW, on=ON).ticket
    assert binomtest(int((draws < chance).sum()), draws.size, chance).pvalue > 0.01


@table("""
    case                                    | person | premises | who
    ----------------------------------------|--------|----------|------------
    their own, where no premises are known  | P1     |          | person P1
    the premises', where they are           | P1     | A7       | premises A7
    a neighbour's at the same premises      | P2     | A7       | premises A7
    """)
def test_who_shares_a_ticket(person, premises, who):
    assert drawn_as(person, premises) == who


def test_a_person_named_like_premises_shares_nothing_with_them():
    assert ticket(KEY, drawn_as("A7", ""), ON) != ticket(KEY, drawn_as("P1", "A7"), ON)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(min_size=32, max_size=48),
    st.sampled_from(["person P1", "premises A7", ""]),
    st.integers(0, 9999).map(lambda n: ON + timedelta(days=n)),
    st.floats(0.001, 1),
    st.floats(0, 1),
)
def test_no_ticket_no_plan_and_a_surprise_is_a_ticket(key, who, night, chance, part):
    got = drawn(key, who, night, Rate(chance, chance * part, ()))
    number = ticket(key, who, night)
    assert 0 <= number < 1
    assert got.may is (number < chance)
    assert got.may or not got.must
    assert drawn(key, who, night, Rate(1.0, 1.0, ())).must


def test_another_key_another_night_or_another_name_is_another_draw():
    one = ticket(KEY, "person P1", ON)
    assert ticket(KEY, "person P1", ON) == one
    others = [
        ticket(KEY[::-1], "person P1", ON),
        ticket(KEY, "person P1", ON + timedelta(days=1)),
        ticket(KEY, "person P2", ON),
    ]
    assert one not in others
    assert len(set(others)) == 3


def test_a_key_is_fixed_before_and_checked_after():
    published = commitment(KEY, ON)
    assert keeps(KEY, ON, published)
    assert not keeps(KEY[::-1], ON, published)
    assert not keeps(KEY, ON + timedelta(days=1), published)
    assert KEY.hex() not in published


@pytest.mark.parametrize(("length", "good"), [(31, False), (32, True), (33, True)])
def test_a_key_that_could_be_guessed_is_no_key(length, good):
    if good:
        assert checked(bytes(length), LAW, on=ON) == bytes(length)
    else:
        with pytest.raises(ValueError, match="too short"):
            checked(bytes(length), LAW, on=ON)


def test_the_rate_of_every_level_and_every_column_is_policy_s_word():
    """The whole matrix: a day before each age, on it, and a day after."""
    for level, name in RATES.items():
        for column, age in enumerate(AGES):
            row = LAW[name].numbers(ON)
            on_it = round(age * 1000)
            if column:
                assert rate(level, on_it - 1, 1000, LAW, on=ON).ticket == row[column - 1]
            assert rate(level, on_it, 1000, LAW, on=ON).ticket == row[column]
            assert rate(level, on_it + 1, 1000, LAW, on=ON).ticket == row[column]
    assert set(RATES) == set(LEVELS)


def test_no_level_draws_at_the_strictest_and_says_so():
    got = rate(None, 100, 91, LAW, on=ON)
    gravest = rate(Level.VERY_HIGH, 100, 91, LAW, on=ON)
    assert (got.ticket, got.surprise) == (gravest.ticket, gravest.surprise)
    assert "not recorded: the strictest" in [given_.value for given_ in got.because]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-1, 3), st.integers(0, 900), st.sampled_from([30, 91, 183, 365])), min_size=1
    )
)
def test_the_table_of_many_is_the_rate_of_each(people):
    level, days, interval = (np.array(column) for column in zip(*people, strict=True))
    table_ = rates(LAW, on=ON)
    many, floors = table_.of(level, days, interval), table_.surprises(level)
    for at, (place, since, every) in enumerate(people):
        alone = rate(LEVELS[place] if place >= 0 else None, since, every, LAW, on=ON)
        assert (many[at], floors[at]) == (alone.ticket, alone.surprise)
        assert 0 < alone.surprise <= alone.ticket <= 1


LOW, VERY_HIGH = "ticket_rates_low", "ticket_rates_very_high"


@pytest.mark.parametrize(
    ("row", "value", "says"),
    [
        pytest.param(LOW, LAW[LOW].numbers(ON)[1:], "rise", id="a rate too few"),
        pytest.param("ticket_ages", AGES[::-1], "rise", id="ages that do not rise"),
        pytest.param("ticket_ages", (0.1, *AGES[1:]), "rise", id="ages that leave the first days out"),
        pytest.param(VERY_HIGH, (0.001,) * len(AGES), "surprise", id="a rate below the surprise in it"),
        pytest.param(VERY_HIGH, (1.1,) * len(AGES), "surprise", id="a rate above 1"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(row, value, says):
    with pytest.raises(ValueError, match=says):
        rates(law_with(**{row: value}), on=ON)


@pytest.mark.parametrize(("share", "good"), [(0, False), (0.01, True), (1, True)])
def test_some_tickets_come_to_a_visit(share, good):
    law = law_with(ticket_used_share=share)
    if good:
        assert used_share(law, on=ON) == share
    else:
        with pytest.raises(ValueError, match="above 0"):
            used_share(law, on=ON)


def test_nobody_is_ever_safe():
    floor = LAW["surprise_rate"]
    assert all(floor.number_of(level, ON) > 0 for level in (*LEVELS, "not recorded"))
    with pytest.raises(ValueError, match="no surprise is 0"):
        rates(law_with(surprise_rate={**floor.on(ON), "low": 0.0}), on=ON)


@table("""
    case                        | chances       | ceiling | shares
    ----------------------------|---------------|---------|---------------
    as likely as they are in    | 1, 2, 2       | 0.6     | 0.2, 0.4, 0.4
    none over the ceiling       | 1, 1, 8       | 0.6     | 0.2, 0.2, 0.6
    two over it                 | 0, 5, 5       | 0.4     | 0.2, 0.4, 0.4
    nobody ever in              | 0, 0, 0       | 0.5     | 0.3333333, 0.3333333, 0.3333333
    """)
def test_shares_of_the_parts(chances, ceiling, shares):
    got = shares_of(chances, ceiling)
    assert got == pytest.approx(tuple(map(float, shares.split(","))), abs=1e-6)


def shares_of(chances, ceiling):
    return shares(tuple(map(float, chances.split(","))), float(ceiling))


def test_a_ceiling_that_leaves_no_plan_is_refused():
    with pytest.raises(ValueError, match="ceiling"):
        shares((1, 1, 1), 0.3)


def test_the_part_is_drawn_only_where_policy_says_so():
    assert part_drawn(KEY, "person P1", ON, (1, 1, 1), LAW, on=ON) is None
    draws_part = law_with(ticket_draws_part=True)
    nights = [ON + timedelta(days=n) for n in range(900)]
    got = [part_drawn(KEY, "person P1", night, (0.1, 0.1, 0.8), draws_part, on=ON) for night in nights]
    for part, share in zip(PARTS, (0.2, 0.2, 0.6), strict=True):
        assert binomtest(got.count(part), len(got), share).pvalue > 0.01


@settings(max_examples=60, deadline=None)
@given(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)), st.floats(0.34, 1))
def test_shares_are_whole_and_below_the_ceiling(chances, ceiling):
    got = shares(chances, ceiling)
    assert sum(got) == pytest.approx(1)
    assert all(-1e-9 <= share <= ceiling + 1e-9 for share in got)


@table("""
    case                 | rates         | most
    ---------------------|---------------|-------
    one night            | 0.3           | 0.3
    three at one rate    | 0.3, 0.3, 0.3 | 0.657
    three that rise      | 0.1, 0.2, 0.5 | 0.64
    a certain night      | 0.1, 1.0      | 1.0
    """)
def test_the_guarantee(rates, most):
    coming = [Rate(float(each), 0.001, ()) for each in rates.split(",")]
    got = guarantee(coming, 1)
    assert got.most == pytest.approx(float(most))
    assert 0 < got.least < got.most
    assert f"{got.most:.1%}" in got.says
    assert guarantee(coming, 0).least == 0


def test_how_often_somebody_is_drawn_in_any_three_nights_is_at_most_the_guarantee(draws):
    nights = told_nights(LAW, on=ON)
    chance = rate(Level.HIGH, 10, 91, LAW, on=ON)
    had = draws < chance.ticket
    runs = np.array([had[n : n + nights].any(axis=0) for n in range(0, len(had) - nights + 1, nights)])
    most = guarantee([chance] * nights, 1).most
    assert runs.mean() <= most + 3 * np.sqrt(most * (1 - most) / runs.size)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=6), st.floats(0.001, 1))
def test_another_night_never_makes_a_visit_less_likely(rates, more):
    coming = [Rate(each, each / 2, ()) for each in rates]
    before, after = guarantee(coming, 1), guarantee([*coming, replace(coming[0], ticket=more)], 1)
    assert before.most <= after.most <= 1
    assert before.least <= after.least
