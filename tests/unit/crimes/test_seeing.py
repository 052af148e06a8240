"""Who needs to know of a crime: its unit, its holder; never a party, nor the unit of one of the force's own."""

from datetime import date

import pytest

from tests.conftest import ON
from tests.unit.crimes.scene import CRIME, INVESTIGATOR, OTHER_UNIT, STANDARDS
from tests.unit.workforce.officers import SERGEANT, officer
from watchkeeper.crimes.facts import Case, Held, Part, Party
from watchkeeper.crimes.rules.seeing import may_know_of_suspect, may_see_crime
from watchkeeper.workforce.facts import Officer, Rank, Role

PLAIN = Case(CRIME)
OWN = Case(CRIME, parties=(Party("P1", "C1", Part.SUSPECT, officer=SERGEANT.ref),))
HELD = Case(CRIME, holdings=(Held("H1", "C1", OTHER_UNIT.ref, date(2026, 3, 18)),))
COMMANDER = Officer("HQ1", Rank.COMMANDER, Role.SENIOR_OFFICER, "HQ")
INTELLIGENCE = officer("N1", Rank.CONSTABLE, Role.INTELLIGENCE)


@pytest.mark.parametrize(
    ("name", "who", "case", "sees"),
    [
        ("of its unit", INVESTIGATOR, PLAIN, True),
        ("of another unit", OTHER_UNIT, PLAIN, False),
        ("of another unit, and holds it", OTHER_UNIT, HELD, True),
        ("of a unit that answers for the force", COMMANDER, PLAIN, True),
        ("standards, and nobody of the force's own is in it", STANDARDS, PLAIN, False),
        ("standards, and one is", STANDARDS, OWN, True),
        ("the suspect", SERGEANT, OWN, False),
        ("of the suspect's unit", INVESTIGATOR, OWN, False),
        ("intelligence of the suspect's unit", INTELLIGENCE, OWN, False),
        ("above the suspect's unit: somebody can still give it away", COMMANDER, OWN, True),
    ],
)
def test_who_needs_to_know(name: str, who: Officer, case: Case, sees: bool) -> None:
    found = may_see_crime(who, case, on=ON, unit_of_party="U1", force_wide=("HQ",))
    assert found.allowed is sees, name


def test_what_is_kept_from_somebody_says_no_more_than_that() -> None:
    for who in (SERGEANT, INVESTIGATOR):
        (reason,) = may_see_crime(who, OWN, on=ON, unit_of_party="U1").reasons
        assert reason.says == "not available"


SUSPECT = Party("P2", "C1", Part.SUSPECT, person="R1")
VICTIM = Party("P3", "C1", Part.VICTIM, person="R2")
OF_OWN = Party("P4", "C1", Part.VICTIM, officer=SERGEANT.ref)


@pytest.mark.parametrize(
    ("name", "who", "parties", "theirs", "told"),
    [
        ("may see the suspect's record", OTHER_UNIT, (SUSPECT, VICTIM), ("R1",), True),
        ("may see the victim's alone", OTHER_UNIT, (SUSPECT, VICTIM), ("R2",), False),
        ("may see nobody's", OTHER_UNIT, (SUSPECT,), (), False),
        ("one of the force's own is in it, of another unit", OTHER_UNIT, (SUSPECT, OF_OWN), ("R1",), True),
        ("one of the force's own is in it, of their unit", INVESTIGATOR, (SUSPECT, OF_OWN), ("R1",), False),
        ("is in it", SERGEANT, (SUSPECT, OF_OWN), ("R1",), False),
    ],
)
def test_who_is_told_of_a_suspect(
    name: str, who: Officer, parties: tuple[Party, ...], theirs: tuple[str, ...], told: bool
) -> None:
    found = may_know_of_suspect(who, Case(CRIME, parties=parties), theirs=theirs, unit_of_party="U1")
    assert found.allowed is told, name
