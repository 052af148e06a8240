"""Which episodes, and which children, may have a line in the brief: the twin that passes by all the rest.

It leaves none out that the rules would name, and may name one they then find in order: everybody who
is still missing is asked about, and of ages it knows only that somebody is surely no child.
"""

from functools import reduce
from typing import Any

from ibis.expr.types import Table

from watchkeeper.engine.declared import london_day
from watchkeeper.missing.concerns import ConcernStep
from watchkeeper.missing.facts import HowFound, ReturnStep

OVER = (ReturnStep.HELD.value, ReturnStep.REFUSED.value)


def to_ask(held: dict[str, Table], asked: Table) -> Table:
    """Refs of the episodes reported by the instant that may owe something, in order."""
    episodes = held["missing_episodes"].cross_join(asked).filter(lambda t: t["reported_at"] <= t["asked_at"])
    finds = _by(held["missing_finds"], asked)
    back = finds.group_by("episode_ref").aggregate(
        found=lambda t: t["at"].max(), alive=lambda t: (t["how"] != HowFound.DEAD.value).any()
    )
    still = episodes.anti_join(back, episodes["ref"] == back["episode_ref"]).select(episode_ref="ref")
    returned = episodes.inner_join(back.filter(back["alive"]), episodes["ref"] == back["episode_ref"])
    people = held["missing_people"].select(whose="ref", born_on="born_on")
    returned = returned.left_join(people, returned["missing_ref"] == people["whose"])
    days = returned["reported_at"].date().delta(returned["born_on"], unit="day")
    children = returned.filter(returned["born_on"].isnull() | (days < returned["child_days"]))
    spoken = _by(held["prevention_interviews"], asked).filter(lambda t: t["in_person"].fill_null(False))
    over = _by(held["return_interviews"], asked).filter(lambda t: t["step"].isin(OVER))
    found = (
        still,
        _without(returned, spoken),
        _without(children, _by(held["authorities_told"], asked)),
        _without(children, over),
    )
    return reduce(lambda one, other: one.union(other), found).distinct().order_by("episode_ref")


def children_to_ask(held: dict[str, Table], asked: Table) -> Table:
    """Refs of whoever may be owed a clock of exploitation on the night, in order.

    Somebody flagged, screened as more than low, screened with a potential indicator, or believed to be
    a victim; and every child of whom something came to be known after the last screening.
    """
    screened = _on(held["exploitation_screenings"], asked)
    last = screened.group_by("missing_ref").aggregate(last_on=lambda t: t["on"].max())
    grave = screened.filter(lambda t: t["active"].fill_null(True) | t["potential"].fill_null(True))
    flags = _on(held["exploitation_flags"], asked)
    flags = flags.filter(flags["until"].isnull() | (flags["until"] > flags["asked_on"]))
    believed = _on(held["exploitation_steps"], asked).filter(
        lambda t: t["kind"] == ConcernStep.BELIEVED.value
    )
    surely = (grave, flags, believed)
    found = [each.select("missing_ref") for each in (*surely, _news(held, asked, last))]
    return reduce(lambda one, other: one.union(other), found).distinct().order_by("missing_ref")


def _news(held: dict[str, Table], asked: Table, last: Table) -> Table:
    """Whoever was reported, or something of them seen, after they were last screened, and may be a child."""
    episodes = held["missing_episodes"].select("ref", "missing_ref", at="reported_at")
    seen = held["missing_sightings"].select("episode_ref", "at")
    of_seen = seen.inner_join(episodes.drop("at"), seen["episode_ref"] == episodes["ref"])
    told = episodes.select("missing_ref", "at").union(of_seen.select("missing_ref", "at"))
    latest = told.group_by("missing_ref").aggregate(at=lambda t: t["at"].max())
    latest = latest.left_join(last, "missing_ref").select("missing_ref", "at", "last_on")
    unread = latest.filter(latest["last_on"].isnull() | (london_day(latest["at"]) > latest["last_on"]))
    people = held["missing_people"].select(whose="ref", born_on="born_on").cross_join(asked)
    old = people["asked_on"].delta(people["born_on"], unit="day") >= people["child_days"]
    grown = people.filter(people["born_on"].notnull() & old)
    return unread.anti_join(grown, unread["missing_ref"] == grown["whose"])


def _on(table: Table, asked: Table) -> Table:
    """Rows whose day has come by the night."""
    return table.cross_join(asked).filter(lambda t: t["on"] <= t["asked_on"])


def _without(episodes: Table, done: Table) -> Table:
    """Episodes in which something was not done since they were found."""
    since: list[Any] = [episodes["episode_ref"] == done["episode_ref"], done["at"] >= episodes["found"]]
    return episodes.anti_join(done, since).select("episode_ref")


def _by(table: Table, asked: Table) -> Table:
    """Rows of what had happened by the instant, with nothing of what is asked beside them."""
    columns = table.columns
    return table.cross_join(asked).filter(lambda t: t["at"] <= t["asked_at"]).select(*columns)
