"""How much a manager holds, weighed by risk and by hours worked (rule 72)."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import law_doubting
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.rules.caseload import Burden, caseload

LAW = shelf.load()
ON = date(2026, 3, 20)
LEVELS = ("very high", "high", "medium", "low", "not recorded")


def load(counts, hours=1.0):
    officer = Officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "NW", hours_share=hours)
    return caseload(officer, counts, LAW, on=ON)


@table("""
    case                                  | medium | hours | standing
    --------------------------------------|--------|-------|---------
    nobody                                |  0     | 1.0   | within
    one below the cap                     | 49     | 1.0   | within
    at the cap                            | 50     | 1.0   | within
    one over the cap                      | 51     | 1.0   | over
    one below the alert                   | 74     | 1.0   | over
    at the alert                          | 75     | 1.0   | alert
    one above the alert                   | 76     | 1.0   | alert
    one below the stop                    | 99     | 1.0   | alert
    at the stop                           | 100    | 1.0   | stop
    one above the stop                    | 101    | 1.0   | stop
    half time, at half the cap            | 25     | 0.5   | within
    half time, one over half the cap      | 26     | 0.5   | over
    half time, one below half the alert   | 37     | 0.5   | over
    half time, past half the alert        | 38     | 0.5   | alert
    half time, at half the stop           | 50     | 0.5   | stop
    """)
def test_how_a_load_stands(medium, hours, standing):
    assert load({"medium": int(medium)}, float(hours)).standing == standing


@table("""
    case                                | counts                                | weighted
    ------------------------------------|---------------------------------------|---------
    very high counts twice              | very high 10                          | 20
    high counts one and a half          | high 10                               | 15
    medium counts once                  | medium 10                             | 10
    low counts half                     | low 10                                | 5
    a level not recorded counts as high | not recorded 10                       | 15
    all together                        | very high 1, high 2, medium 3, low 4  | 10
    """)
def test_weights(counts, weighted):
    parsed = {text.rsplit(" ", 1)[0]: int(text.rsplit(" ", 1)[1]) for text in counts.split(", ")}
    answer = load(parsed)
    assert answer.weighted == float(weighted)
    assert answer.cases == sum(parsed.values())


def test_a_load_says_what_it_is_made_of():
    answer = load({"high": 10, "low": 21, "medium": 0}, 0.5)
    assert answer.because == (
        "10 high at 1.5",
        "21 low at 0.5",
        "25.5 weighted cases; cap 25, alert 37.5, stop 50",
        "works 0.5 of full-time hours",
    )
    assert not answer.confirmed


ROWS = ("caseload_cap", "caseload_alert", "caseload_stop", "caseload_weight")


@pytest.mark.parametrize("doubted", ROWS)
def test_one_number_not_read_against_its_source_and_the_load_says_so(doubted):
    officer = Officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "NW")
    assert caseload(officer, {"high": 1}, law_doubting(), on=ON).confirmed
    assert not caseload(officer, {"high": 1}, law_doubting(doubted), on=ON).confirmed


def test_a_level_nobody_knows_is_refused():
    with pytest.raises(KeyError):
        load({"enormous": 1})


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(st.sampled_from(LEVELS), st.integers(0, 60)),
    st.sampled_from(LEVELS),
    st.floats(0.1, 1.0),
)
def test_one_more_person_never_makes_a_load_stand_lighter(counts, level, hours):
    order = list(Burden)
    more = counts | {level: counts.get(level, 0) + 1}
    assert order.index(load(more, hours).standing) >= order.index(load(counts, hours).standing)
