"""Files handed in through the pages: taken in, checked, loaded, and removed when their time is over."""

import json
import os
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path, PurePath
from typing import BinaryIO

from django.db.models import F, QuerySet

from watchkeeper.intake.actions import check, fingerprint_of, load
from watchkeeper.intake.facts import Measured, UploadState
from watchkeeper.intake.loading import Progress
from watchkeeper.intake.measuring import measure
from watchkeeper.intake.models import LoadedFile, Upload
from watchkeeper.intake.rules import bytes_of, may_take, may_take_together
from watchkeeper.intake.sources import Source, survey
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power

FOLDER, FILES, PROGRESS = "uploads", "files", "progress.json"
_PIECE = 1 << 20
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Sent:
    """One file as a browser sent it."""

    name: str
    content: BinaryIO


class NotTakenError(ValueError):
    """Files that may not be taken in: each with its faults. Nothing of any was kept."""

    def __init__(self, faults: list[tuple[str, tuple[str, ...]]]) -> None:
        super().__init__(f"{len(faults)} files may not be taken in")
        self.faults = faults


def take_in(sent: Sequence[Sent], *, by: Officer, on: date, law: Shelf, at: datetime, home: Path) -> Upload:
    """Measure every file, and keep them all in a folder of their own under a random name; or none.

    Raises NotTakenError with every fault of every file, Refused without the power to load records.
    """
    most = bytes_of(law["upload_unpacked_megabytes"].whole(on))
    measured = [measure(file.content, file.name, BY_NAME, most_unpacked=most) for file in sent]
    _refuse_faulty(measured, law, on)
    ref = secrets.token_hex(16)
    folder = _folder(home, ref)
    try:
        with act(
            Power.LOAD_RECORDS, by=by, about="", on=on, law=law, purpose="take in files to check", at=at
        ) as this:
            kept = _keep(sent, measured, folder / FILES)
            this.fact("upload", ref)
            this.fact("files", len(kept))
            return Upload.objects.create(
                ref=ref, by=by.ref, at=at, state=UploadState.CHECKING, files=[_told(file) for file in kept]
            )
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def check_upload(ref: str, *, now: datetime, home: Path, frozen_until: datetime | None) -> None:
    """Say what loading the files would do. May be cut short and begun again."""
    folder = _folder(home, ref)
    found = survey(folder / FILES, BY_NAME)
    report = check(
        found,
        now=now,
        home=folder,
        frozen_until=frozen_until,
        register=True,
        begin=_Told(folder, UploadState.CHECKING, len(found.sources)).begin,
    )
    said = {
        "outcomes": [asdict(outcome) for outcome in report.outcomes],
        "unreadable": found.unreadable,
        "passed_over": found.passed_over,
    }
    Upload.objects.filter(ref=ref, state=UploadState.CHECKING).update(
        state=UploadState.CHECKED, report=said, fingerprint=fingerprint_of(found)
    )


def begin_loading(upload: Upload) -> Upload | None:
    """Mark checked or stopped files as being loaded, once however often it is pressed; None when not.

    A try whose job has died may be begun again: whoever asks looks at the job first.
    """
    open_states = (UploadState.CHECKED, UploadState.STOPPED, UploadState.LOADING)
    begun = Upload.objects.filter(ref=upload.ref, tries=upload.tries, state__in=open_states)
    if not begun.update(state=UploadState.LOADING, tries=F("tries") + 1):
        return None
    return Upload.objects.get(ref=upload.ref)


def load_upload(
    ref: str, *, by: Officer, law: Shelf, now: datetime, home: Path, frozen_until: datetime | None
) -> None:
    """Load the files. Cut short, it is begun again and goes on: each file is one act, whole or not at all."""
    folder = _folder(home, ref)
    try:
        found = survey(folder / FILES, BY_NAME)
        told = _Told(folder, UploadState.LOADING, len(found.sources))
        load(found, by=by, law=law, now=now, home=home, frozen_until=frozen_until, begin=told.begin)
    except Exception:
        Upload.objects.filter(ref=ref).update(state=UploadState.STOPPED)
        raise
    Upload.objects.filter(ref=ref).update(state=UploadState.LOADED, finished_at=now)
    shutil.rmtree(folder / FILES, ignore_errors=True)  # what they said is in the register now


