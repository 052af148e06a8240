"""What pages about an assessment share: which one, who may see what it came to, and doing an act."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from watchkeeper.risk.gathering import Whole, assessment_of
from watchkeeper.risk.rules.sampling import may_see_ratings
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.entered import Entered, again
from watchkeeper.web.refused_at import refusal
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.stored import manager_of

WORKING_ON = (Power.ASSESS_RISK, Power.RATE_SECOND, Power.SIGN_OFF_ASSESSMENT)
"""Who may do none of these is refused by a page of its own."""


def found(person: str, ref: str, asking: Asking) -> Whole:
    """One assessment of a person; Http404 where there is none."""
    whole = assessment_of(person, ref, known_at=asking.at)
    if whole is None:
        raise Http404
    return whole


def may_see(whole: Whole, asking: Asking) -> bool:
    """Whether what the assessment came to is shown to whoever asks."""
    spell = manager_of(whole.person, on=asking.on, known_at=asking.at)
    first = whole.first.fact() if whole.first is not None else None
    return may_see_ratings(
        asking.officer, first, whole.rated_again, spell.officer if spell else "", drawn=whole.drawn
    )


def done(
    request: HttpRequest,
    form: Entered,
    do: Callable[[], Any],
    field: str,
    says: str,
    to: Callable[[Any], str],
) -> HttpResponse:
    """Do it and say so; or the form again, with all that was typed and everything it was refused for."""
    if form.problems:
        return again(request, form)
    try:
        made = do()
    except Refused as no:
        asking: Asking = request.asking  # type: ignore[attr-defined]
        if not any(asking.may(power).allowed for power in WORKING_ON):
            raise
        for reason in no.decision.unmet:
            form.wrong(field, refusal("Not recorded", [reason]))
        return again(request, form)
    messages.success(request, says)
    return see(to(made))
