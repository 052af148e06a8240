"""Journeys outside the United Kingdom (S.I. 2004/1220 as amended by S.I. 2012/1876)."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import LAW, away, convicted, none_of, on, one, subject, told
from tests.table import table
from watchkeeper.law.due import Standing
from watchkeeper.people.facts import AwayKind
from watchkeeper.registers.facts import Duty, Order, OrderKind, Trip
from watchkeeper.registers.rules.duties import duties
from watchkeeper.registers.rules.travel import further_in_time, last_for_notice, notice_in_time, return_exempt

TODAY = date(2026, 11, 22)
DEPARTS = date(2026, 7, 20)


def at(text):
    """An instant from a table, as London's clock shows it in summer: `2026-07-19 12:00`."""
    if text == "-":
        return None
    return datetime.fromisoformat(text).replace(tzinfo=UTC) - timedelta(hours=1)


def trip(known="2026-07-01", notified="-", **more):
    return replace(Trip("T1", DEPARTS, on(known), at(notified)), **more)


def who(*trips, **more):
    return subject(convicted(date(2022, 6, 1)), notified=told("2026-06-01"), trips=trips, **more)


@table("""
    case                                   | known      | by         | limb
    ---------------------------------------|------------|------------|----------
    vector 15: known weeks before          | 2026-07-01 | 2026-07-13 | 5(2)(a)
    known eight days before                | 2026-07-12 | 2026-07-13 | 5(2)(a)
    known exactly seven days before        | 2026-07-13 | 2026-07-19 | 5(3)
    known six days before                  | 2026-07-14 | 2026-07-19 | 5(3)
    vector 16: known two days before       | 2026-07-18 | 2026-07-19 | 5(3)
    """)
def test_reg_5_when_notice_is_owed(known, by, limb):
    due = one(duties(who(trip(known)), LAW, on=date(2026, 7, 10)), Duty.TRAVEL)
    assert (due.standing, due.by) == (Standing.OWED, on(by))
    assert due.cite.endswith(limb)
    assert due.confirmed is (limb == "5(2)(a)")


def test_vector_16_the_hours_run_to_the_start_of_the_date_of_departure():
    by, limb = last_for_notice(trip("2026-07-18"), LAW)
    assert by == date(2026, 7, 19)
    assert "12:00 on 19 July 2026" in limb.value


def test_before_2012_the_short_notice_was_a_day():
    old = replace(trip("2012-08-10"), departs_on=date(2012, 8, 12))
    assert "00:00 on 11 August 2012" in last_for_notice(old, LAW)[1].value


def test_a_journey_nobody_knows_since_when_is_a_missing_fact():
    due = one(duties(who(trip("-")), LAW, on=date(2026, 7, 10)), Duty.TRAVEL)
    assert due.standing is Standing.MISSING
    assert due.because[-1].what == "day the journey was fully known"


@table("""
    case                                  | known      | notified         | excuse | in_time
    --------------------------------------|------------|------------------|--------|--------
    on the seventh day, late in the day   | 2026-07-01 | 2026-07-13 23:59 | -      | yes
    a day late without excuse             | 2026-07-01 | 2026-07-14 00:00 | -      | no
    a day late with an excuse             | 2026-07-01 | 2026-07-14 00:00 | a bus  | yes
    24 hours before with an excuse        | 2026-07-01 | 2026-07-19 00:00 | a bus  | yes
    a minute less with an excuse          | 2026-07-01 | 2026-07-19 00:01 | a bus  | no
    known late: noon of the day before    | 2026-07-18 | 2026-07-19 12:00 | -      | yes
    known late: a minute after noon       | 2026-07-18 | 2026-07-19 12:01 | a bus  | no
    """)
def test_reg_5_whether_the_notice_was_in_time(known, notified, excuse, in_time):
    made = trip(known, notified, late_excuse=excuse.strip("-"))
    decision = notice_in_time(made, LAW, on=TODAY)
    assert decision.allowed is (in_time == "yes")
    found = one(duties(who(made), LAW, on=DEPARTS), Duty.TRAVEL)
    assert found.standing is Standing.NONE
    assert len(found.because) == len(decision.reasons)


