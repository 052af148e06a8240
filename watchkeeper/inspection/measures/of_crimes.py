"""Measures of crimes on which no outcome was proposed by the day, and of outcomes of the month."""

import ibis
from ibis.expr.types import Table

from watchkeeper.crimes.facts import DEALT_WITH, Part, Step
from watchkeeper.engine.timeline import Dated, happened, holding, latest, newest_by
from watchkeeper.inspection.measures.rows import age, rows_of
from watchkeeper.inspection.measures.standing import numbered

ON = ["crime_ref", "asked_on"]


def running(held: dict[str, Table]) -> Table:
    """Crimes reported by each day on which no outcome was proposed by then; `day` is that of the report."""
    days = held["days"].select("asked_on")
    ended = (
        held["crime_outcomes"]
        .group_by(ref="crime_ref")
        .aggregate(ended=lambda o: o["on"].min(), dateless=lambda o: o["on"].isnull().any())
    )
    t = held["crimes"].select("ref", "unit", "reported").filter(lambda c: c["reported"].notnull())
    t = t.left_join(ended, "ref").drop("ref_right")
    t = t.filter(~t["dateless"].fill_null(False))
    t = t.join(
        days, [t["reported"] <= days["asked_on"], t["ended"].isnull() | (t["ended"] > days["asked_on"])]
    )
    return t.select("ref", "asked_on", "unit", "reported")


def ungraded(held: dict[str, Table]) -> Table:
    """By the first day of any grade: grades are added to, and the first is as good as any."""
    graded = held["crime_grades"].group_by(ref="crime_ref").aggregate(graded=lambda g: g["on"].min())
    t = numbered(held["running"], held, "grade_days").left_join(graded, "ref").drop("ref_right")
    late = (t["reported"] + t["grade_days"].as_interval("D")) < t["asked_on"]
    none = ~(t["graded"] <= t["asked_on"]).fill_null(False)
    return rows_of(t, none & late, age(t, "reported"), ref="ref")


def unheld(held: dict[str, Table]) -> Table:
    """Nobody holds it, and the report, or the day the last holder left it, is too long ago."""
    t = held["running"]
    spells = happened(held["crime_holdings"], held["days"], "since")
    now = spells["until"].isnull() | (spells["until"] > spells["asked_on"])
    spells = spells.mutate(now=now, left=now.ifelse(ibis.null("date"), spells["until"]))
    of = spells.group_by("crime_ref", "asked_on").aggregate(
        now=lambda s: s["now"].any(), left=lambda s: s["left"].max()
    )
    of = of.rename(ref="crime_ref")
    t = t.left_join(of, ["ref", "asked_on"]).drop("ref_right", "asked_on_right")
    t = numbered(t, held, "unheld_days")
    t = t.mutate(began=ibis.coalesce(t["left"], t["reported"]))
    late = (t["began"] + t["unheld_days"].as_interval("D")) < t["asked_on"]
    return rows_of(t, ~t["now"].fill_null(False) & late, age(t, "began"), ref="ref")


def unreviewed(held: dict[str, Table]) -> Table:
    """Somebody holds it, and no supervisor has looked for longer than the longest step of policy."""
    days = held["days"]
    now = holding(held["crime_holdings"], days).select(ref="crime_ref", asked_on="asked_on").distinct()
    first = held["crime_holdings"].group_by(ref="crime_ref").aggregate(first=lambda h: h["since"].min())
    done = latest(days, Dated(held["crime_reviews"], "on", {"last": None}), of=("crime_ref",))
    done = done.rename(ref="crime_ref")
    t = held["running"].inner_join(now, ["ref", "asked_on"]).inner_join(first, "ref")
    t = t.left_join(done, ["ref", "asked_on"]).drop("ref_right", "asked_on_right")
    t = numbered(t, held, "unreviewed_days")
    t = t.mutate(since=ibis.coalesce(t["last"], t["first"]))
    late = (t["since"] + t["unreviewed_days"].as_interval("D")) < t["asked_on"]
    return rows_of(t, late, age(t, "since"), ref="ref")


