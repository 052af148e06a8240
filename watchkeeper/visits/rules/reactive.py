"""Reactive management: home visits stop for the lowest risk, and start again by themselves."""

from datetime import date

from watchkeeper.law.clocks import months_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.law.wording import months as spoken
from watchkeeper.risk.facts import Level, Outlook, Plan
from watchkeeper.risk.rules.outlook import reviewed_by


def may_be_reactive(outlook: Outlook, law: Shelf, *, on: date) -> Decision:
    """Whether home visits may stop for this person from `on`, with everything that is missing.

    "Assessed as low risk for at least three years": low without a break, so that the
    corresponding date has come; no intelligence of any kind in the same months, up to and
    including `on`; none unread, however old; and a plan that a supervisor has approved with a
    reason. A supervisor decides; this says what can be shown.

    Examples
    --------
    Low since 2 March 2023: on 1 March 2026 a day is wanting, on 2 March 2026 it is enough.

    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.risk.facts import SetLevel
    >>> low = Outlook(level=SetLevel("L1", Level.LOW, date(2023, 3, 2), "O1"),
    ...               level_low_since=date(2023, 3, 2),
    ...               plan=Plan("P1", date(2026, 2, 1), deviation_reason="settled", reactive=True,
    ...                         approved_on=date(2026, 2, 1), approved_by="O2"))
    >>> may_be_reactive(low, shelf.load(), on=date(2026, 3, 1)).allowed
    False
    >>> may_be_reactive(low, shelf.load(), on=date(2026, 3, 2)).allowed
    True
    """
    row = law["reactive_low_months"]
    months = row.whole(on)
    last = outlook.last_intelligence_on
    unread = sum(not reviewed_by(item, on=on) for item in outlook.intelligence)
    return Decision(
        (
            _low(outlook, row),
            _low_for(outlook, row, months, on),
            Reason(
                last is None or last <= months_after(-months, on),
                "no intelligence recorded" if last is None else f"last intelligence on {day(last)}",
                row.cite,
            ),
            Reason(unread == 0, f"items of intelligence nobody has reviewed: {unread}", row.cite),
            *_approved(outlook.plan, row, on),
        )
    )


def reactive_holds(
    outlook: Outlook,
    law: Shelf,
    *,
    on: date,
    last_change_on: date | None = None,
    child_since: date | None = None,
) -> Decision:
    """Whether the person is on reactive management today, so that no home visit is owed.

    It ends by itself; nobody need remember to end it. "Any intelligence or changes to their
    circumstances should lead to a review": intelligence received, a change notified
    (`last_change_on`) or a child come into the household (`child_since`) on or after the day
    it began ends it, on that day. So does any level but low, and a run of low that was too
    short when it began. A supervisor who wants it to continue makes a new plan with a new
    beginning. What happened before it began was known when it was approved.
    """
    row = law["reactive_low_months"]
    plan = outlook.plan
    since = plan.reactive_since if plan is not None else None
    begun = since is not None and since <= on
    return Decision(
        (
            Reason(
                plan is not None and plan.reactive,
                "the plan is reactive" if plan is not None and plan.reactive else "no reactive plan",
                row.cite,
            ),
            Reason(
                begun,
                "the day it began is not recorded" if since is None else f"reactive from {day(since)}",
                row.cite,
            ),
            _low(outlook, row),
            _low_for(outlook, row, row.whole(on), since or on),
            *_approved(plan, row, on),
            _quiet("intelligence received", outlook.last_intelligence_on, since, on, row),
            _quiet("change notified", last_change_on, since, on, row),
            _quiet("child in the household", child_since, since, on, row),
        )
    )


def _low(outlook: Outlook, row: Parameter) -> Reason:
    level = outlook.level.level if outlook.level is not None else None
    return Reason(level is Level.LOW, f"level {level}" if level else "no level recorded", row.cite)


def _low_for(outlook: Outlook, row: Parameter, months: int, by: date) -> Reason:
    since = outlook.level_low_since
    if since is None:
        return Reason(False, f"not low without a break for {spoken(months)}", row.cite)
    long_enough = months_after(months, since) <= by
    return Reason(long_enough, f"low since {day(since)}, of {spoken(months)} asked for", row.cite)


def _approved(plan: Plan | None, row: Parameter, on: date) -> tuple[Reason, Reason]:
    approved = (
        plan is not None
        and plan.approved_on is not None
        and plan.approved_on <= on
        and plan.approved_by != ""
    )
    reasoned = plan is not None and plan.deviation_reason.strip() != ""
    return (
        Reason(approved, "plan approved" if approved else "no plan a supervisor has approved", row.cite),
        Reason(reasoned, "a reason is given" if reasoned else "no reason is given", row.cite),
    )


def _quiet(what: str, happened: date | None, since: date | None, on: date, row: Parameter) -> Reason:
    if happened is None or happened > on:
        return Reason(True, f"no {what}", row.cite)
    return Reason(since is not None and happened < since, f"{what} on {day(happened)}", row.cite)
