"""Crimes in the hands of somebody who may not hold them: post, rank and courses, and leave that was given."""

from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.crimes.bulk import MARKS, marks_of
from watchkeeper.engine.timeline import holding
from watchkeeper.inspection.measures.placing import VARIED
from watchkeeper.inspection.measures.rows import age, rows_of
from watchkeeper.inspection.measures.standing import SAYS_SOMETHING
from watchkeeper.workforce.rules.eligibility import Ground

ON = ["crime_ref", "asked_on"]
HOLDER = ["officer_ref", "asked_on", "kind"]
SAME = ("offence", "domestic", "high_risk", "street")
"""Of a crime, what its kind hangs on as it was recorded."""


def hands(held: dict[str, Table]) -> Table:
    """Who holds each crime with no outcome on each day: of several spells that hold the newest."""
    now = holding(held["crime_holdings"], held["days"])
    packed = ibis.struct({name: now[name] for name in ("since", "ref", "officer_ref")})
    now = now.group_by(*ON).aggregate(kept=packed.max())
    now = now.select(*ON, since=now["kept"]["since"], officer_ref=now["kept"]["officer_ref"])
    return now.inner_join(held["running"].select("asked_on", "unit", crime_ref="ref"), ON)


def alike(held: dict[str, Table]) -> Table:
    """Of each crime ever in hand the first that is like it in all that its kind hangs on: `like`.

    Once for each reading of policy there was on the days asked about.
    """
    asked = held["days"].select(*VARIED).distinct()
    theirs = held["hands"].select(ref="crime_ref").distinct()
    crimes = held["crimes"].semi_join(theirs, "ref").mutate(day=lambda c: c["reported"])
    t = crimes.cross_join(asked)
    marks = marks_of(
        held["crime_parties"].semi_join(theirs, held["crime_parties"]["crime_ref"] == theirs["ref"]),
        crimes,
        asked,
    )
    t = t.left_join(marks, [t["ref"] == marks["of"], t["child_under"] == marks["child_under"]]).drop(
        "of", "child_under_right"
    )
    of_people = [t[name].fill_null(False) for name in ("victim", "child", "unborn", *MARKS)]
    several = t["lines_of_enquiry"] >= t["several_lines"]
    same = [*(t[name] for name in (*SAME, *VARIED)), several, *of_people]
    like = t["ref"].min().over(ibis.window(group_by=same))
    return t.select(*VARIED, crime_ref="ref", like=like)


def held_unfit(held: dict[str, Table]) -> Table:
    """Whether the holder is out of post, of too low a rank, or lacks a course: `eligibility.eligible`.

    A tutor stands in as `accreditation.need_met` lets them, but that no conflict of theirs is asked about.
    """
    t = _of_kind(held)
    officers = held["officers"].select("rank", officer_ref="ref", begun="since", left="until")
    t = t.inner_join(officers, "officer_ref")
    t = t.left_join(_trained(t, held), HOLDER).drop(*(f"{name}_right" for name in HOLDER))
    t = t.left_join(_leave(held), [*ON, "officer_ref"]).drop(
        "crime_ref_right", "asked_on_right", "officer_ref_right"
    )
    own = held["crime_parties"].filter(lambda p: p["officer"] != "")
    own = own.select(own_crime="crime_ref", own_officer="officer").distinct()
    t = t.left_join(own, [t["crime_ref"] == own["own_crime"], t["tutor"] == own["own_officer"]])
    tutored = t["tutored"].fill_null(False) & t["own_officer"].isnull()
    out = ((t["begun"] > t["asked_on"]) | (t["left"] <= t["asked_on"]).fill_null(False)).fill_null(False)
    low = ~t["ranks"].contains(ibis.literal(";") + t["rank"] + ";")
    untaught = (t["met"].fill_null(0) < t["needs"]) & ~tutored
    unfit = ((out, Ground.POST), (low, Ground.RANK), (untaught, Ground.ACCREDITATION))
    barred = [found & ~_opened(t, ground) for found, ground in unfit]
    return rows_of(t, barred[0] | barred[1] | barred[2], age(t, "since"), ref="crime_ref")


def _of_kind(held: dict[str, Table]) -> Table:
    """Crimes in hand with their kind, and what it asks for."""
    t = held["hands"].inner_join(held["days"].select("asked_on", "overridable", *VARIED), "asked_on")
    t = t.inner_join(held["alike"], ["crime_ref", *VARIED]).inner_join(held["kinds"], ["like", "asked_on"])
    return t.inner_join(held["asks"], ["kind", "asked_on"])


