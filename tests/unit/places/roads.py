"""A few invented streets, written as an OpenStreetMap extract (PBF) and built into Valhalla's tiles.

The format is public (wiki.openstreetmap.org/wiki/PBF_Format): blobs of zlib-packed Protocol
Buffers. No library in the lock writes it, and the little that is needed here is below.

The town is a grid of residential streets at 30 mph around (51.50, -0.12), five by five crossings
556 m north to south and 554 m west to east apart, a one-way street along its south, and a lane to
the north that joins nothing.
"""

import json
import struct
import subprocess
import zlib
from collections.abc import Iterable
from pathlib import Path

SOUTH, WEST = 51.5, -0.12
NORTHWARD, EASTWARD = 0.005, 0.008
SIZE = 5
LANE = (SOUTH + 0.0300, WEST), (SOUTH + 0.0312, WEST)
Way = tuple[list[int], dict[str, str]]


def crossing(row: int, column: int) -> tuple[float, float]:
    """Latitude and longitude of a crossing, counted from the south-west."""
    return SOUTH + row * NORTHWARD, WEST + column * EASTWARD


def town() -> tuple[list[tuple[float, float]], list[Way]]:
    """Crossings in the order of their numbers, from 1, and ways as lists of them with their tags."""
    places = [crossing(row, column) for row in range(SIZE) for column in range(SIZE)]
    number = {place: at for at, place in enumerate(places, start=1)}
    street = {"highway": "residential", "maxspeed": "30 mph"}
    ways: list[Way] = []
    for row in range(SIZE):
        tags = {**street, "name": f"Row {row}"} | ({"oneway": "yes"} if row == 0 else {})
        ways.append(([number[crossing(row, column)] for column in range(SIZE)], tags))
    for column in range(SIZE):
        ways.append(
            ([number[crossing(row, column)] for row in range(SIZE)], {**street, "name": f"Column {column}"})
        )
    places += LANE
    ways.append(([len(places) - 1, len(places)], {**street, "name": "Lost Lane"}))
    return places, ways


def build(folder: Path) -> Path:
    """Write the extract, build tiles of it with the tool in the wheel, and return their folder."""
    from valhalla import get_config
    from valhalla._scripts import PYVALHALLA_BIN_DIR

    extract, tiles, settings = folder / "town.osm.pbf", folder / "tiles", folder / "valhalla.json"
    extract.write_bytes(_extract(*town()))
    tiles.mkdir()
    config = get_config(tile_extract="", tile_dir=tiles)
    config["mjolnir"]["concurrency"] = 1
    settings.write_text(json.dumps(config))
    subprocess.run(
        [PYVALHALLA_BIN_DIR / "valhalla_build_tiles", "-c", settings, extract],
        check=True,
        capture_output=True,
    )
    return tiles


def _extract(places: list[tuple[float, float]], ways: list[Way]) -> bytes:
    words: dict[str, int] = {"": 0}
    nodes = b"".join(
        _field(
            1, _number(1, _zigzag(at)) + _number(8, _zigzag(_ticks(lat))) + _number(9, _zigzag(_ticks(long)))
        )
        for at, (lat, long) in enumerate(places, start=1)
    )
    roads = b"".join(
        _field(
            3,
            _number(1, at)
            + _field(2, _packed(words.setdefault(key, len(words)) for key in tags))
            + _field(3, _packed(words.setdefault(value, len(words)) for value in tags.values()))
            + _field(8, _packed(_zigzag(b - a) for a, b in zip([0, *crossings], crossings, strict=False))),
        )
        for at, (crossings, tags) in enumerate(ways, start=1)
    )
    strings = b"".join(_field(1, word.encode()) for word in words)
    return _blob("OSMHeader", _field(4, b"OsmSchema-V0.6")) + _blob(
        "OSMData", _field(1, strings) + _field(2, nodes) + _field(2, roads)
    )


def _ticks(degrees: float) -> int:
    return round(degrees * 10_000_000)  # of 100 nanodegrees


def _zigzag(value: int) -> int:
    return value * 2 if value >= 0 else -value * 2 - 1


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _field(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _packed(values: Iterable[int]) -> bytes:
    return b"".join(_varint(value) for value in values)


def _blob(kind: str, content: bytes) -> bytes:
    blob = _number(2, len(content)) + _field(3, zlib.compress(content))
    header = _field(1, kind.encode()) + _number(3, len(blob))
    return struct.pack(">I", len(header)) + header + blob
