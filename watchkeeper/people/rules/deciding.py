"""Join, keep apart, or ask a human: what follows from a weight, under policy's thresholds.

A proposal: each threshold is named by the decision it serves and stands on the shelf. A person's
decision stands above any weight. A guard is never crossed by a machine.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchkeeper.law.decision import Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.rules.persons_weighed import Parts
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
    two_people: float  # what weighs less is two people's, where a record may belong to either
    names_alone: float  # names that weigh so much may be joined by a date of birth alone
    beside_names: float  # and others by so much from what is neither name nor date of birth
    as_likely: float  # how much less another person may weigh and be as likely
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to be done about two records, and every reason."""

    answer: Answer
    reasons: tuple[Reason, ...]

    @property
    def doubt(self) -> str:
        """What keeps a machine from a join that weighs enough, in words; empty where nothing, or a guard."""
        heavy, _, rare, only, _ = (reason.met for reason in self.reasons)
        if not heavy or (rare and only):
            return ""
        return "somebody else fits as well" if rare else "names many have, and little beside a date of birth"


def thresholds(law: Shelf, *, on: date) -> Thresholds:
    """The thresholds that policy sets on a day."""
    row = law[THRESHOLDS]
    return Thresholds(
        row.number_of("join", on),
        row.number_of("ask a human", on),
        row.number_of("two people", on),
        row.number_of("names alone", on),
        row.number_of("beside names", on),
        row.number_of("as likely", on),
        row.cite,
    )


def judge(
    bits: float, guard: Guard | None, at: Thresholds, *, parts: Parts, rivalled: bool = False
) -> Judged:
    """What is to be done about two records of this weight, with this guard between them.

    At a threshold it is reached. A guard that asks is put to a person whatever the weight. `rivalled` when
    something is wanting that would say which of two people is meant. The last reason is the guard's.
    """
    reaches_join = Reason(bits >= at.join, f"weighs at least {at.join:g} bits, to join", at.cite)
    reaches_ask = Reason(bits >= at.ask, f"weighs at least {at.ask:g} bits, to ask a human", at.cite)
    by_more = Reason(
        parts.names >= at.names_alone or parts.beside >= at.beside_names,
        f"names weigh at least {at.names_alone:g} bits, or all but these and birth {at.beside_names:g}",
        at.cite,
    )
    only = Reason(not rivalled, "nobody else fits as well", at.cite)
    free = Reason(guard is None, guard.says if guard else "nothing stands between them", at.cite)
    reasons = (reaches_join, reaches_ask, by_more, only, free)
    if all(reason.met for reason in reasons):
        answer = Answer.JOIN
    elif reaches_ask.met or (guard is not None and guard.asks):
        answer = Answer.ASK
    else:
        answer = Answer.APART
    return Judged(answer, reasons)
