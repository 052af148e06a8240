"""What a supervisor may change in a plan that stands, and whether it stays within the lottery.

The promise: nobody is visited on a night unless their ticket was drawn, so that no past and
no policy tells the day. Whatever a person fixes is counted beside it. A proposal of ours; the
reason is asked for because APP MOSOVO wants each deviation from the plan explained.
"""

from collections.abc import Iterable

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.planning.facts import Alteration, Candidate, Guarantee, NightPlan, Planned

CITE = "Watchkeeper proposal, sealed nightly lottery"
FIXING = frozenset({Alteration.PIN, Alteration.MOVE, Alteration.DROP})
"""What a person fixes of a visit, and may take back."""
OF_A_PERSON = FIXING | {Alteration.ANNOUNCE, Alteration.TAKE_BACK}


def guarantee_of(candidate: Candidate | None, *, pinned: bool) -> Guarantee:
    """What a visit to somebody is to the lottery's promise.

    Within it when their ticket was drawn and nobody fixed the visit; outside, and counted, when
    law, a decision or a pin put them in the round. A pin counts even where the ticket happened
    to be drawn: a person chose the day. Our proposal.
    """
    within = candidate is not None and candidate.drawn and not candidate.required and not pinned
    return Guarantee.WITHIN if within else Guarantee.OUTSIDE


def steps_outside(kind: Alteration, candidate: Candidate | None) -> Reason:
    """What a change does to the promise, said to whoever makes it: met where it stays within. Our proposal.

    A pin steps outside. A move stays as it was: the day is the lottery's still. A drop, a crew
    that cannot go and a visit that ran long can only take visits away, which breaks no cap; what is
    taken back leaves the lottery to decide.
    """
    if kind is not Alteration.PIN:
        return Reason(True, "nobody is added to the night whose ticket was not drawn", CITE)
    if candidate is not None and candidate.drawn:
        return Reason(False, "the ticket was drawn, but a person fixes the visit: counted outside", CITE)
    return Reason(False, "the ticket was not drawn: the visit is outside the lottery, and counted", CITE)


def may_alter(
    plan: NightPlan, kind: Alteration, *, person: str, crew: str, part: str, minutes: int, reason: str
) -> Decision:
    """Whether a change may be made to the plan as it stands, with everything that is missing at once.

    A reason in words always. A person who is changed is a candidate of the night; one who is
    moved, dropped, announced or ran over has a visit that nobody has made yet, or, having run
    over, is being made. A crew that is named is one of the night, but for one that comes back: its
    round may be gone from the plan. Our proposal.
    """
    reasons = [Reason(bool(reason.strip()), "a reason is given", CITE)]
    crews = {each.crew.ref for each in plan.rounds}
    if kind in OF_A_PERSON or kind is Alteration.RAN_LONG:
        known = plan.candidate(person) is not None
        reasons.append(Reason(known, f"{person or '(blank)'} is a candidate of the night", CITE))
    if kind in (Alteration.MOVE, Alteration.DROP, Alteration.ANNOUNCE, Alteration.RAN_LONG):
        visit = visit_to(plan, person)
        reasons.append(Reason(visit is not None, "a visit is planned", CITE))
        if kind is not Alteration.RAN_LONG:
            reasons.append(Reason(visit is None or not visit.made, "the visit is still to be made", CITE))
    if kind is Alteration.PIN:
        visit = visit_to(plan, person)
        reasons.append(Reason(visit is None or not visit.made, "the visit is still to be made", CITE))
    if kind is Alteration.MOVE:
        reasons.append(Reason(bool(crew or part), "another crew or part of the day is named", CITE))
    if kind in (Alteration.PIN, Alteration.CREW_OFF) or (crew and kind is not Alteration.CREW_BACK):
        reasons.append(Reason(crew in crews, f"crew {crew or '(blank)'} is on shift", CITE))
    if kind is Alteration.RAN_LONG:
        reasons.append(Reason(minutes > 0, "the minutes it ran over are given", CITE))
    return Decision(tuple(reasons))


def may_take_back(kind: Alteration, *, stands: bool) -> Decision:
    """Whether what is to be taken back stands: a crew off, or a pin, a move or a drop. Our proposal."""
    of = "the crew is off" if kind is Alteration.CREW_BACK else "a pin, a move or a drop stands"
    return Decision((Reason(stands, of, CITE),))


def visit_to(plan: NightPlan, person: str) -> Planned | None:
    """The visit to a person in the plan, the one still to be made where there are two. No law asks."""
    found = [each for one in plan.rounds for each in one.visits if each.person == person]
    return min(found, key=lambda each: each.made, default=None)


def outside(plan: NightPlan) -> tuple[int, int]:
    """Visits of the plan outside the lottery, and all of them: the share a monthly report says by policy."""
    visits: Iterable[Planned] = [each for one in plan.rounds for each in one.visits]
    counted = [each.guarantee is Guarantee.OUTSIDE for each in visits]
    return sum(counted), len(counted)
