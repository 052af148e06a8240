"""The record of one person, as a manager and their supervisor read it."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.service import DESKTOP, NARROWEST, NIGHT, PHONE, Service, accessible, picture

TABS = (
    *("Summary", "Duties", "Timeline", "Visits", "Risk"),
    *("Orders", "Notifications", "Decisions", "Links", "Who looked"),
)
PERSON = re.compile(r"^P\d+$")


def my_first(page: Page) -> str:
    """Open the first of my people, from the list; their reference."""
    page.get_by_role("link", name="People", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People")
    link = page.get_by_role("row").nth(1).get_by_role("link")
    ref = link.inner_text()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(ref)
    return ref


def test_a_manager_opens_their_own_person_without_being_asked_why_and_unfolds_why(service: Service) -> None:
    page = service.sign_in("offender-manager")
    ref = my_first(page)
    expect(page).to_have_title(re.compile(ref))
    expect(page.get_by_role("heading", level=2).first).to_have_text("Before anything else")
    terms = page.locator("dt").all_inner_texts()
    assert terms[:7] == [
        *("Officer safety", "Children in the household", "Level of risk", "Manager"),
        *("Lives at", "Orders in force", "Away"),
    ]
    picture(page, "person")

    page.get_by_role("link", name="Duties", exact=True).click()
    first = page.locator("details").first
    expect(first.locator("ul").first).not_to_be_visible()
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first.locator("ul").first).to_be_visible()
    expect(first.locator(".wk-authority").last).not_to_be_empty()
    picture(page, "person-duties")


def test_a_supervisor_is_asked_for_a_purpose_once_and_both_stand_under_who_looked(service: Service) -> None:
    manager = service.sign_in("offender-manager")
    ref = my_first(manager)
    manager.goto(f"/people/{ref}/looks/")
    expect(manager.get_by_text("this look counted")).to_be_visible()
    expect(manager.get_by_text("is shown to the unit's supervisors")).to_be_visible()

    page = service.sign_in("supervisor")
    page.goto(f"/people/{ref}/")
    expect(page.get_by_role("heading", name=f"Why do you need to look at {ref}?")).to_be_visible()
    page.get_by_label("supervising their management").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(ref)
    page.get_by_role("link", name="Who looked").click()
    expect(page.get_by_role("heading", level=2, name="Who looked")).to_be_visible()
    looked = page.get_by_role("listitem").filter(has_text="looked")
    expect(looked.filter(has_text="for managing the person")).not_to_have_count(0)
    expect(looked.filter(has_text="for supervising their management")).not_to_have_count(0)
    picture(page, "person-looks")


def test_a_look_back_shows_less_and_every_link_keeps_it(service: Service) -> None:
    page = service.sign_in("offender-manager")
    ref = my_first(page)
    page.goto(f"/people/{ref}/timeline/")
    facts = page.get_by_text(re.compile(r"^\d[\d,]* facts"))
    now = int(re.match(r"[\d,]+", facts.inner_text())[0].replace(",", ""))  # type: ignore[index]
    picture(page, "person-timeline")

    back = (NIGHT.date() - timedelta(days=365)).isoformat()
    page.get_by_label("As known on").fill(back)
    page.get_by_role("button", name="Look back").click()
    expect(page.get_by_role("heading", name="Looking back")).to_be_visible()
    then = int(re.match(r"[\d,]+", facts.inner_text())[0].replace(",", ""))  # type: ignore[index]
    assert then < now
    page.get_by_role("link", name="Visits", exact=True).click()
    expect(page).to_have_url(re.compile(f"/people/{ref}/visits/.known={back}"))
    expect(page.get_by_role("link", name="Record a visit")).to_have_count(0)
    page.get_by_role("link", name="Go back to today").click()
    expect(page.get_by_role("heading", name="Looking back")).to_have_count(0)

    page.goto(f"/people/{ref}/?known=2031-01-01")
    expect(page.get_by_text("Enter today or a day before it")).to_be_visible()
    accessible(page)


@pytest.mark.parametrize("viewport", [DESKTOP, NARROWEST], ids=["desktop", "narrowest"])
def test_every_page_of_a_record_is_accessible(service: Service, viewport: dict[str, int]) -> None:
    page = service.sign_in("offender-manager", viewport=viewport)
    page.goto("/people/")
    accessible(page)
    ref = page.get_by_role("link", name=PERSON).first.inner_text()
    page.goto(f"/people/{ref}/")
    for tab in TABS:
        page.get_by_role("navigation", name="This record").get_by_role("link", name=tab, exact=True).click()
        expect(page.locator("[aria-current=page]").filter(has_text=tab)).to_be_visible()
        accessible(page)
    page.goto(f"/people/{ref}/?known=2020-01-01")
    accessible(page)


def test_a_record_is_read_without_scripts(service: Service) -> None:
    page = service.sign_in("offender-manager", scripts=False)
    ref = my_first(page)
    for tab in TABS:
        page.get_by_role("navigation", name="This record").get_by_role("link", name=tab, exact=True).click()
        expect(page.locator("[aria-current=page]").filter(has_text=tab)).to_be_visible()
    page.goto(f"/people/{ref}/timeline/")
    page.set_viewport_size(PHONE)
    seen = page.get_by_role("region", name="Years of contact, drawn")
    frame, drawn = seen.bounding_box(), seen.locator("svg").bounding_box()
    assert frame is not None
    assert drawn is not None
    assert drawn["width"] > frame["width"]
    assert abs(drawn["x"] + drawn["width"] - frame["x"] - frame["width"]) < 1  # the newest years are in view
    page.get_by_label("Kind").select_option("Visits")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text(re.compile("of the kind Visits"))).to_be_visible()
    kinds = page.locator(".moj-timeline__title").all_inner_texts()
    assert set(kinds) <= {"Visits"}
    page.get_by_label("As known on").fill("2020-01-01")
    page.get_by_role("button", name="Look back").click()
    expect(page).to_have_url(re.compile("kind=Visits&known=2020-01-01"))