def loaded(upload: Upload) -> list[dict[str, object]]:
    """What became of each file, as its books were first closed: a load begun again adds nothing to them."""
    books = LoadedFile.objects.filter(
        load__fingerprint=upload.fingerprint, load__begun_at__gte=upload.at
    ).order_by("id")
    first: dict[str, dict[str, object]] = {}
    for book in books:
        first.setdefault(book.name, book.outcome)
    return list(first.values())


def remove_upload(
    upload: Upload, *, by: Officer, on: date, law: Shelf, at: datetime, home: Path, purpose: str
) -> None:
    """Remove files handed in and the rows turned away of them; that they were here stays on record."""
    with act(Power.LOAD_RECORDS, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        this.fact("upload", upload.ref)
        Upload.objects.filter(ref=upload.ref).update(state=UploadState.REMOVED, report={}, finished_at=at)
    for outcome in loaded(upload):
        if outcome.get("rejects"):
            Path(str(outcome["rejects"])).unlink(missing_ok=True)
    shutil.rmtree(_folder(home, upload.ref), ignore_errors=True)


def sweep(*, by: Officer, on: date, law: Shelf, at: datetime, home: Path) -> int:
    """Remove whatever has been kept longer than policy lets it (`upload_kept_days`); how many."""
    old = list(kept_long_enough(law, at=at, on=on))
    for upload in old:
        remove_upload(upload, by=by, on=on, law=law, at=at, home=home, purpose="kept long enough")
    return len(old)


def kept_long_enough(law: Shelf, *, at: datetime, on: date) -> QuerySet[Upload]:
    """Files handed in that are to be removed: not those a job is at work on."""
    until = at - timedelta(days=law["upload_kept_days"].whole(on))
    return Upload.objects.filter(at__lt=until).exclude(
        state__in=(UploadState.REMOVED, UploadState.LOADING, UploadState.CHECKING)
    )


def progress(upload: Upload, home: Path) -> dict[str, object]:
    """How far the job has come: the file, which of how many, rows done of rows in all; empty before."""
    try:
        said: dict[str, object] = json.loads((_folder(home, upload.ref) / PROGRESS).read_text())
    except (OSError, ValueError):
        return {}
    return said if said["state"] == upload.state else {}


class _Told:
    """Writes the progress of a job where pages read it: its rows are not yet there for anybody to see."""

    def __init__(self, folder: Path, state: UploadState, of: int) -> None:
        self._file, self._state, self._of, self._nth = folder / PROGRESS, state, of, 0

    def begin(self, source: Source) -> Progress:
        """Begin the next source."""
        self._nth += 1
        said = {
            "state": self._state,
            "file": source.name,
            "nth": self._nth,
            "of": self._of,
            "done": 0,
            "total": 0,
        }
        self._write(said)
        return lambda done, total: self._write({**said, "done": done, "total": total})

    def _write(self, said: dict[str, object]) -> None:
        fresh = self._file.with_suffix(".fresh")
        fresh.write_text(json.dumps(said))
        fresh.replace(self._file)


def _refuse_faulty(measured: list[Measured], law: Shelf, on: date) -> None:
    faults = [
        (file.name, tuple(reason.says for reason in may_take(file, law, on=on).unmet)) for file in measured
    ]
    kept = [replace(file, name=_plain_name(file)) for file in measured]
    faults.append(("", tuple(reason.says for reason in may_take_together(kept, law, on=on).unmet)))
    if found := [(name, says) for name, says in faults if says]:
        raise NotTakenError(found)


def _keep(sent: Sequence[Sent], measured: list[Measured], folder: Path) -> list[Measured]:
    folder.mkdir(parents=True, mode=0o700)
    folder.parent.chmod(0o700)
    kept = []
    for file, found in zip(sent, measured, strict=True):
        named = replace(found, name=_plain_name(found))
        number = os.open(folder / named.name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as into:
            file.content.seek(0)
            shutil.copyfileobj(file.content, into, _PIECE)
        kept.append(named)
    return kept


def _plain_name(found: Measured) -> str:
    """The name a file is kept under: a table's own where it is one, else letters, digits and dashes alone."""
    stem = PurePath(found.name).stem
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in stem)[:_LONGEST_NAME]
    return f"{found.named or plain.lstrip('_') or 'workbook'}{found.suffix}"


def _told(file: Measured) -> dict[str, object]:
    return {"name": file.name, "size": file.size, "formulas": file.formulas, "places": file.places}


def _folder(home: Path, ref: str) -> Path:
    return home / FOLDER / ref
