"""Who may answer which case of a sample, what they may see of it, and when results may be read.

A proposal of ours: a second look is worth nothing to whoever has read the first, and half a sample
steers nobody.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from watchkeeper.inspection.sampled import SUBJECTS, Answer, CaseAnswers, Sample, Turn
from watchkeeper.inspection.tracked import Finding, Recommendation
from watchkeeper.law.decision import RECORDS, Decision, Reason

BLIND = "Proposed, blind second review"

type Told = Mapping[str, Collection[str]]
"""Officers, by ref, to whom what was found of each case was put."""


def told_of(findings: Iterable[Finding], recommendations: Collection[Recommendation]) -> Told:
    """To whom what was found of each case was put: the owners of findings, and of what they led to.

    Our proposal: they read what was found, and it is of their own work, so no look at the case is theirs.
    """
    found: dict[str, set[str]] = {}
    for each in findings:
        owners = {each.owner, *(made.owner for made in recommendations if made.finding == each.ref)}
        for case in each.cases:
            found.setdefault(case, set()).update(owners)
    return found


def may_answer(
    sample: Sample,
    case: str,
    turn: Turn,
    answers: Mapping[str, Answer],
    given: Sequence[CaseAnswers],
    told: Told,
    by: str,
) -> Decision:
    """Whether an officer, by ref, may answer a case of a sample, with all that is missing. Our proposal.

    Every question is answered, none twice, no case is looked at both times by one officer, and none by whom
    a finding of it was put to. `given` is all that was answered of the sample.
    """
    drawn = sample.case(case)
    of_case = [each for each in given if each.case == case]
    asked = SUBJECTS[sample.theme].questions
    reasons = [
        Reason(drawn is not None, "the case was drawn", RECORDS),
        Reason(
            set(answers) == set(asked),
            f"each question is answered ({len(answers)} of {len(asked)} are)",
            RECORDS,
        ),
        Reason(
            all(each.turn is not turn for each in of_case),
            f"nobody has given the {turn} look at the case, which stands once given",
            BLIND,
        ),
        Reason(
            all(each.by != by for each in of_case), "another officer takes the other look at a case", BLIND
        ),
        Reason(by not in told.get(case, ()), "no finding of the case was put to them", BLIND),
    ]
    if turn is Turn.SECOND:
        second = drawn is not None and drawn.second
        reasons.append(Reason(second, "the lot gave the case a second look", BLIND))
    return Decision(tuple(reasons))


def readable(sample: Sample, given: Sequence[CaseAnswers], by: str) -> tuple[CaseAnswers, ...]:
    """The answers an officer may read: their own; another's only once the case has had all its looks.

    Our proposal: neither of the two sees what the other said before both are in.
    """
    done = {each.ref for each in sample.drawing.cases if not awaited(sample, given, each.ref)}
    return tuple(each for each in given if each.by == by or each.case in done)


def awaited(sample: Sample, given: Collection[CaseAnswers], case: str) -> tuple[Turn, ...]:
    """The looks at a case that policy's lot asks for and nobody has taken yet, first before second."""
    drawn = sample.case(case)
    if drawn is None:
        return ()
    there = {each.turn for each in given if each.case == case}
    wanted = (Turn.FIRST, Turn.SECOND) if drawn.second else (Turn.FIRST,)
    return tuple(turn for turn in wanted if turn not in there)


def turn_of(sample: Sample, given: Collection[CaseAnswers], told: Told, case: str, by: str) -> Turn | None:
    """The look at a case an officer, by ref, would take now: the first that waits. Our proposal.

    None where none waits, for whoever took the other, and for whom a finding of the case was put to.
    """
    if by in told.get(case, ()) or any(each.case == case and each.by == by for each in given):
        return None
    return next(iter(awaited(sample, given, case)), None)


def blind_to(
    sample: Sample, given: Collection[CaseAnswers], told: Told, cases: Collection[str], by: str
) -> bool:
    """Whether what was found of some cases is not for an officer, by ref: it would tell them a first look.

    Our proposal: true while one of the cases waits for a look they could take, and is looked at twice.
    """
    twice = {each.ref for each in sample.drawing.cases if each.second}
    return any(case in twice and turn_of(sample, given, told, case, by) is not None for case in cases)


def complete(sample: Sample, given: Collection[CaseAnswers]) -> bool:
    """Whether every look of a sample is in: results are read then and not before. Our proposal."""
    return not any(awaited(sample, given, each.ref) for each in sample.drawing.cases)


def pairs(given: Sequence[CaseAnswers], question: str) -> tuple[tuple[str, str], ...]:
    """The first and the second answer to one question, in order of the case. What policy's kappa is of."""
    first, second = (
        {each.case: each.answers[question].value for each in given if each.turn is turn} for turn in Turn
    )
    return tuple((first[case], second[case]) for case in sorted(first.keys() & second.keys()))
