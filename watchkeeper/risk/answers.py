"""An assessment made with an instrument: what was answered, on which word, and what it came to."""

from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class Source(StrEnum):
    """On whose word an answer stands. What is not known is never no."""

    RECORD = "the record"
    ASSESSOR = "the assessor"
    NOT_KNOWN = "not known"


class Place(StrEnum):
    """Whose rating: the assessor's own, or that of a second officer who does not see it."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What the record says in answer to an item, and which fact says it.

    Without a value the record does not answer, and `fact` is why not.
    """

    item: str
    value: str
    fact: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One item answered. Both values are kept where the assessor says other than the record, with `why`."""

    item: str
    value: str = ""  # blank: not known
    recorded: str = ""  # what the record says
    fact: str = ""  # which fact says it, or why none does
    why: str = ""

    @property
    def source(self) -> Source:
        """On whose word it stands."""
        if not self.value:
            return Source.NOT_KNOWN
        return Source.RECORD if self.value == self.recorded else Source.ASSESSOR

    @property
    def overrides(self) -> bool:
        """Whether the record says something else, or something where the assessor does not know."""
        return bool(self.recorded) and self.value != self.recorded


@dataclass(frozen=True, slots=True)
class Begun:
    """An assessment begun with a pack, by its ref of name, version and hash; open until rated or ended.

    `supersedes` is the ref of an earlier one that this one replaces once it is concluded.
    """

    ref: str
    pack: str
    begun_on: date
    begun_by: str
    why: str = ""
    supersedes: str = ""
    ended_on: date | None = None
    ended_why: str = ""
    signed_off_by: str = ""
    sign_off_says: str = ""


@dataclass(frozen=True, slots=True)
class Rated:
    """What one officer's rating came to. `base_band` is of the total, `adjusted_band` as the pack moves it,
    `band` what the officer concluded, with `why` where it is another.

    `provisional`: something not known could still change the band. `stands`: it might stand behind a
    decision when it was concluded. `completes` is the completed assessment whose clock it answers.
    """

    ref: str
    assessment: str
    place: Place
    pack: str
    on: date
    by: str
    concluded: bool = False
    base_band: str = ""
    adjusted_band: str = ""
    band: str = ""
    why: str = ""
    provisional: bool = False
    stands: bool = False
    completes: str = ""

    @property
    def name(self) -> str:
        """The instrument's name, without version and hash."""
        return self.pack.partition(" ")[0]


@dataclass(frozen=True, slots=True)
class OwnClock:
    """After how many months the instrument of a rating says it is made again, and whose word that is."""

    rating: str
    months: int
    cite: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class SecondRatingOwed:
    """An assessment drawn for a second rating that is not in: of whom, and when it was drawn."""

    assessment: str
    person: str
    drawn_on: date


@dataclass(frozen=True, slots=True)
class LevelReason:
    """Why a level is below what a score points to: the level and the rating, by their refs."""

    ref: str
    level: str
    says: str
    points_to: str = ""
    rating: str = ""


@dataclass(frozen=True, slots=True)
class PlanAction:
    """Something an assessment asks of the plan: whose it is, and by when."""

    ref: str
    assessment: str
    says: str
    owner: str
    by: date
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class SecondRatingDraw:
    """Assessments drawn by lot for a second rating: of `pool`, with a seed anybody can draw again from."""

    ref: str
    on: date
    seed: str
    share: float
    pool: tuple[str, ...]
    drawn: tuple[str, ...]
    by: str
