"""Found near where an offender lives: the manager, the coordinators and the duty inspector are rung at once."""

from datetime import date

import pytest
from django.urls import reverse

from tests.conftest import NOON, ON
from tests.unit.missing.scene import (
    COORDINATOR,
    INVESTIGATOR,
    OTHER_UNIT,
    POSTCODE,
    REPORTED,
    acting,
    episode,
    found,
    staff,
)
from tests.unit.workforce.officers import INSPECTOR, MANAGER, SERGEANT
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.alerts.actions import acknowledge
from watchkeeper.alerts.models import Alert
from watchkeeper.alerts.stored import open_to
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import models
from watchkeeper.missing.actions.returning import mend_found, record_found
from watchkeeper.missing.actions.ringing import page_of
from watchkeeper.missing.gathering import links_of
from watchkeeper.missing.nearby import registered_near
from watchkeeper.people.models import Address
from watchkeeper.places.near import Near
from watchkeeper.places.postcodes import point_of
from watchkeeper.registers.models import Disposal
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.models import Managed

pytestmark = pytest.mark.django_db
AWAY = "SW1A 0AA"
WITHIN, FURTHER = "N1 9RB", "N1 9RF"
"""Some 93 and 113 metres from where they are found."""


@pytest.fixture(autouse=True)
def force() -> None:
    staff()
    episode()
    person()
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O1", since=date(2025, 1, 6), **CARRIED)
    lives(POSTCODE)


def lives(postcode: str, since: date = date(2025, 1, 6), until: date | None = None) -> None:
    Address.objects.create(
        ref=f"A-{postcode}",
        person_ref="P1",
        kind="home",
        postcode=postcode,
        since=since,
        until=until,
        **CARRIED,
    )


def rung(officer, law: Shelf) -> list[str]:
    return [alert.raising.kind for alert, _ in open_to(officer, law, at=NOON, on=ON)]


def test_three_are_rung_at_once_and_each_is_told_no_more_than_they_need(law: Shelf) -> None:
    record_found(found(), "", "", acting(INVESTIGATOR, law))
    assert last().kind.value == "done"
    assert rung(MANAGER, law) == ["somebody missing found near somebody you manage"]
    assert rung(COORDINATOR, law) == [
        "somebody missing found near a registered offender, for the coordinators"
    ]
    assert "somebody missing found near a registered offender" in rung(INSPECTOR, law)
    theirs = Alert.objects.get(officer_ref="O1")
    assert "E1" not in theirs.says
    assert (theirs.person_ref, theirs.page, theirs.urgency) == ("P1", "/people/P1/", "now")
    assert all("P1" not in each.says for each in Alert.objects.exclude(ref=theirs.ref))


def test_a_coordinator_takes_it_on_and_another_investigator_does_not(law: Shelf) -> None:
    record_found(found(), "", "", acting(INVESTIGATOR, law))
    alert = Alert.objects.get(kind="somebody missing found near a registered offender, for the coordinators")
    said = {"on": ON, "law": law, "purpose": "looking for a child", "at": NOON}
    with pytest.raises(Refused):
        acknowledge(alert.ref, by=OTHER_UNIT, **said)
    refused("is investigator")
    acknowledge(alert.ref, by=COORDINATOR, **said)
    assert rung(COORDINATOR, law) == []


def test_nobody_is_rung_where_no_offender_lives_or_nobody_knows_where(law: Shelf) -> None:
    record_found(found(AWAY), "", "", acting(INVESTIGATOR, law))
    assert not Alert.objects.exists()
    mend_found(found(""), "", "", acting(INVESTIGATOR, law, later=1))
    assert not Alert.objects.exists()
    mend_found(found(POSTCODE.lower()), "", "", acting(INVESTIGATOR, law, later=2))
    assert Alert.objects.count() == 3


