"""Who may see a person's record: need to know, restriction, conflict of interest, break-glass."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.access.facts import ConflictDeclared, Known, Opening, Relation, Restriction
from watchkeeper.access.rules import (
    closes,
    is_open,
    may_be_opened,
    may_break_glass,
    may_lift,
    may_review_opening,
    may_see,
    may_work_on,
    relation,
    review_opening_by,
    review_restriction_by,
    shut_again,
    stands,
)
from watchkeeper.law import shelf
from watchkeeper.workforce.facts import Officer, Rank, Role

LAW = shelf.load()
ON = date(2026, 3, 20)
NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)
WORDS = "a child may be in danger tonight"

RELATIONS = {
    "manager": Known("P1", "NW", "O1"),
    "unit": Known("P1", "HERE", "O9"),
    "force": Known("P1", "NW", "O9"),
    "none": Known("P1", "NW", "O9"),
    "no unit": Known("P1", "", "O9"),
}
RESTRICTED = ("no", "named", "by them", "others")
CONFLICTS = ("no", "their own", "sealed")


def restriction(named=(), by="O8", **more):
    return Restriction("R1", "P1", by, ON, ON + 28 * DAY, tuple(named), **more)


def declared(officer="O1", sealed=False, **more):
    return ConflictDeclared("C1", "P1", officer, ON, "O8", sealed, **more)


def known(standing, restricted="no", conflict="no", broken=False):
    of = RELATIONS[standing]
    shut = {
        "no": None,
        "named": restriction(["O1"]),
        "by them": restriction(["O7"], by="O1"),
        "others": restriction(["O7"]),
    }
    conflicts = {"no": (), "their own": (declared(),), "sealed": (declared(sealed=True),)}
    opened = frozenset({"O1"} if broken else ())
    return Known(of.person, of.unit, of.manager, shut[restricted], conflicts[conflict], opened)


def officer(standing="none", rank=Rank.SERGEANT, role=Role.SUPERVISOR, ref="O1"):
    return Officer(ref, rank, role, "HQ" if standing == "force" else "HERE")


@table("""
    case                             | role               | unit | of            | manager | relation
    ---------------------------------|--------------------|------|---------------|---------|---------
    they manage the person           | offender manager   | HERE | NW            | O1      | MANAGER
    manager and of the unit          | offender manager   | NW   | NW            | O1      | MANAGER
    of the person's unit             | supervisor         | NW   | NW            | O9      | UNIT
    of a unit that serves the force  | senior officer     | HQ   | NW            | O9      | FORCE
    an inspection officer anywhere   | inspection officer | HERE | NW            | O9      | FORCE
    the system officer, of no unit   | system             |      | NW            | O9      | FORCE
    of another unit                  | duty inspector     | HERE | NW            | O9      | NONE
    no unit on either side           | supervisor         |      |               | O9      | NONE
    """)
def test_how_an_officer_stands_to_a_person(role, unit, of, manager, relation):
    found = relation_of(Officer("O1", Rank.SERGEANT, Role(role), unit), Known("P1", of, manager))
    assert found is Relation[relation]


def relation_of(officer, known):
    return relation(officer, known, LAW, on=ON)


@table("""
    case                                                | standing | restricted | conflict  | broken | says
    ----------------------------------------------------|----------|------------|-----------|--------|-------------------------------------------------------------
    manager                                             | manager  | no         | no        | no     | yes: manages the person
    of the unit                                         | unit     | no         | no        | no     | yes: of the person's unit
    force-wide                                          | force    | no         | no        | no     | yes: works for the whole force
    a person of no unit on record is seen by everybody  | no unit  | no         | no        | no     | yes: no relation on record
    nobody to the person                                | none     | no         | no        | no     | no: not of the person's unit, and not their manager
    nobody to the person, by break-glass                | none     | no         | no        | yes    | yes: opened by break-glass
    manager not named on the restriction                | manager  | others     | no        | no     | no: not available
    of the unit and not named                           | unit     | others     | no        | no     | no: not available
    force-wide and not named                            | force    | others     | no        | no     | no: not available
    named, though nobody to the person                  | none     | named      | no        | no     | yes: named on the restriction
    whoever restricted it                               | unit     | by them    | no        | no     | yes: restricted the record
    a sergeant's break-glass opens no restricted record | none     | others     | no        | yes    | no: not available
    a conflict of their own                             | manager  | no         | their own | no     | no: a conflict of interest you declared on 20 March 2026 stands
    a sealed conflict                                   | manager  | no         | sealed    | no     | no: not available
    a conflict, though named                            | unit     | named      | sealed    | no     | no: not available
    a conflict, whatever is broken                      | none     | no         | sealed    | yes    | no: not available
    """)
def test_who_may_see(standing, restricted, conflict, broken, says):
    decision = may_see(officer(standing), known(standing, restricted, conflict, broken == "yes"), LAW, on=ON)
    answer, _, why = says.partition(": ")
    assert decision.allowed is (answer == "yes")
    assert [reason.says for reason in decision.reasons] == [why]


@pytest.mark.parametrize("rank", Rank)
def test_from_an_inspector_up_break_glass_opens_a_restricted_record(rank):
    decision = may_see(officer(rank=rank), known("none", "others", broken=True), LAW, on=ON)
    assert decision.allowed is rank.at_least(Rank.INSPECTOR)


@pytest.mark.parametrize("role", Role)
def test_inspection_sees_what_is_restricted_and_no_other_role_does_unnamed(role):
    decision = may_see(officer(role=role), known("unit", "others"), LAW, on=ON)
    assert decision.allowed is (role in (Role.INSPECTION, Role.SYSTEM))


WHOLE = list(product(RELATIONS, RESTRICTED, CONFLICTS, (False, True), (Rank.SERGEANT, Rank.INSPECTOR)))


@pytest.mark.parametrize(("standing", "restricted", "conflict", "broken", "rank"), WHOLE)
def test_the_whole_matrix(standing, restricted, conflict, broken, rank):
    """Relation by restriction by conflict by break-glass by rank, worked out a second way."""
    of = known(standing, restricted, conflict, broken)
    who = officer(standing, rank)
    if conflict != "no":
        sees = works = False
    elif restricted in ("named", "by them"):
        sees = works = True
    elif restricted == "others":
        sees, works = broken and rank is Rank.INSPECTOR, False
    else:
        works = standing != "none"
        sees = works or broken
    assert may_see(who, of, LAW, on=ON).allowed is sees
    assert may_work_on(who, of, LAW, on=ON).allowed is works, "break-glass opens a record to read"
    breaks = conflict == "no" and not sees and (restricted == "no" or rank is Rank.INSPECTOR)
    assert may_break_glass(who, of, WORDS, LAW, on=ON).allowed is breaks
    if not sees:
        assert may_be_opened(who, of, LAW, on=ON) is breaks, "what is offered is what will be done"
    lifts = conflict == "no" and restricted != "no" and standing != "none"
    assert may_lift(who, of, LAW, on=ON).allowed is lifts
    reviews = conflict == "no" and standing in ("manager", "unit", "force")
    assert may_review_opening(who, "AWAY", of, LAW, on=ON).allowed is reviews


@pytest.mark.parametrize("restricted", RESTRICTED)
def test_a_sealed_conflict_cannot_be_told_from_a_restriction(restricted):
    """To whoever may not see: neither looking, nor breaking the glass as a sergeant, says which it is."""
    of = known("none", restricted, "sealed")
    shut = known("none", "others")
    assert may_see(officer(), of, LAW, on=ON) == may_see(officer(), shut, LAW, on=ON)
    said = [may_break_glass(officer(), each, WORDS, LAW, on=ON).unmet for each in (of, shut)]
    assert said[0] == said[1]


@table("""
    case                             | reason                    | allowed
    ---------------------------------|---------------------------|--------
    no reason                        |                           | no
    three words                      | child in danger           | no
    four words                       | child in danger now       | yes
    five words                       | a child in danger now     | yes
    spaces are no words              | child        danger   now | no
    """)
def test_break_glass_needs_a_reason_in_words(reason, allowed):
    assert may_break_glass(officer(), known("none"), reason, LAW, on=ON).allowed is (allowed == "yes")


def test_who_sees_the_record_has_nothing_to_break():
    unmet = may_break_glass(officer(), known("unit"), WORDS, LAW, on=ON).unmet
    assert [reason.says for reason in unmet] == ["the record is shut to the officer"]


@table("""
    case                     | since | until | lifted | closes
    -------------------------|-------|-------|--------|-------
    the day before           | 1     |       |        | no
    the first day            | 0     |       |        | yes
    the day before its end   | -5    | 1     |        | yes
    the day it ends          | -5    | 0     |        | no
    the day after            | -5    | -1    |        | no
    lifted tomorrow          | -5    |       | 1      | yes
    lifted today             | -5    | 9     | 0      | no
    lifted yesterday         | -5    | 9     | -1     | no
    without end              | -5000 |       |        | yes
    """)
def test_when_a_restriction_is_in_force(since, until, lifted, closes):
    one = Restriction("R1", "P1", "O8", away(since), ON, ("O7",), until=away(until), lifted_on=away(lifted))
    assert in_force(one) is (closes == "yes")


def in_force(one):
    return closes(one, on=ON)


def away(days):
    return ON + int(days) * DAY if days else None


@table("""
    case               | since | ended | stands
    -------------------|-------|-------|-------
    tomorrow's         | 1     |       | no
    of today           | 0     |       | yes
    ends tomorrow      | -9    | 1     | yes
    ended today        | -9    | 0     | no
    ended yesterday    | -9    | -1    | no
    """)
def test_when_a_conflict_stands(since, ended, stands):
    one = ConflictDeclared("C1", "P1", "O1", away(since), "O8", True, away(ended))
    assert standing(one) is (stands == "yes")


def standing(one):
    return stands(one, on=ON)


@table("""
    case                        | seconds | open
    ----------------------------|---------|-----
    a second before             | -1      | no
    the instant it opens        | 0       | yes
    a second before eight hours | 28799   | yes
    at eight hours              | 28800   | no
    a second later              | 28801   | no
    """)
def test_break_glass_lasts_the_hours_of_policy(seconds, open):
    opening = Opening("G1", "P1", "O1", NOON, shut_again(NOON, LAW, on=ON))
    assert is_open(opening, at=NOON + timedelta(seconds=int(seconds))) is (open == "yes")


def test_an_opening_is_reviewed_within_three_days_and_a_restriction_within_twenty_eight():
    assert review_opening_by(ON, LAW) == date(2026, 3, 23)
    assert review_restriction_by(ON, LAW) == date(2026, 4, 17)


def test_a_reviewer_is_of_the_unit_of_whoever_opened_or_of_the_person():
    one = officer(ref="O2")
    assert may_review_opening(one, "HERE", known("none"), LAW, on=ON).allowed
    assert not may_review_opening(one, "AWAY", known("none"), LAW, on=ON).allowed
    nowhere = Officer("O2", Rank.SERGEANT, Role.SUPERVISOR, "")
    assert not may_review_opening(nowhere, "", known("none"), LAW, on=ON).allowed


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(sorted(RELATIONS)),
    st.sampled_from(RESTRICTED),
    st.sampled_from(CONFLICTS),
    st.booleans(),
    st.sampled_from(Rank),
    st.sampled_from(Role),
)
def test_a_conflict_or_a_restriction_never_opens_and_break_glass_never_shuts(
    standing, restricted, conflict, broken, rank, role
):
    who = officer(standing, rank, role)
    here = known(standing, restricted, conflict, broken)

    def sees(of):
        return may_see(who, of, LAW, on=ON).allowed

    assert sees(known(standing, restricted, "no", broken)) or not sees(here)
    assert sees(known(standing, restricted, conflict, broken=True)) or not sees(here)
    if restricted == "others":
        assert sees(known(standing, "no", conflict, broken)) or not sees(here)
    assert may_see(who, here, LAW, on=ON).reasons, "an answer has its reason"
    assert sees(here) or not may_work_on(who, here, LAW, on=ON).allowed
