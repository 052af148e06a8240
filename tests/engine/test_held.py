"""A held fact is what the model that stores it would have made of the same row."""

from pathlib import Path

import pytest
from django.apps import apps

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, rows, standing, write
from watchkeeper.briefing import missing_asking
from watchkeeper.briefing.held import held_facts
from watchkeeper.engine.snapshot import open_snapshot
from watchkeeper.engine.source import embedded
from watchkeeper.engine.standing import Known, Pull
from watchkeeper.missing.facts import Ground
from watchkeeper.missing.tables import TABLES


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_facts_of_a_table_and_what_is_left_unread(table, tmp_path: Path) -> None:
    stored = rows(7, 9)
    for number, (_, row) in enumerate(stored):
        if hasattr(row, "grounds"):  # any word will not do: a fact holds the grounds there are
            row.grounds = str(list(Ground)[number % len(Ground)])
    write(tmp_path / "stored.sqlite3", stored)
    names = [column.name for column in table.columns]
    least = [name for name in names if name not in missing_asking._WORDS]
    model = apps.get_model(table.model)
    for read in (names, least):
        pull = Pull(table, tuple(dict.fromkeys(("ref", *read))))
        with open_snapshot(
            embedded(tmp_path / "stored.sqlite3"), [pull], on=ON, known=Known(KNOWN_AT)
        ) as snapshot:
            held = list(held_facts(snapshot, table))
        told = standing(stored)[table.name]
        assert held == [model(**{name: getattr(row, name) for name in pull.columns}).fact() for row in told]


def test_no_bar_of_progress_is_drawn_over_what_a_command_prints(tmp_path: Path) -> None:
    write(tmp_path / "stored.sqlite3", [])
    with open_snapshot(embedded(tmp_path / "stored.sqlite3"), [], on=ON, known=Known(KNOWN_AT)) as snapshot:
        drawn = snapshot.held.execute("SELECT current_setting('enable_progress_bar')").fetchone()
    assert drawn == (False,)
