"""Excuses and prosecutions for a failure to notify, and when it is asked about again (SOA 2003, s.91)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.escalation.facts import Duty, Failure, Ground, Owed
from watchkeeper.escalation.failing import Excuse, Prosecution, ProsecutionKind, ProsecutionOutcome
from watchkeeper.escalation.rules.answering import may_answer_excuse, may_begin, may_end, may_give_excuse
from watchkeeper.escalation.rules.arising import failure_to_notify
from watchkeeper.escalation.rules.excuses import answered_for, followed_up, given_answers, on_record
from watchkeeper.law import shelf
from watchkeeper.law.due import Due, Standing
from watchkeeper.registers.facts import Duty as Notified
from watchkeeper.risk.facts import Level
from watchkeeper.workforce.facts import Rank

LAW = shelf.load()
DAY = timedelta(days=1)
FAILED = date(2026, 3, 2)
FAILURE = Failure(Notified.CHANGE, "C1", FAILED)
GIVEN = Excuse("X1", Notified.CHANGE, "C1", FAILED, date(2026, 3, 4), "In hospital; the letter was seen.")
ACCEPTED = replace(
    GIVEN, accepted=True, answered_on=date(2026, 3, 5), answered_by="S1", rank=Rank.SERGEANT, reason="Seen.",
    review_on=date(2026, 3, 20),
)  # fmt: skip
CHARGED = Prosecution("Q1", Notified.CHANGE, "C1", FAILED, ProsecutionKind.CHARGE, date(2026, 3, 10))


def day(text):
    return date.fromisoformat(text) if text != "-" else None


def stands(on, *, failure=FAILURE, excuses=(), prosecutions=(), level=Level.MEDIUM):
    (found,) = answered_for((failure,), tuple(excuses), tuple(prosecutions), level, LAW, on=on)
    return found


@table("""
    case                                      | accepted | review     | ended      | on         | asked
    ------------------------------------------|----------|------------|------------|------------|-----------
    given, and nobody has answered            | -        | -          | -          | 2026-03-06 | 2026-03-02
    not accepted                              | no       | -          | -          | 2026-03-06 | 2026-03-02
    accepted, the day before the answer       | yes      | 2026-03-20 | -          | 2026-03-04 | 2026-03-02
    accepted, the day of the answer           | yes      | 2026-03-20 | -          | 2026-03-05 | -
    the day before it is looked at again      | yes      | 2026-03-20 | -          | 2026-03-19 | -
    the day it is looked at again             | yes      | 2026-03-20 | -          | 2026-03-20 | 2026-03-20
    the day after                             | yes      | 2026-03-20 | -          | 2026-03-21 | 2026-03-20
    no day of review: the longest, 56 days    | yes      | -          | -          | 2026-04-29 | -
    no day of review: the longest is over     | yes      | -          | -          | 2026-04-30 | 2026-04-30
    a day of review past the longest is cut   | yes      | 2027-03-20 | -          | 2026-04-30 | 2026-04-30
    put right meanwhile: it holds for good    | yes      | 2026-03-20 | 2026-03-20 | 2027-01-01 | -
    put right after it came back              | yes      | 2026-03-20 | 2026-03-21 | 2027-01-01 | 2026-03-20
    put right long before it was answered     | yes      | -          | 2026-03-03 | 2027-01-01 | -
    """)
def test_an_excuse_accepted_by_an_officer_of_rank_holds_until_it_is_looked_at_again(
    accepted, review, ended, on, asked
):
    answer = {"yes": ACCEPTED, "no": replace(ACCEPTED, accepted=False), "-": GIVEN}[accepted]
    excuse = replace(answer, review_on=day(review))
    found = stands(day(on), failure=replace(FAILURE, answered_on=day(ended)), excuses=[excuse])
    arisen = failure_to_notify((found,), on=day(on))
    assert (arisen.events[0].on if arisen else None) == day(asked)
    assert len(found.said) == 1


@table("""
    case                          | kind    | outcome   | ended      | on         | asked
    ------------------------------|---------|-----------|------------|------------|-----------
    the day before the charge     | charge  | -         | -          | 2026-03-09 | 2026-03-02
    charged                       | charge  | -         | -          | 2026-03-10 | -
    summonsed                     | summons | -         | -          | 2026-03-10 | -
    cautioned                     | caution | -         | -          | 2026-03-10 | -
    convicted                     | charge  | convicted | 2026-05-01 | 2026-05-01 | -
    acquitted: never twice        | charge  | acquitted | 2026-05-01 | 2026-09-01 | -
    the day before it was dropped | charge  | dropped   | 2026-05-01 | 2026-04-30 | -
    dropped: asked about again    | charge  | dropped   | 2026-05-01 | 2026-05-01 | 2026-05-01
    """)
def test_s91_3_a_failure_is_prosecuted_once(kind, outcome, ended, on, asked):
    one = replace(
        CHARGED,
        kind=ProsecutionKind(kind),
        outcome=ProsecutionOutcome(outcome) if outcome != "-" else None,
        ended_on=day(ended),
    )
    found = stands(day(on), prosecutions=[one])
    arisen = failure_to_notify((found,), on=day(on))
    assert (arisen.events[0].on if arisen else None) == day(asked)


@table("""
    case                                        | duty                | about | failed     | same
    --------------------------------------------|---------------------|-------|------------|-----
    the same                                    | change notification | C1    | 2026-03-02 | yes
    another change                              | change notification | C2    | 2026-03-02 | no
    it does not say which                       | change notification |       | 2026-03-02 | yes
    another day: the record was corrected since | change notification | C1    | 2026-03-03 | no
    another duty                                | annual notification | C1    | 2026-03-02 | no
    """)
def test_which_failure_an_excuse_is_about(duty, about, failed, same):
    excuse = replace(ACCEPTED, duty=duty, about=about, failed_on=day(failed))
    assert bool(stands(date(2026, 3, 6), excuses=[excuse]).excuse) is (same == "yes")
    assert len(on_record((FAILURE,), (excuse,), (), on=date(2026, 3, 6))) == (1 if same == "yes" else 2)


def test_the_newest_excuse_stands():
    later = replace(GIVEN, ref="X2", given_on=date(2026, 3, 21))
    assert stands(date(2026, 3, 20), excuses=[ACCEPTED, later]).again_on == date(2026, 3, 20)
    assert stands(date(2026, 3, 21), excuses=[ACCEPTED, later]).said == (
        "an excuse given on 21 March 2026 waits for an answer",
    )


def test_the_clock_in_default_says_it_and_the_review_is_coming():
    on = date(2026, 3, 6)
    due = Due(Notified.CHANGE, Standing.OWED, FAILED - DAY, "s.84(1)", (), "C1")
    met = replace(due, about="C2", by=on)
    told, other = given_answers((due, met), (ACCEPTED,), (), Level.MEDIUM, LAW, on=on)
    assert [given.what for given in told.because] == [
        "excuse accepted on 5 March 2026 by a sergeant; it comes back on 20 March 2026"
    ]
    assert other == met
    found = stands(on, excuses=[ACCEPTED])
    (review,) = followed_up((found,), (ACCEPTED,), (), Level.MEDIUM, LAW, on=on)
    assert (review.duty, review.by, review.about, review.owner) == (
        Duty.EXCUSE, date(2026, 3, 20), "X1", "sergeant"
    )  # fmt: skip
    over = stands(ACCEPTED.review_on, excuses=[ACCEPTED])
    assert not list(followed_up((over,), (ACCEPTED,), (), Level.MEDIUM, LAW, on=ACCEPTED.review_on))


@table("""
    case               | kind    | outcome   | ended      | owed
    -------------------|---------|-----------|------------|-----
    under way          | charge  | -         | -          | yes
    summonsed          | summons | -         | -          | yes
    a caution ends it  | caution | -         | -          | no
    ended today        | charge  | convicted | 2026-03-20 | no
    it ends tomorrow   | charge  | convicted | 2026-03-21 | yes
    """)
def test_no_prosecution_is_forgotten(kind, outcome, ended, owed):
    one = replace(
        CHARGED,
        kind=ProsecutionKind(kind),
        outcome=ProsecutionOutcome(outcome) if outcome != "-" else None,
        ended_on=day(ended),
    )
    found = [due.by for due in followed_up((), (), (one,), None, LAW, on=date(2026, 3, 20))]
    assert found == ([date(2026, 9, 10)] if owed == "yes" else [])


@table("""
    case                          | failed     | given      | says | waits | unmet
    ------------------------------|------------|------------|------|-------|--------------------
    all there                     | 2026-03-02 | 2026-03-06 | Ill. | no    |
    no such failure               | 2026-03-03 | 2026-03-06 | Ill. | no    | on record
    no words                      | 2026-03-02 | 2026-03-06 |      | no    | in words
    to come                       | 2026-03-02 | 2026-03-07 | Ill. | no    | has been given
    one waits already             | 2026-03-02 | 2026-03-06 | Ill. | yes   | waits for an answer
    """)
def test_what_an_excuse_needs(failed, given, says, waits, unmet):
    excuse = replace(GIVEN, failed_on=day(failed), given_on=day(given), says=says)
    waiting = [GIVEN] if waits == "yes" else []
    decision = may_give_excuse(excuse, (FAILURE,), waiting, on=date(2026, 3, 6))
    assert decision.allowed is not bool(unmet)
    assert all(unmet in reason.says for reason in decision.unmet)


@table("""
    case                              | accepted | review     | ended      | reason | rank      | unmet
    ----------------------------------|----------|------------|------------|--------|-----------|----------------
    accepted to the last day allowed  | yes      | 2026-04-30 | -          | Seen.  | inspector |
    a day too long                    | yes      | 2026-05-01 | -          | Seen.  | inspector | goes on
    today is no day of review         | yes      | 2026-03-05 | -          | Seen.  | inspector | goes on
    no day of review                  | yes      | -          | -          | Seen.  | inspector | goes on
    put right: none is needed         | yes      | -          | 2026-03-04 | Seen.  | inspector |
    not accepted: none is needed      | no       | -          | -          | Not.   | sergeant  |
    no reason                         | no       | -          | -          |        | inspector | a reason
    the decision has climbed too high | yes      | 2026-03-20 | -          | Seen.  | sergeant  | decides today
    """)
def test_what_an_answer_to_an_excuse_needs(accepted, review, ended, reason, rank, unmet):
    on = date(2026, 3, 5)
    answer = replace(
        ACCEPTED, accepted=accepted == "yes", review_on=day(review), reason=reason, rank=Rank(rank)
    )
    failure = replace(FAILURE, answered_on=day(ended))
    owed = Owed(Ground.FAILURE_TO_NOTIFY, FAILED, on, Rank.SERGEANT, Rank.INSPECTOR, (), (), "s.91")
    decision = may_answer_excuse(answer, (failure,), owed, Level.MEDIUM, LAW, waits=True, on=on)
    assert decision.allowed is not bool(unmet)
    assert all(unmet in reason.says for reason in decision.unmet)
    assert not may_answer_excuse(answer, (failure,), owed, Level.MEDIUM, LAW, waits=False, on=on).allowed


def test_what_a_prosecution_and_its_end_need():
    on = date(2026, 3, 10)
    assert may_begin(CHARGED, (FAILURE,), on=on).allowed
    assert not may_begin(CHARGED, (FAILURE,), on=on - DAY).allowed
    assert not may_begin(CHARGED, (), on=on).allowed
    assert not may_begin(CHARGED, (replace(FAILURE, prosecuted=True),), on=on).allowed
    assert not may_begin(replace(CHARGED, begun_on=FAILED - DAY), (FAILURE,), on=on).allowed
    assert may_end(CHARGED, on, on=on).allowed
    assert not may_end(CHARGED, on - DAY, on=on).allowed
    assert not may_end(CHARGED, on + DAY, on=on).allowed
    assert not may_end(None, on, on=on).allowed
    assert not may_end(replace(CHARGED, kind=ProsecutionKind.CAUTION), on, on=on).allowed
    assert not may_end(replace(CHARGED, outcome=ProsecutionOutcome.CONVICTED), on, on=on).allowed


days = st.integers(-5, 90).map(lambda n: FAILED + n * DAY)


@settings(max_examples=60, deadline=None)
@given(days, days, st.one_of(st.none(), days), days, st.sampled_from([None, *Level]))
def test_an_accepted_excuse_never_silences_a_failure_that_goes_on_for_ever(given_on, told, review, on, level):
    """Whatever is recorded, the failure is asked about again by the longest that a decision may hold."""
    excuse = replace(ACCEPTED, given_on=given_on, answered_on=told, review_on=review)
    longest = LAW["decision_longest"].of(level or "not recorded", on)
    found = stands(on, excuses=[excuse], level=level)
    asked = failure_to_notify((found,), on=on) is not None
    assert asked or on < FAILED or told <= on < told + longest * DAY
