"""Clocks of vetting: clearance recorded and renewed, its suspension told, reviewed and considered.

Police (Vetting) Regulations 2025, regs 5 and 13. Sealed: for vetting and professional standards.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.workforce.conduct import (
    Clearance,
    ClearanceChange,
    ClearanceStep,
    Fitness,
    SuspensionReview,
)
from watchkeeper.workforce.facts import Duty, Role
from watchkeeper.workforce.rules.authority import in_post
from watchkeeper.workforce.rules.sealed import stopped

REG_5 = "Police (Vetting) Regulations 2025, reg. 5"
REG_13 = "Police (Vetting) Regulations 2025, reg. 13"
OWNER = str(Role.VETTING)
WEEK = timedelta(weeks=1)


def vetting_dues(
    fitness: Fitness,
    reviews: Iterable[SuspensionReview],
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
) -> tuple[Due, ...]:
    """Everything vetting owes about one officer in post on a day, reg. 5 and reg. 13.

    A clearance nobody recorded and an expiry nobody recorded are missing facts, louder than late.
    Nothing is owed of whoever is not in post: clearance ends with it, reg. 6. Nor of the named
    system officer, who is nobody.
    """
    if fitness.officer.role is Role.SYSTEM or not in_post(fitness.officer, on=on).met:
        return ()
    return (
        *clearance_dues(fitness.clearances, law, on=on),
        *change_dues(fitness, reviews, law, calendar, on=on),
    )


def clearance_dues(clearances: Iterable[Clearance], law: Shelf, *, on: date) -> tuple[Due, ...]:
    """That a clearance is on record, reg. 5, and renewed before it expires, by force policy.

    The last day of a renewal is the last day the clearance holds. It is owed from the days
    ahead that policy gives, and goes on being owed until a clearance that ends later is granted.

    Examples
    --------
    Expires on 1 May 2026, so that 30 April is the last day it holds.

    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.workforce.conduct import VettingLevel
    >>> held = Clearance("C1", "O1", VettingLevel.RV, date(2016, 5, 1), date(2026, 5, 1))
    >>> clearance_dues([held], shelf.load(), on=date(2026, 3, 20))[0].by
    datetime.date(2026, 4, 30)
    """
    granted = [each for each in clearances if each.granted_on <= on]
    if not granted:
        return (_missing(Duty.VETTING, "clearance", "none is on record", REG_5),)
    unknown = [each for each in granted if each.expires_on is None]
    if unknown:
        return tuple(
            _missing(Duty.VETTING, "expiry of clearance", "not recorded", REG_5, each.ref) for each in unknown
        )
    last = max(granted, key=lambda each: (each.expires_on or date.max, each.ref))
    expires, row = last.expires_on or date.max, law["vetting_renewal_ahead_days"]
    if on < expires - timedelta(days=row.whole(on)):
        return ()
    by = expires - timedelta(days=1)
    because = (
        Given("clearance", f"{last.level}, granted {day(last.granted_on)}", REG_5),
        Given("first day it no longer holds", day(expires), REG_5),
    )
    return (
        Due(
            Duty.VETTING_RENEWAL,
            Standing.OWED,
            by,
            row.cite,
            because,
            last.ref,
            confirmed=row.confirmed,
            owner=OWNER,
        ),
    )


def change_dues(
    fitness: Fitness,
    reviews: Iterable[SuspensionReview],
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
) -> tuple[Due, ...]:
    """What the suspension or withdrawal of clearance that stands still owes, reg. 13.

    Written word within working days after; a review every so many weeks while a suspension
    stands; and, before a suspension, that redeployment was considered: not recorded is missing.
    """
    change = stopped(fitness.clearances, fitness.changes, on=on)
    if change is None or not in_force(law["vetting_told_working_days"], on):
        return ()
    found: list[Due] = []
    if change.told_on is None or change.told_on > on:
        found.append(_told(change, law, calendar))
    if change.step is ClearanceStep.SUSPENDED:
        if change.redeployment_considered is not True:
            what = "redeployment considered before"
            said = "not recorded" if change.redeployment_considered is None else "no"
            found.append(_missing(Duty.REDEPLOYMENT, what, said, REG_13, change.ref))
        found.append(
            review_due(
                Duty.VETTING_REVIEW,
                change.ref,
                change.on,
                reviews,
                law["vetting_review_weeks"],
                owner=OWNER,
                on=on,
            )
        )
    return tuple(found)


def review_due(
    duty: Duty,
    ref: str,
    since: date,
    reviews: Iterable[SuspensionReview],
    row: Parameter,
    *,
    owner: str,
    on: date,
) -> Due:
    """The next review of a suspension, of clearance or from duty, that still stands: weeks after the last.

    A review that ended it, where the end itself is not on record, is a missing fact. The weeks
    and their section stand in the row of policy.
    """
    done = [each for each in reviews if each.suspension == ref and since <= each.on <= on]
    last = max(done, key=lambda each: (each.on, not each.continued, each.ref), default=None)
    if last is not None and not last.continued:
        said = f"review of {day(last.on)} ended it; its end is not recorded"
        return Due(
            duty,
            Standing.MISSING,
            None,
            row.cite,
            (Given("end", said, row.cite),),
            ref,
            confirmed=row.confirmed,
            owner=owner,
        )
    start = since if last is None else last.on
    because = (
        Given("since", day(since), row.cite),
        Given("last review", "none" if last is None else day(last.on), row.cite),
    )
    by = start + row.whole(max(since, row.values[0][0])) * WEEK
    return Due(duty, Standing.OWED, by, row.cite, because, ref, confirmed=row.confirmed, owner=owner)


def in_force(row: Parameter, on: date) -> bool:
    """Whether a row of the law holds any value on a day: before the first, nothing is owed under it."""
    return bool(row.values) and row.values[0][0] <= on


def _told(change: ClearanceChange, law: Shelf, calendar: Calendar) -> Due:
    row = law["vetting_told_working_days"]
    by = calendar.after(row.whole(max(change.on, row.values[0][0])), change.on)
    because = (
        Given(f"clearance {change.step}", day(change.on), row.cite),
        Given("told in writing", "not recorded", row.cite),
    )
    return Due(
        Duty.VETTING_TOLD,
        Standing.OWED,
        by,
        row.cite,
        because,
        change.ref,
        confirmed=row.confirmed,
        owner=OWNER,
    )


def _missing(duty: Duty, what: str, said: str, cite: str, about: str = "") -> Due:
    return Due(duty, Standing.MISSING, None, cite, (Given(what, said, cite),), about, owner=OWNER)
