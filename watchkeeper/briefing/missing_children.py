"""What is recorded about the exploitation of some children, read for the lines of a night."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date
from typing import Any

from watchkeeper.briefing import missing_asking
from watchkeeper.briefing.held import held_facts
from watchkeeper.engine.snapshot import Snapshot
from watchkeeper.engine.source import Source
from watchkeeper.law.clocks import london_day
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.concerns import Concerns, Learned
from watchkeeper.missing.exploitation import brought_together
from watchkeeper.missing.facts import Flag

HELD = "asked_children"
THEIRS = "missing_ref IN (SELECT ref FROM children)"
LEARNED = (
    f"SELECT missing_ref, ref, reported_at FROM missing_episodes WHERE {THEIRS} UNION ALL "
    "SELECT e.missing_ref, s.ref, s.at FROM missing_sightings s "
    f"JOIN missing_episodes e ON e.ref = s.episode_ref WHERE {THEIRS}"
)
"""`exploitation.learned_of`, asked of the rows held: each episode and each thing seen in one, by child."""


def children_in(
    snapshot: Snapshot,
    source: Source,
    children: list[str],
    flags: Mapping[str, tuple[Flag, ...]],
    law: Shelf,
    *,
    on: date,
) -> tuple[Concerns, ...]:
    """All that clocks of exploitation read of each of the children, by their refs and in their order."""
    if not children:
        return ()
    snapshot.held.execute("CREATE TABLE children AS SELECT unnest(CAST(? AS VARCHAR[])) AS ref", [children])
    snapshot.read_about(source, missing_asking.people_pulls(HELD), children)
    people = {who.ref: who for who in held_facts(snapshot, missing_asking.table("missing_people"), held=HELD)}
    screenings, steps = (
        _of_each(snapshot, name) for name in ("exploitation_screenings", "exploitation_steps")
    )
    learned: dict[str, list[Learned]] = defaultdict(list)
    for child, ref, at in snapshot.held.sql(LEARNED).fetchall():
        learned[child].append(Learned(ref, london_day(at.replace(tzinfo=UTC))))
    return tuple(
        brought_together(
            ref,
            people.get(ref),
            screenings[ref],
            flags.get(ref, ()),
            steps[ref],
            learned[ref],
            law,
            on=on,
        )
        for ref in children
    )


def _of_each(snapshot: Snapshot, name: str) -> dict[str, list[Any]]:
    """The facts of a table about the children, by whom they are about, in the order they were stored."""
    found: dict[str, list[Any]] = defaultdict(list)
    whose = snapshot.ask(f'SELECT missing_ref FROM "{name}" WHERE {THEIRS} ORDER BY id').column(0).to_pylist()
    facts = held_facts(snapshot, missing_asking.table(name), where=THEIRS)
    for ref, each in zip(whose, facts, strict=True):
        found[ref].append(each)
    return found
