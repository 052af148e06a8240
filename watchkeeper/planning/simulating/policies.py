"""Ways of deciding whom to visit, from today's practice to the index with tickets."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from watchkeeper.planning.simulating import invented
from watchkeeper.planning.simulating.rosters import MIXED, OFFICE, Roster
from watchkeeper.planning.simulating.world import Floats, Whole
from watchkeeper.visits.rules.tickets import Rates


class Order(StrEnum):
    """How a policy ranks people."""

    CALENDAR = "when the date falls due"
    OVERDUE = "most overdue first"
    RISK = "risk-weighted list"
    INDEX = "index"


@dataclass(frozen=True, eq=False, slots=True)
class Policy:
    """One way of working. `iterations`: of the search for rounds; 0 drives from the list, best next door.

    `choosiness`: power to which the chance in a part of the day, beside the person's best, is raised in the
    worth of trying then. 1 is indifferent to how often a door is knocked; more saves knocks, which leak.
    `used_share`: of the tickets that come to a visit, as the worth reckons with it.
    """

    name: str
    order: Order
    roster: Roster
    rates: Rates | None = None
    iterations: int = 0
    choosiness: float = 1.0
    used_share: float = 1.0

    def told(self) -> str:
        """Everything that decides what it does, for telling one run from another."""
        rates = self.rates
        table = [] if rates is None else [rates.ages.tolist(), rates.ticket.tolist(), rates.surprise.tolist()]
        return f"{self.order} {self.roster} {self.iterations} {self.choosiness} {self.used_share} {table}"

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


def index(
    *,
    iterations: int,
    rates: Rates | None = None,
    roster: Roster = MIXED,
    choosiness: float = 1.0,
    used_share: float = 1.0,
    name: str = "",
) -> Policy:
    """The index of what a visit is worth, with rounds searched for; thinned by tickets where given rates."""
    plain = "index, no tickets" if rates is None else "index with tickets"
    return Policy(name or plain, Order.INDEX, roster, rates, iterations, choosiness, used_share)


def rate_of(rates: Rates, level: Whole, days_unseen: Whole, interval_days: Whole) -> Floats:
    """The chance of a ticket tonight of each person, by the table."""
    return rates.of(level, days_unseen.astype(np.float64), interval_days.astype(np.float64))


def scaled(rates: Rates, by: float) -> Rates:
    """The same table with every rate times `by`, none above 1 and none below the surprise in it."""
    ticket = np.minimum(np.maximum(rates.ticket * by, rates.surprise[:, None]), 1.0)
    return Rates(rates.ages, ticket, rates.surprise)


def practice() -> tuple[Policy, ...]:
    """Today's ways, at the same crews."""
    return calendar(OFFICE), calendar(MIXED), most_overdue(), risk_list()


def listed(
    policy: Policy, *, days_unseen: Whole, interval_days: Whole, weight: Floats, since: Whole
) -> Floats:
    """Score of each on a list of today's practice; -1: not on it. `since`: days since the last knock."""
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
