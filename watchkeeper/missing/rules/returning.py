"""What is owed once somebody is found: a prevention interview, the local authority told, a return interview.

Rules 86 and 87. The police hold the first; the local authority has somebody independent hold the last.
Nothing of it is owed to the dead, and nothing of it ends because an episode was closed.
"""

from collections.abc import Iterator
from datetime import datetime

from watchkeeper.law.clocks import hours_after, london_day, minutes_between
from watchkeeper.law.due import Due, Given
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import elapsed, moment
from watchkeeper.missing.facts import Case, Duty, Found, HowFound, ReturnStep
from watchkeeper.missing.rules.accepting import counted
from watchkeeper.missing.rules.elapsed import SERGEANT, found_by, owed
from watchkeeper.missing.rules.history import is_child

OVER = frozenset({ReturnStep.HELD, ReturnStep.REFUSED})


def returned_due(case: Case, law: Shelf, *, at: datetime) -> Iterator[Due]:
    """Every clock that runs from being found; nothing while somebody is missing."""
    found = found_by(case, at=at)
    if found is None or found.how is HowFound.DEAD:
        return
    due = prevention_due(case, found, law, at=at)
    if due is not None:
        yield due
    if is_child(case, law):
        yield from (
            each
            for each in (authority_due(case, found, law, at=at), return_due(case, found, law, at=at))
            if each
        )


def prevention_due(case: Case, found: Found, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant of the prevention interview; None once it was held face to face.

    By the grade that counted when they were found: sooner where it was high or nobody graded it.
    """
    if any(each.in_person and found.at <= each.at <= at for each in case.interviews):
        return None
    row, grade = law["missing_prevention_hours"], counted(case, law, at=found.at)
    last = hours_after(row.of(grade.word, london_day(found.at)), found.at)
    held = sum(found.at <= each.at <= at for each in case.interviews)
    how = "held, not known to be face to face" if held else "none"
    because = (Given("found", moment(found.at)), Given("grade then", grade.word), Given("interview", how))
    return owed(Duty.PREVENTION, row, found.at, last, because, case, to=SERGEANT)


def authority_due(case: Case, found: Found, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant to tell the local authority that a child is found; None once it was told."""
    if any(found.at <= each.at <= at for each in case.told):
        return None
    row = law["missing_authority_hours"]
    last = hours_after(row.whole(london_day(found.at)), found.at)
    because = (Given("found", moment(found.at)), Given("local authority", "not told"))
    return owed(Duty.TELL_AUTHORITY, row, found.at, last, because, case, to=SERGEANT)


def return_due(case: Case, found: Found, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant of the return interview; None once it was held or refused.

    Statutory guidance on children who go missing: 72 hours, by somebody independent. An offer ends nothing.
    """
    steps = sorted((r for r in case.returns if found.at <= r.at <= at), key=lambda r: (r.at, r.ref))
    if any(each.step in OVER for each in steps):
        return None
    row = law["missing_return_hours"]
    last = hours_after(row.whole(london_day(found.at)), found.at)
    stands = f"{steps[-1].step}, {moment(steps[-1].at)}" if steps else "not offered"
    because = (
        Given("found", moment(found.at)),
        Given("return interview", stands),
        Given("since found", elapsed(minutes_between(found.at, at))),
    )
    return owed(Duty.RETURN_INTERVIEW, row, found.at, last, because, case, to=SERGEANT)
