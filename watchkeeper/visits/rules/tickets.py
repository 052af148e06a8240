"""The sealed nightly lottery: who may be planned tonight at all, so that nobody can tell the day.

A proposal of ours (rows `ticket_...` of policy), after the security games of the literature: commit
to a chance, draw, keep the draw secret. Each night has a key of its own. A person's ticket is
HMAC-SHA256(key, who and night) read as a number from 0 to 1, and they may be planned only when it
is below their rate. Tickets are independent of the past and of each other, so whatever the planner,
a supervisor's weights or anybody without the key do, the chance of a visit on a night is at most the
rate (`visits.rules.guarantee`). Everybody may check it afterwards: the hash of the key is published
before the night is planned, and the key after it is over.
"""

import hmac
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from sys import float_info

import numpy as np
from numpy.typing import NDArray

from watchkeeper.law.due import Given
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.facts import LEVELS, Level
from watchkeeper.visits.rules.week import PARTS, Part

BITS = 8  # in a byte
RATES = {
    Level.VERY_HIGH: "ticket_rates_very_high",
    Level.HIGH: "ticket_rates_high",
    Level.MEDIUM: "ticket_rates_medium",
    Level.LOW: "ticket_rates_low",
}
STRICTEST = "not recorded"


def drawn_as(person: str, premises: str) -> str:
    """Under which name a person's ticket is drawn: that of the premises, so that neighbours in a
    hostel or a shared home share one ticket and a knock next door tells nobody anything. Somebody
    without premises draws under their own. A proposal of ours.
    """
    return f"premises {premises}" if premises else f"person {person}"


def ticket(key: bytes, who: str, night: date) -> float:
    """The ticket of `drawn_as` on a night: from 0 up to and not including 1, evenly. A proposal of ours.

    >>> ticket(b"k" * 32, "person P1", date(2026, 3, 2)) == ticket(b"k" * 32, "person P1", date(2026, 3, 2))
    True
    """
    return _draw(key, "ticket", who, night)


