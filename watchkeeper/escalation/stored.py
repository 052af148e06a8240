"""What is stored of one person's decisions, and what a warrant pack rests on, as known at an instant."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from watchkeeper.audit.models import AboutPerson
from watchkeeper.audit.standing import standing
from watchkeeper.escalation import models
from watchkeeper.escalation.facts import Drawn, Execution, Followed, Ground, Weighed
from watchkeeper.escalation.rules.packs import Basis
from watchkeeper.escalation.rules.warrants import may_seek_warrant
from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import AddressKind, away_on
from watchkeeper.people.models import Address, Away, Person
from watchkeeper.risk.facts import Level
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.facts import Rank
from watchkeeper.workforce.models import Managed


def weighed_of(person_ref: str, ground: Ground, *, known_at: datetime) -> Weighed | None:
    """What is weighed on a ground for the person, as last written; None when nothing is."""
    rows = standing(models.Weighed, person_ref=person_ref, ground=ground, known_at=known_at)
    newest = max(rows, key=lambda row: (row.known_from, row.id), default=None)
    return newest.fact() if newest is not None else None


def followed_of(person_ref: str, *, known_at: datetime) -> tuple[Followed, ...]:
    """Every decision drawn up on the person with all that followed, the newest first."""
    return _followed(Q(person_ref=person_ref), known_at)


def one_followed(person_ref: str, decision: str, *, known_at: datetime) -> Followed | None:
    """One decision of the person with all that followed; None when there is none by that ref."""
    found = followed_of(person_ref, known_at=known_at)
    return next((each for each in found if each.drawn.ref == decision), None)


def followed_of_unit(unit: str, *, known_at: datetime) -> tuple[tuple[str, Followed], ...]:
    """Every decision drawn up on people of a unit, by person's ref; of everybody where none is named."""
    drawn = models.Drawn.objects.as_known(known_at).order_by("id")
    refs = dict(drawn.values_list("ref", "person_ref"))
    if unit:
        people: Any = Person.objects.filter(ref__in=set(refs.values())).as_known(known_at)
        of_unit = set(people.filter(unit=unit).values_list("ref", flat=True))
        refs = {ref: person for ref, person in refs.items() if person in of_unit}
    found = _followed(Q(person_ref__in=set(refs.values())), known_at)
    return tuple((refs[each.drawn.ref], each) for each in found if each.drawn.ref in refs)


def _followed(whose: Q, known_at: datetime) -> tuple[Followed, ...]:
    drawn = [
        row.fact()
        for row in models.Drawn.objects.filter(whose).as_known(known_at).order_by("-decided_on", "-id")
    ]
    if not drawn:
        return ()
    decided = {f.ref: f for f in models.Decided.objects.filter(whose).as_known(known_at).facts()}
    signed = {f.decision: f for f in models.Signature.objects.filter(whose).as_known(known_at).facts()}
    packs = {f.ref: f for f in models.Pack.objects.filter(whose).as_known(known_at).facts()}
    courts = {f.ref: f for f in models.CourtAnswer.objects.filter(whose).as_known(known_at).facts()}
    ends = {f.ref: f for f in models.Outcome.objects.filter(whose).as_known(known_at).facts()}
    tried: dict[str, list[Execution]] = defaultdict(list)
    for execution in models.Execution.objects.filter(whose).as_known(known_at).facts():
        tried[execution.decision].append(execution)
    return tuple(
        Followed(
            one,
            decided.get(one.ref),
            signed.get(one.ref),
            packs.get(one.ref),
            courts.get(one.ref),
            tuple(sorted(tried[one.ref], key=lambda each: each.executed_at)),
            ends.get(one.ref),
        )
        for one in drawn
    )


def shown_at(
    person_ref: str,
    premises: str,
    *,
    need: str,
    applicant_rank: Rank | None,
    law: Shelf,
    on: date,
    at: datetime,
) -> Decision:
    """What can be shown to a justice about one set of premises, from the record as it stands."""
    there = standing(Address, ref=premises, person_ref=person_ref, known_at=at)
    current = any(row.until is None or row.until > on for row in there)
    away = away_on(_facts(Away, person_ref, at), on)
    return may_seek_warrant(
        premises,
        attempts=_facts(Visit, person_ref, at),
        notified_or_frequented=current,
        in_custody_or_abroad=away.kind if away else None,
        necessary=bool(need.strip()),
        applicant_rank=applicant_rank,
        law=law,
        on=on,
    )


def basis_of(
    person_ref: str, drawn: Drawn, level: Level | None, *, law: Shelf, on: date, at: datetime
) -> Basis:
    """All that a warrant pack rests on."""
    weighed = weighed_of(person_ref, drawn.ground, known_at=at)
    (person,) = standing(Person, ref=person_ref, known_at=at)
    return Basis(
        person=person.fact(),
        level=level,
        drawn=drawn,
        weighed=weighed,
        addresses=_facts(Address, person_ref, at),
        away=_facts(Away, person_ref, at),
        visits=_facts(Visit, person_ref, at),
        shown=shown_at(
            person_ref,
            drawn.premises,
            need=weighed.need if weighed is not None else "",
            applicant_rank=weighed.applicant_rank if weighed is not None else None,
            law=law,
            on=on,
            at=at,
        ),
    )


def premises_of(person_ref: str, *, on: date, at: datetime) -> tuple[tuple[str, AddressKind], ...]:
    """The addresses that stand on a day, by ref, with their kind."""
    rows: Any = Address.objects.of(person_ref).as_known(at).filter(Q(until__isnull=True) | Q(until__gt=on))
    return tuple((row.ref, AddressKind(row.kind)) for row in rows.order_by("kind", "ref"))


def manages(officer_ref: str, person_ref: str, *, on: date, at: datetime) -> bool:
    """Whether the officer manages the person on a day: nobody decides or signs on their own case."""
    spells = standing(Managed, person_ref=person_ref, officer_ref=officer_ref, known_at=at)
    return any(row.since is not None and row.since <= on < (row.until or date.max) for row in spells)


def _facts(kind: type[AboutPerson], person_ref: str, at: datetime) -> tuple[Any, ...]:
    return tuple(row.fact() for row in standing(kind, person_ref=person_ref, known_at=at))
