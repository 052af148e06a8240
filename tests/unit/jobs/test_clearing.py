"""Finished jobs are cleared away on their day; how many there were, and what they did, is kept."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django_tasks_db.models import DBTaskResult

from tests.conftest import NOON, ON
from tests.table import table
from tests.unit.workforce.records import person
from watchkeeper import today
from watchkeeper.audit.models import Entry
from watchkeeper.jobs import tasks
from watchkeeper.jobs.clearing import clear, to_clear
from watchkeeper.jobs.models import Effect, Job
from watchkeeper.jobs.rules import State, cleared_before
from watchkeeper.jobs.schedule import look_round
from watchkeeper.jobs.standing import counts
from watchkeeper.law.shelf import Shelf

pytestmark = pytest.mark.django_db
BRIEF, DIGEST = "watchkeeper.jobs.tasks.compile_night", "watchkeeper.jobs.tasks.send_digest"


def job(key: str, kind: str, status: str, ended: datetime | None) -> None:
    task = DBTaskResult.objects.create(
        id=uuid4(), task_path=kind, status=status, finished_at=ended, args_kwargs={"args": [], "kwargs": {}},
        queue_name="default", backend_name="default", priority=0, exception_class_path="", traceback="",
        worker_ids=[], run_after=NOON,
    )  # fmt: skip
    Job.objects.create(key=key, attempt=1, asked_at=ended or NOON, task=task.id)


def keys() -> list[str]:
    return sorted(Job.objects.values_list("key", flat=True))


@table("""
    case                            | status     | days_before | after
    --------------------------------|------------|-------------|------
    a day short                     | SUCCESSFUL | 89          | kept
    on the day itself               | SUCCESSFUL | 90          | kept
    a day past                      | SUCCESSFUL | 91          | gone
    failed, a day past              | FAILED     | 91          | gone
    still to run, however old       | READY      | 400         | kept
    under way, however old          | RUNNING    | 400         | kept
    """)
def test_what_is_cleared_away(status: str, days_before: str, after: str, law: Shelf) -> None:
    before = NOON - timedelta(days=int(days_before))
    job("old", BRIEF, status, before if status in ("SUCCESSFUL", "FAILED") else None)
    job("new", BRIEF, "SUCCESSFUL", NOON - timedelta(minutes=1))
    done = clear(law, at=NOON, on=ON)
    assert ("old" not in keys(), done) == (after == "gone", int(after == "gone"))
    assert DBTaskResult.objects.count() == Job.objects.count()


def test_counts_and_the_newest_of_each_kind_stay(law: Shelf) -> None:
    long_ago = NOON - timedelta(days=200)
    for number in range(5):
        job(f"brief {number}", BRIEF, "SUCCESSFUL", long_ago + timedelta(days=number))
        job(
            f"digest {number}",
            DIGEST,
            "FAILED" if number else "SUCCESSFUL",
            long_ago + timedelta(hours=number),
        )
    Effect.objects.create(key="digest 1", at=long_ago)
    before, entries = counts(), Entry.objects.count()
    assert clear(law, at=NOON, on=ON) == 8
    assert keys() == ["brief 4", "digest 4"]
    assert counts() == before == {**dict.fromkeys(State, 0), State.DONE: 6, State.FAILED: 4}
    assert (Effect.objects.count(), Entry.objects.count()) == (1, entries)
    assert clear(law, at=NOON, on=ON) == 0
    assert counts() == before


def test_the_worker_asks_for_it_once_when_there_is_something(
    law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "now", lambda: NOON)
    look_round(law, at=NOON)
    assert keys() == []
    job("old", BRIEF, "SUCCESSFUL", NOON - timedelta(days=91))
    job("new", BRIEF, "SUCCESSFUL", NOON)
    look_round(law, at=NOON)
    look_round(law, at=NOON + timedelta(hours=1))
    assert keys() == [f"clear {ON}", "new", "old"]
    assert tasks.clear_jobs.call() == 1
    assert not to_clear(law, at=NOON, on=ON)


def test_never_sooner_than_what_a_job_made_ready_is_kept(law: Shelf) -> None:
    person()
    assert cleared_before(law, at=NOON, on=ON) < NOON - timedelta(days=law["upload_kept_days"].whole(ON))
