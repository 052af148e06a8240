"""What is due of the background work, from what has been done. Nothing is counted up, so nothing drifts.

The hours and numbers are policy of ours (`brief_hour`, `plan_hours`, `digest_hour`, `job_attempts`,
`job_retry_minutes`), which a force confirms.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import counted, day

DAY = timedelta(days=1)


class State(StrEnum):
    """How the newest attempt at a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Attempt:
    """The newest attempt at a job: which it was, when it was asked for, how it stands."""

    number: int
    asked_at: datetime
    state: State


def brief_due(newest: date | None, law: Shelf, *, here: datetime) -> Decision:
    """Whether the day's brief is to be compiled: `here` is the instant on London's clock.

    From `brief_hour` when the newest brief is not of today; at once when there is none of
    yesterday either, since then nobody has had a brief at all.
    """
    on = here.date()
    row = law["brief_hour"]
    hour = row.whole(on)
    lacking = newest is None or newest < on
    none_at_all = newest is None or newest < on - DAY
    of = f"the newest brief is of {day(newest)}" if newest else "there is no brief"
    return Decision(
        (
            Reason(lacking, of, row.cite),
            Reason(none_at_all or here.hour >= hour, f"compiled from {hour} o'clock", row.cite),
        )
    )


def night_to_plan(law: Shelf, *, here: datetime) -> date | None:
    """The day whose visits are planned now by themselves; None at other hours. By `plan_hours`.

    From the hour policy names on, tomorrow; until the early hour it names, today, for a worker that
    stood still overnight. `here` is the instant on London's clock.
    """
    on = here.date()
    hours = law["plan_hours"]
    if here.hour >= hours.of("from", on):
        return on + DAY
    return on if here.hour < hours.of("until", on) else None


def digest_due(law: Shelf, *, here: datetime) -> Decision:
    """Whether the day's digests may be sent: from `digest_hour` on London's clock, whatever was missed."""
    row = law["digest_hour"]
    hour = row.whole(here.date())
    return Decision((Reason(here.hour >= hour, f"sent from {hour} o'clock", row.cite),))


def try_again(last: Attempt | None, law: Shelf, *, at: datetime, on: date) -> Decision:
    """Whether a job is to be asked for: never asked for yet, or it failed and policy gives it another try.

    A job that failed waits `job_retry_minutes` from when it was asked for; after
    `job_attempts` it waits for somebody.
    """
    attempts, wait = law["job_attempts"], law["job_retry_minutes"]
    if last is None:
        return Decision((Reason(True, "not asked for yet", attempts.cite),))
    most, minutes = attempts.whole(on), wait.whole(on)
    rested = at - last.asked_at >= timedelta(minutes=minutes)
    return Decision(
        (
            Reason(last.state is State.FAILED, f"the last attempt is {last.state}", attempts.cite),
            Reason(last.number < most, f"attempt {last.number} of {most}", attempts.cite),
            Reason(rested, f"asked for {counted(minutes, 'minute')} ago or more", wait.cite),
        )
    )


def cleared_before(law: Shelf, *, at: datetime, on: date) -> datetime:
    """The instant before which a finished job must have ended to be cleared away, by `jobs_kept_days`.

    Never sooner than what a job made ready is kept (`upload_kept_days`): the job leads to it.
    """
    days = max(law["jobs_kept_days"].whole(on), law["upload_kept_days"].whole(on) + 1)
    return at - timedelta(days=days)


def given_up(last: Attempt, law: Shelf, *, on: date) -> bool:
    """Whether a job has failed as often as policy lets it (`job_attempts`): somebody must look at it."""
    return last.state is State.FAILED and last.number >= law["job_attempts"].whole(on)
