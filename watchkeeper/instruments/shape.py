"""The keys a pack may have, and what each holds: what is missing, wrong or read by nobody, at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

FORMAT = 2
"""The format written today. A file that names none is a screening form, as the first packs were."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a key holds, whether it is needed, and the keys of each row of a list, or of a table."""

    holds: str
    needed: bool = False
    rows: "Mapping[str, Key] | None" = None


def _needed(holds: str, rows: Mapping[str, Key] | None = None) -> Key:
    return Key(holds, True, rows)


CHOICE = {
    "name": _needed("words"),
    "points": Key("number"),
    "at_least": Key("words"),
    "high": Key("yes or no"),
}
ITEM = {
    "ref": _needed("words"),
    "says": _needed("words"),
    "asked": _needed("words"),
    "section": Key("words"),
    "guidance": Key("words"),
    "standing": Key("words"),
    "choices": Key("list", rows=CHOICE),
    "least": Key("number"),
    "most": Key("number"),
    "steps": Key("list"),
    "worked_out": Key("list"),
    "agrees": Key("yes or no"),
    "asked_when": Key("words"),
    "otherwise": Key("answer"),
}
BAND = {
    "name": _needed("words"),
    "says": _needed("words"),
    "least": Key("number"),
    "low": Key("yes or no"),
    "within_hours": Key("whole number"),
}
HOLDING = {"says": _needed("words"), "holds": _needed("words"), "standing": Key("words")}
TERM = {"ref": _needed("words"), "says": _needed("words"), "gives": _needed("words"), "when": Key("words")}
NORM = {
    "version": _needed("words"),
    "says": _needed("words"),
    "cite": _needed("words"),
    "standing": Key("words"),
    "rows": _needed("table"),
}
PART = {
    "ref": _needed("words"),
    "name": _needed("words"),
    "version": _needed("words"),
    "hash": _needed("words"),
    "when": Key("words"),
}
SAID = ("purpose", "owner", "human", "data", "basis", "ask")
"""What the public may know of an instrument; each has to be said."""

PACK: Mapping[str, Key] = {
    "format": _needed("whole number"),
    "name": _needed("words"),
    "version": _needed("words"),
    "says": _needed("words"),
    "kind": _needed("words"),
    "estimates": _needed("words"),
    "cite": _needed("words"),
    "href": _needed("words"),
    "quote": _needed("words"),
    "read_on": _needed("day"),
    "standing": _needed("words"),
    "because": Key("words"),
    "licence": _needed("words"),
    "restricted": Key("yes or no"),
    "limits": _needed("list"),
    "accuracy": _needed("words"),
    "training": _needed("words"),
    "since": _needed("day"),
    "until": Key("day"),
    "review_months": Key("whole number"),
    "instead": Key("words"),
    "percent": Key("words"),
    "places": Key("whole number"),
    "floor_percent": Key("number"),
    "top_percent": Key("number"),
    "bands_by": Key("words"),
    "transparency": _needed("table", {each: _needed("words") for each in SAID}),
    "sections": Key("list", rows={"ref": _needed("words"), "says": _needed("words")}),
    "items": Key("list", rows=ITEM),
    "terms": Key("list", rows=TERM),
    "checks": Key("list", rows=HOLDING),
    "eligibility": _needed("list", HOLDING),
    "adjustments": Key(
        "list", rows={"ref": _needed("words"), "says": _needed("words"), "by": _needed("words")}
    ),
    "bands": Key("list", rows=BAND),
    "norms": Key("list", rows=NORM),
    "parts": Key("list", rows=PART),
    "matrix": Key(
        "table", rows={"down": _needed("words"), "across": _needed("words"), "cells": _needed("table")}
    ),
}


def misshapen(raw: Mapping[str, Any], keys: Mapping[str, Key] = PACK, where: str = "") -> Iterator[str]:
    """Every fault of the keys in `raw`, each with where it stands and what would do."""
    for name, key in keys.items():
        value = raw.get(name)
        if value is None or value in ("", [], {}):
            if key.needed:
                yield f"{where}lacks {name}: it holds {_a(key.holds)}"
        elif not _fits(key.holds, value):
            yield f"{where}{name} is {value!r}; it holds {_a(key.holds)}"
        elif key.rows is not None:
            yield from _inner(name, value, key.rows, where)
    for name in raw:
        if name not in keys:
            yield f"{where}has a key nobody reads: {name}; it may have {', '.join(keys)}"


def _inner(name: str, value: Any, keys: Mapping[str, Key], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from misshapen(value, keys, f"{where}{name}: ")
        return
    for at, row in enumerate(value):
        here = f"{where}{name} {at + 1}"
        if not isinstance(row, dict):
            yield f"{here} is {row!r}; it is a table"
            continue
        called = row.get("ref") or row.get("name") or row.get("version")
        yield from misshapen(row, keys, f"{here} ({called}): " if isinstance(called, str) else f"{here}: ")


def _fits(holds: str, value: Any) -> bool:
    match holds:
        case "words":
            return isinstance(value, str) and bool(value.strip())
        case "number":
            return (
                isinstance(value, int | Decimal)
                and not isinstance(value, bool)
                and Decimal(value).is_finite()
            )
        case "whole number":
            return type(value) is int and value >= 0
        case "yes or no":
            return isinstance(value, bool)
        case "day":
            return isinstance(value, date) and not isinstance(value, datetime)
        case "list":
            return isinstance(value, list)
        case "table":
            return isinstance(value, dict)
    return isinstance(value, bool | str | int | Decimal)


def _a(holds: str) -> str:
    return holds if holds in ("words", "yes or no") else f"{'an' if holds[0] in 'aeiou' else 'a'} {holds}"
