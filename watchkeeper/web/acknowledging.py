"""After a notification: the clock it answered, the next date and why, and the acknowledgement in writing."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.wording import day, days, names
from watchkeeper.people.models import Address, Person
from watchkeeper.registers import models
from watchkeeper.registers.actions.notifying import acknowledge
from watchkeeper.registers.facts import Duty, ItemAnswer, Notification, NotificationItem
from watchkeeper.registers.rules.duties import duties
from watchkeeper.registers.rules.failures import ended_by
from watchkeeper.registers.rules.items import Item, items, masked
from watchkeeper.registers.rules.notification import complies
from watchkeeper.today import LONDON
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.registers import SORTS
from watchkeeper.workforce.facts import Power

PAPER = Path(__file__).parent / "papers" / "acknowledgement.typ"
ACCESSIBLE = "ua-1"  # PDF/UA-1: tagged, with a title and a language
JUST_BEFORE = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Told:
    """A notification as the pages show it."""

    row: models.Notification
    fact: Notification
    sort: str
    items: tuple[tuple[Item, str, str], ...]  # with its answer and what was said, masked
    identity: str


@person_page(Power.RECORD_NOTIFICATION)
def notified(request: HttpRequest, *, person: str, notification: str) -> HttpResponse:
    """What was recorded, what it answered, what comes next; the acknowledgement is handed over from here."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    told = told_of(person, notification, asking)
    if request.method == "POST":
        acknowledge(notification, person, **acting(request))
        messages.success(request, "The acknowledgement is recorded as handed over.")
        return see(reverse("notified", args=[person, notification]))
    answered, ahead = moved(person, told.row.recorded_at, asking)
    again = next((key for key, sort in SORTS.items() if sort.says == told.sort), "annual")
    shown = {
        "person": person,
        "told": told,
        "counts": complies(told.fact).unmet,
        "late": late_words(person, told, asking),
        "homes": _homes(told, asking),
        "answered": answered,
        "ahead": ahead,
        "again": f"{reverse('notify-items', args=[person, again])}?again={notification}",
    }
    return render(request, "registers/notified.html", shown)


def late_words(person: str, told: Told, asking: Asking) -> list[str]:
    """Of what was told late, how late it was and by when it was due, as a sentence each."""
    case = case_as_known(person, asking.law, on=asking.on, known_at=asking.at)
    if case is None:
        raise Http404
    return [
        f"{days(failure.days_late or 0)} late: the {failure.duty} was due by {day(failure.last_day)} "
        f"and was given on {day(told.fact.notified_on)}."
        for failure in ended_by(told.fact, case.subject, asking.law, on=asking.on)
    ]


def _homes(told: Told, asking: Asking) -> list[Address]:
    """The addresses the notification changed, as they stand, the new home last."""
    rows: Any = Address.objects.filter(person_ref=told.row.person_ref, act=told.row.act).as_known(asking.at)
    return list(rows.order_by("id"))


