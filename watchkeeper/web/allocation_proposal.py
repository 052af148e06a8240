"""Who might take which crime: proposed with reasons; taken, changed or left by an allocator line by line."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.crimes.actions.holding import allocate
from watchkeeper.crimes.acts import Acting
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.crimes.stored import case_as_known
from watchkeeper.web.allocation import supervisors
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.crime_looking import PURPOSES
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

if TYPE_CHECKING:
    from watchkeeper.crimes.proposing import Proposed

MOST = 50
"""Lines on one page: those answered are gone from the next."""
TAKE, CHANGE, LEAVE = "take", "change", "leave"


@page(Power.PROPOSE_ALLOCATION)
def proposal(request: HttpRequest) -> HttpResponse:
    """The proposal for the crimes of my unit; each line is taken, given to another, or left."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    unit = request.GET.get("unit", "") or asking.officer.unit
    form = entered(request)
    if request.method == "POST":
        if not _answered(request, form, asking):
            return again(request, form)
        return see(f"{reverse('allocation-proposal')}?unit={unit}")
    from watchkeeper.crimes.actions.proposing import (
        propose_allocation,  # the search is compiled: a slow start
    )

    made = propose_allocation(unit, _acting("", asking), seed=asking.on.toordinal())
    rows = _rows(made, form, asking) if made is not None else []
    shown = {"made": made, "rows": rows, "form": form, "unit": unit, "most": MOST}
    return render(request, "allocating/proposal.html", shown)


def _rows(made: "Proposed", form: Entered, asking: Asking) -> list[dict[str, Any]]:
    found = []
    for line in made.lines[:MOST]:
        case = case_as_known(line.crime, known_at=asking.at)
        if case is None:
            continue
        kind = kind_of(case, asking.law, on=asking.on).kind
        fit = supervisors(kind, case, asking)
        found.append(
            {
                "line": line,
                "kind": kind,
                "answers": [
                    {"value": TAKE, "text": f"Give it to {line.officer}"},
                    {"value": CHANGE, "text": "Give it to somebody else"},
                    {"value": LEAVE, "text": "Leave it"},
                ],
                "answer": form.data.get(f"answer-{line.crime}", LEAVE),
                "supervisors": [{"value": ref, "text": text} for ref, text, _ in fit],
                "supervisor": form.data.get(f"supervisor-{line.crime}", fit[0][0] if fit else ""),
            }
        )
    return found


def _answered(request: HttpRequest, form: Entered, asking: Asking) -> bool:
    """Give each crime that was answered for; what is refused is said, and the rest goes on."""
    given = 0
    for number, name in enumerate(key for key in form.data if key.startswith("answer-")):
        crime, answer = name.removeprefix("answer-"), form.data.get(name)
        if answer not in (TAKE, CHANGE):
            continue
        proposed = form.text(f"officer-{crime}")
        officer = proposed if answer == TAKE else form.text(f"other-{crime}").upper()
        if not officer:
            form.wrong(f"other-{crime}", f"Enter who is to hold {crime}")
            continue
        # Each is an act of its own, and no two acts of one instant touch the same crime.
        acting = _acting(crime, asking)
        try:
            allocate(officer, form.text(f"supervisor-{crime}"), acting)
            given += 1
        except Refused as no:
            for reason in no.decision.unmet:
                form.wrong(f"answer-{crime}", f"{crime} was not given to {officer}: {reason.says}")
        if number >= MOST:
            break
    if given:
        messages.success(request, f"Given: {given}. What is left is proposed anew below.")
    elif not form.problems:
        messages.warning(request, "Nothing was given: every line was left.")
    return not form.problems


def _acting(crime: str, asking: Asking) -> Acting:
    return Acting(crime, asking.officer, asking.on, asking.law, PURPOSES["allocate"], asking.at)


addresses = [path("allocate/proposal/", proposal, name="allocation-proposal")]
