"""Crimes passed by have no line: the twin leaves out none that the rules would name."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, rows, write
from watchkeeper.briefing.crime_asking import OF_OFFICERS
from watchkeeper.briefing.crime_lines import crime_lines
from watchkeeper.briefing.crime_reading import investigations
from watchkeeper.engine.source import embedded
from watchkeeper.law import calendar, shelf

LAW, ENGLAND = shelf.load(), calendar.england_and_wales()
CODES = ("19C", "86.2", "5D", "8N", "49", "XQ9", "")
ENDS = st.integers(-40, 40)


def of_crimes(seed: int) -> list[Any]:
    """Invented rows, those of crimes all about a few: otherwise hardly any two speak of one crime."""
    stored = [(name, row) for name, row in rows(seed, 6) if name not in OF_OFFICERS]
    refs = sorted({row.ref for name, row in stored if name == "crimes"})[:8]
    for number, (name, row) in enumerate(stored):
        if name == "crimes":
            row.offence = CODES[number % len(CODES)]
        elif hasattr(row, "crime_ref") and refs:
            row.crime_ref = refs[(number * 7 + seed) % len(refs)]
    return stored


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1), away=ENDS)
def test_the_lines_of_the_few_are_the_lines_of_all(seed: int, away: int, tmp_path: Path) -> None:
    path, on = tmp_path / "stored.sqlite3", ON + timedelta(days=away)
    write(path, of_crimes(seed))
    few, everyone = (
        investigations(embedded(path), {}, LAW, on=on, known_at=KNOWN_AT, everything=every)
        for every in (False, True)
    )
    assert {case.crime.ref for case in few.near} <= {case.crime.ref for case in everyone.near}
    lines = [[*crime_lines(each.near, LAW, ENGLAND, on=on)] for each in (few, everyone)]
    assert lines[0] == lines[1]


@pytest.mark.parametrize("seed", [3, 23])
def test_a_closed_crime_of_a_code_nobody_knows_has_no_line(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, of_crimes(seed))
    few, everyone = (
        investigations(embedded(path), {}, LAW, on=ON, known_at=KNOWN_AT, everything=every)
        for every in (False, True)
    )
    assert len(few.near) < len(everyone.near)
    lines = [[*crime_lines(each.near, LAW, ENGLAND, on=ON)] for each in (few, everyone)]
    assert lines[0] == lines[1]


def test_nothing_stored_is_nothing_to_ask(tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, [])
    found = investigations(embedded(path), {}, LAW, on=ON, known_at=KNOWN_AT)
    assert (found.near, dict(found.in_hand)) == ((), {})


@pytest.mark.parametrize("seed", range(1))
def test_some_crimes_of_the_invented_have_lines(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, of_crimes(seed))
    found = investigations(embedded(path), {}, LAW, on=ON, known_at=KNOWN_AT)
    assert [*crime_lines(found.near, LAW, ENGLAND, on=ON)]