@person_page(Power.RECORD_NOTIFICATION)
def acknowledgement(request: HttpRequest, *, person: str, notification: str) -> HttpResponse:
    """The acknowledgement as a page to print, s.87(3)."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    told = told_of(person, notification, asking)
    shown = {"person": person, "told": told, "paper": written(person, told, asking)}
    return render(request, "registers/acknowledgement.html", shown)


@person_page(Power.RECORD_NOTIFICATION)
def acknowledgement_pdf(request: HttpRequest, *, person: str, notification: str) -> HttpResponse:
    """The acknowledgement as an accessible PDF."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    told = told_of(person, notification, asking)
    made = _typst().compile(
        sys_inputs={"told": json.dumps(written(person, told, asking))},
        format="pdf",
        pdf_standards=[ACCESSIBLE],
        timestamp=int(datetime.combine(told.fact.notified_on, time(12), LONDON).timestamp()),
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="acknowledgement-{notification}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


def told_of(person: str, ref: str, asking: Asking) -> Told:
    """One notification of the person as known now; nothing is found under a ref that is not theirs."""
    row, told, came = (
        _every(model).filter(**{name: ref}, person_ref=person).as_known(asking.at)
        for model, name in (
            (models.Notification, "ref"),
            (models.NotificationItem, "notification_ref"),
            (models.Attendance, "notification_ref"),
        )
    )
    row, came = row.first(), came.first()
    if row is None:
        raise Http404
    said: dict[str, NotificationItem] = {one.item: one for one in told.facts()}
    asked = items("notification_items", asking.law, on=asking.on) if said else ()
    fact = row.fact()
    shown = [
        (item, said.get(item.name, NotificationItem(ref, item.name, ItemAnswer.NOT_GIVEN))) for item in asked
    ]
    words = {each: place for place, each in enumerate(ItemAnswer)}
    return Told(
        row,
        fact,
        sort_of(fact),
        tuple(
            (item, item.answers[words[one.answer]], masked(item, one.said, asking.law, on=asking.on))
            for item, one in shown
        ),
        came.identity if came else "",
    )


def _every(model: Any) -> Any:
    return model.objects  # the manager of a model's own rows, which the checker takes for its parent's


def sort_of(fact: Notification) -> str:
    """The sort in the words of the counter."""
    return next(sort.says for sort in SORTS.values() if (sort.kind, sort.matter) == (fact.kind, fact.matter))


def moved(person: str, at: datetime, asking: Asking) -> tuple[list[tuple[Due, Due | None]], list[Due]]:
    """The clocks of the register a fact recorded at an instant answered or moved, and those that run now.

    The same clocks as everywhere, asked twice: as known just before, and as known now.
    """
    law, on = asking.law, asking.on
    first, now = (
        case_as_known(person, law, on=on, known_at=known_at) for known_at in (at - JUST_BEFORE, asking.at)
    )
    if now is None or first is None:
        raise Http404
    after = duties(now.subject, law, on=on)
    running = {(due.duty, due.about): due for due in after if due.standing is not Standing.NONE}
    answered = [
        (due, running.get((due.duty, due.about)))
        for due in duties(first.subject, law, on=on)
        if due.standing is Standing.OWED and _answered(due, running.get((due.duty, due.about)))
    ]
    ahead = sorted(running.values(), key=lambda due: (due.by or date.max, due.duty))
    return answered, ahead


def _answered(due: Due, after: Due | None) -> bool:
    return after is None or (after.by is not None and due.by is not None and after.by > due.by)


def written(person: str, told: Told, asking: Asking) -> dict[str, Any]:
    """What the acknowledgement says. A name stands on the paper alone, never in an address or a title."""
    row = Person.objects.filter(ref=person).as_known(asking.at).first()
    _, ahead = moved(person, told.row.recorded_at, asking)
    missing = told.fact.items_missing
    return {
        "title": "Acknowledgement of a notification",
        "reference": told.fact.ref,
        "person": person,
        "name": f"{row.given_names} {row.family_name}".strip() if row else "",
        "sort": told.sort,
        "given": day(told.fact.notified_on),
        "station": told.row.station,
        "officer": told.row.officer_ref,
        "items": [{"name": item.name, "answer": answer} for item, answer, _ in told.items],
        "missing": names(list(missing)),
        "late": late_words(person, told, asking),
        "next": [
            f"{due.duty}: by {day(due.by)}" for due in ahead if due.by is not None and due.duty in ON_PAPER
        ],
    }


ON_PAPER = frozenset({Duty.INITIAL, Duty.ANNUAL, Duty.WEEKLY, Duty.COMPLETE})


@cache
def _typst() -> Any:
    """The compiler of the paper, made once by each process; it reads no fonts of the machine."""
    import typst

    return typst.Compiler(PAPER, root=PAPER.parent, ignore_system_fonts=True)


addresses = [
    path("people/<str:person>/notified/<str:notification>/", notified, name="notified"),
    path(
        "people/<str:person>/notified/<str:notification>/acknowledgement/",
        acknowledgement,
        name="acknowledgement",
    ),
    path(
        "people/<str:person>/notified/<str:notification>/acknowledgement.pdf",
        acknowledgement_pdf,
        name="acknowledgement-pdf",
    ),
]
