"""Hand-over of a caseload with no gap: who holds what, offers made, offers answered, and who has nobody."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.law.decision import Decision
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.handing import (
    OfferLine,
    holders,
    load_with,
    loads_with,
    managed_by_now,
    managers,
    need,
    need_as_manager,
    people_of,
    unmanaged,
    waiting,
    with_all,
    without,
)
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.unit_people import unit_of
from watchkeeper.workforce.actions.officers import (
    allocate_manager,
    answer_offer,
    offer_person,
    officer_as_known,
)
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import HandoverReason, Offer, Officer, Power
from watchkeeper.workforce.rules.authority import SUPERVISING

PURPOSE = "hand-over of a caseload"


@page(Power.OFFER_PEOPLE)
def handover(request: HttpRequest) -> HttpResponse:
    """Who holds what, which offers wait, and who has no manager."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    supervises = asking.officer.role in SUPERVISING
    found = waiting(asking)
    whose = None if supervises else [asking.officer.ref]
    shown = {
        "holders": holders(asking, unit=unit_of(asking), of=whose),
        "mine": [line for line in found if line.mine],
        "others": [line for line in found if not line.mine],
        "late": [line for line in found if line.late],
        "nobody": unmanaged(asking) if asking.may(Power.ALLOCATE_MANAGER).allowed else None,
        "supervises": supervises,
        "unit": unit_of(asking),
        "on": asking.on,
    }
    return render(request, "workforce/handover.html", shown)


@page(Power.OFFER_PEOPLE)
def offer(request: HttpRequest, officer: str) -> HttpResponse:
    """Offer one, several or all of a manager's people to another manager."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    me, on = asking.officer, asking.on
    giver = officer_as_known(officer, known_at=asking.at)
    if giver is None or (officer != me.ref and (me.role not in SUPERVISING or giver.unit != me.unit)):
        raise Http404
    units = sorted({one.unit for one in managers(asking)})
    unit = request.GET.get("unit", "")
    unit = unit if unit in units else giver.unit
    receivers = [one for one in holders(asking, unit=unit) if one.officer.ref != officer]
    giving = next(iter(holders(asking, unit="", of=[officer])), None)
    people = people_of(officer, asking)
    form = entered(request)
    if request.method == "POST":
        chosen = [ref for ref, *_ in people if ref in form.data.getlist("people")]
        if not chosen:
            form.wrong("people", "Choose who is handed over")
        to = form.one_of(
            "to", [one.officer.ref for one in receivers], "Choose the officer who is to have them"
        )
        reason = form.one_of("reason", [each.value for each in HandoverReason], "Choose why")
        note = form.text("note")
        if reason == HandoverReason.OTHER and not note:
            form.wrong("note", "Say why")
        if not form.problems:
            receiver = next(one.officer for one in receivers if one.officer.ref == to)
            _offered(request, chosen, receiver, HandoverReason(reason), note)
            return see(reverse("handover"))
    shown = {
        "giver": giver,
        "giving": giving,
        "people": people,
        "receivers": receivers,
        "units": units,
        "unit": unit,
        "reasons": list(HandoverReason),
        "form": form,
        "chosen": form.data.getlist("people"),
        "days": asking.law["offer_answer_working_days"].whole(on),
    }
    return render(request, "workforce/offer.html", shown)


def _offered(
    request: HttpRequest, chosen: list[str], receiver: Officer, reason: HandoverReason, note: str
) -> None:
    """Offer each, and say how many were and why any was not."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    request.purpose = PURPOSE  # type: ignore[attr-defined]
    done = 0
    for ref in chosen:
        known = Decision(
            (*need(asking.officer, ref, asking).reasons, *need_as_manager(receiver, ref, asking).reasons)
        )
        try:
            offer_person(ref, receiver, reason=reason, note=note, need=known, **acting(request))
            done += 1
        except Refused as refused:
            says = "; ".join(each.says for each in refused.decision.unmet)
            messages.warning(request, f"{ref} was not offered: {says}.")
    if done:
        messages.success(request, f"Offered to {receiver.ref}: {done}. Until accepted nothing changes.")


