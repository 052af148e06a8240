"""What the process of `beside` does: opens an SQLite file, answers questions of it in Arrow, closes it."""

import json
import signal
import sys
from contextlib import ExitStack, suppress
from typing import Any, BinaryIO

from watchkeeper.engine.beside import CLOSE, OPEN
from watchkeeper.engine.source import Reader, Source, Vendor


def serve() -> None:
    """The process beside: does what it is asked on standard input until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks says what was interrupted
    gone = suppress(BrokenPipeError)  # whoever asked was interrupted
    with gone, open(sys.stdout.fileno(), "wb", closefd=False) as out, ExitStack() as opened:
        reader: Reader | None = None
        for line in sys.stdin.buffer:
            what, value = json.loads(line)
            table = None
            try:
                if what == OPEN:
                    reader = opened.enter_context(Source(Vendor.SQLITE, value).open())
                elif what == CLOSE:
                    opened.close()
                else:
                    assert reader is not None
                    with reader.read(value) as stream:
                        table = stream.read_all()
            except Exception as error:  # told to whoever asked, in the words of the driver
                _say(out, f"{type(error).__name__}: {error}")
                continue
            _say(out, "")
            if table is not None:
                _send(table, out)


def _say(out: BinaryIO, problem: str) -> None:
    out.write(json.dumps(problem).encode() + b"\n")
    out.flush()


def _send(table: Any, out: BinaryIO) -> None:
    import pyarrow

    with pyarrow.ipc.new_stream(out, table.schema) as stream:
        stream.write_table(table)
    out.flush()
