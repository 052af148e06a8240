"""A visit put right: asked about when it comes twice, corrected, withdrawn; what stood before is shown."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.service import DESKTOP, NARROWEST, NIGHT, PATIENCE, Service, accessible, picture
from tests.journeys.test_doorstep import answer, phone, ready, recorded, send, to_visit

YESTERDAY = (NIGHT - timedelta(days=1)).date().isoformat()


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE * 1000)
    yield
    expect.set_options(timeout=5_000)


def look(page: Page, name: str) -> None:
    """Accessible, and pictured, as wide as a desk and as narrow as the narrowest phone."""
    for width, size in (("", DESKTOP), ("-320", NARROWEST)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        accessible(page)
        picture(page, f"{name}{width}")


def test_a_second_form_for_the_same_visit_is_told_shown_the_first_and_asked(service: Service) -> None:
    """Given two tabs with a form each, when both are sent, then one visit is recorded until somebody says."""
    page = phone(service)
    form = to_visit(page)[0]
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(form)
        ready(tab)
    answer(page, "No reply", at="08:30")
    send(page)
    expect(page.get_by_role("heading", name="What it counts for")).to_be_visible()
    answer(other, "Seen at the door", "He came back as we left.", at="08:50")
    send(other)
    expect(other.get_by_role("heading", level=1)).to_contain_text("already recorded?")
    expect(other.get_by_text("in both crews")).to_be_visible()
    assert recorded(page, form) == 1
    look(other, "visit-twice")
    page.get_by_role("link", name="Say which stands").click()
    page.get_by_role("radio", name="Another visit").check()
    page.get_by_label("Why").fill("We waited in the car and went back.")
    page.get_by_role("button", name="Record this decision").click()
    expect(page.get_by_text("Both are recorded, and both count")).to_be_visible()
    expect(page.get_by_text("the clock to the next visit begins again")).to_be_visible()
    assert recorded(page, form) == 2


def test_a_visit_is_corrected_then_withdrawn_and_the_past_shows_what_was_known(service: Service) -> None:
    """Given a visit recorded as seen, when it is corrected, then the clocks follow and the old words stand by."""
    page = phone(service)
    form = to_visit(page)[1]
    person = form.split("/")[2]
    page.goto(form)
    ready(page)
    answer(page, "Seen at the door", "Spoke to him in the hall.")
    send(page)
    expect(page.get_by_text("the clock to the next visit begins again")).to_be_visible()
    visit = page.url
    page.get_by_role("link", name="Correct this visit").click()
    expect(page.get_by_label("Notes")).to_have_value("Spoke to him in the hall.")
    page.get_by_role("radio", name="No reply").check()
    page.get_by_role("button", name="Record the correction").click()
    expect(page.get_by_role("link", name="Say what was wrong")).to_be_visible()
    expect(page.get_by_role("radio", name="No reply")).to_be_checked()
    look(page, "visit-correct")
    stale = page.context.new_page()
    stale.goto(f"{visit}correct/")
    page.get_by_label("What was wrong").fill("It was his brother in the hall.")
    page.get_by_role("button", name="Record the correction").click()
    expect(page.get_by_text("Visit corrected")).to_be_visible()
    expect(page.get_by_text("It moves no clock")).to_be_visible()
    expect(page.get_by_text("It was his brother in the hall.")).to_be_visible()
    expect(page.get_by_role("cell", name="Seen at the door")).to_be_visible()
    look(page, "visit-corrected")
    stale.get_by_label("Notes").fill("A third version.")
    stale.get_by_label("What was wrong").fill("Another reason.")
    stale.get_by_role("button", name="Record the correction").click()
    expect(stale.get_by_role("link", name="Somebody changed this visit while you wrote")).to_be_visible()
    expect(stale.get_by_role("table", name="What stands now, and what you typed")).to_be_visible()
    page.goto(f"/people/{person}/timeline/?kind=Visits")
    expect(page.get_by_text("Before, it said: Visit: seen")).to_be_visible()
    expect(page.get_by_text("was corrected; by")).to_be_visible()
    page.goto(f"{visit}withdraw/")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Withdraw")
    boss = service.sign_in("supervisor")
    boss.goto(f"{visit}withdraw/")
    if boss.get_by_label("supervising their management").count():
        boss.get_by_label("supervising their management").check()
        boss.get_by_role("button").last.click()
    boss.goto(f"{visit}withdraw/")
    boss.get_by_role("button", name="Withdraw this visit").click()
    expect(boss.get_by_role("link", name="Say why it should never")).to_be_visible()
    look(boss, "visit-withdraw")
    boss.get_by_label("Why should it never").fill("It was the visit to the brother.")
    boss.get_by_role("button", name="Withdraw this visit").click()
    expect(boss.get_by_role("heading", level=1)).to_contain_text("withdrawn")
    expect(boss.get_by_text("It was the visit to the brother.")).to_be_visible()
    look(boss, "visit-withdrawn")
    boss.goto(f"/people/{person}/visits/")
    expect(boss.get_by_role("heading", name="Withdrawn (1)")).to_be_visible()
    boss.goto(f"/people/{person}/visits/?known={YESTERDAY}")
    expect(boss.get_by_role("heading", name="Withdrawn (1)")).to_have_count(0)
    assert recorded(page, form) == 0
