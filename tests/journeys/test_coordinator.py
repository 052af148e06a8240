"""A missing-persons coordinator reads the missing in the brief: in a browser, without scripts, at the command line."""

import json
import re

from playwright.sync_api import expect

from tests.journeys.service import DESKTOP, NARROWEST, Service, accessible
from tests.journeys.test_today import counts, rows_of
from watchkeeper.briefing.consequences import OF_THE_MISSING
from watchkeeper.briefing.facts import Section

ROLE = "missing-persons-coordinator"
SECTIONS = tuple(str(section) for section in Section if section in OF_THE_MISSING)


def test_a_coordinator_is_shown_the_missing_of_every_unit_and_is_led_to_each_episode(
    service: Service,
) -> None:
    page = service.sign_in(ROLE)
    expect(page).to_have_url(re.compile("/missing/$"))  # the live board is where they begin
    page.get_by_role("link", name="Today", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Today, 20 March 2026")
    for size in (DESKTOP, NARROWEST):
        page.set_viewport_size(size)
        accessible(page)
    page.set_viewport_size(DESKTOP)
    found = counts(page)
    assert tuple(found) == SECTIONS
    assert found["missing, and no action in time"] > 0
    for section, many in found.items():
        if many:
            assert rows_of(page, section) == many, section
    page.goto("/?section=idle")
    accessible(page)
    row = page.locator("[data-row]").first
    ref = row.get_by_role("link").first.inner_text()
    row.get_by_role("link", name=ref, exact=True).click()
    expect(page).to_have_title(re.compile(ref))
    page.goto("/")
    page.get_by_role("link", name="the board of the missing").click()
    expect(page).to_have_url(re.compile("/missing/$"))
    page.goto("/")
    page.get_by_role("link", name="Print this list").click()
    assert page.locator("[data-row]").count() == sum(found.values())
    accessible(page)
    for shut in ("/people/", "/today/export/", "/today/backlog/"):
        answer = page.goto(shut)
        assert answer is not None
        assert answer.status == 403


def test_it_is_the_same_without_scripts_and_a_childs_line_leads_to_their_newest_episode(
    service: Service,
) -> None:
    page = service.sign_in(ROLE, scripts=False, viewport=NARROWEST)
    page.goto("/")
    page.get_by_role("link", name=re.compile("exploitation flags")).first.click()
    child = page.locator("[data-row]").first.get_by_role("link").first
    assert child.inner_text().startswith("MF")
    child.click()
    expect(page).to_have_title(re.compile("ME-F"))


def test_the_command_line_gives_the_part_and_refuses_the_rest(service: Service) -> None:
    officer = service.stored("SELECT ref FROM workforce_officer WHERE role = 'missing-persons coordinator'")[
        0
    ][0]
    said = json.loads(service.command("brief", "--as", officer, "--json").out)
    assert {line["section"] for line in said["lines"]} <= set(SECTIONS)
    assert {line["what"] for line in said["lines"]} >= {
        "first enquiry for somebody missing",
        "return interview",
    }
    told = service.command("brief", "--as", officer).text
    assert "the missing alone" in told
    assert "People unmanaged" not in told
    refused = service.command("brief", "--as", officer, "--section", "people unmanaged", expect=2)
    assert "yours is the part about the missing" in refused.err
    trail = service.command("audit", "show", "--as", "HQ-P1", "--purpose", "test", "--last", 10)
    assert "read the brief of the missing" in trail.text
    episode = next(line["who"] for line in said["lines"] if line["what"] == "return interview")
    explained = service.command("missing", episode, "--as", officer).text
    assert "return interview" in explained
