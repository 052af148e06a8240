"""Episodes and children passed by have no line: the twins leave out none that the rules would name."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, rows, write
from watchkeeper.briefing.facts import Section
from watchkeeper.briefing.missing_asking import judged_at
from watchkeeper.briefing.missing_lines import concern_lines, episode_lines
from watchkeeper.briefing.missing_reading import missing
from watchkeeper.engine.source import embedded
from watchkeeper.law import shelf
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.facts import Ground
from watchkeeper.missing.tables import TABLES

LAW = shelf.load()
PANELS = Shelf(
    {
        **LAW.rows,
        "exploitation_panels": replace(LAW["exploitation_panels"], values=((date(2004, 5, 1), ("a",)),)),
    },
    LAW.version,
)
"""A force that has listed where a panel sits."""
OURS = {table.name for table in TABLES}


def of_the_missing(seed: int) -> list[Any]:
    """Invented rows, all about a few episodes of a few children: else hardly any two speak of one."""
    stored = [(name, row) for name, row in rows(seed, 6) if name in OURS]
    refs = {
        name: sorted({row.ref for of, row in stored if of == name})[:8]
        for name in ("missing_episodes", "missing_people")
    }
    for number, (_, row) in enumerate(stored):
        for column, name in (("episode_ref", "missing_episodes"), ("missing_ref", "missing_people")):
            if hasattr(row, column) and refs[name]:
                setattr(row, column, refs[name][(number * 7 + seed) % len(refs[name])])
        if hasattr(row, "grounds"):
            row.grounds = str(list(Ground)[number % len(Ground)])
        if hasattr(row, "born_on") and row.born_on is not None:
            row.born_on = row.born_on.replace(year=(1990, 2008, 2012)[number % 3])
    return stored


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1), away=st.integers(-6, 40), law=st.sampled_from([LAW, PANELS]))
def test_the_lines_of_the_few_are_the_lines_of_all(seed: int, away: int, law: Shelf, tmp_path: Path) -> None:
    path, on = tmp_path / "stored.sqlite3", ON + timedelta(days=away)
    known_at = KNOWN_AT + timedelta(days=max(away, 0))
    write(path, of_the_missing(seed))
    few, everyone = (
        missing(embedded(path), law, on=on, known_at=known_at, everything=every) for every in (False, True)
    )
    assert {case.episode.ref for case in few.cases} <= {case.episode.ref for case in everyone.cases}
    at = judged_at(on=on, known_at=known_at)
    lines = [[*episode_lines(each.cases, LAW, on=on, at=at)] for each in (few, everyone)]
    assert lines[0] == lines[1]
    assert {child.child for child in few.concerns} <= {child.child for child in everyone.concerns}
    concern = [[*concern_lines(each.concerns, each.units, law, on=on)] for each in (few, everyone)]
    assert concern[0] == concern[1]


@pytest.mark.parametrize("seed", [3])
def test_some_of_the_invented_have_lines_and_some_are_passed_by(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, of_the_missing(seed))
    few, everyone = (
        missing(embedded(path), LAW, on=ON, known_at=KNOWN_AT, everything=every) for every in (False, True)
    )
    assert 0 < len(few.cases) < len(everyone.cases)
    assert [*episode_lines(few.cases, LAW, on=ON, at=KNOWN_AT)]
    assert 0 < len(few.concerns) < len(everyone.concerns)
    sections = {line.section for line in concern_lines(few.concerns, few.units, LAW, on=ON)}
    assert sections == {Section.UNSAFE, Section.SCREENINGS}


def test_nothing_stored_is_nothing_to_ask(tmp_path: Path) -> None:
    path = tmp_path / "stored.sqlite3"
    write(path, [])
    found = missing(embedded(path), LAW, on=ON, known_at=KNOWN_AT)
    assert (found.cases, dict(found.flags), found.near) == ((), {}, ())
