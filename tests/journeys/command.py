"""The command line as a user runs it: a process of its own, a home of its own, either database."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

URL, EMBEDDED = "WATCHKEEPER_DATABASE_URL", "watchkeeper.sqlite3"
RUN = "import sys; sys.argv[0] = 'watchkeeper'; from watchkeeper.cli.main import run; run()"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


@dataclass(frozen=True)
class Watchkeeper:
    """`watchkeeper` in one home. Call it with its arguments."""

    home: Path
    environment: dict[str, str]

    def __call__(self, *arguments: object, expect: int | None = 0) -> Said:
        done = subprocess.run(
            [sys.executable, "-c", RUN, *map(str, arguments)],
            capture_output=True,
            check=False,
            env=self.environment,
        )
        said = Said(done.returncode, done.stdout, done.stderr.decode())
        if expect is not None:
            assert said.status == expect, f"{arguments}: {said.err}\n{said.text}"
        return said


@contextmanager
def watchkeeper(home: Path, like: Watchkeeper | None = None) -> Iterator[Watchkeeper]:
    """The command with no register yet, or with a copy of what `like` has, which must be at rest.

    Its database is a file in `home`, or a fresh one on the tests' server.
    """
    environment = os.environ | {
        "WATCHKEEPER_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "watchkeeper.config.settings",
        "COLUMNS": "120",
    }
    url = environment.pop(URL, "")
    if like is not None:
        copied(like.home, home)
    if not url:
        yield Watchkeeper(home, environment)
        return
    name = f"journey_{os.getpid()}_{home.parent.name}_{home.name}".replace("-", "_").lower()
    template = "" if like is None else urlsplit(like.environment[URL]).path.removeprefix("/")
    _ask(url, f'create database "{name}"' + (f' template "{template}"' if template else ""))
    try:
        own = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        yield Watchkeeper(home, environment | {URL: own})
    finally:
        _ask(url, f'drop database "{name}" with (force)')


def copied(original: Path, home: Path) -> None:
    """A home like the original, with a copy of its embedded database where it has one."""
    shutil.copytree(original, home, dirs_exist_ok=True, ignore=shutil.ignore_patterns(f"{EMBEDDED}*"))
    if (original / EMBEDDED).exists():
        with (
            closing(sqlite3.connect(original / EMBEDDED)) as one,
            closing(sqlite3.connect(home / EMBEDDED)) as other,
        ):
            one.backup(other)


def _ask(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)
