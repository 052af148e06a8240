"""Reads `policy/` once, refuses what is not properly sourced, and lets a force tighten guidance."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from watchkeeper.law.parameter import Parameter, Value, Weight
from watchkeeper.law.swift import dataclass

POLICY = Path(__file__).resolve().parent.parent / "policy"
NOT_COMMENCED = "not commenced"
NEEDED = ("says", "unit", "cite", "href", "quote", "read_on", "values")
ALLOWED = {
    "standing": ("confirmed", "unconfirmed"),
    "tighter": ("less", "more"),
}
"""Keys a row may leave out, and the words they may hold. `counting` is free."""
BEGAN = date(2004, 5, 1)
"""Part 2 of the Sexual Offences Act 2003 came into force: nothing is asked of a day before."""


class ShelfError(ValueError):
    """Rows that may not stand on the shelf: every fault at once, each with its file and row."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("the policy shelf does not hold:\n" + "\n".join(f"  {fault}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Shelf:
    """All parameters by name. `version` names the whole shelf by hash, stored with every decision."""

    rows: Mapping[str, Parameter]
    version: str

    def __getitem__(self, name: str) -> Parameter:
        return self.rows[name]

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self.rows.values())

    def confirmed(self, *names: str) -> bool:
        """True when every named row has been read against its source."""
        return all(self.rows[name].confirmed for name in names)


@cache
def load(local: Path | None = None) -> Shelf:
    """The shelf as shipped, with the force's own rows from the folder `local` on top.

    Raises ShelfError, listing every fault, when a row lacks its source, is out of order,
    names no known row, loosens guidance or touches statute.
    """
    faults: list[str] = []
    rows: dict[str, Parameter] = {}
    digest = hashlib.sha256()
    for weight in (Weight.STATUTE, Weight.GUIDANCE):
        for name, row, where in _read(POLICY / weight, digest, faults):
            if name in rows:
                faults.append(f"{where}: {name} stands on the shelf twice")
            elif (made := _parameter(name, row, weight, where, faults)) is not None:
                rows[name] = made
    for folder in (POLICY / Weight.LOCAL, *((local,) if local is not None else ())):
        for name, row, where in _read(folder, digest, faults):
            _tighten(rows, name, row, where, faults)
    if faults:
        raise ShelfError(faults)
    return Shelf(rows, digest.hexdigest()[:12])


def _read(folder: Path, digest: Any, faults: list[str]) -> Iterator[tuple[str, dict[str, Any], str]]:
    for path in sorted(folder.glob("*.toml")):
        content = path.read_bytes()
        digest.update(f"{folder.name}/{path.name}\n".encode())
        digest.update(content)
        try:
            parsed = tomllib.loads(content.decode())
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(f"{path.name}: not readable as TOML: {error}")
            continue
        for name, row in parsed.items():
            if isinstance(row, dict):
                yield name, row, path.name
            else:
                faults.append(f"{path.name}: {name} is not a row; write [{name}] and its keys below")


def _parameter(
    name: str, row: dict[str, Any], weight: Weight, where: str, faults: list[str]
) -> Parameter | None:
    missing = [key for key in NEEDED if not row.get(key)]
    if missing:
        faults.append(f"{where}: {name} lacks {', '.join(missing)}")
        return None
    unknown = [key for key in row if key not in (*NEEDED, *ALLOWED, "counting")]
    if unknown:
        faults.append(f"{where}: {name} has keys nobody reads: {', '.join(unknown)}")
    for key, words in ALLOWED.items():
        if key in row and row[key] not in words:
            faults.append(f"{where}: {name} has {key} = {row[key]!r}; it may be {' or '.join(words)}")
    if not _is_day(row["read_on"]):
        faults.append(f"{where}: {name} has a read_on that is not a date: {row['read_on']!r}")
    values, awaiting = _values(name, row["values"], where, faults)
    return Parameter(
        name=name,
        says=row["says"],
        unit=row["unit"],
        weight=weight,
        cite=row["cite"],
        href=row["href"],
        quote=row["quote"],
        read_on=row["read_on"],
        confirmed=row.get("standing", "confirmed") == "confirmed",
        values=values,
        counting=row.get("counting", ""),
        tighter=row.get("tighter", ""),
        awaiting=awaiting,
    )


