"""Where a population is compared: DuckDB in this process, or Spark by setting, each in its own SQL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import pyarrow as pa

from watchkeeper.engine.engines import ENGINE, LOSES_ROWS, EngineError
from watchkeeper.people.identity.asking import SPLIT


class Engine(Protocol):
    """What the linking asks of an engine. `api` is Splink's door to it."""

    dialect: str
    api: Any

    def put(self, name: str, table: pa.Table) -> None:
        """Take a table of this process in."""

    def make(self, name: str, sql: str) -> None:
        """Keep what a question gives as a table."""

    def take(self, sql: str) -> pa.Table:
        """What a question gives, brought to this process."""

    def drop(self, name: str) -> None:
        """Let a table go."""

    def each(self, column: str) -> str:
        """SQL for one row for each member of a set joined by `|`."""


class Embedded:
    """DuckDB, in memory."""

    dialect = "duckdb"

    def __init__(self, threads: int | None = None) -> None:
        import duckdb
        from splink import DuckDBAPI

        self._connection = duckdb.connect(":memory:")
        self._connection.execute("SET preserve_insertion_order = false")
        self._connection.execute(f"SET disabled_optimizers = '{LOSES_ROWS}'")
        if threads:
            self._connection.execute(f"SET threads = {int(threads)}")
        self.api = DuckDBAPI(connection=self._connection)

    def put(self, name: str, table: pa.Table) -> None:
        self._connection.register(f"{name}_arrow", table)
        self.make(name, f"SELECT * FROM {name}_arrow")
        self._connection.unregister(f"{name}_arrow")

    def make(self, name: str, sql: str) -> None:
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS {sql}")

    def take(self, sql: str) -> pa.Table:
        return self._connection.sql(sql).to_arrow_table()

    def drop(self, name: str) -> None:
        self._connection.execute(f"DROP TABLE IF EXISTS {name}")

    def each(self, column: str) -> str:
        return f"unnest({SPLIT[self.dialect].format(column)})"


class Spark:
    """Spark, on this machine unless configured otherwise. The optional extra `spark` installs it."""

    dialect = "spark"

    def __init__(self) -> None:
        try:
            from pyspark.sql import SparkSession  # type: ignore[import-not-found]
            from splink import SparkAPI
            from splink.backends.spark import similarity_jar_location
        except ImportError as error:
            raise EngineError(
                f"{ENGINE}=spark needs PySpark, the extra `spark` of watchkeeper, and Java 17 or newer"
            ) from error
        self._session = (
            SparkSession.builder.appName("watchkeeper identity")
            .config("spark.jars", similarity_jar_location())
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.ansi.enabled", "false")
            .getOrCreate()
        )
        self.api = SparkAPI(  # type: ignore[no-untyped-call]
            spark_session=self._session, break_lineage_method="persist", num_partitions_on_repartition=4
        )

    def put(self, name: str, table: pa.Table) -> None:
        self._session.createDataFrame(table).createOrReplaceTempView(name)

    def make(self, name: str, sql: str) -> None:
        self._session.sql(sql).persist().createOrReplaceTempView(name)

    def take(self, sql: str) -> pa.Table:
        return self._session.sql(sql).toArrow()

    def drop(self, name: str) -> None:
        self._session.catalog.dropTempView(name)

    def each(self, column: str) -> str:
        return f"explode({SPLIT[self.dialect].format(column)})"

    def close(self) -> None:
        """Stop the session."""
        self._session.stop()


@contextmanager
def chosen(name: str | None = None) -> Iterator[Engine]:
    """The engine of this name, or the one WATCHKEEPER_ENGINE names; DuckDB when neither does."""
    name = (name or os.environ.get(ENGINE, "") or "duckdb").casefold()
    if name == "duckdb":
        yield Embedded()
    elif name == "spark":
        spark = Spark()
        try:
            yield spark
        finally:
            spark.close()
    else:
        raise EngineError(f"no engine is called {name!r}; --engine or {ENGINE} may be duckdb or spark")
