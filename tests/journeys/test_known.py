"""An inspection officer looks back at what was known, and compiles a review in hindsight."""

import csv
import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, PATIENCE, Service, accessible, picture

SLOWLY = 0.5


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    """A busy machine is not a fault."""
    expect.set_options(timeout=SLOWLY * PATIENCE * 1000)
    yield
    expect.set_options(timeout=5_000)


def boxes(page: Page, group: str, on: str) -> None:
    """Fill the three boxes of a day."""
    of = page.get_by_role("group", name=group)
    for label, part in zip(("Day", "Month", "Year"), on.split(), strict=True):
        of.get_by_label(label, exact=True).fill(part)


def fits(page: Page) -> bool:
    """Whether nothing is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_an_inspection_officer_asks_whether_it_was_known_and_compiles_a_review(service: Service) -> None:
    # Given a person with a decision, and an inspection officer
    ((decision, person),) = service.stored(
        "select ref, person_ref from escalation_decided order by known_from desc, ref limit 1"
    )
    page = service.sign_in("inspection-officer")
    page.goto("/inspection/")
    page.get_by_role("link", name="Was it known?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Was it known?")
    accessible(page)

    # When they ask of nobody, or of a day to come, they are told; a decision opens at its own instant
    page.get_by_label("Reference").fill("NOBODY")
    page.get_by_role("button", name="Look back").click()
    expect(page.get_by_role("alert")).to_contain_text("No person, unit or decision you may look at")
    expect(page.get_by_role("alert")).to_contain_text("Enter when: a day and a time")
    accessible(page)
    page.get_by_label("Reference").fill(decision)
    page.get_by_role("button", name="Look back").click()

    # Then they say why, once, and see the decision and what stood behind it
    page.get_by_label("inspecting how the person is managed").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="The decision", exact=True)).to_be_visible()
    for heading in (
        "What was true, and what was known",
        "What was due",
        "Who looked",
        "What came to be known later",
    ):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.get_by_text("True and known").first).to_be_visible()
    accessible(page)
    picture(page, "was-it-known")

    # And a review of the year is compiled, shown, and taken out twice alike
    page.get_by_role("link", name="Compile a review in hindsight").click()
    accessible(page)
    boxes(page, "First day", "20 3 2026")
    boxes(page, "Last day", "20 3 2025")
    page.get_by_role("button", name="Compile the review").click()
    expect(page.get_by_role("alert")).to_contain_text(
        "Not compiled: the period ends on or after its first day"
    )
    boxes(page, "First day", "20 3 2025")
    boxes(page, "Last day", "19 3 2026")
    page.get_by_role("button", name="Compile the review").click()
    expect(page.get_by_role("table", name="Chronology")).to_be_visible()
    expect(page.get_by_role("cell", name="Duty", exact=True).first).to_be_visible()
    accessible(page)
    picture(page, "hindsight-review")
    taken = []
    for _ in range(2):
        with page.expect_download() as waited:
            page.get_by_role("button", name="Take out the rows (CSV)").click()
        taken.append(waited.value.path().read_bytes())
    assert taken[0] == taken[1]
    assert len(list(csv.reader(io.StringIO(taken[0].decode("utf-8-sig"))))) > 1
    shown = page.locator("code").nth(1).inner_text()
    hashes = service.stored(
        f"select facts from audit_entry where about = '{person}' and power like 'review a%'"
    )
    assert sum(shown in str(facts) for (facts,) in hashes) == 3


def test_a_unit_and_a_person_on_the_narrowest_phone_without_scripts(service: Service) -> None:
    page = service.sign_in("inspection-officer", viewport=NARROWEST, scripts=False)
    page.goto("/inspection/known/?ref=BCU01")
    boxes(page, "As known on", "1 3 2026")
    page.get_by_label("At what time?").fill("09:00")
    page.get_by_role("button", name="Look back").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("BCU01 on 1 March 2026")
    expect(page.get_by_text("Known otherwise then").first).to_be_visible()
    assert fits(page)
    ((person,),) = service.stored("select ref from people_person order by ref limit 1")
    page.goto(f"/inspection/known/person/{person}/?at=2026-03-01T09:00&on=2026-03-01")
    page.get_by_label("inspecting how the person is managed").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="What was due")).to_be_visible()
    assert fits(page)
    picture(page, "was-it-known-on-a-phone")
    again = service.sign_in("inspection-officer")
    again.goto("/inspection/known/unit/BCU01/?at=2026-03-01T09:00")
    accessible(again)
    manager = service.sign_in("offender-manager")
    manager.goto(f"/inspection/known/person/{person}/review/")
    expect(manager.get_by_role("heading", level=1)).to_contain_text("You may not")
