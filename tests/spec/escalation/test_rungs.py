"""Where a decision stands: what is done, what is to do, what cannot start, and what has ended."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.escalation.facts import (
    Choice,
    CourtAnswer,
    Decided,
    Drawn,
    Execution,
    Followed,
    Ground,
    Obtained,
    Outcome,
    Pack,
    Signature,
)
from watchkeeper.escalation.rules.rungs import Stage, State, rungs, under_way
from watchkeeper.workforce.facts import Rank

ON = date(2026, 3, 20)
INSPECTOR, SUPERINTENDENT = Rank.INSPECTOR, Rank.SUPERINTENDENT
DRAWN = Drawn("D1", Ground.REFUSED_ENTRY, Choice.WARRANT, ON, "O4", SUPERINTENDENT, "Why.", None, INSPECTOR)
DECIDED = Decided("D1", DRAWN.ground, DRAWN.choice, ON, "O4", SUPERINTENDENT, "Why.", None)
SIGNATURE = Signature("S1", "D1", True, ON, "O3", INSPECTOR, "")
PACK = Pack("D1", (), (), ON, "O2", "O4", SUPERINTENDENT, ON)
COURT = CourtAnswer("D1", ON, True, "North", "A1", ON + timedelta(days=30), "")
SEARCH = Execution("E1", "D1", datetime(2026, 3, 20, 7, tzinfo=UTC), ("O1",), Obtained.FORCED, "x", "y", True)
STEPS = (
    {"signature": SIGNATURE, "decided": DECIDED},
    {"pack": PACK},
    {"court": COURT},
    {"executions": (SEARCH,)},
    {"outcome": Outcome("D1", True, ON, "Done.")},
)


def after(steps: int) -> Followed:
    told: dict[str, object] = {}
    for step in STEPS[:steps]:
        told |= step
    return replace(Followed(DRAWN), **told)  # type: ignore[arg-type]


def states(followed: Followed, on: date = ON) -> str:
    letters = {State.DONE: "d", State.TO_DO: "n", State.WAITING: "w", State.ENDED: "e"}
    return "".join(letters[rung.state] for rung in rungs(followed, on=on))


@table("""
    case                        | steps | states
    ----------------------------|-------|-------
    drawn up                    | 0     | dnwwww
    signed                      | 1     | ddnwww
    the pack signed             | 2     | dddnww
    granted                     | 3     | ddddnw
    searched                    | 4     | dddddn
    told to the end             | 5     | dddddd
    """)
def test_a_warrant_climbs_rung_by_rung(steps, states):
    from tests.spec.escalation import test_rungs

    assert test_rungs.states(after(int(steps))) == states


@table("""
    case                | choice              | signer    | rungs
    --------------------|---------------------|-----------|--------------------------
    an arrest           | arrest              | inspector | Decide Countersign Outcome
    circulation         | circulate as wanted |           | Decide Outcome
    another attempt     | another attempt     |           | Decide Outcome
    not acting          | no action           | inspector | Decide Countersign
    """)
def test_each_choice_has_its_own_rungs(choice, signer, rungs):
    from watchkeeper.escalation.rules import rungs as rules

    drawn = replace(DRAWN, choice=Choice(choice), signer=Rank(signer) if signer else None)
    assert [rung.stage.value for rung in rules.rungs(Followed(drawn), on=ON)] == rungs.split()


def test_sent_back_refused_and_out_of_time_end_the_climb():
    sent_back = replace(after(0), signature=replace(SIGNATURE, agreed=False))
    assert states(sent_back) == "de"
    refused = replace(after(2), court=replace(COURT, granted=False, until=None))
    assert states(refused) == "ddde"
    last = COURT.until or ON
    assert states(after(3), last) == "ddddnw"
    assert states(after(3), last + timedelta(days=1)) == "dddde"
    assert under_way(refused, on=ON) is None


def test_a_search_without_entry_leaves_the_warrant_to_be_carried_out():
    tried = replace(after(3), executions=(replace(SEARCH, obtained=Obtained.NOT_OBTAINED),))
    found = under_way(tried, on=ON)
    assert found is not None
    assert (found.stage, found.says) == (Stage.EXECUTION, "to be carried out by 19 April 2026, tried 1")


@given(st.integers(0, len(STEPS)))
def test_there_is_one_thing_to_do_next_or_nothing(steps):
    found = [rung.state for rung in rungs(after(steps), on=ON)]
    assert found.count(State.TO_DO) == (0 if steps == len(STEPS) else 1)
    assert found == sorted(found, key=[State.DONE, State.TO_DO, State.WAITING].index)
