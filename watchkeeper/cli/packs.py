"""One pack in words, for a list of the shelf or to be read whole."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from watchkeeper.instruments.facts import Asked, Item, Pack
from watchkeeper.instruments.shelf import PackShelf
from watchkeeper.instruments.using import usable


def said(pack: Pack, shelf: PackShelf, on: date, *, whole: bool) -> Mapping[str, Any]:
    """What a pack is: in short, or `whole` with its items, bands, limits and transparency record."""
    confirmation = shelf.confirmations.get(pack.hash)
    row: dict[str, Any] = {
        "name": pack.name,
        "version": pack.version,
        "hash": pack.hash,
        "says": pack.says,
        "kind": str(pack.kind),
        "standing": str(pack.standing),
        "not to be decided on": [reason.says for reason in usable(pack, on=on).unmet],
        "source": pack.source.cite,
        "of": "the force"
        if any(each is pack and stem in shelf.own for stem, each in shelf.packs.items())
        else "shipped",
    }
    if confirmation is not None:
        row["confirmed by"] = f"{confirmation.by} on {confirmation.on}: {confirmation.says}"
    if not whole:
        return row
    told = pack.transparency
    return row | {
        "address": pack.source.href,
        "licence": pack.source.licence,
        "estimates": pack.estimates,
        "accuracy": pack.accuracy,
        "training": pack.training,
        "repeat after months": pack.review_months,
        "for": [each.says for each in pack.eligibility],
        "limits": list(pack.limits),
        "columns": [{"column": each.ref, "holds": holds(each), "says": each.says} for each in pack.items],
        "bands": [{"band": each.name, "says": each.says} for each in pack.bands],
        "norms": [{"version": each.version, "says": each.says} for each in pack.norms],
        "transparency": {name: getattr(told, name) for name in told.__slots__} if told is not None else {},
    }


def holds(item: Item) -> str:
    """What a column holds, in words."""
    match item.asked:
        case Asked.YES_NO:
            kind = "yes or no"
        case Asked.CHOICE:
            kind = " | ".join(each.name for each in item.choices)
        case Asked.DAY:
            kind = "YYYY-MM-DD"
        case _:
            whole = "whole number" if item.asked is Asked.WHOLE else "number"
            kind = f"{whole} from {item.least} to {item.most}"
    formulas = " or ".join(each.text for each in item.worked_out)
    return f"{kind}; left out, it is worked out: {formulas}" if formulas else kind


def told(row: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a pack, plain."""
    yield f"{row['name']} {row['version']} {row['hash']}  {row['standing']}, {row['kind']}, {row['of']}"
    yield f"    {row['says']}"
    yield f"    {row['source']}"
    yield from (f"    not to be decided on: {each}" for each in row["not to be decided on"])
    if "confirmed by" in row:
        yield f"    confirmed by {row['confirmed by']}"
    for name in ("address", "licence", "estimates", "accuracy", "training", "repeat after months"):
        if row.get(name):
            yield f"  {name}: {row[name]}"
    for name in ("for", "limits"):
        yield from (f"  {name}: {each}" for each in row.get(name, ()))
    yield from (
        f"  column {each['column']}: {each['says']} ({each['holds']})" for each in row.get("columns", ())
    )
    yield from (f"  band {each['band']}: {each['says']}" for each in row.get("bands", ()))
    yield from (f"  norms {each['version']}: {each['says']}" for each in row.get("norms", ()))
    yield from (f"  {name}: {each}" for name, each in row.get("transparency", {}).items())
