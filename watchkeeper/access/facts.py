"""How an officer stands to a person, and what on record opens or shuts the person's record to them."""

from datetime import date, datetime
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class Relation(StrEnum):
    """Why an officer would need to know, nearest first."""

    MANAGER = "manages the person"
    UNIT = "of the person's unit"
    FORCE = "works for the whole force"
    NONE = "no relation on record"


@dataclass(frozen=True, slots=True)
class Restriction:
    """A record closed to all but the officers named. `until` is the first day it is open again.

    `review_by` is the last day by which whoever restricted it looks again whether it must be.
    """

    ref: str
    person: str
    by: str
    since: date
    review_by: date
    named: tuple[str, ...]
    reason: str = ""
    until: date | None = None
    lifted_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConflictDeclared:
    """A conflict of interest between an officer and a person. `sealed`: others are not told of it.

    `ended_on` is the first day it no longer stands.
    """

    ref: str
    person: str
    officer: str
    since: date
    by: str
    sealed: bool
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A record opened by break-glass. `until` is the first instant it is shut again."""

    ref: str
    person: str
    officer: str
    at: datetime
    until: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpeningReview:
    """What another officer found of an opening afterwards."""

    ref: str
    opening: str
    by: str
    on: date
    justified: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is on record of a person that decides who may see them; a unit nobody recorded is empty.

    `restriction`, `conflicts` and `opened` are what is in force: the restriction, the
    conflicts, and the officers who have opened the record by break-glass. `asked` holds the day
    and the instant it was read for; nothing where it was not read from where it is stored.
    """

    person: str
    unit: str
    manager: str
    restriction: Restriction | None = None
    conflicts: tuple[ConflictDeclared, ...] = ()
    opened: frozenset[str] = frozenset()
    on_record: bool = True
    asked: tuple[date, datetime] | None = None

    def answers(self, person: str, *, on: date, at: datetime) -> bool:
        """Whether it is what is known of this person, on this day and at this very instant."""
        return self.person == person and self.asked == (on, at)
