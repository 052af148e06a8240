"""An officer reads what an instrument may be used for; a supervisor asks whether one is right, and on whom it falls."""

import csv
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, Service, accessible, picture

COLUMNS = ("percent", "band", "reoffended", "on", "group_sex")


def listed(folder: Path) -> Path:
    """240 invented people over four months: as many offended as expected, and few of them women."""
    rows = [COLUMNS]
    for number in range(240):
        percent, band = ((5, "low"), (20, "medium"), (40, "high"))[number % 3]
        again = number // 3 % 20 < percent / 5
        day = f"2025-{1 + number // 60:02d}-15"
        rows.append(
            (str(percent), band, "yes" if again else "no", day, "female" if number % 80 == 2 else "male")
        )
    rows.append(("much", "low", "no", "2025-01-15", "male"))
    path = folder / "followed.csv"
    with path.open("w", newline="") as handle:
        csv.writer(handle).writerows(rows)
    return path


def narrow(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


def test_the_shelf_and_one_instrument(service: Service) -> None:
    page = service.sign_in("administrator")
    page.get_by_role("link", name="Administration", exact=True).click()
    page.get_by_role("navigation", name="Administration").get_by_role("link", name="Instruments").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Instruments")
    expect(page.get_by_text("may stand behind a decision today")).to_be_visible()
    accessible(page)
    picture(page, "instruments")
    page.get_by_role("link", name="static99r 2016").click()
    expect(page.get_by_text("Not met: unconfirmed")).to_be_visible()
    expect(page.get_by_text("A pack is never edited").first).to_be_visible()
    expect(page.get_by_role("heading", name="Transparency record")).to_be_visible()
    expect(page.get_by_text("Not said.").first).to_be_visible()
    accessible(page)
    page.goto("/risk/instruments/osp_dc_2026/")
    expect(page.get_by_text("watchkeeper risk score osp_dc_2026 IN.csv OUT.csv")).to_be_visible()
    picture(page, "instrument")
    assert page.goto("/risk/instruments/none/").status == 404  # type: ignore[union-attr]
    phone = service.sign_in("offender-manager", viewport=NARROWEST, scripts=False)
    for there in ("/risk/instruments/", "/risk/instruments/osp_dc_2026/"):
        phone.goto(there)
        narrow(phone)


def test_a_list_is_studied_and_forgotten(service: Service, tmp_path: Path) -> None:
    path = listed(tmp_path)
    page = service.sign_in("supervisor")
    page.goto("/risk/instruments/")
    page.get_by_role("link", name="Is an instrument right, and on whom does it fall?").click()
    page.get_by_role("button", name="Study the list").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a CSV file that is not empty")
    accessible(page)
    page.get_by_label("The list").set_input_files(path)
    page.get_by_role("button", name="Study the list").click()
    expect(page.get_by_text("people offended again;")).to_be_visible()
    expect(page.get_by_text("percent or score is no number")).to_be_visible()
    expect(page.get_by_role("img", name="Expected and observed, part by part")).to_be_visible()
    expect(page.get_by_role("img", name="Share placed high, month by month")).to_be_visible()
    expect(page.get_by_text("Burden by sex")).to_be_visible()
    expect(page.get_by_text("withheld: too few people").first).to_be_visible()
    accessible(page)
    picture(page, "fairness")
    page.get_by_label("The list").set_input_files(path)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Take the figures out as CSV").click()
    rows = list(csv.DictReader(taken.value.path().read_text().splitlines()))
    assert {row["measure"] for row in rows} >= {"slope", "area under the curve", "population stability index"}
    phone = service.sign_in("supervisor", viewport=NARROWEST, scripts=False)
    phone.goto("/risk/instruments/fairness/")
    phone.get_by_label("The list").set_input_files(path)
    phone.get_by_label("First day of the later period").or_(phone.get_by_label("Day")).first.fill("1")
    phone.get_by_label("Month").fill("3")
    phone.get_by_label("Year").fill("2025")
    phone.get_by_role("button", name="Study the list").click()
    expect(phone.get_by_text("since 2025-03-01")).to_be_visible()
    narrow(phone)
