"""Who holds a crime on a day, and the clocks until somebody does: grade, allocation, dispute."""

from datetime import date
from zoneinfo import ZoneInfo

from watchkeeper.crimes.facts import Case, Crime, Disputed, Duty, Graded, Held
from watchkeeper.law.clocks import days_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days

LONDON = ZoneInfo("Europe/London")
NOT_GRADED = "not graded"
NOBODY_DECIDES = "inspector"


def reported_on(crime: Crime) -> date | None:
    """The day of the report, as the clocks of England show it; None where nobody recorded it."""
    return None if crime.reported_at is None else crime.reported_at.astimezone(LONDON).date()


def told_of(crime: Crime, *, on: date) -> bool:
    """Whether it had been reported by a day; without a day from the first of its month, or always."""
    told = reported_on(crime) or crime.reported_month
    return told is None or told <= on


def report_in_words(crime: Crime) -> str:
    """The day of the report, or as much of it as is known.

    >>> report_in_words(Crime("C1", None, "86", "U1", reported_month=date(2025, 1, 1)))
    'a day of January 2025 that is not recorded'
    """
    told, month = reported_on(crime), crime.reported_month
    if told is not None:
        return day(told)
    return f"a day of {day(month).partition(' ')[2]} that is not recorded" if month else "day not recorded"


def undated(duty: Duty, row: Parameter, crime: Crime, about: str) -> Due:
    """A clock that counts from a report whose day nobody recorded: missing, never worked out from a guess."""
    because = (Given("reported", report_in_words(crime), row.cite),)
    return Due(duty, Standing.MISSING, None, row.cite, because, about, row.confirmed)


def holder(case: Case, *, on: date) -> Held | None:
    """The spell that holds on a day; the newest where two do, None where nobody holds it."""
    spells = [s for s in case.holdings if s.since <= on and (s.until is None or on < s.until)]
    return max(spells, key=lambda spell: (spell.since, spell.ref), default=None)


def grade(case: Case, *, on: date) -> Graded | None:
    """The grade that stands on a day: the last one decided."""
    return max((g for g in case.grades if g.on <= on), key=lambda g: (g.on, g.ref), default=None)


def grade_due(case: Case, law: Shelf, *, on: date) -> Due | None:
    """The last day to grade a crime; None once it is graded.

    THRIVE, College of Policing APP; the time is proposed. The day of the report does not count.
    """
    if grade(case, on=on) is not None:
        return None
    row, told = law["grade_within_days"], reported_on(case.crime)
    if told is None:
        return undated(Duty.GRADE, row, case.crime, case.crime.ref)
    because = (
        Given("reported", day(told)),
        Given("grade", "none", row.cite),
        Given("graded", f"within {days(row.whole(told))}", row.cite),
    )
    by = days_after(row.whole(told), told)
    return Due(Duty.GRADE, Standing.OWED, by, row.cite, because, case.crime.ref, row.confirmed)


def allocation_due(case: Case, law: Shelf, *, on: date) -> Due | None:
    """The last day for somebody to hold the crime; None while somebody does.

    Counted from the report by the grade that stands; a crime nobody graded is treated as the most
    urgent. A crime taken from its holder and given to nobody is owed an owner from that day. Missing
    where nobody recorded the day of the report, and nobody ever held it.

    Examples
    --------
    Nobody graded it, so somebody must hold it on the day of the report itself.

    >>> from datetime import UTC, datetime
    >>> from watchkeeper.law import shelf
    >>> crime = Crime("C1", datetime(2026, 3, 2, 9, tzinfo=UTC), "19C", "U1")
    >>> allocation_due(Case(crime), shelf.load(), on=date(2026, 3, 2)).by
    datetime.date(2026, 3, 2)
    """
    if holder(case, on=on) is not None:
        return None
    row, told, graded = law["allocate_within_days"], reported_on(case.crime), grade(case, on=on)
    left = max((s.until for s in case.holdings if s.until is not None and s.until <= on), default=None)
    began = left or told
    if began is None:
        return undated(Duty.ALLOCATION, row, case.crime, case.crime.ref)
    word = graded.response if graded is not None else NOT_GRADED
    allowed = row.of(word, told or began)
    since = Given("reported", day(began)) if left is None else Given("last held until", day(left))
    because = (
        since,
        Given("grade", word),
        Given("somebody to hold it", "the same day" if not allowed else f"within {days(allowed)}", row.cite),
    )
    by = days_after(allowed, began)
    return Due(Duty.ALLOCATION, Standing.OWED, by, row.cite, because, case.crime.ref, row.confirmed)


def dispute_due(disputed: Disputed, law: Shelf, *, on: date) -> Due | None:
    """The last day for the one decider to decide a dispute; None once decided.

    A dispute with no decider named is put to the rank that decides disputes, never to nobody.
    """
    if disputed.on > on or (disputed.decided_on is not None and disputed.decided_on <= on):
        return None
    row = law["dispute_days"]
    because = (
        Given("disputed", day(disputed.on)),
        Given("decided", f"within {days(row.whole(disputed.on))}", row.cite),
    )
    by = days_after(row.whole(disputed.on), disputed.on)
    owner = disputed.decider or NOBODY_DECIDES
    return Due(Duty.DISPUTE, Standing.OWED, by, row.cite, because, disputed.ref, row.confirmed, owner)
