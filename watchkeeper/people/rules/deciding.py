"""Join, keep apart, or ask a human: what follows from a weight, under policy's thresholds.

A proposal: each threshold is named by the decision it serves and stands on the shelf. A person's
decision stands above any weight. A guard is never crossed by a machine.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchkeeper.law.decision import Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.rules.weighing import Guard

THRESHOLDS = "identity_thresholds"


class Answer(StrEnum):
    """What is to be done about two records."""

    JOIN = "join"
    ASK = "ask a human"
    APART = "keep apart"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Weights in bits, by the decision each serves."""

    join: float
    ask: float
    together: float  # the least that two records of one person may weigh, whoever joined them to it
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to be done about two records, and every reason."""

    answer: Answer
    reasons: tuple[Reason, ...]


def thresholds(law: Shelf, *, on: date) -> Thresholds:
    """The thresholds that policy sets on a day."""
    row = law[THRESHOLDS]
    return Thresholds(
        row.number_of("join", on),
        row.number_of("ask a human", on),
        row.number_of("stay together", on),
        row.cite,
    )


def judge(bits: float, guard: Guard | None, at: Thresholds) -> Judged:
    """What is to be done about two records of this weight, with this guard between them.

    At a threshold it is reached. A guard that asks is put to a person whatever the weight.
    """
    reaches_join = Reason(bits >= at.join, f"weighs at least {at.join:g} bits, to join", at.cite)
    reaches_ask = Reason(bits >= at.ask, f"weighs at least {at.ask:g} bits, to ask a human", at.cite)
    free = Reason(guard is None, guard.says if guard else "nothing stands between them", at.cite)
    reasons = (reaches_join, reaches_ask, free)
    if guard is None:
        answer = Answer.JOIN if reaches_join.met else Answer.ASK if reaches_ask.met else Answer.APART
    else:
        answer = Answer.ASK if reaches_ask.met or guard.asks else Answer.APART
    return Judged(answer, reasons)
