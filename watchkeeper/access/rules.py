"""Need to know: who may see a person's record, and why."""

from datetime import date

from watchkeeper.access.facts import Known, Relation
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Officer, Role

FORCE_WIDE = frozenset({Role.INSPECTION, Role.SYSTEM})
CITE = "Data Protection Act 2018, s.40"


def relation(officer: Officer, known: Known, law: Shelf, *, on: date) -> Relation:
    """How the officer stands to the person on a day; officers of force-wide units work for everybody."""
    if officer.ref == known.manager:
        return Relation.MANAGER
    if officer.unit and officer.unit == known.unit:
        return Relation.UNIT
    force = law["force_wide_units"].words(on)
    if officer.role in FORCE_WIDE or officer.unit in force:
        return Relation.FORCE
    return Relation.NONE


def may_see(officer: Officer, known: Known, law: Shelf, *, on: date) -> Decision:
    """Whether the officer needs to know about the person on a day.

    A person whose unit nobody recorded is seen by the whole force: hidden from everybody they
    would be nobody's.
    """
    found = relation(officer, known, law, on=on)
    needs = found is not Relation.NONE or not known.unit
    return Decision(
        (Reason(needs, str(found) if needs else "not of the person's unit, and not their manager", CITE),)
    )
