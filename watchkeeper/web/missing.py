"""The missing: the board of whoever is still missing, and one episode with what must be done first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.missing.facts import Case
from watchkeeper.web import (
    episode_concerns,
    episode_grading,
    episode_recording,
    episode_reporting,
    episode_returning,
    episode_ringing,
    episode_screening,
    missing_pushing,
)
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.episode_board import board_of
from watchkeeper.web.episode_looking import episode_page, episode_purpose
from watchkeeper.web.episode_shown import shown
from watchkeeper.workforce.facts import Power

OFFERED = {
    "work": Power.WORK_MISSING,
    "grade": Power.GRADE_MISSING,
    "agree": Power.AGREE_GRADE,
    "review": Power.REVIEW_MISSING,
    "interview": Power.INTERVIEW_MISSING,
    "screen": Power.SCREEN_EXPLOITATION,
    "flag": Power.FLAG_EXPLOITATION,
    "close": Power.CLOSE_MISSING,
    "take_on": Power.ACKNOWLEDGE_ALERT,
}
"""The power that each way on the page of an episode takes: who has it not is not offered the way."""


@page(Power.READ_MISSING)
def missing(request: HttpRequest) -> HttpResponse:
    """Whoever is still missing: the counts, then each by harm and time left. It names nobody."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = board_of(asking, request.GET.get("unit", ""))
    return render(
        request, "missing/board.html", found | {"may_report": asking.may(Power.REPORT_MISSING).allowed}
    )


@episode_page(Power.READ_MISSING)
def episode(request: HttpRequest, *, episode: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """One episode: what must be done, by when, why; then all that is on record of it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    case: Case = request.case  # type: ignore[attr-defined]
    may = {name: asking.may(power).allowed for name, power in OFFERED.items()}
    return render(request, "missing/episode.html", shown(case, asking) | {"may": may})


addresses = [
    path("missing/", missing, name="missing"),
    *missing_pushing.addresses,
    *episode_reporting.addresses,
    path("missing/<episode:episode>/", episode, name="episode"),
    path("missing/<episode:episode>/purpose/", episode_purpose, name="episode-purpose"),
    *episode_ringing.addresses,
    *episode_grading.addresses,
    *episode_recording.addresses,
    *episode_returning.addresses,
    *episode_concerns.addresses,
    *episode_screening.addresses,
]
