"""When a supervisor must look at an investigation, when it must have a plan, and each line of enquiry."""

from collections.abc import Iterator
from datetime import date

from watchkeeper.crimes.facts import Case, Duty, Enquiry, ReviewKind
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.law.clocks import days_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days

SUPERVISOR = "sergeant"


def review_due(case: Case, law: Shelf, *, hard: bool, on: date) -> Due | None:
    """The last day of the supervisor's next look; None while nobody holds the crime.

    First an initial review, counted from the day of the first allocation, sooner behind a `hard`
    gate. Then a review 7, 14 and 28 days after the one before and every 28 days from there, or on
    the day the supervisor set where that is sooner: nobody puts a review off. PEEL 2023-25
    Metropolitan found supervision wanting; the times are proposed.
    """
    held = holder(case, on=on)
    if held is None:
        return None
    owner = held.supervisor or SUPERVISOR
    done = sorted((r for r in case.reviews if r.on <= on), key=lambda r: (r.on, r.ref))
    if not any(review.kind is ReviewKind.INITIAL for review in done):
        row = law["initial_review_days"]
        first = min(spell.since for spell in case.holdings)
        allowed = row.of("hard" if hard else "other", first)
        because = (
            Given("allocated", day(first)),
            Given("initial review", f"within {days(allowed)}", row.cite),
        )
        by = days_after(allowed, first)
        return Due(
            Duty.INITIAL_REVIEW, Standing.OWED, by, row.cite, because, case.crime.ref, row.confirmed, owner
        )
    row, last = law["review_days"], done[-1]
    steps = row.wholes(last.on)
    allowed = steps[min(len(done), len(steps)) - 1]
    by = days_after(allowed, last.on)
    given = [Given("last review", day(last.on)), Given("next", f"within {days(allowed)}", row.cite)]
    if last.next_on is not None and last.next_on < by:
        by = last.next_on
        given.append(Given("the supervisor asked for it by", day(last.next_on)))
    return Due(Duty.REVIEW, Standing.OWED, by, row.cite, tuple(given), case.crime.ref, row.confirmed, owner)


def plan_due(case: Case, law: Shelf, *, on: date) -> Due | None:
    """The last day to set the first line of enquiry; None once there is one, or while nobody holds it."""
    if holder(case, on=on) is None or any(line.set_on <= on for line in case.enquiries):
        return None
    row, first = law["plan_within_days"], min(spell.since for spell in case.holdings)
    because = (Given("allocated", day(first)), Given("plan", f"within {days(row.whole(first))}", row.cite))
    by = days_after(row.whole(first), first)
    return Due(Duty.PLAN, Standing.OWED, by, row.cite, because, case.crime.ref, row.confirmed)


def enquiries_due(case: Case, law: Shelf, *, on: date) -> Iterator[Due]:
    """The last day of each line of enquiry still open: the day set for it, else the days of policy."""
    row = law["enquiry_days"]
    for line in case.enquiries:
        if line.set_on <= on and not _done(line, on):
            by = line.due_on or days_after(row.whole(line.set_on), line.set_on)
            because = (
                Given("set", day(line.set_on)),
                Given("to be done by", day(by), "" if line.due_on else row.cite),
            )
            confirmed = line.due_on is not None or row.confirmed
            yield Due(Duty.ENQUIRY, Standing.OWED, by, row.cite, because, line.ref, confirmed)


def _done(line: Enquiry, on: date) -> bool:
    return line.done_on is not None and line.done_on <= on
