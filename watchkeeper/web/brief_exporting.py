"""The rows on the screen, on paper or in a spreadsheet; a spreadsheet leaves word on the trail."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from watchkeeper.briefing.actions import note_export
from watchkeeper.briefing.exporting import rows_as_csv
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.brief_choosing import Wanted, wanted
from watchkeeper.web.brief_shown import Seen, everybody, picked, rows, seen
from watchkeeper.web.seeing import Sight
from watchkeeper.workforce.facts import Power

MOST = 500
"""Rows of one print: a longer list is a spreadsheet's."""


@page(Power.READ_BRIEF, Power.READ_MISSING_BRIEF)
def printed(request: HttpRequest) -> HttpResponse:
    """The list for paper: every row open, nothing to press."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    want, found = _asked(request.GET, asking)
    lines = picked(found, want) if found else []
    shown = {
        "want": want,
        "found": found,
        "many": len(lines),
        "most": MOST,
        "rows": rows(lines[:MOST], found, asking) if found else [],
    }
    return render(request, "briefing/print.html", shown)


@page(Power.EXPORT_BRIEF)
def export(request: HttpRequest) -> HttpResponse:
    """Ask why, then hand over exactly the rows of the list as a spreadsheet."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    asked = QueryDict(request.POST.get("query", "")) if request.method == "POST" else request.GET
    want, found = _asked(asked, asking)
    lines = [line for _, line in picked(found, want)] if found else []
    purpose = " ".join(request.POST.get("purpose", "").split())
    if request.method == "POST" and purpose and found is not None:
        people = found.roll.people
        names = {line.who: people[line.who].name for line in lines if line.who in people}
        content = rows_as_csv(lines, names)
        note_export(
            content,
            rows=len(lines),
            brief=found.tonight.night.digest,
            by=asking.officer,
            on=asking.on,
            law=asking.law,
            purpose=purpose,
            at=asking.at,
        )
        name = f"watchkeeper-{asking.on}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
    shown = {"want": want, "many": len(lines), "problem": request.method == "POST"}
    return render(request, "briefing/export.html", shown)


def _asked(query: QueryDict, asking: Asking) -> tuple[Wanted, Seen | None]:
    people = everybody(asking)
    sight = Sight(asking, people)
    want = wanted(query, asking.officer, sight)
    return want, seen(asking, want, people, sight)
