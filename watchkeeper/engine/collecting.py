"""No search for cycles while facts are made by the million: they hold none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is searched for cycles in the block: walking every fact takes as long as the rules.

    Nor are the modules a command imports as it starts, a seventh of the time that takes.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
