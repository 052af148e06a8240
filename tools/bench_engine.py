"""Time the population engine: every measure of 71,000 and a million people, and London's ten years.

`python -m tools.bench_engine [PART ...]` runs the parts named, or all, each in a process of its own,
and prints what is on record into docs/benchmarks.md. The million are copies of one synthetic force of 7,100
under refs of their own, whole, and lean: a year of what is recorded over and over, and the crimes, missing
and suspects of one copy in twenty. Ten million are lean, made only when named: 7 GB of disk, 14 of memory.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tools.healthy import cast
from tools.pages import ROOT, section
from watchkeeper.engine.standing import Pull
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.catalogue import MEASURES
from watchkeeper.inspection.measures.running import population
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales

WORK = Path(tempfile.gettempdir()) / "watchkeeper-bench-engine"
KEPT = WORK / "figures.json"
ON = date(2026, 11, 28)
KNOWN = datetime(2026, 11, 29, tzinfo=UTC)
LONDON, COUNTRY, MILLION, TEN_MILLION = 7_100, 71_000, 1_000_000, 10_000_000
TEN_YEARS = 120
LEAN, LEANEST = f"{MILLION}-lean", f"{TEN_MILLION}-lean"
LEAN_SINCE, LEAN_OF = date(2025, 11, 28), 20
AGAIN = {
    "visits": "at",
    "reviews": "reviewed_on",
    "plans": "made_on",
    "intelligence": "received_on",
    "notifications": "notified_on",
    "assessments": "completed_on",
}
"""What is recorded of people over and over, and the column of its day."""
OTHER = {
    "person_ref",
    "referral_ref",
    "other",
    "alert_ref",
    "crime_ref",
    "episode_ref",
    "missing_ref",
    "about",
    "party",
    "suspension_ref",
}
"""Columns beside `ref` that name what is copied; officers and units are the same for all copies."""
STAFF = {"officers", "training", "clearances", "suspensions", "suspension_reviews"}
NEVER = "CAST({} AS TIMESTAMP) AS known_from, CAST(NULL AS TIMESTAMP) AS known_until, false AS withdrawn"
"""Columns of a version that was never overtaken."""
type Part = Callable[[], dict[str, Any]]


def folder(people: int | str) -> Path:
    """Where the Parquet of a force of so many people lies, or of the lean one."""
    return WORK / str(people)


def made() -> dict[str, Any]:
    """Invent a force of London's size and write what is measured of it as Parquet; then copy it."""
    files = WORK / "csv"
    if not files.exists():
        run = "from watchkeeper.cli.main import run; run()"
        words = ["synth", str(files), "--people", str(LONDON), "--seed", "2024", "--on", str(ON)]
        command = [sys.executable, "-c", run, *words, "--crimes", "30000", "--missing", "2000"]
        subprocess.run(command, check=True, capture_output=True)
    rows = {
        people if people == LEAN else f"{people:,}": written(files, people)
        for people in (LONDON, COUNTRY, MILLION, LEAN)
    }
    return {"rows": rows, "gigabytes of the million": gigabytes(MILLION)}


def made_ten() -> dict[str, Any]:
    """Copy the force of London's size, lean, until it is ten million people."""
    return {"rows": written(WORK / "csv", LEANEST), "gigabytes": gigabytes(LEANEST)}


def written(files: Path, people: int | str) -> int:
    """Write a force of so many as Parquet; how many rows it has."""
    import duckdb

    folder(people).mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as held:
        held.execute("SET threads = 2; SET memory_limit = '6GB'; SET preserve_insertion_order = false")
        for pull in asking.pulls():
            path = folder(people) / f"{pull.name}.parquet"
            held.execute(f"COPY ({_asked(files, pull, people)}) TO '{path}' (FORMAT parquet)")
        whole = " UNION ALL ".join(
            f"SELECT count(*) AS n FROM read_parquet('{folder(people) / pull.name}.parquet')"
            for pull in asking.pulls()
        )
        ((many,),) = held.execute(f"SELECT CAST(sum(n) AS BIGINT) FROM ({whole})").fetchall()
    return int(many)


def gigabytes(people: int | str) -> float:
    """What the Parquet of a force of so many takes on disk."""
    return round(sum(path.stat().st_size for path in folder(people).iterdir()) / 1e9, 2)


