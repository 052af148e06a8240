"""At which field of a form each reason of a refusal is shown: the one that is put right to meet it."""

from collections.abc import Iterable, Mapping

from django.http import QueryDict

FIELDS: Mapping[str, tuple[str, ...]] = {
    "a reason is given": ("reason",),
    "an outcome from": ("outcome",),
    "an update says of which event": ("event",),
    "it did not happen after today": ("occurred",),
    "it is due today or later": ("due",),
    "it is looked at again from today": ("review",),
    "it is not before": ("at", "on"),
    "it lapses within": ("until",),
    "it was reported before now": ("reported",),
    "one decider is named": ("decider",),
    "only bail ends": ("until",),
    "other than the tool's": ("reason",),
    "they were last seen before the report": ("seen",),
    "the day has come": ("on", "dated"),
    "the form says which version it is": ("version",),
    "the home is on record": ("home",),
    "the next look is after today": ("next",),
    "the officer is on record": ("officer", "party-officer", "suspect-officer"),
    "the other child is on record": ("value",),
    "the owner is on record": ("owner",),
    "the person is on record": ("known", "person"),
    "the reference is free": ("ref",),
    "the reference is no word of an address": ("ref",),
    "the time has come": ("at", "received"),
    "what was seen is said": ("value",),
    "whom it concerns is on record in the case": ("party",),
}
"""By how a reason begins: the fields that answer it, of which a form has one. A test holds each to a rule."""


OFFERED = "offered"
"""Under it a form sends the names of its boxes and buttons: of those nobody ticked nothing else is sent."""


def by_field(data: QueryDict, reasons: Iterable[str], otherwise: str) -> dict[str, list[str]]:
    """The reasons by the field of the form as sent that answers them; the rest at `otherwise`."""
    found: dict[str, list[str]] = {}
    has = {*data, *data.getlist(OFFERED)}
    for says in reasons:
        fields = (name for begins, names in FIELDS.items() if says.startswith(begins) for name in names)
        at = next((name for name in fields if name in has or f"{name}-day" in data), otherwise)
        found.setdefault(at, []).append(says)
    return found
