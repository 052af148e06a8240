"""Django's settings: an embedded SQLite by default, PostgreSQL by one address."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HOME = Path(os.environ.get("WATCHKEEPER_HOME") or ".watchkeeper").resolve()
DATABASE_URL = os.environ.get("WATCHKEEPER_DATABASE_URL", "")
TRAVEL = os.environ.get("WATCHKEEPER_TRAVEL", "")
"""Read by `places.setting` where it is used: a fault in it stops a plan, never the brief."""

NOT_UNDERSTOOD = "WATCHKEEPER_DATABASE_URL is not understood; write postgresql://user:password@host:port/name"

INSTALLED_APPS = [
    "watchkeeper.audit",
    "watchkeeper.workforce",
    "watchkeeper.people",
    "watchkeeper.alerts",
    "watchkeeper.access",
    "watchkeeper.registers",
    "watchkeeper.risk",
    "watchkeeper.visits",
    "watchkeeper.crimes",
    "watchkeeper.missing",
    "watchkeeper.suspects",
    "watchkeeper.escalation",
    "watchkeeper.inspection",
    "watchkeeper.planning",
    "watchkeeper.briefing",
    "watchkeeper.intake",
]


def database(url: str, home: Path) -> dict[str, Any]:
    """The database that `url` names, or the embedded one in `home` when it is empty.

    Raises ValueError for an address that is not PostgreSQL's.
    """
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "watchkeeper.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
                "PRAGMA recursive_triggers=ON; PRAGMA cache_size=-65536;",
            },
        }
    try:
        parts = urlsplit(url)
        port = str(parts.port or "")
    except ValueError:
        raise ValueError(NOT_UNDERSTOOD) from None
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise ValueError(NOT_UNDERSTOOD)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": port,
    }


def secret_key(home: Path) -> str:
    """The service's secret: from the environment, else one made once and kept in `home`.

    Sessions are signed with it, and what is sealed at rest is locked with keys made of it.
    """
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


DATABASES = {"default": database(DATABASE_URL, HOME)}
READS_BESIDE = False
"""Whether Arrow reads SQLite in a process beside this one: a command closes its file and reads by itself."""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
SECRET_KEY = os.environ.get("WATCHKEEPER_SECRET_KEY", "") or "the command line signs nothing"
SECRET_OF = secret_key
"""Asked where something is sealed: a command that seals nothing makes no key in its home."""
LOGGING_CONFIG = "watchkeeper.config.logs.configure"
LOGGING = {"level": os.environ.get("WATCHKEEPER_LOG_LEVEL", "") or "warning", "folder": str(HOME / "logs")}
