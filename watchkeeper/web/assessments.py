"""Assessments of a person: those made, one begun, answered, concluded, signed off, rated a second time."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.briefing.prefilling import on_record
from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.instruments.using import usable
from watchkeeper.law.wording import instrument
from watchkeeper.risk.actions.assessing import begin, conclude, end, prefilled
from watchkeeper.risk.actions.signing import action_done, add_action, sign_off
from watchkeeper.risk.gathering import Whole, assessments_of, called
from watchkeeper.risk.packed import packs
from watchkeeper.risk.rules.assessing import may_begin
from watchkeeper.risk.rules.assessments import assessment_due
from watchkeeper.risk.rules.pointing import points_to
from watchkeeper.risk.rules.sampling import may_rate_second
from watchkeeper.web import assessment_form as forms
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking
from watchkeeper.web.assessment_acts import done, found, may_see
from watchkeeper.web.assessment_shown import of_answers, suggested
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.looking import doing, person_page
from watchkeeper.web.refused_at import refusal
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.stored import manager_of, officer_as_known


@person_page()
def every(request: HttpRequest, *, person: str) -> HttpResponse:
    """The assessments of a person, newest first; what each came to is shown to whoever may see it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    made = assessments_of(person, known_at=asking.at)
    case = case_as_known(person, asking.law, on=asking.on, known_at=asking.at)
    due = None
    if case is not None:
        due = assessment_due(case.outlook, case.subject.away, asking.law, asking.calendar, on=asking.on)
    shown = {
        "person": person,
        "found": [(one, may_see(one, asking)) for one in made],
        "due": due,
        "on": asking.on,
    }
    return render(request, "risk/assessments.html", shown)


@person_page(Power.ASSESS_RISK)
def new(request: HttpRequest, *, person: str) -> HttpResponse:
    """Choose an instrument: those the officer may begin, and why not the others."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    case = case_as_known(person, asking.law, on=asking.on, known_at=asking.at)
    if case is None:
        raise Http404
    record = on_record(case.subject, asking.law, on=asking.on)
    known = assessments_of(person, known_at=asking.at)
    form = entered(request)
    if request.method == "POST":
        chosen = form.one_of("pack", packs().packs, "Choose an instrument")
        why = form.text("why", "Say why it is begun")
        name = packs()[chosen].name if chosen else ""
        before = next((each for each in known if each.name == name and _newest(each)), None)
        return done(
            request,
            form,
            lambda: begin(
                chosen, record, why, doing(request, person), supersedes=before.begun.ref if before else ""
            ),
            "pack",
            "The assessment is begun. What the record says stands in it; look at each answer.",
            lambda row: reverse("assessment-answer", args=[person, row.ref]),
        )
    now = [one.begun for one in known if one.is_open]
    offered, others = [], []
    shelf = sorted(packs().packs.items())
    alike = Counter((called(pack), pack.version) for _, pack in shelf)
    for stem, pack in shelf:
        if pack.screens:
            continue
        given = {each.item: each.value for each in prefilled(pack, record) if each.value}
        may = may_begin(pack, given, asking.officer, now, asking.law, on=asking.on)
        if may.allowed:
            unfit = "; ".join(reason.says for reason in usable(pack, on=asking.on).unmet)
            about = pack.says.partition(": ")[2] or pack.says
            hint = f"{sentence(about)} Stands behind no decision: {unfit}." if unfit else sentence(about)
            which = instrument(pack.name) if alike[called(pack), pack.version] > 1 else "version"
            offered.append((stem, f"{called(pack)}, {which} {pack.version}", hint))
        else:
            instead = packs().get(pack.instead) if pack.instead else None
            others.append((pack, refusal("Not offered", may.unmet), instead))
    shown = {
        "person": person,
        "form": form,
        "choice": parts.radios("pack", "With which instrument?", offered),
        "offered": offered,
        "others": others,
    }
    return render(request, "risk/assessment_new.html", shown)


@person_page()
def one(request: HttpRequest, *, person: str, ref: str) -> HttpResponse:
    """One assessment: what it came to, what it rests on, and what is next."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    whole = found(person, ref, asking)
    form = entered(request)
    if request.method == "POST":
        return _acted(request, form, whole)
    first = whole.first
    sees = may_see(whole, asking)
    assessor = officer_as_known(first.by, known_at=asking.at) if first is not None else None
    came = None
    if sees and first is not None and whole.pack is not None:
        on = first.on if first.concluded and first.on is not None else asking.on
        came = of_answers(whole.pack, first.given, assessor, asking.law, on=on)
    mine = first is not None and first.by == asking.officer.ref
    rated = whole.rated
    spell = manager_of(person, on=asking.on, known_at=asking.at)
    manager = spell.officer if spell is not None else ""
    again_by = may_rate_second(
        asking.officer, whole.begun, rated, whole.rated_again, manager, drawn=whole.drawn
    )
    shown = {
        "person": person,
        "whole": whole,
        "form": form,
        "sees": sees,
        "came": came,
        "mine": mine,
        "rated": rated,
        "bands": forms.bands(whole.pack, suggested(came)) if whole.pack and whole.pack.bands else None,
        "points_to": points_to(rated, asking.law, on=asking.on) if rated and sees else None,
        "may_sign": asking.may(Power.SIGN_OFF_ASSESSMENT).allowed and not mine,
        "may_assess": asking.may(Power.ASSESS_RISK).allowed,
        "may_rate": again_by.allowed and asking.may(Power.RATE_SECOND).allowed,
        "may_level": asking.may(Power.SET_LEVEL).allowed,
        "side_by_side": _side_by_side(whole) if whole.both else [],
        "unfit": usable(whole.pack, on=asking.on).unmet if whole.pack else (),
        "on": asking.on,
        "owner": spell.officer if spell is not None else asking.officer.ref,
    }
    return render(request, "risk/assessment.html", shown)


