"""From stored facts to a night's problem: candidates, tickets, chances, worth, crews, and who may go where.

The same facts, key and seed give the same night, whatever order they come in. Points and travel
times are handed in, so that a test may draw its own map.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf
from watchkeeper.places.points import Point
from watchkeeper.places.travel import TravelTimes
from watchkeeper.planning.facts import Candidate, Crew
from watchkeeper.planning.prospects import Prospect
from watchkeeper.planning.reading import Duty, Register
from watchkeeper.planning.rules.crews import OnShift, Visited, may_be_on_crew, may_visit, paired
from watchkeeper.risk.facts import LEVELS
from watchkeeper.visits.facts import LONDON, Purpose
from watchkeeper.visits.fitting import fit
from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.rules.attempts import sentence
from watchkeeper.visits.rules.away import absent
from watchkeeper.visits.rules.habits import HOUR, PARTS, Habits, cells_on, chances, kind_chances
from watchkeeper.visits.rules.tickets import drawn, drawn_as, part_drawn, rate
from watchkeeper.visits.rules.worth import curve, worths

type Points = Callable[[Sequence[str]], Sequence[Point | None]]
type Reals = NDArray[np.float64]

DAY_MINUTES = 24 * HOUR
MIDDLE = "the middle of the unit's homes: no office is recorded"


@dataclass(frozen=True, slots=True)
class Weighed:
    """One candidate with what the sentences about them are made from. `part` is drawn, where policy draws it."""

    prospect: Prospect
    candidate: Candidate
    purpose: Purpose
    habit: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A night ready to be searched. `chosen` are the places in `weighed` of those the search may plan.

    `may` holds, by crew and place in `weighed`, whether the crew may go and why not.
    """

    unit: str
    on: date
    weighed: tuple[Weighed, ...]
    crews: tuple[Crew, ...]
    alone: tuple[str, ...]
    may: Mapping[tuple[int, int], Decision]
    nowhere: frozenset[int]
    chosen: tuple[int, ...]
    night: Night
    points: tuple[Point, ...]  # of `chosen`


def weigh(
    found: Sequence[Prospect],
    *,
    key: bytes,
    seed: int,
    required: Mapping[str, str],
    law: Shelf,
    calendar: Calendar,
    on: date,
    habits: Habits | None = None,
) -> tuple[Weighed, ...]:
    """Every prospect with their chance of being in, their ticket, and what an attempt is worth.

    `required` says of whom law or a decision fixes the visit, and why. Habits are learnt from
    the attempts on everybody in `found`, or handed in.
    """
    if not found:
        return ()
    seen = np.array([each.record.seen for each in found], float)
    tried = np.array([each.record.attempts for each in found], float)
    habits = habits if habits is not None else fit(seen, tried, seed=seed, law=law, on=on)
    mean, alike = chances(seen, tried, habits).mean, kind_chances(seen, tried, habits)
    cells = tuple(cells_on(on, calendar))
    home = np.array([1 - _away(each, row, law, on) for each, row in zip(found, mean, strict=True)])
    tonight: Reals = mean[:, cells] * home[:, None]
    rates = [
        rate(each.stake.level, each.stake.days_unseen, each.stake.interval_days, law, on=on) for each in found
    ]
    best = tonight.max(axis=1)
    index = worths(
        np.array([each.stake.days_unseen for each in found], float),
        np.array([each.stake.interval_days for each in found], float),
        np.array([each.stake.weight for each in found], float),
        best,
        curve(law, on=on),
        rate=np.array([each.ticket for each in rates]),
    )
    told = []
    for place, each in enumerate(found):
        who = drawn_as(each.person.ref, each.premises)
        lot = drawn(key, who, on, rates[place])
        told.append(
            Weighed(
                each,
                Candidate(
                    person=each.person.ref,
                    address=each.home.ref if each.home is not None else "",
                    ticket=who if each.premises else "",
                    level=str(each.stake.level or "not recorded"),
                    days_unseen=each.stake.days_unseen,
                    interval_days=each.stake.interval_days,
                    rate=rates[place].ticket,
                    drawn=lot.may,
                    surprise=lot.must,
                    chances=tuple(round(float(value), 4) for value in tonight[place]),
                    worth=round(float(index[place]), 4),
                    required=required.get(each.person.ref, ""),
                ),
                purpose_of(each, required.get(each.person.ref, "")),
                sentence(each.record, mean[place], alike[place], cells, law, on=on),
                part_drawn(key, who, on, tuple(tonight[place]), law, on=on) or "",
            )
        )
    return tuple(told)


