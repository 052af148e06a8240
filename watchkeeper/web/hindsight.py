"""A review in hindsight: one person's chronology compiled in one action, shown, and taken out."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.hindsight.actions import Compiled, review
from watchkeeper.law.parameter import NotInForceError
from watchkeeper.today import LONDON
from watchkeeper.web.asking import Asking
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.looking import acting, person_page
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

SHOWN = 500
"""Lines shown on the page; the files hold all of them."""


@person_page(Power.REVIEW_HINDSIGHT)
def hindsight(request: HttpRequest, *, person: str) -> HttpResponse:
    """Ask for the period; on POST the chronology is compiled, its hashes on the trail."""
    form = entered(request)
    if request.method != "POST":
        shown = {"form": form, "ref": person, "made": None}
        return render(request, "hindsight/review.html", shown, status=422 if form.problems else 200)
    made = _compiled(request, form, person)
    if made is None:
        return again(request, form)
    as_what = form.one_of("as", ("page", "rows"))
    if as_what:
        body, kind, end = (
            (made.page, "text/html; charset=utf-8", "html")
            if as_what == "page"
            else (made.rows, "text/csv; charset=utf-8", "csv")
        )
        response = HttpResponse(body, content_type=kind)
        response["Content-Disposition"] = f'attachment; filename="hindsight-review.{end}"'
        return response
    lines = made.review.lines
    shown = {
        "form": form,
        "ref": person,
        "made": made,
        "lines": lines[:SHOWN],
        "left": max(len(lines) - SHOWN, 0),
    }
    return render(request, "hindsight/review.html", shown)


def _compiled(request: HttpRequest, form: Entered, person: str) -> Compiled | None:
    """The review asked for; None with problems said."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    since = form.day("since", "Enter the first day of the period")
    until = form.day("until", "Enter the last day of the period")
    known_at = _instant(form, asking)
    if since is None or until is None or known_at is None or form.problems:
        return None
    try:
        return review(
            person, since=since, until=until, known_at=known_at, calendar=asking.calendar, **acting(request)
        )
    except Refused as no:
        for reason in no.decision.unmet:
            form.wrong("since", f"Not compiled: {reason.says}")
    except NotInForceError as gap:
        form.wrong("since", f"Not compiled: {gap}")
    return None


def _instant(form: Entered, asking: Asking) -> datetime | None:
    """As known when: the instant a review shown before had, the one typed, or now."""
    if exact := form.text("known_at"):
        try:
            at = datetime.fromisoformat(exact)
            return (at if at.tzinfo else at.replace(tzinfo=LONDON)).astimezone(UTC)
        except (ValueError, OverflowError):
            form.wrong("known", "Enter a real instant")
            return None
    if any(form.text(f"known-{part}") for part in ("day", "month", "year", "time")):
        return form.instant("known", "Enter the day it was known by, or leave day and time blank")
    return asking.at


addresses = [path("inspection/known/person/<str:person>/review/", hindsight, name="hindsight")]
