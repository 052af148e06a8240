"""Cases drawn by lot from a recorded seed, in a way that anybody can repeat with nothing but SHA-256."""

from collections.abc import Iterable
from hashlib import sha256


def drawn(refs: Iterable[str], many: int, *, seed: int, theme: str) -> tuple[str, ...]:
    """So many references, or all where there are fewer: those whose digest of seed, theme and ref is least.

    A case that joins or leaves moves no other: who else is drawn stays drawn, or gives way to one case.

    >>> drawn(["A", "B", "C", "D"], 2, seed=1, theme="crime")
    ('D', 'C')
    """
    return tuple(sorted(set(refs), key=lambda ref: sha256(f"{seed}:{theme}:{ref}".encode()).digest())[:many])
