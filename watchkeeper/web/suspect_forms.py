"""What every form about a referral shares: whose it is, where it leads, when something happened."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from watchkeeper.suspects.facts import Case
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.entered import Entered, again
from watchkeeper.web.looking import doing
from watchkeeper.workforce.acts import Acting, Refused


def of_referral(request: HttpRequest) -> tuple[Asking, Case]:
    return request.asking, request.case  # type: ignore[attr-defined]


def recorded(
    request: HttpRequest,
    form: Entered,
    do: Callable[[Acting], Any],
    field: str,
    says: str | Callable[[Any], str],
    *,
    codes: Iterable[str] = (),
) -> HttpResponse:
    """Do it and show the referral; or the form again with all that was typed.

    Of the postcodes typed, `codes`, those in no directory are said to be doubted.
    """
    _, case = of_referral(request)
    if form.problems:
        return again(request, form)
    try:
        done = do(doing(request, case.referral.ref))
    except Refused as no:
        parts.refusing(form, field, no)
        return again(request, form)
    messages.success(request, says if isinstance(says, str) else says(done))
    parts.doubt_codes(request, *codes)
    return see(reverse("suspect", args=[case.referral.ref]))


def asked(
    request: HttpRequest,
    form: Entered,
    shown: list[parts.Part],
    title: str,
    button: str,
    intro: list[str] | None = None,
    **more: Any,
) -> HttpResponse:
    """The page of one form about the referral."""
    ref = of_referral(request)[1].referral.ref
    back = ("Back to the referral", reverse("suspect", args=[ref]))
    return parts.asked(
        request, form, shown, title=title, button=button, back=back, caption=ref, intro=intro or (), **more
    )
