"""A caseload handed over with no gap: offered, accepted and refused one by one, and nobody without a manager."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, Service, accessible, picture

GIVER, RECEIVER, UNTRAINED = "BCU01-M01", "BCU01-S01", "BCU01-M98"
WAITING, ANSWER = re.compile("For others to answer"), re.compile("^Answer (it|them)$")


def offer(page: Page, receiver: str, many: int) -> list[str]:
    """Offer the first few of the giver's people."""
    page.goto(f"/hand-over/from/{GIVER}/")
    boxes = page.get_by_role("checkbox", name=re.compile("^P[0-9]"))
    chosen = [boxes.nth(place).get_attribute("value") or "" for place in range(many)]
    for place in range(many):
        boxes.nth(place).check()
    page.get_by_role("radio", name=re.compile(f"^{receiver}")).check()
    page.get_by_role("radio", name="Leaving the post").check()
    page.get_by_role("button", name="Offer them").click()
    return chosen


def test_people_are_offered_accepted_and_refused_with_no_day_between(service: Service) -> None:
    page = service.sign_in("offender-manager")
    page.goto("/hand-over/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hand-over")
    stood = page.get_by_role("table", name=WAITING).locator("tbody tr").count()  # planted in the force
    page.get_by_role("link", name=f"Hand over from {GIVER}").click()
    accessible(page)
    page.get_by_role("button", name="Offer them").click()
    problems = page.get_by_role("alert")
    for said in ("Choose who is handed over", "Choose the officer who is to have them", "Choose why"):
        expect(problems).to_contain_text(said)
    accessible(page)
    picture(page, "handover-offer")
    expect(page.get_by_role("checkbox", name=re.compile("^Everybody"))).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(21)  # a page of them, and everybody
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text("Page 2 of 3")).to_be_visible()
    page.get_by_label("Level of risk").select_option("high")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("group", name="Who is handed over?")).to_contain_text("level high")
    accessible(page)
    [untrained] = offer(page, UNTRAINED, 1)
    expect(
        page.get_by_text(re.compile(f"{untrained} was not offered to {UNTRAINED}: .*has not passed"))
    ).to_be_visible()
    chosen = offer(page, RECEIVER, 2)
    expect(page.get_by_text(f"Offered to {RECEIVER}: 2. Until accepted nothing changes.")).to_be_visible()
    expect(page.get_by_text(f"For others to answer ({stood + 2})")).to_be_visible()

    receiver = service.sign_in("supervisor", viewport=NARROWEST, scripts=False)
    receiver.goto("/hand-over/")
    receiver.get_by_role("link", name=ANSWER).click()
    expect(receiver.get_by_text("With all of these")).to_be_visible()
    receiver.get_by_role("button", name="Answer", exact=True).click()
    expect(receiver.locator(".govuk-error-summary")).to_contain_text("Answer at least one offer")
    receiver.get_by_role("group", name=chosen[0]).get_by_label("Accept").check()
    receiver.get_by_role("group", name=chosen[1]).get_by_label("Refuse").check()
    receiver.get_by_role("button", name="Answer", exact=True).click()
    expect(receiver.locator(".govuk-error-summary")).to_contain_text("Say why you refuse")
    expect(receiver.get_by_role("group", name=chosen[0]).get_by_label("Accept")).to_be_checked()
    receiver.get_by_label(f"Why, if you refuse {chosen[1]}").fill("I know the family")
    picture(receiver, "handover-answers")
    receiver.get_by_role("button", name="Answer", exact=True).click()
    expect(receiver.get_by_text("Accepted: 1. Refused: 1.")).to_be_visible()
    page.goto("/hand-over/")
    assert page.get_by_role("table", name=WAITING).locator("tbody tr").count() == stood
    told = page.get_by_role("table", name="Offers answered").get_by_role("row")
    expect(told.filter(has_text=chosen[0])).to_contain_text(f"Accepted by {RECEIVER}")
    expect(told.filter(has_text=chosen[1])).to_contain_text(
        f"Refused by {RECEIVER}, 20 March 2026: I know the family"
    )
    accessible(page)

    spells = "select officer_ref, since, until from workforce_managed where person_ref = '{}' order by id"
    rows = service.stored(spells.format(chosen[0]))
    assert rows[-2][0] == GIVER
    assert str(rows[-2][2]) == str(rows[-1][1]) == "2026-03-20"
    assert rows[-1][::2] == (RECEIVER, None)


def test_a_person_without_a_manager_is_given_one_and_nobody_over_the_cap_is_named(service: Service) -> None:
    giver = service.sign_in("offender-manager")
    offer(giver, RECEIVER, 1)
    page = service.sign_in("supervisor", viewport=NARROWEST)
    page.goto("/hand-over/")
    accessible(page)
    picture(page, "handover")
    page.get_by_label("Reference of a person or an officer, or part of it").fill(GIVER[-3:].lower())
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("link", name=f"Hand over from {GIVER}")).to_be_visible()
    expect(page.get_by_role("heading", name="Who holds what (1)")).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="Show everybody").click()
    page.get_by_role("link", name=ANSWER).click()
    accessible(page)
    page.goto("/hand-over/")
    nobody = page.get_by_role("link", name=re.compile("^Name a manager for")).first
    person = (nobody.text_content() or "").split()[-1]
    nobody.click()
    page.get_by_label("supervising their management").check()
    page.get_by_role("button", name="Continue").click()
    accessible(page)
    page.get_by_role("button", name="Name the manager").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the officer")
    page.get_by_role("radio", name=GIVER).check()
    page.get_by_role("button", name="Name the manager").click()
    expect(
        page.get_by_text(re.compile(f"{GIVER} cannot be named: would hold .* of 25 allowed")).first
    ).to_be_visible()
    page.get_by_role("radio", name=RECEIVER).check()
    page.get_by_role("button", name="Name the manager").click()
    expect(page.get_by_text(f"{RECEIVER} manages {person} from today.")).to_be_visible()
    intelligence = service.sign_in("intelligence-officer")
    intelligence.goto("/hand-over/")
    expect(intelligence.get_by_role("heading", level=1)).to_contain_text("You may not")
