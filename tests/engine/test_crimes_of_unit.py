"""The lines of a unit about crimes and the wrong hands are those of the whole force that name it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, OFFICERS, UNITS, numbered, write
from tests.engine.test_crimes_in_hand import CONFLICTS, of_hands
from tests.engine.test_crimes_to_ask import of_crimes
from watchkeeper.briefing.crime_night import of_night
from watchkeeper.briefing.facts import Asked, Line, Section
from watchkeeper.engine.source import embedded
from watchkeeper.law import calendar, shelf

LAW, ENGLAND = shelf.load(), calendar.england_and_wales()
SHIRE = 'O\'Hare & "Sons"'
"""A unit whose name must not be read as SQL."""
NAMED = (*UNITS, SHIRE)
ROUND = [HealthCheck.function_scoped_fixture]


def of_units(stored: list[Any]) -> list[Any]:
    """Crimes and officers spread over three units, crimes held and supervised across them."""
    for number, name, row in numbered(stored):
        if name in ("crimes", "officers"):
            row.unit = NAMED[number % len(NAMED)]
        if name == "crime_holdings":
            row.officer_ref = OFFICERS[number % len(OFFICERS)]
            row.supervisor = OFFICERS[(number // 2) % len(OFFICERS)]
    return stored


def lines(path: Path, days: int, unit: str = "", officer: str = "") -> list[Line]:
    asked = Asked(ON + timedelta(days=days), KNOWN_AT, unit, officer)
    return of_night(embedded(path), CONFLICTS, asked, LAW, ENGLAND, through=1)


@settings(max_examples=5, deadline=None, suppress_health_check=ROUND)
@given(seed=st.integers(0, 2**32 - 1), days=st.integers(-6, 40), hands=st.booleans())
def test_the_lines_of_the_units_together_are_those_of_the_force(
    seed: int, days: int, hands: bool, tmp_path: Path
) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, of_units((of_hands if hands else of_crimes)(seed)))
    whole = lines(path, days)
    for unit in NAMED:
        assert lines(path, days, unit) == [line for line in whole if line.unit == unit]
    assert {line.unit for line in whole} <= {*NAMED, ""}


def test_an_officer_is_told_their_own_crimes_and_nothing_of_the_wash(tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, of_units(of_hands(3)))
    whole = lines(path, 20)
    assert any(line.section is Section.HANDS for line in whole)
    for officer in OFFICERS:
        assert lines(path, 20, officer=officer) == [
            line for line in whole if line.owner == officer and line.section is not Section.HANDS
        ]
