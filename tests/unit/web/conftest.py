"""The force behind the pages: loaded once for each file of tests that asks for it."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import empty
from tests.unit.web.house import NIGHT, House, invented
from watchkeeper import today
from watchkeeper.web import pace


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[House]:
    """The force, in the database for good until the file is done."""
    with django_db_blocker.unblock():
        house = invented()
    yield house
    with django_db_blocker.unblock():
        empty()


@pytest.fixture
def house(loaded: House, db: None, monkeypatch: pytest.MonkeyPatch) -> House:
    """The force on its own night; what a test changes is undone after it."""
    monkeypatch.setattr(today, "now", lambda: NIGHT)
    monkeypatch.setattr(pace, "_asked", {})
    return loaded
