"""Finished jobs are cleared away once policy has had them kept long enough; how many there were is kept.

What a job did is on the trail and in the rows it stored, and a job that failed for good raised
an alert: neither is touched here. The newest of each kind stays, for the pages that show it.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from itertools import batched
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django_tasks_db.models import DBTaskResult

from watchkeeper.jobs.asking import STATES
from watchkeeper.jobs.models import Cleared, Job
from watchkeeper.jobs.rules import State, cleared_before
from watchkeeper.law.shelf import Shelf

TOGETHER = 500
"""Jobs cleared away in one transaction: nobody else writes meanwhile."""


def to_clear(law: Shelf, *, at: datetime, on: date) -> bool:
    """Whether any finished job has been kept as long as policy says."""
    return _old(law, at=at, on=on).exists()


def clear(law: Shelf, *, at: datetime, on: date) -> int:
    """Clear away finished jobs kept long enough; how many. Cut short, the rest goes the next time."""
    refs = list(_old(law, at=at, on=on).values_list("id", flat=True))
    for some in batched(refs, TOGETHER):
        _clear(some)
    return len(refs)


def counted() -> Counter[State]:
    """How many jobs have been cleared away, by the state they ended in."""
    found: Counter[State] = Counter()
    for state, jobs in Cleared.objects.values_list("state", "jobs"):
        found[State(state)] += jobs
    return found


def _clear(refs: Iterable[UUID]) -> None:
    with transaction.atomic():
        rows = DBTaskResult.objects.filter(id__in=refs)
        ended: Counter[tuple[str, State]] = Counter()
        for kind, status in rows.values_list("task_path", "status"):
            ended[kind, STATES.get(status, State.DONE)] += 1
        for (kind, state), jobs in ended.items():
            Cleared.objects.get_or_create(kind=kind, state=state)
            Cleared.objects.filter(kind=kind, state=state).update(jobs=F("jobs") + jobs)
        Job.objects.filter(task__in=refs).delete()
        rows.delete()


def _old(law: Shelf, *, at: datetime, on: date) -> QuerySet[Any]:
    ended: QuerySet[Any] = DBTaskResult.objects.finished().order_by()
    newest = ended.values("task_path").annotate(last=Max("finished_at")).values("last")
    before = cleared_before(law, at=at, on=on)
    return ended.filter(finished_at__lt=before).exclude(finished_at__in=newest)
