"""Making accounts: one for each officer who signs in, and the demonstration's, one for each role."""

from datetime import datetime

from watchkeeper.accounts.models import Account
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions import officers_as_known
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power, Role


def make_account(
    login: str, officer_ref: str, password: str | None, *, by: Officer, law: Shelf, at: datetime
) -> Account:
    """Give an officer a way in. Raises Refused without the power to appoint officers."""
    with act(
        Power.APPOINT_OFFICER,
        by=by,
        about="",
        on=at.date(),
        law=law,
        purpose="account",
        at=at,
        about_own=by.ref == officer_ref,
    ) as this:
        this.fact("account", officer_ref)
        account = Account(login=login, officer_ref=officer_ref, made_at=at)
        account.set_password(password)
        account.save(force_insert=True)
        return account


def make_demo_accounts(password: str, *, at: datetime) -> tuple[Account, ...]:
    """One account for each role, for the first officer who holds it, all with the same password.

    Where a unit has officers of every role they are of one unit, so that what one of them
    hands on another finds. Accounts made before keep their officer; the password is set again.
    """
    made = []
    officers = [one for one in officers_as_known(known_at=at) if one.until is None]
    for role in Role:
        holding = [one for one in officers if one.role is role]
        if not holding or role is Role.SYSTEM:
            continue
        login = role.replace(" ", "-")
        account, _ = Account.objects.get_or_create(
            login=login, defaults={"officer_ref": holding[0].ref, "made_at": at, "demo": True}
        )
        account.set_password(password)
        account.save()
        made.append(account)
    return tuple(made)
