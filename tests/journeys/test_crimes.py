"""A crime from its report to its close: saved, graded, given to who may hold it, and what is sealed stays so."""

import os
import re
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import crime_files as files
from tests.journeys.service import DESKTOP, NARROWEST, PHONE, Service, accessible, picture


@pytest.fixture(scope="module")
def force_of_crimes(service: Service) -> Service:
    """The service with a unit that investigates, and an account for each part played here."""
    files.write(service.home / "crimes")
    service.command("load", service.home / "crimes", expect=0)
    told = files.ACCOUNTS.format(logins=files.LOGINS, password=service.password)
    site = {"DJANGO_SETTINGS_MODULE": "watchkeeper.config.site"}
    subprocess.run([sys.executable, "-c", told], env=service.environment | site, check=True)
    return service


def why(page: Page, purpose: str) -> None:
    """Say why the crime is looked at, where that is asked."""
    if "/purpose/" in page.url:
        page.get_by_label(purpose).check()
        page.get_by_role("button", name="Continue").click()


def seen(page: Page, name: str) -> None:
    """Axe, no sideways scrolling, and a picture for whoever looks at pictures."""
    accessible(page)
    picture(page, name)
    if folder := os.environ.get("WATCHKEEPER_LOOK", ""):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_a_report_is_saved_whatever_is_missing_and_its_suspect_matched(force_of_crimes: Service) -> None:
    person, given, family = force_of_crimes.stored(
        "select ref, given_names, family_name from people_person where family_name <> '' and ref in "
        "(select person_ref from workforce_managed where officer_ref = 'BCU01-M01' and until is null) limit 1"
    )[0]
    page = force_of_crimes.sign_in("nw9-investigator", viewport=PHONE)
    page.goto("/crimes/")
    page.get_by_role("link", name="Report a crime").click()
    seen(page, "crime-report-phone")
    page.get_by_label("At what time?").fill("25:00")
    page.get_by_role("button", name="Save the report").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Enter the time")
    page.get_by_label("At what time?").fill("08:05")
    page.get_by_label("What happened?").fill("A phone was found with pictures on it")
    page.get_by_label("Name").nth(1).fill(f"{given} {family}")
    page.get_by_role("button", name="Save the report").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Is the suspect on the register?")
    seen(page, "crime-match-phone")
    page.get_by_role("radio", name=re.compile(f"{person}")).check()
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text(f"Matched to {person}. Whoever manages them is told now.")).to_be_visible()
    expect(page.get_by_text("Nobody recorded:").first).to_be_visible()
    expect(page.get_by_text("Nobody holds it.")).to_be_visible()
    assert force_of_crimes.stored(f"select count(*) from alerts_alert where person_ref = '{person}'") != [
        (0,)
    ]
    page.set_viewport_size(NARROWEST)
    seen(page, "crime-narrow")
    manager = force_of_crimes.sign_in("offender-manager", viewport=NARROWEST)  # of another unit
    manager.goto("/alerts/")
    manager.locator(f"a[href='{urlsplit(page.url).path}suspects/']").first.click()
    expect(manager.get_by_role("link", name=person)).to_be_visible()
    seen(manager, "crime-suspects-narrow")

    page.get_by_role("link", name="Grade the crime").click()
    page.get_by_role("button", name="Record the grade").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("a sentence on threat")
    seen(page, "crime-grade-narrow")
    for letter in ("Threat", "Harm", "Risk", "Investigation", "Vulnerability", "Engagement"):
        page.get_by_label(letter, exact=True).fill("said in a few words")
    page.get_by_role("button", name="Record the grade").click()
    expect(page.get_by_text(re.compile("^Graded "))).to_have_count(2)  # said, and in the timeline


