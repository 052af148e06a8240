"""Why this person, why now, why this crew; why not, and what would change it: each in a sentence.

A planner who cannot be told why does not follow a plan, and an inspector who asks must be
answered. Our proposal. What is said of the search comes from `visits.routing.explaining`, which
tries the exchanges a supervisor would ask about. Nothing here says why the draw fell as it did:
nobody knows. Nobody is named in what is said of somebody else.
"""

from collections.abc import Mapping, Sequence

from watchkeeper.law.decision import Decision
from watchkeeper.law.wording import counted, days, either, names
from watchkeeper.planning.facts import Candidate, Cause, Crew, Guarantee, LeftOut, NightPlan
from watchkeeper.visits.routing.why import Change, Chosen, Exchange, Mend, Why
from watchkeeper.visits.routing.why import LeftOut as Found

SAID = "not in the day's draw"
HOURS = ("early", "in the day", "in the evening")
"""Parts of the day, in the order of `PARTS`, as they are said of a visit."""
CAUSES = {
    Why.NO_CREW: Cause.NO_CREW,
    Why.NO_CANDIDATE: Cause.NO_TIME,
    Why.NO_TIME: Cause.NO_TIME,
    Why.REQUIRED_FIRST: Cause.NO_TIME,
    Why.NOT_WORTH_DRIVING: Cause.DISPLACED,
    Why.BELOW_GOING_RATE: Cause.DISPLACED,
    Why.ROOM: Cause.DISPLACED,
}


def why_person(candidate: Candidate, guarantee: Guarantee) -> str:
    """Why somebody is visited at all: level, limit, how long unseen, what put them in the day. Policy."""
    limit, unseen = days(candidate.interval_days), days(candidate.days_unseen)
    seen = f"{candidate.level} risk, limit {limit}, unseen for {unseen}"
    if candidate.required:
        return f"{seen}; {candidate.required}"
    if guarantee is Guarantee.OUTSIDE:
        return f"{seen}; pinned by a supervisor"
    return f"{seen}; drawn for the day"


def why_now(habit: str, chance: float, chosen: Chosen) -> str:
    """When the person is likely in, and what the visit adds beside what its time earns. Our proposal.

    `habit` names the likeliest hours; the crew may come at others, and then both chances are said.
    `chance` is that of finding the person in when the crew comes.
    """
    when = HOURS[chosen.stop.part]
    worth = f"{when}, when the crew comes, {chance:.0%} likely and worth {points(chosen.worth)}"
    if chosen.required:
        return f"{habit}; {worth}; fixed, whatever it adds"
    minutes = chosen.driving_minutes + chosen.visit_minutes
    return (
        f"{habit}; {worth}; adds {points(chosen.adds)} to the round for {counted(minutes, 'minute')}, "
        f"which earn this crew {points(chosen.going)} on average"
    )


def why_crew(
    crew: Crew, manager: str, chosen: Chosen, crews: Sequence[Crew], others: int, away_minutes: int,
    always: Sequence[str],
) -> str:  # fmt: skip
    """Why this crew: whose own person it is, how near, who would be next and at what cost. By policy.

    `others` is how many other crews on shift the rules would let go; `always` are officers on
    this crew who made all of the last visits.
    """
    told = []
    if manager in crew.officers:
        told.append(f"the manager, {manager}, is on the crew")
    told.append(f"{counted(away_minutes, 'minute')} from the place before")
    if not others:
        told.append("no other crew on shift may go")
    elif chosen.runner_up is None:
        told.append("no other crew that may go could be there in time")
    else:
        told.append(f"next would be {_way(chosen.runner_up, crews)}, {_cost(chosen.cost or 0.0)}")
    same = [ref for ref in always if ref in crew.officers]
    if same:
        told.append(f"{' and '.join(same)} made each of the last visits: vary who goes")
    return "; ".join(told)


def not_drawn(candidate: Candidate) -> LeftOut:
    """Somebody the lot did not fall on: the outcome, and never how near it came. Our proposal."""
    return LeftOut(
        candidate.person,
        Cause.NOT_DRAWN,
        SAID,
        "another day's draw, or a pin, which is counted outside the lottery",
    )


def no_crew(candidate: Candidate, decisions: Mapping[str, Decision]) -> LeftOut:
    """Somebody whom none of the day's crews may visit, with what each lacks. By policy on crews.

    `decisions` holds, by a crew's officers as they are named, what the rules said of it. The
    smallest change is named: the crew that lacks least, and what.
    """
    had = f"{candidate.required}; " if candidate.required else ""
    if not decisions:
        return LeftOut(
            candidate.person,
            Cause.NO_CREW,
            f"{had}no crew is on shift",
            "a crew on shift who may see them, then planning again",
        )
    lacking = dict.fromkeys(reason.says for each in decisions.values() for reason in each.unmet)
    nearest = min(decisions, key=lambda who: (len(decisions[who].unmet), who))
    least = names([reason.says for reason in decisions[nearest].unmet])
    return LeftOut(
        candidate.person,
        Cause.NO_CREW,
        f"{had}no crew on shift meets: {'; '.join(lacking)}",
        f"a crew that meets all of it; {nearest} would do, but for this: {least}",
    )


