"""The seal of the rows an act stored: how many they were, and one hash over what they say.

Kept on the trail with the outcome of the act, so that the chain binds the rows themselves.
The form is fixed for ever: a change to it would break every seal kept so far.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

NAME = "seal"  # what a seal is called among the facts of an entry

# Plain ASCII, so that no version of Python or of Unicode writes it otherwise. A value no row
# can rightly hold, such as bytes put there by hand, is written as what it looks like.
_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False, default=repr)


@dataclass(frozen=True, slots=True)
class Seal:
    """How many rows, of how many columns, and the SHA-256 of them all as one JSON array of arrays.

    No spaces, everything beyond ASCII escaped, rows in the order they were stored. Columns
    are counted because a column added later, which goes last, says nothing of rows already
    sealed.
    """

    rows: int
    columns: int
    digest: str

    def written(self, table: str) -> str:
        """As it stands on the trail.

        >>> Seal(2, 14, "9f86").written("visits.Visit")
        'visits.Visit: 2 rows of 14 columns, sha256 9f86'
        """
        return f"{table}: {self.rows} rows of {self.columns} columns, sha256 {self.digest}"


def read(text: str) -> tuple[str, Seal]:
    """The table and the seal that `written` wrote. Raises ValueError for anything else.

    >>> read("visits.Visit: 2 rows of 14 columns, sha256 9f86")
    ('visits.Visit', Seal(rows=2, columns=14, digest='9f86'))
    """
    table, _, rest = text.partition(": ")
    rows, _rows, _of, columns, _columns, _sha256, digest = rest.split(" ")
    seal = Seal(int(rows), int(columns), digest)
    if seal.written(table) != text:
        raise ValueError(f"not a seal: {text}")
    return table, seal


class Tally:
    """Rows counted and hashed as they go by; however they are parted, the seal is the same."""

    __slots__ = ("_columns", "_hash", "rows")

    def __init__(self) -> None:
        self.rows = 0
        self._columns = 0
        self._hash = hashlib.sha256(b"[")

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        """Take in some rows of plain values: texts, numbers and None."""
        if not rows:
            return
        text = _JSON.encode(rows)[1:-1]
        self._hash.update((f",{text}" if self.rows else text).encode("ascii"))
        self.rows += len(rows)
        self._columns = len(rows[-1])

    def copy(self) -> "Tally":
        """The same so far; what is added to one is not in the other."""
        other = Tally()
        other.rows, other._columns, other._hash = self.rows, self._columns, self._hash.copy()
        return other

    def seal(self) -> Seal:
        """The seal of the rows taken in so far."""
        whole = self._hash.copy()
        whole.update(b"]")
        return Seal(self.rows, self._columns, whole.hexdigest())


class Seals:
    """What is stored under one act, table by table. `act` is the number its rows carry."""

    __slots__ = ("_tallies", "act")

    def __init__(self, act: int) -> None:
        self.act = act
        self._tallies: dict[str, Tally] = {}

    def begin(self, table: str) -> Tally:
        """A tally that goes on from what is kept; it counts once it is handed to `keep`."""
        kept = self._tallies.get(table)
        return kept.copy() if kept else Tally()

    def keep(self, table: str, tally: Tally) -> None:
        """The rows of the tally are stored."""
        if tally.rows:
            self._tallies[table] = tally

    def noted(self) -> tuple[tuple[str, str], ...]:
        """The seals as the entry of the outcome notes them."""
        return tuple((NAME, tally.seal().written(table)) for table, tally in self._tallies.items())
