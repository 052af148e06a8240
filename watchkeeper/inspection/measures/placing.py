"""Which kind each crime in hand is, and what each kind asks: the rules of the matrix are asked, day by day.

Of crimes that are alike in all the rule reads, it is asked of one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date
from typing import Any

from watchkeeper.crimes.facts import Case, Crime, CrimeKind, Part, Party, Relationship
from watchkeeper.crimes.rules.matrix import kind_of, of_kind
from watchkeeper.engine.engines import Engine
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import RANKS
from watchkeeper.workforce.rules.accreditation import meeting

VARIED = ("child_under", "several_lines")
"""Numbers of policy that crimes are sorted by before the rule is asked: `of_holders.alike`."""
TABLES = {
    "kinds": {"like": "string", "asked_on": "date", "kind": "string"},
    "asks": {"kind": "string", "asked_on": "date", "needs": "int64", "ranks": "string"},
    "courses": {
        "kind": "string",
        "asked_on": "date",
        "need": "int64",
        "stands_in": "boolean",
        "course": "string",
    },
}
"""What is put beside the facts: the kind of whatever is like a crime, what a kind asks, which courses do."""


def placed(engine: Engine, law: Shelf, days: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The tables of `TABLES`, as Arrow, for the rows of the days asked about."""
    kinds: list[dict[str, Any]] = []
    asks: list[dict[str, Any]] = []
    courses: list[dict[str, Any]] = []
    alike = _alike(engine)
    for row in days:
        on = row["asked_on"]
        for case in alike[tuple(row[name] for name in VARIED)]:
            kind = kind_of(case, law, on=on).kind
            kinds.append({"like": case.crime.ref, "asked_on": on, "kind": str(kind)})
        for kind in CrimeKind:
            asks.append(_asks(kind, law, on))
            courses.extend(_courses(kind, law, on))
    return {
        "kinds": _table("kinds", kinds),
        "asks": _table("asks", asks),
        "courses": _table("courses", courses),
    }


def _asks(kind: CrimeKind, law: Shelf, on: date) -> dict[str, Any]:
    work = of_kind(kind, "", law, on=on)
    ranks = [rank for rank in RANKS if work.rank is None or rank.at_least(work.rank)]
    return {
        "kind": str(kind),
        "asked_on": on,
        "needs": len(work.needs),
        "ranks": f";{';'.join(ranks)};",
    }


def _courses(kind: CrimeKind, law: Shelf, on: date) -> Iterable[dict[str, Any]]:
    """Each course that would meet a need, and whether a tutor may stand in for whoever has none of them."""
    work, lent = of_kind(kind, "", law, on=on), {*law["tutor_stands_in_for"].words(on)}
    for at, need in enumerate(work.needs):
        stands_in = work.tutored and not lent.isdisjoint(need)
        for course in {met for each in need for met in meeting(each, law, on=on)}:
            yield {
                "kind": str(kind),
                "asked_on": on,
                "need": at,
                "stands_in": stands_in,
                "course": str(course),
            }


def _alike(engine: Engine) -> Mapping[tuple[Any, ...], list[Case]]:
    """One of each lot of crimes that are alike, by the numbers of policy they were sorted by."""
    listed = ", ".join(VARIED)
    named = '(SELECT DISTINCT "like" FROM alike)'.replace('"like"', engine.quote("like"))
    parties: defaultdict[str, list[Party]] = defaultdict(list)
    for row in engine.take(f"SELECT * FROM crime_parties WHERE crime_ref IN {named}").to_pylist():
        parties[row["crime_ref"]].append(_party(row))
    crimes = {
        row["ref"]: Case(_crime(row), parties=tuple(parties[row["ref"]]))
        for row in engine.take(f"SELECT * FROM crimes WHERE ref IN {named}").to_pylist()
    }
    found: defaultdict[tuple[Any, ...], list[Case]] = defaultdict(list)
    like = engine.quote("like")
    for row in engine.take(f"SELECT DISTINCT {like} AS ref, {listed} FROM alike").to_pylist():
        found[tuple(row[name] for name in VARIED)].append(crimes[row["ref"]])
    return found


def _crime(row: Mapping[str, Any]) -> Crime:
    at = row["reported_at"]
    return Crime(
        row["ref"],
        at and at.replace(tzinfo=UTC),
        row["offence"],
        row["unit"],
        "",
        row["occurred_on"],
        row["domestic"],
        row["high_risk"],
        row["lines_of_enquiry"],
        row["street"],
        row["reported_month"],
    )


def _party(row: Mapping[str, Any]) -> Party:
    relationship = Relationship(row["relationship"]) if row["relationship"] else None
    part = Part(row["part"])
    return Party(row["ref"], row["crime_ref"], part, born_on=row["born_on"], relationship=relationship)


def _table(name: str, rows: list[dict[str, Any]]) -> Any:
    import pyarrow as pa

    kinds = {"string": pa.string(), "date": pa.date32(), "int64": pa.int64(), "boolean": pa.bool_()}
    schema = pa.schema([(column, kinds[kind]) for column, kind in TABLES[name].items()])
    return pa.Table.from_pylist(rows, schema=schema)
