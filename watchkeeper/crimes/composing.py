"""From crimes and officers to a problem for the solver: asked by rows of the matrix, never pair by pair."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

import numpy as np

from watchkeeper.crimes.allocating.problem import PIECE, Problem
from watchkeeper.crimes.facts import Case, Part
from watchkeeper.crimes.rules.matrix import work
from watchkeeper.crimes.rules.worth import Worth, fit, worth
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import either
from watchkeeper.workforce.conduct import Fitness, Work
from watchkeeper.workforce.facts import Course, Training
from watchkeeper.workforce.rules.authority import in_date
from watchkeeper.workforce.rules.eligibility import Ground, cap, eligible, outward

OF_PAIRS = frozenset({Ground.LOAD, Ground.UNIT, Ground.CONFLICT, Ground.CHAIN})
"""Grounds of one crime and one officer: the problem holds them as loads, units and conflicts."""

IN_SHORT = {
    Ground.POST: "not in post",
    Ground.RANK: "below the rank asked for",
    Ground.AWAY: "away",
    Ground.SHIFT: "without a shift",
    Ground.AVAILABLE: "not available",
}
LACKS = "lacks "

type Skill = tuple[tuple[Course, ...], tuple[tuple[str, ...], ...]]
"""Courses in date, and for each row of the matrix what keeps the officer from it."""


@dataclass(frozen=True, slots=True, eq=False)
class Composed:
    """A problem and what stands behind it: `works` by crime, `rows` the kinds of work with nobody in them."""

    problem: Problem
    cases: tuple[Case, ...]
    fitness: tuple[Fitness, ...]
    works: tuple[Work, ...]
    worths: tuple[Worth, ...]
    rows: tuple[Work, ...]
    skills: tuple[Skill, ...]

    def lacks(self, kind: int, skill: int) -> tuple[str, ...]:
        """What keeps officers of a skill from a kind, as whoever hands out work may read it."""
        return self.skills[skill][1][kind]


def compose(
    cases: Sequence[Case],
    fitness: Sequence[Fitness],
    law: Shelf,
    *,
    on: date,
    vulnerable: Callable[[Case], bool],
    conflicted: Mapping[str, frozenset[str]] | None = None,
    held: Mapping[str, frozenset[str]] | None = None,
    units: Mapping[str, str] | None = None,
) -> Composed:
    """The problem of who takes which of `cases`, lawful first: who may not hold a crime has no way to it.

    `fitness` is of every officer who might, their loads without these crimes; those of other units
    are asked only to say that moving one would help, or where a crime must leave its unit.
    `conflicted`: officers with a conflict, by crime. `held`: officers who hold crimes of a victim
    or suspect, by person. `units`: unit of each officer of the force, where one is a suspect.
    """
    conflicted, held = conflicted or {}, held or {}
    cases = sorted(cases, key=lambda case: case.crime.ref)  # so that nothing rests on the order they came in
    fitness = sorted(fitness, key=lambda one: one.officer.ref)
    works = tuple(
        work(case, law, on=on, conflicted=conflicted.get(case.crime.ref, frozenset()), units=units)
        for case in cases
    )
    stripped = [_row(each) for each in works]
    rows = tuple(sorted(set(stripped), key=_named))
    at_row = {row: number for number, row in enumerate(rows)}
    known: dict[Fitness, Skill] = {}
    each_skill = [skill_alike(one, rows, law, on, known) for one in fitness]
    skills = tuple(sorted(set(each_skill)))
    at_skill = {skill: number for number, skill in enumerate(skills)}
    names, reach, far = _places(works, fitness)
    at_unit = {name: number for number, name in enumerate(names)}
    worths = tuple(
        worth(case, each, law, on=on, vulnerable=vulnerable(case))
        for case, each in zip(cases, works, strict=True)
    )
    prices, shape = law["allocation_prices"], (len(rows), len(skills))
    may = np.array([not lacks[row] for row in range(len(rows)) for _, lacks in skills], bool).reshape(shape)
    suits = np.array([fit(courses, row, law, on=on) for row in rows for courses, _ in skills]).reshape(shape)
    ties = _ties(cases, fitness, held)
    problem = Problem(
        crimes=tuple(case.crime.ref for case in cases),
        officers=tuple(one.officer.ref for one in fitness),
        kinds=tuple(_named(row) for row in rows),
        skills=tuple(_short(skill) for skill in skills),
        units=names,
        crime_kind=np.array([at_row[row] for row in stripped], np.int64),
        crime_unit=np.array([at_unit[_place(each)] for each in works], np.int64),
        worth=np.array([each.points for each in worths], np.int64),
        first=np.array([each.first for each in worths], bool),
        weight=np.array([round(each.weight * PIECE) for each in works], np.int64),
        officer_unit=np.array([at_unit[one.officer.unit] for one in fitness], np.int64),
        officer_skill=np.array([at_skill[skill] for skill in each_skill], np.int64),
        load=np.array([round(one.load * PIECE) for one in fitness], np.int64),
        cap=np.array([int(cap(one, law, on=on) * PIECE) for one in fitness], np.int64),
        eligible=may,
        fit=suits,
        distance=far * prices.of("another unit", on),
        reach=reach,
        conflicts=np.array(_conflicts(works, fitness), np.int64).reshape(-1, 2),
        ties=np.array(ties, np.int64).reshape(-1, 2),
        tie_points=np.full(len(ties), prices.of("same people", on)),
        placing=prices.of("an owner", on),
        fairness=prices.of("load", on),
    )
    return Composed(problem, tuple(cases), tuple(fitness), works, worths, rows, skills)


def as_they_stand(one: Fitness, *, on: date) -> Fitness:
    """The officer with nothing but what bears on the day, so that many are alike: no ref, no hours, no load.

    Courses and clearances lose their days where all that matters is whether they hold; whoever has
    anything else on record keeps it as it is. Nothing that the rule of eligibility answers changes but
    the days in its words.
    """
    who, after = one.officer, on + timedelta(days=1)
    training = tuple(Training(course, date.min) for course in Course if in_date(who.training, course, on=on))
    since = None if who.since is None or who.since <= on else who.since
    until = after if who.until is not None and who.until > on else who.until
    who = replace(who, ref="", unit="", hours_share=1.0, since=since, until=until, training=training)
    held = [each for each in one.clearances if each.granted_on <= on]
    cleared = tuple(
        sorted(
            {
                replace(each, ref="", officer="", granted_on=date.min, expires_on=_kept(each.expires_on, on))
                for each in held
            },
            key=lambda each: (each.level, str(each.expires_on)),
        )
    )
    seen = tuple(
        replace(each, ref="", officer="", on=date.min, expires_on=_kept(each.expires_on, on))
        for each in one.screenings
        if each.on <= on
    )
    return replace(
        one,
        officer=who,
        load=0.0,
        clearances=one.clearances if one.changes else cleared,
        screenings=seen if len(seen) <= 1 else one.screenings,
    )


def _kept(until: date | None, on: date) -> date | None:
    """The last day or the next, by whether something still holds."""
    return None if until is None else on if until <= on else on + timedelta(days=1)


def skill_alike(
    one: Fitness, rows: Sequence[Work], law: Shelf, on: date, known: dict[Fitness, Skill]
) -> Skill:
    """What an officer has passed and lacks, asked once of all who stand alike."""
    alike = as_they_stand(one, on=on)
    if alike not in known:
        known[alike] = skill_of(alike, rows, law, on=on)
    return known[alike]


def skill_of(one: Fitness, rows: Sequence[Work], law: Shelf, *, on: date) -> Skill:
    """What an officer has passed, and what keeps them from each row of the matrix, one pair apart."""
    idle = replace(one, load=0.0)
    courses = tuple(sorted(course for course in Course if in_date(one.officer.training, course, on=on)))
    found = []
    for row in rows:
        own = replace(row, unit=one.officer.unit)
        reasons = outward(eligible(idle, own, law, on=on)).reasons
        needs = iter(row.needs)
        lacks = []
        for reason in reasons:
            need = next(needs) if reason.asks == Ground.ACCREDITATION else ()
            if not reason.met and reason.asks not in OF_PAIRS:
                lacks.append(LACKS + either(need) if need else IN_SHORT.get(Ground(reason.asks), reason.asks))
        found.append(tuple(lacks))
    return courses, tuple(found)


def _row(each: Work) -> Work:
    none: frozenset[str] = frozenset()
    return replace(each, unit="", parties=none, conflicted=none, outside=none)


def _named(row: Work) -> str:
    return f"{row.kind}: {row.weight:g}, {', '.join(sorted(row.contact))}"


def _short(skill: Skill) -> str:
    return sha256(repr(skill).encode()).hexdigest()


def _place(each: Work) -> str:
    """The unit of a piece of work, or where it must not stay the units it is kept from."""
    return f"{each.unit} but not {', '.join(sorted(each.outside))}" if each.outside else each.unit


def _places(
    works: Sequence[Work], fitness: Sequence[Fitness]
) -> tuple[tuple[str, ...], np.ndarray, np.ndarray]:
    """Names of all places, which reach which, and 1 where they lie in different units."""
    own = {one.officer.unit: one.officer.unit for one in fitness} | {each.unit: each.unit for each in works}
    away = {_place(each): each for each in works if each.outside}
    names = tuple(sorted({*own, *away}))
    reach = np.array(
        [[b not in away[a].outside if a in away else a == b for b in names] for a in names], bool
    )
    whose = [away[name].unit if name in away else name for name in names]
    far = np.array([[int(a != b) for b in names] for a in whose], np.int64)
    return names, reach.reshape(len(names), -1), far.reshape(len(names), -1)


def _conflicts(works: Sequence[Work], fitness: Sequence[Fitness]) -> list[tuple[int, int]]:
    """Crime and officer who is a party to it, has a conflict, or whose tutor is or has."""
    by_ref: dict[str, list[int]] = {}
    for number, one in enumerate(fitness):
        by_ref.setdefault(one.officer.ref, []).append(number)
        if one.tutor is not None:
            by_ref.setdefault(one.tutor.ref, []).append(number)
    return [
        (crime, number)
        for crime, each in enumerate(works)
        for number in sorted({one for ref in each.conflicted | each.parties for one in by_ref.get(ref, ())})
    ]


def _ties(
    cases: Sequence[Case], fitness: Sequence[Fitness], held: Mapping[str, frozenset[str]]
) -> list[tuple[int, int]]:
    at = {one.officer.ref: number for number, one in enumerate(fitness)}
    found = set()
    for crime, case in enumerate(cases):
        for party in case.parties:
            if party.person and party.part is not Part.WITNESS:
                found |= {(crime, at[ref]) for ref in held.get(party.person, ()) if ref in at}
    return sorted(found)
