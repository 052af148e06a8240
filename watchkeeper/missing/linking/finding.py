"""Candidates of each group of facts, with evidence, strength, the sentence why, and the day they lapse.

`found` asks the whole ground, `found_in` some groups of it: both ask `_of`, so they cannot differ. The rules
are our own proposal, on what inspectors found; their numbers stand in policy/guidance/links.toml.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from math import hypot

from watchkeeper.law.clocks import days_before, london_day
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.missing.linking.facts import (
    Candidate,
    Evidence,
    Gone,
    LinkKind,
    Sighting,
    Strength,
    ThingKind,
)
from watchkeeper.missing.linking.ground import ADDRESS, CHILD, PAIR, PLACE, Ground, Group, Met, Near
from watchkeeper.missing.linking.weighing import Reading, key_of, over, recent, times

KILOMETRE = 1000
TWO = 2  # children, or cases: it takes two for anything to be shared
SHOWN = {
    ThingKind.PHONE: "The same phone",
    ThingKind.VEHICLE: "The same vehicle",
    ThingKind.ONLINE_NAME: "The same online name",
    ThingKind.ADULT: "The same adult",
    ThingKind.PLACE: "The same place",
    ThingKind.DEVICE: "The same device",
    ThingKind.ACCOUNT: "The same account",
}


def found(ground: Ground, law: Shelf, *, on: date) -> tuple[Candidate, ...]:
    """Every candidate of the ground offered on a day, by key. The order of the facts changes nothing."""
    return found_in(ground.groups(), ground, law, on=on)


def found_in(groups: Iterable[Group], ground: Ground, law: Shelf, *, on: date) -> tuple[Candidate, ...]:
    """The candidates of some groups offered on a day, by key: what `Ground.add` says was touched."""
    reading = Reading.of(law, on)
    made = (each for group in groups for each in _of(group, ground, reading))
    return tuple(sorted((each for each in made if on < each.expires_on), key=lambda each: each.key))


def brought_up(
    known: Mapping[str, Candidate], touched: Iterable[Group], ground: Ground, law: Shelf, *, on: date
) -> dict[str, Candidate]:
    """The candidates known of a ground, by key, brought up to what was `touched`: no other is asked again."""
    groups = tuple(touched)
    stale = {key for group in groups for key in keys_of(group)}
    kept = {key: each for key, each in known.items() if key not in stale and on < each.expires_on}
    return kept | {each.key: each for each in found_in(groups, ground, law, on=on)}


def keys_of(group: Group) -> tuple[str, ...]:
    """The keys of every candidate a group could give."""
    kind, *who = group
    if kind == CHILD:
        return tuple(key_of(each, (who[0],)) for each in (LinkKind.OFTEN, LinkKind.GAPS, LinkKind.FAR))
    if kind == PAIR:
        return (key_of(LinkKind.TOGETHER, (who[0], who[1])),)
    if kind == PLACE:
        return (key_of(LinkKind.PLACE, (who[0],)),)
    if kind == ADDRESS:
        return (key_of(LinkKind.ADDRESS, (who[1], who[0])),)
    thing = f"{who[0]}:{who[1]}"
    return tuple(key_of(each, (thing,)) for each in (LinkKind.THING, LinkKind.CASES))


def rings(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those that must be told at once, red ones: a child and somebody on the register, strongest first."""
    red = [each for each in candidates if each.red]
    return tuple(sorted(red, key=lambda each: (each.strength is not Strength.STRONG, each.key)))


def _of(group: Group, ground: Ground, reading: Reading) -> Iterator[Candidate]:
    kind, *who = group
    if kind == CHILD:
        episodes = sorted(ground.by_child.get(who[0], ()), key=lambda each: (each.at, each.episode))
        yield from _often(who[0], episodes, reading)
        yield from _gaps(who[0], episodes, reading)
        yield from _far(who[0], episodes, reading)
    elif kind == PAIR:
        yield from _together(who[0], who[1], ground.by_pair.get((who[0], who[1]), []), reading)
    elif kind == PLACE:
        yield from _place(who[0], ground.by_place.get(who[0], []), reading)
    elif kind == ADDRESS:
        yield from _address(who[0], who[1], ground.by_address.get((who[0], who[1]), []), reading)
    else:
        thing = ThingKind(who[0])
        seen = ground.by_thing.get((thing, who[1]), [])
        yield from _thing(thing, who[1], seen, reading)
        yield from _cases(thing, who[1], seen, reading)


