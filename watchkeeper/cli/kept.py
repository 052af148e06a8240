"""A process that ends with the one that started it, however that one ended: killed outright as well.

`serve` kept running by nobody would answer on its port with nobody to end it or start it again.
The server runs through here, and each process it starts of its own watches the server.
"""

import os
import runpy
import signal
import sys
import threading
import time

KEPT = "WATCHKEEPER_KEPT"
"""In the environment: the number of the process that keeps this one, which is to end with it."""
EVERY = 1.0
"""Seconds between two looks whether the process that started this one is still there."""
GRACE = 5.0
"""Seconds this process has to end by itself before it is killed."""


def end_with(parent: int) -> None:
    """Have this process end as soon as its parent is not `parent` any more."""
    threading.Thread(target=_watch, args=(parent,), name="kept", daemon=True).start()


def keeper() -> int:
    """The number of the process this one is to end with; 0 for a process that nobody keeps."""
    return int(os.environ.get(KEPT, "") or 0)


def end_with_keeper() -> None:
    """End with the process that keeps this one, where one does."""
    if parent := keeper():
        end_with(parent)


def run() -> None:
    """Run a module as `python -m` does, and end with the keeper; what the module starts ends with it."""
    sys.argv = sys.argv[1:]
    (module, *_) = sys.argv
    end_with_keeper()
    os.environ[KEPT] = str(os.getpid())
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os.kill(os.getpid(), signal.SIGKILL)  # what was not committed never was
