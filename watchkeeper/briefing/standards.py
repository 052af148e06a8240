"""What professional standards and vetting alone read of a night: clocks of conduct, and grounds in full.

Nothing of it is frozen: the brief is one paper for all who may compile it. It is worked out when
asked for, and asking is an act under the power to read vetting and conduct.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from watchkeeper.audit.own_database import own_database
from watchkeeper.briefing.beforehand import declared
from watchkeeper.briefing.crime_lines import HAND_OVER, ROLE, SUPERVISE, crime_lines
from watchkeeper.briefing.crime_reading import investigations
from watchkeeper.briefing.washing import washed
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.conduct import ConductPurpose, ConductRecord
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.fitness import conduct_as_known
from watchkeeper.workforce.rules.authority import may
from watchkeeper.workforce.rules.eligibility import SEALED, Ground
from watchkeeper.workforce.rules.standards import dismissal_dues, severity_dues, suspension_dues
from watchkeeper.workforce.rules.vetting import vetting_dues
from watchkeeper.workforce.rules.wash import Washed
from watchkeeper.workforce.stored import officers_as_known


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing professional standards must do or know: of an officer or a crime, by when, why. Sealed."""

    who: str
    what: str
    by: date | None
    why: tuple[str, ...]
    authority: str
    about: str = ""
    unit: str = ""
    confirmed: bool = True


def read_standards(
    *, by: Officer, on: date, known_at: datetime, law: Shelf, calendar: Calendar, at: datetime
) -> tuple[Finding, ...]:
    """Everything sealed of a night, what has no day first, then by its day; none of it is about `by`.

    The look, and how much it found, is on the trail. Raises Refused without the power.
    """
    found: tuple[Finding, ...] = ()
    if may(by, Power.READ_CONDUCT, law, on=at.date()).allowed:
        found = tuple(each for each in _everything(law, calendar, on, known_at) if each.who != by.ref)
    purpose = ConductPurpose.WORK.value
    with act(
        Power.READ_CONDUCT, by=by, about="", on=at.date(), law=law, purpose=purpose, at=at, about_own=False
    ) as this:
        this.fact("on", on)
        this.fact("findings", len(found))
    return tuple(sorted(found, key=lambda each: (each.by or date.min, each.who, each.what, each.about)))


def _everything(law: Shelf, calendar: Calendar, on: date, known_at: datetime) -> Iterator[Finding]:
    staff = {officer.ref: officer for officer in officers_as_known(known_at=known_at)}
    records = conduct_as_known(on=on, known_at=known_at)
    conflicts = declared(on=on, known_at=known_at)
    source = own_database()
    with investigations(source, law, on=on, known_at=known_at) as found:
        shut, near = found.own(), found.near()
        moved = washed(found, staff, conflicts, law, calendar, on=on, asked=staff)
    yield from _washed(moved, shut, law)
    yield from _clocks(records, staff, law, calendar, on)
    theirs = (case for case in near if case.crime.ref in shut)
    for line in crime_lines(theirs, law, calendar, on=on):
        yield Finding(
            line.who, line.what, line.by, line.why, line.authority, line.about, line.unit, line.confirmed
        )


def _washed(moved: Iterable[Washed], shut: frozenset[str], law: Shelf) -> Iterator[Finding]:
    row = law["wash_working_days"]
    for each in moved:
        grounds = {reason.asks for reason in each.decision.unmet}
        if each.ref in shut or grounds & {*SEALED, Ground.CONFLICT}:
            why = (each.kind, *(reason.says for reason in each.decision.unmet))
            what = SUPERVISE if each.supervises else HAND_OVER if each.ref else ROLE
            yield Finding(each.officer, what, each.move_by, why, row.cite, each.ref, each.unit, row.confirmed)


def _clocks(
    records: Mapping[str, ConductRecord],
    staff: Mapping[str, Officer],
    law: Shelf,
    calendar: Calendar,
    on: date,
) -> Iterator[Finding]:
    for ref, record in records.items():
        one = record.fitness
        dues: tuple[Due, ...] = (
            *vetting_dues(one, record.reviews, law, calendar, on=on),
            *suspension_dues(one.suspensions, record.reviews, law, on=on),
            *dismissal_dues(record.dismissals, law, calendar, on=on),
            *severity_dues(one.allegations, law, on=on),
        )
        for due in dues:
            if due.standing in (Standing.OWED, Standing.MISSING):
                why = tuple(f"{given.what}: {given.value}" for given in due.because)
                unit = staff[ref].unit
                yield Finding(ref, due.duty, due.by, why, due.cite, due.about, unit, due.confirmed)
