"""Several clients fetch Today and the list of people unmanaged, side by side with Django admin's changelist.

    make bench-pages                 about two minutes, on a force of 7,100
    .venv/bin/python -m tools.bench_pages --home FOLDER    a home that `make brief` filled

Both are served by the same server with as many processes, over the same rows. The admin asks
nobody who they are and works out nothing; ours asks need to know, and shows why. What is written
to docs/benchmarks.md is what was measured, on whatever machine this is.
"""

import argparse
import http.client
import os
import re
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tools.pages import ROOT, section
from watchkeeper import today

HEADING = "Pages"
SERVER = (sys.executable, "-m", "granian", "--interface", "asginl", "--no-ws", "--log-level", "error")
SERVE = "import sys; sys.argv[0] = 'watchkeeper'; from watchkeeper.cli.main import run; run()"
LOGINS = ("supervisor", "duty-inspector", "senior-officer", "inspection-officer")
ROUNDS = 6
EACH = 10
WARM = 4
PATIENCE = 180


@dataclass
class Client:
    """One browser's worth of requests over one connection, with its cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    connection: http.client.HTTPConnection | None = None

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str, float]:
        """Status, page and milliseconds of one request; redirects are not followed."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Referer"] = f"http://127.0.0.1:{self.port}{path}"
        began = time.perf_counter()
        body = urlencode(form) if form else None
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        except http.client.RemoteDisconnected:  # the server let a connection go that waited its turn too long
            self.connection.close()
            began = time.perf_counter()
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        page = answer.read().decode(errors="replace")
        took = (time.perf_counter() - began) * 1000
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, page, took

    def sign_in(self, login: str, password: str) -> None:
        """Through the form, as a person does."""
        _, page, _ = self.ask("GET", "/accounts/login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        form = {"csrfmiddlewaretoken": token[1] if token else "", "login": login, "password": password}
        status, page, _ = self.ask("POST", "/accounts/login/", form)
        if status != 302:
            sys.exit(f"{login} could not sign in: {status}")


@contextmanager
def served(command: list[str], environment: dict[str, str], probe: str) -> Iterator[int]:
    """A server on a free port, until the block is left."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [word.replace("PORT", str(port)) for word in command]
    process = subprocess.Popen(words, env=os.environ | environment, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                Client(port).ask("GET", probe)
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > until:
                    sys.exit(f"the server did not start: {' '.join(words)}")
                time.sleep(0.2)
        yield port
    finally:
        process.terminate()
        process.wait(PATIENCE)


def rows_of(home: Path, database: Path) -> tuple[int, int]:
    """Put every line of the newest brief into a table for the admin; how many lines, and how many people."""
    from tools.bench_admin import COLUMNS
    from watchkeeper.briefing.paper import read_back

    source = sqlite3.connect(f"file:{home / 'watchkeeper.sqlite3'}?mode=ro", uri=True)
    content = source.execute(
        "select content from briefing_frozenbrief where unit = '' and officer = '' order by id desc limit 1"
    ).fetchone()[0]
    names = {
        ref: f"{given} {family}"
        for ref, given, family in source.execute("select ref, given_names, family_name from people_person")
    }
    lines = [read_back(row.rstrip(b",")) for row in zlib.decompress(content).split(b"\n")[1:-2] if row]
    with sqlite3.connect(database) as rows:
        rows.execute(f"create table line (id integer primary key, {', '.join(COLUMNS)})")
        rows.execute("create index line_section on line (section)")
        marks = ", ".join("?" * len(COLUMNS))
        rows.executemany(
            f"insert into line ({', '.join(COLUMNS)}) values ({marks})",
            [
                (
                    *(str(line.section), line.who, names.get(line.who, ""), str(line.level or "")),
                    *(line.what, line.by and line.by.isoformat(), line.days, line.owner, line.unit),
                    *("; ".join(line.why), line.authority),
                )
                for line in lines
            ],
        )
    return len(lines), len(names)


def together(clients: list[Client], path: str, times: int) -> list[float]:
    """Every client asks for a page so many times, all at once; the milliseconds of each request."""
    took: list[float] = []

    def each(client: Client) -> None:
        for _ in range(times):
            status, _, milliseconds = client.ask("GET", path)
            if status != 200:
                raise RuntimeError(f"{path} answered {status}")
            took.append(milliseconds)

    threads = [threading.Thread(target=each, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(took) != times * len(clients):
        sys.exit(f"{path}: a request failed")
    return took


def measure(home: Path, folder: Path) -> tuple[dict[str, list[float]], int, int]:
    """Ours and the admin's, taking turns."""
    lines, people = rows_of(home, folder / "rows.sqlite3")
    ours = [sys.executable, "-c", SERVE, "serve", "--demo", "--port", "PORT", "--workers", "2"]
    theirs = [
        *SERVER,
        "--port",
        "PORT",
        "--workers",
        "2",
        "--factory",
        "django.core.asgi:get_asgi_application",
    ]
    admin = {"DJANGO_SETTINGS_MODULE": "tools.bench_admin", "BENCH_ROWS": str(folder / "rows.sqlite3")}
    home_of = {"WATCHKEEPER_HOME": str(home)}
    with (
        served(ours, home_of, "/accounts/login/") as port,
        served(theirs, admin, "/admin/auth/line/") as other,
    ):
        clients = [Client(port) for _ in LOGINS]
        for client, login in zip(clients, LOGINS, strict=True):
            client.sign_in(login, (home / "demo_password").read_text())
        strangers = [Client(other) for _ in LOGINS]
        asked = {
            "Today, its counts and first rows": (clients, "/"),
            "people unmanaged, 25 rows with why and what follows": (clients, "/?section=unmanaged"),
            "Django admin: the same section, 25 rows": (
                strangers,
                "/admin/auth/line/?section=people+unmanaged",
            ),
        }
        for who, path in asked.values():
            together(who, path, WARM)
        took: dict[str, list[float]] = {name: [] for name in asked}
        for _ in range(ROUNDS):
            for name, (who, path) in asked.items():
                took[name] += together(who, path, EACH)
    return took, lines, people


def paper(took: dict[str, list[float]], lines: int, people: int) -> str:
    """The results as a section of the page."""
    *_, admin = took.values()
    beside = statistics.median(admin)
    rows = "\n".join(
        f"| {name} | **{statistics.median(each):.0f}** | {statistics.quantiles(each, n=20)[-1]:.0f} "
        f"| {statistics.median(each) / beside:.2f} |"
        for name, each in took.items()
    )
    return f"""
Printed by `make bench-pages` (`tools/bench_pages.py`) on {today.today()}, {os.cpu_count()} cores,
load {os.getloadavg()[0]:.1f} at the end. {people:,} people, {lines:,} lines in the brief.
{len(LOGINS)} clients ask at once, {ROUNDS * EACH * len(LOGINS)} requests a page, two server processes
each on the embedded SQLite; the two take turns.

| | median, ms | 95th of 100, ms | ÷ Django admin |
|---|---|---|---|
{rows}

The admin asks nobody who they are, and its rows were worked out and laid in a table of its own
beforehand. The aim for ours is a median under 100 ms.
"""


def main() -> None:
    """Measure, print, and write the section."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--home", type=Path, help="a home filled by make brief; made when left out")
    parser.add_argument("--people", default="7100")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="watchkeeper-pages-") as made:
        folder = Path(made)
        home = given.home or folder / "home"
        if given.home is None:
            subprocess.run(
                ["sh", "tools/run.sh", given.people, "2024", str(today.today())],
                env=os.environ | {"WATCHKEEPER_HOME": str(home)},
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        text = paper(*measure(home.resolve(), folder))
    print(text)
    section(given.out, HEADING, text)


if __name__ == "__main__":
    main()
