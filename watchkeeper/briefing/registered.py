"""Who of some people is on the register on a night, from the snapshot of it; no name is read."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from watchkeeper.briefing.held import held_facts
from watchkeeper.engine.snapshot import Snapshot
from watchkeeper.engine.source import Source
from watchkeeper.engine.standing import Pull
from watchkeeper.engine.tables import Table
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import tables as people
from watchkeeper.registers import tables as registers
from watchkeeper.registers.facts import Subject
from watchkeeper.registers.rules.periods import reckon

_BY_NAME: dict[str, Table] = {each.name: each for each in (*people.TABLES, *registers.TABLES)}
_NAMES = frozenset({"family_name", "given_names"})


def registered_in(
    snapshot: Snapshot, source: Source, law: Shelf, some: Collection[str], *, on: date
) -> frozenset[str]:
    """Of some people, by ref, those subject to notification on the night."""
    if not some:
        return frozenset()
    snapshot.read_about(source, (_pull("people", "ref"), _pull("disposals"), _pull("orders")), sorted(some))
    disposals, orders = (_of_each(snapshot, name) for name in ("disposals", "orders"))
    found = set()
    for who in held_facts(snapshot, _BY_NAME["people"]):
        subject = Subject(who, disposals=tuple(disposals[who.ref]), orders=tuple(orders[who.ref]))
        if reckon(subject, law, on=on).subject:
            found.add(who.ref)
    return frozenset(found)


def _pull(name: str, whose: str = "person_ref") -> Pull:
    columns = tuple(each.name for each in _BY_NAME[name].columns if each.name not in _NAMES)
    return Pull(_BY_NAME[name], ("ref", *columns), whose=whose)


def _of_each(snapshot: Snapshot, name: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    whose = snapshot.ask(f'SELECT person_ref FROM "{name}" ORDER BY id').column(0).to_pylist()
    for person, each in zip(whose, held_facts(snapshot, _BY_NAME[name]), strict=True):
        found[person].append(each)
    return found
