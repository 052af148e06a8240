"""`watchkeeper suspects`: the queue in lines, and what cannot be asked of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from typer.testing import CliRunner, Result

from tests.conftest import NOON
from tests.unit.suspects.scene import referral, staff
from watchkeeper import today
from watchkeeper.cli.main import app

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def door(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock of the test's own, and a register that is there."""
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.delenv("WATCHKEEPER_OFFICER", raising=False)
    register = settings.HOME / "watchkeeper.sqlite3"
    register.touch()
    yield
    register.unlink()


def run(*words: str, expect: int = 0) -> Result:
    done = CliRunner().invoke(app, ["suspects", *words])
    assert done.exit_code == expect, done.output
    return done


def test_a_unit_nobody_knows_is_not_a_unit_without_referrals() -> None:
    staff()
    referral()
    assert "R1" in run("--unit", "U1").stdout
    assert "No referral is open." in run("--unit", "U2").stdout
    assert "no unit is known as 'U3': there are U1 and U2" in run("--unit", "U3", expect=2).stderr


def test_a_day_to_come_is_refused() -> None:
    staff()
    tomorrow = (NOON + timedelta(days=1)).date().isoformat()
    assert "is still to come" in run("--on", tomorrow, expect=2).stderr
