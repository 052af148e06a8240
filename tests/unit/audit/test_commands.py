"""`watchkeeper audit` and `watchkeeper officer`, through the door."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from typer.testing import CliRunner, Result

from tests.unit.audit.storing import stored_under_an_act
from tests.unit.workforce.records import BEFORE
from watchkeeper import today
from watchkeeper.audit import append_only
from watchkeeper.audit.models import Entry
from watchkeeper.cli import audit, officer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock of the test's own: one second passes at each look. And a register that is there."""
    told = iter(datetime(2026, 3, 20, 12, tzinfo=UTC) + timedelta(seconds=n) for n in range(1000))
    monkeypatch.setattr(today, "now", lambda: next(told))
    monkeypatch.setattr(today, "today", lambda: datetime(2026, 3, 20, tzinfo=UTC).date())
    monkeypatch.delenv("WATCHKEEPER_OFFICER", raising=False)
    register = settings.HOME / "watchkeeper.sqlite3"
    register.touch()
    yield
    register.unlink()


def run(app: object, *words: str) -> Result:
    return CliRunner().invoke(app, list(words))  # type: ignore[arg-type]


def officers() -> None:
    row = ("U1", BEFORE, BEFORE, False, "North", "")
    stored_under_an_act("units", [row])
    assert run(officer.app, "appoint", "ADM", "--role", "administrator").exit_code == 0
    for ref, role, rank in (
        ("INS", "inspection officer", "inspector"),
        ("MAN", "offender manager", "constable"),
    ):
        done = run(
            *(officer.app, "appoint", ref, "--role", role, "--rank", rank, "--unit", "U1", "--as", "ADM"),
            *("--course", "mosovo=2024-05-01"),
        )
        assert done.exit_code == 0, done.output


def test_officers_appointed_are_listed_with_their_courses():
    officers()
    listed = run(officer.app, "list", "--unit", "U1").output
    assert [line.split()[0] for line in listed.splitlines()] == ["INS", "MAN", "2"]
    assert "MOSOVO" in listed


def test_only_the_first_administrator_needs_nobody_to_appoint_them():
    officers()
    again = run(officer.app, "appoint", "ADM2", "--role", "administrator")
    assert again.exit_code == 2
    assert "name the administrator who appoints" in again.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--as", "NOBODY"), "no officer has the ref 'NOBODY'"),
        (("--as", "MAN"), "is offender manager; needed: senior officer or administrator"),
        (("--as", "ADM", "--unit", "U9"), "unit U9 is known"),
        (("--as", "ADM", "--course", "cookery=2024-01-01"), "write MOSOVO or ARMS or ViSOR"),
        (("--as", "ADM", "--since", "1 May"), "--since '1 May' is not a day"),
        (("--as", "ADM", "--hours-share", "0"), "--hours-share 0.0 is not above 0"),
    ],
)
def test_an_appointment_that_cannot_be_made_says_why(words: tuple[str, ...], says: str):
    officers()
    told = run(officer.app, "appoint", "NEW", "--role", "supervisor", *words)
    assert told.exit_code == 2
    assert says in told.output


def test_a_trail_that_holds_gives_its_head_and_one_that_does_not_ends_with_1():
    officers()
    held = run(audit.app, "verify")
    assert held.exit_code == 0
    assert "nothing here shows that the newest entries are all there" in held.output.lower()
    head = held.output.split("Head: ")[1].split()[0]
    proved = run(audit.app, "verify", "--head", head)
    assert proved.exit_code == 0
    assert "Nothing here shows" not in proved.output
    gone = run(audit.app, "verify", "--head", "f" * 64)
    assert gone.exit_code == 1
    assert "newest entries" in gone.output
    mistyped = run(audit.app, "verify", "--head", head[:-1])
    assert mistyped.exit_code == 2
    assert "is no hash" in mistyped.output
    assert "BROKEN" not in mistyped.output, "nobody is alarmed by a slip"
    append_only.lift(connection, "audit_entry")
    Entry.objects.filter(number=3).update(by="MAN")
    append_only.lay(connection, "audit_entry")
    broken = run(audit.app, "verify")
    assert broken.exit_code == 1
    assert "BROKEN at entry 3" in broken.output


def test_rows_removed_below_the_guards_end_with_1_and_name_act_and_table():
    officers()
    append_only.lift(connection, "workforce_training")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM workforce_training WHERE officer_ref = 'MAN'")
    told = run(audit.app, "verify")
    assert told.exit_code == 1
    assert "workforce.Training, act 9: 1 rows were stored and 0 are there now." in told.output
    assert "the table workforce_training is not guarded" in told.output
    assert "holds:" not in told.output
    quick = run(audit.app, "verify", "--quick")
    assert quick.exit_code == 1
    append_only.lay(connection, "workforce_training")
    assert run(audit.app, "verify", "--quick").exit_code == 0
    assert run(audit.app, "verify").exit_code == 1


def test_a_register_that_cannot_be_read_ends_with_2():
    officers()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry RENAME COLUMN reasons TO grounds")
    told = run(audit.app, "verify")
    assert told.exit_code == 2
    assert "cannot be read" in told.output


def test_an_export_is_the_act_of_an_officer_who_may(tmp_path: Path):
    officers()
    file = tmp_path / "trail.jsonl"
    assert "name the officer" in run(audit.app, "export", str(file)).output
    refused = run(audit.app, "export", str(file), "--as", "MAN")
    assert refused.exit_code == 2
    assert "needed: inspection officer" in refused.output
    assert not file.exists()
    done = run(audit.app, "export", str(file), "--as", "INS")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "trail-README.md",
        "trail.jsonl",
        "verify_trail.py",
    ]
    twice = run(audit.app, "export", str(file), "--as", "INS")
    assert twice.exit_code == 2
    assert "never written over" in twice.output


def test_reading_the_trail_is_itself_on_the_trail():
    officers()
    shown = run(audit.app, "show", "--about", "MAN", "--as", "INS", "--purpose", "inspection of March")
    assert shown.exit_code == 0
    assert "ADM: appoint an officer, about MAN" in shown.output
    entry = Entry.objects.order_by("-number")[0].fact()
    assert (entry.by, entry.power, entry.about, entry.purpose) == (
        *("INS", "read the audit trail", "MAN", "inspection of March"),
    )
    assert len(run(audit.app, "show", "--last", "2", "--as", "INS").output.split("appoint")) <= 2