def test_no_notice_at_all_is_not_in_time():
    assert not notice_in_time(trip(), LAW, on=TODAY).allowed


def test_a_notice_given_after_the_night_in_question_is_not_known_yet():
    made = trip("2026-07-01", "2026-07-12 09:00")
    assert one(duties(who(made), LAW, on=date(2026, 7, 11)), Duty.TRAVEL).standing is Standing.OWED
    assert one(duties(who(made), LAW, on=date(2026, 7, 12)), Duty.TRAVEL).standing is Standing.NONE


@table("""
    case                                      | zone             | hour     | day        | standing
    ------------------------------------------|------------------|----------|------------|---------
    in the evening, the same day              | Europe/London    | 20:00:00 | 2026-07-11 | none
    half past eleven is tomorrow in London    | Europe/London    | 23:30:00 | 2026-07-11 | owed
    and counts from tomorrow                  | Europe/London    | 23:30:00 | 2026-07-12 | none
    the same on a machine in America          | America/New_York | 20:00:00 | 2026-07-11 | none
    the same on a machine in Japan            | Asia/Tokyo       | 23:30:00 | 2026-07-11 | owed
    """)
def test_an_instant_without_a_zone_is_of_greenwich_wherever_the_machine_stands(
    zone, hour, day, standing, monkeypatch
):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        made = replace(trip("2026-07-01"), notified_at=datetime.fromisoformat(f"2026-07-11T{hour}"))
        assert one(duties(who(made), LAW, on=on(day)), Duty.TRAVEL).standing == standing
    finally:
        monkeypatch.undo()
        time.tzset()


def test_reg_6_what_is_held_and_not_given_is_asked_for():
    made = trip("2026-07-01", "2026-07-10 09:00", items_missing=("carrier", "accommodation"))
    due = one(duties(who(made), LAW, on=date(2026, 7, 12)), Duty.COMPLETE)
    assert due.because[-1].value == "carrier and accommodation"
    assert due.by == date(2026, 7, 10)


@table("""
    case                                  | changed          | told             | by         | excuse
    --------------------------------------|------------------|------------------|------------|-------
    changed a week before                 | 2026-07-13 09:00 | -                | 2026-07-18 | no
    a minute more than 24 hours           | 2026-07-18 23:59 | -                | 2026-07-18 | no
    24 hours before                       | 2026-07-19 00:00 | -                | 2026-07-19 | yes
    on the eve                            | 2026-07-19 18:00 | -                | 2026-07-19 | yes
    on the day of departure               | 2026-07-20 00:00 | -                | -          | -
    told already                          | 2026-07-13 09:00 | 2026-07-19 09:00 | -          | -
    """)
def test_reg_7_a_change_before_departure(changed, told, by, excuse):
    made = trip("2026-07-01", "2026-07-10 09:00", changed_at=at(changed), change_notified_at=at(told))
    found = duties(who(made), LAW, on=date(2026, 7, 21))
    if by == "-":
        assert none_of(found, Duty.TRAVEL_CHANGE)
    else:
        due = one(found, Duty.TRAVEL_CHANGE)
        assert (due.by, due.confirmed) == (on(by), False)
        assert any(g.cite.endswith("7(3)") and g.what == "needs" for g in due.because) == (excuse == "yes")


def test_a_journey_never_notified_has_no_further_notice():
    made = trip(changed_at=at("2026-07-13 09:00"))
    assert none_of(duties(who(made), LAW, on=date(2026, 7, 14)), Duty.TRAVEL_CHANGE)


@table("""
    case                                  | stated     | point    | back       | at       | told       | by
    --------------------------------------|------------|----------|------------|----------|------------|-----------
    date and point both met               | 2026-08-03 | Dover    | 2026-08-03 | dover    | -          | -
    vector 17: another airport            | 2026-08-03 | Gatwick  | 2026-08-03 | Stansted | -          | 2026-08-06
    a day early                           | 2026-08-03 | Dover    | 2026-08-02 | Dover    | -          | 2026-08-05
    a day late                            | 2026-08-03 | Dover    | 2026-08-04 | Dover    | -          | 2026-08-07
    no point stated                       | 2026-08-03 | -        | 2026-08-03 | Dover    | -          | 2026-08-06
    no date stated                        | -          | Dover    | 2026-08-03 | Dover    | -          | 2026-08-06
    point of arrival not recorded         | 2026-08-03 | Dover    | 2026-08-03 | -        | -          | 2026-08-06
    the police were told                  | -          | -        | 2026-08-03 | Dover    | 2026-08-20 | -
    they will be told tomorrow            | -          | -        | 2026-08-03 | Dover    | 2026-11-23 | 2026-08-06
    not back yet                          | -          | -        | 2026-11-23 | Dover    | -          | -
    """)
