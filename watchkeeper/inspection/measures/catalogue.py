"""Every measure, by theme, and the expression its rows come from."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

from watchkeeper.inspection.facts import Measure, Theme
from watchkeeper.inspection.measures import listed_clocks, listed_force, listed_people

MEASURES: tuple[Measure, ...] = tuple(
    sorted(
        (*listed_people.MEASURES, *listed_force.MEASURES, *listed_clocks.MEASURES),
        key=lambda each: list(Theme).index(each.theme),
    )
)
BY_NAME = {measure.name: measure for measure in MEASURES}


def written() -> dict[str, tuple[ModuleType, Callable[[dict[str, Any]], Any]]]:
    """Of each measure the module and the function of the same name that writes its rows; needs Ibis."""
    from watchkeeper.inspection.measures import (
        of_alerts,
        of_crimes,
        of_holders,
        of_missing,
        of_orders,
        of_patterns,
        of_people,
        of_registers,
        of_staff,
        of_stays,
        of_suspects,
        of_visits,
    )

    found = {}
    modules = (
        of_people,
        of_visits,
        of_staff,
        of_crimes,
        of_missing,
        of_suspects,
        of_orders,
        of_alerts,
        of_registers,
        of_holders,
        of_patterns,
        of_stays,
    )
    for module in modules:
        for name in BY_NAME.keys() & vars(module).keys():
            found[name] = (module, vars(module)[name])
    return found
