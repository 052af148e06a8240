"""Entries of the trail somebody looks for, a page at a time: as quick at a million entries as at ten."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min
from django.db.models.functions import Coalesce

from watchkeeper.audit import facts
from watchkeeper.audit.models import Entry

WRITTEN_WITHIN = timedelta(days=1)
"""An entry is written at most so long after the instant it carries: that of when its act began. So the
numbers of some days lie between those of the day before and the day after, and two look-ups find them."""


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
    counted and nothing skipped over.
    """
    # The instant as an expression: by its index all of a year would be sorted for the newest fifty.
    chosen = Entry.objects.alias(instant=Coalesce("at", "at")).order_by("-number")
    for column in ("by", "about", "power", "kind"):
        if value := getattr(wanted, column):
            chosen = chosen.filter(**{column: value})
    if wanted.since is not None:
        chosen = chosen.filter(instant__gte=wanted.since)
        earlier = Entry.objects.filter(at__lt=wanted.since - WRITTEN_WITHIN).order_by("-at", "-number")
        if (before_any := earlier.values_list("number", flat=True).first()) is not None:
            chosen = chosen.filter(number__gt=before_any)
    if wanted.before is not None:
        chosen = chosen.filter(instant__lt=wanted.before)
        later = Entry.objects.filter(at__gte=wanted.before + WRITTEN_WITHIN).order_by("at", "number")
        if (after_any := later.values_list("number", flat=True).first()) is not None:
            chosen = chosen.filter(number__lt=after_any)
    if below is not None:
        chosen = chosen.filter(number__lt=below)
    return tuple(entry.fact() for entry in chosen[:many])


def newest_entry(at: datetime | None = None) -> int:
    """The number of the newest entry of the trail, or of that at an instant; 0 while there is none."""
    return newest_mark(at)[0]


def newest_mark(at: datetime | None = None) -> tuple[int, str]:
    """The number and the hash of the newest entry: what is kept in memory is as of one of these.

    With `at`, of the newest before the first of a later instant. Whatever is read as known at an
    instant is as of this one: what a later act stored is not in it, though it may be on the trail.
    """
    entries = Entry.objects.all()
    if at is not None:
        later = Entry.objects.filter(at__gt=at).aggregate(first=Min("number"))["first"]
        entries = entries if later is None else entries.filter(number__lt=later)
    top = entries.order_by("-number").values_list("number", "hash").first()
    return top if top is not None else (0, "")


def mark_of(number: int) -> tuple[int, str]:
    """The number and the hash of one entry, as `newest_mark` gives them; of none before the first."""
    told = Entry.objects.filter(number=number).values_list("hash", flat=True).first()
    return (number, told) if told is not None else (0, "")


def is_of_trail(mark: tuple[int, str]) -> bool:
    """Whether an entry is on this trail, and what was kept as of it can be brought up to date."""
    number, digest = mark
    return not number or Entry.objects.filter(number=number, hash=digest).exists()


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
