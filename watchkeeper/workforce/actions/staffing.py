"""Absence, and who tutors whom. Not sealed, and still never on oneself."""

from datetime import date
from typing import Unpack

from watchkeeper.audit.standing import standing
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.workforce import models
from watchkeeper.workforce.actions.sealing import Asking, after, anew, sealed_act, sealed_row
from watchkeeper.workforce.conduct import AbstractionKind
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.rules.authority import in_post


def record_absence(
    officer: str,
    kind: AbstractionKind,
    *,
    since: date,
    until: date | None,
    **asked: Unpack[Asking],
) -> models.Abstraction:
    """Record an absence. Raises Refused without the power, on oneself, and when it ends before it begins."""
    with sealed_act(Power.RECORD_ABSENCE, officer, asked) as this:
        this.require(Decision((after(until, since),)))
        row = models.Abstraction(ref="", officer_ref=officer, kind=kind.value, since=since)
        row.until = until
        return this.store(row)


def end_absence(ref: str, *, until: date, **asked: Unpack[Asking]) -> models.Abstraction:
    """Record the first day back. Raises Refused without the power and on oneself."""
    with sealed_row(Power.RECORD_ABSENCE, models.Abstraction, ref, asked) as (this, row):
        this.require(Decision((after(until, row.since or until),)))
        return anew(row, this, until=until)


def name_tutor(
    trainee: str, tutor: Officer, *, since: date, until: date | None, **asked: Unpack[Asking]
) -> models.Tutored:
    """Name whoever tutors a trainee from a day; an earlier tutor's time ends that day.

    Whether the tutor meets what a piece of work needs is asked when the work is given. Raises
    Refused without the power, on oneself, and for a tutor who is the trainee or not in post.
    """
    with sealed_act(Power.NAME_TUTOR, trainee, asked) as this:
        this.require(
            Decision(
                (
                    Reason(tutor.ref != trainee, "the tutor is another officer", RECORDS),
                    in_post(tutor, on=since),
                    after(until, since),
                )
            )
        )
        for row in standing(models.Tutored, trainee=trainee, known_at=asked["at"]):
            if row.since is not None and row.since <= since < (row.until or date.max):
                anew(row, this, until=since)
        new = models.Tutored(ref="", trainee=trainee, tutor=tutor.ref, since=since)
        new.until = until
        return this.store(new)
