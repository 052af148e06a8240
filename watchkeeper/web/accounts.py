"""The front door: who may sign in, and how single sign-on finds the account an administrator made."""

from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.locks import lock
from watchkeeper.workforce.facts import Role
from watchkeeper.workforce.stored import officer_as_known

log = structlog.get_logger()


class Door(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator; nobody signs themselves up."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Never."""
        return False

    def pre_login(self, request: HttpRequest, user: Account, **rest: Any) -> Any:
        """An account made for a demonstration opens nothing outside one."""
        if user.demo and not settings.DEMO:
            return render(request, "refused.html", {"because": DEMO_ONLY}, status=403)
        return super().pre_login(request, user, **rest)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where whoever signs in begins: coordinators at the board, which is live; others at Today."""
        assert isinstance(request.user, Account)
        officer = officer_as_known(request.user.officer_ref, known_at=today.now())
        if officer is not None and officer.role is Role.COORDINATOR:
            return reverse("missing")
        return str(super().get_login_redirect_url(request))


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """What an authenticator app and the recovery codes are made from lies locked in the database."""

    def encrypt(self, text: str) -> str:
        """The secret as it is kept."""
        return lock(FACTOR).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself; one kept before there was a lock is as it was written."""
        try:
            return lock(FACTOR).decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            if encrypted_text.startswith(TOKEN):
                raise  # locked with another secret of the service: no code can be right
            return encrypted_text


FACTOR = "watchkeeper second factor"
TOKEN = "gAAAA"
"""How everything locked begins: a version and a time no earlier than 1970."""
DEMO_ONLY = ("this account was made for a demonstration, and this is none",)
NO_ACCOUNT = ("no account has this login: an administrator makes one, and names the officer",)


class SingleSignOn(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The force's own identity provider says who somebody is; which officer that is stands in the account."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find the account by the login the provider asserts; refuse where there is none."""
        if sociallogin.is_existing:
            return
        claims = sociallogin.account.extra_data
        said = claims.get("userinfo") or claims.get("id_token") or claims
        login = str(said.get("preferred_username") or "")
        found = Account.objects.filter(login__iexact=login, is_active=True).first() if login else None
        if found is None or (found.demo and not settings.DEMO):
            raise ImmediateHttpResponse(render(request, "refused.html", {"because": NO_ACCOUNT}, status=403))
        sociallogin.connect(request, found)

    def on_authentication_error(
        self,
        _request: HttpRequest,
        _provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        **_more: Any,
    ) -> None:
        """Whoever runs the service reads that the provider failed and how; nothing of whom it was about."""
        log.warning("single sign-on", outcome=str(error), error=type(exception).__name__)

    def is_open_for_signup(self, _request: HttpRequest, _sociallogin: Any) -> bool:
        """Never: the account comes first."""
        return False
