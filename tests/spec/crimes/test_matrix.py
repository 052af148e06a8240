"""The allocation matrix, domain 4.2: which kind a crime is, and who may hold each kind."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.crimes.cases import ADULT, CHILD, ON, case, suspect, victim
from tests.spec.workforce.fitting import FIT, LAW, passed
from tests.table import table
from watchkeeper.crimes.facts import CrimeKind, OffenceGroup, Part, Party, Relationship
from watchkeeper.crimes.rules.codes import group_of, known_code, title_of
from watchkeeper.crimes.rules.matrix import kind_of, may_supervise, of_kind, supervisor_needs, work
from watchkeeper.workforce.conduct import Excluded, Fitness, VettingLevel
from watchkeeper.workforce.facts import Course, Officer, Rank, Role
from watchkeeper.workforce.rules.eligibility import Ground, eligible

SETS = {
    "nothing": (),
    "tools alone": (Course.INDECENT_IMAGES,),
    "1": (Course.PIP1,),
    "2": (Course.PIP2,),
    "2 SCAIDP": (Course.PIP2, Course.SCAIDP),
    "2 SSAIDP": (Course.PIP2, Course.SSAIDP),
    "2 exploit": (Course.PIP2, Course.EXPLOITATION),
    "2 tools": (Course.PIP2, Course.INDECENT_IMAGES),
    "3": (Course.PIP3,),
}
TUTOR = Officer("O5", Rank.INSPECTOR, Role.INVESTIGATOR, "NW", training=passed(*Course))
UNFIT_TUTOR = replace(TUTOR, training=())


def accredited(name: str, tutor: Officer | None) -> Fitness:
    training = passed(*SETS[name])
    officer = replace(FIT.officer, rank=Rank.INSPECTOR, training=training)
    return replace(FIT, officer=officer, tutor=tutor)


MATRIX = """
    case                                        | gate | nothing | tools alone | 1     | 2     | 2 SCAIDP | 2 SSAIDP | 2 exploit | 2 tools | 3
    --------------------------------------------|------|---------|-------------|-------|-------|----------|----------|-----------|---------|----
    homicide                                    | hard | no      | no          | no    | no    | no       | no       | no        | no      | yes
    rape and serious sexual offences            | hard | no      | no          | no    | no    | no       | yes      | no        | no      | no
    child sexual abuse                          | hard | no      | no          | no    | no    | yes      | no       | no        | no      | no
    child abuse and neglect                     | hard | no      | no          | no    | no    | yes      | no       | no        | no      | no
    indecent images of children                 | hard | no      | tutor       | no    | no    | no       | no       | no        | yes     | no
    exploitation and trafficking                | hard | no      | no          | no    | no    | no       | no       | yes       | no      | no
    breach by a registered offender             | soft | tutor   | tutor       | yes   | yes   | yes      | yes      | yes       | yes     | yes
    other sexual offences                       | hard | no      | no          | no    | yes   | yes      | yes      | yes       | yes     | yes
    high-risk domestic abuse                    | soft | tutor   | tutor       | yes   | yes   | yes      | yes      | yes       | yes     | yes
    robbery of a business or with several lines | hard | no      | no          | no    | yes   | yes      | yes      | yes       | yes     | yes
    other serious and complex crime             | soft | tutor   | tutor       | tutor | yes   | yes      | yes      | yes       | yes     | yes
    volume crime                                | none | tutor   | tutor       | yes   | yes   | yes      | yes      | yes       | yes     | yes
