"""Clocks of conduct: suspensions reviewed, dismissals reported, allegations graded. Sealed.

Police (Conduct) Regulations 2020, reg. 11; SI 2017/1135, reg. 3. Owed by professional standards.
"""

from collections.abc import Iterable
from datetime import date

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.workforce.conduct import Allegation, Dismissal, Suspension, SuspensionReview
from watchkeeper.workforce.facts import Duty, Role
from watchkeeper.workforce.rules.sealed import current
from watchkeeper.workforce.rules.vetting import in_force, review_due

OWNER = str(Role.STANDARDS)
SEALED_DUTIES = frozenset(
    {
        Duty.VETTING,
        Duty.VETTING_RENEWAL,
        Duty.VETTING_TOLD,
        Duty.REDEPLOYMENT,
        Duty.VETTING_REVIEW,
        Duty.SUSPENSION_REVIEW,
        Duty.BARRED_LIST,
        Duty.SEVERITY,
    }
)
"""Duties of which nobody but vetting and professional standards is told."""


def suspension_dues(
    suspensions: Iterable[Suspension], reviews: Iterable[SuspensionReview], law: Shelf, *, on: date
) -> tuple[Due, ...]:
    """The next review of each suspension from duty that stands on a day, reg. 11."""
    row, seen = law["suspension_review_weeks"], tuple(reviews)
    if not in_force(row, on):
        return ()
    return tuple(
        review_due(Duty.SUSPENSION_REVIEW, each.ref, each.since, seen, row, owner=OWNER, on=on)
        for each in suspensions
        if current(each.since, each.until, on)
    )


def dismissal_dues(
    dismissals: Iterable[Dismissal], law: Shelf, calendar: Calendar, *, on: date
) -> tuple[Due, ...]:
    """The report of each dismissal to the College for the barred list, until it is made.

    SI 2017/1135, reg. 3(1): "before the end of 5 working days beginning with" the date of the
    dismissal or finding, which counts where it works.

    Examples
    --------
    Dismissed on Monday 2 March 2026: Friday is the last day.

    >>> from watchkeeper.law import calendar, shelf
    >>> gone = Dismissal("D1", "O1", date(2026, 3, 2))
    >>> dismissal_dues([gone], shelf.load(), calendar.england_and_wales(), on=date(2026, 3, 3))[0].by
    datetime.date(2026, 3, 6)
    """
    row = law["barred_list_working_days"]
    found: list[Due] = []
    for each in dismissals:
        unreported = each.reported_on is None or each.reported_on > on
        if each.on <= on and unreported and in_force(row, each.on):
            by = calendar.last_of(row.whole(each.on), beginning_with=each.on)
            because = (
                Given("dismissed or found", day(each.on), row.cite),
                Given("reported to the College", "not recorded", row.cite),
            )
            found.append(
                Due(
                    Duty.BARRED_LIST,
                    Standing.OWED,
                    by,
                    row.cite,
                    because,
                    each.ref,
                    confirmed=row.confirmed,
                    owner=OWNER,
                )
            )
    return tuple(found)


def severity_dues(allegations: Iterable[Allegation], law: Shelf, *, on: date) -> tuple[Due, ...]:
    """A live allegation nobody graded: a missing fact, which bars its officer until it is there."""
    cite = law["allegation_severity"].cite
    return tuple(
        Due(
            Duty.SEVERITY,
            Standing.MISSING,
            None,
            cite,
            (Given("severity", f"not recorded since {day(each.made_on)}", cite),),
            each.ref,
            owner=OWNER,
        )
        for each in allegations
        if current(each.made_on, each.closed_on, on) and each.severity is None
    )
