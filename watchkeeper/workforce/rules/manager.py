"""Everybody on the register has a named, trained manager. Rule 53."""

from datetime import date
from functools import lru_cache

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import REMEMBERED
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, names
from watchkeeper.workforce.facts import Course, Duty, Managed, Officer, Role, Training
from watchkeeper.workforce.rules.authority import holds, in_date, in_post
from watchkeeper.workforce.rules.caseload import weighed

NOT_ON_RECORD = "not on record as an officer"


def manager_due(
    managed: Managed | None,
    officer: Officer | None,
    registered_on: date | None,
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
) -> tuple[Due, ...]:
    """What is owed so that a person has a named manager who is in post and trained.

    Nothing is owed, and the answer is empty, when they have. Working days are counted after
    the day of registration, or after the first day without a manager: registered on a
    Thursday with one working day allowed, Friday is the last.

    `officer` is the record of the officer `managed` names; None means that there is none,
    and that nobody manages the person.
    """
    if managed is None or not _holds_today(managed, on):
        return (_unmanaged(managed, None, "none", registered_on, law, calendar, on),)
    if officer is None:
        return (_unmanaged(managed, managed.since, NOT_ON_RECORD, registered_on, law, calendar, on),)
    if officer.until is not None and officer.until <= on:
        left = f"left post on {day(officer.until)}"
        since = max(officer.until, managed.since)
        return (_unmanaged(managed, since, left, registered_on, law, calendar, on),)
    return manager_training_due(managed, lacks(officer, law, on=on), law, calendar, on=on)


def manager_training_due(
    managed: Managed, lacking: tuple[str, ...], law: Shelf, calendar: Calendar, *, on: date
) -> tuple[Due, ...]:
    """The duty to train a manager or name another, when `lacking` is not empty.

    Counted after the first day as this person's manager. `lacking` is what `lacks` answers.
    """
    if not lacking:
        return ()
    row = law["untrained_manager_within"]
    return (
        Due(
            Duty.MANAGER_TRAINING,
            Standing.OWED,
            calendar.after(row.whole(on), managed.since),
            row.cite,
            (
                Given("manager since", day(managed.since), law["manager_within"].cite),
                Given("the manager", names(lacking), law["manager_courses"].cite),
            ),
            about=managed.ref,
            confirmed=law.confirmed("untrained_manager_within", "manager_courses"),
        ),
    )


def lacks(officer: Officer, law: Shelf, *, on: date) -> tuple[str, ...]:
    """What an officer's training lacks to manage anybody: one entry for each course."""
    row = law["manager_courses"]
    return _lacking(officer.training, row.words(on), row.cite, on)


@lru_cache(maxsize=REMEMBERED)  # a night asks of a few hundred officers, once for each person they manage
def _lacking(
    training: tuple[Training, ...], courses: tuple[str, ...], cite: str, on: date
) -> tuple[str, ...]:
    return tuple(
        holds(training, course, cite, on=on).says
        for course in map(Course, courses)
        if not in_date(training, course, on=on)
    )


def may_manage(officer: Officer, weighted_load: float, law: Shelf, *, on: date) -> Decision:
    """Whether `officer` may be given somebody to manage.

    `weighted_load` is what they would hold with that person added, as `caseload` weighs it.
    The cap is that of a full-time officer times their share of hours; the cap itself is
    within bounds.
    """
    courses, cap = law["manager_courses"], law["caseload_cap"]
    allowed = cap.whole(on) * officer.hours_share
    return Decision(
        (
            in_post(officer, on=on),
            Reason(
                officer.role in (Role.OFFENDER_MANAGER, Role.SUPERVISOR),
                f"is {officer.role}; offender manager or supervisor is needed",
                law["manager_within"].cite,
                "offender manager or supervisor",
            ),
            *(holds(officer.training, Course(name), courses.cite, on=on) for name in courses.words(on)),
            Reason(
                weighted_load <= allowed,
                f"would hold {weighed(weighted_load)} of {allowed:g} allowed",
                cap.cite,
                "within the cap",
            ),
        )
    )


def _holds_today(managed: Managed, on: date) -> bool:
    return managed.since <= on and (managed.until is None or on < managed.until)


def _unmanaged(
    managed: Managed | None,
    gone: date | None,
    said: str,
    registered_on: date | None,
    law: Shelf,
    calendar: Calendar,
    on: date,
) -> Due:
    row = law["manager_within"]
    about = managed.ref if managed is not None else ""
    given = [Given("named manager", said, row.cite)]
    if gone is None and managed is not None and managed.until is not None and managed.until <= on:
        gone = managed.until
    event = gone or registered_on
    if event is None:
        given.append(Given("date of registration", "not recorded", row.cite))
        return Due(
            Duty.MANAGER, Standing.MISSING, None, row.cite, tuple(given), about, confirmed=row.confirmed
        )
    given.append(Given("without a manager since" if gone else "registered on", day(event), row.cite))
    by = calendar.after(row.whole(on), event)
    return Due(Duty.MANAGER, Standing.OWED, by, row.cite, tuple(given), about, confirmed=row.confirmed)
