"""Who needs to know of a crime: its unit, its holder; never a party, nor the unit of one of the force's own."""

from datetime import date

import pytest

from tests.conftest import ON
from tests.unit.crimes.scene import CRIME, INVESTIGATOR, OTHER_UNIT, STANDARDS
from tests.unit.workforce.officers import SERGEANT, officer
from watchkeeper.crimes.facts import Case, Held, Part, Party
from watchkeeper.crimes.rules.seeing import may_see_crime
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
