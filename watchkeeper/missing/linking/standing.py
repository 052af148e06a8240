"""Where a candidate stands once people answered it: confirmed it stays, rejected it comes back on news."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchkeeper.missing.linking.facts import Candidate


class Verdict(StrEnum):
    """What a person said of a candidate."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    EXPIRED = "expired"  # let go without a yes or a no


class LinkState(StrEnum):
    """How a link stands on a day."""

    OFFERED = "offered"
    CONFIRMED = "confirmed"
    GROWN = "confirmed, with new evidence"
    REJECTED = "rejected"
    BACK = "rejected, with new evidence"
    LAPSED = "lapsed"


HOLDS = frozenset({LinkState.CONFIRMED, LinkState.GROWN})
ASKED = frozenset({LinkState.OFFERED, LinkState.GROWN, LinkState.BACK})
"""States in which somebody should look at it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to one candidate, and the refs of the evidence it was given on."""

    ref: str
    key: str
    verdict: Verdict
    on: date
    by: str
    evidence: frozenset[str]


def state(candidate: Candidate, answers: Iterable[Answered], *, on: date) -> LinkState:
    """How a candidate stands on a day, by the last answer to it; answers to come do not count.

    Evidence nobody had when they answered brings it back: a rejection is of what was known.
    """
    given = [each for each in answers if each.key == candidate.key and each.on <= on]
    lapsed = candidate.expires_on <= on
    if not given:
        return LinkState.LAPSED if lapsed else LinkState.OFFERED
    last = max(given, key=lambda each: (each.on, each.ref))
    new = {each.ref for each in candidate.evidence} - last.evidence
    if last.verdict is Verdict.CONFIRMED:
        return LinkState.GROWN if new else LinkState.CONFIRMED
    if new and not lapsed:
        return LinkState.BACK
    return LinkState.REJECTED if last.verdict is Verdict.REJECTED else LinkState.LAPSED
