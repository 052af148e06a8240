"""Suspensions from duty, their reviews, dismissals and their report to the College. Sealed."""

from datetime import date
from typing import Unpack

from watchkeeper.audit.standing import standing
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
from watchkeeper.workforce.facts import Power


def suspend(officer: str, *, since: date, **asked: Unpack[Asking]) -> models.Suspension:
    """Record a suspension from duty. Raises Refused without the power, on oneself, or twice."""
    with sealed_act(Power.RECORD_CONDUCT, officer, asked) as this:
        rows = standing(models.Suspension, officer_ref=officer, known_at=asked["at"])
        off = any(row.until is None or since < row.until for row in rows)
        this.require(
            Decision((not_ahead(since, asked), Reason(not off, "they are not suspended already", RECORDS)))
        )
        return this.store(models.Suspension(ref="", officer_ref=officer, since=since))


def end_suspension(ref: str, *, until: date, **asked: Unpack[Asking]) -> models.Suspension:
    """Record the first day back. Raises Refused without the power, on oneself, and when it had ended."""
    with sealed_row(Power.RECORD_CONDUCT, models.Suspension, ref, asked) as (this, row):
        this.require(
            Decision((after(until, row.since or until), Reason(row.until is None, "it stands", RECORDS)))
        )
        return anew(row, this, until=until)


def review_suspension(
    ref: str, *, continued: bool, of_clearance: bool, **asked: Unpack[Asking]
) -> models.SuspensionReview:
    """Record a review of a suspension from duty, or of clearance, SI 2025/502 reg. 13: whether it goes on.

    One that ends it leaves the end still to be recorded, which the brief names as missing.
    Raises Refused without the power for that kind, on oneself, and for what is not on record.
    """
    power = Power.RECORD_VETTING if of_clearance else Power.RECORD_CONDUCT
    model: type[models.ClearanceChange | models.Suspension] = (
        models.ClearanceChange if of_clearance else models.Suspension
    )
    with sealed_row(power, model, ref, asked) as (this, row):
        review = models.SuspensionReview(ref="", officer_ref=row.officer_ref, suspension_ref=ref)
        review.on, review.by, review.continued = asked["on"], asked["by"].ref, continued
        return this.store(review)


def dismiss(officer: str, *, dismissed_on: date, **asked: Unpack[Asking]) -> models.Dismissal:
    """Record a dismissal, or the finding that there would have been one. The report is owed from that day.

    Raises Refused without the power, on oneself, for a day to come, and twice.
    """
    with sealed_act(Power.RECORD_CONDUCT, officer, asked) as this:
        before = standing(models.Dismissal, officer_ref=officer, known_at=asked["at"])
        this.require(
            Decision(
                (
                    not_ahead(dismissed_on, asked),
                    Reason(not before, "no dismissal is on record", RECORDS),
                )
            )
        )
        return this.store(models.Dismissal(ref="", officer_ref=officer, on=dismissed_on))


def report_dismissal(ref: str, *, reported_on: date, **asked: Unpack[Asking]) -> models.Dismissal:
    """Record the day the College was told, SI 2017/1135 reg. 3.

    Raises Refused without the power, on oneself, for a day to come, and before the dismissal.
    """
    with sealed_row(Power.RECORD_CONDUCT, models.Dismissal, ref, asked) as (this, row):
        late = row.on is not None and row.on <= reported_on
        this.require(
            Decision(
                (
                    not_ahead(reported_on, asked),
                    Reason(late, "it is not before the dismissal", RECORDS),
                    Reason(row.reported_on is None, "it was not reported before", RECORDS),
                )
            )
        )
        return anew(row, this, reported_on=reported_on)
