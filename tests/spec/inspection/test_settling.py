"""Where two who looked apart differ: a third settles it, and a sample is finished when nothing is left."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.inspection.test_answering import ALL_YES, QUESTIONS, SAMPLE
from tests.spec.inspection.test_answering import looks as taken
from tests.table import table
from watchkeeper.inspection.rules.settling import counted, differing, may_settle, unsettled
from watchkeeper.inspection.rules.settling import state as come
from watchkeeper.inspection.sampled import Answer, CaseAnswers, Settled, Turn

PLAN, OTHER = QUESTIONS[0], QUESTIONS[1]
BOTH = taken("P1 first A, P1 second B")


def apart(*questions):
    """Both looks at P1, the second saying no to some questions."""
    return [BOTH[0], replace(BOTH[1], answers={**ALL_YES, **dict.fromkeys(questions, Answer.NO)})]


def settled(*questions):
    return [Settled("S1", "P1", each, Answer.NO, "the log", "C") for each in questions]


@table("""
    case                                        | given  | settled | case_ref | answers | because | by | unmet
    --------------------------------------------|--------|---------|----------|---------|---------|----|-----------
    a third settles the one difference          | plan   |         | P1       | plan    | the log | C  |
    whoever took the first look does not        | plan   |         | P1       | plan    | the log | A  | neither
    nor whoever took the second                 | plan   |         | P1       | plan    | the log | B  | neither
    of two differences both are answered        | plan,other |     | P1       | plan    | the log | C  | 1 of 2
    both at once                                | plan,other |     | P1       | plan,other | the log | C |
    a question on which they agree is not open  | plan   |         | P1       | plan,other | the log | C | 2 of 1
    what is settled is not settled again        | plan   | plan    | P1       | plan    | the log | C  | differ
    where they agree there is nothing to settle |        |         | P1       | plan    | the log | C  | differ
    a case of one look has nothing to settle    | plan   |         | P2       | plan    | the log | C  | look differ
    a case that was not drawn                   | plan   |         | P3       | plan    | the log | C  | drawn differ
    without a reason                            | plan   |         | P1       | plan    |         | C  | reason
    whom a finding of the case was put to       | plan   |         | P1       | plan    | the log | D  | put
    """)
def test_who_settles_a_difference(given, settled, case_ref, answers, because, by, unmet):
    named = {"plan": PLAN, "other": OTHER}
    there = apart(*(named[each] for each in given.split(",") if each))
    done = [Settled("S1", "P1", named[each], Answer.NO, "x", "C") for each in settled.split(",") if each]
    said = {named[each]: Answer.NO for each in answers.split(",")}
    decision = may_settle(SAMPLE, case_ref, said, because, there, done, by, {"P1": {"D"}, "P2": {"C"}})
    told = " ".join(each.says for each in decision.unmet)
    assert decision.allowed is (unmet == "")
    assert all(word in told for word in unmet.split())


@table("""
    case                                    | looks                               | apart | settled | state
    ----------------------------------------|-------------------------------------|-------|---------|------------
    nobody has answered                     |                                     | no    | no      | drawn, nobody has answered
    one look is in                          | P2 first A                          | no    | no      | being answered
    all but the second look                 | P1 first A, P2 first A              | no    | no      | being answered
    every look is in, and all agree         | P1 first A, P1 second B, P2 first A | no    | no      | finished
    every look is in, and two differ        | P1 first A, P1 second B, P2 first A | yes   | no      | answered, with differences to settle
    and a third settled it                  | P1 first A, P1 second B, P2 first A | yes   | yes     | finished
    """)
def test_how_far_a_sample_has_come(looks, apart, settled, state):
    there = taken(looks)
    if apart == "yes":
        there[1] = replace(there[1], answers={**ALL_YES, PLAN: Answer.NO})
    done = [Settled("S1", "P1", PLAN, Answer.NO, "x", "C")] if settled == "yes" else []
    assert str(come(SAMPLE, there, done)) == state


def test_what_is_settled_goes_into_the_estimate_in_place_of_the_first_look():
    there = apart(PLAN)
    assert counted(there, [])["P1"][PLAN] is Answer.YES
    assert counted(there, settled(PLAN))["P1"] == {**ALL_YES, PLAN: Answer.NO}
    assert dict(there[0].answers) == ALL_YES


@settings(max_examples=40)
@given(st.lists(st.sampled_from(Answer), min_size=5, max_size=5), st.sets(st.sampled_from(QUESTIONS)))
def test_a_difference_is_open_until_it_is_settled_and_never_where_they_agree(said, done):
    first = CaseAnswers("S1", "P1", Turn.FIRST, ALL_YES, "", "A")
    second = CaseAnswers("S1", "P1", Turn.SECOND, dict(zip(QUESTIONS, said, strict=True)), "", "B")
    found = {each.question for each in differing(SAMPLE, [first, second])}
    assert found == {name for name, answer in second.answers.items() if answer is not Answer.YES}
    left = {each.question for each in unsettled(SAMPLE, [first, second], settled(*done))}
    assert left == found - done
