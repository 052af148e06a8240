"""An act: power, policy, trail. Every write, and every look at a person's record, goes through here."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

import structlog
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from watchkeeper.audit.actions import append
from watchkeeper.audit.facts import STORED, Kind
from watchkeeper.audit.models import Fact
from watchkeeper.audit.seals import Seals
from watchkeeper.audit.stored import plain_row
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import OURS
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.rules import authority

log = structlog.get_logger()


class Refused(Exception):  # noqa: N818  an answer, not a fault
    """An act that was not allowed. `decision` holds every reason, met and unmet.

    `powerless`: whoever tried may not use the power at all, whatever they had sent.
    """

    def __init__(self, decision: Decision, *, powerless: bool = False) -> None:
        super().__init__("; ".join(_told(reason) for reason in decision.unmet) or "no reason allows it")
        self.decision = decision
        self.powerless = powerless


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Who does what about which record, on which day, under which law, why and when: what an act is given.

    Each field as the argument of `act`; `about` is a reference, empty where it is about nobody.
    """

    by: Officer
    about: str
    on: date
    law: Shelf
    purpose: str
    at: datetime


@dataclass(slots=True)
class Act:
    """An act under way. `number` is its entry on the trail: rows stored under it carry it."""

    number: int
    at: datetime
    reasons: list[str] = field(default_factory=list)
    noted: list[tuple[str, str]] = field(default_factory=list)
    seals: Seals = field(init=False)

    def __post_init__(self) -> None:
        self.seals = Seals(self.number)

    @property
    def ref(self) -> str:
        """A reference for the one row an act makes, when no other system has given it one."""
        return f"{OURS}{self.number:09}"  # of two on one day the later must sort last

    def because(self, reasons: Decision | Iterable[Reason | str]) -> None:
        """Keep the reasons with the outcome: clauses and references, no free text about a person."""
        each = reasons.reasons if isinstance(reasons, Decision) else reasons
        self.reasons.extend(reason if isinstance(reason, str) else _words(reason) for reason in each)

    def require(self, decision: Decision) -> None:
        """Keep the reasons of a decision that allows the act; raise Refused when it does not."""
        if not decision.allowed:
            raise Refused(decision)
        self.because(decision)

    def fact(self, name: str, value: object) -> None:
        """Note a reference, a count or a hash with the outcome."""
        self.noted.append((name, str(value)))

    def store[Stored: Fact](self, row: Stored) -> Stored:
        """Store a new version of a fact, known from the instant of the act."""
        row.ref = row.ref or self.ref
        row.recorded_at = row.known_from = self.at
        row.act = self.number
        row.save(force_insert=True)
        self.seal(row)
        self.fact(STORED, f"{row._meta.label} {row.ref}")
        return row

    def seal(self, row: Model) -> None:
        """Have the outcome vouch for a row stored under this act."""
        tally = self.seals.begin(row._meta.label)
        tally.add([plain_row(row)])
        self.seals.keep(row._meta.label, tally)


@dataclass(slots=True)
class Attempt:
    """An act tried and allowed, with nothing written yet. What is long in it is worked out now.

    No transaction is open: nobody is kept from writing meanwhile. `done` opens the one that stores
    what came of it; until it closes without an error, nothing did.
    """

    number: int
    at: datetime
    told: bool = False
    _write: Callable[..., object] = field(kw_only=True)
    _said: dict[str, Any] = field(kw_only=True)
    _reasons: list[str] = field(default_factory=list, kw_only=True)

    def require(self, decision: Decision) -> None:
        """Keep the reasons of a decision that allows it; raise Refused when it does not."""
        if not decision.allowed:
            raise Refused(decision)
        self._reasons.extend(_words(reason) for reason in decision.reasons)

    @contextmanager
    def done(self) -> Iterator[Act]:
        """The act itself: one short transaction, its outcome written in it, last."""
        this = Act(self.number, self.at, list(self._reasons))
        with transaction.atomic(durable=True):
            yield this
            of = ("attempt", str(self.number))
            self._write(Kind.DONE, reasons=this.reasons, noted=(of, *this.noted, *this.seals.noted()))
        self.told = True
        log.info("act", act=self.number, outcome=Kind.DONE, **self._said)