def _acted(request: HttpRequest, form: Entered, whole: Whole) -> HttpResponse:
    person, ref = whole.person, whole.begun.ref
    do = form.data.get("do", "")
    who = doing(request, person)
    reason, field = form.text("reason"), "reason"
    act: Callable[[], Any]
    match do:
        case "end":
            act, says = lambda: end(ref, reason, who), "The assessment is ended, with your reason."
        case "sign":
            act, says = lambda: sign_off(ref, reason, who), "The assessment is signed off."
        case "action":
            by = form.day("by", "Enter the last day for it")
            owner, asks = (
                form.reference("owner", "Enter whose it is"),
                form.text("says", "Enter what is to be done"),
            )
            if by is None:
                return again(request, form)
            field = "says"
            act, says = lambda: add_action(ref, asks, owner, by, who), "The action is recorded."
        case "done":
            action = form.text("action")
            act, says = lambda: action_done(action, who), "The action is done."
        case _:
            bands = [each.name for each in whole.pack.bands] if whole.pack else []
            band = form.one_of("band", bands, "Choose the band") if bands else ""
            act = lambda: conclude(ref, {}, band, reason, who)  # noqa: E731
            says = "The assessment is concluded. A supervisor signs it off; the level is yours to set."
    return done(request, form, act, field, says, lambda _: reverse("assessment", args=[person, ref]))


def _side_by_side(whole: Whole) -> list[tuple[str, str, str, bool]]:
    """Each item either answered, with both answers and whether they differ; those that differ come first."""
    assert whole.pack is not None
    assert whole.first is not None
    assert whole.second is not None
    one, two = ({each.item: each.value for each in row.given} for row in (whole.first, whole.second))
    rows = [
        (
            item.says,
            forms.shown(item, one.get(item.ref, "")),
            forms.shown(item, two.get(item.ref, "")),
            one.get(item.ref, "") != two.get(item.ref, ""),
        )
        for item in whole.pack.items
        if one.get(item.ref) or two.get(item.ref)
    ]
    return sorted(rows, key=lambda row: not row[3])


def _newest(one: Whole) -> bool:
    return one.rated is not None and not one.superseded_by


_ONE = "people/<str:person>/assessments/<str:ref>/"
addresses = [
    path("people/<str:person>/assessments/", every, name="assessments"),
    path("people/<str:person>/assessments/new/", new, name="assessment-new"),
    path(_ONE, one, name="assessment"),
]