def test_what_waits_what_is_lacking_and_a_proposal_answered_line_by_line(force_of_crimes: Service) -> None:
    page = force_of_crimes.sign_in("nw9-allocator")
    expect(page.get_by_role("heading", level=1)).to_have_text("Today, 20 March 2026")
    expect(page.locator(".wk-count", has_text="crimes nobody holds")).to_contain_text("late")
    seen(page, "today-allocator")
    page.get_by_role("link", name="Allocate crimes").click()
    seen(page, "allocate-queue")
    page.get_by_role("link", name="What the unit lacks for the work it has").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What NW9 lacks for the crimes it has")
    expect(page.get_by_role("row", name=re.compile("indecent images tools"))).to_contain_text("1")
    seen(page, "courses-lacking")
    page.get_by_role("link", name=re.compile("officers hold PIP 1")).click()
    expect(page.locator("#behind + ul")).to_contain_text(files.THIRD)
    page.set_viewport_size(NARROWEST)
    accessible(page)

    page.set_viewport_size(DESKTOP)
    page.goto("/allocate/proposal/")
    lines = page.locator(".govuk-fieldset__legend").all_inner_texts()
    assert {line.split(":")[0] for line in lines} >= {files.IMAGES, *files.FREE}
    page.reload()
    assert page.locator(".govuk-fieldset__legend").all_inner_texts() == lines  # the same proposal
    seen(page, "allocate-proposal")
    taken, changed, argued = files.FREE
    page.get_by_role("group", name=re.compile(taken)).get_by_role(
        "radio", name=re.compile("^Give it to NW9-D.$")
    ).check()
    page.get_by_role("group", name=re.compile(changed)).get_by_role(
        "radio", name="Give it to somebody else"
    ).check()
    page.get_by_label(f"If somebody else takes {changed}, who?").fill(files.RECRUIT)
    page.get_by_role("group", name=re.compile(argued)).get_by_role(
        "radio", name=re.compile("and dispute it")
    ).check()
    page.get_by_role("button", name="Give what I answered for").click()
    problems = page.locator(".govuk-error-summary")
    expect(problems).to_contain_text(f"{changed} was not given to {files.RECRUIT}: has not passed PIP 1")
    expect(problems).to_contain_text(f"Say why {argued} is disputed")
    accessible(page)
    page.set_viewport_size(NARROWEST)
    accessible(page)

    plain = force_of_crimes.sign_in("nw9-allocator", viewport=PHONE, scripts=False)
    plain.goto("/allocate/proposal/")
    expect(plain.get_by_role("group", name=re.compile(taken))).to_have_count(0)  # given
    plain.get_by_role("group", name=re.compile(changed)).get_by_role(
        "radio", name="Give it to somebody else"
    ).check()
    plain.get_by_label(f"If somebody else takes {changed}, who?").fill(files.THIRD)
    plain.get_by_role("group", name=re.compile(argued)).get_by_role(
        "radio", name=re.compile("and dispute it")
    ).check()
    plain.get_by_text(f"If it is disputed: {argued}").click()
    plain.get_by_label(f"Why should somebody else hold {argued}?").fill("It belongs to another unit")
    plain.get_by_label(f"Who decides about {argued}?").select_option(files.INSPECTOR)
    plain.get_by_role("button", name="Give what I answered for").click()
    expect(plain.get_by_text("Given: 2.")).to_be_visible()
    plain.goto("/?kind=disputes-to-decide")
    expect(plain.get_by_role("row", name=re.compile(argued))).to_contain_text(files.INSPECTOR)
    page.goto("/?kind=disputes-to-decide")  # axe needs scripts
    accessible(page)


