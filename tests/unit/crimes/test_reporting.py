"""A report is saved whatever is missing; a suspect on the register is pushed to their manager in the same act."""

from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from django.urls import resolve

from tests.conftest import NOON, ON
from tests.unit.crimes.scene import CRIME, INVESTIGATOR, OTHER_UNIT, acting, crime, staff
from tests.unit.workforce.officers import ADMINISTRATOR, MANAGER, SERGEANT
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.access import models as access
from watchkeeper.alerts.models import Alert
from watchkeeper.audit.actions import check
from watchkeeper.crimes.actions.looking import look, look_at_suspects
from watchkeeper.crimes.actions.reporting import Named, Reported, add_party, take_report
from watchkeeper.crimes.facts import Part, Party
from watchkeeper.crimes.models import Crime
from watchkeeper.crimes.models import Party as StoredParty
from watchkeeper.crimes.stored import case_as_known, open_refs
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.models import Managed

pytestmark = pytest.mark.django_db
SUSPECT = Named(Party("", "", Part.SUSPECT, person="P1"), "Ann Example")


@pytest.fixture(autouse=True)
def force() -> None:
    staff()
    person()
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O1", since=date(2025, 1, 6), **CARRIED)


def test_a_report_of_nothing_to_act_on_is_refused_and_makes_no_crime(law: Shelf) -> None:
    bare = replace(CRIME, offence="", unit="", postcode="E1 1AA")
    with pytest.raises(Refused, match="says what happened"):
        take_report(Reported(bare, "  "), (), acting(INVESTIGATOR, law, crime=""))
    assert not Crime.objects.exists()
    refused("says what happened")


def test_a_report_with_its_instant_and_one_word_is_saved_and_open(law: Shelf) -> None:
    bare = replace(CRIME, offence="", unit="")
    row = take_report(Reported(bare, "shouting"), (), acting(INVESTIGATOR, law, crime=""))
    assert row.ref
    case = case_as_known(row.ref, known_at=NOON)
    assert case is not None
    assert (case.crime.offence, case.crime.domestic) == ("", None)
    assert open_refs(on=ON, known_at=NOON, law=law) == [row.ref]
    assert check().holds


def test_a_suspect_on_the_register_is_pushed_to_whoever_manages_them(law: Shelf) -> None:
    take_report(Reported(CRIME), (SUSPECT,), acting(INVESTIGATOR, law))
    alert = Alert.objects.get()
    assert (alert.officer_ref, alert.person_ref, alert.cause) == ("O1", "P1", "C1")
    assert "Example" not in alert.says


def test_the_alert_leads_to_what_its_reader_may_open_whatever_strokes_the_reference_has(law: Shelf) -> None:
    take_report(
        Reported(replace(CRIME, unit="U2")), (SUSPECT,), acting(INVESTIGATOR, law, crime="01/12 a/26")
    )
    page = Alert.objects.get().page
    assert page == "/crimes/01~12%20a~26/suspects/"
    assert resolve(unquote(page)).kwargs == {"crime": "01/12 a/26"}
    assert resolve(unquote(page)).url_name == "crime-suspects"


def test_a_manager_of_another_unit_is_told_of_their_own_and_no_more(law: Shelf) -> None:
    other = Named(Party("", "", Part.SUSPECT), "Somebody Else")
    elsewhere = replace(CRIME, unit="U2")
    take_report(Reported(elsewhere, "in the words of a victim"), (SUSPECT, other), acting(OTHER_UNIT, law))
    with pytest.raises(Refused):
        look(acting(MANAGER, law))
    told = look_at_suspects(acting(MANAGER, law, later=1))
    assert (told.people, told.unit, told.closed) == (("P1",), "U2", False)
    assert told.offence == "Rape of a female aged 16 and over"
    assert "words" not in str(told)
    assert dict(last().facts)["suspects"] == "1"
    assert last().about == "C1"


def test_of_a_suspect_nobody_is_told_who_may_not_see_their_record(law: Shelf) -> None:
    take_report(Reported(replace(CRIME, unit="U3")), (SUSPECT,), acting(INVESTIGATOR, law))
    with pytest.raises(Refused):
        look_at_suspects(acting(OTHER_UNIT, law))
    refused("record of a suspect")
    with pytest.raises(Refused):
        look_at_suspects(acting(MANAGER, law, crime="C9"))
    refused("record of a suspect")
    access.ConflictDeclared.objects.create(
        ref="CD1", person_ref="P1", officer_ref="O1", since=date(2026, 3, 1), **CARRIED
    )
    with pytest.raises(Refused):
        look_at_suspects(acting(MANAGER, law, later=1))


def test_a_victim_on_the_register_is_not_pushed(law: Shelf) -> None:
    victim = Named(replace(SUSPECT.party, part=Part.VICTIM))
    take_report(Reported(CRIME), (victim,), acting(INVESTIGATOR, law))
    assert not Alert.objects.exists()


def test_one_of_the_forces_own_goes_to_professional_standards_and_names_nobody(law: Shelf) -> None:
    own = Named(Party("", "", Part.SUSPECT, officer="O1"))
    take_report(Reported(CRIME), (own,), acting(INVESTIGATOR, law))
    alert = Alert.objects.get()
    assert (alert.person_ref, alert.officer_ref, alert.unit) == ("", "", "")
    assert "O1" not in alert.says


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reported_at": NOON + timedelta(minutes=1)}, "reported before now"),
        ({"occurred_on": ON + timedelta(days=1)}, "did not happen after today"),
    ],
)
def test_a_report_of_what_is_to_come_is_refused(law: Shelf, changes: dict[str, object], words: str) -> None:
    with pytest.raises(Refused):
        take_report(Reported(replace(CRIME, **changes)), (), acting(INVESTIGATOR, law))
    refused(words)
    assert not Crime.objects.exists()


def test_a_reference_that_is_taken_and_a_person_nobody_recorded_are_refused(law: Shelf) -> None:
    take_report(Reported(CRIME), (), acting(INVESTIGATOR, law))
    with pytest.raises(Refused):
        take_report(Reported(CRIME), (), acting(INVESTIGATOR, law, later=1))
    refused("reference is free")
    nobody = Named(replace(SUSPECT.party, person="P404"))
    with pytest.raises(Refused):
        take_report(Reported(CRIME), (nobody,), acting(INVESTIGATOR, law, crime="C2", later=2))
    refused("person is on record")
    assert not Crime.objects.filter(ref="C2").exists()


def test_without_the_power_nothing_is_saved(law: Shelf) -> None:
    with pytest.raises(Refused):
        take_report(Reported(CRIME), (), acting(ADMINISTRATOR, law))
    refused("is administrator")
    assert not Crime.objects.exists()


def test_a_party_is_added_by_who_needs_to_know_alone(law: Shelf) -> None:
    crime()
    add_party(SUSPECT, acting(SERGEANT, law))
    assert StoredParty.objects.get().person == "P1"
    assert Alert.objects.get().officer_ref == "O1"
    with pytest.raises(Refused):
        add_party(SUSPECT, acting(OTHER_UNIT, law, later=1))
    refused("of the unit of the crime")
