"""At which field of a form each reason of a refusal is shown: the one that is put right to meet it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.http import QueryDict

from watchkeeper.law.decision import Reason
from watchkeeper.law.wording import names
from watchkeeper.workforce.acts import Refused

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


def by_field(data: QueryDict, reasons: Iterable[Reason], otherwise: str) -> dict[str, list[Reason]]:
    """The reasons by the field of the form as sent that answers them; the rest at `otherwise`."""
    found: dict[str, list[Reason]] = {}
    has = {*data, *data.getlist(OFFERED)}
    for reason in reasons:
        fields = (
            name for begins, names in FIELDS.items() if reason.says.startswith(begins) for name in names
        )
        at = next((name for name in fields if name in has or f"{name}-day" in data), otherwise)
        found.setdefault(at, []).append(reason)
    return found


def not_recorded(answer: Refused, *, cited: bool = False) -> str:
    """Why an act was refused, as its form says it: what the officer is, told apart from what they sent.

    With `cited` each reason carries its authority.

    >>> from watchkeeper.law.decision import Decision
    >>> lacks = Decision((Reason(False, "is a constable", "s.1", "sergeant or above"),))
    >>> not_recorded(Refused(lacks, powerless=True), cited=True)
    'You may not record it: is a constable (s.1)'
    >>> not_recorded(Refused(Decision((Reason(False, "a reason is given", "s.1"),))))
    'Not recorded: it must be that a reason is given'
    """
    unmet = answer.decision.unmet
    if cited:
        unmet = tuple(replace(each, says=f"{each.says} ({each.cite})") for each in unmet)
    if answer.powerless:
        return f"You may not record it: {'; '.join(each.says for each in unmet)}"
    return refusal("Not recorded", unmet)


def refusal(opening: str, reasons: Sequence[Reason]) -> str:
    """Why something is refused, read the right way round: what must be so apart from what was found.

    >>> lacks = Reason(False, "the person is on record", "domain")
    >>> found = Reason(False, "has not passed PIP 1", "domain", "PIP 1, in date")
    >>> refusal("Not recorded", [lacks])
    'Not recorded: it must be that the person is on record'
    >>> refusal("Not recorded", [found])
    'Not recorded. What was found: has not passed PIP 1'
    >>> refusal("Not recorded", [found, lacks])
    'Not recorded: it must be that the person is on record. What was found: has not passed PIP 1'
    """
    must = names([each.says for each in reasons if not each.asks])
    stands = "; ".join(each.says for each in reasons if each.asks)
    so = f"{opening}: it must be that {must}" if must else opening
    return f"{so}. What was found: {stands}" if stands else so
