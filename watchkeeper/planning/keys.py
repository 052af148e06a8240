"""The sealed keys of nights: the only place that reads them before their day is over.

The key of a unit's night is made once and stands: planning again with another until the draw
pleases is not possible. It lies in a table of its own, which nothing else reads, and there it is
locked with a key made of the service's secret: who reads the database alone, or a backup of it,
learns nothing of a draw to come.
"""

import hmac
from dataclasses import dataclass, field
from datetime import date, datetime

from cryptography.fernet import InvalidToken
from django.db.models import Exists, OuterRef

from watchkeeper.law.wording import day
from watchkeeper.locks import lock
from watchkeeper.planning.models import KeyRevealed, NightKey

SEED_BYTES = 8
LOCK = "watchkeeper key of a night"
"""What keys made of the service's secret are for: the same secret makes others for others."""


class LockedError(Exception):
    """A sealed key that the service's secret does not open."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """The key of a night and the seed of its search. Neither shows when it is printed."""

    key: bytes = field(repr=False)
    seed: int = field(repr=False)
    commitment: str


def sealed(unit: str, night: date, *, known_at: datetime) -> Sealed | None:
    """The key that stands for a unit's night; None while none was made. The first made stands for ever.

    Raises LockedError where it was locked with another secret than the service has now.
    """
    row = NightKey.objects.filter(unit=unit, night=night, known_from__lte=known_at).order_by("id").first()
    if row is None:
        return None
    shut = lock(f"{LOCK} {unit} {night}")
    try:
        key, seed = (shut.decrypt(each.encode()).decode() for each in (row.key, row.seed))
    except InvalidToken:
        raise LockedError(
            f"the sealed key of {day(night)} does not open: WATCHKEEPER_SECRET_KEY, or the file secret_key "
            "in the home, is not what it was when the day was planned"
        ) from None
    return Sealed(bytes.fromhex(key), int(seed), row.commitment)


def locked_up(unit: str, night: date, lot: Sealed) -> NightKey:
    """The row that keeps a key: locked, with its hash in clear."""
    shut = lock(f"{LOCK} {unit} {night}")
    key, seed = (shut.encrypt(each.encode()).decode() for each in (lot.key.hex(), str(lot.seed)))
    return NightKey(ref="", unit=unit, night=night, key=key, seed=seed, commitment=lot.commitment)


def revealed(unit: str, night: date, *, known_at: datetime) -> KeyRevealed | None:
    """The key as it was revealed after the day; None while it is sealed."""
    return KeyRevealed.objects.filter(unit=unit, night=night, known_from__lte=known_at).order_by("id").first()


def unrevealed(*, before: date) -> list[tuple[str, date]]:
    """Units and nights before a day whose key is still sealed, the oldest first. No key is read."""
    shown = KeyRevealed.objects.filter(unit=OuterRef("unit"), night=OuterRef("night"))
    rows = NightKey.objects.filter(~Exists(shown), night__lt=before).order_by("night", "unit")
    return [(unit, night) for unit, night in rows.values_list("unit", "night") if night is not None]


def seed_of(key: bytes) -> int:
    """The seed of the search that a key gives, where nobody names another.

    >>> seed_of(b"k" * 32) == seed_of(b"k" * 32) != seed_of(b"l" * 32)
    True
    """
    return int.from_bytes(hmac.digest(key, b"search", "sha256")[:SEED_BYTES])
