"""What every form about a missing episode shares: whose it is, where it leads, words to think about."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from watchkeeper.missing.facts import Case
from watchkeeper.missing.rules.language import findings
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.entered import Entered, again
from watchkeeper.web.looking import doing
from watchkeeper.web.meanwhile import MEANWHILE, WAS, mark
from watchkeeper.workforce.acts import Acting, Refused

MINUTE = timedelta(minutes=1) - timedelta.resolution
STANDING = "standing"
"""The field under which a form brings back what stood when it was opened."""


def of_episode(request: HttpRequest) -> tuple[Asking, Case]:
    return request.asking, request.case  # type: ignore[attr-defined]


def recorded(
    request: HttpRequest,
    form: Entered,
    do: Callable[[Acting], Any],
    field: str,
    says: str | Callable[[Any], str],
    *,
    on: str = "",
    codes: Iterable[str] = (),
) -> HttpResponse:
    """Do it and show the episode, or the page called `on`; or the form again with all that was typed.

    Of the postcodes typed, `codes`, those in no directory are said to be doubted. Words that may put
    the blame on a child are said to be marked beside the note: nothing is changed.
    """
    _, case = of_episode(request)
    if form.problems:
        return again(request, form)
    try:
        done = do(doing(request, case.episode.ref))
    except Refused as no:
        parts.refusing(form, field, no)
        return again(request, form)
    messages.success(request, says if isinstance(says, str) else says(done))
    parts.doubt_codes(request, *codes)
    advise(request, form)
    return see(reverse(on or "episode", args=[case.episode.ref]))


def advise(request: HttpRequest, form: Entered) -> None:
    """Say that words were marked to think about, where what was typed holds any of the lists' terms."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    typed = [value for values in form.data.lists() for value in values[1]]
    many = sum(len(findings(text, asking.law, on=asking.on)) for text in typed)
    if many:
        what = "1 wording is" if many == 1 else f"{many} wordings are"
        messages.info(request, f"Saved as you wrote it. {what} marked beside the note to think about.")


def asked(
    request: HttpRequest,
    form: Entered,
    shown: list[parts.Part],
    title: str,
    button: str,
    intro: list[str] | None = None,
    **more: Any,
) -> HttpResponse:
    """The page of one form about the episode."""
    _, case = of_episode(request)
    ref = case.episode.ref
    back = ("Back to the episode", reverse("episode", args=[ref]))
    return parts.asked(
        request, form, shown, title=title, button=button, back=back, caption=ref, intro=intro or (), **more
    )


def happened(name: str, what: str, asking: Asking) -> list[parts.Part]:
    """When something happened: now, unless another time is typed."""
    return parts.moment(name, f"On which day {what}?", "At what time?", asking.at)


def when(form: Entered, name: str, asking: Asking) -> datetime:
    """The end of the minute typed, or now while it runs: what was recorded in that minute came before it."""
    at = form.instant(name, "Enter the day")
    if at is None:
        return asking.at
    if at > asking.at:
        form.wrong(name, "Enter a time that has come")
        return at
    return min(at + MINUTE, asking.at)


def untouched(form: Entered, standing: str) -> None:
    """Ask again where somebody changed what the form was opened on; sent again, it is a choice.

    The page marks the form with what stands each time it is shown.
    """
    shown = form.data.get(f"{WAS}{STANDING}")
    if shown and shown != mark(standing):
        form.wrong(STANDING, MEANWHILE)
