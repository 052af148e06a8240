"""What is on record that decides who may see a person, as known at an instant."""

from collections.abc import Iterable
from datetime import date, datetime

from watchkeeper.access import facts, models
from watchkeeper.access.rules import closes, conflict, is_open, may_see, stands
from watchkeeper.audit.standing import standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.stored import manager_of


def known_of(person_ref: str, *, on: date, known_at: datetime) -> facts.Known:
    """What is on record at an instant that decides who may see the person. Nobody on record has no unit."""
    row = next(iter(standing(Person, ref=person_ref, known_at=known_at)), None)
    spell = manager_of(person_ref, on=on, known_at=known_at)
    return facts.Known(
        person=person_ref,
        unit=row.unit if row is not None else "",
        manager=spell.officer if spell is not None else "",
        restriction=next(iter(restrictions(on=on, known_at=known_at, person=person_ref)), None),
        conflicts=conflicts(on=on, known_at=known_at, person=person_ref),
        opened=frozenset(
            each.officer
            for each in openings(known_at=known_at, person=person_ref)
            if is_open(each, at=known_at)
        ),
        on_record=row is not None,
        asked=(on, known_at),
    )


def restrictions(*, on: date, known_at: datetime, person: str = "") -> tuple[facts.Restriction, ...]:
    """Restrictions in force on a day, newest first, of everybody or of one person."""
    rows = standing(models.Restriction, known_at=known_at, **_of(person))
    return tuple(fact for row in reversed(rows) if closes(fact := row.fact(), on=on))


def conflicts(
    *, on: date, known_at: datetime, person: str = "", officer: str = ""
) -> tuple[facts.ConflictDeclared, ...]:
    """Conflicts of interest that stand on a day, of everybody, of one person or of one officer."""
    theirs = {"officer_ref": officer} if officer else {}
    rows = standing(models.ConflictDeclared, known_at=known_at, **_of(person), **theirs)
    return tuple(fact for row in rows if stands(fact := row.fact(), on=on))


def openings(*, known_at: datetime, person: str = "") -> tuple[facts.Opening, ...]:
    """Every opening by break-glass known, newest first, shut again or not."""
    rows = standing(models.Opening, known_at=known_at, **_of(person))
    return tuple(row.fact() for row in reversed(rows))


def reviews(refs: Iterable[str], *, known_at: datetime) -> dict[str, facts.OpeningReview]:
    """The review of each opening that has one, by the ref of the opening."""
    rows = models.OpeningReview.objects.filter(opening_ref__in=list(refs)).as_known(known_at)
    return {row.opening: row for row in rows.facts()}


def shut_to(officer: Officer, law: Shelf, *, on: date, known_at: datetime) -> frozenset[str]:
    """People whom no list may show the officer, though they be of the officer's unit.

    Those restricted to others, and those with whom the officer has a conflict of interest.
    A few for a whole force, so lists ask once and leave them out.
    """
    closed = {each.person for each in restrictions(on=on, known_at=known_at)}
    theirs = {each.person for each in conflicts(on=on, known_at=known_at, officer=officer.ref)}
    shut = set()
    for person in closed | theirs:
        known = known_of(person, on=on, known_at=known_at)
        if conflict(officer, known) or not may_see(officer, known, law, on=on).allowed:
            shut.add(person)
    return frozenset(shut)


def _of(person: str) -> dict[str, str]:
    return {"person_ref": person} if person else {}
