"""Reads a screening form, the first format of packs: sections of items that are answered alike.

A pack is never edited, so its format is read for as long as a screening rests on it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from watchkeeper.instruments.facts import Asked, Band, Choice, Item, Kind, Pack, Section, Source, Standing

NEEDED: dict[str, type] = {
    "name": str,
    "version": str,
    "says": str,
    "concern": str,
    "cite": str,
    "href": str,
    "quote": str,
    "read_on": date,
    "standing": str,
    "licence": str,
    "limits": list,
    "under_age": int,
    "review_months": int,
    "sections": list,
    "items": list,
    "bands": list,
}
STANDINGS = (Standing.CONFIRMED, Standing.UNCONFIRMED)
KEYS = {
    "sections": ({"ref", "says", "choices"}, set[str]()),
    "choices": ({"name"}, {"points", "at_least", "high"}),
    "items": ({"ref", "section", "says"}, {"guidance", "standing"}),
    "bands": ({"name", "says"}, {"least", "low"}),
}
"""Keys that the rows of each list need, and those they may leave out."""


def form(raw: Mapping[str, Any], digest: str) -> tuple[list[str], Pack | None]:
    """The screening form in `raw`, or everything wrong with it."""
    faults = list(_shape(raw)) or list(_sense(raw))
    if faults:
        return faults, None
    choices = {row["ref"]: tuple(choice(each) for each in row["choices"]) for row in raw["sections"]}
    standing = Standing(raw["standing"])
    pack = Pack(
        **{key: raw[key] for key in ("name", "version", "says", "concern", "under_age", "review_months")},
        hash=digest,
        kind=Kind.POINTS,
        source=Source(raw["cite"], raw["href"], raw["quote"], raw["read_on"], raw["licence"]),
        standing=standing,
        because="" if standing is Standing.CONFIRMED else "it has not been held against the published form",
        limits=tuple(raw["limits"]),
        sections=tuple(Section(row["ref"], row["says"]) for row in raw["sections"]),
        items=tuple(_item(row, choices[row["section"]], raw["standing"]) for row in raw["items"]),
        bands=tuple(band(row) for row in raw["bands"]),
        estimates=f"whether a concern of {raw['concern']} is borne out",
    )
    return [], pack


def choice(row: Mapping[str, Any]) -> Choice:
    """One answer, from its row: both formats write it alike."""
    return Choice(row["name"], Decimal(row.get("points", 0)), row.get("at_least", ""), row.get("high", False))


def _item(row: Mapping[str, Any], choices: tuple[Choice, ...], standing: str) -> Item:
    return Item(
        row["ref"],
        row["says"],
        Asked.CHOICE,
        section=row["section"],
        guidance=row.get("guidance", ""),
        confirmed=row.get("standing", standing) == Standing.CONFIRMED,
        choices=choices,
    )


def band(row: Mapping[str, Any]) -> Band:
    """One band, from its row: both formats write it alike."""
    least = Decimal(row["least"]) if "least" in row else None
    return Band(row["name"], row["says"], least, row.get("low", False), row.get("within_hours", 0))


def _shape(raw: Mapping[str, Any]) -> Iterator[str]:
    """Keys that are missing, empty, of the wrong kind, or read by nobody."""
    for key, kind in NEEDED.items():
        value = raw.get(key)
        if value is None or value in ("", []):
            yield f"lacks {key}"
        elif not isinstance(value, kind) or isinstance(value, bool | datetime):
            yield f"{key} is not a {kind.__name__}"
    yield from (f"has a key nobody reads: {key}" for key in raw if key not in NEEDED)
    for key in ("sections", "items", "bands"):
        yield from _rows(key, raw.get(key))


def _rows(key: str, rows: Any) -> Iterator[str]:
    needed, free = KEYS[key]
    for at, row in enumerate(rows if isinstance(rows, list) else ()):
        name = f"{key} {at + 1}"
        if not isinstance(row, dict):
            yield f"{name} is not a table"
            continue
        yield from (f"{name} lacks {each}" for each in sorted(needed) if not row.get(each))
        yield from (f"{name} has a key nobody reads: {each}" for each in row if each not in needed | free)
        if key == "sections":
            yield from (f"{name}: {fault}" for fault in _rows("choices", row.get("choices")))


def _sense(raw: Mapping[str, Any]) -> Iterator[str]:
    """What is there and cannot be meant: names twice, points below 0, bands out of order."""
    if raw["standing"] not in STANDINGS:
        yield f"standing is {raw['standing']!r}; it may be {' or '.join(STANDINGS)}"
    if not raw["href"].startswith("https://"):
        yield "href is not an address that begins with https://"
    for key, name in (("sections", "ref"), ("items", "ref"), ("bands", "name")):
        counts = Counter(row[name] for row in raw[key])
        yield from (f"{key} names {each} {count} times" for each, count in counts.items() if count > 1)
    bands = [row["name"] for row in raw["bands"]]
    yield from _bands(raw["bands"])
    for row in raw["sections"]:
        yield from (f"section {row['ref']}: {fault}" for fault in _choices(row["choices"], bands))
    known = {row["ref"] for row in raw["sections"]}
    for row in raw["items"]:
        if row["section"] not in known:
            yield f"item {row['ref']} is of a section that is not there: {row['section']}"
        if "standing" in row and row["standing"] not in STANDINGS:
            yield f"item {row['ref']} has a standing that is none: {row['standing']!r}"
    used = {row["section"] for row in raw["items"]}
    yield from (f"section {each} has no items" for each in sorted(known - used))


def _choices(choices: list[dict[str, Any]], bands: list[str]) -> Iterator[str]:
    names = [each["name"] for each in choices]
    if len(names) < 2 or len(set(names)) != len(names):
        yield "has fewer than two different choices"
    first = choices[0]
    if first.get("points", 0) or first.get("at_least") or first.get("high"):
        yield f"its first choice, {first['name']}, is that nothing was found, and counts for nothing"
    for each in choices:
        points = each.get("points", 0)
        if type(points) is not int or points < 0:
            yield f"{each['name']} counts {points!r}, which is not a whole number of 0 or more"
        if each.get("at_least") and each["at_least"] not in bands:
            yield f"{each['name']} leads to a band that is not there: {each['at_least']}"


def _bands(bands: list[dict[str, Any]]) -> Iterator[str]:
    least = [row["least"] for row in bands if "least" in row]
    if any(type(each) is not int for each in least) or least != sorted(set(least)) or least[:1] != [0]:
        yield "bands do not begin at 0 points and rise"
    elif "least" not in bands[0]:
        yield "the lightest band is not reached by 0 points"
    low = [bool(row.get("low")) for row in bands]
    if low != sorted(low, reverse=True):
        yield "a low band stands above one that is not low"
    if all(low):
        yield "every band is low, so no floor can be kept"
