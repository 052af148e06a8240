"""Everybody on the register on every day asked about, with the facts that stood: what measures count."""

from functools import reduce
from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.engine.timeline import happened, holding, newest_by
from watchkeeper.people.facts import AwayKind
from watchkeeper.registers.spells import first_days
from watchkeeper.risk.facts import LEVELS
from watchkeeper.visits.facts import Outcome

SEEN = [each.value for each in Outcome if each.successful]
SAYS_SOMETHING = r"[^;\s]"
KEY = ("person_ref", "asked_on")


def on_register(held: dict[str, Table]) -> Table:
    """Everybody on the register on each day. Of those in `together` the rule itself was asked."""
    spells = held["spells"]
    plain = spells.filter(~spells["together"]).select("person_ref", "since", "until")
    every = plain.union(held["reckoned"].select("person_ref", "since", "until"))
    known = every.semi_join(held["people"], every["person_ref"] == held["people"]["ref"])
    return holding(known, held["days"]).select(*KEY).distinct()


def stood(held: dict[str, Table]) -> Table:
    """One row for each person and day: level, interval, when last seen, assessed and notified, whose."""
    days = held["days"]
    visits, notices = held["visits"], held["notifications"]
    base = held["on_register"]
    people = held["people"].select(person_ref="ref", unit="unit", flag_on="intelligence_flag_on")
    met = visits.filter(visits["outcome"].isin(SEEN))
    tried = visits.filter(visits["outcome"] != Outcome.CALLED_OFF.value)
    counted = notices.filter(~notices["items_missing"].re_search(SAYS_SOMETHING))
    parts = [
        first_days(held, days),
        newest_by(held["levels"], days, ("set_on", "ref"), ("level",)).drop("ref"),
        newest_by(
            held["plans"],
            days,
            ("made_on", "ref"),
            ("visit_every_months", "deviation_reason", "reactive", "approved_on", "approved_by"),
        ).rename(plan_ref="ref"),
        newest_by(met, days, ("day", "at", "ref")).select(*KEY, seen_on="day"),
        newest_by(tried, days, ("day", "at", "ref")).select(*KEY, tried_on="day"),
        newest_by(
            held["assessments"], days, ("completed_on", "ref"), ("signed_off_on",), where=_dynamic
        ).rename(assessed_ref="ref", assessed_on="completed_on"),
        newest_by(held["reviews"], days, ("reviewed_on", "ref")).drop("ref"),
        newest_by(counted, days, ("notified_on", "ref")).select(*KEY, notified_on="notified_on"),
        newest_by(counted, days, ("notified_on", "ref"), where=_restarts).select(
            *KEY, annual_from="notified_on"
        ),
        holding(held["away"], days).select(*KEY).distinct().mutate(away=True),
        managed(held),
        newest_by(held["managers"].filter(lambda m: m["until"].notnull()), days, ("until", "ref")).select(
            *KEY, left_on="until"
        ),
    ]
    whole = base.inner_join(people, "person_ref")
    for part in parts:
        whole = whole.left_join(part, KEY).drop("person_ref_right", "asked_on_right")
    whole = whole.inner_join(days, "asked_on").drop("before")
    return whole.mutate(
        away=whole["away"].fill_null(False),
        reactive=whole["reactive"].fill_null(False),
        visit_months=_interval(whole),
        review_months=_of_level(whole, "review", "review_strictest"),
    )


def by_level(table: Table, prefix: str, otherwise: str) -> Any:
    """The number of policy for the level of each row."""
    return _of_level(table, prefix, otherwise)


def managed(held: dict[str, Table]) -> Table:
    """Who manages each person on each day: of several spells that hold the newest."""
    now = holding(held["managers"], held["days"])
    packed = ibis.struct({name: now[name] for name in ("since", "ref", "officer_ref")})
    now = now.group_by(*KEY).aggregate(kept=packed.max())
    return now.select(*KEY, manager=now["kept"]["officer_ref"], managed_since=now["kept"]["since"])


def absences(held: dict[str, Table]) -> Table:
    """Absences over by each day, for clocks that release or return moves; `touching` are read as one."""
    away = held["away"]
    other = away.select(whose="person_ref", other="ref", begun="since", ended="until")
    met = away.inner_join(
        other,
        [
            away["person_ref"] == other["whose"],
            away["ref"] != other["other"],
            other["begun"] <= away["until"],
            other["ended"].isnull() | (other["ended"] >= away["since"]),
        ],
    )
    touching = met.select(of="person_ref").distinct()
    over = happened(away.filter(away["until"] > away["since"]), held["days"], "until")
    over = over.left_join(touching, over["person_ref"] == touching["of"])
    return over.select(
        *KEY,
        "since",
        "until",
        released=over["kind"] != AwayKind.ABROAD.value,
        touching=over["of"].notnull(),
    )


def _dynamic(table: Table) -> Any:
    name = ibis.literal(";") + table["instrument"].lower() + ";"
    return table["dynamic_instruments"].contains(name)


