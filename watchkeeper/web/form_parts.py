"""The parts of a form, as `form.html` lays them out: a line, words, a day, a choice, boxes to tick."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchkeeper.law.wording import either
from watchkeeper.places.misread import doubt
from watchkeeper.today import LONDON
from watchkeeper.web.components import sentence
from watchkeeper.web.entered import Entered
from watchkeeper.web.refused_at import by_field, not_recorded, refusal
from watchkeeper.workforce.acts import Refused

Part = dict[str, Any]
Item = tuple[str, str, str]
"""One answer offered: what is sent, what is read, and a hint."""
YES_NO_UNKNOWN: tuple[Item, ...] = (("yes", "Yes", ""), ("no", "No", ""), ("", "Not known", ""))
FEW = 8  # answers beyond which a list to pick from is shorter than radio buttons
OLDEST = timedelta(days=365 * 130)  # nobody lived so long: a date of birth before it is mistyped


def line(name: str, label: str, hint: str = "", value: str = "", width: str = "20") -> Part:
    """One line of text."""
    width = f"govuk-input--width-{width}"
    return {"sort": "line", "name": name, "label": label, "hint": hint, "value": value, "width": width}


def words(name: str, label: str, hint: str = "", value: str = "", rows: int = 3) -> Part:
    """Several lines of text."""
    return {"sort": "words", "name": name, "label": label, "hint": hint, "value": value, "rows": rows}


def day(name: str, label: str, hint: str = "For example, 20 3 2026", value: date | None = None) -> Part:
    """A day in three boxes."""
    return {"sort": "day", "name": name, "label": label, "hint": hint, "value": value}


def choice(name: str, label: str, items: Iterable[Item], hint: str = "", value: str = "") -> Part:
    """One of a few answers; of many, from a list."""
    offered = list(items)
    sort = "choice" if len(offered) <= FEW else "pick"
    return {"sort": sort, "name": name, "label": label, "items": offered, "hint": hint, "value": value}


def radios(name: str, label: str, items: Iterable[Item], hint: str = "", value: str = "") -> Part:
    """One of any number of answers, each with its hint beside it."""
    return choice(name, label, items, hint, value) | {"sort": "choice"}


def pick(name: str, label: str, items: Iterable[Item], hint: str = "", value: str = "") -> Part:
    """One of any number of answers from a list, which may be left alone."""
    return choice(name, label, items, hint, value) | {"sort": "pick"}


def yes_no(name: str, label: str, hint: str = "", value: str = "") -> Part:
    """Yes, no, or not known: nobody is made to guess."""
    return choice(name, label, YES_NO_UNKNOWN, hint, value) | {"inline": True}


def boxes(name: str, label: str, items: Iterable[Item], hint: str = "") -> Part:
    """Any of the answers, to be ticked."""
    return {"sort": "boxes", "name": name, "label": label, "items": list(items), "hint": hint}


def moment(name: str, day_label: str, time_label: str, value: datetime | None = None) -> list[Part]:
    """A day in three boxes and a time in one, on London's clock."""
    here = value.astimezone(LONDON) if value is not None else None
    return [
        day(name, day_label, value=here.date() if here else None),
        line(f"{name}-time", time_label, "For example, 14:05", f"{here:%H:%M}" if here else "", "5"),
    ]


def was(name: str, stands: str, *, shown: str = "") -> Part:
    """What a field held when the form was opened, unseen; `shown` says it where two changed it."""
    return {"sort": "was", "name": name, "stands": stands, "shown": shown or stands}


def heading(text: str) -> Part:
    """What the parts below are about."""
    return {"sort": "heading", "label": text}


def each_of(enum: type[StrEnum]) -> tuple[Item, ...]:
    """Every word of a closed list, as answers."""
    return tuple((each.value, sentence(each.value), "") for each in enum)


def said(form: Entered, name: str) -> bool | None:
    """What was answered of a question with three answers: None is not known."""
    return {"yes": True, "no": False}.get(form.data.get(name, ""))


def whole(form: Entered, name: str, says: str = "Enter a whole number, like 3") -> int | None:
    """A whole number typed in one box, None for a blank; anything else is a problem, in these words."""
    typed = form.text(name)
    if not typed:
        return None
    if not typed.isascii() or not typed.isdigit() or len(typed) > len("999999999"):
        form.wrong(name, says)
        return None
    return int(typed)


def maybe_instant(form: Entered, name: str) -> datetime | None:
    """A day and a time that may both be left blank; one without the other is a problem."""
    if any(form.data.get(f"{name}-{part}", "").strip() for part in ("day", "month", "year", "time")):
        return form.instant(name, "Enter the day too, or leave day and time blank")
    return None


def birth(form: Entered, name: str, on: date) -> date | None:
    """A date of birth, which may be blank; one that nobody alive on a day can have is a problem."""
    born = form.day(name)
    if born is not None and not on - OLDEST <= born <= on:
        form.wrong(name, "Enter a date of birth that somebody alive can have")
    return born


def refusing(form: Entered, name: str, answer: Refused, told: Collection[str] = ()) -> None:
    """Say at the top, and each beside its field, everything an act was refused for: what was typed is kept.

    What no field of the form answers is said beside the field called `name`. A field that was `told` of
    in the form's own words is not told of again. Whoever may not do it at all is told that beside `name`.
    """
    if answer.powerless:
        form.wrong(name, not_recorded(answer))
        return
    for at, reasons in by_field(form.data, answer.decision.unmet, name).items():
        if at not in told:
            form.wrong(at, refusal("Not recorded", reasons))


def doubt_codes(request: HttpRequest, *codes: str) -> None:
    """Say which of the postcodes just saved are in no directory, and what may have been meant."""
    for code in dict.fromkeys(codes):
        wrong = doubt(code)
        if wrong is not None:
            near = f" Is it {either(wrong.nearest)}?" if wrong.nearest else ""
            messages.warning(request, f"Saved as typed: {wrong.says}.{near} If it is wrong, put it right.")


def asked(
    request: HttpRequest,
    form: Entered,
    parts: list[Part],
    *,
    title: str,
    button: str,
    back: tuple[str, str],
    caption: str = "",
    intro: Iterable[str] = (),
    **more: Any,
) -> HttpResponse:
    """The page of one form. `back`: the words and the address of the way back."""
    shown = {
        "form": form,
        "parts": parts,
        "title": title,
        "button": button,
        "back_to": back,
        "caption": caption,
        "intro": list(intro),
        **more,
    }
    return render(request, "form.html", shown)
