"""The SQL that the brief runs is the SQL that the expressions print."""

import subprocess
import sys

import pytest

from watchkeeper.engine.snapshot import SQL


def test_every_printed_reduction_is_what_its_expression_prints() -> None:
    from tools import print_twins

    assert print_twins.changed() == []


def test_a_page_changed_by_hand_is_named(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tools import print_twins

    for page in SQL.glob("*.sql"):
        (tmp_path / page.name).write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "contact.sql").write_text("SELECT 1", encoding="utf-8")
    (tmp_path / "stray.sql").write_text("SELECT 2", encoding="utf-8")
    monkeypatch.setattr(print_twins, "SQL", tmp_path)
    assert print_twins.changed() == ["contact", "stray"]
    assert print_twins.main(["--check"]) == 1
    assert print_twins.main([]) == 0
    assert print_twins.changed() == []


def test_the_nightly_brief_needs_neither_ibis_nor_pandas() -> None:
    """Importing either costs more than reading a command unit's register."""
    asked = (
        "import sys; from watchkeeper.briefing import assembling; "
        "import duckdb, pyarrow, adbc_driver_sqlite, adbc_driver_postgresql; "
        "print(sorted({'ibis', 'pandas'} & sys.modules.keys()))"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
