"""Every clock of one crime on one night."""

from collections.abc import Iterator
from datetime import date

from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.rules.closing import closed_for_good, second_look_due
from watchkeeper.crimes.rules.devices import devices_due
from watchkeeper.crimes.rules.holding import allocation_due, dispute_due, grade_due, told_of
from watchkeeper.crimes.rules.reviews import enquiries_due, plan_due, review_due
from watchkeeper.crimes.rules.suspects import bail_due, suspects_due
from watchkeeper.crimes.rules.victims import victims_due
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf


def duties(
    case: Case, kinds: frozenset[str], law: Shelf, calendar: Calendar, *, hard: bool, on: date
) -> tuple[Due, ...]:
    """Everything owed in a case on a night; nothing before its report. `hard`: of the allocation matrix.

    A closed case owes its victims what they were not yet told, and nobody anything else.
    """
    if not told_of(case.crime, on=on):
        return ()
    told = tuple(victims_due(case, kinds, law, calendar, on=on))
    if closed_for_good(case, kinds, law, on=on) is not None:
        return told
    return (*_running(case, kinds, law, hard, on), *told)


def _running(case: Case, kinds: frozenset[str], law: Shelf, hard: bool, on: date) -> Iterator[Due]:
    single = (
        grade_due(case, law, on=on),
        allocation_due(case, law, on=on),
        review_due(case, law, hard=hard, on=on),
        plan_due(case, law, on=on),
        second_look_due(case, kinds, law, on=on),
        *(dispute_due(each, law, on=on) for each in case.disputes),
    )
    yield from (due for due in single if due is not None)
    yield from enquiries_due(case, law, on=on)
    yield from suspects_due(case, law, on=on)
    yield from bail_due(case, law, on=on)
    yield from devices_due(case, law, on=on)
