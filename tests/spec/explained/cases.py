"""Every invented case, by its name, under the heading of its slice."""

from collections.abc import Mapping

from tests.spec.explained import deciding, orders, registers, telling, visiting
from watchkeeper.briefing.facts import Case

CASES: Mapping[str, Mapping[str, Case]] = {
    "Periods and notifications": registers.CASES,
    "Changes, stays and journeys": telling.CASES,
    "Orders and reviews": orders.CASES,
    "Risk, visits and managers": visiting.CASES,
    "Decisions owed": deciding.CASES,
}
