"""Whose visit law or a decision fixes tonight, and why: the duties that bind, gathered for one person.

Which duties bind, and from when, is `visits.rules.required`, force policy. Rules 56, 57 and 63.
"""

from datetime import date, timedelta

from watchkeeper.escalation.facts import Choice, Decided
from watchkeeper.escalation.rules.decisions import expires
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.facts import Subject
from watchkeeper.registers.rules.orders import condition_due
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import Contact
from watchkeeper.visits.rules.required import Directed, Required, required


def binding(
    visit: Due,
    subject: Subject,
    contact: Contact,
    level: Level | None,
    decisions: tuple[Decided, ...],
    law: Shelf,
    *,
    on: date,
) -> Required | None:
    """What says that a visit to the person must be in tonight's rounds; None when nothing does. By policy.

    The soonest of the duties that bind names it.
    """
    orders = {order.ref: order for order in subject.orders if order.in_force(on)}
    tests = (
        condition_due(each, orders[each.order_ref], subject, law, on=on)
        for each in subject.conditions
        if each.order_ref in orders
    )
    found = required(
        (visit, *tests),
        directed(decisions, contact, level, law, on=on),
        law,
        on=on,
        last_attempt_on=contact.last_attempt_on,
    )
    return next((each for each in found if each.tonight), None)


def directed(
    decisions: tuple[Decided, ...], contact: Contact, level: Level | None, law: Shelf, *, on: date
) -> tuple[Directed, ...]:
    """Decisions on another attempt that hold, are not done, and nobody has knocked for since, by policy."""
    within = law["decision_carried_out_within"]
    knocked = contact.last_attempt_on
    return tuple(
        Directed(each.ref, each.decided_on + timedelta(days=within.of(each.choice, on)), within.cite)
        for each in decisions
        if each.choice is Choice.ANOTHER_ATTEMPT
        and each.decided_on <= on < expires(each, level, law, on=on)
        and (each.done_on is None or each.done_on > on)
        and (knocked is None or knocked <= each.decided_on)
    )
