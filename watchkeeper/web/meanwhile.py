"""Words that several officers write on: what one saved while another wrote is never written over unseen."""

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256

from watchkeeper.today import LONDON
from watchkeeper.web.entered import Entered

WAS = "was-"
"""Before the name of a field: the mark of what it showed when the form was opened."""
MEANWHILE = "Somebody changed this while you wrote: what stands is below. Send again to put yours there"


def mark(text: str | None) -> str:
    """What a form brings back to say which words it was filled in from, however a browser ends its lines.

    >>> mark("one\\r\\ntwo ") == mark("one\\ntwo"), mark("one two") == mark("one\\ntwo")
    (True, False)
    """
    return sha256((text or "").replace("\r\n", "\n").strip().encode()).hexdigest()


def settled(form: Entered, typed: Mapping[str, str], standing: Mapping[str, str]) -> dict[str, str]:
    """Each field as it is to be kept, in the form too; a problem with each that two changed differently.

    A field the officer left as it was shown takes what stands now, whoever wrote it. One that
    nobody else changed takes what was typed. Where both changed it the form asks: both are shown,
    and the form is marked with what stands, so that sending it again is a choice. A form without
    a mark showed nothing.
    """
    kept, form.data = {}, form.data.copy()
    for name, words in typed.items():
        now = standing.get(name, "")
        shown = form.data.get(f"{WAS}{name}", mark(""))
        same = mark(words) in (shown, mark(now))
        form.data[name] = kept[name] = now if same else words
        if not same and mark(now) != shown:
            form.wrong(name, MEANWHILE)
    return kept


def settle(form: Entered, standing: Mapping[str, str], dated: Mapping[str, str]) -> None:
    """`settled` of every field that stands, in the form itself, which then reads as it is to be kept.

    `dated` holds what was typed into the boxes of a day, or of a day and a time, as `day_said` and
    `minute_said` put it; what is to be kept of them goes back into their boxes.
    """
    typed = {name: form.text(name) for name in standing} | dict(dated)
    kept = settled(form, typed, standing)
    for name in dated:
        if kept[name] != typed[name]:
            on, _, at = kept[name].partition(" ")
            boxes = ("year", "month", "day")
            for box, value in zip(boxes, on.split("-") if on else ("", "", ""), strict=True):
                form.data[f"{name}-{box}"] = value
            form.data[f"{name}-time"] = at


def day_said(on: date | None) -> str:
    """A day as the mark of its boxes rests on it; empty for none."""
    return on.isoformat() if on is not None else ""


def minute_said(at: datetime | None) -> str:
    """A day and a time on London's clock as the mark of their boxes rests on it; empty for none."""
    return f"{at.astimezone(LONDON):%Y-%m-%d %H:%M}" if at is not None else ""
