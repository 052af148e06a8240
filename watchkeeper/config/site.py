"""Settings of the web door: what the command line needs, and accounts, sessions, pages and jobs besides.

The command line runs on `settings` alone, which starts in a fraction of the time.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from django.utils.csp import CSP

from watchkeeper.config.settings import *  # noqa: F403
from watchkeeper.config.settings import HOME
from watchkeeper.config.settings import INSTALLED_APPS as SLICES

WEB = Path(__file__).resolve().parent.parent / "web"
DEMO = os.environ.get("WATCHKEEPER_DEMO", "") == "1"
ADDRESS = os.environ.get("WATCHKEEPER_ADDRESS", "") or "http://127.0.0.1:8000"
"""Where browsers find the service: scheme, host and port, as the outside sees them."""
_HOST = ADDRESS.split("//")[-1].split("/")[0].rsplit(":", 1)[0]
_SECURE = ADDRESS.startswith("https://")


def secret_key(home: Path) -> str:
    """The key sessions are signed with: from the environment, else one made once and kept in `home`."""
    if given := os.environ.get("WATCHKEEPER_SECRET_KEY", ""):
        return given
    kept = home / "secret_key"
    if not kept.exists() and home.is_dir():
        made = kept.with_name(f"secret_key.{os.getpid()}")
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(made, kept)  # the first of several processes wins, and all read the same key
        made.unlink()
    return kept.read_text() if kept.exists() else secrets.token_urlsafe(64)


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
    "django.contrib.staticfiles",
    "watchkeeper.accounts",
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
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "watchkeeper.web.components.environment"},
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

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SECURE_SSL_REDIRECT = False  # the reverse proxy's work; docs/running.md
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
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
EMAIL_BACKEND = (
    os.environ.get("WATCHKEEPER_EMAIL_BACKEND", "") or "django.core.mail.backends.console.EmailBackend"
)
