"""An act about a person: power, policy, trail, and need to know."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.db.models import Q

from watchkeeper.access.facts import Known
from watchkeeper.access.rules import may_see
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.workforce.acts import Act, act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.models import Managed


@contextmanager
def act_about(
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
    """`workforce.acts.act` on one person's record, which the officer must also need to know.

    Raises Refused without the power or the need; the attempt stays on the trail.
    """
    with act(power, by=by, about=about, on=on, law=law, purpose=purpose, at=at, about_own=about_own) as this:
        this.require(may_see(by, known_of(about, on=on, known_at=at), law, on=on))
        yield this


def known_of(person_ref: str, *, on: date, known_at: datetime) -> Known:
    """What is on record at an instant that decides who may see the person. Nobody on record has no unit."""
    unit = Person.objects.filter(ref=person_ref).as_known(known_at).values_list("unit", flat=True).first()
    spells = Managed.objects.filter(person_ref=person_ref).as_known(known_at)
    manager = (
        spells.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)
        .order_by("-since", "-id")
        .values_list("officer_ref", flat=True)
        .first()
    )
    return Known(person_ref, unit or "", manager or "")
