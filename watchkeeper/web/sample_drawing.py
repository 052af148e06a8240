"""Drawing a dip sample: what it would take of each unit and kind is shown, and no case before it is kept."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import salted_hmac

from watchkeeper.inspection.rules.reaching import still_to_come
from watchkeeper.inspection.sample_actions.drawing import Preview, draw_sample, preview_sample
from watchkeeper.inspection.sampled import SUBJECTS, SampleTheme
from watchkeeper.inspection.stored import sample_row
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.wording import counted, day
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.refused_at import refusal
from watchkeeper.web.sample_shown import acting, units_for
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

SEED_BYTES = 16
PRESSED = "lot"
"""Under it a form sends what a seed nobody chose is made of: pressed twice, it draws the same."""
LONGEST = 100  # letters of a seed
SIZE = "Enter a whole number of cases, 1 or more, or leave it blank"


@dataclass(frozen=True, slots=True)
class SampleAsked:
    """What a sample is to be drawn of, as it was typed. `size` is None for as many as policy says."""

    theme: SampleTheme
    unit: str
    on: date
    size: int | None
    seed: str


@page(Power.DRAW_SAMPLE)
def draw(request: HttpRequest) -> HttpResponse:
    """Ask for a sample: look at what it would take, then draw and keep it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    units = units_for(asking)
    preview, kind = None, ""
    if request.method == "POST":
        asked = _asked(form, [value for value, _, _ in units], asking)
        if asked is not None:
            try:
                if form.data.get("do") != "draw":
                    preview, kind = _preview(asked, asking), SUBJECTS[asked.theme].kind
                else:
                    return see(_drawn(request, asked, asking))
            except Refused as no:
                form.wrong("theme", refusal("Not drawn", no.decision.unmet))
    rows = [asking.law[name] for name in ("sample_size", "sample_floor", "sample_second_share")]
    shown = {
        "form": form,
        "parts": _parts(units, asking),
        "preview": preview,
        "lot": secrets.token_hex(SEED_BYTES),
        "kind": kind,
        "floor": asking.law["sample_floor"].whole(asking.on),
        "rows": [(row, _in_words(row, asking.on)) for row in rows],
    }
    return render(request, "inspection/sample_draw.html", shown, status=422 if form.problems else 200)


def _in_words(row: Parameter, on: date) -> str:
    return f"{100 * row.share(on):g}%" if row.unit == "share" else counted(row.whole(on), "case")


def _parts(units: list[tuple[str, str, str]], asking: Asking) -> list[dict[str, Any]]:
    themes = [
        (theme.value, subject.title, f"By unit and {subject.kind}") for theme, subject in SUBJECTS.items()
    ]
    size, floor = (asking.law[name].whole(asking.on) for name in ("sample_size", "sample_floor"))
    return [
        parts.radios("theme", "What is it of?", themes),
        parts.pick("unit", "Of which unit?", units),
        parts.day("on", "As the force stood on which day?", "Today or before", asking.on),
        parts.line(
            "size",
            "How many cases?",
            f"Blank for {size}. {floor} of each unit and kind are drawn whatever you ask for, or as many as "
            "it holds: a small sample may be larger than that.",
            "",
            "4",
        ),
        parts.line(
            "seed",
            "Seed",
            "Any words, best drawn before witnesses. Blank for one nobody chose. It is recorded, and whoever "
            "draws with it finds the same cases.",
        ),
    ]


def _asked(form: Entered, units: list[str], asking: Asking) -> SampleAsked | None:
    theme = form.one_of("theme", [*map(str, SampleTheme)], "Choose what the sample is of")
    unit = form.one_of("unit", units, "Choose a unit from the list")
    on = form.day("on", "Enter the day, like 20 3 2026")
    if on is not None and (come := still_to_come(on, asking.on)):
        form.wrong("on", come)
    if on is not None and on < asking.law["sample_size"].values[0][0]:
        form.wrong(
            "on", f"Enter {day(asking.law['sample_size'].values[0][0])} or later: there is no policy before"
        )
    size = parts.whole(form, "size", SIZE)
    if size is not None and size < 1:
        form.wrong("size", SIZE)
    seed = form.text("seed")
    if len(seed) > LONGEST:
        form.wrong("seed", f"Enter a seed of at most {LONGEST} letters")
    if form.problems or on is None:
        return None
    return SampleAsked(SampleTheme(theme), "" if unit == "force" else unit, on, size, seed)


def _preview(asked: SampleAsked, asking: Asking) -> Preview:
    return preview_sample(
        asked.theme,
        size=asked.size,
        drawn_on=asked.on,
        unit=asked.unit,
        calendar=asking.calendar,
        **acting(asking),
    )


def _seed(lot: str) -> str:
    """A seed nobody chose: of the form that asks, and of a secret, so that nobody can try it beforehand."""
    if not lot:
        return secrets.token_hex(SEED_BYTES)
    return salted_hmac("seed of a sample", lot, algorithm="sha256").hexdigest()[: 2 * SEED_BYTES]


def _drawn(request: HttpRequest, asked: SampleAsked, asking: Asking) -> str:
    made = draw_sample(
        asked.theme,
        size=asked.size,
        seed=asked.seed or _seed(request.POST.get(PRESSED, "")),
        drawn_on=asked.on,
        unit=asked.unit,
        calendar=asking.calendar,
        keep=True,
        **acting(asking),
    )
    row = sample_row(made.ref, known_at=asking.at)
    if row is None or row.known_from != asking.at:
        messages.info(
            request,
            "This sample was drawn before, and is kept once: nothing was drawn again. "
            "Another seed, or none, draws another.",
        )
    else:
        many = len(made.drawing.cases)
        more = f", {many - made.size:,} more than asked for" if many > made.size else ""
        messages.success(request, f"{many:,} of {made.drawing.of:,} cases are drawn and kept{more}.")
    return reverse("sample", args=[made.ref])
