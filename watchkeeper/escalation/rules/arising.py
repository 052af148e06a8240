"""What asks for a decision: each ground, and the days on which it arose. No counter is stored."""

from dataclasses import dataclass
from datetime import date, timedelta

from watchkeeper.escalation.facts import Charge, Failure, Ground
from watchkeeper.escalation.rules.grounds import describe, open_failures
from watchkeeper.escalation.rules.warrants import occasions
from watchkeeper.law.clocks import months_after
from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days, months
from watchkeeper.people.facts import Address, AddressKind, Away, away_on, home_on
from watchkeeper.risk.facts import Level
from watchkeeper.risk.rules.absence import at_liberty_since
from watchkeeper.visits.facts import Contact, Outcome, Visit

DAY = timedelta(days=1)
NOT_RECORDED = "not recorded"
PER_CENT = 100  # of the unit the shelf names
GONE = (Outcome.GONE_AWAY, Outcome.NO_SUCH_ADDRESS)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that asks. `settled`: it is over, and one decision answers it for good."""

    on: date
    says: str
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Arisen:
    """A ground and its events, oldest first.

    `each_asks`: an event after a decision asks again, because it is another matter: another
    failure to notify, another charge.
    """

    ground: Ground
    events: tuple[Event, ...]
    cite: str
    each_asks: bool = False


def refused_entry(
    contact: Contact, addresses: tuple[Address, ...], law: Shelf, *, free_since: date | None, on: date
) -> Arisen | None:
    """Enough occasions under s.96B(2)(d) at one set of premises: it arises on the last of them.

    Where two sets of premises qualify, the one that did so first. The occasions outlive a time
    away; the clock then begins with the day of release or return.
    """
    row = law["warrant_occasions"]
    needed, best = row.whole(on), None
    for premises in dict.fromkeys(visit.premises for visit in contact.failed if visit.sought_entry_to_search):
        found = occasions(premises, contact.failed, on=on)
        if len(found) >= needed and (best is None or found[needed - 1].at < best[needed - 1].at):
            best = found
    if best is None:
        return None
    events = tuple(
        Event(
            max(visit.day, free_since or visit.day),
            f"entry sought to search and not obtained {_at(visit, addresses)} on {day(visit.day)}",
        )
        for visit in best[needed - 1 :]
    )
    return Arisen(Ground.REFUSED_ENTRY, events, row.cite)


def no_contact(
    contact: Contact,
    level: Level | None,
    law: Shelf,
    *,
    visit_every_months: int | None,
    managed_since: date | None,
    free_since: date | None,
    on: date,
) -> Arisen | None:
    """Not seen for so many visit intervals; it arises the day after the last day allowed.

    The interval in days, from the day last seen to the corresponding date, times the share allowed
    for the level; a part of a day left over does not extend it. Attempts count for nothing.
    Never seen: counted from the first day of management. After a time away, from release or
    return. Nothing known at all: it arises today, and again every day until something is.
    """
    if visit_every_months is None:
        return None
    row = law["no_contact_allowed"]
    begins = max((d for d in (contact.last_seen_on or managed_since, free_since) if d), default=None)
    seen = f"last seen on {day(contact.last_seen_on)}" if contact.last_seen_on else "never seen"
    if begins is None:
        begins = min((visit.day for visit in contact.failed), default=None)
    if begins is None:
        return Arisen(
            Ground.NO_CONTACT,
            (Event(on, f"{seen}, and no day recorded on which management began"),),
            row.cite,
        )
    interval = (months_after(visit_every_months, begins) - begins).days
    allowed = row.of(level or NOT_RECORDED, on)
    arose = begins + interval * allowed // PER_CENT * DAY + DAY
    if arose > on:
        return None
    says = (
        f"{seen}: {days((on - begins).days)} from {day(begins)}, "
        f"{allowed} per cent of the interval of {months(visit_every_months)} allowed"
    )
    return Arisen(Ground.NO_CONTACT, (Event(arose, says),), row.cite)


def whereabouts(
    contact: Contact,
    addresses: tuple[Address, ...],
    law: Shelf,
    *,
    managed_since: date | None,
    free_since: date | None,
    on: date,
) -> Arisen | None:
    """Nobody knows where the person lives: no home on record, or told at it that they are gone.

    A home they came to on or after the day of that visit answers it; so does being seen. A
    visit to another known address of theirs, not the home, says nothing of where they live.
    """
    cite = law["whereabouts_decision_within"].cite
    home = home_on(addresses, on)
    if home is None:
        ended = [a.until for a in addresses if a.kind is not AddressKind.OTHER and a.until and a.until <= on]
        since = max((d for d in (max(ended, default=managed_since), free_since) if d), default=on)
        return Arisen(Ground.WHEREABOUTS, (Event(since, "no home on record"),), cite)
    elsewhere = {address.ref for address in addresses} - {home.ref}
    events = tuple(
        Event(
            max(visit.day, free_since or visit.day),
            f"{visit.outcome} {_at(visit, addresses)} on {day(visit.day)}",
        )
        for visit in contact.failed
        if visit.outcome in GONE
        and visit.day <= on
        and visit.premises not in elsewhere
        and not (home.since is not None and visit.day <= home.since and visit.premises != home.ref)
    )
    return Arisen(Ground.WHEREABOUTS, events, cite) if events else None


def _at(visit: Visit, addresses: tuple[Address, ...]) -> str:
    """Where a visit was made, by the reference of an address on record; other words are not repeated."""
    known = any(address.ref == visit.premises for address in addresses)
    return (
        f"at {visit.premises}" if known else f"at premises not on the record of addresses, visit {visit.ref},"
    )


def failed_visits(
    contact: Contact, level: Level | None, law: Shelf, *, free_since: date | None, on: date
) -> Arisen | None:
    """Too many failed visits since last seen, or since release or return: it arises on the last allowed."""
    row = law["failed_visits_before_review"]
    failed = [v for v in contact.failed if v.day <= on and (free_since is None or v.day >= free_since)]
    least = row.of(level or NOT_RECORDED, on)
    if len(failed) < least:
        return None
    events = tuple(
        Event(
            visit.day,
            f"failed visit {number} since last seen: {visit.outcome or NOT_RECORDED}, {day(visit.day)}",
        )
        for number, visit in enumerate(failed[least - 1 :], least)
    )
    return Arisen(Ground.REVIEW, events, row.cite)


def failure_to_notify(failures: tuple[Failure, ...], *, on: date) -> Arisen | None:
    """A requirement to notify in default, or answered late, with no accepted excuse. Each asks once.

    s.91(3) makes one offence of one continuing failure: it is asked about once, and comes back
    only when the decision on it lapses while it still goes on, an accepted excuse no longer
    holds or a prosecution is dropped.
    """
    events = tuple(
        sorted(
            (
                Event(
                    failure.again_on or failure.failed_on, describe(failure), failure.answered_on is not None
                )
                for failure in open_failures(failures, on=on)
            ),
            key=lambda event: event.on,
        )
    )
    if not events:
        return None
    return Arisen(Ground.FAILURE_TO_NOTIFY, events, "Sexual Offences Act 2003, s.91(3)", each_asks=True)


def further_offence(charges: tuple[Charge, ...], law: Shelf, *, on: date) -> Arisen | None:
    """A charge with a serious further offence and no internal management review commissioned."""
    events = tuple(
        Event(charge.charged_on, f"charged on {day(charge.charged_on)}; no internal review commissioned")
        for charge in sorted(charges, key=lambda charge: (charge.charged_on, charge.ref))
        if charge.charged_on <= on
        and (charge.review_commissioned_on is None or charge.review_commissioned_on > on)
    )
    if not events:
        return None
    return Arisen(Ground.FURTHER_OFFENCE, events, law["further_offence_decision_within"].cite, each_asks=True)


def reactive(broken: Decision | None, broken_on: date | None, law: Shelf, *, on: date) -> Arisen | None:
    """Reactive management that no longer holds. `broken_on` unknown: it arises today."""
    if broken is None or broken.allowed:
        return None
    says = "; ".join(reason.says for reason in broken.unmet)
    cite = law["reactive_decision_within"].cite
    return Arisen(Ground.REACTIVE, (Event(broken_on or on, says),), cite, each_asks=True)


def reach(away: tuple[Away, ...], *, on: date) -> tuple[Away | None, date | None]:
    """The absence that covers `on`, if any, and the last release or return before it."""
    if not away:
        return None, None
    return away_on(away, on), at_liberty_since(away, on=on)
