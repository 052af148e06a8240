"""An assessment begun, answered, concluded and signed off; its level; a second rating made blind."""

import re
import subprocess
import sys

from playwright.sync_api import Page, expect

from tests.journeys.crime_files import ACCOUNTS
from tests.journeys.service import DESKTOP, NARROWEST, PHONE, Service, accessible, picture
from tests.journeys.test_reviews import day, open_record

ANSWERS = {
    "Sanctions for a sexual or sexually motivated offence with contact against an adult": "3",
    "Sanctions for a sexual or sexually motivated offence with direct contact against a child": "1",
    "Sanctions for another sexual offence without contact, images of children not among them": "2",
    "Sanctions for indecent images of children or for sexual contact with a child that was not direct": "0",
    "Occasions of sanction for any recordable offence, the current one among them": "5",
}
DAYS = {"Day in the community": ("1", "3", "2024"), "Date of the last offence": ("1", "6", "2021")}


def a_man(service: Service, officer: str) -> str:
    """A man on the officer's list, at liberty, with one finding on the register and no score yet."""
    [[person], *_] = service.stored(
        "SELECT m.person_ref FROM workforce_managed m JOIN people_person p ON p.ref = m.person_ref "
        "WHERE m.officer_ref = '" + officer + "' AND m.until IS NULL AND p.sex = 'male' "
        "AND p.born_on < '1995-01-01' AND p.born_on > '1950-01-01' AND p.ref NOT IN "
        "(SELECT person_ref FROM risk_begunassessment) AND p.ref NOT IN "
        "(SELECT person_ref FROM people_away WHERE until IS NULL) ORDER BY p.ref"
    )
    return str(person)


def fill(page: Page, *, stranger: str = "Yes") -> None:
    for label, value in ANSWERS.items():
        page.get_by_label(label, exact=True).fill(value)
    for why in page.get_by_label(re.compile(r"^If that is wrong, why \(sanctions for")).all():
        why.fill("The file says otherwise")  # of what the register counted
    for group, parts in DAYS.items():
        day(page, re.compile(f"^{group}"), *parts)  # type: ignore[arg-type]
    page.get_by_role("group", name="The victim of the current offence is a stranger").get_by_label(
        stranger, exact=True
    ).check()
    page.get_by_role("group", name="Where the person is").get_by_label("Community", exact=True).check()


def officer_of(service: Service, login: str) -> str:
    [[ref]] = service.stored(f"SELECT officer_ref FROM accounts_account WHERE login = '{login}'")
    return str(ref)


def another_manager(service: Service, unit: str) -> None:
    """A second trained manager of the unit, with an account: the small force has one."""
    ref, folder = f"{unit}-M77", service.home / "another"
    folder.mkdir()
    head = "ref,rank,role,unit,hours_share,since"
    (folder / "officers.csv").write_text(f"{head}\n{ref},constable,offender manager,{unit},1,2015-01-05\n")
    rows = [f"{ref}-{n},{ref},{course},2024-05-01" for n, course in enumerate(("MOSOVO", "ARMS"))]
    (folder / "training.csv").write_text("\n".join(["ref,officer_ref,course,awarded_on", *rows]) + "\n")
    service.command("load", folder, expect=0)
    source = ACCOUNTS.format(logins={"second-manager": ref}, password=service.password)
    site = {"DJANGO_SETTINGS_MODULE": "watchkeeper.config.site"}
    subprocess.run([sys.executable, "-c", source], env=service.environment | site, check=True)


def begin(page: Page, person: str) -> None:
    open_record(page, f"/people/{person}/assessments/")
    page.get_by_role("button", name="Begin an assessment").click()
    page.get_by_label("OSP/DC (DC-SRP), version 2026").check()
    page.get_by_label("Why is it begun?").fill("The yearly repeat")
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Answer: OSP/DC (DC-SRP)")


