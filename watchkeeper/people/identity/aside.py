"""Homes of a long list made ready by a process beside this one: they take as long as all the rest.

A fresh Python and not a fork, for an engine may have threads by now. Texts go to it and answers come back
as Arrow; nothing is written to a disk.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pyarrow as pa

PACKAGES = Path(__file__).resolve().parent.parent.parent.parent
COMMAND = (sys.executable, "-c", "from watchkeeper.people.identity.homes_process import serve; serve()")
WORTH_SHARING = 100_000
"""Records from which a second process saves more than the half second it takes to start."""
TEXTS = "texts"


class AsideError(RuntimeError):
    """The process beside this one ended without its answers."""


def worth_sharing(records: int) -> bool:
    """Whether a second process would be done sooner: a long list, and a core for it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return records >= WORTH_SHARING and cores > 1


@contextmanager
def homes_aside(texts: pa.Array, placeholders: frozenset[str]) -> Iterator[Callable[[], list[pa.Array]]]:
    """What a call gives of each text, as `columns.homes_of` has it, while the block does other work.

    The call raises AsideError when the process ended without an answer. It does not outlive the block.
    """
    path = os.pathsep.join(filter(None, (str(PACKAGES), os.environ.get("PYTHONPATH", ""))))
    with (
        subprocess.Popen(
            COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path}
        ) as process,
        ThreadPoolExecutor(1) as pool,
    ):
        told = json.dumps(sorted(placeholders)).encode() + b"\n" + sent(pa.table({TEXTS: texts}))
        answered = pool.submit(process.communicate, told)

        def answers() -> list[pa.Array]:
            said, _ = answered.result()
            if process.returncode:
                raise AsideError(
                    f"the process that makes addresses ready ended with status {process.returncode}"
                )
            return [column.combine_chunks() for column in received(said).columns]

        try:
            yield answers
        finally:
            process.kill()


def sent(table: pa.Table) -> bytes:
    """A table as it goes through a pipe."""
    sink = BytesIO()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return sink.getvalue()


def received(said: bytes) -> pa.Table:
    """A table that came through a pipe."""
    return pa.ipc.open_stream(said).read_all()
