"""No page leads its reader to a page that they may not open."""

import re
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.http import Http404
from django.test import Client
from django.urls import get_resolver, resolve, reverse

from tests.unit.web.house import LAW, ON, ROLES, House, filled, said, walked
from tests.unit.web.test_doors import PARTS
from watchkeeper.crimes.models import Crime, Held
from watchkeeper.web.asking import DOORS
from watchkeeper.workforce.facts import Officer, Role
from watchkeeper.workforce.rules.authority import may

WHY = {"purposes": "manage", "crime-purposes": "investigate", "episode-purposes": "find"}
WHY |= {"suspect-purposes": "investigate"}
HREF = re.compile(r'href="(/[^"#]*)')
EVERY = list(walked(get_resolver().url_patterns))


def opens(officer: Officer, address: str) -> bool:
    """Whether the door of an address is open to an officer, whatever it then says of one record."""
    try:
        view = resolve(address).func
    except Http404:
        return True
    powers = DOORS.get(f"{view.__module__}.{view.__name__}")
    return not powers or any(may(officer, power, LAW, on=ON).allowed for power in powers)


def shut(browser: Client, officer: Officer, page: str) -> list[str]:
    """Where a page leads that its reader may not go."""
    response = browser.get(page)
    if response.status_code != HTTPStatus.OK or "html" not in response.headers["Content-Type"]:
        return []
    leads = {urlsplit(each).path for each in HREF.findall(said(response))}
    return sorted(each for each in leads if not opens(officer, each))


def said_before(browser: Client, **kept: list[str]) -> None:
    """Say beforehand why each record is looked at."""
    session = browser.session
    for name, records in kept.items():
        session[name] = dict.fromkeys(records, WHY[name])
    session.save()


@pytest.mark.parametrize("role", ROLES)
def test_no_page_leads_where_its_reader_may_not_go(house: House, role: Role) -> None:
    officer, browser = house.officers[role], house.client(role)
    held = Held.objects.filter(officer_ref=officer.ref, until=None).values_list("crime_ref", flat=True)
    crimes = [*held[:2], *Crime.objects.filter(unit=officer.unit).values_list("ref", flat=True)[:3]]
    said_before(
        browser,
        **{
            "purposes": [house.person],
            "crime-purposes": crimes,
            "episode-purposes": ["act-1"],
            "suspect-purposes": ["act-1"],
        },
    )
    pages = {
        "/" + filled(pattern, before, {**PARTS, "person": house.person, "crime": (crimes or ["C1"])[0]})
        for pattern, before in EVERY
    }
    pages |= {reverse("crime", args=[ref]) for ref in crimes}
    wrong: Any = {page: found for page in sorted(pages) if (found := shut(browser, officer, page))}
    assert wrong == {}


def test_a_duty_that_another_does_says_who_may(house: House) -> None:
    officer, browser = house.officers[Role.INVESTIGATOR], house.client(Role.INVESTIGATOR)
    crime = next(iter(Held.objects.filter(officer_ref=officer.ref, until=None))).crime_ref
    text = " ".join(said(browser.get(reverse("crime", args=[crime]))).split())
    review = reverse("crime-review", args=[crime])
    assert review not in text
    assert "only a supervisor, a duty inspector or a senior officer, sergeant or above may record it" in text
