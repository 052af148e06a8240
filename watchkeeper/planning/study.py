"""A study of the planner: what was asked, by whom, and what was found."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchkeeper.planning.scenario import Scenario


class Matter(StrEnum):
    """What a study of the planner asks."""

    LEAK = "leak"  # what somebody visited could guess
    CAPACITY = "capacity"  # how many crews, at what hours
    WHAT_IF = "what if"  # the next months under several scenarios


@dataclass(frozen=True, slots=True)
class StudyAsked:
    """A study as asked for. `unit` is empty for the whole force.

    `shifts` are the numbers of crew shifts a week to try, of all the units together; empty for those
    of the roster. `seeds` counts the runs of each way of working. Of a what-if, `crews` are the multiples
    of today's crews to try, empty for those of policy, and `scenarios` what is set beside today.
    """

    matter: Matter
    unit: str
    months: int
    seeds: int
    shifts: tuple[int, ...] = ()
    crews: tuple[float, ...] = ()
    scenarios: tuple[Scenario, ...] = ()


@dataclass(frozen=True, slots=True)
class Study:
    """A study: what was asked, by whom and when. Once done, `digest` is the SHA-256 of the figures stored."""

    ref: str
    asked: StudyAsked
    by: str
    at: datetime
    policy_version: str
    done_at: datetime | None = None
    digest: str = ""
