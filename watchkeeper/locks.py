"""What lies in the database and must not be read from it: locked with keys of the service's secret."""

import hmac
from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def lock(what: str) -> MultiFernet:
    """The lock for one use, by its name: what locks one opens no other. Retired secrets still open.

    Whoever reads the database alone, or a backup of it, opens nothing.
    """
    settings.HOME.mkdir(parents=True, exist_ok=True)  # a secret made and kept nowhere would open nothing
    secrets = (settings.SECRET_OF(settings.HOME), *map(str, settings.SECRET_KEY_FALLBACKS))
    return MultiFernet(
        [Fernet(urlsafe_b64encode(hmac.digest(each.encode(), what.encode(), "sha256"))) for each in secrets]
    )
