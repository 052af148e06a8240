"""Every version of every fact about one person, as far as it was known at an instant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection

from watchkeeper.audit.models import AboutPerson, Fact
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.one import Recorded, case_of, directed, managed_on
from watchkeeper.escalation import models as escalation
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import models as people
from watchkeeper.registers import models as registers
from watchkeeper.risk import models as risk
from watchkeeper.visits import models as visits
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.stored import officer_as_known

type Kind = type[Fact]
READ: tuple[Kind, ...] = (
    *(people.Person, people.Alias, people.Address, people.Away),
    *(registers.Disposal, registers.Order, registers.Condition, registers.Notification),
    *(registers.Change, registers.Stay, registers.Trip, registers.ReviewApplication),
    *(risk.SetLevel, risk.Assessment, risk.Plan, risk.Intelligence, risk.Review),
    *(visits.Visit, workforce.Managed, escalation.Decided, escalation.Charge),
    *(risk.Override, workforce.Offer, workforce.OfferAnswer, escalation.Outcome),
)
"""What a case is made from."""
OF_THE_RECORD = ("people", "registers", "risk", "visits", "escalation", "workforce")


@dataclass(frozen=True, slots=True)
class History:
    """All versions stored about a person by kind and by ref, each run in the order they came to be known."""

    person: str
    known_at: datetime
    versions: Mapping[Kind, Mapping[str, tuple[Any, ...]]]

    def standing(self, kind: Kind) -> tuple[Any, ...]:
        """The version of each ref that stands, in the order of storing: what `as_known` answers."""
        newest = (run[-1] for run in self.versions.get(kind, {}).values())
        return tuple(sorted((row for row in newest if self.stands(row)), key=lambda row: row.id))

    def stands(self, row: Any) -> bool:
        """Whether a newest version still says something of this person: neither withdrawn nor moved."""
        return not row.withdrawn and _about(row) == self.person


def history_of(person: str, *, known_at: datetime, asked: tuple[Kind, ...] = ()) -> History:
    """What is stored about a person and was known at an instant, versions since corrected among it.

    Of the kinds `asked` for; of those the rules read when none is named. `kinds` names them all.
    A version that names somebody else, because the fact was moved from one person to another, ends
    the fact here: `standing` leaves it out.
    """
    instant = connection.ops.adapt_datetimefield_value(known_at)
    return History(
        person,
        known_at,
        {kind: _by_ref(kind.objects.raw(_query(kind), [person, instant])) for kind in asked or READ},
    )


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of fact of a person's record; the person first.

    Who may see whom is kept of people too, and is no part of their record.
    """
    about: list[Kind] = [
        model
        for model in apps.get_models()
        if issubclass(model, AboutPerson) and model._meta.app_label in OF_THE_RECORD
    ]
    return (people.Person, *sorted(about, key=lambda kind: kind._meta.label))


def recorded_of(history: History) -> Recorded | None:
    """The facts that stand, as the rules read them; None when nobody was known by that ref."""
    person = next(iter(history.standing(people.Person)), None)
    if person is None:
        return None

    def facts(kind: Kind) -> tuple[Any, ...]:
        return tuple(row.fact() for row in history.standing(kind))

    return Recorded(
        person=person.fact(),
        on_licence=bool(person.on_licence),
        direction=directed(
            person.parent_ref,
            person.parental_direction_on,
            person.parental_direction_until,
            ref=history.person,
        ),
        disposals=facts(registers.Disposal),
        orders=facts(registers.Order),
        conditions=facts(registers.Condition),
        away=facts(people.Away),
        addresses=facts(people.Address),
        aliases=facts(people.Alias),
        notifications=facts(registers.Notification),
        changes=facts(registers.Change),
        stays=facts(registers.Stay),
        trips=facts(registers.Trip),
        applications=facts(registers.ReviewApplication),
        levels=facts(risk.SetLevel),
        assessments=facts(risk.Assessment),
        plans=facts(risk.Plan),
        intelligence=facts(risk.Intelligence),
        reviews=facts(risk.Review),
        visits=_visits(history),
        managers=facts(workforce.Managed),
        decisions=facts(escalation.Decided),
        charges=facts(escalation.Charge),
        overrides=facts(risk.Override),
        offers=facts(workforce.Offer),
        answers=facts(workforce.OfferAnswer),
        outcomes=facts(escalation.Outcome),
    )


def case_in(
    recorded: Recorded, law: Shelf, *, on: date, known_at: datetime, reader: Officer | None = None
) -> Case:
    """The case of the person on a day: what `recorded.case_as_known` answers, in fewer questions.

    `reader` is an officer already known at that instant, who need not be asked for again.
    """
    spell = managed_on(recorded.managers, on=on)
    manager = None
    if spell is not None:
        own = reader is not None and reader.ref == spell.officer
        manager = reader if own else officer_as_known(spell.officer, known_at=known_at)
    found = {manager.ref: manager} if manager is not None else {}
    for offer in recorded.offers:
        if (receiver := officer_as_known(offer.receiver, known_at=known_at)) is not None:
            found.setdefault(receiver.ref, receiver)
    return case_of(recorded, found, law, on=on)


def _visits(history: History) -> tuple[Any, ...]:
    rows = history.standing(visits.Visit)
    authorities = {row.notice_authorised_by for row in rows if row.notice_authorised_by}
    ranks: dict[str, str] = {}
    if authorities:
        known: Any = workforce.Officer.objects.filter(ref__in=authorities).as_known(history.known_at)
        ranks = dict(known.values_list("ref", "rank"))
    return tuple(row.fact(notice_authorised_rank=ranks.get(row.notice_authorised_by, "")) for row in rows)


def _about(row: Any) -> str:
    return str(row.ref if isinstance(row, people.Person) else row.person_ref)


def _by_ref(rows: Any) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.ref, []).append(row)
    return {ref: tuple(run) for ref, run in found.items()}


@cache
def _query(kind: Kind) -> str:
    """Written out once: making the same question of Django anew costs more than its answer."""
    table = connection.ops.quote_name(kind._meta.db_table)
    named = "ref = %s" if kind is people.Person else f"ref IN (SELECT ref FROM {table} WHERE person_ref = %s)"
    return f"SELECT * FROM {table} WHERE {named} AND known_from <= %s ORDER BY known_from, id"
