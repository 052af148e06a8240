"""The plan as it stands now: the frozen one, what was changed since, and the doors knocked at.

Nothing is stored but what happened; this puts it together each time it is asked. A proposal of
ours: no guidance says how a plan of visits is kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from watchkeeper.planning.facts import (
    Alteration,
    Altered,
    Cause,
    LeftOut,
    NightPlan,
    Planned,
    Round,
)
from watchkeeper.planning.rules.altering import FIXING, guarantee_of
from watchkeeper.planning.rules.reasons import not_drawn

TAKEN_BACK = "what was fixed of them is taken back: the search decides"


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody was at the door that day: when, in minutes after midnight, and whether the person was seen."""

    minute: int
    seen: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What the changes made so far ask of any further plan of the night, by policy kept through re-planning.

    `pinned` and `moved` give the crew and the part of the day, either of them empty where any will do.
    `over` is by how many minutes the visit to somebody ran long. `taken_back` are people whose pin,
    move or drop was, `crews_back` crews that were off and can go again.
    """

    pinned: Mapping[str, tuple[str, str]]
    moved: Mapping[str, tuple[str, str]]
    dropped: Mapping[str, str]
    crews_off: Mapping[str, str]
    over: Mapping[str, int]
    announced: Mapping[str, tuple[int, str]]
    taken_back: frozenset[str] = frozenset()
    crews_back: frozenset[str] = frozenset()

    def holds(self, person: str) -> bool:
        """Whether a pin, a move or a drop of the person stands."""
        return person in self.pinned or person in self.moved or person in self.dropped


def standing(changes: Iterable[Altered]) -> Standing:
    """What the changes amount to, the newest of two on one person or crew deciding. Our proposal."""
    pinned: dict[str, tuple[str, str]] = {}
    moved: dict[str, tuple[str, str]] = {}
    dropped: dict[str, str] = {}
    crews_off: dict[str, str] = {}
    over: dict[str, int] = {}
    announced: dict[str, tuple[int, str]] = {}
    taken_back: set[str] = set()
    crews_back: set[str] = set()
    for each in changes:
        if each.kind in FIXING:
            taken_back.discard(each.person)
        match each.kind:
            case Alteration.PIN:
                pinned[each.person] = each.crew, each.part
                moved.pop(each.person, None)
                dropped.pop(each.person, None)
            case Alteration.MOVE:
                held = pinned if each.person in pinned else moved
                crew, part = held.get(each.person, ("", ""))
                held[each.person] = each.crew or crew, each.part or part
            case Alteration.DROP:
                dropped[each.person] = each.reason
                pinned.pop(each.person, None)
                moved.pop(each.person, None)
            case Alteration.CREW_OFF:
                crews_off[each.crew] = each.reason
                crews_back.discard(each.crew)
            case Alteration.CREW_BACK:
                crews_off.pop(each.crew, None)
                crews_back.add(each.crew)
            case Alteration.TAKE_BACK:
                for fixed in (pinned, moved, dropped):
                    fixed.pop(each.person, None)
                taken_back.add(each.person)
            case Alteration.RAN_LONG:
                over[each.person] = over.get(each.person, 0) + each.minutes
            case Alteration.ANNOUNCE:
                announced[each.person] = each.notice_hours or 0, each.notice_reason
    return Standing(
        pinned, moved, dropped, crews_off, over, announced, frozenset(taken_back), frozenset(crews_back)
    )


def present(plan: NightPlan, changes: Sequence[Altered], knocks: Mapping[str, Knock]) -> NightPlan:
    """The plan as it stands after the changes made to this revision and the doors knocked at so far.

    A drop takes the visit off. A crew that cannot go loses its round, and those in it are left
    out until somebody plans again. A visit that ran over pushes back what follows in its
    round. A pin or a move to another crew puts the visit last in that crew's round, without a
    way driven, until somebody plans again. What is taken back leaves the round as it was frozen,
    but for somebody pinned whose ticket was not drawn: they are off it. Somebody knocked for and
    not seen is off the round and back among those who may be visited; somebody seen is done. Our
    proposal.
    """
    asked = standing(each for each in changes if each.revision == plan.revision)
    rounds = list(plan.rounds)
    left = [each for each in plan.left_out if each.person not in asked.pinned]
    for person in sorted(asked.taken_back):
        rounds, left = _given_back(plan, rounds, left, person)
    for person, reason in asked.dropped.items():
        rounds = [_without(one, person) for one in rounds]
        left = [each for each in left if each.person != person]
        left.append(LeftOut(person, Cause.DROPPED, f"dropped: {reason}", "a supervisor pins the visit"))
    for person, (crew, part) in {**asked.moved, **asked.pinned}.items():
        rounds = _placed(plan, rounds, person, crew, part, pinned=person in asked.pinned)
    rounds = [_with_knocks(one, knocks) for one in rounds]
    for crew, reason in asked.crews_off.items():
        off = [one for one in rounds if one.crew.ref == crew]
        rounds = [_made_only(one) if one.crew.ref == crew else one for one in rounds]
        left += [
            LeftOut(visit.person, Cause.CREW_OFF, f"the crew cannot go: {reason}", "planning again")
            for one in off
            for visit in one.visits
            if not visit.made
        ]
    for person, minutes in asked.over.items():
        rounds = [_pushed(one, person, minutes) for one in rounds]
    for person, (hours, _) in asked.announced.items():
        rounds = [_told(one, person, hours) for one in rounds]
    planned = {each.person for one in rounds for each in one.visits if not each.made}
    known = {each.person for each in left}
    for person, knock in knocks.items():
        candidate = plan.candidate(person)
        if knock.seen or candidate is None or not candidate.eligible or person in planned | known:
            continue
        left.append(
            LeftOut(person, Cause.NOBODY_IN, "tried today and not seen", "planning again, at another hour")
        )
    seen = {person for person, knock in knocks.items() if knock.seen}
    kept = tuple(each for each in left if each.person not in seen)
    return replace(plan, rounds=tuple(rounds), left_out=kept)


def pool(plan: NightPlan, knocks: Mapping[str, Knock]) -> frozenset[str]:
    """Whoever may still be planned that day: eligible, not seen, not dropped, in no visit to come. Policy."""
    planned = {each.person for one in plan.rounds for each in one.visits if not each.made}
    out = {each.person for each in plan.left_out if each.cause is Cause.DROPPED}
    done = {each.person for one in plan.rounds for each in one.visits if each.made}
    again = {each.person for each in plan.left_out if each.cause is Cause.NOBODY_IN}
    eligible = {each.person for each in plan.candidates if each.eligible}
    seen = {person for person, knock in knocks.items() if knock.seen}
    return frozenset(eligible - planned - out - seen - (done - again))


def _with_knocks(one: Round, knocks: Mapping[str, Knock]) -> Round:
    visits = tuple(
        replace(each, made=True) if each.person in knocks and not each.made else each for each in one.visits
    )
    reserve = tuple(each for each in one.reserve if each.person not in knocks)
    return replace(one, visits=visits, reserve=reserve)


def _without(one: Round, person: str) -> Round:
    visits = tuple(each for each in one.visits if each.made or each.person != person)
    reserve = tuple(each for each in one.reserve if each.person != person)
    return replace(one, visits=visits, reserve=reserve)


def _given_back(
    plan: NightPlan, rounds: list[Round], left: list[LeftOut], person: str
) -> tuple[list[Round], list[LeftOut]]:
    """The person as the draw has them: nothing to come is pinned, or stays without a ticket."""
    candidate = plan.candidate(person)
    if candidate is None:
        return rounds, left
    free, held = guarantee_of(candidate, pinned=False), False
    for place, one in enumerate(rounds):
        for each in one.visits:
            if each.person == person and not each.made:
                held = True
                here = replace(each, pinned=False, guarantee=free)
                visits = tuple(here if visit is each else visit for visit in one.visits)
                rounds[place] = replace(one, visits=visits) if candidate.eligible else _without(one, person)
    if held and not candidate.eligible:
        return rounds, [*left, not_drawn(candidate)]
    return rounds, [
        LeftOut(person, Cause.TAKEN_BACK, TAKEN_BACK, "planning again")
        if each.person == person and each.cause is Cause.DROPPED
        else each
        for each in left
    ]


def _made_only(one: Round) -> Round:
    return replace(one, visits=tuple(each for each in one.visits if each.made), reserve=())


def _placed(
    plan: NightPlan, rounds: list[Round], person: str, crew: str, part: str, *, pinned: bool
) -> list[Round]:
    """The rounds with the visit where somebody put it; where nothing of it changes, marked as pinned."""
    found = next(
        ((one, each) for one in rounds for each in one.visits if each.person == person and not each.made),
        None,
    )
    candidate = plan.candidate(person)
    guarantee = guarantee_of(candidate, pinned=pinned)
    if found is not None:
        one, visit = found
        if crew in ("", one.crew.ref) and part in ("", visit.part):
            here = replace(visit, pinned=visit.pinned or pinned, guarantee=guarantee)
            return [
                replace(each, visits=tuple(here if v is visit else v for v in each.visits))
                if each is one
                else each
                for each in rounds
            ]
        visit = replace(visit, part=part or visit.part)
        crew = crew or one.crew.ref
    elif candidate is None:
        return rounds
    else:
        visit = Planned(
            person, candidate.address, part, 0, 0, 0, max(candidate.chances, default=0.0), candidate.worth,
            "", guarantee, (),
        )  # fmt: skip
    said = (*visit.says, "put here by hand: planning again sets the time")
    rounds = [_without(each, person) for each in rounds]
    return [
        replace(
            each,
            visits=(
                *each.visits,
                replace(
                    visit, starts_minute=_free_from(each), pinned=visit.pinned or pinned,
                    guarantee=guarantee, says=said,
                ),
            ),
        )
        if each.crew.ref == crew
        else each
        for each in rounds
    ]  # fmt: skip


def _free_from(one: Round) -> int:
    last = one.visits[-1] if one.visits else None
    return one.crew.starts_minute if last is None else last.starts_minute + last.minutes


def _pushed(one: Round, person: str, minutes: int) -> Round:
    """The round with all that comes after somebody's visit so many minutes later, as far as it is to come."""
    at = next((place for place, each in enumerate(one.visits) if each.person == person), None)
    if at is None:
        return one
    later = tuple(
        replace(each, starts_minute=each.starts_minute + (0 if each.made else minutes))
        for each in one.visits[at + 1 :]
    )
    here = replace(one.visits[at], minutes=one.visits[at].minutes + minutes)
    back = one.back_minute + minutes
    return replace(one, visits=(*one.visits[:at], here, *later), back_minute=back)


def _told(one: Round, person: str, hours: int) -> Round:
    visits = tuple(
        replace(each, notice_hours=hours) if each.person == person and not each.made else each
        for each in one.visits
    )
    return replace(one, visits=visits)
