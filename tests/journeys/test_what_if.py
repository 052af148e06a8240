"""An inspection officer asks what if: it runs behind the page, and the answer comes first, with its pictures."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.service import DESKTOP, NARROWEST, PATIENCE, Service, accessible, picture

UNIT = "BCU01"
SLOWLY = 3  # times the usual patience: the search is compiled, and months are simulated


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    """A busy machine is not a fault."""
    expect.set_options(timeout=SLOWLY * PATIENCE * 1000)
    yield
    expect.set_options(timeout=5_000)


def test_what_if_is_asked_and_answered_behind_the_page(service: Service) -> None:
    page = service.sign_in("inspection-officer")
    page.goto("/inspection/")
    page.get_by_role("link", name="What if? The next two years").click()
    expect(page.get_by_text("Nobody has asked for a study yet.")).to_be_visible()
    first = page.get_by_role("group", name="Scenario A")
    page.get_by_label("Months to simulate").fill("many")
    page.get_by_label("Numbers of crews to try").fill("half")
    first.get_by_label("Ticket rates").fill("0")
    first.get_by_label("Other numbers of policy").fill("first_visit_days = soon")
    page.get_by_role("button", name="Carry out the what-if").click()
    alert = page.get_by_role("alert")
    for says in (
        "Months to simulate: enter a whole number",
        "Crews: enter multiples of today's",
        "ticket rates: enter a multiple of the ticket rates above 0",
        "Scenario A, numbers of policy: enter one number a line",
    ):
        expect(alert).to_contain_text(says)
    for size in (DESKTOP, NARROWEST):
        page.set_viewport_size(size)
        accessible(page)
    page.set_viewport_size(DESKTOP)

    page.get_by_label("Of which unit?").select_option(UNIT)
    page.get_by_label("Months to simulate").fill("6")
    page.get_by_label("Times to run it").fill("3")
    page.get_by_label("Numbers of crews to try").fill("0.5, 1, 2")
    first.get_by_label("What it is called").fill("Sooner and likelier")
    first.get_by_role("group", name="Months between visits").get_by_label("High", exact=True).fill("2")
    first.get_by_label("Ticket rates").fill("3")
    first.get_by_label("Other numbers of policy").fill("")
    page.get_by_role("button", name="Carry out the what-if").click()
    expect(page.get_by_text(f"A study of {UNIT} is under way")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^Who clears what by when"))).to_be_visible()
    expect(
        page.get_by_text(re.compile("the smallest number tried|No number of crews tried suffices")).first
    ).to_be_visible()
    expect(page.get_by_text("This is a simulation from today's register, not a forecast")).to_be_visible()
    expect(page.get_by_text("ticket rates times 3; months between visits at high risk 2")).to_be_visible()
    expect(page.get_by_role("img", name="Crews against people at high")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile(f"^{UNIT} As it is"))).to_be_visible()
    for size in (DESKTOP, NARROWEST):
        page.set_viewport_size(size)
        accessible(page)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
    page.set_viewport_size(DESKTOP)
    picture(page, "what-if", down_to=page.get_by_role("img", name="Crews against people at high"))
    page.get_by_label("Numbers of crews to try").fill("half")
    page.get_by_role("button", name="Carry out the what-if").click()
    page.get_by_role("alert").get_by_role("link", name=re.compile("^Crews: enter multiples")).click()
    expect(page.get_by_label("Numbers of crews to try")).to_be_focused()
    expect(page.get_by_role("heading", name=re.compile("^Who clears what by when"))).to_be_visible()
    accessible(page)
    kept = service.stored(
        "select matter, unit, digest <> '' from planning_study where matter = 'what if' order by id"
    )
    assert [tuple(row) for row in kept] == [("what if", UNIT, 0), ("what if", UNIT, 1)]
    manager = service.sign_in("offender-manager")
    answer = manager.goto("/inspection/what-if/")
    assert answer is not None
    assert answer.status == 403
