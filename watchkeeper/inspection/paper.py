"""What was measured as CSV and JSON: the same rows, in the same order, for the same question."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from watchkeeper.inspection.actions import Found
from watchkeeper.inspection.facts import Chart, Counted
from watchkeeper.inspection.measures.unmeasured import UNMEASURED

HEADINGS = (
    "measure",
    "theme",
    "unit",
    "on",
    "value",
    "numerator",
    "denominator",
    "limit",
    "low",
    "high",
    "alarms",
)


def as_csv(found: Iterable[Found]) -> bytes:
    """One row for each measure, unit and day; `unit` is blank for the whole force."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for each in found:
        for unit, chart in {"": each.chart, **each.units}.items():
            counts = each.measured.counts.get(unit, ())
            for at, (day, counted) in enumerate(zip(each.measured.days, counts, strict=False)):
                last = at == len(counts) - 1
                writer.writerow(_cells(each, unit, str(day), counted, chart if last else None))
    return ("\ufeff" + out.getvalue()).encode()


def as_json(found: Iterable[Found]) -> bytes:
    """Every measure with its counts, its charts and its rows behind, and what is not measured and why."""
    told = {"measures": [_told(each) for each in found], "not_measured": [*_unmeasured()]}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _cells(each: Found, unit: str, day: str, counted: Counted, chart: Chart | None) -> Iterator[Any]:
    measure = each.measured.measure
    yield from (measure.name, measure.theme, unit, day, _value(each, counted), counted.many, counted.of)
    yield "" if each.measured.limit is None else each.measured.limit
    if chart is None:
        yield from ("", "", "")
    else:
        yield from (_round(chart.low), _round(chart.high), "; ".join(chart.alarms))


def _value(each: Found, counted: Counted) -> Any:
    return counted.many if each.measured.measure.signal else _round(counted.share)


def _round(number: float | None) -> Any:
    return "" if number is None else round(number, 6)


def _told(each: Found) -> dict[str, Any]:
    measure, days = each.measured.measure, [str(day) for day in each.measured.days]
    charts = {"": each.chart, **each.units}
    return {
        "name": measure.name,
        "theme": measure.theme,
        "title": measure.title,
        "numerator": measure.counted or measure.of,
        "denominator": measure.of,
        "cite": measure.cite,
        "unsaid": measure.unsaid,
        "limit": each.measured.limit,
        "confirmed": each.measured.confirmed,
        "days": days,
        "units": {
            unit: {
                "numerator": [counted.many for counted in each.measured.counts.get(unit, ())],
                "denominator": [counted.of for counted in each.measured.counts.get(unit, ())],
                "centre": chart.centre,
                "low": chart.low,
                "high": chart.high,
                "alarms": list(chart.alarms),
                "why": chart.why,
            }
            for unit, chart in charts.items()
        },
        "behind": [{"ref": row.ref, "unit": row.unit, "days": row.days} for row in each.behind],
        "withheld": each.withheld,
    }


def _unmeasured() -> Iterator[dict[str, str]]:
    for what, why in UNMEASURED:
        yield {"what": what, "why": why}
