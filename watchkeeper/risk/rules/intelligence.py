"""Everybody on the register is flagged in local intelligence, and what comes in is read."""

from datetime import date

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.risk.facts import Duty, Outlook
from watchkeeper.risk.rules.outlook import reviewed_by


def flag_due(
    outlook: Outlook, law: Shelf, calendar: Calendar, *, on: date, flag_on: date | None
) -> Due | None:
    """The last day to flag the person's nominal in local intelligence; None once it is flagged.

    "All local intelligence systems should have a nominal record of every registered
    offender." Working days after registration, whose own day does not count. Being away does
    not hold it: a person in prison has visitors. Without a first relevant date the clock
    cannot start, which is a finding.
    """
    if flag_on is not None and flag_on <= on:
        return None
    row = law["intelligence_flag_working_days"]
    flagged = Given("intelligence flag", "not recorded", row.cite)
    if outlook.registered_on is None:
        missing = (Given("first relevant date", "not recorded", row.cite), flagged)
        return Due(Duty.INTELLIGENCE_FLAG, Standing.MISSING, None, row.cite, missing, confirmed=row.confirmed)
    because = (Given("first relevant date", day(outlook.registered_on)), flagged)
    by = calendar.after(row.whole(on), outlook.registered_on)
    return Due(Duty.INTELLIGENCE_FLAG, Standing.OWED, by, row.cite, because, confirmed=row.confirmed)


def reviews_due(outlook: Outlook, law: Shelf, calendar: Calendar, *, on: date) -> tuple[Due, ...]:
    """The last day to review each item of intelligence nobody has reviewed by `on`, oldest first.

    Intelligence is "brought to the MOSOVO officer's attention"; the count is of working days
    after receipt, whose own day does not count. A force that allows 0 means the day itself,
    working day or not. `about` is the item.
    """
    unread = [item for item in outlook.intelligence if not reviewed_by(item, on=on)]
    if not unread:
        return ()
    row = law["intelligence_review_working_days"]
    allowed = row.whole(on)
    return tuple(
        Due(
            Duty.INTELLIGENCE_REVIEW,
            Standing.OWED,
            calendar.after(allowed, item.received_on) if allowed else item.received_on,
            row.cite,
            (
                Given(
                    "significant intelligence" if item.significant else "intelligence", day(item.received_on)
                ),
                Given("reviewed", "not recorded", row.cite),
            ),
            about=item.ref,
            confirmed=row.confirmed,
        )
        for item in unread
    )
