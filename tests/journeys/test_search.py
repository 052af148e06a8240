"""Search: somebody is found as they were heard, and nobody is shown to whom they are not."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, PHONE, Service, accessible, picture


@pytest.fixture(scope="module")
def people(service: Service) -> list[tuple[str, str, str, str, str]]:
    """Everybody on record: reference, given names, family name, birth, unit."""
    asked = "select ref, given_names, family_name, born_on, unit from people_person order by ref"
    return [(row[0], row[1], row[2], str(row[3] or ""), row[4]) for row in service.stored(asked)]


def search(page: Page, text: str) -> list[str]:
    """Type and search; the references shown, nearest first."""
    page.get_by_label("Name, reference, date of birth or postcode").fill(text)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.get_by_role("link", name="Clear this search")).to_be_visible()
    return page.locator("[data-row] a").all_inner_texts()


def test_a_supervisor_finds_somebody_however_they_were_written_down(service, people) -> None:
    page = service.sign_in("supervisor")
    page.get_by_role("link", name="Search", exact=True).click()
    accessible(page)
    ref, given, family, born, _ = next(
        each for each in people if each[4] == "BCU01" and len(each[2]) > 5 and each[3] and each[2].isalpha()
    )
    first = given.split()[0]
    misspelt = family[:2] + family[3] + family[2] + family[4:]
    for typed in (
        f"{first} {family}",
        f"{family}, {first}",
        f"{family} {first}",
        f"{first} {misspelt}",
        f"{family.upper()} {born}",
        ref,
    ):
        assert ref in search(page, typed), typed
        assert urlsplit(page.url).path == "/search/"
        assert urlsplit(page.url).query == ""
        expect(page).to_have_title("Search - Watchkeeper")
    accessible(page)
    search(page, f"{family} {first}")
    expect(page.locator("[data-row]", has_text=ref)).to_contain_text("the other way round", ignore_case=True)
    picture(page, "search")

    page.get_by_role("link", name=ref).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto("/search/")
    assert ref in page.locator("[data-row] a").all_inner_texts()
    page.get_by_role("link", name="Clear this search").click()
    expect(page.get_by_label("Name, reference, date of birth or postcode")).to_have_value("")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(
        page.get_by_role("link", name="Enter a name, reference, date of birth or postcode")
    ).to_be_visible()
    accessible(page)

    log = service.home / "logs" / "watchkeeper.jsonl"
    told = (log.read_text() if log.exists() else "") + (service.home / "serve.log").read_text()
    assert family not in told
    trail = service.command("audit", "show", "--as", "HQ-P1", "--last", 60).text
    assert "search for a person" in trail
    assert family not in trail


def test_a_manager_is_told_of_matches_outside_their_need_to_know_and_no_more(service, people) -> None:
    page = service.sign_in("offender-manager", viewport=NARROWEST)
    page.goto("/search/")
    ref, given, family, _, _ = next(each for each in people if each[4] == "BCU02")
    assert ref not in search(page, f"{given} {family}")
    expect(page.get_by_text("outside your need to know")).to_be_visible()
    expect(page.get_by_text("break the glass")).to_be_visible()
    assert ref not in page.content().replace(f'value="{given} {family}"', "")
    assert search(page, ref) == []
    expect(page.get_by_text("1 more match is outside your need to know.")).to_be_visible()
    accessible(page)


def test_an_inspector_searches_without_scripts_on_a_phone(service, people) -> None:
    page = service.sign_in("duty-inspector", viewport=PHONE, scripts=False)
    page.goto("/search/")
    ref, given, family, _, _ = next(each for each in people if each[4] == "BCU01" and each[2])
    assert ref in search(page, f"{given} {family}")
    assert search(page, "Zzyzx Qwertyuiop") == []
    expect(page.get_by_text(re.compile("nearest first, each with the reason"))).to_be_visible()
