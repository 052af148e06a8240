"""Measures of civil orders with an end: those about to lapse, and those that lapsed in the month."""

import ibis
from ibis.expr.types import Table

from watchkeeper.inspection.measures.rows import age, rows_of
from watchkeeper.inspection.measures.standing import KEY


def orders_lapsing(held: dict[str, Table]) -> Table:
    """In force, the last day of policy to look at it gone by, and no order of the kind that outlasts it.

    `registers.rules.orders.expiry_due` then names the last day in force, for there is no mark left.
    """
    days = held["days"]
    t = _ending(held)
    t = t.join(
        days.select("asked_on", "order_mark_months"),
        [t["made_on"] <= days["asked_on"], t["ends"] > days["asked_on"]],
    )
    # An end discharged early is an end nobody has to look at: the court has.
    t = t.filter(t["until"].notnull())
    last = (t["until"] - t["order_mark_months"].as_interval("M")).cast("date")
    t = _of_person(t.mutate(last=last), held)
    return rows_of(t, (t["last"] < t["asked_on"]) & ~t["followed"], age(t, "last"), ref="ref")


def orders_lapsed(held: dict[str, Table]) -> Table:
    """Of people on the register still: the end came in the month, and no order of the kind holds now."""
    days = held["days"]
    t = _ending(held).filter(lambda o: o["until"] == o["ends"])
    t = t.join(
        days.select("asked_on", "month_ago"), [t["ends"] <= days["asked_on"], t["ends"] > days["month_ago"]]
    )
    t = t.semi_join(held["on_register"], list(KEY))
    t = _of_person(t, held)
    return rows_of(t, ~t["followed"], age(t, "ends"), ref="ref")


def _ending(held: dict[str, Table]) -> Table:
    """Orders with the first day no longer in force, by its own end or discharged before it."""
    orders = held["orders"]
    ends = ibis.least(
        ibis.coalesce(orders["until"], orders["ended_on"]), ibis.coalesce(orders["ended_on"], orders["until"])
    )
    return orders.select("person_ref", "ref", "kind", "made_on", "until", ends=ends).filter(
        lambda o: o["ends"].notnull() & (o["ends"] > o["made_on"])
    )


def _of_person(table: Table, held: dict[str, Table]) -> Table:
    people = held["people"].select(person_ref="ref", unit="unit")
    t = table.inner_join(people, "person_ref")
    other = held["orders"].select(
        "person_ref", "kind", other="ref", made="made_on", over="until", ended="ended_on"
    )
    pairs = t.select(*KEY, "ref", "kind", "ends").inner_join(other, ["person_ref", "kind"])
    pairs = pairs.filter(pairs["ref"] != pairs["other"], pairs["made"] <= pairs["asked_on"])
    # The other goes on past the end of the first, and of one that lapsed it holds on the day asked about too.
    over = ibis.greatest(pairs["ends"], pairs["asked_on"])
    outlasts = (pairs["over"].isnull() | (pairs["over"] > over)) & (
        pairs["ended"].isnull() | (pairs["ended"] > pairs["asked_on"])
    )
    after = pairs.filter(outlasts).select("ref", "asked_on").distinct().mutate(followed=True)
    t = t.left_join(after, ["ref", "asked_on"]).drop("ref_right", "asked_on_right")
    return t.mutate(followed=t["followed"].fill_null(False))