@dataclass(frozen=True, slots=True)
class Rate:
    """The chance of a ticket tonight, the part of it that compels a visit, and why.

    0 < `surprise` <= `ticket` <= 1.
    """

    ticket: float
    surprise: float
    because: tuple[Given, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Rates:
    """The table of policy for a day: `ages` begin each column, rows are LEVELS and, last, not recorded."""

    ages: NDArray[np.float64]
    ticket: NDArray[np.float64]
    surprise: NDArray[np.float64]

    def of(
        self, level: NDArray[np.int64], days: NDArray[np.float64], interval_days: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """The chance of a ticket for many at once: (n,). `level` is a place in LEVELS, -1 not recorded."""
        column = np.searchsorted(self.ages, days / interval_days, side="right") - 1
        rates: NDArray[np.float64] = self.ticket[level, np.maximum(column, 0)]
        return rates

    def surprises(self, level: NDArray[np.int64]) -> NDArray[np.float64]:
        """The chance of a visit that must be made, for many at once: (n,)."""
        chances: NDArray[np.float64] = self.surprise[level]
        return chances


def rates(law: Shelf, *, on: date) -> Rates:
    """The rates that policy sets for a day. Raises ValueError when a rate is below the surprise in it."""
    ages = law["ticket_ages"].numbers(on)
    rows = [law[name].numbers(on) for name in RATES.values()]
    surprise = [law["surprise_rate"].number_of(name, on) for name in (*LEVELS, STRICTEST)]
    rows.append(rows[0])
    if ages[0] != 0 or list(ages) != sorted(set(ages)) or any(len(row) != len(ages) for row in rows):
        raise ValueError("ticket_ages begin at 0 and rise, one for each rate of every level")
    if any(not 0 < floor <= min(row) <= max(row) <= 1 for floor, row in zip(surprise, rows, strict=True)):
        raise ValueError("a rate lies between the surprise in it and 1, and no surprise is 0")
    return Rates(np.array(ages), np.array(rows), np.array(surprise))


def used_share(law: Shelf, *, on: date) -> float:
    """The share of tickets that come to a visit, as the worth of an attempt reckons with it. Policy.

    Above 0 and at most 1; raises ValueError for 0, at which nothing would be worth an attempt.
    """
    share = law["ticket_used_share"].share(on)
    if share == 0:
        raise ValueError("ticket_used_share is above 0: some tickets come to a visit")
    return share


def rate(level: Level | None, days: int, interval_days: int, law: Shelf, *, on: date) -> Rate:
    """The chance of a ticket for one person, by level and days since last seen, from the dated policy.

    A level not recorded draws at the strictest. The rate of each column of `ticket_ages` is policy,
    so that the price of being guessed and that of being late can be moved against each other
    without a change of code.

    >>> from watchkeeper.law import shelf
    >>> rate(Level.LOW, 400, 365, shelf.load(), on=date(2026, 3, 2)).because[0].value
    'last seen 400 days ago, limit 365 days'
    """
    row = law[RATES[level if level is not None else LEVELS[0]]]
    ages = law["ticket_ages"].numbers(on)
    chance = row.numbers(on)[max(bisect_right(ages, days / interval_days) - 1, 0)]
    floor = law["surprise_rate"]
    least = floor.number_of(level if level is not None else STRICTEST, on)
    return Rate(
        chance,
        least,
        (
            Given("age", f"last seen {days} days ago, limit {interval_days} days", law["ticket_ages"].cite),
            Given("level", str(level) if level is not None else "not recorded: the strictest", row.cite),
            Given("chance of a ticket", f"{chance:.1%} a night", row.cite),
            Given("must be visited however lately seen", f"{least:.2%} a night", floor.cite),
        ),
    )


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a draw gave: whether the person may be planned, and whether they must be."""

    may: bool
    must: bool


def drawn(key: bytes, who: str, night: date, chance: Rate) -> Ticket:
    """Draw for one person: may be planned below the rate, must be below the surprise in it. Policy.

    One draw for both: a surprise is a ticket, so the chance of a visit stays at most the rate.
    """
    number = ticket(key, who, night)
    return Ticket(number < chance.ticket, number < chance.surprise)


def part_drawn(
    key: bytes, who: str, night: date, chances: tuple[float, ...], law: Shelf, *, on: date
) -> Part | None:
    """The part of the day a person may be visited in, drawn too; None where policy draws no part.

    More often where they are likelier to be in, and none oftener than `ticket_part_ceiling`.
    """
    if not law["ticket_draws_part"].flag(on):
        return None
    left = _draw(key, "part", who, night)
    for part, share in zip(PARTS, shares(chances, law["ticket_part_ceiling"].share(on)), strict=True):
        left -= share
        if left < 0:
            return part
    return PARTS[-1]


def shares(chances: tuple[float, ...], ceiling: float) -> tuple[float, ...]:
    """Chances as shares of 1 of which none is over the ceiling of policy; what is cut goes to the rest.

    Raises ValueError when so low a ceiling leaves the shares short of 1.
    """
    if ceiling * len(chances) < 1:
        raise ValueError("a ceiling on the parts of the day leaves no plan")
    free, left, held = dict(enumerate(chances)), 1.0, dict[int, float]()
    while free:
        total = sum(free.values())
        now = {at: left * (value / total if total else 1 / len(free)) for at, value in free.items()}
        over = [at for at, value in now.items() if value > ceiling]
        if not over:
            held.update(now)
            break
        for at in over:
            held[at] = ceiling
            left -= ceiling
            del free[at]
    return tuple(held[at] for at in range(len(chances)))


def checked(key: bytes, law: Shelf, *, on: date) -> bytes:
    """The key of a night, long enough by policy. Raises ValueError when it could be guessed."""
    if len(key) < law["ticket_key_bytes"].whole(on):
        raise ValueError("the key of a night is too short")
    return key


def commitment(key: bytes, night: date) -> str:
    """What is published before the night is planned: a hash that fixes the key and tells nothing of it.

    A proposal of ours; `keeps` checks the key against it once the night is over.
    """
    return sha256(b"\n".join((b"watchkeeper night", night.isoformat().encode(), key))).hexdigest()


def keeps(key: bytes, night: date, published: str) -> bool:
    """True when a key shown after the night is the one that was published before it. A proposal of ours."""
    return hmac.compare_digest(commitment(key, night), published)


def _draw(key: bytes, what: str, who: str, night: date) -> float:
    digest = hmac.digest(key, f"{what}\n{night.isoformat()}\n{who}".encode(), "sha256")
    spare = len(digest) * BITS - float_info.mant_dig
    return (int.from_bytes(digest) >> spare) / (1 << float_info.mant_dig)
