"""How fast one officer asks for pages: nobody reads a register in a minute, and a program would."""

from datetime import date, datetime

from watchkeeper.law.shelf import Shelf

_asked: dict[str, tuple[int, int]] = {}


def too_fast(officer: str, law: Shelf, *, at: datetime, on: date) -> bool:
    """Count one request of the officer, and say whether that is more than policy allows in a minute.

    Counted from each full minute, by each process of the server for itself: a bound on what
    can be carried off, and no exact measure.
    """
    minute = int(at.timestamp()) // 60
    was, count = _asked.get(officer, (minute, 0))
    count = count + 1 if was == minute else 1
    _asked[officer] = (minute, count)
    return count > law["pages_a_minute"].whole(on)
