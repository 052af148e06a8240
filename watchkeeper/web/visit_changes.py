"""What was changed of a visit since it was recorded: by whom, when, why, and what stood before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from watchkeeper.visits import models
from watchkeeper.visits.facts import Doorstep, Ruling
from watchkeeper.visits.stored import as_it_stands, doorstep_of, records_of, rulings_on
from watchkeeper.web.asking import Asking
from watchkeeper.web.visit_parts import in_words, said
from watchkeeper.workforce.facts import Power

TOLD = {
    Ruling.STANDS: "It was decided which record stands",
    Ruling.APART: "It was told apart from another visit",
    Ruling.CORRECTED: "Corrected",
    Ruling.WITHDRAWN: "Withdrawn",
}
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Mended:
    """One decision about a visit. `was` holds what it changed: the label, what it said, what it then said."""

    what: str
    at: datetime
    by: str
    reason: str
    was: tuple[tuple[str, str, str], ...]


def differences(
    before: Doorstep, after: Doorstep, words: Mapping[str, str]
) -> tuple[tuple[str, str, str], ...]:
    """Line by line, what two records of a visit say differently."""
    was, now = dict(said(before, words)), dict(said(after, words))
    return tuple(
        (label, was.get(label, "not recorded"), now.get(label, "not recorded"))
        for label in dict.fromkeys((*was, *now))
        if was.get(label) != now.get(label)
    )


def changes(visit_ref: str, person: str, asking: Asking) -> list[Mended]:
    """Every decision about a visit, the newest first."""
    held = {row.ref: doorstep_of(row) for row in records_of(visit_ref, known_at=asking.at)}
    words = in_words(person, known_at=asking.at)
    stood = next(iter(held), "")
    found = []
    for ruling in rulings_on(visit_ref, known_at=asking.at):
        before, after = held.get(stood), held.get(ruling.stands)
        was = differences(before, after, words) if before is not None and after is not None else ()
        kind = Ruling(ruling.kind)
        found.append(Mended(TOLD[kind], ruling.known_from, ruling.decided_by, ruling.reason, was))
        stood = ruling.stands or stood
    return found[::-1]


def ways_to_mend(asking: Asking, row: models.Visit) -> list[dict[str, str]]:
    """Links to correct and to withdraw, for whoever may."""
    ways = (
        (Power.CORRECT_VISIT, "visit-correct", "Correct"),
        (Power.WITHDRAW_VISIT, "visit-withdraw", "Withdraw"),
    )
    return [
        {"text": f"{word} this visit", "href": reverse(name, args=[row.person_ref, row.ref])}
        for power, name, word in ways
        if asking.may(power).allowed
    ]


def withdrawn(request: HttpRequest, asking: Asking, row: models.Visit) -> HttpResponse:
    """A visit that counts for nothing: what it said, who withdrew it and why."""
    before = row.known_from - INSTANT
    rows: Any = models.Visit.objects.filter(ref=row.ref, withdrawn=False, known_from__lte=row.known_from)
    stood = rows.order_by("-known_from", "-id").first()
    words = in_words(row.person_ref, known_at=asking.at)
    shown = {
        "person": row.person_ref,
        "row": row,
        "told": said(as_it_stands(stood, known_at=before), words) if stood is not None else [],
        "changes": changes(row.ref, row.person_ref, asking),
    }
    return render(request, "visits/withdrawn.html", shown)
