"""Who somebody is, where they live, and when they are out of reach."""

from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
    NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Person:
    """A person on the register. `ref` is the force's own reference, the only thing a list shows."""

    ref: str
    family_name: str
    given_names: str
    born_on: date | None
    sex: Sex
    unit: str  # command unit responsible, by ref
    safety_marker: str = ""  # officer-safety warning; two officers whenever it is not empty
    intelligence_flag_on: date | None = None  # the local intelligence nominal was flagged, APP MOSOVO


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name used. `notified_on` is empty until the police were told, s.84(1)(a)."""

    ref: str
    name: str
    used_since: date | None
    notified_on: date | None


class AddressKind(StrEnum):
    HOME = "home"  # sole or main residence in the United Kingdom, s.83(7)(a)
    FOUND = "found"  # no such residence: the place where regularly found, s.83(7)(b)
    OTHER = "other"  # another place where they regularly reside or stay, s.83(5)(g)


@dataclass(frozen=True, slots=True)
class Address:
    """Premises and the days they were lived at: `since` counts, `until` is the first day gone."""

    ref: str
    kind: AddressKind
    line: str
    postcode: str
    since: date | None
    until: date | None
    force: str = ""  # police area, where it is not this force's own
    children_live_there: bool | None = None  # None: nobody has recorded it


class AwayKind(StrEnum):
    """The four ways of being out of reach that Part 2 knows, s.83(6)."""

    REMAND = "remand"
    CUSTODY = "custody"
    HOSPITAL = "hospital"
    ABROAD = "abroad"


@dataclass(frozen=True, slots=True)
class Away:
    """Days out of reach. `until` is the day of release or return, itself at liberty; None while away.

    >>> Away("A1", AwayKind.CUSTODY, date(2026, 6, 1), date(2026, 12, 10)).covers(date(2026, 12, 10))
    False
    """

    ref: str
    kind: AwayKind
    since: date
    until: date | None

    def covers(self, day: date) -> bool:
        """True when `day` is one of the days away."""
        return self.since <= day and (self.until is None or day < self.until)


def away_on(spans: tuple[Away, ...], day: date) -> Away | None:
    """The span that covers `day`, or None when the person is within reach."""
    for span in spans:
        if span.covers(day):
            return span
    return None


def home_on(addresses: tuple[Address, ...], day: date) -> Address | None:
    """The home, or failing that the place regularly found, on `day`; the newest where several."""
    current = [
        a
        for a in addresses
        if a.kind is not AddressKind.OTHER
        and (a.since is None or a.since <= day)
        and (a.until is None or day < a.until)
    ]
    return max(current, key=lambda a: (a.since or date.min, a.ref), default=None)


class Likeness(StrEnum):
    """How near a word that was typed is to a word of a name on record, nearest first."""

    SAME = "the same name"
    WRITTEN = "written another way"
    SHORT = "short form or other spelling"
    BEGINS = "begins the name"
    INITIAL = "the initial"
    CHANGED = "two letters change places"
    ONE_LETTER = "one letter differs"
    SOUND = "sounds like"
    TWO_LETTERS = "two letters differ"


LIKENESSES = tuple(Likeness)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody as one source names them. The same person may be mentioned many times.

    `addresses` are (first line, postcode), the present one first. There is no column for race, belief,
    health or sexual life: nobody is matched by them.
    """

    ref: str
    source: str
    given_names: str = ""
    family_name: str = ""
    other_names: tuple[str, ...] = ()
    born_on: date | None = None
    addresses: tuple[tuple[str, str], ...] = ()
    phones: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Source and reference: what a mention is known by where several sources meet."""
        return f"{self.source} {self.ref}"


@dataclass(frozen=True, slots=True)
class Pairing:
    """What was decided about two mentions, by their keys, and by whom. `bits` is what they weighed then.

    `joined` is None where whoever looked was not sure: they are neither joined nor kept apart.
    """

    one: str
    other: str
    joined: bool | None
    by: str
    on: date
    bits: float | None
    model: str
    guard: str
    reason: str


BETWEEN = ";"
"""Between the members of a cell that holds several."""


def parts(cell: str) -> tuple[str, ...]:
    """The members of a cell that holds several, parted by semicolons."""
    if not cell:
        return ()
    return tuple(stripped for each in cell.split(BETWEEN) if (stripped := each.strip()))


def addresses(line: str, postcode: str, past: str) -> tuple[tuple[str, str], ...]:
    """First line and postcode of each address, the present one first; a comma parts those of a past one."""
    found = [(line, postcode)] if line or postcode else []
    for each in parts(past):
        before, _, last = each.rpartition(",")
        found.append((before.strip(), last.strip()))
    return tuple(found)
