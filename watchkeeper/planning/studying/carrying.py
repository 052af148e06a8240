"""A study carried out from today's register: read, gathered, simulated, and its figures as plain values."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.assembling import Map
from watchkeeper.planning.proposing import read
from watchkeeper.planning.reading import Register
from watchkeeper.planning.simulating.figures import SURE
from watchkeeper.planning.simulating.rosters import MIXED
from watchkeeper.planning.stored import shut_officers
from watchkeeper.planning.study import Matter, StudyAsked
from watchkeeper.planning.studying.comparing import compared
from watchkeeper.planning.studying.crewing import study_capacity
from watchkeeper.planning.studying.kept import Afresh, Runs
from watchkeeper.planning.studying.leaking import Told, study_leak
from watchkeeper.planning.studying.pasts import month_ends
from watchkeeper.planning.studying.trying import Reader, try_all
from watchkeeper.planning.studying.worlds import WEEK, Gathered, NobodyError, gathered, level_of
from watchkeeper.risk.facts import LEVELS

YEAR_DAYS, YEAR_MONTHS = 365, 12


def carry_out(
    asked: StudyAsked,
    units: Sequence[str],
    where: Map,
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    known_at: datetime,
    told: Told,
    runs: Runs | None = None,
) -> dict[str, Any]:
    """What the study of `units` found, with what it was of. The same register, law and day give the same.

    The runs have the seeds 1, 2, 3 and so on; `runs` is where finished ones are kept, nowhere if
    None. Nobody is named in what is found. When nobody of the units could be visited, that is what
    is found. Raises what the readers raise.
    """
    if asked.matter is Matter.WHAT_IF:
        return _what_if(
            asked, units, where, law, calendar, on=on, known_at=known_at, told=told, runs=runs or Afresh()
        )
    registers = [read(unit, night=on, days=WEEK, known_at=known_at) for unit in units]
    shut: dict[str, frozenset[str]] = {}
    for register in registers:
        shut |= _shut(register, law, on=on, known_at=known_at)
    about: dict[str, Any] = {"on": on.isoformat(), "units": list(units), "known_at": known_at.isoformat()}
    try:
        found = gathered(registers, where, law, calendar, on=on, shut=shut)
    except NobodyError as nobody:
        return {**about, "missing": str(nobody)}
    runs = runs or Afresh()
    seeds = tuple(range(1, asked.seeds + 1))
    days = asked.months * YEAR_DAYS // YEAR_MONTHS
    whole = MIXED.shifts_a_week() * len(units)
    usual = found.shifts_a_week or whole
    notes = list(found.notes)
    if not found.shifts_a_week and not asked.shifts:
        notes.append(
            f"So crews are taken to work {whole} shifts a week, {MIXED.shifts_a_week()} in each unit."
        )
    about |= {
        "days": days,
        "seeds": list(seeds),
        "sure": SURE,
        "people": len(found.people),
        "levels": _levels(found),
        "roster_shifts": found.shifts_a_week,
        "policy": law.version,
    }
    if asked.matter is Matter.LEAK:
        shifts = asked.shifts[0] if asked.shifts else usual
        result = asdict(
            study_leak(
                found,
                law,
                calendar,
                days=days,
                seeds=seeds,
                times=shifts / whole,
                on=on,
                told=told,
                runs_kept=runs,
            )
        )
        return {**about, "shifts": [shifts], "notes": notes, "leak": result}
    tried = asked.shifts or _around(usual, law, on)
    result = asdict(
        study_capacity(
            found,
            law,
            days=days,
            seeds=seeds,
            times=[each / whole for each in tried],
            usual=usual / whole,
            on=on,
            told=told,
            runs_kept=runs,
        )
    )
    return {**about, "shifts": list(tried), "notes": notes, "capacity": result}


def _what_if(
    asked: StudyAsked,
    units: Sequence[str],
    where: Map,
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    known_at: datetime,
    told: Told,
    runs: Runs,
) -> dict[str, Any]:
    """The same of a what-if: each unit is read by itself, and only when one of its runs is not kept."""
    reader = Reader(
        lambda unit: read(unit, night=on, days=WEEK, known_at=known_at),
        lambda register: _shut(register, law, on=on, known_at=known_at),
    )
    about: dict[str, Any] = {"on": on.isoformat(), "units": list(units), "known_at": known_at.isoformat()}
    tried = try_all(asked, units, reader, where, law, calendar, on=on, told=told, runs_kept=runs)
    notes = [note for each in tried.left_out + tried.units for note in each.notes]
    if not tried.units:
        return {**about, "notes": notes, "missing": "nobody of what was asked about could be visited"}
    levels = [sum(each.people[place] for each in tried.units) for place in range(len(LEVELS))]
    return {
        **about,
        "months": asked.months,
        "days": month_ends(asked.months, on=on)[-1] + 1,
        "seeds": list(range(1, asked.seeds + 1)),
        "sure": SURE,
        "people": sum(levels),
        "levels": dict(zip(map(str, LEVELS), levels, strict=True)),
        "out_of_reach": [
            sum(each.out_of_reach[place] for each in tried.units) for place in range(len(LEVELS))
        ],
        "overdue_now": [sum(each.overdue[place] for each in tried.units) for place in range(len(LEVELS))],
        "roster_shifts": sum(each.roster for each in tried.units),
        "taken_shifts": sum(each.shifts for each in tried.units),
        "joined": [sum(each.joined[place] for each in tried.units) for place in range(len(LEVELS))],
        "leave": sum(each.leave for each in tried.units),
        "policy": law.version,
        "notes": notes,
        "what_if": asdict(compared(tried, asked, law, on=on)),
    }


def _shut(register: Register, law: Shelf, *, on: date, known_at: datetime) -> dict[str, frozenset[str]]:
    people = [person.ref for person in register.people]
    return shut_officers(register.officers.values(), people, law, on=on, known_at=known_at)


def _levels(found: Gathered) -> dict[str, int]:
    places = [level_of(each) for each in found.people]
    return {str(level): places.count(place) for place, level in enumerate(LEVELS)}


def _around(usual: int, law: Shelf, on: date) -> tuple[int, ...]:
    """The crew shifts a week to try: multiples of today's, each whole and one at the least."""
    return tuple(sorted({max(round(usual * share), 1) for share in law["study_crew_shares"].numbers(on)}))
