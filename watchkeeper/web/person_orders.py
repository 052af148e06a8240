"""Orders of a person, condition by condition: how each is tested, when it last was, and what is left."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from watchkeeper.law.wording import day, days
from watchkeeper.registers.facts import Condition, Duty, Order
from watchkeeper.web.person_acts import offered
from watchkeeper.web.person_duties import Shown, shown
from watchkeeper.web.person_reading import Reading

ABOUT_ORDERS = (
    Duty.ORDER_EXPIRY,
    Duty.TRAVEL_RENEWAL,
    Duty.ORDER_TERM,
    Duty.PASSPORTS_SURRENDERED,
    Duty.PASSPORTS_RETURNED,
)


@dataclass(frozen=True, slots=True)
class Tested:
    """A condition, how long ago it was tested, and its clock."""

    condition: Condition
    ago: str
    clock: Shown | None


@dataclass(frozen=True, slots=True)
class Running:
    """An order with its conditions. `left` says how long it still runs, or that it is over."""

    order: Order
    in_force: bool
    left: str
    soon: bool
    conditions: tuple[Tested, ...]
    clocks: tuple[Shown, ...]


def orders(reading: Reading) -> dict[str, Any]:
    """What the page shows: orders in force first, each with what is owed about it."""
    made = [one for one in reading.recorded.orders if one.made_on <= reading.on]
    found = [_running(one, reading) for one in sorted(made, key=lambda one: one.made_on, reverse=True)]
    return {
        "orders": sorted(found, key=lambda one: not one.in_force),
        "in_force": sum(one.in_force for one in found),
        "offers": offered(reading, "person-orders"),
    }


def _running(order: Order, reading: Reading) -> Running:
    dues = reading.explained.dues
    by_condition = {due.about: shown(due, reading) for due in dues if due.duty == Duty.CONDITION_TEST}
    clocks = tuple(shown(due, reading) for due in dues if due.about == order.ref and due.duty in ABOUT_ORDERS)
    return Running(
        order,
        order.in_force(reading.on),
        _left(order, reading.on),
        any(
            due.duty == Duty.ORDER_EXPIRY and due.about == order.ref and _near(order, due.because, reading.on)
            for due in dues
        ),
        tuple(
            Tested(one, _ago(one.last_tested_on, reading.on), by_condition.get(one.ref))
            for one in reading.recorded.conditions
            if one.order_ref == order.ref
        ),
        clocks,
    )


def _near(order: Order, because: tuple[Any, ...], on: date) -> bool:
    """Whether the first day policy says to look at the order has come: it is about to lapse."""
    first = next((given.value.split(", ")[0] for given in because if given.what == "looked at on"), "")
    return any(day(on - timedelta(days=back)) == first for back in range((on - order.made_on).days + 1))


def _left(order: Order, on: date) -> str:
    if not order.in_force(on):
        ends = min((one for one in (order.until, order.ended_on) if one is not None), default=None)
        return f"over since {day(ends)}" if ends is not None else "not in force"
    if order.until is None:
        return "in force until further order"
    last = order.until - timedelta(days=1)
    left = (last - on).days
    return (
        f"in force to the end of {day(last)}: {days(left)} left"
        if left
        else f"in force to the end of today, {day(last)}"
    )


def _ago(tested: date | None, on: date) -> str:
    if tested is None or tested > on:
        return "never tested"
    return f"{day(tested)}, {days((on - tested).days)} ago" if tested < on else f"{day(tested)}, today"
