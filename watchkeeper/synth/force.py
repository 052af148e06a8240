"""The officers of the synthetic force: units, managers and their caseloads, supervisors, shifts, training."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from random import Random
from typing import Any

from watchkeeper.inspection.facts import Signal
from watchkeeper.people.facts import Sex
from watchkeeper.synth.places import UNITS, address
from watchkeeper.synth.rates import (
    CASELOAD,
    FEMALE_OFFICERS,
    INVESTIGATORS_A_PERSON,
    LANGUAGES,
    LEAST_INVESTIGATORS,
    PEOPLE_A_UNIT,
    SICK,
    SPEAKS,
)
from watchkeeper.workforce.facts import Course, Rank, Role

type Row = dict[str, Any]
FORCE_UNIT = "HQ"
SHIFT_STARTS = (7, 8, 9, 12, 13, 14)
SHIFT_HOURS = 8
WEEKS_BACK, WEEKS_AHEAD = 3, 2
MANAGING = (Course.MOSOVO, Course.ARMS, Course.VISOR)
ENOUGH = 400  # people in a unit, before a week without a signal can be told from chance


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


@dataclass(frozen=True)
class Force:
    """Who works where. Everything follows from the number of people and the seed."""

    people: int
    seed: int
    on: int

    @cached_property
    def units(self) -> int:
        """Number of command units: London's 12 at about 7,100 people."""
        return max(2, round(self.people / PEOPLE_A_UNIT))

    @cached_property
    def _loads(self) -> tuple[list[int], ...]:
        """Where each manager's people end, by unit: running totals of caseloads."""
        return tuple(list(accumulate(self._caseloads(unit))) for unit in range(self.units))

    def _caseloads(self, unit: int) -> Iterator[int]:
        rng = Random(f"{self.seed}:caseloads:{unit}")
        left = len(range(unit, self.people, self.units))
        while left > 0:
            load = min(left, rng.randint(*CASELOAD))
            yield load
            left -= load

    @cached_property
    def _refs(self) -> tuple[str, ...]:
        return tuple(f"BCU{unit + 1:02d}" for unit in range(self.units))

    def unit_ref(self, unit: int) -> str:
        return self._refs[unit]

    def boroughs(self, unit: int) -> tuple[str, ...]:
        return UNITS[unit % len(UNITS)][1]

    def managers(self, unit: int) -> int:
        """Number of managers in a unit."""
        return len(self._loads[unit])

    def investigators(self, unit: int) -> int:
        """Number of investigators in a unit, not counting those a fault is planted with."""
        people = len(range(unit, self.people, self.units))
        return max(LEAST_INVESTIGATORS, round(people * INVESTIGATORS_A_PERSON))

    def manager(self, unit: int, place: int) -> str:
        """Who manages the person at a place in the unit."""
        return f"{self.unit_ref(unit)}-M{bisect_right(self._loads[unit], place) + 1:02d}"

    def colleague(self, unit: int, place: int, step: int) -> str:
        """Another manager of the unit; a sergeant where there is only one."""
        count = self.managers(unit)
        if count == 1:
            return self.sergeant(unit, place)
        at = bisect_right(self._loads[unit], place)
        return f"{self.unit_ref(unit)}-M{(at + 1 + step % (count - 1)) % count + 1:02d}"

    def sergeant(self, unit: int, place: int) -> str:
        """The supervisor of the person's manager: one for every eight managers."""
        return f"{self.unit_ref(unit)}-S{bisect_right(self._loads[unit], place) // 8 + 1:02d}"

    def inspector(self, unit: int) -> str:
        return f"{self.unit_ref(unit)}-I1"

    def superintendent(self, unit: int) -> str:
        return f"{self.unit_ref(unit)}-O1"

    def untrained(self, unit: int) -> str:
        """An officer who passed no course, and manages only where a fault is planted."""
        return f"{self.unit_ref(unit)}-M98"

    def left(self, unit: int) -> str:
        """An officer who left a month ago, and manages only where a fault is planted."""
        return f"{self.unit_ref(unit)}-M99"

    def hours_share(self, unit: int, number: int) -> float:
        """Hours of a manager: in every fourth unit the first works half time and holds a full caseload."""
        return 0.5 if number == 0 and unit % 4 == 0 else 1.0

    def quiet(self, unit: int) -> Signal | None:
        """The signal that falls away in a unit: in a force with enough people in each to tell."""
        if self.people < self.units * ENOUGH:
            return None
        return {self.units - 1: Signal.INTELLIGENCE, self.units - 2: Signal.VISITS}.get(unit)

    def announces(self, unit: int) -> bool:
        """True for the one unit that tells people of its visits far more often than the others."""
        return unit == 1

    def unit_rows(self) -> Iterator[Row]:
        """Rows of `units`."""
        yield self._stamped({"ref": FORCE_UNIT, "name": "Headquarters", "boroughs": ""})
        for unit in range(self.units):
            name, boroughs = UNITS[unit % len(UNITS)]
            if unit >= len(UNITS):
                name = f"{name}, division {unit // len(UNITS) + 1}"
            yield self._stamped({"ref": self.unit_ref(unit), "name": name, "boroughs": ";".join(boroughs)})

    def officer_rows(self) -> Iterator[Row]:
        """Rows of `officers`."""
        yield self._officer(f"{FORCE_UNIT}-C1", Rank.COMMANDER, Role.SENIOR_OFFICER, FORCE_UNIT)
        yield self._officer(f"{FORCE_UNIT}-P1", Rank.CHIEF_INSPECTOR, Role.INSPECTION, FORCE_UNIT)
        yield self._officer(f"{FORCE_UNIT}-A1", Rank.INSPECTOR, Role.ADMINISTRATOR, FORCE_UNIT)
        yield self._officer(f"{FORCE_UNIT}-PS1", Rank.INSPECTOR, Role.STANDARDS, FORCE_UNIT)
        yield self._officer(f"{FORCE_UNIT}-VT1", Rank.INSPECTOR, Role.VETTING, FORCE_UNIT)
        for unit in range(self.units):
            ref, managers = self.unit_ref(unit), self.managers(unit)
            yield self._officer(self.superintendent(unit), Rank.SUPERINTENDENT, Role.SENIOR_OFFICER, ref)
            yield self._officer(self.inspector(unit), Rank.INSPECTOR, Role.DUTY_INSPECTOR, ref)
            yield self._officer(f"{ref}-N1", Rank.CONSTABLE, Role.INTELLIGENCE, ref)
            yield self._officer(f"{ref}-MC1", Rank.SERGEANT, Role.COORDINATOR, ref)
            for number in range((managers - 1) // 8 + 1):
                yield self._officer(f"{ref}-S{number + 1:02d}", Rank.SERGEANT, Role.SUPERVISOR, ref)
            for number in range(managers):
                row = self._officer(f"{ref}-M{number + 1:02d}", Rank.CONSTABLE, Role.OFFENDER_MANAGER, ref)
                row["hours_share"] = self.hours_share(unit, number)
                yield row
            yield self._officer(self.untrained(unit), Rank.CONSTABLE, Role.OFFENDER_MANAGER, ref)
            row = self._officer(self.left(unit), Rank.CONSTABLE, Role.OFFENDER_MANAGER, ref)
            row["until"] = _day(self.on - 30)
            yield row

    def training_rows(self, officer: Row) -> Iterator[Row]:
        """Rows of `training` for one officer: every manager and supervisor holds a manager's courses."""
        if officer["role"] not in (Role.OFFENDER_MANAGER, Role.SUPERVISOR) or officer["ref"].endswith("-M98"):
            return
        rng = Random(f"{self.seed}:training:{officer['ref']}")
        for number, course in enumerate(MANAGING, start=1):
            awarded = self.on - rng.randint(120, 900)
            yield self._stamped(
                {
                    "ref": f"{officer['ref']}-{number}",
                    "officer_ref": officer["ref"],
                    "course": course,
                    "awarded_on": _day(awarded),
                    "expires_on": _day(awarded + 3 * 365) if course is Course.ARMS else "",
                },
                awarded,
            )

    def shift_rows(self, officer: Row) -> Iterator[Row]:
        """Rows of `shifts` for one officer: five days a week, from three weeks ago to a fortnight ahead."""
        if officer["role"] not in (Role.OFFENDER_MANAGER, Role.SUPERVISOR) or officer.get("until"):
            return
        rng = Random(f"{self.seed}:shifts:{officer['ref']}")
        first = self.on - 7 * WEEKS_BACK
        for week in range(WEEKS_BACK + WEEKS_AHEAD):
            off = rng.sample(range(7), 2)
            start = SHIFT_STARTS[int(rng.random() * len(SHIFT_STARTS))]
            for day in range(7):
                if day in off or rng.random() < SICK:
                    continue
                at = _day(first + 7 * week + day)
                yield self._stamped(
                    {
                        "ref": f"{officer['ref']}-{at}",
                        "officer_ref": officer["ref"],
                        "starts_at": f"{at}T{start:02d}:00:00Z",
                        "ends_at": f"{at}T{start + SHIFT_HOURS:02d}:00:00Z",
                    },
                    first - 7,
                )

    def base_rows(self) -> Iterator[Row]:
        """Rows of `bases`: an office a unit, in its first borough."""
        for unit in range(self.units):
            rng = Random(f"{self.seed}:base:{unit}")
            ref = self.unit_ref(unit)
            _, postcode = address(rng, self.boroughs(unit)[0])
            yield self._stamped({"ref": f"{ref}-BASE", "unit": ref, "postcode": postcode})

    def skill_rows(self, officer: Row) -> Iterator[Row]:
        """Rows of `officer_skills` for one officer who visits."""
        if officer["role"] not in (Role.OFFENDER_MANAGER, Role.SUPERVISOR):
            return
        rng = Random(f"{self.seed}:skills:{officer['ref']}")
        sex = Sex.FEMALE if rng.random() < FEMALE_OFFICERS else Sex.MALE
        spoken = rng.choice(LANGUAGES) if rng.random() < SPEAKS else ""
        yield self._stamped(
            {"ref": f"{officer['ref']}-SK", "officer_ref": officer["ref"], "sex": sex, "languages": spoken}
        )

    def _officer(self, ref: str, rank: Rank, role: Role, unit: str) -> Row:
        since = self.on - 365 * 25
        return self._stamped(
            {"ref": ref, "rank": rank, "role": role, "unit": unit, "hours_share": 1, "since": _day(since)}
        )

    def _stamped(self, row: Row, recorded: int = 0) -> Row:
        row["recorded_at"] = f"{_day(recorded or self.on - 365 * 25)}T22:00:00Z"
        row["withdrawn"] = "no"
        return row
