"""A referral of an online suspect from receipt to enforcement and its close, refusals, and the queue ahead."""

import json
import os
import re

from playwright.sync_api import Page, expect

from tests.journeys.service import DESKTOP, NARROWEST, PHONE, Service, accessible, picture

BANDED = {"In which version?": "3", "Why, in words?": "By the tool, on what came."}


def seen(page: Page, name: str) -> None:
    """Axe at a desk and at the narrowest, and a picture for whoever looks at pictures."""
    for size in (DESKTOP, NARROWEST):
        page.set_viewport_size(size)
        accessible(page)
        if folder := os.environ.get("WATCHKEEPER_LOOK", ""):
            page.screenshot(path=f"{folder}/{name}-{size['width']}.png", full_page=True)
    page.set_viewport_size(DESKTOP)
    picture(page, name)


def do(page: Page, way: str, button: str, chosen: str = "", **said: str) -> None:
    """Open a way from the page of the referral, choose and fill in by labels, and send it."""
    page.get_by_role("link", name=way, exact=True).first.click()
    if chosen:
        page.get_by_label(chosen, exact=True).check()
    for label, words in said.items():
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name=button, exact=True).click()


def test_a_referral_from_receipt_to_enforcement_and_a_close_somebody_looked_at_again(
    service: Service,
) -> None:
    page = service.sign_in("investigator", viewport=PHONE, scripts=False)
    page.get_by_role("link", name="Suspects", exact=True).click()
    page.get_by_role("link", name="Take in a referral").click()
    page.get_by_label("Family name").fill("Example")
    page.get_by_label("Given names").fill("Ben")
    page.get_by_label("Postcode").fill("n1 9gu")
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Waiting for"))
    expect(page.get_by_text("Cannot be worked out")).to_be_visible()
    address = page.url

    do(page, "Give the band", "Record it", "Very high", **BANDED)
    expect(page.get_by_text("The clock still runs from receipt")).to_be_visible()
    do(page, "Record a child near the suspect", "Record it", "Lives at the address")
    expect(page.get_by_role("link", name=re.compile("^Safeguarding referral"))).to_be_visible()
    more = {"Which local authority?": "Islington"}
    do(page, "Refer children to the local authority", "Record it", **more)
    do(page, "Record enforcement, or another step", "Record it", "Arrest")
    expect(page.get_by_role("heading", level=1)).to_have_text("Enforced, arrest")
    do(
        page,
        "Close the referral",
        "Propose it",
        "Charged or summonsed",
        **{"Why, in words?": "Charged with it all today."},
    )
    expect(page.get_by_role("alert")).to_contain_text("each prompt about suicide risk is answered")
    page.get_by_role("link", name="Back to the referral").click()
    words = {"In words": "Asked alone; he has somebody at home."}
    do(
        page,
        "Answer about the suicide risk of a suspect",
        "Answer",
        "Asked, and no sign of risk seen",
        **words,
    )
    expect(page.get_by_text("Answered in your name.")).to_be_visible()
    device = {"Which device?": "BX1"}
    do(page, "Record a step of a device", "Record it", "Seized", **device)
    reason = {"Why, in words?": "Nothing was found on any device of his."}
    do(page, "Close the referral", "Propose it", "No action: evidential difficulties", **reason)
    expect(page.get_by_text("It stays open until an inspector has looked again")).to_be_visible()

    desk = service.sign_in("investigator")
    desk.goto(address)
    desk.get_by_label("investigating the referral").check()
    desk.get_by_role("button", name="Continue").click()
    seen(desk, "suspect")
    ways = (
        "report",
        "who",
        "suspect",
        "address",
        "child",
        "band",
        "step",
        "device",
        "safeguard",
        "news",
        "manager",
    )
    for way in (*ways, "same", "close"):
        desk.goto(f"{address}{way}/")
        seen(desk, f"suspect-{way}")

    inspector = service.sign_in("duty-inspector")
    inspector.goto(address)
    inspector.get_by_label("investigating the referral").check()
    inspector.get_by_role("button", name="Continue").click()
    inspector.get_by_role("link", name="Say why nothing is enforced yet").wait_for(state="detached")
    inspector.get_by_role("link", name="Look a second time").click()
    seen(inspector, "suspect-look-again")
    inspector.get_by_role("button", name="Record it").click()
    expect(inspector.get_by_role("alert")).to_contain_text("Choose whether you agree")
    inspector.get_by_label("Yes", exact=True).check()
    inspector.get_by_label("Yes, close it").check()
    inspector.get_by_role("button", name="Record it").click()
    expect(inspector.get_by_role("heading", level=1)).to_have_text("Closed")


def test_the_queue_says_what_is_late_and_the_forecast_whom_a_flood_fails(service: Service) -> None:
    page = service.sign_in("investigator")
    page.get_by_role("link", name="Suspects", exact=True).click()
    expect(page.get_by_text(re.compile(r"referrals are open, \d+ with something late"))).to_be_visible()
    seen(page, "suspects")
    page.get_by_role("link", name=re.compile("Enforced")).click()
    accessible(page)
    page.get_by_role("link", name="What the queue will be").click()
    seen(page, "suspects-forecast")
    calm = page.get_by_role("heading", level=2).first.inner_text()
    page.get_by_role("link", name=re.compile("In a flood of 10")).click()
    seen(page, "suspects-flood")
    expect(page.get_by_text("10 times")).to_be_visible()
    assert calm.startswith("Whom it will fail")
    page.locator("#fails ~ table a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Why do you need to look"))


def test_another_role_is_refused_and_the_command_line_lists_the_queue(service: Service) -> None:
    page = service.sign_in("missing-persons-coordinator", scripts=False)
    answer = page.goto("/suspects/")
    assert answer is not None
    assert answer.status == 403
    expect(page.get_by_role("link", name="Suspects", exact=True)).to_have_count(0)
    said = json.loads(service.command("suspects", "--json").out)
    assert said["referrals"][0]["band"] is None
    told = service.command("suspects", "--on", "2026-03-20").text
    assert "with something late" in told
