"""One failure to notify: the excuse given for it and the answer, and the prosecution and how it ended."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from watchkeeper.escalation.actions.excusing import (
    answer_excuse,
    begin_prosecution,
    end_prosecution,
    give_excuse,
)
from watchkeeper.escalation.facts import Failure, Ground
from watchkeeper.escalation.failing import OFFENCES, Excuse, Prosecution, ProsecutionKind, ProsecutionOutcome
from watchkeeper.escalation.rules.arising import NOT_RECORDED
from watchkeeper.escalation.rules.excuses import matches
from watchkeeper.escalation.rules.signatures import may_decide
from watchkeeper.escalation.stored import manages
from watchkeeper.web.asking import Asking
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.escalation import S91, Ladder, key_of, ladder_of, who_could
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.refused_at import not_recorded
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.rules.authority import may

DAY = timedelta(days=1)


@person_page()
def failure(request: HttpRequest, *, person: str, failure: str) -> HttpResponse:
    """What is recorded of one failure, and what may be recorded next."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = ladder_of(person, asking)
    one = next((each for each in found.failed if key_of(each) == failure), None)
    if one is None:
        raise Http404
    excuses = [each for each in found.case.excuses if matches(one, each)]
    prosecutions = [each for each in found.case.prosecutions if matches(one, each)]
    unanswered = next((each for each in excuses if each.accepted is None), None)
    open_still = next(
        (each for each in prosecutions if each.outcome is None and each.kind is not ProsecutionKind.CAUTION),
        None,
    )
    form = entered(request)
    if request.method == "POST":
        try:
            says = _recorded(form, request, person, found, one, unanswered, open_still)
        except Refused as no:
            if not any(asking.may(power).allowed for power in DEALING):
                raise
            form.wrong(f"record-{form.data.get('act', '')}", not_recorded(no))
            says = ""
        if says and not form.problems:
            messages.success(request, says)
            return redirect("failure", person=person, failure=failure)
        return again(request, form)
    owed = found.asked(Ground.FAILURE_TO_NOTIFY)

    def answers(officer: Officer) -> bool:
        own = manages(officer.ref, person, on=asking.on, at=asking.at)
        if owed is not None:
            return may_decide(officer, owed, asking.law, on=asking.on, about_own=own).allowed
        return may(officer, Power.DECIDE_ENFORCEMENT, asking.law, on=asking.on, about_own=own).allowed

    level = found.case.outlook.level.level if found.case.outlook.level else NOT_RECORDED
    last = asking.on + asking.law["decision_longest"].of(level, asking.on) * DAY
    shown: dict[str, Any] = {
        "person": person,
        "failure": one,
        "breached": OFFENCES.get(one.duty, S91),
        "excuses": sorted(excuses, key=lambda each: (each.given_on, each.ref), reverse=True),
        "prosecutions": sorted(prosecutions, key=lambda each: (each.begun_on, each.ref), reverse=True),
        "unanswered": unanswered,
        "open_still": open_still,
        "may_answer": answers(asking.officer),
        "could": () if answers(asking.officer) or unanswered is None else who_could(found, asking, answers),
        "goes_on": one.answered_on is None,
        "last": last,
        "kinds": list(ProsecutionKind),
        "outcomes": list(ProsecutionOutcome),
        "form": form,
        "today": asking.on,
    }
    return render(request, "escalation/failure.html", shown)


DEALING = (Power.PREPARE_DECISION, Power.DECIDE_ENFORCEMENT, Power.RECORD_OUTCOME)


def _recorded(
    form: Entered,
    request: HttpRequest,
    person: str,
    found: Ladder,
    one: Failure,
    unanswered: Excuse | None,
    open_still: Prosecution | None,
) -> str:
    """Record what the form says, and say what was recorded; empty where something is wrong with it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    act = form.one_of("act", ("excuse", "answer", "prosecution", "ended"))
    how = {"person_ref": person, **acting(request)}
    named = (one.duty, one.ref, one.failed_on)
    if act == "excuse":
        given = _day(form, "given", "Enter the day it was given", asking)
        says = form.text("says", "Say what was said")
        if given is not None and not form.problems:
            give_excuse(Excuse("", *named, given, says), failures=found.failures, **how)
            return "The excuse is recorded. It excuses nothing until an officer of rank accepts it."
    if act == "answer" and unanswered is not None:
        accepted = form.one_of("accepted", ("yes", "no"), "Say whether it is a reasonable excuse")
        reason, review = form.text("reason", "Say why"), form.day("review")
        if not form.problems:
            level = found.case.outlook.level
            answer_excuse(
                unanswered.ref,
                accepted=accepted == "yes",
                reason=reason,
                review_on=review if accepted == "yes" else None,
                failures=found.failures,
                owed=found.asked(Ground.FAILURE_TO_NOTIFY),
                level=level.level if level else None,
                **how,
            )
            return "The answer to the excuse is recorded."
    if act == "prosecution":
        kind = form.one_of("kind", tuple(ProsecutionKind), "Say how it was begun")
        begun, court = _day(form, "begun", "Enter the day it was begun", asking), form.text("court")
        if begun is not None and not form.problems:
            new = Prosecution("", *named, ProsecutionKind(kind), begun, court)
            begin_prosecution(new, failures=found.failures, **how)
            return "It is recorded. Nobody is asked about this failure while it stands."
    if act == "ended" and open_still is not None:
        outcome = form.one_of("outcome", tuple(ProsecutionOutcome), "Say how it ended")
        ended, says = _day(form, "ended", "Enter the day it ended", asking), form.text("ordered")
        if ended is not None and not form.problems:
            how_it_ended = ProsecutionOutcome(outcome)
            end_prosecution(open_still.ref, outcome=how_it_ended, ended_on=ended, says=says, **how)
            return "How it ended is recorded."
    if not form.problems:
        form.wrong("act", "Nothing of that kind can be recorded any more: look at the page again")
    return ""


def _day(form: Entered, name: str, needed: str, asking: Asking) -> date | None:
    """A day that has come."""
    found = form.day(name, needed)
    if found is not None and found > asking.on:
        form.wrong(name, "It cannot be to come")
        return None
    return found


addresses = [path("people/<str:person>/failures/<str:failure>/", failure, name="failure")]
