"""One look a second at the newest alert, for every open page of this process together."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from django.db import DatabaseError, connection

from watchkeeper.alerts.stored import newest

EVERY = 1.0  # second

log = structlog.get_logger()
type Ear = tuple[asyncio.AbstractEventLoop, asyncio.Event]


class Watch:
    """Looks while anybody listens, in a thread of its own, and wakes all of them when something is new."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._ears: set[Ear] = set()
        self._looks = False

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """An event that is set whenever an alert was raised or taken on. Call it on a running loop."""
        ear = (asyncio.get_running_loop(), asyncio.Event())
        with self._guard:
            self._ears.add(ear)
            if not self._looks:
                self._looks = True
                threading.Thread(target=self._look, name="alerts", daemon=True).start()
        try:
            yield ear[1]
        finally:
            with self._guard:
                self._ears.discard(ear)

    def _look(self) -> None:
        last: tuple[int, int] | None = None
        while True:
            with self._guard:
                ears = tuple(self._ears)
                if not ears:
                    self._looks = False
                    return
            now = last
            try:
                now = newest()
            except DatabaseError as error:
                log.warning("alerts not read", error=type(error).__name__)
            finally:
                connection.close()
            if now != last:
                last = now
                self._wake(ears)
            time.sleep(EVERY)

    def _wake(self, ears: tuple[Ear, ...]) -> None:
        for loop, event in ears:
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)


WATCH = Watch()
