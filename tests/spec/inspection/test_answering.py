"""Who may answer which case, what they may read of it, and when results may be read."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.inspection.rules.answering import (
    awaited,
    blind_to,
    complete,
    may_answer,
    pairs,
    readable,
    told_of,
    turn_of,
)
from watchkeeper.inspection.sampled import (
    SUBJECTS,
    Answer,
    CaseAnswers,
    Drawing,
    Sample,
    SampleCase,
    SampleTheme,
    Stratum,
    StratumSize,
    Turn,
)
from watchkeeper.inspection.tracked import Finding, Gravity, Recommendation

NW = Stratum("NW", "high")
SAMPLE = Sample(
    "S1",
    SampleTheme.VISITS,
    date(2026, 3, 20),
    "",
    "seed",
    2,
    Drawing("", (StratumSize(NW, 9, 2),), (SampleCase("P1", NW, True), SampleCase("P2", NW, False))),
    "HQ1",
)
QUESTIONS = SUBJECTS[SampleTheme.VISITS].questions
ALL_YES = dict.fromkeys(QUESTIONS, Answer.YES)


def looks(text):
    """`P1 first A, P2 first B` are two looks, by A and by B."""
    return [
        CaseAnswers("S1", case, Turn(turn), ALL_YES, "", by)
        for case, turn, by in (each.split() for each in text.split(", ") if each)
    ]


def put_to(owner):
    """Of a finding of P1: its owner, and C, whom what was recommended on it was put to."""
    if not owner:
        return {}
    found = Finding("F1", "S1", QUESTIONS[0], Gravity.URGENT, "x", ("P1",), owner, SAMPLE.on, "A")
    made = Recommendation("R1", "F1", "x", "no_level", "NW", 0.1, 3, None, "C", SAMPLE.on, "A")
    return told_of([found], [made, replace(made, finding="F2", owner="D")])


@table("""
    case                                          | given                    | told    | look        | unmet
    ----------------------------------------------|--------------------------|---------|-------------|---------
    the first look at a case                      |                          |         | P1 first A  |
    the second, before the first is in            |                          |         | P1 second A |
    the second by another                         | P1 first A               |         | P1 second B |
    the second by whoever took the first          | P1 first A               |         | P1 second A | another
    the first by whoever took the second          | P1 second A              |         | P1 first A  | another
    the same look again, by another               | P1 first A               |         | P1 first B  | stands
    the same look again, by the same              | P1 first A               |         | P1 first A  | stands another
    a second look the lot did not give            | P2 first A               |         | P2 second B | lot
    a case that was not drawn                     |                          |         | P3 first A  | drawn
    another case of which one took the first look | P1 first A               |         | P2 first A  |
    the second by whom a finding was put to       | P1 first A               | B       | P1 second B | finding
    the first by whom a finding was put to        |                          | B       | P1 first B  | finding
    the second by whom its recommendation was     | P1 first A               | C       | P1 second C | finding
    another case than that of the finding         | P1 first A               | B       | P2 first B  |
    the second by another than its owner          | P1 first A               | B       | P1 second D |
    """)
def test_who_may_answer(given, told, look, unmet):
    (asked,) = looks(look)
    decision = may_answer(SAMPLE, asked.case, asked.turn, ALL_YES, looks(given), put_to(told), asked.by)
    said = " ".join(reason.says for reason in decision.unmet)
    assert len(decision.unmet) == len(unmet.split())
    assert all(word in said for word in unmet.split())


def test_every_question_is_answered_and_no_other():
    for answers in (dict([*ALL_YES.items()][1:]), {**ALL_YES, "ask_crime_plan": Answer.NO}):
        unmet = may_answer(SAMPLE, "P1", Turn.FIRST, answers, [], {}, "A").unmet
        assert ["each question is answered" in each.says for each in unmet] == [True]


@table("""
    case                                        | given                                | a       | b       | of_p1
    --------------------------------------------|--------------------------------------|---------|---------|--------------
    nothing is in                               |                                      | 0       | 0       | first second
    the first of two: only who gave it reads it | P1 first A                           | 1       | 0       | second
    the second alone                            | P1 second B                          | 0       | 1       | first
    both are in                                 | P1 first A, P1 second B              | 2       | 2       |
    a case of one look is open at once          | P2 first A                           | 1       | 1       | first second
    """)
def test_nobody_reads_the_other_before_both_are_in(given, a, b, of_p1):
    there = looks(given)
    assert [len(readable(SAMPLE, there, by)) for by in ("A", "B")] == [int(a), int(b)]
    assert " ".join(awaited(SAMPLE, there, "P1")) == of_p1


@table("""
    case                                             | given                   | told | by | turn   | blind
    -------------------------------------------------|-------------------------|------|----|--------|------
    nothing is in: the first look                    |                         |      | B  | first  | yes
    the first is in: the second look                 | P1 first A              |      | B  | second | yes
    whoever took it takes no other, and knows        | P1 first A              |      | A  | none   | no
    the second came before the first                 | P1 second A             |      | B  | first  | yes
    both are in                                      | P1 first A, P1 second B |      | C  | none   | no
    its finding was put to them: they read it        | P1 first A              | B    | B  | none   | no
    it was put to another                            | P1 first A              | B    | D  | second | yes
    """)
def test_which_look_is_theirs_and_what_would_tell_them_the_other(given, told, by, turn, blind):
    there, owners = looks(given), put_to(told)
    assert str(turn_of(SAMPLE, there, owners, "P1", by) or "none") == turn
    assert blind_to(SAMPLE, there, owners, ["P2", "P1"], by) is (blind == "yes")
    assert not blind_to(SAMPLE, there, owners, ["P2"], by)  # looked at once: nobody is to be kept from it


def test_results_wait_for_every_look():
    three = looks("P1 first A, P1 second B, P2 first A")
    assert complete(SAMPLE, three)
    assert not any(complete(SAMPLE, three[:at] + three[at + 1 :]) for at in range(3))
    assert pairs(three, QUESTIONS[0]) == (("yes", "yes"),)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(["P1", "P2"]), st.sampled_from(Turn), st.sampled_from("ABC"))))
def test_what_is_allowed_never_shows_one_officer_both_sides_of_an_open_case(tried):
    there: list[CaseAnswers] = []
    for case, turn, by in tried:
        if may_answer(SAMPLE, case, turn, ALL_YES, there, {}, by).allowed:
            assert all(each.by == by or each.case != case for each in readable(SAMPLE, there, by))
            there.append(CaseAnswers("S1", case, turn, ALL_YES, "", by))
    assert len({(each.case, each.turn) for each in there}) == len(there)
    assert len({(each.case, each.by) for each in there}) == len(there)
