"""The database of the house, for the engine to read apart from Django."""

from django.conf import settings
from django.db import connection

from watchkeeper.engine.source import Source, of_django


def own_database() -> Source:
    """Where the engine reads. Django's own connection is closed first, outside a transaction.

    Two drivers may not have one SQLite file open together: closing either drops the locks of both.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        connection.close()
    return of_django(settings.DATABASES["default"])
