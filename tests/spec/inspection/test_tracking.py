"""Clocks of findings and recommendations, and what closes one: a measure that moved and stayed."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.inspection.measures.catalogue import BY_NAME
from watchkeeper.inspection.rules.tracking import (
    finding_due,
    may_close,
    may_recommend,
    met,
    recommendation_due,
)
from watchkeeper.inspection.tracked import (
    Closure,
    ClosureStep,
    Evidence,
    Finding,
    FindingAnswer,
    Gravity,
    Recommendation,
)
from watchkeeper.law import calendar, shelf

LAW, ENGLAND = shelf.load(), calendar.england_and_wales()
ON = date(2026, 3, 20)  # a Friday
SHARE, SIGNAL = BY_NAME["visits_late"], BY_NAME["visits_made"]
MADE = date(2026, 3, 20)
DAYS = [date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 10)]


def finding(gravity):
    return Finding("F1", "S1", "ask_visit_decided", Gravity(gravity), "too late", ("P1",), "NW1", ON, "HQ1")


def recommended(stood=0.3, target=0.05, months=3, measure="visits_late"):
    return Recommendation("R1", "F1", "visit", measure, "NW", target, months, stood, "NW1", MADE, "HQ1")


EVIDENCE = [Evidence("E1", "R1", "DOC-7", "rota", MADE, "NW1")]


@table("""
    case                        | gravity | by
    ----------------------------|---------|-----------
    urgent: the next working day | urgent | 2026-03-23
    serious: five               | serious | 2026-03-27
    routine: twenty, Easter out | routine | 2026-04-21
    """)
def test_by_when_a_finding_is_answered(gravity, by):
    due = finding_due(finding(gravity), [], LAW, ENGLAND, on=ON)
    assert (str(due.by), due.owner, due.confirmed) == (by, "NW1", False)


@table("""
    case                                              | said                             | owed
    --------------------------------------------------|----------------------------------|-------------------------------------
    raised: its owner answers                         |                                  | answer to a finding 2026-03-27 NW1
    accepted by its owner: another says what of it    | NW1 yes                          | decision on an answer 2026-04-07
    disputed by its owner: the same                   | NW1 no                           | decision on an answer 2026-04-07
    its owner says it twice: that settles nothing     | NW1 yes, NW1 yes                 | decision on an answer 2026-04-07
    another agrees: nothing more                      | NW1 no, HQ1 yes                  |
    another sends it back: its owner answers again    | NW1 no, HQ1 no                   | answer to a finding 2026-03-27 NW1
    answered again: another says what of that         | NW1 no, HQ1 no, NW1 yes          | decision on an answer 2026-04-07
    and agrees                                        | NW1 no, HQ1 no, NW1 yes, HQ2 yes |
    what another said before any answer is none of one | HQ1 yes                         | answer to a finding 2026-03-27 NW1
    """)
def test_a_finding_is_settled_by_another_than_its_owner(said, owed):
    spoken = [each.split() for each in said.split(", ") if each]
    answers = [
        FindingAnswer(f"A{at}", "F1", yes == "yes", "x", ON, by) for at, (by, yes) in enumerate(spoken)
    ]
    due = finding_due(finding("serious"), answers, LAW, ENGLAND, on=ON)
    assert (f"{due.duty} {due.by} {due.owner}".strip() if due else "") == owed


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_what_was_said_counts_from_its_day(days):
    answers = [
        FindingAnswer("A1", "F1", True, "x", ON, "NW1"),
        FindingAnswer("A2", "F1", True, "x", ON, "HQ1"),
    ]
    due = finding_due(finding("serious"), answers, LAW, ENGLAND, on=ON + timedelta(days=days))
    assert (due is None) is (days >= 0)


@given(said=st.lists(st.booleans(), max_size=6))
def test_nothing_its_owner_says_settles_a_finding(said):
    answers = [FindingAnswer(f"A{at}", "F1", yes, "x", ON, "NW1") for at, yes in enumerate(said)]
    assert finding_due(finding("urgent"), answers, LAW, ENGLAND, on=ON) is not None


@table("""
    case                                | steps                        | owed
    ------------------------------------|------------------------------|------------------------------------
    recommended: its owner has 6 months |                              | action on a recommendation 2026-09-20
    proposed: another has ten days      | proposed                     | decision on a closure 2026-04-07
    refused: the owner's clock goes on  | proposed refused             | action on a recommendation 2026-09-20
    proposed again                      | proposed refused proposed    | decision on a closure 2026-04-07
    confirmed: nothing more             | proposed confirmed           |
    """)
def test_what_is_owed_on_a_recommendation(steps, owed):
    taken = [Closure(f"C{at}", "R1", ClosureStep(each), "", ON, "X") for at, each in enumerate(steps.split())]
    due = recommendation_due(recommended(), taken, LAW, ENGLAND, on=ON)
    assert (f"{due.duty} {due.by}" if due else "") == owed


@table("""
    case                                            | values                   | evidence | stood | unmet
    ------------------------------------------------|--------------------------|----------|-------|------
    at the target on the day and three month-ends   | 0.3, 0.05, 0.05, 0.05, 0.05 | yes   | 0.3   |
    slipped on the day                              | 0.3, 0.05, 0.05, 0.05, 0.06 | yes   | 0.3   | at most
    slipped at the first of the three               | 0.3, 0.06, 0.05, 0.05, 0.05 | yes   | 0.3   | at most
    a month with nothing to look at                 | 0.3, 0.05, none, 0.05, 0.05 | yes   | 0.3   | at most
    no evidence                                     | 0.3, 0.05, 0.05, 0.05, 0.05 | no    | 0.3   | evidence
    it never moved: it stood there already          | 0.05, 0.05, 0.05, 0.05, 0.05 | yes  | 0.05  | stood
    everything at once                              | 0.3, 0.3, 0.3, 0.3, 0.3  | no       | 0.05  | stood at most evidence
    """)
def test_what_closes_a_recommendation(values, evidence, stood, unmet):
    told = [None if each == "none" else float(each) for each in values.split(", ")]
    attached = EVIDENCE if evidence == "yes" else []
    decision = may_close(
        recommended(float(stood)), SHARE, [*zip(DAYS, told, strict=True)], attached, on=DAYS[-1]
    )
    said = " ".join(reason.says for reason in decision.unmet)
    assert decision.allowed is (unmet == "")
    assert all(word in said for word in unmet.split())


@table("""
    case                                  | since            | allowed
    --------------------------------------|------------------|--------
    two and the day: too soon             | 2                | no
    three and the day                     | 3                | yes
    four and the day                      | 4                | yes
    """)
def test_months_before_it_was_made_do_not_count(since, allowed):
    days = [date(2026, 1, 31), date(2026, 2, 28), *DAYS[4 - int(since) :]]
    made = [(day, 0.01) for day in days]
    assert may_close(recommended(), SHARE, made, EVIDENCE, on=days[-1]).allowed is (allowed == "yes")


@table("""
    case                                  | measure     | target | months | stood | allowed
    --------------------------------------|-------------|--------|--------|-------|--------
    a share that is too great             | visits_late | 0.05   | 3      | 0.06  | yes
    a share that is at the target already | visits_late | 0.05   | 3      | 0.05  | no
    fewer months than policy asks         | visits_late | 0.05   | 2      | 0.06  | no
    a target no share can have            | visits_late | 5      | 3      | 6     | no
    a signal that is too low              | visits_made | 100    | 3      | 99    | yes
    a signal that is there already        | visits_made | 100    | 3      | 100   | no
    """)
def test_what_may_be_recommended(measure, target, months, stood, allowed):
    decision = may_recommend(BY_NAME[measure], float(target), int(months), float(stood), LAW, on=ON)
    assert decision.allowed is (allowed == "yes")


def test_each_reason_says_what_must_be_so_and_then_what_was_found():
    """A page puts "it must be that" before it."""
    asked = may_recommend(SHARE, 0.2, 1, 0.161, LAW, on=ON)
    assert [each.says for each in asked.unmet] == [
        "the measure does not meet the target of at most 20.0% yet (it stands at 16.1%)",
        "it holds for 3 month-ends or more (1 asked for)",
    ]
    closed = may_close(recommended(0.05), SHARE, [], [], on=DAYS[-1])
    assert [each.says for each in closed.unmet] == [
        "the measure did not meet the target yet when it was recommended (it stood at 5.0%)",
        "it is at most 5.0% on the day and for 3 month-ends before it, since it was recommended "
        "(nothing is measured since)",
        "evidence is attached (0 pieces are)",
    ]


@settings(max_examples=50)
@given(
    st.lists(st.one_of(st.none(), st.floats(0, 1)), min_size=5, max_size=5), st.floats(0, 1), st.booleans()
)
def test_nothing_closes_that_the_measure_does_not_show_at_every_one_of_its_days(values, target, signal):
    measure = SIGNAL if signal else SHARE
    made = recommended(None, target, 3, measure.name)
    decision = may_close(made, measure, [*zip(DAYS, values, strict=True)], EVIDENCE, on=DAYS[-1])
    assert decision.allowed is all(met(measure, value, target) for value in values[1:])