def suspects_outstanding(held: dict[str, Table]) -> Table:
    """Every suspect counts on their own; an event that names nobody is about all of them."""
    crimes = held["running"].rename(crime_ref="ref")
    t = held["crime_parties"].filter(lambda p: p["part"] == Part.SUSPECT.value)
    t = numbered(t.inner_join(crimes, "crime_ref"), held, "suspect_days")
    done = held["crime_events"].filter(lambda e: e["kind"].isin(sorted(DEALT_WITH)))
    done = (
        happened(done, held["days"], "on").select(of="crime_ref", then="asked_on", whose="party").distinct()
    )
    few = t.select("ref", "crime_ref", "asked_on")
    named = few.inner_join(done, [few["ref"] == done["whose"], few["asked_on"] == done["then"]])
    anybody = done.filter(done["whose"] == "")
    all_of_them = few.inner_join(
        anybody, [few["crime_ref"] == anybody["of"], few["asked_on"] == anybody["then"]]
    )
    met = named.select("ref", "asked_on").union(all_of_them.select("ref", "asked_on"))
    met = met.distinct().mutate(met=True)
    t = t.left_join(met, ["ref", "asked_on"]).drop("ref_right", "asked_on_right")
    late = (t["reported"] + t["suspect_days"].as_interval("D")) < t["asked_on"]
    return rows_of(t, t["met"].isnull() & late, age(t, "reported"), ref="ref")


def devices_waiting(held: dict[str, Table]) -> Table:
    """Devices by the furthest step taken; whatever was examined waits no more."""
    steps = held["crime_devices"]
    order = ibis.cases(*((steps["step"] == step.value, at) for at, step in enumerate(Step)), else_=0)
    t = happened(steps.mutate(place=order), held["days"], "on")
    first = t.group_by("crime_ref", "device", "asked_on", "place").aggregate(since=t["on"].min())
    top = first.group_by("crime_ref", "device", "asked_on").aggregate(
        far=ibis.struct({"place": first["place"], "since": first["since"]}).max()
    )
    t = top.mutate(place=top["far"]["place"], since=top["far"]["since"])
    t = numbered(
        t.inner_join(held["running"].rename(crime_ref="ref"), ON), held, "submit_days", "examine_days"
    )
    allowed = (t["place"] == 0).ifelse(t["submit_days"], t["examine_days"])
    late = (t["place"] <= 1) & ((t["since"] + allowed.as_interval("D")) < t["asked_on"])
    t = t.mutate(ref=t["crime_ref"] + " " + t["device"])
    return rows_of(t, late, age(t, "since"), ref="ref")


def no_action(held: dict[str, Table]) -> Table:
    """Outcomes proposed in the month; a code nobody recorded is read as no action."""
    days = held["days"]
    o = held["crime_outcomes"]
    t = o.join(days, [o["on"] <= days["asked_on"], o["on"] > days["month_ago"]])
    t = t.inner_join(held["crimes"].select(crime_ref="ref", unit="unit"), "crime_ref")
    code = ibis.literal(";") + t["outcome"].cast("string") + ";"
    return rows_of(t, ~t["action_outcomes"].contains(code).fill_null(False), age(t, "on"), ref="ref")


def overrides_expired(held: dict[str, Table]) -> Table:
    """Leave to hold a crime that is over while the officer holds it still, and nobody gave it anew."""
    days = held["days"]
    now = holding(held["crime_holdings"], days).select("crime_ref", "officer_ref", "asked_on").distinct()
    leave = newest_by(
        held["allocation_overrides"], days, ("on", "ref"), ("until",), of=("crime_ref", "officer_ref")
    )
    t = leave.inner_join(now, ["crime_ref", "officer_ref", "asked_on"])
    opened = held["running"].select("asked_on", "unit", crime_ref="ref")
    t = t.inner_join(opened, ON)
    return rows_of(t, t["until"] <= t["asked_on"], age(t, "until"), ref="ref")


def disputes_late(held: dict[str, Table]) -> Table:
    t = happened(held["allocation_disputes"], held["days"], "on")
    t = t.inner_join(held["crimes"].select(crime_ref="ref", unit="unit"), "crime_ref")
    t = t.inner_join(held["days"].select("asked_on", "dispute_days", "year_ago"), "asked_on")
    t = t.filter(t["on"] > t["year_ago"])
    waits = t["decided_on"].isnull() | (t["decided_on"] > t["asked_on"])
    late = (t["on"] + t["dispute_days"].as_interval("D")) < t["asked_on"]
    return rows_of(t, waits & late, age(t, "on"), ref="ref")
