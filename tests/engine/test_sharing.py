"""Two processes: the brief that two halves amount to is the one that a single process gives."""

import select
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, rows, write
from watchkeeper.briefing import sharing
from watchkeeper.briefing.assembling import Rows, cases_of, gathered, read_register
from watchkeeper.briefing.compiling import brief_of
from watchkeeper.briefing.paper import as_json
from watchkeeper.briefing.sharing import Question, ShareError, second, shared
from watchkeeper.engine.source import embedded
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.shelf import Shelf


def register(path: Path, law: Shelf, people: int) -> Rows:
    stored = path / "stored.sqlite3"
    write(stored, rows(11, people))
    with read_register(embedded(stored), law, on=ON, known_at=KNOWN_AT) as snapshot:
        return gathered(snapshot)


def paper(found: Rows, law: Shelf, other: sharing.Second | None) -> bytes:
    people, lines = shared(found, Question(law, ON), england_and_wales(), other)
    return as_json(brief_of(lines, people, law, on=ON, known_at=KNOWN_AT))


def test_a_brief_worked_out_by_two_processes_is_the_same_bytes(tmp_path: Path, law: Shelf) -> None:
    found = register(tmp_path, law, 61)
    with second(sharing.WORTH_SHARING) as other:
        assert other is not None or sharing.cores() == 1
        by_two = paper(found, law, other)
    by_one = paper(found, law, None)
    assert by_two == by_one
    assert by_one.count(b"\n") > 61


def in_a_fork(folder: Path) -> None:
    """What the command line does, in a process of its own: fork first, then read the register."""
    law = shelf.load()
    with second(sharing.WORTH_SHARING) as other:
        assert other is not None
        assert isinstance(other.process, sharing.Fork)
        found = register(folder, law, 61)
        by_two = paper(found, law, other)
    assert by_two == paper(found, law, None)
    assert by_two.count(b"\n") > 61


def in_a_fork_that_dies(folder: Path) -> None:
    """A copy that was killed fails the brief, and its status is said."""
    law = shelf.load()
    with second(sharing.WORTH_SHARING) as other:
        assert other is not None
        assert isinstance(other.process, sharing.Fork)
        other.process.kill()
        found = register(folder, law, 61)
        with pytest.raises(ShareError, match="ended with status -9; nothing was frozen"):
            paper(found, law, other)


def in_a_fork_left_alone(_folder: Path) -> None:
    """Nobody hands the copy anything: it ends, and says nothing."""
    with second(sharing.WORTH_SHARING) as other:
        assert other is not None
        assert isinstance(other.process, sharing.Fork)
        assert other.process.wait() == 1


@pytest.mark.skipif(not sharing.TASKS.is_dir(), reason="only Linux tells how many threads there are")
@pytest.mark.parametrize("asked", ["in_a_fork", "in_a_fork_that_dies", "in_a_fork_left_alone"])
def test_a_fork_of_a_single_thread_gives_the_same_bytes_and_ends_with_the_block(
    asked: str, tmp_path: Path
) -> None:
    code = f"""
import sys
from pathlib import Path
import django
django.setup()
import tests.engine.test_sharing as told
told.sharing.cores = lambda: 2
told.{asked}(Path(sys.argv[1]))
"""
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_process_with_threads_is_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "cores", lambda: 2)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(int).result()
        assert not sharing.alone()
        with second(sharing.WORTH_SHARING) as other:
            assert other is not None
            assert isinstance(other.process, subprocess.Popen)


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process that is a fresh Python, however many threads the tests have."""
    monkeypatch.setattr(sharing, "cores", lambda: 2)
    monkeypatch.setattr(sharing, "alone", lambda: False)


@pytest.mark.parametrize("people", [1, 2, 3, 8, 9])
def test_everybody_is_in_one_half_and_in_one_only(people: int, tmp_path: Path, law: Shelf) -> None:
    found = register(tmp_path, law, people)
    mine, theirs = found.parted()
    assert [*cases_of(mine), *cases_of(theirs)] == list(cases_of(found))
    assert len(mine.people) - len(theirs.people) in (0, 1)


def test_a_small_register_starts_no_second_process() -> None:
    with second(sharing.WORTH_SHARING - 1) as other:
        assert other is None


TALKS_ON = "import sys; sys.stdin.buffer.read(); sys.stdout.write('not lines' * 100_000)"


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("dies", ["raise SystemExit(3)", TALKS_ON])
def test_a_second_process_that_fails_fails_the_brief(
    dies: str, tmp_path: Path, law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = register(tmp_path, law, 61)
    monkeypatch.setattr(sharing, "COMMAND", (*sharing.COMMAND[:2], dies))
    with pytest.raises(ShareError, match="nothing was frozen"), second(sharing.WORTH_SHARING) as other:
        paper(found, law, other)


@pytest.mark.usefixtures("fresh")
def test_lines_arrive_whole_from_a_process_that_is_stopped_while_it_writes(
    tmp_path: Path, law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With PYTHONUNBUFFERED, a write that a signal cuts short must be taken up where it ended."""
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    found, heard = register(tmp_path, law, 99), Event()
    with second(sharing.WORTH_SHARING) as other:
        assert other is not None
        assert isinstance(other.process, subprocess.Popen)
        assert other.process.stdout is not None

        def interrupt(process: "subprocess.Popen[bytes]") -> None:
            while not heard.wait(0.001):
                process.send_signal(signal.SIGSTOP)
                process.send_signal(signal.SIGCONT)

        other.hand(found, Question(law, ON))
        select.select([other.process.stdout], [], [])  # it has begun to write
        with ThreadPoolExecutor(1) as pool:
            pool.submit(interrupt, other.process)
            try:
                by_second = other.answer()
            finally:
                heard.set()
    assert by_second == Question(law, ON).answer(found, england_and_wales())


@pytest.mark.usefixtures("fresh")
def test_the_second_process_does_not_outlive_the_first_ones_interest() -> None:
    started = []

    def interrupted() -> None:
        with second(sharing.WORTH_SHARING) as other:
            started.append(other)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    (other,) = started
    assert other is not None
    assert isinstance(other.process, subprocess.Popen)
    assert other.process.poll() is not None
