"""Which shifts are worked on which day of the week: the same hours, at other times."""

from dataclasses import dataclass

import numpy as np

from watchkeeper.planning.simulating import invented

# Invented: shifts of six hours on the road, minutes after midnight.
EARLY, DAY, LATE = (420, 780), (600, 960), (900, 1260)


@dataclass(frozen=True, slots=True)
class Roster:
    """`days` from Monday: for each day of the week the shifts one unit works, (start, end) minutes."""

    name: str
    days: tuple[tuple[tuple[int, int], ...], ...]

    def shifts_a_week(self) -> int:
        """Crew shifts of one unit in a week, before sickness and multipliers."""
        return sum(len(day) for day in self.days)


MIXED = Roster(
    "mixed",
    ((DAY, LATE), (EARLY, LATE), (DAY, LATE), (EARLY, LATE), (DAY, LATE), (EARLY,), (LATE,)),
)
OFFICE = Roster(
    "office hours", ((DAY, DAY), (DAY, DAY), (DAY, DAY), (DAY, DAY), (DAY, DAY, DAY, DAY), (), ())
)
EVENINGS = Roster(
    "weekday evenings",
    ((DAY, LATE), (EARLY, LATE), (DAY, LATE), (EARLY, LATE), (DAY, EARLY, LATE, LATE), (), ()),
)
WEEKENDS = Roster(
    "weekend days",
    ((DAY, DAY), (EARLY, DAY), (DAY,), (EARLY, DAY), (DAY, DAY), (DAY, DAY), (DAY,)),
)
ROSTERS = (OFFICE, WEEKENDS, EVENINGS, MIXED)


@dataclass(frozen=True, slots=True)
class Crews:
    """The crews of one unit on one day: shift (k, 2) minutes after midnight, pair (k,)."""

    shift: np.ndarray
    pair: np.ndarray


def crews_on(
    roster: Roster, *, weekday: int, day: int, times: float, pairs: int, dice: np.random.Generator
) -> Crews:
    """Who turns out: the roster `times` over, part shifts drawn, some crews sick. Pairs take turns."""
    worked = roster.days[weekday]
    whole = int(times)
    shifts = list(worked) * whole + [one for one in worked if dice.random() < times - whole]
    shifts = [one for one in shifts if dice.random() >= invented.SICK_SHARE]
    pair = np.array([(day * 2 + turn) % pairs for turn in range(len(shifts))], dtype=np.int64)
    return Crews(np.array(shifts, dtype=np.int64).reshape(-1, 2), pair)
