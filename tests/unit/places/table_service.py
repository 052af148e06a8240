"""A small server that answers as OSRM's table service does, over HTTP on a free port of this machine.

Seconds between two places are their straight-line distance in degrees x 10,000, and a quarter
more when going west. It refuses as OSRM does, and can be told to misbehave.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

MOST_PLACES = 100  # as osrm-routed has it, unless told otherwise
OFF_THE_MAP = 1.5  # degrees east: no road reaches there
FAR_FROM_ROADS = 1.25  # degrees east: the nearest road is 3 km away


def seconds(a: tuple[float, float], b: tuple[float, float]) -> float | None:
    """From a to b, each longitude and latitude; None where there is no road."""
    if OFF_THE_MAP in (a[0], b[0]):
        return None
    straight = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 * 10_000
    return round(straight * (1.25 if b[0] < a[0] else 1), 1)


class TableService(ThreadingHTTPServer):
    """The server, what it was asked, and how it misbehaves: one misbehaviour a question, first to last."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked: list[str] = []
        self.misbehave: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Answer(BaseHTTPRequestHandler):
    server: TableService

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        how = self.server.misbehave.pop(0) if self.server.misbehave else ""
        match how:
            case "hang up":
                self.connection.close()
            case "busy":
                self._say(503, {"message": "busy"})
            case "elsewhere":
                self.send_response(302)
                self.send_header("Location", f"{self.server.address}/table/v1/driving/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()
            case "NoSegment":
                said = "Could not find a matching segment for coordinate -0.1,51.5"
                self._say(400, {"code": "NoSegment", "message": said})
            case "a page":
                self._send(200, b"<html>Welcome</html>")
            case "too few":
                self._say(200, {"code": "Ok", "durations": [[0]], "sources": [{}], "destinations": [{}]})
            case "another form":
                self._say(200, {"code": "Ok", "durations": "none"})
            case _:
                self._table()

    def _table(self) -> None:
        asked = urlsplit(self.path)
        kind, version, profile, coordinates = asked.path.strip("/").split("/")
        assert (kind, version, profile) == ("table", "v1", "driving")
        places = [(float(x), float(y)) for x, y in (each.split(",") for each in coordinates.split(";"))]
        options = parse_qs(asked.query)
        assert set(options) == {"sources", "destinations"}  # what every version of OSRM takes
        if len(places) > MOST_PLACES:
            self._say(400, {"code": "TooBig", "message": "Too many table coordinates"})
            return
        sources, targets = (
            [places[int(at)] for at in options[side][0].split(";")] for side in ("sources", "destinations")
        )
        self._say(
            200,
            {
                "code": "Ok",
                "durations": [[seconds(a, b) for b in targets] for a in sources],
                "sources": [self._snapped(place) for place in sources],
                "destinations": [self._snapped(place) for place in targets],
            },
        )

    def _snapped(self, place: tuple[float, float]) -> dict[str, Any]:
        away = 3000.0 if place[0] == FAR_FROM_ROADS else 4.2
        return {"hint": "", "distance": away, "name": "High Street", "location": place}

    def _say(self, status: int, answer: dict[str, Any]) -> None:
        self._send(status, json.dumps(answer).encode())

    def _send(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Nothing: tests are quiet."""


@contextmanager
def serving() -> Iterator[TableService]:
    """The server while the block runs."""
    server = TableService()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
