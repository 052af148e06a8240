"""What is longer than a page is handed out as it is made: the server holds one piece of it at a time."""

from collections.abc import AsyncIterator, Callable, Iterable
from itertools import islice

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

PIECE = 1 << 16
"""About so many bytes are made and sent together."""
TOGETHER = 200
"""At most so many parts of a download are gathered into a piece."""


def download(parts: Iterable[bytes], *, name: str, kind: str, size: int | None = None) -> HttpResponse:
    """A file to keep, from the parts it is made of, which are asked for only as the browser takes them.

    `kind` is its content type; `size` its bytes where they are known beforehand. Django gathers
    the whole of what is not asynchronous before it sends the first byte, so this is.
    """
    response = StreamingHttpResponse(pieces(parts), content_type=kind)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    if size is not None:
        response["Content-Length"] = str(size)
    return response  # type: ignore[return-value]  # streamed


class Streamed:
    """Middleware: files of the pages, too, leave piece by piece under a server that waits for nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not isinstance(request, ASGIRequest) or not isinstance(response, StreamingHttpResponse):
            return response
        if not response.is_async:
            response.streaming_content = pieces(response.streaming_content)  # type: ignore[arg-type]
        return response


async def pieces(parts: Iterable[bytes]) -> AsyncIterator[bytes]:
    """The parts, several to a piece, each made in a thread when the piece before it has been taken."""
    source = iter(parts)
    close: Callable[[], None] = getattr(source, "close", lambda: None)
    try:
        while piece := await sync_to_async(_piece, thread_sensitive=False)(source):
            yield piece
    finally:  # a browser that goes away leaves no file open
        await sync_to_async(close, thread_sensitive=False)()


def _piece(source: Iterable[bytes]) -> bytes:
    gathered: list[bytes] = []
    size = 0
    for part in islice(source, TOGETHER):
        gathered.append(part)
        size += len(part)
        if size >= PIECE:
            break
    return b"".join(gathered)