def _often(child: str, episodes: list[Gone], reading: Reading) -> Iterator[Candidate]:
    """Third or later episode in 90 days, counted back from the newest; exactly so many days ago counts."""
    if not episodes:
        return
    last = london_day(episodes[-1].at)
    first = days_before(reading.often_days, last)
    within = [each for each in episodes if london_day(each.at) >= first]
    if len(within) >= reading.often:
        why = f"Missing {len(within)} times in the {reading.often_days} days to {day(last)}."
        yield reading.candidate(LinkKind.OFTEN, (child,), why, [_missing(e) for e in within], len(within))


def _gaps(child: str, episodes: list[Gone], reading: Reading) -> Iterator[Candidate]:
    """The newest gaps between episodes, each shorter than the one before it."""
    gaps = [two.at - one.at for one, two in pairwise(episodes)]
    run = 1 if gaps else 0
    while run < len(gaps) and gaps[-run] < gaps[-run - 1]:
        run += 1
    if run >= reading.gaps and run > 1:
        told = [f"{gap.days} days" if gap.days else "under a day" for gap in gaps[-run:]]
        why = f"Each gap between episodes is shorter than the last: {', '.join(told)}."
        evidence = [_missing(each) for each in episodes[-run - 1 :]]
        yield reading.candidate(LinkKind.GAPS, (child,), why, evidence, run)


def _far(child: str, episodes: list[Gone], reading: Reading) -> Iterator[Candidate]:
    """Found at least so many metres from where they went from."""
    away: list[tuple[Gone, float]] = []
    for each in episodes:
        if each.origin_spot is not None and each.found_spot is not None:
            one, two = each.origin_spot, each.found_spot
            metres = hypot(one.easting_metres - two.easting_metres, one.northing_metres - two.northing_metres)
            if metres >= reading.far:
                away.append((each, metres))
    evidence = [
        Evidence(each.episode, _found_on(each), f"found {metres / KILOMETRE:.0f} kilometres away")
        for each, metres in away
    ]
    if evidence := recent(evidence, reading):
        furthest = max(metres for each, metres in away if any(e.ref == each.episode for e in evidence))
        far = f"{furthest / KILOMETRE:.0f} kilometres"
        why = f"Found up to {far} from where they went from, {times(len(evidence))}."
        yield reading.candidate(LinkKind.FAR, (child,), why, evidence, len(evidence))


def _together(one: str, other: str, met: list[Met], reading: Reading) -> Iterator[Candidate]:
    """Left the same place, or were found at one, within the same hours, or are recorded as together."""
    said = [
        Evidence("+".join(each.refs), on, f"{each.how} on {day(on)}")
        for each in met
        for on in (london_day(each.at),)
    ]
    if evidence := recent(said, reading):
        days = len({each.on for each in evidence})
        hows = sorted({each.how for each in met})
        why = f"Missing together {times(days)}: they {' and '.join(hows)}."
        yield reading.candidate(LinkKind.TOGETHER, (one, other), why, evidence, days)


def _place(place: str, gone: list[Gone], reading: Reading) -> Iterator[Candidate]:
    """The same place found across children, their own home left out. A crowded place is said to be one."""
    said = [(each.child, Evidence(each.episode, _found_on(each), "found there")) for each in gone]
    kept = recent([evidence for _, evidence in said], reading)
    children = tuple(sorted({child for child, evidence in said if evidence in kept}))
    if len(children) >= TWO:
        crowded = len(children) >= reading.crowded
        why = f"{len(children)} children were found at the same place, {over(kept)}."
        if crowded:
            why += " So many that the place says nothing of any two of them."
        yield reading.candidate(
            LinkKind.PLACE, children, why, kept, len(children), thing=place, crowded=crowded
        )


