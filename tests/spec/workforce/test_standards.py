"""Clocks of conduct: suspensions from duty, dismissals, severity. SI 2020/4 reg. 11; SI 2017/1135 reg. 3."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.workforce.fitting import DAY, LAW, ON, alleged, day
from tests.table import table
from watchkeeper.law import calendar
from watchkeeper.law.due import Standing
from watchkeeper.workforce.conduct import Dismissal, Suspension, SuspensionReview
from watchkeeper.workforce.facts import Duty
from watchkeeper.workforce.rules.standards import (
    SEALED_DUTIES,
    dismissal_dues,
    severity_dues,
    suspension_dues,
)

ENGLAND = calendar.england_and_wales()


@table("""
    case                                       | since | until | reviews | by
    -------------------------------------------|-------|-------|---------|----
    the last day of the first four weeks       | -28   |       |         | 0
    a day past them                            | -29   |       |         | -1
    a day before the last                      | -27   |       |         | 1
    reviewed                                   | -29   |       | -1      | 27
    begins today                               | 0     |       |         | 28
    begins tomorrow                            | 1     |       |         |
    back tomorrow                              | -29   | 1     |         | -1
    back today: over                           | -29   | 0     |         |
    """)
def test_a_suspension_from_duty_is_reviewed_every_four_weeks(since, until, reviews, by):
    done = [SuspensionReview("V1", "O1", "X1", day(reviews))] if reviews else []
    dues = suspension_dues([Suspension("X1", "O1", day(since), day(until))], done, LAW, on=ON)
    assert [due.by for due in dues] == ([day(by)] if by else [])
    assert all(due.owner == "professional standards officer" for due in dues)
    assert not any(due.confirmed for due in dues)


@table("""
    case                                              | on         | last
    --------------------------------------------------|------------|-----------
    on a Monday: the day itself counts                | 2026-03-02 | 2026-03-06
    on a Wednesday: the weekend does not              | 2026-03-04 | 2026-03-10
    on a Saturday: Monday is the first to count       | 2026-03-07 | 2026-03-13
    before Easter                                     | 2026-04-02 | 2026-04-10
    """)
def test_a_dismissal_is_reported_within_five_working_days_beginning_with_it(on, last):
    when = date.fromisoformat(on)
    (due,) = dismissal_dues([Dismissal("D1", "O1", when)], LAW, ENGLAND, on=when)
    assert due.by == date.fromisoformat(last)
    assert not due.late(due.by)
    assert due.late(due.by + DAY)


@table("""
    case                      | dismissed | reported | owed
    --------------------------|-----------|----------|-----
    reported today            | -9        | 0        | no
    reported yesterday        | -9        | -1       | no
    to be reported tomorrow   | -9        | 1        | yes
    not reported              | -9        |          | yes
    dismissed today           | 0         |          | yes
    dismissed tomorrow        | 1         |          | no
    """)
def test_a_report_is_owed_until_it_is_made(dismissed, reported, owed):
    dues = dismissal_dues([Dismissal("D1", "O1", day(dismissed), day(reported))], LAW, ENGLAND, on=ON)
    assert [due.duty for due in dues] == ([Duty.BARRED_LIST] if owed == "yes" else [])


def test_before_the_list_began_nothing_was_reported_to_it():
    assert dismissal_dues([Dismissal("D1", "O1", date(2017, 12, 14))], LAW, ENGLAND, on=ON) == ()
    assert dismissal_dues([Dismissal("D1", "O1", date(2017, 12, 15))], LAW, ENGLAND, on=ON) != ()


@table("""
    case                          | severity | made | closed | missing
    ------------------------------|----------|------|--------|--------
    not graded                    |          | -1   |        | yes
    not graded, made today        |          | 0    |        | yes
    not graded, made tomorrow     |          | 1    |        | no
    graded                        | 1        | -1   |        | no
    closed today                  |          | -9   | 0      | no
    closed tomorrow               |          | -9   | 1      | yes
    """)
def test_an_allegation_nobody_graded_is_a_missing_fact(severity, made, closed, missing):
    one = alleged(int(severity) if severity else None, day(made), day(closed))
    dues = severity_dues([one], LAW, on=ON)
    assert [due.standing for due in dues] == ([Standing.MISSING] if missing == "yes" else [])


def test_no_duty_says_what_is_alleged():
    (due,) = severity_dues([alleged(None)], LAW, on=ON)
    said = " ".join([due.duty, *(f"{given.what} {given.value}" for given in due.because)])
    assert alleged().kind not in said
    assert due.duty in SEALED_DUTIES


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-60, 0), max_size=5), st.integers(-60, 0))
def test_one_more_review_never_brings_the_next_sooner(done, further):
    def by(days: list[int]) -> date:
        seen = [SuspensionReview(f"V{d}", "O1", "X1", ON + d * DAY) for d in days]
        (due,) = suspension_dues([Suspension("X1", "O1", ON - 60 * DAY)], seen, LAW, on=ON)
        assert due.by is not None
        return due.by

    assert by([*done, further]) >= by(done)
