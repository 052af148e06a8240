"""Two processes: the brief that two halves amount to is the one that a single process gives."""

import pickle
import select
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, rows, write
from watchkeeper.briefing import second as processes
from watchkeeper.briefing import sharing
from watchkeeper.briefing.assembling import Rows, cases_of, gathered, read_register
from watchkeeper.briefing.compiling import brief_of
from watchkeeper.briefing.paper import as_json
from watchkeeper.briefing.second import Second, ShareError, second
from watchkeeper.briefing.sharing import Question, Some, shared
from watchkeeper.engine.source import embedded
from watchkeeper.law import shelf
from watchkeeper.law.calendar import Calendar, england_and_wales
from watchkeeper.law.shelf import Shelf


def register(path: Path, law: Shelf, people: int) -> Rows:
    stored = path / "stored.sqlite3"
    write(stored, rows(11, people))
    with read_register(embedded(stored), law, on=ON, known_at=KNOWN_AT) as snapshot:
        return gathered(snapshot)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, law: Shelf) -> Rows:
    """Enough people for two processes; nobody changes what was read."""
    return register(tmp_path_factory.mktemp("many"), law, 99)


def paper(found: Rows, law: Shelf, other: Second | None) -> bytes:
    people, lines = shared(found, Question(law, ON), england_and_wales(), other, [])
    return as_json(brief_of(lines, people, law, on=ON, known_at=KNOWN_AT))


def test_a_brief_worked_out_by_two_processes_is_the_same_bytes(many: Rows, law: Shelf) -> None:
    with second(processes.WORTH_SHARING) as other:
        assert other is not None or processes.cores() == 1
        by_two = paper(many, law, other)
    by_one = paper(many, law, None)
    assert by_two == by_one
    assert by_one.count(b"\n") > 61