@page(Power.ANSWER_OFFER)
def answers(request: HttpRequest) -> HttpResponse:
    """Accept or refuse, person by person, with the load before and after."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    mine = [line for line in waiting(asking) if line.mine]
    form = entered(request)
    if request.method == "POST":
        said = _answered(form, mine)
        if not said and not form.problems:
            form.wrong("answer-0", "Answer at least one offer")
        if not form.problems:
            _answer(request, said)
            return see(reverse("handover"))
    named = {ref for line in mine for ref in (line.offer.giver, line.offer.receiver)}
    staff = {one.officer.ref: one for one in holders(asking, unit="", of=named)}
    receivers = {
        line.offer.receiver: [one for one in mine if one.offer.receiver == line.offer.receiver]
        for line in mine
    }
    shown = {
        "groups": [
            (staff[ref], lines, with_all(staff[ref], lines, asking), without(staff, lines, asking))
            for ref, lines in receivers.items()
            if ref in staff
        ],
        "place": {line.offer.ref: place for place, line in enumerate(mine)},
        "form": form,
        "me": asking.officer.ref,
    }
    return render(request, "workforce/answers.html", shown)


def _answered(form: Entered, mine: list[OfferLine]) -> list[tuple[Offer, bool, str]]:
    said = []
    for place, line in enumerate(mine):
        answer = form.one_of(f"answer-{place}", ("accept", "refuse"))
        reason = form.text(f"reason-{place}", "Say why you refuse" if answer == "refuse" else "")
        if answer:
            said.append((line.offer, answer == "accept", reason))
    return said


def _answer(request: HttpRequest, said: list[tuple[Offer, bool, str]]) -> None:
    """Answer each in turn; each accepted adds to the load the next is weighed with."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    request.purpose = PURPOSE  # type: ignore[attr-defined]
    accepted = refused = 0
    for one, yes, reason in said:
        receiver = officer_as_known(one.receiver, known_at=asking.at)
        assert receiver is not None
        told: dict[str, Any] = {
            "weighted_load": load_with(receiver, [one.person], asking).weighted,
            "need": need_as_manager(receiver, one.person, asking),
            "calendar": asking.calendar,
        }
        try:
            answer_offer(one, receiver, accepted=yes, reason=reason, **told, **acting(request))
            accepted, refused = accepted + yes, refused + (not yes)
        except Refused as answer:
            says = "; ".join(each.says for each in answer.decision.unmet)
            messages.warning(request, f"{one.person} was not taken on: {says}.")
    if accepted or refused:
        messages.success(request, f"Accepted: {accepted}. Refused: {refused}.")


@person_page(Power.ALLOCATE_MANAGER)
def manager(request: HttpRequest, *, person: str) -> HttpResponse:
    """Give the person a named manager at once, with what each would then hold."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    now = managed_by_now(person, asking)
    found = loads_with(holders(asking, unit=unit_of(asking)), person, asking)
    form = entered(request)
    if request.method == "POST":
        to = form.one_of("to", [one.officer.ref for one, _ in found], "Choose the officer")
        if to and to == now:
            form.wrong("to", f"{to} manages the person already")
        if not form.problems:
            one, after = next(pair for pair in found if pair[0].officer.ref == to)
            known = Decision(
                (
                    *need(asking.officer, person, asking).reasons,
                    *need_as_manager(one.officer, person, asking).reasons,
                )
            )
            told: dict[str, Any] = {"weighted_load": after.weighted, "since": asking.on, "need": known}
            try:
                allocate_manager(person, one.officer, **told, **acting(request))
            except Refused as refused:
                for each in refused.decision.unmet:
                    form.wrong("to", f"It cannot be done: {each.says}")
            else:
                messages.success(request, f"{to} manages {person} from today.")
                return see(reverse("manager", args=[person]))
    shown = {"person": person, "found": found, "form": form, "now": now}
    return render(request, "workforce/manager.html", shown)


addresses = [
    path("hand-over/", handover, name="handover"),
    path("hand-over/answers/", answers, name="handover-answers"),
    path("hand-over/from/<str:officer>/", offer, name="handover-offer"),
    path("people/<str:person>/manager/", manager, name="manager"),
]
