"""What is odd in plans of past nights."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.planning.facts import Came, PlanLook, PlanRecord
from watchkeeper.planning.rules.findings import never_chosen, off_crew, undrivable
from watchkeeper.workforce.facts import Officer, Rank, Role

LAW = shelf.load()
ON = date(2026, 3, 23)
NIGHTS, BACK = LAW["left_out_nights"].whole(ON), LAW["left_out_looked_back_days"].whole(ON)
SLACK, LOOKS = LAW["round_slack_minutes"].whole(ON), LAW["plan_looks_back_days"].whole(ON)


def record(days_ago: int, came: Came = Came.LEFT_OUT) -> PlanRecord:
    return PlanRecord(f"R{days_ago}", "P1", "U1", ON - timedelta(days=days_ago), came)


@pytest.mark.parametrize(("more", "found"), [(-1, False), (0, True), (1, True)])
def test_somebody_left_out_so_often_is_a_finding(more: int, found: bool):
    odd = never_chosen([record(number * 2 + 1) for number in range(NIGHTS + more)], LAW, on=ON)
    assert (odd is not None) is found


@pytest.mark.parametrize(("oldest", "found"), [(BACK - 1, True), (BACK, False)])
def test_only_the_days_looked_back_over_count(oldest: int, found: bool):
    records = [record(oldest), *(record(number) for number in range(1, NIGHTS))]
    assert (never_chosen(records, LAW, on=ON) is not None) is found


def test_one_visit_planned_begins_the_count_anew():
    records = [record(number) for number in range(1, NIGHTS + 5)]
    assert never_chosen([*records, record(6, Came.PLANNED)], LAW, on=ON) is None
    assert never_chosen([*records, record(NIGHTS + 4, Came.PLANNED)], LAW, on=ON) is not None


@given(st.lists(st.integers(0, 400), max_size=40), st.randoms())
@settings(max_examples=50)
def test_the_order_is_nothing_and_two_rows_of_a_night_are_one(days: list[int], chance):
    records = [record(each) for each in days]
    shuffled = [*records, *records]
    chance.shuffle(shuffled)
    assert never_chosen(shuffled, LAW, on=ON) == never_chosen(records, LAW, on=ON)


def stop(person: str, at: str, minutes: int = 30) -> PlanRecord:
    hour, minute = map(int, at.split(":"))
    starts = datetime(2026, 3, 22, hour, minute, tzinfo=UTC)
    return PlanRecord(f"S-{person}", person, "U1", ON, Came.PLANNED, ("O1", "O2"), "day", starts, minutes)


@table("""
    case                                   | way | then | found
    ---------------------------------------|-----|------|------
    a minute short, beyond the slack       | 20  | -1   | yes
    just within the slack                  | 20  | 0    | no
    plenty                                 | 20  | 60   | no
    no map: the clock alone, too soon      |     | -21  | yes
    no map: the clock alone, in time       |     | -20  | no
    """)
def test_a_round_asks_no_more_than_the_way_allows(way, then, found):
    late = 10 * 60 + 30 + 20 - SLACK + int(then)
    stops = [stop("P2", f"{late // 60}:{late % 60}"), stop("P1", "10:00")]
    odd = undrivable(stops, lambda *_: int(way) if way else None, LAW, on=ON)
    assert (odd is not None) is (found == "yes")


def test_one_visit_is_a_round_anybody_can_drive():
    assert undrivable([stop("P1", "10:00")], lambda *_: 500, LAW, on=ON) is None


@table("""
    case                                     | role                 | unit | officer | crew  | found
    -----------------------------------------|----------------------|------|---------|-------|------
    one of the crew                          | offender manager     | U1   | O1      | O1 O2 | no
    an offender manager of another crew      | offender manager     | U1   | O3      | O1 O2 | yes
    a planner of the unit                    | supervisor           | U1   | O4      | O1 O2 | no
    a planner of another unit                | supervisor           | U2   | O5      | O1 O2 | yes
    a senior officer of headquarters         | senior officer       | HQ   | O6      |       | no
    one of the crew, but the whole plan      | offender manager     | U1   | O1      |       | yes
    an intelligence officer                  | intelligence officer | U1   | O7      |       | yes
    """)
def test_a_plan_is_read_by_its_planners_and_a_round_by_its_crew(role, unit, officer, crew, found):
    staff = {officer: Officer(officer, Rank.CONSTABLE, Role(role), unit)}
    at = datetime(2026, 3, 22, 6, tzinfo=UTC)
    look = PlanLook("L1", "U1", ON, officer, at, tuple(crew.split()))
    odd = off_crew(look, staff, LAW, on=ON)
    assert (odd is not None) is (found == "yes")
    assert off_crew(look, {}, LAW, on=ON) is None or officer not in look.crew


@pytest.mark.parametrize(("days", "found"), [(LOOKS - 1, True), (LOOKS, False)])
def test_looks_are_examined_for_so_long(days: int, found: bool):
    at = datetime(2026, 3, 1, 6, tzinfo=UTC)
    look = PlanLook("L1", "U1", ON - timedelta(days=days), "O9", at)
    assert (off_crew(look, {}, LAW, on=ON) is not None) is found
