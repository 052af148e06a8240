"""Clocks day by day over a period: what fell due, when it was met, and how long it was late."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from watchkeeper.briefing.clocks import clocks
from watchkeeper.briefing.history import History
from watchkeeper.briefing.one import case_of
from watchkeeper.briefing.recorded import recorded_of
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.stored import officer_as_known

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Run:
    """A duty with one last day: first and last day of the period on which it was owed.

    `over` is True when it was still owed on the last day of the period.
    """

    due: Due
    first: date
    last: date
    over: bool

    def says(self) -> str:
        """Whether it was done in time, late, or not at all by the end."""
        assert self.due.by is not None  # only what is owed is kept
        about = f" ({self.due.about})" if self.due.about else ""
        late = self.due.days_late(self.last)
        fell = f"{self.due.duty}{about}: due by {day(self.due.by)}"
        if self.over:
            still = f"still owed on {day(self.last)}"
            return f"{fell}; {still}, {days(late)} late" if late > 0 else f"{fell}; {still}, not late"
        met = f"no longer owed from {day(self.last + DAY)}"
        return f"{fell}; {met}, {days(late + 1)} late" if late >= 0 else f"{fell}; {met}, in time"


def runs(history: History, law: Shelf, calendar: Calendar, *, since: date, until: date) -> tuple[Run, ...]:
    """Every duty that was owed on a day of the period, by duty, what it is about and its last day.

    The clocks are asked on every day from what is known in `history`, so the answer is of what was
    true as far as it is known at its instant. A duty whose last day moved is another run.
    """
    running: dict[tuple[str, str, date], Run] = {}
    for on, dues in _daily(history, law, calendar, since=since, until=until):
        for due in dues:
            if due.by is None:
                continue
            key = (due.duty, due.about, due.by)
            before = running.get(key)
            running[key] = replace(before, last=on) if before is not None else Run(due, on, on, False)
    return tuple(replace(run, over=run.last == until) for run in running.values())


def _daily(
    history: History, law: Shelf, calendar: Calendar, *, since: date, until: date
) -> Iterator[tuple[date, tuple[Due, ...]]]:
    recorded = recorded_of(history)
    if recorded is None:
        return
    officers = _officers(
        {one.officer for one in recorded.managers} | {one.receiver for one in recorded.offers},
        known_at=history.known_at,
    )
    for on in (since + DAY * passed for passed in range((until - since).days + 1)):
        yield on, clocks(case_of(recorded, officers, law, on=on), law, calendar, on=on)


def _officers(refs: set[str], *, known_at: datetime) -> dict[str, Officer]:
    found = {ref: officer_as_known(ref, known_at=known_at) for ref in sorted(refs)}
    return {ref: officer for ref, officer in found.items() if officer is not None}