def _values(
    name: str, listed: list[dict[str, Any]], where: str, faults: list[str]
) -> tuple[tuple[tuple[date, Value], ...], Value | None]:
    dated: list[tuple[date, Value]] = []
    awaiting: Value | None = None
    for entry in listed:
        value = _frozen(entry.get("value"))
        if "value" not in entry:
            faults.append(f"{where}: {name} has a date with no value: {entry}")
        elif entry.get("from") == NOT_COMMENCED:
            awaiting = value
        elif _is_day(entry.get("from")):
            dated.append((entry["from"], value))
        else:
            faults.append(f"{where}: {name} has a value with no date: {entry}")
    if [first for first, _ in dated] != sorted({first for first, _ in dated}):
        faults.append(f"{where}: {name} has values out of date order, or two from one day")
    return tuple(dated), awaiting


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _frozen(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _tighten(
    rows: dict[str, Parameter], name: str, row: dict[str, Any], where: str, faults: list[str]
) -> None:
    base = rows.get(name)
    if base is None:
        faults.append(f"{where}: {name} is not on the shelf; a force may only tighten what guidance says")
        return
    if base.weight is Weight.STATUTE:
        faults.append(f"{where}: {name} is statute ({base.cite}); a force may not touch it")
        return
    if not row.get("says") or not row.get("values"):
        faults.append(f"{where}: {name} lacks says or values; a local row says why and from when")
        return
    values, _ = _values(name, row["values"], where, faults)
    if not values:
        faults.append(f"{where}: {name} has no value in force; a local row says from which day")
        return
    kept = tuple(pair for pair in base.values if pair[0] < values[0][0])
    if not kept and (not base.values or values[0][0] < base.values[0][0]):
        faults.append(f"{where}: {name} begins on {values[0][0]}, before guidance does ({base.cite})")
        return
    for first, value, until in _runs(values):
        for held in _in_force(base, first, until):
            if loosened := _loosened(base.tighter, held, value):
                faults.append(f"{where}: {name} loosens guidance from {first}: {loosened} ({base.cite})")
    rows[name] = replace(
        base,
        weight=Weight.LOCAL,
        says=f"{base.says} Force policy: {row['says']}",
        values=(*kept, *values),
    )


def _runs(values: tuple[tuple[date, Value], ...]) -> Iterator[tuple[date, Value, date]]:
    """Each value with its first day and the first day it no longer holds."""
    ends = (*(first for first, _ in values[1:]), date.max)
    for (first, value), until in zip(values, ends, strict=True):
        yield first, value, until


def _in_force(base: Parameter, first: date, until: date) -> Iterator[Value]:
    """Every value guidance holds on some day from `first` to before `until`."""
    for since, value, ended in _runs(base.values):
        if since < until and first < ended:
            yield value


def _loosened(tighter: str, held: Value, value: Value) -> str:
    """What `value` allows beyond what guidance `held`; empty when it is as tight or tighter."""
    if not tighter:
        return "guidance leaves no room to move this row"
    pairs: list[tuple[str, Any, Any]]
    if isinstance(held, Mapping) and isinstance(value, Mapping):
        if set(held) != set(value):
            return f"the table must have the keys {', '.join(held)}"
        pairs = [(f"{key} ", held[key], value[key]) for key in held]
    else:
        pairs = [("", held, value)]
    for key, old, new in pairs:
        if not isinstance(old, int | float):
            return f"{key}{old!r} is not a number, and only numbers can be tightened"
        if type(old) is not type(new) and not {type(old), type(new)} <= {int, float}:
            return f"{key}{new!r} is not of the same kind as {old!r}"
        if (new > old) if tighter == "less" else (new < old):
            return f"{key}{new} where guidance says {old}"
    return ""
