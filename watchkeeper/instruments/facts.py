"""An instrument as data: what it asks, how it counts, whom it is for, and how far to trust it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from watchkeeper.instruments.counting import Value
from watchkeeper.instruments.expressions import Expression
from watchkeeper.law.swift import dataclass

type Answers = Mapping[str, str]
"""What was chosen or written for each item, by the item's ref. An item that is not in it is not known."""


class Kind(StrEnum):
    """How an instrument comes to its result."""

    LOGISTIC = "logistic"
    POINTS = "points"
    HIERARCHY = "hierarchy"
    MATRIX = "matrix"
    COMBINED = "combined"
    JUDGEMENT = "judgement"


class Standing(StrEnum):
    """How far a pack has been held against what its author published. A structure awaits a licensed pack."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    STRUCTURE = "structure"


class Asked(StrEnum):
    """What an item is answered with."""

    YES_NO = "yes-no"
    CHOICE = "choice"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer an item may be given. `at_least` is the band it leads to by itself, "" for none.

    `high` marks an answer that says a high-risk factor is, or was, there.
    """

    name: str
    points: Decimal = Decimal(0)
    at_least: str = ""
    high: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the instrument asks about, in our own short words: published wording is its author's.

    `least` and `most` bound numbers; `steps` give points from each number up. `worked_out` are formulas that
    answer the item where nobody did, the first whose own answers are known; `agrees` asks a given answer to
    be equal. Where `asked_when` does not hold the item is not asked and counts as `otherwise`.
    """

    ref: str
    says: str
    asked: Asked
    section: str = ""
    guidance: str = ""
    confirmed: bool = True
    choices: tuple[Choice, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    steps: tuple[tuple[Decimal, Decimal], ...] = ()
    worked_out: tuple[Expression, ...] = ()
    agrees: bool = False
    asked_when: Expression | None = None
    otherwise: Value | None = None

    def choice(self, name: str) -> Choice:
        """The choice called `name`. Raises KeyError where the item has none."""
        found = next((each for each in self.choices if each.name == name), None)
        if found is None:
            raise KeyError(f"{self.ref} is not answered with {name!r}")
        return found

    @property
    def counts(self) -> bool:
        """Whether its answers carry points of their own, or lead to a band."""
        return bool(self.steps) or any(each.points or each.at_least for each in self.choices)


@dataclass(frozen=True, slots=True)
class Section:
    """Items that belong together."""

    ref: str
    says: str


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that adds to the total: what its formula gives, where `when` holds; nothing elsewhere."""

    ref: str
    says: str
    gives: Expression
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """Something that must hold of the answers, in words: a check of sense, or whom the instrument is for."""

    says: str
    holds: Expression
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Adjustment:
    """So many bands up or down from the band of the total, where it applies. Base and adjusted stay apart."""

    ref: str
    says: str
    by: Expression


@dataclass(frozen=True, slots=True)
class Band:
    """What a result is called. `least` is the least that reaches it; None where counting never does.

    `low` marks a band that a child under a floor may not be given. `within_hours` is how soon it asks
    somebody to act, 0 where it does not.
    """

    name: str
    says: str
    least: Decimal | None = None
    low: bool = False
    within_hours: int = 0


@dataclass(frozen=True, slots=True)
class Norm:
    """How often what is estimated happened to people with a result: whose, where, when. `rows` by result."""

    version: str
    says: str
    cite: str
    confirmed: bool
    rows: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Two results that lead to a band together: the band of each pair, down and then across."""

    down: Expression
    across: Expression
    cells: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Transparency:
    """What the public may know: purpose, who answers for it, how people decide, what a person may ask."""

    purpose: str
    owner: str
    human: str
    data: str
    basis: str
    ask: str


@dataclass(frozen=True, slots=True)
class Part:
    """Another pack this one rests on, held by its hash; where `when` does not hold it does not apply."""

    ref: str
    pack: "Pack"
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a pack was read, what was read there, and whose it is."""

    cite: str
    href: str
    quote: str
    read_on: date
    licence: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One version of one instrument. Bands stand lightest first. Results name it by version and hash.

    `standing` is unconfirmed, with `because`, while any of it has not been held against what its author
    published. `percent` is worked from `total`; bands are read from the percent where `by_percent` says so.
    It may be used from `since`, until `until` where that is known; a score is to be repeated after
    `review_months`, 0 where nothing says when.
    """

    name: str
    version: str
    hash: str
    says: str
    kind: Kind
    concern: str
    source: Source
    standing: Standing
    limits: tuple[str, ...]
    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    because: str = ""
    estimates: str = ""
    accuracy: str = ""
    training: str = ""
    since: date | None = None
    until: date | None = None
    review_months: int = 0
    under_age: int = 0
    restricted: bool = False
    instead: str = ""
    sections: tuple[Section, ...] = ()
    terms: tuple[Term, ...] = ()
    checks: tuple[Holding, ...] = ()
    eligibility: tuple[Holding, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    norms: tuple[Norm, ...] = ()
    parts: tuple[Part, ...] = ()
    matrix: Matrix | None = None
    percent: Expression | None = None
    places: int = 0
    floor_percent: Decimal | None = None
    top_percent: Decimal | None = None
    by_percent: bool = False
    transparency: Transparency | None = None

    @property
    def ref(self) -> str:
        """How a result names the pack it came from, for example "seraf 2013 1a2b3c4d5e6f"."""
        return f"{self.name} {self.version} {self.hash}"

    @property
    def confirmed(self) -> bool:
        """Whether all of it was held against what its author published."""
        return self.standing is Standing.CONFIRMED

    @property
    def screens(self) -> bool:
        """Whether it screens a child for a concern, rather than assess somebody."""
        return bool(self.concern)

    @property
    def adds(self) -> bool:
        """Whether the instrument counts; one that does not leads from answers to bands, or to a judgement."""
        return bool(self.terms) or any(
            each.steps or any(choice.points for choice in each.choices) for each in self.items
        )

    def item(self, ref: str) -> Item:
        """The item of a ref. Raises KeyError where the instrument does not ask it."""
        for each in self.items:
            if each.ref == ref:
                return each
        raise KeyError(f"{self.name} does not ask about {ref!r}")

    def rank(self, band: str) -> int:
        """How grave a band is: 0 for the lightest. Raises KeyError for a band the instrument has not."""
        for rank, each in enumerate(self.bands):
            if each.name == band:
                return rank
        raise KeyError(f"{self.name} has no band called {band!r}")

    def band(self, rank: int) -> Band:
        """The band of a rank."""
        return self.bands[rank]

    @property
    def least_allowed(self) -> int:
        """The lightest rank that is not low: what a floor lifts a child to."""
        return next(rank for rank, each in enumerate(self.bands) if not each.low)
