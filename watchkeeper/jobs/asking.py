"""Asking for a job: once for each key, and again only when it failed and policy gives it another try."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.tasks import Task
from django_tasks_db.models import DBTaskResult

from watchkeeper import today
from watchkeeper.jobs.models import Job
from watchkeeper.jobs.rules import Attempt, State, try_again
from watchkeeper.law.shelf import Shelf

STATES = {"READY": State.WAITING, "RUNNING": State.RUNNING, "FAILED": State.FAILED}


def ask(key: str, work: Task[..., Any], *arguments: object, law: Shelf, at: datetime) -> bool:
    """Put a job on the queue; False when it has been asked for and there is nothing to try again.

    The key says what is to be done, not how: a night's brief, one officer's digest of one day.
    Whoever else asks in the same instant is turned away by the database.
    """
    on = at.astimezone(today.LONDON).date()
    try:
        with transaction.atomic():
            last = last_attempt(key)
            if not try_again(last, law, at=at, on=on).allowed:
                return False
            number = last.number + 1 if last else 1
            queued = work.enqueue(*arguments)
            Job.objects.create(key=key, attempt=number, asked_at=at, task=queued.id)
    except IntegrityError:
        return False
    return True


def last_attempt(key: str) -> Attempt | None:
    """The newest attempt at a job; None when nobody has asked for it."""
    job = Job.objects.filter(key=key).order_by("-attempt").first()
    if job is None:
        return None
    status = DBTaskResult.objects.filter(id=job.task).values_list("status", flat=True).first()
    return Attempt(job.attempt, job.asked_at, STATES.get(status or "", State.DONE))