"""
"""Who may hold each kind: yes, only as a trainee with a tutor who meets every need, or no."""


def cells() -> list[tuple[CrimeKind, str, str, str]]:
    head, _, *rows = [[cell.strip() for cell in line.split("|")] for line in MATRIX.strip().splitlines()]
    return [
        (CrimeKind(kind), gate, name, may)
        for kind, gate, *each in rows
        for name, may in zip(head[2:], each, strict=True)
    ]


def test_the_matrix_of_these_tests_is_whole():
    assert {(kind, name) for kind, _, name, _ in cells()} == {(k, n) for k in CrimeKind for n in SETS}


@pytest.mark.parametrize("tutor", ["no tutor", "a tutor who fits", "a tutor who does not"])
@pytest.mark.parametrize(("kind", "gate", "name", "may"), cells())
def test_who_may_hold_each_kind(kind, gate, name, may, tutor):
    named = {"no tutor": None, "a tutor who fits": TUTOR, "a tutor who does not": UNFIT_TUTOR}[tutor]
    asked = of_kind(kind, "NW", LAW, on=ON)
    decision = eligible(accredited(name, named), asked, LAW, on=ON)
    assert decision.allowed is (may == "yes" or (may == "tutor" and named is TUTOR))
    assert {reason.asks for reason in decision.unmet} <= {Ground.ACCREDITATION}
    assert LAW["matrix_gate"].word_of(kind, ON) == gate
    assert asked.hard is (gate == "hard")


@pytest.mark.parametrize("kind", CrimeKind)
def test_a_recruit_with_a_tutor_holds_nothing_behind_a_hard_gate(kind):
    asked = of_kind(kind, "NW", LAW, on=ON)
    allowed = eligible(accredited("nothing", TUTOR), asked, LAW, on=ON).allowed
    assert allowed is not asked.hard


@table("""
    case                            | group                            | kind
    --------------------------------|----------------------------------|---------------------------------
    homicide                        | homicide                         | homicide
    rape                            | rape and serious sexual offences | rape and serious sexual offences
    child sexual abuse              | child sexual abuse               | child sexual abuse
    child abuse                     | child abuse and neglect          | child abuse and neglect
    indecent images                 | indecent images of children      | indecent images of children
    exploitation                    | exploitation and trafficking     | exploitation and trafficking
    a breach                        | breach by a registered offender  | breach by a registered offender
    other sexual offences           | other sexual offences            | other sexual offences
    stalking                        | stalking and harassment          | volume crime
    violence                        | violence against the person      | volume crime
    robbery                         | robbery                          | volume crime
    burglary                        | burglary                         | volume crime
    fraud                           | fraud                            | volume crime
    volume crime                    | volume crime                     | volume crime
    """)
def test_each_group_has_its_kind(group, kind):
    assert LAW["matrix_kind"].word_of(OffenceGroup(group), ON) == kind


def test_every_group_and_every_kind_has_its_cells():
    assert set(LAW["matrix_kind"].on(ON)) == set(OffenceGroup) == set(LAW["matrix_strictest"].words(ON))
    for name in ("needs", "supervisor_needs", "gate", "contact", "weight"):
        assert set(LAW[f"matrix_{name}"].on(ON)) == set(CrimeKind), name
    for name in ("trainees", "screened"):
        assert set(LAW[f"matrix_{name}"].words(ON)) <= set(CrimeKind), name


@table("""
    case                                          | code  | victim | more                  | kind
    ----------------------------------------------|-------|--------|-----------------------|------------------------------------
    murder                                        | 1     | adult  |                       | HOMICIDE
    rape of an adult                              | 19C   | adult  |                       | RAPE
    rape of a child by its code                   | 19D   | adult  |                       | CHILD_SEXUAL
    a child behind the code of an adult           | 20A   | child  |                       | CHILD_SEXUAL
    eighteen on the day it happened               | 20A   | 18     |                       | RAPE
    eighteen the day after                        | 20A   | 17     |                       | CHILD_SEXUAL
    exposure to an adult                          | 88E   | adult  |                       | OTHER_SEXUAL
    exposure to a child                           | 88E   | child  |                       | CHILD_SEXUAL
    indecent images by a part of the class        | 86/2  |        |                       | INDECENT_IMAGES
    modern slavery                                | 106   | adult  |                       | EXPLOITATION
    failing to notify                             | S91   |        |                       | REGISTER_BREACH
    assault on a child by family                  | 8N    | child  | family                | CHILD_ABUSE
    assault on a child by a carer                 | 8N    | child  | carer                 | CHILD_ABUSE
    assault on a child by a stranger              | 8N    | child  | stranger              | VOLUME
    domestic, high risk                           | 8N    | adult  | domestic, high        | HIGH_RISK_DOMESTIC
    domestic, risk not recorded: read as high     | 8N    | adult  | domestic              | HIGH_RISK_DOMESTIC
    domestic, not high risk                       | 8N    | adult  | domestic, low         | VOLUME
    domestic by the relationship                  | 8L    | adult  | partner, high         | HIGH_RISK_DOMESTIC
    recorded as not domestic                      | 8L    | adult  | partner, not domestic | VOLUME
    high risk without domestic abuse              | 8N    | adult  | high                  | VOLUME
    robbery of a business by its code             | 34A   | adult  |                       | COMPLEX_ROBBERY
    robbery of a business as recorded             | 34B   | adult  | business              | COMPLEX_ROBBERY
    robbery with one line                         | 34B   | adult  | 1 line                | VOLUME
    robbery with two lines                        | 34B   | adult  | 2 lines               | COMPLEX_ROBBERY
    robbery with three lines                      | 34B   | adult  | 3 lines               | COMPLEX_ROBBERY
    serious harm                                  | 5D    | adult  |                       | SERIOUS
    kidnapping                                    | 36    | adult  |                       | SERIOUS
    burglary                                      | 28E   | adult  |                       | VOLUME
    shoplifting                                   | 46    |        |                       | VOLUME
    """)
def test_which_kind_a_crime_is(code, victim, more, kind):
    placed = kind_of(told(code, victim, more), LAW, on=ON)
    assert placed.known
    assert placed.kind is CrimeKind[kind]
    assert all(reason.met for reason in placed.reasons)


AGES = {"adult": ADULT, "child": CHILD, "18": date(2008, 3, 18), "17": date(2008, 3, 19), "unknown": None}


def told(code: str, whose: str, more: str = ""):
    words = {word for word in more.split(", ") if word}
    known = {each.value.split()[0]: each for each in Relationship} | {"carer": Relationship.CARER}
    relationship = next((known[word] for word in words if word in known), None)
    parties = [suspect(relationship=relationship)]
    if whose:
        parties.append(victim(AGES[whose]))
    lines = next((int(word.split()[0]) for word in words if "line" in word), None)
    domestic = True if "domestic" in words else False if "not domestic" in words else None
    risk = True if "high" in words else False if "low" in words else None
    return case(
        code,
        *parties,
        domestic=domestic,
        high_risk=risk,
        lines_of_enquiry=lines,
        street=False if "business" in words else None,
        occurred_on=date(2026, 3, 18),
    )


@table("""
    case                                        | code | victim  | kind
    --------------------------------------------|------|---------|----------------
    no code and a child                         |      | child   | CHILD_SEXUAL
    no code and nobody knows the age            |      | unknown | CHILD_SEXUAL
    no code and no victim recorded              |      |         | CHILD_SEXUAL
    no code and an adult                        |      | adult   | RAPE
    a code nobody knows and an adult            | ZZ9  | adult   | RAPE
    a class cut short: the strictest of it      | 19   | adult   | CHILD_SEXUAL
    a class cut short: robbery                  | 34Z  | adult   | VOLUME
    """)
def test_a_code_nobody_knows_is_the_strictest_it_could_be_and_says_so(code, victim, kind):
    placed = kind_of(told(code, victim), LAW, on=ON)
    assert not placed.known
    assert placed.group is None
    assert placed.kind is CrimeKind[kind]
    assert "read as the strictest it could be" in placed.reasons[0].says
    assert not placed.reasons[0].met


@table("""
    case                              | typed  | known
    ----------------------------------|--------|------
    as the counting rules write it    | 4/1    | 4.1
    with noughts                      | 004/01 | 4.1
    small letters and spaces          | 19 c   | 19C
    a part falls with its class       | 86/10  | 86
    a part with a row of its own      | 37/2   | 37.2
    nobody knows it                   | 777    |
    blank                             |        |
    """)
def test_a_code_as_it_is_typed(typed, known):
    assert known_code(typed, LAW, on=ON) == known
    assert (group_of(typed, LAW, on=ON) is None) is (known == "")
    assert bool(title_of(typed, LAW, on=ON)) is (known != "")


def test_every_code_has_a_group_and_a_title_and_serious_codes_are_codes():
    groups, titles = LAW["offence_group"].on(ON), LAW["offence_title"].on(ON)
    assert set(groups) == set(titles)
    assert {OffenceGroup(group) for group in groups.values()} == set(OffenceGroup)
    assert set(LAW["offence_serious"].words(ON)) <= set(groups)


def test_the_work_of_a_crime_carries_its_people_and_its_row():
    asked = work(case("86/2", victim(CHILD)), LAW, on=ON, conflicted=frozenset({"O3"}))
    assert asked.needs == ((Course.PIP2,), (Course.INDECENT_IMAGES,))
    assert (asked.hard, asked.tutored, asked.screened) == (True, True, True)
    assert asked.vetting == (VettingLevel.MV,)
    assert (asked.parties, asked.conflicted, asked.unit) == (frozenset({"P1"}), frozenset({"O3"}), "NW")
    assert {Excluded.CHILDREN, Excluded.VICTIMS} <= asked.contact
    assert asked.cite


@pytest.mark.parametrize(("born_on", "near"), [(ADULT, False), (CHILD, True), (None, True)])
def test_a_child_among_the_victims_of_any_crime_brings_an_officer_near_to_children(born_on, near):
    asked = work(case("46", victim(born_on)), LAW, on=ON)
    assert (Excluded.CHILDREN in asked.contact) is near


@table("""
    case                                     | part    | unit | outside
    -----------------------------------------|---------|------|--------
    an officer suspected                     | suspect | SE   | SE
    whose unit nobody recorded: the crime's  | suspect |      | NW
    an officer who is the victim             | victim  | SE   |
    an officer who is a witness              | witness | SE   |
    """)
def test_work_about_an_officer_suspected_goes_outside_their_unit(part, unit, outside):
    one = case("46", Party("Q1", "X1", Part(part), officer="O4"))
    asked = work(one, LAW, on=ON, units={"O4": unit} if unit else {})
    assert asked.outside == frozenset(outside.split())
    assert "O4" in asked.parties


def test_where_the_crime_must_not_go_is_never_left_unasked():
    with pytest.raises(ValueError, match="units are needed"):
        work(case("46", suspect(officer="O4")), LAW, on=ON)


@pytest.mark.parametrize("kind", CrimeKind)
def test_supervisors_of_each_kind(kind):
    whole = Officer("O2", Rank.SERGEANT, Role.SUPERVISOR, "NW", training=passed(*Course))
    assert may_supervise(whole, kind, LAW, on=ON).allowed
    assert not may_supervise(replace(whole, rank=Rank.CONSTABLE), kind, LAW, on=ON).allowed
    assert not may_supervise(replace(whole, until=ON), kind, LAW, on=ON).allowed
    for need in supervisor_needs(kind, LAW, on=ON):
        lacking = [c for c in Course if c not in need and not c.startswith("PIP")]
        assert not may_supervise(replace(whole, training=passed(*lacking)), kind, LAW, on=ON).allowed


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=6), st.sampled_from(sorted(AGES)))
def test_whatever_was_typed_there_is_an_answer_and_a_reason(code, whose):
    placed = kind_of(told(code, whose), LAW, on=ON)
    assert placed.reasons
    assert placed.known is (placed.group is not None)
    assert work(told(code, whose), LAW, on=ON, placed=placed).kind == placed.kind


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CrimeKind), st.sets(st.sampled_from(Course)), st.sampled_from(Course))
def test_one_more_course_never_bars(kind, courses, further):
    asked = of_kind(kind, "NW", LAW, on=ON)

    def may(held):
        officer = replace(FIT.officer, rank=Rank.INSPECTOR, training=passed(*held))
        return eligible(replace(FIT, officer=officer), asked, LAW, on=ON).allowed

    assert may(courses | {further}) or not may(courses)
