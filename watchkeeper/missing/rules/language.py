"""Words that put the blame on a child, found in a text, each with other words to think of. Advice only.

Nothing is changed, refused or kept: a finding says where in the text, and which line of the list, and holds
none of the text itself. HMICFRS asked every force to end language that blames victims.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from watchkeeper.law.shelf import Shelf

LISTS = ("blaming_words_alternatives", "blaming_words_guide", "blaming_words_training", "blaming_words_own")
"""The lists on the shelf, weightiest first: where two find the same words, the first one speaks."""
QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
STRAIGHT = str.maketrans("’‘‑–", "''--")  # noqa: RUF001  what a phone types for an apostrophe and a hyphen


@dataclass(frozen=True, slots=True)
class Finding:
    """Where one listed term stands in a text: from `start` to before `end`, in characters.

    `quoted` is that it stands inside quotation marks: somebody's own words are kept as they were
    said, and it is said whose they are. `confirmed` is False for a term of our own list.
    """

    start: int
    end: int
    term: str
    instead: str
    cite: str
    quoted: bool
    confirmed: bool


def findings(text: str, law: Shelf, *, on: date) -> tuple[Finding, ...]:
    """Every listed term in `text`, in the order they stand, as the lists of policy read on a day.

    Case, line breaks and curly apostrophes make no difference; whole words alone are found. Of terms
    that overlap the longest is told. The reader decides what to do about it.

    Examples
    --------
    >>> from watchkeeper.law import shelf
    >>> found = findings("She is placing herself at risk.", shelf.load(), on=date(2026, 3, 20))
    >>> [(each.start, each.end) for each in found]
    [(7, 30)]
    """
    plain = text.translate(STRAIGHT)
    quotes = [match.span() for match in QUOTED.finditer(text)]
    found: list[Finding] = []
    for name in LISTS:
        row = law[name]
        value = row.on(on)
        if not isinstance(value, Mapping):
            raise TypeError(f"{name} is not a list of terms with other words")
        for term, instead in value.items():
            for match in _pattern(term).finditer(plain):
                start, end = match.span()
                quoted = any(first < start and end < last for first, last in quotes)
                found.append(Finding(start, end, term, str(instead), row.cite, quoted, row.confirmed))
    return tuple(_apart(found))


def tally(found: Iterable[Finding]) -> tuple[tuple[str, int], ...]:
    """How often each listed term was found, for a force to learn from: terms and counts, none of the text."""
    return tuple(sorted(Counter(each.term for each in found).items()))


def _apart(found: list[Finding]) -> list[Finding]:
    """The findings without those inside or across a longer one, in the order of the text."""
    kept: list[Finding] = []
    for each in sorted(found, key=lambda each: each.start - each.end):  # longest first; lists stay in order
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


@cache  # no more than the lists hold
def _pattern(term: str) -> re.Pattern[str]:
    """A term as it is looked for: words parted by any space, and "/" between words that will all do."""
    words = ("|".join(map(re.escape, word.split("/"))) for word in term.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(f"(?:{each})" for each in words) + r"(?!\w)", re.IGNORECASE)