def test_reg_8_return(stated, point, back, at, told, by):
    made = Trip(
        "T1",
        DEPARTS,
        date(2026, 7, 1),
        datetime(2026, 7, 10, tzinfo=UTC),
        return_stated_on=on(stated),
        return_stated_point=point.strip("-"),
        returned_on=on(back),
        returned_point=at.strip("-"),
        return_notified_on=on(told),
    )
    found = duties(who(made), LAW, on=TODAY)
    if by == "-":
        assert none_of(found, Duty.TRAVEL_RETURN)
    else:
        due = one(found, Duty.TRAVEL_RETURN)
        assert (due.by, bool(return_exempt(made).unmet)) == (on(by), True)


BACK_AS_TOLD = Trip(
    "T1",
    DEPARTS,
    date(2026, 7, 1),
    datetime(2026, 7, 10, tzinfo=UTC),
    return_stated_on=date(2026, 8, 3),
    return_stated_point="Dover",
    returned_on=date(2026, 8, 3),
    returned_point="Dover",
)


@table("""
    case                     | what                | value      | said
    -------------------------|---------------------|------------|----------------------------------------------------
    no notice                | notified_at         |            | no notice before leaving
    no date of return        | return_stated_on    |            | no date of return notified
    a day late               | returned_on         | 2026-08-04 | returned on 4 August 2026; 3 August 2026 notified
    day not recorded         | returned_on         |            | day of return not recorded; 3 August 2026 notified
    no point of arrival      | return_stated_point |            | no point of arrival notified
    another point            | returned_point      | Harwich    | arrived at another point
    point not recorded       | returned_point      |            | point of arrival not recorded
    """)
def test_what_was_not_as_notified_is_said_as_it_happened(what, value, said):
    found = on(value) if what.endswith("_on") else value or ("" if what.endswith("point") else None)
    decision = return_exempt(replace(BACK_AS_TOLD, **{what: found}))
    assert [reason.says for reason in decision.unmet] == [said]


def test_a_return_as_notified_says_so():
    assert [(reason.says, reason.cite[-7:]) for reason in return_exempt(BACK_AS_TOLD).reasons] == [
        ("notice given before leaving", "reg.8(3)"[-7:]),
        ("returned on the date notified: 3 August 2026", "8(3)(a)"),
        ("arrived at the point notified", "8(3)(b)"),
    ]


def test_a_date_and_point_never_notified_excuse_nobody():
    made = trip(
        return_stated_on=date(2026, 8, 3),
        return_stated_point="Dover",
        returned_on=date(2026, 8, 3),
        returned_point="Dover",
    )
    assert one(duties(who(made), LAW, on=TODAY), Duty.TRAVEL_RETURN).by == date(2026, 8, 6)


@table("""
    case                                   | on_day     | abroad | standing
    ---------------------------------------|------------|--------|---------
    three days after the stated day        | 2026-08-06 | no     | -
    four days after it                     | 2026-08-07 | no     | missing
    known to be still abroad               | 2026-08-07 | yes    | -
    """)
def test_a_return_nobody_recorded_is_a_missing_fact(on_day, abroad, standing):
    made = trip("2026-07-01", "2026-07-10 09:00", return_stated_on=date(2026, 8, 3))
    held = (away("2026-07-20", "", AwayKind.ABROAD),) if abroad == "yes" else ()
    found = duties(who(made, away=held), LAW, on=on(on_day))
    if standing == "-":
        assert none_of(found, Duty.TRAVEL_RETURN)
    else:
        assert one(found, Duty.TRAVEL_RETURN).standing == standing


