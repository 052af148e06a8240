"""May this officer hold this work on this day? Rules 90, 91 and 96: one answer, with every reason at once.

Reasons carry their ground in `asks`. Sealed grounds are read by professional standards alone:
whoever else asks is shown `outward(decision)`, which says only whether the officer is available.
What an override opens, and every number, stands in policy.
"""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import a, counted, day, names
from watchkeeper.workforce.conduct import Fitness, Work
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.rules.accreditation import need_met, trainee
from watchkeeper.workforce.rules.authority import in_post, least_rank
from watchkeeper.workforce.rules.sealed import (
    NOT_SHOWN,
    barring,
    current,
    keeps_from,
    screened,
    stopped,
    vetted,
)


class Ground(StrEnum):
    """What a reason is about. The order is that in which reasons are given."""

    POST = "in post"
    ACCREDITATION = "accreditation"
    RANK = "rank"
    CONFLICT = "conflict"
    CHAIN = "chain of command"
    LOAD = "load"
    AWAY = "away"
    SHIFT = "shift"
    UNIT = "unit"
    VETTING = "vetting"
    WITHDRAWN = "clearance withdrawn"
    SUSPENDED = "suspended"
    RESTRICTED = "restricted duties"
    ALLEGATION = "allegation"
    SCREENING = "screening"
    OVERRIDE = "override"
    AVAILABLE = "availability"


SEALED = frozenset(
    {
        Ground.VETTING,
        Ground.WITHDRAWN,
        Ground.SUSPENDED,
        Ground.RESTRICTED,
        Ground.ALLEGATION,
        Ground.SCREENING,
    }
)
VETTED = "Police (Vetting) Regulations 2025, reg. 5"
WITHDRAWN = "Police (Vetting) Regulations 2025, regs 13 and 24"
SUSPENDED = "Police (Conduct) Regulations 2020, reg. 11"
PROPOSED = "Watchkeeper proposal, who may hold which work"
SEALED_CITE = "Watchkeeper, sealed to professional standards"
NOT_AVAILABLE = Reason(False, "not available", SEALED_CITE, Ground.AVAILABLE)
AVAILABLE = Reason(True, "available", SEALED_CITE, Ground.AVAILABLE)


class Overriding(Protocol):
    """Leave for one officer to hold one piece of work: by whom, from when, first day it lapses, and why."""

    @property
    def officer(self) -> str:
        """The officer it is for, by ref: force policy names one."""
        ...

    @property
    def by(self) -> str:
        """Who gave it, by ref: of the rank in the table of powers."""
        ...

    @property
    def on(self) -> date:
        """The first day that it holds, by policy."""
        ...

    @property
    def until(self) -> date:
        """The first day that it no longer holds, by policy."""
        ...

    @property
    def reason(self) -> str:
        """Why, in words: policy opens nothing without."""
        ...


def eligible(
    fitness: Fitness,
    work: Work,
    law: Shelf,
    *,
    on: date,
    overridden: Overriding | None = None,
    overrider: Officer | None = None,
) -> Decision:
    """Whether the officer may hold the work on a day, with every reason, met and unmet.

    `fitness.load` is what they hold without this work. `overrider` is whoever `overridden.by`
    names: an override opens nothing unless they are known, of the rank in the table of powers,
    somebody else, gave a reason, and it has not lapsed; then it opens the grounds that
    `eligibility_overridable` lists and no other.

    Examples
    --------
    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.workforce.facts import Course, Officer, Rank, Role
    >>> recruit = Fitness(Officer("O1", Rank.CONSTABLE, Role.INVESTIGATOR, "NW"))
    >>> work = Work("volume crime", "NW", False, ((Course.PIP1,),), (), 1.0, "domain 4.2")
    >>> [reason.says for reason in eligible(recruit, work, shelf.load(), on=date(2026, 3, 20)).unmet]
    ['has not passed PIP 1']
    """
    found = (*_open(fitness, work, law, on), *_sealed(fitness, work, law, on))
    unmet = [reason for reason in found if not reason.met]
    if overridden is None or not unmet:
        return Decision(found)
    against = _override_lacks(fitness, overridden, overrider, law, on)
    if against:
        return Decision((*found, Reason(False, against, PROPOSED, Ground.OVERRIDE)))
    opens = {*law["eligibility_overridable"].words(on)}
    says = f"override by {overridden.by} until {day(overridden.until)}"
    opened = (
        replace(reason, met=True, says=f"{reason.says}; {says}")
        if not reason.met and reason.asks in opens
        else reason
        for reason in found
    )
    return Decision((*opened, Reason(True, says, PROPOSED, Ground.OVERRIDE)))


def outward(decision: Decision) -> Decision:
    """The same answer for whoever may not read vetting and conduct: data protection, policy of need to know.

    Every sealed reason, met or not, becomes one that says "available" or "not available", so that
    neither what is said nor what is left out tells which ground it was.
    """
    told = tuple(reason for reason in decision.reasons if reason.asks not in SEALED)
    if len(told) == len(decision.reasons):
        return decision
    shut = any(not reason.met for reason in decision.reasons if reason.asks in SEALED)
    return Decision((*told, NOT_AVAILABLE if shut else AVAILABLE))


def not_shown(decision: Decision) -> tuple[Reason, ...]:
    """The unmet reasons that rest on a fact nobody recorded: by policy louder than one out of date."""
    return tuple(reason for reason in decision.unmet if reason.says.startswith(NOT_SHOWN))


