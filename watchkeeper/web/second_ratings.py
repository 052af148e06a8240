"""Second ratings: the draw of a share, what waits to be rated again, and how far officers agree."""

import secrets
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.access.rules import may_see
from watchkeeper.audit.standing import standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.actions.rating import draw, draw_again
from watchkeeper.risk.gathering import (
    concluded_first,
    drawn_by,
    draws,
    second_ratings,
    second_ratings_owed,
)
from watchkeeper.risk.models import Rating, SecondRatingDraw
from watchkeeper.risk.packed import packs
from watchkeeper.risk.rules.agreement import Agreement, agreement
from watchkeeper.risk.rules.repeating import second_rating_due
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.workforce.facts import Power

SEED_BYTES = 16
MOST = 100
"""Draws, or assessments that wait, on one page: the newest."""
ITEMS_TOLD = 3
OPEN_TO = (Power.DRAW_SECOND_RATINGS, Power.RATE_SECOND)


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """How far officers agree with one instrument, and the items they answer differently most often."""

    name: str
    found: Agreement
    few: bool
    differ: tuple[tuple[str, int], ...]


@page(*OPEN_TO)
def every(request: HttpRequest) -> HttpResponse:
    """What waits to be rated again, the agreement of each instrument, and every draw; and one more."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if request.method == "POST":
        made = draw(
            seed=secrets.token_hex(SEED_BYTES), by=asking.officer, on=asking.on, law=asking.law, at=asking.at
        ).fact()
        said = f"{len(made.drawn)} of {len(made.pool):,} assessments were drawn. The seed is kept."
        messages.success(request, said)
        return see(reverse("second-ratings"))
    made_draws = draws(known_at=asking.at)
    again = second_ratings(known_at=asking.at)
    done = {ref for ref, each in again.items() if each.concluded}
    first = concluded_first(drawn_by(made_draws), known_at=asking.at)
    waiting = _waiting([each for ref, each in first.items() if ref not in done], asking)
    dues = {
        each.assessment: second_rating_due(each, asking.law)
        for each in second_ratings_owed(known_at=asking.at)
    }
    row = asking.law["second_rating_share"]
    shown = {
        "owed": [(each, dues[each.assessment_ref]) for each in waiting[:MOST]],
        "on": asking.on,
        "many_wait": len(waiting),
        "agreed": agreements(first, again, asking.law, asking),
        "draws": sorted(made_draws, key=lambda each: (each.on, each.ref), reverse=True)[:MOST],
        "many": len(made_draws),
        "share": row.share(asking.on),
        "row": row,
        "confidence": asking.law["agreement_confidence"].share(asking.on),
        "few": asking.law["agreement_least_pairs"].whole(asking.on),
        "may_draw": asking.may(Power.DRAW_SECOND_RATINGS).allowed,
    }
    return render(request, "risk/second_ratings.html", shown)


@page(Power.DRAW_SECOND_RATINGS)
def one(request: HttpRequest, draw_ref: str) -> HttpResponse:
    """One draw: its seed and what was drawn; drawn again at the press of a button."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    row = next(iter(standing(SecondRatingDraw, ref=draw_ref, known_at=asking.at)), None)
    if row is None:
        raise Http404
    again = None
    if request.method == "POST":
        again = draw_again(draw_ref, by=asking.officer, on=asking.on, law=asking.law, at=asking.at)
    return render(request, "risk/second_rating_draw.html", {"draw": row.fact(), "again": again})


def agreements(
    first: dict[str, Rating], again: dict[str, Rating], law: Shelf, asking: Asking
) -> list[AgreementShown]:
    """The agreement of each instrument of which both ratings of anything are in, by its name."""
    pairs: dict[str, list[tuple[Rating, Rating]]] = defaultdict(list)
    for ref, row in again.items():
        if row.concluded and ref in first:
            pairs[row.fact().name].append((first[ref], row))
    confidence = law["agreement_confidence"].share(asking.on)
    least = law["agreement_least_pairs"].whole(asking.on)
    found = []
    for name in sorted(pairs):
        both = pairs[name]
        kappa = agreement([(one.band, two.band) for one, two in both], confidence=confidence)
        found.append(AgreementShown(name, kappa, len(both) < least, _differing(both)))
    return found


def _differing(pairs: list[tuple[Rating, Rating]]) -> tuple[tuple[str, int], ...]:
    """The items answered differently most often, in words, and how often."""
    counts = Counter[str]()
    for one, two in pairs:
        other = {each.item: each.value for each in two.given}
        pack = packs().of_ref(one.pack)
        for each in one.given:
            if each.value != other.get(each.item, "") and pack is not None:
                counts[pack.item(each.item).says] += 1
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:ITEMS_TOLD])


def _waiting(rows: list[Rating], asking: Asking) -> list[Rating]:
    """Assessments drawn whose second rating is not in, of people the officer needs to know; oldest first."""
    seen = [
        row
        for row in rows
        if may_see(asking.officer, asking.known_of(row.person_ref), asking.law, on=asking.on).allowed
    ]
    return sorted(seen, key=lambda row: (row.on or asking.on, row.ref))


addresses = [
    path("second-ratings/", every, name="second-ratings"),
    path("second-ratings/<str:draw_ref>/", one, name="second-rating-draw"),
]
