"""Two officers at the door, and one alone only where level, role and safety all permit it."""

from datetime import UTC, date, datetime
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import law_with
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.risk.facts import LEVELS, Level
from watchkeeper.visits.facts import Outcome, Purpose, Visit
from watchkeeper.visits.rules.crewing import crew_due, may_crew
from watchkeeper.workforce.facts import Officer, Rank, Role

LAW = shelf.load()
ON = date(2026, 3, 20)


def officer(ref: str, role: Role = Role.OFFENDER_MANAGER) -> Officer:
    return Officer(ref, Rank.CONSTABLE, role, "U1")


@table("""
    case                                    | crew  | level     | role                 | marker | unmet
    ----------------------------------------|-------|-----------|----------------------|--------|------
    two may visit anybody                   | O1 O2 | very high | offender manager     | knife  | 0
    two may, though no level is recorded    | O1 O2 |           | offender manager     |        | 0
    three may                               | O1 O2 O3 | high   | offender manager     |        | 0
    nobody is no crew                       |       | low       | offender manager     |        | 1
    one alone to low risk                   | O1    | low       | offender manager     |        | 0
    a supervisor alone to low risk          | O1    | low       | supervisor           |        | 0
    another role alone                      | O1    | low       | intelligence officer |        | 1
    one alone to medium risk                | O1    | medium    | offender manager     |        | 1
    one alone where no level is recorded    | O1    |           | offender manager     |        | 1
    one alone where there is a marker       | O1    | low       | offender manager     | knife  | 1
    everything against it: all of it said   | O1    | high      | administrator        | knife  | 3
    the same officer twice is one officer   | O1 O1 | medium    | offender manager     |        | 1
    """)
def test_rule_69(crew, level, role, marker, unmet):
    officers = [officer(ref, Role(role)) for ref in crew.split()]
    got = may_crew(officers, Level(level) if level else None, LAW, on=ON, safety_marker=marker)
    assert len(got.unmet) == int(unmet), [why.says for why in got.unmet]


@pytest.mark.parametrize(
    ("level", "role", "marker"), list(product([None, *LEVELS], Role, ["", "dog in the house"]))
)
def test_the_whole_matrix_of_one_officer_alone(level, role, marker):
    got = may_crew([officer("O1", role)], level, LAW, on=ON, safety_marker=marker)
    permitted = level is Level.LOW and role in (Role.OFFENDER_MANAGER, Role.SUPERVISOR) and marker == ""
    assert got.allowed is permitted


def test_every_role_that_does_not_permit_it_is_named():
    crew = [officer("O1", Role.ADMINISTRATOR), officer("O2", Role.INTELLIGENCE)]
    decision = may_crew(crew, Level.LOW, law_with(crew_officers=3), on=ON)
    assert [why.says for why in decision.unmet] == [
        "role does not permit it: administrator, intelligence officer"
    ]


def test_the_words_of_a_marker_are_never_repeated():
    got = may_crew([officer("O1")], Level.LOW, LAW, on=ON, safety_marker="dog in the house")
    assert not any("dog" in why.says for why in got.reasons)


refs = st.lists(st.sampled_from(["O1", "O2", "O3"]), max_size=3)


@settings(max_examples=100, deadline=None)
@given(refs, st.sampled_from(["O1", "O2", "O3"]), st.none() | st.sampled_from(LEVELS), st.booleans())
def test_another_officer_of_the_same_role_never_makes_it_worse(crew, another, level, marked):
    marker = "recorded" if marked else ""
    before = may_crew([officer(ref) for ref in crew], level, LAW, on=ON, safety_marker=marker)
    after = may_crew([officer(ref) for ref in (*crew, another)], level, LAW, on=ON, safety_marker=marker)
    assert after.allowed or not before.allowed
    assert before.reasons


def test_a_refusal_names_the_level_or_says_that_none_is_recorded():
    for level, says in ((Level.HIGH, "level high"), (None, "no level recorded")):
        (why,) = may_crew([officer("O1")], level, LAW, on=ON).unmet
        assert why.says == f"{says}: not one to visit short-handed"


def visit(crew: tuple[str, ...], outcome: Outcome | None = Outcome.SEEN) -> Visit:
    at = datetime(2026, 3, 19, 18, tzinfo=UTC)
    return Visit("V1", at, "A1", Purpose.ROUTINE, False, outcome, crew=crew)


@table("""
    case                                       | crew     | outcome    | marker | found
    -------------------------------------------|----------|------------|--------|------
    one went where there is a marker           | O1       | seen       | knife  | yes
    nobody came to the door: just the same     | O1       | no reply   | knife  | yes
    no outcome is recorded: just the same      | O1       |            | knife  | yes
    the same officer twice is one officer      | O1 O1    | seen       | knife  | yes
    two went                                   | O1 O2    | seen       | knife  | no
    three went                                 | O1 O2 O3 | seen       | knife  | no
    no marker                                  | O1       | seen       |        | no
    no crew is recorded: found by the record   |          | seen       | knife  | no
    called off: nobody stood at the door       | O1       | called off | knife  | no
    """)
def test_too_few_officers_with_a_marker_is_a_finding(crew, outcome, marker, found):
    made = visit(tuple(crew.split()), Outcome(outcome) if outcome else None)
    due = crew_due(made, LAW, on=ON, safety_marker=marker)
    assert (due is not None) is (found == "yes")


def test_the_finding_is_of_the_day_and_does_not_repeat_the_marker():
    due = crew_due(visit(("O1",)), LAW, on=ON, safety_marker="keeps knives")
    assert due is not None
    assert (due.duty, due.by, due.about) == ("two officers at the door", date(2026, 3, 19), "V1")
    assert "knives" not in repr(due)
    assert [given.value for given in due.because] == ["19 March 2026", "1 of 2", "recorded"]


def test_a_force_that_asks_for_three_finds_two_too_few():
    three = law_with(crew_officers=3)
    assert crew_due(visit(("O1", "O2")), three, on=ON, safety_marker="dog") is not None
    assert crew_due(visit(("O1", "O2", "O3")), three, on=ON, safety_marker="dog") is None
