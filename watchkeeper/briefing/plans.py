"""Lines of the brief about plans of visits: never chosen, not to be driven, or read by the wrong eyes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, timedelta
from typing import Any

import numpy as np

from watchkeeper.briefing.facts import Line, Section
from watchkeeper.engine.snapshot import Snapshot
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Address, AddressKind, home_on
from watchkeeper.places.facts import Points
from watchkeeper.places.great_circle import GreatCircle
from watchkeeper.places.postcodes import points_of
from watchkeeper.planning.facts import Came, PlanLook, PlanRecord
from watchkeeper.planning.rules.findings import Oddity, never_chosen, off_crew, undrivable
from watchkeeper.risk.facts import Level
from watchkeeper.workforce.facts import Officer

NOON = 12 * 60
_LEFT_OUT = (
    "SELECT person_ref, ref, unit, night, came FROM planned_visits WHERE person_ref IN "
    f"(SELECT person_ref FROM planned_visits WHERE came = '{Came.LEFT_OUT.value}') ORDER BY person_ref, id"
)
_ROUNDS = (
    "SELECT person_ref, ref, unit, night, crew, starts_at, minutes FROM planned_visits "
    f"WHERE came = '{Came.PLANNED.value}' AND starts_at IS NOT NULL AND crew <> '' "
    "AND night > DATE '{since}' ORDER BY unit, night, crew, starts_at, id"
)


def plan_lines(snapshot: Snapshot, staff: Mapping[str, Officer], law: Shelf, *, on: date) -> Iterator[Line]:
    """Every finding about plans of past nights, in the snapshot of a night."""
    yield from _never_chosen(snapshot, law, on=on)
    yield from (_of_unit(each) for each in _undrivable(snapshot, law, on=on))
    for ref, unit, night, officer, at, crew in _rows(
        snapshot.rows("plan_looks", ("ref", "unit", "night", "officer_ref", "at", "crew"), ("id",))
    ):
        look = PlanLook(ref, unit, night, officer, at.replace(tzinfo=UTC), _several(crew))
        if (odd := off_crew(look, staff, law, on=on)) is not None:
            yield _of_unit(odd)


def _never_chosen(snapshot: Snapshot, law: Shelf, *, on: date) -> Iterator[Line]:
    records: dict[str, list[PlanRecord]] = defaultdict(list)
    for person, ref, unit, night, came in _rows(snapshot.ask(_LEFT_OUT)):
        records[person].append(PlanRecord(ref, person, unit, night, Came(came)))
    found = [odd for each in records.values() if (odd := never_chosen(each, law, on=on)) is not None]
    if not found:
        return
    levels = {row[0]: Level(row[1]) for row in _named(snapshot, "level", ("person_ref", "level"))}
    managers = dict(_named(snapshot, "managed", ("person_ref", "officer_ref")))
    for odd in found:
        yield Line(
            Section.OVERDUE,
            odd.who,
            odd.what,
            None,
            None,
            managers.get(odd.who, f"inspector, {odd.unit}"),
            odd.unit,
            odd.why,
            odd.cite,
            levels.get(odd.who),
            confirmed=law["left_out_nights"].confirmed,
        )


def _undrivable(snapshot: Snapshot, law: Shelf, *, on: date) -> Iterator[Oddity]:
    since = on - timedelta(days=law["rounds_back_days"].whole(on))
    rounds: dict[tuple[str, date, str], list[PlanRecord]] = defaultdict(list)
    for person, ref, unit, night, crew, starts, minutes in _rows(snapshot.ask(_ROUNDS.format(since=since))):
        rounds[unit, night, crew].append(
            PlanRecord(
                ref,
                person,
                unit,
                night,
                Came.PLANNED,
                _several(crew),
                "",
                starts.replace(tzinfo=UTC),
                minutes,
            )
        )
    if not rounds:
        return
    people = {each.person for stops in rounds.values() for each in stops}
    homes: dict[str, list[Address]] = defaultdict(list)
    columns = ("person_ref", "ref", "kind", "line", "postcode", "since", "until")
    for person, ref, kind, *rest in _rows(snapshot.rows("addresses", columns, ("id",))):
        if person in people:
            homes[person].append(Address(ref, AddressKind(kind), *rest))
    way = _Ways({each: home_on(tuple(homes[each]), on) for each in people}, GreatCircle(law, on=on))
    for stops in rounds.values():
        if (odd := undrivable(stops, way, law, on=on)) is not None:
            yield odd


class _Ways:
    """Minutes between the homes of two people, worked out when asked."""

    def __init__(self, homes: Mapping[str, Address | None], travel: GreatCircle) -> None:
        self._rows = {person: row for row, person in enumerate(sorted(homes))}
        self._points: Points = points_of([_postcode(homes[person]) for person in sorted(homes)])
        self._travel = travel

    def __call__(self, one: str, other: str) -> int | None:
        rows = np.array([self._rows[one], self._rows[other]])
        both = self._points.taken(rows)
        if not both.known.all():
            return None
        return int(self._travel.minutes(both, both, leaving_minute=NOON)[0, 1])


def _of_unit(odd: Oddity) -> Line:
    return Line(
        Section.PLANS,
        odd.who,
        odd.what,
        None,
        None,
        f"inspector, {odd.unit}",
        odd.unit,
        odd.why,
        odd.cite,
        about=odd.about,
        confirmed=False,
    )


def _named(snapshot: Snapshot, name: str, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    table = snapshot.reduced(name)
    return zip(*(table.column(each).to_pylist() for each in columns), strict=True)


def _rows(table: Any) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in table.columns), strict=True)


def _postcode(home: Address | None) -> str:
    return home.postcode if home is not None else ""


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