def no_point(candidate: Candidate) -> LeftOut:
    """Somebody whose home is on no map: a missing fact is said aloud, by policy."""
    said = "no home in the force's area has a postcode that is on the map"
    return LeftOut(candidate.person, Cause.NO_POINT, said, "a home address with its postcode")


def left_out(
    candidate: Candidate, found: Found, crews: Sequence[Crew], worth: float, *, unmet: str = ""
) -> LeftOut:
    """Somebody a crew may visit, in no round: why, what it would cost, the least that would change it.

    `worth` is what the visit is worth at best. `unmet`, of somebody who had to be visited, is what
    the search met with: never dropped without a word. Our proposal.
    """
    says = unmet or _why(found, crews, worth)
    if unmet:
        says = f"{candidate.required or 'pinned'}, and in no round: {unmet}"
    cause = Cause.NO_TIME if unmet else CAUSES[found.why]
    return LeftOut(candidate.person, cause, says, _mend(found, crews))


def how_good(plan: NightPlan) -> str:
    """How near the plan is, as worked out, to the best there is: proved, or said not to be. Proposal."""
    worth = f"worth {points(plan.value)} as worked out"
    if plan.at_most is None:
        return f"{worth}; how near that is to the best possible is not proved"
    most = f"no plan of this day is worth more than {points(plan.at_most)}, which is proved"
    short = 1 - plan.value / plan.at_most if plan.at_most > 0 else 0.0
    within = f"{short:.1%}".replace("%", " %")
    if within == "0.0 %":
        return f"{worth}; no plan of this day is worth more, which is proved"
    return f"{worth}; {most}: within {within} of the best"


def points(number: float) -> str:
    """A number of points: tenths of one digit, for a visit within its limit is worth a handful.

    >>> points(412.4), points(2.44), points(1.0), points(0.02), points(0)
    ('412 points', '2.4 points', '1 point', 'less than a tenth of a point', 'no points')
    """
    if number == 0:
        return "no points"
    if len(whole := f"{number:,.0f}") > 1:
        return f"{whole} points"
    told = f"{number:.1f}".removesuffix(".0")
    if told == "0":
        return "less than a tenth of a point"
    return "1 point" if told == "1" else f"{told} points"


def _why(found: Found, crews: Sequence[Crew], worth: float) -> str:
    match found.why:
        case Why.NO_CANDIDATE:
            return "no part of the day is left in which they are worth a knock"
        case Why.NO_TIME:
            return str(found.why)
        case Why.REQUIRED_FIRST:
            return "the visits that must be made leave no time for them"
        case Why.NOT_WORTH_DRIVING:
            return f"worth {points(worth)}, and the drive there and back costs more"
        case Why.BELOW_GOING_RATE if found.best is not None and found.best.displaced:
            gone = len(found.best.displaced)
            return (
                f"worth {points(worth)}; the best way in, {_way(found.best, crews, send=False)}, sends away "
                f"{gone} {'visit' if gone == 1 else 'visits'} and loses {points(found.short or 0.0)}"
            )
        case _ if found.best is not None:
            lost = found.short or 0.0
            way = f"worth {points(worth)}; {_way(found.best, crews)} has room"
            if lost > 0:
                return f"{way}, but the way round would lose {points(lost)}"
            return f"{way}, and the search did not find it"
    return str(found.why)


def _mend(found: Found, crews: Sequence[Crew]) -> str:
    """The smallest changes that would each put them in, as they were found; or what is left."""
    if found.why is Why.ROOM:
        return "planning again"
    told = [said for each in found.changes if (said := _change(each, crews))]
    if told:
        return either(told)
    if found.why is Why.NO_CANDIDATE:
        return "another day's draw"
    return "a crew that may see them, on shift in the hours they may be visited"


def _change(change: Change, crews: Sequence[Crew]) -> str:
    match change.mend:
        case Mend.POINTS if change.amount:
            return f"worth {points(change.amount)} more"
        case Mend.MINUTES if change.amount and change.crew is not None:
            more = "1 more minute" if round(change.amount) == 1 else f"{change.amount:.0f} more minutes"
            return f"{more} on the shift of {_who(crews[change.crew])}"
        case _:
            return ""


def _way(exchange: Exchange, crews: Sequence[Crew], *, send: bool = True) -> str:
    gone = len(exchange.displaced)
    instead = f", in place of {gone} {'visit' if gone == 1 else 'visits'}" if gone and send else ""
    return f"{_who(crews[exchange.crew])} {HOURS[exchange.part]}{instead}"


def _cost(cost: float) -> str:
    return f"at a loss of {points(cost)}" if cost >= 0 else f"for {points(-cost)} more"


def _who(crew: Crew) -> str:
    return names(crew.officers)
