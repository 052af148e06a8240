"""What is on record of officers and decides which work they may hold, as known at an instant.

Sealed facts: whoever asks shows no more than `workforce.rules.eligibility.outward` lets them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from watchkeeper.audit.standing import in_parts
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce import conduct, models
from watchkeeper.workforce.conduct import ConductRecord, Fitness, Tutored
from watchkeeper.workforce.facts import WORKING, Officer
from watchkeeper.workforce.rules.sealed import current
from watchkeeper.workforce.stored import officers_as_known

_PARTS: tuple[tuple[str, Any], ...] = (
    ("clearances", models.Clearance),
    ("changes", models.ClearanceChange),
    ("allegations", models.Allegation),
    ("safe", models.SafeToWork),
    ("restrictions", models.Restricted),
    ("suspensions", models.Suspension),
    ("screenings", models.Screening),
    ("abstractions", models.Abstraction),
)


def fitness_as_known(
    loads: Mapping[str, float],
    *,
    on: date,
    known_at: datetime,
    unit: str = "",
    officers: Iterable[str] | None = None,
    law: Shelf | None = None,
) -> dict[str, Fitness]:
    """What is known of every officer, of those of one unit, or of those named, by ref.

    `loads` is the weighted work each holds. Whoever is named tutor is read with their courses, of
    whichever unit, and whoever let work go on with their rank. With `law`, shifts are looked for in
    the days policy looks ahead; an officer none of whose unit has any is not known to have none.
    """
    wanted = None if officers is None else sorted(set(officers))
    held = _held(_PARTS, wanted, known_at)
    staff = _staff(wanted, held, known_at)
    tutors = _tutors(staff, on=on, known_at=known_at)
    stopped = _suspended(sorted({tutor.ref for tutor in tutors.values()}), on=on, known_at=known_at)
    rostered = _rostered(staff, law, on=on, known_at=known_at)
    asked = [
        ref
        for ref, officer in staff.items()
        if (not unit or officer.unit == unit) and (wanted is None or ref in wanted)
    ]
    return put_together(asked, staff, held, tutors, stopped, loads, rostered)


def put_together(
    asked: Iterable[str],
    staff: Mapping[str, Officer],
    held: Mapping[str, Mapping[str, Sequence[Any]]],
    tutors: Mapping[str, Officer],
    stopped: Set[str],
    loads: Mapping[str, float],
    rostered: Mapping[str, bool],
) -> dict[str, Fitness]:
    """What is known of each officer asked for, from facts already read: `held` by ref and field of Fitness.

    `tutors` gives each trainee's; `stopped` are tutors suspended from duty.
    """
    found: dict[str, Fitness] = {}
    for ref in asked:
        known = {name: tuple(rows) for name, rows in held.get(ref, {}).items()}
        known["safe"] = tuple(_ranked(each, staff) for each in known.get("safe", ()))
        tutor = tutors.get(ref)
        found[ref] = Fitness(
            staff[ref],
            tutor=tutor,
            tutor_stopped=tutor is not None and tutor.ref in stopped,
            load=loads.get(ref, 0.0),
            on_shift=rostered.get(ref),
            **known,
        )
    return found


def conduct_as_known(
    refs: Iterable[str] | None = None, *, on: date, known_at: datetime
) -> dict[str, ConductRecord]:
    """Everything sealed that is on record of the officers named, or of every one, by ref."""
    wanted = None if refs is None else sorted(set(refs))
    parts = (("reviews", models.SuspensionReview), ("dismissals", models.Dismissal))
    held = _held(parts, wanted, known_at)
    fitness = fitness_as_known({}, on=on, known_at=known_at, officers=wanted)
    return {
        ref: ConductRecord(one, **{name: tuple(rows) for name, rows in held[ref].items()})
        for ref, one in fitness.items()
    }


def _staff(
    wanted: list[str] | None, held: Mapping[str, Mapping[str, Sequence[Any]]], known_at: datetime
) -> dict[str, Officer]:
    """Everybody; or those wanted, whoever tutors anybody, and whoever let work of theirs go on."""
    if wanted is None:
        return {officer.ref: officer for officer in officers_as_known(known_at=known_at)}
    leave = {each.by for known in held.values() for each in known.get("safe", ())}
    spells = models.Tutored.objects.as_known(known_at).order_by()
    refs = {*wanted, *leave, *spells.values_list("tutor", flat=True)}
    found = officers_as_known(known_at=known_at, roles=(), refs=refs)
    return {officer.ref: officer for officer in found}


def _held(
    parts: Iterable[tuple[str, Any]], wanted: list[str] | None, known_at: datetime
) -> dict[str, dict[str, list[Any]]]:
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for name, model in parts:
        asked = [{}] if wanted is None else [{"officer_ref__in": some} for some in in_parts(wanted)]
        for which in asked:
            for row in model.objects.filter(**which).as_known(known_at).order_by("id"):
                held[row.officer_ref][name].append(row.fact())
    return held


def _ranked(each: conduct.SafeToWork, staff: Mapping[str, Officer]) -> conduct.SafeToWork:
    by = staff.get(each.by)
    return replace(each, rank=None if by is None else by.rank)


def _tutors(staff: Mapping[str, Officer], *, on: date, known_at: datetime) -> dict[str, Officer]:
    rows = models.Tutored.objects.as_known(known_at).order_by("since", "id")
    return tutors_of((row.fact() for row in rows), staff, on=on)


def tutors_of(spells: Iterable[Tutored], staff: Mapping[str, Officer], *, on: date) -> dict[str, Officer]:
    """Whoever tutors each trainee on a day, by the ref of the trainee; the last of `spells`."""
    found: dict[str, Tutored] = {}
    for each in spells:
        if current(each.since, each.until, on):
            found[each.trainee] = each
    return {trainee: staff[each.tutor] for trainee, each in found.items() if each.tutor in staff}


def _suspended(refs: list[str], *, on: date, known_at: datetime) -> set[str]:
    rows = models.Suspension.objects.filter(officer_ref__in=refs).as_known(known_at)
    spells = (row.fact() for row in rows)
    return {each.officer for each in spells if current(each.since, each.until, on)}


def _rostered(
    staff: Mapping[str, Officer], law: Shelf | None, *, on: date, known_at: datetime
) -> dict[str, bool]:
    """Whether each officer has a shift ahead; a unit none of which has one is left out: not known."""
    if law is None:
        return {}
    first = datetime.combine(on, time.min, UTC)
    last = first + timedelta(days=law["eligibility_shift_days"].whole(on) + 1)
    # Instants beside instants: a day worked out of each of a year's shifts would be asked of every row.
    ahead = models.Shift.objects.filter(starts_at__gte=first, starts_at__lt=last).as_known(known_at)
    has = set(ahead.values_list("officer_ref", flat=True).distinct())
    theirs = sorted({officer.unit for officer in staff.values()})
    mates = models.Officer.objects.as_known(known_at).filter(role__in=sorted(WORKING), unit__in=theirs)
    units = {unit for ref, unit in mates.values_list("ref", "unit") if ref in has}
    units |= {staff[ref].unit for ref in has if ref in staff}
    return {ref: ref in has for ref, officer in staff.items() if officer.unit in units}
