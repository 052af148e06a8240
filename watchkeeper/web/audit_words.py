"""An entry of the trail as one plain sentence."""

import re
from collections.abc import Sequence

from watchkeeper.audit.facts import Entry, Kind
from watchkeeper.web.components import clock
from watchkeeper.workforce.facts import Power

IRREGULAR = {
    "be": "was",
    "break": "broke",
    "draw": "drew",
    "flag": "flagged",
    "give": "gave",
    "hold": "held",
    "keep": "kept",
    "leave": "left",
    "let": "let",
    "make": "made",
    "override": "overrode",
    "plan": "planned",
    "put": "put",
    "read": "read",
    "say": "said",
    "see": "saw",
    "seek": "sought",
    "send": "sent",
    "set": "set",
    "take": "took",
    "undo": "undid",
    "withdraw": "withdrew",
    "write": "wrote",
}
TAGS = {
    Kind.ATTEMPT: ("Set out", "govuk-tag--grey"),
    Kind.DONE: ("Done", "govuk-tag--green"),
    Kind.REFUSED: ("Refused", "govuk-tag--red"),
    Kind.FAILED: ("Failed", "govuk-tag--orange"),
}
REASONS_TOLD = 3
_CITE = re.compile(r"\s\([^()]*(?:\([^()]*\)[^()]*)*\)$")


def sentence(entry: Entry) -> str:
    """What the entry records as one would say it aloud: who, when, what, about whom, and why."""
    about = f" for {entry.about}" if entry.about else ""
    doing = f"{entry.power}{about}"
    if entry.power == Power.READ_PERSON:
        doing = f"look at {entry.about}"
    said = {
        Kind.ATTEMPT: f"set out to {doing}: {entry.purpose}",
        Kind.DONE: f"{past(doing)}: {entry.purpose}{allowed(entry.reasons)}",
        Kind.REFUSED: f"was refused leave to {doing}: {entry.purpose}{refused(entry.reasons)}",
        Kind.FAILED: f"tried to {doing}: {entry.purpose}; it failed, and nothing of it was kept",
    }
    return f"On {clock(entry.at)} {entry.by} {said[entry.kind]}."


def past(doing: str) -> str:
    """What is done, said of the past.

    >>> past("load records"), past("seek a warrant"), past("decide on enforcement"), past("carry out a test")
    ('loaded records', 'sought a warrant', 'decided on enforcement', 'carried out a test')
    """
    verb, _, rest = doing.partition(" ")
    if verb in IRREGULAR:
        said = IRREGULAR[verb]
    elif verb.endswith("e"):
        said = f"{verb}d"
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        said = f"{verb[:-1]}ied"
    else:
        said = f"{verb}ed"
    return f"{said} {rest}"


def allowed(reasons: Sequence[str]) -> str:
    """Why it was allowed, the first few reasons without their authorities."""
    told = [_CITE.sub("", reason).partition("; ")[0] for reason in reasons]
    more = [f"{len(told) - REASONS_TOLD} reasons more"] if len(told) > REASONS_TOLD else []
    return f"; allowed because: {', '.join([*told[:REASONS_TOLD], *more])}" if told else ""


def refused(reasons: Sequence[str]) -> str:
    """Why it was refused: each requirement that was not met."""
    told = [_CITE.sub("", reason).removeprefix("not met: ") for reason in reasons]
    return f"; because: {'; '.join(told)}" if told else ""
