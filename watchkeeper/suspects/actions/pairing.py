"""Two referrals that look alike: said to be one, or two, by a person, and taken back by one."""

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.suspects import models
from watchkeeper.suspects.acts import act_on_referral, on_record
from watchkeeper.suspects.facts import Verdict
from watchkeeper.suspects.rules.alike import may_pair
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


def pair(earlier: str, verdict: Verdict, reason: str, acting: Acting) -> models.Pair:
    """Say whether the referral and an earlier one are one. One: the later is part of the earlier from now.

    Nothing is lost by it: both keep their rows, and the clock is that of the first receipt. Raises
    Refused for one that is closed, for one that is part of a third, and without a reason.
    """
    with act_on_referral(Power.PAIR_REFERRALS, acting) as (this, case):
        first = on_record(earlier, acting, this)
        this.require(may_pair(first, case, verdict, reason, acting.law, at=acting.at))
        this.fact("verdict", verdict)
        return this.store(
            models.Pair(
                referral_ref=first.referral.ref,
                other=case.referral.ref,
                verdict=verdict.value,
                at=acting.at,
                by=acting.by.ref,
                reason=reason,
            )
        )


def unpair(ref: str, acting: Acting) -> models.Pair:
    """Take back what was said of two referrals: both run on as if nobody had looked.

    They are asked about again. What was recorded in the first meanwhile stays there. Raises Refused
    for a pair that does not stand.
    """
    with act_on_referral(Power.UNPAIR_REFERRALS, acting) as (this, case):
        row = models.Pair.objects.filter(ref=ref).as_known(acting.at).first()
        theirs = row is not None and case.referral.ref in (row.referral_ref, row.other)
        stands = row is not None and row.undone_at is None
        this.require(
            Decision(
                (
                    Reason(theirs, "it is on record of this referral", RECORDS),
                    Reason(stands, "it stands", RECORDS),
                )
            )
        )
        assert row is not None
        row.id = None
        row.undone_at, row.undone_by = acting.at, acting.by.ref
        return this.store(row)
