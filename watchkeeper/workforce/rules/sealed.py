"""What vetting and conduct say of one officer and one piece of work. For professional standards alone.

Police (Vetting) Regulations 2025, regs 5 and 13; severity, restriction and screening are force policy.
A fact that is not on record is "not shown": it bars, and is louder than one out of date.
"""

from collections.abc import Iterable
from datetime import date

from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, either, names
from watchkeeper.workforce.conduct import (
    Allegation,
    Clearance,
    ClearanceChange,
    ClearanceStep,
    Excluded,
    Fitness,
    Restricted,
    SafeToWork,
    Screening,
    VettingLevel,
    Work,
)
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.accreditation import listed
from watchkeeper.workforce.rules.authority import least_rank

_STRICTER = (ClearanceStep.RESTORED, ClearanceStep.SUSPENDED, ClearanceStep.WITHDRAWN)
NOT_SHOWN = "not shown"
"""How a reason begins that rests on a fact nobody recorded."""


def current(since: date, until: date | None, on: date) -> bool:
    """Whether something that holds from `since` to the day before `until` holds on a day, by law's count."""
    return since <= on and (until is None or on < until)


def vetted(fitness: Fitness, work: Work, law: Shelf, *, on: date) -> tuple[bool, str]:
    """Whether a clearance at a level the work accepts is on record and in date, reg. 5.

    Which level satisfies which stands in policy. A clearance counts from the day it is granted
    to the day before it expires; one without an expiry is not shown to be in date.
    """
    if not work.vetting:
        return True, "no clearance is asked for"
    wanted = either(work.vetting)
    accepted = {level for each in work.vetting for level in _meeting(each, law, on)}
    granted = [each for each in fitness.clearances if each.granted_on <= on]
    fit = [each for each in granted if each.level in accepted]
    if any(each.expires_on is not None and on < each.expires_on for each in fit):
        return True, f"holds {wanted} or what policy lets stand for it, in date"
    if not granted:
        return False, f"{NOT_SHOWN} to be vetted: no clearance is on record; {wanted} is needed"
    if any(each.expires_on is None for each in fit):
        return False, f"{NOT_SHOWN} to be in date: no expiry is recorded; {wanted} is needed"
    lapsed = max((each.expires_on for each in fit if each.expires_on is not None), default=None)
    if lapsed is not None:
        return False, f"clearance expired on {day(lapsed)}; {wanted} is needed"
    return False, f"holds {names(sorted({each.level for each in granted}))}; {wanted} is needed"


def stopped(
    clearances: Iterable[Clearance], changes: Iterable[ClearanceChange], *, on: date
) -> ClearanceChange | None:
    """The suspension or withdrawal of clearance that stands on a day, reg. 13; None when none does.

    Restoring it lifts either; a clearance granted on a later day lifts a withdrawal, never a
    suspension. Of two changes on one day the stricter stands.
    """
    past = [each for each in changes if each.on <= on]
    last = max(past, key=lambda each: (each.on, _STRICTER.index(each.step), each.ref), default=None)
    if last is None or last.step is ClearanceStep.RESTORED:
        return None
    anew = any(last.on < each.granted_on <= on for each in clearances)
    return None if anew and last.step is ClearanceStep.WITHDRAWN else last


def keeps_from(restrictions: Iterable[Restricted], work: Work, *, on: date) -> tuple[str, ...]:
    """Whom restricted duties keep the officer from that the work would bring them near. Force policy.

    Kept from the public is kept from everybody. A restriction that does not say whom it
    excludes is read as excluding everybody.
    """
    found: set[str] = set()
    for each in restrictions:
        if current(each.since, each.until, on):
            if not each.excludes:
                found.add("not recorded: read as everybody")
            elif Excluded.PUBLIC in each.excludes and work.contact:
                found.add(Excluded.PUBLIC)
            found |= work.contact.intersection(each.excludes)
    return tuple(sorted(found))


def barring(
    allegations: Iterable[Allegation], safe: Iterable[SafeToWork], law: Shelf, *, on: date
) -> tuple[Allegation, ...]:
    """The live allegations that keep an officer from the work, in the order they were made.

    Those at or above the severity of policy, and those nobody graded, unless a senior officer
    recorded why it is safe, has the rank of the table of powers, and it has not lapsed.
    """
    row = law["allegation_severity"]
    least = least_rank(Power.ALLOW_WORK, law, on=on)
    let = {
        each.allegation
        for each in safe
        if current(each.on, each.until, on)
        and each.reason.strip()
        and each.by != each.officer
        and each.rank is not None
        and each.rank.at_least(least)
    }
    live = [each for each in allegations if current(each.made_on, each.closed_on, on) and each.ref not in let]
    grave = [e for e in live if e.severity is None or e.severity >= row.of(e.kind, on)]
    return tuple(sorted(grave, key=lambda each: (each.made_on, each.ref)))


def screened(screenings: Iterable[Screening], *, on: date) -> tuple[bool, str]:
    """Whether the last psychological screening cleared the officer and is in date. Domain 4.2, force policy.

    Of two on one day the stricter stands. One without an expiry is not shown to be in date.
    """
    past = [each for each in screenings if each.on <= on]
    last = max(past, key=lambda each: (each.on, not each.cleared, each.ref), default=None)
    if last is None:
        return False, f"{NOT_SHOWN} to be screened: no screening is on record"
    if not last.cleared:
        return False, f"not cleared at the screening of {day(last.on)}"
    if last.expires_on is None:
        return False, f"{NOT_SHOWN} to be in date: the screening of {day(last.on)} records no expiry"
    if last.expires_on <= on:
        return False, f"screening expired on {day(last.expires_on)}"
    return True, "screened, in date"


def _meeting(level: VettingLevel, law: Shelf, on: date) -> tuple[str, ...]:
    return listed(law["vetting_met_by"].word_of(level, on))
