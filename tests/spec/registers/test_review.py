"""Review of an indefinite period (Sexual Offences Act 2003, ss.91A to 91F)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import LAW, convicted, none_of, on, one, subject, told
from tests.table import table
from watchkeeper.law.due import Standing
from watchkeeper.registers.facts import (
    Duty,
    Order,
    OrderKind,
    ReviewApplication,
    ReviewOutcome,
    Sentence,
)
from watchkeeper.registers.rules.duties import duties
from watchkeeper.registers.rules.periods import reckon
from watchkeeper.registers.rules.review import (
    appeal_by,
    bodies_by,
    decide_by,
    may_apply,
    may_set_further,
    qualifying_date,
)

TODAY = date(2026, 11, 22)
LIFE = convicted(date(2008, 3, 3), Sentence.LIFE)
RECEIVED = ReviewApplication("R1", date(2026, 3, 2))


def who(first="2011-03-01", applications=(), **more):
    notified = told("2026-02-01", "2008-03-04", first_since_release_on=on(first))
    return subject(LIFE, notified=notified, applications=applications, **more)


@table("""
    case                                   | born       | first      | opens
    ---------------------------------------|------------|------------|-----------
    vector 18: an adult                    | 1980-05-17 | 2011-03-01 | 2026-03-01
    from a leap day                        | 1980-05-17 | 2012-02-29 | 2027-03-01
    to a leap day                          | 1980-05-17 | 2009-03-01 | 2024-03-01
    under 18 on the relevant date          | 1991-01-01 | 2011-03-01 | 2019-03-01
    eighteen on the relevant date          | 1990-03-03 | 2011-03-01 | 2026-03-01
    date of birth missing: as an adult     | -          | 2011-03-01 | 2026-03-01
    no notification since release          | 1980-05-17 | -          | -
    one from before the conviction         | 1980-05-17 | 2008-03-02 | -
    one on the day of the conviction       | 1980-05-17 | 2008-03-03 | 2023-03-03
    """)
def test_s91b_2_when_a_review_may_first_be_sought(born, first, opens):
    made = who(first, born_on=on(born))
    assert qualifying_date(made, LIFE, LAW, on=TODAY)[0] == on(opens)
    due = one(duties(made, LAW, on=TODAY), Duty.REVIEW_OPEN)
    assert due.standing is Standing.NONE
    assert any(g.what == "may be sought from" for g in due.because) == (opens != "-")


def test_it_opens_on_the_day_and_not_the_day_before():
    made = who()
    for day, allowed in ((date(2026, 2, 28), False), (date(2026, 3, 1), True)):
        assert may_apply(made, reckon(made, LAW, on=day), LAW, on=day).allowed is allowed


@pytest.mark.parametrize("kind", list(OrderKind))
def test_s91a_2b_not_while_an_order_that_carries_notification_runs(kind):
    made = who(orders=(Order("O1", kind, date(2020, 1, 1), date(2028, 1, 1)),))
    barred = kind in (OrderKind.SHPO, OrderKind.INTERIM_SHPO, OrderKind.SOPO)
    assert may_apply(made, reckon(made, LAW, on=TODAY), LAW, on=TODAY).allowed is not barred
    after = date(2028, 1, 1)
    assert may_apply(made, reckon(made, LAW, on=after), LAW, on=after).allowed


def test_an_order_that_is_over_bars_nobody_and_is_not_named():
    over = Order("O1", OrderKind.SHPO, date(2010, 1, 1), date(2020, 1, 1))
    travel = Order("O2", OrderKind.FOREIGN_TRAVEL, date(2024, 1, 1), date(2028, 1, 1))
    due = one(duties(who(orders=(over, travel)), LAW, on=TODAY), Duty.REVIEW_OPEN)
    assert all(given.what != "not while in force" for given in due.because)


def test_a_period_that_ends_is_not_reviewed():
    made = subject(convicted(date(2024, 3, 3)), notified=told("2024-03-04"))
    assert none_of(duties(made, LAW, on=TODAY), Duty.REVIEW_OPEN)
    assert not may_apply(made, reckon(made, LAW, on=TODAY), LAW, on=TODAY).allowed


@table("""
    case                         | barred | opens
    -----------------------------|--------|-----------
    eight years without more     | -      | 2026-05-20
    twelve years                 | 12     | 2030-05-20
    less than the law's least    | 3      | 2026-05-20
    """)
def test_s91b_3_to_6_after_a_refusal(barred, opens):
    refused = ReviewApplication(
        "R1",
        date(2018, 3, 2),
        decided_on=date(2018, 5, 20),
        outcome=ReviewOutcome.REFUSED,
        notice_received_on=date(2018, 5, 25),
        barred_years=int(barred) if barred != "-" else None,
    )
    made = who("2003-03-01", (refused,))
    assert qualifying_date(made, LIFE, LAW, on=TODAY)[0] == on(opens)


@table("""
    case                              | years | justified | allowed
    ----------------------------------|-------|-----------|--------
    seven                             | 7     | yes       | no
    eight                             | 8     | no        | yes
    nine without a reason             | 9     | no        | no
    nine with one                     | 9     | yes       | yes
    fifteen                           | 15    | yes       | yes
    sixteen                           | 16    | yes       | no
    """)
def test_rule_50_how_long_a_refusal_may_bar(years, justified, allowed):
    decision = may_set_further(int(years), justified=justified == "yes", law=LAW, on=TODAY)
    assert decision.allowed is (allowed == "yes")


def test_vector_19_an_application_from_receipt_to_appeal():
    told_bodies = replace(RECEIVED, bodies_notified_on=date(2026, 3, 16))
    found = duties(who(applications=(told_bodies,)), LAW, on=date(2026, 3, 20))
    assert one(found, Duty.REVIEW_ACKNOWLEDGED).by == date(2026, 3, 16)
    assert one(found, Duty.REVIEW_BODIES).by == bodies_by(date(2026, 3, 16), LAW) == date(2026, 4, 13)
    assert one(found, Duty.REVIEW_DECIDED).by == date(2026, 5, 25)
    assert one(found, Duty.REVIEW_DECIDED).confirmed
    assert none_of(found, Duty.REVIEW_OPEN)
    assert appeal_by(date(2026, 5, 25), LAW) == date(2026, 6, 14)


@table("""
    case                       | on_day     | by
    ---------------------------|------------|-----------
    the day before bodies know | 2026-03-15 | 2026-04-27
    the day they are told      | 2026-03-16 | 2026-05-25
    the day after              | 2026-03-17 | 2026-05-25
    """)
def test_the_day_to_decide_moves_when_bodies_are_told(on_day, by):
    told_bodies = replace(RECEIVED, bodies_notified_on=date(2026, 3, 16))
    assert decide_by(told_bodies, LAW, on=on(on_day))[0] == on(by)


def test_without_bodies_the_day_of_decision_is_a_reading_and_says_so():
    by, counted = decide_by(RECEIVED, LAW, on=date(2026, 3, 20))
    assert by == date(2026, 4, 27)
    assert "a reading" in counted.value
    due = one(duties(who(applications=(RECEIVED,)), LAW, on=date(2026, 3, 20)), Duty.REVIEW_DECIDED)
    assert due.confirmed is False


@table("""
    case                                | acknowledged | on_day     | standing
    ------------------------------------|--------------|------------|---------
    not yet                             | -            | 2026-03-02 | owed
    done                                | 2026-03-10   | 2026-03-10 | none
    done tomorrow                       | 2026-03-10   | 2026-03-09 | owed
    before it was received              | -            | 2026-03-01 |
    """)
def test_s91b_8_acknowledgement(acknowledged, on_day, standing):
    made = who(applications=(replace(RECEIVED, acknowledged_on=on(acknowledged)),))
    found = [d for d in duties(made, LAW, on=on(on_day)) if d.duty == Duty.REVIEW_ACKNOWLEDGED]
    assert [d.standing for d in found] == ([standing] if standing else [])


@table("""
    case                   | acknowledged | decided    | acknowledgement                       | decision
    -----------------------|--------------|------------|---------------------------------------|-------------------------------------
    both on the last day   | 2026-03-16   | 2026-05-25 | 16 March 2026, in time                | 25 May 2026, in time
    both a day late        | 2026-03-17   | 2026-05-26 | 17 March 2026, 1 day after the last day | 26 May 2026, 1 day after the last day
    both weeks late        | 2026-03-30   | 2026-06-08 | 30 March 2026, 14 days after the last day | 8 June 2026, 14 days after the last day
    """)
def test_a_step_taken_late_leaves_its_trace(acknowledged, decided, acknowledgement, decision):
    made = replace(
        RECEIVED,
        acknowledged_on=on(acknowledged),
        bodies_notified_on=date(2026, 3, 16),
        decided_on=on(decided),
        outcome=ReviewOutcome.GRANTED,
        notice_received_on=on(decided),
    )
    found = duties(who(applications=(made,)), LAW, on=date(2026, 7, 1))
    for duty, what, says in (
        (Duty.REVIEW_ACKNOWLEDGED, "acknowledged", acknowledgement),
        (Duty.REVIEW_DECIDED, "decided", decision),
    ):
        due = one(found, duty)
        assert due.standing is Standing.NONE
        assert [given.value for given in due.because if given.what == what] == [says]


def test_bodies_that_do_not_answer_hold_nothing_up():
    made = who(applications=(replace(RECEIVED, bodies_notified_on=date(2026, 3, 16)),))
    assert not none_of(duties(made, LAW, on=date(2026, 4, 13)), Duty.REVIEW_BODIES)
    assert none_of(duties(made, LAW, on=date(2026, 4, 14)), Duty.REVIEW_BODIES)


def test_a_decision_nobody_received_is_still_owed():
    """Hamill: decided in October, notified in January."""
    decided = replace(
        RECEIVED,
        bodies_notified_on=date(2026, 3, 16),
        decided_on=date(2026, 5, 20),
        outcome=ReviewOutcome.REFUSED,
    )
    due = one(duties(who(applications=(decided,)), LAW, on=TODAY), Duty.REVIEW_DECIDED)
    assert due.late(TODAY)
    assert due.because[-1].what == "decided, notice not shown to be received"


@table("""
    case                       | outcome | on_day     | open
    ---------------------------|---------|------------|-----
    refused, the day of notice | refused | 2026-05-25 | yes
    on the twenty-first day    | refused | 2026-06-14 | yes
    on the twenty-second       | refused | 2026-06-15 | no
    granted                    | granted | 2026-05-25 | no
    """)
def test_s91e_2_the_time_to_appeal(outcome, on_day, open):
    decided = replace(
        RECEIVED,
        decided_on=date(2026, 5, 20),
        outcome=ReviewOutcome(outcome),
        notice_received_on=date(2026, 5, 25),
    )
    found = duties(who(applications=(decided,)), LAW, on=on(on_day))
    assert none_of(found, Duty.REVIEW_APPEAL) == (open == "no")
    if open == "yes":
        assert one(found, Duty.REVIEW_APPEAL).standing is Standing.NONE


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2009, 1, 1), date(2026, 1, 1)), st.integers(0, 3000))
def test_a_later_first_notification_never_opens_a_review_earlier(first, later):
    opens = [
        qualifying_date(who(day.isoformat()), LIFE, LAW, on=TODAY)[0]
        for day in (first, first + timedelta(days=later))
    ]
    assert opens[0] <= opens[1]
