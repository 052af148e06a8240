"""The clocks that run from the first minute while somebody is missing. Rules 83 to 85.

Hours elapse: they are counted from instant to instant and by no calendar. The times are proposals,
made on HMICFRS, accelerated causes of concern: a boy was missing for eight hours and nothing was done.
"""

from datetime import datetime

from watchkeeper.law.clocks import hours_after, london_day, minutes_after, minutes_between
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import elapsed, moment
from watchkeeper.missing.facts import Case, Duty, EnquiryKind, Found, Grade
from watchkeeper.missing.rules.accepting import NOT_GRADED, Counted, may_accept, newest_grade

INSPECTOR, SERGEANT = "inspector", "sergeant"


def found_by(case: Case, *, at: datetime) -> Found | None:
    """The record that somebody was found, by an instant; the last of several, as practice has it."""
    return max((f for f in case.finds if f.at <= at), key=lambda f: (f.at, f.ref), default=None)


def owner(grade: Counted) -> str:
    """The rank it is for: the duty inspector where it is high or nobody graded it. A policy of ours."""
    return INSPECTOR if grade.grade in (Grade.HIGH, None) else SERGEANT


def owed(
    duty: Duty,
    row: Parameter,
    since: datetime,
    last: datetime,
    because: tuple[Given, ...],
    case: Case,
    *,
    to: str,
) -> Due:
    """A duty of so many hours or minutes of policy from an instant; its day is London's."""
    within = Given("within", elapsed(minutes_between(since, last)), row.cite)
    said = (*because, within, Given("so by", moment(last)))
    ref = case.episode.ref
    return Due(duty, Standing.OWED, london_day(last), row.cite, said, ref, row.confirmed, owner=to, at=last)


def grade_due(case: Case, grade: Counted, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant to give a grade that is accepted; then, while it is provisional, to confirm it."""
    told = case.episode.reported_at
    if grade.grade is None or (grade.graded is not None and not grade.accepted):
        row = law["missing_grade_minutes"]
        last = minutes_after(row.whole(london_day(told)), told)
        because = [Given("reported", moment(told))]
        if newest := newest_grade(case, at=at):
            because.append(Given("given", newest.grade))
            unmet = may_accept(newest, case, law, at=at).unmet
            because.extend(Given("not accepted", reason.says, reason.cite) for reason in unmet)
        else:
            because.append(Given("grade", NOT_GRADED))
        return owed(Duty.GRADE, row, told, last, tuple(because), case, to=INSPECTOR)
    if grade.graded is None or not grade.graded.provisional:
        return None
    row, since = law["missing_confirm_hours"], grade.graded.at
    last = hours_after(row.whole(london_day(since)), since)
    because = [Given("provisional", f"{grade.word}, {moment(since)}")]
    return owed(Duty.CONFIRM, row, since, last, tuple(because), case, to=owner(grade))


def deploy_due(case: Case, grade: Counted, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant to send officers after a grade of high; None once some were sent, before or since.

    APP missing persons: high is immediate, intensive action. Rule 83.
    """
    high = [g.at for g in case.grades if g.grade is Grade.HIGH and g.at <= at]
    if grade.grade is not Grade.HIGH or not high:
        return None
    if any(each.kind is EnquiryKind.SENT and each.at <= at for each in case.enquiries):
        return None
    row, since = law["missing_deploy_minutes"], min(high)
    last = minutes_after(row.whole(london_day(since)), since)
    because = (Given("graded high", moment(since)), Given("officers sent", "none recorded"))
    return owed(Duty.DEPLOY, row, since, last, because, case, to=INSPECTOR)


def enquiry_due(case: Case, grade: Counted, law: Shelf, *, at: datetime) -> Due:
    """The last instant of the first enquiry, or of the one after the last: hours with no action.

    The first is counted from the report, each other from the one before, by the grade that counts.
    """
    made = [each.at for each in case.enquiries if each.at <= at]
    if made:
        duty, row, since = Duty.ENQUIRY, law["missing_enquiry_hours"], max(made)
        says = Given("last enquiry", moment(since))
    else:
        duty, row, since = Duty.FIRST_ENQUIRY, law["missing_first_enquiry_hours"], case.episode.reported_at
        says = Given("reported", moment(since))
    last = hours_after(row.of(grade.word, london_day(since)), since)
    because = (says, Given("grade", grade.word))
    return owed(duty, row, since, last, because, case, to=owner(grade))


def review_due(case: Case, grade: Counted, law: Shelf, *, at: datetime) -> Due:
    """The last instant of a supervisor's next review: from the report, or from the one before.

    By the grade that counts: one that is raised brings the review forward, and puts none off.
    """
    done = [each.at for each in case.reviews if each.at <= at]
    since = max(done, default=case.episode.reported_at)
    row = law["missing_review_hours"]
    last = hours_after(row.of(grade.word, london_day(since)), since)
    because = (Given("last review" if done else "reported", moment(since)), Given("grade", grade.word))
    return owed(Duty.REVIEW, row, since, last, because, case, to=owner(grade))
