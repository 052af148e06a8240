"""Does the trail still hold? A chain of hashes: no entry can be changed or taken out unseen."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from watchkeeper.audit.facts import Entry

BEFORE_THE_FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reading the whole trail found.

    `head` is the hash of the newest entry: kept outside, it proves later that none of these
    entries has gone. `broken` is the number of the first entry that does not hold.
    """

    entries: int
    head: str
    broken: int | None = None
    why: str = ""

    @property
    def holds(self) -> bool:
        """True when nothing was found amiss."""
        return not self.why


def as_written(entry: Entry) -> dict[str, Any]:
    """The entry as plain values, as it is exported and hashed. Instants are UTC to the microsecond."""
    return {
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "kind": str(entry.kind),
        "power": entry.power,
        "by": entry.by,
        "about": entry.about,
        "purpose": entry.purpose,
        "reasons": list(entry.reasons),
        "facts": [list(pair) for pair in entry.facts],
        "policy_version": entry.policy_version,
        "previous": entry.previous,
        "hash": entry.hash,
    }


def hash_of(entry: Entry) -> str:
    """SHA-256 over every field but `hash`: JSON with sorted keys, no spaces, UTF-8.

    The form is fixed for ever: a change to it would break every trail kept so far.
    """
    written = as_written(entry)
    del written["hash"]
    canonical = json.dumps(written, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def verify(entries: Iterable[Entry], *, head: str = "") -> Verdict:
    """Read the trail from its first entry and say where it first fails to hold, and why.

    Each entry must follow the one before in number, carry its hash, and hash to its own. The
    newest entries can be taken off the end without breaking the chain, so a `head` kept from
    an earlier export must still be found.
    """
    last, previous, found = 0, BEFORE_THE_FIRST, not head
    each = iter(entries)
    while True:
        try:
            entry = next(each, None)
        except (ValueError, TypeError):
            return Verdict(last, previous, last + 1, "what is stored there cannot be read as an entry")
        if entry is None:
            break
        why = ""
        if entry.number != last + 1:
            why = f"entry {last + 1} is missing: after {last} comes {entry.number}"
        elif entry.previous != previous:
            why = "it does not carry the hash of the entry before it"
        elif hash_of(entry) != entry.hash:
            why = "its content does not give its hash: it has been changed"
        if why:
            return Verdict(last, previous, entry.number, why)
        last, previous = entry.number, entry.hash
        found = found or entry.hash == head
    if not found:
        return Verdict(
            last,
            previous,
            last + 1,
            f"no entry has the hash {head}: the newest entries have been taken off, or all were written anew",
        )
    return Verdict(last, previous)
