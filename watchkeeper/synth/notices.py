"""Homes, and everything the person told the police: in time, in person, complete."""

from collections.abc import Iterator

from watchkeeper.people.facts import AddressKind, AwayKind
from watchkeeper.registers.facts import PRESCRIBED, Matter, NotificationKind
from watchkeeper.synth import rates
from watchkeeper.synth.history import NO, YEAR, YES, History, Row, iso
from watchkeeper.synth.names import AIRPORTS, FAMILY
from watchkeeper.synth.places import address

IN_TIME = 2  # days after an event that still lie within three days beginning with it
AGAIN = (330, 356)  # days after the last notification of the next periodic one
WEEKLY = (4, 6)
SETTLED = 25  # days after release before anything else changes
OTHERS = (
    *(Matter.BANK,) * 9,
    *(Matter.IDENTITY_DOCUMENT,) * 4,
    *(Matter.NAME,) * 2,
    Matter.CHILD_HOUSEHOLD_BEGAN,
)


def homes(h: History) -> None:
    """The home at the start, and every move since."""
    since = h.relevant - h.between(200, 3000)
    homes = [(since, AddressKind.HOME)]
    for began, ended in h.windows:
        stop = _quiet_from(h, ended)
        for day in _events(h, began + SETTLED, stop, rates.MOVES_A_YEAR):
            homes.append((day, AddressKind.HOME))
            h.moves.append(day)
    if h.found_since:
        homes.append((h.found_since, AddressKind.FOUND))
    for number, (day, kind) in enumerate(homes):
        until = homes[number + 1][0] if number + 1 < len(homes) else 0
        home(h, day, kind, until=until)


def home(h: History, day: int, kind: AddressKind = AddressKind.HOME, *, until: int = 0) -> Row:
    """One home."""
    line, postcode = address(h.rng, h.borough)
    return h.add(
        "addresses",
        until or max(day, h.relevant),
        kind=kind,
        line=line if kind is AddressKind.HOME else f"Regularly found near {line.split(' ', 1)[1]}",
        postcode=postcode,
        since=iso(day),
        until=iso(until) if until else "",
        children_live_there=NO,
    )


def _quiet_from(h: History, ended: int) -> int:
    """Last day something may change: reactive management and no fixed abode begin with nothing afoot."""
    stop = min(ended, h.last - 4)
    if h.reactive_since:
        stop = min(stop, h.reactive_since - 30)
    if h.found_since:
        stop = min(stop, h.found_since - 10)
    return stop


def _events(h: History, first: int, stop: int, rate: float) -> Iterator[int]:
    if h.wish.plain:
        return
    day = float(first)
    while True:
        day += 3 + h.rng.expovariate(rate / YEAR)
        if day > stop:
            return
        yield int(day)


def notifications(h: History) -> None:
    """Initial, of every change, and one a year; weekly while of no fixed abode."""
    last = 0
    for began, ended in h.windows:
        told = began + h.between(0, IN_TIME)
        returned = any(kind == AwayKind.ABROAD and until == began for kind, _, until in h.away)
        if told > ended:
            continue
        if not last:
            notify(h, told, NotificationKind.INITIAL)
            if h.rng.random() < rates.ALIAS:
                _alias(h, h.relevant - h.between(100, 4000), told)
            last = told
        if began > h.relevant and not returned:
            notify(h, told, NotificationKind.CHANGE, Matter.RELEASE, happened=began)
            last = told
        elif returned and last + AGAIN[0] <= told:
            notify(h, told, NotificationKind.PERIODIC)
            last = told
        last = _one_spell(h, began, ended, last)
    _stays(h)


def _one_spell(h: History, began: int, ended: int, last: int) -> int:
    stop = _quiet_from(h, ended)
    events = [(day, Matter.HOME_ADDRESS) for day in h.moves if began <= day <= ended]
    events += [
        (day, OTHERS[int(h.rng.random() * len(OTHERS))])
        for day in _events(h, began + SETTLED, stop, rates.OTHER_CHANGES_A_YEAR)
    ]
    if h.found_since and began <= h.found_since <= ended:
        events.append((h.found_since, Matter.HOME_ADDRESS))
    events.sort()
    due = last + h.between(*AGAIN)
    for day, matter in [*events, (ended + 1, Matter.BANK)]:
        while due < day and due <= ended:
            notify(h, due, NotificationKind.PERIODIC)
            last = due
            weekly = h.found_since and last >= h.found_since
            due = last + h.between(*(WEEKLY if weekly else AGAIN))
        if day > ended:
            break
        told = min(day + h.between(0, IN_TIME), ended)
        changed(h, day, told, matter)
        if matter not in PRESCRIBED:
            last = told
            weekly = h.found_since and last >= h.found_since
            due = last + h.between(*(WEEKLY if weekly else AGAIN))
    return last


