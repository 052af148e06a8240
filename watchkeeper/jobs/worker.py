"""The worker: takes back what dead workers left, looks round for what is due, and carries jobs out."""

import logging
import os
import secrets
import signal
import time
from collections.abc import Callable

import structlog
from django.db import close_old_connections
from django_tasks_db.management.commands.db_worker import Worker as Carrying
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from watchkeeper import today
from watchkeeper.jobs.living import is_living, living
from watchkeeper.jobs.schedule import look_round
from watchkeeper.jobs.tasks import law

ROUND = 5.0
"""Seconds between two looks round."""
REST = 0.5
"""Seconds an idle worker rests before it asks the queue again."""
BEHIND = 5
"""How far a worker beside a server steps back for it: pages come first."""
DEATHS = 3
"""A job that has outlived no worker so often is not given to another."""

log = structlog.get_logger()


class JobDiedError(RuntimeError):
    """The workers that carried the job out died under it."""


def work(*, once: bool = False, keeper: int = 0) -> None:
    """Work until told to stop; with `once`, until the queue is empty.

    On SIGTERM or SIGINT the job under way is finished first; a second signal cuts it short. A
    worker with a `keeper`, the number of the process that started it, leaves Ctrl-C to that, and
    ends when it has gone.
    """
    name = f"worker-{secrets.token_hex(8)}"
    carrying = Carrying(
        queue_names=["*"],
        interval=REST,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    carrying.configure_signals()
    for chatty in ("django.tasks", "django_tasks_db"):
        logging.getLogger(chatty).setLevel(logging.ERROR)  # the books and our own log say it
    if keeper:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.nice(BEHIND)
    with living(name):
        log.info("worker began", worker=name)
        _rounds(carrying, name, once=once, keeper=keeper)
    log.info("worker ended", worker=name)


def _rounds(carrying: Carrying, name: str, *, once: bool, keeper: int) -> None:
    look_at = 0.0
    while carrying.running and keeper in (0, os.getppid()):
        close_old_connections()
        asked = 0
        if once or time.monotonic() >= look_at:
            take_back(name)
            asked = look_round(law(), at=today.now())
            look_at = time.monotonic() + ROUND
        carrying.run()  # until the queue is empty
        if once and not asked:
            return
        if once:
            continue
        if carrying.running:
            time.sleep(REST)


def take_back(name: str, *, lives: Callable[[str], bool] = is_living) -> int:
    """Put back on the queue what workers that died were carrying out; how many jobs.

    A job no worker has survived is given up: it failed, and says so.
    """
    taken = 0
    with exclusive_transaction():
        for task in DBTaskResult.objects.running().select_for_update(skip_locked=True):
            last = task.worker_ids[-1] if task.worker_ids else ""
            if last == name or (last and lives(last)):
                continue
            taken += 1
            if len(task.worker_ids) >= DEATHS:
                task.set_failed(JobDiedError(f"{len(task.worker_ids)} workers died under it"))
            else:
                task.status = "READY"
                task.save(update_fields=["status"])
            log.warning("job taken back", job=str(task.id), worker=last)
    return taken
