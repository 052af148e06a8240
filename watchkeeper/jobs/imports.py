"""The jobs of the administration pages: files checked and loaded, the trail verified and exported.

Each may be cut short anywhere and begun again: files are loaded one act each, a verdict is
reached anew, an export is written anew.
"""

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.db.models import Q
from django.tasks import task

from watchkeeper import today
from watchkeeper.audit.actions import export
from watchkeeper.audit.holding import examine
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.intake import uploads
from watchkeeper.intake.models import Upload
from watchkeeper.jobs.models import Job
from watchkeeper.jobs.reports import EXPORTS, REPORTING
from watchkeeper.jobs.tasks import law
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions.officers import ensure_system_officer, officer_as_known
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power

FAULTS_KEPT = 40
PACKED = "trail.zip"
EXPORTING = "export the trail "


@task
def check_upload(ref: str) -> None:
    """Say what loading the files handed in would do."""
    uploads.check_upload(ref, now=today.now(), home=settings.HOME, frozen_until=frozen_until())


@task
def load_upload(ref: str) -> None:
    """Load the files handed in, in the name of the officer who did."""
    at = today.now()
    by = _officer(Upload.objects.get(ref=ref).by, at)
    uploads.load_upload(ref, by=by, law=law(), now=at, home=settings.HOME, frozen_until=frozen_until())


@task
def sweep() -> int:
    """Remove files handed in, and exports made ready, that were kept as long as policy lets them be."""
    at, on, home = today.now(), today.today(), settings.HOME
    for folder in _old_exports(law(), at=at, on=on):
        shutil.rmtree(folder, ignore_errors=True)
    system = ensure_system_officer(law=law(), at=at)
    return uploads.sweep(by=system, on=on, law=law(), at=at, home=home)


def to_sweep(shelf: Shelf, *, at: datetime, on: date) -> bool:
    """Whether anything has been kept as long as policy lets it be."""
    return uploads.kept_long_enough(shelf, at=at, on=on).exists() or any(_old_exports(shelf, at=at, on=on))


def _old_exports(shelf: Shelf, *, at: datetime, on: date) -> Iterator[Path]:
    until = at - timedelta(days=shelf["upload_kept_days"].whole(on))
    ours = Q(key__startswith=EXPORTING) | Q(key__startswith=REPORTING)
    for key in Job.objects.filter(ours, asked_at__lt=until).values_list("key", flat=True):
        folder: Path = settings.HOME / EXPORTS / key.rpartition(" ")[2]
        if folder.exists():
            yield folder


@task
def verify_trail(officer_ref: str, head: str) -> dict[str, Any]:
    """Read the whole trail and every stored row; the verdict goes on the trail and to the page."""
    found = examine(head=head)
    at = today.now()
    told = {
        "holds": found.holds,
        "entries": found.chain.entries,
        "head": found.chain.head,
        "rows": found.rows,
        "broken": found.chain.broken,
        "why": found.chain.why,
        "faults": list(found.faults[:FAULTS_KEPT]),
        "many": len(found.faults),
    }
    with act(
        Power.READ_TRAIL,
        by=_officer(officer_ref, at),
        about="",
        on=today.day_of(at),
        law=law(),
        purpose="verify the trail",
        at=at,
    ) as this:
        for what in ("holds", "entries", "head", "rows"):
            this.fact(what, told[what])
    return told


@task
def export_trail(ref: str, officer_ref: str) -> dict[str, Any]:
    """Write the trail out with what an outsider needs to verify it, packed in one file."""
    folder: Path = settings.HOME / EXPORTS / ref
    shutil.rmtree(folder, ignore_errors=True)  # an earlier try that was cut short
    inside = folder / "inside"
    inside.mkdir(parents=True, mode=0o700)
    folder.chmod(0o700)
    verdict = export(inside / "trail.jsonl")
    whole = folder / PACKED
    with ZipFile(whole, "w", ZIP_DEFLATED) as packed:
        for file in sorted(inside.iterdir()):
            packed.write(file, f"trail/{file.name}")
    whole.chmod(0o600)
    shutil.rmtree(inside)
    at = today.now()
    told = {"entries": verdict.entries, "head": verdict.head, "size": whole.stat().st_size}
    with act(
        Power.EXPORT_TRAIL,
        by=_officer(officer_ref, at),
        about="",
        on=today.day_of(at),
        law=law(),
        purpose="export for verification, made ready",
        at=at,
    ) as this:
        this.fact("entries", verdict.entries)
        this.fact("head", verdict.head)
    return told | {"holds": verdict.holds, "broken": verdict.broken, "why": verdict.why}


def frozen_until() -> datetime | None:
    """The latest instant known to a frozen brief: what arrives later was not known to it."""
    newest: datetime | None = (
        FrozenBrief.objects.order_by("-known_at").values_list("known_at", flat=True).first()
    )
    return newest


def _officer(ref: str, at: datetime) -> Officer:
    found = officer_as_known(ref, known_at=at)
    if found is None:
        raise LookupError(f"officer {ref} is not on record any more")
    return found
