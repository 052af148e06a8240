"""Looking at a referral, or at the queue of them, is an act: need to know, purpose, and the trail."""

from dataclasses import replace

from watchkeeper.suspects.acts import act_on_referral
from watchkeeper.suspects.facts import Case
from watchkeeper.workforce.acts import Acting, acted
from watchkeeper.workforce.facts import Power


def look(acting: Acting) -> Case:
    """All that is on record of a referral, for whoever needs to know of it; the look is on the trail.

    Raises Refused without the power, without need to know, without a purpose, and for a referral
    nobody recorded.
    """
    with act_on_referral(Power.READ_SUSPECT, acting) as (_, case):
        return case


def look_at_queue(many: int, acting: Acting, *, account: str = "") -> None:
    """Keep on the trail that the queue was read outside the pages, and how many referrals were in it."""
    with acted(Power.READ_SUSPECT, replace(acting, about="")) as this:
        this.fact("referrals", many)
        if account:
            this.fact("account", account)
