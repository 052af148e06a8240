"""People of whom the twin of the register cannot tell: the rule itself is asked, day by day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from watchkeeper.engine.engines import Engine
from watchkeeper.law.clocks import DAY
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Person, Sex
from watchkeeper.registers.facts import (
    Disposal,
    Finding,
    Order,
    OrderKind,
    ReviewApplication,
    ReviewOutcome,
    Sentence,
    Subject,
)
from watchkeeper.registers.rules.periods import reckon

_TOGETHER = "(SELECT DISTINCT person_ref FROM spells WHERE together)"


def reckoned(engine: Engine, law: Shelf, *, on: Sequence[date]) -> Any:
    """Days on the register of everybody in `together`, as spells of one day asked about each."""
    import pyarrow as pa

    rows = [
        {"person_ref": subject.person.ref, "since": day, "until": day + DAY}
        for subject in _subjects(engine)
        for day in on
        if reckon(subject, law, on=day).subject
    ]
    schema = pa.schema([("person_ref", pa.string()), ("since", pa.date32()), ("until", pa.date32())])
    return pa.Table.from_pylist(rows, schema=schema)


def _subjects(engine: Engine) -> list[Subject]:
    people = _rows(engine, "SELECT ref AS person_ref, born_on FROM people WHERE ref IN " + _TOGETHER)
    named = f"WHERE person_ref IN {_TOGETHER}"
    disposals, orders, asked = (
        _by_person(_rows(engine, f"SELECT * FROM {name} {named}"))
        for name in ("disposals", "orders", "review_applications")
    )
    return [
        Subject(
            Person(row["person_ref"], "", "", row["born_on"], Sex.NOT_RECORDED, ""),
            tuple(_disposal(each) for each in disposals[row["person_ref"]]),
            tuple(_order(each) for each in orders[row["person_ref"]]),
            applications=tuple(_application(each) for each in asked[row["person_ref"]]),
        )
        for row in people
    ]


def _rows(engine: Engine, sql: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = engine.take(sql).to_pylist()
    return rows


def _by_person(rows: list[dict[str, Any]]) -> Mapping[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["id"]):
        found[row["person_ref"]].append(row)
    return found


def _disposal(row: dict[str, Any]) -> Disposal:
    return Disposal(
        row["ref"],
        "",
        Finding(row["finding"]),
        row["relevant_date"],
        Sentence(row["sentence"]) if row["sentence"] else None,
        row["term_months"] or 0,
        row["term_days"] or 0,
        row["term_begins_on"],
        row["consecutive_to"],
        row["trial_ended_on"],
    )


def _order(row: dict[str, Any]) -> Order:
    return Order(row["ref"], OrderKind(row["kind"]), row["made_on"], row["until"], row["ended_on"])


def _application(row: dict[str, Any]) -> ReviewApplication:
    return ReviewApplication(
        row["ref"],
        row["received_on"],
        outcome=ReviewOutcome(row["outcome"]) if row["outcome"] else None,
        notice_received_on=row["notice_received_on"],
    )
