"""My visits today, recording one at the door, and what it counts for."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from watchkeeper.access.actions import look
from watchkeeper.access.rules import may_see
from watchkeeper.access.stored import known_of
from watchkeeper.briefing.explaining import explained
from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.visits.actions.recording import look_at_doors, marker_of, record_attempt
from watchkeeper.visits.facts import Arrival, Arrived, Complied, Duty, Outcome
from watchkeeper.visits.rules.crewing import crew_due, may_crew
from watchkeeper.visits.rules.outcomes import counts_towards_warrant, recent, valid_attempt
from watchkeeper.visits.stored import conflicts_of, crew_known, found, undecided, version_of
from watchkeeper.web import visit_form as form
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.doorstep import Door, Doors, door, newest, own_people, todays
from watchkeeper.web.looking import PURPOSES, SAID, person_page
from watchkeeper.web.plan_round import OwnRound, own_round
from watchkeeper.web.saying_why import say_why
from watchkeeper.web.visit_changes import changes, ways_to_mend, withdrawn
from watchkeeper.web.visit_parts import asked_of, due_words, in_words, officers_near
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

VISITING = PURPOSES["visit"]
CAME = {
    Arrival.RECORDED: "Visit recorded",
    Arrival.AGAIN: "This visit had been recorded before: it is kept once",
    Arrival.PERHAPS: "This visit may have been recorded already. Both records are kept: say which",
    Arrival.CONFLICT: "Another record of this visit is kept beside the first: say which stands",
}


@page(Power.RECORD_VISIT)
def mine(request: HttpRequest) -> HttpResponse:
    """My visits today: who, safety first, why, and what waits for me to put right."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    doors, own = todays(asking), own_round(asking, newest(asking))
    shown = at_any_door(doors, own)
    if shown:
        seen(asking, list(shown))
    conflicts = conflicts_of(own_people(asking), known_at=asking.at)
    return render(request, "visits/mine.html", {**listed(doors, own, asking), "conflicts": conflicts})


def at_any_door(doors: Doors, own: OwnRound | None) -> dict[str, Door]:
    """Everybody on the page once, by ref: of the round, of the reserve, due and recorded."""
    return {each.ref: each for each in (*(own.doors if own else ()), *doors.due, *doors.recorded)}


def listed(doors: Doors, own: OwnRound | None, asking: Asking) -> dict[str, Any]:
    """What the list of today's visits is written from, on the page and on the phone."""
    oldest = min((line.by for each in doors.due for line in each.lines if line.by), default=None)
    return {"doors": doors, "round": own, "oldest": oldest, "on": asking.on, "due_words": due_words}


def seen(asking: Asking, refs: list[str]) -> None:
    """The look at everybody listed, on the trail."""
    look_at_doors(refs, by=asking.officer, on=asking.on, law=asking.law, purpose=VISITING, at=asking.at)


