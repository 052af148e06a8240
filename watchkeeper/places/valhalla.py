"""Minutes by road, worked out in this process by Valhalla on tiles that the force supplies.

Nothing leaves the machine. There and back may differ, as streets are one-way. The tiles know no
hour, so the speed at the peak is policy's share of theirs. A place farther from any road than
`road_within_metres`, or on roads that do not join, is at the cap. Needs the extra `roads`.
"""

from copy import deepcopy
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

import numpy as np

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

_AT_ONCE = 100  # places on each side of one question: a few megabytes of answer


class Valhalla:
    """Travel times on the tiles in `tiles`, a folder or a tar archive, and policy on the day `on`.

    Raises TravelError when Valhalla is not installed or finds no tiles there.
    """

    symmetric = False

    def __init__(self, tiles: Path, law: Shelf, *, on: date) -> None:
        self._tiles = tiles
        self._driving = Driving.of(law, on=on)
        self.confirmed = self._driving.confirmed
        self._one_at_a_time = Lock()  # an actor may not be asked twice at once
        self._actor = _actor(tiles)

    @property
    def says(self) -> str:
        """How the minutes were worked out."""
        return "by road, on the tiles the force supplies, slower at the peak by policy's share"

    def minutes(self, points_from: Points, points_to: Points, *, leaving_minute: int) -> Minutes:
        """Minutes from each of m points to each of n, shape (m, n). See TravelTimes.

        Raises TravelError when no place asked about is near a road of the tiles.
        """
        all_known(points_from, points_to)
        seconds = by_blocks(points_from, points_to, self._asked, at_once=_AT_ONCE)
        two = apart(points_from, points_to)
        if nowhere(seconds, two):
            raise TravelError(
                f"no road of the tiles in {self._tiles} joins the places asked about. "
                "Build tiles of the whole force area and name their folder in WATCHKEEPER_TRAVEL."
            )
        return self._driving.whole(seconds / SECONDS_IN_A_MINUTE, two, leaving_minute)

    def _asked(self, points_from: Points, points_to: Points) -> list[list[float]]:
        question = {
            "sources": self._locations(points_from),
            "targets": self._locations(points_to),
            "costing": "auto",
            "verbose": False,
        }
        from valhalla import ValhallaError

        try:
            with self._one_at_a_time:
                answer = self._actor.matrix(question)
        except ValhallaError as fault:
            raise TravelError(
                f"Valhalla cannot work out a journey on the tiles in {self._tiles}: {fault}. "
                "Build the tiles again with the version of pyvalhalla in the lock file."
            ) from fault
        rows: list[list[float]] = answer["sources_to_targets"]["durations"]
        return [[np.nan if cell is None else cell for cell in row] for row in rows]

    def _locations(self, points: Points) -> list[dict[str, float]]:
        cutoff = self._driving.road_within_metres
        return [
            {"lat": latitude, "lon": longitude, "search_cutoff": cutoff}
            for latitude, longitude in zip(points.latitude.tolist(), points.longitude.tolist(), strict=True)
        ]


def _actor(tiles: Path) -> Any:
    """Valhalla with these tiles loaded, and nothing left behind on disk."""
    try:
        from valhalla import Actor, get_config
    except ImportError as fault:
        raise TravelError(
            "Valhalla is not installed. Install Watchkeeper with the extra `roads`, or set "
            "WATCHKEEPER_TRAVEL to great-circle or osrm:http://host:port."
        ) from fault
    from json import dumps

    archive = tiles.is_file()
    if not archive and next(tiles.rglob("*.gph"), None) is None:
        raise TravelError(
            f"there are no Valhalla tiles in {tiles}. Build them as docs/running.md says, and name "
            "their folder in WATCHKEEPER_TRAVEL."
        )
    settings = deepcopy(get_config(tile_extract=tiles if archive else "", tile_dir="" if archive else tiles))
    settings["loki"]["use_connectivity"] = False  # else one place off the tiles fails all the others
    settings["service_limits"]["auto"]["max_matrix_location_pairs"] = _AT_ONCE**2
    with TemporaryDirectory() as folder:
        path = Path(folder) / "valhalla.json"
        path.write_text(dumps(settings))
        try:
            return Actor(path)
        except (RuntimeError, OSError) as fault:
            raise TravelError(
                f"the tiles in {tiles} cannot be read: {fault}. Build them again with the version of "
                "pyvalhalla in the lock file."
            ) from fault
