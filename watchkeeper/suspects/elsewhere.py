"""Which referrals change when something is recorded elsewhere: of a suspect, or of a home with a child."""

from collections.abc import Iterable
from datetime import date

from django.apps import apps
from django.db.models.lookups import In

from watchkeeper.audit.standing import in_parts
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address, Compact
from watchkeeper.suspects import models
from watchkeeper.suspects.nearby import FEW, about, nearest_homes

REFERRAL, FURTHER, PERSON = "suspects.Referral", "suspects.SuspectPerson", "people.Person"
OF_PEOPLE = frozenset({"people.Address", "registers.Disposal", "registers.Order"})
"""Rows of a person by which a referral knows whether they are on the register and where a child lives."""


def referrals_touched(stored: Iterable[tuple[str, str]], law: Shelf, *, on: date) -> set[str]:
    """Refs of the referrals that rows stored are of, or may change, each row by its kind and ref.

    A join writes in a referral in an act about somebody else. Every version of what was recorded counts,
    so that a suspect who is one no longer, and a home a child left, are among them.
    """
    by_kind: dict[str, set[str]] = {}
    for kind, ref in stored:
        by_kind.setdefault(kind, set()).add(ref)
    found, people = by_kind.get(REFERRAL, set()), by_kind.get(PERSON, set())
    for some in in_parts(sorted(by_kind.get(FURTHER, ()))):
        found |= _refs(models.SuspectPerson, "referral_ref", ref__in=some)
    for kind in OF_PEOPLE & by_kind.keys():
        for some in in_parts(sorted(by_kind[kind])):
            people |= _refs(apps.get_model(kind), "person_ref", ref__in=some)
    homes: set[str] = set()
    for some in in_parts(sorted(people)):
        found |= _refs(models.Referral, "ref", person__in=some)
        found |= _refs(models.SuspectPerson, "referral_ref", person__in=some)
        homes |= _refs(Address, "postcode", person_ref__in=some, children_live_there=True)
    return found | _near(homes - {""}, law, on=on)


def _near(homes: set[str], law: Shelf, *, on: date) -> set[str]:
    """The referrals with an address within the distance of policy of one of the homes."""
    if not homes:
        return set()
    codes = _codes_about(homes, law, on)
    near = sorted(nearest_homes(codes - {""}, homes, law, on=on))
    found: set[str] = set()
    for some in in_parts(near):
        found |= _refs(models.Referral, "ref", postcode__in=some)
        found |= _refs(models.SuspectAddress, "referral_ref", postcode__in=some)
    return found


def _codes_about(homes: set[str], law: Shelf, on: date) -> set[str]:
    """The postcodes of referrals, as written, that may lie near one of the homes: of a few, by index."""
    if len(homes) > FEW:
        return _refs(models.Referral, "postcode") | _refs(models.SuspectAddress, "postcode")
    found: set[str] = set()
    for some in in_parts(sorted(about(homes, law, on=on))):
        for model in (models.Referral, models.SuspectAddress):
            found |= set(
                model.objects.filter(In(Compact("postcode"), list(some)))
                .order_by()
                .values_list("postcode", flat=True)
                .distinct()
            )
    return found


def _refs(model: type, column: str, **said: object) -> set[str]:
    rows = model.objects.filter(**said)  # type: ignore[attr-defined]
    return set(rows.order_by().values_list(column, flat=True).distinct())
