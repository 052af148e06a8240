"""An episode is closed when it is whole, and not before."""

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.missing import models
from watchkeeper.missing.acts import act_on_episode
from watchkeeper.missing.rules.closing import may_close
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


def close_episode(reason: str, acting: Acting) -> models.Closed:
    """Close an episode. Raises Refused with everything that is still missing."""
    with act_on_episode(Power.CLOSE_MISSING, acting) as (this, case):
        found = may_close(case, acting.law, at=acting.at)
        said = Reason(bool(reason.strip()), "a reason is given", RECORDS)
        this.require(Decision((*found.reasons, said)))
        return this.store(
            models.Closed(episode_ref=case.episode.ref, at=acting.at, by=acting.by.ref, reason=reason)
        )
