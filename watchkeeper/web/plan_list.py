"""The days of the units an officer plans for: those to come, planned or not, and those that are over."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.planning.rules.seeing import may_see_plan
from watchkeeper.planning.stored import past_days, revisions
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.paging import paged
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit

SHORT = 2  # days shown of each of several units: today and tomorrow
TEXT = {"previous": "Later days", "next": "Earlier days"}


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
    past = paged(past_days(shown, before=asking.on, known_at=asking.at), request.GET)
    here = past.rows
    frozen = revisions(shown, here[-1][1], here[0][1], known_at=asking.at) if here else {}
    what = {
        "rows": rows,
        "on": asking.on,
        "chosen": chosen,
        "several": theirs if len(theirs) > 1 else [],
        "ahead": ahead,
        "hour": asking.law["plan_hours"].of("from", asking.on),
        "past": [(unit, night, frozen.get((unit, night))) for unit, night in here],
        "many": past.many,
        "ways": {way: {**to, "text": TEXT[way]} for way, to in past.ways.items()},
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


addresses = [path("plans/", plans, name="plans")]
