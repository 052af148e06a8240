"""The risk management plan: that there is one, and what a supervisor may approve."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.due import Standing
from watchkeeper.risk.facts import Duty, Level, Outlook, Plan
from watchkeeper.risk.rules.plans import may_approve_plan, plan_due

LAW = shelf.load()
ON = date(2026, 3, 20)
PILLARS = ("Supervision", "Monitoring and control", "Interventions and treatment", "Victim safety")


def test_no_plan_is_a_finding_and_a_plan_is_none():
    got = plan_due(Outlook(), LAW)
    assert got is not None
    assert (got.duty, got.standing) == (Duty.PLAN, Standing.MISSING)
    assert plan_due(Outlook(plan=Plan("P1", ON)), LAW) is None


@table("""
    case                                   | pillars | unowned | level | months | reason  | unmet
    ---------------------------------------|---------|---------|-------|--------|---------|------------------
    whole                                  | 4       | 0       | high  |        |         |
    two pillars are empty                  | 2       | 0       | high  |        |         | and victim safety
    an action nobody owns                  | 4       | 1       | high  |        |         | nobody owns: 1
    the force's interval needs no reason   | 4       | 0       | high  | 3      |         |
    a longer one does                      | 4       | 0       | high  | 4      |         | every 4 months for every 3
    so does a shorter one                  | 4       | 0       | high  | 2      |         | every 2 months for every 3
    a reason answers for it                | 4       | 0       | high  | 4      | in work |
    spaces are no reason                   | 4       | 0       | high  | 4      | ...     | every 4 months for every 3
    no level: the strictest is the force's | 4       | 0       |       | 3      |         | every 3 months for every month
    no months at all is not an interval    | 4       | 0       | low   | 0      | in work | not an interval
    """)
def test_rule_73(pillars, unowned, level, months, reason, unmet):
    plan = Plan(
        "P1",
        ON,
        visit_every_months=int(months) if months else None,
        deviation_reason="   " if reason == "..." else reason,
        pillars=PILLARS[: int(pillars)],
        actions_without_owner=int(unowned),
    )
    got = may_approve_plan(plan, LAW, on=ON, level=Level(level) if level else None)
    assert len(got.unmet) == bool(unmet)
    assert all(unmet in why.says.replace(" where force policy says ", " for ") for why in got.unmet)
    assert got.allowed is (unmet == "")


@table("""
    case                                  | reason  | begins | unmet
    --------------------------------------|---------|--------|------
    with its reason and its beginning     | settled | yes    | 0
    without a reason                      |         | yes    | 1
    without a beginning                   | settled | no     | 1
    without either                        |         | no     | 2
    """)
def test_a_reactive_plan_says_why_and_from_when(reason, begins, unmet):
    plan = Plan(
        "P1",
        ON,
        pillars=PILLARS,
        deviation_reason=reason,
        reactive=True,
        reactive_since=ON if begins == "yes" else None,
    )
    assert len(may_approve_plan(plan, LAW, on=ON, level=Level.LOW).unmet) == int(unmet)


@settings(max_examples=100, deadline=None)
@given(
    filled=st.sets(st.sampled_from(PILLARS)),
    unowned=st.integers(0, 3),
    months=st.none() | st.integers(0, 24),
    level=st.none() | st.sampled_from(Level),
    reason=st.sampled_from(["", "in work"]),
)
def test_filling_a_plan_in_never_makes_it_less_approvable(filled, unowned, months, level, reason):
    less = Plan("P", ON, months, reason, pillars=tuple(filled), actions_without_owner=unowned)
    more = Plan("P", ON, months, "in work", pillars=PILLARS, actions_without_owner=0)
    before, after = (may_approve_plan(plan, LAW, on=ON, level=level) for plan in (less, more))
    assert len(after.unmet) <= len(before.unmet)
    assert before.allowed is (not before.unmet)
    assert before.reasons
