"""Crimes passed by have no line: the twin leaves out none that the rules would name."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, numbered, rows, standing, write
from watchkeeper.briefing.crime_asking import OF_OFFICERS
from watchkeeper.briefing.crime_kept import PARTS
from watchkeeper.briefing.crime_lines import crime_lines
from watchkeeper.briefing.crime_reading import investigations
from watchkeeper.crimes.facts import Case, Graded
from watchkeeper.engine.source import embedded
from watchkeeper.law import calendar, shelf

LAW, ENGLAND = shelf.load(), calendar.england_and_wales()
CODES = ("19C", "86.2", "5D", "8N", "49", "XQ9", "")
READ = ("shut", "open_crimes", "running", "crime_parties")
ENDS = st.integers(-40, 40)


def of_crimes(seed: int) -> list[Any]:
    """Invented rows, those of crimes all about a few: otherwise hardly any two speak of one crime."""
    stored: list[tuple[str, Any]] = [(name, row) for name, row in rows(seed, 6) if name not in OF_OFFICERS]
    refs = sorted({row.ref for name, row in stored if name == "crimes"})[:8]
    for number, name, row in numbered(stored):
        if name == "crimes":
            row.offence = CODES[number % len(CODES)]
        elif hasattr(row, "crime_ref") and refs:
            row.crime_ref = refs[(number * 7 + seed) % len(refs)]
    return stored


def lines(path: Path, on: date, *, everything: bool) -> tuple[list[Case], list[Any]]:
    """The crimes asked about, and their lines; with `everything`, none is left out or passed by."""
    with investigations(embedded(path), LAW, on=on, known_at=KNOWN_AT, everything=everything) as found:
        near = found.near(everything=everything)
    return [*near], [*crime_lines(near, LAW, ENGLAND, on=on)]


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1), away=ENDS)
def test_the_lines_of_the_few_are_the_lines_of_all(seed: int, away: int, tmp_path: Path) -> None:
    path, on = tmp_path / "stored.sqlite3", ON + timedelta(days=away)
    write(path, of_crimes(seed))
    (few, of_few), (everyone, of_all) = (lines(path, on, everything=every) for every in (False, True))
    assert {case.crime.ref for case in few} <= {case.crime.ref for case in everyone}
    assert of_few == of_all


@pytest.mark.parametrize("seed", [4, 9])
def test_a_closed_crime_of_a_code_nobody_knows_has_no_line(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, of_crimes(seed))
    (few, of_few), (everyone, of_all) = (lines(path, ON, everything=every) for every in (False, True))
    assert len(few) < len(everyone)
    assert of_few == of_all


def test_the_database_leaves_out_what_was_closed_and_concerns_nobody(tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, of_crimes(4))
    read = []
    for everything in (False, True):
        with investigations(
            embedded(path), LAW, on=ON + timedelta(days=60), known_at=KNOWN_AT, everything=everything
        ) as found:
            read.append({name: found.snapshot.ask(f"SELECT * FROM {name} ORDER BY ALL") for name in READ})
    (few, every) = read
    assert few["shut"].num_rows < every["shut"].num_rows
    assert few["running"] == every["running"]
    left_out = {*every["open_crimes"]["ref"].to_pylist()} - {*few["open_crimes"]["ref"].to_pylist()}
    assert {*few["open_crimes"]["ref"].to_pylist()} <= {*every["open_crimes"]["ref"].to_pylist()}
    assert left_out <= {*every["shut"]["crime_ref"].to_pylist()}
    assert left_out.isdisjoint(every["crime_parties"]["crime_ref"].to_pylist())


def test_nothing_stored_is_nothing_to_ask(tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, [])
    with investigations(embedded(path), LAW, on=ON, known_at=KNOWN_AT) as found:
        assert (found.near(), found.hands(), found.own(), found.cases(["C1"])) == ((), [], frozenset(), ())


def test_some_crimes_of_the_invented_have_lines(tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, of_crimes(1))
    assert lines(path, ON, everything=False)[1]


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1))
def test_a_crime_read_whole_is_what_its_rows_say(seed: int, tmp_path: Path) -> None:
    path, stored = tmp_path / "stored.sqlite3", of_crimes(seed)
    write(path, stored)
    stood = standing(stored)
    refs = {row.ref for row in stood["crimes"]}
    with investigations(embedded(path), LAW, on=ON, known_at=KNOWN_AT) as found:
        assert [*found.cases(refs)] == whole(stood)


def whole(stood: dict[str, list[Any]]) -> list[Case]:
    """Every crime that stands, from the stored rows one by one; where it was, and words, are left out."""
    return [
        Case(
            replace(crime.fact(), postcode=""),
            **{
                part: tuple(_said(each) for each in stood[kept[0]] if each.crime_ref == crime.ref)
                for part, kept in PARTS.items()
            },
        )
        for crime in sorted(stood["crimes"], key=lambda row: row.ref)
    ]


def _said(row: Any) -> Any:
    fact = row.fact()
    if isinstance(fact, Graded):
        return Graded(fact.ref, fact.crime, fact.response, fact.on, fact.by)
    return fact
