"""An episode is closed only when it is whole: found, graded, interviewed, told. Rules 86 and 87."""

from datetime import datetime

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.facts import Case, HowFound
from watchkeeper.missing.rules.accepting import Counted, counted
from watchkeeper.missing.rules.elapsed import found_by
from watchkeeper.missing.rules.history import is_child
from watchkeeper.missing.rules.returning import authority_due, prevention_due

CITE = "APP missing persons, closing"


def may_close(case: Case, law: Shelf, *, at: datetime) -> Decision:
    """Whether an episode may be closed at an instant, with everything that is still missing.

    Of a child a return interview must have been offered, held or refused as well; one offered is
    tracked after the close until it is held or refused. Nobody is interviewed who was found dead.
    """
    found = found_by(case, at=at)
    reasons = [
        Reason(not is_closed(case, at=at), "it is open", CITE),
        Reason(found is not None, "they are found", CITE),
    ]
    if found is not None:
        reasons.append(Reason(bool(found.postcode.strip()), "where they were found is recorded", CITE))
        reasons.append(Reason(found.how is not None, "how they were found is recorded", CITE))
    grade = counted(case, law, at=at)
    reasons.append(
        Reason(settled(grade), "a grade is accepted, and not provisional", law["missing_sources"].cite)
    )
    if found is not None and found.how is not HowFound.DEAD:
        spoken = prevention_due(case, found, law, at=at) is None
        reasons.append(
            Reason(
                spoken, "a prevention interview was held face to face", law["missing_prevention_hours"].cite
            )
        )
        if is_child(case, law):
            told = authority_due(case, found, law, at=at) is None
            offered = any(found.at <= each.at <= at for each in case.returns)
            row = law["missing_return_hours"]
            reasons.append(Reason(told, "the local authority is told", law["missing_authority_hours"].cite))
            reasons.append(Reason(offered, "a return interview was offered, held or refused", row.cite))
    return Decision(tuple(reasons))


def is_closed(case: Case, *, at: datetime) -> bool:
    """Whether it is closed by an instant."""
    return any(each.at <= at for each in case.closures)


def settled(grade: Counted) -> bool:
    """Whether the grade that counts is one an episode may be closed with: accepted, and not provisional."""
    return grade.accepted and grade.graded is not None and not grade.graded.provisional
