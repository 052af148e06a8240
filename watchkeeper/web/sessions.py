"""Every request of somebody signed in: is the session still good, and is a second factor set up?"""

from collections.abc import Callable
from datetime import datetime

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.accounts.rules import second_factor, session_holds
from watchkeeper.web.asking import law

BEGAN, SEEN = "began_at", "seen_at"
WORTH_NOTING = 60  # seconds between two notes of when somebody was last seen: a write each would be many
WITHOUT_FACTOR = ("account_logout", "account_reauthenticate", "mfa_", "account_change_password")


class Sessions:
    """Middleware: signs out whom the limits of policy end, and sends to the second factor who has none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and (ended := self._ended(request) or self._unready(request)):
            return ended
        return self.get_response(request)

    def _ended(self, request: HttpRequest) -> HttpResponse | None:
        now = today.now()
        session = request.session
        began = _instant(session.get(BEGAN)) or now
        seen = _instant(session.get(SEEN)) or now
        on = now.astimezone(today.LONDON).date()
        holds = session_holds(began, seen, law(), at=now, on=on)
        if not holds.allowed:
            logout(request)
            messages.info(
                request, "You were signed out: nothing was asked for too long, or the shift is over."
            )
            return redirect(f"{reverse('account_login')}")
        if BEGAN not in session or (now - seen).total_seconds() > WORTH_NOTING or SEEN not in session:
            session[BEGAN], session[SEEN] = began.isoformat(), now.isoformat()
        return None

    def _unready(self, request: HttpRequest) -> HttpResponse | None:
        account = request.user
        assert isinstance(account, Account)
        name = _name(request)
        if account.demo or name.startswith(WITHOUT_FACTOR):
            return None
        if request.session.get("factor"):
            return None
        methods = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
        ready = second_factor(
            factors=Authenticator.objects.filter(user=account)
            .exclude(type=Authenticator.Type.RECOVERY_CODES)
            .count(),
            single_sign_on=any(each.get("method") == "socialaccount" for each in methods),
            demo=account.demo,
        )
        if ready.allowed:
            request.session["factor"] = True
            return None
        messages.info(
            request, "Set up a passkey or an authenticator app first: a password alone opens no page."
        )
        return redirect(reverse("mfa_index"))


@receiver(user_logged_in)
def begin(request: HttpRequest, user: Account, **_rest: object) -> None:
    """Note when the session began, and end the oldest of too many."""
    now = today.now()
    request.session[BEGAN] = request.session[SEEN] = now.isoformat()
    request.session.pop("factor", None)
    many = law()["sessions_at_once"].whole(now.astimezone(today.LONDON).date())
    if request.session.session_key is None:
        request.session.create()
    others = UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key)
    for old in others.order_by("-created_at")[many - 1 :]:
        old.end()


def _name(request: HttpRequest) -> str:
    from django.urls import Resolver404, resolve

    try:
        return resolve(request.path_info).view_name or ""
    except Resolver404:
        return ""


def _instant(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None
