"""Clearances recorded, suspended, restored, withdrawn and told; re-checks drawn. SI 2025/502."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Unpack

from watchkeeper.audit.standing import standing
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.wording import a
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
from watchkeeper.workforce.conduct import ClearanceStep, RecheckDraw, VettingLevel
from watchkeeper.workforce.facts import Officer, Power, Rank, Role
from watchkeeper.workforce.rules.authority import in_post
from watchkeeper.workforce.rules.vetting import in_force
from watchkeeper.workforce.rules.wash import draw_rechecks
from watchkeeper.workforce.stored import officers_as_known

RECHECK = "vetting re-check"


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
            Reason(decided_by.ref != officer, "it is decided by another officer", RECORDS),
        ]
        row = asked["law"]["vetting_senior_rank"]
        if step is not ClearanceStep.RESTORED and in_force(row, changed_on):
            least = Rank(str(row.on(changed_on)))
            says = f"decided by {a(decided_by.rank)}; {least} or above is needed"
            reasons.append(Reason(decided_by.rank.at_least(least), says, row.cite, f"{least} or above"))
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
                (
                    not_ahead(told_on, asked),
                    Reason(late, "they are told on the day of the change or later", RECORDS),
                )
            )
        )
        return anew(row, this, told_on=told_on)


@dataclass(frozen=True, slots=True)
class DrawnAgain:
    """A draw of re-checks as it is stored, and who is drawn again from its seed, share, day and record."""

    draw: RecheckDraw
    of: int
    again: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether drawing again finds the same officers, in the same order, of as many."""
        return self.of == self.draw.of and self.again == self.draw.drawn


def record_recheck_draw(*, seed: str, **asked: Unpack[Asking]) -> models.RecheckDraw:
    """Draw officers in post for a vetting re-check, and store the seed, the share and who was drawn.

    Anybody with the power can draw again from what is stored and must find the same.
    Raises Refused without the power, and without a seed.
    """
    with act(Power.DRAW_RECHECKS, about="", purpose=RECHECK, **asked) as this:
        this.require(Decision((Reason(bool(seed.strip()), "a seed is given", RECORDS),)))
        on = asked["on"]
        staff = _to_draw_from(on, asked["at"])
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


def repeat_recheck_draw(ref: str, **asked: Unpack[Asking]) -> DrawnAgain:
    """Draw once more from what a draw stored and the officers who were on record then, and compare.

    Raises Refused without the power, and where no draw is on record by that ref.
    """
    with act(Power.DRAW_RECHECKS, about="", purpose=RECHECK, **asked) as this:
        row = next(iter(standing(models.RecheckDraw, ref=ref, known_at=asked["at"])), None)
        known = Reason(row is not None, f"a draw is on record as {ref or '(blank)'}", RECORDS)
        this.require(Decision((known,)))
        if row is None:
            raise RuntimeError("a draw that is not on record was drawn again")
        draw = row.fact()
        staff = _to_draw_from(draw.on, row.known_from)
        found = DrawnAgain(draw, len(staff), draw_rechecks(staff, draw.share, seed=draw.seed, on=draw.on))
        this.fact("draw", ref)
        this.fact("holds", found.holds)
        return found


def _to_draw_from(on: date, known_at: datetime) -> list[str]:
    return [
        each.ref
        for each in officers_as_known(known_at=known_at)
        if each.role is not Role.SYSTEM and in_post(each, on=on).met
    ]
