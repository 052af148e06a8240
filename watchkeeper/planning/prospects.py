"""Whom a night could visit at all: everybody at liberty, at an address, to whom home visits are owed.

From the facts of a unit and the plain rules of the slices below. No key, no map, no crew: what a
prospect is depends on the record and the day alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Address, Person, home_on
from watchkeeper.planning.facts import VisitNeed
from watchkeeper.planning.reading import Register
from watchkeeper.planning.rules.binding import binding
from watchkeeper.planning.rules.crews import Visited
from watchkeeper.registers.facts import Matter, Subject
from watchkeeper.registers.rules.changes import answered
from watchkeeper.registers.rules.periods import reckon, registered_on
from watchkeeper.risk.facts import Level, Outlook
from watchkeeper.risk.rules.outlook import outlook
from watchkeeper.visits.facts import Contact, Visit
from watchkeeper.visits.rules.attempts import Record, record
from watchkeeper.visits.rules.contact import contact
from watchkeeper.visits.rules.frequency import visit_due
from watchkeeper.visits.rules.required import Required
from watchkeeper.visits.rules.stake import Stake, may_be_planned, stake
from watchkeeper.workforce.facts import Managed

PREMISES_LETTERS = 16
"""Of a hash: enough to tell the premises of a force apart, and nothing that could be read."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """One person who may be visited, with what the rules make of their record on the day."""

    person: Person
    home: Address | None
    manager: str
    subject: Subject
    outlook: Outlook
    contact: Contact
    visits: tuple[Visit, ...]
    due: Due
    stake: Stake
    record: Record
    required: Required | None = None  # what fixes the visit tonight
    need: VisitNeed | None = None

    @property
    def level(self) -> Level | None:
        """The level of risk on record; None where none is."""
        return self.outlook.level.level if self.outlook.level is not None else None

    def visited(self, shut: frozenset[str]) -> Visited:
        """What eligibility asks of the person; `shut` are officers to whom the record is."""
        return Visited(self.person.ref, self.level, self.manager, self.person.safety_marker, self.need, shut)

    @property
    def premises(self) -> str:
        """One key for the same premises, whoever lives there; empty where no address is known."""
        if self.home is None or not (self.home.line and self.home.postcode):
            return ""
        place = f"{self.home.line}|{self.home.postcode}".casefold().replace(" ", "")
        return sha256(place.encode()).hexdigest()[:PREMISES_LETTERS]


def prospects(register: Register, law: Shelf, calendar: Calendar, *, on: date) -> Iterator[Prospect]:
    """Everybody of the unit who may be planned on a day, in order of ref.

    Left out are those no longer subject to notification, those away, and those on reactive
    management that holds. A person without a home on record stays in: that they cannot be
    planned must be said, not passed over.
    """
    for person in sorted(register.people, key=lambda each: each.ref):
        ref = person.ref
        away = register.away.get(ref, ())
        subject = Subject(
            person=person,
            disposals=register.disposals.get(ref, ()),
            orders=register.orders.get(ref, ()),
            conditions=register.conditions.get(ref, ()),
            away=away,
            addresses=register.addresses.get(ref, ()),
        )
        if not reckon(subject, law, on=on).subject:
            continue
        seen = register.visits.get(ref, ())
        met = contact(seen, law, on=on)
        known = outlook(
            register.levels.get(ref, ()),
            (),
            register.plans.get(ref, ()),
            (),
            register.intelligence.get(ref, ()),
            law,
            on_licence=False,
            registered_on=registered_on(subject.disposals, subject.orders, on=on),
            away=away,
            on=on,
        )
        changed, child = _changes(register, ref, known, on)
        due = visit_due(met, known, away, law, on=on, last_change_on=changed, child_since=child)
        if not may_be_planned(due).allowed:
            continue
        needs = register.needs.get(ref, ())
        yield Prospect(
            person,
            home_on(subject.addresses, on),
            managed_on(register.managers.get(ref, ()), on=on),
            subject,
            known,
            met,
            tuple(sorted((one for one in seen if one.day <= on), key=lambda one: (one.at, one.ref))),
            due,
            stake(met, known, law, on=on),
            record(seen, away, law, calendar, on=on),
            binding(
                due,
                subject,
                met,
                known.level.level if known.level is not None else None,
                register.decisions.get(ref, ()),
                law,
                on=on,
            ),
            needs[-1] if needs else None,
        )


def managed_on(spells: tuple[Managed, ...], *, on: date) -> str:
    """The officer who manages the person on a day; empty where nobody does."""
    holding = [one for one in spells if one.since <= on and (one.until is None or on < one.until)]
    return max(holding, key=lambda one: (one.since, one.ref)).officer if holding else ""


def _changes(register: Register, ref: str, known: Outlook, on: date) -> tuple[date | None, date | None]:
    """The newest day a change happened or was notified, and the newest a child came; only of the reactive."""
    if known.plan is None or not known.plan.reactive:
        return None, None
    changes = answered(register.changes.get(ref, ()), register.notifications.get(ref, ()), on=on)
    days = [d for each in changes for d in (each.happened_on, each.answered_on) if d is not None and d <= on]
    children = [
        each.happened_on
        for each in changes
        if each.matter is Matter.CHILD_HOUSEHOLD_BEGAN
        and each.happened_on is not None
        and each.happened_on <= on
    ]
    return max(days, default=None), max(children, default=None)
