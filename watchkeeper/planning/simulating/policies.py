"""Ways of deciding whom to visit, from today's practice to the index with tickets. Data, not code to be trusted."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from watchkeeper.planning.simulating import invented
from watchkeeper.planning.simulating.rosters import MIXED, OFFICE, Roster
from watchkeeper.planning.simulating.world import Floats, Whole


class Order(StrEnum):
    """How a policy ranks people."""

    CALENDAR = "when the date falls due"
    OVERDUE = "most overdue first"
    RISK = "risk-weighted list"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Rates:
    """Ticket rates by level and by age as a multiple of the interval.

    edges (b,) rising multiples; rates: for each level b + 1 chances a night in [0, 1], the first below
    the first edge; surprise: for each level the chance a night of a surprise ticket.
    """

    edges: tuple[float, ...]
    rates: tuple[tuple[float, ...], ...]
    surprise: tuple[float, ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.edges) + 1 for row in self.rates):
            raise ValueError("each level needs one rate more than there are edges")
        if any(not 0 <= rate <= 1 for row in (*self.rates, self.surprise) for rate in row):
            raise ValueError("a rate is a chance, from 0 to 1")

    def of(self, level: Whole, days_unseen: Whole, interval_days: Whole) -> Floats:
        """The rate of each person tonight. An age on an edge counts as not past it."""
        band = np.searchsorted(np.array(self.edges), days_unseen / interval_days, side="left")
        return np.asarray(np.array(self.rates)[level, band], dtype=np.float64)

    def surprise_of(self, level: Whole) -> Floats:
        """The chance of a surprise ticket of each person tonight."""
        return np.asarray(np.array(self.surprise)[level], dtype=np.float64)

    def scaled(self, by: float) -> "Rates":
        """The same shape, every rate times `by`, none above 1. The family the frontier is drawn from."""
        rates = tuple(tuple(min(rate * by, 1.0) for rate in row) for row in self.rates)
        return replace(self, rates=rates)


@dataclass(frozen=True, slots=True)
class Policy:
    """One way of working. `iterations`: of the search for rounds; 0 drives from the list, best next door."""

    name: str
    order: Order
    roster: Roster
    rates: Rates | None = None
    iterations: int = 0

    def with_roster(self, roster: Roster) -> "Policy":
        """The same policy on another roster."""
        return replace(self, roster=roster)


def calendar(roster: Roster = MIXED) -> Policy:
    """On the list from the due day, tried again a week later, nearest first."""
    return Policy(f"calendar, {roster.name}", Order.CALENDAR, roster)


def most_overdue(roster: Roster = MIXED) -> Policy:
    """On the list shortly before the due day, the most overdue taken out, nearest first."""
    return Policy("most overdue first", Order.OVERDUE, roster)


def risk_list(roster: Roster = MIXED) -> Policy:
    """Weight times age by interval, nearest first among the top of the list."""
    return Policy("risk-weighted list", Order.RISK, roster)


def index(*, iterations: int, rates: Rates | None = None, roster: Roster = MIXED, name: str = "") -> Policy:
    """The index of what a visit is worth, with rounds searched for; thinned by tickets where rates are given."""
    plain = "index, no tickets" if rates is None else "index with tickets"
    return Policy(name or plain, Order.INDEX, roster, rates, iterations)


def practice() -> tuple[Policy, ...]:
    """Today's ways, at the same crews."""
    return calendar(OFFICE), calendar(MIXED), most_overdue(), risk_list()


def listed(policy: Policy, *, days_unseen: Whole, interval_days: Whole, weight: Floats, since: Whole) -> Floats:
    """Score of each person on a list of today's practice; -1 is not on it. `since`: days from the last attempt."""
    late = (days_unseen - interval_days).astype(np.float64)
    worst = -late.min() + 1 if len(late) else 0.0
    if policy.order is Order.CALENDAR:
        on_list = (late >= 0) & (since >= invented.CALENDAR_RETRY_DAYS)
        score = late + worst
    elif policy.order is Order.OVERDUE:
        on_list = (late >= -invented.OVERDUE_AHEAD_DAYS) & (since >= invented.OVERDUE_RETRY_DAYS)
        score = late + worst
    else:
        age = days_unseen / interval_days
        on_list = (age >= invented.RISK_FROM_SHARE) & (since >= invented.RISK_RETRY_DAYS)
        score = weight * age
    return np.where(on_list, score, -1.0)
