"""Every clock and every decision owed of one person: the rules of all slices, asked once."""

from collections.abc import Iterator
from datetime import date

from watchkeeper.briefing.facts import Case
from watchkeeper.escalation.facts import Failure, Owed, Proposal
from watchkeeper.escalation.rules import decisions as escalation
from watchkeeper.escalation.rules.excuses import answered_for, followed_up, given_answers, on_record
from watchkeeper.escalation.rules.grounds import failures_in
from watchkeeper.escalation.rules.ladder import next_step
from watchkeeper.escalation.rules.outcomes import outcomes_due
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import months_after
from watchkeeper.law.decision import Decision
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.facts import Matter, Subject
from watchkeeper.registers.rules import duties as registers
from watchkeeper.registers.rules.failures import put_right
from watchkeeper.registers.rules.periods import Reckoned, reckon
from watchkeeper.risk.facts import OverrideKind
from watchkeeper.risk.rules import duties as risk
from watchkeeper.risk.rules.overrides import override_due
from watchkeeper.visits.rules import duties as visits
from watchkeeper.visits.rules.frequency import interval
from watchkeeper.visits.rules.reactive import reactive_holds
from watchkeeper.workforce.rules.handover import offer_due
from watchkeeper.workforce.rules.manager import manager_due


def managed_on(subject: Subject, law: Shelf, *, on: date, reckoned: Reckoned | None = None) -> bool:
    """Whether visits, assessments and a manager are owed: the person is, or may be, on the register.

    Somebody whose period cannot be worked out is treated as on it. Nobody may fall off by a
    missing date. Somebody whose finding still lies ahead, or who has a risk order only, is not.
    """
    return (reckoned or reckon(subject, law, on=on)).subject


def clocks(
    case: Case, law: Shelf, calendar: Calendar, *, on: date, reckoned: Reckoned | None = None
) -> tuple[Due, ...]:
    """Every clock of one person on a day, in the order of the slices: register, risk, visits, manager.

    Somebody whose notification period has ended has only what their orders still ask.
    `reckoned` is their period of that day where it has been worked out already: a night works
    it out once for each person, and everybody who asks is handed it.
    """
    reckoned = reckoned or reckon(case.subject, law, on=on)
    found = registers.duties(case.subject, law, on=on, reckoned=reckoned)
    if case.excuses or case.prosecutions:
        found = _answered_for(case, found, law, on=on)
    if not managed_on(case.subject, law, on=on, reckoned=reckoned):
        return found
    subject, outlook = case.subject, case.outlook
    return (
        *found,
        *risk.duties(
            outlook, subject.away, law, calendar, on=on, flag_on=subject.person.intelligence_flag_on
        ),
        *visits.duties(
            case.contact,
            outlook,
            subject.away,
            law,
            calendar,
            on=on,
            safety_marker=subject.person.safety_marker,
            last_change_on=last_change(subject, on=on),
            child_since=child_since(subject, on=on),
        ),
        *manager_due(case.manager, case.officer, outlook.registered_on, law, calendar, on=on),
        *_decided_for_a_time(case, law, on=on),
        *(offer_due(offer, rank, law, calendar, on=on) for offer, rank in case.offers),
        *outcomes_due(case.decisions, case.outcomes, law, on=on),
    )


def _answered_for(case: Case, dues: tuple[Due, ...], law: Shelf, *, on: date) -> tuple[Due, ...]:
    """The register's clocks with what excuses and prosecutions say of them, and what is to come of those."""
    answers = case.excuses, case.prosecutions, case.outlook.level.level if case.outlook.level else None
    failed = answered_for(failures_in(dues, on=on), *answers, law, on=on)
    return (*given_answers(dues, *answers, law, on=on), *followed_up(failed, *answers, law, on=on))


def _decided_for_a_time(case: Case, law: Shelf, *, on: date) -> Iterator[Due]:
    """The decision owed on each override that still stands: what replaced one is asked of nobody."""
    level, plan = case.outlook.level, case.outlook.plan
    for one in case.overrides:
        stands = level if one.kind is OverrideKind.LEVEL else plan
        if stands is not None and stands.ref == one.about and one.since <= on:
            yield override_due(one, stands.ref, law, on=on)


def last_change(subject: Subject, *, on: date) -> date | None:
    """The newest day on or before `on` on which a change happened or was notified."""
    days = (day for change in subject.changes for day in (change.happened_on, change.answered_on))
    return max((day for day in days if day is not None and day <= on), default=None)


