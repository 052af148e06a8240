"""Drawing by lot from a seed on record, so that anybody can draw again and must find the same.

A proposal of ours: chance nobody can bend and everybody can repeat, with nothing but SHA-256.
"""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256


def by_lot(refs: Iterable[str], *, seed: str, on: date) -> tuple[str, ...]:
    """Every ref once, in the order drawn. Our proposal.

    Each has a lot of its own from the seed and the day, so that the order of the list changes nothing,
    and a ref more or less moves no other before or after another.

    Raises ValueError without a seed.

    >>> by_lot(["O1", "O2", "O3"], seed="s", on=date(2026, 3, 20)) == by_lot(
    ...     ["O3", "O1", "O2"], seed="s", on=date(2026, 3, 20)
    ... )
    True
    """
    if not seed:
        raise ValueError("a draw needs a seed")
    lots = sorted((sha256(f"{seed}|{on.isoformat()}|{ref}".encode()).hexdigest(), ref) for ref in set(refs))
    return tuple(ref for _, ref in lots)
