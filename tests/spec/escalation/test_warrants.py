"""When a warrant to enter and search may be sought (Sexual Offences Act 2003, s.96B)."""

from datetime import UTC, date, datetime
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.escalation.rules.warrants import EXCLUSIONS, may_seek_warrant, occasions
from watchkeeper.law import shelf
from watchkeeper.people.facts import AwayKind
from watchkeeper.visits.facts import Outcome, Purpose, Visit
from watchkeeper.workforce.facts import RANKS, Rank

LAW = shelf.load()
ON = date(2026, 3, 20)
HOME = "1 High Street"
SECTION = "Sexual Offences Act 2003, s.96B"
WORDS = {
    "refused": Outcome.REFUSED,
    "no-reply": Outcome.NO_REPLY,
    "out": Outcome.NOT_AT_HOME,
    "entered": Outcome.ENTERED,
    "seen": Outcome.SEEN,
    "called-off": Outcome.CALLED_OFF,
    "gone": Outcome.GONE_AWAY,
    "no-such": Outcome.NO_SUCH_ADDRESS,
    "unrecorded": None,
}


def visit(
    day, outcome=Outcome.REFUSED, *, sought=True, purpose=Purpose.ASSESS_RISK, at=HOME, ref="", hour=18
):
    when = datetime(2026, 3, day, hour, tzinfo=UTC)
    return Visit(ref or f"V{day}-{hour}", when, at, purpose, sought, outcome, crew=("O1",))


def attempts(history):
    words = history.replace(",", "").split()
    return [visit(int(day), WORDS[word]) for word, day in zip(words[::2], words[1::2], strict=True)]


def seek(visits, *, premises=HOME, notified=True, away=None, necessary=True, rank=Rank.SUPERINTENDENT):
    return may_seek_warrant(
        premises,
        attempts=visits,
        notified_or_frequented=notified,
        in_custody_or_abroad=away,
        necessary=necessary,
        applicant_rank=rank,
        law=LAW,
        on=ON,
    )


def unmet(decision):
    return [reason.cite.removeprefix(SECTION) for reason in decision.unmet]


@table("""
    case                                          | history                       | unmet
    ----------------------------------------------|-------------------------------|-------
    two refusals                                  | refused 1, refused 9          |
    no reply counts where entry was sought        | no-reply 1, refused 9         |
    two no replies where entry was sought         | no-reply 1, no-reply 9        |
    somebody else at the door                     | out 1, refused 9              |
    told that the person has gone away            | gone 1, refused 9             |
    three refusals                                | refused 1, refused 9, out 12  |
    one refusal is not enough                     | refused 1                     | (2)(d)
    no attempt at all                             |                               | (2)(d)
    a visit called off is no occasion             | called-off 1, refused 9       | (2)(d)
    entry once obtained is no occasion            | entered 1, refused 9          | (2)(d)
    seen at the door does not show a refusal      | seen 1, refused 9             | (2)(d)
    no such address: no premises to enter         | no-such 1, refused 9          | (2)(d)
    an outcome nobody recorded shows nothing      | unrecorded 1, refused 9       | (2)(d)
    a refusal yesterday counts                    | refused 1, refused 19         |
    a refusal today counts                        | refused 1, refused 20         |
    a refusal tomorrow is not yet one             | refused 1, refused 21         | (2)(d)
    entry between two refusals takes none away    | refused 1, entered 5, out 9   |
    """)
def test_two_occasions(history, unmet):
    decision = seek(attempts(history))
    assert [reason.cite.removeprefix(SECTION) for reason in decision.unmet] == unmet.split()
    assert decision.allowed is (unmet == "")


@pytest.mark.parametrize("notified", [True, False])
@pytest.mark.parametrize("away", [None, *AwayKind])
def test_the_whole_matrix_of_the_section(notified, away):
    """Every requirement is tested on its own: what is missing is shown, all of it, in order."""
    for necessary, refusals, rank in product((True, False), (0, 1, 2, 3), (*RANKS, None)):
        decision = seek(
            [visit(day) for day in range(1, refusals + 1)],
            notified=notified,
            away=away,
            necessary=necessary,
            rank=rank,
        )
        expected = [
            *(["(1)"] if rank is None or RANKS.index(rank) < RANKS.index(Rank.SUPERINTENDENT) else []),
            *(["(2)(a)"] if not notified else []),
            *(["(2)(b)"] if away is not None else []),
            *(["(2)(c)"] if not necessary else []),
            *(["(2)(d)"] if refusals < 2 else []),
        ]
        assert unmet(decision) == expected
        assert decision.allowed is (not expected)
        assert len(decision.reasons) == 5


