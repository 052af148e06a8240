"""Where the two who looked at a case differ, who may settle it, and how far a sample has come.

A proposal of ours. A third officer, who took neither look, says what is right and why. What the two said
apart stands: agreement is of that, and what is settled goes into the estimate.
"""

from collections.abc import Iterable, Mapping, Sequence

from watchkeeper.inspection.rules.answering import Told, awaited, complete
from watchkeeper.inspection.sampled import (
    SUBJECTS,
    Answer,
    CaseAnswers,
    Differing,
    Sample,
    SampleState,
    Settled,
    Turn,
)
from watchkeeper.law.decision import RECORDS, Decision, Reason

THIRD = "Proposed, differences settled by a third"


def differing(sample: Sample, given: Iterable[CaseAnswers]) -> tuple[Differing, ...]:
    """Every question on which the two looks at a case differ, in the order drawn and asked. Our proposal."""
    looks = {(each.case, each.turn): each.answers for each in given}
    found = []
    for case in sample.drawing.cases:
        first, second = looks.get((case.ref, Turn.FIRST)), looks.get((case.ref, Turn.SECOND))
        if first is None or second is None:
            continue
        for question in SUBJECTS[sample.theme].questions:
            if first[question] is not second[question]:
                found.append(Differing(case.ref, question, first[question], second[question]))
    return tuple(found)


def unsettled(
    sample: Sample, given: Sequence[CaseAnswers], settled: Iterable[Settled]
) -> tuple[Differing, ...]:
    """The differences nobody has settled yet; policy of ours asks that none is left."""
    done = {(each.case, each.question) for each in settled}
    return tuple(each for each in differing(sample, given) if (each.case, each.question) not in done)


def may_settle(
    sample: Sample,
    case: str,
    answers: Mapping[str, Answer],
    because: str,
    given: Sequence[CaseAnswers],
    settled: Sequence[Settled],
    by: str,
    told: Told | None = None,
) -> Decision:
    """Whether an officer, by ref, may settle the differences of a case, with what is missing. Our proposal.

    `answers` are to the questions that differ, all of them at once: each that is still open and no other.
    `told`: to whom what was found of each case was put; nobody settles what they answer for.
    """
    opened = {each.question for each in unsettled(sample, given, settled) if each.case == case}
    both = sample.case(case) is not None and not awaited(sample, given, case)
    took = any(each.case == case and each.by == by for each in given)
    return Decision(
        (
            Reason(both, "the case was drawn, and every look at it is in", RECORDS),
            Reason(not took, "an officer who took neither look settles it", THIRD),
            Reason(by not in (told or {}).get(case, ()), "no finding of the case was put to them", THIRD),
            Reason(
                bool(opened) and set(answers) == opened,
                f"each difference is settled ({len(answers)} of {len(opened)} are)"
                if opened
                else "the two differ",
                RECORDS,
            ),
            Reason(bool(because.strip()), "a reason is given", RECORDS),
        )
    )


def counted(given: Iterable[CaseAnswers], settled: Iterable[Settled]) -> dict[str, dict[str, Answer]]:
    """The answer to each question of each case that goes into an estimate: the first, or what was settled.

    Our proposal.
    """
    found = {each.case: dict(each.answers) for each in given if each.turn is Turn.FIRST}
    for each in settled:
        if each.case in found:
            found[each.case][each.question] = each.answer
    return found


def state(sample: Sample, given: Sequence[CaseAnswers], settled: Sequence[Settled]) -> SampleState:
    """How far a sample has come: finished once every look is in and no difference is left. Our proposal."""
    if not given:
        return SampleState.DRAWN
    if not complete(sample, given):
        return SampleState.ANSWERING
    return SampleState.DIFFERING if unsettled(sample, given, settled) else SampleState.FINISHED
