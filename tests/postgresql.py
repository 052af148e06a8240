"""A private PostgreSQL for the tests: its own folder, a free port, gone when they end."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

WHERE = "/usr/lib/postgresql/*/bin"
NOT_ROOT = ("postgres", "nobody")  # whom to run as when root, which PostgreSQL refuses


@dataclass(frozen=True)
class Server:
    """A running server. `url` is what WATCHKEEPER_DATABASE_URL takes."""

    folder: Path
    programs: Path
    user: str | None
    url: str

    def stop(self) -> None:
        """Stop at once and leave nothing behind."""
        _run(self.user, self.folder, self.programs / "pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def programs() -> Path:
    """The newest folder of PostgreSQL's programs, from Debian's place or the path.

    Raises RuntimeError, saying what to install, when there is none.
    """
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parent.parent.name)
    )
    if found:
        return found[-1].parent
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise RuntimeError(f"no PostgreSQL under {WHERE} or on the path; apt-get install postgresql")


def start() -> Server:
    """Start a server that trusts nothing to disk and answers this machine alone."""
    where = programs()
    user = _somebody() if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="watchkeeper-postgresql-"))
    password = secrets.token_hex(16)
    (folder / "password").write_text(password)
    if user is not None:
        shutil.chown(folder, user)
        shutil.chown(folder / "password", user)
    port = _free_port()
    _run(
        *(user, folder, where / "initdb", "-D", "data", "-U", "watchkeeper", "-E", "UTF8", "--locale=C"),
        *("-A", "scram-sha-256", "--pwfile=password", "--no-sync"),
    )
    settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
    settings += " -c synchronous_commit=off -c max_connections=60"
    _run(user, folder, where / "pg_ctl", "-D", "data", "-l", "log", "-w", "-o", settings, "start")
    return Server(folder, where, user, f"postgresql://watchkeeper:{password}@127.0.0.1:{port}/postgres")


def _somebody() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in NOT_ROOT if name in names)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _run(user: str | None, folder: Path, *words: str | Path) -> None:
    groups = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
    with (folder / "steps").open("ab") as log:  # a pipe would be held open by the server
        done = subprocess.run(words, cwd=folder, stdout=log, stderr=log, check=False, **groups)
    if done.returncode:
        raise RuntimeError(f"{words[0]} failed: {(folder / 'steps').read_text()[-2000:]}")
