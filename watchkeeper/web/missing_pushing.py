"""The board of the missing on an open page: pushed when something was recorded, and as each minute passes."""

import json
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db.models import Max
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.loader import render_to_string
from django.urls import path

from watchkeeper import today
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.models import Entry
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.episode_board import Told, board_of, everybody
from watchkeeper.web.lanes import Lane
from watchkeeper.web.pushing import Listener, listens, pushed
from watchkeeper.web.watching import Watch
from watchkeeper.workforce.facts import Power

MOVES = (
    Power.REPORT_MISSING,
    Power.WORK_MISSING,
    Power.GRADE_MISSING,
    Power.AGREE_GRADE,
    Power.REVIEW_MISSING,
    Power.FLAG_EXPLOITATION,
    Power.ACKNOWLEDGE_ALERT,
    Power.LOAD_RECORDS,
)
"""The powers whose acts may move the board. An episode that is found has left it already."""
BOARDS = Lane("boards")
"""Works out every open board, one after the other, on one connection that is kept."""


class Moved:
    """The number of the newest act that may have moved the board. Safe between threads.

    Each call looks at the entries of the trail since the one before alone: it is asked a few times a second.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._through: int | None = None
        self._moved = 0

    def __call__(self) -> int:
        with self._guard:
            top = Entry.objects.aggregate(top=Max("number"))["top"] or 0
            if top != self._through:
                since = Entry.objects.filter(number__gt=self._through or 0, number__lte=top)
                if self._through is None or since.filter(kind=Kind.DONE, power__in=MOVES).exists():
                    self._moved = top
                self._through = top
            return self._moved


class BoardNews:
    """Who is missing and how long, worked out once for every board that is open in the same minute."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._as_of: tuple[int, datetime] | None = None
        self._told: Told = []

    def __call__(self, asking: Asking, unit: str) -> Told:  # noqa: ARG002 (it holds those of every unit)
        as_of = (NEWEST(), asking.at.replace(second=0, microsecond=0))
        with self._guard:
            if as_of != self._as_of:
                self._as_of, self._told = as_of, everybody(asking)
            return self._told


NEWEST = Moved()
WATCH = Watch("missing", NEWEST)
SHARED = BoardNews()


@dataclass(slots=True)
class Board:
    """One open board: who looks at it, of which unit they asked, and what it shows."""

    listener: Listener
    unit: str
    shows: str = ""


@page(Power.READ_MISSING)
def stream(request: HttpRequest) -> HttpResponse:
    """The board as it changes, as server-sent events."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    listener = Listener(asking.account.pk, asking.officer.ref, request.session.session_key or "", (0, 0))
    response = StreamingHttpResponse(
        boards(Board(listener, request.GET.get("unit", ""))), content_type="text/event-stream"
    )
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"  # a proxy that gathers the answer would hold it back
    return response  # type: ignore[return-value]  # both are what Django calls a response


async def boards(board: Board) -> AsyncIterator[bytes]:
    """The stream of one open board, until its session ends."""
    async for said in pushed(partial(news, board), WATCH, BOARDS):
        yield said


def news(board: Board) -> bytes | None:
    """The board where it shows something else by now, else a heartbeat; None when the session is over."""
    asking = listens(board.listener, Power.READ_MISSING, at=today.now())
    if asking is None:
        return None
    shows = render_to_string("missing/_live.html", board_of(asking, board.unit, SHARED))
    if shows == board.shows:
        return b": here\n\n"
    board.shows = shows
    return f"event: board\ndata: {json.dumps({'board': shows})}\n\n".encode()


addresses = [path("missing/stream", stream, name="missing-stream")]
