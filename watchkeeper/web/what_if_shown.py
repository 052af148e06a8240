"""The tables and pictures of a what-if, from its figures."""

from typing import Any

from markupsafe import Markup

from watchkeeper.law.wording import day
from watchkeeper.planning.simulating.drawing import Axis, Curve, Dot, drawing
from watchkeeper.planning.studying.answering import ends_on, said
from watchkeeper.risk.facts import HIGH_RISK, LEVELS

type Figures = dict[str, Any]
PEOPLE = "people overdue"


def tables(found: Figures) -> Figures:
    """Every table of the page: scenarios side by side, days unmanaged, who clears what by when, the curve."""
    told = found["what_if"]
    outlooks = told["outlooks"]
    return {
        "rows": [_row(one) for one in outlooks],
        "unmanaged": [(_name(one), [said(each) for each in one["unmanaged"]]) for one in outlooks],
        "clears": [
            (unit, _name(one), [_cleared(each, found) for each in one["clears"][place]])
            for place, unit in enumerate(told["units"])
            for one in outlooks
        ],
        "curve": [
            (
                _name(one),
                f"{point['times']:g}",
                f"{point['shifts_a_week']:.0f}",
                said(point["high_overdue"], places=1),
                f"{point['seeds_none']} of {len(found['seeds'])}",
            )
            for one in outlooks
            for point in one["curve"]
        ],
        "months": [
            (
                day(ends_on(found, month)),
                [f"{_high(one['backlog'][month - 1]):.1f}" for one in outlooks],
                [[f"{each['mean']:.1f}" for each in one["backlog"][month - 1]] for one in outlooks],
            )
            for month in range(1, found["months"] + 1)
        ],
        "names": [_name(one) for one in outlooks],
        "share": f"{100 * told['clear_share']:g}",
        "last": told["last_months"],
    }


def pictures(found: Figures) -> Figures:
    """The backlog by risk as it is, the gravest of each scenario, and crews against who is still overdue."""
    outlooks = found["what_if"]["outlooks"]
    months = range(1, found["months"] + 1)
    by_level = tuple(
        Curve(
            f"{level} risk",
            (
                Dot(0, found["overdue_now"][place]),
                *(Dot(month, outlooks[0]["backlog"][month - 1][place]["mean"]) for month in months),
            ),
            plain=True,
        )
        for place, level in enumerate(LEVELS)
    )
    gravest = tuple(
        Curve(
            _name(one),
            (
                Dot(0, sum(found["overdue_now"][:HIGH_RISK])),
                *(Dot(month, _high(one["backlog"][month - 1])) for month in months),
            ),
            plain=True,
        )
        for one in outlooks
    )
    crews = tuple(
        Curve(
            _name(one),
            tuple(
                Dot(
                    point["times"],
                    point["high_overdue"]["mean"],
                    point["high_overdue"]["low"],
                    point["high_overdue"]["high"],
                )
                for point in one["curve"]
            ),
        )
        for one in outlooks
    )
    across = Axis("months from today")
    beside = "The table below holds the same figures."
    return {
        "by_level": Markup(
            drawing(
                by_level,
                title="Overdue by risk, as it is",
                says=f"A line for each level of risk, month by month. {beside}",
                across=across,
                up=Axis(PEOPLE),
                name="by-level",
            )
        ),
        "gravest": Markup(
            drawing(
                gravest,
                title="Overdue at high and very high risk, each scenario",
                says=f"A line for each scenario, month by month. {beside}",
                across=across,
                up=Axis(PEOPLE),
                name="gravest",
            )
        ),
        "crews": Markup(
            drawing(
                crews,
                title="Crews against people at high and very high risk still overdue",
                says=f"A line for each scenario, a little beside the others; a bar is the 95 % interval "
                f"of the mean. {beside}",
                across=Axis("times today's crews"),
                up=Axis(f"{PEOPLE} at the end"),
                name="crews",
                beside=True,
            )
        ),
    }


def _name(outlook: Figures) -> str:
    name: str = outlook["scenario"]["name"]
    return name


def _high(levels: list[Figures]) -> float:
    return float(sum(each["mean"] for each in levels[:HIGH_RISK]))


def _row(outlook: Figures) -> Figures:
    totals = outlook["totals"]
    shown = {name: said(figure) for name, figure in totals.items()}
    return {"name": _name(outlook), "shifts": f"{outlook['shifts_a_week']:.0f}", **shown}


def _cleared(cleared: Figures, found: Figures) -> str:
    """The month in words, as a table of a unit says it."""
    if cleared["month"] is None:
        return f"not within {found['months']} months"
    month = max(round(cleared["month"]["mean"]), 1)
    words = day(ends_on(found, month))
    runs = len(found["seeds"])
    return words if cleared["seeds_clear"] == runs else f"{words}, in {cleared['seeds_clear']} of {runs} runs"
