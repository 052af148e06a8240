"""The words of dip samples: what is drawn, asked and answered, and what is found and recommended."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class SampleTheme(StrEnum):
    """What a sample may be of."""

    OFFENDERS = "offenders"
    VISITS = "visits"
    ALLOCATION = "allocation"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a theme is called, whose cases are drawn, and the rows of policy that hold its questions.

    Cases are what the measure named looks at, so that a sample and a measure speak of the same things;
    `kind` says by what they are parted besides their unit.
    """

    title: str
    measure: str
    kind: str
    questions: tuple[str, ...]


SUBJECTS: Mapping[SampleTheme, Subject] = {
    SampleTheme.OFFENDERS: Subject(
        "Managing offenders",
        "no_level",
        "level of risk",
        (
            "ask_offender_assessed",
            "ask_offender_plan",
            "ask_offender_intelligence",
            "ask_offender_supervisor",
            "ask_offender_children",
        ),
    ),
    SampleTheme.VISITS: Subject(
        "Visits and the ladder",
        "tried_and_unseen",
        "level of risk",
        (
            "ask_visit_unannounced",
            "ask_visit_purpose",
            "ask_visit_varied",
            "ask_visit_decided",
            "ask_visit_warrant",
        ),
    ),
    SampleTheme.ALLOCATION: Subject(
        "Who holds which crime",
        "unreviewed",
        "grade of response",
        ("ask_crime_graded", "ask_crime_able", "ask_crime_plan", "ask_crime_reviewed", "ask_crime_victim"),
    ),
    SampleTheme.MISSING: Subject(
        "Missing children",
        "returns_late",
        "grade of risk",
        (
            "ask_missing_grade",
            "ask_missing_enquiries",
            "ask_missing_exploitation",
            "ask_missing_seen",
            "ask_missing_return",
        ),
    ),
}


class Answer(StrEnum):
    """What can be said to a question of a case. Yes is always what ought to be."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not applicable"
    CANNOT_TELL = "cannot tell"


class Turn(StrEnum):
    """Which look at a case: the second is by somebody who has not seen what the first said."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True, order=True)
class Stratum:
    """Cases of one unit and one kind."""

    unit: str
    kind: str


@dataclass(frozen=True, slots=True)
class InFrame:
    """One case that could be drawn."""

    ref: str
    stratum: Stratum


@dataclass(frozen=True, slots=True)
class StratumSize:
    """How many cases a stratum holds, and how many of them were drawn."""

    stratum: Stratum
    of: int
    drawn: int


@dataclass(frozen=True, slots=True)
class SampleCase:
    """One case drawn. `second`: somebody else looks at it too."""

    ref: str
    stratum: Stratum
    second: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """What came of drawing. `digest` is the SHA-256 of all that could have been drawn."""

    digest: str
    strata: tuple[StratumSize, ...]
    cases: tuple[SampleCase, ...]

    @property
    def of(self) -> int:
        """Cases that could have been drawn."""
        return sum(each.of for each in self.strata)


@dataclass(frozen=True, slots=True)
class Sample:
    """A draw with all that anybody needs to draw it again. `unit` is blank for the whole force.

    `on` is the day the force is drawn as it stood on; `drawn_on` the day it was kept, once it was.
    """

    ref: str
    theme: SampleTheme
    on: date
    unit: str
    seed: str
    size: int
    drawing: Drawing
    by: str
    drawn_on: date | None = None

    def case(self, ref: str) -> SampleCase | None:
        """The case drawn by that ref; None where it was not drawn."""
        return next((each for each in self.drawing.cases if each.ref == ref), None)


@dataclass(frozen=True, slots=True)
class CaseAnswers:
    """What one officer answered of one case: an answer to each question, a note, and the day it came in."""

    sample: str
    case: str
    turn: Turn
    answers: Mapping[str, Answer]
    note: str
    by: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class BegunAnswers:
    """What an officer answered of a case so far: kept half-way, and read by nobody else."""

    sample: str
    case: str
    answers: Mapping[str, Answer]
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class Differing:
    """A question on which the two who looked at a case differ, with what each said."""

    case: str
    question: str
    first: Answer
    second: Answer


@dataclass(frozen=True, slots=True)
class Settled:
    """What a third officer says of a question on which two differ, why, and the day it came in."""

    sample: str
    case: str
    question: str
    answer: Answer
    because: str
    by: str
    on: date | None = None


class SampleState(StrEnum):
    """How far a sample has come, in order. Only a finished one speaks in a grade."""

    DRAWN = "drawn, nobody has answered"
    ANSWERING = "being answered"
    DIFFERING = "answered, with differences to settle"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Estimate:
    """The share of yes among yes and no in all that could have been drawn, with its interval.

    `share` is None where nothing can be said; `why` says how it was worked out. `every`: each case there is
    was looked at, so that nothing is left to chance.
    """

    share: float | None
    low: float | None
    high: float | None
    answered: int
    why: str
    every: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two who looked apart agree beyond chance. `kappa` is None where chance alone explains all."""

    pairs: int
    observed: float | None
    expected: float | None
    kappa: float | None
    low: float | None
    high: float | None
    why: str
