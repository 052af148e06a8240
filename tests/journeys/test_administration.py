"""Administration: files handed in and loaded, officers and accounts, policy, powers, and the trail."""

import csv
import io
import json
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys import service as served
from tests.journeys.service import DESKTOP, NARROWEST, Service, accessible, picture
from watchkeeper.workforce.rules.authority import POWERS

PEOPLE = """ref,family_name,given_names,born_on,sex
NEW1,Ashdown,Annabel,1980-05-17,female
NEW2,"=HYPERLINK(""http://example.org"")",Edwin,1981-06-18,male
,Nobody,Nora,1982-07-19,female
"""
VISITS = """ref,person_ref,at,outcome
NEWV1,NEW1,2026-03-01 10:00,seen
NEWV2,NOBODY,2026-03-01 10:00,sene
NEWV3,NEW1,2030-03-01 10:00,=cmd
"""
MANY = 40_000


def files(folder: Path, **texts: str) -> list[Path]:
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text)
    return sorted(folder.iterdir())


def hand_in(page: Page, paths: list[Path]) -> None:
    page.goto("/administration/import/")
    page.get_by_label("Files", exact=True).set_input_files(paths)
    page.get_by_label("The people in these files are invented").check()
    page.get_by_role("button", name="Check the files").click()


def checked(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(": checked", timeout=60_000)


def wide_and_narrow(page: Page, name: str) -> None:
    for size in (NARROWEST, DESKTOP):
        page.set_viewport_size(size)
        accessible(page)
    picture(page, name)


def test_messy_files_are_checked_shown_and_loaded(service: Service, tmp_path: Path) -> None:
    page = service.sign_in("administrator")
    page.get_by_role("link", name="Administration").first.click()
    wide_and_narrow(page, "administration")
    page.get_by_label("Administration").get_by_role("link", name="Import").click()

    # Given a program under the name of a table, and nothing said of who is in it: nothing is kept.
    program = tmp_path / "people.csv"
    program.write_bytes(b"MZ\x90\x00" + bytes(200))
    page.get_by_label("Files", exact=True).set_input_files(program)
    page.get_by_role("button", name="Check the files").click()
    expect(page.get_by_role("alert")).to_contain_text("Say that the people in the files are invented")
    hand_in(page, [program])
    expect(page.get_by_role("alert")).to_contain_text("its content is a program")
    wide_and_narrow(page, "administration-import-refused")
    assert not list((service.home / "uploads").glob("*"))

    # Given messy files: every row is told before anything is loaded.
    hand_in(page, files(tmp_path / "messy", people=PEOPLE, visits=VISITS))
    checked(page)
    expect(page.get_by_text("3 rows would be loaded, 3 turned away.")).to_be_visible()
    expect(page.get_by_text("people.csv: 1 cell holds a formula")).to_be_visible()
    expect(page.get_by_role("cell", name="no such ref in people")).to_be_visible()
    wide_and_narrow(page, "administration-import-preview")
    with page.expect_download() as download:
        page.get_by_role("link", name="Take all of it out as a CSV file").click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text("utf-8-sig"))))
    assert rows[0] == ["file", "line", "column", "value", "reason", "mend"]
    assert ["visits.csv", "4", "outcome", "'=cmd"] in [row[:4] for row in rows]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]

    # When they are loaded, the result says the same, the files are gone, and the logs hold nobody.
    page.get_by_role("button", name="Load these files").click()
    expect(page.get_by_text("3 rows were loaded")).to_be_visible(timeout=60_000)
    accessible(page)
    (kept,) = (service.home / "uploads").iterdir()
    assert not (kept / "files").exists()
    logs = [*(service.home / "logs").rglob("*"), service.home / "serve.log"]
    for log in logs:
        if log.is_file():
            text = log.read_text(errors="replace")
            assert "Ashdown" not in text, log
            assert "HYPERLINK" not in text, log


