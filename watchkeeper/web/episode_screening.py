"""A child is screened for exploitation with a public tool: what it comes to is shown before it is saved."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.instruments.facts import Answers, Pack
from watchkeeper.instruments.scoring import faults
from watchkeeper.instruments.shelf import load
from watchkeeper.missing.actions.screening import screen
from watchkeeper.missing.exploitation import concerns_of
from watchkeeper.missing.rules.screening import Screening, screened
from watchkeeper.web import episode_forms as forms
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.episode_looking import episode_page
from watchkeeper.workforce.facts import Power

ITEM = "item-"


@episode_page(Power.SCREEN_EXPLOITATION)
def tools(request: HttpRequest, *, episode: str) -> HttpResponse:
    """The screening tools on the shelf, what each is for, and how far to trust it."""
    packs = {ref: pack for ref, pack in load().packs.items() if pack.screens}
    return render(request, "missing/tools.html", {"episode": episode, "packs": packs})


@episode_page(Power.SCREEN_EXPLOITATION)
def one(request: HttpRequest, *, episode: str, pack: str) -> HttpResponse:
    """Answer a tool; it says what the answers come to, and the officer decides the band and saves it."""
    asking, case = forms.of_episode(request)
    on = asking.on
    tool = load().get(pack)
    if tool is None or not tool.screens:
        raise Http404
    form = entered(request)
    answers = _answers(form, tool)
    if request.method == "POST":
        wrong = faults(tool, answers, on=on)
        for each in wrong:
            form.wrong("main", each)
        if form.data.get("do") != "save":
            return again(request, form)
        band = form.one_of("band", [each.name for each in tool.bands], "Choose the band")
        reason = form.text("reason")
        return forms.recorded(
            request,
            form,
            lambda acting: screen(pack, answers, band, reason, acting),
            "band",
            f"Screened with {tool.name}: {band}.",
        )
    sent = "do" in form.data and not faults(tool, answers, on=on)
    found = _found(case.episode.missing, tool, answers, asking) if sent else None
    shown: dict[str, Any] = {
        "form": form,
        "episode": episode,
        "pack": tool,
        "found": found,
        "answers": answers,
        "young": asking.law["any_high_age"].whole(on),
        "sections": [(section, _items(tool, section.ref)) for section in tool.sections],
        "bands": _bands(tool, found),
        "back_to": ("Back to the tools", reverse("episode-screen", args=[episode])),
    }
    return render(request, "missing/screen.html", shown)


def _answers(form: Entered, tool: Pack) -> Answers:
    """What was answered, by item; one left at not known is not in it."""
    told = {item.ref: form.data.get(f"{ITEM}{item.ref}", "") for item in tool.items}
    return {ref: name for ref, name in told.items() if name}


def _found(missing: str, tool: Pack, answers: Answers, asking: Asking) -> Screening:
    child = concerns_of(missing, asking.law, on=asking.on, known_at=asking.at)
    return screened(tool, answers, child, asking.law, on=asking.on)


def _items(tool: Pack, section: str) -> list[parts.Part]:
    """The questions of a section. What nobody knows is said so, and is never no."""
    return [
        {
            **parts.radios(
                f"{ITEM}{item.ref}",
                sentence(item.says),
                [
                    *((each.name, sentence(each.name), "") for each in item.choices),
                    ("", "Not known", ""),
                ],
                item.guidance,
            ),
            "inline": True,
        }
        for item in tool.items
        if item.section == section
    ]


def _bands(tool: Pack, found: Screening | None) -> parts.Part:
    items = [(band.name, sentence(band.name), band.says) for band in tool.bands]
    return parts.radios("band", "Which band do you decide?", items, value=found.band if found else "")


addresses = [
    path("missing/<episode:episode>/screen/", tools, name="episode-screen"),
    path("missing/<episode:episode>/screen/<slug:pack>/", one, name="episode-screen-one"),
]
