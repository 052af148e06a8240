"""Homes made ready by a second process are those that one process makes ready, or nothing is."""

import os
import signal
import sys
from collections.abc import Callable

import pyarrow as pa
import pytest

from tools.dirty_people import dirty
from watchkeeper.people.identity import aside, columns
from watchkeeper.people.identity.aside import AsideError, homes_aside, worth_sharing
from watchkeeper.people.identity.columns import prepared_columns
from watchkeeper.people.rules.preparing import Preparer

UNKNOWN = frozenset({"n/k", "not known", "zz99 3vz"})
ROWS = [
    *dirty(300, seed=5).rows,
    ("A1", "", "", "", "", "n/k", "ZZ99 3VZ", "1 Low Road, Q1 1AA; , Q2 2BB", "", ""),
    ("A2", "", "", "", "", "", "", "", "", ""),
]
TEXTS = pa.array(["1 High St\x1fQA1 1AA\x1f", "\x1f\x1f", "n/k\x1fnot known\x1f2 Low Rd, QA1 2BB"])


def test_two_processes_make_ready_what_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = prepared_columns(ROWS, Preparer(UNKNOWN))
    monkeypatch.setattr(columns, "worth_sharing", lambda _records: True)
    assert prepared_columns(ROWS, Preparer(UNKNOWN)).table == alone.table


def test_it_is_shared_from_so_many_records_and_where_there_is_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1}, raising=False)
    assert [worth_sharing(each) for each in (99_999, 100_000)] == [False, True]
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0}, raising=False)
    assert not worth_sharing(100_000)


@pytest.mark.parametrize("dies", ["raise SystemExit(3)", "import os; os.kill(os.getpid(), 9)"])
def test_a_process_that_ends_without_answers_is_told(dies: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "COMMAND", (sys.executable, "-c", dies))
    with homes_aside(TEXTS, UNKNOWN) as answers, pytest.raises(AsideError, match="ended with status"):
        answers()


def test_it_does_not_outlive_whoever_was_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    begin = aside.subprocess.Popen

    def begun(*said: object, **told: object) -> object:
        process = begin(*said, **told)  # type: ignore[call-overload]
        started.append(process.pid)
        return process

    monkeypatch.setattr(aside.subprocess, "Popen", begun)
    monkeypatch.setattr(aside, "COMMAND", (sys.executable, "-c", "import time; time.sleep(600)"))

    def interrupted() -> None:
        with homes_aside(TEXTS, UNKNOWN) as answers:
            assert isinstance(answers, Callable)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    (process,) = started
    with pytest.raises(ProcessLookupError):
        os.kill(process, signal.SIGTERM)


def test_no_texts_are_no_answers() -> None:
    with homes_aside(pa.array([], pa.string()), UNKNOWN) as answers:
        assert [len(each) for each in answers()] == [0] * len(columns.homes_of(Preparer(UNKNOWN), TEXTS))
