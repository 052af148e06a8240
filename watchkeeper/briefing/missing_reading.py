"""Episodes that still owe something, flags, and who was found near whom, from the stored facts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from watchkeeper.briefing import missing_asking
from watchkeeper.briefing.held import held_facts
from watchkeeper.briefing.missing_children import children_in
from watchkeeper.briefing.registered import registered_in
from watchkeeper.engine.snapshot import Snapshot, open_snapshot, printed
from watchkeeper.engine.source import Source
from watchkeeper.engine.standing import Known
from watchkeeper.law.clocks import days_before, london_day
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.concerns import Concerns
from watchkeeper.missing.facts import Case, Flag
from watchkeeper.missing.keys import is_one_place
from watchkeeper.missing.rules.nearness import rings_at_once
from watchkeeper.missing.stored import put_together

EPISODES = "SELECT ref FROM missing_episodes ORDER BY ref"
CHILDREN = (
    "SELECT ref FROM missing_people UNION SELECT missing_ref FROM missing_episodes "
    "UNION SELECT missing_ref FROM exploitation_flags UNION SELECT missing_ref FROM exploitation_screenings "
    "UNION SELECT missing_ref FROM exploitation_steps ORDER BY ref"
)
"""Every episode and every child, for whoever passes none by."""


@dataclass(frozen=True, slots=True)
class FoundNear:
    """Somebody found within the distance that rings of people on the register: how many, how near, when."""

    episode: str
    unit: str
    at: datetime
    people: int
    metres: float
    came_back: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """`cases` are the episodes that may owe something, by ref.

    `concerns` are of the children who may be owed a clock of exploitation, `units` those of them and
    of whoever is flagged.
    """

    cases: tuple[Case, ...]
    flags: Mapping[str, tuple[Flag, ...]]
    concerns: tuple[Concerns, ...]
    units: Mapping[str, str]
    near: tuple[FoundNear, ...]


def missing(
    source: Source,
    law: Shelf,
    *,
    on: date,
    known_at: datetime,
    through: int | None = None,
    everything: bool = False,
) -> Missing:
    """All that the lines about the missing are made from. With `everything`, no episode is passed by."""
    at = missing_asking.judged_at(on=on, known_at=known_at)
    with open_snapshot(
        source,
        missing_asking.first_pulls(),
        on=on,
        known=Known(known_at, through),
        asked=missing_asking.asked(law, at=at),
    ) as snapshot:
        refs = _asked(snapshot, EPISODES if everything else printed("episodes_to_ask"))
        children = _asked(snapshot, CHILDREN if everything else printed("children_to_ask"))
        flags: dict[str, list[Flag]] = defaultdict(list)
        for flag in held_facts(snapshot, missing_asking.table("exploitation_flags")):
            flags[flag.missing].append(flag)
        whole = {ref: tuple(some) for ref, some in flags.items()}
        concerns = children_in(snapshot, source, children, whole, law, on=on)
        return Missing(
            _cases(snapshot, source, refs, whole),
            whole,
            concerns,
            _units(snapshot, {*whole, *(each.child for each in concerns)}),
            _near(snapshot, source, law, on=on, at=at),
        )


def _asked(snapshot: Snapshot, sql: str) -> list[str]:
    refs: list[str] = snapshot.ask(sql).column(0).to_pylist()
    return refs


def _cases(
    snapshot: Snapshot, source: Source, refs: list[str], flags: Mapping[str, tuple[Flag, ...]]
) -> tuple[Case, ...]:
    snapshot.read_about(source, missing_asking.then_pulls(), refs)
    table = missing_asking.table
    episodes = sorted(
        held_facts(snapshot, table("missing_episodes"), held="asked_episodes"), key=lambda each: each.ref
    )
    whose: dict[str, dict[str, Any]] = defaultdict(dict)
    people = sorted({episode.missing for episode in episodes})
    snapshot.read_about(source, missing_asking.people_pulls("asked_missing_people"), people)
    for who in held_facts(snapshot, table("missing_people"), held="asked_missing_people"):
        whose[who.ref] = {"who": who, "flags": flags.get(who.ref, ())}
    for every in held_facts(
        snapshot, table("missing_episodes"), where="missing_ref IN (SELECT ref FROM asked_missing_people)"
    ):
        whose[every.missing].setdefault("episodes", []).append(every)
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for part, name in missing_asking.PARTS.items():
        for each in held_facts(snapshot, table(name), held=f"asked_{name}"):
            held[each.episode][part].append(each)
    return tuple(put_together(each, whose[each.missing], held[each.ref]) for each in episodes)


def _units(snapshot: Snapshot, children: set[str]) -> dict[str, str]:
    """Of some children, the unit of the newest episode."""
    rows = snapshot.tuples("missing_episodes", ("missing_ref", "unit"), ("reported_at", "ref"))
    return {child: unit for child, unit in rows if child in children}


def _near(snapshot: Snapshot, source: Source, law: Shelf, *, on: date, at: datetime) -> tuple[FoundNear, ...]:
    first = days_before(law["missing_near_days"].whole(on), on)
    lives = dict(snapshot.tuples("missing_people", ("ref", "postcode"), ("ref",)))
    rows_of = snapshot.tuples("missing_episodes", ("ref", "unit", "missing_ref", "postcode"), ("ref",))
    units = {ref: unit for ref, unit, _, _ in rows_of}
    origin = {ref: postcode or lives.get(who, "") for ref, _, who, postcode in rows_of}
    finds = [
        found
        for found in held_facts(snapshot, missing_asking.table("missing_finds"), where="postcode <> ''")
        if found.at <= at and london_day(found.at) >= first and found.episode in units
    ]
    if not finds:
        return ()
    from watchkeeper.places.near import Near  # slow to load: not for a night with nobody found

    homes = [
        (person, postcode)
        for person, postcode, since, until in snapshot.tuples(
            "addresses", ("person_ref", "postcode", "since", "until"), ("id",)
        )
        if (since is None or since <= on) and (until is None or on < until)
    ]
    index = Near([postcode for _, postcode in homes])
    each = index.within_each([found.postcode for found in finds], law["missing_ring_metres"].whole(on))
    living = {homes[row][0] for rows in each for row, _ in rows}
    registered = registered_in(snapshot, source, law, living, on=on)
    found_near = []
    for found, rows in zip(finds, each, strict=True):
        back = is_one_place(found.postcode, origin[found.episode])
        of_them = [
            (homes[row][0], metres)
            for row, metres in rows
            if homes[row][0] in registered and rings_at_once(metres, law, on=on, came_back=back).allowed
        ]
        if of_them:
            many, nearest = len({person for person, _ in of_them}), of_them[0][1]
            found_near.append(FoundNear(found.episode, units[found.episode], found.at, many, nearest, back))
    return tuple(sorted(found_near, key=lambda one: (one.episode, one.at)))
