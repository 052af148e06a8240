"""What somebody typed into the search: a reference, a date of birth, a postcode, a name, or several at once.

A proposal, from how officers write these things down; what cannot be read as one is read as a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from re import IGNORECASE
from re import compile as pattern

from watchkeeper.law.wording import day
from watchkeeper.people.rules.names import words

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ISO = pattern(r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b")
FIGURES = pattern(r"\b(?P<d>\d{1,2})[/.\- ](?P<m>\d{1,2})[/.\- ](?P<y>\d{4}|\d{2})\b")
SPOKEN = pattern(
    r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?P<y>\d{4})\b",
    IGNORECASE,
)
YEAR = pattern(r"\b(?:19|20)\d{2}\b")
POSTCODE = pattern(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", IGNORECASE)
OUTWARD = pattern(r"\b([A-Z]{1,2}\d[A-Z\d]?)\b", IGNORECASE)
REF = pattern(r"\b([A-Z]{0,3}-?\d{4,})\b", IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, taken apart. `born` are the days it may mean, `year` the year of birth alone."""

    refs: tuple[str, ...] = ()
    born: tuple[date, ...] = ()
    year: int | None = None
    postcode: str = ""
    words: tuple[str, ...] = ()
    family_first: bool = False

    @property
    def anything(self) -> bool:
        return bool(self.refs or self.born or self.year or self.postcode or self.words)


def taken_apart(text: str, *, on: date) -> Typed:
    """Take apart what was typed. A year of two figures is the latest that is not after `on`.

    In practice a date of birth is written day first; one whose day and month may have changed
    places is looked for both ways, the way it was written first.

    >>> taken_apart("Smith, John 5/6/71", on=date(2026, 3, 20)).born
    (datetime.date(1971, 6, 5), datetime.date(1971, 5, 6))
    """
    born: tuple[date, ...] = ()
    for form in (ISO, FIGURES, SPOKEN):
        if (found := form.search(text)) and (born := tuple(_days(found["y"], found["m"], found["d"], on))):
            text = text.replace(found[0], " ")
            break
    postcode = ""
    if found := POSTCODE.search(text):
        postcode = f"{found[1]} {found[2]}".upper()
        text = text.replace(found[0], " ")
    year = None
    if not born and (found := YEAR.search(text)):
        year = int(found[0])
        text = text.replace(found[0], " ")
    refs = tuple(found[1].upper() for found in REF.finditer(text))
    text = REF.sub(" ", text)
    if not postcode and (found := OUTWARD.search(text)):
        postcode = found[1].upper()
        text = text.replace(found[0], " ")
    parted = text.split(",")
    return Typed(refs, born, year, postcode, words(text), len(parted) > 1 and bool(parted[0].strip()))


def born_because(born_on: date | None, asked: Typed) -> tuple[int, str] | None:
    """How near a date of birth is to the one typed, 0 the same, and why; None when it is neither way."""
    if born_on is None:
        return None
    if asked.year is not None:
        return (0, f"born in {asked.year}") if born_on.year == asked.year else None
    if born_on not in asked.born:
        return None
    turned = asked.born.index(born_on)
    return turned, f"born on {day(born_on)}{': day and month change places' if turned else ''}"


def _days(year: str, month: str, of_month: str, on: date) -> Iterator[date]:
    number = MONTHS.index(month[:3].lower()) + 1 if month.isalpha() else int(month)
    for one, other in ((number, int(of_month)), (int(of_month), number)):
        for written in (year,) if len(year) > len("00") else (f"20{year}", f"19{year}"):
            try:
                found = date(int(written), one, other)
            except ValueError:
                continue
            if found <= on:
                yield found
                break
        if month.isalpha() or one == other:
            return
