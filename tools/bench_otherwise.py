"""What a force would otherwise do: the overdue lists by pandas over the files, and by plain SQL."""

import shutil
import subprocess
import time
from pathlib import Path

MONTHS = {"very high": 1, "high": 3, "medium": 6, "low": 12}


def measure(files: Path, on: str) -> dict[str, float]:
    """Seconds for each way that is possible here; PostgreSQL is left out where it is not installed."""
    began = time.perf_counter()
    by_pandas(files, on)
    found = {"two lists by pandas over the files, seconds": time.perf_counter() - began}
    return found | by_postgresql(files, on)


def by_pandas(files: Path, on: str) -> tuple[int, int]:
    """How many visits and annual notifications are overdue, the way a spreadsheet-minded analyst would."""
    import pandas as pd

    night = pd.Timestamp(on)
    levels = pd.read_csv(
        files / "levels.csv", usecols=["person_ref", "level", "set_on"], parse_dates=["set_on"]
    )
    level = levels[levels.set_on <= night].sort_values("set_on").groupby("person_ref")["level"].last()
    visits = pd.read_csv(files / "visits.csv", usecols=["person_ref", "at", "outcome"])
    visits["at"] = pd.to_datetime(visits["at"], utc=True, format="ISO8601").dt.tz_localize(None)
    seen = (
        visits[visits.outcome.isin(["seen", "entered"]) & (visits["at"] <= night)]
        .groupby("person_ref")["at"]
        .max()
    )
    people = pd.DataFrame({"level": level, "seen": seen})
    due = people["seen"] + pd.to_timedelta(people["level"].map(MONTHS) * 30.44, unit="D")
    told = pd.read_csv(
        files / "notifications.csv", usecols=["person_ref", "notified_on"], parse_dates=["notified_on"]
    )
    last = told[told.notified_on <= night].groupby("person_ref").notified_on.max()
    return int((due < night).sum()), int((last + pd.Timedelta(days=365) < night).sum())


SQL = """
with level as (
  select distinct on (person_ref) person_ref, level from levels where set_on <= date :'night'
  order by person_ref, set_on desc),
seen as (
  select person_ref, max(at) as at from visits
  where outcome in ('seen', 'entered') and at <= date :'night' group by person_ref),
told as (
  select person_ref, max(notified_on) as notified_on from notifications
  where notified_on <= date :'night' group by person_ref)
select
  (select count(*) from level left join seen using (person_ref) where seen.at + case level
     when 'very high' then interval '1 month' when 'high' then interval '3 months'
     when 'medium' then interval '6 months' else interval '1 year' end < date :'night'),
  (select count(*) from told where notified_on + interval '1 year' < date :'night');
"""


def by_postgresql(files: Path, on: str) -> dict[str, float]:
    """The same two lists by SQL in a private PostgreSQL server: seconds to copy in, and to ask."""
    from tests.postgresql import start

    if shutil.which("psql") is None:
        return {}
    server = start()
    try:
        url = server.url
        began = time.perf_counter()
        for name, columns in {
            "levels": {"set_on": "date"},
            "visits": {"at": "timestamptz"},
            "notifications": {"notified_on": "date"},
        }.items():
            header = (files / f"{name}.csv").open().readline().strip().split(",")
            made = ", ".join(f'"{column}" {columns.get(column, "text")}' for column in header)
            _psql(url, f"create unlogged table {name} ({made})")
            _psql(url, f"\\copy {name} from '{files / f'{name}.csv'}' with (format csv, header true)")
        copied = time.perf_counter() - began
        _psql(url, "analyze")
        began = time.perf_counter()
        _psql(url, SQL, f"night={on}")
        asked = time.perf_counter() - began
    finally:
        server.stop()
    return {
        "copying the three tables into PostgreSQL, seconds": copied,
        "two lists by SQL in PostgreSQL, seconds": asked,
    }


def _psql(url: str, statement: str, *variables: str) -> str:
    options = [part for variable in variables for part in ("-v", variable)]
    done = subprocess.run(
        ["psql", "-qAt", "-v", "ON_ERROR_STOP=1", *options, url],
        input=statement,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout
