"""The next step after a failed visit: another time, enquiries, a supervisor, a decision."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.escalation.facts import Choice, Decided, Ground, Step
from watchkeeper.escalation.rules.decisions import owed
from watchkeeper.escalation.rules.ladder import next_step
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.people.facts import Address, AddressKind, Away, AwayKind
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import Contact, Outcome, Purpose, Visit
from watchkeeper.workforce.facts import Rank

LAW = shelf.load()
CALENDAR = england_and_wales()
DAY = timedelta(days=1)
ON = date(2026, 3, 20)
HOME = Address("A1", AddressKind.HOME, "1 High Street", "", date(2020, 1, 1), None)
RUNGS = (
    Step.NONE,
    Step.TRY_ANOTHER_TIME,
    Step.ADDRESS_ENQUIRIES,
    Step.SUPERVISOR_REVIEW,
    Step.ENFORCEMENT_DECISION,
)
WORDS = {
    "no-reply": Outcome.NO_REPLY,
    "out": Outcome.NOT_AT_HOME,
    "refused": Outcome.REFUSED,
    "gone": Outcome.GONE_AWAY,
    "no-such": Outcome.NO_SUCH_ADDRESS,
}


def visit(day, outcome, sought=False):
    purpose = Purpose.ASSESS_RISK if sought else Purpose.ROUTINE
    when = datetime(2026, 3, day, 18, tzinfo=UTC)
    return Visit(f"V{day}", when, "A1", purpose, sought, outcome, crew=("O1",))


def history(text, seen=date(2026, 2, 27)):
    """Failed visits as "no-reply 3, refused* 9": an asterisk where entry was sought to search."""
    words = text.replace(",", "").split()
    failed = tuple(
        visit(int(day), WORDS[word.rstrip("*")], word.endswith("*"))
        for word, day in zip(words[::2], words[1::2], strict=True)
    )
    return Contact(failed[-1].day if failed else seen, seen, "", failed)


def step(clocks, level=Level.MEDIUM, on=ON, away=(), decisions=(), months=6):
    asked = owed(
        clocks,
        level,
        LAW,
        CALENDAR,
        on=on,
        visit_every_months=months,
        managed_since=date(2020, 1, 1),
        addresses=(HOME,),
        away=away,
        decisions=decisions,
    )
    return next_step(clocks, level, LAW, CALENDAR, on=on, owed=asked, decisions=decisions, away=away)


@table("""
    case                                     | level     | failed                           | rung
    -----------------------------------------|-----------|----------------------------------|---------------------
    nothing failed                           | medium    |                                  | NONE
    one no reply, medium                     | medium    | no-reply 17                      | TRY_ANOTHER_TIME
    one no reply, high                       | high      | no-reply 17                      | TRY_ANOTHER_TIME
    one no reply, very high                  | very high | no-reply 17                      | ADDRESS_ENQUIRIES
    one no reply, level not recorded         |           | no-reply 17                      | ADDRESS_ENQUIRIES
    one refusal                              | medium    | refused 17                       | TRY_ANOTHER_TIME
    two failures, medium                     | medium    | no-reply 16, out 17              | ADDRESS_ENQUIRIES
    two failures, low                        | low       | no-reply 16, out 17              | TRY_ANOTHER_TIME
    three failures, low                      | low       | no-reply 9, no-reply 16, out 17  | ADDRESS_ENQUIRIES
    two failures, very high                  | very high | no-reply 16, out 17              | SUPERVISOR_REVIEW
    three failures, high                     | high      | no-reply 9, no-reply 16, out 17  | SUPERVISOR_REVIEW
    three failures, medium                   | medium    | no-reply 9, no-reply 16, out 17  | SUPERVISOR_REVIEW
    two plain refusals open no decision      | medium    | refused 16, refused 17           | ADDRESS_ENQUIRIES
    two refusals of entry to search open one | medium    | refused* 16, refused* 17         | ENFORCEMENT_DECISION
    one of each                              | medium    | no-reply 16, refused* 17         | ADDRESS_ENQUIRIES
    two of three on which entry was sought   | low       | refused* 9, out 16, no-reply* 17 | ENFORCEMENT_DECISION
    told today that they are gone            | low       | gone 20                          | ADDRESS_ENQUIRIES
    told yesterday                           | low       | gone 19                          | ADDRESS_ENQUIRIES
    told the day before yesterday            | low       | gone 18                          | ENFORCEMENT_DECISION
    no such address, today                   | low       | no-such 20                       | ADDRESS_ENQUIRIES
    """)
def test_the_ladder(level, failed, rung):
    proposal = step(history(failed), Level(level) if level else None)
    assert proposal.step is Step[rung]
    assert proposal.because
    assert proposal.cite


def test_a_visit_tomorrow_has_not_failed_yet():
    assert step(history("no-reply 20")).step is Step.TRY_ANOTHER_TIME
    assert step(history("no-reply 21")).step is Step.NONE


def test_another_time_says_what_has_been_tried():
    assert step(history("no-reply 16")).because == (
        "tried on Monday 16 March 2026",
        "only working days so far: a weekend or bank holiday has not been tried",
    )
    assert step(history("no-reply 14")).because == ("tried on Saturday 14 March 2026",)


def test_not_seen_for_too_long_is_a_decision_though_nobody_ever_knocked():
    proposal = step(Contact(None, date(2017, 5, 2)), Level.HIGH, months=3)
    assert proposal.step is Step.ENFORCEMENT_DECISION
    assert proposal.because[0] == "not seen for too long: commander to decide by 26 August 2017"


@pytest.mark.parametrize("kind", AwayKind)
def test_out_of_reach_there_is_no_step_and_it_says_why(kind):
    away = (Away("W1", kind, date(2026, 3, 18), None),)
    proposal = step(history("refused* 16, refused* 17"), away=away)
    assert proposal.step is Step.NONE
    where = {"abroad": "abroad", "remand": "on remand"}.get(kind, f"in {kind}")
    assert proposal.because == (
        f"{where} since 18 March 2026, with no day of return recorded: no visit can be made",
    )


def test_failures_before_a_release_are_not_counted_after_it():
    away = (Away("W1", AwayKind.CUSTODY, date(2026, 3, 10), date(2026, 3, 18)),)
    assert step(history("no-reply 3, no-reply 5, no-reply 9"), away=away).step is Step.NONE
    assert step(history("no-reply 3, no-reply 9, out 18"), away=away).step is Step.TRY_ANOTHER_TIME


def decided(choice, day=18, done=None):
    day = date(2026, 3, day)
    return Decided("D1", Ground.REFUSED_ENTRY, choice, day, "O9", Rank.SUPERINTENDENT, "why", None, done)


@table("""
    case                                             | choice              | done | on         | rung
    -------------------------------------------------|---------------------|------|------------|---------------------
    a warrant decided on                             | warrant             |      | 2026-03-20 | AWAIT_OUTCOME
    an arrest decided on                             | arrest              |      | 2026-03-20 | AWAIT_OUTCOME
    circulation decided on                           | circulate as wanted |      | 2026-03-19 | AWAIT_OUTCOME
    not done in time: still to be seen through       | warrant             |      | 2026-04-10 | AWAIT_OUTCOME
    lapsed without being done: decided again         | warrant             |      | 2026-05-13 | ENFORCEMENT_DECISION
    the day before it lapses                         | warrant             |      | 2026-05-12 | AWAIT_OUTCOME
    done: the failures that remain are the step      | warrant             | 19   | 2026-03-20 | ADDRESS_ENQUIRIES
    no action: the failures that remain are the step | no action           |      | 2026-03-20 | ADDRESS_ENQUIRIES
    no action, lapsed                                | no action           |      | 2026-05-13 | ENFORCEMENT_DECISION
    """)
def test_a_decision_is_seen_through(choice, done, on, rung):
    made = decided(Choice(choice), done=date(2026, 3, int(done)) if done else None)
    clocks = history("refused* 16, refused* 17")
    assert step(clocks, on=date.fromisoformat(on), decisions=(made,), months=None).step is Step[rung]


@table("""
    case                                          | ground            | seen | rung
    ----------------------------------------------|-------------------|------|--------------
    a warrant, and not seen since                 | REFUSED_ENTRY     | 17   | AWAIT_OUTCOME
    a warrant, and seen on the day of it          | REFUSED_ENTRY     | 18   | NONE
    a warrant, and seen since                     | REFUSED_ENTRY     | 19   | NONE
    decided at a review, and seen since           | REVIEW            | 19   | NONE
    for failing to notify, and seen since         | FAILURE_TO_NOTIFY | 19   | AWAIT_OUTCOME
    for failing to notify, and not seen since     | FAILURE_TO_NOTIFY | 17   | AWAIT_OUTCOME
    """)
def test_to_be_seen_answers_what_was_decided_on_contact_and_nothing_else(ground, seen, rung):
    made = Decided(
        "D1", Ground[ground], Choice.ARREST, date(2026, 3, 18), "O9", Rank.SUPERINTENDENT, "why", None
    )
    assert step(Contact(None, date(2026, 3, int(seen))), decisions=(made,)).step is Step[rung]


def test_a_decision_on_one_ground_does_not_hide_another_ground():
    """A warrant waits; but now nobody knows where the person lives, and that is asked at once."""
    clocks = history("refused* 9, refused* 10, gone 18")
    made = decided(Choice.WARRANT, 17)
    proposal = step(clocks, decisions=(made,))
    assert proposal.step is Step.ENFORCEMENT_DECISION
    assert proposal.because[0].startswith("whereabouts unknown")


OUTCOMES = st.sampled_from([Outcome.NO_REPLY, Outcome.NOT_AT_HOME, Outcome.REFUSED, Outcome.GONE_AWAY])
FAILED = st.lists(st.tuples(OUTCOMES, st.booleans()), max_size=6)


@settings(max_examples=100, deadline=None)
@given(FAILED, st.tuples(OUTCOMES, st.booleans()), st.sampled_from([*Level, None]))
def test_one_more_failure_never_steps_down_the_ladder(failed, another, level):
    visits = tuple(visit(4 + n, outcome, sought) for n, (outcome, sought) in enumerate([*failed, another]))
    before, after = (
        step(Contact(None, date(2026, 2, 27), "", some), level) for some in (visits[:-1], visits)
    )
    assert RUNGS.index(after.step) >= RUNGS.index(before.step)
