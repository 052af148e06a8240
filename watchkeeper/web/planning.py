"""The planner's board: a night planned, read, planned again, handed to its crews, checked after."""

import secrets
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, register_converter, reverse
from django.views.decorators.http import require_POST

from watchkeeper.law.wording import names
from watchkeeper.planning.actions.drawing import reveal_key, verify_night
from watchkeeper.planning.actions.looking import issue_round, look_at_plan
from watchkeeper.planning.assembling import map_of
from watchkeeper.planning.rules.draw import Drawn
from watchkeeper.planning.rules.seeing import may_reveal, may_see_plan
from watchkeeper.planning.stored import brought, row_of
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.looking import acting
from watchkeeper.web.plan_board import board
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit

if TYPE_CHECKING:
    from watchkeeper.planning.actions.proposing import Proposed

PURPOSE = "planning visits"


class Night:
    """A day in an address: 2026-03-20."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, text: str) -> date:
        """The day; ValueError, which is no page, for a day that is none."""
        return date.fromisoformat(text)

    def to_url(self, night: date) -> str:
        """The day as addresses write it."""
        return night.isoformat()


register_converter(Night, "night")


@page(Power.SEE_PLAN)
def plan(request: HttpRequest, unit: str, night: date) -> HttpResponse:
    """The board of one night: what is planned, by whom, why, and who is left out."""
    return shown(request, unit, night, entered(request))


@require_POST
@page(Power.PLAN_VISITS)
def propose(request: HttpRequest, unit: str, night: date) -> HttpResponse:
    """Plan the night, with a key drawn now where none stands."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    in_reach(asking, unit)
    if row_of(unit, night, known_at=asking.at) is not None:
        messages.warning(request, "The day is planned already: to plan it again, say why")
        return see(reverse("plan", args=[unit, night]))
    from watchkeeper.planning.actions.proposing import propose_plan  # the search is compiled: a slow start

    ahead = asking.law["plan_ahead_days"].whole(asking.on)
    width = asking.law["ticket_key_bytes"].whole(asking.on)
    made = propose_plan(
        unit,
        night=night,
        days=ahead,
        key=secrets.token_bytes(width),
        **planning(request, asking, night),
    )
    return _told(request, made, unit, night)


@require_POST
@page(Power.PLAN_VISITS)
def again(request: HttpRequest, unit: str, night: date) -> HttpResponse:
    """Plan the night again: what was fixed, dropped and made is kept."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    in_reach(asking, unit)
    form = entered(request)
    reason = form.text("reason", "Say why it is planned again")
    if form.problems:
        return shown(request, unit, night, form, status=422)
    from watchkeeper.planning.actions.proposing import replan

    return _told(
        request, replan(unit, night=night, reason=reason, **planning(request, asking, night)), unit, night
    )


@require_POST
@page(Power.ISSUE_ROUND)
def issue(request: HttpRequest, unit: str, night: date) -> HttpResponse:
    """Hand a crew its round, by word or on paper."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    in_reach(asking, unit)
    request.purpose = PURPOSE  # type: ignore[attr-defined]
    crew = request.POST.get("crew", "")
    form = entered(request)
    try:
        issue_round(unit, crew, night=night, **acting(request))
    except Refused as no:
        for reason in no.decision.unmet:
            form.wrong("rounds", f"Not handed out: {reason.says}")
        return shown(request, unit, night, form, status=422)
    messages.success(request, f"The round of {crew.replace('+', ' and ')} is handed out")
    return see(reverse("plan", args=[unit, night]))


@require_POST
@page(Power.REVEAL_KEY)
def reveal(request: HttpRequest, unit: str, night: date) -> HttpResponse:
    """Once the day is over: the key revealed, every ticket drawn again, the plan held against them."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    in_reach(asking, unit)
    request.purpose = PURPOSE  # type: ignore[attr-defined]
    reveal_key(unit, night=night, **acting(request))
    found = verify_night(unit, night=night, **acting(request))
    messages.add_message(
        request,
        messages.SUCCESS if found.holds else messages.WARNING,
        f"The key is revealed. {checked(found)}",
    )
    return see(reverse("plan", args=[unit, night]))


def shown(request: HttpRequest, unit: str, night: date, form: Entered, *, status: int = 200) -> HttpResponse:
    """The board as it stands. Each look goes on the trail before anything is shown."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    in_reach(asking, unit)
    request.purpose = PURPOSE  # type: ignore[attr-defined]
    told = None
    if row_of(unit, night, known_at=asking.at) is not None:
        told = board(look_at_plan(unit, night=night, **acting(request)), asking)
    past = night < asking.on
    near = (night - asking.on).days < asking.law["plan_ahead_days"].whole(asking.on)
    what: dict[str, Any] = {
        "unit": unit,
        "night": night,
        "board": told,
        "brought": 0 if told else brought(unit, night, known_at=asking.at),
        "form": form,
        "past": past,
        "may_plan": asking.may(Power.PLAN_VISITS).allowed and not past and near,
        "may_alter": asking.may(Power.ALTER_PLAN).allowed and not past,
        "may_issue": asking.may(Power.ISSUE_ROUND).allowed and night == asking.on,
        "may_reveal": asking.may(Power.REVEAL_KEY).allowed and may_reveal(night, on=asking.on).allowed,
    }
    return render(request, "planning/board.html", what, status=status)


def checked(found: Drawn) -> str:
    """What checking the draw found, in words."""
    if found.holds:
        return (
            f"All {found.tickets} tickets follow from it, and nobody was planned without one but the "
            f"{found.outside} of {found.visits} visits that are counted outside the lottery"
        )
    wrong = [] if found.committed else ["the key is not the one that was committed to"]
    if found.wrong:
        wrong.append(f"recorded otherwise than drawn: {names(found.wrong)}")
    if found.unticketed:
        wrong.append(f"planned without a ticket: {names(found.unticketed)}")
    return f"The draw does not hold: {'; '.join(wrong)}"


def in_reach(asking: Asking, unit: str) -> None:
    """Raise Http404 for a unit nobody knows, and Refused for one the officer does not plan for."""
    if not Unit.objects.filter(ref=unit).as_known(asking.at).exists():
        raise Http404
    theirs = may_see_plan(asking.officer, unit, asking.law, on=asking.on)
    if not theirs.allowed:
        raise Refused(theirs)


def planning(request: HttpRequest, asking: Asking, night: date) -> dict[str, Any]:
    """What every planning of a night is handed: who, when, the law, the calendar, and the map."""
    request.purpose = PURPOSE  # type: ignore[attr-defined]
    where = map_of(settings.TRAVEL, asking.law, on=night)
    return {**acting(request), "calendar": asking.calendar, "where": where}


def _told(request: HttpRequest, made: "Proposed", unit: str, night: date) -> HttpResponse:
    messages.success(request, made.says)
    return see(reverse("plan", args=[unit, night]))


addresses = [
    path("plans/<str:unit>/<night:night>/", plan, name="plan"),
    path("plans/<str:unit>/<night:night>/propose/", propose, name="plan-propose"),
    path("plans/<str:unit>/<night:night>/again/", again, name="plan-again"),
    path("plans/<str:unit>/<night:night>/issue/", issue, name="plan-issue"),
    path("plans/<str:unit>/<night:night>/reveal/", reveal, name="plan-reveal"),
]