def test_a_power_cut_in_the_middle_of_an_import_loses_and_doubles_nothing(
    service: Service, tmp_path: Path
) -> None:
    # Given an import that takes seconds, without JavaScript: the page asks again by itself.
    page = service.sign_in("administrator", scripts=False)
    rows = "\n".join(
        f"CUT{n},CUT,2026-02-{n % 28 + 1:02} {n % 24:02}:{n % 60:02},no reply" for n in range(MANY)
    )
    notes = "ref,person_ref,level,set_on,set_by\nCUTL,CUT,high,2026-02-01,\n"
    person = "ref,family_name,given_names,born_on,sex\nCUT,Elder,Ed,1980-01-01,male\n"
    paths = files(
        tmp_path / "large", people=person, visits=f"ref,person_ref,at,outcome\n{rows}\n", levels=notes
    )
    hand_in(page, paths)
    checked(page)
    expect(page.get_by_text(f"{MANY + 2:,} rows would be loaded, 0 turned away.")).to_be_visible()
    page.get_by_role("button", name="Load these files").click()
    upload = page.url.rstrip("/").rsplit("/", 1)[-1]
    told = service.home / "uploads" / upload / "progress.json"
    until = time.monotonic() + served.PATIENCE
    while (said := json.loads(told.read_text()))["state"] != "being loaded" or said["done"] < MANY // 2:
        assert time.monotonic() < until, said
        time.sleep(0.01)

    # When server and worker are killed, and started again on the same port.
    service.stop(kill=True)
    port = int(service.address.rsplit(":", 1)[1])
    service.process = served.start(service.home, service.browser, service.environment, port=port).process

    # Then the job goes on by itself, and everything is there once.
    page.goto(f"/administration/import/{upload}/")
    expect(page.get_by_text(f"{MANY + 2:,} rows were loaded")).to_be_visible(timeout=90_000)
    hand_in(page, paths)
    checked(page)
    expect(page.get_by_text("Nothing in these files is new")).to_be_visible()
    cells = page.get_by_role("row", name="All").get_by_role("cell").all_inner_texts()
    assert cells == [f"{MANY + 2:,}", "0", f"{MANY + 2:,}", "0", "0", "0"]
    page.get_by_role("button", name="Remove these files").click()
    expect(page.get_by_text("The files are removed.")).to_be_visible()


def test_the_inspection_officer_reads_verifies_and_takes_out_the_trail(
    service: Service, tmp_path: Path
) -> None:
    page = service.sign_in("inspection-officer")
    page.goto("/administration/trail/")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why")
    page.get_by_label("A suspected misuse of a record").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("HQ-P1 read the audit trail: a suspected misuse of a record")).to_be_visible()
    wide_and_narrow(page, "administration-trail")

    # Only some entries: what the system did, of one power, from a day on.
    page.get_by_text("Only some entries").click()
    page.get_by_label("What they set out to do").select_option("load records")
    page.get_by_label("What came of it").select_option("done")
    page.get_by_label("By the officer, by reference").fill("SYSTEM")
    page.get_by_role("group", name="From").get_by_label("Day").fill("19")
    page.get_by_role("group", name="From").get_by_label("Month").fill("3")
    page.get_by_role("group", name="From").get_by_label("Year").fill("2026")
    page.get_by_role("button", name="Show these entries").click()
    expect(
        page.get_by_text("SYSTEM loaded records: load plan_looks; allowed because: in post").first
    ).to_be_visible()
    expect(page.get_by_text("HQ-P1 read the audit trail")).to_have_count(0)
    page.get_by_role("listitem").filter(has_text="load plan_looks").first.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Its place in the chain")).to_be_visible()
    wide_and_narrow(page, "administration-trail-entry")

    page.goto("/administration/trail/verify/")
    page.get_by_role("button", name="Verify the trail").click()
    expect(page.get_by_role("heading", name="It held on 20 March 2026")).to_be_visible(timeout=60_000)
    wide_and_narrow(page, "administration-trail-verified")
    page.get_by_label("A head kept from before (optional)").fill("0f")
    page.get_by_role("button", name="Verify the trail").click()
    expect(page.get_by_role("alert")).to_contain_text("64 characters")

    page.get_by_role("link", name="Take it out").click()
    page.get_by_role("button", name="Make an export").click()
    link = page.get_by_role("link", name="Take out the file")
    expect(link).to_be_visible(timeout=60_000)
    wide_and_narrow(page, "administration-trail-export")
    with page.expect_download() as download:
        link.click()
    with zipfile.ZipFile(download.value.path()) as packed:
        packed.extractall(tmp_path)
    outside = subprocess.run(
        [sys.executable, "verify_trail.py", "trail.jsonl"],
        cwd=tmp_path / "trail",
        capture_output=True,
        text=True,
        check=False,
    )
    assert outside.returncode == 0, outside.stdout
    assert "The trail holds" in outside.stdout


