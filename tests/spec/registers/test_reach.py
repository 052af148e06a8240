"""Days out of reach, and numbers in force on a day before the law began (s.81(1) and s.83(6))."""

from datetime import date

from tests.spec.registers.subjects import LAW, away, on, spans
from tests.table import table
from watchkeeper.law.span import Span
from watchkeeper.people.facts import AwayKind
from watchkeeper.registers.rules.reach import holding, items_said, spans_known, stopped, whole

TODAY = date(2026, 11, 22)


@table("""
    case                             | since      | until      | held
    ---------------------------------|------------|------------|-----
    goes in tomorrow                 | 2026-11-23 | -          | no
    goes in today                    | 2026-11-22 | -          | yes
    went in yesterday                | 2026-11-21 | -          | yes
    released yesterday               | 2026-11-01 | 2026-11-21 | no
    released today: at liberty today | 2026-11-01 | 2026-11-22 | no
    to be released tomorrow          | 2026-11-01 | 2026-11-23 | yes
    """)
def test_who_is_out_of_reach_on_a_day(since, until, held):
    span = away(since, until)
    assert holding((span,), on=TODAY) == (span if held == "yes" else None)


def test_of_several_spans_the_one_that_holds_today_is_said():
    over, now = away("2026-01-01", "2026-02-01"), away("2026-11-01", "", AwayKind.REMAND, "A2")
    assert holding((over, now), on=TODAY) == now


@table("""
    case                              | since      | until      | known
    ----------------------------------|------------|------------|------------------------
    begins tomorrow                   | 2026-11-23 | -          | nothing
    begins today                      | 2026-11-22 | -          | 2026-11-22 to -
    ended today                       | 2026-11-01 | 2026-11-22 | 2026-11-01 to 2026-11-22
    ends tomorrow: only expected      | 2026-11-01 | 2026-11-23 | 2026-11-01 to -
    ends before it begins: not a day  | 2026-11-01 | 2026-10-01 | 2026-11-01 to 2026-11-01
    """)
def test_what_is_known_of_a_span_on_a_day(since, until, known):
    found = spans_known((away(since, until),), on=TODAY)
    if known == "nothing":
        assert found == ()
    else:
        first, last = known.split(" to ")
        assert found == (Span(on(first), on(last)),)


def test_a_clock_that_stands_still_says_since_the_earliest_span_still_open():
    held = spans(away("2026-01-01", "2026-02-01"), away("2026-11-05"), away("2026-11-01"))
    assert stopped(held, "s.83(6)").value == (
        "out of reach since 1 November 2026; counted on from release or return"
    )


@table("""
    case                              | on_day     | days
    ----------------------------------|------------|-----
    long before Part 2 commenced      | 1997-09-01 | 3
    the day before                    | 2004-04-30 | 3
    the day it commenced              | 2004-05-01 | 3
    today                             | 2026-11-22 | 3
    """)
def test_before_a_number_was_in_force_the_first_there_was_applies(on_day, days):
    assert whole(LAW["initial_notification_days"], on(on_day)) == int(days)


def test_items_are_said_as_the_list_has_them_and_nothing_else_is_repeated():
    listed = LAW["notification_items"]
    first, second = listed.words(TODAY)[:2]
    said = items_said([f" {first.upper()} ", second, "a secret", "another", first], listed, on=TODAY)
    assert said == f"{first}, {second} and an item not on the list"
    assert items_said([], listed, on=TODAY) == "not recorded"
    assert items_said([first], listed, on=date(1997, 9, 1)) == first
