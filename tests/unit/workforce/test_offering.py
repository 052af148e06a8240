"""A long caseload is offered by page, by search, or whole: nobody ticks forty-five boxes."""

import re

import pytest
from django.conf import settings
from django.test import Client

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import MANAGER, SERGEANT, officer
from tests.unit.workforce.records import CARRIED, person
from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.risk.models import SetLevel
from watchkeeper.web import pace
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Managed, Offer, Unit
from watchkeeper.workforce.models import Officer as StoredOfficer
from watchkeeper.workforce.models import Training as StoredTraining

pytestmark = pytest.mark.django_db
AT = f"/hand-over/from/{MANAGER.ref}/"
OTHER = officer("O9", Rank.CONSTABLE, Role.OFFENDER_MANAGER)
MANY = 45


@pytest.fixture(autouse=True)
def browser(monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(pace, "_asked", {})
    Unit.objects.create(ref="U1", name="U1", **CARRIED)
    for one in (MANAGER, SERGEANT, OTHER):
        StoredOfficer.objects.create(
            ref=one.ref, rank=one.rank.value, role=one.role.value, unit=one.unit, **CARRIED
        )
        for each in one.training:
            StoredTraining.objects.create(
                ref=f"{one.ref}-{each.course}",
                officer_ref=one.ref,
                course=each.course.value,
                awarded_on=each.awarded_on,
                **CARRIED,
            )
    for number in range(MANY):
        ref = f"P{number:03}"
        person(ref)
        Managed.objects.create(ref=f"G{number}", person_ref=ref, officer_ref=MANAGER.ref, since=ON, **CARRIED)
        level = "low" if number < MANY - 3 else "high"
        SetLevel.objects.create(ref=f"L{number}", person_ref=ref, level=level, set_on=ON, **CARRIED)
    account = Account.objects.create(login="o2", officer_ref=SERGEANT.ref, made_at=NOON, demo=True)
    found = Client()
    found.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return found


def boxes(browser: Client, query: str = "") -> list[str]:
    return re.findall(r'type="checkbox" value="([^"]+)"', browser.get(f"{AT}{query}").content.decode())


def test_a_long_caseload_stands_in_pages_and_is_searched(browser: Client) -> None:
    assert boxes(browser) == ["everyone", *(f"P{number:03}" for number in range(20))]
    assert boxes(browser, "?page=3") == ["everyone", *(f"P{number:03}" for number in range(40, 45))]
    assert boxes(browser, "?ref=p04") == [f"P{number:03}" for number in range(40, 45)]
    assert boxes(browser, "?level=high") == ["P042", "P043", "P044"]
    assert "Nobody of 45 is like this" in browser.get(f"{AT}?ref=XX").content.decode()


def test_everybody_found_is_offered_by_one_tick_and_ticks_count_for_their_page(browser: Client) -> None:
    told = {"to": OTHER.ref, "reason": "leaving the post"}
    browser.post(f"{AT}?page=2", {**told, "people": ["P021", "P001"]})
    assert set(Offer.objects.values_list("person_ref", flat=True)) <= {"P021"}
    before = Offer.objects.count()
    browser.post(f"{AT}?level=low", {**told, "people": ["everyone"]})
    offered = set(Offer.objects.values_list("person_ref", flat=True))
    assert offered <= {f"P{number:03}" for number in range(42)}
    assert len(offered) > before
