"""Every clock of one episode at an instant, each under the policy of the day it began."""

from datetime import datetime

from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.facts import Case
from watchkeeper.missing.rules.accepting import counted
from watchkeeper.missing.rules.elapsed import deploy_due, enquiry_due, found_by, grade_due, review_due
from watchkeeper.missing.rules.returning import returned_due


def duties(case: Case, law: Shelf, *, at: datetime) -> tuple[Due, ...]:
    """Everything owed in an episode at an instant; nothing before its report.

    While they are missing: the grade, officers sent, enquiries, reviews. Once found: interviews and
    telling. A close stops none of it, so an episode closed before it was whole still shows what it owes.
    """
    if case.episode.reported_at > at:
        return ()
    if found_by(case, at=at) is not None:
        return tuple(returned_due(case, law, at=at))
    grade = counted(case, law, at=at)
    found = (
        grade_due(case, grade, law, at=at),
        deploy_due(case, grade, law, at=at),
        enquiry_due(case, grade, law, at=at),
        review_due(case, grade, law, at=at),
    )
    return tuple(due for due in found if due is not None)
