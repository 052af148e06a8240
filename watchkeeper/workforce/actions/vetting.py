"""Clearances recorded, suspended, restored, withdrawn and told; re-checks drawn. SI 2025/502."""

from datetime import date
from typing import Unpack

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.wording import a
from watchkeeper.workforce import models
from watchkeeper.workforce.actions.sealing import (
    RECORDS,
    Asking,
    after,
    anew,
    not_ahead,
    sealed_act,
    sealed_row,
)
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.conduct import ClearanceStep, VettingLevel
from watchkeeper.workforce.facts import Officer, Power, Rank, Role
from watchkeeper.workforce.rules.authority import in_post
from watchkeeper.workforce.rules.vetting import in_force
from watchkeeper.workforce.rules.wash import draw_rechecks
from watchkeeper.workforce.stored import officers_as_known


def record_clearance(
    officer: str,
    level: VettingLevel,
    *,
    granted_on: date,
    expires_on: date | None,
    **asked: Unpack[Asking],
) -> models.Clearance:
    """Record a clearance granted. One without an expiry is kept, and is a missing fact every night.

    Raises Refused without the power, on oneself, for somebody not on record, and for a day to come.
    """
    with sealed_act(Power.RECORD_VETTING, officer, asked) as this:
        this.require(Decision((not_ahead(granted_on, asked), after(expires_on, granted_on))))
        return this.store(
            models.Clearance(
                ref="",
                officer_ref=officer,
                clearance=level.value,
                granted_on=granted_on,
                expires_on=expires_on,
            )
        )


def change_clearance(
    officer: str,
    step: ClearanceStep,
    *,
    decided_by: Officer,
    changed_on: date,
    redeployment_considered: bool | None,
    told_on: date | None,
    **asked: Unpack[Asking],
) -> models.ClearanceChange:
    """Record that clearance was suspended, restored or withdrawn, by whom, and when the officer was told.

    Raises Refused without the power, on oneself, when whoever decided is not a senior officer,
    reg. 3, or is the officer, when a suspension comes before redeployment is considered, reg. 13,
    and when there is no clearance to change.
    """
    with sealed_act(Power.RECORD_VETTING, officer, asked) as this:
        rows = models.Clearance.objects.filter(officer_ref=officer).as_known(asked["at"])
        reasons = [
            not_ahead(changed_on, asked),
            Reason(rows.exists(), "a clearance is on record", RECORDS),
            Reason(decided_by.ref != officer, "decided by another officer", RECORDS),
        ]
        row = asked["law"]["vetting_senior_rank"]
        if step is not ClearanceStep.RESTORED and in_force(row, changed_on):
            least = Rank(str(row.on(changed_on)))
            says = f"decided by {a(decided_by.rank)}; {least} or above is needed"
            reasons.append(Reason(decided_by.rank.at_least(least), says, row.cite))
        if step is ClearanceStep.SUSPENDED:
            cite = asked["law"]["vetting_told_working_days"].cite
            reasons.append(Reason(redeployment_considered is True, "redeployment was considered first", cite))
        if told_on is not None:
            reasons.append(not_ahead(told_on, asked))
        this.require(Decision(tuple(reasons)))
        return this.store(
            models.ClearanceChange(
                ref="",
                officer_ref=officer,
                step=step.value,
                on=changed_on,
                by=decided_by.ref,
                redeployment_considered=redeployment_considered,
                told_on=told_on,
            )
        )


def tell_change(ref: str, *, told_on: date, **asked: Unpack[Asking]) -> models.ClearanceChange:
    """Record the day an officer was told in writing of a change of their clearance, reg. 13.

    Raises Refused without the power, on oneself, for a day to come or before the change.
    """
    with sealed_row(Power.RECORD_VETTING, models.ClearanceChange, ref, asked) as (this, row):
        late = row.on is not None and row.on <= told_on
        this.require(
            Decision(
                (not_ahead(told_on, asked), Reason(late, "told on the day of the change or later", RECORDS))
            )
        )
        return anew(row, this, told_on=told_on)


def record_recheck_draw(*, seed: str, **asked: Unpack[Asking]) -> models.RecheckDraw:
    """Draw officers in post for a vetting re-check, and store the seed, the share and who was drawn.

    Anybody with the power can draw again from what is stored and must find the same.
    Raises Refused without the power, and without a seed.
    """
    with act(Power.DRAW_RECHECKS, about="", purpose="vetting re-check", **asked) as this:
        this.require(Decision((Reason(bool(seed.strip()), "a seed is given", RECORDS),)))
        on, at = asked["on"], asked["at"]
        staff = [
            each.ref
            for each in officers_as_known(known_at=at)
            if each.role is not Role.SYSTEM and in_post(each, on=on).met
        ]
        share = asked["law"]["recheck_share"].share(on)
        drawn = draw_rechecks(staff, share, seed=seed, on=on)
        this.fact("drawn", len(drawn))
        return this.store(
            models.RecheckDraw(
                ref="",
                on=on,
                seed=seed,
                share=share,
                of=len(staff),
                drawn=";".join(drawn),
                by=asked["by"].ref,
            )
        )
