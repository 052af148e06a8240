"""People offered to another manager: who may offer, who may answer, and what silence leads to."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.due import Standing
from watchkeeper.workforce.facts import (
    Course,
    HandoverReason,
    Managed,
    Offer,
    OfferAnswer,
    Officer,
    Rank,
    Role,
    Training,
)
from watchkeeper.workforce.rules.handover import (
    answer_by,
    may_answer,
    may_offer,
    offer_due,
    presence,
    waiting,
)

LAW, CALENDAR = shelf.load(), england_and_wales()
ON = date(2026, 3, 20)  # a Friday
DAY = timedelta(days=1)
PASSED = tuple(Training(course, date(2020, 1, 6)) for course in Course)
GIVER = Officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "U1", training=PASSED)
OTHER = replace(GIVER, ref="O2")
SERGEANT = Officer("O3", Rank.SERGEANT, Role.SUPERVISOR, "U1", training=PASSED)
INSPECTOR = Officer("O4", Rank.INSPECTOR, Role.DUTY_INSPECTOR, "U1")
ELSEWHERE = replace(SERGEANT, ref="O5", unit="U2")
UNTRAINED = replace(GIVER, ref="O6", training=PASSED[:1])
GONE = replace(GIVER, ref="O7", until=ON)
ANALYST = Officer("O8", Rank.CONSTABLE, Role.INTELLIGENCE, "U1", training=PASSED)
SPELL = Managed("M1", "O1", date(2025, 1, 6), None)
OFFER = Offer("F1", "P1", "O1", "O2", ON, "O1", HandoverReason.LEAVING)
WHO = {one.ref: one for one in (GIVER, OTHER, SERGEANT, INSPECTOR, ELSEWHERE, UNTRAINED, GONE, ANALYST)}


@table("""
    case                                     | by | to | manager | waiting | unmet
    -----------------------------------------|----|----|---------|---------|-------------------------------------
    a manager offers one of their own        | O1 | O2 | O1      | no      |
    their supervisor offers them             | O3 | O2 | O1      | no      |
    a supervisor may take them on            | O1 | O3 | O1      | no      |
    a supervisor of another unit             | O5 | O2 | O1      | no      | offered by their manager
    a colleague of the same unit             | O2 | O3 | O1      | no      | offered by their manager
    to whoever manages them already          | O3 | O1 | O1      | no      | offered to another officer
    nobody manages them: allocate instead    | O3 | O2 |         | no      | has a manager; offered by their
    an offer waits already                   | O1 | O2 | O1      | yes     | no earlier offer
    the receiver lacks two courses           | O1 | O6 | O1      | no      | has not passed ARMS; has not passed
    the receiver has left                    | O1 | O7 | O1      | no      | left post on 20 March 2026
    the receiver does not manage anybody     | O1 | O8 | O1      | no      | is intelligence officer
    everything wrong is said at once         | O2 | O8 | O1      | yes     | offered by; is intelligence; no earlier
    """)
def test_who_may_be_offered_to_whom(by, to, manager, waiting, unmet):
    spell = SPELL if manager else None
    found = may_offer(WHO[by], spell, WHO.get(manager), WHO[to], LAW, on=ON, waiting=waiting == "yes")
    expected = [part.strip() for part in unmet.split(";") if part.strip()]
    assert len(found.unmet) == len(expected)
    assert all(reason.says.startswith(start) for reason, start in zip(found.unmet, expected, strict=True))
    assert found.allowed is (not expected)


def answer(by, on=ON, spell=SPELL, answered=False, accepted=True, reason=""):
    return may_answer(
        OFFER,
        WHO[by],
        OTHER,
        spell,
        LAW,
        CALENDAR,
        on=on,
        answered=answered,
        accepted=accepted,
        reason=reason,
    )


@table("""
    case                                          | by | day | allowed
    ----------------------------------------------|----|-----|--------
    the receiver, the same day                    | O2 | 0   | yes
    the receiver, on the last day                 | O2 | 4   | yes
    the receiver, late                            | O2 | 5   | yes
    the giver never answers their own offer       | O1 | 5   | no
    one rank above, on the last day               | O3 | 4   | no
    one rank above, the day after it              | O3 | 5   | yes
    two ranks above, the day after it             | O4 | 5   | yes
    one rank above in another unit                | O5 | 5   | no
    a constable who is not the receiver           | O6 | 5   | no
    """)
def test_who_may_answer_and_when(by, day, allowed):
    assert answer(by, ON + int(day) * DAY).allowed is (allowed == "yes")


@table("""
    case                              | answered | manager | accepted | reason  | unmet
    ----------------------------------|----------|---------|----------|---------|----------------------------
    accepted without a word           | no       | O1      | yes      |         |
    refused with a reason             | no       | O1      | no       | on leave|
    refused without one               | no       | O1      | no       |         | a refusal says why
    answered already                  | yes      | O1      | yes      |         | not answered before
    managed by somebody else by now   | no       | O9      | yes      |         | still managed by the giver
    managed by nobody                 | no       |         | yes      |         | still managed by the giver
    """)
def test_an_answer_is_given_once_while_the_giver_is_manager(answered, manager, accepted, reason, unmet):
    found = answer(
        "O2",
        spell=replace(SPELL, officer=manager) if manager else None,
        answered=answered == "yes",
        accepted=accepted == "yes",
        reason=reason,
    )
    assert [each.says for each in found.unmet] == ([unmet] if unmet else [])


@table("""
    case                             | offered    | by
    ---------------------------------|------------|-----------
    on a Monday                      | 2026-03-16 | 2026-03-18
    on a Friday: over the weekend    | 2026-03-20 | 2026-03-24
    on a Saturday                    | 2026-03-21 | 2026-03-24
    before Easter                    | 2026-04-02 | 2026-04-08
    """)
def test_two_working_days_to_answer(offered, by):
    offer = replace(OFFER, offered_on=date.fromisoformat(offered))
    assert answer_by(offer, LAW, CALENDAR) == date.fromisoformat(by)


@table("""
    case                       | day | rank      | late
    ---------------------------|-----|-----------|-----
    on the day of the offer    | 0   | constable | no
    on the last day            | 4   | constable | no
    on the day after it        | 5   | sergeant  | yes
    a month later              | 31  | sergeant  | yes
    """)
def test_silence_is_owed_one_rank_up(day, rank, late):
    on = ON + int(day) * DAY
    due = offer_due(OFFER, Rank.CONSTABLE, LAW, CALENDAR, on=on)
    assert (due.standing, due.about, due.late(on)) == (Standing.OWED, "F1", late == "yes")
    assert due.because[-1].value == rank
    assert not due.confirmed


@table("""
    case                              | shift | next
    ----------------------------------|-------|-----
    yesterday                         | -1    |
    today                             | 0     | 0
    on the last day looked at         | 14    | 14
    the day after                     | 15    |
    no shift at all                   |       |
    """)
def test_a_receiver_with_no_shift_ahead_is_said_to_have_none(shift, next):
    shifts = [ON + int(shift) * DAY] if shift else []
    found = presence(shifts, LAW, on=ON)
    assert found.next_on == (ON + int(next) * DAY if next else None)
    assert found.says.startswith("next shift" if next else "no shift on record in the next 14 days")


@given(st.dates(date(2025, 1, 1), date(2027, 12, 1)), st.integers(0, 60))
def test_an_offer_stays_owed_and_its_last_day_never_moves(offered, later):
    offer = replace(OFFER, offered_on=offered)
    on = offered + later * DAY
    due = offer_due(offer, Rank.CONSTABLE, LAW, CALENDAR, on=on)
    assert due.by == offer_due(offer, Rank.CONSTABLE, LAW, CALENDAR, on=offered).by
    assert due.by > offered
    assert (due.because[-1].value == Rank.SERGEANT) is due.late(on)


@table("""
    case                                   | giver | until      | offered    | answered   | waits
    ---------------------------------------|-------|------------|------------|------------|------
    offered and not answered               | O1    |            | 2026-03-20 |            | yes
    answered today                         | O1    |            | 2026-03-10 | 2026-03-20 | no
    answered tomorrow is not answered yet  | O1    |            | 2026-03-10 | 2026-03-21 | yes
    offered tomorrow                       | O1    |            | 2026-03-21 |            | no
    somebody else manages the person now   | O7    |            | 2026-03-10 |            | no
    the giver's last day was yesterday     | O1    | 2026-03-20 | 2026-03-10 |            | no
    the giver is still manager today       | O1    | 2026-03-21 | 2026-03-10 |            | yes
    """)
def test_which_offers_wait(giver, until, offered, answered, waits):
    day = date.fromisoformat
    spell = Managed("M1", "O1", date(2025, 1, 6), day(until) if until else None)
    offer = Offer("F1", "P1", giver, "O2", day(offered), giver, HandoverReason.LOAD)
    answers = [OfferAnswer("A1", "F1", False, day(answered), "O2", "full")] if answered else []
    found = waiting([offer], answers, spell, on=date(2026, 3, 20))
    assert bool(found) is (waits == "yes")
    assert waiting([offer], answers, None, on=date(2026, 3, 20)) == ()


def test_an_offer_is_for_whoever_it_was_made_to_and_late_for_one_rank_above():
    offer = Offer("F1", "P1", "O1", "O2", date(2026, 3, 20), "O1", HandoverReason.LOAD)
    whose = [
        offer_due(offer, Rank.CONSTABLE, LAW, CALENDAR, on=date(2026, 3, each)).owner for each in (24, 25)
    ]
    assert whose == ["O2", "sergeant"]
