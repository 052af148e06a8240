"""What recorded attempts say of one person's habits: which count, faded how, and in a sentence.

A proposal of ours beside `visits.rules.habits`; the numbers are rows of force policy. What is not
modelled: a move to another address starts no new record, it only fades with time; and a run of no
replies counts both as habit and, in `visits.rules.away`, as an absence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import exp2

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names
from watchkeeper.people.facts import Away, away_on
from watchkeeper.visits.facts import Outcome, Visit
from watchkeeper.visits.rules.away import absent
from watchkeeper.visits.rules.week import CELLS, cell_of


class Found(StrEnum):
    """What an attempt says about who is in."""

    IN = "found in"
    OUT = "not in"
    NEITHER = "says nothing of habit"


COUNTED: dict[Outcome | None, Found] = {
    Outcome.SEEN: Found.IN,
    Outcome.ENTERED: Found.IN,
    Outcome.NO_REPLY: Found.OUT,
    Outcome.NOT_AT_HOME: Found.OUT,
    Outcome.REFUSED: Found.NEITHER,  # somebody was there; the record does not say who
    Outcome.GONE_AWAY: Found.NEITHER,  # about the address, not the hour
    Outcome.NO_SUCH_ADDRESS: Found.NEITHER,
    Outcome.CALLED_OFF: Found.NEITHER,  # nobody knocked
    None: Found.NEITHER,  # nobody recorded what came of it
}


def found(visit: Visit, away: tuple[Away, ...]) -> Found:
    """Whether an attempt found the person in, out, or says nothing of their habits: our proposal.

    A refusal is not a no reply: somebody was there. Gone away and no such address are about the
    place. Somebody in custody, in hospital or abroad that day could not have been in. An announced
    visit shows what notice does, not when the person is in.
    """
    if visit.notice_hours is not None or (away and away_on(away, visit.day) is not None):
        return Found.NEITHER
    return COUNTED[visit.outcome]


@dataclass(frozen=True, slots=True)
class Record:
    """One person's attempts by cell: as counted, and faded so that old ones weigh less.

    `times_in` of `times` are whole; `seen` of `attempts` are faded. `knocks` are the attempts that
    count since the person was last found in, oldest first: the day and the cell of each.
    """

    times_in: tuple[int, ...]
    times: tuple[int, ...]
    seen: tuple[float, ...]
    attempts: tuple[float, ...]
    knocks: tuple[tuple[date, int], ...]


def record(
    visits: Iterable[Visit], away: tuple[Away, ...], law: Shelf, calendar: Calendar, *, on: date
) -> Record:
    """What the attempts before and on a day say of one person's habits. Force policy `habit_half_life_days`.

    An attempt counts half after that many days, a quarter after twice as many.
    """
    half_life = law["habit_half_life_days"].number(on)
    cells = range(len(CELLS))
    times_in, times = [0 for _ in cells], [0 for _ in cells]
    seen, attempts = [0.0 for _ in cells], [0.0 for _ in cells]
    knocks: list[tuple[date, int]] = []
    for visit in sorted((one for one in visits if one.day <= on), key=lambda one: (one.at, one.ref)):
        what, cell = found(visit, away), cell_of(visit.at, law, calendar, on=on)
        if what is Found.IN:
            knocks.clear()  # at any hour: they were here
        if what is Found.NEITHER or cell is None:
            continue
        weight = exp2(-(on - visit.day).days / half_life)
        times[cell] += 1
        attempts[cell] += weight
        if what is Found.IN:
            times_in[cell] += 1
            seen[cell] += weight
        else:
            knocks.append((visit.day, cell))
    return Record(tuple(times_in), tuple(times), tuple(seen), tuple(attempts), tuple(knocks))


def sentence(
    known: Record,
    chances: Sequence[float],
    alike: Sequence[float],
    cells: Sequence[int],
    law: Shelf,
    *,
    on: date,
) -> str:
    """What is known of one person's habits, as a sergeant would say it. Force policy `away_said_at`.

    Parameters
    ----------
    chances, alike
        The chance of finding them in, and what people of the same kinds do: by cell.
    cells
        The columns of the coming day (`habits.cells_on`); the likeliest of them is named.
    """
    best = max(cells, key=lambda cell: chances[cell])
    tried = [
        f"{times_in} of {times} {name}"
        for name, times_in, times in zip(CELLS, known.times_in, known.times, strict=True)
        if times
    ]
    own = f"in on {names(tried)}" if tried else "not yet tried at an hour that counts"
    said = (
        f"{own}; people like this are in on {alike[best]:.0%} of {CELLS[best]}, "
        f"so {chances[best]:.0%} likely then"
    )
    away = absent([(day, chances[cell]) for day, cell in known.knocks], law, on=on)
    if away.probability < law["away_said_at"].share(on):
        return said
    return f"{said}; {away.says}: {away.probability:.0%} likely to be away for a while"
