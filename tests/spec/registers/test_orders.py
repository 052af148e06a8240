"""Orders while they run, and before they are made (Sexual Offences Act 2003, ss.103A to 103F, 122A)."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import LAW, away, none_of, on, one, subject
from tests.table import table
from watchkeeper.law.due import Standing
from watchkeeper.registers.facts import Condition, Duty, Order, OrderKind
from watchkeeper.registers.rules.drafting import (
    may_apply_for_harm_order,
    may_apply_for_risk_order,
    may_be_drafted,
    may_give_foreign_conviction_notice,
)
from watchkeeper.registers.rules.duties import duties
from watchkeeper.registers.rules.orders import orders
from watchkeeper.workforce.facts import Rank

TODAY = date(2026, 11, 22)


def order(made="2024-03-02", until="2031-03-02", kind=OrderKind.SHPO, ref="O1", **more):
    return Order(ref, kind, on(made), on(until), **more)


def owed(*made, on_day=TODAY, **more):
    return tuple(orders(subject(orders=made, **more), LAW, on=on_day))


@table("""
    case                                | on_day     | by
    ------------------------------------|------------|-----------
    years before: the six-month mark    | 2026-01-01 | 2030-09-02
    on the six-month mark               | 2030-09-02 | 2030-09-02
    the day after it: the three-month   | 2030-09-03 | 2030-12-02
    the day after that: the one-month   | 2030-12-03 | 2031-02-02
    the day after that: the last day    | 2031-02-03 | 2031-03-01
    on the last day                     | 2031-03-01 | 2031-03-01
    """)
def test_an_order_does_not_lapse_unseen(on_day, by):
    due = one(owed(order(), on_day=on(on_day)), Duty.ORDER_EXPIRY)
    assert (due.by, due.about, due.confirmed) == (on(by), "O1", False)


def test_the_diary_minds_short_months():
    due = one(owed(order(until="2031-08-31"), on_day=date(2026, 1, 1)), Duty.ORDER_EXPIRY)
    assert due.by == date(2031, 2, 28)


@pytest.mark.parametrize(
    ("made", "on_day"),
    [
        (order(), date(2031, 3, 2)),
        (order(), date(2024, 3, 1)),
        (order(until="-"), TODAY),
        (order(ended_on=date(2026, 11, 22)), TODAY),
    ],
    ids=["lapsed", "not yet made", "until further order", "discharged"],
)
def test_nothing_lapses_that_does_not_run(made, on_day):
    assert none_of(owed(made, on_day=on_day), Duty.ORDER_EXPIRY)


def test_orders_go_on_when_notification_does_not():
    who = subject(orders=(order(kind=OrderKind.SRO),))
    found = duties(who, LAW, on=TODAY)
    assert one(found, Duty.PERIOD).standing is Standing.NONE
    assert one(found, Duty.ORDER_EXPIRY).by == date(2030, 9, 2)
    assert none_of(found, Duty.ANNUAL)


@table("""
    case                               | travel_until | on_day     | by
    -----------------------------------|--------------|------------|-----------
    three months before the end        | 2029-03-02   | 2026-11-22 | 2028-12-02
    on that day                        | 2029-03-02   | 2028-12-02 | 2028-12-02
    after it: the last day             | 2029-03-02   | 2028-12-03 | 2029-03-01
    once it is over                    | 2026-11-22   | 2026-11-22 | -
    """)
def test_s103d_3_a_travel_prohibition_is_renewed_or_ends(travel_until, on_day, by):
    found = owed(order(travel_until=on(travel_until)), on_day=on(on_day))
    if by == "-":
        assert none_of(found, Duty.TRAVEL_RENEWAL)
    else:
        assert one(found, Duty.TRAVEL_RENEWAL).by == on(by)


def test_a_total_ban_without_an_end_lacks_what_the_law_demands():
    due = one(owed(order(travel_total_ban=True)), Duty.TRAVEL_RENEWAL)
    assert due.standing is Standing.MISSING


@table("""
    case                                     | kind         | until      | travel_until | short
    -----------------------------------------|--------------|------------|--------------|------
    five years                               | SHPO         | 2029-03-02 | -            | no
    a day less                               | SHPO         | 2029-03-01 | -            | yes
    until further order                      | SHPO         | -          | -            | no
    only forbids travel                      | SHPO         | 2027-03-02 | 2027-03-02   | no
    an older order a day short               | SOPO         | 2029-03-01 | -            | yes
    an interim order may be short            | interim SHPO | 2027-03-02 | -            | no
    a risk order of two years and more       | SRO          | 2026-12-02 | -            | no
    """)
def test_s103c_2_an_order_shorter_than_the_law_allows(kind, until, travel_until, short):
    made = order(until=until, kind=OrderKind(kind), travel_until=on(travel_until))
    found = owed(made)
    assert none_of(found, Duty.ORDER_TERM) == (short == "no")
    assert may_be_drafted(made, (), LAW).reasons[0].met is (short == "no")
    if short == "yes":
        assert one(found, Duty.ORDER_TERM).standing is Standing.MISSING


def test_a_risk_order_of_less_than_two_years_is_too_short():
    assert not may_be_drafted(order(until="2026-03-01", kind=OrderKind.SRO), (), LAW).allowed


def condition(tested="-", method="ask for the phone", positive=False, order_ref="O1"):
    return Condition("K1", order_ref, "no phone unseen", positive, method, on(tested))


@table("""
    case                               | tested     | method  | standing | by
    -----------------------------------|------------|---------|----------|-----------
    tested once                        | 2026-10-31 | look    | owed     | 2027-01-31
    tested on the last of a month      | 2026-08-31 | look    | owed     | 2026-11-30
    never tested: from the order       | -          | look    | owed     | 2024-06-02
    a test that lies ahead             | 2026-11-23 | look    | owed     | 2024-06-02
    nobody has said how                | -          | -       | missing  | -
    nobody has said how, but somebody  | 2026-10-31 | -       | owed     | 2027-01-31
    """)
def test_a_condition_is_worth_its_last_test(tested, method, standing, by):
    found = owed(order(), conditions=(condition(tested, method.strip("-")),))
    due = one(found, Duty.CONDITION_TEST)
    assert (due.standing, due.by, due.about) == (standing, on(by), "K1")


def test_a_condition_of_an_order_that_has_ended_is_not_tested():
    found = owed(order(), conditions=(condition(order_ref="O2"),))
    assert none_of(found, Duty.CONDITION_TEST)
    assert none_of(owed(order(), conditions=(condition(),), on_day=date(2031, 3, 2)), Duty.CONDITION_TEST)


def test_nobody_is_tested_in_prison():
    due = one(owed(order(), conditions=(condition(),), away=(away("2026-11-01"),)), Duty.CONDITION_TEST)
    assert due.standing is Standing.HELD


@table("""
    case                                     | surrendered | returned   | ban_ends   | duty
    -----------------------------------------|-------------|------------|------------|------
    not handed in                            | -           | -          | 2028-03-02 | surrender of passports
    handed in                                | 2024-03-02  | -          | 2028-03-02 | -
    to be handed in tomorrow                 | 2026-11-23  | -          | 2028-03-02 | surrender of passports
    the ban is over today                    | 2024-03-02  | -          | 2026-11-22 | return of passports
    the ban is over tomorrow                 | 2024-03-02  | -          | 2026-11-23 | -
    given back                               | 2024-03-02  | 2026-11-22 | 2026-11-22 | -
    over and never handed in                 | -           | -          | 2026-11-22 | -
    """)
def test_s103d_4_and_5_passports(surrendered, returned, ban_ends, duty):
    made = order(
        travel_total_ban=True,
        travel_until=on(ban_ends),
        passports_surrendered_on=on(surrendered),
        passports_returned_on=on(returned),
    )
    found = [d for d in owed(made) if d.duty in (Duty.PASSPORTS_SURRENDERED, Duty.PASSPORTS_RETURNED)]
    assert [str(d.duty) for d in found] == ([duty] if duty != "-" else [])
    for due in found:
        expected = date(2024, 3, 2) if due.duty == Duty.PASSPORTS_SURRENDERED else on(ban_ends)
        assert due.by == expected


def test_passports_are_kept_while_another_total_ban_runs():
    over = order(
        travel_total_ban=True,
        travel_until=date(2026, 11, 1),
        passports_surrendered_on=date(2024, 3, 2),
    )
    other = order(
        ref="O2",
        travel_total_ban=True,
        travel_until=date(2028, 1, 1),
        passports_surrendered_on=date(2024, 3, 2),
    )
    assert none_of(owed(over, other), Duty.PASSPORTS_RETURNED)
    assert one(owed(over), Duty.PASSPORTS_RETURNED).by == date(2026, 11, 1)


@table("""
    case                                      | total_ban | made       | ended      | returned
    ------------------------------------------|-----------|------------|------------|---------
    another total ban runs                    | yes       | 2025-01-01 | -          | no
    another total ban made today              | yes       | 2026-11-22 | -          | no
    another total ban to be made tomorrow     | yes       | 2026-11-23 | -          | yes
    another order that bans no travel         | no        | 2025-01-01 | -          | yes
    another total ban ended today             | yes       | 2025-01-01 | 2026-11-22 | yes
    another total ban to end tomorrow         | yes       | 2025-01-01 | 2026-11-23 | no
    """)
def test_only_a_total_ban_that_runs_today_keeps_passports(total_ban, made, ended, returned):
    over = order(
        travel_total_ban=True,
        travel_until=date(2026, 11, 1),
        passports_surrendered_on=date(2024, 3, 2),
    )
    other = order(
        made,
        "2031-01-01",
        ref="O2",
        travel_total_ban=total_ban == "yes",
        ended_on=on(ended),
        passports_surrendered_on=on(made),
    )
    found = [due.about for due in owed(over, other) if due.duty == Duty.PASSPORTS_RETURNED]
    assert ("O1" in found) is (returned == "yes")


def test_passports_are_returned_when_the_whole_order_ends():
    made = order(
        travel_total_ban=True,
        travel_until=date(2028, 1, 1),
        passports_surrendered_on=date(2024, 3, 2),
        ended_on=date(2026, 6, 1),
    )
    assert one(owed(made), Duty.PASSPORTS_RETURNED).by == date(2026, 6, 1)


@table("""
    case                                | made       | travel_until | ban | positive | method | unmet
    ------------------------------------|------------|--------------|-----|----------|--------|------
    sound                               | 2024-03-02 | 2029-03-02   | no  | yes      | look   | 0
    travel a day more than five years   | 2024-03-02 | 2029-03-03   | no  | no       | look   | 1
    a total ban with no end             | 2024-03-02 | -            | yes | no       | look   | 1
    a requirement, the day before       | 2022-11-28 | -            | no  | yes      | look   | 1
    a requirement, from the day         | 2022-11-29 | -            | no  | yes      | look   | 0
    a term nobody can test              | 2024-03-02 | -            | no  | no       | -      | 1
    everything wrong is said at once    | 2022-11-28 | 2029-03-03   | no  | yes      | -      | 3
    """)
def test_what_a_draft_lacks(made, travel_until, ban, positive, method, unmet):
    drafted = order(made, "2032-03-02", travel_until=on(travel_until), travel_total_ban=ban == "yes")
    decision = may_be_drafted(drafted, [condition("-", method.strip("-"), positive == "yes")], LAW)
    assert len(decision.unmet) == int(unmet)
    assert decision.allowed is (unmet == "0")


def test_s103a_3_an_application_says_what_was_done_and_why_an_order_is_needed():
    ready = {
        "qualifying_offender": True,
        "acts_alleged": ["went to the park twice"],
        "why_necessary": "two children approached",
        "travel_sought": True,
        "country_list_regarded": True,
    }
    assert may_apply_for_harm_order(**ready).allowed
    for fact, lacking in (
        ("qualifying_offender", False),
        ("acts_alleged", []),
        ("why_necessary", " "),
        ("country_list_regarded", False),
    ):
        assert len(may_apply_for_harm_order(**{**ready, fact: lacking}).unmet) == 1
    no_travel = {**ready, "travel_sought": False, "country_list_regarded": False}
    assert may_apply_for_harm_order(**no_travel).allowed


def test_s122a_2_a_risk_order_needs_an_act_and_no_conviction():
    assert may_apply_for_risk_order(sexual_act_alleged=True, why_necessary="the child next door").allowed
    assert not may_apply_for_risk_order(sexual_act_alleged=False, why_necessary="the child").allowed
    assert not may_apply_for_risk_order(sexual_act_alleged=True, why_necessary="").allowed


@pytest.mark.parametrize("rank", list(Rank))
def test_a_foreign_conviction_is_made_notifiable_by_an_inspector_or_above(rank):
    decision = may_give_foreign_conviction_notice(rank, equivalent_offence=True, law=LAW, on=TODAY)
    assert decision.allowed is (rank not in (Rank.CONSTABLE, Rank.SERGEANT))
    assert not may_give_foreign_conviction_notice(rank, equivalent_offence=False, law=LAW, on=TODAY).allowed


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2024, 3, 2), date(2031, 3, 1)))
def test_the_diary_of_a_running_order_always_lies_ahead_and_within_it(day):
    due = one(owed(order(), on_day=day), Duty.ORDER_EXPIRY)
    assert day <= due.by < date(2031, 3, 2)
