"""A download is made piece by piece, as it is taken, and ends when the browser goes away."""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.test import AsyncRequestFactory, RequestFactory

from watchkeeper.web.streaming import PIECE, Streamed, download, pieces


class Parts:
    """Parts of a download that say how many were asked for, and whether they were put away."""

    def __init__(self, many: int, size: int = PIECE) -> None:
        self.asked, self.closed = 0, False
        self._many, self._size = many, size

    def made(self) -> Iterator[bytes]:
        try:
            for _ in range(self._many):
                self.asked += 1
                yield bytes(self._size)
        finally:
            self.closed = True


def apart[Made](told: Coroutine[Any, Any, Made]) -> Made:
    """Run it in a thread of its own: browser tests leave a loop running in the one the tests share."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(asyncio.run, told).result()


def test_no_more_is_made_than_is_taken():
    parts = Parts(1_000)

    async def take_two() -> int:
        source = pieces(parts.made())
        taken = [await anext(source) for _ in range(2)]
        assert parts.asked == 2, "the server holds a piece, not the file"
        await source.aclose()
        return sum(map(len, taken))

    assert apart(take_two()) == 2 * PIECE
    assert (parts.asked, parts.closed) == (2, True)


def test_small_parts_are_sent_together_and_all_arrive():
    async def whole(source: Iterator[bytes]) -> list[bytes]:
        return [piece async for piece in pieces(source)]

    lines = [f"line {number}\n".encode() for number in range(1_001)]
    taken = apart(whole(iter(lines)))
    assert b"".join(taken) == b"".join(lines)
    assert len(taken) == 6


def test_django_is_handed_what_it_need_not_gather():
    response = download(Parts(1).made(), name="trail.zip", kind="application/zip", size=PIECE)
    assert response.is_async
    assert response["Content-Disposition"] == 'attachment; filename="trail.zip"'
    assert response["Content-Length"] == str(PIECE)


def test_a_file_of_the_pages_is_not_gathered_either():
    through = Streamed(lambda _request: StreamingHttpResponse(iter([b"one", b"two"])))
    assert through(AsyncRequestFactory().get("/static/x.css")).is_async  # type: ignore[attr-defined]
    assert not through(RequestFactory().get("/static/x.css")).is_async  # type: ignore[attr-defined]
    assert (
        Streamed(lambda _request: HttpResponse("a page"))(AsyncRequestFactory().get("/")).content == b"a page"
    )
