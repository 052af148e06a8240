"""What an attempt is worth: the harm curve, the index against value iteration, the twins, what only rises."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import law_with
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.visits.rules.worth import Curve, curve, harm_rate, worth, worths

LAW = shelf.load()
ON = date(2026, 11, 27)
HARM = curve(LAW, on=ON)


@table("""
    case                          | days | harm
    ------------------------------|------|------
    seen today                    | 0    | 0
    half way                      | 50   | 0.075
    a day before the limit        | 99   | 0.1485
    on the limit                  | 100  | 0.15
    a day past it: steep          | 101  | 0.17
    a day before twice the limit  | 199  | 2.13
    twice the limit               | 200  | 2.15
    a day past that: slow         | 201  | 2.1525
    three times                   | 300  | 2.40
    """)
def test_the_harm_of_a_further_day(days, harm):
    assert harm_rate(int(days), 100, 1, HARM) == pytest.approx(float(harm))
    assert harm_rate(int(days), 100, 6, HARM) == pytest.approx(6 * float(harm))


@table("""
    case                            | ages          | harms          | says
    --------------------------------|---------------|----------------|------
    a curve that falls              | 0.0, 1.0, 2.0 | 0.0, 2.0, 1.0  | falls
    a curve below nothing           | 0.0, 1.0, 2.0 | -1.0, 2.0, 3.0 | falls
    a curve that begins too late    | 0.5, 1.0, 2.0 | 0.0, 0.1, 0.2  | begin at 0
    ages out of order               | 0.0, 2.0, 1.0 | 0.0, 0.1, 0.2  | begin at 0
    an age without a harm           | 0.0, 1.0      | 0.0, 0.1, 0.2  | begin at 0
    """)
def test_a_curve_that_makes_no_sense_is_refused(ages, harms, says):
    law = law_with(
        harm_curve_ages=tuple(map(float, ages.split(","))), harm_curve=tuple(map(float, harms.split(",")))
    )
    with pytest.raises(ValueError, match=says):
        curve(law, on=ON)


def test_on_fingers_a_door_that_always_opens():
    """Chance 1, harm x on day x: attempting every day costs 1, every other day (1 + 2) / 2 + C/2.

    Equal when 1 + C = 3/2 + C/2, so an attempt on the first day is worth 1.
    """
    line = Curve((0.0, 1.0), (0.0, 1.0), 1.0, 0.02)
    assert worth(1, 1, 1, 1, line) == pytest.approx(1)


def by_value_iteration(cost, chance, price, ages):
    """From which age on it pays to attempt, for one person alone, at a price for each attempt.

    Relative value iteration of the average cost: each day costs cost[age], and attempting costs the price
    and starts the age again with the chance given. The last age stands for all beyond it.
    """
    value = np.zeros(ages)
    for _ in range(6000):
        wait = np.append(value[1:], value[-1])
        attempt = price + chance * value[0] + (1 - chance) * wait
        new = cost + np.minimum(wait, attempt)
        new -= new[0]
        if np.abs(new - value).max() < 1e-9:
            break
        value = new
    gain = chance * (np.append(value[1:], value[-1]) - value[0]) - price
    return int(np.argmax(gain > 0)) + 1


@table("""
    case                                  | interval | weight | chance | age
    --------------------------------------|----------|--------|--------|----
    well inside the limit                 | 20       | 1      | 0.6    | 10
    a day before the limit                | 20       | 1      | 0.6    | 19
    on the limit                          | 20       | 1      | 0.6    | 20
    between the limit and twice           | 20       | 6      | 0.6    | 30
    past twice the limit                  | 20       | 1      | 0.6    | 45
    hardly ever in                        | 20       | 1      | 0.15   | 25
    always in                             | 20       | 16     | 1.0    | 25
    """)
def test_the_index_is_the_price_at_which_value_iteration_turns(interval, weight, chance, age):
    """A hair dearer than the index of an age and it does not pay yet; a hair cheaper and it does."""
    interval, weight, chance, age = int(interval), float(weight), float(chance), int(age)
    cost = np.array([harm_rate(x, interval, weight, HARM) for x in range(1, 400)])
    index = worth(age, interval, weight, chance, HARM)
    assert by_value_iteration(cost, chance, index * 0.999, len(cost)) <= age
    assert by_value_iteration(cost, chance, index * 1.001, len(cost)) > age


def test_a_ticket_makes_the_one_person_problem_that_of_a_rarer_door():
    """One attempt of chance p on a share h of nights: the night is worth h attempts."""
    rare = worth(30, 20, 1, 0.6 * 0.1, HARM)
    assert worth(30, 20, 1, 0.6, HARM, rate=0.1) == pytest.approx(rare / 0.1)


def test_whoever_needs_a_ticket_is_worth_trying_earlier():
    """Anticipation: inside the limit a rare ticket is worth more than one of every night."""
    assert worth(60, 91, 6, 0.6, HARM, rate=0.15) > worth(60, 91, 6, 0.6, HARM)


people = st.tuples(
    st.integers(0, 900),
    st.sampled_from([28, 30, 31, 91, 92, 183, 365, 366]),
    st.sampled_from([1.0, 2.0, 6.0, 16.0]),
    st.floats(0, 1),
    st.floats(0.02, 1),
)


@settings(max_examples=60, deadline=None)
@given(people)
def test_the_twins_agree(person):
    days, interval, weight, chance, rate = person
    fast = worths(
        np.array([days]),
        np.array([interval]),
        np.array([weight]),
        np.array([chance]),
        HARM,
        rate=np.array([rate]),
    )
    assert fast[0] == pytest.approx(
        worth(days, interval, weight, chance, HARM, rate=rate), rel=1e-9, abs=1e-9
    )


curves = st.tuples(
    st.floats(0, 1), st.floats(0, 3), st.floats(0, 3), st.floats(0, 2), st.floats(0.5, 1.5), st.floats(0.2, 2)
).map(
    lambda drawn: Curve(
        (0.0, drawn[4], drawn[4] + drawn[5]),
        (drawn[0], drawn[0] + drawn[1], drawn[0] + drawn[1] + drawn[2]),
        drawn[3],
        0.02,
    )
)


@settings(max_examples=60, deadline=None)
@given(people, curves)
def test_the_twins_agree_on_any_curve_and_worth_only_rises_with_age_and_weight(person, harm):
    days, interval, weight, chance, rate = person
    ages = np.arange(days, days + 40)
    many = worths(ages, np.full(40, interval), np.full(40, weight), np.full(40, chance), harm, rate=rate)
    one = worth(days, interval, weight, chance, harm, rate=rate)
    slack = 1e-7 * max(1, abs(one))
    assert many[0] == pytest.approx(one, rel=1e-7, abs=slack)
    assert (np.diff(many) >= -slack).all()
    assert one >= -slack
    heavier = worth(days, interval, weight * 2, chance, harm, rate=rate)
    assert heavier == pytest.approx(2 * one, rel=1e-7, abs=slack)


@table("""
    case                     | interval | chance | rate
    -------------------------|----------|--------|-----
    no interval              | 0        | 0.5    | 1
    a chance below nothing   | 91       | -0.1   | 1
    more than sure           | 91       | 1.1    | 1
    no tickets at all        | 91       | 0.5    | 0
    more than a ticket       | 91       | 0.5    | 1.1
    """)
def test_what_cannot_be_is_refused(interval, chance, rate):
    with pytest.raises(ValueError, match="an interval is positive"):
        worth(10, float(interval), 1, float(chance), HARM, rate=float(rate))


def test_somebody_hardly_ever_in_is_worth_as_much_as_at_the_least_chance():
    least = LAW["worth_least_chance"].share(ON)
    assert worth(100, 91, 6, 0, HARM) == worth(100, 91, 6, least, HARM) > 0
