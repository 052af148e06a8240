"""Signing a grade: what is proposed with the evidence for and against, and a person's own word on it."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from watchkeeper import today
from watchkeeper.inspection.grades.facts import Grade, Judged, Proposal, Signed
from watchkeeper.inspection.reporting.read_back import proposal_of
from watchkeeper.inspection.signing_actions import sign, signed, signs_for
from watchkeeper.jobs.outcomes import newest_done
from watchkeeper.jobs.reports import REPORTING, folder_of
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import entered
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power


@dataclass(frozen=True, slots=True)
class Offered:
    """One theme of a report as its page lists it."""

    key: str
    theme: str
    grade: str
    signed: str


@page(Power.SIGN_GRADE)
def grade(request: HttpRequest, theme: str) -> HttpResponse:
    """The grade proposed for a theme in one's newest report, and signing it or another."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    last = newest_done(f"{REPORTING}{asking.officer.ref} ")
    if last is None:
        raise Http404
    graded = next((each for each in _grades(last.told) if each["key"] == theme), None)
    if graded is None:
        raise Http404
    form, proposal = entered(request), proposal_of(graded)
    if request.method == "POST":
        chosen = form.one_of("grade", [*map(str, Grade)], "Choose a grade")
        reasons = form.text("reasons", "Enter why, in your own words")
        if not form.problems:
            try:
                sign(
                    proposal,
                    Grade(chosen),
                    reasons,
                    **_period(last.told),
                    by=asking.officer,
                    law=asking.law,
                    at=asking.at,
                )
            except Refused as no:
                for reason in no.decision.unmet:
                    form.wrong("grade", f"Not signed: {reason.says}")
            else:
                messages.success(request, f"Signed: {graded['theme']}, {chosen}.")
                return see(reverse("inspection-report"))
    shown = {
        "form": form,
        "graded": graded,
        "asked": last.told["asked"],
        "grades": [*map(str, Grade)],
        "signed": _stands(last.told, proposal, asking),
        "signs": signs_for(asking.officer, last.told["asked"]["unit"], asking.law, on=asking.on).allowed,
    }
    return render(request, "inspection/grade.html", shown, status=422 if form.problems else 200)


def grades_of(told: dict[str, Any]) -> list[Offered]:
    """The themes of a report with what was proposed, and what is signed now."""
    found = []
    for each in _grades(told):
        stands = signed(Judged[each["key"].upper()], **_period(told), known_at=today.now())
        found.append(Offered(each["key"], each["theme"], each["grade"], stands.grade if stands else ""))
    return found


def _stands(told: dict[str, Any], proposal: Proposal, asking: Asking) -> Signed | None:
    return signed(proposal.theme, **_period(told), known_at=asking.at)


def _period(told: dict[str, Any]) -> dict[str, Any]:
    asked = told["asked"]
    return {
        "unit": asked["unit"],
        "since": date.fromisoformat(asked["from"]),
        "until": date.fromisoformat(asked["to"]),
    }


def _grades(told: dict[str, Any]) -> list[dict[str, Any]]:
    try:
        said = json.loads((folder_of(told["ref"]) / "report.json").read_bytes())
    except OSError:
        return []
    grades: list[dict[str, Any]] = said["grades"]
    return grades
