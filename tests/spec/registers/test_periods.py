"""How long somebody stays on the register (Sexual Offences Act 2003, ss.80 to 82 and 103G)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import LAW, convicted, law_with, on, one, subject
from tests.table import table
from watchkeeper.law.due import Standing
from watchkeeper.registers.facts import (
    Duty,
    Finding,
    Order,
    OrderKind,
    ReviewApplication,
    ReviewOutcome,
    Sentence,
)
from watchkeeper.registers.rules.duties import duties
from watchkeeper.registers.rules.periods import period, reckon, subject_to_notification

ADULT, YOUTH = date(1980, 5, 17), date(2009, 3, 1)
TODAY = date(2026, 11, 22)


@table("""
    case                         | finding    | sentence                  | m  | d  | adult      | youth
    -----------------------------|------------|---------------------------|----|----|------------|-----------
    life                         | conviction | life                      | 0  | 0  | never      | never
    public protection            | conviction | indeterminate             | 0  | 0  | never      | never
    hospital with restriction    | conviction | hospital with restriction | 0  | 0  | never      | never
    the same after insanity      | insanity   | hospital with restriction | 0  | 0  | never      | never
    30 months                    | conviction | imprisonment              | 30 | 0  | never      | never
    a day short of 30 months     | conviction | imprisonment              | 29 | 29 | 2036-01-14 | 2031-01-14
    29 months                    | conviction | imprisonment              | 29 | 0  | 2036-01-14 | 2031-01-14
    6 months and a day           | conviction | imprisonment              | 6  | 1  | 2036-01-14 | 2031-01-14
    6 months exactly             | conviction | imprisonment              | 6  | 0  | 2033-01-14 | 2029-07-14
    5 months and 30 days         | conviction | imprisonment              | 5  | 30 | 2033-01-14 | 2029-07-14
    one day                      | conviction | imprisonment              | 0  | 1  | 2033-01-14 | 2029-07-14
    hospital unrestricted        | disability | hospital                  | 0  | 0  | 2033-01-14 | 2029-07-14
    suspended 9 months           | conviction | suspended                 | 9  | 0  | 2036-01-14 | 2031-01-14
    custodial part of 4 months   | conviction | detention and training    | 4  | 0  | 2033-01-14 | 2029-07-14
    caution                      | caution    | caution                   | 0  | 0  | 2028-01-14 | 2027-01-14
    caution, sentence left blank | caution    | -                         | 0  | 0  | 2028-01-14 | 2027-01-14
    discharged for 12 months     | conviction | conditional discharge     | 12 | 0  | 2027-01-14 | 2027-01-14
    community order              | conviction | community                 | 0  | 0  | 2031-01-14 | 2028-07-14
    fine                         | conviction | fine                      | 0  | 0  | 2031-01-14 | 2028-07-14
    anything else                | insanity   | other                     | 0  | 0  | 2031-01-14 | 2028-07-14
    """)
def test_s82_1_and_2(finding, sentence, m, d, adult, youth):
    disposal = convicted(
        date(2026, 1, 15),
        Sentence(sentence) if sentence != "-" else None,
        int(m),
        int(d),
        finding=Finding(finding),
    )
    for born_on, expected in ((ADULT, adult), (YOUTH, youth)):
        found = period(subject(disposal, born_on=born_on), LAW, on=TODAY)
        assert found is not None
        assert found.begins == date(2026, 1, 15)
        assert found.last == (None if expected == "never" else on(expected))


@table("""
    case                               | m  | d  | begins     | last       | confirmed | reads
    -----------------------------------|----|----|------------|------------|-----------|-----------------------------------
    days, and no day it begins         | 29 | 30 | -          | -          | no        | imprisonment, 29 months and 30 days
    the same, and it begins in January | 29 | 30 | 2026-01-15 | -          | yes       | imprisonment, 29 months and 30 days
    the same, and it begins in May     | 29 | 30 | 2026-05-01 | 2036-01-14 | yes       | imprisonment, 29 months and 30 days
    six months and a day               | 6  | 1  | -          | 2036-01-14 | no        | imprisonment, 6 months and 1 day
    one day                            | 0  | 1  | -          | 2033-01-14 | no        | imprisonment, 1 day
    whole months need no beginning     | 30 | 0  | -          | -          | yes       | imprisonment, 30 months
    one month                          | 1  | 0  | -          | 2033-01-14 | yes       | imprisonment, 1 month
    """)
def test_a_term_with_days_is_in_doubt_until_the_day_it_begins_is_recorded(
    m, d, begins, last, confirmed, reads
):
    """29 months and 30 days are 30 months from 15 January, and a day short of them from 1 May."""
    who = subject(
        convicted(date(2026, 1, 15), Sentence.IMPRISONMENT, int(m), int(d), term_begins_on=on(begins))
    )
    due = one(duties(who, LAW, on=TODAY), Duty.PERIOD)
    assert (due.by, due.confirmed) == (on(last), confirmed == "yes")
    (term,) = [given.value for given in due.because if given.what == "term"]
    assumed = "; counted from the relevant date, because the day it begins is not recorded"
    assert term == reads + (assumed if confirmed == "no" else "")


@table("""
    case       | finding    | says
    -----------|------------|---------------------------------
    convicted  | conviction | the day of conviction
    insane     | insanity   | the day of the finding
    disabled   | disability | the day of the finding
    cautioned  | caution    | the day of caution
    """)
def test_the_relevant_date_is_said_as_the_day_of_what_was_decided(finding, says):
    disposal = convicted(date(2026, 1, 15), Sentence.OTHER, finding=Finding(finding))
    due = one(duties(subject(disposal), LAW, on=TODAY), Duty.PERIOD)
    assert due.because[0].value == f"15 January 2026, {says}"


def test_every_sentence_has_a_period_or_a_missing_fact():
    for sentence in Sentence:
        who = subject(convicted(date(2026, 1, 15), sentence, 12))
        found = one(duties(who, LAW, on=TODAY), Duty.PERIOD)
        assert found.standing is (Standing.MISSING if sentence is Sentence.CAUTION else found.standing)
        assert (period(who, LAW, on=TODAY) is None) == (found.standing is Standing.MISSING)


@table("""
    case                                  | born       | last
    --------------------------------------|------------|-----------
    eighteen the day before               | 2008-01-14 | 2031-01-14
    eighteen on the day                   | 2008-01-15 | 2031-01-14
    eighteen the day after                | 2008-01-16 | 2028-07-14
    date of birth missing: the longer one | -          | 2031-01-14
    """)
def test_the_age_is_that_on_the_relevant_date(born, last):
    who = subject(convicted(date(2026, 1, 15)), born_on=on(born))
    assert one(duties(who, LAW, on=TODAY), Duty.PERIOD).by == on(last)


def test_born_on_a_leap_day_somebody_is_a_minor_to_the_end_of_february():
    for since, months in ((date(2026, 2, 28), 30), (date(2026, 3, 1), 60)):
        found = period(subject(convicted(since), born_on=date(2008, 2, 29)), LAW, on=TODAY)
        assert found is not None
        assert found.last is not None
        assert (found.last.year, found.last.month) == ((2028, 8) if months == 30 else (2031, 2))


def test_the_doubt_of_a_missing_date_of_birth_is_said():
    due = one(duties(subject(convicted(), born_on=None), LAW, on=TODAY), Duty.PERIOD)
    (doubt,) = [g for g in due.because if g.what == "date of birth"]
    assert doubt.value.startswith("missing")
    assert due.standing is Standing.OWED


def test_a_missing_date_of_birth_is_a_missing_fact_of_its_own():
    who = subject(convicted(), born_on=None)
    assert one(duties(who, LAW, on=TODAY), Duty.BORN_ON).standing is Standing.MISSING
    assert Duty.BORN_ON not in {due.duty for due in duties(subject(convicted()), LAW, on=TODAY)}


@table("""
    case                      | since      | last
    --------------------------|------------|-----------
    from a leap day           | 2024-02-29 | 2029-02-28
    to a leap day's eve       | 2023-03-01 | 2028-02-29
    from the last of a month  | 2026-08-31 | 2031-08-30
    from new year's day       | 2026-01-01 | 2030-12-31
    """)
def test_five_years_beginning_with_the_day(since, last):
    found = period(subject(convicted(on(since))), LAW, on=TODAY)
    assert found is not None
    assert found.last == on(last)


def test_the_last_day_is_still_on_the_register_and_the_next_is_not():
    who = subject(convicted(date(2021, 11, 22)))
    assert subject_to_notification(who, LAW, on=date(2026, 11, 21)).allowed
    assert not subject_to_notification(who, LAW, on=date(2026, 11, 22)).allowed
    assert not subject_to_notification(who, LAW, on=date(2021, 11, 21)).allowed
    assert subject_to_notification(who, LAW, on=date(2021, 11, 22)).allowed


def test_vector_1_three_and_ten_months_consecutive_are_thirteen():
    first = convicted(date(2026, 1, 15), Sentence.IMPRISONMENT, 3)
    second = convicted(date(2026, 1, 15), Sentence.IMPRISONMENT, 10, ref="D2", consecutive_to="D1")
    found = period(subject(first, second), LAW, on=TODAY)
    assert found is not None
    assert found.last == date(2036, 1, 14)


def test_consecutive_terms_reach_thirty_months_only_together():
    first = convicted(date(2026, 1, 15), Sentence.IMPRISONMENT, 20)
    second = convicted(date(2026, 1, 15), Sentence.IMPRISONMENT, 10, ref="D2", consecutive_to="D1")
    for disposals, indefinite in (((first, second), True), ((first,), False)):
        found = period(subject(*disposals), LAW, on=TODAY)
        assert found is not None
        assert found.indefinite is indefinite


def test_terms_that_follow_each_other_in_a_circle_are_still_counted():
    first = convicted(date(2026, 1, 15), Sentence.IMPRISONMENT, 20, consecutive_to="D2")
    second = convicted(date(2026, 1, 15), Sentence.IMPRISONMENT, 9, ref="D2", consecutive_to="D1")
    assert period(subject(first, second), LAW, on=TODAY) is not None


@table("""
    case                                     | x  | y  | begins     | last
    -----------------------------------------|----|----|------------|-----------
    4 and 4 months overlapping 2 are 6       | 4  | 4  | 2026-03-15 | 2033-01-14
    4 and 4 months overlapping a day less    | 4  | 4  | 2026-03-16 | 2036-01-14
    20 and 20 months overlapping 10 are 30   | 20 | 20 | 2026-11-15 | never
    wholly inside: the longer stands alone   | 20 | 9  | 2026-03-15 | 2036-01-14
    the same term twice is not added         | 20 | 20 | 2026-01-15 | 2036-01-14
    begins as the other ends, not linked     | 4  | 4  | 2026-05-15 | 2033-01-14
    no overlap: each stands alone            | 4  | 4  | 2026-06-15 | 2033-01-14
    """)
def test_s82_4b_partly_concurrent(x, y, begins, last):
    first = convicted(
        date(2026, 1, 15), Sentence.IMPRISONMENT, int(x), ref="D1", term_begins_on=date(2026, 1, 15)
    )
    second = convicted(date(2026, 1, 15), Sentence.IMPRISONMENT, int(y), ref="D2", term_begins_on=on(begins))
    for disposals in ((first, second), (second, first)):
        found = period(subject(*disposals), LAW, on=TODAY)
        assert found is not None
        assert found.last == (None if last == "never" else on(last))


@pytest.mark.parametrize("begins", [date(2026, 1, 15), date(2026, 3, 15)])
def test_a_term_wholly_inside_another_keeps_its_own_length(begins):
    """Convicted later, of four months served within twenty: seven years of its own, not ten."""
    long = convicted(date(2026, 1, 15), Sentence.IMPRISONMENT, 20, term_begins_on=date(2026, 1, 15))
    short = convicted(date(2026, 3, 1), Sentence.IMPRISONMENT, 4, ref="D2", term_begins_on=begins)
    found = period(subject(long, short), LAW, on=TODAY)
    assert found is not None
    assert found.last == date(2036, 1, 14)


def test_three_terms_that_overlap_in_turn_are_one():
    made = [
        convicted(date(2026, 1, 15), Sentence.IMPRISONMENT, 12, ref=f"D{n}", term_begins_on=begins)
        for n, begins in enumerate((date(2026, 1, 15), date(2026, 10, 15), date(2027, 7, 15)))
    ]
    for few, indefinite in ((made, True), (made[:2], False), (made[::2], False)):
        found = period(subject(*few), LAW, on=TODAY)
        assert found is not None
        assert found.indefinite is indefinite


def test_terms_of_findings_that_are_no_convictions_are_not_put_together():
    made = [
        convicted(
            date(2026, 1, 15),
            Sentence.IMPRISONMENT,
            20,
            ref=f"D{n}",
            finding=Finding.DISABILITY,
            consecutive_to=before,
            term_begins_on=begins,
        )
        for n, (before, begins) in enumerate((("", date(2026, 1, 15)), ("D0", date(2026, 6, 15))))
    ]
    found = period(subject(*made), LAW, on=TODAY)
    assert found is not None
    assert found.last == date(2036, 1, 14)


def test_vector_2_ten_years_and_twelve_more_imposed_six_years_in_are_eighteen():
    first = convicted(date(2010, 1, 4), Sentence.IMPRISONMENT, 120, term_begins_on=date(2010, 1, 4))
    second = convicted(
        date(2016, 1, 4), Sentence.IMPRISONMENT, 144, ref="D2", term_begins_on=date(2016, 1, 4)
    )
    found = period(subject(first, second), LAW, on=TODAY)
    assert found is not None
    assert found.indefinite
    assert any("4 January 2010 to 3 January 2028" in line for line in found.because)


def test_vectors_3_and_4_cautions_last_two_years_and_one():
    caution = convicted(date(2026, 1, 15), Sentence.CAUTION, finding=Finding.CAUTION)
    for born_on, last in ((ADULT, date(2028, 1, 14)), (date(2008, 6, 1), date(2027, 1, 14))):
        found = period(subject(caution, born_on=born_on), LAW, on=TODAY)
        assert found is not None
        assert found.last == last


def test_a_conditional_discharge_runs_from_the_day_it_was_made():
    made = convicted(date(2026, 1, 15), Sentence.CONDITIONAL_DISCHARGE, 12, term_begins_on=date(2026, 2, 10))
    found = period(subject(made), LAW, on=TODAY)
    assert found is not None
    assert (found.begins, found.last) == (date(2026, 1, 15), date(2027, 2, 9))


@table("""
    case                          | finding    | tried       | last
    ------------------------------|------------|-------------|-----------
    tried and the trial ended     | disability | 2026-09-01  | 2026-09-01
    trial ends after today        | disability | 2026-12-01  | 2031-01-14
    a trial after insanity        | insanity   | 2026-09-01  | 2031-01-14
    """)
def test_s82_5_a_finding_of_disability_ends_with_the_trial(finding, tried, last):
    made = convicted(date(2026, 1, 15), Sentence.OTHER, finding=Finding(finding), trial_ended_on=on(tried))
    found = period(subject(made), LAW, on=TODAY)
    assert found is not None
    assert found.last == on(last)


@table("""
    case                                  | kind         | made       | until      | ended      | last
    --------------------------------------|--------------|------------|------------|------------|-----------
    an order that outlasts the period     | SHPO         | 2021-02-01 | 2028-02-01 | -          | 2028-01-31
    an order that ends within it          | SHPO         | 2021-02-01 | 2026-02-01 | -          | 2026-11-30
    until further order                   | SHPO         | 2021-02-01 | -          | -          | never
    discharged early                      | SHPO         | 2021-02-01 | 2030-02-01 | 2027-02-01 | 2030-01-31
    discharged already                    | SHPO         | 2021-02-01 | 2030-02-01 | 2026-06-01 | 2026-11-30
    an interim order                      | interim SHPO | 2026-10-01 | 2027-02-01 | -          | 2027-01-31
    an order of the older kind            | SOPO         | 2014-02-01 | -          | -          | never
    a risk order carries nothing          | SRO          | 2021-02-01 | 2030-02-01 | -          | 2026-11-30
    an order not yet made                 | SHPO         | 2026-11-23 | 2032-02-01 | -          | 2026-11-30
    """)
def test_s103g_an_order_carries_notification_to_its_end(kind, made, until, ended, last):
    order = Order("O1", OrderKind(kind), on(made), on(until), on(ended))
    who = subject(convicted(date(2021, 12, 1)), orders=(order,))
    found = period(who, LAW, on=TODAY)
    assert found is not None
    assert found.last == (None if last == "never" else on(last))


def test_an_order_alone_makes_somebody_notifiable_while_it_runs():
    who = subject(orders=(Order("O1", OrderKind.SHPO, date(2026, 3, 2), date(2031, 3, 2)),))
    assert not subject_to_notification(who, LAW, on=date(2026, 3, 1)).allowed
    assert subject_to_notification(who, LAW, on=date(2026, 3, 2)).allowed
    assert subject_to_notification(who, LAW, on=date(2031, 3, 1)).allowed
    assert not subject_to_notification(who, LAW, on=date(2031, 3, 2)).allowed


def test_of_several_disposals_the_longest_governs():
    fine = convicted(date(2026, 1, 15), Sentence.FINE, ref="D1")
    term = convicted(date(2024, 1, 15), Sentence.IMPRISONMENT, 12, ref="D2")
    found = period(subject(fine, term), LAW, on=TODAY)
    assert found is not None
    assert (found.begins, found.last) == (date(2024, 1, 15), date(2034, 1, 14))


def test_a_gap_between_two_periods_is_a_gap():
    first = convicted(date(2010, 1, 15), Sentence.FINE, ref="D1")
    second = convicted(date(2026, 1, 15), Sentence.FINE, ref="D2")
    who = subject(first, second)
    assert subject_to_notification(who, LAW, on=date(2015, 1, 14)).allowed
    assert not subject_to_notification(who, LAW, on=date(2015, 1, 15)).allowed
    found = period(who, LAW, on=TODAY)
    assert found is not None
    assert found.begins == date(2026, 1, 15)


@table("""
    case                                     | second     | begins
    -----------------------------------------|------------|-----------
    the day after the first ended: no gap    | 2015-01-15 | 2010-01-15
    two days after: a gap                    | 2015-01-16 | 2015-01-16
    """)
def test_periods_that_touch_are_one(second, begins):
    who = subject(convicted(date(2010, 1, 15), Sentence.FINE), convicted(on(second), Sentence.LIFE, ref="D2"))
    found = period(who, LAW, on=TODAY)
    assert found is not None
    assert found.begins == on(begins)


@table("""
    case                               | since      | sentence              | months | names
    -----------------------------------|------------|-----------------------|--------|------------------------
    no relevant date                   | -          | community             | 0      | relevant date
    no sentence                        | 2026-01-15 | -                     | 0      | sentence
    a term of no length                | 2026-01-15 | imprisonment          | 0      | length of the term
    a suspended term of no length      | 2026-01-15 | suspended             | 0      | length of the term
    a discharge of no length           | 2026-01-15 | conditional discharge | 0      | length of the discharge
    a conviction with a caution's mark | 2026-01-15 | caution               | 0      | sentence
    """)
def test_what_is_missing_is_named_and_nobody_falls_off_the_register(since, sentence, months, names):
    made = convicted(on(since), Sentence(sentence) if sentence != "-" else None, int(months))
    who = subject(made)
    due = one(duties(who, LAW, on=TODAY), Duty.PERIOD)
    assert due.standing is Standing.MISSING
    assert due.because[0].what == names
    assert "missing" in due.because[0].value
    assert period(who, LAW, on=TODAY) is None
    assert reckon(who, LAW, on=TODAY).begins == on(since)
    assert subject_to_notification(who, LAW, on=TODAY).allowed


def test_an_indefinite_period_needs_no_other_fact():
    who = subject(convicted(date(2020, 1, 15), Sentence.LIFE), convicted(None, None, ref="D2"))
    assert one(duties(who, LAW, on=TODAY), Duty.PERIOD).standing is Standing.NONE


def test_somebody_with_nothing_recorded_is_a_missing_fact_and_stays():
    assert one(duties(subject(), LAW, on=TODAY), Duty.PERIOD).standing is Standing.MISSING
    assert subject_to_notification(subject(), LAW, on=TODAY).allowed


def test_that_nothing_is_recorded_is_itself_in_no_doubt():
    reckoned = reckon(subject(), LAW, on=TODAY)
    assert (reckoned.subject, reckoned.confirmed, reckoned.begins) == (True, True, None)


def test_a_risk_order_alone_does_not_put_anybody_on_the_register():
    who = subject(orders=(Order("O1", OrderKind.SRO, date(2025, 3, 2), date(2027, 3, 2)),))
    assert not subject_to_notification(who, LAW, on=TODAY).allowed


def test_notification_order_without_the_finding_abroad_is_missing_it():
    who = subject(orders=(Order("O1", OrderKind.NOTIFICATION, date(2025, 3, 2), None),))
    due = one(duties(who, LAW, on=TODAY), Duty.PERIOD)
    assert due.because[0].what == "finding abroad"


def test_nothing_more_is_owed_once_the_period_has_ended():
    who = subject(convicted(date(2015, 1, 15)))
    (due,) = duties(who, LAW, on=TODAY)
    assert due.standing is Standing.NONE
    assert "ended on 14 January 2020" in due.because[0].value


def test_a_granted_review_ends_it_on_the_day_notice_is_received():
    granted = ReviewApplication(
        "R1",
        date(2026, 3, 2),
        decided_on=date(2026, 5, 20),
        outcome=ReviewOutcome.GRANTED,
        notice_received_on=date(2026, 5, 25),
    )
    who = subject(convicted(date(2005, 3, 2), Sentence.LIFE), applications=(granted,))
    assert subject_to_notification(who, LAW, on=date(2026, 5, 24)).allowed
    assert not subject_to_notification(who, LAW, on=date(2026, 5, 25)).allowed


@pytest.mark.parametrize("sentence", [Sentence.SUSPENDED, Sentence.DETENTION_AND_TRAINING])
def test_a_reading_from_memory_says_so(sentence):
    due = one(duties(subject(convicted(sentence=sentence, months=9)), LAW, on=TODAY), Duty.PERIOD)
    assert due.confirmed is False
    prison = convicted(sentence=Sentence.IMPRISONMENT, months=9)
    assert one(duties(subject(prison), LAW, on=TODAY), Duty.PERIOD).confirmed


def test_a_suspended_term_counts_for_nothing_if_policy_reads_it_so():
    law = law_with(sentences_counted_as_imprisonment=("detention and training",))
    found = period(subject(convicted(date(2026, 1, 15), Sentence.SUSPENDED, 9)), law, on=TODAY)
    assert found is not None
    assert found.last == date(2031, 1, 14)


days = st.dates(date(2005, 1, 1), date(2026, 11, 1))
sentences = st.sampled_from([s for s in Sentence if s is not Sentence.CAUTION])
disposals = st.lists(
    st.builds(
        lambda since, sentence, months, begins: (since, sentence, months, begins),
        days,
        sentences,
        st.integers(1, 40),
        st.one_of(st.none(), days),
    ),
    min_size=1,
    max_size=4,
)


def _made(rows):
    return [
        convicted(since, sentence, months, ref=f"D{n}", term_begins_on=begins)
        for n, (since, sentence, months, begins) in enumerate(rows)
    ]


@settings(max_examples=100, deadline=None)
@given(disposals)
def test_one_more_disposal_never_shortens_the_period(rows):
    *fewer, _ = all_of_them = _made(rows)
    longer = period(subject(*all_of_them), LAW, on=TODAY)
    assert longer is not None
    if fewer:
        shorter = period(subject(*fewer), LAW, on=TODAY)
        assert shorter is not None
        assert longer.last is None or (shorter.last is not None and longer.last >= shorter.last)


def test_a_discharge_said_to_begin_before_the_finding_begins_with_it():
    early = convicted(date(2005, 7, 1), Sentence.CONDITIONAL_DISCHARGE, 1, term_begins_on=date(2005, 1, 1))
    found = period(subject(early), LAW, on=TODAY)
    assert found is not None
    assert (found.begins, found.last) == (date(2005, 7, 1), date(2005, 7, 31))


@settings(max_examples=100, deadline=None)
@given(disposals, st.dates(date(1990, 1, 1), date(2012, 1, 1)))
def test_the_order_of_the_record_does_not_matter_and_youth_never_lengthens(rows, born_on):
    made = _made(rows)
    found = period(subject(*made), LAW, on=TODAY)
    turned = period(subject(*reversed(made)), LAW, on=TODAY)
    young = period(subject(*made, born_on=born_on), LAW, on=TODAY)
    assert found is not None
    assert turned is not None
    assert young is not None
    assert (turned.begins, turned.last) == (found.begins, found.last)
    assert found.last is None or (young.last is not None and young.last <= found.last)


@settings(max_examples=100, deadline=None)
@given(days, st.integers(0, 3000))
def test_the_decision_and_the_period_agree(since, later):
    who = subject(convicted(since))
    day = since + timedelta(days=later)
    found = period(who, LAW, on=day)
    assert found is not None
    assert found.last is not None
    assert subject_to_notification(who, LAW, on=day).allowed == (found.begins <= day <= found.last)
