"""Who may look at a night's plan, at one round of it, and at the draw behind it, and from when.

A plan is a secret until the day it is for: planners see it whole, a crew its own round once
its shift begins, and nobody the key of the draw before the day is over. APP MOSOVO, home
visits, asks that visits be unannounced; who may see what is our own proposal.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import clock, day, names
from watchkeeper.planning.facts import Cause, Crew, LeftOut, NightPlan, Planned, Reserve, Round
from watchkeeper.visits.facts import LONDON
from watchkeeper.visits.rules.week import HOUR
from watchkeeper.workforce.facts import Officer, Role

CITE = "APP MOSOVO, home visits"
HIDDEN = "not available"
"""All that a planner is shown of somebody whose record is shut to them."""


def may_see_plan(officer: Officer, unit: str, law: Shelf, *, on: date) -> Decision:
    """Whether a planner may see the plan of a unit: their own unit's, or any from a force-wide unit.

    The power says that they plan; this says for whom. The system officer plans for everybody
    and is shown nothing.
    """
    force = law["force_wide_units"].words(on)
    own = officer.role is not Role.SYSTEM and (officer.unit == unit or officer.unit in force)
    return Decision((Reason(own, f"plans for unit {unit}" if own else f"not of unit {unit}", CITE),))


def shown_from(crew: Crew, night: date, law: Shelf) -> datetime:
    """The first instant at which a crew may see its round: so many minutes before its shift, by policy."""
    early = law["round_shown_before_minutes"].whole(night)
    return instant_of(night, crew.starts_minute - early)


def may_see_round(officer: Officer, crew: Crew, night: date, law: Shelf, *, at: datetime) -> Decision:
    """Whether an officer may see a round at an instant: on its crew, from the start of the shift, that day.

    Force policy sets how long before the shift a crew may read; from the next day on it is a
    plan that is past, and planners answer for it.
    """
    row = law["round_shown_before_minutes"]
    on = at.astimezone(LONDON).date()
    first = shown_from(crew, night, law)
    return Decision(
        (
            Reason(officer.ref in crew.officers, "on the crew of this round", CITE),
            Reason(at >= first, f"shown from {first.astimezone(LONDON):%H:%M} on {day(night)}", row.cite),
            Reason(on <= night, "the day is not over", row.cite),
        )
    )


def may_issue(crew: Crew, night: date, law: Shelf, *, at: datetime) -> Decision:
    """Whether a planner may hand a crew its round: no sooner than the crew may see it, by the same policy."""
    row = law["round_shown_before_minutes"]
    first = shown_from(crew, night, law)
    on = at.astimezone(LONDON).date()
    return Decision(
        (
            Reason(at >= first, f"shown from {first.astimezone(LONDON):%H:%M} on {day(night)}", row.cite),
            Reason(on <= night, "the day is not over", row.cite),
            shift_lasts(crew, night, at=at),
        )
    )


def shift_lasts(crew: Crew, night: date, *, at: datetime) -> Reason:
    """Whether a crew's shift is not over at an instant: nobody is given to it after. Our proposal."""
    lasts = at < instant_of(night, crew.ends_minute)
    ends = clock(crew.ends_minute)
    who = names(crew.officers)
    said = f"the shift of {who} lasts until {ends}" if lasts else f"the shift of {who} ended at {ends}"
    return Reason(lasts, said, CITE)


def may_reveal(night: date, *, on: date) -> Decision:
    """Whether the key of a night may be revealed: from the day after, never before. Our proposal."""
    over = night < on
    return Decision((Reason(over, f"{day(night)} is over" if over else f"{day(night)} is not over", CITE),))


def masked(plan: NightPlan, shut: frozenset[str]) -> NightPlan:
    """The plan without anybody whose record is shut to the reader, Data Protection Act 2018 s.40.

    A visit to one of them is shown as taking its time, to nobody. They are in no list of
    candidates or of those left out.
    """
    if not shut:
        return plan
    return replace(
        plan,
        candidates=tuple(each for each in plan.candidates if each.person not in shut),
        left_out=tuple(each for each in plan.left_out if each.person not in shut),
        rounds=tuple(masked_round(each, shut) for each in plan.rounds),
    )


def without_ticket(left_out: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
    """Those left out by the search, not by the lot: whom a planner may do something about. Our proposal."""
    return tuple(each for each in left_out if each.cause is not Cause.NOT_DRAWN)


def instant_of(night: date, minute: int) -> datetime:
    """The instant at which a clock in London shows so many minutes after midnight, as policy counts them."""
    return datetime.combine(night, datetime.min.time(), LONDON) + timedelta(minutes=minute)


def minute_of(at: datetime) -> int:
    """Minutes after midnight in London at an instant, as policy counts them."""
    there = at.astimezone(LONDON)
    return there.hour * HOUR + there.minute


def masked_round(one: Round, shut: frozenset[str]) -> Round:
    """One round, without anybody whose record is shut to the reader, Data Protection Act 2018 s.40."""

    def visit(each: Planned) -> Planned:
        if each.person not in shut:
            return each
        return replace(each, person=HIDDEN, address="", purpose="", says=(), chance=0.0, worth=0.0)

    def kept(each: Reserve) -> bool:
        return each.person not in shut

    return replace(one, visits=tuple(map(visit, one.visits)), reserve=tuple(filter(kept, one.reserve)))
