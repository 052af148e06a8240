"""The days of the units an officer plans for: those to come, planned or not, and those that are over."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.planning.rules.seeing import may_see_plan
from watchkeeper.planning.stored import past_days, revisions
from watchkeeper.web.asking import Asking, page
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit

A_PAGE = 20
SHORT = 2  # days shown of each of several units: today and tomorrow
LONGEST = 6  # digits of the number of a page


@page(Power.SEE_PLAN)
def plans(request: HttpRequest) -> HttpResponse:
    """The days to come, as far ahead as policy plans, and those that are over, by page.

    Of several units today and tomorrow; of one, its own or one chosen, the fortnight.
    """
    asking: Asking = request.asking  # type: ignore[attr-defined]
    theirs = units(asking)
    chosen = request.GET.get("unit", "")
    chosen = chosen if chosen in theirs else ""
    shown = [chosen] if chosen else theirs
    ahead = asking.law["plan_ahead_days"].whole(asking.on)
    many = ahead if len(shown) == 1 else SHORT
    nights = [asking.on + timedelta(days=after) for after in range(many)]
    known = revisions(shown, nights[0], nights[-1], known_at=asking.at)
    rows = [(unit, night, known.get((unit, night))) for unit in shown for night in nights]
    typed = request.GET.get("page", "")
    at = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST else 1
    past = past_days(shown, before=asking.on, known_at=asking.at)
    last = max(-(-len(past) // A_PAGE), 1)
    at = min(max(at, 1), last)
    here = past[(at - 1) * A_PAGE : at * A_PAGE]
    frozen = revisions(shown, here[-1][1], here[0][1], known_at=asking.at) if here else {}
    what = {
        "rows": rows,
        "on": asking.on,
        "chosen": chosen,
        "several": theirs if len(theirs) > 1 else [],
        "ahead": ahead,
        "hour": asking.law["plan_hours"].of("from", asking.on),
        "past": [(unit, night, frozen.get((unit, night))) for unit, night in here],
        "many": len(past),
        "ways": _ways(chosen, at, last),
    }
    return render(request, "planning/nights.html", what)


def units(asking: Asking) -> list[str]:
    """The units whose plans the officer may see, in order."""
    rows: Any = Unit.objects.all().as_known(asking.at)
    return sorted(
        ref
        for ref in set(rows.values_list("ref", flat=True))
        if may_see_plan(asking.officer, ref, asking.law, on=asking.on).allowed
    )


def _ways(chosen: str, at: int, last: int) -> dict[str, Any]:
    """The way to the page before and the page after; nothing where there is one page alone."""
    kept = [("unit", chosen)] if chosen else []

    def to(number: int) -> dict[str, str]:
        return {"href": f"?{urlencode([*kept, ('page', number)])}"}

    ways: dict[str, Any] = {}
    if at > 1:
        ways["previous"] = {**to(at - 1), "text": "Later days"}
    if at < last:
        ways["next"] = {**to(at + 1), "text": "Earlier days"}
    return ways


addresses = [path("plans/", plans, name="plans")]
