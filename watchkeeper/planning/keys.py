"""The sealed keys of nights: the only place that reads them before their day is over.

The key of a unit's night is made once and stands: planning again with another until the draw
pleases is not possible. It lies in a table of its own, which nothing else reads.
"""

import hmac
from dataclasses import dataclass, field
from datetime import date, datetime

from watchkeeper.planning.models import KeyRevealed, NightKey

SEED_BYTES = 8


@dataclass(frozen=True, slots=True)
class Sealed:
    """The key of a night and the seed of its search. Neither shows when it is printed."""

    key: bytes = field(repr=False)
    seed: int = field(repr=False)
    commitment: str


def sealed(unit: str, night: date, *, known_at: datetime) -> Sealed | None:
    """The key that stands for a unit's night; None while none was made. The first made stands for ever."""
    row = NightKey.objects.filter(unit=unit, night=night, known_from__lte=known_at).order_by("id").first()
    return None if row is None else Sealed(bytes.fromhex(row.key), int(row.seed), row.commitment)


def revealed(unit: str, night: date, *, known_at: datetime) -> KeyRevealed | None:
    """The key as it was revealed after the day; None while it is sealed."""
    return KeyRevealed.objects.filter(unit=unit, night=night, known_from__lte=known_at).order_by("id").first()


def seed_of(key: bytes) -> int:
    """The seed of the search that a key gives, where nobody names another.

    >>> seed_of(b"k" * 32) == seed_of(b"k" * 32) != seed_of(b"l" * 32)
    True
    """
    return int.from_bytes(hmac.digest(key, b"search", "sha256")[:SEED_BYTES])
