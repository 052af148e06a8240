"""A crime of which nobody recorded the day of the report: its clocks are missing, and none is made up."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.cases import CHILD, victim
from tests.spec.crimes.reported import CALENDAR, CRIME, JANUARY, LAW, SUSPECT, UNDATED, VICTIM, case, d
from tests.table import table
from watchkeeper.crimes.facts import Case, Crime, Duty, Finalised, Held, OffenceGroup
from watchkeeper.crimes.rules.closing import closed_for_good, second_look_due
from watchkeeper.crimes.rules.duties import duties
from watchkeeper.crimes.rules.holding import allocation_due, report_in_words, told_of
from watchkeeper.crimes.rules.matrix import kind_of, work
from watchkeeper.crimes.rules.worth import worth
from watchkeeper.law.due import Standing

VOLUME = frozenset({OffenceGroup.VOLUME})
IMAGES = frozenset({OffenceGroup.INDECENT_IMAGES})
COUNTED = {Duty.GRADE, Duty.ALLOCATION, Duty.SUSPECT, Duty.CONFIRMATION, Duty.NEEDS, Duty.REFERRAL}


@table("""
    what is known of the day    | day        | month      | on         | known   | words
    the day                     | 2025-01-31 |            | 2025-01-31 | yes     | 31 January 2025
    the day, and it is tomorrow | 2025-01-31 |            | 2025-01-30 | no      | 31 January 2025
    its month, on the first     |            | 2025-01-01 | 2025-01-01 | yes     | a day of January 2025 that is not recorded
    its month, the day before   |            | 2025-01-01 | 2024-12-31 | no      | a day of January 2025 that is not recorded
    nothing                     |            |            | 2025-01-01 | yes     | day not recorded
""")
def test_a_report_counts_from_as_much_as_is_known(
    day: str, month: str, on: str, known: str, words: str
) -> None:
    at = CRIME.reported_at
    assert at is not None
    read = at.replace(year=2025, month=1, day=31) if day else None
    crime = replace(CRIME, reported_at=read, reported_month=d(month) if month else None)
    assert told_of(crime, on=d(on)) is (known == "yes")
    assert report_in_words(crime) == words


@pytest.mark.parametrize("crime", [UNDATED, JANUARY])
def test_every_clock_from_the_report_is_missing_and_has_no_day(crime: Crime) -> None:
    known_of = case(crime=crime, parties=(VICTIM, SUSPECT))
    found = duties(known_of, VOLUME, LAW, CALENDAR, hard=False, on=d("2026-03-20"))
    assert {due.duty for due in found} == COUNTED
    assert {due.standing for due in found} == {Standing.MISSING}
    assert all("not recorded" in due.because[0].value for due in found)


def test_clocks_from_another_fact_run_as_they_do() -> None:
    held = (Held("H1", "C1", "O1", d("2026-03-02"), until=d("2026-03-10")),)
    due = allocation_due(case(crime=JANUARY, holdings=held), LAW, on=d("2026-03-20"))
    assert due is not None
    assert (due.standing, due.by) == (Standing.OWED, d("2026-03-10"))


@table("""
    closing of a day nobody recorded | outcome | group                       | closed | look
    volume, no suspect               | 18      | volume crime                | yes    |
    volume, no code either           |         | volume crime                | yes    |
    images, charged                  | 1       | indecent images of children | yes    |
    images, no suspect               | 18      | indecent images of children | no     | missing
    images, no code either           |         | indecent images of children | no     | missing
""")
def test_a_closing_of_a_day_nobody_recorded_is_read_by_its_code(
    outcome: str, group: str, closed: str, look: str
) -> None:
    final = Finalised("F1", "C1", int(outcome) if outcome else None, None, "")
    kinds = frozenset({group})
    found = closed_for_good(case(crime=JANUARY, finals=(final,)), kinds, LAW, on=d("2026-03-20"))
    assert (found is not None) is (closed == "yes")
    due = second_look_due(case(crime=JANUARY, finals=(final,)), kinds, LAW, on=d("2026-03-20"))
    assert (due.standing.value if due is not None else "") == (look and "missing")


@table("""
    whose age counts, of a child of 18 in May 2033     | month      | born       | child
    the month of the report, before the birthday       | 2033-04-01 | 2015-05-01 | yes
    the month of the report, on the birthday           | 2033-05-01 | 2015-05-01 | no
    no day at all: may be, and is read as it may       |            | 1990-05-01 | yes
""")
def test_age_is_asked_of_the_month(month: str, born: str, child: str) -> None:
    crime = replace(UNDATED, offence="49", reported_month=d(month) if month else None)
    asked = work(Case(crime, (victim(d(born)),)), LAW, on=d("2034-01-01"))
    assert ("children" in {str(each) for each in asked.contact}) is (child == "yes")


def test_a_child_by_the_month_moves_a_sexual_offence() -> None:
    assert kind_of(Case(JANUARY, (victim(CHILD),)), LAW, on=d("2026-03-20")).kind == "child sexual abuse"


@given(st.dates(d("2025-01-01"), d("2030-01-01")), st.integers(0, 400))
def test_worth_without_a_day_never_falls_while_it_waits(on: date, later: int) -> None:
    asked = work(Case(JANUARY), LAW, on=on)
    first, then = (
        worth(Case(JANUARY), asked, LAW, on=day, vulnerable=False).points
        for day in (on, on + timedelta(days=later))
    )
    assert first <= then