def crews_of(
    register: Register, law: Shelf, *, on: date, base: str
) -> tuple[tuple[Crew, ...], tuple[str, ...]]:
    """The unit's crews of a day, and the officers on shift without a partner."""
    shifts = [shift for duty in register.duties if (shift := _on(duty, register, on)) is not None]
    able = [each for each in shifts if may_be_on_crew(each, register.unit, law, on=on).allowed]
    return paired(able, base, law, on=on)


def assemble(
    register: Register,
    weighed: Sequence[Weighed],
    *,
    shut: Mapping[str, frozenset[str]],
    points: Points,
    travel: TravelTimes,
    law: Shelf,
    on: date,
    pinned: Mapping[str, str] | None = None,
    out: frozenset[str] = frozenset(),
) -> Assembled:
    """The night as the search takes it: only those whose ticket was drawn, and those the plan must hold.

    Parameters
    ----------
    shut
        Officers to whom each person's record is shut.
    pinned
        Crew by the ref of the person a supervisor put there; in the night whatever the draw.
    out
        People a supervisor dropped, or who were seen already.
    """
    pins = pinned or {}
    homes = [_point(each) for each in weighed]
    located = list(points([register.base, *homes]))
    somewhere = [each for each in located[1:] if each is not None]
    base = located[0] or _middle(somewhere)
    crews, alone = crews_of(register, law, on=on, base=register.base or MIDDLE)
    may = {}
    for k, crew in enumerate(crews):
        officers = [register.officers[ref] for ref in crew.officers]
        for place, each in enumerate(weighed):
            if each.candidate.eligible or each.candidate.person in pins:
                may[k, place] = may_visit(officers, _visited(each, shut), register.skills, law, on=on)
    chosen = [
        place
        for place, each in enumerate(weighed)
        if (each.candidate.eligible or each.candidate.person in pins)
        and each.candidate.person not in out
        and located[place + 1] is not None
        and any(may[k, place].allowed for k in range(len(crews)))
    ]
    there = [located[place + 1] for place in chosen]
    return Assembled(
        register.unit,
        on,
        tuple(weighed),
        crews,
        alone,
        may,
        frozenset(place for place in range(len(weighed)) if located[place + 1] is None),
        tuple(chosen),
        _night(weighed, chosen, crews, may, [base, *there], pins, travel, law, on),
        tuple(each for each in there if each is not None),
    )


def purpose_of(prospect: Prospect, required: str) -> Purpose:
    """What the visit is for, from what makes it due: release, an order to be checked, risk, or routine."""
    if prospect.due.duty == "first visit" and prospect.contact.last_seen_on is not None:
        return Purpose.AFTER_RELEASE
    if "order" in required or "condition" in required:
        return Purpose.ORDER_CHECK
    if prospect.stake.level in (None, *LEVELS[:2]):
        return Purpose.ASSESS_RISK
    return Purpose.ROUTINE


def service_minutes(each: Weighed, law: Shelf, *, on: date) -> int:
    """Minutes to expect at the door: what the purpose takes if they are in, less if nobody is."""
    chance = max(each.candidate.chances, default=0.0)
    seen, unseen = law["visit_minutes"].of(each.purpose, on), law["no_reply_minutes"].whole(on)
    return round(chance * seen + (1 - chance) * unseen)


