"""Visits: made before they fall due, missed at first as often as not, always followed through."""

from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from watchkeeper.escalation.facts import Choice, Ground
from watchkeeper.inspection.facts import Signal
from watchkeeper.risk.facts import Level
from watchkeeper.synth import rates
from watchkeeper.synth.history import NO, YES, History, Row, iso
from watchkeeper.visits.facts import LONDON, NoticeReason, Outcome, Purpose
from watchkeeper.workforce.facts import Rank

FIRST = (2, 8)  # days after registration or release of the first knock
FIRST_LATEST = 12
SOONEST, LATEST, NO_LATER = 0.60, 0.86, 0.93  # of the interval
GAPS = {Level.VERY_HIGH: (1, 2), Level.HIGH: (2, 5), Level.MEDIUM: (3, 9), Level.LOW: (3, 14)}
# Longest that calendar months can be, and how late the ordinary backlog runs: late, and not so
# late that a decision is owed.
MONTHS = {Level.VERY_HIGH: 31, Level.HIGH: 92, Level.MEDIUM: 184, Level.LOW: 366}
BEHIND = {Level.VERY_HIGH: (1, 3), Level.HIGH: (2, 14), Level.MEDIUM: (2, 90), Level.LOW: (2, 150)}
PURPOSES = (Purpose.ASSESS_RISK, Purpose.ROUTINE, Purpose.CONFIRM_ADDRESS, Purpose.ORDER_CHECK)
AGREED = (NoticeReason.INTERPRETER, NoticeReason.HEALTH, NoticeReason.JOINT_AGENCY, NoticeReason.SAFETY)


def may_fall_behind(h: History) -> bool:
    """True when a life leaves room for an overdue visit that is nothing but an overdue visit."""
    if h.kind == "historic" or h.reactive_since or not h.windows:
        return False
    began, ended = h.windows[-1]
    return ended == h.last and began < h.on - MONTHS[h.level] - BEHIND[h.level][1] - FIRST_LATEST - 5


def visits(h: History) -> None:
    """Every visit of every spell at liberty, up to last night or the start of reactive management."""
    _habits(h)
    if h.backlog and may_fall_behind(h) and h.rng.random() < h.backlog:
        h.behind = h.between(*BEHIND[h.level])
    for began, ended in h.windows:
        stop = min(ended, h.reactive_since - 1) if h.reactive_since else ended
        final = 0
        if h.behind and ended == h.last:
            final = h.on - MONTHS[h.level] - h.behind
            stop = final - 1
        first = Purpose.AFTER_RELEASE if began > h.relevant else Purpose.ASSESS_RISK
        day, latest = began + h.between(*FIRST), began + FIRST_LATEST
        purpose: Purpose | None = first
        while day <= stop:
            h.seen = _until_seen(h, day, latest, stop, purpose)
            level = h.level if h.seen >= h.level_since or h.prior_level is None else h.prior_level
            interval = rates.VISIT_DAYS[level]
            soonest = SOONEST + (LATEST - SOONEST) * h.rng.random()
            day, latest = h.seen + int(interval * soonest), h.seen + int(interval * NO_LATER)
            if h.prior_level is not None and h.seen < h.level_since < day:
                day = max(h.seen + 1, h.level_since + 3)
                latest = day + 2
            purpose = None
        if ended == h.last and not final and not h.wish.plain:
            _fall_silent(h, began)
        if final:
            h.seen = final
            visit(h, final, Outcome.SEEN)


def _fall_silent(h: History, began: int) -> None:
    """In a unit whose visits fell away, take back the last fortnight's where nobody is owed one yet."""
    if h.force.quiet(h.unit) is not Signal.VISITS:
        return
    since = iso(h.on - rates.SILENT)
    kept = [row for row in h.rows["visits"] if row["at"] < since]
    seen = [row for row in kept if row["outcome"] in (Outcome.SEEN, Outcome.ENTERED)]
    if not seen or len(kept) == len(h.rows["visits"]):
        return
    last = date.fromisoformat(seen[-1]["at"][:10]).toordinal()
    if last < began or last + rates.VISIT_DAYS[h.level] <= h.on or seen[-1] is not kept[-1]:
        return
    h.rows["visits"], h.seen = kept, last
    h.rows["decisions"] = [row for row in h.rows["decisions"] if row["done_on"] < since]


