"""The shelf browsed: every number of the law, of guidance and of the force, with what it rests on."""

from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.law.parameter import NotInForceError, Parameter, Value, Weight
from watchkeeper.law.shelf import Shelf, load
from watchkeeper.web.administration import administer
from watchkeeper.web.asking import Asking, page

ROOM = {
    "less": "A force may set it lower, never higher.",
    "more": "A force may set it higher, never lower.",
    "": "A force may not move it.",
}
SHOWN = {
    "": "Everything",
    "statute": "Statute",
    "guidance": "Guidance",
    "local": "Tightened by this force",
    "unconfirmed": "Not confirmed and in use",
    "awaiting": "Not commenced",
}


@page()
def policy(request: HttpRequest) -> HttpResponse:
    """Every row of the shelf, or those of one weight, or those whose words are searched for."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    sought = request.GET.get("q", "").strip()
    only = request.GET.get("show", "")
    rows = [row for row in asking.law if _shown(row, only, asking.on) and _found(row, sought)]
    shown: dict[str, object] = {
        "rows": [(row, _in_force(row, asking.on)) for row in sorted(rows, key=lambda row: row.name)],
        "counts": {each: sum(_shown(row, each, asking.on) for row in asking.law) for each in SHOWN},
        "kinds": SHOWN,
        "only": only if only in SHOWN else "",
        "sought": sought,
        "version": asking.law.version,
    }
    return administer(request, "law/policy.html", "policy", shown)


@page()
def policy_row(request: HttpRequest, row: str) -> HttpResponse:
    """One row: what it says, every value with its day, and the words it rests on."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if row not in asking.law.rows:
        raise Http404
    found = asking.law[row]
    current = max((first for first, _ in found.values if first <= asking.on), default=None)
    guidance = shipped()[row]
    shown: dict[str, object] = {
        "row": found,
        "on": asking.on,
        "in_force": _in_force(found, asking.on),
        "values": [(first, lines(value), first == current) for first, value in reversed(found.values)],
        "awaiting": lines(found.awaiting) if found.awaiting is not None else None,
        "room": ROOM[found.tighter],
        "tightened": found.weight is Weight.LOCAL,
        "guidance": _in_force(guidance, asking.on),
        "folder": settings.HOME.name + "/policy",
    }
    return administer(request, "law/row.html", "policy", shown)


def shipped() -> Shelf:
    """The shelf without this force's own rows: what guidance says itself."""
    return load()


def lines(value: Value | None) -> list[str]:
    """A value as a person reads it: one line, or one for each entry of a table."""
    if isinstance(value, Mapping):
        return [f"{key}: {cell}" for key, cell in value.items()]
    if isinstance(value, tuple):
        return [", ".join(str(item) for item in value)]
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    return [f"{value:,}" if isinstance(value, int) else str(value)]


def _in_force(row: Parameter, on: date) -> list[str]:
    try:
        return lines(row.on(on))
    except NotInForceError:
        return []


def _shown(row: Parameter, only: str, on: date) -> bool:
    if only == "unconfirmed":
        return not row.confirmed and bool(_in_force(row, on))
    if only == "awaiting":
        return row.awaiting is not None
    return row.weight == only if only in SHOWN and only else True


def _found(row: Parameter, sought: str) -> bool:
    text = f"{row.name} {row.name.replace('_', ' ')} {row.says} {row.cite} {row.quote}".casefold()
    return all(word in text for word in sought.casefold().split())


addresses = [
    path("administration/policy/", policy, name="policy"),
    path("administration/policy/<str:row>/", policy_row, name="policy-row"),
]
