"""Orders while they run: lapse, renewal, tests of conditions, passports. SOA 2003, ss.103A to 103F."""

from collections.abc import Iterator
from datetime import date, timedelta

from watchkeeper.law.clocks import last_of_months, months_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.law.wording import months as spoken
from watchkeeper.registers.facts import Condition, Duty, Order, OrderKind, Subject
from watchkeeper.registers.rules.reach import holding, whole

DAY = timedelta(days=1)
S103D = "Sexual Offences Act 2003, s.103D"
LEAST = {
    OrderKind.SHPO: "harm_order_least_months",
    OrderKind.SOPO: "harm_order_least_months",
    OrderKind.SRO: "risk_order_least_months",
}


def orders(subject: Subject, law: Shelf, *, on: date) -> Iterator[Due]:
    """Everything owed because an order runs or has run, whether or not the period still does."""
    running = {}
    for order in subject.orders:
        if order.made_on > on:
            continue
        if order.in_force(on):
            running[order.ref] = order
            yield from _running(order, law, on)
        if (due := passports_due(order, subject, on=on)) is not None:
            yield due
    for condition in subject.conditions:
        if condition.order_ref in running:
            yield condition_due(condition, running[condition.order_ref], subject, law, on=on)


def _running(order: Order, law: Shelf, on: date) -> Iterator[Due]:
    if order.until is not None:
        yield expiry_due(order, law, on=on)
    forbids_travel = order.travel_until is not None or order.travel_total_ban
    if forbids_travel and (due := renewal_due(order, law, on=on)) is not None:
        yield due
    if (due := term_due(order, law)) is not None:
        yield due


def expiry_due(order: Order, law: Shelf, *, on: date) -> Due:
    """The next day on which somebody looks at an order that will lapse.

    Six, three and one month before the first day it no longer holds, and at last its last day:
    our proposal. The day moves on as each passes; an order cannot lapse unseen.
    """
    ends = order.until
    if ends is None:
        raise ValueError(f"order {order.ref} runs until further order")
    row = law["order_expiry_diary_months"]
    marks = sorted(months_after(-row.of(key, on), ends) for key in ("first", "second", "last"))
    by = next((mark for mark in marks if mark >= on), ends - DAY)
    because = (
        Given(f"{order.kind} made", day(order.made_on), row.cite),
        Given("last day in force", day(ends - DAY), row.cite),
        Given("looked at on", ", ".join(day(mark) for mark in marks), row.cite),
    )
    return Due(Duty.ORDER_EXPIRY, Standing.OWED, by, row.cite, because, order.ref, row.confirmed)


def renewal_due(order: Order, law: Shelf, *, on: date) -> Due | None:
    """The day to put the renewal of a travel prohibition in hand; None once it is over.

    s.103D(1) and (3): "a fixed period of not more than 5 years", which may be extended by as
    much again. Three months before the end is our proposal; after that, the last day. A
    total ban without a recorded end lacks what the law demands.
    """
    ends = order.travel_until
    if ends is None:
        lost = (Given("end of the travel prohibition", "missing", S103D + "(1)"),)
        return Due(Duty.TRAVEL_RENEWAL, Standing.MISSING, None, S103D + "(1)", lost, order.ref)
    if ends <= on:
        return None
    row = law["travel_renewal_diary_months"]
    mark = months_after(-whole(row, on), ends)
    because = (
        Given("travel forbidden to the end of", day(ends - DAY), S103D + "(1)"),
        Given("renewal in hand by", day(mark), row.cite),
    )
    by = mark if mark >= on else ends - DAY
    return Due(Duty.TRAVEL_RENEWAL, Standing.OWED, by, row.cite, because, order.ref, row.confirmed)


