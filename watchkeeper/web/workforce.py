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
    answered,
    holders,
    load_with,
    loads_with,
    managed_by_now,
    managers,
    need,
    need_as_manager,
    people_of,
    roomiest,
    unmanaged,
    waiting,
    with_all,
    without,
)
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.paging import paged
from watchkeeper.web.unit_people import unit_asked, unit_of
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
    """Who holds what, which offers wait, who has no manager: by page, and searched by reference."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    supervises = asking.officer.role in SUPERVISING
    found = waiting(asking)
    whose = None if supervises else [asking.officer.ref]
    unit, units = unit_asked(request, asking)
    nobody = unmanaged(asking) if asking.may(Power.ALLOCATE_MANAGER).allowed else None
    near = holders(asking, unit=unit if supervises else unit_of(asking), of=whose)
    sought = request.GET.get("ref", "").strip().upper()
    others = [line for line in found if not line.mine and _names(line.offer, sought)]
    people = [one for one in nobody or () if sought in one[0].upper()]
    staff = [one for one in near if sought in one.officer.ref.upper()]
    done = [each for each in answered(asking) if _names(each[0], sought)]
    shown = {
        "holders": paged(staff, request.GET, place="holders"),
        "unanswered": len(found),
        "mine": [line for line in found if line.mine and _names(line.offer, sought)],
        "others": paged(others, request.GET, name="offers", place="offers"),
        "late": [line for line in found if line.late],
        "done": paged(done, request.GET, name="answered", place="answered"),
        "nobody": None if nobody is None else paged(people, request.GET, name="nobody", place="nobody"),
        "gravest": nobody[0][1] if nobody else "",
        "alone": len(nobody or ()),
        "sought": sought,
        "supervises": supervises,
        "unit": unit_of(asking),
        "one_unit": unit,
        "units": units if supervises else [],
        "on": asking.on,
    }
    return render(request, "workforce/handover.html", shown)


def _names(offer: Offer, sought: str) -> bool:
    """Whether an offer is of somebody, or between officers, whose reference has these letters in it."""
    return any(sought in ref.upper() for ref in (offer.person, offer.giver, offer.receiver))


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
    receivers = sorted(
        (one for one in holders(asking, unit=unit) if one.officer.ref != officer), key=roomiest
    )
    giving = next(iter(holders(asking, unit="", of=[officer])), None)
    people = people_of(officer, asking)
    sought, level = request.GET.get("ref", "").strip(), request.GET.get("level", "")
    found = [each for each in people if sought.upper() in each[0].upper() and level in ("", each[1])]
    shown = paged(found, request.GET, place="people-shown")
    form = entered(request)
    if request.method == "POST":
        ticked = form.data.getlist("people")
        those = [ref for ref, _, offered in found if not offered]
        chosen = those if "everyone" in ticked else [ref for ref, *_ in shown.rows if ref in ticked]
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
    context = {
        "giver": giver,
        "giving": giving,
        "people": shown,
        "all": len(people),
        "open": sum(not offered for *_, offered in found),
        "levels": sorted({level for _, level, _ in people}),
        "sought": sought,
        "level": level,
        "receivers": receivers,
        "units": units,
        "unit": unit,
        "reasons": list(HandoverReason),
        "form": form,
        "chosen": form.data.getlist("people"),
        "days": asking.law["offer_answer_working_days"].whole(on),
    }
    return render(request, "workforce/offer.html", context)


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
            messages.warning(request, f"{ref} was not offered to {receiver.ref}: {says}.")
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
        if gone := _no_longer(form, mine):
            messages.warning(
                request, f"Nothing is recorded for {gone}: somebody has answered since you looked."
            )
        if not said and not form.problems and not gone:
            form.wrong(f"answer-{mine[0].offer.ref}" if mine else "main", "Answer at least one offer")
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
        "form": form,
        "me": asking.officer.ref,
    }
    return render(request, "workforce/answers.html", shown)


def _answered(form: Entered, mine: list[OfferLine]) -> list[tuple[Offer, bool, str]]:
    """What was answered, by the offer each answer was given to: offers come and go while a page is open."""
    said = []
    for line in mine:
        answer = form.one_of(f"answer-{line.offer.ref}", ("accept", "refuse"))
        reason = form.text(f"reason-{line.offer.ref}", "Say why you refuse" if answer == "refuse" else "")
        if answer:
            said.append((line.offer, answer == "accept", reason))
    return said


def _no_longer(form: Entered, mine: list[OfferLine]) -> str:
    """How many offers were answered in the form that wait no more, in words; nothing when all still do."""
    waits = {f"answer-{line.offer.ref}" for line in mine}
    gone = sum(name.startswith("answer-") and name not in waits for name in form.data)
    return f"{gone} {'offer' if gone == 1 else 'offers'}" if gone else ""


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
            messages.warning(request, f"{one.person} was not taken on by {receiver.ref}: {says}.")
    if accepted or refused:
        messages.success(request, f"Accepted: {accepted}. Refused: {refused}.")


@person_page(Power.ALLOCATE_MANAGER)
def manager(request: HttpRequest, *, person: str) -> HttpResponse:
    """Give the person a named manager at once, with what each would then hold."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    now = managed_by_now(person, asking)
    found = loads_with(sorted(holders(asking, unit=unit_of(asking)), key=roomiest), person, asking)
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
                    form.wrong("to", f"{to} cannot be named: {each.says}")
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
