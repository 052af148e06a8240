"""The page of a crime in each state it can be in, and what whoever stands before it can do next."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import crime_files as files
from tests.journeys.service import NARROWEST, Service, accessible
from tests.journeys.test_crimes import why

RAPE, LEFT, CLOSING = "CR-RAPE", "CR-LEFT", "CR-CLOSING"
"""Nobody in the unit may hold the first; the recruit holds the second and may not; the third is to be closed."""


@pytest.fixture(scope="module")
def force_of_crimes(service: Service) -> Service:
    """The unit of the other walk, with three crimes more, and a brief that knows them."""
    files.write(service.home / "crimes")
    more = service.home / "more"
    more.mkdir()
    unit = {"unit": files.UNIT}
    files.extra(
        more,
        "crimes",
        [
            {"ref": RAPE, "reported_at": "2026-03-18T09:00:00Z", "offence": "19C", **unit},
            {"ref": LEFT, "reported_at": "2026-03-02T09:00:00Z", "offence": "86", **unit},
            {"ref": CLOSING, "reported_at": "2026-03-02T09:00:00Z", "offence": "86", **unit},
        ],
    )
    held = {"since": "2026-03-03", "supervisor": files.SERGEANT}
    files.extra(
        more,
        "crime_holdings",
        [
            {"ref": f"{LEFT}-H", "crime_ref": LEFT, "officer_ref": files.RECRUIT, **held},
            {"ref": f"{CLOSING}-H", "crime_ref": CLOSING, "officer_ref": files.FIT, **held},
        ],
    )
    for folder in ("crimes", "more"):
        service.command("load", service.home / folder, expect=0)
    service.command("brief")
    told = files.ACCOUNTS.format(logins=files.LOGINS, password=service.password)
    site = {"DJANGO_SETTINGS_MODULE": "watchkeeper.config.site"}
    subprocess.run([sys.executable, "-c", told], env=service.environment | site, check=True)
    return service


def both(page: Page) -> None:
    """Axe, and no sideways scrolling, on the wide screen and on the narrowest."""
    size = page.viewport_size
    accessible(page)
    page.set_viewport_size(NARROWEST)
    accessible(page)
    if size is not None:
        page.set_viewport_size(size)


def choose(page: Page, officer: str) -> None:
    """Choose who is to hold it, and the sergeant to supervise it."""
    for question, who in (("Who is to hold it?", officer), ("Who supervises it?", files.SERGEANT)):
        group = page.get_by_role("group", name=question)
        group.get_by_role("radio", name=re.compile(f"^{who}")).check()


def test_nobody_may_hold_it_and_the_page_says_what_would_place_it_and_what_to_do(
    force_of_crimes: Service,
) -> None:
    page = force_of_crimes.sign_in("nw9-allocator")
    page.goto("/allocate/proposal/")
    expect(page.get_by_role("heading", name=re.compile(r"Proposed to nobody \(\d+\)"))).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text=RAPE)).to_contain_text("SSAIDP")
    page.get_by_role("link", name=RAPE, exact=True).click()
    expect(page.get_by_text(re.compile("Nobody may hold it today: .*lack SSAIDP"))).to_be_visible()
    expect(page.locator(".govuk-inset-text li").first).to_have_text(
        re.compile(rf"^Train {files.UNIT}-\w+ of {files.UNIT} in SSAIDP")
    )
    expect(page.locator(".govuk-inset-text")).to_contain_text("have a chief inspector or above override")
    both(page)
    page.get_by_label("Somebody else, by reference").fill(files.FIT)
    page.get_by_role("button", name="Give it to them").click()
    problems = page.locator(".govuk-error-summary")
    expect(problems).to_contain_text("Choose who supervises it")
    expect(problems).to_contain_text(f"{RAPE} was not given to {files.FIT}: has not passed SSAIDP")
    both(page)
    page.get_by_role("link", name="what the unit lacks").click()
    expect(page.get_by_role("row", name=re.compile("^SSAIDP"))).to_contain_text("0")

    # Two are trained, one to hold it and one to supervise: the proposal is anew, and the crime can be given.
    more = force_of_crimes.home / "trained"
    more.mkdir()
    passed = [(files.FIT, "SSAIDP"), (files.SERGEANT, "SSAIDP"), (files.SERGEANT, "PIP 2 supervisor")]
    files.extra(
        more,
        "training",
        [
            {"ref": f"T-{number}", "officer_ref": ref, "course": course, "awarded_on": "2026-03-19"}
            for number, (ref, course) in enumerate(passed)
        ],
    )
    force_of_crimes.command("load", more, expect=0)
    page.goto("/allocate/proposal/")
    expect(page.get_by_role("group", name=re.compile(RAPE))).to_be_visible()
    page.goto(f"/allocate/{RAPE}/")
    choose(page, files.FIT)
    page.get_by_role("button", name="Give it to them").click()
    expect(page.get_by_text(f"{files.FIT} holds it from today")).to_be_visible()


def test_a_crime_nobody_graded_and_nobody_holds_is_graded_and_given(force_of_crimes: Service) -> None:
    crime = files.FREE[0]
    page = force_of_crimes.sign_in("nw9-allocator")
    page.goto(f"/crimes/{crime}/")
    why(page, "allocating the crime")
    expect(page.get_by_text("Nobody holds it.")).to_be_visible()
    expect(page.get_by_text("Decided: not graded")).to_be_visible()
    both(page)
    page.get_by_role("link", name="Grade the crime").click()
    for letter in ("Threat", "Harm", "Risk", "Investigation", "Vulnerability", "Engagement"):
        page.get_by_label(letter, exact=True).fill("said in a few words")
    page.get_by_role("button", name="Record the grade").click()
    expect(page.get_by_text(re.compile("^Decided: "))).not_to_contain_text("not graded")
    both(page)
    page.get_by_role("link", name="Give it to somebody who may hold it").click()
    choose(page, files.THIRD)
    page.get_by_role("button", name="Give it to them").click()
    expect(page.get_by_text(f"Held by {files.THIRD} since 20 March 2026")).to_be_visible()
    page.get_by_role("link", name="Dispute who holds it").click()
    page.get_by_label("Why should somebody else hold it?").fill("They hold the one before it")
    page.get_by_role("radio", name=re.compile(f"^{files.INSPECTOR}")).check()
    page.get_by_role("button", name="Dispute it").click()
    expect(page.locator(".govuk-inset-text")).to_contain_text(f"disputes that {files.THIRD} holds it")
    both(page)


def test_held_by_somebody_who_may_no_longer_it_says_so_and_is_given_to_another(
    force_of_crimes: Service,
) -> None:
    page = force_of_crimes.sign_in("nw9-allocator")
    page.get_by_role("link", name=re.compile("crimes to hand over")).first.click()
    page.goto(f"/crimes/{LEFT}/")
    why(page, "allocating the crime")
    moves = page.locator("[data-moves]")
    expect(moves).to_contain_text(f"{files.RECRUIT} may no longer hold it")
    expect(moves).to_contain_text("has not passed")
    expect(moves).not_to_contain_text("screen")  # sealed
    both(page)
    page.get_by_role("link", name="Give it to somebody who may hold it").click()
    expect(page.locator("[data-moves]")).to_be_visible()
    both(page)
    choose(page, files.FIT)
    page.get_by_role("button", name="Give it to them").click()
    expect(page.get_by_text(f"Held by {files.FIT} since 20 March 2026")).to_be_visible()
    expect(page.locator("[data-moves]")).to_have_count(0)


def test_a_second_look_is_owed_then_sent_back_then_closed(force_of_crimes: Service) -> None:
    page = force_of_crimes.sign_in("nw9-investigator")
    inspector = force_of_crimes.sign_in("nw9-inspector")
    for agrees, said in (("No, send it back", "Sent back"), ("Yes, close it", "Closed.")):
        page.goto(f"/crimes/{CLOSING}/close/")
        page.get_by_label("Home Office outcome code").fill("18")
        page.get_by_label("Why?").fill("Nothing was found on any device")
        page.get_by_role("button", name="Propose it").click()
        expect(page.locator(".govuk-inset-text")).to_contain_text(
            "stays open until another officer has looked"
        )
        expect(page.get_by_role("link", name="Look a second time")).to_have_count(0)  # not one's own
        both(page)
        inspector.goto(f"/crimes/{CLOSING}/")
        why(inspector, "supervising its investigation")
        inspector.get_by_role("link", name="Look a second time").click()
        inspector.get_by_label(re.compile("I have checked safeguarding")).check()
        inspector.get_by_label(agrees).check()
        both(inspector)
        inspector.get_by_role("button", name="Record it").click()
        expect(inspector.get_by_text(said).first).to_be_visible()
    page.goto(f"/crimes/{CLOSING}/")
    expect(page.get_by_text("Closed", exact=True)).to_be_visible()
    expect(page.get_by_text("Nothing is owed today.")).to_be_visible()
    both(page)
    allocator = force_of_crimes.sign_in("nw9-allocator")
    allocator.goto(f"/allocate/{CLOSING}/")
    allocator.get_by_label("Somebody else, by reference").fill(files.THIRD)
    allocator.get_by_role("button", name="Give it to them").click()
    expect(allocator.locator(".govuk-error-summary")).to_contain_text("the crime is closed")
