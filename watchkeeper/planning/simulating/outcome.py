"""What a policy left unmanaged, and what its crews got done: the figures of one run."""

from dataclasses import dataclass

import numpy as np

from watchkeeper.planning.simulating.running import LEVELS, Run
from watchkeeper.risk.facts import HIGH_RISK


@dataclass(frozen=True, slots=True)
class Outcome:
    """Figures of one run; those that say `later` are of its second half, when the start is worked off.

    exposure: harm a day of everybody (`visits.rules.worth`), and in the second half · overdue by level
    at the end · lost_later: by level, most people at once past twice their interval · worst_later: by
    level, the longest anybody went unseen, in intervals · seen and tried a shift: people seen, and doors
    knocked at, for each crew shift worked.
    """

    exposure: float
    exposure_later: float
    overdue: tuple[int, ...]
    lost_later: tuple[int, ...]
    worst_later: tuple[float, ...]
    seen_a_shift: float
    tried_a_shift: float
    shifts: int

    @property
    def high_overdue(self) -> int:
        """People at very high and high risk overdue at the end."""
        return sum(self.overdue[:HIGH_RISK])

    @property
    def high_worst(self) -> float:
        """The longest anybody at very high or high risk went unseen later on, in intervals."""
        return max(self.worst_later[:HIGH_RISK])


def outcome(run: Run) -> Outcome:
    """The figures of `run`."""
    daily, half = run.daily, run.days // 2
    later = daily[half:]
    overdue, lost, worst = (slice(1 + at * LEVELS, 1 + (at + 1) * LEVELS) for at in range(3))
    shifts = max(run.crew_shifts, 1)
    return Outcome(
        exposure=float(daily[:, 0].mean()),
        exposure_later=float(later[:, 0].mean()),
        overdue=tuple(int(one) for one in daily[-1, overdue]),
        lost_later=tuple(int(one) for one in later[:, lost].max(axis=0)),
        worst_later=tuple(float(one) for one in later[:, worst].max(axis=0)),
        seen_a_shift=float(run.column("seen").sum()) / shifts,
        tried_a_shift=len(run.log) / shifts,
        shifts=run.crew_shifts,
    )


def cleared_on(run: Run, people: np.ndarray, *, share: float) -> tuple[int | None, ...]:
    """By level, the first day after which at most `share` of its people were overdue; None: not in the run.

    people (levels,) how many stand at each level. A level without people is clear from the first day.
    """
    overdue = run.daily[:, 1 : 1 + LEVELS]
    clear = overdue <= np.floor(share * people)
    return tuple(int(np.argmax(clear[:, at])) + 1 if clear[:, at].any() else None for at in range(LEVELS))
