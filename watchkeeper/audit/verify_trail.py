"""Verify an exported audit trail. Needs Python 3 and nothing else: read it, then run it.

    python3 verify_trail.py trail.jsonl [--head HASH]

Written apart from Watchkeeper's own rule and sharing no code with it. Ends with 0 when the
trail holds, 1 when it does not, 2 when the file cannot be read.
"""

import hashlib
import json
import sys
from collections.abc import Iterable


def first_fault(lines: Iterable[str], head: str = "") -> tuple[int, str, str]:
    """Number of entries that hold, hash of the last of them, and what is wrong (empty: nothing)."""
    count, last, found = 0, "0" * 64, not head
    for line in lines:
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            claimed = entry.pop("hash")
            number, previous = entry["number"], entry["previous"]
        except (ValueError, KeyError, AttributeError, TypeError):
            return count, last, f"line {count + 1} is not an entry of a trail"
        canonical = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        if number != count + 1:
            return count, last, f"entry {count + 1} is missing: after {count} comes {number}"
        if previous != last:
            return count, last, f"entry {number} does not carry the hash of the entry before it"
        if hashlib.sha256(canonical.encode("utf-8")).hexdigest() != claimed:
            return count, last, f"entry {number} has been changed: its content does not give its hash"
        count, last = number, claimed
        found = found or claimed == head
    if not found:
        return (
            count,
            last,
            f"no entry has the hash {head}: the newest have been taken off, or all written anew",
        )
    return count, last, ""


def main(words: list[str]) -> int:
    """Read the command's words, print what was found, and return how it ended."""
    head = ""
    if "--head" in words:
        place = words.index("--head")
        head = words[place + 1] if place + 1 < len(words) else ""
        words = words[:place] + words[place + 2 :]
        if not head:
            words = []
    if len(words) != 1:
        sys.stderr.write("usage: python3 verify_trail.py trail.jsonl [--head HASH]\n")
        return 2
    try:
        with open(words[0], encoding="utf-8") as lines:
            count, last, fault = first_fault(lines, head)
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"cannot read {words[0]}: {error}\n")
        return 2
    if not count and not fault:
        fault = "the file holds no entry, and an exported trail holds at least the attempt to export it"
    if fault:
        sys.stdout.write(f"BROKEN: {fault}. Entries before it that hold: {count}.\n")
        return 1
    sys.stdout.write(f"The trail holds: {count} entries. Head: {last}\n")
    if not head:
        sys.stdout.write("Without --head HASH, nothing shows that the newest entries are all there.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
