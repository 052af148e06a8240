"""Accounts of a demonstration: one for each role, one password, and nobody signed out by a new start."""

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher

from tests.conftest import NOON, ON
from watchkeeper.accounts.actions import make_demo_accounts
from watchkeeper.accounts.models import Account
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was hashed: each costs a third of a second, at every start."""
    asked: list[str] = []
    encode = Argon2PasswordHasher.encode

    def counted(self: Argon2PasswordHasher, password: str, salt: str) -> str:
        asked.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(Argon2PasswordHasher, "encode", counted)
    return asked


def test_every_role_has_an_account_and_its_password_is_worked_out_once(hashed: list[str]) -> None:
    for number, role in enumerate((Role.OFFENDER_MANAGER, Role.SUPERVISOR, Role.ADMINISTRATOR)):
        Officer.objects.create(
            ref=f"O{number}", rank=Rank.CONSTABLE, role=role, unit="U1", hours_share=1.0, since=ON,
            recorded_at=NOON, known_from=NOON, act=1,
        )  # fmt: skip
    made = make_demo_accounts("one password", at=NOON)
    assert {"offender-manager", "supervisor", "administrator"} <= {each.login for each in made}
    assert hashed == ["one password"]
    assert all(each.check_password("one password") for each in made)

    # Started again, with an account more: nobody is signed out, and the new one opens with the same.
    Account.objects.filter(login="supervisor").delete()
    before = dict(Account.objects.values_list("login", "password"))
    make_demo_accounts("one password", at=NOON)
    after = dict(Account.objects.values_list("login", "password"))
    assert {login: after[login] for login in before} == before
    assert Account.objects.get(login="supervisor").check_password("one password")
    assert hashed == ["one password"]

    # With another password, every account has it.
    made = make_demo_accounts("another", at=NOON)
    assert {each.check_password("another") for each in made} == {True}
    assert hashed == ["one password", "another"]
