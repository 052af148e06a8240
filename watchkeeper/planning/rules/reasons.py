"""Why this person, why now, why this crew; why not, and what would change it: each in a sentence.

A planner who cannot be told why does not follow a plan, and an inspector who asks must be
answered. Our proposal. Nothing here says why the draw fell as it did: nobody knows.
"""

from collections.abc import Iterable, Sequence

from watchkeeper.law.decision import Decision
from watchkeeper.law.wording import days
from watchkeeper.planning.facts import Candidate, Cause, Crew, Guarantee, LeftOut

SAID = "not in tonight's draw"


def why_person(candidate: Candidate, guarantee: Guarantee) -> str:
    """Why somebody is visited at all: level, limit, how long unseen, what put them in the night. Policy."""
    limit, unseen = days(candidate.interval_days), days(candidate.days_unseen)
    seen = f"{candidate.level} risk, limit {limit}, unseen for {unseen}"
    if candidate.required:
        return f"{seen}; {candidate.required}"
    if guarantee is Guarantee.OUTSIDE:
        return f"{seen}; pinned by a supervisor"
    return f"{seen}; drawn for tonight"


def why_crew(crew: Crew, manager: str, others: int, away_minutes: int, always: Sequence[str]) -> str:
    """Why this crew: whose own person it is, how near, who else could have gone, who always goes. By policy.

    `others` is how many other crews on shift might have gone; `always` are officers on this crew
    who made all of the last visits.
    """
    told = []
    if manager in crew.officers:
        told.append(f"the manager, {manager}, is on the crew")
    told.append(f"{away_minutes} minutes from the place before")
    if not others:
        told.append("no other crew on shift may go")
    same = [ref for ref in always if ref in crew.officers]
    if same:
        told.append(f"{' and '.join(same)} made each of the last visits: vary who goes")
    return "; ".join(told)


def worth_said(worth: float, minutes: int, going_rate: float) -> str:
    """What an attempt is worth beside what so many minutes of a crew fetch tonight, in points. Our proposal.

    >>> worth_said(412.4, 55, 5.27)
    'worth 412 points; 55 minutes fetch 290 tonight'
    """
    return f"worth {worth:.0f} points; {minutes} minutes fetch {going_rate * minutes:.0f} tonight"


def not_drawn(candidate: Candidate) -> LeftOut:
    """Somebody the lot did not fall on: the outcome, and never how near it came. Our proposal."""
    return LeftOut(
        candidate.person,
        Cause.NOT_DRAWN,
        SAID,
        "another night's draw, or a pin, which is counted outside the lottery",
    )


def no_crew(candidate: Candidate, decisions: Iterable[Decision]) -> LeftOut:
    """Somebody whom none of tonight's crews may visit, with what each lacks. By policy on crews."""
    lacking = dict.fromkeys(reason.says for each in decisions for reason in each.unmet)
    said = "; ".join(lacking) or "no crew is on shift"
    return LeftOut(candidate.person, Cause.NO_CREW, said, "an officer on shift who meets what is asked")


def no_point(candidate: Candidate) -> LeftOut:
    """Somebody whose home is on no map: a missing fact is said aloud, by policy."""
    said = "no home in the force's area has a postcode that is on the map"
    return LeftOut(candidate.person, Cause.NO_POINT, said, "a home address with its postcode")


def displaced(candidate: Candidate, minutes: int, going_rate: float) -> LeftOut:
    """Somebody drawn and left out by the search: what they are worth, what they would push out. A proposal.

    `minutes` is what the visit would take of a crew, the way there included.
    """
    fetch = going_rate * minutes
    needed = "a higher worth, a nearer crew"
    return LeftOut(
        candidate.person,
        Cause.DISPLACED,
        f"worth {candidate.worth:.0f} points; would displace {fetch:.0f} in {minutes} minutes",
        f"{needed}, or {minutes} more minutes of a crew that may go",
    )


def unmet(candidate: Candidate, why: str) -> LeftOut:
    """Somebody who had to be visited and is in no round: never dropped without a word. By policy."""
    said = f"{candidate.required or 'pinned'}, and in no round: {why}"
    return LeftOut(candidate.person, Cause.DISPLACED, said, "another crew, a longer shift, or a pin given up")
