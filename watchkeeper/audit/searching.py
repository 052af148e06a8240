"""Entries of the trail somebody looks for, a page at a time: as quick at a million entries as at ten."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Min

from watchkeeper.audit import facts
from watchkeeper.audit.models import Entry


@dataclass(frozen=True, slots=True)
class EntryQuery:
    """Which entries: by an officer, about a person, of a power, of one kind, from and before an instant."""

    by: str = ""
    about: str = ""
    power: str = ""
    kind: str = ""
    since: datetime | None = None
    before: datetime | None = None


def newest_entries(wanted: EntryQuery, *, many: int, below: int | None = None) -> tuple[facts.Entry, ...]:
    """The newest entries that match, `many` of them, of those with a number below `below`.

    Numbers stand in order, so the next page begins below the last number shown: nothing is
    counted and nothing skipped over. Days are first turned into numbers by the index of instants.
    """
    chosen = Entry.objects.order_by("-number")
    for column in ("by", "about", "power", "kind"):
        if value := getattr(wanted, column):
            chosen = chosen.filter(**{column: value})
    if wanted.since is not None or wanted.before is not None:
        within = Entry.objects.all()
        if wanted.since is not None:
            within = within.filter(at__gte=wanted.since)
            chosen = chosen.filter(at__gte=wanted.since)
        if wanted.before is not None:
            within = within.filter(at__lt=wanted.before)
            chosen = chosen.filter(at__lt=wanted.before)
        ends = within.aggregate(first=Min("number"), last=Max("number"))
        if ends["first"] is None:
            return ()
        chosen = chosen.filter(number__gte=ends["first"], number__lte=ends["last"])
    if below is not None:
        chosen = chosen.filter(number__lt=below)
    return tuple(entry.fact() for entry in chosen[:many])


def entry_numbered(number: int) -> facts.Entry | None:
    """One entry; None when there is none of that number."""
    found = Entry.objects.filter(number=number).first()
    return found.fact() if found else None


def outcome_of(attempt: facts.Entry) -> int | None:
    """The number of the entry that says what came of an attempt, among the next few by the same officer."""
    following = Entry.objects.filter(by=attempt.by, number__gt=attempt.number).order_by("number")
    of = ["attempt", str(attempt.number)]
    return next((entry.number for entry in following[:_LOOKED_AT] if of in entry.facts), None)


_LOOKED_AT = 50
