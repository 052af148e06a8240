"""What is at stake with one person tonight: level, interval and days since last seen, with reasons.

Force policy by way of `visits.rules.frequency`; where something is not recorded, the strictest.
"""

from dataclasses import dataclass
from datetime import date
from math import ceil

from watchkeeper.law.clocks import months_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days
from watchkeeper.risk.facts import Level, Outlook
from watchkeeper.risk.rules.level import months_for
from watchkeeper.visits.facts import Contact
from watchkeeper.visits.rules.frequency import interval

NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Stake:
    """What worth and tickets ask of one person. `level` is None where the strictest is taken instead."""

    level: Level | None
    days_unseen: int
    interval_days: int
    weight: float
    because: tuple[Given, ...]


def stake(contact: Contact, outlook: Outlook, law: Shelf, *, on: date) -> Stake:
    """What is at stake with one person on a day, by policy on visits and the weight of levels.

    Somebody never seen counts as the gravest whatever level was set: nobody has looked. Their days
    run from registration; where that is not recorded either, from the age at which the harm of a
    day is no longer steep, and the reasons say so. A level not recorded counts as the gravest too.
    """
    weights = law["harm_weight"]
    level = outlook.level.level if outlook.level is not None else None
    seen = contact.last_seen_on
    if seen is not None:
        every = interval(outlook, law, on=on)
        interval_days = (months_after(every.months, seen) - seen).days
        unseen = (on - seen).days
        because = [Given("last seen", f"{day(seen)}, {days(unseen)} ago", every.because.cite), every.because]
    else:
        level = None
        months = months_for("visit_interval_months", None, law, on=on)
        since = outlook.registered_on
        start = since or on
        interval_days = (months_after(months, start) - start).days
        ages = law["harm_curve_ages"].numbers(on)
        unseen = (on - since).days if since is not None else ceil(ages[-1] * interval_days)
        told = f"on the register since {day(since)}" if since else "no day to count from"
        because = [
            Given("last seen", f"never; {told}: the strictest level", law["visit_interval_months"].cite)
        ]
    weight = weights.number_of(level if level is not None else NOT_RECORDED, on)
    if level is None and seen is not None:
        because.append(Given("level", "not recorded: the strictest", weights.cite))
    because.append(Given("a day unmanaged weighs", f"{weight:g}", weights.cite))
    return Stake(level, max(unseen, 0), interval_days, weight, tuple(because))


def may_be_planned(visit: Due) -> Decision:
    """Whether a person is a candidate for an unannounced visit at all, from the clock of their visit.

    Not while the clock is held (custody, hospital, abroad: they are not there) and not on reactive
    management that holds (no home visit is owed, NPCC 2017): the clock's own reasons are repeated.
    A clock that lacks its date is a candidate: missing is louder than late.
    """
    held = visit.standing is Standing.HELD
    lifted = visit.standing is Standing.NONE
    words = "; ".join(f"{given.what}: {given.value}" for given in visit.because)
    return Decision(
        (
            Reason(not held, words if held else "within reach", visit.cite),
            Reason(not lifted, words if lifted else "home visits are owed", visit.cite),
        )
    )
