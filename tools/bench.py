"""Side by side in one run: loading and the brief at two sizes, and what a force would do otherwise.

    make bench                       London and England and Wales: about a quarter of an hour
    .venv/bin/python -m tools.bench --sizes 1000,10000
    .venv/bin/python -m tools.bench --register-alone      no crimes, nobody missing, no online suspects

Every figure is a whole command as a user runs it, start-up included; the ratios are what to read,
because machines are noisy. The results are written to docs/benchmarks.md.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools import bench_otherwise
from tools.pages import ROOT, section
from watchkeeper import today

HEADING_ALONE = "The register alone"
COMMAND = Path(sys.executable).parent / "watchkeeper"
ON = "2026-11-02"
REPEATS = 3
TURNS = 10_000_000
AGAIN = 10_000  # people up to whom the same folder is loaded twice: it takes as long as the first time


@dataclass(frozen=True)
class Run:
    """One command, several times: seconds of wall clock and of processor, and the largest memory in MB."""

    seconds: tuple[float, ...]
    cpu: tuple[float, ...]
    peak_mb: float

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def worked(self) -> float:
        """Seconds of processor of the command and of every process it started, the median run."""
        return statistics.median(self.cpu)


def speed() -> float:
    """Processor seconds that an empty loop of ten million takes now, the median of three."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        for _ in range(TURNS):
            pass
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def run(arguments: Sequence[str], home: Path, *, repeats: int = 1, out: Path | None = None) -> Run:
    """Time `watchkeeper` with `arguments`. Stops the benchmark when the command fails."""
    seconds, cpu, peak = [], [], 0.0
    env = os.environ | {"WATCHKEEPER_HOME": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's Python keeps what it compiled
    for _ in range(repeats):
        began = time.perf_counter()
        with open(out or os.devnull, "wb") as sink:
            child = subprocess.Popen(
                [str(COMMAND), *arguments],
                stdout=sink,
                stderr=subprocess.PIPE,
                env=env,
            )
            assert child.stderr is not None
            said = child.stderr.read().decode(errors="replace")
            _, status, usage = os.wait4(child.pid, 0)
        seconds.append(time.perf_counter() - began)
        cpu.append(usage.ru_utime + usage.ru_stime)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"watchkeeper {' '.join(arguments)} failed:\n{said}")
        peak = max(peak, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))
    return Run(tuple(seconds), tuple(cpu), peak)


def rows_in(folder: Path, files: str = "*.csv") -> int:
    """Data rows of the CSV files in `folder`, all of them or those of a name."""
    total = 0
    for path in folder.glob(files):
        with path.open("rb") as file:
            total += sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b"")) - 1
    return total


@dataclass(frozen=True)
class Size:
    people: int
    crimes: int
    officers: int
    rows: int
    synth: Run
    load: Run
    again: Run | None
    brief: Run
    filtered: Run
    due: Run
    database_mb: float
    otherwise: dict[str, float]
    loop: tuple[float, float]  # seconds of the empty loop before and after
    busy: float  # processes that wanted a processor, on average, in the minute before it ended


def measure(people: int, folder: Path, *, alone: bool = False) -> Size:
    """Everything at one size, in a fresh home; with `alone` a register and nothing else."""
    home, files = folder / "home", folder / "files"
    print(f"{people:,} people", flush=True)
    before = speed()
    synth = run(
        [
            "synth",
            str(files),
            "--people",
            str(people),
            "--seed",
            "2024",
            "--on",
            ON,
            "--answers",
            str(folder / "a.json"),
            *(("--crimes", "0", "--missing", "0", "--suspects", "0") if alone else ()),
        ],
        home,
    )
    rows, crimes, officers = rows_in(files), rows_in(files, "crimes.csv"), rows_in(files, "officers.csv")
    print(f"  synth {synth.median:.1f} s, {rows:,} rows, {crimes:,} crimes", flush=True)
    load = run(["load", str(files)], home)
    print(f"  load {load.median:.1f} s, {rows / load.median:,.0f} rows a second", flush=True)
    again = run(["load", str(files)], home) if people <= AGAIN else None
    brief = run(["brief", "--on", ON, "--json"], home, repeats=REPEATS, out=folder / "brief.json")
    print(f"  brief {brief.median:.2f} s, {brief.peak_mb:.0f} MB", flush=True)
    filtered = run(["brief", "--on", ON, "--unit", "BCU01"], home)
    first = (files / "people.csv").read_text().splitlines()[1].split(",")[0]
    due = run(["due", first, "--on", ON], home, repeats=REPEATS)
    otherwise = bench_otherwise.measure(files, ON)
    for name, seconds in otherwise.items():
        print(f"  {name} {seconds:.2f} s", flush=True)
    size = (home / "watchkeeper.sqlite3").stat().st_size / 1e6
    loop, busy = (before, speed()), os.getloadavg()[0]
    return Size(
        people, crimes, officers, rows, synth, load, again, brief, filtered, due, size, otherwise, loop, busy
    )


