"""Who may be told before a visit, on whose authority, and how often a team tells them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.due import Standing
from watchkeeper.visits.facts import Duty, NoticeReason, Outcome, Purpose, Visit
from watchkeeper.visits.rules.announced import announced_share, may_announce, notice_authority
from watchkeeper.workforce.facts import RANKS, Rank

LAW = shelf.load()
ON = date(2026, 3, 20)


def announced(reason: NoticeReason | None, by: str = "", rank: str = "", hours: int | None = 24) -> Visit:
    at = datetime(2026, 3, 18, 18, tzinfo=UTC)
    return Visit(
        "V1", at, "1 High Street", Purpose.ROUTINE, False, Outcome.SEEN, hours, reason, by, rank, ("O1",)
    )


@table("""
    case                                      | ground                          | by | rank      | unmet
    ------------------------------------------|---------------------------------|----|-----------|------
    an interpreter                            | interpreter                     |    |           | 0
    health                                    | health                          |    |           | 0
    a child to be kept safe                   | child safeguarding              |    |           | 0
    the officers' safety                      | officer safety                  |    |           | 0
    together with probation                   | joint visit with another agency |    |           | 0
    anything else, on nobody's authority      | other                           |    |           | 1
    anything else, on a constable's           | other                           | O7 | constable | 1
    anything else, on a sergeant's            | other                           | O7 | sergeant  | 0
    anything else, on an inspector's          | other                           | O7 | inspector | 0
    a rank with no name                       | other                           |    | sergeant  | 1
    a name with no rank                       | other                           | O7 |           | 1
    a rank nobody knows                       | other                           | O7 | marshal   | 1
    no ground, on a sergeant's authority      |                                 | O7 | sergeant  | 1
    no ground and no authority                |                                 |    |           | 2
    """)
def test_rule_66(ground, by, rank, unmet):
    reason = NoticeReason(ground) if ground else None
    assert len(may_announce(reason, by, rank, LAW, on=ON).unmet) == int(unmet)
    got = notice_authority(announced(reason, by, rank), LAW, on=ON)
    assert (got is None) is (unmet == "0")


def test_authority_is_owed_by_the_day_of_the_visit():
    got = notice_authority(announced(NoticeReason.OTHER), LAW, on=ON)
    assert got is not None
    assert (got.duty, got.standing, got.by) == (Duty.NOTICE_AUTHORITY, Standing.OWED, date(2026, 3, 18))
    assert got.about == "V1"
    assert not got.late(date(2026, 3, 18))
    assert got.late(date(2026, 3, 19))


def test_a_missing_ground_is_a_finding_whoever_authorised_it():
    got = notice_authority(announced(None, "O7", "inspector"), LAW, on=ON)
    assert got is not None
    assert got.standing is Standing.MISSING
    assert [given.value for given in got.because if given.what == "notice"] == ["no ground is recorded"]


def test_an_unannounced_visit_needs_nobody():
    assert notice_authority(announced(None, hours=None), LAW, on=ON) is None
    assert notice_authority(announced(NoticeReason.OTHER, hours=0), LAW, on=ON) is not None


@table("""
    case                                       | made | announced | judged | over
    -------------------------------------------|------|-----------|--------|-----
    no visits at all                           | 0    | 0         | no     | no
    too few to judge, all of them announced    | 19   | 19        | no     | no
    just enough to judge                       | 20   | 2         | yes    | no
    just enough to judge, and over             | 20   | 3         | yes    | yes
    below a tenth                              | 100  | 9         | yes    | no
    a tenth exactly                            | 100  | 10        | yes    | no
    above a tenth                              | 100  | 11        | yes    | yes
    a tenth of a number that divides badly     | 30   | 3         | yes    | no
    none announced                             | 100  | 0         | yes    | no
    all announced                              | 100  | 100       | yes    | yes
    """)
def test_rule_67(made, announced, judged, over):
    got = announced_share(int(made), int(announced), LAW, on=ON)
    assert (got.judged, got.over) == (judged == "yes", over == "yes")
    assert got.because[0].value == f"{announced} of {made}"


@pytest.mark.parametrize(("made", "announced"), [(5, 6), (5, -1), (-1, 0)])
def test_counts_that_cannot_be_are_refused(made, announced):
    with pytest.raises(ValueError, match="cannot be"):
        announced_share(made, announced, LAW, on=ON)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 300), st.data())
def test_one_more_announced_visit_never_clears_a_team(made, data):
    one = data.draw(st.integers(0, made))
    before = announced_share(made, one, LAW, on=ON)
    after = announced_share(made + 1, one + 1, LAW, on=ON)
    assert after.over or not before.over
    assert before.judged or not before.over
    assert before.because
    assert 0 <= before.share <= 1


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(NoticeReason), st.sampled_from(RANKS), st.sampled_from(RANKS))
def test_a_higher_rank_never_has_less_authority(reason, one: Rank, other: Rank):
    lower, higher = sorted((one, other), key=RANKS.index)
    below, above = (may_announce(reason, "O7", rank, LAW, on=ON) for rank in (lower, higher))
    assert above.allowed or not below.allowed
    assert below.reasons
