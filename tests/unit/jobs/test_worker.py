"""Workers that are killed in the middle of a job, and the next ones, which finish it: once."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.journeys.command import RUN, Watchkeeper, watchkeeper

PATIENCE = 60
ENQUEUE = (
    "import django; django.setup(); import sys; from tests.unit.jobs.slow import write_once; "
    "[write_once.enqueue(sys.argv[1], key) for key in sys.argv[2:]]"
)
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watchkeeper]:
    """An empty register with the books of jobs in it, of which each test has a copy."""
    with watchkeeper(tmp_path_factory.mktemp("made") / "home") as run:
        run.environment["PYTHONPATH"] = str(ROOT)
        run.environment["DJANGO_SETTINGS_MODULE"] = "watchkeeper.config.site"
        run("work", "--once")
        yield run


@pytest.fixture
def house(made: Watchkeeper, tmp_path: Path) -> Iterator[Watchkeeper]:
    with watchkeeper(tmp_path / "home", like=made) as run:
        names = ("PYTHONPATH", "DJANGO_SETTINGS_MODULE")
        run.environment.update({name: made.environment[name] for name in names})
        yield run


def enqueue(house: Watchkeeper, *arguments: object) -> None:
    subprocess.run([sys.executable, "-c", ENQUEUE, *map(str, arguments)], env=house.environment, check=True)


def books(house: Watchkeeper) -> list[str]:
    """How each job stands in the books, and how many workers have begun it."""
    asked = "SELECT status, worker_ids FROM django_tasks_database_dbtaskresult ORDER BY enqueued_at"
    rows: list[Any]
    if url := house.environment.get("WATCHKEEPER_DATABASE_URL", ""):
        with psycopg.connect(url) as connection:
            rows = connection.execute(asked).fetchall()
    else:
        with closing(sqlite3.connect(house.home / "watchkeeper.sqlite3")) as embedded:
            rows = [(status, json.loads(workers)) for status, workers in embedded.execute(asked)]
    return [f"{status} {len(workers)}" for status, workers in rows]


def worker(house: Watchkeeper, *options: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", RUN, "work", *options],
        env=house.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def until(happened: "os.PathLike[str]", times: int = 1) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if Path(happened).exists() and len(Path(happened).read_text().splitlines()) >= times:
            return
        time.sleep(0.02)
    raise AssertionError(f"{happened} never came")


def test_a_job_whose_worker_is_killed_is_taken_back_by_the_next_and_done_once(
    house: Watchkeeper, tmp_path: Path
) -> None:
    enqueue(house, tmp_path, "one")
    killed = worker(house)
    until(tmp_path / "began")
    killed.send_signal(signal.SIGKILL)
    killed.wait(PATIENCE)
    assert books(house) == ["RUNNING 1"], "nobody has told the queue"
    (tmp_path / "go").touch()
    house("work", "--once")
    assert books(house) == ["SUCCESSFUL 2"]
    assert (tmp_path / "began").read_text().split() == ["one", "one"]
    assert (tmp_path / "done").read_text().split() == ["one"]


def test_a_job_whose_worker_lives_is_left_to_it(house: Watchkeeper, tmp_path: Path) -> None:
    enqueue(house, tmp_path, "one")
    living = worker(house, "--once")
    until(tmp_path / "began")
    house("work", "--once")
    assert books(house) == ["RUNNING 1"]
    (tmp_path / "go").touch()
    assert living.wait(PATIENCE) == 0
    assert books(house) == ["SUCCESSFUL 1"]


def test_a_worker_told_to_end_finishes_the_job_under_way(house: Watchkeeper, tmp_path: Path) -> None:
    enqueue(house, tmp_path, "one", "two")
    told = worker(house)
    until(tmp_path / "began")
    told.terminate()
    time.sleep(0.2)
    assert told.poll() is None
    (tmp_path / "go").touch()
    assert told.wait(PATIENCE) == 0
    assert books(house)[0] == "SUCCESSFUL 1"
    assert books(house)[1] == "READY 0", "the next is left for another worker"


def test_a_job_no_worker_survives_is_given_up(house: Watchkeeper, tmp_path: Path) -> None:
    enqueue(house, tmp_path, "one")
    for times in (1, 2, 3):
        killed = worker(house)
        until(tmp_path / "began", times)
        killed.send_signal(signal.SIGKILL)
        killed.wait(PATIENCE)
    house("work", "--once")
    assert books(house) == ["FAILED 3"]
    assert not (tmp_path / "done").exists()


def test_two_workers_share_the_queue_and_do_each_job_once(house: Watchkeeper, tmp_path: Path) -> None:
    (tmp_path / "go").touch()
    keys = [f"job{number}" for number in range(12)]
    enqueue(house, tmp_path, *keys)
    both = [worker(house, "--once"), worker(house, "--once")]
    assert [one.wait(PATIENCE) for one in both] == [0, 0]
    assert sorted((tmp_path / "began").read_text().split()) == sorted(keys)
    assert sorted((tmp_path / "done").read_text().split()) == sorted(keys)
