"""Many days asked at once: of each thing, on each day, the fact that stood then.

`days` is one row a day asked about: `asked_on`, and `before`, the day asked about before it (blank for
the first). A month-end costs one row more there, and no more reading of the facts.
"""

from collections.abc import Callable
from typing import Any

import ibis
from ibis.expr.types import Table

PERSON = ("person_ref",)


def newest_by(
    table: Table,
    days: Table,
    by: tuple[str, ...],
    keep: tuple[str, ...] = (),
    *,
    of: tuple[str, ...] = PERSON,
    where: Callable[[Table], Any] | None = None,
) -> Table:
    """The last row of each by the columns `by`, the first of them its day, on every day asked about.

    `by` are columns that are never blank and together part all ties. `where` may leave rows out by
    the numbers of the day asked about. Rows are first reduced to the last of each stretch between two
    days asked about, so that what is put in order is never longer than people times days.
    """
    day = by[0]
    fell = table.join(
        days, [table[day] <= days["asked_on"], (days["before"].isnull()) | (table[day] > days["before"])]
    )
    if where is not None:
        fell = fell.filter(where(fell))
    names = [*by, *keep]
    packed = ibis.struct({name: fell[name] for name in names})
    kept = fell.group_by(*of, "asked_on").aggregate(kept=packed.max())
    kept = kept.select(*of, first="asked_on", **{name: kept["kept"][name] for name in names})
    over = ibis.window(group_by=list(of), order_by="first")
    kept = kept.mutate(upto=kept["first"].lead().over(over))
    again = days.select("asked_on")
    stood = kept.join(
        again,
        [again["asked_on"] >= kept["first"], kept["upto"].isnull() | (again["asked_on"] < kept["upto"])],
    )
    return stood.select(*of, "asked_on", *names)


def holding(spells: Table, days: Table, since: str = "since", until: str = "until") -> Table:
    """Every spell on every day that it holds: from `since` to the day before `until`, or without end."""
    return spells.join(
        days.select("asked_on"),
        [spells[since] <= days["asked_on"], spells[until].isnull() | (spells[until] > days["asked_on"])],
    )


def happened(table: Table, days: Table, day: str) -> Table:
    """Every row on every day asked about from its own day on: for tables that are short."""
    return table.join(days.select("asked_on"), [table[day] <= days["asked_on"]])
