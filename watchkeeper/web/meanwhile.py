"""Words that several officers write on: what one saved while another wrote is never written over unseen."""

from collections.abc import Mapping
from hashlib import sha256

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
