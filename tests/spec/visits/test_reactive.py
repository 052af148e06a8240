"""Reactive management: who may have home visits stopped, and what starts them again."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.due import Standing
from watchkeeper.risk.facts import LEVELS, Intelligence, Level, Outlook, Plan, SetLevel
from watchkeeper.visits.facts import Contact, Duty
from watchkeeper.visits.rules.frequency import visit_due
from watchkeeper.visits.rules.reactive import may_be_reactive, reactive_holds

LAW = shelf.load()
ON = date(2026, 3, 20)
SINCE = date(2026, 3, 2)


def day(text: str) -> date | None:
    """A day as `26-03-02`; blank is None."""
    return date.fromisoformat(f"20{text}") if text else None


def person(
    level: str = "low",
    low_since: str = "20-01-01",
    last_intelligence: str = "",
    unread: bool = False,
    reason: str = "settled",
    approved: str = "26-03-01",
    since: date | None = SINCE,
    reactive: bool = True,
) -> Outlook:
    plan = Plan(
        "P1",
        date(2026, 3, 1),
        deviation_reason=reason,
        reactive=reactive,
        reactive_since=since,
        approved_on=day(approved),
        approved_by="O2" if approved else "",
    )
    last = day(last_intelligence)
    items = (Intelligence("I1", last),) if unread and last else ()
    return Outlook(
        level=SetLevel("L1", Level(level), date(2020, 1, 1), "O1") if level else None,
        level_low_since=day(low_since) if level == "low" else None,
        plan=plan,
        intelligence=items,
        last_intelligence_on=last,
        registered_on=date(2015, 1, 1),
    )


@table("""
    case                                       | level     | low_since | intelligence | reason  | approved | unmet
    -------------------------------------------|-----------|-----------|--------------|---------|----------|------
    everything is there                        | low       | 20-01-01  |              | settled | 26-03-01 | 0
    low for three years and a day              | low       | 23-03-19  |              | settled | 26-03-01 | 0
    low for three years to the day             | low       | 23-03-20  |              | settled | 26-03-01 | 0
    a day short of three years                 | low       | 23-03-21  |              | settled | 26-03-01 | 1
    medium: neither low nor long               | medium    |           |              | settled | 26-03-01 | 2
    high                                       | high      |           |              | settled | 26-03-01 | 2
    very high                                  | very high |           |              | settled | 26-03-01 | 2
    no level is never low                      |           |           |              | settled | 26-03-01 | 2
    intelligence three years and a day ago     | low       | 20-01-01  | 23-03-19     | settled | 26-03-01 | 0
    intelligence three years ago to the day    | low       | 20-01-01  | 23-03-20     | settled | 26-03-01 | 0
    intelligence a day less than three years   | low       | 20-01-01  | 23-03-21     | settled | 26-03-01 | 1
    intelligence today                         | low       | 20-01-01  | 26-03-20     | settled | 26-03-01 | 1
    no reason                                  | low       | 20-01-01  |              |         | 26-03-01 | 1
    not approved                               | low       | 20-01-01  |              | settled |          | 1
    approved today                             | low       | 20-01-01  |              | settled | 26-03-20 | 0
    approved tomorrow                          | low       | 20-01-01  |              | settled | 26-03-21 | 1
    nothing is there: all of it is said        |           |           | 26-03-20     |         |          | 5
    """)
def test_rule_71(level, low_since, intelligence, reason, approved, unmet):
    got = may_be_reactive(
        person(level, low_since, intelligence, reason=reason, approved=approved), LAW, on=ON
    )
    assert len(got.unmet) == int(unmet), [why.says for why in got.unmet]
    assert got.allowed is (unmet == "0")


def test_intelligence_nobody_has_read_bars_it_however_old():
    old = person(last_intelligence="20-03-01", unread=True)
    got = may_be_reactive(old, LAW, on=ON)
    assert [why.says for why in got.unmet] == ["items of intelligence nobody has reviewed: 1"]
    assert may_be_reactive(person(last_intelligence="20-03-01"), LAW, on=ON).allowed


def test_nobody_without_a_plan_is_on_it_or_may_be():
    bare = replace(person(), plan=None)
    assert len(may_be_reactive(bare, LAW, on=ON).unmet) == len(("approval", "reason"))
    assert not reactive_holds(bare, LAW, on=ON).allowed


@table("""
    case                                         | intelligence | change   | child    | holds
    ---------------------------------------------|--------------|----------|----------|------
    nothing has happened                         |              |          |          | yes
    intelligence the day before it began         | 26-03-01     |          |          | yes
    intelligence the day it began                | 26-03-02     |          |          | no
    intelligence the day after                   | 26-03-03     |          |          | no
    intelligence today                           | 26-03-20     |          |          | no
    a change notified the day before             |              | 26-03-01 |          | yes
    a change notified the day it began           |              | 26-03-02 |          | no
    a change notified the day after              |              | 26-03-03 |          | no
    a change notified tomorrow is not known      |              | 26-03-21 |          | yes
    a child in the household since before        |              |          | 26-03-01 | yes
    a child came the day it began                |              |          | 26-03-02 | no
    a child came the day after                   |              |          | 26-03-03 | no
    a child comes tomorrow                       |              |          | 26-03-21 | yes
    all three                                    | 26-03-03     | 26-03-03 | 26-03-03 | no
    """)
def test_rule_70_it_ends_by_itself(intelligence, change, child, holds):
    got = reactive_holds(
        person(last_intelligence=intelligence),
        LAW,
        on=ON,
        last_change_on=day(change),
        child_since=day(child),
    )
    assert got.allowed is (holds == "yes")


@table("""
    case                                       | level  | low_since | reason  | approved | since    | unmet
    -------------------------------------------|--------|-----------|---------|----------|----------|------
    as it should be                            | low    | 20-01-01  | settled | 26-03-01 | 26-03-02 | 0
    low three years to the day it began        | low    | 23-03-02  | settled | 26-03-01 | 26-03-02 | 0
    began a day too soon                       | low    | 23-03-03  | settled | 26-03-01 | 26-03-02 | 1
    no longer low                              | medium |           | settled | 26-03-01 | 26-03-02 | 2
    never approved                             | low    | 20-01-01  | settled |          | 26-03-02 | 1
    no reason was given                        | low    | 20-01-01  |         | 26-03-01 | 26-03-02 | 1
    no beginning recorded                      | low    | 20-01-01  | settled | 26-03-01 |          | 1
    begins today                               | low    | 20-01-01  | settled | 26-03-01 | 26-03-20 | 0
    begins tomorrow                            | low    | 20-01-01  | settled | 26-03-01 | 26-03-21 | 1
    """)
def test_it_holds_only_while_what_let_it_begin_still_stands(level, low_since, reason, approved, since, unmet):
    got = reactive_holds(
        person(level, low_since, reason=reason, approved=approved, since=day(since)), LAW, on=ON
    )
    assert len(got.unmet) == int(unmet), [why.says for why in got.unmet]


def test_while_it_holds_no_visit_is_owed_and_every_reason_is_told():
    got = visit_due(Contact(last_seen_on=date(2022, 1, 10)), person(), (), LAW, on=ON)
    assert (got.duty, got.standing, got.by) == (Duty.VISIT, Standing.NONE, None)
    assert len(got.because) == 1 + len(reactive_holds(person(), LAW, on=ON).reasons)


def test_once_it_ends_the_date_is_counted_from_the_day_last_seen_and_the_ending_is_told():
    seen = Contact(last_seen_on=date(2022, 1, 10))
    got = visit_due(seen, person(last_intelligence="26-03-19"), (), LAW, on=ON)
    assert (got.standing, got.by) == (Standing.OWED, date(2023, 1, 10))
    assert ("reactive no longer holds", "intelligence received on 19 March 2026") in [
        (given.what, given.value) for given in got.because
    ]


FLAWS = {
    "level": {"level": "medium"},
    "months": {"low_since": "25-01-01"},
    "intelligence": {"last_intelligence": "26-03-10"},
    "reason": {"reason": ""},
    "approval": {"approved": ""},
    "plan": {"reactive": False},
}


@pytest.mark.parametrize("flaws", list(product([False, True], repeat=len(FLAWS))))
def test_the_whole_matrix_only_the_flawless_holds(flaws):
    chosen: dict[str, object] = {}
    for name, flawed in zip(FLAWS, flaws, strict=True):
        if flawed:
            chosen |= FLAWS[name]
    decision = reactive_holds(person(**chosen), LAW, on=ON)  # type: ignore[arg-type]
    assert decision.allowed is (not any(flaws))
    assert {reason.met for reason in decision.reasons} <= {True, False}


days = st.none() | st.dates(date(2022, 1, 1), ON)


@settings(max_examples=100, deadline=None)
@given(
    level=st.none() | st.sampled_from(LEVELS),
    low_since=days,
    received=days,
    change=days,
    child=days,
    since=days,
)
def test_more_that_happens_never_keeps_it_going_and_there_is_always_a_reason(
    level, low_since, received, change, child, since
):
    quiet = replace(person(level or "", since=since), level_low_since=low_since)
    busy = replace(quiet, last_intelligence_on=received)
    before = reactive_holds(quiet, LAW, on=ON)
    after = reactive_holds(busy, LAW, on=ON, last_change_on=change, child_since=child)
    assert before.reasons
    assert len(before.reasons) == len(after.reasons)
    assert before.allowed or not after.allowed
