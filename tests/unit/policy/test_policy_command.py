"""`watchkeeper policy`: what it says of the shelf, and how it fails."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from watchkeeper.cli.policy import app
from watchkeeper.law import shelf

ROWS = sorted(shelf.load(), key=lambda row: row.name)
TIGHTER = next(row for row in ROWS if row.tighter == "less" and isinstance(row.values[-1][1], int))
STATUTE = next(row for row in ROWS if row.weight == "statute" and row.values)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "policy").mkdir()
    monkeypatch.setenv("WATCHKEEPER_HOME", str(tmp_path))
    return tmp_path


def test_check_counts_the_rows_and_lists_what_is_unconfirmed_and_not_commenced(home: Path) -> None:
    result = CliRunner().invoke(app, ["check"])
    assert result.exit_code == 0
    assert f"The shelf holds: {len(ROWS)} rows" in result.stdout
    for row in ROWS:
        listed = any(line.startswith(f"{row.name}\t") for line in result.stdout.splitlines())
        assert listed is (not row.confirmed or row.awaiting is not None)


def test_check_fails_with_every_fault_and_shows_no_traceback(home: Path) -> None:
    (home / "policy" / "force.toml").write_text(
        f'[{STATUTE.name}]\nsays = "Ours."\nvalues = [{{ from = 2026-01-01, value = 1 }}]\n'
        '[nobody_knows_this]\nsays = "Ours."\nvalues = [{ from = 2026-01-01, value = 1 }]\n'
    )
    result = CliRunner().invoke(app, ["check"])
    assert result.exit_code == 1
    assert "may not touch" in result.stderr
    assert "nobody_knows_this is not on the shelf" in result.stderr


def test_show_gives_every_value_with_its_source(home: Path) -> None:
    result = CliRunner().invoke(app, ["show", STATUTE.name, "--on", "2026-11-02"])
    assert result.exit_code == 0
    for part in (STATUTE.says, STATUTE.cite, STATUTE.quote, STATUTE.href, "in force on 2 November 2026"):
        assert part in result.stdout


def test_a_row_the_force_has_tightened_says_so(home: Path) -> None:
    first, value = TIGHTER.values[-1]
    (home / "policy" / "force.toml").write_text(
        f'[{TIGHTER.name}]\nsays = "Direction 12."\nvalues = [{{ from = {first}, value = {value} }}]\n'
    )
    result = CliRunner().invoke(app, ["show", TIGHTER.name, "--on", "2026-11-02"])
    assert "Force policy: Direction 12." in result.stdout


def test_a_misspelt_name_is_answered_with_near_ones(home: Path) -> None:
    result = CliRunner().invoke(app, ["show", STATUTE.name[:-1]])
    assert result.exit_code == 2
    assert STATUTE.name in result.stderr


def test_show_without_a_name_lists_every_row(home: Path) -> None:
    result = CliRunner().invoke(app, ["show", "--on", "2026-11-02"])
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == [row.name for row in ROWS]
