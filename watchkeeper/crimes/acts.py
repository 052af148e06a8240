"""An act about a crime: power, policy, trail, and need to know."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.rules.seeing import may_see_crime
from watchkeeper.crimes.stored import case_as_known
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Act, Acting, acted
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.stored import officer_as_known


@contextmanager
def act_on_crime(power: Power, acting: Acting, *, about_own: bool = False) -> Iterator[tuple[Act, Case]]:
    """`workforce.acts.act` on one crime, with all that is on record of it at that instant.

    Raises Refused without the power, without need to know, and for a crime nobody recorded.
    """
    with acted(power, acting, about_own=about_own) as this:
        case = case_as_known(acting.about, known_at=acting.at)
        if case is None:
            missing = Reason(
                False, f"no crime is on record as {acting.about or '(blank)'}", RECORDS, "on record"
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
