"""The rows of a measure: what it looked at on each day, and which of it counts against the force."""

from typing import Any

from ibis.expr.types import Table

NO_UNIT = "no unit recorded"


def rows_of(table: Table, counts: Any, days: Any, *, ref: str = "person_ref") -> Table:
    """One row for each thing looked at: the day asked about, its reference, its unit, whether it counts.

    `days` are those it has waited for, blank where nothing says since when.
    """
    unit = (table["unit"].fill_null("") == "").ifelse(NO_UNIT, table["unit"])
    return table.select("asked_on", ref=table[ref], unit=unit, counts=counts.fill_null(False), days=days)


def age(table: Table, since: str) -> Any:
    """Days from a day to the day asked about."""
    return table["asked_on"].delta(table[since].cast("date"), unit="day")
