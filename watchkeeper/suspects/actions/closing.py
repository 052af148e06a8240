"""A referral is proposed to be closed, and without action only after somebody else has looked."""

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.suspects import models
from watchkeeper.suspects.acts import act_on_referral
from watchkeeper.suspects.rules.closing import may_close
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


def propose_close(outcome: int, reason: str, acting: Acting) -> models.Finalised:
    """Propose an outcome with its reason. One without action leaves the referral open until the second look.

    Raises Refused with everything that is still owed to a child, a manager or a suspect's safety.
    """
    with act_on_referral(Power.CLOSE_SUSPECT, acting) as (this, case):
        this.require(may_close(case, outcome, reason, acting.law, at=acting.at))
        this.fact("outcome", outcome)
        return this.store(
            models.Finalised(
                referral_ref=case.referral.ref,
                outcome=outcome,
                on=acting.on,
                by=acting.by.ref,
                reason=reason,
            )
        )


def look_again(ref: str, acting: Acting, *, agrees: bool, safeguarding: bool) -> models.Finalised:
    """Look a second time at a proposal to close: agree, having checked safeguarding, or send it back.

    Not whoever proposed it. Raises Refused otherwise, and for one that was looked at.
    """
    row = models.Finalised.objects.filter(ref=ref, referral_ref=acting.about).as_known(acting.at).first()
    own = row is not None and row.by == acting.by.ref
    with act_on_referral(Power.LOOK_AGAIN, acting, about_own=own) as (this, _):
        this.require(Decision((Reason(row is not None, "the proposal is on record", RECORDS),)))
        assert row is not None
        this.require(
            Decision(
                (
                    Reason(row.second_agrees is None, "nobody has looked yet", RECORDS),
                    Reason(safeguarding or not agrees, "safeguarding is checked before agreeing", RECORDS),
                )
            )
        )
        row.id = None
        row.second_by, row.second_on = acting.by.ref, acting.on
        row.second_agrees, row.safeguarding = agrees, safeguarding
        return this.store(row)