def child_since(subject: Subject, *, on: date) -> date | None:
    """The newest day on or before `on` on which a household with a child began."""
    return max(
        (
            change.happened_on
            for change in subject.changes
            if change.matter is Matter.CHILD_HOUSEHOLD_BEGAN
            and change.happened_on is not None
            and change.happened_on <= on
        ),
        default=None,
    )


def owed(
    case: Case,
    dues: tuple[Due, ...],
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    reckoned: Reckoned | None = None,
) -> tuple[Owed, ...]:
    """Every decision owed on one person on a day, gravest first; `dues` are their clocks of that day.

    Nothing is owed on somebody who has left the register.
    """
    reckoned = reckoned or reckon(case.subject, law, on=on)
    if not managed_on(case.subject, law, on=on, reckoned=reckoned):
        return ()
    subject, outlook = case.subject, case.outlook
    held = _reactive(case, law, on=on)
    return escalation.owed(
        case.contact,
        outlook.level.level if outlook.level else None,
        law,
        calendar,
        on=on,
        visit_every_months=None
        if held is not None and held.allowed
        else interval(outlook, law, on=on).months,
        managed_since=outlook.registered_on,
        addresses=subject.addresses,
        away=subject.away,
        failures=failures(case, dues, law, on=on, reckoned=reckoned),
        charges=case.charges,
        decisions=case.decisions,
        reactive_broken=held,
        reactive_broken_on=_reactive_ended(case, on=on),
    )


def failures(
    case: Case, dues: tuple[Due, ...], law: Shelf, *, on: date, reckoned: Reckoned | None = None
) -> tuple[Failure, ...]:
    """Every failure to notify of one person that a decision may rest on: in default, or put right late.

    Each says what is recorded of excuses and prosecutions for it.
    """
    reckoned = reckoned or reckon(case.subject, law, on=on)
    found = (*failures_in(dues, on=on), *_put_right_late(case.subject, reckoned, law, on=on))
    return _answered(case, found, law, on=on)


def every_failure(case: Case, found: tuple[Failure, ...], law: Shelf, *, on: date) -> tuple[Failure, ...]:
    """The failures `found`, and those that only an excuse or a prosecution still names, oldest first."""
    whole = _answered(case, on_record(found, case.excuses, case.prosecutions, on=on), law, on=on)
    return tuple(sorted(whole, key=lambda each: (each.failed_on, each.duty, each.ref)))


def _answered(case: Case, found: tuple[Failure, ...], law: Shelf, *, on: date) -> tuple[Failure, ...]:
    return answered_for(
        found,
        case.excuses,
        case.prosecutions,
        case.outlook.level.level if case.outlook.level else None,
        law,
        on=on,
    )


def step(case: Case, asked: tuple[Owed, ...], law: Shelf, calendar: Calendar, *, on: date) -> Proposal:
    """The next lawful step on the ladder of failed visits, proposed and never taken."""
    return next_step(
        case.contact,
        case.outlook.level.level if case.outlook.level else None,
        law,
        calendar,
        on=on,
        owed=asked,
        decisions=case.decisions,
        away=case.subject.away,
    )


def _put_right_late(subject: Subject, reckoned: Reckoned, law: Shelf, *, on: date) -> tuple[Failure, ...]:
    """Failures that ended with a late notification not longer ago than policy looks back."""
    back = months_after(-law["late_notification_look_back"].whole(on), on)
    return tuple(
        Failure(failure.duty, failure.about, failure.began_on, failure.ended_on)
        for failure in put_right(subject, law, on=on, reckoned=reckoned, after=back)
    )


def _reactive(case: Case, law: Shelf, *, on: date) -> Decision | None:
    """Whether reactive management still holds; None for somebody not under it."""
    plan = case.outlook.plan
    if plan is None or not plan.reactive:
        return None
    return reactive_holds(
        case.outlook,
        law,
        on=on,
        last_change_on=last_change(case.subject, on=on),
        child_since=child_since(case.subject, on=on),
    )


def _reactive_ended(case: Case, *, on: date) -> date | None:
    """The first day after reactive management began on which something happened that may end it."""
    plan = case.outlook.plan
    if plan is None or plan.reactive_since is None:
        return None
    happened = (
        case.outlook.last_intelligence_on,
        last_change(case.subject, on=on),
        child_since(case.subject, on=on),
    )
    return min((d for d in happened if d is not None and plan.reactive_since <= d <= on), default=None)
