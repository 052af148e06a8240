"""The same model on Spark weighs the same and joins the same people; skipped without Spark or Java."""

import shutil

import pytest

from tests.conftest import ON
from tools.dirty_people import dirty
from watchkeeper.engine.engines import ENGINE, EngineError
from watchkeeper.law import shelf
from watchkeeper.people.identity.engines import chosen
from watchkeeper.people.identity.lists import placeholders, prepared_rows
from watchkeeper.people.identity.matching import Matched, matched
from watchkeeper.people.identity.shipped import model
from watchkeeper.people.rules.deciding import thresholds

LAW = shelf.load()


def run(engine: str) -> Matched:
    records = prepared_rows(dirty(300, seed=21).rows, placeholders(LAW, on=ON))
    with chosen(engine) as ready:
        return matched(
            records,
            [1] * len(records),
            engine=ready,
            model=model(str(LAW["identity_model"].on(ON))),
            at=thresholds(LAW, on=ON),
            across=False,
            told=lambda *_: None,
        )


def test_spark_joins_the_same_people() -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed: the extra `spark` brings it")
    if shutil.which("java") is None:
        pytest.skip("there is no Java, which Spark runs on")
    one, other = run("duckdb"), run("spark")
    assert one.person.tolist() == other.person.tolist()
    for name in ("one", "other", "guard"):
        assert one.pairs[name].to_pylist() == other.pairs[name].to_pylist()
    assert one.pairs["bits"].to_pylist() == pytest.approx(other.pairs["bits"].to_pylist(), abs=1e-6)


def test_an_engine_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENGINE, "abacus")
    with pytest.raises(EngineError, match="may be duckdb or spark"), chosen():
        pass
