"""What the brief asks the population engine of crimes: which columns of which facts, and which days."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from watchkeeper.briefing.asking import DAYS_A_WEEK, end_of, listed
from watchkeeper.crimes import tables as crimes
from watchkeeper.crimes.facts import Relationship
from watchkeeper.engine.standing import Pull
from watchkeeper.engine.tables import Table
from watchkeeper.law.clocks import DAY
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce import tables as workforce

_BY_NAME: dict[str, Table] = {each.name: each for each in (*crimes.TABLES, *workforce.TABLES)}
_WORDS = frozenset({"summary", "postcode", "note", "says", "name", "threat", "harm", "risk"}) | {
    "investigation",
    "vulnerability",
    "engagement",
}
"""What officers wrote in words, which no clock reads."""
NEAR = ", ".join(f"'{each.value}'" for each in (Relationship.FAMILY, Relationship.CARER))
OF_CRIMES = (
    *("crime_parties", "crime_grades", "crime_holdings", "crime_reviews", "crime_enquiries"),
    *("crime_events", "crime_victim_contacts", "crime_devices", "allocation_disputes"),
    "allocation_overrides",
)
"""Tables of which only the facts of crimes that are still asked about are read."""
OF_OFFICERS = (
    *("clearances", "clearance_changes", "allegations", "safe_to_work", "restricted_duties"),
    *("suspensions", "screenings", "abstractions", "tutors"),
)
"""Tables that decide what work an officer may hold."""
CLOCKS = {
    "grade_before": "grade_within_days",
    "allocate_before": "allocate_within_days",
    "initial_before": "initial_review_days",
    "plan_before": "plan_within_days",
    "enquiry_before": "enquiry_days",
    "suspect_before": "suspect_outstanding_days",
    "submit_before": "device_submitted_days",
    "examine_before": "device_examined_days",
    "look_before": "second_look_days",
    "decide_before": "dispute_days",
    "confirm_before": "victim_confirmation_working_days",
    "needs_before": "victim_needs_days",
    "refer_before": "victim_referral_working_days",
    "tell_before": "victim_told_working_days",
}
"""What begins before the day may be late: the least that any value of the row has ever allowed is counted."""
REVIEWS = ("review_before", "second_before", "later_before")


def asked(law: Shelf, *, on: date) -> dict[str, Any]:
    """The days and words the reductions need, each from the shelf."""
    told = {word for _, value in law["victim_told_events"].values for word in _several(value)}
    return {
        "asked_until": end_of(on),
        "closed_before": on - law["closed_crime_look_back_days"].whole(on) * DAY,
        "bail_until": bail_until(law, on=on) + DAY,
        "action_outcomes": listed(tuple(map(str, law["action_outcomes"].wholes(on)))),
        "least_words": law["second_look_least_words"].whole(on),
        "told_events": f";{';'.join(sorted(told))};",
        **{name: on - least(law[row]) * DAY for name, row in CLOCKS.items()},
        **{name: on - _least_step(law["review_days"], at) * DAY for at, name in enumerate(REVIEWS)},
    }


def bail_until(law: Shelf, *, on: date) -> date:
    """The last day of bail that the brief of `on` looks ahead to: its nearest horizon."""
    return on + timedelta(days=DAYS_A_WEEK * law["brief_horizons_weeks"].wholes(on)[0])


def least(row: Parameter) -> int:
    """The least whole number that any value of a row of the shelf holds, whatever its day."""
    return min(number for _, value in row.values for number in _numbers(value))


def first_pulls() -> tuple[Pull, ...]:
    """What tells which crimes are still asked about; and what is on record of officers."""
    related = f"relationship IN ({NEAR})"
    return (
        Pull(_BY_NAME["crimes"], ("ref", "reported_at", "offence")),
        Pull(_BY_NAME["crime_outcomes"], _columns("crime_outcomes")),
        Pull(_BY_NAME["crime_parties"], ("crime_ref",), related, "related"),
        *(Pull(_BY_NAME[name], _columns(name)) for name in OF_OFFICERS),
    )


def then_pulls() -> tuple[Pull, ...]:
    """Everything else, asked about some crimes alone."""
    whole = Pull(_BY_NAME["crimes"], _columns("crimes"), "", "open_crimes", "ref")
    rest = (Pull(_BY_NAME[name], _columns(name)) for name in OF_CRIMES)
    return (whole, *(replace(pull, whose="crime_ref") for pull in rest))


def table(name: str) -> Table:
    """A table of crimes or of the workforce, by its name."""
    return _BY_NAME[name]


def _columns(name: str) -> tuple[str, ...]:
    return tuple(each for each in ("ref", *(c.name for c in _BY_NAME[name].columns)) if each not in _WORDS)


def _least_step(row: Parameter, at: int) -> int:
    """The least that comes at a place of a row of steps, or from there on at the last place."""
    found = []
    for _, value in row.values:
        steps = list(_numbers(value))
        place = min(at, len(steps) - 1)
        found.append(min(steps[place:]) if at == len(REVIEWS) - 1 else steps[place])
    return min(found)


def _numbers(value: Any) -> Iterable[int]:
    return value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else (value,)


def _several(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)
