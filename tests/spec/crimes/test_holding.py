"""Grade, allocation and dispute: who must hold a crime, and by when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.reported import CRIME, LAW, case, d
from tests.table import table
from watchkeeper.crimes.facts import Disputed, Duty, Graded, Held, Response
from watchkeeper.crimes.rules.holding import (
    allocation_due,
    dispute_due,
    grade,
    grade_due,
    holder,
    reported_on,
)

DAY = timedelta(days=1)


def graded(response: str, on: str = "03-02", ref: str = "G1") -> Graded:
    return Graded(ref, "C1", Response(response), d(on), "O1")


@table("""
    grade                                   | response           | by
    an immediate one the same day           | immediate          | 03-02
    a priority one by the next day          | priority           | 03-03
    a scheduled one within two days         | scheduled          | 03-04
    one at the desk within two days         | without attendance | 03-04
""")
def test_somebody_holds_a_crime_in_the_time_of_its_grade(response: str, by: str) -> None:
    due = allocation_due(case(grades=(graded(response),)), LAW, on=d("03-02"))
    assert due is not None
    assert (due.duty, due.by) == (Duty.ALLOCATION, d(by))
    assert (due.late(d(by) - DAY), due.late(d(by)), due.late(d(by) + DAY)) == (False, False, True)


def test_a_crime_nobody_graded_is_held_as_the_most_urgent_one_is() -> None:
    due = allocation_due(case(), LAW, on=d("03-02"))
    assert due is not None
    assert due.by == d("03-02")
    assert ("grade", "not graded") in [(given.what, given.value) for given in due.because]


def test_the_last_grade_decided_stands_and_one_of_tomorrow_does_not_yet() -> None:
    both = case(grades=(graded("immediate"), graded("scheduled", "03-05", "G2")))
    assert [grade(both, on=d(on)).response for on in ("03-04", "03-05")] == ["immediate", "scheduled"]  # type: ignore[union-attr]


@table("""
    day                                      | on    | holds
    before the first day                     | 03-03 |
    on the first day                         | 03-04 | O1
    on the last day                          | 03-09 | O1
    on the first day no longer               | 03-10 |
""")
def test_a_spell_runs_from_its_first_day_to_the_day_before_it_ends(on: str, holds: str) -> None:
    found = holder(case(holdings=(Held("H1", "C1", "O1", d("03-04"), d("03-10")),)), on=d(on))
    assert (found.officer if found else "") == holds


def test_of_two_spells_the_newest_holds() -> None:
    spells = (Held("H1", "C1", "O1", d("03-04")), Held("H2", "C1", "O2", d("03-06")))
    assert holder(case(holdings=spells), on=d("03-06")) == spells[1]
    assert allocation_due(case(holdings=spells), LAW, on=d("03-06")) is None


def test_a_crime_taken_from_its_holder_is_owed_another_from_that_day() -> None:
    left = case(grades=(graded("priority"),), holdings=(Held("H1", "C1", "O1", d("03-03"), d("03-20")),))
    due = allocation_due(left, LAW, on=d("03-20"))
    assert due is not None
    assert due.by == d("03-21")
    assert due.because[0].what == "last held until"


def test_a_report_late_at_night_in_summer_is_of_the_day_the_clock_shows() -> None:
    at = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight in London
    assert reported_on(replace(CRIME, reported_at=at)) == date(2026, 7, 1)


def test_a_crime_is_graded_by_the_day_after_the_report() -> None:
    due = grade_due(case(), LAW, on=d("03-02"))
    assert due is not None
    assert (due.by, due.confirmed) == (d("03-03"), False)
    assert grade_due(case(grades=(graded("priority"),)), LAW, on=d("03-02")) is None
    later = case(grades=(graded("priority", "03-03"),))
    assert grade_due(later, LAW, on=d("03-02")) is not None  # not known to be graded yet


def test_a_dispute_has_one_decider_and_a_day() -> None:
    open_one = Disputed("D1", "C1", "O1", "O2", d("03-04"), decider="O9")
    due = dispute_due(open_one, LAW, on=d("03-04"))
    assert due is not None
    assert (due.by, due.owner) == (d("03-05"), "O9")
    nobody = dispute_due(replace(open_one, decider=""), LAW, on=d("03-04"))
    assert nobody is not None
    assert nobody.owner == "inspector"
    assert dispute_due(open_one, LAW, on=d("03-03")) is None
    assert dispute_due(replace(open_one, decided_on=d("03-05")), LAW, on=d("03-05")) is None
    assert dispute_due(replace(open_one, decided_on=d("03-05")), LAW, on=d("03-04")) is not None


@given(st.sampled_from(Response), st.integers(0, 60))
def test_a_more_urgent_grade_is_never_given_more_time(response: Response, later: int) -> None:
    on = d("03-02") + later * DAY
    order = list(Response)
    tighter = [g for g in order if order.index(g) <= order.index(response)]
    days = [allocation_due(case(grades=(graded(g),)), LAW, on=on) for g in tighter]
    by = [due.by for due in days if due is not None]
    assert by == sorted(by)
    assert len(by) == len(tighter)
