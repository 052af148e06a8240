"""Every address of the site and who may come in by it: the pages' own powers, and what the library opens."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from watchkeeper.web.asking import DOORS
from watchkeeper.web.crime_looking import ABOUT_A_CRIME
from watchkeeper.web.episode_looking import ABOUT_AN_EPISODE
from watchkeeper.web.looking import ABOUT_A_PERSON
from watchkeeper.workforce.facts import Power

OPEN = {
    "account_login": "signing in",
    "account_logout": "signing out",
    "account_inactive": "says that an account is closed",
    "account_signup": "says that nobody makes their own account",
    "account_confirm_login_code": "leads back to signing in",
    "account_email_verification_sent": "says where to look for a message",
    "account_confirm_email": "the address in a message, by its key",
    "account_reset_password": "asks for a message to the address an account has",
    "account_reset_password_done": "says where to look for a message",
    "account_reset_password_from_key": "the address in a message, by its key",
    "account_reset_password_from_key_done": "says that the password is changed",
    "mfa_authenticate": "the second step of signing in",
    "mfa_login_webauthn": "signing in with a passkey",
    "socialaccount_login_cancelled": "says that single sign-on was broken off",
    "socialaccount_login_error": "says that single sign-on failed",
    "socialaccount_signup": "says that nobody makes their own account",
    "openid_connect_login": "begins single sign-on",
    "openid_connect_callback": "comes back from single sign-on, with its proof",
    "doorstep-shell": "stands in for a page when there is no signal, and holds nothing",
    "doorstep-worker": "the script that answers when there is no signal",
    "alive": "says to a machine that the service is up",
    "ready": "says to a machine which parts of the service work",
    "metrics": "counts for a machine, refused from elsewhere without its token",
    "accounts/social/login/cancelled/": "leads to the page of that name, for old links",
    "accounts/social/login/error/": "leads to the page of that name, for old links",
    "accounts/social/signup/": "leads to the page of that name, for old links",
    "accounts/social/connections/": "leads to the page of that name, for old links",
}
"""Open to nobody in particular, by the name of the address, and what for. They show nothing of any record."""

SIGNED_IN = {
    "account_reauthenticate": "asks again who it is before a change to their account",
    "account_email": "where messages to the account go",
    "account_change_password": "one's own password",
    "account_set_password": "one's own password",
    "mfa_index": "one's own second factors",
    "mfa_reauthenticate": "asks again who it is before a change to their account",
    "mfa_activate_totp": "one's own second factors",
    "mfa_deactivate_totp": "one's own second factors",
    "mfa_view_recovery_codes": "one's own second factors",
    "mfa_generate_recovery_codes": "one's own second factors",
    "mfa_download_recovery_codes": "one's own second factors",
    "mfa_list_webauthn": "one's own passkeys",
    "mfa_add_webauthn": "one's own passkeys",
    "mfa_reauthenticate_webauthn": "one's own passkeys",
    "mfa_remove_webauthn": "one's own passkeys",
    "mfa_edit_webauthn": "one's own passkeys",
    "socialaccount_connections": "one's own link to single sign-on",
    "usersessions_list": "one's own sessions",
}
"""Of the accounts library: open to everybody signed in, about their own account alone."""


@dataclass(frozen=True, slots=True)
class Doorway:
    """One address. `powers`: any one opens it; None where the library answers, or anybody may come in."""

    pattern: str
    name: str
    view: str
    powers: tuple[Power, ...] | None
    about_a_person: bool
    about_a_crime: bool
    about_an_episode: bool


def doorways() -> tuple[Doorway, ...]:
    """Every address of the site, in the order it is tried. One without a name is known by its pattern."""
    return tuple(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: Iterable[URLPattern | URLResolver], before: str) -> Iterator[Doorway]:
    for each in patterns:
        where = before + str(each.pattern)
        if not isinstance(each, URLPattern):
            yield from _walk(each.url_patterns, where)
            continue
        view = f"{each.callback.__module__}.{getattr(each.callback, '__name__', '')}"
        yield Doorway(
            where,
            each.name or where,
            view,
            DOORS.get(view),
            view in ABOUT_A_PERSON,
            view in ABOUT_A_CRIME,
            view in ABOUT_AN_EPISODE,
        )
