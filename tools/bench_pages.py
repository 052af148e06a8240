"""Several clients fetch Today, a list and a person's page, side by side with Django admin's changelist.

    make bench-pages                 about three minutes, on a force of 7,100
    .venv/bin/python -m tools.bench_pages --home FOLDER    a home that `make brief` filled

Both are served by the same server with as many processes, over the same rows. The admin asks
nobody who they are and works out nothing; ours asks need to know, and shows why. Besides the time a
browser waits, which a busy machine stretches, the processor's time of the server is counted. What is
written to docs/benchmarks.md is what was measured, on whatever machine this is.
"""

import argparse
import os
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
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tools.bench_client import PATIENCE, Client
from tools.pages import ROOT, section
from watchkeeper import today

HEADING = "Pages"
SERVER = (sys.executable, "-m", "granian", "--interface", "asginl", "--no-ws", "--log-level", "error")
SERVE = "import sys; sys.argv[0] = 'watchkeeper'; from watchkeeper.cli.main import run; run()"
LOGINS = ("supervisor", "duty-inspector", "senior-officer", "inspection-officer")
ROUNDS = 5
EACH = 5
WARM = 3
LOOPS = 10_000_000
OF_THE_SERVER = "granian"
"""What the command of a server's process holds; the worker beside ours is not counted."""


@dataclass(frozen=True)
class Page:
    """What one page took: the milliseconds each client waited, and the processor's time of a request."""

    milliseconds: list[float]
    cpu: float


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


def together(clients: list[Client], paths: list[str], times: int) -> list[float]:
    """Every client asks for its page so many times, all at once; the milliseconds of each request."""
    took: list[float] = []

    def each(client: Client, path: str) -> None:
        for _ in range(times):
            status, _, milliseconds = client.ask("GET", path)
            if status != 200:
                raise RuntimeError(f"{path} answered {status}")
            took.append(milliseconds)

    threads = [threading.Thread(target=each, args=pair) for pair in zip(clients, paths, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(took) != times * len(clients):
        sys.exit(f"{paths[0]}: a request failed")
    return took


def spent(port: int) -> float:
    """Milliseconds of the processor's time that the server's processes on this port have used so far."""
    found = {}
    for each in Path("/proc").iterdir():
        with suppress(OSError):  # ended while it was looked at
            if each.name.isdigit():
                says = (each / "cmdline").read_bytes().decode(errors="replace")
                found[int(each.name)] = says, (each / "stat").read_text().rpartition(")")[2].split()
    servers = {pid for pid, (says, _) in found.items() if OF_THE_SERVER in says and str(port) in says}
    servers |= {pid for pid, (_, stat) in found.items() if int(stat[1]) in servers}
    ticks = sum(int(stat[11]) + int(stat[12]) for pid, (_, stat) in found.items() if pid in servers)
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def speed() -> float:
    """How fast this machine is: seconds of the processor's time for ten million turns of an empty loop."""
    began = time.process_time()
    for _ in range(LOOPS):
        pass
    return time.process_time() - began


def measure(home: Path, folder: Path) -> tuple[dict[str, Page], int, int]:
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
        many = len(clients)
        asked = {
            "Today, its counts and first rows": (port, clients, ["/"] * many),
            "people unmanaged, 25 rows with why and what follows": (
                port,
                clients,
                ["/?section=unmanaged"] * many,
            ),
            "a person's record, its look on the trail": (
                port,
                clients,
                [client.open_person() for client in clients],
            ),
            "Django admin: the same section, 25 rows": (
                other,
                strangers,
                ["/admin/auth/line/?section=people+unmanaged"] * many,
            ),
        }
        for _, who, paths in asked.values():
            together(who, paths, WARM)
        took: dict[str, list[float]] = {name: [] for name in asked}
        cpu = dict.fromkeys(asked, 0.0)
        for _ in range(ROUNDS):
            for name, (at, who, paths) in asked.items():
                before = spent(at)
                took[name] += together(who, paths, EACH)
                cpu[name] += spent(at) - before
    return {name: Page(each, cpu[name] / len(each)) for name, each in took.items()}, lines, people


def paper(pages: dict[str, Page], lines: int, people: int) -> str:
    """The results as a section of the page."""
    *_, admin = pages.values()
    beside = statistics.median(admin.milliseconds)
    rows = "\n".join(
        f"| {name} | **{statistics.median(each.milliseconds):.0f}** "
        f"| {statistics.quantiles(each.milliseconds, n=20)[-1]:.0f} "
        f"| {statistics.median(each.milliseconds) / beside:.2f} "
        f"| {each.cpu:.0f} | {each.cpu / admin.cpu:.2f} |"
        for name, each in pages.items()
    )
    return f"""
Printed by `make bench-pages` (`tools/bench_pages.py`) on {today.today()}, {os.cpu_count()} cores,
load {os.getloadavg()[0]:.1f} at the end; ten million turns of an empty loop of Python took {speed():.2f} s of
the processor's time. {people:,} people, {lines:,} lines in the brief. {len(LOGINS)} clients ask at once,
{ROUNDS * EACH * len(LOGINS)} requests a page, two server processes each on the embedded SQLite;
the two take turns.

| | waited, median, ms | 95th of 100, ms | ÷ Django admin | processor, ms a request | ÷ Django admin |
|---|---|---|---|---|---|
{rows}

The admin asks nobody who they are, and its rows were worked out and laid in a table of its own
beforehand. The aim for ours is a median under 100 ms; where the load stands above the number of cores,
what a client waits is mostly for other programs, and the processor's time and the ratios are what to read.
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
