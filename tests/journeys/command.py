"""The command line as a user runs it: a process of its own, a home of its own, either database."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

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
def watchkeeper(home: Path) -> Iterator[Watchkeeper]:
    """The command with an empty register: a file in `home`, or a fresh database on the tests' server."""
    environment = os.environ | {
        "WATCHKEEPER_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "watchkeeper.config.settings",
        "COLUMNS": "120",
    }
    url = environment.pop("WATCHKEEPER_DATABASE_URL", "")
    if not url:
        yield Watchkeeper(home, environment)
        return
    name = f"journey_{os.getpid()}_{home.name.replace('-', '_')}".lower()
    _ask(url, f'create database "{name}"')
    try:
        own = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        yield Watchkeeper(home, environment | {"WATCHKEEPER_DATABASE_URL": own})
    finally:
        _ask(url, f'drop database "{name}" with (force)')


def _ask(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)
