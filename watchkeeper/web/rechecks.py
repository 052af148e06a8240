"""Officers drawn by lot for a vetting re-check: each draw with its seed, and drawn again by whoever asks."""

import secrets

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.audit.standing import standing
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.standards_reading import asked_by
from watchkeeper.workforce.actions.vetting import record_recheck_draw, repeat_recheck_draw
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import RecheckDraw

SEED_BYTES = 16
MOST = 100
"""Draws on one page: the newest."""


@page(Power.DRAW_RECHECKS)
def rechecks(request: HttpRequest) -> HttpResponse:
    """Every draw, the newest first; and one more, whose seed nobody chooses."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if request.method == "POST":
        drawn = record_recheck_draw(seed=secrets.token_hex(SEED_BYTES), **asked_by(asking)).fact()
        messages.success(
            request, f"{len(drawn.drawn)} of {drawn.of:,} officers were drawn. The seed is kept."
        )
        return see(reverse("recheck", args=[drawn.ref]))
    rows = RecheckDraw.objects.as_known(asking.at).order_by("-on", "-id")
    shown = {
        "draws": [row.fact() for row in rows[:MOST]],
        "many": rows.count(),
        "share": asking.law["recheck_share"].share(asking.on),
        "row": asking.law["recheck_share"],
    }
    return render(request, "standards/rechecks.html", shown)


@page(Power.DRAW_RECHECKS)
def recheck(request: HttpRequest, draw: str) -> HttpResponse:
    """One draw: its seed, who was drawn in which order; drawn again at the press of a button."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    row = next(iter(standing(RecheckDraw, ref=draw, known_at=asking.at)), None)
    if row is None:
        raise Http404
    again = repeat_recheck_draw(draw, **asked_by(asking)) if request.method == "POST" else None
    shown = {"draw": row.fact(), "again": again, "may_open": asking.may(Power.READ_CONDUCT).allowed}
    return render(request, "standards/recheck.html", shown)


addresses = [
    path("rechecks/", rechecks, name="rechecks"),
    path("rechecks/<str:draw>/", recheck, name="recheck"),
]
