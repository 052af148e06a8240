"""What is owed once somebody is found: interviews, and the local authority told. Rules 86 and 87."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.missing.episodes import CHILD, FOUND_AT, LAW, later, returned
from tests.table import table
from watchkeeper.missing.facts import (
    Case,
    Closed,
    Duty,
    Grade,
    HowFound,
    Interviewed,
    ReturnInterview,
    ReturnStep,
)
from watchkeeper.missing.rules.duties import duties

MINUTE = timedelta(minutes=1)


def late(of: Case, at: datetime) -> list[Duty]:
    return [Duty(each.duty) for each in duties(of, LAW, at=at) if each.minutes_late(at) > 0]


@table("""
    graded when found | grade  | hours
    high              | high   | 1
    medium            | medium | 24
    not graded        |        | 1
""")
def test_a_prevention_interview_is_owed_by_grade(grade: str, hours: str) -> None:
    of = returned(Grade(grade) if grade else None, interviews=())
    last = FOUND_AT + timedelta(hours=int(hours))
    assert late(of, last - MINUTE) == []
    assert late(of, last) == []
    assert late(of, last + MINUTE) == [Duty.PREVENTION]


@table("""
    an interview                    | in_person | minutes | held
    face to face                    | yes       | 0       | yes
    by telephone                    | no        | 0       | no
    nobody recorded how             |           | 0       | no
    before they were found          | yes       | -1      | no
""")
def test_an_interview_is_face_to_face_and_after_they_were_found(
    in_person: str, minutes: str, held: str
) -> None:
    how = {"yes": True, "no": False}.get(in_person)
    row = Interviewed("I1", "E1", FOUND_AT + int(minutes) * MINUTE, "O1", how)
    owed = [each.duty for each in duties(returned(interviews=(row,)), LAW, at=later(200))]
    assert (owed == []) is (held == "yes")


@table("""
    what is left   | left    | hours | duty
    not told       | told    | 24    | TELL_AUTHORITY
    not interviewed | returns | 72    | RETURN_INTERVIEW
""")
def test_a_childs_authority_is_told_and_holds_its_interview(left: str, hours: str, duty: str) -> None:
    of = returned(**{left: ()})
    last = FOUND_AT + timedelta(hours=int(hours))
    assert late(of, last - MINUTE) == []
    assert late(of, last) == []
    assert late(of, last + MINUTE) == [Duty[duty]]


@table("""
    step          | step    | ends
    offered alone | offered | no
    held          | held    | yes
    refused       | refused | yes
""")
def test_an_offer_ends_nothing(step: str, ends: str) -> None:
    row = ReturnInterview("H1", "E1", ReturnStep(step), FOUND_AT)
    assert (duties(returned(returns=(row,)), LAW, at=later(7)) == ()) is (ends == "yes")


@table("""
    whoever was found   | born       | how              | owed
    a child             | 2011-05-01 | found by police  | 3
    an adult            | 1990-05-01 | found by police  | 1
    age not recorded    |            | found by police  | 3
    a child, found dead | 2011-05-01 | found dead       | 0
""")
def test_what_is_owed_to_whom(born: str, how: str, owed: str) -> None:
    who = replace(CHILD, born_on=date.fromisoformat(born) if born else None)
    of = returned(who=who, interviews=(), told=(), returns=())
    of = replace(of, finds=(replace(of.finds[0], how=HowFound(how)),))
    assert len(duties(of, LAW, at=later(7))) == int(owed)


def test_a_close_stops_nothing() -> None:
    of = returned(interviews=())
    shut = replace(of, closures=(Closed("C1", "E1", later(7), "O2"),))
    assert late(shut, later(48)) == late(of, later(48)) == [Duty.PREVENTION]


@given(st.integers(0, 60 * 100), st.integers(0, 60 * 100))
@settings(max_examples=40)
def test_time_never_makes_less_late_and_what_is_done_is_owed_no_more(one: int, other: int) -> None:
    of = returned(told=(), returns=())
    sooner, then = sorted((FOUND_AT + one * MINUTE, FOUND_AT + other * MINUTE))
    assert {*late(of, sooner)} <= {*late(of, then)}
    assert late(returned(), then) == []
