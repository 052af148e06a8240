"""Loading a folder of files: each file is one act, one transaction, and one line of the report."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from watchkeeper.intake.checking import Known
from watchkeeper.intake.loading import Progress, load_source
from watchkeeper.intake.models import Load, LoadedFile
from watchkeeper.intake.rejects import Outcome, Rejects
from watchkeeper.intake.sources import Folder, Source
from watchkeeper.intake.stores import Nowhere, Register, known_already
from watchkeeper.intake.times import LONDON
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power

Begin = Callable[[Source], Progress]
"""Called when a source is begun; gives what is told of its progress."""

_BLOCK = 1 << 20
_BEGUN, _FINISHED, _CUT_SHORT = "begun", "finished", "cut short"


class AlreadyLoadingError(Exception):
    """Another load of the same register is under way."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a folder. `again`: an earlier load of the same files was cut short."""

    name: str
    outcomes: tuple[Outcome, ...]
    folder: Folder
    checked_only: bool
    again: bool = False

    @property
    def clean(self) -> bool:
        """True when nothing was rejected and no cell left blank."""
        return not self.folder.unreadable and all(outcome.clean for outcome in self.outcomes)


def load(
    folder: Folder,
    *,
    by: Officer,
    law: Shelf,
    now: datetime,
    home: Path,
    frozen_until: datetime | None,
    begin: Begin,
) -> Report:
    """Load every source of `folder` into the register, in the order of the tables.

    Each source is one act: its rows, its numbers on the trail and its line in the books stand
    or fall together, so a load that is killed leaves whole files or nothing of a file. Loading
    the folder again goes on from there: rows already stored say nothing new and are counted
    as unchanged. Rows that cannot be taken are written to `home`/rejects/<load>.

    Raises AlreadyLoadingError while another load holds the register; Refused when `by` may
    not load records.

    Parameters
    ----------
    now
        The instant of loading: rows that do not say when they were recorded are known from it.
    frozen_until
        The latest `known_at` of a frozen brief. A row recorded up to then arrives too late to
        have been known to that brief, and is known from `now`.
    """
    on = now.astimezone(LONDON).date()
    with _alone(home):
        book, again = _open_book(folder, by, now)
        name = f"{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{book.pk}"
        known = known_already()
        outcomes = []
        for source in folder.sources:
            progress = begin(source)
            with act(
                Power.LOAD_RECORDS,
                by=by,
                about="",
                on=on,
                law=law,
                purpose=f"load {source.table.name}",
                at=now,
            ) as this:
                store = Register(seals=this.seals, now=now, frozen_until=frozen_until)
                rejects = Rejects(home / "rejects" / name, source.name)
                outcome = load_source(source, known, store, rejects, now=now, progress=progress)
                digest = _digest(source.path)
                for what, value in (("load", name), ("table", source.table.name), ("sha256", digest)):
                    this.fact(what, value)
                for what in ("read", "loaded", "unchanged", "duplicate", "rejected", "blanked"):
                    this.fact(what, getattr(outcome, what))
                _enter(book, source, outcome, digest, this.number)
            outcomes.append(outcome)
        book.state, book.finished_at = _FINISHED, now
        book.save(update_fields=["state", "finished_at"])
    return Report(name, tuple(outcomes), folder, checked_only=False, again=again)


def check(
    folder: Folder, *, now: datetime, home: Path, frozen_until: datetime | None, register: bool, begin: Begin
) -> Report:
    """What `load` would do, without writing to the register. Rejects are written, to be mended.

    `register` False: there is no register yet, and every sound row counts as one to load.
    """
    name = f"{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-check"
    known = known_already() if register else Known()
    store = Register(seals=None, now=now, frozen_until=frozen_until) if register else Nowhere()
    outcomes = []
    for source in folder.sources:
        rejects = Rejects(home / "rejects" / name, source.name)
        outcomes.append(load_source(source, known, store, rejects, now=now, progress=begin(source)))
    return Report(name, tuple(outcomes), folder, checked_only=True)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Hold the register against a second load; released by the system when this one is killed."""
    import fcntl

    home.mkdir(parents=True, exist_ok=True)
    with (home / "load.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AlreadyLoadingError("another load is under way; wait until it has finished") from None
        yield


def _open_book(folder: Folder, by: Officer, now: datetime) -> tuple[Load, bool]:
    fingerprint = fingerprint_of(folder)
    cut_short = Load.objects.filter(state=_BEGUN)
    again = cut_short.filter(fingerprint=fingerprint).exists()
    cut_short.update(state=_CUT_SHORT)
    return Load.objects.create(fingerprint=fingerprint, begun_at=now, by=by.ref, state=_BEGUN), again


def fingerprint_of(folder: Folder) -> str:
    """One hash over the names and the content of every source: the same files, the same load."""
    whole = hashlib.sha256()
    for source in folder.sources:
        whole.update(f"{source.name}\0{_digest(source.path)}\0".encode())
    return whole.hexdigest()


def _enter(book: Load, source: Source, outcome: Outcome, digest: str, number: int) -> None:
    LoadedFile.objects.create(
        load=book,
        name=source.name,
        sha256=digest,
        rows_read=outcome.read,
        rows_loaded=outcome.loaded,
        rows_unchanged=outcome.unchanged + outcome.duplicate,
        rows_rejected=outcome.rejected,
        state=_FINISHED,
        act=number,
        outcome=asdict(outcome),
    )
    if book.act is None:
        book.act = number
        book.save(update_fields=["act"])


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
