"""Who might take which crime: proposed with reasons; taken, changed, disputed or left line by line."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.crimes.actions.holding import dispute
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.law.wording import spoken_ref
from watchkeeper.web.allocation_giving import Supervisors, deciders, given
from watchkeeper.web.allocation_kept import Worked, last_worked
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.components import sentence
from watchkeeper.web.crime_looking import allocating
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.refused_at import refusal
from watchkeeper.web.unit_people import unit_asked
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

MOST = 20
"""Lines on one page: those answered are gone from the next."""
TAKE, CHANGE, ARGUE, LEAVE = "take", "change", "argue", "leave"


@page(Power.PROPOSE_ALLOCATION)
def proposal(request: HttpRequest) -> HttpResponse:
    """The proposal for the crimes of my unit; each line is taken, given to another, disputed or left."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    unit, units = unit_asked(request, asking)
    form = entered(request)
    if request.method == "POST":
        if not _answered(request, form, asking):
            return again(request, form)
        return see(f"{reverse('allocation-proposal')}?unit={unit}")
    worked = last_worked(unit, asking)
    rows = _rows(worked, form, asking)
    shown = {"worked": worked, "made": worked.made, "rows": rows, "form": form, "unit": unit, "units": units}
    return render(request, "allocating/proposal.html", shown)


def _rows(worked: Worked, form: Entered, asking: Asking) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if worked.made is None:
        return found
    cases = {case.crime.ref: case for case in worked.made.composed.cases}
    over = Supervisors(asking)
    for line in worked.left[:MOST]:
        case = cases[line.crime]
        kind = kind_of(case, asking.law, on=asking.on).kind
        fit = [item for item in over.of(case) if item[0] != line.officer]
        chosen = form.data.get(f"supervisor-{line.crime}", fit[0][0] if fit else "")
        over.put(str(chosen))
        found.append(
            {
                "line": line,
                "kind": kind,
                "answers": [
                    {"value": TAKE, "text": f"Give it to {line.officer}"},
                    {"value": CHANGE, "text": "Give it to somebody else"},
                    {"value": ARGUE, "text": f"Give it to {line.officer} for now, and dispute it"},
                    {"value": LEAVE, "text": "Leave it"},
                ],
                "answer": form.data.get(f"answer-{line.crime}", LEAVE),
                "supervisors": [{"value": ref, "text": text} for ref, text, _ in fit],
                "supervisor": chosen,
                "deciders": [
                    {"value": "", "text": "Choose who decides"},
                    *({"value": ref, "text": text} for ref, text, _ in deciders(case, asking)),
                ],
                "decider": form.data.get(f"decider-{line.crime}", ""),
            }
        )
    return found


def _answered(request: HttpRequest, form: Entered, asking: Asking) -> bool:
    """Give each crime that was answered for; what is refused is said, and the rest goes on."""
    many, moved = 0, 0
    for name in [key for key in form.data if key.startswith("answer-")][:MOST]:
        crime, answer = name.removeprefix("answer-"), form.data.get(name)
        if answer in (TAKE, CHANGE, ARGUE):
            done = _line_answered(form, crime, str(answer), asking)
            many += done
            moved += done and answer == CHANGE
    if many:
        rest = (
            "What went to another than proposed changes the rest: it is proposed anew below." if moved else ""
        )
        messages.success(request, f"Given: {many}. {rest or 'What is left stands below as it was proposed.'}")
    elif not form.problems:
        messages.warning(request, "Nothing was given: every line was left.")
    return not form.problems


def _line_answered(form: Entered, crime: str, answer: str, asking: Asking) -> bool:
    """Whether the crime was given; everything that is wrong with the line is said, each beside its field."""
    before = len(form.problems)
    at = f"other-{crime}" if answer == CHANGE else f"answer-{crime}"
    if answer == CHANGE:
        officer = form.reference(at, f"Enter who is to hold {spoken_ref(crime)}").upper()
    else:
        officer = form.reference(f"officer-{crime}")
        if not officer:
            form.wrong(at, f"Choose who is to hold {spoken_ref(crime)}")
    under = f"supervisor-{crime}"
    supervisor = form.reference(under, f"Choose who supervises {spoken_ref(crime)}")
    reason = decider = ""
    if answer == ARGUE:
        reason = form.text(f"reason-{crime}", f"Say why {spoken_ref(crime)} is disputed")
        decider = form.reference(f"decider-{crime}", f"Choose who decides about {spoken_ref(crime)}")
    # Each is an act of its own, and no two acts of one instant store a version of the same row.
    acting, wrong = allocating(crime, asking), len(form.problems) > before
    if not given(form, officer, supervisor, acting, at=at, under=under, wrong=wrong, of_nobody=True):
        return False
    if answer == ARGUE:
        try:
            dispute(reason, decider, acting)
        except Refused as no:
            says = f"{sentence(spoken_ref(crime))} was given to {officer}, but is not disputed"
            form.wrong(f"decider-{crime}", refusal(says, no.decision.unmet))
    return True


addresses = [path("allocate/proposal/", proposal, name="allocation-proposal")]
