"""Who might take which crime: proposed with reasons; taken, changed, disputed or left line by line."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.crimes.actions.holding import allocate, dispute
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.web.allocation import deciders, supervisors
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.crime_looking import allocating
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.form_parts import Item
from watchkeeper.web.unit_people import unit_asked
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

if TYPE_CHECKING:
    from watchkeeper.crimes.proposing import Proposed

MOST = 20
"""Lines on one page: those answered are gone from the next."""
TAKE, CHANGE, ARGUE, LEAVE = "take", "change", "argue", "leave"


@page(Power.PROPOSE_ALLOCATION)
def proposal(request: HttpRequest) -> HttpResponse:
    """The proposal for the crimes of my unit; each line is taken, given to another, disputed or left."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    unit, _ = unit_asked(request, asking)
    form = entered(request)
    if request.method == "POST":
        if not _answered(request, form, asking):
            return again(request, form)
        return see(f"{reverse('allocation-proposal')}?unit={unit}")
    from watchkeeper.crimes.actions.proposing import (
        propose_allocation,  # the search is compiled: a slow start
    )

    made = propose_allocation(unit, allocating("", asking), seed=asking.on.toordinal())
    rows = _rows(made, form, asking) if made is not None else []
    shown = {"made": made, "rows": rows, "form": form, "unit": unit, "most": MOST}
    return render(request, "allocating/proposal.html", shown)


def _rows(made: "Proposed", form: Entered, asking: Asking) -> list[dict[str, Any]]:
    found = []
    cases = {case.crime.ref: case for case in made.composed.cases}
    fitting: dict[tuple[str, str], list[Item]] = {}
    for line in made.lines[:MOST]:
        case = cases[line.crime]
        kind = kind_of(case, asking.law, on=asking.on).kind
        alike = (kind, case.crime.unit)
        if alike not in fitting:
            fitting[alike] = supervisors(kind, case, asking)
        fit = fitting[alike]
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
                "supervisor": form.data.get(f"supervisor-{line.crime}", fit[0][0] if fit else ""),
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
    given = 0
    for number, name in enumerate(key for key in form.data if key.startswith("answer-")):
        crime, answer = name.removeprefix("answer-"), form.data.get(name)
        if answer not in (TAKE, CHANGE, ARGUE):
            continue
        proposed = form.text(f"officer-{crime}")
        officer = form.text(f"other-{crime}").upper() if answer == CHANGE else proposed
        reason, decider = form.text(f"reason-{crime}"), form.text(f"decider-{crime}")
        if not officer:
            form.wrong(f"other-{crime}", f"Enter who is to hold {crime}")
            continue
        if answer == ARGUE and not (reason and decider):
            form.wrong(f"reason-{crime}", f"Say why {crime} is disputed, and choose who decides")
            continue
        # Each is an act of its own, and no two acts of one instant store a version of the same row.
        acting = allocating(crime, asking)
        try:
            allocate(officer, form.text(f"supervisor-{crime}"), acting)
            given += 1
            if answer == ARGUE:
                dispute(reason, decider, acting)
        except Refused as no:
            for unmet in no.decision.unmet:
                form.wrong(f"answer-{crime}", f"{crime} was not given to {officer}: {unmet.says}")
        if number >= MOST:
            break
    if given:
        messages.success(request, f"Given: {given}. What is left is proposed anew below.")
    elif not form.problems:
        messages.warning(request, "Nothing was given: every line was left.")
    return not form.problems


addresses = [path("allocate/proposal/", proposal, name="allocation-proposal")]
