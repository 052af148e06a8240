"""What is odd in plans of nights past: never chosen, not to be driven, or read by the wrong eyes.

A plan is made by a machine and read by few, so nobody would notice by themselves. A proposal of ours;
the numbers are rows of force policy.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import counted, day, names
from watchkeeper.planning.facts import Came, PlanLook, PlanRecord
from watchkeeper.planning.rules.seeing import minute_of
from watchkeeper.visits.rules.week import HOUR
from watchkeeper.workforce.facts import Officer, Role

LEFT_OUT = "left out of every plan"
UNDRIVABLE = "a round no crew could drive"
OFF_CREW = "a plan read by somebody off the crew"
PLANNERS = frozenset({Role.SUPERVISOR, Role.DUTY_INSPECTOR, Role.SENIOR_OFFICER})


@dataclass(frozen=True, slots=True)
class Oddity:
    """One finding: about whom or what, in words, and the row it rests on."""

    what: str
    who: str
    unit: str
    why: tuple[str, ...]
    cite: str
    about: str = ""


def never_chosen(records: Iterable[PlanRecord], law: Shelf, *, on: date) -> Oddity | None:
    """Somebody on whom the lot fell night after night, and whom every plan left out. By force policy.

    Counted over the days policy looks back, since the last night on which a visit was planned,
    whatever came of it. `records` are of one person, in any order.
    """
    row = law["left_out_nights"]
    first = on.toordinal() - law["left_out_looked_back_days"].whole(on)
    known = sorted(
        (each for each in records if first < each.night.toordinal() <= on.toordinal()),
        key=lambda each: (each.night, each.came is Came.PLANNED, each.ref),
    )
    run: list[PlanRecord] = []
    for each in known:
        if each.came is Came.PLANNED:
            run.clear()
        else:
            run.append(each)
    nights = sorted({each.night for each in run})
    if len(nights) < row.whole(on):
        return None
    why = (
        f"the lot fell on {len(nights)} nights since {day(nights[0])}, the last on {day(nights[-1])}",
        "no plan held a visit on any of them",
    )
    return Oddity(LEFT_OUT, run[-1].person, run[-1].unit, why, row.cite)


def undrivable(
    stops: Sequence[PlanRecord],
    travel_minutes: Callable[[str, str], int | None],
    law: Shelf,
    *,
    on: date,
) -> Oddity | None:
    """A round that asks more of its crew than the way between two doors allows, by force policy.

    `stops` are the planned visits of one crew and night. `travel_minutes` gives the way from one
    person's home to another's, None where either is on no map: then only the clock is asked.
    """
    row = law["round_slack_minutes"]
    slack = row.whole(on)
    timed = sorted(
        ((minute_of(each.starts_at), each) for each in stops if each.starts_at is not None),
        key=lambda pair: (pair[0], pair[1].person),
    )
    why = []
    for (first, here), (then, there) in pairwise(timed):
        way = travel_minutes(here.person, there.person) or 0
        missing = first + (here.minutes or 0) + way - then
        if missing > slack:
            why.append(
                f"{_clock(then)} cannot be kept after {_clock(first)}: {counted(missing, 'minute')} too few"
            )
    if not why:
        return None
    one = stops[0]
    return Oddity(
        UNDRIVABLE, one.unit, one.unit, (f"the round of {day(one.night)}", *why), row.cite, "+".join(one.crew)
    )


def off_crew(look: PlanLook, officers: Mapping[str, Officer], law: Shelf, *, on: date) -> Oddity | None:
    """A look at a plan by somebody who neither plans for the unit nor is on the crew of the round.

    By force policy `force_wide_units` and our own table of powers. A look refused is on the
    trail and is none: nothing was shown.
    """
    row = law["plan_looks_back_days"]
    if not on.toordinal() - row.whole(on) < look.night.toordinal():
        return None
    officer = officers.get(look.officer)
    wide = law["force_wide_units"].words(on)
    plans = officer is not None and officer.role in PLANNERS and officer.unit in (look.unit, *wide)
    if plans or look.officer in look.crew:
        return None
    role = str(officer.role) if officer is not None else "not on record"
    of = f"the round of {names(look.crew)}" if look.crew else "the whole plan"
    why = (f"opened {of} for {day(look.night)}", f"{role}, not on that crew and no planner of {look.unit}")
    return Oddity(OFF_CREW, look.officer, look.unit, why, row.cite, look.ref)


def _clock(minute: int) -> str:
    return "{:02}:{:02}".format(*divmod(minute, HOUR))
