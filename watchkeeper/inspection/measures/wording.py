"""A measure in sentences: what it counts, what each of its months stands for, and what it does not say."""

from datetime import date

from watchkeeper.inspection.facts import Measure
from watchkeeper.law.clocks import DAY
from watchkeeper.law.wording import day


def counting(measure: Measure) -> str:
    """What the measure counts, as a sentence."""
    return f"Counts {measure.of}" + (f", such that {measure.counted}." if measure.counted else ".")


def caveats(measure: Measure, *, on: date) -> str:
    """What each of its months stands for, `on` being the last day measured, and what it does not say.

    Blank where neither needs words.
    """
    return " ".join(each for each in (_months(measure, on), unsaid(measure)) if each)


def unsaid(measure: Measure) -> str:
    """What the measure does not say, and why, as a sentence; blank where nothing needs saying."""
    return f"{measure.unsaid[:1].upper()}{measure.unsaid[1:]}." if measure.unsaid else ""


def _months(measure: Measure, on: date) -> str:
    if not measure.monthly:
        return ""
    if (on + DAY).day == 1:
        return "Each day stands for the month that ends on it."
    return (
        f"Each month-end stands for its own month, and {day(on)} for the month up to it, which shares days "
        "with the month-end before and is not held against it."
    )