def _night(
    weighed: Sequence[Weighed],
    chosen: Sequence[int],
    crews: Sequence[Crew],
    may: Mapping[tuple[int, int], Decision],
    places: Sequence[Point | None],
    pins: Mapping[str, str],
    travel: TravelTimes,
    law: Shelf,
    on: date,
) -> Night:
    n, count = len(chosen), len(crews)
    who = [weighed[place] for place in chosen]
    there = [each for each in places if each is not None]
    bounds = law["parts_of_day_minutes"].wholes(on)
    middle = (bounds[0] + bounds[-1]) // 2
    windows = np.zeros((n, len(PARTS), 2), np.int64)
    for at, (first, end) in enumerate(zip(bounds, bounds[1:], strict=False)):
        windows[:, at] = first, end - 1
    odds = np.array([each.candidate.chances for each in who], float).reshape(n, len(PARTS))
    part: Reals = odds / np.maximum(odds.max(axis=1, initial=0.0, keepdims=True), 1e-9)
    for row, each in enumerate(who):
        if each.part:
            part[row, [other != each.part for other in PARTS]] = 0
    value = np.array([each.candidate.worth for each in who], float)[:, None] * part
    bonus, own = law["own_manager_bonus"].share(on), np.ones((count, n))
    allowed = np.zeros((count, n), bool)
    for k, crew in enumerate(crews):
        for row, place in enumerate(chosen):
            allowed[k, row] = may[k, place].allowed
            own[k, row] += bonus if who[row].prospect.manager in crew.officers else 0
    refs = [crew.ref for crew in crews]
    pinned = np.full(n, -1, np.int64)
    for row, each in enumerate(who):
        crew = pins.get(each.candidate.person, "")
        if crew in refs:
            pinned[row] = refs.index(crew)
    return Night(
        travel_minutes=np.asarray(travel.minutes(there, there, leaving_minute=middle), np.int64),
        crew_base=np.zeros(count, np.int64),
        service_minutes=np.array([service_minutes(each, law, on=on) for each in who], np.int64),
        windows=windows,
        worth=np.where(allowed[:, :, None], own[:, :, None] * value[None], 0.0),
        allowed=allowed,
        shift=np.array([(crew.starts_minute, crew.ends_minute) for crew in crews], np.int64).reshape(count, 2),
        breaks=np.array([_break(crew, law, on) for crew in crews], np.int64).reshape(count, 3),
        required=_required(who, pins, count, law, on),
        pinned_to=pinned,
        minute_price=law["round_minute_price"].number(on),
    )


def _required(
    who: Sequence[Weighed], pins: Mapping[str, str], crews: int, law: Shelf, on: date
) -> NDArray[np.bool_]:
    """Whom the rounds must hold: fixed by law or by a person, and surprises as far as their slots go."""
    slots = law["surprise_slots"].whole(on) * crews
    must = [bool(each.candidate.required) or each.candidate.person in pins for each in who]
    for row in sorted(range(len(who)), key=lambda row: who[row].candidate.ticket or who[row].candidate.person):
        if who[row].candidate.surprise and not must[row] and slots:
            must[row] = True
            slots -= 1
    return np.array(must, bool)


def _break(crew: Crew, law: Shelf, on: date) -> tuple[int, int, int]:
    """Earliest and latest beginning of the break, and its minutes; nothing on a short shift."""
    if crew.ends_minute - crew.starts_minute < law["crew_break_after_minutes"].whole(on):
        return 0, 0, 0
    first, last = law["crew_break_between_minutes"].wholes(on)
    return crew.starts_minute + first, crew.starts_minute + last, law["crew_break_minutes"].whole(on)


def _on(duty: Duty, register: Register, on: date) -> OnShift | None:
    """The shift as minutes of a day in London, cut off at its midnights; None when it is of another day."""
    officer = register.officers.get(duty.officer)
    starts, ends = (each.astimezone(LONDON) for each in (duty.starts_at, duty.ends_at))
    if officer is None or starts.date() > on or ends.date() < on:
        return None
    first = starts.hour * HOUR + starts.minute if starts.date() == on else 0
    last = ends.hour * HOUR + ends.minute if ends.date() == on else DAY_MINUTES
    return OnShift(officer, first, last) if first < last else None


def _away(prospect: Prospect, mean: Any, law: Shelf, on: date) -> float:
    """The chance that somebody is away for a while beyond what anybody is: knocks in vain say it."""
    knocks = [(day, float(mean[cell])) for day, cell in prospect.record.knocks]
    usual = absent((), law, on=on).probability
    if not knocks:
        return 0.0
    return max((absent(knocks, law, on=on).probability - usual) / (1 - usual), 0.0)


def _point(each: Weighed) -> str:
    home = each.prospect.home
    return home.postcode if home is not None and not home.force else ""


def _visited(each: Weighed, shut: Mapping[str, frozenset[str]]) -> Visited:
    prospect = each.prospect
    return Visited(
        prospect.person.ref,
        prospect.outlook.level.level if prospect.outlook.level is not None else None,
        prospect.manager,
        prospect.person.safety_marker,
        prospect.need,
        shut.get(prospect.person.ref, frozenset()),
    )


def _middle(points: Sequence[Point]) -> Point | None:
    """The home nearest to the middle of all of them: a place, where no office is recorded."""
    if not points:
        return None
    east = float(np.mean([each.easting_metres for each in points]))
    north = float(np.mean([each.northing_metres for each in points]))
    return min(
        points,
        key=lambda each: (
            (each.easting_metres - east) ** 2 + (each.northing_metres - north) ** 2,
            each.easting_metres,
            each.northing_metres,
        ),
    )
