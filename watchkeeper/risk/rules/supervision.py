"""When a supervisor must next review the plan, the record and the intelligence triggers."""

from datetime import date

from watchkeeper.law.clocks import months_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, every
from watchkeeper.risk.facts import Duty, Outlook
from watchkeeper.risk.rules.level import months_for


def supervisor_review_due(outlook: Outlook, law: Shelf, *, on: date) -> Due:
    """The last day for the next supervisor's review.

    "Supervisors must verify these settings are still appropriate at review periods." Months
    by level from the last review, or from registration when there was none; the
    corresponding date is the last day. Without a level the strictest period is used. Being
    away holds nothing: the record can be read at any time.

    Examples
    --------
    High risk, reviewed on 30 November: the end of February is the last day.

    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.risk.facts import Level, Review, SetLevel
    >>> high = SetLevel("L1", Level.HIGH, date(2026, 1, 1), "O1")
    >>> supervisor_review_due(Outlook(level=high, reviewed=Review("R1", date(2026, 11, 30), "O2")),
    ...                       shelf.load(), on=date(2026, 12, 1)).by
    datetime.date(2027, 2, 28)
    """
    row = law["supervisor_review_months"]
    level = outlook.level.level if outlook.level is not None else None
    months = months_for("supervisor_review_months", level, law, on=on)
    repeats = Given(
        "supervisor's review",
        f"{every(months)}: level {level}" if level else f"{every(months)}: no level recorded",
        row.cite,
    )
    if outlook.reviewed is not None:
        since, given = outlook.reviewed.reviewed_on, "last review"
    elif outlook.registered_on is not None:
        since, given = outlook.registered_on, "never reviewed; first relevant date"
    else:
        missing = (
            Given("last review", "none"),
            Given("first relevant date", "not recorded", row.cite),
            repeats,
        )
        return Due(Duty.SUPERVISOR_REVIEW, Standing.MISSING, None, row.cite, missing, confirmed=row.confirmed)
    because = (Given(given, day(since)), repeats)
    by = months_after(months, since)
    return Due(Duty.SUPERVISOR_REVIEW, Standing.OWED, by, row.cite, because, confirmed=row.confirmed)