def cap(fitness: Fitness, law: Shelf, *, on: date) -> float:
    """Weighted work the officer may hold: rule 91, the cap of a trainee or not, times share of hours."""
    kind = "trainee" if trainee(fitness, on=on) else "investigator"
    return law["investigation_cap"].of(kind, on) * fitness.officer.hours_share


def _open(fitness: Fitness, work: Work, law: Shelf, on: date) -> list[Reason]:
    officer = fitness.officer
    post = in_post(officer, on=on)
    found = [replace(post, asks=Ground.POST)]
    for need in work.needs:
        met, says = need_met(fitness, work, need, law, on=on)
        found.append(Reason(met, says, work.cite, Ground.ACCREDITATION))
    if work.rank is not None:
        enough = officer.rank.at_least(work.rank)
        says = f"is {a(officer.rank)}; {work.rank} or above is needed"
        found.append(Reason(enough, says, work.cite, Ground.RANK))
    found.append(_conflict(officer, work))
    if work.outside:
        away = officer.unit not in work.outside
        says = "outside the unit of the officer suspected" if away else "in the unit of the officer suspected"
        found.append(Reason(away, says, PROPOSED, Ground.CHAIN))
    found.append(_load(fitness, work, law, on))
    found.append(_away(fitness, on))
    row = law["eligibility_shift_days"]
    ahead = f"in the next {counted(row.whole(on), 'day')}"
    says = {True: f"has a shift {ahead}", False: f"has no shift {ahead}", None: "shifts are not known"}[
        fitness.on_shift
    ]
    found.append(Reason(fitness.on_shift is not False, says, row.cite, Ground.SHIFT))
    if not work.outside:  # kept from a unit, the work goes to any other
        near = not work.unit or officer.unit == work.unit
        says = f"in {officer.unit or 'no unit'}; the work is of {work.unit or 'no unit'}"
        found.append(Reason(near, says, PROPOSED, Ground.UNIT))
    return found


def _conflict(officer: Officer, work: Work) -> Reason:
    if officer.ref in work.parties:
        return Reason(False, "is a party to it", PROPOSED, Ground.CONFLICT)
    if officer.ref in work.conflicted:
        return Reason(False, "has a conflict of interest", PROPOSED, Ground.CONFLICT)
    return Reason(True, "no conflict of interest is known", PROPOSED, Ground.CONFLICT)


def _away(fitness: Fitness, on: date) -> Reason:
    until = [each.until or date.max for each in fitness.abstractions if current(each.since, each.until, on)]
    back = max(until, default=None)
    says = "at work" if back is None else "away" if back == date.max else f"away until {day(back)}"
    return Reason(back is None, says, PROPOSED, Ground.AWAY)


def _load(fitness: Fitness, work: Work, law: Shelf, on: date) -> Reason:
    allowed, would = cap(fitness, law, on=on), fitness.load + work.weight
    says = f"would hold {would:g} weighted of {allowed:g} allowed"
    return Reason(would <= allowed, says, law["investigation_cap"].cite, Ground.LOAD)


def _sealed(fitness: Fitness, work: Work, law: Shelf, on: date) -> list[Reason]:
    met, says = vetted(fitness, work, law, on=on)
    found = [Reason(met, says, VETTED, Ground.VETTING)]
    stop = stopped(fitness.clearances, fitness.changes, on=on)
    says = "neither suspended nor withdrawn" if stop is None else f"{stop.step} since {day(stop.on)}"
    found.append(Reason(stop is None, f"clearance {says}", WITHDRAWN, Ground.WITHDRAWN))
    off = [each.since for each in fitness.suspensions if current(each.since, each.until, on)]
    says = f"suspended from duty since {day(min(off))}" if off else "not suspended from duty"
    found.append(Reason(not off, says, SUSPENDED, Ground.SUSPENDED))
    kept = keeps_from(fitness.restrictions, work, on=on)
    says = f"restricted duties keep from: {names(kept)}" if kept else "no restriction bears on it"
    found.append(Reason(not kept, says, PROPOSED, Ground.RESTRICTED))
    found.append(_alleged(fitness, law, on))
    if work.screened:
        met, says = screened(fitness.screenings, on=on)
        found.append(Reason(met, says, work.cite, Ground.SCREENING))
    return found


def _alleged(fitness: Fitness, law: Shelf, on: date) -> Reason:
    row = law["allegation_severity"]
    bars = barring(fitness.allegations, fitness.safe, law, on=on)
    if not bars:
        return Reason(True, "no live allegation bars", row.cite, Ground.ALLEGATION)
    unrated = any(each.severity is None for each in bars)
    first = f"{NOT_SHOWN} to be safe: an allegation is not graded; " if unrated else ""
    each = names([f"{e.ref} ({e.kind}, severity {e.severity or 'not recorded'})" for e in bars])
    return Reason(False, f"{first}live: {each}", row.cite, Ground.ALLEGATION)


def _override_lacks(fitness: Fitness, given: Overriding, by: Officer | None, law: Shelf, on: date) -> str:
    least = least_rank(Power.OVERRIDE_ELIGIBILITY, law, on=on)
    if given.officer != fitness.officer.ref:
        return "the override is for another officer"
    if on < given.on:
        return f"the override begins on {day(given.on)}"
    if given.until <= on:
        return f"the override lapsed on {day(given.until)}"
    if not given.reason.strip():
        return "the override gives no reason"
    if by is None or by.ref != given.by:
        return f"the override is {NOT_SHOWN} to be by {a(least)} or above"
    if by.ref == given.officer:
        return "nobody overrides for themselves"
    if not by.rank.at_least(least):
        return f"the override is by {a(by.rank)}; {least} or above is needed"
    return ""
