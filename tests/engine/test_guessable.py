"""Whose visits might be guessed: the register at once must let through whom plain Python lets through."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.stored import KNOWN_AT, Row, write
from watchkeeper.briefing import assembling
from watchkeeper.engine.source import embedded
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law import shelf
from watchkeeper.law.clocks import months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.facts import Contact, Outcome, Visit
from watchkeeper.visits.rules.contact import contact
from watchkeeper.visits.rules.knocks import knocks
from watchkeeper.visits.rules.predictable import pattern_due

ON = date(2026, 7, 1)  # in summer, when London's day begins an hour before that of Greenwich
INTERVALS = (31, 91, 183, 365)
LAW = shelf.load()
MODEST = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def people(seed: int, many: int) -> dict[str, list[Visit]]:
    """Visits of so many people: of habit, nearly of habit, and of none; some at the edges of days and years."""
    random = Random(seed)
    return {f"P{number:03}": list(_life(random)) for number in range(many)}


def _life(random: Random) -> list[Visit]:
    every, stray = random.choice((7, 28, 30, 60, 91)), random.choice((0, 0, 0, 1, 5, 20))
    hours = random.choice(((9,), (9,), (0, 23), (9, 9, 9, 14), tuple(range(24))))
    outcomes = random.choice(
        ((Outcome.SEEN,), (Outcome.SEEN, Outcome.ENTERED, Outcome.NO_REPLY), (*Outcome, None))
    )
    day = random.choice((ON + timedelta(1), ON, ON - timedelta(9)))
    first = months_after(-LAW["predictable_looked_back_months"].whole(ON), ON)
    found = []
    for number in range(random.choice((7, 8, 9, 12, 12, 40))):
        at = datetime(day.year, day.month, day.day, random.choice(hours), random.choice((0, 30)), tzinfo=UTC)
        outcome = random.choice(outcomes)
        told = random.choice((None, None, 24))
        found.append(Visit(f"{number}", at, "A1", None, False, outcome, told))
        day -= timedelta(max(every + random.randint(-stray, stray), 0))
    if random.random() < 0.3:  # the last visit looked at, or the first that is not
        edge = first + timedelta(random.choice((0, 1)))
        at = datetime(edge.year, edge.month, edge.day, random.choice((9, 22, 23)), tzinfo=UTC)
        found.append(Visit("edge", at, "A1", None, False, Outcome.SEEN))
    return found


def rows(lives: dict[str, list[Visit]]) -> list[Row]:
    stored: list[Row] = []
    for person, visits in lives.items():
        stored.append(("people", _row("people", person, unit="NW")))
        stored.extend(
            (
                "visits",
                _row(
                    "visits",
                    f"{person}-{one.ref}",
                    person_ref=person,
                    at=one.at,
                    outcome=one.outcome or "",
                    notice_hours=one.notice_hours,
                ),
            )
            for one in visits
        )
    for number, (_, row) in enumerate(stored, start=1):
        row.id = number
    return stored


def _row(table: str, ref: str, **values: Any) -> Any:
    known = KNOWN_AT - timedelta(days=1)
    model = apps.get_model(BY_NAME[table].model)
    return model(ref=ref, recorded_at=known, known_from=known, withdrawn=False, act=1, **values)


def fast(path: Path, law: Shelf) -> dict[str, Contact]:
    with assembling.read_register(embedded(path), law, on=ON, known_at=KNOWN_AT) as snapshot:
        return {case.ref: case.contact for case in assembling.cases(snapshot)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stored.sqlite3"


@MODEST
@given(seed=st.integers(0, 2**32 - 1))
def test_both_twins_let_through_the_same_knocks_and_drop_nobody_with_a_pattern(
    seed: int, path: Path, law: Shelf
) -> None:
    lives = people(seed, 180)
    write(path, rows(lives))
    got = fast(path, law)
    for person, visits in lives.items():
        assert got[person].knocks == contact(visits, law, on=ON).knocks
        every = knocks(visits, law, on=ON)
        if any(pattern_due(every, days, law, on=ON) for days in INTERVALS):
            assert got[person].knocks == every


def test_the_generated_people_are_of_both_kinds(law: Shelf) -> None:
    lives = [knocks(visits, law, on=ON) for visits in people(1, 60).values()]
    found = [any(pattern_due(each, days, law, on=ON) for days in INTERVALS) for each in lives]
    let_through = [bool(contact(visits, law, on=ON).knocks) for visits in people(1, 60).values()]
    assert 10 < sum(found) < sum(let_through) < 50
