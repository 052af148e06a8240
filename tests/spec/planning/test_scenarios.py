"""What a what-if may ask: how large, which numbers may be tried, and every fault at its own field."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ON
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.overlay import OverlayError, overlaid
from watchkeeper.law.parameter import Weight
from watchkeeper.planning.rules.scenarios import faults_of, may_try
from watchkeeper.planning.scenario import Scenario, scenario_of
from watchkeeper.planning.study import Matter, StudyAsked
from watchkeeper.risk.facts import LEVELS

LAW = shelf.load()
ROWS = LAW["what_if_rows"].words(ON)
ASKED = StudyAsked(Matter.WHAT_IF, "U1", 24, 5)
UNITS = ("U1", "U2")
MOST = {
    "months": LAW["what_if_months"].of("most", ON),
    "runs": LAW["what_if_seeds"].of("most", ON),
    "crews": LAW["what_if_crews_most"].number(ON),
    "options": LAW["what_if_crew_options_most"].whole(ON),
    "tickets": LAW["what_if_tickets_most"].number(ON),
    "joins": LAW["what_if_arrivals_most"].number(ON),
    "letters": LAW["what_if_name_letters"].whole(ON),
    "scenarios": LAW["what_if_scenarios_most"].whole(ON),
    "shifts": LAW["study_crew_shifts_most"].whole(ON),
}
EDGES = {"most": 0, "one more": 1}


def number(text: str, most: float) -> float:
    return most + EDGES[text] if text in EDGES else float(text)


def asked(what: str, value: str) -> StudyAsked:
    """As usual but for one thing, which is `value`: a number, the most there may be, or one more."""
    many = number(value, MOST[what])
    one = Scenario("A")
    of_all = {
        "months": {"months": int(many)},
        "runs": {"seeds": int(many)},
        "options": {"crews": tuple(1.0 + each / 100 for each in range(int(many)))},
        "scenarios": {"scenarios": tuple(Scenario(f"S{each}") for each in range(int(many)))},
    }
    of_one = {
        "crews": {"crews": many},
        "tickets": {"tickets": many},
        "joins": {"arrivals": (None, many, None, None)},
        "letters": {"name": "A" * int(many)},
        "shifts": {"shifts": (("U1", int(many)),)},
    }
    if what in of_all:
        return replace(ASKED, **of_all[what])
    return replace(ASKED, scenarios=(replace(one, **of_one[what]),))


@table("""
    case                             | what      | value    | fault
    ---------------------------------|-----------|----------|-------------
    one month                        | months    | 1        |
    no month                         | months    | 0        | months
    as many months as may be         | months    | most     |
    one month more                   | months    | one more | months
    no run                           | runs      | 0        | seeds
    as many runs as may be           | runs      | most     |
    one run more                     | runs      | one more | seeds
    as many numbers of crews         | options   | most     |
    one number of crews more         | options   | one more | crews
    no crews at all                  | crews     | 0        | crews
    as many crews as may be          | crews     | most     |
    more crews than may be           | crews     | one more | crews
    no tickets                       | tickets   | 0        | tickets
    as many tickets as may be        | tickets   | most     |
    more tickets than may be         | tickets   | one more | tickets
    nobody joins                     | joins     | 0        |
    fewer than nobody                | joins     | -1       | arrivals high
    as many who join as may be       | joins     | most     |
    one who joins more               | joins     | one more | arrivals high
    as long a name as may be         | letters   | most     |
    one letter more                  | letters   | one more | name
    no name                          | letters   | 0        | name
    no shift                         | shifts    | 0        | shifts
    as many shifts as may be         | shifts    | most     |
    one shift more                   | shifts    | one more | shifts
    as many scenarios as may be      | scenarios | most     |
    one scenario more                | scenarios | one more | name
    """)
def test_how_large_a_what_if_may_be(what, value, fault):
    of = asked(what, value)
    assert [each.field for each in faults_of(of, UNITS, LAW, on=ON)] == ([fault] if fault else [])
    assert may_try(of, UNITS, LAW, on=ON).allowed is (fault == "")


@table("""
    case                               | name                          | value | fault
    -----------------------------------|-------------------------------|-------|------------------------------
    months between visits              | visit_interval_months.high    | 2     |
    no months between visits           | visit_interval_months.high    | 0     | visit_interval_months.high
    half a month                       | visit_interval_months.high    | 1.5   | visit_interval_months.high
    of no level                        | visit_interval_months         | 2     | visit_interval_months
    of a level there is not            | visit_interval_months.grave   | 2     | visit_interval_months.grave
    a chance                           | surprise_rate.low             | 0.01  |
    a chance above the rate it is in   | surprise_rate.low             | 0.5   | changes
    a negative weight                  | harm_weight.low               | -1    | harm_weight.low
    one number for a list              | ticket_ages                   | 1     | ticket_ages
    a row nobody may try               | power_least_rank              | 1     | power_least_rank
    a row there is not                 | visits                        | 1     | visits
    a key of a row without             | hour_choosiness.high          | 1     | hour_choosiness.high
    """)
def test_which_numbers_may_be_tried(name, value, fault):
    of = replace(ASKED, scenarios=(Scenario("A", changes=((name, float(value)),)),))
    assert [each.field for each in faults_of(of, UNITS, LAW, on=ON)] == ([fault] if fault else [])


def test_every_fault_at_once_each_at_its_own_field():
    of = replace(
        ASKED,
        unit="U9",
        months=0,
        scenarios=(Scenario("As it is"), Scenario("B", tickets=0, shifts=(("U2", 0),)), Scenario("B")),
    )
    found = [(each.scenario, each.field) for each in faults_of(of, UNITS, LAW, on=ON)]
    assert found == [
        (None, "unit"), (None, "months"), (0, "name"), (1, "tickets"), (1, "shifts"), (1, "shifts"), (2, "name"),
    ]  # fmt: skip


@table("""
    case                       | what    | value    | told
    ---------------------------|---------|----------|--------------------------------------------------
    months of the whole        | months  | 0        | Months to simulate: enter a whole number from 1 to
    tickets of a scenario      | tickets | 0        | A, ticket rates: enter a multiple of the ticket rates
    who joins, at which level  | joins   | -1       | A, people who join in a month, high: enter a number
    """)
def test_a_fault_says_which_field_of_which_scenario_and_how_to_mend_it(what, value, told):
    (refused,) = may_try(asked(what, value), UNITS, LAW, on=ON).unmet
    assert refused.says.startswith(told)


def test_nothing_laid_over_is_the_shelf_itself():
    assert overlaid(LAW, {}, on=ON, among=ROWS) is LAW


def test_statute_is_never_tried():
    law = next(row.name for row in LAW if row.weight is Weight.STATUTE and row.values)
    with pytest.raises(OverlayError, match="no what-if changes the law"):
        overlaid(LAW, {law: 1}, on=ON, among=[law])


@given(st.dictionaries(st.sampled_from(LEVELS), st.integers(1, 24), min_size=1), st.floats(0.1, 9))
def test_what_is_laid_over_is_there_and_the_rest_stays(months, power):
    changes = {f"visit_interval_months.{level}": value for level, value in months.items()}
    changes["hour_choosiness"] = power
    other = overlaid(LAW, changes, on=ON, among=ROWS)
    row = other["visit_interval_months"]
    assert {level: row.of(level, ON) for level in LEVELS} == {
        level: months.get(level, LAW["visit_interval_months"].of(level, ON)) for level in LEVELS
    }
    assert other["hour_choosiness"].number(ON) == power
    same = [each.name for each in other if each is LAW[each.name]]
    assert len(same) == len(LAW.rows) - 2
    assert other.version != LAW.version
    assert other.version == overlaid(LAW, dict(reversed(changes.items())), on=ON, among=ROWS).version
    one = Scenario("A", changes=tuple(changes.items()))
    assert scenario_of(one.plain()) == one
