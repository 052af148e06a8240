"""Everybody on record as a list shows them, and about whom something was done since an entry of the trail."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps

from watchkeeper.audit.facts import Kind, rows_stored
from watchkeeper.audit.models import AboutPerson, Entry
from watchkeeper.audit.searching import newest_entry
from watchkeeper.people.models import Address, Alias, Person
from watchkeeper.people.rules.finding import Listed
from watchkeeper.people.rules.names import Name, named
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Managed

MENTION = "people.Mention"
READ_BY_RULES = ("people.", "registers.", "risk.", "visits.", "escalation.", "workforce.")
"""Whose rows the clocks of a person are read from. An alert or a restriction moves no clock."""


@dataclass(frozen=True, slots=True)
class Touched:
    """`people` by ref, each with the number of the newest act that touched them.

    `through` is the newest entry looked at. `loaded`: records were loaded, and whom they are
    about the trail does not say one by one.
    """

    through: int
    people: Mapping[str, int]
    loaded: bool


def touched(after: int, *, at: datetime) -> Touched:
    """Everybody about whom something was done since the entry `after`, as known at `at`.

    An act names a person outright, or names the rows it stored: whose they are is looked up.
    What stored nothing that a clock is read from does not count: a look, an alert, a search.
    Entries are written one after the other, so nothing that was done comes to light behind a
    number already passed.
    """
    top = newest_entry(at)
    if top <= after:
        return Touched(after, {}, False)
    done = Entry.objects.filter(number__gt=after, number__lte=top, kind=Kind.DONE).exclude(
        power=Power.READ_PERSON
    )
    people: dict[str, int] = {}
    loaded = False
    for number, power, about, facts in done.order_by("number").values_list(
        "number", "power", "about", "facts"
    ):
        rows = [(label, ref) for label, ref in rows_stored(facts) if label.startswith(READ_BY_RULES)]
        if rows and all(label == MENTION for label, _ in rows):
            continue  # as other sources name somebody, or suspects: no clock is read from it
        if power == Power.LOAD_RECORDS and not about:
            loaded = True
        elif about and rows:
            people[about] = number
        else:
            people |= dict.fromkeys(_owners(rows), number)
    return Touched(top, people, loaded)


def _owners(stored: Iterable[tuple[str, str]]) -> set[str]:
    """Whose the rows are that an act says it stored, by kind and ref."""
    found: set[str] = set()
    for label, ref in stored:
        model = apps.get_model(label)
        if label == "people.Person":
            found.add(ref)
        elif issubclass(model, AboutPerson):
            found.update(model.objects.filter(ref=ref).values_list("person_ref", flat=True))
    return found


def listed(refs: tuple[str, ...] | None, *, on: date, at: datetime) -> dict[str, Listed]:
    """Everybody, or those named, as they are known at an instant, by ref."""

    def known(model: Any, whose: str, *columns: str) -> Iterator[Any]:
        rows = model.objects.all() if refs is None else model.objects.filter(**{f"{whose}__in": refs})
        return rows.as_known(at).order_by("id").values_list(*columns).iterator()  # type: ignore[no-any-return]

    aliases: dict[str, list[str]] = {}
    for ref, name in known(Alias, "person_ref", "person_ref", "name"):
        aliases.setdefault(ref, []).append(name)
    postcodes: dict[str, list[tuple[str, bool]]] = {}
    for ref, code, since, until in known(Address, "person_ref", "person_ref", "postcode", "since", "until"):
        now = (since is None or since <= on) and (until is None or on < until)
        postcodes.setdefault(ref, []).append((code.upper(), now))
    managers: dict[str, tuple[date, str]] = {}
    for ref, officer, since, until in known(
        Managed, "person_ref", "person_ref", "officer_ref", "since", "until"
    ):
        if (
            since is not None
            and since <= on
            and (until is None or on < until)
            and (ref not in managers or managers[ref][0] <= since)
        ):
            managers[ref] = since, officer
    found = {}
    for ref, family, given, born_on, unit in known(
        Person, "ref", "ref", "family_name", "given_names", "born_on", "unit"
    ):
        also = tuple(aliases.get(ref, ()))
        names = (named(given, family), *(_whole(each) for each in also))
        found[ref] = Listed(
            ref,
            family,
            given,
            born_on,
            unit,
            managers[ref][1] if ref in managers else "",
            also,
            tuple(postcodes.get(ref, ())),
            names,
        )
    return found


def _whole(name: str) -> Name:
    """Another name, recorded whole: its last word is taken for the family name."""
    given, _, family = name.strip().rpartition(" ")
    return named(given, family)