def test_an_assessment_from_its_beginning_to_sign_off_and_level(service: Service) -> None:
    manager = officer_of(service, "offender-manager")
    person = a_man(service, manager)
    page = service.sign_in("offender-manager")
    open_record(page, f"/people/{person}/risk/")
    page.get_by_role("link", name="Assessments with an instrument").click()
    accessible(page)
    page.get_by_role("button", name="Begin an assessment").click()
    expect(page.get_by_role("row", name=re.compile("arms structure"))).to_contain_text("content is loaded")
    accessible(page)
    picture(page, "assessment-new")
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Choose an instrument")
    expect(page.get_by_role("alert")).to_contain_text("Say why it is begun")
    begin(page, person)
    expect(page.get_by_text(f"From the record: male (record of {person}).")).to_be_visible()
    accessible(page)
    page.set_viewport_size(NARROWEST)
    accessible(page)
    picture(page, "assessment-answers")
    page.set_viewport_size(DESKTOP)

    page.get_by_label("Occasions of sanction for any recordable offence, the current one among them").fill(
        "many"
    )
    page.get_by_role("button", name="Save the answers").click()
    expect(page.get_by_role("alert")).to_contain_text("it may be a whole number from 1 to 999")
    page.get_by_label("Occasions of sanction for any recordable offence, the current one among them").fill(
        "5"
    )
    page.get_by_role("button", name="Save the answers").click()
    expect(page.get_by_text("The answers are saved.")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("Not known, and left open"))).to_be_visible()
    page.get_by_label("Low", exact=True).check()
    page.get_by_role("button", name="Conclude", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("provisional, which is never low")
    accessible(page)
    picture(page, "assessment-open")

    page.get_by_role("button", name="Answer", exact=True).click()
    fill(page)
    page.get_by_role("button", name="Save the answers").click()
    expect(page.get_by_text(re.compile(r"\d+ points, [\d.]+ per cent")).first).to_be_visible()
    expect(page.get_by_text("It may stand behind a decision that a person makes.")).to_be_visible()
    choice = page.get_by_role("group", name="Which band do you conclude?")
    expect(choice).to_contain_text("By the score: very high. The band is yours to conclude.")
    expect(choice.get_by_role("radio", checked=True)).to_have_count(0)
    page.get_by_role("button", name="Conclude", exact=True).click()
    expect(choice).to_contain_text("Choose the band")
    page.get_by_label("Very high", exact=True).check()
    page.get_by_role("button", name="Conclude", exact=True).click()
    expect(page.get_by_text("The assessment is concluded.")).to_be_visible()
    address = page.url
    page.get_by_text("Add an action").click()
    page.get_by_label("What is to be done?").fill("Ask the school about the lane")
    day(page, "The last day for it", "20", "4", "2026")
    page.get_by_role("button", name="Add the action").click()
    expect(page.get_by_text("The action is recorded.")).to_be_visible()
    page.get_by_role("button", name=re.compile("Done.*Ask the school")).click()
    expect(page.get_by_text("Done on 20 March 2026")).to_be_visible()
    accessible(page)
    picture(page, "assessment")

    page.goto(f"/people/{person}/level/")
    expect(page.get_by_role("row", name=re.compile("OSP.DC"))).to_contain_text("very high")
    page.get_by_label("Low", exact=True).check()
    page.get_by_role("button", name="Set the level").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why the level is below what the score points to")
    page.get_by_label("Why, if it is below").fill("In a nursing home since the stroke")
    page.get_by_label("Low", exact=True).check()
    page.get_by_role("button", name="Set the level").click()
    expect(page.get_by_text("Below the score, because: In a nursing home")).to_be_visible()
    accessible(page)
    picture(page, "level-and-scores")

    sergeant = service.sign_in("supervisor")
    open_record(sergeant, address)
    sergeant.get_by_label("What did you find in it?").fill("Read with the file; the answers stand")
    sergeant.get_by_role("button", name="Sign it off").click()
    expect(sergeant.get_by_text("The assessment is signed off.")).to_be_visible()
    expect(sergeant.get_by_text("Signed off", exact=True)).to_be_visible()
    accessible(sergeant)
    for where in (address, f"/people/{person}/assessments/", "/second-ratings/"):
        sergeant.set_viewport_size(NARROWEST)
        sergeant.goto(where)
        accessible(sergeant)


def test_a_second_officer_rates_without_seeing_the_first(service: Service) -> None:
    manager = officer_of(service, "offender-manager")
    another_manager(service, manager.partition("-")[0])
    sergeant = service.sign_in("supervisor")
    sergeant.get_by_role("link", name="Second ratings").click()
    sergeant.get_by_role("button", name="Draw now").click()  # of all that was concluded before
    expect(sergeant.get_by_text("The seed is kept.")).to_be_visible()

    person = a_man(service, manager)
    page = service.sign_in("offender-manager")
    begin(page, person)
    fill(page)
    page.get_by_role("button", name="Save the answers").click()
    page.get_by_label("Very high", exact=True).check()
    page.get_by_role("button", name="Conclude", exact=True).click()
    expect(page.get_by_text("The assessment is concluded.")).to_be_visible()
    address = page.url

    sergeant.get_by_role("button", name="Draw now").click()
    expect(sergeant.get_by_text("1 of 1 assessments were drawn. The seed is kept.")).to_be_visible()
    expect(sergeant.get_by_role("link", name=person)).to_be_visible()
    accessible(sergeant)

    second = service.sign_in("second-manager")
    open_record(second, address)
    expect(second.get_by_text("What it came to is not shown")).to_be_visible()
    expect(second.get_by_text("very high")).to_have_count(0)
    accessible(second)
    second.get_by_role("button", name="Rate it a second time").click()
    expect(second.get_by_label("Occasions of sanction", exact=False)).to_have_value("")
    fill(second, stranger="No")
    second.get_by_role("button", name="Save the answers").click()
    expect(second.get_by_role("heading", name="What your answers come to")).to_be_visible()
    accessible(second)
    choice = second.get_by_role("group", name="Which band do you conclude?")
    expect(choice.get_by_role("radio", checked=True)).to_have_count(0)
    second.get_by_role("button", name="Conclude the second rating").click()
    expect(choice).to_contain_text("Choose the band")
    second.get_by_label("Very high", exact=True).check()
    second.get_by_role("button", name="Conclude the second rating").click()
    expect(second.get_by_text("Both ratings are in, and stand side by side.")).to_be_visible()
    expect(second.get_by_role("row", name=re.compile("stranger.*differs"))).to_be_visible()
    accessible(second)
    picture(second, "second-rating")
    sergeant.goto("/second-ratings/")
    expect(sergeant.get_by_role("row", name=re.compile("^OSP.DC 1 1"))).to_contain_text("too few to lean on")
    sergeant.get_by_role("link", name=re.compile("20 March 2026")).first.click()
    sergeant.get_by_role("button", name="Draw again from the seed").click()
    expect(sergeant.get_by_text("Drawn again from the seed: the same")).to_be_visible()
    accessible(sergeant)
    picture(sergeant, "second-ratings")


def test_without_scripts_it_is_saved_incomplete_and_ended_and_others_are_refused(service: Service) -> None:
    manager = officer_of(service, "offender-manager")
    person = a_man(service, manager)
    page = service.sign_in("offender-manager", viewport=PHONE, scripts=False)
    begin(page, person)
    page.get_by_role("button", name="Save the answers").click()
    expect(page.get_by_text("The answers are saved.")).to_be_visible()
    picture(page, "assessment-phone")
    page.get_by_role("button", name="End it without a conclusion").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("a reason is given")
    page.get_by_label("Why, where it is another band").fill("Begun on the wrong person")
    page.get_by_role("button", name="End it without a conclusion").click()
    expect(page.get_by_text("ended without a conclusion").first).to_be_visible()

    reader = service.sign_in("intelligence-officer")
    open_record(reader, f"/people/{person}/assessments/")
    expect(reader.get_by_role("button", name="Begin an assessment")).to_have_count(0)
    answer = reader.goto(f"/people/{person}/assessments/new/")
    assert answer is not None
    assert answer.status == 403
    expect(reader.get_by_text("this takes the power to assess a person's risk")).to_be_visible()
