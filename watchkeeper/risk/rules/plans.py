"""The risk management plan: that there is one, and that it may be approved."""

from dataclasses import replace
from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import every, months, names
from watchkeeper.risk.facts import Duty, Level, Outlook, Plan
from watchkeeper.risk.rules.level import months_for


def plan_due(outlook: Outlook, law: Shelf) -> Due | None:
    """A finding when the person has no risk management plan; None when there is one."""
    if outlook.plan is not None:
        return None
    row = law["plan_pillars"]
    because = (Given("risk management plan", "not recorded", row.cite),)
    return Due(Duty.PLAN, Standing.MISSING, None, row.cite, because, confirmed=row.confirmed)


def may_approve_plan(plan: Plan, law: Shelf, *, on: date, level: Level | None) -> Decision:
    """Whether a supervisor may approve `plan` for a person at `level`, with everything it lacks.

    Every pillar is filled in, every action has an owner, and a departure from the force's
    interval between visits gives its reason: since June 2017 "officers will now determine the
    frequency of home visits as part of a holistic plan". A shorter interval is a departure
    too. Reactive management always needs a reason and the day it begins. Without a level the
    force's interval is the strictest there is. Whether the plan is a good one is for the
    supervisor.
    """
    pillars = law["plan_pillars"]
    filled = {pillar.casefold() for pillar in plan.pillars}
    empty = [pillar for pillar in pillars.words(on) if pillar.casefold() not in filled]
    unowned = plan.actions_without_owner
    reasons = [
        Reason(
            not empty,
            "every pillar is filled in" if not empty else f"nothing under {names(empty)}",
            pillars.cite,
        ),
        Reason(
            unowned == 0,
            "every action has an owner" if unowned == 0 else f"actions nobody owns: {unowned}",
            pillars.cite,
        ),
        _interval(plan, level, law, on),
    ]
    if plan.reactive:
        row = law["reactive_low_months"]
        reasons += [
            _explained(plan, "reactive management", row.cite),
            Reason(
                plan.reactive_since is not None,
                "the day reactive management begins is recorded"
                if plan.reactive_since is not None
                else "the day reactive management begins is not recorded",
                row.cite,
            ),
        ]
    return Decision(tuple(reasons))


def as_reactive(plan: Plan | None, reason: str, by: str, *, on: date) -> Plan:
    """The plan as it would be with home visits stopped from `on`, approved by an officer of the force.

    Whether it may be is asked of `may_approve_plan` and of the entry test.
    """
    return replace(
        plan or Plan("", on),
        ref="",
        made_on=on,
        reactive=True,
        reactive_since=on,
        deviation_reason=reason,
        approved_on=on,
        approved_by=by,
    )


def with_interval(plan: Plan | None, months: int | None, reason: str, by: str, *, on: date) -> Plan:
    """The plan as it would be with visits at an interval of its own; None: that of force policy."""
    return replace(
        plan or Plan("", on),
        ref="",
        made_on=on,
        visit_every_months=months,
        reactive=False,
        reactive_since=None,
        deviation_reason=reason,
        approved_on=on,
        approved_by=by,
    )


def _interval(plan: Plan, level: Level | None, law: Shelf, on: date) -> Reason:
    row = law["visit_interval_months"]
    force, asked = months_for("visit_interval_months", level, law, on=on), plan.visit_every_months
    if asked is None or asked == force:
        return Reason(True, f"visits {every(force)}, as force policy has it", row.cite)
    if asked < 1:
        return Reason(False, f"visits every {months(asked)} is not an interval", row.cite)
    return _explained(plan, f"visits {every(asked)} where force policy says {every(force)}", row.cite)


def _explained(plan: Plan, what: str, cite: str) -> Reason:
    given = bool(plan.deviation_reason.strip())
    return Reason(given, f"{what}: {'a reason is given' if given else 'no reason is given'}", cite)
