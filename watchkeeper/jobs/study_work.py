"""A study worked out where it is asked for, its finished runs kept until it is done: no queue is needed."""

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings

from watchkeeper import today
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.actions.studying import keep_study
from watchkeeper.planning.assembling import map_of
from watchkeeper.planning.study import Study
from watchkeeper.workforce.actions.officers import officer_as_known
from watchkeeper.workforce.models import Unit

FOLDER = "studies"


class StoppedError(Exception):
    """Somebody asked for the study to stop: what is finished of it is kept."""


def work_out(study: Study, law: Shelf, days_off: Calendar, told: Callable[[int, int], None]) -> Study:
    """Carry out a study where it is asked for, and keep what it finds in the name of who asked.

    Stopped and begun again, by whoever, it goes on after the runs it had finished.
    """
    from watchkeeper.planning.studying.carrying import carry_out  # the search is compiled: a slow start

    on = today.day_of(study.at)
    found = carry_out(
        study.asked,
        [study.asked.unit] if study.asked.unit else _units(study.at),
        map_of(settings.TRAVEL, law, on=on),
        law,
        days_off,
        on=on,
        known_at=study.at,
        told=told,
        runs=Runs(study.ref, law.version),
    )
    at = today.now()
    by = officer_as_known(study.by, known_at=at)
    if by is None:
        raise LookupError(f"officer {study.by} is not on record any more")
    purpose = "study of how visits are planned"
    kept = keep_study(study.ref, found, by=by, on=today.day_of(at), law=law, purpose=purpose, at=at)
    shutil.rmtree(_file(study.ref).with_suffix(""), ignore_errors=True)
    return kept


def stop(ref: str) -> None:
    """Ask for a study to stop after the run it is at."""
    _stop(ref).parent.mkdir(parents=True, exist_ok=True)
    _stop(ref).touch()


def let_go_on(ref: str) -> None:
    """Take back that it should stop."""
    _stop(ref).unlink(missing_ok=True)


def is_stopped(ref: str) -> bool:
    """Whether somebody asked for it to stop."""
    return _stop(ref).exists()


def progress_of(ref: str) -> dict[str, int]:
    """How many runs of a study are done, of how many; empty before the first."""
    try:
        said: dict[str, int] = json.loads(_file(ref).read_text())
    except (OSError, ValueError):
        return {}
    return said


class Progress:
    """Tells how far a study has come where pages read it."""

    def __init__(self, ref: str) -> None:
        self._file = _file(ref)

    def tell(self, done: int, of: int) -> None:
        """So many runs are done, of so many. Raises StoppedError where somebody asked for it to stop.

        Once every run is done nothing is left to stop: it is put together.
        """
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".fresh")
        fresh.write_text(json.dumps({"done": done, "of": of}))
        fresh.replace(self._file)
        if done < of and is_stopped(self._file.stem):
            raise StoppedError(self._file.stem)

    def end(self) -> None:
        """It is done; nobody needs to be told how far it is."""
        self._file.unlink(missing_ok=True)


class Runs:
    """Keeps the finished runs of a study until it is done, as files beside its progress.

    A run made under another policy, or cut off while it was written, is carried out again.
    """

    def __init__(self, ref: str, policy: str) -> None:
        self._folder, self._policy = _file(ref).with_suffix(""), policy

    def kept[Found](self, name: str, kind: type[Found], run: Callable[[], Found]) -> Found:
        """What the run of this name found, read back where it is finished."""
        from watchkeeper.planning.studying.kept import read_back

        file = self._folder / f"{sha256(f'{self._policy} {name}'.encode()).hexdigest()}.json"
        try:
            told: Found = read_back(kind, json.loads(file.read_text()))
        except (OSError, ValueError, KeyError):
            told = run()
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh = file.with_suffix(".fresh")
            fresh.write_text(json.dumps(asdict(told)))  # type: ignore[call-overload]
            fresh.replace(file)
        return told


def _stop(ref: str) -> Path:
    return _file(ref).with_suffix(".stop")


def _file(ref: str) -> Path:
    home: Path = settings.HOME
    return home / FOLDER / f"{ref}.json"


def _units(known_at: datetime) -> list[str]:
    rows: Any = Unit.objects.all().as_known(known_at)
    return sorted(set(rows.values_list("ref", flat=True)))
