"""Minutes by road from an OSRM server of the force's own, by its table service.

OSRM takes coordinates in the address it is asked at, and may log them: these are people's homes.
So no proxy is used, no redirection followed, coordinates stand in no message of ours, and the
server named must be the force's own. There and back may differ. OSRM's speeds know no hour, so
the speed at the peak is policy's share of theirs. A place farther from any road than
`road_within_metres`, or that no road reaches, is at the cap.
"""

import json
from collections.abc import Sequence
from datetime import date
from http import HTTPStatus
from http.client import HTTPException
from time import sleep
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, build_opener

import numpy as np
from numpy.typing import NDArray

from watchkeeper.law.shelf import Shelf
from watchkeeper.places.facts import Points
from watchkeeper.places.travel import (
    SECONDS_IN_A_MINUTE,
    Driving,
    Minutes,
    TravelError,
    all_known,
    apart,
    by_blocks,
    nowhere,
)

_AT_ONCE = 50  # places on each side of one question: osrm-routed takes a hundred unless told otherwise
_TIMEOUT_SECONDS = 10.0
_WAITS_SECONDS = (0.2, 1.0)  # before the second and the third try
_DECIMALS = 6  # of a degree: a tenth of a metre


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Never: whoever answers elsewhere is not the server that the force named."""


class Osrm:
    """Travel times from the OSRM server at `address`, http://host:port, and policy on the day `on`."""

    symmetric = False

    def __init__(self, address: str, law: Shelf, *, on: date) -> None:
        self._address = address.rstrip("/")
        self._driving = Driving.of(law, on=on)
        self.confirmed = self._driving.confirmed
        self._opener: OpenerDirector = build_opener(ProxyHandler({}), _NoRedirect)

    @property
    def says(self) -> str:
        """How the minutes were worked out."""
        return "by road, from the force's own OSRM server, slower at the peak by policy's share"

    def minutes(self, points_from: Points, points_to: Points, *, leaving_minute: int) -> Minutes:
        """Minutes from each of m points to each of n, shape (m, n). See TravelTimes.

        Raises TravelError when the server cannot be reached, does not answer as OSRM does, or
        has no road near any place asked about.
        """
        all_known(points_from, points_to)
        seconds = by_blocks(points_from, points_to, self._table, at_once=_AT_ONCE)
        two = apart(points_from, points_to)
        if nowhere(seconds, two):
            raise TravelError(
                f"no road known to OSRM at {self._address} joins the places asked about. "
                "Give the server a map of the whole force area."
            )
        return self._driving.whole(seconds / SECONDS_IN_A_MINUTE, two, leaving_minute)

    def _table(self, points_from: Points, points_to: Points) -> NDArray[np.float64]:
        """Seconds of one block; not a number where there is no road."""
        places = ";".join([*_coordinates(points_from), *_coordinates(points_to)])
        count = len(points_from)
        sources = ";".join(str(at) for at in range(count))
        targets = ";".join(str(at) for at in range(count, count + len(points_to)))
        answer = self._answer(
            f"{self._address}/table/v1/driving/{places}?sources={sources}&destinations={targets}"
        )
        try:
            seconds = np.array(answer["durations"], dtype=np.float64)  # null becomes not a number
            near_from, near_to = (self._near(answer[side]) for side in ("sources", "destinations"))
            seconds[~np.logical_and.outer(near_from, near_to)] = np.nan
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
            raise self._strange() from fault
        if seconds.shape != (count, len(points_to)):
            raise self._strange()
        return seconds

    def _near(self, snapped: Sequence[dict[str, float]]) -> NDArray[np.bool_]:
        """Which places lie near enough to the road that OSRM put them on; old servers do not say how near."""
        return np.array([each.get("distance", 0.0) for each in snapped]) <= self._driving.road_within_metres

    def _answer(self, question: str) -> dict[str, Any]:
        for wait in (*_WAITS_SECONDS, None):
            try:
                with self._opener.open(question, timeout=_TIMEOUT_SECONDS) as reply:
                    read = reply.read()
            except HTTPError as refusal:
                if refusal.code < HTTPStatus.INTERNAL_SERVER_ERROR or wait is None:
                    raise TravelError(
                        f"OSRM at {self._address} refused: status {refusal.code}{_said(refusal)}. "
                        "Look at the server's map and its limit of places (--max-table-size, at least "
                        f"{2 * _AT_ONCE})."
                    ) from None
            except (OSError, HTTPException) as fault:
                if wait is None:
                    why = getattr(fault, "reason", fault)
                    raise TravelError(
                        f"OSRM at {self._address} does not answer ({why or type(fault).__name__}), asked "
                        f"{len(_WAITS_SECONDS) + 1} times. Start the server, or mend its address in "
                        "WATCHKEEPER_TRAVEL."
                    ) from None
            else:
                return self._understood(read)
            sleep(wait)
        raise AssertionError  # the last try returned or raised

    def _understood(self, read: bytes) -> dict[str, Any]:
        try:
            answer = json.loads(read)
        except ValueError:
            raise self._strange() from None
        if not isinstance(answer, dict) or answer.get("code") != "Ok":
            raise self._strange()
        return answer

    def _strange(self) -> TravelError:
        return TravelError(
            f"what answers at {self._address} is not OSRM's table service, version 1. "
            "Mend the address in WATCHKEEPER_TRAVEL."
        )


def _coordinates(points: Points) -> list[str]:
    return [
        f"{longitude:.{_DECIMALS}f},{latitude:.{_DECIMALS}f}"
        for longitude, latitude in zip(points.longitude.tolist(), points.latitude.tolist(), strict=True)
    ]


def _said(refusal: HTTPError) -> str:
    """OSRM's own code of a refusal, such as NoSegment or TooBig; its message may hold coordinates."""
    try:
        code = str(json.loads(refusal.read())["code"])
    except (ValueError, KeyError, TypeError, OSError):
        return ""
    return f", {code}" if code.isalnum() else ""
