"""What must be answered in words before a course is taken, and every reason for which an arrest is necessary."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.escalation.facts import Choice, Failure, Ground, Necessity, Prompt, Weighed
from watchkeeper.escalation.rules.options import OPEN, enforcement
from watchkeeper.escalation.rules.weighing import arrest_shown, needed, unanswered, weighed_enough
from watchkeeper.law import shelf
from watchkeeper.people.facts import Address, AddressKind
from watchkeeper.registers.facts import Duty
from watchkeeper.visits.facts import Contact
from watchkeeper.workforce.facts import Rank

LAW = shelf.load()
ON = date(2026, 3, 20)
COURSES = tuple((course, "Tried.") for course in LAW["arrest_alternatives"].words(ON))
FAILED = (Failure(Duty.ANNUAL, "", date(2026, 3, 2)),)


def weighed(**said: object) -> Weighed:
    return Weighed("W1", Ground.REFUSED_ENTRY, ON, "O1", **said)  # type: ignore[arg-type]


@table("""
    case                  | choice              | answers
    ----------------------|---------------------|-------------------------
    liberty               | arrest              | AIM LESS OTHERS AGAINST
    a home                | warrant             | AIM LESS OTHERS AGAINST
    sought by every force | circulate as wanted | AIM LESS OTHERS AGAINST
    tried again           | another attempt     |
    nothing done          | no action           |
    """)
def test_which_choice_must_answer_what(choice, answers):
    assert [prompt.name for prompt in needed(Choice(choice))] == answers.split()


def test_blank_words_answer_nothing():
    blank = weighed(answers=((Prompt.AIM.value, "  "), (Prompt.LESS.value, "Two visits.")))
    assert unanswered(Choice.WARRANT, blank) == (Prompt.AIM, Prompt.OTHERS, Prompt.AGAINST)
    assert unanswered(Choice.WARRANT, None) == needed(Choice.WARRANT)


@table("""
    case                         | reason
    -----------------------------|--------------------------------------------------------
    s.24(5)(a)                   | to learn the person's name
    s.24(5)(b)                   | to learn the person's address
    s.24(5)(c)                   | to prevent harm or loss
    s.24(5)(d)                   | to protect a child or other vulnerable person
    s.24(5)(e)                   | to allow a prompt and effective investigation
    s.24(5)(f)                   | to prevent a prosecution being hindered by disappearance
    """)
def test_any_one_reason_makes_an_arrest_necessary(reason):
    shown = arrest_shown(weighed(necessity=(Necessity(reason),), alternatives=COURSES), FAILED, LAW, on=ON)
    assert all(each.met for each in shown)
    assert any(each.says == f"necessary {reason}" for each in shown)


def test_the_list_of_reasons_is_closed():
    assert len(Necessity) == len("abcdef")


@pytest.mark.parametrize("missing", [course for course, _ in COURSES])
def test_a_course_considered_in_blank_words_is_not_considered(missing):
    told = tuple((course, " " if course == missing else words) for course, words in COURSES)
    shown = arrest_shown(weighed(necessity=(Necessity.PROTECT,), alternatives=told), FAILED, LAW, on=ON)
    assert [each.says for each in shown if not each.met] == [f"{missing}: not yet considered"]


def test_the_options_say_open_when_all_is_there():
    home = Address("A1", AddressKind.HOME, "1 High Street", "", date(2025, 1, 6), None)
    asked = {"failures": FAILED, "addresses": (home,), "away": None, "on": ON}
    before = enforcement(Contact(), LAW, **asked)  # type: ignore[arg-type]
    assert "why an arrest is necessary is not recorded" in before[0]
    full = weighed(
        necessity=(Necessity.INVESTIGATE,), alternatives=COURSES, premises="A1", need="Inside.",
        applicant="O4", applicant_rank=Rank.SUPERINTENDENT,
    )  # fmt: skip
    after = enforcement(Contact(), LAW, weighed=full, **asked)  # type: ignore[arg-type]
    assert after[0] == f"arrest: {OPEN}"
    assert after[1].startswith("warrant: lacks: 0 of 2 occasions"), "only what no words can make"


@given(st.sets(st.sampled_from(Prompt)), st.sampled_from(Prompt), st.sampled_from(Choice))
def test_one_answer_more_never_leaves_more_unanswered(answered, more, choice):
    before = weighed(answers=tuple((prompt.value, "x") for prompt in answered))
    after = weighed(answers=tuple((prompt.value, "x") for prompt in answered | {more}))
    assert set(unanswered(choice, after)) <= set(unanswered(choice, before))
    assert len(weighed_enough(choice, after)) == len(needed(choice))
