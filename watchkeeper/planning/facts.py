"""A night's plan: who is visited, by which crew and when; who is left out; what was changed since."""

from datetime import date, datetime
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class Came(StrEnum):
    """What a night's plan made of somebody whose ticket was drawn, or whom it had to visit."""

    PLANNED = "planned"
    LEFT_OUT = "left out"


class Cause(StrEnum):
    """Why somebody is not in the day's rounds."""

    NOT_DRAWN = "not in the day's draw"
    NO_CREW = "no crew on shift may visit"
    NO_TIME = "no crew is there in time"
    DISPLACED = "others were worth more"
    DROPPED = "dropped by a supervisor"
    CREW_OFF = "the crew cannot go"
    NO_POINT = "the address is on no map"
    NOBODY_IN = "tried today and not seen"
    TAKEN_BACK = "taken back, until the day is planned again"

    @classmethod
    def _missing_(cls, value: object) -> "Cause | None":
        """Plans frozen earlier say two of them in other words."""
        return {"not in tonight's draw": cls.NOT_DRAWN, "others were worth more tonight": cls.DISPLACED}.get(
            str(value)
        )


class Alteration(StrEnum):
    """What a supervisor may do to a plan that stands."""

    PIN = "pinned"  # this person, by this crew, whatever the search thinks
    MOVE = "moved"  # to another crew or part of the day
    DROP = "dropped"
    CREW_OFF = "crew off"
    CREW_BACK = "crew back"
    TAKE_BACK = "taken back"  # a pin, a move or a drop: the draw and the search decide again
    RAN_LONG = "ran long"
    ANNOUNCE = "announced"


class Guarantee(StrEnum):
    """What a visit is to the lottery's promise, that nobody is visited unless their ticket was drawn."""

    WITHIN = "drawn by lot"
    OUTSIDE = "fixed by a person or by law, and counted"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person who could be visited that night, whatever became of it.

    `rate` is the chance in [0, 1] with which their ticket was drawn, `drawn` whether it was.
    `chances` are of finding them in, by part of the day; `worth` is what one attempt is worth
    in the best part, in points. `required` says why law or a decision fixes the visit; empty
    where the lottery decides. People at one address share `ticket`, the name their lot is
    drawn under.
    """

    person: str
    address: str
    ticket: str
    level: str
    days_unseen: int
    interval_days: int
    rate: float
    drawn: bool
    surprise: bool
    chances: tuple[float, ...]
    worth: float
    required: str = ""

    @property
    def eligible(self) -> bool:
        """True when the plan may hold them: their ticket was drawn, or the visit is fixed."""
        return self.drawn or bool(self.required)


@dataclass(frozen=True, slots=True)
class Crew:
    """Officers on one shift together. Minutes are London's, after midnight of the night's day."""

    officers: tuple[str, ...]
    starts_minute: int
    ends_minute: int
    base: str = ""  # where they start and end: a postcode, or words where none is recorded

    @property
    def ref(self) -> str:
        """The officers' refs in order, joined.

        >>> Crew(("O1", "O2"), 840, 1260).ref
        'O1+O2'
        """
        return "+".join(self.officers)


@dataclass(frozen=True, slots=True)
class Planned:
    """One visit of a round. `says` holds why this person, why now and why this crew, in that order."""

    person: str
    address: str
    part: str
    starts_minute: int
    minutes: int
    travel_minutes: int
    chance: float
    worth: float
    purpose: str
    guarantee: Guarantee
    says: tuple[str, ...]
    pinned: bool = False
    made: bool = False  # somebody knocked: nothing moves it any more
    notice_hours: int | None = None  # None: unannounced, as every visit is until somebody with authority says


@dataclass(frozen=True, slots=True)
class Reserve:
    """Somebody to try when a door stays shut: their ticket was drawn too. `minutes` from the round."""

    person: str
    address: str
    part: str
    chance: float
    worth: float
    minutes: int


@dataclass(frozen=True, slots=True)
class Round:
    """One crew's visits in order, and whom to try when a door stays shut."""

    crew: Crew
    visits: tuple[Planned, ...]
    reserve: tuple[Reserve, ...] = ()
    back_minute: int = 0  # when the crew is back at its base


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody not in the day's rounds: why, in words, and what would change it."""

    person: str
    cause: Cause
    says: str
    would_change: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a later night is likely to hold, in numbers. It names nobody: a firm fortnight would be a leak."""

    night: date
    crews: int
    visits: float
    seen: float


@dataclass(frozen=True, slots=True)
class NightPlan:
    """The plan of one unit for one night, as proposed and frozen.

    `revision` counts from 1; each re-plan is the next. `commitment` is the hash of the night's
    key, on the trail before anything was planned. `value` is the worth of all rounds in points
    after the price of `minute_price` points a minute driven; `at_most` what no plan of that day
    exceeds, proved, None where it was not worked out. `notes` are said of the whole plan.
    """

    ref: str
    unit: str
    night: date
    revision: int
    why: str
    policy_version: str
    commitment: str
    candidates: tuple[Candidate, ...]
    rounds: tuple[Round, ...]
    left_out: tuple[LeftOut, ...]
    forecast: tuple[Forecast, ...] = ()
    value: float = 0.0
    minute_price: float = 0.0
    notes: tuple[str, ...] = ()
    at_most: float | None = None

    def candidate(self, person: str) -> Candidate | None:
        """The person as a candidate; None for somebody who was none."""
        return next((each for each in self.candidates if each.person == person), None)

    def round_of(self, person: str) -> Round | None:
        """The round that holds a visit to the person."""
        return next((each for each in self.rounds if any(v.person == person for v in each.visits)), None)


@dataclass(frozen=True, slots=True)
class Altered:
    """A change to a plan that stands. `revision` is the plan it was made to; re-planning keeps it.

    `outside`: it puts somebody in a round whose ticket was not drawn, or fixes who is visited;
    it is counted beside the lottery. `minutes` is how long a visit ran over.
    """

    ref: str
    plan: str
    revision: int
    kind: Alteration
    by: str
    at: datetime
    reason: str
    person: str = ""
    crew: str = ""
    part: str = ""
    minutes: int = 0
    outside: bool = False
    notice_hours: int | None = None
    notice_reason: str = ""


@dataclass(frozen=True, slots=True)
class RoundIssued:
    """A crew was handed its round. `digest` is the hash of what it said."""

    ref: str
    plan: str
    crew: str
    by: str
    at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class PlanLook:
    """Somebody looked at a plan, or at one crew's round of it: `crew` is empty for the whole."""

    ref: str
    unit: str
    night: date
    officer: str
    at: datetime
    crew: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """What one night's plan made of one person, as kept for the register: no reason and no worth."""

    ref: str
    person: str
    unit: str
    night: date
    came: Came
    crew: tuple[str, ...] = ()
    part: str = ""
    starts_at: datetime | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class KeyRevealed:
    """The key of a night and the seed of its search, once the day is over."""

    unit: str
    night: date
    key: bytes
    seed: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Skill:
    """What an officer brings to a door besides rank and courses."""

    officer: str
    sex: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitNeed:
    """What a visit to a person asks of the crew: an officer of a sex, a language spoken."""

    person: str
    officer_sex: str = ""
    language: str = ""
