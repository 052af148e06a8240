"""What an assessment came to, as its page shows it: each term, each answer with its source, what is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from watchkeeper.instruments.answering import Known
from watchkeeper.instruments.counting import shown as number
from watchkeeper.instruments.facts import Kind, Pack
from watchkeeper.instruments.scoring import Outcome, Scored
from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.answers import Answer
from watchkeeper.risk.rules.assessing import trained
from watchkeeper.risk.rules.concluding import Result, result, stands_behind
from watchkeeper.web.assessment_form import shown
from watchkeeper.web.assessment_words import asked_for, called, in_words, rests_on
from watchkeeper.workforce.facts import Officer

WORKED_OUT = "worked out"


@dataclass(frozen=True, slots=True)
class TermShown:
    """One term: what it adds, the sum with it, and the answers it rests on. Signs tell what colour tells."""

    says: str
    rests: str
    adds: str
    sum: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """One answer, whose word it is, and what the record says where that is something else."""

    says: str
    value: str
    source: str
    fact: str
    recorded: str
    why: str


@dataclass(frozen=True, slots=True)
class ResultShown:
    """What the answers come to; `behind` is whether it may stand behind a decision, with every reason."""

    came: Result
    score: str
    left: str
    terms: tuple[TermShown, ...]
    unknown: tuple[str, ...]
    answers: tuple[AnswerShown, ...]
    behind: Decision
    faults: tuple[str, ...] = ()


def of_answers(
    pack: Pack, given: Sequence[Answer], assessor: Officer | None, law: Shelf, *, on: date
) -> ResultShown:
    """The result of some answers on the day of assessment, derived anew from the pack."""
    came = result(pack, given, on=on)
    scored = came.scored
    told = [answer_shown(pack, each, came.found) for each in given]
    return ResultShown(
        came,
        _score(pack, scored.least) if scored is not None and scored.whole else "",
        _left(pack, scored) if scored is not None and not scored.whole else "",
        tuple(_terms(pack, scored)) if scored is not None else (),
        tuple(item.says for item in scored.unknown) if scored is not None else (),
        tuple(told),
        stands_behind(pack, came, trained(assessor, pack.name, law, on=on), on=on),
        tuple(in_words(pack, each) for each in came.faults),
    )


def answer_shown(pack: Pack, each: Answer, found: Known) -> AnswerShown:
    """One answer in words; one nobody gave, and that follows from others, says from which."""
    item = pack.item(each.item)
    recorded = shown(item, each.recorded) if each.overrides else ""
    if not each.value and each.item in found.worked_out:
        value = number(found.values[each.item])
        rests = asked_for(pack, found.worked_out[each.item])
        return AnswerShown(item.says, value, WORKED_OUT, rests, recorded, each.why)
    return AnswerShown(item.says, shown(item, each.value), str(each.source), each.fact, recorded, each.why)


def suggested(came: "ResultShown | None") -> str:
    """The band of the score, where one is reached: the officer may conclude another."""
    return came.came.adjusted_band if came is not None else ""


def signed(value: Decimal) -> str:
    """What a term adds, with its sign.

    >>> signed(Decimal("3.50")), signed(Decimal("-2")), signed(Decimal(0))
    ('+3.5', '\N{MINUS SIGN}2', '0')
    """
    said = number(abs(value))
    return said if not value else f"+{said}" if value > 0 else f"\N{MINUS SIGN}{said}"


def _terms(pack: Pack, scored: Scored, of: str = "") -> list[TermShown]:
    """The terms of a score with the sum after each, and then those of each part."""
    sums = accumulate(each.value for each in scored.added)
    found = [
        TermShown(each.says, rests_on(pack, each.answers), signed(each.value), number(total), of)
        for each, total in zip(scored.added, sums, strict=True)
    ]
    for name, part in scored.parts.items():
        found += _terms(pack, part, called(pack, name))
    return found


def _score(pack: Pack, outcome: Outcome | None) -> str:
    if outcome is None:
        return ""
    parts = []
    if pack.kind is Kind.POINTS:
        parts.append(f"{number(outcome.total)} {'point' if outcome.total == 1 else 'points'}")
    if outcome.percent is not None:
        parts.append(f"{number(outcome.percent)} per cent")
    return ", ".join(parts) or f"{number(outcome.total)} in all"


def _left(pack: Pack, scored: Scored) -> str:
    """The range that what is not known leaves open."""
    least, most = scored.least, scored.most
    if least is None or most is None:
        return "So much is not known that no range can be given."
    ends = [_score(pack, least), _score(pack, most)]
    said = f"From {ends[0]} to {ends[1]}"
    if pack.bands:
        bands = (
            f"the band is {least.adjusted} either way"
            if least.adjusted == most.adjusted
            else (f"the band may be {least.adjusted} to {most.adjusted}")
        )
        said = f"{said}: {bands}"
    return f"{said}."
