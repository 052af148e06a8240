"""The database the recorded facts are stored in, read by Arrow and never written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote

from watchkeeper.engine.beside import Beside, reading

BATCH_ROWS = 32_768
"""Rows SQLite hands over at a time: how much is held, never what comes out."""

WAITS = 30_000
"""Milliseconds SQLite waits for a lock that somebody else holds, as Django's connection does."""


class Vendor(StrEnum):
    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts are stored: an address the driver of `vendor` understands.

    `beside`: this process has the same SQLite file open otherwise, so it is read in another one.
    """

    vendor: Vendor
    address: str
    beside: bool = False

    @contextmanager
    def open(self) -> Iterator["Reader"]:
        """A reader with one connection of its own, so that two may read at once.

        Raises BesideError where it is read in another process and cannot be opened there.

        The drivers are opened by hand: their convenient door brings in pandas where it is
        installed, which costs more than reading a command unit's whole register.
        """
        if self.beside and self.vendor is Vendor.SQLITE:
            with reading(self.address) as process:
                yield Reader(self.vendor, process)
            return
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
    """One open connection, here or in a process beside this one."""

    vendor: Vendor
    connection: Any

    @contextmanager
    def read(self, sql: str) -> Iterator[Any]:
        """What `sql` gives, as a stream of Arrow batches that holds while the block lasts."""
        if isinstance(self.connection, Beside):
            with self.connection.read(sql) as batches:
                yield batches
            return
        import adbc_driver_manager
        import pyarrow

        with adbc_driver_manager.AdbcStatement(self.connection) as statement:
            if self.vendor is Vendor.SQLITE:
                statement.set_options(**{"adbc.sqlite.query.batch_rows": str(BATCH_ROWS)})
            statement.set_sql_query(sql)
            stream, _ = statement.execute_query()
            with pyarrow.RecordBatchReader.from_stream(stream) as batches:
                yield batches


def embedded(path: Path, *, beside: bool = False) -> Source:
    """The embedded database in the file at `path`, opened so that nothing can be written to it."""
    return Source(Vendor.SQLITE, f"file:{quote(str(path))}?mode=ro", beside)


def of_django(database: dict[str, Any], *, beside: bool = False) -> Source:
    """The source behind one entry of Django's DATABASES, read here or in a process beside this one.

    >>> of_django({"ENGINE": "django.db.backends.sqlite3", "NAME": "/srv/watch keeper.sqlite3"}).address
    'file:/srv/watch%20keeper.sqlite3?mode=ro'
    >>> of_django({"ENGINE": "django.db.backends.postgresql", "NAME": "force", "USER": "reader",
    ...            "PASSWORD": "p@ss", "HOST": "db", "PORT": "5433"}).address
    'postgresql://reader:p%40ss@db:5433/force'
    """
    if database["ENGINE"].endswith("sqlite3"):
        return embedded(Path(database["NAME"]), beside=beside)
    name, user, password, host, port = (
        quote(str(database.get(key) or ""), safe="") for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    )
    who = f"{user}:{password}@" if password else f"{user}@" if user else ""
    return Source(Vendor.POSTGRESQL, f"postgresql://{who}{host}{':' + port if port else ''}/{name}")