@table("""
    case                        | away     | says
    ----------------------------|----------|-----
    remanded                    | remand   | remanded in or committed to custody, s.96B(4)(a)
    serving                     | custody  | serving a sentence, s.96B(4)(b)
    in hospital                 | hospital | detained in a hospital, s.96B(4)(c)
    abroad                      | abroad   | outside the United Kingdom, s.96B(4)(d)
    """)
def test_the_exclusion_is_named(away, says):
    (reason,) = seek(attempts("refused 1, refused 9"), away=AwayKind(away)).unmet
    assert reason.says == says


def test_every_way_of_being_out_of_reach_is_an_exclusion():
    assert set(EXCLUSIONS) == set(AwayKind)


def test_two_plain_no_replies_on_routine_contact_do_not_count():
    """Entry must have been sought in order to search, for the purpose of assessing risk."""
    routine = [visit(day, Outcome.NO_REPLY, sought=False, purpose=Purpose.ROUTINE) for day in (1, 9)]
    decision = seek(routine)
    assert unmet(decision) == ["(2)(d)"]
    assert decision.unmet[0].says == (
        "0 of 2 occasions on which entry was sought to search and not obtained"
        "; failed attempts there that do not count: 2"
    )


def test_a_visit_on_which_the_person_was_seen_is_told_apart_from_failed_attempts():
    seen = visit(12, Outcome.SEEN)
    decision = seek([visit(1, Outcome.NO_REPLY, sought=False, purpose=Purpose.ROUTINE), visit(9), seen])
    assert decision.unmet[0].says == (
        "1 of 2 occasions on which entry was sought to search and not obtained: 9 March 2026"
        "; failed attempts there that do not count: 1"
        "; visits there on which the person was seen, no occasion: 1"
    )


def test_each_requirement_is_said_beside_what_was_found():
    asks = [reason.asks for reason in seek([]).reasons]
    assert len(set(asks)) == len(asks) == 5
    assert all(asks)


@pytest.mark.parametrize("purpose", [*Purpose, None])
@pytest.mark.parametrize("sought", [True, False])
def test_only_entry_sought_to_search_to_assess_risk_is_an_occasion(purpose, sought):
    tried = [visit(1), visit(9, purpose=purpose, sought=sought)]
    assert seek(tried).allowed is (sought and purpose is Purpose.ASSESS_RISK)


def test_a_refusal_next_door_counts_for_nothing():
    """s.96B(2)(d) speaks of "the premises": two addresses are two tallies."""
    tried = [visit(1), visit(9, at="2 High Street")]
    assert unmet(seek(tried)) == ["(2)(d)"]
    assert unmet(seek(tried, premises="2 High Street")) == ["(2)(d)"]


def test_premises_nobody_recorded_are_not_the_same_premises():
    assert occasions("", [visit(1, at=""), visit(9, at="")], on=ON) == ()


def test_one_visit_handed_over_twice_is_one_occasion():
    assert unmet(seek([visit(1), visit(1)])) == ["(2)(d)"]


def test_two_visits_on_one_day_are_two_occasions_and_the_justice_can_see_it():
    decision = seek([visit(1, hour=9), visit(1, hour=20)])
    assert decision.allowed
    assert decision.reasons[-1].says.endswith("1 March 2026 and 1 March 2026")


def test_a_visit_by_nobody_is_no_visit_by_a_constable():
    nobody = Visit("V9", datetime(2026, 3, 9, tzinfo=UTC), HOME, Purpose.ASSESS_RISK, True, Outcome.REFUSED)
    assert unmet(seek([visit(1), nobody])) == ["(2)(d)"]


def test_the_rank_says_that_it_is_not_confirmed():
    (reason,) = seek(attempts("refused 1, refused 9"), rank=Rank.INSPECTOR).unmet
    assert reason.says == "applicant: inspector; superintendent or above is needed (rank not confirmed)"


VISITS = st.builds(
    visit,
    st.integers(1, 28),
    st.sampled_from([*Outcome, None]),
    sought=st.booleans(),
    purpose=st.sampled_from([*Purpose, None]),
    at=st.sampled_from([HOME, "2 High Street", ""]),
    ref=st.uuids().map(str),
    hour=st.integers(0, 23),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(VISITS, max_size=6), VISITS, st.booleans(), st.sampled_from([None, *AwayKind]))
def test_more_attempts_never_make_a_warrant_less_seekable(visits, another, notified, away):
    before = seek(visits, notified=notified, away=away)
    after = seek([*visits, another], notified=notified, away=away)
    assert after.allowed or not before.allowed
    assert set(unmet(after)) <= set(unmet(before))


@settings(max_examples=100, deadline=None)
@given(st.lists(VISITS, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_record_does_not_matter(visits, random):
    shuffled = list(visits)
    random.shuffle(shuffled)
    assert seek(shuffled) == seek(visits)
