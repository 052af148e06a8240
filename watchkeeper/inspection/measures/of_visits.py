"""Measures of the visits made in the month up to each day, and of what came in, which should never stop."""

from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.inspection.measures.rows import age, rows_of
from watchkeeper.inspection.measures.standing import SEEN, numbered
from watchkeeper.visits.facts import Outcome


def tried(held: dict[str, Table]) -> Table:
    """Visits of the month up to each day that somebody set out on, with the unit of whoever was visited."""
    t = _of_month(held, "visits", "day")
    return t.filter(t["outcome"] != Outcome.CALLED_OFF.value).select(
        *(
            "asked_on",
            "ref",
            "unit",
            "day",
            "outcome",
            "notice_hours",
            "notice_reason",
            "notice_authorised_by",
        )
    )


def announced(held: dict[str, Table]) -> Table:
    t = held["tried"]
    return rows_of(t, t["notice_hours"].notnull(), age(t, "day"), ref="ref")


def long_notice(held: dict[str, Table]) -> Table:
    t = numbered(held["tried"].filter(lambda t: t["notice_hours"].notnull()), held, "long_notice_hours")
    return rows_of(t, t["notice_hours"] > t["long_notice_hours"], age(t, "day"), ref="ref")


def unauthorised(held: dict[str, Table]) -> Table:
    """Announced on no ground, or on one that is not agreed and on nobody's authority."""
    t = numbered(held["tried"].filter(lambda t: t["notice_hours"].notnull()), held, "agreed_grounds")
    ground = ibis.literal(";") + t["notice_reason"].lower() + ";"
    agreed = (t["notice_reason"] != "") & t["agreed_grounds"].contains(ground)
    lacking = (t["notice_reason"] == "") | (~agreed & (t["notice_authorised_by"] == ""))
    return rows_of(t, lacking, age(t, "day"), ref="ref")


def no_outcome(held: dict[str, Table]) -> Table:
    t = held["tried"]
    return rows_of(t, t["outcome"] == "", age(t, "day"), ref="ref")


def failed(held: dict[str, Table]) -> Table:
    t = held["tried"]
    return rows_of(t, ~t["outcome"].isin(SEEN), age(t, "day"), ref="ref")


def visits_made(held: dict[str, Table]) -> Table:
    t = held["tried"]
    return rows_of(t, ibis.literal(True), age(t, "day"), ref="ref")


def intelligence_received(held: dict[str, Table]) -> Table:
    t = _of_month(held, "intelligence", "received_on")
    return rows_of(t, ibis.literal(True), age(t, "received_on"), ref="ref")


def notifications_given(held: dict[str, Table]) -> Table:
    t = _of_month(held, "notifications", "notified_on")
    return rows_of(t, ibis.literal(True), age(t, "notified_on"), ref="ref")


def decisions_made(held: dict[str, Table]) -> Table:
    t = _of_month(held, "decisions", "decided_on")
    return rows_of(t, ibis.literal(True), age(t, "decided_on"), ref="ref")


def _of_month(held: dict[str, Table], name: str, day: str) -> Any:
    table, days = held[name], held["days"].select("asked_on", "month_ago")
    people = held["people"].select(person_ref="ref", unit="unit")
    t = table.join(days, [table[day] <= days["asked_on"], table[day] > days["month_ago"]])
    return t.inner_join(people, "person_ref")
