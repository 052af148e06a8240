"""Answers are worked out in lanes: kept threads with a connection each, given back before an answer is sent."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from tests.unit.web.test_streaming import apart
from watchkeeper.web import lanes
from watchkeeper.web.lanes import Laned, Lanes

type Answer = Callable[[HttpRequest], HttpResponseBase]


def handler(answer: Answer, many: int) -> Laned:
    """A handler with so many lanes that answers every request so, with no middleware before it."""
    made = Laned(Lanes(many))
    made._middleware_chain = sync_to_async(answer)
    return made


class Browser:
    """One request to a handler: what came back, and a way to go away before it has."""

    def __init__(self, to: Laned) -> None:
        self.sent: list[dict[str, Any]] = []
        self.gone = asyncio.Event()
        self._asked = False
        scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b""}
        self.task = asyncio.create_task(to(scope, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        if not self._asked:
            self._asked = True
            return {"type": "http.request"}
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.sent)


def thread(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(threading.get_ident()))


def test_one_request_after_another_is_answered_in_the_same_thread_so_on_the_same_connection():
    async def asked() -> set[bytes]:
        to, bodies = handler(thread, 3), set()
        for _ in range(3):
            browser = Browser(to)
            await browser.task
            bodies.add(browser.body)
        return bodies

    assert len(apart(asked())) == 1


def test_as_many_at_once_as_there_are_lanes_and_the_rest_wait():
    together, most, count = threading.Barrier(2), [], [0]
    guard = threading.Lock()

    def answer(_request: HttpRequest) -> HttpResponse:
        with guard:
            count[0] += 1
            most.append(count[0])
        together.wait(10)
        with guard:
            count[0] -= 1
        return HttpResponse("done")

    async def asked() -> list[bytes]:
        to = handler(answer, 2)
        browsers = [Browser(to) for _ in range(4)]
        await asyncio.gather(*(browser.task for browser in browsers))
        return [browser.body for browser in browsers]

    assert apart(asked()) == [b"done"] * 4
    assert max(most) == 2


def test_a_browser_that_goes_away_leaves_its_lane_to_nobody_until_the_lane_is_idle():
    began, go_on = threading.Event(), threading.Event()
    running = []

    def answer(_request: HttpRequest) -> HttpResponse:
        running.append(1)
        assert len(running) == 1, "two at once in one lane"
        began.set()
        go_on.wait(10)
        running.pop()
        return HttpResponse("done")

    async def asked() -> bytes:
        to = handler(answer, 1)
        first = Browser(to)
        await asyncio.to_thread(began.wait, 10)
        first.gone.set()
        await first.task
        second = Browser(to)
        go_on.set()
        await second.task
        return second.body

    assert apart(asked()) == b"done"


def test_whoever_listens_holds_no_lane():
    def answer(_request: HttpRequest) -> HttpResponseBase:
        if not streams:
            streams.append(1)
            return StreamingHttpResponse(forever())
        return HttpResponse("done")

    async def forever() -> Any:
        yield b"first"
        await asyncio.Event().wait()

    streams: list[int] = []

    async def asked() -> tuple[bytes, bytes]:
        to = handler(answer, 1)
        listening = Browser(to)
        while not listening.body:
            await asyncio.sleep(0)
        other = Browser(to)
        await asyncio.wait_for(other.task, 10)
        listening.gone.set()
        await listening.task
        return listening.body, other.body

    assert apart(asked()) == (b"first", b"done")


def test_a_connection_that_broke_is_let_go_in_the_thread_it_belongs_to(monkeypatch: pytest.MonkeyPatch):
    looked: list[int] = []
    monkeypatch.setattr(lanes, "close_old_connections", lambda: looked.append(threading.get_ident()))

    async def asked() -> int:
        browser = Browser(handler(thread, 1))
        await browser.task
        return int(browser.body)

    lane = apart(asked())
    assert looked == [lane, lane], "once before the answer, once after it"


def test_only_http_is_understood():
    async def asked() -> str:
        try:
            await Laned(Lanes(1))({"type": "websocket"}, None, None)
        except ValueError as error:
            return str(error)
        return ""

    assert "websocket" in apart(asked())
