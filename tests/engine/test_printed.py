"""The SQL that the brief runs is the SQL that the expressions print."""

import os
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


def test_no_command_waits_for_what_it_does_not_use() -> None:
    """Ibis or pandas costs the brief more than reading a unit's register; the compiler, every start of a worker."""
    asked = (
        "import sys; from watchkeeper.briefing import assembling; "
        "import duckdb, pyarrow, adbc_driver_sqlite, adbc_driver_postgresql; "
        "print(sorted({'ibis', 'pandas'} & sys.modules.keys())); "
        "import django; django.setup(); import watchkeeper.config.urls, watchkeeper.jobs.worker; "
        "print(sorted({'ibis', 'pandas', 'numba', 'scipy', 'highspy'} & sys.modules.keys()))"
    )
    site = os.environ | {"DJANGO_SETTINGS_MODULE": "watchkeeper.config.site"}
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=site)
    assert told.stdout.split() == ["[]", "[]"]
