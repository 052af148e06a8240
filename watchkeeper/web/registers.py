"""At the station counter: what sort of notification it is, and s.83(5) item by item."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from watchkeeper.law.wording import day, either
from watchkeeper.people.facts import Address, AddressKind
from watchkeeper.places.misread import doubt
from watchkeeper.registers import models
from watchkeeper.registers.actions.notifying import record_notification
from watchkeeper.registers.facts import (
    ItemAnswer,
    Matter,
    Notification,
    NotificationItem,
    NotificationKind,
)
from watchkeeper.registers.rules.items import Item, items
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.looking import acting, person_page
from watchkeeper.workforce.facts import Power

EARLIEST = date(1997, 9, 1)  # the register of the Sex Offenders Act 1997
FURTHEST = timedelta(days=730)
ACT = "Sexual Offences Act 2003"
HOME = "home address"
CHILD: dict[str, bool | None] = {"yes": True, "no": False, "unknown": None}


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of notification as it is chosen at the counter."""

    says: str
    cite: str
    kind: NotificationKind
    matter: Matter | None = None


SORTS: dict[str, Sort] = {
    "first": Sort("The first notification", f"{ACT}, s.83(1)", NotificationKind.INITIAL),
    "annual": Sort("The yearly notification", f"{ACT}, s.85(1)", NotificationKind.PERIODIC),
    "weekly": Sort(
        "The weekly notification, with no fixed home", "S.I. 2012/1876, reg.9", NotificationKind.PERIODIC
    ),
    "name": Sort("A new name", f"{ACT}, s.84(1)(a)", NotificationKind.CHANGE, Matter.NAME),
    "home": Sort("A new home address", f"{ACT}, s.84(1)(b)", NotificationKind.CHANGE, Matter.HOME_ADDRESS),
    "stay": Sort("Another address stayed at", f"{ACT}, s.84(1)(c)", NotificationKind.CHANGE, Matter.STAY),
    "release": Sort("Release", f"{ACT}, s.84(1)(d)", NotificationKind.CHANGE, Matter.RELEASE),
    "child-began": Sort(
        "A household with a child, begun",
        "S.I. 2012/1876, regs.10 and 11",
        NotificationKind.CHANGE,
        Matter.CHILD_HOUSEHOLD_BEGAN,
    ),
    "child-ended": Sort(
        "A household with a child, ended",
        "S.I. 2012/1876, regs.10 and 11",
        NotificationKind.CHANGE,
        Matter.CHILD_HOUSEHOLD_ENDED,
    ),
    "bank": Sort(
        "A bank account or card", "S.I. 2012/1876, regs.12 and 13", NotificationKind.CHANGE, Matter.BANK
    ),
    "identity": Sort(
        "A passport or identity document",
        "S.I. 2012/1876, regs.14 and 15",
        NotificationKind.CHANGE,
        Matter.IDENTITY_DOCUMENT,
    ),
}


@person_page(Power.RECORD_NOTIFICATION)
def notify(request: HttpRequest, *, person: str) -> HttpResponse:
    """What has the person come to tell?"""
    chosen = request.GET.get("sort", "")
    ways = {
        "travel": reverse("travel", args=[person]),
        "travel-change": reverse("travel-change", args=[person]),
        "return": reverse("travel-back", args=[person]),
        **{sort: reverse("notify-items", args=[person, sort]) for sort in SORTS},
    }
    if chosen in ways:
        return redirect(ways[chosen])
    shown = {"person": person, "sorts": SORTS, "missing": "sort" in request.GET or "chosen" in request.GET}
    return render(request, "registers/notify.html", shown)


