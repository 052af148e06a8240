"""Signing a grade: a person's own, with reasons, stored beside what was proposed. Never a rule's."""

from datetime import date, datetime
from typing import Any

from watchkeeper.inspection import models
from watchkeeper.inspection.grades.facts import Grade, Judged, Proposal, Signed
from watchkeeper.inspection.rules.reaching import wide
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power

CITE = "Watchkeeper proposal: a person signs a grade, and says why"


def signs_for(by: Officer, unit: str, law: Shelf, *, on: date) -> Decision:
    """Whether an officer signs grades of a unit ("" the force): of their own, or of any for all units."""
    met = wide(by, law, on=on) or by.unit == unit
    return Decision((_reason(met, "the unit is the signer's own", "the unit is not the signer's own"),))


def sign(
    proposal: Proposal,
    grade: Grade,
    reasons: str,
    *,
    unit: str,
    since: date,
    until: date,
    by: Officer,
    law: Shelf,
    at: datetime,
) -> Signed:
    """Sign a grade for a theme, of a unit ("" the force) over a period, the same as proposed or another.

    Signed again, the newer stands and the older stays on record.

    Raises Refused without the power, without reasons, for a period that is not over or runs backwards, and
    for another unit than one's own where one does not work for the whole force.
    """
    with act(Power.SIGN_GRADE, by=by, about="", on=at.date(), law=law, purpose="inspection", at=at) as this:
        this.require(
            Decision(
                (
                    _reason(bool(reasons.strip()), "reasons are given", "no reasons are given"),
                    _reason(since <= until, "the period runs forward", "the period runs backwards"),
                    _reason(until <= at.date(), "the period is over", "the period is not over"),
                    *signs_for(by, unit, law, on=at.date()).reasons,
                )
            )
        )
        this.fact("theme", proposal.theme)
        this.fact("grade", grade)
        this.fact("proposed", proposal.grade or "none")
        if unit:
            this.fact("unit", unit)
        row = this.store(
            models.SignedGrade(
                ref="",
                theme=proposal.theme.value,
                unit=unit,
                since=since,
                until=until,
                grade=grade.value,
                reasons=reasons.strip(),
                proposed=proposal.grade.value if proposal.grade else "",
                certainty=proposal.certainty,
                proposal=_kept(proposal),
                by=by.ref,
                at=at,
                policy_version=law.version,
            )
        )
        return row.fact()


def signed(theme: Judged, unit: str, since: date, until: date, *, known_at: datetime) -> Signed | None:
    """The grade that stood signed for a theme, a unit and a period at an instant; None where nobody had."""
    every: Any = models.SignedGrade.objects
    rows = every.filter(theme=theme.value, unit=unit, since=since, until=until)
    newest = rows.as_known(known_at).order_by("-at", "-ref").first()
    return newest.fact() if newest else None


def _reason(met: bool, so: str, not_so: str) -> Reason:
    return Reason(met, so if met else not_so, CITE)


def _kept(proposal: Proposal) -> dict[str, Any]:
    return {
        "at_best": proposal.at_best or "",
        "because": list(proposal.because),
        "changes": list(proposal.changes),
        "evidence": [
            {
                "characteristic": each.name,
                "standing": each.standing,
                "measure": one.measure,
                "many": one.many,
                "of": one.of,
                "limit": one.limit,
                "alarms": list(one.alarms),
            }
            for each in proposal.characteristics
            for one in each.evidence
        ],
        "read": [
            {
                "characteristic": each.name,
                "standing": one.standing,
                "sample": one.sample,
                "question": one.question,
                "share": one.share,
                "low": one.low,
                "high": one.high,
                "answered": one.answered,
                "target": one.target,
            }
            for each in proposal.characteristics
            for one in each.read
        ],
    }
