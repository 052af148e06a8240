"""A supervisor's review moves the clock; a level and an interval set by rank come back; the reactive gate."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, PHONE, Service, accessible, picture


def say_why(page: Page) -> None:
    """Answer why the record is looked at, where that is asked."""
    if "/purpose/" in page.url:
        page.get_by_label("supervising their management").check()
        page.get_by_role("button", name="Continue").click()


def day(page: Page, group: str, *parts: str) -> None:
    boxes = page.get_by_role("group", name=group)
    for label, part in zip(("Day", "Month", "Year"), parts, strict=True):
        boxes.get_by_label(label).fill(part)


def open_record(page: Page, address: str) -> None:
    page.goto(address)
    say_why(page)
    if not page.url.endswith(address):
        page.goto(address)


def test_a_review_of_everything_moves_the_clock(service: Service) -> None:
    page = service.sign_in("supervisor")
    page.get_by_role("link", name="Reviews", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Reviews of how people are managed")
    accessible(page)
    picture(page, "reviews")
    page.get_by_role("link", name=re.compile(r"^P\d{7}$")).first.click()
    say_why(page)
    person = re.search(r"P\d{7}", page.url)
    assert person is not None
    address = f"/people/{person.group()}/review/"
    page.goto(address)
    accessible(page)

    page.get_by_role("button", name="Record the review").click()
    expect(page.get_by_role("alert")).to_contain_text("Say what you read, or what you direct")
    page.get_by_label("Visits", exact=True).check()
    day(page, "When do you want to look again? (optional)", "20", "3", "2026")
    page.get_by_role("button", name="Record the review").click()
    expect(page.get_by_role("alert")).to_contain_text("on a day to come")
    expect(page.get_by_label("Visits", exact=True)).to_be_checked()
    day(page, "When do you want to look again? (optional)", "20", "4", "2026")
    page.get_by_role("button", name="Record the review").click()
    expect(page.get_by_text("Kept. Not all of it was read")).to_be_visible()
    expect(page.get_by_text("Does not count")).to_be_visible()

    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_label("What do you direct?").fill("See the sister before the next visit")
    page.get_by_role("button", name="Record the review").click()
    expect(
        page.get_by_text("The review is recorded, and the next one is counted from today.")
    ).to_be_visible()
    expect(page.get_by_text("See the sister before the next visit")).to_be_visible()
    expect(page.get_by_text(re.compile(r"The next review is due by .* (2026|2027)"))).to_be_visible()
    accessible(page)
    picture(page, "review")
    page.goto("/reviews/")
    expect(page.get_by_role("link", name=person.group(), exact=True)).to_have_count(0)
    page.set_viewport_size(NARROWEST)
    for at in ("/reviews/", address, "/overrides/"):
        page.goto(at)
        accessible(page)


def test_rank_sets_a_level_and_an_interval_for_a_time(service: Service) -> None:
    """The inspector's page works without scripts, on a phone."""
    page = service.sign_in("supervisor")
    page.goto("/hand-over/from/BCU01-M01/")
    person = page.get_by_role("checkbox").nth(4).get_attribute("value") or ""
    address = f"/people/{person}/override/"
    open_record(page, address)
    expect(page.get_by_text("You may not override the level of risk: is a sergeant")).to_be_visible()
    accessible(page)

    inspector = service.sign_in("duty-inspector", viewport=PHONE, scripts=False)
    open_record(inspector, address)
    inspector.get_by_role("button", name="Record the override").click()
    problems = inspector.locator(".govuk-error-summary")
    for said in ("Choose what to set", "Give your reason", "Enter the first day it no longer holds"):
        expect(problems).to_contain_text(said)
    inspector.get_by_label("The level of risk").check()
    inspector.get_by_role("radio", name="very high").check()
    inspector.get_by_label("Why?").fill("letters found")
    day(inspector, "The first day it no longer holds", "20", "3", "2027")
    inspector.get_by_role("button", name="Record the override").click()
    expect(problems).to_contain_text("It can run for 90 days at most")
    day(inspector, "The first day it no longer holds", "20", "5", "2026")
    inspector.get_by_role("button", name="Record the override").click()
    expect(inspector.get_by_text("The override is recorded.")).to_be_visible()
    expect(inspector.get_by_text("overridden to very high").first).to_be_visible()
    inspector.goto("/overrides/")
    expect(inspector.get_by_role("link", name=person)).to_be_visible()
    expect(inspector.get_by_text("In force (1)")).to_be_visible()
    picture(inspector, "overrides")

    open_record(page, address)
    page.get_by_label("The interval of visits").check()
    page.get_by_label("Months between visits (if you set the interval)").fill("two")
    page.get_by_role("button", name="Record the override").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter whole months")
    page.get_by_label("Months between visits (if you set the interval)").fill("2")
    page.get_by_label("Why?").fill("settled with the family")
    day(page, "The first day it no longer holds", "20", "5", "2026")
    page.get_by_role("button", name="Record the override").click()
    expect(page.get_by_text("a visit every 2 months")).to_be_visible()
    accessible(page)
    picture(page, "override")
    page.get_by_label("Go back to the interval of force policy").check()
    page.get_by_label("Why?").fill("no longer settled")
    page.get_by_role("button", name="Record the override").click()
    expect(page.get_by_text("The interval is that of force policy again.")).to_be_visible()


def test_the_gate_to_reactive_management_shows_every_requirement(service: Service) -> None:
    manager = service.sign_in("offender-manager", viewport=NARROWEST)
    manager.goto("/people/")
    found = re.search(r"P\d{7}", manager.content())
    assert found is not None
    manager.goto(f"/people/{found.group()}/level/")
    accessible(manager)
    manager.get_by_role("button", name="Set the level").click()
    expect(manager.get_by_role("alert")).to_contain_text("Choose the level")
    manager.get_by_label("High", exact=True).check()
    manager.get_by_role("button", name="Set the level").click()
    expect(manager.get_by_role("heading", level=1)).to_contain_text("Level of risk: high")
    manager.goto(f"/people/{found.group()}/reactive/")
    expect(manager.get_by_text("level high")).to_be_visible()
    expect(manager.get_by_text("It may not be approved")).to_be_visible()
    expect(manager.get_by_role("button", name="Approve reactive management")).to_have_count(0)
    accessible(manager)
    picture(manager, "reactive")
    manager.goto("/reviews/")
    expect(manager.get_by_role("heading", level=1)).to_contain_text("You may not")
