"""What the record of a visit amounts to, and whether it is an occasion under s.96B(2)(d)."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.due import Standing
from watchkeeper.visits.facts import Duty, Outcome, Purpose, Visit
from watchkeeper.visits.rules.outcomes import (
    counts_as,
    counts_towards_warrant,
    no_occasion,
    recent,
    record_due,
    valid_attempt,
)

LAW = shelf.load()
ON = date(2026, 3, 20)


def visit(
    purpose: str = "assess risk",
    sought: bool = False,
    outcome: str = "no reply",
    crew: str = "O1 O2",
    premises: str = "1 High Street",
    on: str = "2026-03-18",
) -> Visit:
    return Visit(
        "V1",
        datetime.fromisoformat(f"{on}T18:00").replace(tzinfo=UTC),
        premises,
        Purpose(purpose) if purpose else None,
        sought,
        Outcome(outcome) if outcome else None,
        crew=tuple(crew.split()),
    )


@table("""
    case                                      | purpose         | sought | outcome         | crew | on | unmet
    ------------------------------------------|-----------------|--------|-----------------|------|----|------
    whole                                     | assess risk     | yes    | refused         | O1   | 18 | 0
    an ordinary visit                         | routine contact | no     | no reply        | O1   | 18 | 0
    no purpose                                |                 | no     | no reply        | O1   | 18 | 1
    no outcome                                | routine contact | no     |                 | O1   | 18 | 1
    nobody at the door                        | routine contact | no     | no reply        |      | 18 | 1
    today                                     | routine contact | no     | no reply        | O1   | 20 | 0
    tomorrow                                  | routine contact | no     | no reply        | O1   | 21 | 1
    called off                                | routine contact | no     | called off      | O1   | 18 | 1
    search sought on a visit called off       | assess risk     | yes    | called off      | O1   | 18 | 2
    search sought where there is no house     | assess risk     | yes    | no such address | O1   | 18 | 1
    search sought on routine contact          | routine contact | yes    | refused         | O1   | 18 | 1
    search sought on a welfare call           | welfare         | yes    | refused         | O1   | 18 | 1
    search sought, purpose not recorded       |                 | yes    | refused         | O1   | 18 | 1
    """)
def test_rule_61(purpose, sought, outcome, crew, on, unmet):
    got = valid_attempt(visit(purpose, sought == "yes", outcome, crew, on=f"2026-03-{on}"), LAW, on=ON)
    assert len(got.unmet) == int(unmet), [why.says for why in got.unmet]


def test_a_record_says_where():
    got = valid_attempt(visit(premises=""), LAW, on=ON)
    assert [why.says for why in got.unmet] == ["not recorded: premises"]


@table("""
    case                              | purpose     | outcome    | crew | premises      | missing
    ----------------------------------|-------------|------------|------|---------------|--------
    whole                             | assess risk | no reply   | O1   | 1 High Street |
    no purpose                        |             | no reply   | O1   | 1 High Street | purpose
    no outcome                        | assess risk |            | O1   | 1 High Street | outcome
    no crew                           | assess risk | no reply   |      | 1 High Street | crew
    called off with no crew           | assess risk | called off |      | 1 High Street |
    nothing at all                    |             |            |      |               | purpose, outcome, crew and premises
    """)
def test_an_unfinished_record_is_a_finding(purpose, outcome, crew, premises, missing):
    got = record_due(visit(purpose, False, outcome, crew, premises), LAW, on=ON)
    assert (got.because[-1].value if got else "") == missing
    if got:
        assert (got.duty, got.standing, got.about) == (Duty.RECORD, Standing.MISSING, "V1")


@table("""
    case                                           | purpose         | sought | outcome         | counts
    -----------------------------------------------|-----------------|--------|-----------------|-------
    entry sought to search, and refused            | assess risk     | yes    | refused         | yes
    nobody answered: entry was not obtained        | assess risk     | yes    | no reply        | yes
    another occupant answered                      | assess risk     | yes    | not at home     | yes
    said to have gone away: (a) is asked elsewhere | assess risk     | yes    | gone away       | yes
    entry was obtained                             | assess risk     | yes    | entered         | no
    seen, and no refusal on record                 | assess risk     | yes    | seen            | no
    no such premises                               | assess risk     | yes    | no such address | no
    called off                                     | assess risk     | yes    | called off      | no
    no outcome recorded                            | assess risk     | yes    |                 | no
    to assess risk, search not sought              | assess risk     | no     | refused         | no
    a plain no reply on routine contact            | routine contact | no     | no reply        | no
    search sought on routine contact               | routine contact | yes    | refused         | no
    search sought to confirm the address           | confirm address | yes    | refused         | no
    purpose not recorded                           |                 | yes    | refused         | no
    """)
def test_rule_62(purpose, sought, outcome, counts):
    assert counts_towards_warrant(visit(purpose, sought == "yes", outcome)).allowed is (counts == "yes")


def test_somebody_must_have_been_there_to_seek_it():
    got = counts_towards_warrant(visit("assess risk", True, "refused", crew=""))
    assert [why.says for why in got.unmet] == ["no officer recorded"]


UNABLE = (Outcome.REFUSED, Outcome.NO_REPLY, Outcome.NOT_AT_HOME, Outcome.GONE_AWAY)


@pytest.mark.parametrize(
    ("purpose", "sought", "outcome"), list(product([None, *Purpose], [False, True], [None, *Outcome]))
)
def test_the_whole_matrix_of_occasions(purpose, sought, outcome):
    one = visit(purpose or "", sought, outcome or "")
    expected = purpose is Purpose.ASSESS_RISK and sought and outcome in UNABLE
    assert counts_towards_warrant(one).allowed is expected


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["", *Purpose]),
    st.booleans(),
    st.sampled_from(["", *Outcome]),
    st.sampled_from(["", "O1"]),
)
def test_what_counts_towards_a_warrant_is_a_valid_attempt_and_no_contact(purpose, sought, outcome, crew):
    one = visit(purpose, sought, outcome, crew)
    decision = counts_towards_warrant(one)
    assert decision.reasons
    assert all("s.96B(2)(d)" in why.cite for why in decision.reasons)
    if decision.allowed:
        assert valid_attempt(one, LAW, on=ON).allowed
        assert one.outcome is not None
        assert not one.outcome.successful


@table("""
    case                                   | days_ago | recent_enough
    ---------------------------------------|----------|-------
    today                                  | 0        | yes
    a day inside the bound                 | 30       | yes
    on the last day                        | 31       | yes
    a day past it                          | 32       | no
    the right day of the wrong decade      | 3653     | no
    """)
def test_a_visit_recorded_at_the_door_is_a_recent_one(days_ago, recent_enough):
    answer = recent(ON - timedelta(days=int(days_ago)), LAW, on=ON)
    assert answer.met == (recent_enough == "yes")
    assert "comes by import" in answer.says


@table("""
    case                     | outcome         | counts  | why
    -------------------------|-----------------|---------|----
    seen at the door         | seen            | contact | the person was seen and nobody refused entry
    seen and let in          | entered         | contact | the person was seen and entry was given
    no reply                 | no reply        | attempt |
    refused                  | refused         | attempt |
    called off               | called off      | nothing | outcome: called off
    an outcome nobody wrote  |                 | attempt | outcome: not recorded
    """)
def test_each_visit_says_what_it_counts_for_and_why(outcome, counts, why):
    one = visit(sought=True, outcome=outcome)
    assert counts in counts_as(one)
    assert "; ".join(no_occasion(one)).startswith(why)
    assert (no_occasion(one) == ()) is counts_towards_warrant(one).allowed


def test_of_a_routine_visit_on_which_the_person_was_seen_the_reason_is_that_they_were_seen():
    (why,) = no_occasion(visit("routine contact", outcome="seen", crew=""))
    assert why.startswith("the person was seen")
