"""The newest of each fact of risk for every person: the twin of `rules.outlook` for a register."""

import ibis
from ibis.expr.types import Table

from watchkeeper.engine.declared import newest, oldest
from watchkeeper.risk.facts import Level


def level(levels: Table, asked: Table) -> Table:
    """The level that holds, and the first day of the unbroken run of low when it is low."""
    known = _by(levels, "set_on", asked)
    other = newest(known.filter(known["level"] != Level.LOW.value), "set_on", "ref")
    other = other.select("person_ref", other_on="set_on", other_ref="ref")
    low = known.filter(known["level"] == Level.LOW.value).left_join(other, "person_ref")
    run = low.filter(
        low["other_on"].isnull()
        | (low["set_on"] > low["other_on"])
        | ((low["set_on"] == low["other_on"]) & (low["ref"] > low["other_ref"]))
    )
    since = run.group_by("person_ref").aggregate(low_since=run["set_on"].min())
    now = newest(known, "set_on", "ref").left_join(since, "person_ref")
    return now.select("person_ref", "ref", "level", "set_on", "set_by", "low_since").order_by("person_ref")


def assessed(assessments: Table, asked: Table) -> Table:
    """The newest completed assessment of changing risk; failing that, the newest of any kind."""
    known = assessments.cross_join(asked)
    known = known.filter(known["completed_on"] <= known["asked_on"])
    name = ibis.literal(";") + known["instrument"].lower() + ";"
    told = ("person_ref", "ref", "instrument", "completed_on", "signed_off_on")
    placed = known.select(*told, counts=known["dynamic_instruments"].contains(name))
    return newest(placed, "counts", "completed_on", "ref").select(*told).order_by("person_ref")


def plan(plans: Table, asked: Table) -> Table:
    """The newest plan."""
    now = newest(_by(plans, "made_on", asked), "made_on", "ref")
    return now.select(
        *("person_ref", "ref", "made_on", "visit_every_months", "deviation_reason", "reactive"),
        *("reactive_since", "pillars", "actions_without_owner", "approved_on", "approved_by"),
    ).order_by("person_ref")


def reviewed(reviews: Table, asked: Table) -> Table:
    """The newest supervisor's review."""
    now = newest(_by(reviews, "reviewed_on", asked), "reviewed_on", "ref")
    return now.select("person_ref", "ref", "reviewed_on", "reviewed_by").order_by("person_ref")


def intelligence(items: Table, assessed: Table, asked: Table) -> Table:
    """Items nobody had reviewed by the day, and the first significant one since the assessment."""
    known = items.cross_join(asked)
    known = known.filter(known["received_on"] <= known["asked_on"])
    waiting = known["reviewed_on"].isnull() | (known["reviewed_on"] > known["asked_on"])
    done = assessed.select("person_ref", "completed_on")
    since = known.filter(known["significant"]).inner_join(done, "person_ref")
    since = since.filter(since["received_on"] > since["completed_on"])
    calling = oldest(since, "received_on", "ref").select("person_ref", calling_ref="ref")
    both = known.mutate(waiting=waiting).left_join(calling, "person_ref")
    kept = both.filter(both["waiting"] | (ibis.coalesce(both["calling_ref"], "") == both["ref"]))
    return kept.select("person_ref", "ref", "received_on", "significant", "reviewed_on").order_by(
        "person_ref", "received_on", "ref"
    )


def last_intelligence(items: Table, asked: Table) -> Table:
    """The last day anything came about each person."""
    known = _by(items, "received_on", asked)
    return known.group_by("person_ref").aggregate(last_on=known["received_on"].max()).order_by("person_ref")


def _by(facts: Table, day: str, asked: Table) -> Table:
    """Facts of a day not later than the one asked about."""
    known = facts.cross_join(asked)
    return known.filter(known[day] <= known["asked_on"]).select(facts.columns)
