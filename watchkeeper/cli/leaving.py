"""Leaving without taking a million facts apart one by one, which takes a tenth of the time of a brief.

What the operating system takes back anyway is left to it. Whatever was to be done at the end is done: what
was printed is handed over, and whoever asked to be told that the process ends is told.
"""

import atexit
import os
import sys
from typing import NoReturn

at_once = False
"""Whether the command has said that nothing is lost by leaving at once."""


def hurry() -> None:
    """Say that the process may end at once when the command is done: nothing of it is half-written."""
    global at_once
    at_once = True


def leave(code: str | int | None) -> NoReturn:
    """End the process now with the status that `SystemExit` of this code would give."""
    if isinstance(code, str) and sys.stderr is not None:
        sys.stderr.write(f"{code}\n")
    status = code if isinstance(code, int) else int(code is not None)
    for stream in filter(None, (sys.stdout, sys.stderr)):  # a command may be given without either
        try:
            stream.flush()
        except BrokenPipeError:  # the reader has had enough
            status = 0
    atexit._run_exitfuncs()
    os._exit(status)
