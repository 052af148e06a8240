"""The database of the house, for the engine to read apart from Django."""

from django.conf import settings
from django.db import connection

from watchkeeper.engine.source import Source, of_django


def own_database() -> Source:
    """Where the engine reads. Django's own connection is closed first, outside a transaction.

    Two drivers may not have one SQLite file open together: closing either drops the locks of both. In a
    service, whose other threads have it open, and in a transaction it is read in another process.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        connection.close()
    beside = settings.READS_BESIDE or connection.in_atomic_block
    return of_django(settings.DATABASES["default"], beside=beside)