@person_page(Power.RECORD_NOTIFICATION)
def notify_items(request: HttpRequest, *, person: str, sort: str) -> HttpResponse:
    """The items, one by one; whatever was given is kept, complete or not."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    chosen = SORTS.get(sort)
    if chosen is None:
        raise Http404
    asked = items("notification_items", asking.law, on=asking.on)
    form = entered(request)
    if request.method == "POST":
        notification, station = _told(form, chosen, person, asking)
        said, identity = said_of(form, asked), form.text("identity")
        home, said = new_home(form, chosen, notification, said)
        if not form.problems:
            row = record_notification(
                notification,
                person_ref=person,
                station=station,
                said=said,
                identity=identity,
                home=home,
                **acting(request),
            )
            if row.items_missing:
                messages.warning(request, "Kept. It is incomplete and does not count yet.")
            else:
                messages.success(request, "Recorded. Every item is given.")
            return see(reverse("notified", args=[person, row.ref]))
        return again(request, form)
    shown = {
        "person": person,
        "sort": chosen,
        "asked": fields(form, asked, before(person, request.GET.get("again", ""), asked, asking)),
        "form": form,
        "today": asking.on,
        "change": chosen.kind is NotificationKind.CHANGE,
        "station": _station(person, request.GET.get("again", ""), asking),
        "moves": chosen.matter is Matter.HOME_ADDRESS,
    }
    return render(request, "registers/items.html", shown)


def _station(person: str, ref: str, asking: Asking) -> str:
    """Where an earlier notification was given that is now taken again; a station is never guessed."""
    kept: Any = models.Notification.objects
    rows = kept.filter(person_ref=person, ref=ref).as_known(asking.at)
    return str(rows.values_list("station", flat=True).first() or "")


def _told(form: Entered, sort: Sort, person: str, asking: Asking) -> tuple[Notification, str]:
    on = asking.on
    given = near(form, "given", form.day("given", "Enter the day it was given"), on)
    if given is not None and given > on:
        form.wrong("given", "The day it was given cannot be to come")
    first = _first_finding(person, asking)
    if given is not None and first is not None and given < first:
        form.wrong("given", f"The first finding on record is of {day(first)}: enter that day or one after it")
    station = form.text("station", "Enter the station")
    happened = stated = None
    if sort.kind is NotificationKind.CHANGE:
        happened = form.day("happened", "Enter the day it happened, or is going to happen")
        happened = near(form, "happened", happened, on)
        if happened is not None and given is not None and happened > given:
            happened, stated = None, happened  # told in advance, s.84(2)
    notification = Notification(
        "", given or on, sort.kind, sort.matter, happened_on=happened, stated_for=stated, acknowledged=False
    )
    return notification, station


def _first_finding(person: str, asking: Asking) -> date | None:
    """The day from which the person can have had anything to notify; None where a finding lacks its day."""
    kept: Any = models.Disposal.objects
    days = list(kept.filter(person_ref=person).as_known(asking.at).values_list("relevant_date", flat=True))
    return min(days) if days and None not in days else None


def new_home(
    form: Entered, sort: Sort, told: Notification, said: tuple[NotificationItem, ...]
) -> tuple[Address | None, tuple[NotificationItem, ...]]:
    """The home moved to, as told, and the items with it: what is written once is not asked for again."""
    if sort.matter is not Matter.HOME_ADDRESS:
        return None, said
    line = form.text("home-line", "Enter the new home address, as it is written on an envelope")
    postcode = " ".join(form.text("home-postcode").upper().split())
    doubted(form, "home-postcode", postcode)
    child = form.one_of("home-child", CHILD, "Say whether a child lives there")
    force = form.text("home-force")
    since = told.happened_on or told.stated_for
    if not line or since is None:
        return None, said
    written = ", ".join(part for part in (line, postcode) if part)
    said = tuple(
        replace(one, answer=ItemAnswer.GIVEN, said=one.said or written) if one.item == HOME else one
        for one in said
    )
    return Address("", AddressKind.HOME, line, postcode, since, None, force, CHILD.get(child)), said


def doubted(form: Entered, name: str, postcode: str) -> None:
    """Ask about a postcode that is in no directory, once: what the officer says stands is kept as typed."""
    if form.data.get(f"{name}-stands", "") == postcode or (found := doubt(postcode)) is None:
        return
    meant = f" Did you mean {either(list(found.nearest))}?" if found.nearest else ""
    form.wrong(name, f"{found.says}.{meant} Mend it, or say that it stands as typed")


def near(form: Entered, name: str, value: date | None, on: date) -> date | None:
    """A day no clock stumbles over: not before the register began, nor further ahead than anybody plans."""
    if value is not None and not EARLIEST <= value <= on + FURTHEST:
        form.wrong(name, f"Enter a day from {day(EARLIEST)} to {day(on + FURTHEST)}")
        return None
    return value


def said_of(form: Entered, asked: tuple[Item, ...]) -> tuple[NotificationItem, ...]:
    """What was answered of each item and what was said; an item nobody answered was not given."""
    said = []
    for place, item in enumerate(asked):
        answer = form.one_of(f"item-{place}", [each.value for each in ItemAnswer])
        words = "" if item.elsewhere else form.text(f"said-{place}")
        said.append(
            NotificationItem("", item.name, ItemAnswer(answer) if answer else ItemAnswer.NOT_GIVEN, words)
        )
    return tuple(said)


def fields(form: Entered, asked: tuple[Item, ...], known: dict[str, tuple[str, str]]) -> list[dict[str, Any]]:
    """Each item with its three answers, what was typed, and where nothing was yet, what was said before."""
    found = []
    for place, item in enumerate(asked):
        answer, said = known.get(item.name, ("", ""))
        found.append(
            {
                "item": item,
                "name": f"item-{place}",
                "value": form.data.get(f"item-{place}", answer),
                "said_name": "" if item.elsewhere or item.answers[0] == "taken" else f"said-{place}",
                "said": form.data.get(f"said-{place}", said),
                "answers": [
                    {"value": each.value, "text": text[0].upper() + text[1:]}
                    for each, text in zip(ItemAnswer, item.answers, strict=True)
                    if not (item.always and each is ItemAnswer.NOT_APPLICABLE)
                ],
            }
        )
    return found


def before(person: str, ref: str, asked: tuple[Item, ...], asking: Asking) -> dict[str, tuple[str, str]]:
    """What an earlier, incomplete notification gave already. Numbers are asked again, never shown."""
    secret = {item.name for item in asked if item.secret}
    kept: Any = models.NotificationItem.objects
    rows = kept.filter(person_ref=person, notification_ref=ref)
    given = [one for one in rows.as_known(asking.at).facts() if one.answer is not ItemAnswer.NOT_GIVEN]
    return {one.item: (one.answer.value, "" if one.item in secret else one.said) for one in given}


addresses = [
    path("people/<str:person>/notify/", notify, name="notify"),
    path("people/<str:person>/notify/<str:sort>/", notify_items, name="notify-items"),
]
