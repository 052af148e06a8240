"""Today: what must be decided, who is unmanaged, what is late, what is coming."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect, render
from django.urls import path

from watchkeeper.accounts.models import SavedView
from watchkeeper.audit.searching import newest_entry
from watchkeeper.briefing.facts import Section
from watchkeeper.jobs import tasks
from watchkeeper.jobs.asking import ask, last_attempt
from watchkeeper.jobs.rules import State
from watchkeeper.web import brief_backlog, brief_exporting, brief_views
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.brief_choosing import (
    LEVEL_CHOICES,
    MINE,
    SECTIONS,
    SIZES,
    SORTS,
    UNIT,
    Wanted,
    wanted,
)
from watchkeeper.web.brief_shown import WOULD_STAND_HERE, counts, everybody, picked, rows, seen
from watchkeeper.web.crime_today import crimes_today
from watchkeeper.web.inspection_owed import owed_to
from watchkeeper.web.seeing import Sight
from watchkeeper.workforce.facts import Power

FEW = 5
"""Rows of each section before one is picked out; the count is always of all."""


@page()
def today(request: HttpRequest) -> HttpResponse:
    """The first page after signing in: the counts, then the rows behind them; or where one's work is."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if asking.may(Power.READ_OWN_CRIMES).allowed:
        return crimes_today(request, asking)
    if not (asking.may(Power.READ_BRIEF).allowed or asking.may(Power.READ_MISSING_BRIEF).allowed):
        return render(request, "briefing/not_for_you.html", {})
    people = everybody(asking)
    sight = Sight(asking, people)
    views = list(SavedView.objects.filter(account=asking.account).order_by("name"))
    first = next((view for view in views if view.first), None) if not request.GET else None
    want = wanted(QueryDict(first.query) if first else request.GET, asking.officer, sight)
    found = seen(asking, want, people, sight)
    shown: dict[str, Any] = {
        "want": want,
        "views": views,
        "view": first or next((view for view in views if view.query == want.query()), None),
        "may_compile": asking.may(Power.COMPILE_BRIEF).allowed,
        "compiling": _under_way(asking),
        "missing_alone": sight.missing_alone,
        "inspected": owed_to(asking) if sight.missing_alone else [],
        **choices(want, asking, sight),
    }
    if found is None:
        return render(request, "briefing/today.html", shown | {"found": None})
    lines = picked(found, want)
    over = counts(found, want)
    standing = [count for count in over if count.many]
    shown |= {
        "found": found,
        "standing": standing,
        "clear": [count for count in over if not count.many],
        "many": len(lines),
        "old": found.tonight.night.on != asking.on,
        "would": WOULD_STAND_HERE,
    }
    if want.section is None:
        shown["parts_of"] = [
            (count, rows([each for each in lines if each[1].section is count.section][:FEW], found, asking))
            for count in standing
        ]
    else:
        pages = max(1, -(-len(lines) // want.size))
        at = min(want.page, pages)
        start = (at - 1) * want.size
        shown |= {
            "rows": rows(lines[start : start + want.size], found, asking),
            "pages": pages,
            "at": at,
            "start": start,
        }
    return render(request, "briefing/today.html", shown)


def choices(want: Wanted, asking: Asking, sight: Sight) -> dict[str, Any]:
    """What the form of filters offers."""
    labels = {MINE: "My duties", UNIT: f"My command ({asking.officer.unit})"}
    return {
        "scopes": [(scope, labels.get(scope, "The whole force")) for scope in want.scopes],
        "sections": {slug: section for slug, section in SECTIONS.items() if section in sight.sections},
        "levels": () if sight.missing_alone else LEVEL_CHOICES,
        "sorts": SORTS,
        "sizes": SIZES,
        "Section": Section,
    }


@page(Power.COMPILE_BRIEF)
def compile_now(request: HttpRequest) -> HttpResponse:
    """Ask for today's brief: it is compiled behind the pages, and shown as soon as it is there."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if _under_way(asking) or not ask(
        f"{_key(asking)} through {newest_entry()}",
        tasks.compile_night,
        asking.on.isoformat(),
        asking.at.isoformat(),
        law=asking.law,
        at=asking.at,
    ):
        messages.info(request, "The brief is being compiled already. Look again in a minute.")
    else:
        messages.success(request, "The brief is being compiled. Look again in a minute.")
    return redirect("today")


def _key(asking: Asking) -> str:
    """The key under which the night's brief is asked for, by the clock or by an officer."""
    return f"brief {asking.on}"


def _under_way(asking: Asking) -> bool:
    last = last_attempt(_key(asking))
    return last is not None and last.state in (State.WAITING, State.RUNNING)


addresses = [
    path("", today, name="today"),
    path("today/compile/", compile_now, name="compile-brief"),
    path("today/print/", brief_exporting.printed, name="print-brief"),
    path("today/export/", brief_exporting.export, name="export-brief"),
    path("today/views/", brief_views.save, name="save-view"),
    path("today/views/<int:view>/forget/", brief_views.forget, name="forget-view"),
    path("today/backlog/", brief_backlog.backlog, name="backlog"),
]