def test_powers_policy_officers_and_accounts(service: Service) -> None:
    page = service.sign_in("administrator")
    page.goto("/administration/powers/")
    named = page.locator("tbody td:first-child strong:not(.govuk-tag)").all_inner_texts()
    assert named == [power.value for power in POWERS]
    wide_and_narrow(page, "administration-powers")

    page.goto("/administration/policy/")
    page.get_by_label("Words in a row").fill("caseload cap")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="caseload cap").click()
    expect(page.get_by_text("Not confirmed")).to_be_visible()
    expect(page.get_by_text("In force on 20 March 2026")).to_be_visible()
    wide_and_narrow(page, "administration-policy-row")

    page.goto("/administration/officers/new/")
    page.get_by_role("button", name="Appoint", exact=True).click()
    expect(page.get_by_role("alert").get_by_role("listitem")).to_have_count(5)
    wide_and_narrow(page, "administration-appoint")
    page.get_by_label("Reference").fill("NW-1")
    page.get_by_label("Rank").select_option("constable")
    page.get_by_label("Role").select_option("offender manager")
    page.get_by_label("Unit").select_option("BCU01")
    page.get_by_label("Why").fill("posted here")
    page.get_by_role("button", name="Appoint", exact=True).click()
    expect(page.get_by_role("heading", name="Officer NW-1")).to_be_visible()

    # Two change the same officer: the second is told what the first did, and asked.
    other = page.context.new_page()
    for each in (page, other):
        each.goto("/administration/officers/NW-1/change/")
        each.get_by_label("Why").fill("promoted")
    page.get_by_label("Rank").select_option("sergeant")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("NW-1 is changed.")).to_be_visible()
    other.get_by_label("Rank").select_option("inspector")
    other.get_by_role("button", name="Save").click()
    expect(other.get_by_role("alert")).to_contain_text("they are now a sergeant")
    expect(other.get_by_label("Rank")).to_have_value("inspector")
    other.close()

    page.get_by_role("link", name="Make an account").click()
    page.get_by_label("Login").fill("nw-one")
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_text("The first password.")).to_be_visible()
    accessible(page)
    password = page.locator("code").inner_text()
    theirs = service.open()
    theirs.goto("/accounts/login/")
    theirs.get_by_label("Username").fill("nw-one")
    theirs.get_by_label("Password", exact=True).fill(password)
    theirs.get_by_role("button", name="Sign in", exact=True).click()
    expect(theirs.get_by_text("Set up a passkey or an authenticator app first")).to_be_visible()
    page.goto("/administration/accounts/")
    wide_and_narrow(page, "administration-accounts")
    page.get_by_role("link", name="Close nw-one").click()
    page.get_by_role("button", name="Close the account").click()
    expect(page.get_by_text("The account nw-one is closed")).to_be_visible()
    theirs.goto("/")
    expect(theirs.get_by_label("Username")).to_be_visible()

    page.goto("/administration/officers/?show=without")
    wide_and_narrow(page, "administration-officers")
    page.goto("/administration/officers/BCU01-M01/")
    expect(page.get_by_text("weighted case").first).to_be_visible()
    wide_and_narrow(page, "administration-officer")
    manager = service.sign_in("offender-manager")
    expect(manager.get_by_role("link", name="Administration")).to_have_count(0)
    manager.goto("/administration/officers/")
    expect(manager.get_by_role("heading", level=1)).to_contain_text("You may not do this")
