"""A crime is given by one act alone, to who may hold it; what is sealed is told to nobody."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.crimes.scene import INVESTIGATOR, acting, staff
from tests.unit.workforce.officers import INSPECTOR, MANAGER, SERGEANT, officer
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.access.models import ConflictDeclared
from watchkeeper.audit.actions import check
from watchkeeper.crimes import models
from watchkeeper.crimes.actions.holding import allocate, decide_dispute, dispute, override
from watchkeeper.crimes.holders import fitness_of, may_hold
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.stored import case_as_known
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Course, Rank, Role
from watchkeeper.workforce.models import Allegation, Clearance, Screening, Suspension, Training
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
IMAGES, BURGLARY = "86/2", "28E"
RECRUIT, DETECTIVE = replace(INVESTIGATOR, ref="R1"), replace(INVESTIGATOR, ref="D2")
ALLOCATOR = officer("A1", Rank.CONSTABLE, Role.ALLOCATOR)
CHIEF = officer("CI1", Rank.CHIEF_INSPECTOR, Role.SENIOR_OFFICER)
BEFORE = date(2025, 1, 6)


def passed(ref: str, *courses: Course) -> None:
    for course in courses:
        Training.objects.create(
            ref=f"T-{ref}-{course}", officer_ref=ref, course=course.value, awarded_on=BEFORE, **CARRIED
        )


def vetted(ref: str, until: date = date(2030, 1, 1)) -> None:
    Clearance.objects.create(
        ref=f"V-{ref}", officer_ref=ref, clearance="MV", granted_on=BEFORE, expires_on=until, **CARRIED
    )


@pytest.fixture(autouse=True)
def force() -> None:
    staff()
    for one in (RECRUIT, DETECTIVE, ALLOCATOR, CHIEF):
        StoredOfficer.objects.create(
            ref=one.ref, rank=one.rank.value, role=one.role.value, unit=one.unit, **CARRIED
        )
    vetted("R1")
    vetted("D2")
    vetted("O2")
    passed("D2", Course.PIP1, Course.PIP2, Course.SCAIDP, Course.SSAIDP, Course.INDECENT_IMAGES)
    passed("O2", Course.PIP2, Course.PIP2_SUPERVISOR, Course.SCAIDP, Course.SSAIDP, Course.INDECENT_IMAGES)
    Screening.objects.create(
        ref="S1", officer_ref="D2", on=BEFORE, cleared=True, expires_on=date(2030, 1, 1), **CARRIED
    )


def crime(offence: str = IMAGES, ref: str = "C1") -> None:
    reported = NOON - DAY
    models.Crime.objects.create(
        ref=ref, reported_at=reported, offence=offence, unit="U1", domestic=False, **CARRIED
    )


def given(law: Shelf, to: str = "D2", by: Any = ALLOCATOR, later: int = 0, crime: str = "C1") -> models.Held:
    return allocate(to, "O2", acting(by, law, crime=crime, later=later))


def held_by(later: int = 0) -> str:
    case = case_as_known("C1", known_at=NOON + timedelta(minutes=later))
    assert case is not None
    found = holder(case, on=ON)
    return found.officer if found else ""


def test_an_allocator_gives_images_to_somebody_who_may_hold_them(law: Shelf) -> None:
    crime()
    given(law)
    assert held_by() == "D2"
    assert check().holds


def test_a_recruit_is_refused_images_with_every_reason_at_once_and_nothing_is_stored(law: Shelf) -> None:
    crime()
    with pytest.raises(Refused):
        given(law, "R1")
    refused("PIP", "indecent images tools", "not available")
    assert held_by() == ""


@pytest.mark.parametrize("by", [INVESTIGATOR, MANAGER], ids=["an investigator", "a manager"])
def test_without_the_power_nobody_gives_a_crime(law: Shelf, by: Any) -> None:
    crime()
    with pytest.raises(Refused):
        given(law, by=by)
    assert not models.Held.objects.exists()


SEALED: dict[str, Any] = {
    "suspended": lambda: Suspension.objects.create(ref="X", officer_ref="D2", since=ON, **CARRIED),
    "alleged": lambda: Allegation.objects.create(
        ref="X", officer_ref="D2", kind="domestic abuse", made_on=ON, severity=3, **CARRIED
    ),
    "unvetted": lambda: Clearance.objects.create(
        ref="V-D2",
        officer_ref="D2",
        clearance="MV",
        granted_on=BEFORE,
        expires_on=ON,
        **{**CARRIED, "act": 2},
    ),
    "not cleared": lambda: Screening.objects.create(
        ref="S1", officer_ref="D2", on=BEFORE, cleared=False, **{**CARRIED, "act": 2}
    ),
}


@pytest.mark.parametrize("why", SEALED)
def test_what_is_sealed_refuses_and_says_no_more_than_not_available(law: Shelf, why: str) -> None:
    crime()
    SEALED[why]()
    with pytest.raises(Refused) as caught:
        given(law)
    assert [reason.says for reason in caught.value.decision.unmet] == ["not available"]
    told = [reason for reason in last().reasons if "available" not in reason]
    assert not [reason for reason in told if reason.startswith("not met")]
    case = case_as_known("C1", known_at=NOON)
    assert case is not None
    full = may_hold("D2", case, law, on=ON, known_at=NOON).unmet
    assert len(full) == 1
    assert full[0].says != "not available"


def test_a_conflict_of_interest_with_a_party_refuses(law: Shelf) -> None:
    crime()
    person()
    models.Party.objects.create(ref="P", crime_ref="C1", part="suspect", person="P1", **CARRIED)
    ConflictDeclared.objects.create(
        ref="K", person_ref="P1", officer_ref="D2", since=BEFORE, by="D2", sealed=False, **CARRIED
    )
    with pytest.raises(Refused):
        given(law)
    refused("conflict of interest")


def test_given_to_another_the_first_spell_ends_on_the_same_day(law: Shelf) -> None:
    crime(BURGLARY)
    passed("R1", Course.PIP1)
    given(law, "R1")
    given(law, "D2", later=1)
    assert held_by(1) == "D2"
    case = case_as_known("C1", known_at=NOON + timedelta(minutes=1))
    assert case is not None
    assert [(each.officer, each.until) for each in case.holdings] == [("R1", ON), ("D2", None)]
    with pytest.raises(Refused):
        given(law, "D2", later=2)
    refused("holds it already")


def test_what_an_officer_holds_counts_and_what_is_closed_does_not(law: Shelf) -> None:
    for ref in ("C1", "C2", "C3"):
        crime(BURGLARY, ref)
        models.Held.objects.create(
            ref=f"H-{ref}", crime_ref=ref, officer_ref="D2", since=BEFORE, supervisor="O2", **CARRIED
        )
    models.Finalised.objects.create(
        ref="F", crime_ref="C3", outcome=18, on=BEFORE, by="D2", reason="no suspect", **CARRIED
    )
    both = fitness_of("D2", law, on=ON, known_at=NOON)
    one = fitness_of("D2", law, on=ON, known_at=NOON, without="C1")
    assert both is not None
    assert one is not None
    assert both.load == 2 * one.load > 0


def test_a_supervisor_who_may_not_supervise_it_is_refused(law: Shelf) -> None:
    crime()
    for supervisor, words in (
        ("O3", "supervisor: has not passed"),
        ("D2", "nobody supervises"),
        ("X9", "on record as X9"),
    ):
        with pytest.raises(Refused):
            allocate("D2", supervisor, acting(ALLOCATOR, law))
        refused(words)


def test_leave_of_the_rank_opens_what_policy_lets_it_and_allocates_nothing(law: Shelf) -> None:
    crime(BURGLARY)
    with pytest.raises(Refused):
        given(law, "R1")
    with pytest.raises(Refused):
        override("R1", ON + DAY, "nobody else on duty", acting(INSPECTOR, law, later=1))
    refused("chief inspector or above")
    override("R1", ON + 28 * DAY, "nobody else on duty", acting(CHIEF, law, later=2))
    assert held_by(2) == ""
    given(law, "R1", later=3)
    assert held_by(3) == "R1"


@pytest.mark.parametrize("days", [0, 29])
def test_leave_lapses_within_the_days_of_policy(law: Shelf, days: int) -> None:
    crime()
    with pytest.raises(Refused):
        override("R1", ON + days * DAY, "nobody else on duty", acting(CHIEF, law))
    refused("lapses within 28 days")


def test_leave_does_not_open_a_suspension(law: Shelf) -> None:
    crime()
    SEALED["suspended"]()
    override("D2", ON + DAY, "nobody else on duty", acting(CHIEF, law))
    with pytest.raises(Refused):
        given(law, later=1)
    refused("not available")


def test_a_dispute_has_one_decider_and_upheld_leaves_the_crime_owed(law: Shelf) -> None:
    crime()
    given(law)
    with pytest.raises(Refused):
        dispute("not mine", "D2", acting(INVESTIGATOR, law, later=1))
    refused("neither holds nor disputes")
    with pytest.raises(Refused):
        dispute("not mine", "A1", acting(INVESTIGATOR, law, later=1))
    refused("the decider named may decide a dispute")
    row = dispute("not for this unit", "O3", acting(INVESTIGATOR, law, later=2))
    with pytest.raises(Refused):
        dispute("again", "O3", acting(SERGEANT, law, later=3))
    refused("no other dispute is open")
    with pytest.raises(Refused):
        decide_dispute(row.ref, acting(CHIEF, law, later=4), upheld=True)
    refused("O3 decides it")
    decide_dispute(row.ref, acting(INSPECTOR, law, later=5), upheld=True)
    assert held_by(5) == ""
    with pytest.raises(Refused):
        decide_dispute(row.ref, acting(INSPECTOR, law, later=6), upheld=False)
    refused("it is open")


def test_a_dispute_not_upheld_leaves_the_crime_where_it_is(law: Shelf) -> None:
    crime()
    given(law)
    row = dispute("not for this unit", "O3", acting(INVESTIGATOR, law, later=1))
    decide_dispute(row.ref, acting(INSPECTOR, law, later=2), upheld=False)
    assert held_by(2) == "D2"
