"""No referral is closed without action before a second look, nor before children are referred."""

from dataclasses import replace
from typing import Any

import pytest

from tests.spec.suspects.referrals import LAW, REFERRAL, case, due, final, later, looked, step
from tests.table import table
from watchkeeper.suspects.facts import Band, Case, Duty, Known, StepKind
from watchkeeper.suspects.rules.closing import closed, looks_again, may_close

WHY = "Nothing was found on any device at all."


@table("""
    outcome                     | code | looked | closed
    charged                     | 1    | no     | yes
    cautioned                   | 3    | no     | yes
    evidential difficulties     | 15   | no     | no
    evidential, looked at again | 15   | yes    | yes
    no suspect                  | 18   | no     | no
    not in the public interest  | 21   | yes    | yes
""")
def test_without_action_it_stays_open_until_somebody_looked_again(
    code: str, looked: str, closed: str
) -> None:
    said = looked_again() if looked == "yes" else {}
    of = case(Band.LOW, finals=(final(int(code), later(30), **said),))
    assert is_closed(of) is (closed == "yes")
    assert (due(of, Duty.ENFORCE, later(60)) is None) is (closed == "yes")
    assert (due(of, Duty.SECOND_LOOK, later(60)) is not None) is (closed == "no")


def looked_again() -> dict[str, Any]:
    return looked(later(31))


def is_closed(of: Case) -> bool:
    return closed(of, LAW, at=later(60)) is not None


@table("""
    a second look           | said
    by whoever proposed it  | own
    that disagrees          | disagrees
    with nothing checked    | unchecked
    of tomorrow             | tomorrow
    at no reason            | unsaid
""")
def test_closes_nothing(said: str) -> None:
    wrong: dict[str, dict[str, Any]] = {
        "own": {"second_by": "O1"},
        "disagrees": {"second_agrees": False},
        "unchecked": {"safeguarding": None},
        "tomorrow": {"second_on": later(days=9).date()},
        "unsaid": {"reason": "Nothing."},
    }
    of = case(Band.LOW, finals=(final(15, later(30), **(looked_again() | wrong[said])),))
    assert not is_closed(of)


def test_the_second_look_is_owed_within_days_and_is_an_inspectors() -> None:
    found = due(case(Band.LOW, finals=(final(15, later()),)), Duty.SECOND_LOOK, later(5))
    assert found is not None
    assert ((found.by - later().date()).days if found.by else None, found.owner) == (3, "inspector")


@table("""
    it lacks                      | what
    a child referred              | child
    a manager told                | manager
    an answer about suicide risk  | prompt
    words enough                  | words
    a code of the framework       | code
""")
def test_is_not_proposed_to_be_closed(what: str) -> None:
    of, outcome, reason = case(Band.LOW), 15, WHY
    if what == "child":
        of = replace(of, referral=replace(REFERRAL, children=True))
    elif what == "manager":
        of = replace(of, referral=replace(REFERRAL, person="P1"), known=Known(frozenset({"P1"})))
    elif what == "prompt":
        of = replace(of, steps=(step(StepKind.ARREST, later(1)),))
    elif what == "words":
        reason = "Nothing."
    else:
        outcome = 99
    assert len(may_close(of, outcome, reason, LAW, at=later(5)).unmet) == 1
    assert may_close(case(Band.LOW), 15, WHY, LAW, at=later(5)).allowed


def test_it_is_not_proposed_twice_nor_once_it_is_closed() -> None:
    waits = case(Band.LOW, finals=(final(15, later()),))
    assert len(may_close(waits, 15, WHY, LAW, at=later(5)).unmet) == 1
    done = case(Band.LOW, finals=(final(1, later()),))
    assert len(may_close(done, 15, WHY, LAW, at=later(5)).unmet) == 1


def test_a_close_from_before_another_referral_that_is_one_with_it_came_closes_nothing() -> None:
    of = case(Band.LOW, finals=(final(1, later()),))
    assert is_closed(of)
    assert not is_closed(replace(of, also=(replace(REFERRAL, ref="R2", received_at=later(days=2)),)))


@pytest.mark.parametrize(("outcome", "again"), [(1, False), (15, True), (18, True), (22, False)])
def test_which_outcomes_are_looked_at_again(outcome: int, again: bool) -> None:
    assert looks_again(outcome, LAW, at=later()) is again
