"""One failure is one, however long it goes on (Sexual Offences Act 2003, s.91(3)); and the whole list of duties."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import LAW, away, convicted, none_of, on, one, subject, told
from tests.table import table
from watchkeeper.law.due import Standing
from watchkeeper.people.facts import Address, AddressKind, AwayKind
from watchkeeper.registers.facts import Change, Duty, Matter, Notified, Sentence, Trip
from watchkeeper.registers.rules.duties import duties
from watchkeeper.registers.rules.failures import failures, put_right

TODAY = date(2026, 11, 22)
HOME = Address("H1", AddressKind.HOME, "1 Low Road", "", date(2020, 1, 1), None)


def who(*changes, last="2026-06-01", **more):
    given = {"notified": told(last, "2022-06-02"), "changes": changes, "addresses": (HOME,), **more}
    return subject(convicted(date(2022, 6, 1)), **given)


@table("""
    case                        | answered   | began      | ended
    ----------------------------|------------|------------|-----------
    in time                     | 2026-06-09 | -          | -
    a day late                  | 2026-06-10 | 2026-06-10 | 2026-06-10
    told today                  | 2026-11-22 | 2026-06-10 | 2026-11-22
    two weeks late              | 2026-06-20 | 2026-06-10 | 2026-06-20
    never                       | -          | 2026-06-10 | -
    """)
def test_s91_3_a_change_notified_late_or_never(answered, began, ended):
    made = who(Change("C1", Matter.NAME, date(2026, 6, 7), on(answered)))
    found = failures(made, LAW, on=TODAY)
    if began == "-":
        assert found == ()
    else:
        (failure,) = found
        assert (failure.duty, failure.about) == (Duty.CHANGE, "C1")
        assert (failure.began_on, failure.ended_on) == (on(began), on(ended))
        assert failure.because


@table("""
    case                                     | answered   | failed
    -----------------------------------------|------------|-------
    on the last of three days at liberty     | 2026-07-02 | no
    the day after                            | 2026-07-03 | yes
    """)
def test_days_in_custody_make_no_change_late(answered, failed):
    held = (away("2026-06-08", "2026-07-01"),)
    made = who(Change("C1", Matter.NAME, date(2026, 6, 7), on(answered)), away=held)
    assert bool(list(put_right(made, LAW, on=TODAY))) is (failed == "yes")


def test_it_is_the_same_failure_every_night():
    made = who(Change("C1", Matter.NAME, date(2026, 6, 7)))
    assert failures(made, LAW, on=date(2026, 6, 9)) == ()
    first = failures(made, LAW, on=date(2026, 6, 10))
    assert len(first) == 1
    assert failures(made, LAW, on=date(2026, 9, 1)) == first


@table("""
    case                     | first_told | began      | ended
    -------------------------|------------|------------|-----------
    in time                  | 2022-06-03 | -          | -
    a day late               | 2022-06-04 | 2022-06-04 | 2022-06-04
    a month late             | 2022-07-03 | 2022-06-04 | 2022-07-03
    """)
def test_a_first_notification_made_late(first_told, began, ended):
    made = who(notified=told("2026-06-01", first_told))
    found = [(f.began_on, f.ended_on) for f in failures(made, LAW, on=TODAY) if f.duty is Duty.INITIAL]
    assert found == ([] if began == "-" else [(on(began), on(ended))])


@table("""
    case                                     | home                | told       | began      | late
    -----------------------------------------|---------------------|------------|------------|-----
    on the last day of the year              | home                | 2026-06-10 | -          | -
    a day late                               | home                | 2026-06-11 | 2026-06-11 | 1
    two months late                          | home                | 2026-08-10 | 2026-06-11 | 61
    no fixed home: on the last day of a week | found               | 2025-06-17 | -          | -
    no fixed home: a day late                | found               | 2025-06-18 | 2025-06-18 | 1
    """)
def test_a_yearly_or_weekly_notification_made_late_stays_a_failure(home, told, began, late):
    lived = replace(HOME, kind=AddressKind(home))
    given = Notified(on(told), on(told), "N2", restarts=(date(2025, 6, 10), on(told)))
    made = replace(who(), notified=replace(given, first_on=date(2022, 6, 2)), addresses=(lived,))
    found = [f for f in put_right(made, LAW, on=TODAY) if f.duty in (Duty.ANNUAL, Duty.WEEKLY)]
    assert [(f.began_on, f.ended_on, f.days_late) for f in found] == (
        [] if began == "-" else [(on(began), on(told), int(late))]
    )


def test_a_year_that_would_end_in_custody_is_held_open_for_the_list_too():
    held = (away("2026-05-01", "2026-08-01"),)
    for day, late in ((3, False), (4, True)):
        back = date(2026, 8, day)
        given = Notified(date(2022, 6, 2), back, "N2", restarts=(date(2025, 6, 10), back))
        made = who(notified=given, away=held)
        assert bool(list(put_right(made, LAW, on=TODAY))) is late


def test_an_overdue_annual_notification_is_one_failure():
    (failure,) = failures(who(last="2025-06-01"), LAW, on=TODAY)
    assert (failure.duty, failure.began_on, failure.ended_on) == (Duty.ANNUAL, date(2026, 6, 2), None)


def test_a_journey_may_fail_in_three_ways_each_once():
    late = Trip(
        "T1",
        date(2026, 7, 20),
        date(2026, 7, 1),
        datetime(2026, 7, 15, 9, tzinfo=UTC),
        returned_on=date(2026, 8, 3),
        return_notified_on=date(2026, 8, 10),
    )
    found = {f.duty: (f.began_on, f.ended_on) for f in failures(who(trips=(late,)), LAW, on=TODAY)}
    assert found == {
        Duty.TRAVEL: (date(2026, 7, 14), date(2026, 7, 15)),
        Duty.TRAVEL_RETURN: (date(2026, 8, 7), date(2026, 8, 10)),
    }
    unsaid = replace(late, notified_at=None)
    found = {f.duty: (f.began_on, f.ended_on) for f in failures(who(trips=(unsaid,)), LAW, on=TODAY)}
    assert found[Duty.TRAVEL] == (date(2026, 7, 14), date(2026, 8, 10))
    excused = replace(late, late_excuse="a funeral", return_notified_on=date(2026, 8, 6))
    assert failures(who(trips=(excused,)), LAW, on=TODAY) == ()


def test_every_failure_put_right_cites_the_offence_and_says_what_was_done_and_when():
    """A first notification late, a journey notified late and one never notified: s.91 each time."""
    late = Trip("T1", date(2026, 7, 20), date(2026, 7, 1), datetime(2026, 7, 15, 9, tzinfo=UTC))
    back, told_of_it = date(2026, 8, 3), date(2026, 8, 10)
    silent = Trip(
        "T2", date(2026, 7, 20), date(2026, 7, 1), None, returned_on=back, return_notified_on=told_of_it
    )
    made = who(notified=told("2026-06-01", "2022-06-04"), trips=(late, silent))
    found = {(f.duty, f.about): f for f in put_right(made, LAW, on=TODAY)}
    offence = "Sexual Offences Act 2003, s.91(1)(a) and (3); "
    assert all(f.cite.startswith(offence) for f in found.values())
    first, notice, left = found[Duty.INITIAL, ""], found[Duty.TRAVEL, "T1"], found[Duty.TRAVEL, "T2"]
    assert first.because == ("due by 3 June 2022, made 4 June 2022",)
    assert first.cite == offence + LAW["initial_notification_days"].cite
    assert (
        notice.because
        == (
            "given 10:00 on 15 July 2026 for departure on 20 July 2026, 24 hours needed",
            "excuse: none recorded",
        )[1:]
    )
    assert left.because == ("left without notice; the return was notified",)
    assert {notice.cite, left.cite} == {offence + "S.I. 2004/1220, reg.5(2)(a)"}


def test_asked_about_failures_later_than_a_day_it_leaves_out_those_that_ended_by_then():
    """The night asks only about the months that policy looks back: each kind, the day before, on and after."""
    late = Trip("T1", date(2026, 7, 20), date(2026, 7, 1), datetime(2026, 7, 15, 9, tzinfo=UTC))
    back, told_of_it = date(2026, 8, 3), date(2026, 8, 10)
    silent = Trip(
        "T2", date(2026, 7, 20), date(2026, 7, 1), None, returned_on=back, return_notified_on=told_of_it
    )
    change = Change("C1", Matter.NAME, date(2026, 6, 7), date(2026, 6, 20))
    made = who(change, notified=told("2026-06-01", "2022-06-04"), trips=(late, silent))
    every = list(put_right(made, LAW, on=TODAY))
    assert {f.duty for f in every} == {Duty.INITIAL, Duty.CHANGE, Duty.TRAVEL, Duty.TRAVEL_RETURN}
    for ended in {f.ended_on for f in every}:
        for after in (ended - timedelta(days=1), ended, ended + timedelta(days=1)):
            left = [f for f in every if f.ended_on > after]
            assert list(put_right(made, LAW, on=TODAY, after=after)) == left


@table("""
    case                                     | today      | ended
    -----------------------------------------|------------|-----------
    the day before it was made               | 2022-06-03 | -
    the day it was made                      | 2022-06-04 | 2022-06-04
    """)
def test_nothing_is_put_right_before_it_is_made(today, ended):
    made = who(notified=told("2022-06-04"))
    found = [f.ended_on for f in put_right(made, LAW, on=on(today)) if f.duty is Duty.INITIAL]
    assert found == ([] if ended == "-" else [on(ended)])


@table("""
    case                                     | told_of_it | on_day     | began      | ended
    -----------------------------------------|------------|------------|------------|-----------
    told on the third day                    | 2026-08-06 | 2026-11-22 | -          | -
    told on the fourth day                   | 2026-08-07 | 2026-11-22 | 2026-08-07 | 2026-08-07
    told today                               | 2026-08-07 | 2026-08-07 | 2026-08-07 | 2026-08-07
    told tomorrow                            | 2026-08-07 | 2026-08-06 | -          | -
    """)
def test_a_return_told_late_is_put_right_the_day_it_is_told(told_of_it, on_day, began, ended):
    back = Trip(
        "T1",
        date(2026, 7, 20),
        date(2026, 7, 1),
        datetime(2026, 7, 10, 9, tzinfo=UTC),
        returned_on=date(2026, 8, 3),
        return_notified_on=on(told_of_it),
    )
    found = [(f.began_on, f.ended_on) for f in put_right(who(trips=(back,)), LAW, on=on(on_day))]
    assert found == ([] if began == "-" else [(on(began), on(ended))])


@table("""
    case                       | on_day     | failed
    ---------------------------|------------|-------
    the day before the notice  | 2026-07-14 | no
    the day of the notice      | 2026-07-15 | yes
    """)
def test_a_journey_notified_late_is_put_right_the_day_it_is_notified(on_day, failed):
    late = Trip("T1", date(2026, 7, 20), date(2026, 7, 1), datetime(2026, 7, 15, 9, tzinfo=UTC))
    assert bool(list(put_right(who(trips=(late,)), LAW, on=on(on_day)))) is (failed == "yes")


def test_a_return_told_before_it_happened_was_never_late():
    back = Trip(
        "T1",
        date(2026, 7, 20),
        date(2026, 7, 1),
        datetime(2026, 7, 10, 9, tzinfo=UTC),
        return_stated_on=date(2026, 7, 22),
        returned_on=date(2026, 8, 3),
        return_notified_on=date(2026, 8, 2),
    )
    gone = (away("2026-07-20", "2026-08-03", AwayKind.ABROAD),)
    assert list(put_right(who(trips=(back,), away=gone), LAW, on=TODAY)) == []


def test_an_incomplete_notification_is_not_a_failure_of_its_own():
    made = who(notified=replace(told("2026-06-01", "2022-06-02"), incomplete_on=date(2026, 7, 1)))
    assert failures(made, LAW, on=TODAY) == ()


def test_somebody_who_did_everything_owes_two_dates_and_has_failed_in_nothing():
    found = duties(who(), LAW, on=TODAY)
    assert [d.duty for d in found] == [Duty.PERIOD, Duty.INITIAL, Duty.ANNUAL]
    assert one(found, Duty.INITIAL).standing is Standing.NONE
    assert one(found, Duty.ANNUAL).by == date(2027, 6, 1)
    assert failures(who(), LAW, on=TODAY) == ()


def test_one_missing_fact_does_not_silence_the_other_clocks():
    made = subject(convicted(date(2022, 6, 1), None), notified=told("2025-06-01", "2022-06-02"))
    found = duties(made, LAW, on=TODAY)
    assert one(found, Duty.PERIOD).standing is Standing.MISSING
    assert one(found, Duty.ANNUAL).late(TODAY)


def test_no_relevant_date_and_no_notification_leave_no_clock_but_the_missing_ones():
    found = duties(subject(convicted(None), notified=Notified()), LAW, on=TODAY)
    assert one(found, Duty.PERIOD).standing is Standing.MISSING
    assert one(found, Duty.INITIAL).standing is Standing.MISSING
    assert one(found, Duty.ANNUAL).standing is Standing.NONE


days = st.dates(date(2022, 1, 1), date(2027, 6, 1))
maybe = st.one_of(st.none(), days)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(maybe, st.sampled_from([None, *Sentence]), st.integers(0, 40)), max_size=3),
    st.lists(st.tuples(days, maybe, maybe, maybe, st.sampled_from(Matter)), max_size=3),
    st.lists(st.tuples(days, st.integers(0, 400)), max_size=2),
    maybe,
    days,
)
def test_whatever_the_record_holds_every_clock_has_its_reasons(findings, happened, held, last, day):
    made = subject(
        *(
            convicted(since, sentence, months, ref=f"D{n}")
            for n, (since, sentence, months) in enumerate(findings)
        ),
        notified=Notified(last, last, "N1") if last is not None and last <= day else Notified(),
        changes=tuple(
            Change(f"C{n}", matter, since, answer, stated, stated and stated - timedelta(days=9))
            for n, (since, _, answer, stated, matter) in enumerate(happened)
        ),
        away=tuple(
            away(since.isoformat(), (since + timedelta(days=length)).isoformat(), ref=f"A{n}")
            for n, (since, length) in enumerate(held)
        ),
    )
    found = duties(made, LAW, on=day)
    assert found[0].duty == Duty.PERIOD
    assert found == duties(made, LAW, on=day)
    for due in found:
        assert due.because
        assert due.cite
        assert Duty(due.duty)
        if due.standing is Standing.MISSING:
            assert any("missing" in g.value for g in due.because)
    assert len({(d.duty, d.about) for d in found}) == len(found)
    for failure in failures(made, LAW, on=day):
        assert failure.began_on <= (failure.ended_on or day)


def test_nothing_is_owed_before_the_register_begins():
    (due,) = duties(subject(convicted(date(2026, 11, 23))), LAW, on=TODAY)
    assert due.standing is Standing.NONE
    assert "not begun" in due.because[0].value
    assert none_of((due,), Duty.INITIAL)
