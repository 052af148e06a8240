"""A senior officer asks for an inspection report, takes it out, reads it, and signs a grade beside the one proposed."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, PATIENCE, Service, accessible

SLOWLY = 2 * PATIENCE * 1000  # a report measures the whole force for years of months


def take_out(page: Page, says: str, folder: Path) -> Path:
    with page.expect_download() as coming:
        page.get_by_role("link", name=says).click()
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def test_a_report_is_asked_for_taken_out_and_its_grade_signed(service: Service, tmp_path: Path) -> None:
    page = service.sign_in("commander")
    page.goto("/inspection/")
    page.get_by_role("link", name="Inspection report of a period").click()
    expect(page.get_by_text("No report is ready.")).to_be_visible()
    accessible(page)
    first = page.get_by_role("group", name="First day of the period")
    first.get_by_label("Year").fill("2036")
    page.get_by_role("button", name="Make the report").click()
    expect(page.get_by_role("alert")).to_contain_text("Not asked for: the period runs backwards")
    accessible(page)
    first.get_by_label("Year").fill("2025")
    page.get_by_label("Seed").fill("7")
    page.get_by_role("button", name="Make the report").click()
    expect(page.get_by_text("A report is being made")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^Ready: Inspection report"))).to_be_visible(
        timeout=SLOWLY
    )
    accessible(page)

    files = {
        kind: take_out(page, says, tmp_path)
        for kind, says in {
            "html": "A page",
            "pdf": "A paper",
            "csv": "The numbers",
            "json": "Everything",
        }.items()
    }
    assert files["pdf"].read_bytes().startswith(b"%PDF")
    said = json.loads(files["json"].read_bytes())
    assert said["asked"]["seed"] == 7
    taken = service.stored(
        "select count(*) from audit_entry where purpose = 'take out an inspection report' and kind = 'done'"
    )
    assert taken[0][0] == len(files)

    page.get_by_role("link", name="Managing offenders and suspects").click()
    expect(page.get_by_role("heading", name="What would change it")).to_be_visible()
    page.get_by_role("button", name="Sign the grade").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter why, in your own words")
    accessible(page)
    page.get_by_label("Requires improvement").check()
    page.get_by_label("Why").fill("Ten cases read; the backlog is known and manned.")
    page.get_by_role("button", name="Sign the grade").click()
    expect(page.get_by_text("requires improvement signed")).to_be_visible()
    accessible(page)

    narrow = service.open(viewport=NARROWEST)
    narrow.goto(files["html"].as_uri())
    expect(narrow.get_by_role("heading", level=1)).to_have_text(said["title"])
    expect(narrow.get_by_role("img").first).to_be_visible()
    accessible(narrow)
    narrow.set_viewport_size({"width": 1280, "height": 900})
    narrow.get_by_role("heading", name="Visits overdue", exact=True).scroll_into_view_if_needed()
    accessible(narrow)
