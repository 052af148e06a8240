"""The ground the tests stand on: a database of their own, SQLite or a private PostgreSQL.

`WATCHKEEPER_TEST_POSTGRESQL=1` runs the same tests on PostgreSQL. No test reads the wall
clock: the days and instants below are the ones to use.
"""

import gc
import os
import shutil
import signal
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import hypothesis
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, connections, transaction
from django.test import TransactionTestCase

from tests import postgresql
from watchkeeper.audit import append_only
from watchkeeper.audit.models import Entry, Fact
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.config.settings import database
from watchkeeper.law import calendar, shelf
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf

# The same cases every time: no test passes or fails by luck. EXPLORE=1 looks for new ones.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.register_profile("exploring", deadline=None)
hypothesis.settings.load_profile("exploring" if os.environ.get("EXPLORE") == "1" else "steady")

# Little of what tests make holds cycles, and what a process keeps of them is walked through each time.
gc.set_threshold(50_000, 20, 20)

# A run in the background ignores Ctrl-C, and so would every command that a test starts and then interrupts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ON = date(2026, 3, 20)  # a Friday
NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)

_URL = "WATCHKEEPER_DATABASE_URL"
_HOME = "WATCHKEEPER_HOME"
_ground: list[object] = []


def pytest_configure(config: pytest.Config) -> None:
    """Give this run its own home and database, whatever the environment names."""
    home = Path(tempfile.mkdtemp(prefix="watchkeeper-tests-"))
    _ground.append(home)
    os.environ[_HOME] = str(home)
    worker = hasattr(config, "workerinput")
    if not worker:
        os.environ.pop(_URL, None)
        if os.environ.get("WATCHKEEPER_TEST_POSTGRESQL") == "1":
            server = postgresql.start()
            _ground.append(server)
            os.environ[_URL] = server.url  # workers started from here share the server
    settings.HOME = home
    _stand_on(database(os.environ.get(_URL, ""), home), home)


def pytest_unconfigure() -> None:
    """Leave nothing running and nothing behind."""
    for thing in reversed(_ground):
        if isinstance(thing, postgresql.Server):
            connections.close_all()
            thing.stop()
        elif isinstance(thing, Path):
            shutil.rmtree(thing, ignore_errors=True)
    _ground.clear()


def _stand_on(chosen: dict[str, object], home: Path) -> None:
    """Point Django, whose settings were read before this file was, at the tests' own database."""
    if chosen["ENGINE"] == "django.db.backends.sqlite3":
        chosen["TEST"] = {"NAME": str(home / "test.sqlite3")}  # a file: other readers open it too
    settings.DATABASES["default"] = chosen
    connections._settings = None
    connections.__dict__.pop("settings", None)
    if hasattr(connections._connections, "default"):
        del connections["default"]


def guarded() -> list[str]:
    """Every table the database must refuse to change."""
    return [m._meta.db_table for m in apps.get_models() if issubclass(m, Fact | Entry | FrozenBrief)]


def empty() -> None:
    """Take away every row that tests have committed, which the guards rightly refuse: they are lifted for it.

    Only what holds rows is emptied, a few tables of a hundred. Django would empty each of them
    and write its own books of models and permissions again after every test that commits.
    """
    names = set(connection.introspection.django_table_names()) - OF_DJANGO
    held = " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM \"{name}\")" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(held)
        filled = [name for (name,) in cursor.fetchall()]
        lifted = [name for name in guarded() if name in filled]
        for name in lifted:
            append_only.lift(connection, name)
        try:
            with transaction.atomic():  # whose end looks at the keys between them, not each removal
                for name in filled:
                    cursor.execute(f'DELETE FROM "{name}"')
        finally:
            for name in lifted:
                append_only.lay(connection, name)


OF_DJANGO = {"django_content_type", "auth_permission"}
"""Written when the database was made; no test writes them."""
TransactionTestCase._fixture_teardown = lambda _test: empty()  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def law() -> Shelf:
    """The policy shelf as shipped."""
    return shelf.load()


@pytest.fixture(scope="session")
def england() -> Calendar:
    """Working days in England and Wales."""
    return calendar.england_and_wales()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, for whatever reads WATCHKEEPER_HOME afresh."""
    monkeypatch.setenv(_HOME, str(tmp_path))
    return tmp_path
