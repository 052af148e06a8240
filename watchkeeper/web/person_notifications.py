"""What a person told the police: notifications, changes and what answered them, travel, stays, reviews."""

from dataclasses import dataclass
from typing import Any

from watchkeeper.law.decision import Decision
from watchkeeper.registers import models
from watchkeeper.registers.facts import Change, Duty, Matter, Notification, NotificationKind, Trip
from watchkeeper.registers.rules.failures import put_right
from watchkeeper.registers.rules.notification import complies
from watchkeeper.registers.rules.travel import notice_in_time
from watchkeeper.web.person_acts import offered
from watchkeeper.web.person_duties import shown
from watchkeeper.web.person_reading import Reading

NEXT = (Duty.INITIAL, Duty.ANNUAL, Duty.WEEKLY, Duty.COMPLETE)
TRAVELLING = (Duty.TRAVEL, Duty.TRAVEL_CHANGE, Duty.TRAVEL_RETURN, Duty.TRAVEL_PROHIBITED)
REVIEWING = (
    *(Duty.REVIEW_OPEN, Duty.REVIEW_ACKNOWLEDGED, Duty.REVIEW_BODIES),
    *(Duty.REVIEW_DECIDED, Duty.REVIEW_APPEAL),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A notification as given: where, to whom, and whether it counts."""

    notification: Notification
    station: str
    officer: str
    counts: Decision


@dataclass(frozen=True, slots=True)
class Answered:
    """A change, the notification that answers it, empty while none does, and how late that was."""

    change: Change
    ref: str
    late: int  # days after the last lawful day; 0 in time, and while none does


@dataclass(frozen=True, slots=True)
class Journey:
    """A trip abroad and whether its notice was in time."""

    trip: Trip
    in_time: Decision


def notifications(reading: Reading) -> dict[str, Any]:
    """What the page shows."""
    law, on, dues = reading.asking.law, reading.on, reading.explained.dues
    recorded = reading.recorded
    late = {each.about: each.days_late or 0 for each in put_right(reading.case.subject, law, on=on)}
    return {
        "next": [shown(due, reading) for due in dues if due.duty in NEXT],
        "given": _given(reading),
        "changes": [
            Answered(one, answer_of(one, recorded.notifications), late.get(one.ref, 0))
            for one in sorted(
                reading.case.subject.changes,
                key=lambda one: one.happened_on or one.stated_for or on,
                reverse=True,
            )
        ],
        "change_clocks": [shown(due, reading) for due in dues if due.duty in (Duty.CHANGE, Duty.NON_EVENT)],
        "trips": [
            Journey(one, notice_in_time(one, law, on=on))
            for one in sorted(recorded.trips, key=lambda one: one.departs_on, reverse=True)
        ],
        "trip_clocks": [shown(due, reading) for due in dues if due.duty in TRAVELLING],
        "stays": sorted(recorded.stays, key=lambda one: one.since, reverse=True),
        "stay_clocks": [shown(due, reading) for due in dues if due.duty == Duty.STAY],
        "applications": sorted(recorded.applications, key=lambda one: one.received_on, reverse=True),
        "review_clocks": [shown(due, reading) for due in dues if due.duty in REVIEWING],
        "period": reading.explained.period,
        "offers": offered(reading, "person-notifications"),
    }


def answer_of(change: Change, given: tuple[Notification, ...]) -> str:
    """The ref of the notification that answers a change: of that day, complete, and about it.

    A first notification carries every item; any complete one tells of a release, s.84(1)(d).
    """
    if change.answered_on is None:
        return ""
    return min(
        (
            one.ref
            for one in given
            if one.notified_on == change.answered_on
            and one.complete
            and (
                one.matter is change.matter
                or one.kind is NotificationKind.INITIAL
                or change.matter is Matter.RELEASE
            )
        ),
        default="",
    )


def _given(reading: Reading) -> list[Kept]:
    rows = {row.ref: row for row in reading.history.standing(models.Notification)}
    found = [one for one in reading.recorded.notifications if one.notified_on <= reading.on]
    found.sort(key=lambda one: (one.notified_on, one.ref), reverse=True)
    return [Kept(one, rows[one.ref].station, rows[one.ref].officer_ref, complies(one)) for one in found]