@pytest.mark.parametrize("at_a_time", [1, 7, 98, 99, 1000])
def test_how_many_are_worked_out_at_a_time_does_not_show(
    at_a_time: int, many: Rows, law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = paper(many, law, None)
    monkeypatch.setattr(sharing, "AT_A_TIME", at_a_time)
    assert paper(many, law, None) == whole
    with second(processes.WORTH_SHARING) as other:
        assert paper(many, law, other) == whole


@dataclass(frozen=True)
class Told:
    """A task that comes to what it was told, or fails with it."""

    found: tuple[int, list[Any]] | Exception

    def answer(self, calendar: Calendar) -> tuple[int, list[Any]]:
        assert calendar is england_and_wales()
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


def in_a_fork_after_another_task(folder: Path) -> None:
    """What it was given first is among the lines, and people are worked out by both afterwards."""
    law = shelf.load()
    apart = [*Question(law, ON).answer(register(folder, law, 3), england_and_wales())[1]]
    with second(processes.WORTH_SHARING) as other:
        assert other is not None
        other.hand(Told((5, apart)))
        people, lines = shared(register(folder, law, 61), Question(law, ON), england_and_wales(), other, [])
    alone, found = Question(law, ON).answer(register(folder, law, 61), england_and_wales())
    assert people == alone + 5
    assert sorted(lines) == sorted((*apart, *found))


def in_a_fork_that_cannot(folder: Path) -> None:
    """What went wrong there is raised here, as it was, before anybody is worked out in vain."""
    law = shelf.load()
    with second(processes.WORTH_SHARING) as other:
        assert other is not None
        other.hand(Told(ConnectionError("the database is locked")))
        select.select([other.process.stdout], [], [])
        with pytest.raises(ConnectionError, match="the database is locked"):
            paper(register(folder, law, 61), law, other)


def in_a_fork(folder: Path) -> None:
    """What the command line does, in a process of its own: fork first, then read the register."""
    law = shelf.load()
    with second(processes.WORTH_SHARING) as other:
        assert other is not None
        assert isinstance(other.process, processes.Fork)
        found = register(folder, law, 61)
        by_two = paper(found, law, other)
    assert by_two == paper(found, law, None)
    assert by_two.count(b"\n") > 61


def in_a_fork_that_dies(folder: Path) -> None:
    """A copy that was killed fails the brief, and its status is said."""
    law = shelf.load()
    with second(processes.WORTH_SHARING) as other:
        assert other is not None
        assert isinstance(other.process, processes.Fork)
        other.process.kill()
        found = register(folder, law, 61)
        with pytest.raises(ShareError, match="ended with status -9; nothing was frozen"):
            paper(found, law, other)


def in_a_fork_left_alone(_folder: Path) -> None:
    """Nobody hands the copy anything: it ends in order, and says nothing."""
    with second(processes.WORTH_SHARING) as other:
        assert other is not None
        assert isinstance(other.process, processes.Fork)
        assert other.process.wait() == 0


@pytest.mark.skipif(not processes.TASKS.is_dir(), reason="only Linux tells how many threads there are")
@pytest.mark.parametrize(
    "asked",
    [
        *("in_a_fork", "in_a_fork_after_another_task", "in_a_fork_that_cannot"),
        *("in_a_fork_that_dies", "in_a_fork_left_alone"),
    ],
)
def test_a_fork_of_a_single_thread_gives_the_same_bytes_and_ends_with_the_block(
    asked: str, tmp_path: Path
) -> None:
    code = f"""
import sys
from pathlib import Path
import django
django.setup()
import tests.engine.test_sharing as told
told.processes.cores = lambda: 2
told.{asked}(Path(sys.argv[1]))
"""
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_process_with_threads_is_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(int).result()
        assert not processes.alone()
        with second(processes.WORTH_SHARING) as other:
            assert other is not None
            assert isinstance(other.process, subprocess.Popen)


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process that is a fresh Python, however many threads the tests have."""
    monkeypatch.setattr(processes, "cores", lambda: 2)
    monkeypatch.setattr(processes, "alone", lambda: False)


@pytest.mark.parametrize("people", [1, 2, 3, 8, 9])
def test_everybody_is_in_one_part_and_in_one_only(people: int, tmp_path: Path, law: Shelf) -> None:
    found = register(tmp_path, law, people)
    whole = list(cases_of(found))
    for many in range(people + 2):
        mine, theirs = found.parted(many)
        assert [*cases_of(mine), *cases_of(theirs)] == whole
        assert len(mine.people) == min(many, len(whole))
        sent = pickle.loads(pickle.dumps(Some(theirs, Question(law, ON)), pickle.HIGHEST_PROTOCOL))
        assert list(cases_of(sent.rows)) == whole[many:]


def test_a_small_register_starts_no_second_process() -> None:
    with second(processes.WORTH_SHARING - 1) as other:
        assert other is None


TALKS_ON = "import sys; sys.stdin.buffer.read(); sys.stdout.write('not lines' * 100_000)"


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("dies", ["raise SystemExit(3)", TALKS_ON])
def test_a_second_process_that_fails_fails_the_brief(
    dies: str, many: Rows, law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "COMMAND", (*processes.COMMAND[:2], dies))
    with pytest.raises(ShareError, match="nothing was frozen"), second(processes.WORTH_SHARING) as other:
        paper(many, law, other)


@pytest.mark.usefixtures("fresh")
def test_lines_arrive_whole_from_a_process_that_is_stopped_while_it_writes(
    many: Rows, law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With PYTHONUNBUFFERED, a write that a signal cuts short must be taken up where it ended."""
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    heard = Event()
    with second(processes.WORTH_SHARING) as other:
        assert other is not None
        assert isinstance(other.process, subprocess.Popen)
        assert other.process.stdout is not None

        def interrupt(process: "subprocess.Popen[bytes]") -> None:
            while not heard.wait(0.001):
                process.send_signal(signal.SIGSTOP)
                process.send_signal(signal.SIGCONT)

        other.hand(Some(many, Question(law, ON)))
        select.select([other.process.stdout], [], [])  # it has begun to write
        with ThreadPoolExecutor(1) as pool:
            pool.submit(interrupt, other.process)
            try:
                (by_second,) = other.answers()
            finally:
                heard.set()
    assert by_second == Question(law, ON).answer(many, england_and_wales())


@pytest.mark.usefixtures("fresh")
def test_the_second_process_does_not_outlive_the_first_ones_interest() -> None:
    started = []

    def interrupted() -> None:
        with second(processes.WORTH_SHARING) as other:
            started.append(other)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    (other,) = started
    assert other is not None
    assert isinstance(other.process, subprocess.Popen)
    assert other.process.poll() is not None
