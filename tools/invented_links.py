"""A year of missing children in London's numbers, to look for links in: everybody in it is invented."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

from watchkeeper.missing.linking.facts import Facts, Gone, Sighting, Spot, ThingKind, Watched

EPISODES, CHILDREN, REGISTERED, SUSPECTS = 29_000, 9_400, 7_100, 1_500
HOMES, IN_HOMES, NETWORKS = 350, 1_800, 60
WIDE, TALL, EAST, NORTH = 58_000, 46_000, 503_000, 155_000
FIRST = datetime(2025, 3, 1, tzinfo=UTC)
YEAR_MINUTES = 365 * 24 * 60
LEAVES, KNOWN_SPOT, FAR = 17 * 60, 0.9, 0.02
BUSY_PLACES, BUSY_SHARE, COMES_HOME, IN_NETWORK = 40, 0.05, 0.55, 0.5


@dataclass(frozen=True, slots=True)
class Year:
    """The facts of a year, and the last day of it."""

    facts: Facts
    until: datetime


def year(*, seed: int, share: float = 1.0) -> Year:
    """A year of a force `share` as large as London: heavy-tailed, from homes, with networks in it."""
    chance = np.random.default_rng(seed)
    children, episodes = int(CHILDREN * share), int(EPISODES * share)
    homes = max(int(HOMES * share), 1)
    home_of = np.where(chance.random(children) < IN_HOMES / CHILDREN, chance.integers(0, homes, children), -1)
    often = np.minimum(chance.pareto(1.4, children), 12) + 0.3
    often[home_of >= 0] *= 4
    drawn = often / often.sum()
    again = chance.choice(children, max(episodes - children, 0), p=drawn)
    who = np.concatenate([np.arange(children), again])
    network = np.full(children, -1)
    for number in range(int(NETWORKS * share)):
        members = chance.choice(children, chance.integers(4, 12), replace=False, p=drawn)
        network[members] = number
    minutes = np.sort(chance.integers(0, YEAR_MINUTES, len(who)))
    gone = [
        _episode(n, int(child), int(minute), int(home_of[child]), int(network[child]), chance)
        for n, (child, minute) in enumerate(zip(chance.permutation(who), minutes, strict=True))
    ]
    sightings = [seen for each in gone for seen in _seen(each, int(network[int(each.child[1:])]), chance)]
    facts = Facts(tuple(gone), tuple(sightings), (), _watched(share, chance))
    return Year(facts, FIRST + timedelta(days=366))


def _spot(name: str, chance: np.random.Generator) -> tuple[str, Spot | None]:
    """A place of that name; where it lies comes of its name, so that it always lies there."""
    here = np.random.default_rng(abs(hash_of(name)))
    spot = Spot(float(EAST + here.integers(0, WIDE)), float(NORTH + here.integers(0, TALL)))
    return name, spot if chance.random() < KNOWN_SPOT else None


def hash_of(name: str) -> int:
    """A number of a name that is the same in every process."""
    return int.from_bytes(name.encode()[-7:], "big") * 2_654_435_761 % 2**61


def _episode(
    number: int, child: int, minute: int, home: int, network: int, chance: np.random.Generator
) -> Gone:
    at = FIRST + timedelta(minutes=minute // (24 * 60) * 24 * 60 + LEAVES + int(chance.normal(0, 180)))
    origin, start = _spot(f"home {home}" if home >= 0 else f"family {child}", chance)
    draw = chance.random()
    if draw < COMES_HOME:
        found, spot = origin, start
    elif network >= 0 and chance.random() < IN_NETWORK:
        found, spot = _spot(f"net {network} {chance.integers(0, 2)}", chance)
    elif chance.random() < BUSY_SHARE:
        found, spot = _spot(f"busy {chance.integers(0, BUSY_PLACES)}", chance)
    else:
        found, spot = _spot(f"street {chance.integers(0, 120_000)}", chance)
    if spot is not None and chance.random() < FAR:
        found, spot = f"town {number}", Spot(spot.easting_metres - 60_000, spot.northing_metres)
    until = at + timedelta(minutes=int(chance.exponential(900)) + 30)
    return Gone(f"E{number:05}", f"C{child:04}", at, until, origin, start, found, spot)


def _seen(each: Gone, network: int, chance: np.random.Generator) -> list[Sighting]:
    told: list[Sighting] = []

    def add(kind: ThingKind, key: str, *, registered: bool = False) -> None:
        ref = f"{each.episode}-{len(told)}"
        told.append(Sighting(ref, each.child, kind, key, each.at, each.episode, "", False, registered))

    if chance.random() < 0.6:
        add(ThingKind.PHONE, f"own {each.child}")
    if chance.random() < 0.3:
        add(ThingKind.ONLINE_NAME, f"own {each.child}")
    if network >= 0 and chance.random() < 0.4:
        add(ThingKind.PHONE, f"net {network} {chance.integers(0, 2)}")
    if network >= 0 and chance.random() < 0.3:
        number = int(chance.integers(0, 2))
        add(ThingKind.ADULT, f"A{network}-{number}", registered=network % 5 == 0 and number == 0)
    if chance.random() < 0.05:
        add(ThingKind.VEHICLE, f"car {chance.integers(0, 4_000)}")
    return told


def _watched(share: float, chance: np.random.Generator) -> tuple[Watched, ...]:
    people = [(f"P{n:05}", True) for n in range(int(REGISTERED * share))]
    people += [(f"Q{n:05}", False) for n in range(int(SUSPECTS * share))]
    told = []
    for person, registered in people:
        place, spot = _spot(f"street {chance.integers(0, 120_000)}", chance)
        told.append(Watched(person, registered, place, spot))
    return tuple(told)
