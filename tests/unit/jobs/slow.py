"""A job that says when it began, waits to be let go, and leaves one line for each time it was done."""

import time
from pathlib import Path

from django.db import transaction
from django.tasks import task

from watchkeeper import today
from watchkeeper.jobs.models import Effect


@task
def write_once(folder: str, key: str) -> bool:
    """Leave a line in `done`, once for each key however often it is begun."""
    place = Path(folder)
    with (place / "began").open("a") as began:
        began.write(f"{key}\n")
    while not (place / "go").exists():
        time.sleep(0.02)
    with transaction.atomic():
        _, new = Effect.objects.get_or_create(key=key, defaults={"at": today.now()})
        if new:
            with (place / "done").open("a") as done:
                done.write(f"{key}\n")
    return new


@task
def fail() -> None:
    """Always fails."""
    raise LookupError("somebody's name")
