"""Whether the last month is out of the ordinary, held against the months before it in the same unit.

Two of Shewhart's charts. A share has a p-chart: months look at different numbers of things, and its limits
widen where there are few. Where a unit's past is more uneven than chance would make it, as shares of a
register always are, they widen by as much again (Laney). A count of what comes in has an individuals
chart, from how far each month lies from the one before: nothing is assumed of how such counts are spread.
"""

from collections.abc import Sequence
from datetime import date
from math import sqrt

from watchkeeper.inspection.facts import Alarm, Chart, Counted, Measured
from watchkeeper.law.clocks import month_before
from watchkeeper.law.shelf import Shelf

RANGE_OF_TWO = 1.128
"""How far two draws of one spread lie apart on average, in its standard deviations: arithmetic, no policy."""

LEAST_TO_COMPARE = 2  # days: one, and one before it


def chart(measured: Measured, unit: str, law: Shelf) -> Chart:
    """The chart of one unit, "" for the force, on the last day measured.

    The limits rest on the months before the last, the newest of them kept. A share is alarming above
    the limit of policy, above its control limit, or after months in a row above the centre; a count that
    should not fall, below its control limit or after months in a row below the centre.
    """
    on = measured.days[-1]
    counts = _apart(measured, measured.counts.get(unit, ()))
    judged = _count(counts, law, on) if measured.measure.signal else _share(counts, law, on)
    now = counts[-1].share if counts else None
    if measured.limit is not None and now is not None and now > measured.limit:
        return Chart(judged.centre, judged.low, judged.high, (Alarm.OVER, *judged.alarms), judged.why)
    return judged


def _apart(measured: Measured, counts: Sequence[Counted]) -> Sequence[Counted]:
    """The counts without that of a month-end whose month shares days with the month up to the last day.

    Nothing is held against itself: what fell in both would be on both sides.
    """
    if not measured.measure.monthly or len(counts) < LEAST_TO_COMPARE:
        return counts
    before, last = measured.days[-2:]
    return (*counts[:-2], counts[-1]) if before > month_before(last) else counts


def _share(counts: Sequence[Counted], law: Shelf, on: date) -> Chart:
    past = _past([each for each in counts[:-1] if each.of], law, on)
    if not counts or not counts[-1].of:
        return _unjudged("nothing was looked at")
    if past is None:
        return _unjudged(_too_little(law, on))
    last, sigmas = counts[-1], law["measure_chart_sigmas"].number(on)
    centre = sum(each.many for each in past) / sum(each.of for each in past)
    uneven = 1.0
    if 0 < centre < 1:
        spread = [(each.many / each.of - centre) / _error(centre, each.of) for each in past]
        uneven = max(1.0, _moving(spread))
    reach = sigmas * _error(centre, last.of) * uneven
    low, high = max(0.0, centre - reach), min(1.0, centre + reach)
    share = last.many / last.of
    alarms = [Alarm.ROSE] if share > high else []
    if _run([each.many / each.of - centre for each in (*past, last)], law, on) > 0:
        alarms.append(Alarm.SHIFT)
    why = f"p-chart of {len(past)} months before" + (
        f", limits {uneven:.1f} times as wide as chance would have them" if uneven > 1 else ""
    )
    return Chart(centre, low, high, tuple(alarms), why)


def _count(counts: Sequence[Counted], law: Shelf, on: date) -> Chart:
    many = [each.many for each in counts]
    begun = next((at for at, each in enumerate(many) if each), len(many))
    past = _past(many[begun:-1], law, on)
    if past is None:
        return _unjudged(_too_little(law, on))
    centre, last = sum(past) / len(past), many[-1]
    reach = law["measure_chart_sigmas"].number(on) * _moving(past)
    low, high = max(0.0, centre - reach), centre + reach
    alarms = [Alarm.FELL] if last < low else []
    if _run([each - centre for each in (*past, last)], law, on) < 0:
        alarms.append(Alarm.SHIFT)
    return Chart(centre, low, high, tuple(alarms), f"individuals chart of {len(past)} months before")


def _past[T](before: Sequence[T], law: Shelf, on: date) -> Sequence[T] | None:
    """The newest months a judgement rests on; None where there are too few."""
    kept = before[-law["measure_chart_most_past"].whole(on) :]
    return kept if len(kept) >= law["measure_chart_least_past"].whole(on) else None


def _run(apart: Sequence[float], law: Shelf, on: date) -> int:
    """1 where the newest months in a row all lie above the centre, -1 where below, else 0."""
    newest = apart[-law["measure_chart_run"].whole(on) :]
    if len(newest) < law["measure_chart_run"].whole(on):
        return 0
    return 1 if min(newest) > 0 else -1 if max(newest) < 0 else 0


def _moving(values: Sequence[float]) -> float:
    """The standard deviation that the steps from each value to the next speak of."""
    steps = [abs(one - other) for one, other in zip(values[1:], values, strict=False)]
    return sum(steps) / len(steps) / RANGE_OF_TWO if steps else 0.0


def _error(centre: float, of: int) -> float:
    return sqrt(centre * (1 - centre) / of)


def _too_little(law: Shelf, on: date) -> str:
    return f"fewer than {law['measure_chart_least_past'].whole(on)} months of past"


def _unjudged(why: str) -> Chart:
    return Chart(None, None, None, (), f"cannot be judged: {why}")
