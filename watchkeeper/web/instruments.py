"""The instruments on the shelf: standing, hash, limits and what the public may know of each."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.instruments.facts import Kind, Pack, Standing
from watchkeeper.instruments.reading import PackError
from watchkeeper.instruments.shelf import PackShelf, load
from watchkeeper.instruments.telling import record
from watchkeeper.instruments.using import usable
from watchkeeper.web.administration import administer
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.instrument_fairness import fairness
from watchkeeper.web.instrument_shown import holds

COLOURS = {Standing.CONFIRMED: "green", Standing.UNCONFIRMED: "yellow", Standing.STRUCTURE: "grey"}
HERE = "instruments"


def shelf() -> tuple[PackShelf, list[str]]:
    """Every pack there is, and what is wrong with the force's own, which are then left out."""
    try:
        return load(settings.HOME / "packs"), []
    except PackError as error:
        return load(), error.faults


def scored(packs: PackShelf) -> dict[str, Pack]:
    """The packs a list can be scored by."""
    return {
        stem: pack
        for stem, pack in sorted(packs.packs.items())
        if pack.kind is not Kind.JUDGEMENT and pack.standing is not Standing.STRUCTURE
    }


@page()
def instruments(request: HttpRequest) -> HttpResponse:
    """The shelf: what may stand behind a decision today, and what may not and why."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    packs, faults = shelf()
    rows = [
        {
            "stem": stem,
            "pack": pack,
            "colour": COLOURS[pack.standing],
            "own": stem in packs.own,
            "unmet": [reason.says for reason in usable(pack, on=asking.on).unmet],
        }
        for stem, pack in sorted(packs.packs.items())
    ]
    shown: dict[str, object] = {
        "rows": rows,
        "usable": sum(not row["unmet"] for row in rows),
        "faults": faults,
        "version": packs.version,
    }
    return administer(request, "instruments/shelf.html", HERE, shown)


@page()
def instrument(request: HttpRequest, pack: str) -> HttpResponse:
    """One instrument: what it may be used for, its bands, limits, columns and transparency record."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    packs, _ = shelf()
    found = packs.get(pack)
    if found is None:
        raise Http404
    decision = usable(found, on=asking.on)
    shown: dict[str, object] = {
        "stem": pack,
        "pack": found,
        "colour": COLOURS[found.standing],
        "reasons": decision.reasons,
        "usable": decision.allowed,
        "confirmation": packs.confirmations.get(found.hash),
        "own": pack in packs.own,
        "columns": [(item.ref, item.says, holds(item)) for item in found.items],
        "chapters": record(found),
        "scored": pack in scored(packs),
    }
    return administer(request, "instruments/one.html", HERE, shown)


@page()
def instrument_fairness(request: HttpRequest) -> HttpResponse:
    """Scores and outcomes studied: of a list, of which nothing is kept; or of the register, in an act."""
    packs, _ = shelf()
    return fairness(request, scored(packs))


addresses = [
    path("risk/instruments/", instruments, name="instruments"),
    path("risk/instruments/fairness/", instrument_fairness, name="instrument-fairness"),
    path("risk/instruments/<str:pack>/", instrument, name="instrument"),
]