def _asked(files: Path, pull: Pull, people: int | str) -> str:
    if people == LONDON:
        return _drawn(files, pull)
    if isinstance(people, str):
        return _lean(pull, int(people.removesuffix("-lean")))
    return _copied(pull, people)


def _drawn(files: Path, pull: Pull) -> str:
    if not (files / f"{pull.name}.csv").exists():  # what no file gives: alerts
        none = ", ".join(cast(column) for column in pull.kinds)
        blank = ", ".join(f"'' AS \"{column.name}\"" for column in pull.kinds)
        never = NEVER.format("NULL")
        return f"SELECT CAST(0 AS BIGINT) AS id, {none}, {never} FROM (SELECT {blank}) WHERE false"
    columns = ", ".join(cast(column) for column in pull.kinds)
    known = NEVER.format("replace(recorded_at, 'Z', '')")
    return (
        f"SELECT row_number() OVER () AS id, {columns}, {known} FROM read_csv('{files / pull.name}.csv', "
        "all_varchar = true, header = true, nullstr = '\\N', quote = '\"', null_padding = true)"
    )


def _copied(pull: Pull, people: int) -> str:
    """The force so many times over: what stands for people, crimes and episodes under refs of their own."""
    source = f"read_parquet('{folder(LONDON) / pull.name}.parquet')"
    if pull.name in STAFF:
        return f"SELECT * FROM {source}"
    named = [name for name in ("ref", *OTHER) if name in pull.columns]
    own = "CASE WHEN \"{0}\" = '' THEN '' ELSE \"{0}\" || '.' || k END AS \"{0}\""
    changed = ", ".join(own.format(name) for name in named)
    return f"SELECT * EXCLUDE (k) REPLACE ({changed}) FROM {source}, range({-(-people // LONDON)}) copies(k)"


def _lean(pull: Pull, people: int) -> str:
    source = _copied(pull, people)
    if pull.name in AGAIN:
        return f"{source} WHERE \"{AGAIN[pull.name]}\" >= DATE '{LEAN_SINCE}'"
    if pull.name in STAFF | {"people"} or "person_ref" in pull.columns:
        return source
    return f"{source} WHERE k % {LEAN_OF} = 0"