def _until_seen(h: History, day: int, latest: int, stop: int, purpose: Purpose | None) -> int:
    """Knock until the door is opened. Answers the day the person was seen."""
    low, high = GAPS[h.level]
    failures = 0
    while True:
        again = day + h.between(low, high)
        minutes = _hour(h)
        if again > latest or again > stop:
            minutes = max((minutes, _hour(h), _hour(h)), key=lambda each: _chance(h, day, each))
            break
        if h.rng.random() < _chance(h, day, minutes):
            break
        draw = h.rng.random()
        outcome = next(Outcome(name) for name, up_to in rates.FAILURES if draw < up_to)
        visit(h, day, outcome, purpose, minutes=minutes)
        failures += 1
        failed_on, day = day, again
    entered = h.rng.random() < 0.7
    visit(h, day, Outcome.ENTERED if entered else Outcome.SEEN, purpose, minutes=minutes)
    if failures > 1 and h.rng.random() < 0.5:
        h.add(
            "decisions",
            day,
            ground=Ground.REVIEW,
            choice=Choice.ANOTHER_ATTEMPT,
            decided_on=iso(failed_on),
            decided_by=h.sergeant,
            rank=Rank.SERGEANT,
            reason="Try another hour of the day",
            expires_on=iso(failed_on + 28),
            done_on=iso(day),
        )
    return day


def _habits(h: History) -> None:
    """When somebody is in, drawn apart from the rest of their life: nothing on record says it."""
    rng = Random(f"{h.force.seed}:habits:{h.number}")
    draw = rng.random()
    for share, chances in rates.HABITS:
        h.chances = tuple(each + rng.uniform(-rates.OWN_WAYS, rates.OWN_WAYS) for each in chances)
        if draw < share:
            return
        draw -= share


def _hour(h: History) -> int:
    """When a crew knocks, in minutes after midnight in London."""
    draw = h.rng.random()
    first, last = next((first, last) for up_to, first, last in rates.HOURS if draw < up_to)
    return first + 5 * h.between(0, (last - first) // 5)


def _chance(h: History, day: int, minutes: int) -> float:
    """The chance of finding somebody in at a minute of a day."""
    part = next(at for at, (_, _, last) in enumerate(rates.HOURS) if minutes <= last)
    return h.chances[part + (len(rates.HOURS) if (day - 1) % 7 >= 5 else 0)]


@cache
def _ahead(day: int) -> int:
    """Minutes that London's clock is ahead of Greenwich's at noon on a day."""
    there = datetime.combine(date.fromordinal(day), time(12), LONDON)
    return int((there.utcoffset() or timedelta()).total_seconds()) // 60


def visit(
    h: History,
    day: int,
    outcome: Outcome,
    purpose: Purpose | None = None,
    *,
    search: bool | None = None,
    minutes: int | None = None,
) -> Row:
    """One knock at the door, unannounced but for a few with good grounds, by a crew of two."""
    draw = h.rng.random
    if purpose is None:
        purpose = PURPOSES[int(draw() * (len(PURPOSES) if h.order_until else len(PURPOSES) - 1))]
    if search is None:
        search = purpose is Purpose.ASSESS_RISK and draw() < rates.SEARCH_SOUGHT
    manager = h.manager(day)
    other = h.force.colleague(h.unit, h.place, h.between(0, 7))
    if other == manager:
        other = h.sergeant
    minutes = (_hour(h) if minutes is None else minutes) - _ahead(day)
    row = h.add(
        "visits",
        day,
        at=f"{iso(day)}T{minutes // 60:02d}:{minutes % 60:02d}:00Z",
        address_ref=_door(h, day),
        purpose=purpose,
        sought_entry_to_search=YES if search else NO,
        outcome=outcome,
        crew=f"{manager};{other}",
    )
    told = rates.ANNOUNCED_TOO_OFTEN if h.force.announces(h.unit) else rates.ANNOUNCED
    if draw() < told:
        row["notice_hours"] = h.between(12, 72)
        row["notice_reason"] = AGREED[int(draw() * len(AGREED))]
        row["notice_authorised_by"] = h.sergeant
    return row


def _door(h: History, day: int) -> str:
    """The home on a day."""
    text = iso(day)
    for row in reversed(h.rows["addresses"]):
        if row["kind"] != "other" and row["since"] <= text:
            return str(row["ref"])
    return ""
