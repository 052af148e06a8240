"""The queue of online suspects: each open referral by harm and then by time left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from watchkeeper.law.clocks import london_day, minutes_between
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.suspects.facts import BANDS, Band, Case
from watchkeeper.suspects.rules.clocks import enforced
from watchkeeper.suspects.rules.duties import duties
from watchkeeper.suspects.rules.standing import stands

NO_BAND, ENFORCED = "no band", "enforced"
HARMS = (NO_BAND, *map(str, BANDS), ENFORCED)
"""By how grave, gravest first: nobody knows what a referral without a band is, so it stands on top.

Of one that was enforced the band says no more how soon: what is left of it stands last.
"""


@dataclass(frozen=True, slots=True)
class SuspectLine:
    """One referral as the queue shows it. `minutes` since receipt; `left` until the next clock runs out.

    `left` is below 0 once it has, and None where nothing with an instant is owed. `late` counts the
    clocks that have run out.
    """

    ref: str
    unit: str
    minutes: int
    band: Band | None
    expired: bool
    enforced: bool
    due: Due | None
    left: int | None
    late: int

    @property
    def harm(self) -> str:
        if self.enforced:
            return ENFORCED
        return str(self.band) if self.band is not None else NO_BAND


def in_order(lines: Iterable[SuspectLine]) -> list[SuspectLine]:
    """The gravest first, of these the one whose clock runs out first or ran out longest ago."""
    return sorted(
        lines, key=lambda line: (HARMS.index(line.harm), line.left is None, line.left or 0, line.ref)
    )


def line_of(case: Case, law: Shelf, *, at: datetime) -> SuspectLine:
    """One referral as the queue shows it at an instant, whoever asks."""
    counted, dues = stands(case, law, at=at), clocks(case, law, at=at)
    done = enforced(case, at=at) is not None
    first = next((due for due in dues if due.at is not None), None)
    return SuspectLine(
        case.referral.ref,
        case.referral.unit,
        minutes_between(case.received_at, at),
        counted.band,
        counted.expired_at is not None and not done,
        done,
        first,
        -first.minutes_late(at) if first is not None else None,
        sum(is_late(due, at=at) for due in dues),
    )


def clocks(case: Case, law: Shelf, *, at: datetime) -> list[Due]:
    """Every clock of the case: what has no instant first, then the one that runs out first."""
    found = duties(case, law, at=at)
    return sorted(found, key=lambda due: (due.at is not None, due.at or at, due.duty, due.about))


def is_late(due: Due, *, at: datetime) -> bool:
    """Whether a clock has run out; one that counts days, from the day after its last."""
    return due.minutes_late(at) > 0 or (due.at is None and due.late(london_day(at)))
