"""Who needs to know of a crime: whoever holds or reviews it, its unit, and whoever works for the force.

And who may be told one thing of it alone: that somebody they look after is suspected.
"""

from collections.abc import Collection
from datetime import date

from watchkeeper.crimes.facts import Case, Part
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.workforce.facts import Officer, Role

CITE = "Data Protection Act 2018, s.40"
WHOLE_FORCE = frozenset({Role.INTELLIGENCE, Role.INSPECTION, Role.SYSTEM})
NOT_AVAILABLE = Reason(False, "not available", CITE, "available")


def may_see_crime(
    officer: Officer, case: Case, *, on: date, unit_of_party: str = "", force_wide: Collection[str] = ()
) -> Decision:
    """Whether the officer needs to know of the crime.

    Nobody sees a crime they are a party to. A crime in which one of the force's own is a party is
    closed to that officer's unit, `unit_of_party`: professional standards and another unit have it.
    Both are told no more than that it is not available. Officers of a `force_wide` unit of policy
    see what their power lets them, of whichever unit: so is a crime kept from its own unit given away.
    """
    officers = {party.officer for party in case.parties if party.officer}
    if officer.ref in officers:
        return Decision((NOT_AVAILABLE,))
    if officer.role is Role.STANDARDS:
        return Decision((Reason(bool(officers), "one of the force's own is a party", CITE),))
    held = holder(case, on=on)
    if held is not None and officer.ref in (held.officer, held.supervisor):
        return Decision((Reason(True, "holds or reviews it", CITE),))
    if officers and unit_of_party and officer.unit == unit_of_party:
        return Decision((NOT_AVAILABLE,))
    wide = officer.role in WHOLE_FORCE or officer.unit in force_wide
    near = wide or not case.crime.unit or officer.unit == case.crime.unit
    return Decision((Reason(near, "of the unit of the crime, or of the whole force", CITE),))


def may_know_of_suspect(
    officer: Officer, case: Case, *, theirs: Collection[str], unit_of_party: str = ""
) -> Decision:
    """Whether the officer may be told that somebody they look after is suspected in the crime.

    `theirs` are the suspects whose record they may see, which `access.rules.may_see` says: their
    manager, of whichever unit, and nobody whom a conflict or a restriction shuts out. Whom a
    party of the force's own shuts out of the crime, it shuts out of this too.
    """
    officers = {party.officer for party in case.parties if party.officer}
    if officer.ref in officers or (officers and unit_of_party and officer.unit == unit_of_party):
        return Decision((NOT_AVAILABLE,))
    suspects = {party.person for party in case.parties if party.person and party.part is Part.SUSPECT}
    known = bool(suspects & set(theirs))
    return Decision((Reason(known, "may see the record of a suspect in it", CITE),))
