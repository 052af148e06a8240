"""Pages about one referral: opened by who needs to know, with a purpose, each look on the trail."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import register_converter

from watchkeeper.audit.standing import standing
from watchkeeper.suspects import models
from watchkeeper.suspects.actions.looking import look
from watchkeeper.web.asking import Asking, View, page
from watchkeeper.web.looking import NOT_ASKED, doing
from watchkeeper.web.references import Reference
from watchkeeper.web.saying_why import question, said_why, to_question
from watchkeeper.web.suspect_lists import sees
from watchkeeper.workforce.facts import Power

PURPOSES = {
    "investigate": "investigating the referral",
    "supervise": "supervising how it is dealt with",
    "children": "the safety of a child near the suspect",
    "inspect": "inspecting how the referral is handled",
}
SAID = "suspect-purposes"
"""Under which key of the session the purposes said are kept, by referral."""

register_converter(Reference, "suspect")


def suspect_page(*powers: Power) -> Callable[[View], View]:
    """A page about one referral, whose ref is the argument `suspect`; `powers` as for `page`.

    Who does not need to know is refused, on the trail. Who has not said why they look is asked first,
    once for each referral in a session. Then the look goes on the trail and the view runs:
    `request.case` and `request.purpose` hold what it needs.
    """

    def open_to(view: View) -> View:
        @wraps(view)
        def seen(request: HttpRequest, *args: object, suspect: str, **kwargs: object) -> HttpResponse:
            why = PURPOSES.get(said_why(request, suspect, kept=SAID), "")
            if sees(suspect, _unit_of(request, suspect), _asking(request)) and not why:
                return to_question(request, suspect, ask="suspect-purpose", record="suspect")
            request.purpose = why or NOT_ASKED  # type: ignore[attr-defined]
            request.case = look(doing(request, suspect))  # type: ignore[attr-defined]
            return view(request, *args, suspect=suspect, **kwargs)

        return page(*powers)(seen)

    return open_to


@page(Power.READ_SUSPECT)
def suspect_purpose(request: HttpRequest, suspect: str) -> HttpResponse:
    """Why do you need to look at this referral?"""
    unit = _unit_of(request, suspect)
    request.purpose = NOT_ASKED  # type: ignore[attr-defined]
    if not sees(suspect, unit, _asking(request)):
        look(doing(request, suspect))  # refused, and the attempt is on the trail
    return question(request, suspect, PURPOSES, kept=SAID, record="suspect", what="referral")


def _unit_of(request: HttpRequest, ref: str) -> str:
    """The unit of a referral. Raises Http404 where none is on record: what was typed goes nowhere."""
    row = next(iter(standing(models.Referral, ref=ref, known_at=_asking(request).at)), None)
    if row is None:
        raise Http404
    return row.unit


def _asking(request: HttpRequest) -> Asking:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    return asking
