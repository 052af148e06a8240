"""A force's files through the pages: handed in, checked, shown and loaded; what was turned away."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse

from watchkeeper.intake.facts import UploadState
from watchkeeper.intake.models import Upload
from watchkeeper.intake.rejects import HEADINGS, shown
from watchkeeper.intake.uploads import (
    NotTakenError,
    Sent,
    begin_loading,
    loaded,
    progress,
    remove_upload,
    take_in,
)
from watchkeeper.jobs import imports
from watchkeeper.jobs.asking import ask
from watchkeeper.jobs.outcomes import newest
from watchkeeper.jobs.rules import State
from watchkeeper.web.administration import administer
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.streaming import download
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Power

A_PAGE = 50
SHOWN = 50
COUNTS = ("read", "loaded", "unchanged", "duplicate", "rejected", "blanked")
NOT_SAID = "Say that the people in the files are invented: a demonstration takes nothing else"


@page(Power.LOAD_RECORDS)
def uploads(request: HttpRequest) -> HttpResponse:
    """Hand in files, and what became of those handed in before."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    problems: list[dict[str, str]] = []
    if request.method == "POST":
        if settings.DEMO and request.POST.get("invented") != "yes":
            problems.append({"text": NOT_SAID, "href": "#invented"})
        if not problems:
            made = _taken(request, asking, problems)
            if made is not None:
                ask(f"check {made.ref}", imports.check_upload, made.ref, law=asking.law, at=asking.at)
                return _to(made.ref)
    limits = {
        name: asking.law[name].whole(asking.on)
        for name in ("upload_file_megabytes", "upload_megabytes", "upload_files", "upload_kept_days")
    }
    rows = list(Upload.objects.order_by("-at")[:SHOWN])
    given: dict[str, object] = {
        "problems": problems,
        "limits": limits,
        "uploads": rows,
        "states": UploadState,
    }
    return administer(request, "intake/uploads.html", "uploads", given)


def _taken(request: HttpRequest, asking: Asking, problems: list[dict[str, str]]) -> Upload | None:
    files = [file for file in request.FILES.getlist("files") if isinstance(file, UploadedFile)]
    try:
        return take_in(
            [Sent(file.name or "", file.file) for file in files],  # type: ignore[arg-type]
            by=asking.officer,
            on=asking.on,
            law=asking.law,
            at=asking.at,
            home=settings.HOME,
        )
    except NotTakenError as error:
        for name, faults in error.faults:
            for fault in faults:
                said = f"{name}: {fault}" if name else f"{fault[:1].upper()}{fault[1:]}"
                problems.append({"text": said, "href": "#files"})
    return None


@page(Power.LOAD_RECORDS)
def upload(request: HttpRequest, upload: str) -> HttpResponse:
    """Files handed in: being checked, the preview, being loaded, or what came of it."""
    found = _found(upload)
    job = newest(f"{'check' if found.state == UploadState.CHECKING else 'load'} {found.ref}")
    under_way = found.state in (UploadState.CHECKING, UploadState.LOADING)
    stuck = under_way and (job is None or job.state in (State.FAILED, State.DONE))
    if stuck:
        found.refresh_from_db()  # it may have ended between the two questions
        under_way = stuck = found.state in (UploadState.CHECKING, UploadState.LOADING)
    outcomes = _outcomes(found)
    number = _number(request.GET.get("page", ""))
    rejects = list(islice(_rejects(outcomes), (number - 1) * A_PAGE, number * A_PAGE + 1))
    given: dict[str, object] = {
        "upload": found,
        "state": UploadState(found.state),
        "states": UploadState,
        "waits": under_way and not stuck,
        "stuck": stuck or found.state == UploadState.STOPPED,
        "progress": progress(found, settings.HOME) if under_way else {},
        "counts": COUNTS,
        "outcomes": outcomes,
        "totals": {name: sum(int(each[name]) for each in outcomes) for name in COUNTS},
        "report": found.report,
        "rejects": rejects[:A_PAGE],
        "number": number,
        "more": len(rejects) > A_PAGE,
    }
    return administer(request, "intake/upload.html", "uploads", given)