def table_of(sizes: Sequence[Size]) -> str:
    """The results as a table, and what a person costs as their number grows."""
    large = sizes[-1]
    heads = "".join(f" {size.people:,} people |" for size in sizes)
    rows: list[tuple[str, list[str]]] = [
        ("crimes", [f"{s.crimes:,}" for s in sizes]),
        ("officers of the whole force", [f"{s.officers:,}" for s in sizes]),
        ("rows of facts", [f"{s.rows:,}" for s in sizes]),
        ("an empty loop of ten million, seconds", [" to ".join(f"{t:.2f}" for t in s.loop) for s in sizes]),
        ("load of the machine afterwards", [f"{s.busy:.1f}" for s in sizes]),
        ("synth, seconds", [f"{s.synth.median:.1f}" for s in sizes]),
        ("load, seconds", [f"{s.load.median:.1f}" for s in sizes]),
        ("load, rows a second", [f"{s.rows / s.load.median:,.0f}" for s in sizes]),
        ("load, peak MB", [f"{s.load.peak_mb:.0f}" for s in sizes]),
        ("load the same folder again, seconds", [f"{s.again.median:.1f}" if s.again else "" for s in sizes]),
        ("database, MB", [f"{s.database_mb:.0f}" for s in sizes]),
        (
            f"**brief of the whole force**, seconds (median of {REPEATS})",
            [f"**{s.brief.median:.2f}**" for s in sizes],
        ),
        (
            "the same, fastest and slowest",
            [f"{min(s.brief.seconds):.2f} to {max(s.brief.seconds):.2f}" for s in sizes],
        ),
        ("the same, seconds of processor, both processes", [f"{s.brief.worked:.2f}" for s in sizes]),
        ("brief, peak MB", [f"{s.brief.peak_mb:.0f}" for s in sizes]),
        ("brief of one unit, seconds", [f"{s.filtered.median:.2f}" for s in sizes]),
        (f"`due` for one person, seconds (median of {REPEATS})", [f"{s.due.median:.2f}" for s in sizes]),
    ]
    for name in large.otherwise:
        rows.append((name, [f"{s.otherwise[name]:.2f}" if name in s.otherwise else "" for s in sizes]))
        rows.append(
            (
                f"brief ÷ {name.removesuffix(', seconds')}",
                [f"{s.brief.median / s.otherwise[name]:.1f}" if name in s.otherwise else "" for s in sizes],
            )
        )
    table = "\n".join(f"| {name} |" + "".join(f" {cell} |" for cell in cells) for name, cells in rows)
    return f"""| |{heads}
|---|{"---|" * len(sizes)}
{table}
{_grown(sizes)}"""


def paper(sizes: Sequence[Size]) -> str:
    """The head of the page of the docs."""
    memory = round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
    return f"""# Benchmarks

Printed by `make bench` (`tools/bench.py`) on {today.today()}. Every figure is a whole command as a user
runs it, with its start-up, on the embedded SQLite database. Machine: {os.cpu_count()} cores, {memory} GiB
of memory, {platform.system()} on {platform.machine()}, Python {platform.python_version()}.

{table_of(sizes)}
Memory is that of the command's first process; above 2,000 people a second one works out half.
The aims are 3 s for 7,100 people and 20 s for 71,000 on 2 cores: read the figures above against them,
and against the empty loop, which says how fast the machine was and how much of it others left.

What a force would otherwise do answers far less: two lists (visits overdue by level, annual
notifications overdue) without custody, decisions, missing facts, reasons or citations. pandas reads
the same CSV files; PostgreSQL runs plain SQL over tables it has already loaded. The brief works out
every clock of every person with its reasons, orders them, and freezes the result.
"""


def _grown(sizes: Sequence[Size]) -> str:
    """What a person costs at the largest size beside the smallest; nothing of one size alone."""
    small, large = sizes[0], sizes[-1]
    if small.people == large.people:
        return ""
    per_person = (large.brief.median / large.people) / (small.brief.median / small.people)
    worked = (large.brief.worked / large.people) / (small.brief.worked / small.people)
    return f"""
Cost of the brief for each person, at {large.people / small.people:.0f} times the size:
**{per_person:.2f}** times by the clock, {worked:.2f} times by processor.
"""


def paper_alone(sizes: Sequence[Size]) -> str:
    """The section about the register alone."""
    return f"""
Printed by `python -m tools.bench --register-alone` on {today.today()}, {os.cpu_count()} cores: the same with
no crime, nobody missing, no online suspect, and the officers who manage people. What a force pays that
keeps its crimes elsewhere, and how the cost grows with people.

{table_of(sizes)}
"""


def main() -> None:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", default="7100,71000", help="numbers of people, parted by commas")
    parser.add_argument("--register-alone", action="store_true", help="no crimes, nobody missing")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    given = parser.parse_args()
    sizes = []
    for people in sorted(int(text) for text in given.sizes.split(",")):
        folder = Path(tempfile.mkdtemp(prefix="watchkeeper-bench-"))
        try:
            sizes.append(measure(people, folder, alone=given.register_alone))
        finally:
            shutil.rmtree(folder)
    if given.register_alone:
        written = paper_alone(sizes)
        print(written)
        section(given.out, HEADING_ALONE, written)
        return
    written = paper(sizes)
    print(written)
    before = given.out.read_text() if given.out.exists() else ""
    _, pages, kept = before.partition("\n## ")  # what the other benchmarks measured stays
    given.out.write_text(written + pages + kept)


if __name__ == "__main__":
    main()
