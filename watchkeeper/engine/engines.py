"""What answers questions about a population: DuckDB in this process, or Spark by setting."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

ENGINE = "WATCHKEEPER_ENGINE"
THREADS = 2
LOSES_ROWS = "projection_pullup"
"""A step of DuckDB 2.0.0's optimiser with which suspects who were interviewed are counted as outstanding:
a left join finds nothing where there is something. `tests/engine/test_measure_faults.py` found it."""


class EngineError(ValueError):
    """An engine that is not known or not installed; says what to do."""


class Engine(Protocol):
    """What a population asks of an engine, in the engine's own SQL."""

    dialect: str

    def put(self, name: str, table: Any) -> None:
        """Take an Arrow table of this process in."""

    def make(self, name: str, sql: str) -> None:
        """Keep what a question gives as a table, in place of any of that name."""

    def name(self, name: str, sql: str) -> None:
        """Let a name stand for a question, asked whenever the name is."""

    def rename(self, name: str, to: str) -> None:
        """Let a table stand in place of another, or of a name."""

    def take(self, sql: str) -> Any:
        """What a question gives, as an Arrow table."""

    def file(self, path: str) -> str:
        """How a question names a file of Parquet."""

    def quote(self, column: str) -> str:
        """A column as the engine's SQL writes it, whatever word its name is."""

    def day_in_london(self, at: str) -> str:
        """SQL for the day in London of a column of instants held in UTC."""

    def clock_in_london(self, at: str) -> str:
        """SQL for what a clock in London showed at a column of instants held in UTC; slow for very many."""


class Embedded:
    """DuckDB, over a connection that is open."""

    dialect = "duckdb"

    def __init__(self, held: Any) -> None:
        held.execute(f"SET disabled_optimizers = '{LOSES_ROWS}'")
        self._held = held

    def put(self, name: str, table: Any) -> None:
        self._held.register(f"{name}_arrow", table)
        self.make(name, f'SELECT * FROM "{name}_arrow"')
        self._held.unregister(f"{name}_arrow")

    def make(self, name: str, sql: str) -> None:
        self._held.execute(f'CREATE OR REPLACE TABLE "{name}" AS {sql}')

    def run(self, statement: str) -> None:
        """Change what is held."""
        self._held.execute(statement)

    def name(self, name: str, sql: str) -> None:
        self._held.execute(f'CREATE OR REPLACE VIEW "{name}" AS {sql}')

    def rename(self, name: str, to: str) -> None:
        named = self._held.execute("SELECT 1 FROM duckdb_views() WHERE view_name = ?", [to]).fetchall()
        self._held.execute(f'DROP {"VIEW" if named else "TABLE"} IF EXISTS "{to}"')
        self._held.execute(f'ALTER TABLE "{name}" RENAME TO "{to}"')

    def take(self, sql: str) -> Any:
        return self._held.sql(sql).to_arrow_table()

    def file(self, path: str) -> str:
        return "read_parquet('{}')".format(path.replace("'", "''"))

    def quote(self, column: str) -> str:
        return f'"{column}"'

    def day_in_london(self, at: str) -> str:
        """Days differ from those of Greenwich in the last hour of a day alone: others need no zone."""
        there = f"CAST({self.clock_in_london(at)} AS DATE)"
        at = self.quote(at)
        return f"CASE WHEN hour({at}) = 23 THEN {there} ELSE CAST({at} AS DATE) END"

    def clock_in_london(self, at: str) -> str:
        return f"timezone('Europe/London', timezone('UTC', {self.quote(at)}))"


class Spark:
    """Spark, on this machine unless configured otherwise. The optional extra `spark` installs it."""

    dialect = "pyspark"

    def __init__(self) -> None:
        try:
            from pyspark.sql import SparkSession  # type: ignore[import-not-found]
        except ImportError as error:
            raise EngineError(
                f"{ENGINE}=spark needs PySpark, the extra `spark` of watchkeeper, and Java 17 or newer"
            ) from error
        self._session = (
            SparkSession.builder.appName("watchkeeper population")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.ansi.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.timestampType", "TIMESTAMP_NTZ")
            .getOrCreate()
        )

    def put(self, name: str, table: Any) -> None:
        self._session.createDataFrame(table).createOrReplaceTempView(name)

    def make(self, name: str, sql: str) -> None:
        self._session.sql(sql).persist().createOrReplaceTempView(name)

    def name(self, name: str, sql: str) -> None:
        self._session.sql(sql).createOrReplaceTempView(name)

    def rename(self, name: str, to: str) -> None:
        self._session.table(name).createOrReplaceTempView(to)

    def take(self, sql: str) -> Any:
        return self._session.sql(sql).toArrow()

    def file(self, path: str) -> str:
        return f"parquet.`{path}`"

    def quote(self, column: str) -> str:
        return f"`{column}`"

    def day_in_london(self, at: str) -> str:
        return f"CAST({self.clock_in_london(at)} AS DATE)"

    def clock_in_london(self, at: str) -> str:
        return f"from_utc_timestamp({self.quote(at)}, 'Europe/London')"

    def close(self) -> None:
        """Stop the session."""
        self._session.stop()


@contextmanager
def chosen(name: str | None = None) -> Iterator[Engine]:
    """The engine of this name, or the one WATCHKEEPER_ENGINE names; DuckDB when neither does."""
    name = (name or os.environ.get(ENGINE, "") or "duckdb").casefold()
    if name == "duckdb":
        import duckdb

        config: dict[str, Any] = {"threads": THREADS, "python_enable_replacements": False}
        with duckdb.connect(config=config) as held:
            held.execute("SET TimeZone = 'UTC'")
            held.execute("SET enable_progress_bar = false")
            held.execute("SET preserve_insertion_order = false")
            yield Embedded(held)
    elif name == "spark":
        spark = Spark()
        try:
            yield spark
        finally:
            spark.close()
    else:
        raise EngineError(f"no engine is called {name!r}; --engine or {ENGINE} may be duckdb or spark")
