"""The grade that the measures speak for, with what speaks against it and what would change it.

The inspectorate gives good where substantially all that is good is shown, adequate where some is, requires
improvement where little is, and inadequate where there is cause for concern. What is not shown is not
credited: a measure with nothing to look at keeps a characteristic from being shown, and never helps.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import floor

from watchkeeper.inspection.facts import Alarm
from watchkeeper.inspection.grades.facts import (
    GOOD,
    Characteristic,
    Evidence,
    Grade,
    Judged,
    Proposal,
    SampleEvidence,
    Standing,
)
from watchkeeper.law.shelf import Shelf

ROWS = ("grade_shown", "grade_exceeds", "grade_least_evidence", "grade_causes", "grade_causes_inadequate")


def characteristics(
    theme: Judged,
    evidence: Mapping[str, Evidence],
    law: Shelf,
    *,
    on: date,
    read: Sequence[SampleEvidence] = (),
) -> tuple[Characteristic, ...]:
    """What is good in a theme, each with its evidence by name of measure, and what samples read of it.

    Of which characteristic a question speaks is a row of policy; of one it does not name it speaks of none.

    Raises LookupError for a measure of policy of which no evidence is given.
    """
    return tuple(
        Characteristic(
            name,
            law[name].says,
            law[name].cite,
            law[name].confirmed,
            tuple(evidence[each] for each in law[name].words(on)),
            tuple(each for each in read if speaks_of(each.question, law, on=on) == name),
        )
        for name in GOOD[theme]
    )


def speaks_of(question: str, law: Shelf, *, on: date) -> str:
    """The characteristic that a question of a sample speaks of, by the row of policy; blank for none."""
    table = law["sample_speaks_of"].on(on)
    return str(table.get(question, "")) if isinstance(table, Mapping) else ""


def sample_standing(low: float | None, high: float | None, law: Shelf, *, on: date, enough: bool) -> Standing:
    """How the interval of a sample's share counts, by the row of policy on a day.

    For where all of it is at the share of policy or above, against where all of it is below; where it
    reaches over, or rests on too few answers, on neither side.
    """
    target = law["sample_good_share"].share(on)
    if not enough or low is None or high is None:
        return Standing.MISSING
    if low >= target:
        return Standing.SHOWN
    return Standing.AGAINST if high < target else Standing.MISSING


def propose(theme: Judged, good: Sequence[Characteristic], law: Shelf, *, on: date) -> Proposal:
    """The grade proposed for a theme from its characteristics and their evidence.

    None where fewer characteristics than the share of policy have any evidence.
    """
    every = [one for each in good for one in each.evidence]
    there = [one for one in every if one.standing is not Standing.MISSING]
    certainty = len(there) / len(every) if every else 0.0
    with_any = [each for each in good if _speaks(each)]
    confirmed = law.confirmed(*ROWS) and all(each.confirmed for each in good)
    least = law["grade_least_evidence"].share(on)
    if not good or len(with_any) < least * len(good):
        said = f"{len(with_any)} of {len(good)} characteristics have any evidence: too few for a grade"
        missing = tuple(_missing(one) for one in every if one.standing is Standing.MISSING)
        return Proposal(theme, None, None, certainty, (said, _samples(good)), missing, tuple(good), confirmed)
    shown = sum(1 for each in good if each.standing is Standing.SHOWN)
    against = sum(1 for each in good if each.standing is Standing.AGAINST)
    grade = _grade(good, shown, law, on)
    at_best = _grade(good, len(good) - against, law, on)
    because = (
        f"{shown} of {len(good)} characteristics are shown, {against} speak against, "
        f"{len(good) - shown - against} are not shown for want of evidence",
        *(f"A cause for concern: {one.title}, above the limit" for one in causes(every, law, on=on)),
        _samples(good),
    )
    changes = tuple(_changes(good, shown, grade, law, on))
    return Proposal(theme, grade, at_best, certainty, because, changes, tuple(good), confirmed)


def _speaks(good: Characteristic) -> bool:
    """Whether any measure or sample says anything of it, for or against."""
    stands = [one.standing for one in good.evidence] + [one.standing for one in good.read]
    return any(each is not Standing.MISSING for each in stands)


def causes(every: Iterable[Evidence], law: Shelf, *, on: date) -> tuple[Evidence, ...]:
    """Measures whose limit, once passed, policy calls a cause for concern; each once."""
    grave = law["grade_causes"].words(on)
    found = {one.measure: one for one in every if one.measure in grave and Alarm.OVER in one.alarms}
    return tuple(found.values())


def _grade(good: Sequence[Characteristic], shown: int, law: Shelf, on: date) -> Grade:
    every = [one for each in good for one in each.evidence]
    concern = len(causes(every, law, on=on))
    if concern >= law["grade_causes_inadequate"].whole(on):
        return Grade.INADEQUATE
    ladder, share = law["grade_shown"], shown / len(good)
    if concern or share < ladder.number_of(Grade.ADEQUATE, on):
        return Grade.IMPROVE
    if share < ladder.number_of(Grade.GOOD, on):
        return Grade.ADEQUATE
    exceeds = share >= ladder.number_of(Grade.OUTSTANDING, on) and all(
        _exceeds(one, law, on) for one in every
    )
    return Grade.OUTSTANDING if exceeds else Grade.GOOD


def _exceeds(one: Evidence, law: Shelf, on: date) -> bool:
    """No alarm, and no more than a share of its limit: more than good asks."""
    if one.standing is not Standing.SHOWN:
        return False
    return one.limit is None or (one.share or 0) <= one.limit * law["grade_exceeds"].share(on)


def _changes(good: Sequence[Characteristic], shown: int, grade: Grade, law: Shelf, on: date) -> Iterable[str]:
    every = [one for each in good for one in each.evidence]
    found = causes(every, law, on=on)
    if found:
        most = law["grade_causes_inadequate"].whole(on)
        better = "requires improvement" if len(found) >= most else "better than requires improvement"
        yield f"For {better}, these first: {', '.join(one.title.lower() for one in found)}"
    ladder = law["grade_shown"]
    for better in (Grade.ADEQUATE, Grade.GOOD):
        need = sum(1 for at in range(len(good)) if at / len(good) < ladder.number_of(better, on)) - shown
        if better.place < grade.place and need > 0:
            yield f"For {better}, {need} more of {len(good)} characteristics to be shown"
            break
    lost = [at for at in range(shown) if _grade(good, at, law, on).place > grade.place]
    if lost:
        yield f"It falls when {shown - max(lost)} of what is shown no longer is"
    told: dict[str, str] = {}
    for one in every:
        if one.standing is Standing.AGAINST:
            told.setdefault(one.measure, _back(one))
        elif one.standing is Standing.MISSING:
            told.setdefault(one.measure, _missing(one))
    yield from told.values()
    yield from (
        f"{one.title} (dip sample): a new one whose whole interval is at {one.target:.0%} or above"
        for each in good
        for one in each.read
        if one.standing is Standing.AGAINST
    )


def _samples(good: Sequence[Characteristic]) -> str:
    read = [one for each in good for one in each.read]
    if not read:
        return "No dip sample of it was finished in the period: nothing read counts for it or against"
    shown = sum(1 for one in read if one.standing is Standing.SHOWN)
    against = sum(1 for one in read if one.standing is Standing.AGAINST)
    return (
        f"Of {len(read)} questions that finished dip samples asked, {shown} speak for, {against} against, "
        f"{len(read) - shown - against} for neither side"
    )


def _back(one: Evidence) -> str:
    if one.limit is not None and Alarm.OVER in one.alarms:
        most = floor(one.limit * one.of)
        most += (most + 1) / one.of <= one.limit  # a product just short of a whole number
        return f"{one.title}: {one.many} of {one.of} count and {most} may, {one.many - most} fewer"
    return f"{one.title}: back to what its own past leads one to expect"


def _missing(one: Evidence) -> str:
    return f"{one.title}: nothing to look at, evidence is needed"