def _opened(t: Table, ground: Ground) -> Any:
    """Whether leave opens a ground by policy."""
    return t["leave"].fill_null(False) & t["overridable"].contains(f";{ground};")


def _trained(t: Table, held: dict[str, Table]) -> Table:
    """Of whoever holds a kind on a day: how many of its needs they meet, and whether a tutor stands in."""
    days = held["days"].select("asked_on")
    asked = t.select(*HOLDER, "needs").distinct()
    whole = asked.select("officer_ref", "asked_on").distinct()
    named = _tutors(held).inner_join(whole, ["officer_ref", "asked_on"])
    everybody = whole.select("officer_ref").union(named.select(officer_ref="tutor")).distinct()
    passed = held["training"].semi_join(everybody, "officer_ref")
    passed = (
        holding(passed, days, "awarded_on", "expires_on")
        .select("officer_ref", "asked_on", "course")
        .distinct()
    )
    met = _met(asked.select(*HOLDER), passed, held)
    own = met.group_by(*HOLDER).aggregate(met=met.count())
    lent = held["courses"].select("kind", "asked_on", "need", "stands_in").distinct()
    lacking = asked.inner_join(lent, ["kind", "asked_on"]).anti_join(met, [*HOLDER, "need"])
    lacking = lacking.group_by(*HOLDER).aggregate(lendable=lacking["stands_in"].all())
    pairs = asked.inner_join(named, ["officer_ref", "asked_on"])
    taught = _met(pairs.select("asked_on", "kind", officer_ref="tutor").distinct(), passed, held)
    taught = taught.group_by(*HOLDER).aggregate(taught=taught.count()).rename(tutor="officer_ref")
    pairs = pairs.inner_join(taught, ["tutor", "asked_on", "kind"]).filter(
        lambda p: p["taught"] == p["needs"]
    )
    pairs = pairs.inner_join(lacking, HOLDER)
    pairs = pairs.select(*HOLDER, "tutor", tutored=pairs["lendable"])
    found = asked.select(*HOLDER).left_join(own, HOLDER).drop(*(f"{name}_right" for name in HOLDER))
    return found.left_join(pairs, HOLDER).drop(*(f"{name}_right" for name in HOLDER))


def _met(asked: Table, passed: Table, held: dict[str, Table]) -> Table:
    """The needs of each kind that officers meet by a course of their own."""
    t = asked.inner_join(held["courses"], ["kind", "asked_on"])
    t = t.inner_join(passed, ["officer_ref", "asked_on", "course"])
    return t.select(*HOLDER, "need").distinct()


def _tutors(held: dict[str, Table]) -> Table:
    """Whoever tutors each trainee on a day, in post, not suspended, and somebody else."""
    days = held["days"]
    t = holding(held["tutors"], days)
    packed = ibis.struct({name: t[name] for name in ("since", "id", "tutor")})
    t = t.group_by(officer_ref="trainee", asked_on="asked_on").aggregate(kept=packed.max())
    t = t.select("officer_ref", "asked_on", tutor=t["kept"]["tutor"])
    officers = held["officers"].select(tutor="ref", begun="since", left="until")
    t = t.inner_join(officers, "tutor").filter(lambda t: t["tutor"] != t["officer_ref"])
    begun = t["begun"].isnull() | (t["begun"] <= t["asked_on"])
    t = t.filter(begun & (t["left"].isnull() | (t["left"] > t["asked_on"])))
    off = holding(held["suspensions"], days).select("asked_on", tutor="officer_ref").distinct()
    return t.anti_join(off, ["tutor", "asked_on"]).select("officer_ref", "asked_on", "tutor")


def _leave(held: dict[str, Table]) -> Table:
    """The newest leave that holds for an officer to hold a crime, and whether it opens anything."""
    t = holding(held["allocation_overrides"], held["days"], "on")
    packed = ibis.struct({name: t[name] for name in ("on", "ref", "by", "reason")})
    t = t.group_by(*ON, "officer_ref").aggregate(kept=packed.max())
    t = t.select(*ON, "officer_ref", by=t["kept"]["by"], reason=t["kept"]["reason"])
    t = t.inner_join(held["officers"].select(by="ref", giver="rank"), "by")
    t = t.inner_join(held["days"].select("asked_on", "override_ranks"), "asked_on")
    enough = t["override_ranks"].contains(ibis.literal(";") + t["giver"] + ";")
    given = t["reason"].re_search(SAYS_SOMETHING) & (t["by"] != t["officer_ref"]) & enough
    return t.select(*ON, "officer_ref", leave=given)
