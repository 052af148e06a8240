"""Which workers live: each holds a lock for as long as its process does.

The embedded database: a record lock on a file of the home, which the kernel lets go the instant
the process ends, however it ends. PostgreSQL: an advisory lock of a connection kept for nothing
else, which the server lets go with the connection. No clock is trusted and no minutes are tuned.
"""

import fcntl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

_OURS = 0x57_4B_57_4B
"""The first half of every lock of ours in PostgreSQL."""


@contextmanager
def living(worker: str) -> Iterator[None]:
    """Hold the lock of this worker for the length of the block."""
    if connection.vendor == "postgresql":
        with _connected(worker):
            yield
        return
    folder = _folder()
    folder.mkdir(exist_ok=True)
    file = folder / worker
    with file.open("w") as held:
        fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        try:
            yield
        finally:
            file.unlink(missing_ok=True)


def is_living(worker: str) -> bool:
    """Whether another worker of this name lives. Never ask about oneself: asking lets the lock go."""
    if connection.vendor == "postgresql":
        return _number(worker) in _numbers()
    return _is_held(_folder() / worker)


def anybody_living() -> bool:
    """Whether any worker lives, as another process sees it."""
    if connection.vendor == "postgresql":
        return bool(_numbers())
    return any(_is_held(file) for file in _folder().glob("*"))


def _folder() -> Path:
    home: Path = settings.HOME
    return home / "workers"


def _is_held(file: Path) -> bool:
    try:
        with file.open("r+") as asked:
            fcntl.lockf(asked, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    with suppress(OSError):
        file.unlink()  # its process is gone
    return False


@contextmanager
def _connected(worker: str) -> Iterator[None]:
    apart = connections["default"].copy()
    try:
        with apart.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [_OURS, _number(worker)])
        yield
    finally:
        apart.close()


def _number(worker: str) -> int:
    """A number of 32 bits, as PostgreSQL counts them, for the name of a worker."""
    return zlib.crc32(worker.encode()) - 2**31


def _numbers() -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND granted "
            "AND classid = %s AND objsubid = 2 "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            [_OURS],
        )
        return {row[0] - 2**32 if row[0] >= 2**31 else row[0] for row in cursor.fetchall()}