def measured(
    people: int | str, months: int, engine: str = "duckdb", names: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Read, stand and count every measure: seconds of each, the slowest measure, and the peak of memory."""
    law, calendar = shelf.load(), england_and_wales()
    begun, slowest = time.perf_counter(), ("", 0.0)
    days = asking.month_ends(ON, months)
    counted = {}
    with population(folder(people), law, calendar, on=days, known_at=KNOWN, engine=engine) as standing:
        stood = time.perf_counter() - begun
        for measure in MEASURES:
            if names and measure.name not in names:
                continue
            at = time.perf_counter()
            found = standing.measured(measure).counts[""][-1]
            counted[measure.name] = [found.many, found.of]
            slowest = max(slowest, (measure.name, time.perf_counter() - at), key=lambda pair: pair[1])
    whole = time.perf_counter() - begun
    return {
        "seconds": round(whole, 2),
        "of processor": round(time.process_time(), 2),
        "seconds to read and stand": round(stood, 2),
        "slowest": f"{slowest[0]}, {slowest[1]:.2f} s",
        "measures": len(counted),
        "days": len(days),
        "peak GB": peak(),
        "counted": counted,
    }


def by_pandas(people: int) -> dict[str, Any]:
    """Two of the measures as an analyst writes them: last seen and an interval, a year since notifying."""
    import pandas as pd

    begun = time.perf_counter()
    read = {
        name: pd.read_parquet(folder(people) / f"{name}.parquet", columns=columns)
        for name, columns in {
            "visits": ["person_ref", "at", "outcome"],
            "levels": ["person_ref", "level", "set_on"],
            "notifications": ["person_ref", "notified_on"],
            "managers": ["person_ref", "until"],
        }.items()
    }
    seen = read["visits"]
    seen = seen[seen["outcome"].isin(["seen", "entered"])].groupby("person_ref")["at"].max()
    level = read["levels"].sort_values("set_on").groupby("person_ref")["level"].last()
    months = level.map({"very high": 1, "high": 3, "medium": 6, "low": 12}).reindex(seen.index).fillna(1)
    due = seen + pd.to_timedelta(months * 30.44, unit="D")
    told = pd.to_datetime(read["notifications"].groupby("person_ref")["notified_on"].max())
    on = pd.Timestamp(ON)
    late = int((due < on).sum()), int((told + pd.DateOffset(years=1) < on).sum())
    return {
        "seconds": round(time.perf_counter() - begun, 2),
        "of processor": round(time.process_time(), 2),
        "lists": 2,
        "late": late,
        "peak GB": peak(),
    }


def by_rules() -> dict[str, Any]:
    """Every clock of two thousand people by the plain rules, from a database of their own."""
    home = WORK / "home"
    os.environ |= {"WATCHKEEPER_HOME": str(home), "DJANGO_SETTINGS_MODULE": "watchkeeper.config.settings"}
    run = "from watchkeeper.cli.main import run; run()"
    if not (home / "watchkeeper.sqlite3").exists():
        words = ["--people", "2000", "--seed", "2024", "--on", str(ON), "--crimes", "0", "--missing", "0"]
        subprocess.run(
            [sys.executable, "-c", run, "synth", str(WORK / "few"), *words], check=True, capture_output=True
        )
        subprocess.run(
            [sys.executable, "-c", run, "load", str(WORK / "few")], check=True, capture_output=True
        )
    from watchkeeper.briefing import assembling
    from watchkeeper.briefing.compiling import asked_of
    from watchkeeper.engine.source import embedded

    law, calendar = shelf.load(), england_and_wales()
    begun = time.perf_counter()
    source = embedded(home / "watchkeeper.sqlite3")
    with assembling.read_register(
        source, law, on=ON, known_at=datetime(2026, 12, 31, tzinfo=UTC)
    ) as snapshot:
        people, _ = asked_of(assembling.cases(snapshot), law, calendar, on=ON)
    seconds = time.perf_counter() - begun
    return {
        "seconds": round(seconds, 2),
        "people": people,
        "microseconds a person": round(seconds / people * 1e6),
    }


def peak() -> float:
    """The most memory this process ever held, in gigabytes."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9, 2)


FEW = ("visits_late", "unmanaged", "annual_late", "announced", "unheld")
PARTS: dict[str, Part] = {
    "made": made,
    "london": lambda: measured(LONDON, 0),
    "london, ten years": lambda: measured(LONDON, TEN_YEARS),
    "71,000": lambda: measured(COUNTRY, 0),
    "71,000, two years": lambda: measured(COUNTRY, 24),
    "million, 20 million facts": lambda: measured(LEAN, 0),
    "million": lambda: measured(MILLION, 0),
    "ten million made": made_ten,
    "ten million": lambda: measured(LEANEST, 0),
    "pandas, 71,000": lambda: by_pandas(COUNTRY),
    "pandas, million": lambda: by_pandas(MILLION),
    "rules": by_rules,
    "spark, 71,000": lambda: measured(COUNTRY, 0, "spark", FEW),
    "duckdb, 71,000": lambda: measured(COUNTRY, 0, "duckdb", FEW),
}


def kept() -> dict[str, dict[str, Any]]:
    """What was measured so far, by part."""
    figures: dict[str, dict[str, Any]] = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    return figures


def main(arguments: list[str]) -> int:
    """Run the parts named, each in a process of its own; then print what is on record."""
    WORK.mkdir(parents=True, exist_ok=True)
    if arguments[:1] == ["--one"]:
        load = os.getloadavg()[0]
        found = PARTS[arguments[1]]() | {"load before": round(load, 1)}
        KEPT.write_text(json.dumps(kept() | {arguments[1]: found}))
        sys.stdout.write(f"{arguments[1]}: { ({k: v for k, v in found.items() if k != 'counted'}) }\n")
        return 0
    for name in arguments or [each for each in PARTS if not each.startswith("ten million")]:
        command = [sys.executable, "-m", "tools.bench_engine", "--one", name]
        if subprocess.run(command, check=False).returncode:
            sys.stderr.write(f"{name} could not be measured\n")
    from tools.engine_figures import HEADING, text

    section(ROOT / "docs" / "benchmarks.md", HEADING, text(kept()))
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.settings")  # where packs lie
    sys.exit(main(sys.argv[1:]))
