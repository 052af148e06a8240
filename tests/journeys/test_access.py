"""An emergency at another unit's record, a restriction, a conflict of interest."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, NIGHT, Service, accessible, picture

WHY = "A child is alone with this person tonight and their manager cannot be reached"


@pytest.fixture(scope="module")
def people(service: Service) -> dict[str, list[str]]:
    """The refs of people, by the ref of their unit."""
    told = json.loads(service.command("brief", "--on", NIGHT.date(), "--json").out)
    found: dict[str, list[str]] = {}
    for line in told["lines"]:
        if line["who"].startswith("P"):
            found.setdefault(line["unit"], []).append(line["who"])
    return found


def unit_of(page: Page) -> str:
    """The unit of whoever is signed in: officers' references begin with it."""
    header = page.locator(".wk-header__who").inner_text()
    return header.split(",")[0].rsplit("-", 1)[0].strip()


def narrow(page: Page) -> None:
    """As wide as the smallest phone, and back."""
    was = page.viewport_size
    page.set_viewport_size(NARROWEST)
    accessible(page)
    assert was is not None
    page.set_viewport_size(was)
    accessible(page)


def test_an_officer_of_another_unit_breaks_the_glass_and_a_supervisor_sees_it(
    service: Service, people: dict[str, list[str]]
) -> None:
    page = service.sign_in("offender-manager")
    own = unit_of(page)
    person = next(refs[0] for unit, refs in sorted(people.items()) if unit and unit != own)

    page.goto(f"/people/{person}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"You may not look at {person}")
    expect(page.get_by_text("not of the person's unit, and not their manager")).to_be_visible()
    narrow(page)
    picture(page, "access-turned-away")

    page.get_by_role("button", name="Open by break-glass").click()
    page.get_by_role("button", name="Open the record").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why in 4 words or more")
    narrow(page)
    page.get_by_label("Why must you see this record now?").fill(WHY)
    picture(page, "access-break-glass")
    page.get_by_role("button", name="Open the record").click()
    expect(page).to_have_url(f"{service.address}/people/{person}/")
    expect(page.get_by_text(f"{person} is open to you for 8 hours, to read.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("You may not")
    expect(page.get_by_role("link", name="Record a visit")).to_have_count(
        0
    )  # to read, and nothing is offered
    page.goto(f"/people/{person}/notify/")
    expect(page.get_by_text("the record is open to you by break-glass, to read")).to_be_visible()

    supervisor = service.sign_in("supervisor")
    assert unit_of(supervisor) == own
    supervisor.goto("/alerts/")
    expect(supervisor.get_by_text(f"opened the record of {person} by break-glass").first).to_be_visible()
    supervisor.get_by_role("link", name="Access", exact=True).click()
    expect(supervisor.get_by_text(WHY)).to_be_visible()
    narrow(supervisor)
    picture(supervisor, "access-openings")
    supervisor.get_by_role("link", name=f"Review the opening of {person}").click()
    supervisor.get_by_role("button", name="Keep the review").click()
    expect(supervisor.get_by_role("alert")).to_contain_text("Say whether it was right to open the record")
    narrow(supervisor)
    supervisor.get_by_label("Yes").check()
    supervisor.get_by_role("button", name="Keep the review").click()
    expect(supervisor.get_by_text(f"The opening of {person} is reviewed.")).to_be_visible()
    expect(supervisor.get_by_role("heading", name="Reviewed: 1")).to_be_visible()
    accessible(supervisor)


def test_a_record_is_restricted_and_lifted_without_scripts(
    service: Service, people: dict[str, list[str]]
) -> None:
    inspector = service.sign_in("duty-inspector", scripts=False)
    own = unit_of(inspector)
    person = people[own][0]
    inspector.goto(f"/people/{person}/restriction/")
    inspector.get_by_label("Why is the record restricted?").fill("kin of an officer of the unit")
    inspector.get_by_label("Who may still see it").fill("NOBODY")
    inspector.get_by_label("Day").fill("31")
    inspector.get_by_label("Month").fill("2")
    inspector.get_by_label("Year").fill("2027")
    inspector.get_by_role("button", name="Restrict the record").click()
    expect(inspector.get_by_role("alert")).to_contain_text("No officer has the reference NOBODY")
    expect(inspector.get_by_role("alert")).to_contain_text("must be a real day")
    expect(inspector.get_by_label("Why is the record restricted?")).to_have_value(
        "kin of an officer of the unit"
    )
    inspector.get_by_label("Who may still see it").fill(f"{own}-M01")
    inspector.get_by_label("Day").fill("28")
    inspector.get_by_role("button", name="Restrict the record").click()
    expect(inspector.get_by_role("heading", level=1)).to_have_text("Restricted records: 1")
    expect(inspector.get_by_text("17 April 2026").first).to_be_visible()

    supervisor = service.sign_in("supervisor")
    supervisor.goto(f"/people/{person}/")
    expect(supervisor.get_by_text("not available", exact=True)).to_be_visible()
    accessible(supervisor)

    inspector.get_by_role("link", name=person).click()
    inspector.get_by_role("button", name="Lift the restriction").click()
    expect(inspector.get_by_role("heading", level=1)).to_have_text("Restricted records: 0")
    supervisor.goto(f"/people/{person}/")
    expect(supervisor.get_by_role("heading", level=1)).to_contain_text("Why do you need to look")


def test_a_conflict_declared_shuts_the_record_and_another_ends_it(
    service: Service, people: dict[str, list[str]]
) -> None:
    supervisor = service.sign_in("supervisor")
    person = people[unit_of(supervisor)][-1]
    supervisor.goto(f"/people/{person}/conflict/")
    narrow(supervisor)
    supervisor.get_by_label("What is the conflict?").fill("A cousin of mine")
    supervisor.get_by_role("button", name="Declare it").click()
    expect(supervisor.get_by_text(f"Declared. {person} is not available")).to_be_visible()
    supervisor.goto(f"/people/{person}/")
    expect(
        supervisor.get_by_text("a conflict of interest you declared on 20 March 2026 stands")
    ).to_be_visible()
    expect(supervisor.get_by_role("button", name="Open by break-glass")).to_have_count(0)
    expect(supervisor.get_by_text("Ring the duty inspector")).to_be_visible()
    accessible(supervisor)

    senior = service.sign_in("inspection-officer")
    senior.goto("/access/conflicts/")
    narrow(senior)
    senior.get_by_role("button", name="End the conflict").click()
    expect(senior.get_by_text("None stands among the officers you answer for.")).to_be_visible()
    supervisor.goto(f"/people/{person}/")
    expect(supervisor.get_by_role("heading", level=1)).to_contain_text("Why do you need to look")
