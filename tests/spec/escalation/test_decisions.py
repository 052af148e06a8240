"""The decisions owed: on each ground, since when, by which day, by which rank; and how they come back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import law_doubting
from tests.table import table
from watchkeeper.escalation.facts import Charge, Choice, Decided, Failure, Ground
from watchkeeper.escalation.rules.decisions import CLOCKS, owed
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.people.facts import Address, AddressKind, Away, AwayKind
from watchkeeper.registers.facts import Duty
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import Contact, Outcome, Purpose, Visit
from watchkeeper.workforce.facts import RANKS, Rank

LAW = shelf.load()
CALENDAR = england_and_wales()
DAY = timedelta(days=1)
HOME = Address("A1", AddressKind.HOME, "1 High Street", "", date(2020, 1, 1), None)
ON = date(2026, 3, 20)
SEEN = date(2026, 3, 1)
BROKEN = Decision((Reason(False, "intelligence received on 16 March 2026", "reactive"),))


def visit(day, outcome=Outcome.REFUSED, *, sought=True, at="A1"):
    purpose = Purpose.ASSESS_RISK if sought else Purpose.ROUTINE
    when = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
    return Visit(f"V{day}", when, at, purpose, sought, outcome, crew=("O1",))


def plain(day, outcome=Outcome.NO_REPLY, at="A1"):
    return visit(day, outcome, sought=False, at=at)


def contact(*failed, seen=SEEN):
    return Contact(failed[-1].day if failed else seen, seen, "", tuple(failed))


def ask(clocks=None, level=Level.MEDIUM, on=ON, **more):
    given = {"visit_every_months": 6, "managed_since": date(2020, 1, 1), "addresses": (HOME,)}
    return owed(clocks or contact(seen=SEEN), level, LAW, CALENDAR, on=on, **(given | more))


def on_ground(ground, answers):
    return next((each for each in answers if each.ground is ground), None)


def decided(ground, choice, day, *, rank=Rank.SUPERINTENDENT, expires=None, done=None, ref="D1"):
    return Decided(ref, ground, choice, day, "O9", rank, "reason", expires, done)


TWO_REFUSALS = contact(visit(date(2026, 3, 2)), visit(date(2026, 3, 9)))
ANNUAL = Failure(Duty.ANNUAL, "", date(2026, 3, 9))

# One case of each ground, all arising on Monday 9 March 2026 for a medium-risk person.
CASES = {
    Ground.REFUSED_ENTRY: {"clocks": TWO_REFUSALS},
    Ground.NO_CONTACT: {"clocks": contact(seen=date(2025, 3, 5)), "visit_every_months": 6},
    Ground.WHEREABOUTS: {"clocks": contact(plain(date(2026, 3, 9), Outcome.GONE_AWAY))},
    Ground.FAILURE_TO_NOTIFY: {"failures": (ANNUAL,)},
    Ground.FURTHER_OFFENCE: {"charges": (Charge("C1", date(2026, 3, 9)),)},
    Ground.REACTIVE: {"reactive_broken": BROKEN, "reactive_broken_on": date(2026, 3, 9)},
    Ground.REVIEW: {"clocks": contact(*(plain(date(2026, 3, day)) for day in (2, 4, 9)))},
}


def test_every_ground_has_a_clock_a_first_rank_and_a_case_on_this_page():
    assert set(CLOCKS) == set(CASES) == set(Ground)
    for ground in Ground:
        assert LAW["decision_first_rank"].word_of(ground, ON) in RANKS


@table("""
    case                              | ground            | by         | first
    ----------------------------------|-------------------|------------|----------------
    refused entry, 5 working days     | REFUSED_ENTRY     | 2026-03-16 | chief inspector
    not seen, the same day            | NO_CONTACT        | 2026-03-09 | inspector
    whereabouts, 24 hours             | WHEREABOUTS       | 2026-03-10 | inspector
    failure to notify, 5 working days | FAILURE_TO_NOTIFY | 2026-03-16 | sergeant
    a charge, the same day            | FURTHER_OFFENCE   | 2026-03-09 | inspector
    reactive, 5 working days          | REACTIVE          | 2026-03-16 | inspector
    failed visits, 5 working days     | REVIEW            | 2026-03-16 | sergeant
    """)
def test_each_ground_has_its_clock_and_climbs_on_silence(ground, by, first):
    """Medium risk, arising on Monday 9 March; silence passes a decision up every 5 working days."""
    ground, by, first = Ground[ground], date.fromisoformat(by), Rank(first)
    before = on_ground(ground, ask(**CASES[ground], on=date(2026, 3, 8)))
    assert before is None or ground is Ground.REACTIVE
    answer = on_ground(ground, ask(**CASES[ground], on=date(2026, 3, 9)))
    assert (answer.since, answer.by, answer.first_rank, answer.rank) == (date(2026, 3, 9), by, first, first)
    assert not answer.confirmed
    second = CALENDAR.after(5, by)
    for on, up in ((by - DAY, 0), (by, 0), (by + DAY, 1), (second, 1), (second + DAY, 2)):
        if on >= date(2026, 3, 9):
            assert on_ground(ground, ask(**CASES[ground], on=on)).rank is first.up(up)


@table("""
    case                              | level     | by         | up
    ----------------------------------|-----------|------------|-----------
    very high, 2 working days         | very high | 2026-03-11 | 2026-03-12
    high, 2 working days              | high      | 2026-03-11 | 2026-03-12
    medium, 5 working days            | medium    | 2026-03-16 | 2026-03-17
    low, 5 working days               | low       | 2026-03-16 | 2026-03-17
    a level not recorded is never low |           | 2026-03-11 | 2026-03-12
    """)
def test_refused_entry_by_level(level, by, up):
    level = Level(level) if level else None
    answer = on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, level, date(2026, 3, 9)))
    assert answer.by == date.fromisoformat(by)
    climbed = on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, level, date.fromisoformat(up)))
    assert climbed.rank is Rank.SUPERINTENDENT
    assert climbed.because[-1].endswith("passed up from chief inspector to superintendent")


@table("""
    case                                     | level     | months | seen       | arises
    -----------------------------------------|-----------|--------|------------|-----------
    very high, monthly and a quarter: 28 + 7 | very high | 1      | 2026-02-01 | 2026-03-09
    high, 3 months and a quarter: 90 + 22    | high      | 3      | 2025-12-01 | 2026-03-24
    medium, twice 6 months: twice 181        | medium    | 6      | 2025-02-01 | 2026-01-30
    low, twice a year: twice 365             | low       | 12     | 2024-03-01 | 2026-03-02
    not recorded, as very high               |           | 1      | 2026-02-01 | 2026-03-09
    """)
def test_not_seen_for_too_long(level, months, seen, arises):
    arises = date.fromisoformat(arises)
    clocks = contact(seen=date.fromisoformat(seen))
    given = (clocks, Level(level) if level else None)
    assert ask(*given, arises - DAY, visit_every_months=int(months)) == ()
    (answer,) = ask(*given, arises, visit_every_months=int(months))
    assert (answer.ground, answer.since) == (Ground.NO_CONTACT, arises)


def test_somebody_not_seen_since_2017_has_climbed_to_the_top():
    clocks = contact(*(plain(date(2026, 3, d)) for d in (3, 4)), seen=date(2017, 5, 2))
    answer = on_ground(Ground.NO_CONTACT, ask(clocks, Level.HIGH, visit_every_months=3))
    assert answer.since == date(2017, 8, 26)  # 92 days and 23
    assert answer.rank is Rank.COMMANDER


def test_somebody_never_seen_is_counted_from_the_first_day_of_management():
    never = contact(seen=None)
    given = (never, Level.VERY_HIGH)
    assert ask(*given, on=date(2026, 3, 8), visit_every_months=1, managed_since=date(2026, 2, 1)) == ()
    (answer,) = ask(*given, on=date(2026, 3, 9), visit_every_months=1, managed_since=date(2026, 2, 1))
    assert answer.because[0].startswith("never seen: 36 days from 1 February 2026")


def test_nothing_known_at_all_is_asked_about_today():
    answer = on_ground(Ground.NO_CONTACT, ask(contact(seen=None), managed_since=None))
    assert answer.because[0] == "never seen, and no day recorded on which management began"


def test_an_attempt_is_not_a_contact():
    clocks = contact(plain(date(2026, 3, 19)), seen=date(2020, 1, 1))
    assert on_ground(Ground.NO_CONTACT, ask(clocks)) is not None


def test_no_visit_owed_means_no_decision_for_want_of_contact():
    assert ask(contact(seen=date(2017, 1, 1)), visit_every_months=None) == ()


@table("""
    case                                                   | outcome         | at | since      | home | asked
    -------------------------------------------------------|-----------------|----|------------|------|------
    told at home that they are gone                        | gone away       | A1 | 2020-01-01 | A1   | yes
    no such address                                        | no such address | A1 | 2020-01-01 | A1   | yes
    nobody answered: that is not gone                      | no reply        | A1 | 2020-01-01 | A1   | no
    a new home notified the day after                      | gone away       | A1 | 2026-03-10 | A2   | no
    a new home from the very day                           | gone away       | A1 | 2026-03-09 | A2   | no
    a home they had before says nothing of a place unknown | gone away       | X9 | 2026-03-08 | A2   | yes
    gone from a place that is not the home                 | gone away       | A3 | 2020-01-01 | A1   | no
    """)
def test_whereabouts(outcome, at, since, home, asked):
    other = Address("A3", AddressKind.OTHER, "3 Low Road", "", date(2020, 1, 1), None)
    lived = Address(home, AddressKind.HOME, "", "", date.fromisoformat(since), None)
    clocks = contact(plain(date(2026, 3, 9), Outcome(outcome), at=at))
    answer = on_ground(Ground.WHEREABOUTS, ask(clocks, addresses=(lived, other)))
    assert (answer is not None) is (asked == "yes")


def test_no_home_on_record_is_whereabouts_unknown_from_the_day_the_last_one_ended():
    left = Address("A1", AddressKind.HOME, "", "", date(2020, 1, 1), date(2026, 3, 9))
    assert ask(on=date(2026, 3, 8), addresses=(left,)) == ()
    (answer,) = ask(on=date(2026, 3, 9), addresses=(left,))
    assert (answer.ground, answer.since, answer.by) == (
        Ground.WHEREABOUTS,
        date(2026, 3, 9),
        date(2026, 3, 10),
    )


def test_no_home_was_ever_recorded():
    (answer,) = ask(addresses=(), managed_since=date(2026, 3, 9))
    assert answer.since == date(2026, 3, 9)


@pytest.mark.parametrize("kind", AwayKind)
def test_nothing_rests_on_contact_while_out_of_reach(kind):
    away = (Away("W1", kind, date(2026, 3, 15), None),)
    for ground in (Ground.REFUSED_ENTRY, Ground.NO_CONTACT, Ground.WHEREABOUTS, Ground.REVIEW):
        assert on_ground(ground, ask(**CASES[ground])) is not None
        assert ask(**CASES[ground], away=away) == ()
    for ground in (Ground.FAILURE_TO_NOTIFY, Ground.FURTHER_OFFENCE, Ground.REACTIVE):
        assert on_ground(ground, ask(**CASES[ground], away=away)) is not None


def test_after_release_the_clock_begins_with_the_day_of_release():
    away = (Away("W1", AwayKind.CUSTODY, date(2026, 3, 10), date(2026, 3, 18)),)
    answer = on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, away=away))
    assert (answer.since, answer.rank) == (date(2026, 3, 18), Rank.CHIEF_INSPECTOR)
    assert on_ground(Ground.NO_CONTACT, ask(contact(seen=date(2020, 1, 1)), away=away)) is None


@table("""
    case                   | level     | failed | asked
    -----------------------|-----------|--------|------
    very high, one failure | very high | 1      | no
    very high, two         | very high | 2      | yes
    high, two              | high      | 2      | no
    high, three            | high      | 3      | yes
    medium, three          | medium    | 3      | yes
    low, three             | low       | 3      | no
    low, four              | low       | 4      | yes
    not recorded, two      |           | 2      | yes
    """)
def test_failed_visits_ask_for_a_supervisor(level, failed, asked):
    clocks = contact(*(plain(date(2026, 3, day)) for day in range(10, 10 + int(failed))))
    answer = on_ground(Ground.REVIEW, ask(clocks, Level(level) if level else None))
    assert (answer is not None) is (asked == "yes")


@pytest.mark.parametrize("ground", Ground)
@pytest.mark.parametrize("choice", [Choice.NO_ACTION, Choice.ARREST])
def test_a_decision_answers_until_it_expires_and_then_comes_back(ground, choice):
    """Medium risk: a decision holds 56 days at most; this one says 14 and was carried out."""
    made = decided(ground, choice, date(2026, 3, 10), expires=date(2026, 3, 24), done=date(2026, 3, 11))
    case = CASES[ground] | {"decisions": (made,)}
    if ground is Ground.NO_CONTACT:
        assert on_ground(ground, ask(**case, on=date(2026, 3, 9))) is not None
    assert on_ground(ground, ask(**case, on=date(2026, 3, 23))) is None
    back = on_ground(ground, ask(**case, on=date(2026, 3, 24)))
    assert (back.lapsed, back.since) == ("D1", date(2026, 3, 24))
    assert back.rank is back.first_rank
    assert f"the decision of 10 March 2026, {choice}, lapsed on 24 March 2026" in back.because


@table("""
    case                                         | level     | recorded   | lapses
    ---------------------------------------------|-----------|------------|-----------
    no expiry: the longest for very high, 14     | very high |            | 2026-03-24
    no expiry: the longest for high, 28          | high      |            | 2026-04-07
    no expiry: the longest for medium, 56        | medium    |            | 2026-05-05
    no expiry: the longest for low, 84           | low       |            | 2026-06-02
    no expiry: level not recorded, 14            |           |            | 2026-03-24
    an expiry far off is cut to the longest      | high      | 2036-01-01 | 2026-04-07
    the longest itself stands                    | high      | 2026-04-07 | 2026-04-07
    a shorter expiry stands                      | high      | 2026-03-12 | 2026-03-12
    an expiry before the decision: it never held | high      | 2026-03-01 | 2026-03-10
    """)
def test_no_decision_holds_for_ever(level, recorded, lapses):
    level = Level(level) if level else None
    expires = date.fromisoformat(recorded) if recorded else None
    lapses = date.fromisoformat(lapses)
    made = decided(Ground.REFUSED_ENTRY, Choice.NO_ACTION, date(2026, 3, 10), expires=expires)
    given = {"level": level, "decisions": (made,), "visit_every_months": None}
    if lapses > date(2026, 3, 10):
        assert on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, on=lapses - DAY, **given)) is None
    back = on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, on=lapses, **given))
    assert (back.lapsed, back.since) == ("D1", lapses)


@table("""
    case                    | decided_on | ground        | holds
    ------------------------|------------|---------------|------
    the day before it arose | 2026-03-08 | REFUSED_ENTRY | no
    the day it arose        | 2026-03-09 | REFUSED_ENTRY | yes
    the day after           | 2026-03-10 | REFUSED_ENTRY | yes
    today                   | 2026-03-20 | REFUSED_ENTRY | yes
    tomorrow                | 2026-03-21 | REFUSED_ENTRY | no
    on another ground       | 2026-03-10 | NO_CONTACT    | no
    """)
def test_which_decision_answers(decided_on, ground, holds):
    made = decided(Ground[ground], Choice.NO_ACTION, date.fromisoformat(decided_on))
    answer = on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, decisions=(made,)))
    assert (answer is None) is (holds == "yes")


@table("""
    case                     | charged    | asks
    -------------------------|------------|-----
    before the decision      | 2026-03-08 | no
    on the day of it         | 2026-03-09 | no
    the day after it         | 2026-03-10 | yes
    """)
def test_a_charge_after_the_decision_asks_again(charged, asks):
    made = decided(Ground.FURTHER_OFFENCE, Choice.NO_ACTION, date(2026, 3, 9))
    charges = (Charge("C1", date(2026, 3, 8)), Charge("C2", date.fromisoformat(charged)))
    answer = on_ground(Ground.FURTHER_OFFENCE, ask(charges=charges, decisions=(made,)))
    assert (answer is not None) is (asks == "yes")


@table("""
    case                            | ground            | doubted                            | sure
    --------------------------------|-------------------|------------------------------------|-----
    the clock of the ground         | FURTHER_OFFENCE   | further_offence_decision_within    | no
    the clock of another            | FURTHER_OFFENCE   | no_contact_decision_within         | yes
    who decides first               | FURTHER_OFFENCE   | decision_first_rank                | no
    how long a rank may be silent   | FURTHER_OFFENCE   | silence_before_next_rank           | no
    how long a decision holds       | FURTHER_OFFENCE   | decision_longest                   | no
    how long nobody need be seen    | NO_CONTACT        | no_contact_allowed                 | no
    how many failures ask           | REVIEW            | failed_visits_before_review        | no
    how many occasions there are    | REFUSED_ENTRY     | warrant_occasions                  | no
    the occasions on another ground | REVIEW            | warrant_occasions                  | yes
    """)
def test_what_is_owed_is_as_sure_as_every_row_it_rests_on(ground, doubted, sure):
    given = {"clocks": contact(seen=SEEN), "visit_every_months": 6} | CASES[Ground[ground]]
    clocks = given.pop("clocks")
    more = {"managed_since": date(2020, 1, 1), "addresses": (HOME,)} | given
    for law, expected in ((law_doubting(), True), (law_doubting(doubted), sure == "yes")):
        answer = on_ground(Ground[ground], owed(clocks, Level.MEDIUM, law, CALENDAR, on=ON, **more))
        assert answer.confirmed is expected


def test_a_decision_by_too_low_a_rank_does_not_answer_and_is_named():
    made = decided(Ground.REFUSED_ENTRY, Choice.NO_ACTION, date(2026, 3, 10), rank=Rank.CONSTABLE)
    answer = on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, decisions=(made,)))
    assert "decision D1 was taken by a constable; chief inspector or above is needed" in answer.because
    assert answer.since == date(2026, 3, 9)


@table("""
    case                          | choice              | late
    ------------------------------|---------------------|-----------
    an arrest, after 7 days       | arrest              | 2026-03-18
    a warrant, after 7 days       | warrant             | 2026-03-18
    circulation, after 1 day      | circulate as wanted | 2026-03-12
    another attempt, after 7 days | another attempt     | 2026-03-18
    """)
def test_what_was_decided_and_not_done_comes_back(choice, late):
    late = date.fromisoformat(late)
    made = decided(Ground.REFUSED_ENTRY, Choice(choice), date(2026, 3, 10))
    assert on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, on=late - DAY, decisions=(made,))) is None
    back = on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, on=late, decisions=(made,)))
    assert (back.lapsed, back.since) == ("D1", late)
    assert f"{choice} was decided on 10 March 2026 and is not recorded as done" in back.because
    done = decided(Ground.REFUSED_ENTRY, Choice(choice), date(2026, 3, 10), done=date(2026, 3, 11))
    assert on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, on=late, decisions=(done,))) is None


def test_another_attempt_that_was_made_and_refused_asks_again_at_once():
    again = contact(*TWO_REFUSALS.failed, visit(date(2026, 3, 12)))
    made = decided(Ground.REFUSED_ENTRY, Choice.ANOTHER_ATTEMPT, date(2026, 3, 10))
    answer = on_ground(Ground.REFUSED_ENTRY, ask(again, decisions=(made,)))
    assert (answer.since, answer.lapsed) == (date(2026, 3, 12), "D1")
    quiet = decided(Ground.REFUSED_ENTRY, Choice.NO_ACTION, date(2026, 3, 10))
    assert on_ground(Ground.REFUSED_ENTRY, ask(again, decisions=(quiet,))) is None


def test_another_failure_to_notify_is_another_question():
    later = Failure(Duty.CHANGE, "N7", date(2026, 3, 16))
    made = decided(Ground.FAILURE_TO_NOTIFY, Choice.NO_ACTION, date(2026, 3, 10))
    (answer,) = ask(failures=(ANNUAL, later), decisions=(made,))
    assert (answer.since, answer.lapsed) == (date(2026, 3, 16), "")
    assert answer.because == ("change notification (s.84(1)) since 16 March 2026",)


def test_one_continuing_failure_is_asked_about_once():
    assert len(ask(failures=(ANNUAL,) * 3)) == 1


def test_a_failure_answered_late_is_decided_once_and_for_good():
    late = Failure(Duty.ANNUAL, "", date(2026, 3, 2), answered_on=date(2026, 3, 12))
    (answer,) = ask(failures=(late,))
    assert answer.because[0].endswith("notified on 12 March 2026, 11 days late")
    made = decided(Ground.FAILURE_TO_NOTIFY, Choice.NO_ACTION, date(2026, 3, 13))
    assert ask(failures=(late,), decisions=(made,), on=date(2026, 8, 1)) == ()


def test_a_review_commissioned_answers_a_charge():
    charge = Charge("C1", date(2026, 3, 9), date(2026, 3, 12))
    assert on_ground(Ground.FURTHER_OFFENCE, ask(charges=(charge,), on=date(2026, 3, 11))) is not None
    assert ask(charges=(charge,), on=date(2026, 3, 12)) == ()


def test_reactive_management_that_holds_asks_nothing():
    holds = Decision((Reason(True, "low", "reactive"),))
    assert ask(reactive_broken=holds, visit_every_months=None) == ()


def test_two_plain_no_replies_open_no_decision_on_a_warrant():
    assert on_ground(Ground.REFUSED_ENTRY, ask(contact(plain(SEEN + DAY), plain(SEEN + 2 * DAY)))) is None


def test_every_choice_shows_what_it_lacks():
    answer = on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS))
    assert answer.options == (
        "arrest: lacks: no requirement to notify in default; why an arrest is necessary is not recorded; "
        "voluntary attendance: not yet considered; requisition: not yet considered; "
        "an appointment to notify: not yet considered",
        "warrant: lacks: applicant: nobody yet; superintendent or above is needed (rank not confirmed); "
        "why entry and search are needed to assess the risk is not recorded",
        "circulate as wanted: lacks: no requirement to notify in default",
        "another attempt: open",
        "no action: needs a reason; asked again on 15 May 2026 at the latest",
    )
    assert [option.split(":")[0] for option in answer.options] == list(Choice)


@pytest.mark.parametrize(
    ("rank", "said"), [(Rank.CONSTABLE, "a constable"), (Rank.INSPECTOR, "an inspector")]
)
def test_the_rank_too_low_is_named_with_its_article(rank, said):
    made = decided(Ground.REFUSED_ENTRY, Choice.NO_ACTION, date(2026, 3, 10), rank=rank)
    answer = on_ground(Ground.REFUSED_ENTRY, ask(TWO_REFUSALS, decisions=(made,)))
    assert f"decision D1 was taken by {said}; chief inspector or above is needed" in answer.because


@table("""
    case                                              | at | lacks
    --------------------------------------------------|----|------
    refused at the home: the address is one of (3)(a) | A1 | no
    refused elsewhere: that they may be found there   | B7 | yes
    """)
def test_the_option_of_a_warrant_speaks_of_the_premises_where_entry_was_refused(at, lacks):
    clocks = contact(visit(date(2026, 3, 2), at=at), visit(date(2026, 3, 9), at=at))
    warrant = on_ground(Ground.REFUSED_ENTRY, ask(clocks)).options[1]
    assert ("not shown to be the notified home" in warrant) is (lacks == "yes")
    assert "0 of 2 occasions" not in warrant


def test_the_gravest_is_asked_first():
    everything = ask(
        contact(*TWO_REFUSALS.failed, plain(date(2026, 3, 10), Outcome.GONE_AWAY), seen=date(2020, 1, 1)),
        failures=(ANNUAL,),
        charges=(Charge("C1", date(2026, 3, 9)),),
        reactive_broken=BROKEN,
    )
    assert [answer.ground for answer in everything] == list(CLOCKS)


DAYS = st.dates(date(2026, 1, 5), date(2026, 6, 30))
LEVELS = st.sampled_from([*Level, None])


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(Ground), LEVELS, st.integers(0, 60), st.integers(0, 60))
def test_more_silence_never_lowers_the_rank(ground, level, waited, longer):
    case = CASES[ground] | {"level": level}
    on = date(2026, 3, 9) + waited * DAY
    before, after = (on_ground(ground, ask(**case, on=day)) for day in (on, on + longer * DAY))
    if before is not None:
        assert RANKS.index(after.rank) >= RANKS.index(before.rank)
        assert (after.since, after.by) == (before.since, before.by)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(Ground), LEVELS, st.sampled_from(Choice), DAYS, DAYS, st.none() | DAYS)
def test_silence_closes_nothing(ground, level, choice, decided_on, on, expires):
    """Whatever was decided, a ground that still stands is owed again once the longest has passed."""
    made = decided(ground, choice, decided_on, expires=expires, done=decided_on)
    case = CASES[ground] | {"level": level, "decisions": (made,)}
    longest = LAW["decision_longest"].of(level or "not recorded", on)
    if on >= max(date(2026, 3, 9), decided_on + longest * DAY):
        undecided = on_ground(ground, ask(**(case | {"decisions": ()}), on=on))
        answer = on_ground(ground, ask(**case, on=on))
        assert (answer is None) is (undecided is None)


@settings(max_examples=50, deadline=None)
@given(st.permutations(range(3)), DAYS)
def test_the_order_of_decisions_and_failures_does_not_matter(order, on):
    made = [
        decided(Ground.FAILURE_TO_NOTIFY, choice, date(2026, 3, 10 + n), ref=f"D{n}")
        for n, choice in enumerate((Choice.ARREST, Choice.NO_ACTION, Choice.CIRCULATE))
    ]
    failures = [ANNUAL, Failure(Duty.CHANGE, "N7", date(2026, 3, 16)), Failure(Duty.CHANGE, "N8", SEEN)]
    straight = ask(failures=tuple(failures), decisions=tuple(made), on=on)
    mixed = ask(failures=tuple(failures[n] for n in order), decisions=tuple(made[n] for n in order), on=on)
    assert straight == mixed
