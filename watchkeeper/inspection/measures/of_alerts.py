"""Measures of alerts whose minutes ended in the month up to each day: taken on in them, and shown to anybody.

An alert is of the month in which its minutes end, by the day in London: one raised just before midnight is
of the month after, and each is of one. Alerts about the force's own are sealed, and are not looked at.
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
    t = held["alerts"].filter(lambda a: ~a["kind"].isin(SEALED)).cross_join(held["days"])
    allowed = ibis.cases(
        *((t["urgency"] == each.value, t[f"{minutes}_{each.value}"]) for each in Urgency)
    ).as_interval("m")
    t = t.mutate(latest=t["raised_at"] + allowed)
    t = t.filter(t["latest"] < t["ends_at"], t["latest"] >= t["month_began_at"])
    done = held[answers].group_by(of="alert_ref").aggregate(done=lambda a: a["at"].min())
    t = t.left_join(done, t["ref"] == done["of"])
    return rows_of(t, ~(t["done"] < t["latest"]).fill_null(False), age(t, "raised"), ref="ref")
