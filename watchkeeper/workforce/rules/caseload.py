"""How much a manager holds, weighed by risk and by hours worked. Rule 72."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Officer

PER_CENT = 100  # of a case, the unit of the weights on the shelf


class Burden(StrEnum):
    """How a load stands, lightest first."""

    WITHIN = "within"
    OVER = "over"  # nobody may be added
    ALERT = "alert"  # the inspector is told
    STOP = "stop"  # people must be given to others


def weighed(load: float) -> str:
    """A load in words.

    >>> weighed(1.0), weighed(25.5)
    ('1 weighted case', '25.5 weighted cases')
    """
    return f"{load:g} weighted case" + ("" if load == 1 else "s")


@dataclass(frozen=True, slots=True)
class Load:
    """`cases` counts people; `weighted` and `cap` are in cases of medium risk."""

    officer: str
    cases: int
    weighted: float
    cap: float
    standing: Burden
    because: tuple[str, ...]
    cite: str
    confirmed: bool = True


def caseload(officer: Officer, counts_by_level: Mapping[str, int], law: Shelf, *, on: date) -> Load:
    """What `officer` holds, and how that stands against cap, alert and stop.

    Keys of `counts_by_level` are levels as recorded, or "not recorded", which weighs as
    the shelf says and never as low. Up to and at the cap a load is within; above it, over;
    from the alert on, alert; from the stop on, stop. All three shrink with part-time hours.

    Raises KeyError for a level that is not on the shelf.

    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.workforce.facts import Rank, Role
    >>> officer = Officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "NW", hours_share=0.5)
    >>> load = caseload(officer, {"high": 10, "low": 21}, shelf.load(), on=date(2026, 3, 20))
    >>> load.weighted, load.cap, load.standing.value
    (25.5, 25.0, 'over')
    """
    weights, cap = law["caseload_weight"], law["caseload_cap"]
    alert, stop = law["caseload_alert"].whole(on), law["caseload_stop"].whole(on)
    share = officer.hours_share
    held = [(level, count, weights.of(level, on)) for level, count in counts_by_level.items() if count]
    weighted = sum(count * weight for _, count, weight in held) / PER_CENT
    allowed = cap.whole(on) * share
    if weighted >= stop * share:
        standing = Burden.STOP
    elif weighted >= alert * share:
        standing = Burden.ALERT
    elif weighted > allowed:
        standing = Burden.OVER
    else:
        standing = Burden.WITHIN
    because = (
        *(f"{count} {level} at {weight / PER_CENT:g}" for level, count, weight in held),
        f"{weighed(weighted)}; cap {allowed:g}, alert {alert * share:g}, stop {stop * share:g}",
        *((f"works {share:g} of full-time hours",) if share < 1 else ()),
    )
    return Load(
        officer.ref,
        sum(count for _, count, _ in held),
        weighted,
        allowed,
        standing,
        because,
        cap.cite,
        law.confirmed("caseload_cap", "caseload_alert", "caseload_stop", "caseload_weight"),
    )
