"""A band is given, and why nothing was enforced in its time is said by rank."""

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.suspects import facts, models
from watchkeeper.suspects.acts import act_on_referral, happened
from watchkeeper.suspects.rules.clocks import enforced, may_delay
from watchkeeper.suspects.rules.standing import may_band, stands
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


def give_band(given: facts.Banded, reason: str, acting: Acting) -> models.Banded:
    """Record the band a licensed tool gave, with its assessor, tool and version. The clock stays receipt's.

    Raises Refused without any of these, without a reason in words, and for a time to come.
    """
    with act_on_referral(Power.BAND_SUSPECT, acting) as (this, case):
        this.require(may_band(given, at=acting.at))
        said = Reason(bool(reason.strip()), "a reason is given in words", RECORDS)
        this.require(Decision((said, *happened(given.at, case, acting))))
        this.fact("band", given.band)
        return this.store(
            models.Banded(
                referral_ref=case.referral.ref,
                band=given.band.value,
                at=given.at,
                by=given.by,
                tool=given.tool,
                version=given.version,
                reason=reason,
            )
        )


def give_reason(delay: facts.Delayed, acting: Acting) -> models.Delayed:
    """Record why nothing is enforced in the band's time, and until when that holds.

    Raises Refused for a rank below policy's, without words, for a next time too far off, without a band
    that stands, and once something was enforced.
    """
    with act_on_referral(Power.DELAY_SUSPECT, acting) as (this, case):
        given = stands(case, acting.law, at=acting.at).given
        done = enforced(case, at=acting.at) is not None
        this.require(
            Decision(
                (
                    Reason(given is not None, "a band stands", RECORDS),
                    Reason(not done, "nothing was enforced yet", RECORDS),
                )
            )
        )
        assert given is not None
        this.require(may_delay(delay, given.band, acting.law, at=acting.at))
        return this.store(
            models.Delayed(
                referral_ref=case.referral.ref,
                at=delay.at,
                next_at=delay.next_at,
                by=delay.by,
                rank=delay.rank,
                reason=delay.reason,
            )
        )
