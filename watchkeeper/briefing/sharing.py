"""A large register is shared between two processes: each builds and asks the cases of one half.

Python runs one thing at a time in a process, so the rules of 71,000 people keep one core busy
and leave the others idle. The second process is a fork where this one has a single thread, as the
command line has on Linux: all that both need is imported already, which is half a second of
processor. Elsewhere, as in a worker of the pages, it is a fresh Python, for a fork would copy the
locks of threads as they stood. It is sent its half as Arrow, touches neither database nor disk, and
hands back lines on paper; what comes out is ordered afterwards, so that who worked it out cannot show.
"""

import gc
import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from watchkeeper.briefing.assembling import Rows, cases_of
from watchkeeper.briefing.compiling import Row, asked_of, written
from watchkeeper.law.calendar import Calendar, england_and_wales
from watchkeeper.law.shelf import Shelf

WORTH_SHARING = 2_000
"""People from whom a second process saves more than it costs: it takes half a second to start."""

PATIENCE = 1.0
"""Seconds that a second process which has answered nothing sensible is given to end."""

TASKS = Path("/proc/self/task")
"""Where Linux lists the threads of this process, those of libraries among them."""

PACKAGES = Path(__file__).resolve().parent.parent.parent
COMMAND = (sys.executable, "-c", "from watchkeeper.briefing.sharing import serve; serve()")


class ShareError(RuntimeError):
    """The second process did not do its half, so there is no brief."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of each half."""

    law: Shelf
    on: date
    unit: str = ""
    officer: str = ""

    def answer(self, rows: Rows, calendar: Calendar) -> tuple[int, list[Row]]:
        """How many of the people are on the register, and their lines on paper."""
        people, found = asked_of(
            cases_of(rows), self.law, calendar, on=self.on, unit=self.unit, officer=self.officer
        )
        return people, written(found, self.law, on=self.on)


class Second:
    """A second process, waiting for its half. It does not outlive the block that opened it."""

    def __init__(self, process: "subprocess.Popen[bytes] | Fork") -> None:
        self.process = process

    def hand(self, rows: Rows, question: Question) -> None:
        """Give it a half. Raises ShareError when it has gone."""
        assert self.process.stdin is not None
        sent = (
            question,
            rows.on,
            rows.staff,
            _sent(rows.people),
            {n: _sent(t) for n, t in rows.about.items()},
        )
        try:
            pickle.dump(sent, self.process.stdin, pickle.HIGHEST_PROTOCOL)
            self.process.stdin.close()
        except BrokenPipeError as error:
            with suppress(BrokenPipeError):  # what was not yet sent
                self.process.stdin.close()
            raise ShareError(self._gone()) from error

    def answer(self) -> tuple[int, list[Row]]:
        """What it found. Raises ShareError when it ended without an answer."""
        assert self.process.stdout is not None
        try:
            people, found = pickle.load(self.process.stdout)
        except (EOFError, pickle.UnpicklingError) as error:
            raise ShareError(self._gone()) from error
        return people, found

    def _gone(self) -> str:
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:  # alive, and waiting for somebody to read on
            self.process.kill()
            status = self.process.wait()
        return f"the second process of the brief ended with status {status}; nothing was frozen"


class Fork:
    """A copy of this process that works out a half: as much of `Popen` as `Second` needs.

    It leaves by `os._exit`: what the first process holds open or has not yet written is not the copy's
    to close or to write.
    """

    def __init__(self) -> None:
        asked, ask = os.pipe()
        told, tell = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            for theirs in (ask, told):  # held open here, they would keep an end of file from coming
                os.close(theirs)
            _work_and_leave(asked, tell)
        for theirs in (asked, tell):
            os.close(theirs)
        self.stdin = open(ask, "wb")  # noqa: SIM115  closed by hand(), at the latest by wait()
        self.stdout = open(told, "rb")  # noqa: SIM115  closed by wait()
        self._status: int | None = None

    def wait(self, timeout: float | None = None) -> int:  # noqa: ARG002  as Popen has it
        """Its exit status. It ends when nobody hands it anything or listens, so no time is kept."""
        if self._status is None:
            with suppress(BrokenPipeError):
                self.stdin.close()
            self.stdout.close()
            self._status = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        return self._status

    def kill(self) -> None:
        """End it now, if it has not ended."""
        if self._status is None:
            os.kill(self._pid, signal.SIGKILL)


def _work_and_leave(asked: int, tell: int) -> None:
    status = 1
    try:
        with open(asked, "rb") as given, open(tell, "wb") as out:
            answer_half(given, out)
        status = 0
    except EOFError:  # the first process has gone, or thought better of it
        pass
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


@contextmanager
def second(people: int) -> Iterator[Second | None]:
    """A second process while the block lasts; None for a small register or a single core.

    Start it before the register is read: it gets ready meanwhile.
    """
    if people < WORTH_SHARING or cores() == 1:
        yield None
        return
    if alone():
        fork = Fork()
        try:
            yield Second(fork)
        finally:
            fork.kill()
            fork.wait()
        return
    path = os.pathsep.join(filter(None, (str(PACKAGES), os.environ.get("PYTHONPATH", ""))))
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path}
    ) as process:
        try:
            yield Second(process)
        finally:
            process.kill()


def alone() -> bool:
    """Whether this process is known to have one thread; only Linux says."""
    return TASKS.is_dir() and len(list(TASKS.iterdir())) == 1


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared(rows: Rows, question: Question, calendar: Calendar, other: Second | None) -> tuple[int, list[Row]]:
    """How many people of `rows` are on the register, and their lines on paper, the second process helping."""
    if other is None:
        return question.answer(rows, calendar)
    mine, theirs = rows.parted()
    other.hand(theirs, question)
    people, found = question.answer(mine, calendar)
    more, rest = other.answer()
    found.extend(rest)
    return people + more, found


def serve() -> None:
    """A fresh second process: one half in on standard input, its lines out on standard output."""
    # With PYTHONUNBUFFERED the standard output writes a part and says so to nobody who listens.
    with open(sys.stdout.fileno(), "wb", closefd=False) as out:
        answer_half(sys.stdin.buffer, out)


def answer_half(given: BinaryIO, out: BinaryIO) -> None:
    """The second process, however it was made: waits for a half, works it out and hands back its lines."""
    import pyarrow  # noqa: F401 - while there is nothing else to do

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the first process says what was interrupted
    gc.disable()  # facts hold no cycles, and looking for them takes longer than the rules
    question, on, staff, people, about = pickle.load(given)
    rows = Rows(on, staff, _received(people), {name: _received(table) for name, table in about.items()})
    pickle.dump(question.answer(rows, england_and_wales()), out, pickle.HIGHEST_PROTOCOL)


def _sent(table: Any) -> Any:
    """A table as the bytes of an Arrow stream, which carries the rows of a slice and no others."""
    import pyarrow

    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return pickle.PickleBuffer(sink.getvalue())


def _received(sent: Any) -> Any:
    import pyarrow

    return pyarrow.ipc.open_stream(sent).read_all()
