"""Inspection reports as pages offer them: asked for by a form, made behind it, taken out in each form."""

import secrets
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.inspection.actions import UnknownUnitError
from watchkeeper.inspection.reporting.actions import check, take_out
from watchkeeper.inspection.reporting.facts import Asked, AskedWronglyError
from watchkeeper.jobs.outcomes import JobOutcome, newest, newest_done
from watchkeeper.jobs.reports import REPORTING, ask_for_report, folder_of
from watchkeeper.jobs.rules import State
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.inspection_grades import grade, grades_of
from watchkeeper.web.streaming import PIECE, download
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit

KINDS = {
    "html": ("text/html; charset=utf-8", "A page, to read in a browser"),
    "pdf": ("application/pdf", "A paper, PDF"),
    "csv": ("text/csv; charset=utf-8", "The numbers, CSV"),
    "json": ("application/json", "Everything it says, JSON"),
}
LONGEST = 9  # digits of a seed


@page(Power.WRITE_REPORT)
def report(request: HttpRequest) -> HttpResponse:
    """Ask for a report, follow how it comes along, and take the newest out; only one's own."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    mine = f"{REPORTING}{asking.officer.ref} "
    now = newest(mine)
    if request.method == "POST":
        asked = _asked(form, asking)
        if asked is not None and not (now and now.under_way):
            ask_for_report(secrets.token_hex(16), asked, asking.officer.ref, asking.law, at=asking.at)
        if not form.problems:
            return see(reverse("inspection-report"))
    last = newest_done(mine)
    there = last is not None and all(
        (folder_of(last.told["ref"]) / f"report.{each}").exists() for each in KINDS
    )
    shown = {
        "form": form,
        "now": now if now and now.under_way else None,
        "failed": _failed(now),
        "last": last.told if last and there else None,
        "forms": [(each, says) for each, (_, says) in KINDS.items()],
        "units": [
            {"value": "", "text": "The whole force"},
            *({"value": each, "text": each} for each in _units(asking)),
        ],
        "most": asking.law["report_most_months"].whole(asking.on),
        "kept": asking.law["upload_kept_days"].whole(asking.on),
        "grades": grades_of(last.told) if last and there else [],
        "usual": {"since": asking.on.replace(year=asking.on.year - 1, day=1), "until": asking.on},
    }
    return render(request, "inspection/report.html", shown, status=422 if form.problems else 200)


@page(Power.WRITE_REPORT)
def report_file(request: HttpRequest, form: str) -> HttpResponse:
    """One form of the newest report of whoever asks. That it was taken out is put on the trail."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    last = newest_done(f"{REPORTING}{asking.officer.ref} ")
    if form not in KINDS or last is None:
        raise Http404
    file = folder_of(last.told["ref"]) / f"report.{form}"
    if not file.exists():
        raise Http404
    digest = sha256(file.read_bytes()).hexdigest()
    take_out(form, digest, by=asking.officer, law=asking.law, at=asking.at)
    of = last.told["asked"]
    name = f"inspection-report-{of['unit'] or 'force'}-{of['from']}-{of['to']}.{form}"
    return download(_read(file), name=name, kind=KINDS[form][0], size=file.stat().st_size)


def _asked(form: Entered, asking: Asking) -> Asked | None:
    since = form.day("since", "Enter the first day of the period, like 1 4 2026")
    until = form.day("until", "Enter the last day of the period, like 31 3 2027")
    typed = form.text("seed") or "1"
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST):
        form.wrong("seed", "Enter the seed as a whole number, like 7")
    if since is None or until is None or form.problems:
        return None
    asked = Asked(since, until, asking.at, form.text("unit"), int(typed))
    try:
        check(asked, asking.law, at=asking.at)
    except AskedWronglyError as wrong:
        form.wrong("until", f"Not asked for: {wrong}")
    except UnknownUnitError as wrong:
        form.wrong("unit", f"Not asked for: {wrong}")
    return asked if not form.problems else None


def _failed(now: JobOutcome | None) -> bool:
    return now is not None and now.state is State.FAILED


def _units(asking: Asking) -> list[str]:
    rows: Any = Unit.objects.all().as_known(asking.at)
    return sorted(set(rows.values_list("ref", flat=True)))


def _read(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while some := opened.read(PIECE):
            yield some


addresses = [
    path("inspection/report/", report, name="inspection-report"),
    path("inspection/report/file/<slug:form>/", report_file, name="inspection-report-file"),
    path("inspection/report/grade/<slug:theme>/", grade, name="inspection-grade"),
]
