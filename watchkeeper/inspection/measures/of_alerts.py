"""Measures of alerts raised in the month up to each day: taken on, and shown to anybody, in their minutes.

Alerts about the force's own are sealed, and are not looked at.
"""

import ibis
from ibis.expr.types import Table

from watchkeeper.alerts.facts import OF_STANDARDS, Urgency
from watchkeeper.inspection.measures.rows import age, rows_of

SEALED = [kind.value for kind in sorted(OF_STANDARDS)]


def alerts_unanswered(held: dict[str, Table]) -> Table:
    """Whether it went one rank up before anybody took it on: `alerts.rules.held`."""
    return _late(held, "alert_acknowledgements", "silence")


def alerts_unseen(held: dict[str, Table]) -> Table:
    """Whether it was an incident, shown to nobody in time: `alerts.rules.undelivered`."""
    return _late(held, "alert_deliveries", "delivery")


def _late(held: dict[str, Table], answers: str, minutes: str) -> Table:
    days = held["days"]
    t = held["alerts"].filter(lambda a: ~a["kind"].isin(SEALED)).mutate(day=lambda a: a["raised_at"].date())
    t = t.join(days, [t["day"] <= days["asked_on"], t["day"] > days["month_ago"]])
    allowed = ibis.cases(
        *((t["urgency"] == each.value, t[f"{minutes}_{each.value}"]) for each in Urgency)
    ).as_interval("m")
    t = t.mutate(latest=t["raised_at"] + allowed)
    t = t.filter(t["latest"] < t["ends_at"])
    done = held[answers].group_by(of="alert_ref").aggregate(done=lambda a: a["at"].min())
    t = t.left_join(done, t["ref"] == done["of"])
    return rows_of(t, ~(t["done"] < t["latest"]).fill_null(False), age(t, "day"), ref="ref")
