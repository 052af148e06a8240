"""A signal that falls below a unit's own past is a fault until somebody shows that it is not.

After a new records system in another force, referrals fell and nobody noticed: fewer was
read as better. Here a fall is an alarm. The chart is Shewhart's for counts, with limits
widened where the unit's own past is more uneven than chance.
"""

from collections.abc import Iterable
from datetime import date
from math import sqrt
from statistics import fmean, median, pvariance

from watchkeeper.inspection.facts import Fall, Reading, Verdict, Weekly
from watchkeeper.law.shelf import Shelf

ROWS = (
    "signal_least_past",
    "signal_most_past",
    "signal_sigmas",
    "signal_least_expected",
    "signal_most_together",
)


def falls(weekly: Iterable[Weekly], law: Shelf, *, on: date) -> tuple[Fall, ...]:
    """Every signal that fell, in the order given. `judge` says of the others why not."""
    verdicts = (judge(each, law, on=on) for each in weekly)
    return tuple(verdict.fall for verdict in verdicts if verdict.fall is not None)


def judge(weekly: Weekly, law: Shelf, *, on: date) -> Verdict:
    """Whether the last week's count lies below what the unit's own past leads one to expect.

    Expected is the median of the past weeks, so that a few silent weeks do not teach the
    chart that silence is normal. The floor is expected less so many standard deviations:
    the square root of expected where the past varies as chance would, more where its
    variance is greater than its mean.

    A quiet unit, where even a count of 0 would lie above the floor, is judged on several
    weeks together, up to `signal_most_together`; `count`, `expected` and `floor` then speak of
    those weeks. A week at or above the past mean never alarms, whatever came before it.

    UNJUDGED when there is too little past, or the counts are too small or too uneven for a
    fall to be told from chance.

    >>> from watchkeeper.inspection.facts import Signal
    >>> from watchkeeper.law import shelf
    >>> steady = Weekly(Signal.VISITS, "NW", (25,) * 12 + (9,))
    >>> judge(steady, shelf.load(), on=date(2026, 3, 20)).fall.floor
    10.0
    """
    least, most = law["signal_least_past"].whole(on), law["signal_most_past"].whole(on)
    sigmas, enough = law["signal_sigmas"].whole(on), law["signal_least_expected"].whole(on)
    counts, weeks = weekly.counts, 0
    for weeks in range(1, law["signal_most_together"].whole(on) + 1):
        past = counts[:-weeks][-most:]
        if len(past) < least:
            return _unjudged(weekly, f"{len(past)} weeks of past, {least} needed, to judge {_weeks(weeks)}")
        usual, mean = median(past), fmean(past)
        uneven = max(1.0, pvariance(past) / mean) if mean else 1.0
        expected = weeks * usual
        floor = expected - sigmas * sqrt(expected * uneven)
        if expected >= enough and floor > 0:
            break
    else:
        return _unjudged(
            weekly, f"usually {usual:g} a week: too few or too uneven to tell a fall from chance"
        )
    count = sum(counts[-weeks:])
    because = (
        f"{count} in {_weeks(weeks)}; {expected:g} expected from the median of {len(past)} weeks before",
        f"floor {floor:.1f}: {sigmas} standard deviations below",
        *((f"past weeks vary {uneven:.1f} times as much as chance would",) if uneven > 1 else ()),
    )
    if count >= floor or counts[-1] >= mean:
        return Verdict(weekly.signal, weekly.unit, Reading.STEADY, because)
    fall = Fall(weekly.signal, weekly.unit, count, expected, floor, because, law.confirmed(*ROWS))
    return Verdict(weekly.signal, weekly.unit, Reading.FELL, because, fall)


def _weeks(count: int) -> str:
    return "1 week" if count == 1 else f"{count} weeks"


def _unjudged(weekly: Weekly, why: str) -> Verdict:
    return Verdict(weekly.signal, weekly.unit, Reading.UNJUDGED, (why,))
