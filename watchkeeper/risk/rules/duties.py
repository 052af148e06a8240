"""Every duty that risk makes for one person."""

from datetime import date

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import Away
from watchkeeper.risk.facts import Outlook
from watchkeeper.risk.rules.assessing import assessing_dues
from watchkeeper.risk.rules.assessments import assessment_due, sign_off_due
from watchkeeper.risk.rules.intelligence import flag_due, reviews_due
from watchkeeper.risk.rules.level import level_due
from watchkeeper.risk.rules.plans import plan_due
from watchkeeper.risk.rules.pointing import level_below_due
from watchkeeper.risk.rules.repeating import repeats_due
from watchkeeper.risk.rules.supervision import supervisor_review_due


def duties(
    outlook: Outlook,
    away: tuple[Away, ...],
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    flag_on: date | None = None,
) -> tuple[Due, ...]:
    """Level, assessment, sign-off, plan, supervisor's review, flag, instruments and unread intelligence.

    `flag_on` is the day the person's nominal was flagged in local intelligence; None means it
    never was, and that is a duty. The order is that of the rules, not of urgency.
    """
    found = (
        level_due(outlook),
        assessment_due(outlook, away, law, calendar, on=on),
        sign_off_due(outlook, law, calendar, on=on),
        plan_due(outlook, law),
        supervisor_review_due(outlook, law, on=on),
        flag_due(outlook, law, calendar, on=on, flag_on=flag_on),
        level_below_due(outlook, law, calendar, on=on),
    )
    return (
        *(due for due in found if due is not None),
        *assessing_dues(outlook, law, calendar, on=on),
        *repeats_due(outlook, away, law, on=on),
        *reviews_due(outlook, law, calendar, on=on),
    )
