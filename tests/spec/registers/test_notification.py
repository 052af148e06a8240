"""Telling the police at the start and every year (Sexual Offences Act 2003, ss.83, 85 and 87)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import LAW, away, convicted, law_with, none_of, on, one, subject, told
from tests.table import table
from watchkeeper.law.due import Standing
from watchkeeper.people.facts import Address, AddressKind, AwayKind
from watchkeeper.registers.facts import (
    Duty,
    Finding,
    Matter,
    Notification,
    NotificationKind,
    Notified,
    Order,
    OrderKind,
    Sentence,
)
from watchkeeper.registers.rules.duties import duties
from watchkeeper.registers.rules.notification import complies, notified, periodic

TODAY = date(2026, 11, 22)
HOME = Address("H1", AddressKind.HOME, "1 Low Road", "", date(2020, 1, 1), None)
FOUND = Address("H2", AddressKind.FOUND, "the arches, Low Road", "", date(2026, 1, 1), None)


@table("""
    case                                       | kind     | away_since | until      | by
    -------------------------------------------|----------|------------|------------|-----------
    vector 8: convicted and at liberty         | custody  | -          | -          | 2026-06-03
    vector 9: custody from the day to December | custody  | 2026-06-01 | 2026-12-10 | 2026-12-12
    custody from the second day                | custody  | 2026-06-02 | 2026-07-01 | 2026-07-02
    custody from the third day                 | remand   | 2026-06-03 | 2026-07-01 | 2026-07-01
    custody from the day after the last        | custody  | 2026-06-04 | 2026-07-01 | 2026-06-03
    in hospital for one day                    | hospital | 2026-06-02 | 2026-06-03 | 2026-06-04
    abroad when convicted                      | abroad   | 2026-05-20 | 2026-06-05 | 2026-06-07
    out again before conviction                | custody  | 2026-05-20 | 2026-06-01 | 2026-06-03
    a row that ends before it begins           | custody  | 2026-06-02 | 2026-05-01 | 2026-06-03
    """)
def test_s83_1_three_days_beginning_with_the_relevant_date(kind, away_since, until, by):
    held = (away(away_since, until, AwayKind(kind)),) if away_since != "-" else ()
    who = subject(convicted(date(2026, 6, 1)), away=held)
    due = one(duties(who, LAW, on=date(2026, 12, 31)), Duty.INITIAL)
    assert (due.standing, due.by, due.about) == (Standing.OWED, on(by), "D1")
    assert not due.late(on(by))
    assert due.late(on(by) + timedelta(days=1))


def test_the_clock_is_held_while_somebody_is_away_even_if_release_is_expected():
    who = subject(convicted(date(2026, 6, 1)), away=(away("2026-06-01", "2026-12-10"),))
    due = one(duties(who, LAW, on=date(2026, 12, 9)), Duty.INITIAL)
    assert due.standing is Standing.HELD
    assert "expected until 10 December 2026" in due.because[-2].value
    assert due.because[-1].value == "out of reach since 1 June 2026; counted on from release or return"
    assert one(duties(who, LAW, on=date(2026, 12, 10)), Duty.INITIAL).by == date(2026, 12, 12)


def test_an_absence_that_lies_ahead_stops_nothing():
    who = subject(convicted(date(2026, 6, 1)), away=(away("2026-06-02", "", AwayKind.ABROAD),))
    assert one(duties(who, LAW, on=date(2026, 6, 1)), Duty.INITIAL).by == date(2026, 6, 3)


@table("""
    case                            | last_told  | owed
    --------------------------------|------------|-----
    never                           | -          | yes
    the day before conviction       | 2026-05-31 | yes
    on the day itself               | 2026-06-01 | no
    later                           | 2026-09-01 | no
    """)
def test_an_initial_notification_once_made_is_not_owed(last_told, owed):
    made = told(last_told) if last_told != "-" else Notified()
    found = duties(subject(convicted(date(2026, 6, 1)), notified=made), LAW, on=TODAY)
    assert one(found, Duty.INITIAL).standing is (Standing.OWED if owed == "yes" else Standing.NONE)
    assert one(found, Duty.ANNUAL).standing is (Standing.NONE if owed == "yes" else Standing.OWED)


@table("""
    case                                     | first_told | says
    -----------------------------------------|------------|---------------------------------------
    on the day of conviction                 | 2026-06-01 | 1 June 2026, in time
    on the last day                          | 2026-06-03 | 3 June 2026, in time
    the day after                            | 2026-06-04 | 4 June 2026, 1 day after the last day
    a month late                             | 2026-07-03 | 3 July 2026, 30 days after the last day
    for something earlier                    | 2025-02-01 | 1 February 2025, before this
    """)
def test_a_first_notification_says_when_it_was_made_and_how_late(first_told, says):
    made = told("2026-07-03", first_told)
    due = one(duties(subject(convicted(date(2026, 6, 1)), notified=made), LAW, on=TODAY), Duty.INITIAL)
    assert (due.standing, due.about) == (Standing.NONE, "D1")
    assert due.because[-1].value == says


def test_told_before_release_no_day_counts_against_anybody():
    held = (away("2026-06-01", ""),)
    who = subject(convicted(date(2026, 6, 1)), notified=told("2026-06-20"), away=held)
    due = one(duties(who, LAW, on=date(2026, 6, 30)), Duty.INITIAL)
    assert due.because[-1].value == "20 June 2026, in time"


@table("""
    case                                         | first      | earlier_sentence | first_told | standing
    ---------------------------------------------|------------|------------------|------------|---------
    already notifying throughout                 | 2024-01-01 | fine             | 2024-01-02 | none
    the earlier period ends on the third day     | 2021-06-04 | fine             | 2021-06-05 | none
    the earlier period ends on the second day    | 2021-06-03 | fine             | 2021-06-04 | owed
    the earlier period ended the day before      | 2021-06-01 | fine             | 2021-06-02 | owed
    subject but never told                       | 2024-01-01 | fine             | -          | owed
    """)
def test_s83_2_no_second_first_notification(first, earlier_sentence, first_told, standing):
    who = subject(
        convicted(on(first), Sentence(earlier_sentence), ref="D1"),
        convicted(date(2026, 6, 1), ref="D2"),
        notified=told("2026-05-20", first_told) if first_told != "-" else Notified(),
    )
    due = one(duties(who, LAW, on=TODAY), Duty.INITIAL)
    assert due.standing == standing
    if standing == "none":
        assert due.because[-1].cite.endswith("s.83(2)")
        assert one(duties(who, LAW, on=TODAY), Duty.ANNUAL).standing is Standing.OWED


def test_told_on_the_very_day_of_the_first_conviction_is_told():
    first, second = convicted(date(2024, 1, 1)), convicted(date(2026, 6, 1), ref="D2")
    who = subject(first, second, notified=told("2024-01-01"))
    assert one(duties(who, LAW, on=TODAY), Duty.INITIAL).standing is Standing.NONE


def test_an_unmade_notification_of_a_period_long_over_is_not_owed():
    old, new = convicted(date(2005, 6, 1), Sentence.FINE), convicted(date(2026, 6, 1), ref="D2")
    assert one(duties(subject(old, new), LAW, on=TODAY), Duty.INITIAL).about == "D2"


def test_convicted_before_the_act_began_the_days_run_from_its_beginning():
    who = subject(convicted(date(2001, 6, 1), Sentence.LIFE))
    assert one(duties(who, LAW, on=TODAY), Duty.INITIAL).by == date(2004, 5, 3)


def test_a_notification_order_counts_from_the_order_and_not_from_the_finding_abroad():
    who = subject(
        convicted(date(2024, 3, 1)),
        orders=(Order("O1", OrderKind.NOTIFICATION, date(2026, 6, 1), None),),
    )
    due = one(duties(who, LAW, on=TODAY), Duty.INITIAL)
    assert (due.by, due.about) == (date(2026, 6, 3), "O1")


def test_a_notification_order_yet_to_be_made_starts_nothing():
    order = Order("O1", OrderKind.NOTIFICATION, date(2026, 12, 1), None)
    who = subject(convicted(date(2026, 6, 1)), orders=(order,))
    assert one(duties(who, LAW, on=TODAY), Duty.INITIAL).about == "D1"


@table("""
    case                       | made_on    | about | by
    ---------------------------|------------|-------|-----------
    made yesterday             | 2026-11-21 | O1    | 2026-11-23
    made today                 | 2026-11-22 | O1    | 2026-11-24
    to be made tomorrow        | 2026-11-23 | D1    | 2026-06-03
    """)
def test_an_order_counts_from_the_day_it_is_made_itself_included(made_on, about, by):
    order = Order("O1", OrderKind.NOTIFICATION, on(made_on), None)
    who = subject(convicted(date(2026, 6, 1)), orders=(order,))
    due = one(duties(who, LAW, on=TODAY), Duty.INITIAL)
    assert (due.about, due.by) == (about, on(by))


def test_s83_2_needs_an_earlier_period_that_can_be_shown():
    """Under an order whose finding abroad nobody recorded no period can be worked out: owed again."""
    who = subject(
        convicted(date(2026, 6, 1), ref="D2"),
        orders=(Order("O1", OrderKind.NOTIFICATION, date(2024, 3, 1), None),),
        notified=told("2026-05-20", "2024-03-02"),
    )
    due = one(duties(who, LAW, on=TODAY), Duty.INITIAL)
    assert (due.standing, due.about) == (Standing.OWED, "D2")


def test_of_two_first_notifications_never_made_the_older_is_owed_whichever_stands_first():
    newer, older = convicted(date(2026, 6, 1), ref="D1"), convicted(date(2024, 6, 1), ref="D2")
    for disposals in ((newer, older), (older, newer)):
        assert one(duties(subject(*disposals), LAW, on=TODAY), Duty.INITIAL).about == "D2"


def test_s83_2_an_earlier_period_whose_end_nobody_can_work_out_runs_on():
    """Found first in 2024 with no sentence recorded, and told then: no second first notification."""
    first = convicted(date(2024, 6, 1), None, ref="D1")
    who = subject(first, convicted(date(2026, 6, 1), ref="D2"), notified=told("2026-05-20", "2024-06-02"))
    due = one(duties(who, LAW, on=TODAY), Duty.INITIAL)
    assert (due.standing, due.because[-1].what) == (Standing.NONE, "already notifying since")


def test_what_was_told_in_an_earlier_spell_excuses_nobody_in_a_new_one():
    """Told until 2015, convicted again in 2024 and in 2026, and never told since."""
    who = subject(
        convicted(date(2010, 6, 1), ref="D1"),
        convicted(date(2024, 6, 1), ref="D2"),
        convicted(date(2026, 6, 1), ref="D3"),
        notified=told("2015-05-01", "2010-06-02"),
    )
    assert one(duties(who, LAW, on=TODAY), Duty.INITIAL).about == "D2"
    later = subject(*who.disposals[::2], notified=who.notified)
    assert one(duties(later, LAW, on=TODAY), Duty.INITIAL).standing is Standing.OWED


def test_a_year_that_counts_from_nothing_is_a_missing_fact():
    due = periodic(subject(convicted()), (), LAW, initial_made=True, on=TODAY)
    assert due.standing is Standing.MISSING
    (lost,) = due.because
    assert (lost.what, lost.value) == ("last notification", "missing")
    assert lost.cite == "Sexual Offences Act 2003, s.85(2)"
    assert due.cite == LAW["annual_notification_months"].cite


def test_an_order_that_makes_somebody_notifiable_starts_the_days():
    who = subject(orders=(Order("O1", OrderKind.SHPO, date(2026, 6, 1), date(2031, 6, 1)),))
    assert one(duties(who, LAW, on=TODAY), Duty.INITIAL).by == date(2026, 6, 3)


def test_without_a_relevant_date_the_first_notification_has_no_day():
    due = one(duties(subject(convicted(None)), LAW, on=TODAY), Duty.INITIAL)
    assert due.standing is Standing.MISSING
    assert due.because[0].what == "relevant date"


@table("""
    case                                   | home  | last_told  | by         | duty
    ---------------------------------------|-------|------------|------------|--------------------
    a year after                           | home  | 2026-03-02 | 2027-03-02 | annual notification
    from a leap day                        | home  | 2024-02-29 | 2025-02-28 | annual notification
    to a leap day                          | home  | 2023-02-28 | 2024-02-28 | annual notification
    from the last of a month               | home  | 2025-10-31 | 2026-10-31 | annual notification
    vector 14: no fixed abode              | found | 2026-06-01 | 2026-06-08 | weekly notification
    no fixed abode over the year's end     | found | 2025-12-29 | 2026-01-05 | weekly notification
    """)
def test_s85_1_the_next_notification(home, last_told, by, duty):
    where = HOME if home == "home" else FOUND
    who = subject(convicted(date(2022, 6, 1), Sentence.LIFE), addresses=(where,), notified=told(last_told))
    found = duties(who, LAW, on=TODAY)
    due = one(found, Duty(duty))
    assert (due.standing, due.by, due.confirmed) == (Standing.OWED, on(by), True)
    assert none_of(found, Duty.ANNUAL if due.duty == Duty.WEEKLY else Duty.WEEKLY)


def test_a_home_nobody_recorded_is_said():
    due = one(duties(subject(convicted(), notified=told("2026-06-02")), LAW, on=TODAY), Duty.ANNUAL)
    assert any(g.what == "home address" and g.value == "missing" for g in due.because)


@table("""
    case                                       | since      | until      | standing | by
    -------------------------------------------|------------|------------|----------|-----------
    ends while in custody                      | 2026-05-01 | 2026-09-10 | owed     | 2026-09-12
    still in custody                           | 2026-05-01 | -          | held     | -
    goes in on the last day                    | 2026-06-01 | 2026-09-10 | owed     | 2026-09-12
    goes in the day after the last             | 2026-06-02 | 2026-09-10 | owed     | 2026-06-01
    out the day before the last                | 2026-01-01 | 2026-05-31 | owed     | 2026-06-01
    out on the last day                        | 2026-01-01 | 2026-06-01 | owed     | 2026-06-01
    """)
def test_s85_3_a_period_that_would_end_away_is_held_open(since, until, standing, by):
    who = subject(
        convicted(date(2022, 6, 1), Sentence.LIFE),
        addresses=(HOME,),
        notified=told("2025-06-01"),
        away=(away(since, until if until != "-" else ""),),
    )
    due = one(duties(who, LAW, on=TODAY), Duty.ANNUAL)
    assert (due.standing, due.by) == (standing, on(by))


def test_a_bank_card_does_not_hide_an_overdue_annual_notification():
    """The dispute about s.84(1)(ca): both readings are said, and the stricter is kept."""
    made = told("2025-06-01", last_prescribed_on=date(2026, 4, 1))
    who = subject(convicted(date(2022, 6, 1)), addresses=(HOME,), notified=made)
    due = one(duties(who, LAW, on=TODAY), Duty.ANNUAL)
    assert due.by == date(2026, 6, 1)
    assert due.late(TODAY)
    assert "1 April 2027" in due.because[-1].value
    assert due.confirmed is False


def _note(ref, given_on, kind="periodic", matter="", missing=(), stated_for=""):
    return Notification(
        ref,
        on(given_on),
        NotificationKind(kind),
        Matter(matter) if matter else None,
        None,
        on(stated_for),
        tuple(missing),
    )


NOTES = (
    _note("N1", "2024-06-02", "initial"),
    _note("N2", "2025-06-01"),
    _note("N3", "2026-02-01", "change", "bank or card"),
    _note("N4", "2026-03-01", "change", "home address", missing=["national insurance number"]),
)


def test_the_reduction_keeps_what_the_clocks_need():
    found = notified(NOTES, (), on=TODAY, law=LAW)
    assert found.first_on == date(2024, 6, 2)
    assert (found.last_on, found.last_ref) == (date(2025, 6, 1), "N2")
    assert found.last_prescribed_on == date(2026, 2, 1)
    assert found.first_since_release_on == date(2024, 6, 2)
    assert found.incomplete_on == date(2026, 3, 1)
    assert found.incomplete_items == ("national insurance number",)


@table("""
    case                                     | given                            | kept
    -----------------------------------------|----------------------------------|----------------------
    looked back to the day after             | 2026-05-23                       | 2026-05-23
    the newest up to that day, and all since | 2024-06-02 2026-05-22 2026-05-23 | 2026-05-22 2026-05-23
    long ago: the newest alone               | 2024-06-02 2025-06-01            | 2025-06-01
    nothing after today                      | 2025-06-01 2026-11-23            | 2025-06-01
    """)
def test_the_days_that_began_the_annual_clock_are_kept_as_far_as_policy_looks_back(given, kept):
    """Six months back from 22 November 2026: what was given up to 22 May is one day, the newest."""
    notes = [_note(f"N{number}", each) for number, each in enumerate(given.split())]
    found = notified(notes, (), on=TODAY, law=LAW)
    assert [each.isoformat() for each in found.restarts] == kept.split()


def test_policy_may_read_a_prescribed_change_as_moving_the_date():
    law = law_with(prescribed_change_restarts_annual=True)
    made = notified(NOTES, (), on=TODAY, law=law)
    assert (made.last_on, made.last_ref) == (date(2026, 2, 1), "N3")
    who = subject(convicted(date(2024, 6, 1)), addresses=(HOME,), notified=made)
    due = one(duties(who, law, on=TODAY), Duty.ANNUAL)
    assert due.by == date(2027, 2, 1)
    assert "Home Office" in due.because[-1].value


@table("""
    case                                    | then       | still_lacking
    ----------------------------------------|------------|--------------
    complete the day before                 | 2026-02-28 | yes
    complete on the same day                | 2026-03-01 | no
    complete later                          | 2026-03-02 | no
    complete after today                    | 2026-11-23 | yes
    """)
def test_s83_5_items_are_lacking_until_a_complete_notification(then, still_lacking):
    made = notified((*NOTES, _note("N5", then)), (), on=TODAY, law=LAW)
    assert (made.incomplete_on is not None) == (still_lacking == "yes")
    found = duties(subject(convicted(date(2024, 6, 1)), notified=made), LAW, on=TODAY)
    assert none_of(found, Duty.COMPLETE) == (still_lacking == "no")
    if still_lacking == "yes":
        due = one(found, Duty.COMPLETE)
        assert (due.by, due.because[1].value) == (date(2026, 3, 1), "national insurance number")


@table("""
    case                                      | custody_until | remand_until | first_since_release
    ------------------------------------------|---------------|--------------|--------------------
    released from custody                     | 2025-01-10    | -            | 2025-06-01
    released on the day of a notification     | 2025-06-01    | -            | 2025-06-01
    released the day after it                 | 2025-06-02    | -            | 2026-02-01
    remand counts only where there is no more | 2025-01-10    | 2024-05-01   | 2025-06-01
    remand alone                              | -             | 2024-05-01   | 2024-06-02
    not yet released                          | 2026-12-01    | -            | -
    never detained                            | -             | -            | 2024-06-02
    """)
def test_s91b_10_first_notification_after_release(custody_until, remand_until, first_since_release):
    held = []
    if custody_until != "-":
        held.append(away("2024-07-01", custody_until))
    if remand_until != "-":
        held.append(away("2024-03-01", remand_until, AwayKind.REMAND, "A2"))
    assert notified(NOTES, held, on=TODAY, law=LAW).first_since_release_on == on(first_since_release)


@table("""
    case                               | kind     | since      | until      | first_since_release
    -----------------------------------|----------|------------|------------|--------------------
    back from abroad is no release     | abroad   | 2024-07-01 | 2025-01-10 | 2024-06-02
    custody still ahead                | custody  | 2026-11-23 | 2026-12-10 | 2024-06-02
    custody begun today                | custody  | 2026-11-22 | 2026-12-10 | -
    released today                     | custody  | 2024-07-01 | 2026-11-22 | -
    hospital is a release too          | hospital | 2024-07-01 | 2025-01-10 | 2025-06-01
    """)
def test_s91b_10_what_a_release_is(kind, since, until, first_since_release):
    held = (away(since, until, AwayKind(kind)),)
    assert notified(NOTES, held, on=TODAY, law=LAW).first_since_release_on == on(first_since_release)


def test_of_two_releases_the_first_counts():
    held = (away("2024-07-01", "2025-01-10"), away("2025-02-01", "2025-08-01", ref="A2"))
    assert notified(NOTES, held, on=TODAY, law=LAW).first_since_release_on == date(2025, 6, 1)


def test_a_notification_says_all_that_it_lacks():
    made = replace(NOTES[3], acknowledged=False)
    assert [r.cite[-5:] for r in complies(made).unmet] == ["83(5)", "87(3)"]
    assert complies(NOTES[0]).allowed


days = st.dates(date(2026, 5, 1), date(2026, 12, 31))
stretches = st.lists(st.tuples(days, st.integers(0, 60)), max_size=4)


@settings(max_examples=100, deadline=None)
@given(stretches)
def test_days_left_out_never_bring_the_last_day_forward(rows):
    held = tuple(
        away(since.isoformat(), (since + timedelta(days=length)).isoformat(), ref=f"A{n}")
        for n, (since, length) in enumerate(rows)
    )
    who = subject(convicted(date(2026, 6, 1)), away=held)
    by = one(duties(who, LAW, on=date(2028, 1, 1)), Duty.INITIAL).by
    assert by is not None
    assert by >= date(2026, 6, 3)


@settings(max_examples=100, deadline=None)
@given(days, days, stretches)
def test_a_later_notification_never_makes_the_annual_date_earlier(one_day, another, rows):
    held = tuple(
        away(since.isoformat(), (since + timedelta(days=length)).isoformat(), ref=f"A{n}")
        for n, (since, length) in enumerate(rows)
    )
    dates = []
    for last in sorted((one_day, another)):
        who = subject(
            convicted(date(2022, 6, 1), Sentence.LIFE, finding=Finding.CONVICTION),
            addresses=(HOME,),
            away=held,
            notified=told(last.isoformat()),
        )
        dates.append(one(duties(who, LAW, on=date(2029, 1, 1)), Duty.ANNUAL).by)
    assert dates[0] <= dates[1]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(days, st.sampled_from(NotificationKind), st.booleans()), max_size=6), days)
def test_the_reduction_never_looks_ahead_and_never_minds_the_order(rows, day):
    notes = [
        _note(f"N{n}", given_on.isoformat(), kind.value, "name", ["x"] if lacks else ())
        for n, (given_on, kind, lacks) in enumerate(rows)
    ]
    found = notified(notes, (), on=day, law=LAW)
    assert found == notified(reversed(notes), (), on=day, law=LAW)
    assert found == notified([n for n in notes if n.notified_on <= day], (), on=day, law=LAW)
