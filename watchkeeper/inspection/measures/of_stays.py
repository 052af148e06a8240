"""Stays away from home that had to be told of by a day in the month up to each, and nobody ever was."""

from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.inspection.measures.rows import age, rows_of
from watchkeeper.inspection.measures.standing import KEY

PLACE = ("person_ref", "premises", "registered_on", "stay_days", "stay_months")
READING = ("stay_days", "stay_months", "stay_nights")


def stays_untold(held: dict[str, Table]) -> Table:
    """Addresses whose qualifying period was over in time for the last day to tell to fall in the month.

    `registers.rules.stays`. Of a stay it is recorded whether it was ever notified and not when, so that what
    was told too late cannot be told from what was told in time, and neither is said. Left to the rule:
    whoever was away in the days to tell of it.
    """
    days = held["days"].select("asked_on", "month_ago", "change_days", *READING)
    who = held["stood"].semi_join(held["stays"], "person_ref").select(*KEY, "unit", "registered_on")
    who = who.inner_join(days, "asked_on")
    stays = held["stays"].rename(premises="at")
    places = stays.group_by("person_ref", "premises").aggregate(
        ref=stays["ref"].min(), told=stays["notified"].fill_null(False).any()
    )
    early = ibis.literal("0001-01-01").cast("date")
    who = who.mutate(registered_on=who["registered_on"].fill_null(early))
    over = _qualified(stays, who.select("person_ref", "registered_on", *READING).distinct())
    t = who.inner_join(over, ["person_ref", "registered_on", *READING])
    t = t.mutate(by=(t["qualified"] + (t["change_days"] - 1).as_interval("D")).cast("date"))
    t = t.filter(t["by"] < t["asked_on"], t["by"] >= t["month_ago"])
    t = t.inner_join(places, ["person_ref", "premises"])
    t = t.anti_join(_away(t, held), ["ref", "asked_on"])
    return rows_of(t, ~t["told"], age(t, "by"), ref="ref")


def _qualified(stays: Table, who: Table) -> Table:
    """The day on which each address was first stayed at for as long as the law says: `qualifying_day`.

    More nights of one stay than are asked for add nothing, and are not counted.
    """
    keys = [*PLACE, "stay_nights"]
    t = stays.inner_join(who, "person_ref")
    first = ibis.greatest(t["since"], t["registered_on"])
    end = t["stay_nights"].ifelse(t["until"], (t["until"] + ibis.interval(days=1)).cast("date"))
    t = t.mutate(first=first, long=end.delta(first, unit="day"))
    many = ibis.least(t["long"].fill_null(t["stay_days"]), t["stay_days"].cast("int64"))
    t = t.mutate(many=many).filter(many > 0)
    t = t.mutate(at=ibis.range(ibis.literal(0, type="int64"), t["many"]).unnest())
    nights = t.select(*keys, night=(t["first"] + t["at"].as_interval("D")).cast("date")).distinct()
    nights = nights.mutate(
        place=ibis.row_number().over(ibis.window(group_by=keys, order_by="night")).cast("int64")
    )
    later = nights.select(*keys, last="night", before=nights["place"] - nights["stay_days"] + 1)
    t = nights.inner_join(later, [*keys, nights["place"] == later["before"]])
    corresponding = (t["night"] + t["stay_months"].as_interval("M")).cast("date")
    same = corresponding.day() == t["night"].day()
    ends = same.ifelse((corresponding - ibis.interval(days=1)).cast("date"), corresponding)
    t = t.filter(t["last"] <= ends)
    return t.group_by(*keys).aggregate(qualified=t["last"].min())


def _away(t: Table, held: dict[str, Table]) -> Any:
    """Those of the stays in whose days to tell of them an absence lies."""
    spans = held["away"].select("person_ref", gone="since", back="until")
    met = t.select(*KEY, "ref", "qualified", "by").inner_join(spans, "person_ref")
    inside = (met["gone"] <= met["by"]) & (met["back"].isnull() | (met["back"] > met["qualified"]))
    return met.filter(inside).select("ref", "asked_on").distinct()
