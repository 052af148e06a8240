"""The secret of an authenticator app lies locked: the database alone opens no door."""

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from cryptography.fernet import InvalidToken
from django.conf import settings

from tests.conftest import NOON
from watchkeeper.accounts.models import Account

pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> Account:
    return Account.objects.create(login="o1", officer_ref="O1", made_at=NOON)


def test_what_is_kept_is_not_the_secret_and_codes_are_made_from_it_all_the_same(account: Account) -> None:
    secret = generate_totp_secret()
    kept = TOTP.activate(account, secret)
    assert secret not in str(kept.instance.data)
    assert get_adapter().decrypt(kept.instance.data["secret"]) == secret
    codes = RecoveryCodes.activate(account)
    assert len(set(codes.get_unused_codes())) > 1


def test_a_secret_kept_before_there_was_a_lock_still_opens(account: Account) -> None:
    assert get_adapter().decrypt("JBSWY3DPEHPK3PXP") == "JBSWY3DPEHPK3PXP"


def test_locked_with_another_secret_of_the_service_it_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = get_adapter().encrypt("JBSWY3DPEHPK3PXP")
    monkeypatch.setattr(settings, "SECRET_OF", lambda home: "another secret")
    with pytest.raises(InvalidToken):
        get_adapter().decrypt(kept)
