"""Who knocked, who was seen, and what was announced: the twin of `rules.contact` for a register.

Two tables stand for one. `seen` is every visit that met the person, in few columns, because
there are many and only the last of each person matters. `tried` is every other visit, and
every announced one of the months looked back at, in full.
"""

from typing import Any

import ibis
from ibis.expr.types import BooleanColumn, Table

from watchkeeper.engine.declared import london_clock, london_day, newest
from watchkeeper.visits.facts import Outcome

FULL = (
    "ref",
    "at",
    "address_ref",
    "purpose",
    "sought_entry_to_search",
    "outcome",
    "notice_hours",
    "notice_reason",
    "notice_authorised_by",
    "crew",
)


def contact(seen: Table, tried: Table, asked: Table) -> Table:
    """Last attempt and last contact of each person with either. An attempt is never a contact."""
    last = _last_seen(seen, asked)
    knocked = _knocked(tried, asked).group_by("person_ref").aggregate(knocked_at=lambda t: t["at"].max())
    both = last.outer_join(knocked, "person_ref")
    return both.select(
        person_ref=ibis.coalesce(both["person_ref"], both["person_ref_right"]),
        last_attempt_on=ibis.greatest(
            ibis.coalesce(both["knocked_at"], both["at"]), ibis.coalesce(both["at"], both["knocked_at"])
        ).pipe(london_day),
        last_seen_on=london_day(both["at"]),
        last_seen_ref=ibis.coalesce(both["ref"], ""),
    ).order_by("person_ref")


def failed(seen: Table, tried: Table, asked: Table) -> Table:
    """Attempts since each person was last seen, oldest first: a blank outcome proves no contact."""
    last = _last_seen(seen, asked).rename(seen_at="at", seen_ref="ref")
    knocked = _knocked(tried, asked)
    since = knocked.left_join(last, "person_ref")
    kept = since.filter(
        since["seen_at"].isnull()
        | (since["at"] > since["seen_at"])
        | ((since["at"] == since["seen_at"]) & (since["ref"] > since["seen_ref"]))
    )
    return kept.select("person_ref", *FULL).order_by("person_ref", "at", "ref")


def announced(tried: Table, asked: Table) -> Table:
    """Visits of which notice was given, called off or not, in the months policy looks back."""
    known = tried.cross_join(asked)
    kept = known.filter(
        known["notice_hours"].notnull(),
        known["at"] < known["asked_until"],
        known["at"] >= known["announced_from"],
    )
    return kept.select("person_ref", *FULL).order_by("person_ref", "at", "ref")


def made(seen: Table, tried: Table, asked: Table) -> Table:
    """Every attempt that anybody counts, by person and day, and whether notice had been given of it.

    Of a visit that met the person the notice is known for the months looked back at, and
    only there.
    """
    seen, tried = _counted(seen, asked), _counted(tried, asked)
    told = _happened(tried, asked).filter(lambda t: t["notice_hours"].notnull())
    told = told.filter(told["outcome"] != Outcome.CALLED_OFF.value).select("id", told=True)
    met = _happened(seen, asked).left_join(told, "id")
    knocked = _knocked(tried, asked)
    return met.select("person_ref", day=london_day(met["at"]), told=met["told"].notnull()).union(
        knocked.select("person_ref", day=london_day(knocked["at"]), told=knocked["notice_hours"].notnull())
    )


def guessable(seen: Table, tried: Table, asked: Table) -> Table:
    """Knocks, in order of time, of everybody whose visits might be guessed: the twin of `rules.knocks`.

    `asked` is here the one row of `asked_of_patterns`, which holds the bounds. Most people have fewer
    visits than are judged, so the others alone are put on London's clock and sorted.
    """
    met = _since(_happened(seen, asked)).select("person_ref", "at", seen=ibis.literal(True))
    made = met.union(_since(_knocked(tried, asked)).select("person_ref", "at", seen=ibis.literal(False)))
    enough = made.group_by("person_ref").aggregate(many=lambda t: t.count()).cross_join(asked)
    enough = enough.filter(enough["many"] >= enough["least"])
    judged = made.semi_join(enough, "person_ref").mutate(there=lambda t: london_clock(t["at"]))
    found = _one_hour(judged, enough).union(_days_alike(judged, asked))
    return made.semi_join(found, "person_ref").order_by("person_ref", "at", "seen")


def _since(known: Table) -> Table:
    return known.filter(known["at"] >= known["from_instant"])


def _one_hour(judged: Table, enough: Table) -> Table:
    """People of whom one hour of one day of the week may give away the next visit."""
    there = judged["there"]
    cell = judged.group_by("person_ref", weekday=there.day_of_week.index(), hour=there.hour())
    t = cell.aggregate(held=lambda t: t.count()).inner_join(enough, "person_ref")
    telling = t["held"] + ibis.literal(1) / t["many"] >= t["many"].cast("float64") ** (1 - t["entropy"])
    return t.filter((t["held"] / t["many"] >= t["cell_share"]) | telling).select("person_ref")


def _days_alike(judged: Table, asked: Table) -> Table:
    """People of whom the days between visits on which they were seen may give away the next."""
    days = judged.filter(judged["seen"]).select("person_ref", day=judged["there"].date()).distinct()
    gap = days["day"].delta(days["day"].lag().over(_by_person("day")), unit="day")
    gaps = days.select("person_ref", gap=gap).filter(lambda t: t["gap"].notnull())
    told = gaps.group_by("person_ref").aggregate(
        gaps=lambda t: t.count(),
        total=lambda t: t["gap"].sum(),
        squares=lambda t: (t["gap"] * t["gap"]).sum(),
    )
    told = told.cross_join(asked).filter(lambda t: t["gaps"] + 1 >= t["least"])
    t = gaps.inner_join(told, "person_ref")
    further = (t["share"] * t["gaps"] - ibis.literal(1) / t["gaps"]).ceil() - 1
    t = t.mutate(last=t["gap"].lead(ibis.greatest(further, 0)).over(_by_person("gap")))
    square = t["total"] * t["total"]
    even = t["gaps"] * t["squares"] - square <= t["gap_spread"] * t["gap_spread"] * square + 1
    reached = (t["last"] <= t["gap"] + t["within"] + t["within"]) | (t["last"] * t["last_part"] <= t["gap"])
    return t.filter(even | reached).select("person_ref")


def _by_person(order: str) -> Any:
    return ibis.window(group_by="person_ref", order_by=order)


def _happened(visits: Table, asked: Table) -> Table:
    known = visits.cross_join(asked)
    return known.filter(known["at"] < known["asked_until"])


def _counted(visits: Table, asked: Table) -> Table:
    """Those of the weeks and months that are counted; older ones need no day worked out."""
    known = visits.cross_join(asked)
    return known.filter(known["at"] >= known["counted_from"]).select(*visits.columns)


def _last_seen(seen: Table, asked: Table) -> Table:
    return newest(_happened(seen, asked).select("person_ref", "at", "ref"), "at", "ref")


def _knocked(tried: Table, asked: Table) -> Table:
    """Attempts on which nobody is known to have met the person."""
    known = _happened(tried, asked)
    return known.filter(~_met(known), known["outcome"] != Outcome.CALLED_OFF.value)


def _met(visits: Table) -> BooleanColumn:
    met: BooleanColumn = visits["outcome"].isin([one.value for one in Outcome if one.successful])
    return met
