"""What each prospect is worth tonight: the chance of being in, the ticket, the index, and a sentence.

The same facts, key and seed give the same answer, whatever order they come in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.facts import Candidate
from watchkeeper.planning.prospects import Prospect
from watchkeeper.risk.facts import GRAVE
from watchkeeper.visits.facts import Duty, Purpose
from watchkeeper.visits.fitting import fit
from watchkeeper.visits.rules.attempts import sentence
from watchkeeper.visits.rules.away import absent
from watchkeeper.visits.rules.habits import Habits, chances, kind_chances
from watchkeeper.visits.rules.required import Binding
from watchkeeper.visits.rules.tickets import drawn, drawn_as, part_drawn, rate, used_share
from watchkeeper.visits.rules.week import cells_on
from watchkeeper.visits.rules.worth import curve, worths

type Reals = NDArray[np.float64]


ALWAYS = 0
"""Seed of the learning of habits: what is known of somebody does not hang on the seed of a plan."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One candidate with what the sentences are made from. `part` is drawn where policy draws it."""

    prospect: Prospect
    candidate: Candidate
    purpose: Purpose
    habit: str
    part: str = ""


def weigh(
    found: Sequence[Prospect],
    *,
    key: bytes,
    law: Shelf,
    calendar: Calendar,
    on: date,
    habits: Habits | None = None,
) -> tuple[Weighed, ...]:
    """Every prospect with their chance of being in, their ticket, and what an attempt is worth.

    Habits are learnt from the attempts on everybody in `found`, or handed in. `found` is in order
    of ref, as `prospects` gives it.
    """
    if not found:
        return ()
    seen = np.array([each.record.seen for each in found], float)
    tried = np.array([each.record.attempts for each in found], float)
    habits = habits if habits is not None else fit(seen, tried, seed=ALWAYS, law=law, on=on)
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
        rate=np.array([each.ticket for each in rates]) * used_share(law, on=on),
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
                    level=str(each.level or "not recorded"),
                    days_unseen=each.stake.days_unseen,
                    interval_days=each.stake.interval_days,
                    rate=rates[place].ticket,
                    drawn=lot.may,
                    surprise=lot.must,
                    chances=tuple(round(float(value), 4) for value in tonight[place]),
                    worth=round(float(index[place]), 4),
                    required=each.required.says if each.required is not None else "",
                ),
                purpose_of(each),
                sentence(each.record, mean[place], alike[place], cells, law, on=on),
                part_drawn(key, who, on, tuple(tonight[place]), law, on=on) or "",
            )
        )
    return tuple(told)


def purpose_of(prospect: Prospect) -> Purpose:
    """What the visit is for, from what makes it due: release, an order to be checked, risk, or routine."""
    if prospect.due.duty == Duty.FIRST_VISIT and prospect.contact.last_seen_on is not None:
        return Purpose.AFTER_RELEASE
    if prospect.required is not None and prospect.required.binding is Binding.ORDER:
        return Purpose.ORDER_CHECK
    if prospect.stake.level in (None, *GRAVE):
        return Purpose.ASSESS_RISK
    return Purpose.ROUTINE


def _away(prospect: Prospect, mean: Any, law: Shelf, on: date) -> float:
    """The chance that somebody is away for a while beyond what anybody is: knocks in vain say it."""
    knocks = [(day, float(mean[cell])) for day, cell in prospect.record.knocks]
    usual = absent((), law, on=on).probability
    if not knocks:
        return 0.0
    return max((absent(knocks, law, on=on).probability - usual) / (1 - usual), 0.0)
