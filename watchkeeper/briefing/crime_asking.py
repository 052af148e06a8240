"""What the brief asks the population engine of crimes: which columns of which facts, and which days."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from watchkeeper.briefing.asking import DAYS_A_WEEK, end_of, listed
from watchkeeper.briefing.crime_closed import NEAR, Closed
from watchkeeper.crimes import tables as crimes
from watchkeeper.engine.standing import Pull, quoted
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
LOOKS = ("crime_ref", "on", "by", "reason", "second_by", "second_on", "second_agrees", "safeguarding")
"""What is read of outcomes of whose second look anything is recorded, which is what LOOKED_AT asks."""
SECOND_LOOKS = "second_looks"
LOOKED_AT = "second_by <> '' OR second_agrees IS NOT NULL"
OF_OFFICERS = (
    *("clearances", "clearance_changes", "allegations", "safe_to_work", "restricted_duties"),
    *("suspensions", "screenings", "abstractions", "tutors"),
)
"""Tables that decide what work an officer may hold."""
CRIMES = (
    "ref",
    "reported_at",
    "reported_month",
    "offence",
    "occurred_on",
    "domestic",
    "high_risk",
    "lines_of_enquiry",
    "street",
)
"""What is read of every crime: who was told what is read of those still asked about."""
OF_RUNNING = {
    "crime_holdings": ("crime_ref", "officer_ref", "since", "until", "supervisor"),
    "crime_reviews": ("crime_ref", "kind", "on", "next_on"),
    "crime_enquiries": ("crime_ref", "set_on", "due_on", "done_on"),
    "crime_grades": ("crime_ref", "on"),
    "crime_devices": ("crime_ref", "device", "step", "on"),
    "allocation_disputes": ("crime_ref", "on", "decided_on"),
}
"""What is read of the facts of crimes that are not surely closed; the longest tables first."""
OF_OPEN = {
    "crime_victim_contacts": ("crime_ref", "told", "on", "party", "event"),
    "crime_parties": ("ref", "crime_ref", "part", "person", "officer", "born_on", "relationship"),
    "crime_events": ("ref", "crime_ref", "kind", "on", "party", "until"),
}
"""What is read of those closed lately too: their victims may still be owed a word."""
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
WHOLE = "whole_"
"""How the tables of crimes that are read whole begin."""
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
        "several_lines": law["several_lines"].whole(on),
        "child_under": law["child_under"].whole(on),
        **{name: on - least(law[row]) * DAY for name, row in CLOCKS.items()},
        **{name: on - _least_step(law["review_days"], at) * DAY for at, name in enumerate(REVIEWS)},
    }


def bail_until(law: Shelf, *, on: date) -> date:
    """The last day of bail that the brief of `on` looks ahead to: its nearest horizon."""
    return on + timedelta(days=DAYS_A_WEEK * law["brief_horizons_weeks"].wholes(on)[0])


def least(row: Parameter) -> int:
    """The least whole number that any value of a row of the shelf holds, whatever its day."""
    return min(number for _, value in row.values for number in _numbers(value))


def first_pulls(unit: str = "", shut: Closed | None = None) -> tuple[Pull, ...]:
    """What tells which crimes are still asked about; and what is on record of officers.

    Of a unit, its crimes and those its officers hold or supervise, of whichever unit these are. Crimes
    that are surely `shut`, and their outcomes, are left out.
    """
    whose, about = _of_unit(unit) if unit else ("", "")
    crimes = Pull(_BY_NAME["crimes"], CRIMES, whose, whose="ref", among=shut.others if shut else None)
    related = Pull(_BY_NAME["crime_parties"], ("crime_ref",), f"relationship IN ({NEAR})", "related")
    return (crimes, *_outcomes(about, shut), related, *(Pull(_BY_NAME[n], _columns(n)) for n in OF_OFFICERS))


def _outcomes(about: str, shut: Closed | None) -> tuple[Pull, ...]:
    """Outcomes, and what is recorded of second looks: in one reading where few outcomes are read at all."""
    table = _BY_NAME["crime_outcomes"]
    if shut is not None:
        of = " AND ".join(filter(None, (about, shut.outcomes)))
        columns = ("crime_ref", "outcome", *LOOKS[1:])
        return (Pull(table, columns, of, overtaken_ids=shut.overtaken),)
    looked = " AND ".join(filter(None, (f"({LOOKED_AT})", about)))
    return Pull(table, ("crime_ref", "outcome", "on"), about), Pull(table, LOOKS, looked, SECOND_LOOKS)


def then_pulls(columns: Mapping[str, tuple[str, ...]]) -> tuple[Pull, ...]:
    """These columns of these tables, asked about some crimes alone."""
    return tuple(Pull(_BY_NAME[name], of, whose="crime_ref") for name, of in columns.items())


def whole_pulls(columns: Mapping[str, Iterable[str]]) -> tuple[Pull, ...]:
    """These columns of these tables, for crimes that are read whole."""
    return tuple(
        Pull(
            _BY_NAME[name],
            tuple(dict.fromkeys((whose := "ref" if name == "crimes" else "crime_ref", *of))),
            into=f"{WHOLE}{name}",
            whose=whose,
        )
        for name, of in columns.items()
    )


def table(name: str) -> Table:
    """A table of crimes or of the workforce, by its name."""
    return _BY_NAME[name]


def _of_unit(unit: str) -> tuple[str, str]:
    """What a crime of a unit's brief satisfies, and an outcome of such a crime: whichever version said so."""
    crimes, held, officers = (
        Pull(_BY_NAME[name], ()).stored for name in ("crimes", "crime_holdings", "officers")
    )
    named = quoted(unit)
    theirs = f"(SELECT o.ref FROM {officers} o WHERE o.unit = {named})"
    hands = f"SELECT h.crime_ref FROM {held} h WHERE h.officer_ref IN {theirs} OR h.supervisor IN {theirs}"
    whose = f"(unit = {named} OR ref IN ({hands}))"
    return whose, f"crime_ref IN (SELECT c.ref FROM {crimes} c WHERE c.unit = {named} UNION {hands})"


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
