"""Visits that can be guessed: the knocks of each person in the months looked back over from every day."""

from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.inspection.measures.rows import rows_of
from watchkeeper.inspection.measures.standing import KEY, SEEN
from watchkeeper.visits.facts import Outcome

WINDOW = ("pattern_after", "pattern_least")
ASKED = (
    *(*WINDOW, "pattern_cell", "pattern_entropy", "pattern_spread", "pattern_guess"),
    *("pattern_within", "pattern_last_part", "pattern_deadline"),
)


def knocked(held: dict[str, Table]) -> Table:
    """Every knock of whoever has as many in the months asked about as are judged, of any of the days."""
    asked = held["days"].aggregate(
        first=held["days"]["pattern_after"].min(),
        last=held["days"]["asked_on"].max(),
        least=held["days"]["pattern_least"].min(),
    )
    v = held["visits"].filter(lambda v: v["outcome"] != Outcome.CALLED_OFF.value).cross_join(asked)
    v = v.filter(v["day"] > v["first"], v["day"] <= v["last"])
    many = v.group_by("person_ref", "least").aggregate(many=v.count())
    v = v.semi_join(many.filter(many["many"] >= many["least"]), "person_ref")
    return v.select("person_ref", "at", "day", seen=v["outcome"].isin(SEEN))


def guessable(held: dict[str, Table]) -> Table:
    """Whether somebody could tell when to expect the police: `visits.rules.predictable.varied`.

    Hours are judged on every knock, days on those on which the person was seen. Few prove nothing.
    """
    days = held["days"].select("asked_on", *ASKED)
    k = held["knocked"]
    t = k.join(
        days.select(*WINDOW, "asked_on"), [k["day"] <= days["asked_on"], k["day"] > days["pattern_after"]]
    )
    many = t.group_by(*KEY, "pattern_least").aggregate(many=t.count())
    enough = many.filter(many["many"] >= many["pattern_least"]).select(*KEY, "many")
    t = t.semi_join(enough, list(KEY))
    who = held["stood"].filter(lambda s: ~s["away"] & ~s["reactive"]).inner_join(enough, list(KEY))
    since = ibis.coalesce(who["seen_on"], who["asked_on"])
    limit = (since + who["visit_months"].as_interval("M")).cast("date").delta(since, unit="day")
    who = who.select(*KEY, "unit", "many", limit=limit).inner_join(days, "asked_on")
    who = who.inner_join(_cells(t), list(KEY)).left_join(_gaps(t, who), list(KEY))
    who = who.drop("person_ref_right", "asked_on_right")
    spread = ibis.literal(1.0) - who["told"] / (who["many"] * who["many"].cast("float64").ln())
    by_hour = (who["most"] / who["many"] >= who["pattern_cell"]) | (spread <= who["pattern_entropy"])
    by_day = (
        (who["spread"] <= who["pattern_spread"])
        | (who["hits"] / who["gaps"] >= who["pattern_guess"])
        | (who["late"] / who["gaps"] >= who["pattern_deadline"])
    )
    judged = who["gaps"] + 1 >= who["pattern_least"]
    return rows_of(who, by_hour | (judged & by_day).fill_null(False), ibis.null("int64"))


def _cells(t: Table) -> Table:
    """Of each person and day: knocks in the commonest hour of a day of the week, and how they are spread."""
    there = t["there"]
    cells = t.group_by(*KEY, weekday=there.day_of_week.index(), hour=there.hour()).aggregate(held=t.count())
    return cells.group_by(*KEY).aggregate(
        most=cells["held"].max(), told=(cells["held"] * cells["held"].cast("float64").ln()).sum()
    )


def _gaps(t: Table, who: Table) -> Table:
    """Of each person and day: the days between visits on which they were seen, and what they give away."""
    seen = t.filter(t["seen"]).select(*KEY, "day").distinct()
    gap = seen["day"].delta(seen["day"].lag().over(_within("day")), unit="day")
    gaps = seen.select(*KEY, gap=gap).filter(lambda g: g["gap"].notnull())
    asked = who.select(*KEY, "limit", "pattern_last_part", "pattern_within")
    gaps = gaps.inner_join(asked, list(KEY))
    mean = gaps["gap"].mean().over(ibis.window(group_by=list(KEY)))
    gaps = gaps.mutate(mean=mean)
    off = gaps["gap"] - gaps["mean"]
    bunched = (gaps["pattern_last_part"] * gaps["limit"] <= gaps["gap"]) & (gaps["gap"] <= gaps["limit"])
    found = gaps.group_by(*KEY).aggregate(
        gaps=gaps.count(),
        even=((off * off).mean().sqrt() / gaps["mean"].max()),
        late=bunched.cast("int64").sum(),
    )
    return (
        found.rename(spread="even")
        .left_join(_hits(gaps), list(KEY))
        .drop("person_ref_right", "asked_on_right")
    )


def _hits(gaps: Table) -> Table:
    """How many of the days between visits the best one guess comes near."""
    each = gaps.group_by(*KEY, "gap", "pattern_within").aggregate(many=gaps.count())
    other = each.select(*KEY, near="gap", some="many")
    met = each.inner_join(other, list(KEY))
    met = met.filter(met["near"] >= met["gap"], met["near"] <= met["gap"] + 2 * met["pattern_within"])
    met = met.group_by(*KEY, "gap").aggregate(hits=met["some"].sum())
    return met.group_by(*KEY).aggregate(hits=met["hits"].max())


def _within(order: str) -> Any:
    return ibis.window(group_by=list(KEY), order_by=order)
