"""Lists of crimes: those somebody holds or supervises, those of a unit, and those nobody holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from watchkeeper.crimes import models, stored
from watchkeeper.crimes.acts import need_to_know
from watchkeeper.crimes.facts import Case, Disputed
from watchkeeper.crimes.holders import in_hand
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.holding import dispute_due, grade, holder, reported_on
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.crimes.stored import cases_as_known, open_refs
from watchkeeper.law.due import Due
from watchkeeper.web.asking import Asking
from watchkeeper.web.crime_shown import first_due
from watchkeeper.web.unit_people import unit_of


@dataclass(frozen=True, slots=True)
class CrimeLine:
    """One crime as a list shows it. `late`: by how many days its first clock is; `overdue`: how many are."""

    ref: str
    kind: str
    known: bool
    grade: str
    holder: str
    supervisor: str
    reported: date
    age: int
    due: Due | None
    late: int
    overdue: int


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A dispute that waits for its decider."""

    disputed: Disputed
    due: Due
    late: int


def mine(asking: Asking) -> list[CrimeLine]:
    """The open crimes the officer holds, what is late first."""
    return lines(
        in_hand([asking.officer.ref], asking.law, on=asking.on, known_at=asking.at)[asking.officer.ref],
        asking,
    )


def supervised(asking: Asking) -> list[CrimeLine]:
    """The open crimes the officer supervises, what is late first."""
    rows = models.Held.objects.filter(supervisor=asking.officer.ref).as_known(asking.at)
    refs = set(rows.order_by().values_list("crime_ref", flat=True))
    found = lines(cases_as_known(refs, known_at=asking.at), asking)
    return [line for line in found if line.supervisor == asking.officer.ref]


def of_unit(asking: Asking) -> list[CrimeLine]:
    """The open crimes of the officer's unit, what is late first."""
    refs = open_refs(unit_of(asking), on=asking.on, known_at=asking.at)
    return lines(cases_as_known(refs, known_at=asking.at), asking)


def unallocated(asking: Asking) -> list[CrimeLine]:
    """The open crimes of the officer's unit that nobody holds, the latest to be allocated first."""
    refs = stored.unallocated(unit_of(asking), on=asking.on, known_at=asking.at)
    return lines(cases_as_known(refs, known_at=asking.at), asking)


def disputes(asking: Asking) -> list[DisputeLine]:
    """The open disputes of the officer's unit, or that the officer decides, the latest first."""
    rows = models.Disputed.objects.filter(decided_on=None).as_known(asking.at)
    found = [row.fact() for row in rows]
    cases = {
        case.crime.ref: case for case in cases_as_known({one.crime for one in found}, known_at=asking.at)
    }
    unit, answer = unit_of(asking), []
    for one in found:
        case = cases.get(one.crime)
        due = dispute_due(one, asking.law, on=asking.on)
        if case is None or due is None or not _sees(case, asking):
            continue
        if unit in ("", case.crime.unit) or one.decider == asking.officer.ref:
            answer.append(DisputeLine(one, due, max(due.days_late(asking.on), 0)))
    return sorted(answer, key=lambda line: (line.due.by or date.min, line.disputed.ref))


def lines(cases: Iterable[Case], asking: Asking) -> list[CrimeLine]:
    """The open ones of the cases that the officer needs to know of, what is late first, then the oldest."""
    law, on, found = asking.law, asking.on, []
    for case in cases:
        placed = kind_of(case, law, on=on)
        if closed_for_good(case, placed.kinds, law, on=on) is not None or not _sees(case, asking):
            continue
        held, graded, told = holder(case, on=on), grade(case, on=on), reported_on(case.crime)
        due, late, overdue = first_due(case, placed, asking)
        found.append(
            CrimeLine(
                case.crime.ref,
                placed.kind,
                placed.known,
                graded.response if graded is not None else "",
                held.officer if held is not None else "",
                held.supervisor if held is not None else "",
                told,
                (on - told).days,
                due,
                late,
                overdue,
            )
        )
    return sorted(found, key=lambda line: (not line.overdue, -line.late, line.reported, line.ref))


def _sees(case: Case, asking: Asking) -> bool:
    return need_to_know(asking.officer, case, asking.law, on=asking.on, known_at=asking.at).allowed
