"""An act about a crime: power, policy, trail, and need to know."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.rules.seeing import may_see_crime
from watchkeeper.crimes.stored import case_as_known
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Act, act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.stored import officer_as_known


@dataclass(frozen=True, slots=True)
class Acting:
    """Who does what to which crime, when, why, under which law: what every act about a crime is given."""

    crime: str
    by: Officer
    on: date
    law: Shelf
    purpose: str
    at: datetime


@contextmanager
def act_on_crime(power: Power, acting: Acting, *, about_own: bool = False) -> Iterator[tuple[Act, Case]]:
    """`workforce.acts.act` on one crime, with all that is on record of it at that instant.

    Raises Refused without the power, without need to know, and for a crime nobody recorded.
    """
    with act(
        power,
        by=acting.by,
        about=acting.crime,
        on=acting.on,
        law=acting.law,
        purpose=acting.purpose,
        at=acting.at,
        about_own=about_own,
    ) as this:
        case = case_as_known(acting.crime, known_at=acting.at)
        if case is None:
            missing = Reason(
                False, f"no crime is on record as {acting.crime or '(blank)'}", RECORDS, "on record"
            )
            this.require(Decision((missing,)))
            raise AssertionError("unreachable: an unmet reason is refused")
        this.require(need_to_know(acting.by, case, acting.law, on=acting.on, known_at=acting.at))
        yield this, case


def need_to_know(officer: Officer, case: Case, law: Shelf, *, on: date, known_at: datetime) -> Decision:
    """Whether an officer needs to know of a crime, with what is on record of whoever is a party to it."""
    return may_see_crime(
        officer,
        case,
        on=on,
        unit_of_party=unit_of_party(case, known_at),
        force_wide=law["force_wide_units"].words(on),
    )


def unit_of_party(case: Case, known_at: datetime) -> str:
    """The unit of one of the force's own who is a party to the crime; empty where none is."""
    for party in case.parties:
        if party.officer:
            found = officer_as_known(party.officer, known_at=known_at)
            if found is not None:
                return found.unit
    return ""
