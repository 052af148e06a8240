"""What came of a job, for the pages that wait for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django_tasks_db.models import DBTaskResult

from watchkeeper.jobs.asking import STATES
from watchkeeper.jobs.models import Job
from watchkeeper.jobs.rules import State


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """The newest attempt at a job: how it stands and, once done, what it told."""

    key: str
    asked_at: datetime
    state: State
    told: Any

    @property
    def under_way(self) -> bool:
        """Whether it waits or runs."""
        return self.state in (State.WAITING, State.RUNNING)


def newest(prefix: str) -> JobOutcome | None:
    """The job asked for last among those whose key begins so; None when there is none."""
    job = Job.objects.filter(key__startswith=prefix).order_by("-id").first()
    return _of(job) if job else None


def newest_done(prefix: str, *, looked_at: int = 20) -> JobOutcome | None:
    """The newest job whose key begins so that has told something, among the last few asked for."""
    for job in Job.objects.filter(key__startswith=prefix).order_by("-id")[:looked_at]:
        found = _of(job)
        if found.told is not None:
            return found
    return None


def _of(job: Job) -> JobOutcome:
    row = DBTaskResult.objects.filter(id=job.task).values_list("status", "return_value").first()
    status, told = row or ("", None)
    return JobOutcome(job.key, job.asked_at, STATES.get(status, State.DONE), told)
