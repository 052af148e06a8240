"""The limits of a session, asked of the pages with the house's clock moved on."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.law import shelf
from watchkeeper.workforce.actions.officers import appoint_first_administrator

LAW = shelf.load()
NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
ON = NOW.date()
MINUTE, HOUR = 60, 3600

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch):
    """A clock that stands at NOW and is moved on by hand."""
    stands = [0.0]

    def now() -> datetime:
        from datetime import timedelta

        return NOW + timedelta(seconds=stands[0])

    monkeypatch.setattr(today, "now", now)

    def on(seconds: float) -> None:
        stands[0] += seconds

    return on


@pytest.fixture
def signed_in(wait) -> Client:
    appoint_first_administrator("A1", law=LAW, at=NOW)
    return sign_in(Account.objects.create(login="one", officer_ref="A1", made_at=NOW, demo=True))


def sign_in(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def opens(client: Client) -> bool:
    return client.get("/").status_code == 200


def test_an_hour_without_asking_signs_out(signed_in: Client, wait):
    idle = LAW["session_idle_minutes"].whole(ON)
    assert opens(signed_in)
    wait(idle * MINUTE)
    assert opens(signed_in)
    wait(idle * MINUTE + 1)
    assert signed_in.get("/").headers["Location"].startswith("/accounts/login/")
    assert not opens(signed_in)


def test_a_shift_ends_whatever_is_done_meanwhile(signed_in: Client, wait):
    idle, hours = LAW["session_idle_minutes"].whole(ON), LAW["session_hours"].whole(ON)
    spent = 0
    while spent + idle * MINUTE <= hours * HOUR:
        assert opens(signed_in)
        wait(idle * MINUTE)
        spent += idle * MINUTE
    assert opens(signed_in)
    wait(hours * HOUR - spent + 1)
    assert not opens(signed_in)


def test_a_demonstration_account_needs_no_second_factor_and_any_other_does(signed_in: Client):
    real = Account.objects.create(login="two", officer_ref="A1", made_at=NOW)
    answer = sign_in(real).get("/")
    assert answer.headers["Location"] == "/accounts/2fa/"
    assert opens(signed_in)
