"""A what-if as rows, for CSV: every figure on a line of its own, with what it is of."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from watchkeeper.planning.studying.answering import ends_on
from watchkeeper.risk.facts import LEVELS

type Row = tuple[str, str, str, str, str, str, str, str, str]
HEADINGS: Row = ("scenario", "figure", "crews", "unit", "level", "on", "mean", "low", "high")


def as_csv(found: Mapping[str, Any]) -> bytes:
    """Every figure, as UTF-8 with a mark that spreadsheets know it by."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(rows(found))
    return ("\ufeff" + out.getvalue()).encode()


def rows(found: Mapping[str, Any]) -> Iterator[Row]:
    """The rows, scenario by scenario. A blank mean: not within the months simulated."""
    told = found["what_if"]
    for outlook in told["outlooks"]:
        name, crews = outlook["scenario"]["name"], f"{outlook['scenario']['crews']:g}"
        for what, figure in outlook["totals"].items():
            yield _row(name, what, crews, figure)
        for what, figure in (outlook["difference"] or {}).items():
            yield _row(name, f"{what} less as it is", crews, figure)
        for level, figure in zip(LEVELS, outlook["unmanaged"], strict=True):
            yield _row(name, "unmanaged", crews, figure, level=level)
        for month, levels in enumerate(outlook["backlog"], 1):
            for level, figure in zip(LEVELS, levels, strict=True):
                yield _row(name, "overdue", crews, figure, level=level, on=str(ends_on(found, month)))
        for unit, levels in zip(told["units"], outlook["clears"], strict=True):
            for level, cleared in zip(LEVELS, levels, strict=True):
                yield _row(name, "month its backlog is gone", crews, cleared["month"], unit=unit, level=level)
        for point in outlook["curve"]:
            yield _row(
                name, "high_overdue at the last month-ends", f"{point['times']:g}", point["high_overdue"]
            )


def _row(
    name: str, what: str, crews: str, figure: Any, *, unit: str = "", level: str = "", on: str = ""
) -> Row:
    numbers = (
        ("", "", "") if figure is None else tuple(f"{figure[each]:.4g}" for each in ("mean", "low", "high"))
    )
    mean, low, high = numbers
    return (name, what, crews, unit, level, on, mean, low, high)
