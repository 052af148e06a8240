"""What every form about a crime shares: whose it is, whom it names, and where it leads."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from watchkeeper.crimes.facts import Case, Part
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.crime_shown import named
from watchkeeper.web.entered import Entered, again
from watchkeeper.workforce.acts import Refused


def of_crime(request: HttpRequest) -> tuple[Asking, Case]:
    return request.asking, request.case  # type: ignore[attr-defined]


def people(case: Case, asking: Asking, part: Part) -> list[parts.Item]:
    called = named(case, asking)
    return [(each.ref, called[each.ref], "") for each in case.parties if each.part is part]


def recorded(
    request: HttpRequest, form: Entered, crime: str, do: Callable[[], Any], field: str, says: str
) -> HttpResponse:
    """Do it and show the crime; or the form again, with every problem and all that was typed."""
    if form.problems:
        return again(request, form)
    try:
        do()
    except Refused as no:
        parts.refusing(form, field, no)
        return again(request, form)
    messages.success(request, says)
    return see(reverse("crime", args=[crime]))


def asked(
    request: HttpRequest,
    form: Entered,
    shown: list[parts.Part],
    crime: str,
    title: str,
    button: str,
    intro: list[str] | None = None,
    **more: Any,
) -> HttpResponse:
    back = ("Back to the crime", reverse("crime", args=[crime]))
    return parts.asked(
        request, form, shown, title=title, button=button, back=back, caption=crime, intro=intro or (), **more
    )
