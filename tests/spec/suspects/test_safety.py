"""What is owed to children, to managers and to a suspect's own safety: it outlasts a close."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.suspects.referrals import LAW, REFERRAL, case, due, final, late, later, step
from tests.table import table
from watchkeeper.suspects.facts import (
    Band,
    ChildNear,
    ChildTie,
    DeviceRecord,
    DeviceStep,
    Duty,
    Known,
    ManagerTold,
    PromptAnswer,
    PromptAnswered,
    Safeguarded,
    StepKind,
    SuspectAddress,
    SuspectPerson,
)
from watchkeeper.suspects.nearby import nearest_homes
from watchkeeper.suspects.rules.children import is_near
from watchkeeper.suspects.rules.prompts import prompts


@table("""
    children near by                | how        | owed
    a child somebody recorded       | child      | yes
    a child at the address          | address    | yes
    by the records of people        | records    | yes
    work with children              | work       | yes
    a further address               | further    | yes
    a further suspect who works so  | colleague  | yes
    nobody                          | none       | no
""")
def test_a_child_near_is_referred_within_hours(how: str, owed: str) -> None:
    known = {
        "child": {"children": (ChildNear("C1", "R1", later(), ChildTie.LIVES),)},
        "address": {"referral": replace(REFERRAL, children=True)},
        "records": {"known": Known(child_near={"N1 1CC": 0})},
        "work": {"referral": replace(REFERRAL, works_with_children=True)},
        "further": {"addresses": (SuspectAddress("A1", "R1", later(), "N1 2CC", children=True),)},
        "colleague": {"people": (SuspectPerson("P1", "R1", later(), works_with_children=True),)},
        "none": {},
    }[how]
    of = case(Band.LOW, **known)  # type: ignore[arg-type]
    assert late(of, Duty.SAFEGUARD, later(24, minutes=1)) is (owed == "yes")
    assert not late(of, Duty.SAFEGUARD, later(24))
    done = replace(of, safeguards=(Safeguarded("G1", "R1", later(5), "Islington"),))
    assert due(done, Duty.SAFEGUARD, later(30)) is None


@table("""
    the nearest home where a child lives | metres | owed | said
    is at the same postcode              | 0      | yes  | a child at the address, by the records of people
    is in the next postcode              | 0.4    | yes  | 0 m away; 100 m is near
    is a little nearer than policy says  | 99     | yes  | 99 m away; 100 m is near
    is at the very distance              | 100    | yes  | 100 m away; 100 m is near
    is a hand further                    | 100.1  | no   |
    is a little further                  | 101    | no   |
    is not known                         | none   | no   |
""")
def test_near_an_address_is_so_far_as_policy_says(metres: str, owed: str, said: str) -> None:
    homes = {} if metres == "none" else {REFERRAL.postcode: float(metres)}
    of = case(Band.LOW, known=Known(child_near=homes))
    found = due(of, Duty.SAFEGUARD, later(1))
    assert (found is not None) is (owed == "yes")
    assert late(of, Duty.SAFEGUARD, later(24, minutes=1)) is (owed == "yes")
    if found is not None:
        assert said in found.because[0].what
        assert not found.confirmed


@given(near=st.floats(0, 400), further=st.floats(0, 400))
def test_a_home_nearer_is_never_less_near(near: float, further: float) -> None:
    near, further = sorted((near, further))
    said = [is_near(metres, LAW, on=later().date()) for metres in (near, further)]
    assert said[0].allowed or not said[1].allowed


def test_a_home_is_found_by_distance_and_a_postcode_in_no_directory_by_itself_alone() -> None:
    on = later().date()
    asked, homes = ["N1 9GU", "n19aa", "N1 1CC", "not known", ""], {"N1 9AG", "n1 1cc", "not known"}
    found = nearest_homes(asked, homes, LAW, on=on)
    assert {code: round(metres) for code, metres in found.items()} == {"N1 9GU": 77, "N1 1CC": 0}
    assert nearest_homes(asked, (), LAW, on=on) == nearest_homes((), homes, LAW, on=on) == {}


@table("""
    a child lives at          | home   | said
    the same postcode         | n1 0dg | a child at the address, by the records of people
    another at the same point | N1 0FG | a child lives near the address, by the records of people: 0 m away
