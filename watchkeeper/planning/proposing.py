"""A night worked out from what is recorded: read, weighed, searched, put into words. Nothing is written.

The same facts, key, seed and changes give the same plan, byte for byte.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import isfinite

from watchkeeper.audit.own_database import own_database
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.assembling import Assembled, Map, assemble, crews_of
from watchkeeper.planning.composing import compose
from watchkeeper.planning.facts import (
    Cause,
    Crew,
    Forecast,
    LeftOut,
    NightPlan,
    Planned,
    Round,
)
from watchkeeper.planning.nights import Underway
from watchkeeper.planning.prospects import prospects
from watchkeeper.planning.reading import Register, read_unit
from watchkeeper.planning.rules.altering import outside
from watchkeeper.planning.rules.present import Knock, Standing, pool
from watchkeeper.planning.stored import ref_of, shut_officers
from watchkeeper.planning.weighing import weigh
from watchkeeper.visits.routing.bound import bound
from watchkeeper.visits.routing.checking import check
from watchkeeper.visits.routing.rounds import Rounds, Stop
from watchkeeper.visits.routing.search import solve
from watchkeeper.visits.rules.week import PARTS, part_of

FIRST = "proposed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which plan: of what unit and night, how many nights to forecast, and with which draw and seed.

    `now_minute` is where the day stands, 0 before it: nothing is planned for what has gone by.
    """

    unit: str
    night: date
    days: int
    key: bytes
    seed: int
    commitment: str
    now_minute: int = 0


@dataclass(frozen=True, slots=True)
class Before:
    """What stands of the night already: the plan now, what was asked of it, and the doors knocked at.

    `back` are crews that were off and can go again.
    """

    plan: NightPlan
    asked: Standing
    knocks: Mapping[str, Knock]
    back: tuple[Crew, ...] = ()


def read(unit: str, *, night: date, days: int, known_at: datetime) -> Register:
    """The unit's register as known at an instant, by the population engine."""
    return read_unit(own_database(), unit, night=night, days=days, known_at=known_at)


def worked_out(
    wanted: Wanted,
    register: Register,
    where: Map,
    law: Shelf,
    calendar: Calendar,
    *,
    known_at: datetime,
    iterations: int,
    why: str = FIRST,
    before: Before | None = None,
    nightly: bool = False,
) -> NightPlan:
    """The plan of a night. With `before`, what people fixed and what has been made of it stands.

    With `nightly` nobody waits, and the proof of how good it is may take longer.

    Proposed afresh, it is searched from nothing, so that the same facts give the same plan;
    planned again for a reason, from the rounds as they stand, so that little is turned about.

    Raises ValueError when the search gives rounds that cannot be driven: they are judged anew.
    """
    on = wanted.night
    found = tuple(prospects(register, law, calendar, on=on))
    weighed = weigh(found, key=wanted.key, law=law, calendar=calendar, on=on)
    shut = shut_officers(
        register.officers.values(), (each.person.ref for each in found), law, on=on, known_at=known_at
    )
    underway = Underway(now_minute=wanted.now_minute)
    if before is not None:
        underway = _underway(before, law, wanted)
    crews = None
    if before is not None and wanted.now_minute:
        on_day = tuple(each.crew for each in before.plan.rounds)
        crews = (*on_day, *(each for each in before.back if each not in on_day))
    assembled = assemble(register, weighed, where, law, on=on, shut=shut, underway=underway, crews=crews)
    start = None if before is None or why == FIRST else _as_it_was(assembled, before.plan)
    rounds = solve(assembled.night, seed=wanted.seed, iterations=iterations, start=start)
    judged = check(assembled.night, rounds)
    wrong = [each for each in judged.findings if each.breach != "a required person in no round"]
    if wrong:
        raise ValueError(f"the search gave rounds that cannot be driven: {wrong[0].breach}")
    dropped = {} if before is None else dict(before.asked.dropped)
    told = compose(assembled, rounds, law, pinned=underway.forced, dropped=dropped)
    plan = NightPlan(
        ref=ref_of(wanted.unit, on),
        unit=wanted.unit,
        night=on,
        revision=1 if before is None else before.plan.revision + 1,
        why=why,
        policy_version=law.version,
        commitment=wanted.commitment,
        candidates=tuple(each.candidate for each in weighed),
        rounds=told.rounds if before is None else _with_what_was_made(told.rounds, before),
        left_out=told.left_out if before is None else _with_what_was_decided(told.left_out, before),
        forecast=_forecast(register, told.rounds, law, wanted),
        value=round(judged.value, 4),
        minute_price=assembled.night.minute_price,
        notes=_notes(assembled),
        at_most=_at_most(assembled, rounds, law, nightly=nightly),
    )
    counted, visits = outside(plan)
    return replace(plan, notes=(*plan.notes, f"outside the lottery: {counted} of {visits} visits"))