def notify(
    h: History, day: int, kind: NotificationKind, matter: Matter | None = None, *, happened: int = 0
) -> Row:
    """One notification at a police station, complete and acknowledged."""
    return h.add(
        "notifications",
        day,
        notified_on=iso(day),
        kind=kind,
        matter=matter or "",
        happened_on=iso(happened) if happened else "",
        acknowledged=YES,
        station=f"{h.borough} police station",
        officer_ref=h.manager(day),
    )


def changed(h: History, day: int, told: int, matter: Matter) -> None:
    """A change, and its notification where `told` is not 0."""
    if matter is Matter.NAME:
        _alias(h, day, told)
    if matter is Matter.HOME_ADDRESS or h.rng.random() < 0.5:
        h.add("changes", told or day, matter=matter, happened_on=iso(day))
    if told:
        notify(h, told, NotificationKind.CHANGE, matter, happened=day)
    if matter is Matter.CHILD_HOUSEHOLD_BEGAN and told:
        over = day + h.between(5, 15)
        if over + IN_TIME <= h.last and h.windows and any(a <= over <= b - IN_TIME for a, b in h.windows):
            changed(h, over, over + 1, Matter.CHILD_HOUSEHOLD_ENDED)


def _alias(h: History, since: int, told: int) -> None:
    given = h.rows["people"][0]["given_names"].split()[0]
    name = f"{given} {FAMILY[int(h.rng.random() * len(FAMILY))]}"
    h.add(
        "names",
        max(told, since, h.relevant),
        name=name,
        used_since=iso(since),
        notified_on=iso(told) if told else "",
    )


def trips(h: History) -> None:
    """At most one journey abroad in a life, or tonight: notified ten days before, or more."""
    if h.wish.plain or h.kind in ("historic", "young") or not h.windows:
        return
    at = max(range(len(h.windows)), key=lambda n: h.windows[n][1] - h.windows[n][0])
    began, ended = h.windows[at]
    if ended - began < 300 or h.rng.random() > min(0.5, rates.TRIPS_A_YEAR * (ended - began) / YEAR):
        return
    departs = h.between(began + 90, ended - 60)
    back = departs + h.between(4, 16)
    if ended == h.last and h.rng.random() < 0.05:
        departs, back = h.last - h.between(0, 5), 0
    told = departs - h.between(10, 20)
    stated = back or h.on + h.between(2, 9)
    point = AIRPORTS[int(h.rng.random() * len(AIRPORTS))]
    exact = h.rng.random() < 0.6
    row = h.add(
        "trips",
        back or told,
        departs_on=iso(departs),
        known_since=iso(told - h.between(0, 20)),
        notified_at=f"{iso(told)}T11:00:00Z",
        return_stated_on=iso(stated),
        return_stated_point=point,
    )
    if back:
        other = AIRPORTS[(AIRPORTS.index(point) + 1) % len(AIRPORTS)]
        row["returned_on"], row["returned_point"] = iso(back), point if exact else other
        if not exact:
            row["return_notified_on"] = iso(back + 1)
            row["recorded_at"] = f"{iso(back + 1)}T22:00:00Z"
    h.away.append((AwayKind.ABROAD, departs, back or None))
    h.windows[at : at + 1] = [(began, departs - 1), *([(back, ended)] if back else [])]


def _stays(h: History) -> None:
    for began, ended in h.windows:
        for since in _events(h, began + SETTLED, _quiet_from(h, ended) - 30, rates.STAYS_A_YEAR):
            line, postcode = address(h.rng, h.borough)
            long = h.rng.random() < 0.3
            until = since + (h.between(8, 20) if long else h.between(1, 4))
            h.add(
                "stays",
                until,
                at=f"{line}, {postcode}",
                since=iso(since),
                until=iso(until),
                notified=YES if long else NO,
            )
            if long:
                notify(h, since + 7, NotificationKind.CHANGE, Matter.STAY, happened=since + 6)