@pytest.mark.parametrize(
    ("since", "until", "near"),
    [
        (date(2026, 3, 20), None, True),
        (date(2026, 3, 21), None, False),
        (date(2025, 1, 6), date(2026, 3, 21), True),
        (date(2025, 1, 6), date(2026, 3, 20), False),
    ],
)
def test_an_address_counts_while_it_is_lived_at(
    law: Shelf, since: date, until: date | None, near: bool
) -> None:
    lives(AWAY, since, until)
    found_ = registered_near(AWAY, law, on=ON, known_at=NOON)
    assert [each.person for each in found_] == ["P1"] * near


def test_whoever_is_off_the_register_rings_nobody(law: Shelf) -> None:
    Disposal.objects.create(
        ref="D1", person_ref="P1", finding="caution", relevant_date=date(2020, 1, 6), **CARRIED
    )
    assert registered_near(POSTCODE, law, on=ON, known_at=NOON) == ()


def test_distance_is_measured_between_places_the_directory_has_and_never_guessed() -> None:
    codes = [POSTCODE, "N1 9GU", "N1 9AG", "N1 9CC", "not known", AWAY]
    near = Near(codes)
    one, other = point_of(POSTCODE), point_of("N1 9AG")
    assert one is not None
    assert other is not None
    far = (
        (one.easting_metres - other.easting_metres) ** 2 + (one.northing_metres - other.northing_metres) ** 2
    ) ** 0.5
    found_ = near.within(POSTCODE, far)
    assert (0, 0.0) in found_
    assert (1, 0.0) in found_
    assert any(row == 2 and abs(metres - far) < 0.01 for row, metres in found_)
    assert all(row != 2 for row, _ in near.within(POSTCODE, far - 1))
    assert near.within("N1 9CC", 10_000) == [(3, 0.0)], "a unit nobody issued is near nothing but itself"
    assert near.within("not known", 10_000) == []
    assert Near([]).within(POSTCODE, 10_000) == []


def test_a_sergeant_of_the_offenders_unit_may_take_it_on(law: Shelf) -> None:
    record_found(found(), "", "", acting(INVESTIGATOR, law))
    assert "somebody missing found near somebody you manage" in rung(SERGEANT, law)


@pytest.mark.parametrize(
    ("lived_at", "went_from", "alerts", "red"),
    [
        (WITHIN, "", 3, True),
        (FURTHER, "", 0, False),
        (POSTCODE, AWAY, 3, True),
        (POSTCODE, POSTCODE, 3, None),  # home, perhaps to the offender's own household
        (WITHIN, POSTCODE.lower(), 0, None),  # home, and a neighbour of it: no place they were found
    ],
)
def test_near_rings_and_further_off_is_a_link_that_waits_for_an_answer(
    law: Shelf, lived_at: str, went_from: str, alerts: int, red: bool | None
) -> None:
    models.Episode.objects.create(
        ref="E2", missing_ref="M2", reported_at=REPORTED, unit="U1", postcode=went_from, **CARRIED
    )
    Address.objects.create(
        ref=f"A-{POSTCODE}",
        person_ref="P1",
        kind="home",
        postcode=lived_at,
        since=date(2025, 1, 6),
        **{**CARRIED, "act": 2},
    )
    record_found(found(), "", "", acting(INVESTIGATOR, law, episode="E2"))
    assert Alert.objects.count() == alerts
    facts = dict(last().facts)
    assert facts["registered people near"] == "1"
    assert facts["registered people rung for"] == ("1" if alerts else "0")
    links = links_of("M2", law, on=ON, known_at=NOON)
    assert [link.red for link in links if link.kind == "found at an address"] == (
        [] if red is None else [red]
    )


def test_an_alert_leads_to_its_episode_however_a_force_writes_references() -> None:
    assert page_of("ME/0012/26") == reverse("episode", args=["ME/0012/26"]) == "/missing/ME~0012~26/"
    assert page_of("ME 12") == reverse("episode", args=["ME 12"])
