"""What grade the facts of a report ask for, who is vulnerable, and what would change it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.reported import CRIME, LAW, SUSPECT, VICTIM, case, d
from tests.table import table
from watchkeeper.crimes.facts import Case, Crime, Graded, OffenceGroup, Relationship, Response
from watchkeeper.crimes.rules.triage import LETTERS, ORDER, Proposed, may_grade, proposed
from watchkeeper.crimes.rules.vulnerability import vulnerable

ON = d("03-02")
PLAIN = replace(CRIME, domestic=False, high_risk=False, lines_of_enquiry=0)
STRANGER = replace(
    VICTIM,
    relationship=Relationship.STRANGER,
    in_care=False,
    disabled=False,
    repeat=False,
    intimidated=False,
)


def asked(crime: Crime = PLAIN, group: OffenceGroup = OffenceGroup.VOLUME, **said: object) -> Proposed:
    registered = said.pop("registered", ())
    return proposed(Case(crime, **said), frozenset({group}), LAW, on=ON, registered=registered)  # type: ignore[arg-type]


@table("""
    fact                         | column           | value | response
    nothing found                |                  |       | without attendance
    one line of enquiry          | lines_of_enquiry | 1     | scheduled
    domestic abuse               | domestic         | 1     | priority
    high risk to the victim      | high_risk        | 1     | immediate
""")
def test_the_most_urgent_thing_found_sets_the_grade(column: str, value: str, response: str) -> None:
    said = {column: int(value) if column == "lines_of_enquiry" else True} if column else {}
    assert asked(replace(PLAIN, **said)).response == response


@table("""
    offence        | group                            | response
    rape           | rape and serious sexual offences | immediate
    child abuse    | child sexual abuse               | immediate
    homicide       | homicide                         | immediate
    images         | indecent images of children      | priority
    stalking       | stalking and harassment          | priority
    burglary       | burglary                         | without attendance
""")
def test_the_gravest_offences_are_immediate_and_serious_ones_priority(group: str, response: str) -> None:
    assert asked(group=OffenceGroup(group)).response == response


def test_a_suspect_on_the_register_makes_it_priority_and_a_victim_on_it_does_not() -> None:
    suspect, victim = replace(SUSPECT, person="X1"), replace(STRANGER, person="X1")
    assert asked(parties=(suspect,), registered={"X1"}).response is Response.PRIORITY
    assert asked(parties=(victim,), registered={"X1"}).response is Response.DESK
    assert asked(parties=(suspect,)).response is Response.DESK


def test_one_of_the_forces_own_as_suspect_makes_it_priority() -> None:
    assert asked(parties=(replace(SUSPECT, officer="O7"),)).response is Response.PRIORITY


@table("""
    victim                      | column       | value                                 | found
    a stranger of 45            |              |                                       | no
    looked after                | in_care      | yes                                   | yes
    with a disability           | disabled     | yes                                   | yes
    a victim before             | repeat       | yes                                   | yes
    afraid                      | intimidated  | yes                                   | yes
    of a partner                | relationship | partner or former partner             | yes
    of family                   | relationship | family                                | yes
    of a carer                  | relationship | carer or in a position of trust       | yes
    of an acquaintance          | relationship | acquaintance                          | no
    met online                  | relationship | met online                            | no
""")
def test_who_is_vulnerable(column: str, value: str, found: str) -> None:
    said = {column: Relationship(value) if column == "relationship" else True} if column else {}
    assert vulnerable(replace(STRANGER, **said), LAW, on=ON).found is (found == "yes")


@table("""
    born                 | born_on    | found
    18 tomorrow          | 2008-03-03 | yes
    18 today             | 2008-03-02 | no
    75 tomorrow          | 1951-03-03 | no
    75 today             | 1951-03-02 | yes
""")
def test_children_and_the_old_are_vulnerable_by_age(born_on: str, found: str) -> None:
    victim = replace(STRANGER, born_on=date.fromisoformat(born_on))
    assert vulnerable(victim, LAW, on=ON).found is (found == "yes")


def test_what_nobody_recorded_is_missing_and_not_a_no() -> None:
    found = vulnerable(replace(VICTIM, born_on=None), LAW, on=ON)
    assert not found.found
    assert set(found.missing) == {
        "looked after by a local authority",
        "a disability",
        "a victim before",
        "afraid of giving evidence",
        "relationship",
        "date of birth",
    }
    assert "disability: not recorded" in [reason.says.removeprefix("a ") for reason in found.reasons]


def test_it_says_what_would_change_the_grade_and_only_to_a_more_urgent_one() -> None:
    assert asked(replace(PLAIN, domestic=True)).changes == (
        "high risk to the victim would make it immediate",
    )
    assert asked(replace(PLAIN, high_risk=True)).changes == ()
    assert len(asked().changes) == 6


def test_a_report_with_nothing_on_it_is_graded_and_says_what_is_missing() -> None:
    found = proposed(case(crime=replace(CRIME, offence="")), frozenset({OffenceGroup.VOLUME}), LAW, on=ON)
    assert found.response is Response.DESK
    assert set(found.missing) == {"offence", "domestic abuse", "risk to the victim"}


def graded(response: Response, **short: str) -> Graded:
    said = dict.fromkeys(LETTERS, "two words") | short
    return Graded("G1", "C1", response, ON, "O1", **said)


@table("""
    decided                              | response  | threat    | reason        | allowed
    as proposed                          | priority  | two words |               | yes
    more urgent                          | immediate | two words |               | yes
    less urgent without a reason         | scheduled | two words |               | no
    less urgent with a reason            | scheduled | two words | victim abroad | yes
    one word on threat                   | priority  | none      |               | no
    nothing on threat                    | priority  |           |               | no
""")
def test_a_grade_needs_a_sentence_on_each_letter_and_a_reason_to_go_lower(
    response: str, threat: str, reason: str, allowed: str
) -> None:
    found = asked(replace(PLAIN, domestic=True))
    decision = may_grade(graded(Response(response), threat=threat), found, reason, LAW, on=ON)
    assert decision.allowed is (allowed == "yes")


YES_NO = st.sampled_from([None, False, True])


@given(YES_NO, YES_NO, st.integers(0, 3), st.sampled_from(OffenceGroup), YES_NO)
def test_a_further_fact_never_makes_it_less_urgent(
    domestic: bool | None, high: bool | None, lines: int, group: OffenceGroup, repeat: bool | None
) -> None:
    crime = replace(PLAIN, domestic=domestic, high_risk=high, lines_of_enquiry=lines)
    before = asked(crime, group, parties=(replace(STRANGER, repeat=repeat),))
    for more in ({"domestic": True}, {"high_risk": True}, {"lines_of_enquiry": lines + 1}):
        after = asked(replace(crime, **more), group, parties=(replace(STRANGER, repeat=True),))
        assert ORDER.index(after.response) <= ORDER.index(before.response)
