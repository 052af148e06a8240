"""What a study of an instrument rests on: people it was used on, and what came of them."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from watchkeeper.law.swift import dataclass


@dataclass(frozen=True, slots=True)
class Followed:
    """One person an instrument was used on. Nobody is named.

    `score` orders people; `expected` is the share, from 0 to 1, that the instrument gives, None where it
    gives none. `reoffended` is None where nobody recorded what came of them, which is never no.
    """

    score: float
    expected: float | None = None
    band: str = ""
    reoffended: bool | None = None
    on: date | None = None
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers of policy that a study keeps to: see `policy/guidance/fairness.toml`."""

    fewest: int
    confidence: float
    parts: int
    look: float
    act: float
    high: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the interval that is as sure to hold it as policy asks, and the people it rests on."""

    value: float
    least: float
    most: float
    people: int