def test_images_go_to_who_may_hold_them_and_to_nobody_else(force_of_crimes: Service) -> None:
    page = force_of_crimes.sign_in("nw9-allocator")
    page.goto("/allocate/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Allocate crimes")
    expect(page.get_by_role("link", name=files.OWN)).to_have_count(0)  # kept from the unit of its suspect
    seen(page, "allocate")
    page.get_by_role("link", name=files.IMAGES).click()
    expect(page.get_by_role("row", name=re.compile(files.RECRUIT))).to_contain_text("has not passed")
    expect(page.get_by_text(f"Proposed: {files.FIT}, who suits it")).to_be_visible()
    seen(page, "allocate-one")
    page.get_by_label("Somebody else, by reference").fill(files.RECRUIT)
    page.get_by_role("radio", name=re.compile(f"^{files.SERGEANT}")).check()
    page.get_by_role("button", name="Give it to them").click()
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text(f"{files.IMAGES} was not given to {files.RECRUIT}: has not passed")
    expect(problems).to_contain_text("not available")
    expect(problems).not_to_contain_text("screen")
    accessible(page)
    page.get_by_label("Somebody else, by reference").fill("")
    page.get_by_role("radio", name=re.compile(f"^{files.FIT}")).check()
    page.get_by_role("radio", name=re.compile(f"^{files.SERGEANT}")).check()
    page.get_by_role("button", name="Give it to them").click()
    expect(page.get_by_text(f"{files.FIT} holds it from today")).to_be_visible()
    page.set_viewport_size(NARROWEST)
    for at in ("/allocate/", f"/allocate/{files.THEFT}/", "/crimes/"):
        page.goto(at)
        accessible(page)
    page.goto(f"/allocate/{files.IMAGES}/override/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("You may not")


def test_an_investigation_runs_to_its_second_look(force_of_crimes: Service) -> None:
    page = force_of_crimes.sign_in("nw9-investigator")
    expect(page.get_by_role("heading", level=1)).to_have_text("Today, 20 March 2026")
    seen(page, "today-investigator")
    page.set_viewport_size(NARROWEST)
    accessible(page)
    page.set_viewport_size(DESKTOP)
    page.get_by_role("link", name=files.THEFT, exact=True).first.click()
    expect(page.get_by_role("heading", name=re.compile("What must be done"))).to_be_visible()
    seen(page, "crime")
    page.get_by_role("link", name="Set a line of enquiry").click()
    page.get_by_label("What is to be done?").fill("Ask the shop for its pictures")
    page.get_by_role("button", name="Set it").click()
    page.get_by_role("link", name=re.compile("^Done.*Ask the shop for its pictures")).click()
    page.get_by_role("button", name="Record that it is done today").click()
    expect(page.get_by_text("Line of enquiry done: Ask the shop for its pictures")).to_be_visible()
    for link, fill, button in (
        ("Record what happened", ("Arrest", ""), "Record it"),
        ("Record what a victim was told", ("Report confirmed in writing", ""), "Record it"),
        ("Record a step of a device", ("Seized", "EX1"), "Record it"),
    ):
        page.get_by_role("link", name=re.compile(link)).click()
        page.get_by_label(fill[0], exact=True).check()
        if fill[1]:
            page.get_by_label("Exhibit reference").fill(fill[1])
        accessible(page)
        page.get_by_role("button", name=button).click()
        expect(page.get_by_text("Recorded.").first).to_be_visible()

    sergeant = force_of_crimes.sign_in("nw9-sergeant", viewport=PHONE, scripts=False)
    sergeant.goto("/crimes/?show=supervised")
    sergeant.get_by_role("link", name=files.THEFT).click()
    sergeant.get_by_role("link", name="Review the investigation").click()
    sergeant.get_by_label("What did you find, and what do you direct?").fill("Sound; see the shop again")
    sergeant.get_by_role("button", name="Record the review").click()
    expect(sergeant.get_by_text("The review is recorded")).to_be_visible()

    page.goto(f"/crimes/{files.THEFT}/close/")
    page.get_by_label("Home Office outcome code").fill("99")
    page.get_by_label("Why?").fill("Nobody was seen and nothing was found")
    page.get_by_role("button", name="Propose it").click()
    expect(page.get_by_role("alert")).to_contain_text("an outcome from 1 to 22")
    page.get_by_label("Home Office outcome code").fill("18")
    page.get_by_role("button", name="Propose it").click()
    expect(page.get_by_text("Closed", exact=True)).to_be_visible()


def test_a_dispute_has_one_decider_and_an_override_its_rank(force_of_crimes: Service) -> None:
    page = force_of_crimes.sign_in("nw9-sergeant")
    page.goto(f"/allocate/{files.IMAGES}/dispute/")
    page.get_by_label("Why should somebody else hold it?").fill("It belongs with the child abuse team")
    page.get_by_role("radio", name=re.compile(f"^{files.INSPECTOR}")).check()
    accessible(page)
    page.get_by_role("button", name="Dispute it").click()
    expect(page.get_by_text(f"{files.INSPECTOR} decides, and it is held as before meanwhile")).to_be_visible()
    inspector = force_of_crimes.sign_in("nw9-inspector", viewport=NARROWEST)
    inspector.goto("/allocate/")
    inspector.locator("#disputes + ul").get_by_role("link", name=files.IMAGES).click()
    accessible(inspector)
    inspector.get_by_label("Yes: it is taken from its holder").check()
    inspector.get_by_role("button", name="Record the decision").click()
    expect(inspector.get_by_text("Upheld: nobody holds it")).to_be_visible()
    inspector.goto(f"/allocate/{files.IMAGES}/override/")
    inspector.get_by_label("Officer", exact=True).fill(files.RECRUIT)
    boxes = inspector.get_by_role("group", name="First day it no longer holds")
    for label, part in (("Day", "27"), ("Month", "3"), ("Year", "2026")):
        boxes.get_by_label(label).fill(part)
    inspector.get_by_label("Why?").fill("Nobody else is on duty this week")
    accessible(inspector)
    inspector.get_by_role("button", name="Record the override").click()
    expect(inspector.get_by_text("what no override opens still refuses")).to_be_visible()
    inspector.get_by_label("Somebody else, by reference").fill(files.RECRUIT)
    inspector.get_by_role("radio", name=re.compile(f"^{files.SERGEANT}")).check()
    inspector.get_by_role("button", name="Give it to them").click()
    expect(inspector.get_by_role("alert")).to_contain_text("not available")


def test_what_is_sealed_opens_to_standards_alone(force_of_crimes: Service) -> None:
    page = force_of_crimes.sign_in("nw9-standards")
    page.get_by_role("link", name="Standards", exact=True).click()
    seen(page, "standards")
    page.get_by_label("Open an officer's record, by reference").fill(files.RECRUIT)
    page.get_by_role("button", name="Open", exact=True).click()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why you need to look")
    page.get_by_label("Misconduct").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="An allegation", exact=True).click()
    page.get_by_label("Domestic abuse").check()
    accessible(page)
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Recorded, and sealed.")).to_be_visible()
    expect(page.get_by_text("severity not graded")).to_be_visible()
    seen(page, "standards-officer")
    page.goto(f"/standards/wash/?unit={files.UNIT}")
    expect(page.get_by_role("row", name=re.compile(files.RECRUIT)).first).to_be_visible()
    seen(page, "standards-wash")
    page.set_viewport_size(NARROWEST)
    for at in ("/standards/", f"/standards/officers/{files.RECRUIT}/", "/standards/wash/"):
        page.goto(at)
        accessible(page)
    page.goto("/rechecks/")  # on the narrowest, ways lie behind the menu
    accessible(page)
    page.get_by_role("button", name="Draw now").click()
    page.get_by_role("button", name="Draw again from the seed").click()
    expect(page.get_by_role("status")).to_contain_text("Drawn again from the seed: the same")
    accessible(page)
    page.goto(f"/crimes/{files.OWN}/")
    why(page, "one of the force's own is a party")
    expect(page.get_by_text(f"Of the force's own: {files.RECRUIT}")).to_be_visible()

    vetter = force_of_crimes.sign_in("nw9-vetting", viewport=PHONE, scripts=False)
    vetter.goto(f"/standards/officers/{files.RECRUIT}/")
    vetter.get_by_label("Decision on vetting").check()
    vetter.get_by_role("button", name="Continue").click()
    vetter.get_by_role("link", name="A clearance granted").click()
    vetter.get_by_role("button", name="Record it").click()
    expect(vetter.locator(".govuk-error-summary")).to_contain_text("Choose the level")
    vetter.get_by_label("RV", exact=True).check()
    vetter.get_by_role("button", name="Record it").click()
    expect(vetter.get_by_text("Recorded, and sealed.")).to_be_visible()
    sergeant = force_of_crimes.sign_in("nw9-sergeant")
    for at in ("/standards/", f"/standards/officers/{files.RECRUIT}/", "/standards/wash/"):
        sergeant.goto(at)
        expect(sergeant.get_by_role("heading", level=1)).to_contain_text("You may not")
        assert "allegation" not in sergeant.content()
