"""How often each unit heard and did anything, week by week, for the signals that may fall."""

import ibis
from ibis.expr.types import Table

from watchkeeper.inspection.facts import Signal

NOT_RECORDED = "not recorded"


def weekly(made: Table, notifications: Table, intelligence: Table, people: Table, asked: Table) -> Table:
    """Counts by signal, unit and week; week 0 is the 7 days that end on the day asked about.

    `made` holds a row for each attempted visit, by person and day. A week with nothing has no
    row: whoever reads this puts the nought there.
    """
    said = ibis.union(
        _days(made, "day", Signal.VISITS),
        _days(notifications, "notified_on", Signal.NOTIFICATIONS),
        _days(intelligence, "received_on", Signal.INTELLIGENCE),
    )
    said = said.inner_join(people.select("unit", person_ref="ref"), "person_ref").cross_join(asked)
    said = said.filter(said["day"] <= said["asked_on"], said["day"] > said["weeks_from"])
    said = said.mutate(week=(said["asked_on"].delta(said["day"], unit="day") / 7).floor().cast("int32"))
    counted = said.group_by(["signal", "unit", "week"]).aggregate(many=said.count())
    return counted.order_by("signal", "unit", "week")


def announced(made: Table, people: Table, asked: Table) -> Table:
    """Attempted visits of each unit in the months looked back at, and those with any notice."""
    known = made.inner_join(people.select("unit", person_ref="ref"), "person_ref").cross_join(asked)
    known = known.filter(known["day"] > known["announced_since"])
    return (
        known.group_by("unit")
        .aggregate(made=known.count(), announced=known["told"].cast("int32").sum())
        .order_by("unit")
    )


def loads(managed: Table, level: Table, people: Table, asked: Table) -> Table:
    """How many people at each level each officer manages on the day; a level nobody recorded says so."""
    held = managed.cross_join(asked)
    held = held.filter(held["until"].isnull() | (held["until"] > held["asked_on"]))
    held = held.select("person_ref", "officer_ref")
    held = held.inner_join(people.select(person_ref="ref"), "person_ref")
    held = held.left_join(level.select("person_ref", "level"), "person_ref")
    held = held.select("officer_ref", level=ibis.coalesce(held["level"], NOT_RECORDED))
    return (
        held.group_by(["officer_ref", "level"]).aggregate(many=held.count()).order_by("officer_ref", "level")
    )


def _days(table: Table, day: str, signal: Signal) -> Table:
    return table.select("person_ref", day=table[day], signal=ibis.literal(signal.value))