def alone(key: str) -> None:
    """Until this transaction ends nobody else writes under the key: an embedded database is held whole."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


@contextmanager
def act(
    power: Power,
    *,
    by: Officer,
    about: str,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
    about_own: bool = False,
) -> Iterator[Act]:
    """Try to use `power`, and leave word of it whatever comes of it.

    The attempt is on the trail before anything else happens, in a transaction of its own, so
    it outlives a rollback. What is done inside the block is one transaction, and the outcome
    is written in it, last: rows and their entry stand or fall together. Each outcome names
    its attempt. A refusal is an outcome; so is a crash. No act begins inside another's
    transaction.

    Raises Refused when the officer may not, or when the block asks for what is not allowed.

    Parameters
    ----------
    about
        The person's reference, empty when it is about nobody.
    on
        The day the power is judged on.
    purpose
        Why, in the officer's words for a read of a record, Data Protection Act 2018 s.62.
    at
        The instant it is written down as.
    about_own
        Whether it is the officer's own work, which some powers leave to another.
    """
    tried = attempt(power, by=by, about=about, on=on, law=law, purpose=purpose, at=at, about_own=about_own)
    with tried as trying, trying.done() as this:
        yield this


def acted(power: Power, acting: Acting, *, about_own: bool = False) -> AbstractContextManager[Act]:
    """`act`, as an `Acting` tells who acts, about what, when and why."""
    return act(
        power,
        by=acting.by,
        about=acting.about,
        on=acting.on,
        law=acting.law,
        purpose=acting.purpose,
        at=acting.at,
        about_own=about_own,
    )


@contextmanager
def attempt(
    power: Power,
    *,
    by: Officer,
    about: str,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
    about_own: bool = False,
) -> Iterator[Attempt]:
    """`act` for what takes long to work out: tried and allowed first, stored by `done` at the end.

    The block reads and works with no transaction open, then enters `done`, in which it asks whether what
    it read still stands; where it does not, an error raised there undoes all of it, and the block may work
    and enter it again. A block that ends without it has failed, and the trail says so.
    """
    write = partial(
        append, at=at, power=power, by=by.ref, about=about, purpose=purpose, policy_version=law.version
    )
    with transaction.atomic(durable=True):
        number = write(Kind.ATTEMPT).number
    said: dict[str, Any] = {"power": power, "by": by.ref, "about": about}
    of = ("attempt", str(number))
    trying = Attempt(number, at, _write=write, _said=said)
    try:
        allowed = authority.may(by, power, law, on=on, about_own=about_own)
        if not allowed.allowed:
            raise Refused(allowed, powerless=True)
        trying.require(allowed)
        if not purpose.strip():
            raise Refused(Decision((Reason(False, "a purpose is given", "Data Protection Act 2018, s.62"),)))
        yield trying
        if not trying.told:
            raise RuntimeError(f"attempt {number} ended with nothing done and nothing refused")
    except Refused as refused:
        write(Kind.REFUSED, reasons=[_words(reason) for reason in refused.decision.unmet], noted=(of,))
        log.info("act", act=number, outcome=Kind.REFUSED, **said)
        raise
    except BaseException as error:
        log.error("act", act=number, power=power, by=by.ref, outcome=Kind.FAILED, error=type(error).__name__)
        try:
            write(Kind.FAILED, noted=(of, ("error", type(error).__name__)))
        except DatabaseError:
            error.add_note(f"the trail could not be told; attempt {number} stands without an outcome")
        raise


def _told(unmet: Reason) -> str:
    """A reason against an act, read the right way round: what must be so, or what was found instead."""
    return f"{'' if unmet.asks else 'it must be that '}{unmet.says} ({unmet.cite})"


def _words(reason: Reason) -> str:
    return f"{'' if reason.met else 'not met: '}{reason.says} ({reason.cite})"
