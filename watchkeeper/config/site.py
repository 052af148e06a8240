"""Settings of the web door: what the command line needs, and accounts, sessions, pages and jobs besides.

The command line runs on `settings` alone, which starts in a fraction of the time.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.utils.csp import CSP

from watchkeeper.config.settings import *  # noqa: F403
from watchkeeper.config.settings import DATABASES as ONE_COMMAND
from watchkeeper.config.settings import HOME, secret_key
from watchkeeper.config.settings import INSTALLED_APPS as SLICES
from watchkeeper.config.settings import LOGGING as QUIET

WEB = Path(__file__).resolve().parent.parent / "web"
DEMO = os.environ.get("WATCHKEEPER_DEMO", "") == "1"
ADDRESS = os.environ.get("WATCHKEEPER_ADDRESS", "") or "http://127.0.0.1:8000"
"""Where browsers find the service: scheme, host and port, as the outside sees them."""
_HOST = ADDRESS.split("//")[-1].split("/")[0].rsplit(":", 1)[0]
_SECURE = ADDRESS.startswith("https://")


READS_BESIDE = True
"""The threads of a service write to the file that Arrow reads: see `engine.beside`."""


def single_sign_on(environment: Mapping[str, str]) -> dict[str, Any]:
    """The force's OpenID Connect provider, when the environment names one: address, client, secret, name.

    Raises ValueError when only some of them are there.
    """
    names = ("WATCHKEEPER_OIDC_ADDRESS", "WATCHKEEPER_OIDC_CLIENT", "WATCHKEEPER_OIDC_SECRET")
    given = [environment.get(name, "") for name in names]
    if not any(given):
        return {}
    if not all(given):
        raise ValueError(f"single sign-on needs all of {', '.join(names)}")
    address, client, secret = given
    return {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "force",
                    "name": environment.get("WATCHKEEPER_OIDC_NAME", "") or "your force account",
                    "client_id": client,
                    "secret": secret,
                    "settings": {"server_url": address},
                }
            ],
        }
    }


def sign_on_origin(environment: Mapping[str, str]) -> list[str]:
    """Where the form that begins single sign-on is sent on to; browsers hold it to the policy too."""
    address = environment.get("WATCHKEEPER_OIDC_ADDRESS", "")
    return ["/".join(address.split("/")[:3])] if address else []


def mailer(url: str) -> dict[str, Any]:
    """How e-mail leaves: smtp://user:password@host:587, smtps://..., file:///folder, or printed where empty.

    Raises ValueError for anything else.
    """
    backends = "django.core.mail.backends"
    if not url:
        return {"BACKEND": f"{backends}.console.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path:
        return {"BACKEND": f"{backends}.filebased.EmailBackend", "OPTIONS": {"file_path": parts.path}}
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("WATCHKEEPER_EMAIL is not understood; write smtp://user:password@host:587")
    wrapped = parts.scheme == "smtps"
    options = {
        "host": parts.hostname,
        "port": parts.port or (465 if wrapped else 587),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": wrapped,
        "use_tls": not wrapped,
    }
    return {"BACKEND": f"{backends}.smtp.EmailBackend", "OPTIONS": options}


KEPT_OPEN = 300
"""Seconds a connection to the database is used again for, before it is opened afresh."""
DATABASES = {"default": ONE_COMMAND["default"] | {"CONN_MAX_AGE": KEPT_OPEN, "CONN_HEALTH_CHECKS": True}}
SECRET_KEY = secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = sorted({_HOST, "127.0.0.1", "localhost"})
CSRF_TRUSTED_ORIGINS = [ADDRESS]
ROOT_URLCONF = "watchkeeper.config.urls"
ASGI_APPLICATION = "watchkeeper.config.asgi.application"

INSTALLED_APPS = [
    *SLICES,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",  # the library's list of passkeys says how long ago
    "django.contrib.staticfiles",
    "watchkeeper.accounts",
    "watchkeeper.jobs",
    "watchkeeper.web",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks_db",
]
MIDDLEWARE = [
    "watchkeeper.web.measuring.Measured",
    "watchkeeper.web.streaming.Streamed",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "watchkeeper.web.sessions.Sessions",
    "watchkeeper.web.errors.explained",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "watchkeeper.web.components.environment",
            "context_processors": ["django.contrib.messages.context_processors.messages"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "account_templates"],  # allauth's own pages, dressed as ours
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "watchkeeper.web.components.everywhere",
            ]
        },
    },
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "assets"]
STATIC_ROOT = WEB / "built"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_ADAPTER = "watchkeeper.web.accounts.Door"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key"}  # five wrong passwords, then five minutes' wait
MFA_ADAPTER = "watchkeeper.web.accounts.SecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Watchkeeper"
MFA_TOTP_TOLERANCE = 1  # a code typed as it runs out still counts
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _SECURE  # 127.0.0.1 only: browsers refuse it elsewhere
USERSESSIONS_TRACK_ACTIVITY = False
SOCIALACCOUNT_ADAPTER = "watchkeeper.web.accounts.SingleSignOn"
SOCIALACCOUNT_PROVIDERS = single_sign_on(os.environ)
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 15  # seconds the force's own sign-on is waited for: a busy one is no failure
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",  # counted across every server process
        "LOCATION": "web_cache",
    }
}

CSRF_FAILURE_VIEW = "watchkeeper.web.errors.stale_form"
CSRF_COOKIE_HTTPONLY = True  # the token stands in each form; no script reads the cookie
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SECURE_SSL_REDIRECT = False  # the reverse proxy's work; docs/running.md
SECURE_HSTS_SECONDS = 31_536_000 if _SECURE else 0  # a year, once the service is only ever reached by TLS
PROXIES = int(os.environ.get("WATCHKEEPER_PROXIES", "") or 0)
"""Reverse proxies before the server, each of which adds to X-Forwarded-For; 0: none, and none is believed."""
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _SECURE else "http"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    "form-action": [CSP.SELF, *sign_on_origin(os.environ)],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
LOGGING = QUIET | {"level": os.environ.get("WATCHKEEPER_LOG_LEVEL", "") or "info"}  # one line a request
MAILERS = {"default": mailer(os.environ.get("WATCHKEEPER_EMAIL", ""))}
DEFAULT_FROM_EMAIL = os.environ.get("WATCHKEEPER_EMAIL_FROM", "") or f"watchkeeper@{_HOST}"