def term_due(order: Order, law: Shelf) -> Due | None:
    """A recorded end that the law does not allow: the true one is missing.

    s.103C(2): at least 5 years, or until further order; an order that only forbids travel may
    be shorter. None when the recorded end is lawful or the kind has no least length.
    """
    name = LEAST.get(order.kind)
    if name is None or order.until is None or order.travel_until == order.until:
        return None
    row = law[name]
    months = whole(row, order.made_on)
    if order.until - DAY >= last_of_months(months, beginning_with=order.made_on):
        return None
    because = (
        Given("recorded", f"{day(order.made_on)} to the end of {day(order.until - DAY)}", row.cite),
        Given("lawful end", f"missing: not less than {spoken(months)}, or until further order", row.cite),
    )
    return Due(Duty.ORDER_TERM, Standing.MISSING, None, row.cite, because, order.ref, confirmed=row.confirmed)


def condition_due(condition: Condition, order: Order, subject: Subject, law: Shelf, *, on: date) -> Due:
    """When a condition is next to be tested: some months after it last was, or after the order.

    Our proposal. HELD while the person is away; MISSING when nobody has said how to test it
    and nobody ever did.
    """
    row = law["condition_test_months"]
    tested = condition.last_tested_on
    if tested is not None and tested > on:
        tested = None
    if tested is None and not condition.test_method.strip():
        lost = (
            _named(condition, row.cite),
            Given("how a visit can test it", "missing", row.cite),
        )
        return Due(Duty.CONDITION_TEST, Standing.MISSING, None, row.cite, lost, condition.ref, row.confirmed)
    by = months_after(whole(row, on), tested or order.made_on)
    because = (
        _named(condition, row.cite),
        Given("last tested", day(tested) if tested else f"never; order made {day(order.made_on)}", row.cite),
    )
    held = holding(subject.away, on=on)
    if held is not None:
        says = f"{held.kind} since {day(held.since)}; to be tested again once within reach"
        why = (*because, Given("out of reach", says, row.cite))
        return Due(Duty.CONDITION_TEST, Standing.HELD, None, row.cite, why, condition.ref, row.confirmed)
    return Due(Duty.CONDITION_TEST, Standing.OWED, by, row.cite, because, condition.ref, row.confirmed)


def _named(condition: Condition, cite: str) -> Given:
    """A condition by its reference: what it says of somebody's life stays on the record."""
    return Given("condition", f"{condition.ref} of order {condition.order_ref}", cite)


def passports_due(order: Order, subject: Subject, *, on: date) -> Due | None:
    """Passports to be taken in, or to be given back; None when neither is outstanding.

    s.103D(4): surrendered "on or before the date when the prohibition takes effect", or in a
    period the order sets, which is not recorded: the day of the order is used. s.103D(5):
    returned "as soon as reasonably practicable" after the ban, unless another total ban runs.
    """
    if not order.travel_total_ban:
        return None
    given_up = _past(order.passports_surrendered_on, on)
    ends = _ban_ends(order, on)
    if ends is None or on < ends:
        if given_up:
            return None
        because = (Given("travel to every country forbidden from", day(order.made_on), S103D + "(4)"),)
        return Due(
            Duty.PASSPORTS_SURRENDERED, Standing.OWED, order.made_on, S103D + "(4)", because, order.ref
        )
    if not given_up or _past(order.passports_returned_on, on) or _banned_elsewhere(order, subject, on):
        return None
    because = (Given("total ban over since", day(ends), S103D + "(5)"),)
    return Due(Duty.PASSPORTS_RETURNED, Standing.OWED, ends, S103D + "(5)", because, order.ref)


def _ban_ends(order: Order, on: date) -> date | None:
    """First day a total ban no longer holds, by what is known on `on`."""
    ended = order.ended_on if order.ended_on is not None and order.ended_on <= on else None
    return min((d for d in (order.travel_until, order.until, ended) if d is not None), default=None)


def _banned_elsewhere(order: Order, subject: Subject, on: date) -> bool:
    for other in subject.orders:
        if other.ref != order.ref and other.travel_total_ban and other.made_on <= on:
            ends = _ban_ends(other, on)
            if ends is None or on < ends:
                return True
    return False


def _past(day_of: date | None, on: date) -> bool:
    return day_of is not None and day_of <= on
