"""Clocks of vetting. Police (Vetting) Regulations 2025, regs 5 and 13."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.workforce.fitting import DAY, FIT, LAW, LONG_AGO, ON, day
from tests.table import table
from watchkeeper.law import calendar
from watchkeeper.law.due import Standing
from watchkeeper.workforce.conduct import (
    Clearance,
    ClearanceChange,
    ClearanceStep,
    SuspensionReview,
    VettingLevel,
)
from watchkeeper.workforce.facts import Duty, Role
from watchkeeper.workforce.rules.vetting import change_dues, clearance_dues, vetting_dues

ENGLAND = calendar.england_and_wales()


def clearance(granted: str, expires: str, ref: str = "C1") -> Clearance:
    return Clearance(ref, "O1", VettingLevel.RV, day(granted), day(expires))


@table("""
    case                                       | expires | standing | by
    -------------------------------------------|---------|----------|----
    91 days ahead: not owed yet                | 91      |          |
    90 days ahead                              | 90      | owed     | 89
    89 days ahead                              | 89      | owed     | 88
    expires tomorrow: today is the last day    | 1       | owed     | 0
    expires today                              | 0       | owed     | -1
    expired yesterday                          | -1      | owed     | -2
    nobody recorded an expiry                  |         | missing  |
    """)
def test_renewal(expires, standing, by):
    dues = clearance_dues([clearance("-400", expires)], LAW, on=ON)
    assert [due.standing for due in dues] == ([Standing(standing)] if standing else [])
    assert [due.by for due in dues if due.by] == ([day(by)] if by else [])


def test_no_clearance_on_record_is_missing_and_louder_than_late():
    (due,) = clearance_dues([], LAW, on=ON)
    assert (due.duty, due.standing, due.by) == (Duty.VETTING, Standing.MISSING, None)
    (due,) = clearance_dues([clearance("1", "400")], LAW, on=ON)
    assert due.standing is Standing.MISSING


def test_a_later_clearance_renews_an_earlier_one():
    assert clearance_dues([clearance("-400", "-1"), clearance("0", "400", "C2")], LAW, on=ON) == ()


def test_nothing_is_owed_of_whoever_is_not_in_post():
    gone = replace(FIT, officer=replace(FIT.officer, until=ON), clearances=())
    assert vetting_dues(gone, (), LAW, ENGLAND, on=ON) == ()
    staying = replace(gone, officer=replace(FIT.officer, until=ON + DAY))
    assert [due.duty for due in vetting_dues(staying, (), LAW, ENGLAND, on=ON)] == [Duty.VETTING]


def test_nothing_is_owed_of_the_named_system_officer():
    system = replace(FIT, officer=replace(FIT.officer, role=Role.SYSTEM), clearances=())
    assert vetting_dues(system, (), LAW, ENGLAND, on=ON) == ()


def changed(step: str, on: date, **more) -> ClearanceChange:
    return ClearanceChange(
        "K1", "O1", ClearanceStep(step), on, **{"redeployment_considered": True, "told_on": on, **more}
    )


def owed(change: ClearanceChange, *reviews: SuspensionReview, on: date = ON) -> dict:
    one = replace(FIT, changes=(change,))
    return {due.duty: due for due in change_dues(one, reviews, LAW, ENGLAND, on=on)}


@table("""
    case                                          | on         | last
    ----------------------------------------------|------------|-----------
    on a Monday: Thursday is the last day         | 2026-03-16 | 2026-03-19
    on a Wednesday: the weekend does not count    | 2026-03-18 | 2026-03-23
    on a Saturday: Monday is the first to count   | 2026-03-14 | 2026-03-18
    before Easter: four days do not count         | 2026-04-02 | 2026-04-09
    """)
def test_told_in_writing_within_three_working_days(on, last):
    when = date.fromisoformat(on)
    due = owed(changed("suspended", when, told_on=None), on=when)[Duty.VETTING_TOLD]
    assert due.by == date.fromisoformat(last)
    assert not due.late(due.by)
    assert due.late(due.by + DAY)
    assert due.owner == "vetting officer"


@table("""
    case                      | told | owed
    --------------------------|------|-----
    told yesterday            | -1   | no
    told today                | 0    | no
    to be told tomorrow       | 1    | yes
    not recorded              |      | yes
    """)
def test_told_is_told_from_its_day(told, owed):
    found = change_dues(
        replace(FIT, changes=(changed("withdrawn", ON - 9 * DAY, told_on=day(told)),)),
        (),
        LAW,
        ENGLAND,
        on=ON,
    )
    assert [due.duty for due in found] == ([Duty.VETTING_TOLD] if owed == "yes" else [])


@table("""
    case                                              | reviews        | by
    --------------------------------------------------|----------------|----
    none yet: four weeks after it began               |                | -12
    reviewed: four weeks after the last               | -5             | 23
    the last counts, whatever the order               | -5, -20        | 23
    a review to come is none yet                      | 1              | -12
    a review before it began is of another            | -50            | -12
    """)
def test_a_suspension_of_clearance_is_reviewed_every_four_weeks(reviews, by):
    began = ON - 40 * DAY
    done = [
        SuspensionReview(f"V{at}", "O1", "K1", day(text))
        for at, text in enumerate(filter(None, reviews.split(", ")))
    ]
    due = owed(changed("suspended", began), *done)[Duty.VETTING_REVIEW]
    assert due.by == day(by)


def test_a_review_of_something_else_does_not_count():
    other = SuspensionReview("V1", "O1", "X9", ON - DAY)
    due = owed(changed("suspended", ON - 40 * DAY), other)[Duty.VETTING_REVIEW]
    assert due.late(ON)


def test_a_review_that_ended_it_leaves_its_end_missing():
    ended = SuspensionReview("V1", "O1", "K1", ON - DAY, continued=False)
    assert owed(changed("suspended", ON - 9 * DAY), ended)[Duty.VETTING_REVIEW].standing is Standing.MISSING


@table("""
    case                      | considered | owed
    --------------------------|------------|-----
    considered                | yes        | no
    not considered            | no         | yes
    nobody recorded it        |            | yes
    """)
def test_redeployment_is_considered_before_clearance_is_suspended(considered, owed):
    change = changed("suspended", ON, redeployment_considered={"yes": True, "no": False}.get(considered))
    found = change_dues(replace(FIT, changes=(change,)), (), LAW, ENGLAND, on=ON)
    missing = [due.duty for due in found if due.standing is Standing.MISSING]
    assert missing == ([Duty.REDEPLOYMENT] if owed == "yes" else [])


def test_what_was_restored_or_withdrawn_is_reviewed_no_more():
    restored = replace(changed("restored", ON), ref="K2")
    one = replace(FIT, changes=(changed("suspended", ON - 60 * DAY), restored))
    assert change_dues(one, (), LAW, ENGLAND, on=ON) == ()
    assert owed(changed("withdrawn", ON - 60 * DAY)) == {}


def test_before_the_regulations_were_in_force_nothing_is_owed_under_them():
    early = date(2025, 5, 13)
    assert owed(changed("suspended", early, told_on=None), on=early) == {}
    assert Duty.VETTING_TOLD in owed(changed("suspended", early, told_on=None), on=early + DAY)


@settings(max_examples=60, deadline=None)
@given(st.integers(-400, 400), st.integers(0, 60))
def test_a_later_expiry_is_never_owed_sooner(expires, longer):
    def by(days: int) -> date:
        dues = clearance_dues(
            [Clearance("C1", "O1", VettingLevel.RV, LONG_AGO, ON + timedelta(days))], LAW, on=ON
        )
        return dues[0].by if dues else date.max

    assert by(expires) <= by(expires + longer)
