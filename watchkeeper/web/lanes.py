"""The threads that answers are worked out in: few, kept, each with its own connection to the database.

Django by itself gives each request a thread, and so a connection that is opened, set up and
closed again for one page. Here a request takes a lane while its answer is worked out and gives it back
before the answer is sent: who downloads slowly, or listens for alerts all day, holds none.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

from asgiref.sync import ThreadSensitiveContext
from django.core.handlers.asgi import ASGIHandler
from django.db import close_old_connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase

MANY = 8
"""Lanes of one server process: so many answers are worked out at once, and more requests wait."""


class Lane(ThreadPoolExecutor):
    """One thread that outlives requests. A connection that broke is let go before and after each call."""

    def __init__(self, name: str) -> None:
        super().__init__(max_workers=1, thread_name_prefix=name)
        self._last: Future[Any] | None = None

    def submit[**P, R](self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Run it on the lane's thread, after whatever runs there."""
        last = super().submit(lambda: _checked(fn, *args, **kwargs))
        self._last = last
        return last

    def when_idle(self, tell: Callable[[], object]) -> None:
        """Call `tell` once nothing runs here: at once, or from the lane's thread as it ends."""
        if self._last is None:
            tell()
        else:
            self._last.add_done_callback(lambda _: tell())


class Lanes:
    """All lanes of a process, handed out on one event loop; the one used last goes first, its pages warm."""

    def __init__(self, many: int = MANY) -> None:
        self._idle = [Lane(f"lane-{number}") for number in range(many)]
        self._free = asyncio.Semaphore(many)

    @asynccontextmanager
    async def one(self) -> AsyncIterator[Lane]:
        """A lane of the caller's own. Who gives up early leaves it to the next only once it is idle."""
        await self._free.acquire()
        lane = self._idle.pop()
        loop = asyncio.get_running_loop()
        try:
            yield lane
        finally:
            lane.when_idle(lambda: loop.call_soon_threadsafe(self._back, lane))

    def _back(self, lane: Lane) -> None:
        self._idle.append(lane)
        self._free.release()


class Laned(ASGIHandler):
    """Django's handler of requests, with lanes; what it does around an answer runs in one thread more."""

    def __init__(self, lanes: Lanes | None = None) -> None:
        super().__init__()
        self._lanes = lanes or Lanes()
        self._around = ThreadPoolExecutor(max_workers=1, thread_name_prefix="around")

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request; only HTTP is understood."""
        if scope["type"] != "http":
            raise ValueError(f"Watchkeeper answers HTTP alone, not {scope['type']}")
        async with ThreadSensitiveContext(executor=self._around):
            await self.handle(scope, receive, send)

    async def run_get_response(self, request: HttpRequest) -> HttpResponseBase:
        """Work the answer out, in a lane from the first middleware to the last."""
        async with self._lanes.one() as lane, ThreadSensitiveContext(executor=lane):
            return await super().run_get_response(request)


def _checked[**P, R](fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    close_old_connections()
    try:
        return fn(*args, **kwargs)
    finally:
        close_old_connections()
