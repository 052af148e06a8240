"""The case of one person, in plain Python: the truth that the population's answer must equal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from watchkeeper.briefing.facts import Case
from watchkeeper.escalation.facts import Charge, Decided, Outcome
from watchkeeper.escalation.failing import Excuse, Prosecution
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Address, Alias, Away, Person
from watchkeeper.registers.facts import (
    Change,
    Condition,
    Disposal,
    Notification,
    Order,
    ParentalDirection,
    ReviewApplication,
    Stay,
    Subject,
    Trip,
)
from watchkeeper.registers.rules.amounting import notified
from watchkeeper.registers.rules.changes import answered
from watchkeeper.registers.rules.periods import registered_on
from watchkeeper.risk.answers import Begun, LevelReason, PlanAction, Rated
from watchkeeper.risk.facts import Assessment, Intelligence, Outlook, Override, Plan, Review, SetLevel
from watchkeeper.risk.packed import own_clocks
from watchkeeper.risk.rules.outlook import outlook
from watchkeeper.risk.rules.scores import newest_rated, not_done, reason_of, still_open
from watchkeeper.visits.facts import Visit
from watchkeeper.visits.rules.contact import contact
from watchkeeper.workforce.facts import RANKS, Managed, Offer, OfferAnswer, Officer, Rank
from watchkeeper.workforce.rules.handover import waiting


@dataclass(frozen=True, slots=True)
class Recorded:
    """Every fact about one person that stands, each kind in the order it was stored."""

    person: Person
    on_licence: bool = False
    direction: ParentalDirection | None = None
    disposals: tuple[Disposal, ...] = ()
    orders: tuple[Order, ...] = ()
    conditions: tuple[Condition, ...] = ()
    away: tuple[Away, ...] = ()
    addresses: tuple[Address, ...] = ()
    aliases: tuple[Alias, ...] = ()
    notifications: tuple[Notification, ...] = ()
    changes: tuple[Change, ...] = ()
    stays: tuple[Stay, ...] = ()
    trips: tuple[Trip, ...] = ()
    applications: tuple[ReviewApplication, ...] = ()
    levels: tuple[SetLevel, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    plans: tuple[Plan, ...] = ()
    intelligence: tuple[Intelligence, ...] = ()
    reviews: tuple[Review, ...] = ()
    visits: tuple[Visit, ...] = ()
    managers: tuple[Managed, ...] = ()
    decisions: tuple[Decided, ...] = ()
    charges: tuple[Charge, ...] = ()
    overrides: tuple[Override, ...] = ()
    offers: tuple[Offer, ...] = ()
    answers: tuple[OfferAnswer, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    prosecutions: tuple[Prosecution, ...] = ()
    begun: tuple[Begun, ...] = ()
    rated: tuple[Rated, ...] = ()
    level_reasons: tuple[LevelReason, ...] = ()
    actions: tuple[PlanAction, ...] = ()


def case_of(recorded: Recorded, officers: Mapping[str, Officer], law: Shelf, *, on: date) -> Case:
    """All that the rules need to know of one person on a day. `officers` are by their ref."""
    manager = managed_on(recorded.managers, on=on)
    return Case(
        unit=recorded.person.unit,
        subject=Subject(
            person=recorded.person,
            disposals=recorded.disposals,
            orders=recorded.orders,
            conditions=recorded.conditions,
            away=recorded.away,
            addresses=recorded.addresses,
            aliases=recorded.aliases,
            notified=notified(recorded.notifications, recorded.away, on=on, law=law),
            changes=answered(recorded.changes, recorded.notifications, on=on),
            stays=recorded.stays,
            trips=recorded.trips,
            direction=recorded.direction,
            applications=recorded.applications,
        ),
        outlook=outlook_of(recorded, law, on=on, officers=officers),
        contact=contact(recorded.visits, law, on=on),
        manager=manager,
        officer=officers.get(manager.officer) if manager is not None else None,
        decisions=recorded.decisions,
        charges=recorded.charges,
        overrides=recorded.overrides,
        offers=offered(recorded.offers, recorded.answers, manager, officers, on=on),
        outcomes=recorded.outcomes,
        excuses=recorded.excuses,
        prosecutions=recorded.prosecutions,
    )


def offered(
    offers: tuple[Offer, ...],
    answers: tuple[OfferAnswer, ...],
    manager: Managed | None,
    officers: Mapping[str, Officer],
    *,
    on: date,
) -> tuple[tuple[Offer, Rank], ...]:
    """The offers of one person that wait for an answer, each with the rank of whoever it was made to.

    An officer who is not on record is taken for a constable: the answer climbs from there.
    """
    return tuple(
        (offer, receiver.rank if (receiver := officers.get(offer.receiver)) is not None else RANKS[0])
        for offer in waiting(offers, answers, manager, on=on)
    )


def managed_on(spells: Iterable[Managed], *, on: date) -> Managed | None:
    """The spell that holds on the day, the newest of several; failing that, the one that ended last.

    A spell that has ended is kept because it says since when nobody manages the person.
    """

    def order(spell: Managed) -> tuple[bool, date, str]:
        if spell.until is None or on < spell.until:
            return True, spell.since, spell.ref
        return False, spell.until, spell.ref

    return max((spell for spell in spells if spell.since <= on), key=order, default=None)


def outlook_of(
    recorded: Recorded, law: Shelf, *, on: date, officers: Mapping[str, Officer] | None = None
) -> Outlook:
    """Level, assessment, plan and the rest of one person's risk, from what is recorded, on a day.

    `officers` are those who made ratings, by ref; one who is not in it is not on record.
    """
    known = outlook(
        recorded.levels,
        recorded.assessments,
        recorded.plans,
        recorded.reviews,
        recorded.intelligence,
        law,
        on_licence=recorded.on_licence,
        registered_on=registered_on(recorded.disposals, recorded.orders, on=on),
        away=recorded.away,
        on=on,
    )
    rated = with_assessors(recorded.rated, officers or {}, on=on)
    return replace(
        known,
        begun=still_open(recorded.begun, recorded.rated, on=on),
        rated=rated,
        own_clocks=own_clocks(one for one, _ in rated),
        level_reason=reason_of(known.level, recorded.level_reasons, recorded.overrides),
        actions=not_done(recorded.actions, on=on),
    )


def with_assessors(
    rated: Iterable[Rated], officers: Mapping[str, Officer], *, on: date
) -> tuple[tuple[Rated, Officer | None], ...]:
    """The newest conclusion of each instrument by a day, and the officer who made it where on record."""
    return tuple((one, officers.get(one.by)) for one in newest_rated(rated, on=on))


def directed(parent: str, since: date | None, until: date | None, *, ref: str) -> ParentalDirection | None:
    """The court's direction about a person's parent, when both the parent and its day are recorded."""
    return ParentalDirection(ref, parent, since, until) if parent and since is not None else None
