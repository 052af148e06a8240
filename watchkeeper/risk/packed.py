"""What the packs of instruments say of the clock of an assessment. No stored fact is read."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings

from watchkeeper.instruments.facts import Standing
from watchkeeper.instruments.shelf import PackShelf, load
from watchkeeper.risk.answers import OwnClock, Rated


def packs() -> PackShelf:
    """Every pack of the program and of this force."""
    return load(settings.HOME / "packs")


def own_clocks(rated: Iterable[Rated]) -> tuple[OwnClock, ...]:
    """Of some ratings, after how many months their instrument says it is made again; those that say so."""
    months = _months(settings.HOME / "packs", packs().version)
    return tuple(OwnClock(one.ref, *months[one.pack]) for one in rated if one.pack in months)


def months_of_packs() -> dict[str, int]:
    """After how many months each pack says that it is made again, by its ref; those that say so."""
    known = _months(settings.HOME / "packs", packs().version)
    return {pack: months for pack, (months, _, _) in sorted(known.items())}


@cache
def _months(own: Path, version: str) -> dict[str, tuple[int, str, bool]]:  # noqa: ARG001 (read anew with it)
    return {
        each.ref: (each.review_months, each.source.cite, each.standing is Standing.CONFIRMED)
        for each in load(own).packs.values()
        if each.review_months
    }
