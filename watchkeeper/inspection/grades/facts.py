"""What a grade is made of: themes of the inspectorate, what is good in each, evidence, and a proposal."""

from datetime import date, datetime
from enum import StrEnum

from watchkeeper.inspection.facts import Alarm
from watchkeeper.law.swift import dataclass


class Judged(StrEnum):
    """The questions of the inspectorate on which there is anything to say, in its order."""

    OFFENDERS = "managing offenders and suspects"
    CRIME = "investigating crime"
    VULNERABLE = "protecting vulnerable people"
    WORKFORCE = "the workforce"


GOOD: dict[Judged, tuple[str, ...]] = {
    Judged.OFFENDERS: (
        "good_offenders_seen",
        "good_offenders_unannounced",
        "good_offenders_assessed",
        "good_offenders_planned",
        "good_offenders_decided",
        "good_offenders_known",
        "good_offenders_recorded",
        "good_offenders_told",
        "good_suspects_pursued",
    ),
    Judged.CRIME: (
        "good_crime_allocated",
        "good_crime_supervised",
        "good_crime_pursued",
        "good_crime_digital",
        "good_crime_closed",
    ),
    Judged.VULNERABLE: (
        "good_vulnerable_graded",
        "good_vulnerable_looked_for",
        "good_vulnerable_heard",
        "good_vulnerable_flagged",
        "good_vulnerable_reported",
    ),
    Judged.WORKFORCE: (
        "good_workforce_staffed",
        "good_workforce_trained",
        "good_workforce_load",
        "good_workforce_vetted",
    ),
}
"""Rows of policy that say what is good in each theme, and which measures speak of it."""


class Grade(StrEnum):
    """The inspectorate's five grades, best first."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    ADEQUATE = "adequate"
    IMPROVE = "requires improvement"
    INADEQUATE = "inadequate"

    @property
    def place(self) -> int:
        """0 for the best; the greater the worse."""
        return list(Grade).index(self)


class Standing(StrEnum):
    """What a measure, or all the measures of a characteristic, say of it."""

    SHOWN = "for"
    AGAINST = "against"
    MISSING = "no evidence"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One measure as evidence: how many of how many count, against which limit, and what is alarming.

    `limit` is a share, blank for a count. `many` and `of` are 0 where nothing was looked at.
    """

    measure: str
    title: str
    many: int
    of: int
    limit: float | None
    alarms: tuple[Alarm, ...]
    confirmed: bool = True

    @property
    def share(self) -> float | None:
        """The share that counts; None where there was nothing to look at."""
        return self.many / self.of if self.of else None

    @property
    def standing(self) -> Standing:
        """Against with any alarm; no evidence where nothing was looked at; otherwise for."""
        if self.alarms:
            return Standing.AGAINST
        return Standing.SHOWN if self.of else Standing.MISSING


@dataclass(frozen=True, slots=True)
class SampleEvidence:
    """What a finished dip sample says of one question: the share of yes with its interval, and how it counts.

    `share` is None where nothing can be said. `target` is the share of policy it was held against.
    """

    sample: str
    question: str
    title: str
    on: date
    share: float | None
    low: float | None
    high: float | None
    answered: int
    target: float
    standing: Standing
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Characteristic:
    """Something that is so where performance is good, in our own words; what is measured of it, and read."""

    name: str
    says: str
    cite: str
    confirmed: bool
    evidence: tuple[Evidence, ...]
    read: tuple[SampleEvidence, ...] = ()

    @property
    def standing(self) -> Standing:
        """Against where any measure or sample is; shown where every measure is; otherwise no evidence.

        A sample that speaks for it makes up for no measure that is missing.
        """
        each = {one.standing for one in self.evidence}
        if Standing.AGAINST in each or any(one.standing is Standing.AGAINST for one in self.read):
            return Standing.AGAINST
        return Standing.SHOWN if each == {Standing.SHOWN} else Standing.MISSING


@dataclass(frozen=True, slots=True)
class Proposal:
    """A grade proposed, which a person signs or does not. None: too little evidence to propose any.

    `at_best` is the grade if all that is not shown for want of evidence were good: the further from
    `grade`, the less certain that is. `certainty` is the share of measures with evidence; samples are apart.
    """

    theme: Judged
    grade: Grade | None
    at_best: Grade | None
    certainty: float
    because: tuple[str, ...]
    changes: tuple[str, ...]
    characteristics: tuple[Characteristic, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """A grade a person signed for a theme, a unit ("" the force) and a period, beside what was proposed."""

    theme: Judged
    unit: str
    since: date
    until: date
    grade: Grade
    reasons: str
    proposed: Grade | None
    certainty: float
    by: str
    at: datetime
