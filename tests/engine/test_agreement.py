"""Slow twin, fast twin: the whole register at once must say what plain Python says of each person."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine import stored as stored_rows
from tests.engine.gathering import KINDS, gathered
from tests.engine.stored import KNOWN_AT, Row, rows, standing, write
from watchkeeper.briefing import assembling
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.one import case_of
from watchkeeper.briefing.staffing import staff_of as every_officer
from watchkeeper.engine.source import embedded
from watchkeeper.inspection.facts import Signal
from watchkeeper.law.clocks import months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.facts import Visit
from watchkeeper.workforce.facts import Officer

STORED_AS = {
    "aliases": "names",
    "applications": "review_applications",
    "answers": "offer_answers",
    "begun": "assessments_begun",
    "rated": "ratings",
    "actions": "plan_actions",
}
SEEDS = st.integers(0, 2**32 - 1)
MODEST = settings(max_examples=7, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
"""To open a register costs more than to read twenty people of it: few registers, of more people."""


def staff_of(stood: dict[str, list[Any]]) -> dict[str, Officer]:
    courses: dict[str, list[Any]] = {}
    for row in stood["training"]:
        courses.setdefault(row.officer_ref, []).append(row.fact())
    return {row.ref: row.fact(tuple(courses.get(row.ref, ()))) for row in stood["officers"]}


def slowly(stood: dict[str, list[Any]], law: Shelf, on: date = ON) -> list[Case]:
    """Every case by plain Python, one person after another."""
    staff = staff_of(stood)
    fields = {name: STORED_AS.get(name, name) for name in (*KINDS, "visits")}
    return [
        case_of(
            gathered(
                person,
                {
                    field: [r for r in stood[name] if r.person_ref == person.ref]
                    for field, name in fields.items()
                },
                staff,
            ),
            staff,
            law,
            on=on,
        )
        for person in sorted(stood["people"], key=lambda row: row.ref)
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stored.sqlite3"


@MODEST
@given(seed=SEEDS, people=st.integers(16, 30))
@example(seed=1, people=1)
@example(seed=2, people=2)
def test_every_case_is_the_same_from_both_engines(seed: int, people: int, path: Path, law: Shelf) -> None:
    stored = rows(seed, people)
    write(path, stored)
    with assembling.read_register(embedded(path), law, on=ON, known_at=KNOWN_AT) as snapshot:
        fast = list(assembling.cases(snapshot))
    slow = slowly(standing(stored), law)
    for one, other in zip(fast, slow, strict=True):
        assert one == other


def test_people_read_in_several_parts_are_the_same_people(
    path: Path, law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assembling, "PEOPLE_AT_A_TIME", 5)
    stored = rows(7, 23)
    write(path, stored)
    with assembling.read_register(embedded(path), law, on=ON, known_at=KNOWN_AT) as snapshot:
        assert list(assembling.cases(snapshot)) == slowly(standing(stored), law)


@pytest.mark.parametrize("seed", range(5))
def test_in_summer_the_last_hour_of_greenwich_is_the_next_day_for_both(
    seed: int, path: Path, law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On 1 July 2026 visits at 23:00 of Greenwich on 30 June were made that day, and those of 1 July were not."""
    summer = date(2026, 7, 1)
    back = months_after(-law["announced_look_back_months"].whole(summer), summer)
    near = [day + timedelta(days=n) for day in (summer, back) for n in (-2, -1, 0, 1)]
    monkeypatch.setattr(stored_rows, "_NEAR", near)
    stored = rows(seed, 24)
    write(path, stored)
    stood = standing(stored)
    with assembling.read_register(embedded(path), law, on=summer, known_at=KNOWN_AT) as snapshot:
        told, weeks = assembling.announced(snapshot), assembling.weekly(snapshot)
        assert list(assembling.cases(snapshot)) == slowly(stood, law, summer)
    made = [(unit, visit) for unit, visit in attempts(stood, summer)]
    many = Counter(unit for unit, visit in made if visit.day > back)
    few = Counter(unit for unit, visit in made if visit.day > back and visit.notice_hours is not None)
    assert told == {unit: (many[unit], few[unit]) for unit in many}
    kept = law["signal_most_past"].whole(summer) + law["signal_most_together"].whole(summer)
    counted = Counter((unit, (summer - visit.day).days // 7) for unit, visit in made)
    seen = {
        (each.unit, len(each.counts) - 1 - at): count
        for each in weeks
        if each.signal is Signal.VISITS
        for at, count in enumerate(each.counts)
        if count
    }
    assert seen == {key: count for key, count in counted.items() if key[1] < kept}


def attempts(stood: dict[str, list[Any]], on: date = ON) -> Iterator[tuple[str, Visit]]:
    """Unit and visit of every attempt up to the day."""
    unit = {row.ref: row.unit for row in stood["people"]}
    for row in stood["visits"]:
        visit = row.fact()
        attempted = visit.outcome is None or visit.outcome.attempted
        if row.person_ref in unit and attempted and visit.day <= on:
            yield unit[row.person_ref], visit


def loads_of(stored: list[Row], law: Shelf) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for case in slowly(standing(stored), law):
        spell = case.manager
        if spell is not None and (spell.until is None or spell.until > ON):
            level = case.outlook.level.level.value if case.outlook.level else "not recorded"
            found.setdefault(spell.officer, Counter())[level] += 1
    return found


@MODEST
@given(seed=SEEDS)
def test_counts_of_the_force_are_those_of_its_rows(seed: int, path: Path, law: Shelf) -> None:
    stored = rows(seed, 40)
    write(path, stored)
    stood = standing(stored)
    with assembling.read_register(embedded(path), law, on=ON, known_at=KNOWN_AT) as snapshot:
        told = assembling.announced(snapshot)
        weeks = assembling.weekly(snapshot)
        loads = assembling.loads(snapshot)
        officers = list(every_officer(snapshot).values())
    back = months_after(-law["announced_look_back_months"].whole(ON), ON)
    made = [(unit, visit) for unit, visit in attempts(stood) if visit.day > back]
    many = Counter(unit for unit, _ in made)
    few = Counter(unit for unit, visit in made if visit.notice_hours is not None)
    assert told == {unit: (many[unit], few[unit]) for unit in many}
    named = {row.officer_ref for row in stood["managers"]} & staff_of(stood).keys()
    assert {o.ref: o for o in officers}.items() <= staff_of(stood).items()
    assert named <= {o.ref for o in officers}
    assert [o.ref for o in officers] == sorted(o.ref for o in officers)
    assert loads == loads_of(stored, law)
    unit = {row.ref: row.unit for row in stood["people"]}
    days = [(Signal.VISITS, unit, visit.day) for unit, visit in attempts(stood)]
    for signal, name, column in (
        (Signal.NOTIFICATIONS, "notifications", "notified_on"),
        (Signal.INTELLIGENCE, "intelligence", "received_on"),
    ):
        days += [
            (signal, unit[row.person_ref], getattr(row, column))
            for row in stood[name]
            if row.person_ref in unit and getattr(row, column) <= ON
        ]
    counted = Counter((signal, unit, (ON - day).days // 7) for signal, unit, day in days)
    kept = law["signal_most_past"].whole(ON) + law["signal_most_together"].whole(ON)
    seen = {
        (each.signal, each.unit, len(each.counts) - 1 - at): count
        for each in weeks
        for at, count in enumerate(each.counts)
        if count
    }
    assert seen == {key: count for key, count in counted.items() if key[2] < kept}


def test_nobody_and_nothing_is_an_empty_register(path: Path, law: Shelf) -> None:
    write(path, [])
    with assembling.read_register(embedded(path), law, on=ON, known_at=KNOWN_AT) as snapshot:
        assert list(assembling.cases(snapshot)) == []
        assert not every_officer(snapshot)
        assert assembling.weekly(snapshot) == ()
        assert assembling.announced(snapshot) == {}
        assert assembling.loads(snapshot) == {}


def test_knowledge_stops_at_the_act_it_is_asked_through(path: Path, law: Shelf) -> None:
    stored = rows(11, 6)
    for number, (_, row) in enumerate(stored):
        row.act = 1 + number % 3
    write(path, stored)
    through = [pair for pair in stored if pair[1].act <= 2]
    with assembling.read_register(embedded(path), law, on=ON, known_at=KNOWN_AT, through=2) as snapshot:
        assert list(assembling.cases(snapshot)) == slowly(standing(through), law)


def test_what_was_known_later_changes_what_is_said_now_and_not_what_was_said_then(
    path: Path, law: Shelf
) -> None:
    stored = rows(13, 6)
    write(path, stored)
    late = KNOWN_AT - timedelta(seconds=2)
    with assembling.read_register(embedded(path), law, on=ON, known_at=late) as snapshot:
        assert list(assembling.cases(snapshot)) == []
