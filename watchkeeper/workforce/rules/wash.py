"""The nightly wash: everybody whose role or work in hand needs more than they hold, and by when it must move.

Also the draw of vetting re-checks. What moves work, and in how many days, is a proposal in policy.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil, isclose

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.conduct import Fitness, VettingLevel, Work
from watchkeeper.workforce.facts import Course, Officer, Role
from watchkeeper.workforce.rules.accreditation import listed, satisfied
from watchkeeper.workforce.rules.eligibility import (
    NOT_AVAILABLE,
    SEALED,
    Ground,
    Overriding,
    cap,
    eligible,
    outward,
)
from watchkeeper.workforce.rules.lots import by_lot
from watchkeeper.workforce.rules.sealed import current, screened, vetted

DAY = timedelta(days=1)
ROLE = "role"
_PLAIN = frozenset(Ground) - {Ground.SHIFT, Ground.UNIT, Ground.OVERRIDE, Ground.AVAILABLE}
"""Grounds that `plainly_fit` looks at: were policy to move work on another, it would say no of everybody."""


@dataclass(frozen=True, slots=True)
class InHand:
    """A piece of work somebody holds: by ref, since when, and leave to hold it where an override gave it.

    `supervises`: they do not hold it but answer for whoever does; `work` is what that asks.
    """

    ref: str
    work: Work
    since: date
    overridden: Overriding | None = None
    overrider: Officer | None = None
    supervises: bool = False


@dataclass(frozen=True, slots=True)
class Washed:
    """One officer and one piece of work they may no longer hold; `ref` is empty where it is their role.

    `supervises`: the work is another's, which they may no longer supervise.

    `decision` is sealed; whoever may not read conduct is shown `told`. `since` is the first day
    they could not hold it, `move_by` the last day to move it, inclusive.
    """

    officer: str
    unit: str
    ref: str
    kind: str
    decision: Decision
    told: Decision
    since: date
    move_by: date
    in_hand: int
    supervises: bool = False


def wash(
    fitnesses: Iterable[Fitness],
    held: Mapping[str, Sequence[InHand]],
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
) -> tuple[Washed, ...]:
    """Every officer and piece of work that no longer go together, by unit, soonest to move first.

    `held` gives the work in hand by ref of the officer; whoever holds nothing is asked about
    their role alone, and the named system officer about nothing. Only the grounds that policy lists
    move work: a day's leave does not.
    The load is asked once of each officer, with all they hold: over the cap, their line without
    a ref says so, and which piece moves is the allocator's. The order of what is handed in changes nothing.
    """
    found = [line for each in fitnesses for line in _washed(each, held, law, calendar, on)]
    return tuple(
        sorted(found, key=lambda line: (line.unit, line.move_by, line.officer, line.ref, line.supervises))
    )


def told_by(line: Washed, law: Shelf, calendar: Calendar, *, on: date) -> date:
    """The last day to move it as outsiders may read it: of sealed grounds by policy's strictest.

    So the day does not tell which of them it was.
    """
    if NOT_AVAILABLE not in line.told.unmet:
        return line.move_by
    row = law["wash_working_days"]
    return min(line.move_by, calendar.after(min(row.of(ground, on) for ground in SEALED), line.since))


def plainly_fit(fitness: Fitness, works: Iterable[Work], law: Shelf, *, on: date) -> bool:
    """Whether the wash surely has no line about an officer: asked first, for by policy it has of few.

    `works` are the rows of the matrix that what they hold falls in, and `fitness.load` all of it; whoever
    is, or may be in conflict with, anybody in it is to be washed. Of anybody with something on record
    beside courses and clearances, or near their cap, or who needs their tutor, it says no.
    """
    officer = fitness.officer
    table = law["wash_working_days"].on(on)
    if not isinstance(table, dict) or not _PLAIN.issuperset(table):
        return False
    if fitness.changes or fitness.allegations or fitness.restrictions or fitness.suspensions:
        return False
    if officer.role is Role.SYSTEM or not _in_post(officer, on) or _long_away(fitness, law, on):
        return False
    most = cap(fitness, law, on=on)
    if fitness.load > most or isclose(fitness.load, most):
        return False
    return all(_plainly(fitness, work, law, on) for work in (role_work(officer, law, on=on), *works))


def _plainly(fitness: Fitness, work: Work, law: Shelf, on: date) -> bool:
    officer = fitness.officer
    return (
        all(satisfied(officer.training, need, law, on=on) for need in work.needs)
        and (work.rank is None or officer.rank.at_least(work.rank))
        and vetted(fitness, work, law, on=on)[0]
        and (not work.screened or screened(fitness.screenings, on=on)[0])
    )


def role_work(officer: Officer, law: Shelf, *, on: date) -> Work:
    """What an officer's role asks of them by policy, whatever they hold: courses and clearance."""
    table = law["role_courses"].on(on)
    cell = str(table.get(officer.role, "")) if isinstance(table, dict) else ""
    courses = [Course(each) for each in listed(cell, "+")]
    if officer.role is Role.OFFENDER_MANAGER:
        courses.extend(Course(each) for each in law["manager_courses"].words(on))
    levels = law["role_vetting"].on(on)
    level = levels.get(officer.role, levels["otherwise"]) if isinstance(levels, dict) else ""
    return Work(
        kind=ROLE,
        unit=officer.unit,
        hard=False,
        needs=tuple((course,) for course in courses),
        vetting=(VettingLevel(str(level)),),
        weight=0.0,
        cite=law["role_courses"].cite,
        tutored=True,
    )


