"""What was put right in a referral after it came: a line of its timeline each time, and what stood before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from watchkeeper.audit.models import Entry
from watchkeeper.audit.standing import versions
from watchkeeper.law.wording import day
from watchkeeper.suspects import models
from watchkeeper.suspects.actions.naming import BY_JOINS
from watchkeeper.web.asking import Asking

CALLED = {
    "received_at": "receipt",
    "sender": "sender",
    "sent_as": "number at the sender",
    "unit": "unit",
    "family_name": "family name",
    "given_names": "given names",
    "born_on": "date of birth",
    "person": "reference in people",
    "postcode": "postcode",
    "children": "a child at the address",
    "works_with_children": "work with children",
    "platform": "where online",
    "summary": "what was seen",
}
"""What an officer calls each column of a referral. A test holds it whole."""
AT_LENGTH = frozenset({"summary"})
"""Columns whose words are too long to be said again: that they changed is said."""
JOINED = "who on record the suspect is, by what was said of two records"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One thing that was recorded, for the timeline: when, what, by whom, and the words written of it."""

    at: datetime
    what: str
    by: str
    note: str


def corrections(ref: str, asking: Asking) -> Iterator[Recorded]:
    """Every later version of a referral: what it changed, in whose act, and what stood there before."""
    rows = versions(models.Referral, ref=ref, known_at=asking.at).get(ref, ())
    numbers = [row.act for row in rows[1:]]
    acts = {each.number: each for each in Entry.objects.filter(number__in=numbers)}
    for before, now in pairwise(rows):
        act = acts.get(now.act)
        changed = [name for name in CALLED if getattr(before, name) != getattr(now, name)]
        by = act.by if act is not None else ""
        if changed and act is not None and act.power in BY_JOINS:
            yield Recorded(now.known_from, JOINED, by, _moved(changed, before, now))
        elif changed:
            what = f"put right: {', '.join(CALLED[name] for name in changed)}"
            yield Recorded(now.known_from, what, by, _moved(changed, before, now))


def _moved(changed: list[str], before: models.Referral, now: models.Referral) -> str:
    """What stood in each column that changed, and what stands there now."""
    said = [
        f"{CALLED[name]}: {_said(getattr(before, name))}, now {_said(getattr(now, name))}"
        for name in changed
        if name not in AT_LENGTH
    ]
    return "; ".join(said)


def _said(value: object) -> str:
    if value is None or value == "":
        return "not recorded"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return day(value) if isinstance(value, date) else str(value)
