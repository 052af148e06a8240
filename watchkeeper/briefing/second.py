"""A second process for a brief: a fork where this one has a single thread, else a fresh Python.

A fork, as the command line makes on Linux, has all imported already that both need, which is half a second of
processor. Elsewhere, as in a worker of the pages, it is a fresh Python, for a fork would copy the locks
of threads as they stood. It writes to no database, and hands back lines on paper.
"""

import gc
import os
import pickle
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from watchkeeper.briefing.compiling import Row
from watchkeeper.law.calendar import Calendar, england_and_wales

WORTH_SHARING = 2_000
"""People, or as much work, from which a second process saves more than it costs: half a second to start."""

HOLDS = 1 << 20
"""Bytes a pipe to a fresh process takes in before it reads any: nobody waits for it to start."""

PATIENCE = 1.0
"""Seconds that a second process which has answered nothing sensible is given to end."""

TASKS = Path("/proc/self/task")
"""Where Linux lists the threads of this process, those of libraries among them."""

PACKAGES = Path(__file__).resolve().parent.parent.parent
SETTINGS = "watchkeeper.config.settings"
"""Settings of a fresh second process: of the command line, which start sooner than those of the pages."""

COMMAND = (sys.executable, "-c", "from watchkeeper.briefing.second import serve; serve()")


class ShareError(RuntimeError):
    """The second process did not do its part, so there is no brief."""


type Answer = tuple[int, list[Row]]
"""How many of the people asked about are on the register, and lines on paper."""


class Task(Protocol):
    """Something to be worked out for a brief by either process: it is pickled on its way to the second."""

    def answer(self, calendar: Calendar) -> Answer:
        """The lines it comes to."""


@dataclass(frozen=True, slots=True)
class Failed:
    """What the second process says instead of an answer when a task could not be done."""

    error: Exception


class Second:
    """A second process: it works out one task after another, and ends with the block that opened it."""

    def __init__(self, process: "subprocess.Popen[bytes] | Fork") -> None:
        self.process = process
        self._waited_for = 0
        self._answers: list[Answer] = []

    def hand(self, task: Task) -> None:
        """Give it a task. Raises ShareError when it has gone."""
        assert self.process.stdin is not None
        try:
            pickle.dump(task, self.process.stdin, pickle.HIGHEST_PROTOCOL)
            self.process.stdin.flush()
        except BrokenPipeError as error:
            self._close()
            raise ShareError(self._gone()) from error
        self._waited_for += 1

    def idle(self) -> bool:
        """Whether it has done all it was given. Raises as `answers` does."""
        told = self.process.stdout
        assert told is not None
        while self._waited_for and select.select([told], [], [], 0)[0]:
            self._take()
        return not self._waited_for

    def answers(self) -> list[Answer]:
        """All it found; it is given nothing more.

        Raises ShareError when it ended without an answer, and whatever it could not do its task for.
        """
        self._close()
        while self._waited_for:
            self._take()
        return self._answers

    def _take(self) -> None:
        assert self.process.stdout is not None
        try:
            found = pickle.load(self.process.stdout)
        except (EOFError, pickle.UnpicklingError) as error:
            raise ShareError(self._gone()) from error
        if isinstance(found, Failed):
            raise found.error
        self._answers.append(found)
        self._waited_for -= 1

    def _close(self) -> None:
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):  # what was not yet sent
            self.process.stdin.close()

    def _gone(self) -> str:
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:  # alive, and waiting for somebody to read on
            self.process.kill()
            status = self.process.wait()
        return f"the second process of the brief ended with status {status}; nothing was frozen"


class Fork:
    """A copy of this process that works out what it is handed: as much of `Popen` as `Second` needs.

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
            answer_all(given, out)
        status = 0
    except BrokenPipeError:  # nobody listens any more
        pass
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


@contextmanager
def second(people: int) -> Iterator[Second | None]:
    """A second process while the block lasts; None for a small force or a single core.

    Start it before the register is read, and give it at once what hangs on nobody's case.
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
    told = {"PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": SETTINGS}
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pipesize=HOLDS, env=os.environ | told
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


def serve() -> None:
    """A fresh second process: tasks in on standard input, their lines out on standard output."""
    import django

    django.setup()
    # With PYTHONUNBUFFERED the standard output writes a part and says so to nobody who listens.
    with open(sys.stdout.fileno(), "wb", closefd=False) as out:
        answer_all(sys.stdin.buffer, out)


def answer_all(given: BinaryIO, out: BinaryIO) -> None:
    """The second process, however it was made: works out what it is handed until nothing more comes."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the first process says what was interrupted
    gc.disable()  # facts hold no cycles, and looking for them takes longer than the rules
    calendar = england_and_wales()
    while (task := _next(given)) is not None:
        try:
            found: Answer | Failed = task.answer(calendar)
        except Exception as error:
            pickle.loads(pickle.dumps(error))  # what cannot be sent ends this process, and is printed
            found = Failed(error)
        pickle.dump(found, out, pickle.HIGHEST_PROTOCOL)
        out.flush()


def _next(given: BinaryIO) -> Task | None:
    try:
        task: Task = pickle.load(given)
    except EOFError:
        return None
    return task
