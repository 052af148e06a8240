"""A study of one instrument: calibration, discrimination, drift and burden, each figure in a row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.measures.burden import HIGH, OFFENDED, WRONGLY, Burden, Falls, burden
from watchkeeper.risk.measures.calibration import Held, Large, by_band, by_part, in_the_large, known
from watchkeeper.risk.measures.discrimination import area
from watchkeeper.risk.measures.drift import Apart, Month, apart, middle, months
from watchkeeper.risk.measures.facts import Estimate, Followed, Limits

WITHHELD, NOT_WORKED_OUT = "withheld: too few people", "cannot be worked out"
"""Why a figure has no value."""


@dataclass(frozen=True, slots=True)
class Studied:
    """All that a study says. What cannot be worked out is None or empty, never nought."""

    people: int
    outcomes: int
    offended: int
    large: Large | None
    bands: tuple[Held, ...]
    parts: tuple[Held, ...]
    area: Estimate | None
    apart: Apart | None
    months: tuple[Month, ...]
    burdens: tuple[Burden, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in a row of its own. Without a value it is withheld, or could not be worked out, as `why`
    says."""

    part: str
    of: str
    measure: str
    value: float | None
    least: float | None = None
    most: float | None = None
    people: int | None = None
    why: str = ""


def limits(law: Shelf, *, on: date) -> Limits:
    """The numbers of policy a study keeps to, on a day."""
    return Limits(
        fewest=law["fairness_fewest"].whole(on),
        confidence=law["fairness_confidence"].share(on),
        parts=law["fairness_parts"].whole(on),
        look=law["fairness_drift"].number_of("look", on),
        act=law["fairness_drift"].number_of("act", on),
        high=law["fairness_high"].words(on),
    )


def study(
    rows: Sequence[Followed], bands: Sequence[str], keeps: Limits, *, since: date | None = None
) -> Studied:
    """What people's scores and outcomes say of an instrument with these `bands`, lightest first.

    The later period begins `since`; where none is given, at the month that parts the people in halves.
    """
    outcomes = known(rows)
    begins = since or middle(rows)
    characteristics = sorted({name for each in rows for name in each.groups})
    return Studied(
        people=len(rows),
        outcomes=len(outcomes),
        offended=sum(bool(each.reoffended) for each in outcomes),
        large=in_the_large(rows, keeps.confidence),
        bands=tuple(each for each in by_band(rows, bands, keeps.confidence) if each.people),
        parts=by_part(rows, keeps.parts, keeps.confidence),
        area=area(rows, keeps.confidence),
        apart=apart(rows, begins, keeps) if begins else None,
        months=months(rows, begins, keeps) if begins else (),
        burdens=tuple(burden(rows, name, keeps) for name in characteristics),
    )


def figures(found: Studied) -> Iterator[Figure]:
    """Every figure of a study, in its order: what a file of it holds."""
    yield Figure("people", "all", "in the list", found.people)
    yield Figure("people", "all", "whose outcome is known", found.outcomes)
    yield Figure("people", "all", "who offended again", found.offended)
    yield from _large(found.large)
    for part, several in (("calibration by band", found.bands), ("calibration by part", found.parts)):
        for each in several:
            why = "" if each.expected is not None else NOT_WORKED_OUT
            yield Figure(part, each.of, "expected", each.expected, people=each.people, why=why)
            yield _estimate(part, each.of, "observed", each.observed)
    yield _estimate("discrimination", "all", "area under the curve", found.area)
    if found.apart is not None:
        yield Figure(
            *("drift", f"since {found.apart.since}", "population stability index", found.apart.index),
            people=found.apart.later,
            why=str(found.apart.drift),
        )
    for month in found.months:
        yield Figure("month", month.month, "mean score", month.mean, people=month.people)
        yield _estimate("month", month.month, "placed high", month.high)
        yield Figure("month", month.month, "population stability index", month.index, people=month.people)
    for burden_of in found.burdens:
        for falls in (*burden_of.groups, burden_of.together):
            yield from _falls(burden_of.characteristic, falls)


def _large(large: Large | None) -> Iterator[Figure]:
    if large is None:
        return
    part = "calibration in the large"
    yield Figure(part, "all", "expected to offend again", large.expected, people=large.people)
    why = "" if large.ratio is not None else NOT_WORKED_OUT
    yield Figure(part, "all", "observed for each one expected", large.ratio, people=large.people, why=why)
    yield _estimate(part, "all", "intercept", large.intercept)
    yield _estimate(part, "all", "slope", large.slope)


def _falls(characteristic: str, falls: Falls) -> Iterator[Figure]:
    part = f"burden by {characteristic}"
    yield Figure(part, falls.group, "people", falls.people, why=_withheld("people", falls))
    for measure, found in (
        (HIGH, falls.placed_high),
        (WRONGLY, falls.wrongly_high),
        (OFFENDED, falls.offended),
    ):
        yield _estimate(part, falls.group, measure, found, _withheld(measure, falls))
    why = "" if falls.expected is not None else _withheld("people", falls) or NOT_WORKED_OUT
    yield Figure(part, falls.group, "expected", falls.expected, why=why)


def _withheld(measure: str, falls: Falls) -> str:
    return WITHHELD if measure in falls.withheld else ""


def _estimate(part: str, of: str, measure: str, found: Estimate | None, why: str = "") -> Figure:
    if found is None:
        return Figure(part, of, measure, None, why=why or NOT_WORKED_OUT)
    return Figure(part, of, measure, found.value, found.least, found.most, found.people)
