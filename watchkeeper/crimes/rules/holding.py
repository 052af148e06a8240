"""Who holds a crime on a day, and the clocks until somebody does: grade, allocation, dispute."""

from datetime import date
from zoneinfo import ZoneInfo

from watchkeeper.crimes.facts import Case, Crime, Disputed, Duty, Finalised, Graded, Held
from watchkeeper.law.clocks import days_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days

LONDON = ZoneInfo("Europe/London")
NOT_GRADED = "not graded"
NOBODY_DECIDES = "inspector"


def reported_on(crime: Crime) -> date:
    """The day of the report, as the clocks of England show it."""
    return crime.reported_at.astimezone(LONDON).date()


def holder(case: Case, *, on: date) -> Held | None:
    """The spell that holds on a day; the newest where two do, None where nobody holds it."""
    spells = [s for s in case.holdings if s.since <= on and (s.until is None or on < s.until)]
    return max(spells, key=lambda spell: (spell.since, spell.ref), default=None)


def grade(case: Case, *, on: date) -> Graded | None:
    """The grade that stands on a day: the last one decided."""
    return max((g for g in case.grades if g.on <= on), key=lambda g: (g.on, g.ref), default=None)


def closed(case: Case, *, on: date) -> Finalised | None:
    """What closed the case by a day: the last proposal nobody who looked again disagreed with."""
    done = (f for f in case.finals if f.on <= on and f.second_agrees is not False)
    return max(done, key=lambda final: (final.on, final.ref), default=None)


def grade_due(case: Case, law: Shelf, *, on: date) -> Due | None:
    """The last day to grade a crime; None once it is graded.

    THRIVE, College of Policing APP; the time is proposed. The day of the report does not count.
    """
    if grade(case, on=on) is not None:
        return None
    row, told = law["grade_within_days"], reported_on(case.crime)
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
    urgent. A crime taken from its holder and given to nobody is owed an owner from that day.

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
    word = graded.response if graded is not None else NOT_GRADED
    allowed = row.of(word, told)
    left = max((s.until for s in case.holdings if s.until is not None and s.until <= on), default=None)
    since = Given("reported", day(told)) if left is None else Given("last held until", day(left))
    because = (
        since,
        Given("grade", word),
        Given("somebody to hold it", "the same day" if not allowed else f"within {days(allowed)}", row.cite),
    )
    by = days_after(allowed, left or told)
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
