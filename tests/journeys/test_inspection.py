"""An inspection officer reads what the force measures of itself; a unit's own inspector sees its own rows."""

import json
import re

from playwright.sync_api import expect

from tests.journeys.service import DESKTOP, NARROWEST, Service, accessible, picture
from watchkeeper.inspection.measures.catalogue import MEASURES
from watchkeeper.inspection.measures.unmeasured import UNMEASURED

UNMANAGED = "Nobody manages"


def test_an_inspection_officer_goes_from_the_measures_to_the_rows_behind_one(service: Service) -> None:
    page = service.sign_in("inspection-officer")
    page.get_by_role("link", name="Inspection", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "What the force measures of itself, the whole force"
    )
    for size in (DESKTOP, NARROWEST):
        page.set_viewport_size(size)
        accessible(page)
    page.set_viewport_size(DESKTOP)
    picture(page, "inspection")
    assert page.locator("[data-row]").count() == len(MEASURES)
    for what, _ in UNMEASURED:
        expect(page.get_by_text(what, exact=True)).to_be_visible()
    row = page.locator("[data-row]").filter(has=page.get_by_role("link", name=UNMANAGED, exact=True))
    expect(row).to_contain_text("above the limit")
    row.get_by_role("link", name=UNMANAGED, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{UNMANAGED}, the whole force")
    expect(page.get_by_role("img")).to_be_visible()
    for size in (DESKTOP, NARROWEST):
        page.set_viewport_size(size)
        accessible(page)
    page.set_viewport_size(DESKTOP)
    picture(page, "inspection-measure")
    behind = page.locator("[data-behind]")
    said = json.loads(service.command("inspect", "measure", "unmanaged", "--json", "--months", "0").out)
    assert [each.split()[0] for each in behind.all_inner_texts()] == [
        each["ref"] for each in said["measures"][0]["behind"]
    ]
    ref = behind.first.get_by_role("link").inner_text()
    behind.first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"/people/{ref}/"))


def test_a_duty_inspector_sees_the_rows_of_their_unit_and_an_offender_manager_none(service: Service) -> None:
    page = service.sign_in("duty-inspector", scripts=False, viewport=NARROWEST)
    page.goto("/inspection/unmanaged/")
    expect(page.get_by_text("more are of other units, and not for you")).to_be_visible()
    units = {each.split()[1] for each in page.locator("[data-behind]").all_inner_texts()}
    assert len(units) == 1
    page.goto("/inspection/")
    page.get_by_label("Unit").select_option(units.pop())
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("the whole force")
    page.get_by_role("link", name="Vetting gaps").click()
    expect(page.get_by_text("Sealed")).to_be_visible()
    assert page.locator("[data-behind]").count() == 0
    manager = service.sign_in("offender-manager")
    expect(manager.get_by_role("link", name="Inspection", exact=True)).to_have_count(0)
    answer = manager.goto("/inspection/")
    assert answer is not None
    assert answer.status == 403
