"""Does the trail hold, and a copy of it for an outsider: both worked out behind the pages."""

import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse

from watchkeeper.jobs import imports
from watchkeeper.jobs.asking import ask
from watchkeeper.jobs.outcomes import newest, newest_done
from watchkeeper.jobs.reports import EXPORTS
from watchkeeper.web.administration import VERIFYING, administer
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered
from watchkeeper.web.streaming import PIECE, download
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Power

EXPORTING = imports.EXPORTING
HASH = 64  # hexadecimal digits of a SHA-256


@page(Power.READ_TRAIL)
def verify(request: HttpRequest) -> HttpResponse:
    """Whether the trail and every stored row hold, as last looked at; and looking again."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = Entered(request.POST)
    now = newest(VERIFYING)
    if request.method == "POST":
        head = form.text("head").lower()
        if head and (len(head) != HASH or set(head) - set("0123456789abcdef")):
            form.wrong("head", "Enter the head as it was given: 64 characters, 0 to 9 and a to f")
        elif now is None or not now.under_way:
            key = f"{VERIFYING}{asking.at.isoformat()}"
            ask(key, imports.verify_trail, asking.officer.ref, head, law=asking.law, at=asking.at)
        if not form.problems:
            return see(reverse("trail-verify"))
    shown: dict[str, object] = {"form": form, "now": now, "last": newest_done(VERIFYING)}
    return administer(request, "audit/verify.html", "trail", shown)


@page(Power.EXPORT_TRAIL)
def export(request: HttpRequest) -> HttpResponse:
    """The whole trail in one file for somebody outside, with the program that verifies it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    now = newest(EXPORTING)
    if request.method == "POST":
        if now is None or not now.under_way:
            _on_trail(asking, "export for verification")
            ref = secrets.token_hex(16)
            ask(
                f"{EXPORTING}{ref}",
                imports.export_trail,
                ref,
                asking.officer.ref,
                law=asking.law,
                at=asking.at,
            )
        return see(reverse("trail-export"))
    last = newest_done(EXPORTING)
    shown: dict[str, object] = {
        "now": now,
        "last": last,
        "there": last is not None and _file(last.key).exists(),
        "kept": asking.law["upload_kept_days"].whole(asking.on),
    }
    return administer(request, "audit/export.html", "trail", shown)


@page(Power.EXPORT_TRAIL)
def export_file(request: HttpRequest) -> HttpResponse:
    """The export made ready last."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    last = newest_done(EXPORTING)
    if last is None or not _file(last.key).exists():
        raise Http404
    _on_trail(asking, "take out the export", last.told["head"])
    file = _file(last.key)
    name = f"trail-{asking.on.isoformat()}.zip"
    return download(_read(file), name=name, kind="application/zip", size=file.stat().st_size)


def _file(key: str) -> Path:
    home: Path = settings.HOME
    return home / EXPORTS / key.removeprefix(EXPORTING) / imports.PACKED


def _read(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while some := opened.read(PIECE):
            yield some


def _on_trail(asking: Asking, purpose: str, head: str = "") -> None:
    with act(
        Power.EXPORT_TRAIL,
        by=asking.officer,
        about="",
        on=asking.on,
        law=asking.law,
        purpose=purpose,
        at=asking.at,
    ) as this:
        if head:
            this.fact("head", head)


addresses = [
    path("administration/trail/verify/", verify, name="trail-verify"),
    path("administration/trail/export/", export, name="trail-export"),
    path("administration/trail/export/file/", export_file, name="trail-export-file"),
]
