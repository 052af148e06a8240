"""A night shift: whoever's machine asks for dark pages reads every page the bar leads to, with enough contrast."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.service import Service

CONTRAST = {"runOnly": ["color-contrast"]}
OPENED = "all => all.forEach(each => { each.open = true })"


@pytest.mark.parametrize(
    ("role", "beside"),
    [
        ("supervisor", ("/accounts/2fa/", "/?section=due-later", "/people/P0000001/", "/missing/report/")),
        ("inspection-officer", ("/inspection/what-if/", "/inspection/report/", "/alerts/")),
        ("professional-standards-officer", ()),
    ],
)
def test_every_page_of_the_bar_can_be_read_in_the_dark(
    role: str, beside: tuple[str, ...], service: Service
) -> None:
    page = service.sign_in(role)
    page.emulate_media(color_scheme="dark")
    bar = page.get_by_role("navigation").get_by_role("link")
    addresses = [each.get_attribute("href") or "" for each in bar.all()]
    assert len(addresses) > 1
    for address in (*addresses, *beside):
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.locator("details").evaluate_all(OPENED)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 22, 29)"
        found = Axe().run(page, options=CONTRAST)
        assert found.violations_count == 0, f"{address}\n{found.generate_report()}"


def test_what_is_for_paper_stays_light(service: Service) -> None:
    page = service.sign_in("supervisor")
    page.emulate_media(color_scheme="dark")
    page.goto("/today/print/")
    ground, ink = (
        page.evaluate(f"getComputedStyle(document.body).{name}") for name in ("backgroundColor", "color")
    )
    assert (ground, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
    found = Axe().run(page, options=CONTRAST)
    assert found.violations_count == 0, found.generate_report()