@table("""
    case                                 | back       | told       | owed
    -------------------------------------|------------|------------|-----
    still away                           | -          | -          | yes
    back and nobody told                 | 2026-08-03 | -          | yes
    back and the police told of it       | 2026-08-03 | 2026-08-04 | no
    """)
def test_a_journey_never_notified_stays_open_until_the_police_know(back, told, owed):
    made = trip(returned_on=on(back), return_notified_on=on(told))
    assert none_of(duties(who(made), LAW, on=TODAY), Duty.TRAVEL) == (owed == "no")


def test_a_journey_before_the_register_began_is_not_notified():
    assert none_of(duties(who(replace(trip(), departs_on=date(2022, 5, 31))), LAW, on=TODAY), Duty.TRAVEL)


@table("""
    case                                    | kind                 | ban | until      | travel_until | stopped
    ----------------------------------------|----------------------|-----|------------|--------------|--------
    a total ban                             | SHPO                 | yes | 2030-01-01 | 2028-01-01   | yes
    some countries: somebody must look      | SHPO                 | no  | 2030-01-01 | 2028-01-01   | yes
    the prohibition ends on the day         | SHPO                 | no  | 2030-01-01 | 2026-07-20   | no
    the prohibition ends the day after      | SHPO                 | no  | 2030-01-01 | 2026-07-21   | yes
    an order that says nothing of travel    | SHPO                 | no  | 2030-01-01 | -            | no
    a total ban with no end recorded        | SHPO                 | yes | -          | -            | yes
    an order over before departure          | SHPO                 | yes | 2026-07-15 | 2028-01-01   | no
    a foreign travel order                  | foreign travel order | no  | 2030-01-01 | -            | yes
    a risk order                            | SRO                  | yes | 2030-01-01 | 2028-01-01   | yes
    """)
def test_s103d_2_travel_an_order_forbids(kind, ban, until, travel_until, stopped):
    order = Order(
        "O1",
        OrderKind(kind),
        date(2025, 1, 1),
        on(until),
        travel_until=on(travel_until),
        travel_total_ban=ban == "yes",
    )
    made = who(trip("2026-07-01", "2026-07-10 09:00"), orders=(order,))
    found = duties(made, LAW, on=date(2026, 7, 12))
    if stopped == "no":
        assert none_of(found, Duty.TRAVEL_PROHIBITED)
    else:
        due = one(found, Duty.TRAVEL_PROHIBITED)
        assert (due.by, due.about) == (date(2026, 7, 10), "T1")


def test_forbidden_travel_is_shown_until_the_return_even_when_nobody_gave_notice():
    order = Order(
        "O1",
        OrderKind.SHPO,
        date(2025, 1, 1),
        None,
        travel_until=date(2028, 1, 1),
        travel_total_ban=True,
    )
    made = who(trip(returned_on=date(2026, 8, 3)), orders=(order,))
    assert one(duties(made, LAW, on=date(2026, 8, 2)), Duty.TRAVEL_PROHIBITED).by == DEPARTS
    assert none_of(duties(made, LAW, on=date(2026, 8, 3)), Duty.TRAVEL_PROHIBITED)


def test_a_journey_that_is_over_hides_no_forbidden_journey_after_it():
    order = Order(
        "O1",
        OrderKind.SHPO,
        date(2026, 7, 25),
        None,
        travel_until=date(2028, 1, 1),
        travel_total_ban=True,
    )
    over = trip(returned_on=date(2026, 7, 22))
    before = replace(trip(), ref="T2", departs_on=date(2026, 7, 24))
    ahead = replace(trip(), ref="T3", departs_on=date(2026, 9, 1))
    made = who(over, before, ahead, orders=(order,))
    assert one(duties(made, LAW, on=date(2026, 8, 1)), Duty.TRAVEL_PROHIBITED).about == "T3"


@table("""
    case                                   | back       | told       | on_day     | owed
    ---------------------------------------|------------|------------|------------|-----
    the day before the return              | 2026-08-02 | -          | 2026-08-01 | no
    the day of the return                  | 2026-08-02 | -          | 2026-08-02 | yes
    the day of the return, told at once    | 2026-08-02 | 2026-08-02 | 2026-08-02 | no
    """)
