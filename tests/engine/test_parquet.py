"""Facts exported as Parquet stand at every instant as they do in the database, and DuckDB and Spark agree."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ON
from tests.engine.stored import KNOWN_AT, rows, write
from watchkeeper.engine import parquet
from watchkeeper.engine.engines import EngineError, chosen
from watchkeeper.engine.snapshot import open_snapshot
from watchkeeper.engine.source import embedded
from watchkeeper.engine.standing import Known
from watchkeeper.inspection.facts import Measured
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.catalogue import BY_NAME
from watchkeeper.inspection.measures.running import population
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf

FEW = ("visits_late", "unmanaged", "no_home", "announced", "held_unfit", "guessable", "stays_untold")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stored.sqlite3"


def exported(path: Path, seed: int) -> Path:
    write(path, rows(seed, 25))
    folder = path.parent / "facts"
    parquet.export(embedded(path), asking.pulls(), folder)
    return folder


@pytest.mark.parametrize("seed", range(3))
def test_what_stood_is_the_same_from_files_as_from_the_database(seed: int, path: Path) -> None:
    """Corrections, withdrawals, and two versions of one instant are among the rows."""
    folder = exported(path, seed)
    for micro in (-(10**6), -1, 0, 1, 10**6):
        known = Known(KNOWN_AT + timedelta(microseconds=micro))
        with (
            open_snapshot(embedded(path), asking.pulls(), on=ON, known=known) as snapshot,
            chosen("duckdb") as engine,
        ):
            parquet.standing(engine, folder, asking.pulls(), known)
            for pull in asking.pulls():
                asked = f'SELECT * FROM "{pull.name}" ORDER BY id'
                assert engine.take(asked).to_pylist() == snapshot.ask(asked).to_pylist(), pull.name


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with chosen("duckdb") as engine, pytest.raises(parquet.FolderError, match="visits"):
        parquet.standing(engine, tmp_path, asking.pulls(), Known(KNOWN_AT))


def test_an_engine_nobody_knows_is_refused() -> None:
    with pytest.raises(EngineError, match="may be duckdb or spark"), chosen("abacus"):
        pass


def test_spark_counts_the_same(path: Path, law: Shelf, england: Calendar) -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed: the extra `spark` brings it")
    if shutil.which("java") is None:
        pytest.skip("there is no Java, which Spark runs on")
    folder, days = exported(path, 4), (ON - timedelta(days=30), ON)

    def counted(engine: str) -> list[Measured]:
        with population(folder, law, england, on=days, known_at=KNOWN_AT, engine=engine) as asked:
            return [asked.measured(BY_NAME[name]) for name in FEW]

    one: Any = counted("duckdb")
    assert counted("spark") == one