def _restarts(table: Table) -> Any:
    from watchkeeper.registers.facts import PRESCRIBED, NotificationKind

    prescribed = (table["kind"] == NotificationKind.CHANGE.value) & table["matter"].isin(
        [matter.value for matter in sorted(PRESCRIBED)]
    )
    return table["restarts"] | ~prescribed


def _of_level(table: Table, prefix: str, otherwise: str) -> Any:
    cases = [
        (table["level"] == each.value, table[f"{prefix}_{each.value.replace(' ', '_')}"]) for each in LEVELS
    ]
    return ibis.cases(*cases, else_=table[otherwise])


def _interval(table: Table) -> Any:
    """Months between visits: `visits.rules.frequency.interval`."""
    force = _of_level(table, "visit", "visit_strictest")
    asked = table["visit_every_months"]
    approved = (
        table["level"].notnull()
        & (table["approved_on"] <= table["asked_on"])
        & (table["approved_by"] != "")
        & table["deviation_reason"].re_search(r"\S")
    ).fill_null(False)
    shorter = ((asked > 0) & (asked < force)).fill_null(False)
    longer = ((asked > force) & approved).fill_null(False)
    return (shorter | longer).ifelse(asked, force)


def judged(held: dict[str, Table]) -> Table:
    """Of each row of `stood`: whether the next visit, assessment and annual notification are late.

    Blank where only the rule can tell: several absences since, or reactive management. Nobody out of
    reach is late.
    """
    rows = held["stood"]
    reachable = rows.filter(~rows["away"])
    visit = reachable.filter(~reachable["reactive"])
    fresh = visit["seen_on"].notnull() & (
        visit["registered_on"].isnull() | (visit["seen_on"] >= visit["registered_on"])
    )
    visit = visit.mutate(
        after=fresh.ifelse(visit["seen_on"], visit["registered_on"]),
        by=fresh.ifelse(
            visit["seen_on"] + visit["visit_months"].as_interval("M"),
            visit["registered_on"] + visit["first_visit_days"].as_interval("D"),
        ).cast("date"),
    )
    visited = _carried(visit, held["absences"], "first_visit_days").select(
        *KEY, visit_by="by", visit_late="late"
    )
    done = reachable["assessed_on"].notnull() & (
        reachable["registered_on"].isnull() | (reachable["assessed_on"] >= reachable["registered_on"])
    )
    assess = reachable.mutate(
        after=done.ifelse(reachable["assessed_on"], reachable["registered_on"]),
        by=done.ifelse(
            reachable["assessed_on"] + reachable["assess_months"].as_interval("M"),
            reachable["registered_on"] + reachable["assess_first_days"].as_interval("D"),
        ).cast("date"),
    )
    assessed = _carried(assess, held["absences"], "assess_first_days").select(
        *KEY, assess_by="by", assess_late="late"
    )
    told = rows.filter(
        rows["annual_from"].notnull(), ~(rows["notified_on"] < rows["registered_on"]).fill_null(False)
    )
    told = told.mutate(by=(told["annual_from"] + told["annual_months"].as_interval("M")).cast("date"))
    annual = _at_liberty(told, held["away"]).select(
        *KEY, annual_by="by", annual_late=lambda t: t["by"] < t["asked_on"]
    )
    whole = rows.select(*KEY)
    return reduce(
        lambda one, other: one.left_join(other, KEY).drop("person_ref_right", "asked_on_right"),
        (visited, assessed, annual),
        whole,
    )


def _carried(rows: Table, over: Table, allowed: str) -> Table:
    """`by` as `risk.rules.absence.carried` has it after one absence; `late` blank after several."""
    since = rows.select(*KEY, "after").inner_join(over, KEY)
    since = since.filter(since["after"].isnull() | (since["until"] > since["after"]))
    counted = since.group_by(*KEY).aggregate(
        many=lambda t: t.count(),
        gone=lambda t: t["since"].max(),
        back=lambda t: t["until"].max(),
        released=lambda t: t["released"].any(),
        touching=lambda t: t["touching"].any(),
    )
    t = rows.left_join(counted, KEY).drop("person_ref_right", "asked_on_right")
    afresh = (t["back"] + t[allowed].as_interval("D")).cast("date")
    missed = t["by"] < t["gone"]
    long = t["back"].delta(t["gone"], unit="day") >= t["short_absence_days"]
    moves = ibis.cases(
        (t["by"].isnull(), t["released"]),
        (missed, t["released"] & long),
        else_=t["released"] | (t["by"] < afresh),
    )
    t = t.mutate(by=(t["many"].notnull() & moves.fill_null(False)).ifelse(afresh, t["by"]))
    sure = t["many"].isnull() | ((t["many"] == 1) & ~t["touching"])
    return t.mutate(late=sure.ifelse(t["by"] < t["asked_on"], ibis.null("boolean")))


def _at_liberty(rows: Table, away: Table) -> Table:
    """Rows whose `by` no absence covers: a period that would end while away is held open, s.85(3)."""
    spans = away.select(whose="person_ref", gone="since", back="until")
    return rows.anti_join(
        spans,
        [
            rows["person_ref"] == spans["whose"],
            spans["gone"] <= rows["by"],
            spans["back"].isnull() | (spans["back"] >= rows["by"]),
        ],
    )
