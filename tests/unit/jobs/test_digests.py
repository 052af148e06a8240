"""The digest by e-mail: counts and references, no name of anybody on the register, and sent once."""

import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from django.core import mail

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import SERGEANT
from tests.unit.workforce.records import CARRIED, person
from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.alerts.actions import raise_alerts
from watchkeeper.alerts.facts import Kind, Raising, Urgency
from watchkeeper.briefing.facts import Brief, Line, Section
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.briefing.paper import as_json
from watchkeeper.config.site import mailer
from watchkeeper.jobs.models import Effect
from watchkeeper.jobs.tasks import send_digest
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address, Alias, Person
from watchkeeper.workforce.facts import Rank
from watchkeeper.workforce.models import Officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def night(monkeypatch: pytest.MonkeyPatch, law: Shelf) -> None:
    """One person, a line of the brief that is the sergeant's, an alert for them, and their address."""
    monkeypatch.setattr(today, "now", lambda: NOON)
    person()
    Alias.objects.create(ref="N1", person_ref="P1", name="Old Nickname", **CARRIED)
    Officer.objects.create(ref="O2", rank=SERGEANT.rank, role=SERGEANT.role, unit=SERGEANT.unit, **CARRIED)
    Account.objects.create(login="sergeant", officer_ref="O2", email="o2@example.org", made_at=NOON)
    lines = (Line(Section.OVERDUE, "P1", "plan", ON, 1, "O2", "U1", ("Ann Example",), ""),)
    FrozenBrief.objects.create(
        on=ON, known_at=NOON, policy_version="x", compiled_at=NOON, act=1, through=1, digest="d",
        content=zlib.compress(as_json(Brief(ON, NOON, "x", 1, "", "", lines))),
    )  # fmt: skip
    owed = Raising(Kind.DECISION, "P1: owed", "P1", "c", "U1", Rank.SERGEANT, Urgency.NOW, "/people/P1/")
    raise_alerts([owed], on=ON, law=law, purpose="x", at=NOON)


def test_it_says_how_many_and_which_references(night: None) -> None:
    assert send_digest.call("O2", ON.isoformat())
    (sent,) = mail.outbox
    assert sent.to == ["o2@example.org"]
    assert sent.subject == "Watchkeeper: your digest of 20 March 2026"
    assert "Alerts that wait for you: 1. To be acted on now: 1." in sent.body
    assert "decision owed: P1" in sent.body
    assert "Lines of the brief that are yours: 1." in sent.body
    assert "duties overdue: 1" in sent.body


def test_no_name_and_no_address_of_the_register_is_in_it(night: None) -> None:
    send_digest.call("O2", ON.isoformat())
    (sent,) = mail.outbox
    said = f"{sent.subject} {sent.body} {sent.extra_headers}".casefold()
    names = [
        *Person.objects.values_list("family_name", flat=True),
        *Person.objects.values_list("given_names", flat=True),
        *Alias.objects.values_list("name", flat=True),
        *Address.objects.values_list("line", flat=True),
    ]
    assert len(names) == 4
    for word in {word for name in names for word in re.findall(r"[A-Za-z]{3,}", name)}:
        assert not re.search(rf"\b{word.casefold()}\b", said.replace("example.org", "")), word


def test_begun_again_it_is_not_sent_again(night: None) -> None:
    assert send_digest.call("O2", ON.isoformat())
    assert not send_digest.call("O2", ON.isoformat())
    assert len(mail.outbox) == 1


def test_what_could_not_be_sent_is_not_noted_as_sent(night: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(_self: object, *_args: Any, **_more: Any) -> int:
        raise ConnectionRefusedError

    with monkeypatch.context() as closed:
        closed.setattr(mail.EmailMessage, "send", down)
        with pytest.raises(ConnectionRefusedError):
            send_digest.call("O2", ON.isoformat())
    assert not Effect.objects.exists()
    assert send_digest.call("O2", ON.isoformat())


def test_nobody_without_an_address_or_with_a_closed_account_is_written_to(night: None) -> None:
    assert not send_digest.call("O3", ON.isoformat())
    Account.objects.update(is_active=False)
    assert not send_digest.call("O2", ON.isoformat())
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("url", "backend", "options"),
    [
        ("", "console", None),
        ("file:///var/mail", "filebased", {"file_path": "/var/mail"}),
        ("smtp://u:p%40@host", "smtp", {"host": "host", "port": 587, "password": "p@", "use_tls": True}),
        ("smtps://host:2465", "smtp", {"port": 2465, "use_ssl": True, "use_tls": False, "username": ""}),
    ],
)
def test_how_it_leaves_is_a_setting(url: str, backend: str, options: dict[str, Any] | None) -> None:
    made = mailer(url)
    assert made["BACKEND"] == f"django.core.mail.backends.{backend}.EmailBackend"
    assert options is None or made["OPTIONS"].items() >= options.items()


@pytest.mark.parametrize("url", ["host:25", "http://host", "smtp://", "file://"])
def test_a_setting_that_is_not_understood_is_said(url: str) -> None:
    with pytest.raises(ValueError, match="WATCHKEEPER_EMAIL is not understood"):
        mailer(url)


def test_a_file_of_mail_is_a_folder_somebody_named(tmp_path: Path) -> None:
    assert mailer(f"file://{tmp_path}")["OPTIONS"] == {"file_path": str(tmp_path)}
