"""Saved views: kept under a name, one of them first, each account's own."""

from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import ADMINISTRATOR, MANAGER, SERGEANT
from tests.unit.workforce.records import last
from watchkeeper.accounts.actions import forget_view, save_view
from watchkeeper.accounts.models import Account, SavedView
from watchkeeper.audit.facts import Kind
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def given(law: Shelf) -> dict[str, Any]:
    return {"on": ON, "law": law, "at": NOON}


def account(officer: str) -> Account:
    return Account.objects.create(login=officer.lower(), officer_ref=officer, made_at=NOON)


def test_a_view_is_kept_and_one_of_the_same_name_gives_way(given: dict[str, Any]) -> None:
    mine = account("O1")
    save_view(mine, "late", "section=overdue", first=False, by=MANAGER, **given)
    save_view(mine, "late", "section=unmanaged", first=True, by=MANAGER, **given)
    assert list(SavedView.objects.values_list("name", "query", "first")) == [
        ("late", "section=unmanaged", True)
    ]
    assert last().kind is Kind.DONE


def test_one_view_is_first_at_most(given: dict[str, Any]) -> None:
    mine = account("O1")
    save_view(mine, "a", "", first=True, by=MANAGER, **given)
    save_view(mine, "b", "", first=True, by=MANAGER, **given)
    assert list(SavedView.objects.filter(first=True).values_list("name", flat=True)) == ["b"]


def test_two_accounts_each_have_their_own(given: dict[str, Any]) -> None:
    one, other = account("O1"), account("O2")
    kept = save_view(one, "late", "", first=True, by=MANAGER, **given)
    save_view(other, "late", "", first=True, by=SERGEANT, **given)
    assert forget_view(kept.pk, other, by=SERGEANT, **given) is False
    assert forget_view(kept.pk, one, by=MANAGER, **given) is True
    assert SavedView.objects.count() == 1


def test_nobody_saves_in_another_account_or_without_the_power(given: dict[str, Any]) -> None:
    mine, theirs = account("O1"), account("O5")
    with pytest.raises(Refused, match="own account"):
        save_view(mine, "late", "", first=False, by=SERGEANT, **given)
    with pytest.raises(Refused, match="is administrator"):
        save_view(theirs, "late", "", first=False, by=ADMINISTRATOR, **given)
    assert last().kind is Kind.REFUSED
    assert not SavedView.objects.exists()
