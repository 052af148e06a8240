"""The import contracts hold, and hold for something: a deliberate fault breaks them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.table import table

ROOT = Path(__file__).parents[2]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "watchkeeper",
        tmp_path / "watchkeeper",
        ignore=shutil.ignore_patterns("__pycache__", "*.sql", "*.toml"),
    )
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_the_contracts_hold() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


@table("""
    case                                     | file                        | line
    -----------------------------------------|-----------------------------|-----
    a rule imports a store                   | registers/rules/extra.py    | import watchkeeper.registers.models
    a rule imports Django                    | visits/rules/extra.py       | import django
    a rule reads the clock                   | risk/rules/extra.py         | import watchkeeper.today
    a rule throws dice                       | escalation/rules/extra.py   | import random
    a solver imports a store                 | visits/routing/extra.py     | import watchkeeper.visits.models
    a solver reads the clock                 | visits/routing/extra.py     | import time
    the registers know of visits             | registers/rules/extra.py    | import watchkeeper.visits.facts
    strangers on one floor meet              | risk/rules/extra.py         | import watchkeeper.registers.facts
    a slice knows a door                     | briefing/facts.py           | import watchkeeper.cli.main
    facts import rules                       | visits/facts.py             | import watchkeeper.visits.rules
    a room with no floor                     | stray/extra.py              | import watchkeeper.law
    a file with no place in its slice        | visits/stray.py             | import watchkeeper.law
    """)
def test_a_deliberate_fault_breaks_them(copy: Path, file: str, line: str) -> None:
    target = copy / "watchkeeper" / file
    target.parent.mkdir(exist_ok=True)
    (target.parent / "__init__.py").touch()
    target.write_text((target.read_text() if target.exists() else "") + f"\n{line}\n")
    result = lint(copy)
    assert result.returncode != 0
    assert "BROKEN" in result.stdout or "exhaust" in result.stdout or "missing" in result.stdout.lower(), (
        result.stdout
    )
