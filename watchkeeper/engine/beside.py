"""An SQLite file read in a process beside this one, for a service whose threads write to it.

Arrow's driver brings an SQLite of its own. Two of them may not have one file open in one process: when either
closes it the operating system drops every lock the process holds on it, whoever took it, and two writers then
write at once (https://sqlite.org/howtocorrupt.html, 2.2). A process that does nothing else loses no lock.
"""

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

PACKAGES = Path(__file__).resolve().parent.parent.parent
COMMAND = (sys.executable, "-c", "from watchkeeper.engine.reader_process import serve; serve()")
IDLE = 2
"""Processes kept for the next who reads: as many as read side by side. They have no file open."""
PATIENCE = 1.0
"""Seconds a process is given to end by itself."""
OPEN, CLOSE, SQL = "open", "close", "sql"


class BesideError(RuntimeError):
    """What was asked could not be read; the message is the driver's own, or says that the process ended."""


class Beside:
    """One process that reads. Used by one thread at a time."""

    def __init__(self) -> None:
        path = os.pathsep.join(filter(None, (str(PACKAGES), os.environ.get("PYTHONPATH", ""))))
        self._process = subprocess.Popen(
            COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path}
        )

    def ask(self, what: str, value: str = "") -> None:
        """Have something done. Raises BesideError where it cannot be."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps([what, value]).encode() + b"\n")
            self._process.stdin.flush()
        said = self._process.stdout.readline()
        if not said:
            raise BesideError(f"the process that reads the database ended with status {self._process.wait()}")
        if problem := json.loads(said):
            raise BesideError(problem)

    @contextmanager
    def read(self, sql: str) -> Iterator[Any]:
        """What `sql` gives, as a stream of Arrow batches, all of them here already. Raises BesideError."""
        import pyarrow

        self.ask(SQL, sql)
        yield pyarrow.ipc.open_stream(self._process.stdout).read_all().to_reader()

    def alive(self) -> bool:
        """Whether it could read something else."""
        return self._process.poll() is None

    def end(self) -> None:
        """Let it end, and wait until it has."""
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(BrokenPipeError):
                pipe.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


_lock = threading.Lock()
_idle: list[Beside] = []


@contextmanager
def reading(address: str) -> Iterator[Beside]:
    """A process that has the file at `address` open while the block lasts. Raises BesideError."""
    with _lock:
        found = _idle.pop() if _idle else None
    beside = found if found is not None and found.alive() else Beside()
    whole = False
    try:
        beside.ask(OPEN, address)
        yield beside
        beside.ask(CLOSE)
        whole = True
    finally:
        with _lock:
            keep = whole and len(_idle) < IDLE
            if keep:
                _idle.append(beside)
        if not keep:
            beside.end()


@atexit.register
def end_all() -> None:
    """End those kept, as a process does that has read its last."""
    with _lock:
        ending, _idle[:] = [*_idle], []
    for each in ending:
        each.end()
