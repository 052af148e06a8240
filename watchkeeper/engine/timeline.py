"""Many days asked at once: of each thing, on each day, the fact that stood then.

`days` is one row a day asked about: `asked_on`, and `before`, the day asked about before it (blank for
the first). A month-end costs one row more there, and no more reading of the facts. Of one day alone
the same is asked without putting anything in order: `of_one_day`.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import reduce
from typing import Any

import ibis
from ibis.expr.types import Table

PERSON = ("person_ref",)
FALLS = ibis.table({"falls_on": "date", "asked_on": "date"}, name="falls")
"""Every day from the first asked about to the last, and the first day asked about that is not before it."""
type Where = Callable[[Table], Any] | None

_ONE_DAY: ContextVar[bool] = ContextVar("one day", default=False)


@contextmanager
def of_one_day() -> Iterator[None]:
    """Expressions made in the block are right only where one day is asked about; they are cheaper."""
    token = _ONE_DAY.set(True)
    try:
        yield
    finally:
        _ONE_DAY.reset(token)


def newest_by(
    table: Table,
    days: Table,
    by: tuple[str, ...],
    keep: tuple[str, ...] = (),
    *,
    of: tuple[str, ...] = PERSON,
    where: Where = None,
) -> Table:
    """The last row of each by the columns `by`, the first of them its day, on every day asked about.

    `by` are columns that are never blank and together part all ties. `where` may leave rows out by
    the numbers of the day asked about. Rows are first reduced to the last of each stretch between two
    days asked about, so that what is put in order is never longer than people times days.
    """
    names = [*by, *keep]
    fell = _fell(table, days, by[0], wide=where is not None)
    if where is not None:
        fell = fell.filter(where(fell))
    kept = _grouped(fell, days, of, kept=ibis.struct({name: fell[name] for name in names}).max())
    kept = kept.select(*of, "first", **{name: kept["kept"][name] for name in names})
    return _stood(kept, days, of, names)


@dataclass(frozen=True, slots=True)
class Dated:
    """Rows with a day, and what the latest of it is called: of all rows, or of those a condition keeps.

    A condition may ask for the numbers of the day asked about.
    """

    table: Table
    day: str
    names: Mapping[str, Where]


def latest(days: Table, *kinds: Dated, of: tuple[str, ...] = PERSON) -> Table:
    """The latest day of each name, of each up to every day asked about; blank where there was none yet.

    Several cost little more than one: all rows are gone through once, and what is kept is kept together.
    """
    every = [name for kind in kinds for name in kind.names]
    blank, key = ibis.null("date"), () if _ONE_DAY.get() else ("asked_on",)
    rows = []
    for kind in kinds:
        fell = _fell(kind.table, days, kind.day, wide=any(kind.names.values()))
        own: dict[str, Any] = dict.fromkeys(every, blank)
        for name, where in kind.names.items():
            own[name] = fell[kind.day] if where is None else where(fell).ifelse(fell[kind.day], blank)
        rows.append(fell.select(*of, *key, **own))
    whole = reduce(lambda one, other: one.union(other), rows)
    kept = _grouped(whole, days, of, **{name: whole[name].max() for name in every})
    if not _ONE_DAY.get():
        so_far = ibis.cumulative_window(group_by=list(of), order_by="first")
        kept = kept.mutate(**{name: kept[name].max().over(so_far) for name in every})
    return _stood(kept, days, of, every)


def beside(whole: Table, part: Table, *key: str) -> Table:
    """Rows with the columns of a part beside, blank where it has none; of one day, by all but the day."""
    if _ONE_DAY.get():
        key, part = tuple(name for name in key if name != "asked_on"), part.drop("asked_on")
    return whole.left_join(part, list(key)).drop(*(f"{name}_right" for name in key))


def holding(spells: Table, days: Table, since: str = "since", until: str = "until") -> Table:
    """Every spell on every day that it holds: from `since` to the day before `until`, or without end."""
    return spells.join(
        days.select("asked_on"),
        [spells[since] <= days["asked_on"], spells[until].isnull() | (spells[until] > days["asked_on"])],
    )


def happened(table: Table, days: Table, day: str) -> Table:
    """Every row on every day asked about from its own day on: for tables that are short."""
    return table.join(days.select("asked_on"), [table[day] <= days["asked_on"]])


def _fell(table: Table, days: Table, day: str, *, wide: bool) -> Table:
    """Each row with `first`, the first day asked about from which it is known, and `wide` with its numbers.

    Rows of before the first day asked about are rows of that day. Found by the day itself, and not by
    comparing: to compare with many days, an engine puts every row in order.
    """
    if _ONE_DAY.get():
        narrow = days if wide else days.select("asked_on")
        fell = table.cross_join(narrow)
        return fell.filter(fell[day] <= fell["asked_on"])
    floor = days.aggregate(floor=days["asked_on"].min())
    known = table.filter(table[day].notnull()).cross_join(floor)
    known = known.mutate(falls_on=ibis.greatest(known[day], known["floor"])).drop("floor")
    fell = known.inner_join(FALLS, "falls_on").drop("falls_on")
    return fell.inner_join(days, "asked_on") if wide else fell


def _grouped(fell: Table, days: Table, of: tuple[str, ...], **found: Any) -> Table:
    if _ONE_DAY.get():
        return fell.group_by(*of).aggregate(**found).cross_join(days.select(first="asked_on"))
    return fell.group_by(*of, first="asked_on").aggregate(**found)


def _stood(kept: Table, days: Table, of: tuple[str, ...], names: list[str]) -> Table:
    """What was kept of each on every day up to the next: `first` is the first day it stood."""
    if _ONE_DAY.get():
        return kept.select(*of, "first", *names).rename(asked_on="first")
    over = ibis.window(group_by=list(of), order_by="first")
    kept = kept.mutate(upto=kept["first"].lead().over(over))
    again = days.select("asked_on")
    stood = kept.join(
        again,
        [again["asked_on"] >= kept["first"], kept["upto"].isnull() | (again["asked_on"] < kept["upto"])],
    )
    return stood.select(*of, "asked_on", *names)
