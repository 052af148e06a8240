"""Telling the police of changes (Sexual Offences Act 2003, s.84; S.I. 2012/1876)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import LAW, away, convicted, law_with, none_of, on, one, subject, told
from tests.table import table
from watchkeeper.law.due import Standing
from watchkeeper.people.facts import Alias, AwayKind
from watchkeeper.registers.facts import Change, Duty, Matter, Notification, NotificationKind, Notified, Stay
from watchkeeper.registers.rules.changes import answered, release_due
from watchkeeper.registers.rules.duties import duties
from watchkeeper.registers.rules.stays import must_notify_household

TODAY = date(2026, 11, 22)
TOLD = told("2026-05-01", "2022-06-02")


def who(*changes, **more):
    given = {"notified": TOLD, "changes": tuple(changes), **more}
    return subject(convicted(date(2022, 6, 1)), **given)


@pytest.mark.parametrize("matter", list(Matter))
def test_every_matter_is_owed_within_three_days_beginning_with_it(matter):
    due = one(duties(who(Change("C1", matter, date(2026, 6, 7))), LAW, on=TODAY), Duty.CHANGE)
    assert (due.by, due.about) == (date(2026, 6, 9), "C1")
    assert "84(1)" in due.cite


@table("""
    case                                  | since      | until      | by
    --------------------------------------|------------|------------|-----------
    at liberty                            | -          | -          | 2026-06-09
    in custody on the second day          | 2026-06-08 | 2026-07-01 | 2026-07-02
    away the whole time                   | 2026-06-07 | 2026-07-01 | 2026-07-03
    away too late to matter               | 2026-06-10 | 2026-07-01 | 2026-06-09
    """)
def test_s84_5_days_away_are_left_out(since, until, by):
    held = (away(since, until, AwayKind.ABROAD),) if since != "-" else ()
    made = who(Change("C1", Matter.BANK, date(2026, 6, 7)), away=held)
    assert one(duties(made, LAW, on=TODAY), Duty.CHANGE, "C1").by == on(by)


def test_a_change_is_held_while_the_person_is_away():
    made = who(Change("C1", Matter.BANK, date(2026, 6, 7)), away=(away("2026-06-08"),))
    assert one(duties(made, LAW, on=TODAY), Duty.CHANGE, "C1").standing is Standing.HELD


@table("""
    case                                    | happened   | answered   | owed
    ----------------------------------------|------------|------------|-----
    answered in time                        | 2026-06-07 | 2026-06-09 | no
    answered late is no longer owed         | 2026-06-07 | 2026-06-20 | no
    not answered                            | 2026-06-07 | -          | yes
    answered today                          | 2026-06-07 | 2026-11-22 | no
    an answer that lies ahead               | 2026-06-07 | 2026-11-23 | yes
    a change that lies ahead                | 2026-11-23 | -          | no
    before the register began               | 2022-05-31 | -          | no
    on the day it began                     | 2022-06-01 | -          | yes
    """)
def test_a_change_is_owed_until_it_is_answered(happened, answered, owed):
    made = who(Change("C1", Matter.NAME, on(happened), on(answered)))
    assert none_of(duties(made, LAW, on=TODAY), Duty.CHANGE) == (owed == "no")


@table("""
    case                                       | moved      | on_day     | change     | non_event
    -------------------------------------------|------------|------------|------------|-----------
    vector 10: three days early, void          | 2026-06-07 | 2026-06-12 | 2026-06-09 | -
    vector 11: two days early, stands          | 2026-06-08 | 2026-06-12 | -          | -
    on the day                                 | 2026-06-10 | 2026-06-20 | -          | -
    on the third day                           | 2026-06-12 | 2026-06-20 | -          | -
    vector 12: not by the end of the third day | -          | 2026-06-13 | -          | 2026-06-15
    on the third day it may still come         | -          | 2026-06-12 | -          | -
    on the fourth day: both                    | 2026-06-13 | 2026-06-13 | 2026-06-15 | 2026-06-15
    a month later: both                        | 2026-07-10 | 2026-07-12 | 2026-07-12 | 2026-06-15
    """)
def test_s84_2_to_4_advance_notice(moved, on_day, change, non_event):
    made = who(Change("C1", Matter.HOME_ADDRESS, on(moved), None, date(2026, 6, 10), date(2026, 5, 28)))
    found = duties(made, LAW, on=on(on_day))
    for duty, expected in ((Duty.CHANGE, change), (Duty.NON_EVENT, non_event)):
        if expected == "-":
            assert none_of(found, duty)
        else:
            assert one(found, duty).by == on(expected)


@table("""
    case                                    | kind     | until      | last_told  | by
    ----------------------------------------|----------|------------|------------|-----------
    out of prison                           | custody  | 2026-06-10 | 2026-05-01 | 2026-06-12
    off remand                              | remand   | 2026-06-10 | 2026-05-01 | 2026-06-12
    out of hospital                         | hospital | 2026-06-10 | 2026-05-01 | 2026-06-12
    home from abroad is no release          | abroad   | 2026-06-10 | 2026-05-01 | -
    told on the day                         | custody  | 2026-06-10 | 2026-06-10 | -
    told the day before                     | custody  | 2026-06-10 | 2026-06-09 | 2026-06-12
    not yet out                             | custody  | 2026-11-23 | 2026-05-01 | -
    out today                               | custody  | 2026-11-22 | 2026-05-01 | 2026-11-24
    """)
def test_s84_1d_release_is_a_change(kind, until, last_told, by):
    made = who(away=(away("2026-05-05", until, AwayKind(kind)),), notified=told(last_told, "2022-06-02"))
    found = duties(made, LAW, on=TODAY)
    if by == "-":
        assert none_of(found, Duty.CHANGE)
    else:
        assert one(found, Duty.CHANGE).by == on(by)


def test_the_first_notification_tells_of_the_release_too():
    made = subject(convicted(date(2026, 5, 5)), away=(away("2026-05-05", "2026-06-10"),))
    found = duties(made, LAW, on=TODAY)
    assert one(found, Duty.INITIAL).by == date(2026, 6, 12)
    assert none_of(found, Duty.CHANGE)


def test_a_release_is_owed_by_somebody_of_whom_no_notification_is_known():
    made = who(away=(away("2026-05-01", "2026-06-10"),), notified=Notified())
    due = release_due(made, date(2022, 6, 1), (), LAW, on=TODAY)
    assert (due.by, due.about) == (date(2026, 6, 12), "A1")


def test_days_in_custody_are_left_out_for_a_new_name_too():
    made = who(
        aliases=(Alias("L1", "Ash", date(2026, 6, 7), None),), away=(away("2026-06-08", "2026-07-01"),)
    )
    assert one(duties(made, LAW, on=TODAY), Duty.CHANGE, "L1").by == date(2026, 7, 2)


def test_one_release_is_one_duty_however_it_was_recorded():
    made = who(Change("C1", Matter.RELEASE, date(2026, 6, 10)), away=(away("2026-05-05", "2026-06-10"),))
    assert one(duties(made, LAW, on=TODAY), Duty.CHANGE).about == "C1"


@table("""
    case                            | used_since | told       | standing | by
    --------------------------------|------------|------------|----------|-----------
    a new name nobody was told of   | 2026-06-07 | -          | owed     | 2026-06-09
    told late                       | 2026-06-07 | 2026-07-01 | -        | -
    told tomorrow                   | 2026-06-07 | 2026-11-23 | owed     | 2026-06-09
    used since before the register  | 2010-01-01 | -          | owed     | 2022-06-03
    nobody knows since when         | -          | -          | missing  | -
    not used yet                    | 2026-11-23 | -          | -        | -
    """)
def test_s84_1a_names(used_since, told, standing, by):
    made = who(aliases=(Alias("L1", "Robin Elm", on(used_since), on(told)),))
    found = duties(made, LAW, on=TODAY)
    if standing == "-":
        assert none_of(found, Duty.CHANGE)
    else:
        due = one(found, Duty.CHANGE, "L1")
        assert (due.standing, due.by) == (standing, on(by))


def _stays(text, *, notified=False):
    made = []
    for n, part in enumerate(text.split(", ")):
        since, _, until = part.partition("..")
        made.append(Stay(f"S{n}", "9 High Road", on(since), on(until), notified))
    return tuple(made)


@table("""
    case                                   | stays                                                                  | by
    ---------------------------------------|------------------------------------------------------------------------|----
    seven nights together                  | 2026-05-01..2026-05-08                                                 | 2026-05-09
    six nights                             | 2026-05-01..2026-05-07                                                 | -
    still there on the seventh night       | 2026-11-16..                                                           | 2026-11-24
    still there on the sixth night         | 2026-11-17..                                                           | -
    vector 13: 2, 3 and 2 in eleven months | 2025-10-01..2025-10-03, 2026-03-01..2026-03-04, 2026-08-30..2026-09-01 | 2026-09-02
    the seventh on the last day of a year  | 2025-10-01..2025-10-02, 2026-09-25..2026-10-01                         | 2026-10-02
    the seventh a day too late             | 2025-10-01..2025-10-02, 2026-09-26..2026-10-02                         | -
    before the register began              | 2022-05-20..2022-06-07                                                 | -
    the same nights recorded twice         | 2026-05-01..2026-05-05, 2026-05-02..2026-05-06                         | -
    """)
def test_s84_6_qualifying_stays(stays, by):
    found = duties(who(stays=_stays(stays)), LAW, on=TODAY)
    if by == "-":
        assert none_of(found, Duty.STAY)
    else:
        due = one(found, Duty.STAY)
        assert (due.by, due.confirmed) == (on(by), False)
        assert any(g.what == "a night is counted as" for g in due.because)


def test_an_address_already_notified_is_not_owed_and_two_addresses_are_two_tallies():
    assert none_of(
        duties(who(stays=_stays("2026-05-01..2026-05-20", notified=True)), LAW, on=TODAY), Duty.STAY
    )
    here, there = (
        Stay("S1", "9 High Road", date(2026, 5, 1), date(2026, 5, 5)),
        Stay("S2", "10 High Road", date(2026, 5, 5), date(2026, 5, 9)),
    )
    assert none_of(duties(who(stays=(here, there)), LAW, on=TODAY), Duty.STAY)
    told_of = Stay("S1", "9 High Road", date(2026, 5, 1), date(2026, 5, 20), True)
    not_told = Stay("S2", "10 High Road", date(2026, 6, 1), date(2026, 6, 20))
    assert one(duties(who(stays=(told_of, not_told)), LAW, on=TODAY), Duty.STAY).about == "S2"


def test_by_the_other_reading_every_day_touched_counts():
    made = who(stays=_stays("2026-05-01..2026-05-07"))
    law = law_with(stay_nights_count_as_days=False)
    due = one(duties(made, law, on=TODAY), Duty.STAY)
    assert due.by == date(2026, 5, 9)
    assert due.because[-1].value == "every day touched"


@table("""
    case                        | hours | resides | age | public | owed
    ----------------------------|-------|---------|-----|--------|-----
    twelve hours                | 12    | no      | 9   | no     | yes
    eleven hours                | 11    | no      | 9   | no     | no
    lives there                 | 0     | yes     | 9   | no     | yes
    a child of seventeen        | 12    | no      | 17  | no     | yes
    somebody of eighteen        | 12    | no      | 18  | no     | no
    an age nobody recorded      | 12    | no      | -   | no     | yes
    open to the public          | 12    | no      | 9   | yes    | no
    """)
def test_regs_2_and_10_a_household_with_a_child(hours, resides, age, public, owed):
    decision = must_notify_household(
        hours=int(hours),
        resides=resides == "yes",
        child_age=int(age) if age != "-" else None,
        open_to_public=public == "yes",
        law=LAW,
        on=TODAY,
    )
    assert decision.allowed is (owed == "yes")


def _note(ref, given_on, matter="", kind="change", stated_for="", missing=()):
    return Notification(
        ref,
        on(given_on),
        NotificationKind(kind),
        Matter(matter) if matter else None,
        None,
        on(stated_for),
        tuple(missing),
    )


@table("""
    case                                | matter       | given      | kind     | lacks | answered
    ------------------------------------|--------------|------------|----------|-------|-----------
    of the same matter, on the day      | home address | 2026-06-07 | change   | -     | 2026-06-07
    of the same matter, later           | home address | 2026-06-20 | change   | -     | 2026-06-20
    the day before                      | home address | 2026-06-06 | change   | -     | -
    of another matter                   | name         | 2026-06-08 | change   | -     | -
    incomplete                          | home address | 2026-06-08 | change   | items | -
    a first notification says it all    | -            | 2026-06-08 | initial  | -     | 2026-06-08
    an annual one names no change       | -            | 2026-06-08 | periodic | -     | -
    after today                         | home address | 2026-11-23 | change   | -     | -
    """)
def test_which_notification_answers_a_change(matter, given, kind, lacks, answered):
    from watchkeeper.registers.rules.changes import answered as match

    note = _note("N1", given, matter.strip("-"), kind, missing=() if lacks == "-" else (lacks,))
    (found,) = match([Change("C1", Matter.HOME_ADDRESS, date(2026, 6, 7))], [note], on=TODAY)
    assert found.answered_on == on(answered)


@table("""
    case                                     | matter       | kind     | happened   | given      | lacks | begun      | answered
    -----------------------------------------|--------------|----------|------------|------------|-------|------------|-----------
    told on the day it happened              | home address | change   | 2026-06-07 | 2026-06-07 | -     | 2026-06-07 | 2026-06-07
    told late                                | home address | change   | 2026-06-07 | 2026-06-12 | -     | 2026-06-07 | 2026-06-12
    incomplete: the change is known, not told| home address | change   | 2026-06-07 | 2026-06-08 | items | 2026-06-07 | -
    no day said                              | home address | change   | -          | 2026-06-08 | -     | -          | -
    a day after the day it was told          | home address | change   | 2026-06-09 | 2026-06-08 | -     | -          | -
    told after today                         | home address | change   | 2026-06-07 | 2026-11-23 | -     | -          | -
    an annual one tells of no change         | -            | periodic | 2026-06-07 | 2026-06-08 | -     | -          | -
    """)
def test_a_notification_that_says_the_day_of_a_change_is_itself_the_record_of_it(
    matter, kind, happened, given, lacks, begun, answered
):
    from watchkeeper.registers.rules.changes import answered as match

    missing = () if lacks == "-" else (lacks,)
    note = replace(_note("N1", given, matter.strip("-"), kind, missing=missing), happened_on=on(happened))
    found = match([], [note], on=TODAY)
    if begun == "-":
        assert found == ()
    else:
        assert found == (Change("N1", Matter.HOME_ADDRESS, on(begun), on(answered)),)


def test_a_change_on_record_and_told_is_one_and_taken_again_is_one():
    told_late = replace(_note("N2", "2026-06-12", "home address"), happened_on=date(2026, 6, 7))
    lacking = replace(told_late, ref="N1", notified_on=date(2026, 6, 11), items_missing=("passport",))
    recorded = Change("C1", Matter.HOME_ADDRESS, date(2026, 6, 7))
    (found,) = answered([recorded], [lacking, told_late], on=TODAY)
    assert (found.ref, found.answered_on) == ("C1", date(2026, 6, 12))
    (found,) = answered([], [told_late, lacking], on=TODAY)
    assert (found.ref, found.answered_on) == ("N1", date(2026, 6, 12))


def test_any_notification_answers_a_release():
    (found,) = answered(
        [Change("C1", Matter.RELEASE, date(2026, 6, 7))], [_note("N1", "2026-06-08", "name")], on=TODAY
    )
    assert found.answered_on == date(2026, 6, 8)


def test_an_advance_notice_belongs_to_the_next_change_of_its_matter():
    notices = [
        _note("N1", "2026-05-20", "home address", stated_for="2026-06-20"),
        _note("N2", "2026-05-28", "home address", stated_for="2026-06-10"),
    ]
    moves = [
        Change("C2", Matter.HOME_ADDRESS, date(2026, 8, 1)),
        Change("C1", Matter.HOME_ADDRESS, date(2026, 6, 9)),
        Change("C0", Matter.HOME_ADDRESS, date(2026, 5, 1)),
    ]
    found = {c.ref: c for c in answered(moves, notices, on=TODAY)}
    assert found == {c.ref: c for c in answered(moves[::-1], notices[::-1], on=TODAY)}
    assert (found["C1"].stated_for, found["C1"].advance_on) == (date(2026, 6, 10), date(2026, 5, 28))
    assert found["C0"].stated_for is found["C2"].stated_for is None


def test_an_advance_notice_that_nothing_followed_waits_until_it_is_taken_back():
    notice = _note("N1", "2026-05-28", "home address", stated_for="2026-06-10")
    (waiting,) = answered([], [notice], on=TODAY)
    assert (waiting.ref, waiting.happened_on, waiting.answered_on) == ("N1", None, None)
    assert one(duties(who(waiting), LAW, on=TODAY), Duty.NON_EVENT).by == date(2026, 6, 15)
    (done,) = answered([], [notice, _note("N2", "2026-06-14", "home address")], on=TODAY)
    assert done.answered_on == date(2026, 6, 14)
    assert none_of(duties(who(done), LAW, on=TODAY), Duty.NON_EVENT)


days = st.dates(date(2026, 5, 1), date(2026, 10, 1))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(days, st.sampled_from(Matter)), max_size=5),
    st.lists(st.tuples(days, st.sampled_from(Matter), st.one_of(st.none(), days)), max_size=5),
)
def test_one_more_notification_never_leaves_a_change_answered_later(happened, given):
    made = [Change(f"C{n}", matter, day) for n, (day, matter) in enumerate(happened)]
    notes = [
        Notification(f"N{n}", day, NotificationKind.CHANGE, matter, None, stated)
        for n, (day, matter, stated) in enumerate(given)
    ]
    fewer = {c.ref: c for c in answered(made, notes[:-1], on=TODAY)}
    more = {c.ref: c for c in answered(made, notes, on=TODAY)}
    for ref in (c.ref for c in made):
        before, after = fewer[ref].answered_on, more[ref].answered_on
        assert before is None or (after is not None and after <= before)
        assert after is None or after >= more[ref].happened_on


@settings(max_examples=100, deadline=None)
@given(days, st.integers(-10, 10))
def test_an_announced_change_is_covered_only_close_to_its_day(stated, shift):
    happened = stated + timedelta(days=shift)
    change = Change("C1", Matter.NAME, happened, None, stated, date(2026, 4, 1))
    found = duties(who(change), LAW, on=TODAY)
    assert none_of(found, Duty.CHANGE) == (-2 <= shift <= 2)
    assert none_of(found, Duty.NON_EVENT) == (shift <= 2)