def test_a_return_is_owed_from_the_day_itself(back, told, on_day, owed):
    made = trip("2026-07-01", "2026-07-20 09:00", returned_on=on(back), return_notified_on=on(told))
    found = duties(who(made), LAW, on=on(on_day))
    assert none_of(found, Duty.TRAVEL_RETURN) is (owed == "no")
    assert none_of(found, Duty.TRAVEL) is (told != "-")


def test_an_instant_of_another_zone_is_read_in_its_own():
    eastward = datetime(2026, 7, 12, 0, 30, tzinfo=timezone(timedelta(hours=5)))  # still the 11th in London
    made = replace(trip("2026-07-01"), notified_at=eastward)
    assert one(duties(who(made), LAW, on=date(2026, 7, 11)), Duty.TRAVEL).standing is Standing.NONE


def test_two_orders_that_forbid_one_journey_are_one_alert_with_both_reasons():
    both = tuple(
        Order(ref, kind, date(2025, 1, 1), None, travel_until=date(2028, 1, 1))
        for ref, kind in (("O1", OrderKind.SHPO), ("O2", OrderKind.SRO))
    )
    due = one(duties(who(trip(), orders=both), LAW, on=date(2026, 7, 12)), Duty.TRAVEL_PROHIBITED)
    assert [g.what.split()[1] for g in due.because[1:]] == ["O1", "O2"]


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2026, 1, 1), date(2026, 7, 20)), st.dates(date(2026, 1, 1), date(2026, 7, 20)))
def test_knowing_earlier_never_leaves_more_time(one_day, another):
    earlier, later = sorted((one_day, another))
    by_earlier, _ = last_for_notice(replace(trip(), known_since=earlier), LAW)
    by_later, _ = last_for_notice(replace(trip(), known_since=later), LAW)
    assert by_earlier <= by_later < DEPARTS


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 28_800), st.integers(0, 10_000), st.booleans())
def test_notice_given_earlier_is_never_worse(moment, minutes, excused):
    first = datetime(2026, 7, 1, tzinfo=UTC)
    excuse = "a bus" if excused else ""
    later = replace(trip(late_excuse=excuse), notified_at=first + timedelta(minutes=moment))
    sooner = replace(later, notified_at=later.notified_at - timedelta(minutes=minutes))
    if notice_in_time(later, LAW, on=TODAY).allowed:
        assert notice_in_time(sooner, LAW, on=TODAY).allowed


@table("""
    case                                           | told             | excuse | unmet
    -----------------------------------------------|------------------|--------|------
    a day and more before                          | 2026-07-18 23:00 |        |
    24 hours before the date to the minute         | 2026-07-19 00:00 |        |
    a minute later, with no excuse                 | 2026-07-19 00:01 |        | 7(3)
    a minute later, with an excuse                 | 2026-07-19 00:01 | flight |
    12 hours before to the minute, with an excuse  | 2026-07-19 12:00 | flight |
    a minute later no excuse helps                 | 2026-07-19 12:01 | flight | 7(2)
    a minute later with none                       | 2026-07-19 12:01 |        | 7(2) 7(3)
    never told                                     |                  |        | 7(1)
    """)
def test_a_further_notice_is_in_time_or_not(told, excuse, unmet):
    made = replace(
        trip("2026-07-01", "2026-07-10 09:00", changed_at=at("2026-07-12 09:00")),
        change_notified_at=at(told) if told else None,
        change_excuse=excuse,
    )
    decision = further_in_time(made, LAW, on=date(2026, 7, 20))
    assert [reason.cite.removeprefix("S.I. 2004/1220, reg.") for reason in decision.unmet] == unmet.split()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 20 * 24 * 60), st.integers(0, 600))
def test_a_further_notice_given_sooner_is_never_worse(minutes, sooner):
    start = at("2026-07-01 09:00")
    known = trip("2026-07-01", "2026-07-01 08:00")
    late = replace(known, change_notified_at=start + timedelta(minutes=minutes))
    soon = replace(late, change_notified_at=late.change_notified_at - timedelta(minutes=min(sooner, minutes)))
    decisions = [further_in_time(one, LAW, on=date(2026, 8, 1)).allowed for one in (late, soon)]
    assert decisions[1] >= decisions[0]
