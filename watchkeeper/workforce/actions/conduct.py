"""Conduct: allegations, work allowed in spite of one, restrictions, suspensions, dismissals, screening.

Everything here is sealed. The trail names the officer and the rows, and never what is alleged.
"""

from collections.abc import Iterable
from datetime import date
from typing import Unpack

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.workforce import models
from watchkeeper.workforce.actions.sealing import (
    Asking,
    after,
    anew,
    not_ahead,
    sealed_act,
    sealed_row,
)
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.conduct import AllegationKind, ConductPurpose, ConductRecord, Excluded
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.fitness import conduct_as_known


def read_conduct(officer: str, *, purpose: ConductPurpose, **asked: Unpack[Asking]) -> ConductRecord:
    """Everything sealed that is on record of an officer; the look, and why, is on the trail first.

    Raises Refused without the power, on oneself, and for somebody not on record.
    """
    with sealed_act(Power.READ_CONDUCT, officer, asked, purpose=purpose.value):
        return conduct_as_known([officer], on=asked["on"], known_at=asked["at"])[officer]


def note_everybody(many: int, *, purpose: ConductPurpose, **asked: Unpack[Asking]) -> None:
    """Leave word of a look at a list of what is sealed about many officers, before it is shown.

    Raises Refused without the power.
    """
    with act(Power.READ_CONDUCT, about="", purpose=purpose.value, **asked) as this:
        this.fact("records", many)


def record_allegation(
    officer: str,
    kind: AllegationKind,
    *,
    made_on: date,
    severity: int | None,
    criminal: bool | None,
    **asked: Unpack[Asking],
) -> models.Allegation:
    """Record what is alleged of an officer. Without a severity it bars until somebody grades it.

    Raises Refused without the power, on oneself, for a day to come, and for a severity below 1.
    """
    with sealed_act(Power.RECORD_CONDUCT, officer, asked) as this:
        this.require(Decision((not_ahead(made_on, asked), _graded(severity))))
        row = models.Allegation(ref="", officer_ref=officer, kind=kind.value, made_on=made_on)
        row.severity, row.criminal = severity, criminal
        return this.store(row)


def grade_allegation(ref: str, *, severity: int, **asked: Unpack[Asking]) -> models.Allegation:
    """Grade an allegation, or grade it anew. Raises Refused without the power and on oneself."""
    with sealed_row(Power.RECORD_CONDUCT, models.Allegation, ref, asked) as (this, row):
        this.require(Decision((_graded(severity),)))
        return anew(row, this, severity=severity)


def close_allegation(ref: str, *, closed_on: date, **asked: Unpack[Asking]) -> models.Allegation:
    """Record the first day an allegation is no longer live.

    Raises Refused without the power, on oneself, for a day to come, before it was made, and when
    it was closed before.
    """
    with sealed_row(Power.RECORD_CONDUCT, models.Allegation, ref, asked) as (this, row):
        this.require(
            Decision(
                (
                    not_ahead(closed_on, asked),
                    Reason(row.closed_on is None, "it is not closed", RECORDS),
                    Reason(
                        row.made_on is None or row.made_on <= closed_on,
                        "it is not before it was made",
                        RECORDS,
                    ),
                )
            )
        )
        return anew(row, this, closed_on=closed_on)


def allow_work(ref: str, *, until: date, reason: str, **asked: Unpack[Asking]) -> models.SafeToWork:
    """Let an officer work on in spite of an allegation, until a day, with a reason a senior officer records.

    The reason stays with the row and is not copied to the trail. Raises Refused below the rank of
    the table of powers, on oneself, without a reason, when it would lapse at once, or when the
    allegation is closed.
    """
    with sealed_row(Power.ALLOW_WORK, models.Allegation, ref, asked) as (this, row):
        live = row.closed_on is None or asked["on"] < row.closed_on
        this.require(
            Decision(
                (
                    Reason(bool(reason.strip()), "a reason is given", RECORDS),
                    Reason(asked["on"] < until, "it lapses on a day to come", RECORDS),
                    Reason(live, "it is live", RECORDS),
                )
            )
        )
        let = models.SafeToWork(ref="", allegation_ref=ref, officer_ref=row.officer_ref)
        let.by, let.on, let.until, let.reason = asked["by"].ref, asked["on"], until, reason.strip()
        return this.store(let)


def restrict(
    officer: str,
    excludes: Iterable[Excluded],
    *,
    since: date,
    until: date | None,
    **asked: Unpack[Asking],
) -> models.Restricted:
    """Record restricted duties. Raises Refused without the power, on oneself, or when nobody is excluded."""
    whom = sorted(set(excludes))
    with sealed_act(Power.RECORD_CONDUCT, officer, asked) as this:
        this.require(
            Decision(
                (
                    not_ahead(since, asked),
                    after(until, since),
                    Reason(bool(whom), "it says whom it excludes", RECORDS),
                )
            )
        )
        row = models.Restricted(ref="", officer_ref=officer, excludes=";".join(whom))
        row.since, row.until = since, until
        return this.store(row)


def lift_restriction(ref: str, *, until: date, **asked: Unpack[Asking]) -> models.Restricted:
    """Record the first day they no longer hold. Raises Refused without the power and on oneself."""
    with sealed_row(Power.RECORD_CONDUCT, models.Restricted, ref, asked) as (this, row):
        this.require(Decision((after(until, row.since or until),)))
        return anew(row, this, until=until)


def record_screening(
    officer: str,
    *,
    screened_on: date,
    cleared: bool,
    expires_on: date | None,
    **asked: Unpack[Asking],
) -> models.Screening:
    """Record a screening. Raises Refused without the power, on oneself, and for a day to come."""
    with sealed_act(Power.RECORD_CONDUCT, officer, asked) as this:
        this.require(Decision((not_ahead(screened_on, asked), after(expires_on, screened_on))))
        row = models.Screening(ref="", officer_ref=officer, on=screened_on, cleared=cleared)
        row.expires_on = expires_on
        return this.store(row)


def _graded(severity: int | None) -> Reason:
    return Reason(severity is None or severity >= 1, "a grade is from 1, the least", RECORDS)
