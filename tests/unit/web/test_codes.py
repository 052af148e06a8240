"""Pages use the words officers say: codes of files and numbers of rows stay where they belong."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.unit.web.house import CARRIED, NIGHT, House, said
from watchkeeper.crimes.models import Crime
from watchkeeper.risk.models import BegunAssessment
from watchkeeper.workforce.facts import Role

CODES = re.compile(r"osp_dc|hard gate|act-0000")
OF_A_PERSON = ("person", "person-risk", "person-duties", "person-timeline", "assessments", "assessment-new")
OURS = "act-000003498"


def words(browser: Client, page: str) -> str:
    """What is to be read on a page: no address, and nothing a form sends unseen."""
    text = re.sub(r"<(script|style).*?</\1>", "", said(browser.get(page, follow=True)), flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", text)


def asked(browser: Client, **kept: Any) -> Client:
    session = browser.session
    session.update(kept)
    session.save()
    return browser


@pytest.fixture
def reported(house: House) -> str:
    """A crime reported here, to which the force gave no reference."""
    unit = house.officers[Role.ALLOCATOR].unit
    Crime.objects.create(ref=OURS, reported_at=NIGHT, unit=unit, offence="17A", **CARRIED)
    return OURS


@pytest.mark.parametrize("name", OF_A_PERSON)
def test_an_instrument_is_called_what_officers_call_it(house: House, name: str) -> None:
    browser = house.client(Role.INSPECTION)
    people = [*BegunAssessment.objects.filter(pack__startswith="osp_dc").values_list("person_ref", flat=True)]
    asked(browser, purposes=dict.fromkeys(people, "inspect"))
    assert people
    shown = [words(browser, reverse(name, args=[person])) for person in people[:3]]
    assert [CODES.findall(text) for text in shown] == [[]] * len(shown)


def test_no_two_instruments_that_may_be_begun_are_called_the_same(house: House) -> None:
    person, *_ = BegunAssessment.objects.values_list("person_ref", flat=True)
    browser = asked(house.client(Role.OFFENDER_MANAGER), purposes={person: "manage"})
    text = said(browser.get(reverse("assessment-new", args=[person]), follow=True))
    called = [
        " ".join(each.split()) for each in re.findall(r'<label[^>]*for="pack[^>]*>(.*?)</label>', text, re.S)
    ]
    assert len(called) > 5
    assert sorted(set(called)) == sorted(called)


@pytest.mark.parametrize("name", ["crime", "allocate-one", "crimes", "allocate", "allocation-proposal"])
def test_a_crime_without_a_reference_of_the_force_is_called_by_its_number(
    house: House, reported: str, name: str
) -> None:
    browser = asked(house.client(Role.ALLOCATOR), **{"crime-purposes": {reported: "allocate"}})
    of_one = name in ("crime", "allocate-one")
    text = words(browser, reverse(name, args=[reported] if of_one else []))
    assert [text[at.start() - 60 : at.end() + 20] for at in CODES.finditer(text)] == []
    assert not of_one or "number 3,498" in text
    page = said(browser.get(reverse(name, args=[reported] if of_one else [])))
    begins = r"<(?:legend|h[1-6]|li)[^>]*>\s*(?:<[^>]+>\s*)*number "
    assert re.findall(begins, page) == [], "a heading begins with a capital"
