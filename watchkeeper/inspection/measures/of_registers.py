"""Measures of what had to be told by a day in the month up to each: changes, and journeys abroad."""

from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.inspection.measures.rows import age, rows_of
from watchkeeper.inspection.measures.standing import KEY
from watchkeeper.registers.bulk import answered
from watchkeeper.registers.facts import NotificationKind

TOLD_WITHIN = ("month_ago", "change_days", "early_days", "wait_days")
TRAVEL = ("month_ago", "travel_days", "travel_hour", "short_hours", "excused_hours")


def near(held: dict[str, Table]) -> Table:
    """People of whom any change fell in the months asked about, recorded or only told of."""
    floor = held["days"].aggregate(
        floor=held["days"]["month_ago"].min(), within=held["days"]["change_days"].max()
    )
    told = held["notifications"].filter(lambda t: t["kind"] == NotificationKind.CHANGE.value)
    dated = told.select("person_ref", "happened_on")
    every = held["changes"].select("person_ref", "happened_on").union(dated).cross_join(floor)
    every = every.filter(every["happened_on"] >= every["floor"] - every["within"].as_interval("D"))
    return every.select("person_ref").distinct()


def changes_near(held: dict[str, Table]) -> Table:
    """Every change of theirs, looked up once for all that is asked of it."""
    return held["changes"].semi_join(held["near"], "person_ref")


def told_near(held: dict[str, Table]) -> Table:
    """Every notification of theirs."""
    return held["notifications"].semi_join(held["near"], "person_ref")


def changes_late(held: dict[str, Table]) -> Table:
    """Changes whose last day to tell of them fell in the month: `registers.rules.changes.change_due`.

    Which notification answers which change is that of the last day asked about. Left to the rule: whoever
    was away in the days to tell of it. An advance notice that covers a change leaves nothing to be told.
    """
    days = held["days"].select("asked_on", *TOLD_WITHIN)
    changes, told = held["changes_near"], held["told_near"]
    last = held["days"].aggregate(asked_on=held["days"]["asked_on"].max())
    t = answered(changes, told, last).filter(lambda t: t["happened_on"].notnull())
    own = changes.select("person_ref", "ref", recorded=ibis.literal(True))
    t = t.left_join(own, ["person_ref", "ref"]).drop("person_ref_right", "ref_right")
    telling = told.select("person_ref", "ref", known_on="notified_on")
    t = t.left_join(telling, ["person_ref", "ref"]).drop("person_ref_right", "ref_right")
    t = t.cross_join(days)
    t = t.mutate(by=(t["happened_on"] + (t["change_days"] - 1).as_interval("D")).cast("date"))
    t = t.filter(t["by"] < t["asked_on"], t["by"] >= t["month_ago"])
    t = t.filter(t["recorded"].fill_null(False) | (t["known_on"] <= t["asked_on"]).fill_null(False))
    early = t["stated_for"] - t["early_days"].as_interval("D")
    waits = t["stated_for"] + (t["wait_days"] - 1).as_interval("D")
    covered = (t["happened_on"] >= early) & (t["happened_on"] <= waits)
    t = t.filter(~covered.fill_null(False))
    t = t.anti_join(_away(t, held), ["ref", "asked_on"])
    t = _registered(t, held, "happened_on")
    return rows_of(t, ~(t["answered_on"] <= t["by"]).fill_null(False), age(t, "by"), ref="ref")


def journeys_late(held: dict[str, Table]) -> Table:
    """Journeys begun in the month, and whether notice came in time: `travel.notice_in_time`."""
    days = held["days"].select("asked_on", *TRAVEL)
    t = held["trips"].select("person_ref", "ref", "departs_on", "known_since", "late_excuse", "told_at")
    t = t.join(days, [t["departs_on"] <= days["asked_on"], t["departs_on"] > days["month_ago"]])
    seven = (t["departs_on"] - t["travel_days"].as_interval("D")).cast("date")
    start = t["departs_on"].cast("timestamp") + t["travel_hour"].as_interval("h")
    told = (t["told_at"].date() <= t["asked_on"]).ifelse(t["told_at"], ibis.null("timestamp"))
    excused = t["late_excuse"].re_search(r"\S") & (told <= start - t["excused_hours"].as_interval("h"))
    in_time = ibis.cases(
        ((t["known_since"] >= seven).fill_null(False), told <= start - t["short_hours"].as_interval("h")),
        else_=(told.date() <= seven) | excused,
    )
    t = t.mutate(in_time=in_time.fill_null(False))
    t = _registered(t, held, "departs_on")
    return rows_of(t, ~t["in_time"], age(t, "departs_on"), ref="ref")


def _away(t: Table, held: dict[str, Table]) -> Table:
    """Those of the changes in whose days an absence lies."""
    spans = held["away"].select("person_ref", gone="since", back="until")
    met = t.select(*KEY, "ref", "happened_on", "by").inner_join(spans, "person_ref")
    inside = (met["gone"] <= met["by"]) & (met["back"].isnull() | (met["back"] > met["happened_on"]))
    return met.filter(inside).select("ref", "asked_on").distinct()


def _registered(t: Table, held: dict[str, Table], day: str) -> Any:
    """Of people on the register on the day asked about, and at the time."""
    t = t.inner_join(held["stood"].select(*KEY, "unit", "registered_on"), KEY)
    return t.filter(t["registered_on"].isnull() | (t["registered_on"] <= t[day]))
