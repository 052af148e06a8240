"""A few looks a second at what is newest, for every open page of this process together."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog
from django.db import DatabaseError, connection

from watchkeeper.alerts.stored import newest

EVERY = 0.25
"""Seconds between two looks: what was recorded is on an open page within a second."""

log = structlog.get_logger()
type Ear = tuple[asyncio.AbstractEventLoop, asyncio.Event]


class Watch:
    """Looks while anybody listens, in a thread of its own, and wakes all of them when something is new.

    `newest` is the question it asks: while its answer stays the same, nothing is new.
    """

    def __init__(self, name: str, newest: Callable[[], object]) -> None:
        self._name, self._newest = name, newest
        self._guard = threading.Lock()
        self._ears: set[Ear] = set()
        self._looks = False

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """An event that is set whenever something is new. Call it on a running loop."""
        ear = (asyncio.get_running_loop(), asyncio.Event())
        with self._guard:
            self._ears.add(ear)
            if not self._looks:
                self._looks = True
                threading.Thread(target=self._look, name=self._name, daemon=True).start()
        try:
            yield ear[1]
        finally:
            with self._guard:
                self._ears.discard(ear)

    def _look(self) -> None:
        last: object = None
        while True:
            with self._guard:
                ears = tuple(self._ears)
                if not ears:
                    self._looks = False
                    connection.close()
                    return
            now = last
            try:
                now = self._newest()
            except DatabaseError as error:
                log.warning("not read", watch=self._name, error=type(error).__name__)
                connection.close()  # else the next look asks on the same connection again
            if now != last:
                last = now
                self._wake(ears)
            time.sleep(EVERY)

    def _wake(self, ears: tuple[Ear, ...]) -> None:
        for loop, event in ears:
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)


WATCH = Watch("alerts", newest)
