"""The database the recorded facts are stored in, read by Arrow and never written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote

BATCH_ROWS = 32_768
"""Rows SQLite hands over at a time: how much is held, never what comes out."""

WAITS = 30_000
"""Milliseconds SQLite waits for a lock that somebody else holds, as Django's connection does."""


class Vendor(StrEnum):
    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts are stored: an address the driver of `vendor` understands."""

    vendor: Vendor
    address: str

    @contextmanager
    def open(self) -> Iterator["Reader"]:
        """A reader with one connection of its own, so that two may read at once.

        The drivers are opened by hand: their convenient door brings in pandas where it is
        installed, which costs more than reading a command unit's whole register.
        """
        import adbc_driver_manager

        with self._database() as database, adbc_driver_manager.AdbcConnection(database) as connection:
            if self.vendor is Vendor.SQLITE:
                with adbc_driver_manager.AdbcStatement(connection) as statement:
                    statement.set_sql_query(f"PRAGMA busy_timeout = {WAITS}")
                    statement.execute_update()
            yield Reader(self.vendor, connection)

    def _database(self) -> Any:
        if self.vendor is Vendor.SQLITE:
            import adbc_driver_sqlite

            return adbc_driver_sqlite.connect(self.address)
        import adbc_driver_postgresql

        return adbc_driver_postgresql.connect(self.address)


@dataclass(frozen=True, slots=True)
class Reader:
    """One open connection."""

    vendor: Vendor
    connection: Any

    @contextmanager
    def read(self, sql: str) -> Iterator[Any]:
        """What `sql` gives, as a stream of Arrow batches that holds while the block lasts."""
        import adbc_driver_manager
        import pyarrow

        with adbc_driver_manager.AdbcStatement(self.connection) as statement:
            if self.vendor is Vendor.SQLITE:
                statement.set_options(**{"adbc.sqlite.query.batch_rows": str(BATCH_ROWS)})
            statement.set_sql_query(sql)
            stream, _ = statement.execute_query()
            with pyarrow.RecordBatchReader.from_stream(stream) as batches:
                yield batches


def embedded(path: Path) -> Source:
    """The embedded database in the file at `path`, opened so that nothing can be written to it."""
    return Source(Vendor.SQLITE, f"file:{quote(str(path))}?mode=ro")


def of_django(database: dict[str, Any]) -> Source:
    """The source behind one entry of Django's DATABASES.

    >>> of_django({"ENGINE": "django.db.backends.sqlite3", "NAME": "/srv/watch keeper.sqlite3"}).address
    'file:/srv/watch%20keeper.sqlite3?mode=ro'
    >>> of_django({"ENGINE": "django.db.backends.postgresql", "NAME": "force", "USER": "reader",
    ...            "PASSWORD": "p@ss", "HOST": "db", "PORT": "5433"}).address
    'postgresql://reader:p%40ss@db:5433/force'
    """
    if database["ENGINE"].endswith("sqlite3"):
        return embedded(Path(database["NAME"]))
    name, user, password, host, port = (
        quote(str(database.get(key) or ""), safe="") for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    )
    who = f"{user}:{password}@" if password else f"{user}@" if user else ""
    return Source(Vendor.POSTGRESQL, f"postgresql://{who}{host}{':' + port if port else ''}/{name}")
