"""Failures to notify: one failure is one, however long it goes on. Sexual Offences Act 2003, s.91(3)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from watchkeeper.law.clocks import days_after, held_open, months_after
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.span import Span
from watchkeeper.law.wording import day
from watchkeeper.people.facts import AddressKind, home_on
from watchkeeper.registers.facts import Duty, Failure, Matter, Notification, NotificationKind, Subject
from watchkeeper.registers.rules.changes import change_due, non_event_due
from watchkeeper.registers.rules.duties import duties
from watchkeeper.registers.rules.periods import Reckoned, reckon
from watchkeeper.registers.rules.reach import last_counted, spans_known, whole
from watchkeeper.registers.rules.travel import LONDON, last_for_notice, notice_in_time, return_due

DAY = timedelta(days=1)
S91 = "Sexual Offences Act 2003, s.91(1)(a) and (3)"
PERIODIC = (Duty.ANNUAL, Duty.WEEKLY)
PUNISHED = frozenset(
    {
        Duty.INITIAL,
        Duty.ANNUAL,
        Duty.WEEKLY,
        Duty.CHANGE,
        Duty.STAY,
        Duty.NON_EVENT,
        Duty.TRAVEL,
        Duty.TRAVEL_CHANGE,
        Duty.TRAVEL_RETURN,
    }
)


def failures(subject: Subject, law: Shelf, *, on: date) -> tuple[Failure, ...]:
    """Each failure on record, those put right late and those that continue, oldest first.

    s.91(3): the offence is committed "on the day on which he first fails, without reasonable
    excuse," and continues "throughout any period during which the failure continues"; but
    nobody is prosecuted "more than once in respect of the same failure". One duty about one
    thing is one failure; each year and each week is a thing of its own. Whether there was a
    reasonable excuse, a person decides. Of annual and weekly notifications made late, those
    since the day policy looks back to are kept.
    """
    found: dict[tuple[Duty, str, date], Failure] = {}
    for failure in (*_continuing(subject, law, on), *put_right(subject, law, on=on)):
        each = failure.began_on if failure.duty in PERIODIC else date.min
        key = (failure.duty, failure.about, each)
        known = found.get(key)
        if known is None or failure.began_on < known.began_on:
            found[key] = failure
    return tuple(sorted(found.values(), key=lambda f: (f.began_on, f.duty, f.about)))


def _continuing(subject: Subject, law: Shelf, on: date) -> Iterator[Failure]:
    for due in duties(subject, law, on=on):
        if due.standing is Standing.OWED and due.duty in PUNISHED and due.late(on):
            yield _failed(due, None)


def put_right(
    subject: Subject, law: Shelf, *, on: date, reckoned: Reckoned | None = None, after: date = date.min
) -> Iterator[Failure]:
    """Failures that ended, later than `after`, because what was owed was notified after its last lawful day.

    `reckoned` is the notification period of that day, where somebody has worked it out already.
    """
    begins = (reckoned or reckon(subject, law, on=on)).begins
    away = spans_known(subject.away, on=on) if subject.away else ()
    told = subject.notified.first_on
    if begins is not None and told is not None and begins <= told <= on and told > after:
        by = last_counted(whole(law["initial_notification_days"], begins), beginning_with=begins, away=away)
        if by is not None and told > by:
            cite = f"{S91}; {law['initial_notification_days'].cite}"
            yield Failure(Duty.INITIAL, "", by + DAY, told, (f"due by {day(by)}, made {day(told)}",), cite)
    for previous, told_on in pairwise(subject.notified.restarts):
        if begins is not None and begins <= previous and after < told_on <= on:
            found = _periodic_late(previous, told_on, subject, away, law)
            if found is not None:
                yield found
    for change in subject.changes:
        answer = change.answered_on
        if answer is None or not after < answer <= on:
            continue
        for due in (
            change_due(change, begins, away, law, on=on),
            non_event_due(change, away, law, on=on),
        ):
            if due is not None and due.by is not None and answer > due.by:
                yield _failed(due, answer)
    for trip in subject.trips:
        told_back = trip.return_notified_on
        back_known = told_back is not None and after < told_back <= on
        given = _london(trip.notified_at)
        if given is not None and after < given <= on:
            met = notice_in_time(trip, law, on=on)
            if not met.allowed:
                by, limb = last_for_notice(trip, law)
                why = tuple(reason.says for reason in met.unmet)
                yield Failure(Duty.TRAVEL, trip.ref, min(by + DAY, given), given, why, f"{S91}; {limb.cite}")
        elif trip.notified_at is None and _by(trip.returned_on, on) and back_known:
            by, limb = last_for_notice(trip, law)
            why = ("left without notice; the return was notified",)
            yield Failure(Duty.TRAVEL, trip.ref, by + DAY, told_back, why, f"{S91}; {limb.cite}")
        if told_back is not None and back_known:
            before = min(on, told_back - DAY)
            due = return_due(trip, subject, law, on=before)
            if due is not None and due.by is not None and told_back > due.by:
                yield _failed(due, told_back)


def _periodic_late(
    previous: date, told_on: date, subject: Subject, away: tuple[Span, ...], law: Shelf
) -> Failure | None:
    """The yearly or weekly notification that was owed after `previous` and made late on `told_on`.

    Whether a year or a week runs, s.85(5) and reg 9, goes by the home on the day it began.
    """
    home = home_on(subject.addresses, previous)
    weekly = home is not None and home.kind is AddressKind.FOUND
    row = law["no_fixed_abode_days" if weekly else "annual_notification_months"]
    length = whole(row, previous)
    would = days_after(length, previous) if weekly else months_after(length, previous)
    by = held_open(would, away=away, days=whole(law["periodic_held_open_days"], previous))
    if by is None or told_on <= by:
        return None
    because = (f"last notification: {day(previous)}", f"due by {day(by)}, made {day(told_on)}")
    duty = Duty.WEEKLY if weekly else Duty.ANNUAL
    return Failure(duty, "", by + DAY, told_on, because, f"{S91}; {row.cite}")


def ended_by(notification: Notification, subject: Subject, law: Shelf, *, on: date) -> tuple[Failure, ...]:
    """The failures a notification given at a station put right: what it told was told late.

    An incomplete one puts nothing right. A first notification tells of everything, any complete
    one of a release and of the period it ends; a change tells of its own matter alone.
    """
    if not notification.complete:
        return ()
    matters = {change.ref: change.matter for change in subject.changes}
    first = notification.kind is NotificationKind.INITIAL

    def told(failure: Failure) -> bool:
        if failure.duty in (Duty.CHANGE, Duty.NON_EVENT):
            matter = matters.get(failure.about)
            return first or matter is Matter.RELEASE or matter is notification.matter
        return failure.duty in (Duty.ANNUAL, Duty.WEEKLY) or (failure.duty is Duty.INITIAL and first)

    day_of = notification.notified_on
    late = put_right(subject, law, on=on, after=day_of - DAY) if day_of <= on else ()
    return tuple(failure for failure in late if failure.ended_on == day_of and told(failure))


def _failed(due: Due, ended_on: date | None) -> Failure:
    if due.by is None:
        raise ValueError(f"{due.duty} has no last day to miss")
    because = tuple(f"{given.what}: {given.value}" for given in due.because)
    return Failure(Duty(due.duty), due.about, due.by + DAY, ended_on, because, f"{S91}; {due.cite}")


def _london(at: datetime | None) -> date | None:
    """The day in London at an instant, the zone of Greenwich where none is recorded."""
    if at is None:
        return None
    return (at if at.tzinfo is not None else at.replace(tzinfo=UTC)).astimezone(LONDON).date()


def _by(day_of: date | None, on: date) -> bool:
    return day_of is not None and day_of <= on
