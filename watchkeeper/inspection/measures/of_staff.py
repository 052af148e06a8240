"""Measures of officers: what they hold, and whether they are cleared to hold anything."""

import ibis
from ibis.expr.types import Table

from watchkeeper.engine.timeline import Dated, holding, latest
from watchkeeper.inspection.measures.rows import age, rows_of
from watchkeeper.inspection.measures.standing import by_level, numbered
from watchkeeper.risk.facts import LEVELS
from watchkeeper.workforce.facts import Role

WEIGHTS = (*(f"weight_{level.value.replace(' ', '_')}" for level in LEVELS), "weight_unknown")
PER_CENT = 100  # of a case, the unit of the weights on the shelf


def overloaded(held: dict[str, Table]) -> Table:
    """Everybody who manages anybody counts in the load, on the register or not: `rules.caseload`."""
    now = held["managed"].select("person_ref", "asked_on", officer_ref="manager")
    level = held["levelled"].drop("ref")
    now = now.left_join(level, ["person_ref", "asked_on"]).drop("person_ref_right", "asked_on_right")
    now = numbered(now, held, "cap", *WEIGHTS)
    now = now.mutate(weight=by_level(now, "weight", "weight_unknown"))
    load = now.group_by("officer_ref", "asked_on", "cap").aggregate(weighted=now["weight"].sum())
    officers = held["officers"].select(officer_ref="ref", unit="unit", share="hours_share")
    t = load.inner_join(officers, "officer_ref")
    over = t["weighted"] > t["cap"] * PER_CENT * t["share"].fill_null(1.0)
    return rows_of(t, over, ibis.null("int64"), ref="officer_ref")


def many_crimes(held: dict[str, Table]) -> Table:
    t = holding(held["crime_holdings"], held["days"])
    opened = held["running"].select("asked_on", crime_ref="ref")
    t = t.inner_join(opened, ["crime_ref", "asked_on"])
    load = t.group_by("officer_ref", "asked_on").aggregate(many=t["crime_ref"].nunique())
    load = numbered(load, held, "many_crimes")
    load = load.inner_join(held["officers"].select(officer_ref="ref", unit="unit"), "officer_ref")
    return rows_of(load, load["many"] > load["many_crimes"], ibis.null("int64"), ref="officer_ref")


def uncleared(held: dict[str, Table]) -> Table:
    """Officers in post with no clearance on record that holds on the day, or with no end to it recorded."""
    officers = held["officers"].filter(lambda o: o["role"] != Role.SYSTEM.value)
    early = ibis.literal("0001-01-01").cast("date")
    t = holding(officers.mutate(since=officers["since"].fill_null(early)), held["days"])
    dated = held["clearances"].filter(lambda c: c["expires_on"].notnull())
    clear = holding(dated, held["days"], "granted_on", "expires_on")
    clear = clear.select(ref="officer_ref", asked_on="asked_on").distinct().mutate(clear=True)
    t = t.left_join(clear, ["ref", "asked_on"]).drop("ref_right", "asked_on_right")
    return rows_of(t, t["clear"].isnull(), age(t, "since"), ref="ref")


def suspensions_unreviewed(held: dict[str, Table]) -> Table:
    days = held["days"]
    t = holding(held["suspensions"], days).inner_join(days.select("asked_on", "suspension_weeks"), "asked_on")
    done = latest(days, Dated(held["suspension_reviews"], "on", {"last": None}), of=("suspension_ref",))
    done = done.rename(ref="suspension_ref")
    t = t.left_join(done, ["ref", "asked_on"]).drop("ref_right", "asked_on_right")
    officers = held["officers"].select(officer_ref="ref", unit="unit")
    t = t.inner_join(officers, "officer_ref")
    since = ibis.greatest(ibis.coalesce(t["last"], t["since"]), t["since"])
    t = t.mutate(by=(since + t["suspension_weeks"].as_interval("W")).cast("date"))
    return rows_of(t, t["by"] < t["asked_on"], age(t, "by"), ref="ref")
