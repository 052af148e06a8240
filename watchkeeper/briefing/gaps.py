"""Where contact with a person was lost: the runs of days on which a visit was owed and late."""

from dataclasses import dataclass
from datetime import date, timedelta

from watchkeeper.briefing.clocks import child_since, last_change
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.one import Recorded, outlook_of
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.rules.periods import reckon, registered_on
from watchkeeper.risk.facts import Outlook
from watchkeeper.visits.facts import Contact, Visit
from watchkeeper.visits.rules.frequency import visit_due

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days late with a visit: from `since`, the first, to `until`, the first that was not; None: still late.

    The day they were seen at last is late too: the visit was owed the day before. `due` is the
    clock as it stood on the first late day.
    """

    last_seen_on: date | None
    since: date
    until: date | None
    seen: bool
    due: Due

    @property
    def ends(self) -> date | None:
        """The last day late; None while it lasts."""
        return self.until - DAY if self.until is not None else None

    def days(self, *, on: date) -> int:
        """How many days late by the end of the gap, or by `on` while it lasts."""
        return ((self.until or on + DAY) - self.since).days


def gaps(recorded: Recorded, case: Case, law: Shelf, *, on: date) -> tuple[Gap, ...]:
    """Every run of days on which a visit was owed and late, oldest first, by force policy on visits.

    The clock is asked anew on each day something moved it: somebody was seen, a level was set, a
    plan made, an absence began or ended, intelligence came or a change was notified. So a level
    raised halfway is late from that day and not before, and days in custody are nobody's gap. Once
    the notification period is over nothing more is owed.
    """
    seen = {one.day: one for one in recorded.visits if one.outcome is not None and one.outcome.successful}
    begins = registered_on(recorded.disposals, recorded.orders, on=on) or min(seen, default=None)
    if begins is None:
        return ()
    ends = _ends(case, law, on)
    marks = _marks(recorded, case)
    points = sorted(point for point in {begins, *seen, *marks} if begins <= point <= ends)
    pieces: list[Gap] = []
    now: Outlook | None = None
    last: date | None = max((point for point in seen if point < begins), default=None)
    for point, following in zip(points, [*points[1:], ends + DAY], strict=True):
        if now is None or point in marks:
            now = outlook_of(recorded, law, on=point)
        last = point if point in seen else last
        due = visit_due(
            _contact(last, seen),
            now,
            recorded.away,
            law,
            on=point,
            last_change_on=last_change(case.subject, on=point),
            child_since=child_since(case.subject, on=point),
        )
        if due.standing is not Standing.OWED or due.by is None:
            continue
        met = following in seen and following <= ends
        since, until = max(point, due.by + DAY), following + DAY if met else following
        if since < until:
            pieces.append(Gap(last, since, until if met or until <= on else None, met, due))
    return tuple(_joined(pieces))


def _ends(case: Case, law: Shelf, on: date) -> date:
    reckoned = reckon(case.subject, law, on=on)
    last = reckoned.period.last if reckoned.period is not None else None
    return on if reckoned.subject or last is None else min(last, on)


def _marks(recorded: Recorded, case: Case) -> set[date]:
    """The days on which something other than being seen may move the clock of visits."""
    plans = (day for one in recorded.plans for day in (one.made_on, one.approved_on, one.reactive_since))
    away = (day for one in recorded.away for day in (one.since, one.until))
    changed = (day for one in case.subject.changes for day in (one.happened_on, one.answered_on))
    found = {
        *(one.set_on for one in recorded.levels),
        *(one.received_on for one in recorded.intelligence),
        *plans,
        *away,
        *changed,
    }
    return {day for day in found if day is not None}


def _contact(last: date | None, seen: dict[date, Visit]) -> Contact:
    return Contact(last_attempt_on=last, last_seen_on=last, last_seen_ref=seen[last].ref if last else "")


def _joined(pieces: list[Gap]) -> list[Gap]:
    """One gap of pieces that touch: what moved the clock in between did not end it."""
    joined: list[Gap] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before is not None and not before.seen and before.until == piece.since:
            joined[-1] = Gap(before.last_seen_on, before.since, piece.until, piece.seen, before.due)
        else:
            joined.append(piece)
    return joined
