"""Making and closing accounts: one for each officer who signs in; a demonstration's, one for each role."""

from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from watchkeeper.accounts.models import Account, SavedView
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions.officers import officer_as_known, officers_as_known
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import RANKS, Officer, Power, Role

PROPOSED = "Proposed table of powers"


class LoginTakenError(ValueError):
    """Another account has that login."""


class NoAccountError(LookupError):
    """No account has that login."""


def make_account(
    login: str,
    officer_ref: str,
    password: str | None,
    *,
    by: Officer,
    law: Shelf,
    at: datetime,
    email: str = "",
) -> Account:
    """Give an officer a way in. Without a password only single sign-on opens it.

    Raises Refused without the power to appoint officers, for an officer not on record and for
    one's own; LoginTakenError for a login in use.
    """
    if Account.objects.filter(login__iexact=login).exists():
        raise LoginTakenError(f"an account with the login {login!r} is there already; choose another")
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
        known = officer_as_known(officer_ref, known_at=at) is not None
        this.require(Decision((Reason(known, f"officer {officer_ref or '(blank)'} is on record", PROPOSED),)))
        this.fact("account of", officer_ref)
        account = Account(login=login, officer_ref=officer_ref, email=email, made_at=at)
        account.set_password(password)
        account.save(force_insert=True)
        return account


def close_account(login: str, *, by: Officer, law: Shelf, at: datetime) -> Account:
    """Close an account. Sessions under way end with it: nobody inactive is anybody to a page.

    Raises Refused without the power to appoint officers, NoAccountError for an unknown login.
    """
    found = Account.objects.filter(login__iexact=login).first()
    if found is None:
        raise NoAccountError(f"no account has the login {login!r}: watchkeeper account list shows them")
    with act(
        Power.APPOINT_OFFICER,
        by=by,
        about="",
        on=at.date(),
        law=law,
        purpose="account closed",
        at=at,
        about_own=by.ref == found.officer_ref,
    ) as this:
        this.fact("account of", found.officer_ref)
        found.is_active = False
        found.set_unusable_password()
        found.save(update_fields=["is_active", "password"])
        return found


def make_demo_accounts(password: str, *, at: datetime) -> tuple[Account, ...]:
    """One account for each role, for the first officer in post who holds it, all with the same password.

    And one for the highest rank of all, to whom decisions climb in the end. Accounts made
    before keep their officer; the password is set again. Being the same, it is worked out once.
    """
    made, kept = [], ""
    officers = [one for one in officers_as_known(known_at=at) if one.until is None]
    first: dict[str, Officer] = {}
    for one in officers:
        if one.role is not Role.SYSTEM:
            first.setdefault(one.role, one)
    if officers:
        highest = max(officers, key=lambda one: RANKS.index(one.rank))
        first.setdefault(highest.rank, highest)
    order = (*Role, *RANKS)
    for name, officer in sorted(first.items(), key=lambda one: order.index(one[0])):
        login = name.replace(" ", "-")
        account, _ = Account.objects.get_or_create(
            login=login, defaults={"officer_ref": officer.ref, "made_at": at, "demo": True}
        )
        # Costly to look at and to work out; and to set it again would sign everybody out.
        same = account.password and (account.password == kept or account.check_password(password))
        if not same:
            account.password = kept or make_password(password)
            account.save(update_fields=["password"])
        kept = account.password
        made.append(account)
    return tuple(made)


def save_view(
    account: Account,
    name: str,
    query: str,
    *,
    first: bool,
    by: Officer,
    on: date,
    law: Shelf,
    at: datetime,
) -> SavedView:
    """Keep how an account sees the brief, under a name; one of that name before gives way to it.

    The one that is `first` is shown when nothing else is asked for; there is one at most.
    Raises Refused without the power to read the brief, or for a view of somebody else's account.
    """
    with act(Power.READ_BRIEF, by=by, about="", on=on, law=law, purpose="saved view", at=at) as this:
        this.require(_own(account, by))
        if first:
            SavedView.objects.filter(account=account, first=True).update(first=False)
        kept, _ = SavedView.objects.update_or_create(
            account=account, name=name, defaults={"query": query, "first": first, "saved_at": at}
        )
        this.fact("view", kept.pk)
        return kept


def forget_view(view: int, account: Account, *, by: Officer, on: date, law: Shelf, at: datetime) -> bool:
    """Do away with a saved view of one's own; False when the account has no such view."""
    with act(Power.READ_BRIEF, by=by, about="", on=on, law=law, purpose="saved view", at=at) as this:
        this.require(_own(account, by))
        gone, _ = SavedView.objects.filter(account=account, pk=view).delete()
        this.fact("view", view)
        return bool(gone)


def _own(account: Account, by: Officer) -> Decision:
    return Decision((Reason(account.officer_ref == by.ref, "it is the officer's own account", PROPOSED),))