def _thing(kind: ThingKind, key: str, seen: list[Sighting], reading: Reading) -> Iterator[Candidate]:
    """The same phone, vehicle, online name, adult or device across children, or with somebody registered."""
    kept = set(recent([_sighted(each) for each in seen], reading))
    seen = [each for each in seen if _sighted(each) in kept]
    children = tuple(sorted({each.who for each in seen if not each.grown}))
    adults = {each.who for each in seen if each.grown} | ({key} if kind is ThingKind.ADULT else set())
    known = any(each.registered for each in seen if each.grown or kind is ThingKind.ADULT)
    red = bool(children) and known
    if len(children) < TWO and not (children and red):
        return
    crowded = len(children) >= reading.crowded and not red
    with_ = f"{len(children)} children" if len(children) > 1 else "a child"
    why = f"{SHOWN[kind]} was seen with {with_}, {over(kept)}."
    if red:
        is_adult = kind is ThingKind.ADULT
        why += (
            " That adult is on the register." if is_adult else " It was seen with somebody on the register."
        )
    if crowded:
        why += " So many that it says nothing of any two of them."
    yield reading.candidate(
        LinkKind.THING,
        children,
        why,
        list(kept),
        len(children),
        adults=tuple(sorted(adults)) if kind is not ThingKind.ADULT else (key,),
        thing=f"{kind}:{key}",
        red=red,
        sure=red,
        crowded=crowded,
    )


def _cases(kind: ThingKind, key: str, seen: list[Sighting], reading: Reading) -> Iterator[Candidate]:
    """A device or an account seen in two cases."""
    if kind not in (ThingKind.DEVICE, ThingKind.ACCOUNT):
        return
    kept = set(recent([_sighted(each) for each in seen], reading))
    within = [each for each in seen if each.case and _sighted(each) in kept]
    cases = {each.case for each in within}
    if len(cases) >= TWO:
        why = f"{SHOWN[kind]} was seen in {len(cases)} cases, {over(kept)}."
        yield reading.candidate(
            LinkKind.CASES,
            tuple(sorted({each.who for each in within if not each.grown})),
            why,
            [_sighted(each) for each in within],
            len(cases),
            adults=tuple(sorted({each.who for each in within if each.grown})),
            thing=f"{kind}:{key}",
        )


def _address(person: str, child: str, near: list[Near], reading: Reading) -> Iterator[Candidate]:
    """Found at, or within so many metres of, an address of somebody on the register or of a suspect.

    Red within the distance that rings, of somebody on the register; further off it waits for an answer.
    """
    said = [(each, Evidence(each.gone.episode, _found_on(each.gone), _how_near(each))) for each in near]
    evidence = sorted(set(recent([one for _, one in said], reading)), key=lambda each: (each.on, each.ref))
    if not evidence:
        return
    kept = [each for each, one in said if one in evidence]
    at = any(each.metres is None for each in kept)
    registered = any(each.watched.registered for each in kept)
    red = registered and any(each.metres is None or each.metres <= reading.ring for each in kept)
    whose = "somebody on the register" if registered else "a suspect"
    count = len({each.gone.episode for each in kept})
    least = min((each.metres for each in kept if each.metres is not None), default=0.0)
    where = "at the place of" if at else f"{least:.0f} metres from"
    why = f"Found {where} an address of {whose}, {times(count)}, last on {day(evidence[-1].on)}."
    yield reading.candidate(
        LinkKind.ADDRESS, (child,), why, evidence, count, adults=(person,), red=red, sure=at
    )


def _missing(gone: Gone) -> Evidence:
    on = london_day(gone.at)
    return Evidence(gone.episode, on, f"missing on {day(on)}")


def _sighted(seen: Sighting) -> Evidence:
    on = london_day(seen.at)
    return Evidence(seen.ref, on, f"seen on {day(on)}")


def _found_on(gone: Gone) -> date:
    return london_day(gone.until or gone.at)


def _how_near(near: Near) -> str:
    return "found at the place" if near.metres is None else f"found {near.metres:.0f} metres away"