@page(Power.LOAD_RECORDS)
def load_files(request: HttpRequest, upload: str) -> HttpResponse:
    """Load what was checked, or go on with a load that stopped."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = _found(upload)
    job = newest(f"load {found.ref}")
    if request.method == "POST" and not (
        found.state == UploadState.LOADING and job is not None and job.under_way
    ):
        begun = begin_loading(found)
        if begun is not None:
            key = f"load {begun.ref} {begun.tries}"
            ask(key, imports.load_upload, begun.ref, law=asking.law, at=asking.at)
    return _to(upload)


@page(Power.LOAD_RECORDS)
def check_again(request: HttpRequest, upload: str) -> HttpResponse:
    """Check once more when the job that checked was lost."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = _found(upload)
    job = newest(f"check {found.ref}")
    if request.method == "POST" and found.state == UploadState.CHECKING and not (job and job.under_way):
        key = f"check {found.ref} {asking.at.isoformat()}"
        ask(key, imports.check_upload, found.ref, law=asking.law, at=asking.at)
    return _to(upload)


@page(Power.LOAD_RECORDS)
def remove_files(request: HttpRequest, upload: str) -> HttpResponse:
    """Remove files that are not to be loaded, or the rows turned away of those that were."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = _found(upload)
    if request.method == "POST" and found.state not in (UploadState.LOADING, UploadState.REMOVED):
        remove_upload(
            found,
            by=asking.officer,
            on=asking.on,
            law=asking.law,
            at=asking.at,
            home=settings.HOME,
            purpose="remove files handed in",
        )
        messages.success(request, "The files are removed. That they were here stays on the trail.")
    return see(reverse("uploads"))


@page(Power.LOAD_RECORDS)
def rejects_file(request: HttpRequest, upload: str) -> HttpResponse:
    """Every row turned away and how to mend it, as a file a spreadsheet program opens without running it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = _found(upload)
    with act(
        Power.LOAD_RECORDS,
        by=asking.officer,
        about="",
        on=asking.on,
        law=asking.law,
        purpose="take out rows turned away",
        at=asking.at,
    ) as this:
        this.fact("upload", found.ref)
    lines = (line.encode() for line in _lines(_rejects(_outcomes(found))))
    return download(lines, name=f"rejects-{found.ref[:8]}.csv", kind="text/csv; charset=utf-8")


def _outcomes(found: Upload) -> list[dict[str, Any]]:
    """What would become of each file, or once loading began, what became of it."""
    if found.state in (UploadState.LOADING, UploadState.STOPPED, UploadState.LOADED):
        return list(loaded(found))
    return list(found.report.get("outcomes", ()))


def _rejects(outcomes: Iterable[dict[str, Any]]) -> Iterator[list[str]]:
    for outcome in outcomes:
        if not outcome["rejects"] or not Path(outcome["rejects"]).exists():
            continue
        with Path(outcome["rejects"]).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            next(rows, None)
            yield from rows


def _lines(rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"\ufeff{_line(HEADINGS)}"
    for row in rows:
        yield _line([cell if cell.startswith("'") else shown(cell) for cell in row])


def _line(cells: Iterable[str]) -> str:
    held = StringIO()
    csv.writer(held, quoting=csv.QUOTE_ALL).writerow(cells)
    return held.getvalue()


def _found(ref: str) -> Upload:
    found = Upload.objects.filter(ref=ref).first()
    if found is None:
        raise Http404
    return found


def _to(ref: str) -> HttpResponse:
    return see(reverse("upload", args=[ref]))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text) else 1


addresses = [
    path("administration/import/", uploads, name="uploads"),
    path("administration/import/<str:upload>/", upload, name="upload"),
    path("administration/import/<str:upload>/load/", load_files, name="upload-load"),
    path("administration/import/<str:upload>/check/", check_again, name="upload-check"),
    path("administration/import/<str:upload>/remove/", remove_files, name="upload-remove"),
    path("administration/import/<str:upload>/rejects/", rejects_file, name="upload-rejects"),
]
