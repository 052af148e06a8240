"""A link is confirmed, rejected or let go by a person, with the reason: until then it is a candidate."""

import json

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.missing import models
from watchkeeper.missing.acts import act_on_episode
from watchkeeper.missing.gathering import answers_to, links_of
from watchkeeper.missing.linking.standing import ASKED, HOLDS, Verdict, state
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


def answer_link(key: str, verdict: Verdict, reason: str, acting: Acting) -> models.LinkAnswered:
    """Answer one candidate the child of the episode is part of; what it rested on then stays with it.

    New evidence brings a rejected one back. Raises Refused without a reason, for a candidate that is
    not offered, and for one that was answered so already. DirectoryError when no postcode can be placed.
    """
    with act_on_episode(Power.ANSWER_LINK, acting) as (this, case):
        offered = links_of(case.episode.missing, acting.law, on=acting.on, known_at=acting.at)
        link = next((each for each in offered if each.key == key), None)
        known = Reason(link is not None, "the link is offered of this child", RECORDS)
        said = Reason(bool(reason.strip()), "a reason is given", RECORDS)
        this.require(Decision((known, said)))
        assert link is not None
        given = answers_to({key}, known_at=acting.at)
        stands = state(link, given, on=acting.on)
        undone = stands in HOLDS and verdict is not Verdict.CONFIRMED
        this.require(
            Decision((Reason(stands in ASKED or undone, f"it can be answered (it is {stands})", RECORDS),))
        )
        this.fact("verdict", verdict)
        this.fact("kind", link.kind)
        this.fact("evidence", len(link.evidence))
        return this.store(
            models.LinkAnswered(
                key=key,
                kind=link.kind.value,
                verdict=verdict.value,
                on=acting.on,
                by=acting.by.ref,
                reason=reason,
                why=link.why,
                strength=link.strength.value,
                red=link.red,
                children=json.dumps(link.children),
                adults=json.dumps(link.adults),
                evidence=json.dumps([each.ref for each in link.evidence]),
            )
        )
