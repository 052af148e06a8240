"""Measures of people missing: episodes of the month up to each day, and flags that hold."""

from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.engine.timeline import holding
from watchkeeper.inspection.measures.rows import age, rows_of
from watchkeeper.missing.facts import Grade, HowFound, ReturnStep

LOW = [Grade.LOW.value, Grade.VERY_LOW.value]
MONTHS_A_YEAR = 12


def grades_late(held: dict[str, Table]) -> Table:
    """Whether the first grade came within the minutes of policy."""
    t = _with_first(_reported(held), held["missing_grades"], "graded")
    latest = t["reported_at"] + t["grade_minutes"].as_interval("m")
    late = (t["graded"] > latest).fill_null(latest < t["ends_at"])
    return rows_of(t, late, age(t, "day"), ref="ref")


def enquiries_late(held: dict[str, Table]) -> Table:
    """Whether the first enquiry came within the hours for the first grade; ungraded counts as high."""
    t = _with_first(_reported(held), held["missing_enquiries"], "enquired")
    first = (
        held["missing_grades"]
        .group_by(of="episode_ref")
        .aggregate(grade=lambda g: ibis.struct({"at": g["at"], "ref": g["ref"], "grade": g["grade"]}).min())
    )
    first = first.select("of", grade=first["grade"]["grade"])
    t = t.left_join(first, t["ref"] == first["of"]).drop("of")
    allowed = ibis.cases(
        (t["grade"].isin(LOW), t["enquiry_low"]),
        (t["grade"] == Grade.MEDIUM.value, t["enquiry_medium"]),
        else_=t["enquiry_high"],
    )
    latest = t["reported_at"] + allowed.as_interval("h")
    ended = held["missing_finds"].group_by(gone="episode_ref").aggregate(found=lambda f: f["at"].min())
    t = t.mutate(latest=latest).left_join(ended, t["ref"] == ended["gone"]).drop("gone")
    t = t.filter(t["found"].isnull() | (t["found"] > t["latest"]))
    late = (t["enquired"] > t["latest"]).fill_null(t["latest"] < t["ends_at"])
    return rows_of(t, late, age(t, "day"), ref="ref")


def returns_late(held: dict[str, Table]) -> Table:
    """Children found whose time for a return interview ended in the month: held or refused in it?"""
    days = held["days"]
    f = held["missing_finds"].filter(lambda f: f["how"] != HowFound.DEAD.value)
    f = f.group_by("episode_ref").aggregate(found=f["at"].max(), day=f["day"].max())
    t = f.cross_join(days)
    t = t.mutate(latest=t["found"] + t["return_hours"].as_interval("h"))
    t = t.filter(t["latest"] < t["ends_at"], t["latest"] >= t["month_began_at"])
    episodes = held["missing_episodes"].select("unit", "missing_ref", episode_ref="ref")
    people = held["missing_people"].select(missing_ref="ref", born_on="born_on")
    t = t.inner_join(episodes, "episode_ref").inner_join(people, "missing_ref")
    grown = (t["born_on"] + (t["child_age"] * MONTHS_A_YEAR).as_interval("M")) <= t["day"]
    t = t.filter(~grown.fill_null(False))
    over = (
        held["return_interviews"]
        .filter(lambda r: r["step"].isin([ReturnStep.HELD.value, ReturnStep.REFUSED.value]))
        .select(of="episode_ref", at="at")
    )
    few = t.select("episode_ref", "asked_on", "found")
    done = few.inner_join(over, [few["episode_ref"] == over["of"], over["at"] >= few["found"]])
    done = done.group_by("episode_ref", "asked_on").aggregate(held_at=done["at"].min())
    t = t.left_join(done, ["episode_ref", "asked_on"]).drop("episode_ref_right", "asked_on_right")
    return rows_of(t, ~(t["held_at"] <= t["latest"]).fill_null(False), age(t, "day"), ref="episode_ref")


def flags_idle(held: dict[str, Table]) -> Table:
    """Flags of exploitation that hold, with no owner, or no review ahead."""
    t = holding(held["exploitation_flags"], held["days"], "on")
    last = (
        held["missing_episodes"]
        .group_by(missing_ref="missing_ref")
        .aggregate(
            unit=lambda e: ibis.struct({"at": e["reported_at"], "ref": e["ref"], "unit": e["unit"]}).max()
        )
    )
    last = last.select("missing_ref", unit=last["unit"]["unit"])
    t = t.left_join(last, "missing_ref").drop("missing_ref_right")
    idle = (t["owner"] == "") | t["review_on"].isnull() | (t["review_on"] < t["asked_on"])
    return rows_of(t, idle, age(t, "on"), ref="ref")


def episodes_reported(held: dict[str, Table]) -> Table:
    t = _reported(held)
    return rows_of(t, ibis.literal(True), age(t, "day"), ref="ref")


def _reported(held: dict[str, Table]) -> Any:
    days, t = held["days"], held["missing_episodes"]
    return t.join(days, [t["day"] <= days["asked_on"], t["day"] > days["month_ago"]])


def _with_first(episodes: Table, table: Table, name: str) -> Table:
    """Episodes with the first instant of something done in them, by the end of the day asked about."""
    done = table.select(of="episode_ref", at="at")
    few = episodes.select("ref", "asked_on", "ends_at")
    near = few.inner_join(done, [few["ref"] == done["of"], done["at"] < few["ends_at"]])
    first = near.group_by("ref", "asked_on").aggregate(**{name: near["at"].min()})
    return episodes.left_join(first, ["ref", "asked_on"]).drop("ref_right", "asked_on_right")