@page(Power.RECORD_VISIT)
def new(request: HttpRequest, person: str) -> HttpResponse:
    """The form of a visit. To record a visit is its own purpose, so nobody is asked for another."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    kept = request.headers.get("Accept", "") == "application/json"
    if request.method == "POST":
        return _record(request, asking, person, kept=kept)
    look(person, by=asking.officer, on=asking.on, law=asking.law, purpose=VISITING, at=asking.at)
    there = door(person, asking, None)
    typed = form.blank(
        asking.at,
        key=str(uuid4()),
        place=there.home.ref if there.home else "",
        officer=asking.officer.ref,
    )
    return _form(request, asking, person, typed, [])


def _record(request: HttpRequest, asking: Asking, person: str, *, kept: bool) -> HttpResponse:
    typed = form.as_typed(request.POST)
    doorstep, problems = form.read(
        typed, form.crew(typed), asked_of(person, known_at=asking.at), now=asking.at
    )
    if doorstep is not None and not (new := recent(doorstep.visit.day, asking.law, on=asking.on)).met:
        doorstep, problems = None, [("day", f"Check the day: {new.says}")]
    if doorstep is None:
        return _problems(request, asking, person, typed, problems, kept=kept)
    try:
        arrived = record_attempt(
            doorstep,
            person_ref=person,
            by=asking.officer,
            on=asking.on,
            law=asking.law,
            purpose=VISITING,
            at=asking.at,
        )
    except Refused as no:
        says = [("crew-other", reason.says) for reason in no.decision.unmet]
        if not _sees(asking, person):
            if kept:
                return JsonResponse({"problems": [reason for _, reason in says]}, status=403)
            raise
        return _problems(request, asking, person, typed, says, kept=kept)
    say_why(request, person, "visit", kept=SAID)
    where = _where(arrived, person)
    if kept:
        return JsonResponse({"arrival": arrived.arrival, "href": where})
    messages.add_message(request, messages.SUCCESS, CAME[arrived.arrival])
    return redirect(where)


def _sees(asking: Asking, person: str) -> bool:
    known = known_of(person, on=asking.on, known_at=asking.at)
    return (
        asking.may(Power.RECORD_VISIT).allowed
        and may_see(asking.officer, known, asking.law, on=asking.on).allowed
        and bool(known.unit or known.manager)
    )


def _where(arrived: Arrived, person: str) -> str:
    asks = arrived.arrival in (Arrival.CONFLICT, Arrival.PERHAPS)
    name = "visit-conflict" if asks else "visit"
    return reverse(name, args=[person, arrived.visit])


def _problems(
    request: HttpRequest,
    asking: Asking,
    person: str,
    typed: dict[str, str],
    problems: list[tuple[str, str]],
    *,
    kept: bool,
) -> HttpResponse:
    if kept:
        return JsonResponse({"problems": [says for _, says in problems]}, status=422)
    look(person, by=asking.officer, on=asking.on, law=asking.law, purpose=VISITING, at=asking.at)
    return _form(request, asking, person, typed, problems, status=422)


def _form(
    request: HttpRequest,
    asking: Asking,
    person: str,
    typed: dict[str, str],
    problems: list[tuple[str, str]],
    *,
    status: int = 200,
) -> HttpResponse:
    shown = {
        "door": door(person, asking, newest(asking)),
        "typed": typed,
        "problems": problems,
        "wrong": dict(reversed(problems)),
        "officers": officers_near(asking),
        "form": form,
        "on": asking.on,
        "due_words": due_words,
    }
    return render(request, "visits/new.html", shown, status=status)


@person_page()
def one(request: HttpRequest, *, person: str, visit: str) -> HttpResponse:
    """What a visit counts for, both clocks, and the next step proposed."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    row = version_of(visit, person, known_at=asking.at)
    if row is None:
        raise Http404
    if row.withdrawn:
        return withdrawn(request, asking, row)
    fact = row.fact()
    case = case_as_known(person, asking.law, on=asking.on, known_at=asking.at)
    if case is None:
        raise Http404
    why = explained(case, asking.law, asking.calendar, on=asking.on)
    then = found(visit, known_at=asking.at)
    shown = {
        "person": person,
        "visit": fact,
        "row": row,
        "words": form.OUTCOMES.get(fact.outcome, "not recorded") if fact.outcome else "not recorded",
        "valid": valid_attempt(fact, asking.law, on=asking.on),
        "counts": counts_towards_warrant(fact),
        "short": crew_due(
            fact, asking.law, on=asking.on, safety_marker=marker_of(person, known_at=asking.at)
        ),
        "crew": may_crew(
            crew_known(fact.crew, known_at=asking.at),
            why.level,
            asking.law,
            on=asking.on,
            safety_marker=marker_of(person, known_at=asking.at),
        ),
        "found": then,
        "children": any(each.age == "child" for each in then.present),
        "broken": [each for each in then.conditions if each.complied is Complied.NO],
        "undecided": undecided(visit, known_at=asking.at),
        "contact": case.contact,
        "dues": [each for each in why.dues if each.duty in (Duty.VISIT, Duty.FIRST_VISIT)],
        "step": why.step[:1].upper() + why.step[1:],
        "failed": fact.outcome is not None and fact.outcome.attempted and not fact.outcome.successful,
        "called_off": fact.outcome is Outcome.CALLED_OFF,
        "changes": changes(visit, person, asking),
        "named": in_words(person, known_at=asking.at),
        "mend": ways_to_mend(asking, row),
    }
    return render(request, "visits/one.html", shown)


addresses = [
    path("visits/", mine, name="visits"),
    path("visits/<str:person>/new/", new, name="visit-new"),
    path("visits/<str:person>/<str:visit>/", one, name="visit"),
]
