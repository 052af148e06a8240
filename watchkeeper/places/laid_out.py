"""Letters of the directory laid out as arrays in the home, once read: a hundredth of the time from then on.

What lies there is made from the directory and from nothing else, and may be deleted at any time. Where there
is no home yet, or it cannot be written to, letters are read from the directory each time.
"""

import os
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

FOLDER = "postcodes"
MARK = 4
"""Bytes before an array that say what it was: a file that was altered or cut short is made again."""
HOME = ".watchkeeper"
"""The home where WATCHKEEPER_HOME names none."""


def taken(source: Path, row: np.dtype[Any]) -> NDArray[Any] | None:
    """What was laid out from a file of the directory as it is now; None where nothing was, or not so."""
    place = _place(source)
    if place is None:
        return None
    try:
        said = place.read_bytes()
        if crc32(said[MARK:]) != int.from_bytes(said[:MARK]):
            return None
        rows: NDArray[Any] = np.load(BytesIO(said[MARK:]), allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return rows if rows.dtype == row and rows.ndim == 1 else None


def keep(source: Path, rows: NDArray[Any]) -> None:
    """Lay out what a file of the directory says, whole or not at all, in place of what an older one said."""
    place = _place(source)
    if place is None:
        return
    being_written = place.with_name(f"{place.name}.{token_hex(4)}")
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        try:
            said = BytesIO()
            np.save(said, rows, allow_pickle=False)
            whole = said.getvalue()
            being_written.write_bytes(crc32(whole).to_bytes(MARK) + whole)
            being_written.replace(place)
        finally:
            being_written.unlink(missing_ok=True)
        for older in place.parent.glob(f"{place.name.partition('-')[0]}-*.npy"):
            if older != place:
                older.unlink(missing_ok=True)


def _place(source: Path) -> Path | None:
    """Where it lies: named by the size and time of the file it was made from, which change with it."""
    home = Path(os.environ.get("WATCHKEEPER_HOME") or HOME)
    if not home.is_dir():
        return None
    try:
        made = source.stat()
    except OSError:
        return None
    return home / FOLDER / f"{source.name.partition('.')[0]}-{made.st_size}-{made.st_mtime_ns}.npy"
