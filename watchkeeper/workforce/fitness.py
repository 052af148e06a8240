"""What is on record of officers and decides which work they may hold, as known at an instant."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from watchkeeper.workforce import models
from watchkeeper.workforce.conduct import Fitness, Tutored
from watchkeeper.workforce.facts import Officer
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
    loads: Mapping[str, float], *, on: date, known_at: datetime, unit: str = ""
) -> dict[str, Fitness]:
    """What is known of every officer, or of those of one unit, by ref. `loads`: weighted work each holds.

    Whoever is named tutor is read with their courses, of whichever unit. Sealed facts: whoever
    asks shows no more than `workforce.rules.eligibility` lets them.
    """
    staff = {officer.ref: officer for officer in officers_as_known(known_at=known_at)}
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for name, model in _PARTS:
        for row in model.objects.as_known(known_at).order_by("id"):
            held[row.officer_ref][name].append(row.fact())
    tutors = _tutors(staff, on=on, known_at=known_at)
    found: dict[str, Fitness] = {}
    for ref, officer in staff.items():
        if not unit or officer.unit == unit:
            known: Any = {name: tuple(rows) for name, rows in held[ref].items()}
            found[ref] = Fitness(officer, tutor=tutors.get(ref), load=loads.get(ref, 0.0), **known)
    return found


def _tutors(staff: Mapping[str, Officer], *, on: date, known_at: datetime) -> dict[str, Officer]:
    found: dict[str, Tutored] = {}
    for row in models.Tutored.objects.as_known(known_at).order_by("since", "id"):
        each = row.fact()
        if each.since <= on and (each.until is None or on < each.until):
            found[each.trainee] = each
    return {trainee: staff[each.tutor] for trainee, each in found.items() if each.tutor in staff}