""")
def test_another_postcode_at_the_same_point_is_near_and_not_at_the_address(home: str, said: str) -> None:
    found = nearest_homes(["N1 0DG"], {home}, LAW, on=later().date())
    of = case(Band.LOW, referral=replace(REFERRAL, postcode="N1 0DG"), known=Known(child_near=found))
    owed = due(of, Duty.SAFEGUARD, later(1))
    assert owed is not None
    assert owed.because[0].what.startswith(said)


def test_without_a_directory_the_same_postcode_is_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QLACREF_DATA_DIR", "/nowhere")
    found = nearest_homes(["N1 9GU", "N1 9AG"], {"n1 9gu"}, LAW, on=later().date())
    assert found == {"N1 9GU": 0}


def test_a_child_found_after_the_referral_to_the_authority_is_owed_one_again() -> None:
    of = case(
        Band.LOW,
        safeguards=(Safeguarded("G1", "R1", later(5), "Islington"),),
        children=(ChildNear("C1", "R1", later(9), ChildTie.VISITS),),
    )
    found = due(of, Duty.SAFEGUARD, later(10))
    assert found is not None
    assert found.at == later(33)


@table("""
    recorded of      | children | work
    neither          |          |
    the address only | no       |
    the work only    |          | no
    both             | no       | no
""")
def test_it_is_asked_whether_children_are_near(children: str, work: str) -> None:
    said = {"no": False, "": None}
    of = case(referral=replace(REFERRAL, children=said[children], works_with_children=said[work]))
    assert late(of, Duty.CHILDREN, later(24, minutes=1)) is not (children == work == "no")
    assert not late(of, Duty.CHILDREN, later(24))


def test_the_manager_of_somebody_on_the_register_is_told_within_hours() -> None:
    of = case(Band.LOW, referral=replace(REFERRAL, person="P1"), known=Known(registered=frozenset({"P1"})))
    assert not late(of, Duty.TELL_MANAGER, later(4))
    assert late(of, Duty.TELL_MANAGER, later(4, minutes=1))
    told = replace(of, told=(ManagerTold("T1", "R1", "P1", later(1), "O5"),))
    assert due(told, Duty.TELL_MANAGER, later(9)) is None
    assert due(replace(of, known=Known()), Duty.TELL_MANAGER, later(9)) is None


@table("""
    trigger                    | kind                          | hours
    arrest                     | arrest                        | 4
    bail return                | bail return                   | 4
    charge decision            | charge decision               | 4
    device result              | result                        | 24
    search                     | search under a warrant        | none
    interview                  | voluntary interview           | none
    released                   | released under investigation  | none
""")
def test_suicide_risk_is_asked_about_at_each_point_it_rises(kind: str, hours: str) -> None:
    at = later(2)
    of = case(Band.LOW)
    if kind == "result":
        of = replace(of, devices=(DeviceRecord("S1", "R1", "PHONE", DeviceStep.RESULT, at),))
    else:
        of = replace(of, steps=(step(StepKind(kind), at),))
    if hours == "none":
        assert not [*prompts(of, LAW, at=at)]
        return
    last = later(2 + int(hours))
    assert not late(of, Duty.PROMPT, last)
    assert late(of, Duty.PROMPT, later(2 + int(hours), minutes=1))
    answer = PromptAnswered("Q1", "R1", "S1", later(3), "O1", PromptAnswer.NONE_SEEN)
    assert due(replace(of, prompts=(answer,)), Duty.PROMPT, last) is None


@table("""
    an answer            | by | answer | trigger
    by nobody            |    | yes    | S1
    that says nothing    | O1 |        | S1
    about something else | O1 | yes    | S9
""")
def test_is_no_answer(by: str, answer: str, trigger: str) -> None:
    said = PromptAnswer.PLAN if answer else None
    row = PromptAnswered("Q1", "R1", trigger, later(3), by, said)
    of = case(Band.LOW, steps=(step(StepKind.ARREST, later(2)),), prompts=(row,))
    assert late(of, Duty.PROMPT, later(7))


@pytest.mark.parametrize("outcome", [1, 6])
def test_a_close_ends_none_of_it(outcome: int) -> None:
    of = case(
        Band.LOW,
        referral=replace(REFERRAL, person="P1", children=True),
        known=Known(registered=frozenset({"P1"})),
        steps=(step(StepKind.ARREST, later(2)),),
        finals=(final(outcome, later(3)),),
    )
    owed = {duty for duty in Duty if due(of, duty, later(90)) is not None}
    assert owed == {Duty.SAFEGUARD, Duty.TELL_MANAGER, Duty.PROMPT}


@settings(max_examples=50)
@given(
    known=st.lists(st.integers(0, 200), min_size=1, max_size=4),
    done=st.lists(st.integers(0, 200), max_size=3),
    at=st.integers(0, 300),
)
def test_each_child_known_by_then_has_a_referral_after_it_or_one_is_owed(
    known: list[int], done: list[int], at: int
) -> None:
    of = case(
        Band.LOW,
        children=tuple(ChildNear(f"C{n}", "R1", later(h), ChildTie.LIVES) for n, h in enumerate(known)),
        safeguards=tuple(Safeguarded(f"G{n}", "R1", later(h)) for n, h in enumerate(done)),
    )
    unmet = [h for h in known if h <= at and not any(h <= d <= at for d in done)]
    found = due(of, Duty.SAFEGUARD, later(at))
    assert (found is not None) is bool(unmet)
    if found is not None:
        assert found.at == later(min(unmet) + 24)
