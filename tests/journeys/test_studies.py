"""A supervisor asks what could be guessed and how many crews it takes; the studies run behind the pages and are kept."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, PATIENCE, Service, accessible, picture

UNIT = "BCU01"
SLOWLY = 5  # times the usual patience: a study compiles its search and simulates a month


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    """A busy machine is not a fault."""
    expect.set_options(timeout=SLOWLY * PATIENCE * 1000)
    yield
    expect.set_options(timeout=5_000)


def ask(page: Page) -> None:
    """Ask for the smallest study there is of the unit."""
    page.get_by_label("Of which unit?").select_option(UNIT)
    page.get_by_label("Months to simulate").fill("1")
    page.get_by_label("Times to run it").fill("1")
    page.get_by_role("button", name="Carry out the study").click()


def test_what_could_be_guessed_is_studied_behind_the_page(service: Service) -> None:
    page = service.sign_in("supervisor")
    page.get_by_role("link", name="Plans", exact=True).click()
    page.get_by_role("link", name="What could somebody visited guess?").click()
    expect(page.get_by_text("Nobody has asked for a study yet.")).to_be_visible()
    accessible(page)
    page.get_by_label("Months to simulate").fill("many")
    page.get_by_role("button", name="Carry out the study").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the months to simulate as a whole number")
    accessible(page)
    page.get_by_label("Months to simulate").fill("1000")
    page.get_by_role("button", name="Carry out the study").click()
    expect(page.get_by_role("alert")).to_contain_text("Not asked for: 1 to 36 months")
    ask(page)
    expect(page.get_by_text(f"A study of {UNIT} is under way")).to_be_visible()
    expect(page.get_by_role("heading", name="What each step of unpredictability costs")).to_be_visible()
    expect(page.get_by_role("img", name="Harm left unmanaged against what can be guessed")).to_be_visible()
    expect(page.get_by_text("in force", exact=True).first).to_be_visible()
    expect(page.get_by_text("One run proves little")).to_be_visible()
    expect(page.get_by_text("From one run no knee of the curve is named")).to_be_visible()
    expect(
        page.get_by_role("row", name=re.compile("^Right among the surest 1 % of bets, on everybody"))
    ).to_be_visible()
    expect(page.get_by_text(f"of {UNIT}, asked for by")).to_be_visible()
    accessible(page)
    picture(page, "leak")
    kept = service.stored("select matter, unit, digest <> '' from planning_study order by id")
    assert [tuple(row) for row in kept] == [("leak", UNIT, 0), ("leak", UNIT, 1)]


def test_how_many_crews_without_scripts_on_the_narrowest_phone(service: Service) -> None:
    page = service.sign_in("supervisor", viewport=NARROWEST, scripts=False)
    page.goto("/plans/capacity/")
    expect(page.get_by_text("Nobody has asked for a study yet.")).to_be_visible()
    page.get_by_label("Crew shifts a week to try").fill("ten")
    page.get_by_role("button", name="Carry out the study").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Enter crew shifts a week as whole numbers")
    page.get_by_label("Crew shifts a week to try").fill("4, 12")
    ask(page)
    expect(page.get_by_text("is under way")).to_be_visible()
    expect(page.get_by_role("heading", name="The backlog over time")).to_be_visible()
    expect(
        page.get_by_text(re.compile("crew shifts a week (at mixed hours )?clear|None of the numbers"))
    ).to_be_visible()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    picture(page, "capacity-on-a-phone")
    again = service.sign_in("supervisor")
    again.goto("/plans/capacity/")
    accessible(again)
    picture(again, "capacity")


def test_nobody_but_planners_reads_a_study(service: Service) -> None:
    page = service.sign_in("offender-manager")
    for there in ("/plans/leak/", "/plans/capacity/"):
        page.goto(there)
        expect(page.get_by_role("heading", level=1)).to_contain_text("You may not")
    other = service.sign_in("supervisor")
    assert other.goto("/plans/leak/act-0/").status == 404  # type: ignore[union-attr]
