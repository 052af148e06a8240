"""A level or an interval set by rank, and when it comes back to be decided again."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.due import Standing
from watchkeeper.risk.facts import Override, OverrideKind, Plan
from watchkeeper.risk.rules.overrides import may_override, override_due
from watchkeeper.risk.rules.plans import as_reactive, with_interval
from watchkeeper.risk.rules.reading import review_counts

LAW = shelf.load()
ON = date(2026, 3, 20)
DAY = timedelta(days=1)
LEVEL, INTERVAL = OverrideKind.LEVEL, OverrideKind.INTERVAL
MADE = Override("V1", "P1", LEVEL, "L9", "low", "high", "letters", "O3", "inspector", ON, ON + 30 * DAY)
ALL_READ = LAW["supervisor_review_reads"].words(ON)


@table("""
    case                                  | kind     | was    | now    | reason  | begins | runs | unmet
    --------------------------------------|----------|--------|--------|---------|--------|------|--------------------
    a level for 90 days                   | LEVEL    | low    | high   | letters | 0      | 90   |
    a level for 91                        | LEVEL    | low    | high   | letters | 0      | 91   | runs for 90 days
    an interval for 180 days              | INTERVAL | 12     | 3      | letters | 0      | 180  |
    an interval for 181                   | INTERVAL | 12     | 3      | letters | 0      | 181  | runs for 180 days
    it runs out tomorrow                  | LEVEL    | low    | high   | letters | 0      | 1    |
    it runs out the day it begins         | LEVEL    | low    | high   | letters | 0      | 0    | runs out on a day
    to the level there is                 | LEVEL    | high   | high   | letters | 0      | 30   | changes the level
    no reason                             | LEVEL    | low    | high   |         | 0      | 30   | a reason is given
    it begins tomorrow                    | LEVEL    | low    | high   | letters | 1      | 30   | begins no later
    it began yesterday and is over        | LEVEL    | low    | high   | letters | -1     | 1    | runs out on a day
    """)
def test_what_rank_may_set(kind, was, now, reason, begins, runs, unmet):
    since = ON + int(begins) * DAY
    found = may_override(OverrideKind[kind], was, now, reason, since, since + int(runs) * DAY, LAW, on=ON)
    assert found.allowed is (unmet == "")
    assert len(found.unmet) == bool(unmet)
    assert all(reason.says.startswith(unmet) for reason in found.unmet)


@table("""
    case                                     | day | stands | standing | late
    -----------------------------------------|-----|--------|----------|-----
    the day it began                         | 0   | L9     | owed     | no
    the last day it is in force              | 29  | L9     | owed     | no
    the first day it is not                  | 30  | L9     | owed     | yes
    a year later, still followed             | 365 | L9     | owed     | yes
    another level set since                  | 10  | L10    | none     | no
    another level set, after it had run out  | 365 | L10    | none     | no
    nothing stands at all                    | 10  |        | none     | no
    """)
def test_an_override_that_has_run_out_is_owed_a_decision(day, stands, standing, late):
    on = ON + int(day) * DAY
    due = override_due(MADE, stands, LAW, on=on)
    assert due.standing is Standing(standing)
    assert due.late(on) is (late == "yes")
    assert due.about == "V1"
    assert (due.because[-1].what == "run out") is (late == "yes")


@table("""
    case                       | left                      | directed | counts
    ---------------------------|---------------------------|----------|-------
    everything read            |                           | nothing  | yes
    nothing said               |                           |          | no
    the plan not read          | risk management plan      | nothing  | no
    the triggers not verified  | intelligence and its triggers | nothing | no
    """)
def test_a_review_counts_when_all_of_it_was_read(left, directed, counts):
    read = [part for part in ALL_READ if part != left]
    assert review_counts(read, directed, LAW, on=ON).allowed is (counts == "yes")


def test_a_plan_made_reactive_or_given_an_interval_is_the_same_plan_otherwise():
    plan = Plan("P1", date(2025, 1, 6), 6, "old", pillars=("supervision",), actions_without_owner=2)
    reactive = as_reactive(plan, "settled", "O3", on=ON)
    assert (reactive.reactive, reactive.reactive_since, reactive.visit_every_months) == (True, ON, 6)
    visited = with_interval(reactive, 3, "letters", "O3", on=ON)
    assert (visited.reactive, visited.reactive_since, visited.visit_every_months) == (False, None, 3)
    for made in (reactive, visited):
        assert (made.pillars, made.actions_without_owner) == (("supervision",), 2)
        assert (made.made_on, made.approved_on, made.approved_by) == (ON, ON, "O3")


@given(st.integers(-400, 800))
def test_it_is_never_silent_while_it_is_followed(offset):
    on = ON + offset * DAY
    due = override_due(MADE, MADE.about, LAW, on=on)
    assert due.by == MADE.until - DAY
    assert due.late(on) is (on >= MADE.until)


@given(st.lists(st.sampled_from(ALL_READ)), st.sampled_from(["", " ", "nothing"]))
def test_a_review_lacks_exactly_what_was_not_read(read, directed):
    missing = len(set(ALL_READ) - set(read)) + (not directed.strip())
    assert len(review_counts(read, directed, LAW, on=ON).unmet) == missing