def draw_rechecks(refs: Iterable[str], share: float, *, seed: str, on: date) -> tuple[str, ...]:
    """Who is drawn for a vetting re-check, in the order drawn: a share of policy, rounded up.

    Each ref has a lot of its own from the seed and the day, so that the order of the list
    changes nothing and anybody can draw again from what was recorded.

    Raises ValueError when `share` is not from 0 to 1, or without a seed.

    >>> draw_rechecks(["O1", "O2", "O3"], 0.3, seed="s", on=date(2026, 3, 20)) == draw_rechecks(
    ...     ["O3", "O1", "O2"], 0.3, seed="s", on=date(2026, 3, 20)
    ... )
    True
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share is from 0 to 1: {share!r}")
    lots = by_lot(refs, seed=seed, on=on)
    return lots[: ceil(share * len(lots))]


def _washed(
    fitness: Fitness, held: Mapping[str, Sequence[InHand]], law: Shelf, calendar: Calendar, on: date
) -> Iterator[Washed]:
    officer = fitness.officer
    hand = held.get(officer.ref, ())
    begun = officer.since or min((day for day in _changes(fitness) if day <= on), default=on)
    role = InHand("", role_work(officer, law, on=on), begun)
    asked = _in_post(officer, on) and officer.role is not Role.SYSTEM
    many = sum(not each.supervises for each in hand)
    for each in (role, *hand) if asked else hand:
        found = _judged(fitness, each, law, on)
        grounds = _moving(found, law, on)
        if not grounds:
            continue
        since = _since(fitness, each, grounds, law, on)
        days = min(law["wash_working_days"].of(ground, on) for ground in grounds)
        kept = Decision(tuple(reason for reason in found.reasons if reason.met or reason.asks in grounds))
        by = calendar.after(days, since)
        yield Washed(
            *(officer.ref, officer.unit, each.ref, each.work.kind, kept, outward(kept), since, by, many),
            supervises=each.supervises,
        )


def _judged(fitness: Fitness, each: InHand, law: Shelf, on: date) -> Decision:
    asked = replace(fitness, load=-each.work.weight) if each.ref else fitness
    found = eligible(asked, each.work, law, on=on, overridden=each.overridden, overrider=each.overrider)
    return Decision(tuple(_long(reason, each, fitness, law, on) for reason in found.reasons))


def _long(reason: Reason, each: InHand, fitness: Fitness, law: Shelf, on: date) -> Reason:
    """An absence bars only while more of it lies ahead than policy waits for, and no role: nothing moves."""
    if reason.asks != Ground.AWAY or reason.met:
        return reason
    if not each.ref:
        return replace(reason, met=True)
    return replace(reason, met=not _long_away(fitness, law, on))


def _long_away(fitness: Fitness, law: Shelf, on: date) -> bool:
    last = on + law["wash_away_days"].whole(on) * DAY
    ends = [away.until for away in fitness.abstractions if current(away.since, away.until, on)]
    return any(end is None or end > last for end in ends)


def _moving(decision: Decision, law: Shelf, on: date) -> frozenset[str]:
    table = law["wash_working_days"].on(on)
    listed_grounds = set(table) if isinstance(table, dict) else set()
    return frozenset(reason.asks for reason in decision.unmet if reason.asks in listed_grounds)


def _since(fitness: Fitness, each: InHand, grounds: frozenset[str], law: Shelf, on: date) -> date:
    """The first day, not before the work was theirs, from which one of the grounds has stood without a break.

    Walks back over the days on which anything on record changed. How heavy a load was on a
    past day is not known here: it counts from today.
    """
    if grounds <= {Ground.LOAD}:
        return on
    first = min(each.since, on)
    since = on
    for change in sorted({day for day in _changes(fitness) if first < day <= on} | {first}, reverse=True):
        since = change
        if change == first or not _moving(_judged(fitness, each, law, change - DAY), law, on) & grounds:
            break
    return since


def _changes(fitness: Fitness) -> Iterator[date]:
    """Every day on which something on record of an officer began, changed or ended."""
    officer = fitness.officer
    days: list[date | None] = [officer.since, officer.until]
    days += [day for each in officer.training for day in (each.awarded_on, each.expires_on)]
    days += [day for each in fitness.clearances for day in (each.granted_on, each.expires_on)]
    days += [each.on for each in fitness.changes]
    days += [day for each in fitness.allegations for day in (each.made_on, each.closed_on)]
    days += [day for each in fitness.safe for day in (each.on, each.until)]
    days += [day for each in fitness.screenings for day in (each.on, each.expires_on)]
    days += [day for each in fitness.restrictions for day in (each.since, each.until)]
    days += [day for each in fitness.suspensions for day in (each.since, each.until)]
    days += [day for each in fitness.abstractions for day in (each.since, each.until)]
    if fitness.tutor is not None:
        days += [day for each in fitness.tutor.training for day in (each.awarded_on, each.expires_on)]
        days.append(fitness.tutor.until)
    return (day for day in days if day is not None)


def _in_post(officer: Officer, on: date) -> bool:
    return current(officer.since or date.min, officer.until, on)
