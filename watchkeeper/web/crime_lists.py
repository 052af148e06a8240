"""Lists of crimes: those somebody holds or supervises, those of a unit, and those nobody holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from watchkeeper.crimes import models, stored
from watchkeeper.crimes.acts import need_to_know
from watchkeeper.crimes.facts import Case, Disputed
from watchkeeper.crimes.holders import in_hand
from watchkeeper.crimes.rules.closing import closed_for_good, proposed, sent_back
from watchkeeper.crimes.rules.holding import dispute_due, grade, holder, report_in_words, reported_on
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.crimes.stored import cases_as_known
from watchkeeper.law.due import Due
from watchkeeper.web.asking import Asking
from watchkeeper.web.crime_shown import first_due
from watchkeeper.web.unit_people import unit_of


@dataclass(frozen=True, slots=True)
class CrimeLine:
    """One crime as a list shows it. `late`: by how many days its first clock is; `overdue`: how many are.

    `told` is the day of the report in words, `age` the days since then: None where nobody recorded it.
    `free`: nobody holds it, and nobody proposed to close it.
    """

    ref: str
    kind: str
    known: bool
    grade: str
    holder: str
    supervisor: str
    told: str
    age: int | None
    due: Due | None
    late: int
    overdue: int
    free: bool


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A dispute that waits for its decider."""

    disputed: Disputed
    due: Due
    late: int


def mine(asking: Asking) -> list[CrimeLine]:
    """The open crimes the officer holds, what is late first."""
    return lines(own_cases(asking), asking)


def own_cases(asking: Asking) -> list[Case]:
    """Everything on record of the open crimes the officer holds."""
    me = asking.officer.ref
    return in_hand([me], asking.law, on=asking.on, known_at=asking.at, whole=True)[me]


def supervised(asking: Asking) -> list[CrimeLine]:
    """The open crimes the officer supervises, what is late first."""
    rows = models.Held.objects.filter(supervisor=asking.officer.ref).as_known(asking.at)
    refs = set(rows.order_by().values_list("crime_ref", flat=True))
    found = lines(cases_as_known(refs, known_at=asking.at), asking)
    return [line for line in found if line.supervisor == asking.officer.ref]


def unallocated_cases(asking: Asking, unit: str) -> list[Case]:
    """Everything on record of the crimes of a unit that nobody holds and the officer needs to know of."""
    refs = stored.unallocated(unit, on=asking.on, known_at=asking.at)
    return [case for case in cases_as_known(refs, known_at=asking.at) if sees(case, asking)]


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
        if case is None or due is None or not sees(case, asking):
            continue
        if unit in ("", case.crime.unit) or one.decider == asking.officer.ref:
            answer.append(DisputeLine(one, due, max(due.days_late(asking.on), 0)))
    return sorted(answer, key=lambda line: (line.due.by or date.min, line.disputed.ref))


def lines(cases: Iterable[Case], asking: Asking) -> list[CrimeLine]:
    """The open ones of the cases that the officer needs to know of, what is late first, then the oldest."""
    found = (line_of(case, asking) for case in cases if sees(case, asking))
    return in_order(line for line in found if line is not None)


def in_order(found: Iterable[CrimeLine]) -> list[CrimeLine]:
    """What is late first, the longest late before others, then the oldest."""
    return sorted(found, key=lambda line: (not line.overdue, -line.late, *_oldest(line), line.ref))


def _oldest(line: CrimeLine) -> tuple[bool, int]:
    """A report of a day nobody recorded first, then the one that is longest ago."""
    return line.age is not None, -(line.age or 0)


def line_of(case: Case, asking: Asking) -> CrimeLine | None:
    """One crime as a list shows it, whoever asks; None once it is closed for good."""
    law, on = asking.law, asking.on
    placed = kind_of(case, law, on=on)
    if closed_for_good(case, placed.kinds, law, on=on) is not None:
        return None
    held, graded, told = holder(case, on=on), grade(case, on=on), reported_on(case.crime)
    due, late, overdue = first_due(case, placed, asking)
    return CrimeLine(
        case.crime.ref,
        placed.kind,
        placed.known,
        graded.response if graded is not None else "",
        held.officer if held is not None else "",
        held.supervisor if held is not None else "",
        report_in_words(case.crime),
        None if told is None else (on - told).days,
        due,
        late,
        overdue,
        held is None and all(sent_back(final, on=on) for final in case.finals if proposed(final, on=on)),
    )


def sees(case: Case, asking: Asking) -> bool:
    """Whether the officer needs to know of the case."""
    return need_to_know(asking.officer, case, asking.law, on=asking.on, known_at=asking.at).allowed
