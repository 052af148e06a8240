"""Rows of a twin beside what is asked of a day: what had happened, what holds, who is meant."""

from typing import Any

from ibis.expr.types import Table


def beside(table: Table, asked: Table, *columns: str) -> Table:
    """Rows with as much of what is asked as they are held against: each column more is planned again."""
    return table.cross_join(asked.select(*columns))


def happened(table: Table, asked: Table, *columns: str) -> Table:
    """Rows of what had happened by the day."""
    return beside(table, asked, "asked_on", *columns).filter(lambda t: t["on"] <= t["asked_on"])


def proposals(table: Table, asked: Table, *columns: str) -> Table:
    """Proposals to close by the day; one whose day nobody recorded counts as of the day asked about."""
    dated = beside(table, asked, "asked_on").mutate(on=lambda t: t["on"].fill_null(t["asked_on"]))
    return happened(dated.drop("asked_on"), asked, *columns)


def before_cut(table: Table, cut: str) -> Any:
    """Reported before a day, or on one that nobody recorded."""
    return (table["day"] < table[cut]).fill_null(True)


def current(spells: Table, asked: Table) -> Table:
    """Spells that hold on the day."""
    of = beside(spells, asked, "asked_on")
    return of.filter(
        (of["since"] <= of["asked_on"]) & (of["until"].isnull() | (of["until"] > of["asked_on"]))
    )


def day_of(table: Table) -> Any:
    """The day of the report where clocks show Greenwich: never later than London's."""
    return table["reported_at"].date()


def same(party: Table, row: Table) -> list[Any]:
    """Of the same crime, and of the party or of nobody in particular."""
    return [party["crime_ref"] == row["crime_ref"], (row["party"] == "") | (row["party"] == party["ref"])]
