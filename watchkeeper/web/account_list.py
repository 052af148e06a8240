"""Accounts: who has a way in, giving one, and closing one."""

import secrets

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse

from watchkeeper.accounts.actions import LoginTakenError, close_account, make_account
from watchkeeper.accounts.models import Account
from watchkeeper.web.administration import administer
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered
from watchkeeper.workforce.actions.officers import officer_as_known, officers_as_known
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import in_post

LONGEST_LOGIN = 150
LONGEST_ID = 15


@page(Power.APPOINT_OFFICER)
def accounts(request: HttpRequest) -> HttpResponse:
    """Every account with the officer it is, those of officers who left first."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    officers = {each.ref: each for each in officers_as_known(known_at=asking.at)}
    rows = []
    for account in Account.objects.order_by("login"):
        officer = officers.get(account.officer_ref)
        gone = officer is None or not in_post(officer, on=asking.on).met
        rows.append((account, officer, gone and account.is_active))
    rows.sort(key=lambda row: not row[2])
    shown: dict[str, object] = {
        "rows": rows,
        "open": sum(account.is_active for account, _, _ in rows),
        "gone": sum(gone for _, _, gone in rows),
    }
    return administer(request, "officers/accounts.html", "accounts", shown)


@page(Power.APPOINT_OFFICER)
def account_new(request: HttpRequest) -> HttpResponse:
    """Give an officer a way in; the first password is shown once."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = Entered(request.POST)
    if request.method == "POST":
        login, officer, email = _read(form, asking)
        sole = form.data.get("sole") == "yes"
        password = None if sole else secrets.token_urlsafe(12)
        if not form.problems:
            try:
                make_account(
                    login, officer, password, by=asking.officer, law=asking.law, at=asking.at, email=email
                )
            except LoginTakenError:
                form.wrong("login", "Another account has that login: choose another")
            else:
                made: dict[str, object] = {"login": login, "officer": officer, "password": password}
                return administer(request, "officers/account_made.html", "accounts", made)
    officer = form.data.get("officer", request.GET.get("officer", ""))
    shown: dict[str, object] = {"form": form, "officer": officer}
    return administer(request, "officers/account_new.html", "accounts", shown)


@page(Power.APPOINT_OFFICER)
def account_close(request: HttpRequest, account: int) -> HttpResponse:
    """Close an account, once that is confirmed."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = Account.objects.filter(id=account, is_active=True).first() if account < 10**LONGEST_ID else None
    if found is None:
        raise Http404
    if request.method == "POST":
        close_account(found.login, by=asking.officer, law=asking.law, at=asking.at)
        messages.success(request, f"The account {found.login} is closed and signed out everywhere.")
        return see(reverse("accounts"))
    return administer(request, "officers/account_close.html", "accounts", {"account": found})


def _read(form: Entered, asking: Asking) -> tuple[str, str, str]:
    login = form.text("login", "Enter what they will sign in with")
    if len(login) > LONGEST_LOGIN or any(letter.isspace() for letter in login):
        form.wrong("login", f"A login has no blanks and at most {LONGEST_LOGIN} letters")
    officer = form.reference("officer", "Enter the reference of the officer it is for")
    if officer and officer_as_known(officer, known_at=asking.at) is None:
        form.wrong("officer", f"No officer on record has the reference {officer}")
    email = form.text("email")
    if email:
        try:
            validate_email(email)
        except ValidationError:
            form.wrong("email", "Enter an e-mail address like name@example.org, or leave it blank")
    return login, officer, email


addresses = [
    path("administration/accounts/", accounts, name="accounts"),
    path("administration/accounts/new/", account_new, name="account-new"),
    path("administration/accounts/<int:account>/close/", account_close, name="account-close"),
]
