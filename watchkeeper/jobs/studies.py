"""Studies of the planner, carried out behind the pages.

Cut short and begun again, a study goes on after the runs it had finished, finds the same, and what
it finds is kept once.
"""

from datetime import datetime

from django.tasks import task

from watchkeeper import today
from watchkeeper.jobs.asking import ask, last_attempt
from watchkeeper.jobs.models import Job
from watchkeeper.jobs.rules import State
from watchkeeper.jobs.study_work import Progress, StoppedError, is_stopped, let_go_on, work_out
from watchkeeper.jobs.tasks import calendar, law
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.stored import study_of, waiting_studies
from watchkeeper.planning.study import Study

STUDYING = "study "
"""What the key of every such job begins with; the ref of the study follows."""

STOPPED = "stopped"
"""What the job of a study tells that somebody stopped; it goes on when somebody says so."""


@task
def carry_out_study(ref: str) -> str:
    """Carry out the study of this ref and keep what it finds; the digest of that, or STOPPED."""
    study = study_of(ref, known_at=today.now())
    if study is None:
        raise LookupError(f"nobody asked for study {ref}")
    if study.done_at is not None:
        return study.digest
    progress = Progress(ref)
    try:
        kept = work_out(study, law(), calendar(), progress.tell)
    except StoppedError:
        return STOPPED
    progress.end()
    return kept.digest


def ask_to_carry_out(study: Study, shelf: Shelf, *, at: datetime) -> bool:
    """Put a study on the queue, once; again only when it failed and policy gives it another try."""
    return ask(f"{STUDYING}{study.ref}", carry_out_study, study.ref, law=shelf, at=at)


def go_on(study: Study, shelf: Shelf, *, at: datetime) -> bool:
    """Put a study that was stopped on the queue again: it goes on after the runs it had finished.

    False while a job of it waits or runs: pressed twice, it goes on once.
    """
    let_go_on(study.ref)
    jobs = Job.objects.filter(key__startswith=f"{STUDYING}{study.ref}")
    newest, again = jobs.order_by("-id").values_list("key", flat=True).first(), jobs.count()
    last = last_attempt(newest) if newest is not None else None
    if last is not None and last.state in (State.WAITING, State.RUNNING):
        return False
    return ask(f"{STUDYING}{study.ref} again {again}", carry_out_study, study.ref, law=shelf, at=at)


def ask_waiting(shelf: Shelf, *, at: datetime) -> int:
    """Queue whatever was asked for and is not done: a server may die between asking and queueing.

    Not what somebody stopped, or carries out at the command line: it goes on when somebody says so.
    """
    waiting = (each for each in waiting_studies(known_at=at) if not is_stopped(each.ref))
    return sum(ask_to_carry_out(study, shelf, at=at) for study in waiting)