def _underway(before: Before, law: Shelf, wanted: Wanted) -> Underway:
    """What a night searched anew must keep, and where each crew stands."""
    asked, plan = before.asked, before.plan
    made = {each.person for one in plan.rounds for each in one.visits if each.made}
    seen = {person for person, knock in before.knocks.items() if knock.seen}
    again = before.knocks.keys() & pool(plan, before.knocks)
    free, at = {}, {}
    for one in plan.rounds:
        last = next((each for each in reversed(one.visits) if each.made), None)
        if last is not None:
            free[one.crew.ref] = last.starts_minute + last.minutes
            at[one.crew.ref] = last.person
    return Underway(
        fixed={**asked.moved, **asked.pinned},
        forced=frozenset(asked.pinned),
        told=frozenset(asked.announced),
        out=frozenset(asked.dropped) | seen | (made - again),
        off=frozenset(asked.crews_off),
        free_minute=free,
        at=at,
        tried={
            person: PARTS.index(part)
            for person in again
            if (part := part_of(before.knocks[person].minute, law, on=wanted.night)) is not None
        },
        now_minute=wanted.now_minute,
    )


def _as_it_was(assembled: Assembled, plan: NightPlan) -> Rounds:
    """The rounds as they stand, for a search that begins from them, but for whoever is no longer asked."""
    rows = {assembled.weighed[place].candidate.person: row for row, place in enumerate(assembled.chosen)}
    by_crew = {one.crew.ref: one.visits for one in plan.rounds}
    rounds = tuple(
        tuple(
            Stop(rows[each.person], PARTS.index(part), each.starts_minute)
            for each in by_crew.get(crew.ref, ())
            if not each.made and each.person in rows
            for part in PARTS
            if part == each.part
        )
        for crew in assembled.crews
    )
    return Rounds(rounds, (None,) * len(rounds), 0.0)


def _with_what_was_made(rounds: Sequence[Round], before: Before) -> tuple[Round, ...]:
    """The new rounds behind the visits already made; a crew that cannot go on keeps what it made."""
    new = {one.crew.ref: one for one in rounds}
    told = {person: hours for person, (hours, _) in before.asked.announced.items()}
    kept = []
    for was in before.plan.rounds:
        made = tuple(each for each in was.visits if each.made)
        one = new.pop(was.crew.ref, None)
        if one is not None:
            kept.append(replace(one, visits=(*made, *(_told(each, told) for each in one.visits))))
        elif made:
            kept.append(replace(was, visits=made, reserve=(), back_minute=was.back_minute))
    kept += [replace(one, visits=tuple(_told(each, told) for each in one.visits)) for one in new.values()]
    return tuple(sorted(kept, key=lambda one: (one.crew.starts_minute, one.crew.officers)))


def _told(visit: Planned, announced: Mapping[str, int]) -> Planned:
    hours = announced.get(visit.person)
    return visit if hours is None else replace(visit, notice_hours=hours)


def _with_what_was_decided(left: Sequence[LeftOut], before: Before) -> tuple[LeftOut, ...]:
    """Those left out, with those whom a supervisor dropped; nobody who was seen today."""
    seen = {person for person, knock in before.knocks.items() if knock.seen}
    made = {each.person for one in before.plan.rounds for each in one.visits if each.made}
    dropped = (
        LeftOut(person, Cause.DROPPED, f"dropped: {reason}", "a supervisor pins the visit")
        for person, reason in before.asked.dropped.items()
    )
    kept = [each for each in left if each.person not in seen | (made - before.knocks.keys())]
    return tuple(sorted((*kept, *dropped), key=lambda each: each.person))


def _forecast(
    register: Register, rounds: Sequence[Round], law: Shelf, wanted: Wanted
) -> tuple[Forecast, ...]:
    """Later nights in numbers: as many visits a crew as on the first, found in as often. Names nobody.

    A firm fortnight would be a leak; and tickets of a night to come are not drawn before it.
    """
    visits = [each for one in rounds for each in one.visits]
    each_crew = len(visits) / len(rounds) if rounds else 0.0
    chance = sum(each.chance for each in visits) / len(visits) if visits else 0.0
    told = []
    for ahead in range(1, wanted.days):
        night = wanted.night + timedelta(days=ahead)
        crews: tuple[Crew, ...] = crews_of(register, law, on=night, base="")[0]
        attempts = len(crews) * each_crew
        told.append(Forecast(night, len(crews), round(attempts, 1), round(attempts * chance, 1)))
    return tuple(told)


def _at_most(assembled: Assembled, rounds: Rounds, law: Shelf, *, nightly: bool) -> float | None:
    """Points that no plan of the night exceeds, proved; None where policy gives the proof too little time.

    Where somebody who must be visited is in no round the proof says nothing of the plan.
    """
    night, on = assembled.night, assembled.on
    if not rounds.value or rounds.unmet:
        return None
    if not nightly and night.candidates > law["round_proof_people"].whole(on):
        return None
    turns = int(law["round_proof_turns"].of("nightly" if nightly else "waiting", on))
    most = bound(night, turns=turns, plans=(rounds,)).value
    return round(max(most, rounds.value), 4) if isfinite(most) else None


def _notes(assembled: Assembled) -> tuple[str, ...]:
    """What is said of the whole plan: surprises honoured, officers without a partner, where crews start."""
    surprises = [each for each in assembled.weighed if each.candidate.surprise]
    notes = []
    if surprises:
        notes.append(f"surprise tickets drawn: {len(surprises)}")
    if assembled.alone:
        notes.append(f"on shift without a partner: {', '.join(assembled.alone)}")
    if any(crew.base for crew in assembled.crews):
        notes.append(f"crews start and end at {assembled.crews[0].base}")
    return tuple(notes)
