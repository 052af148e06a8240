"""The ladder: two refused entries lead to a decision, a warrant, a search, and an end."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.paper import text_of
from tests.journeys.service import NARROWEST, Service, accessible, picture

ADD = """
import sys, django; django.setup()
from datetime import UTC, datetime
from watchkeeper.accounts.models import Account
login, officer, password = sys.argv[1:]
one = Account(login=login, officer_ref=officer, made_at=datetime(2026, 3, 19, tzinfo=UTC), demo=True)
one.set_password(password); one.save()
"""
WORDS = {
    "What is the aim, and which risk does it meet?": "To see how the person lives and what devices are there.",
    "Which less intrusive course would meet it, and why is it not enough?": "Two visits; entry was refused.",
    "Who else would be affected": "Nobody else lives there.",
    "What speaks against it?": "The person answered the door both times.",
}


@dataclass
class Held:
    """The person on whom two entries were refused, and somebody who signs in for each rank of their unit."""

    service: Service
    person: str
    pages: dict[str, Page]

    def page(self, login: str, **how: object) -> Page:
        if login not in self.pages or self.pages[login].is_closed():
            self.pages[login] = self.service.sign_in(login, **how)  # type: ignore[arg-type]
        return self.pages[login]

    def go(self, login: str, where: str) -> Page:
        """A page about the person; why they look is said the first time."""
        page = self.page(login)
        page.goto(f"/people/{self.person}/{where}")
        if "/purpose/" in page.url:
            page.get_by_label("supervising their management").check()
            page.get_by_role("button", name="Continue").click()
            page.wait_for_url(f"**/people/{self.person}/{where}")
        return page


@pytest.fixture(scope="module")
def held(service: Service) -> Iterator[Held]:
    faults = json.loads((service.home / "answers.json").read_text())["faults"]
    person = next(each["who"] for each in faults if each["kind"] == "entry refused twice")
    brief = json.loads(service.command("brief", "--on", "2026-03-20", "--json").text)
    unit = next(line["unit"] for line in brief["lines"] if line["who"] == person)
    for login, officer in (
        ("sergeant", f"{unit}-S01"),
        ("inspector", f"{unit}-I1"),
        ("superintendent", f"{unit}-O1"),
    ):
        environment = service.environment | {"DJANGO_SETTINGS_MODULE": "watchkeeper.config.site"}
        told = [sys.executable, "-c", ADD, login, officer, service.password]
        subprocess.run(told, env=environment, check=True, capture_output=True)
    return Held(service, person, {})


def looks(page: Page, name: str) -> None:
    """The page as axe and a narrow window see it; then back to a wide one."""
    accessible(page)
    picture(page, f"ladder-{name}")
    page.set_viewport_size(NARROWEST)
    accessible(page)
    picture(page, f"ladder-{name}-narrow")
    page.set_viewport_size({"width": 1280, "height": 900})


def weigh(page: Page, person: str, applicant: str) -> None:
    for question, answer in WORDS.items():
        page.get_by_label(question).fill(answer)
    page.get_by_label(f"{person}-H1").check()
    page.get_by_label("Why must a constable enter and search").fill("Devices can only be seen inside.")
    page.get_by_label(applicant).check()


def test_failed_visits_lead_to_a_decision_and_too_low_a_rank_is_told_why(held: Held) -> None:
    page = held.page("sergeant")
    page.get_by_role("link", name="Decisions", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Decisions")
    looks(page, "list")
    page.get_by_role("link", name=re.compile(f"{held.person}.*two occasions of entry refused")).click()
    page.get_by_label("supervising their management").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Decide: two occasions of entry refused")
    expect(page.get_by_text("You may not take this decision.")).to_be_visible()
    expect(page.get_by_text("is a sergeant; chief superintendent or above decides today")).to_be_visible()
    expect(page.get_by_text("Who may: HQ-C1, commander")).to_be_visible()
    expect(page.get_by_text("2 of 2 occasions", exact=False)).to_be_visible()
    expect(page.get_by_role("button", name="Record the decision")).to_have_count(0)
    looks(page, "decide-too-low")
    other = page.context.new_page()  # the same page, opened before the first officer saves
    other.goto(page.url)
    page.get_by_label("What speaks against it?").fill("The person answered the door both times.")
    page.get_by_role("button", name="Save what is weighed").click()
    expect(page.get_by_text("Saved. Nothing is decided yet.")).to_be_visible()
    other.get_by_label("Is there anything about the person's health").fill("None known.")
    other.get_by_role("button", name="Save what is weighed").click()
    expect(other.get_by_text("Saved. Nothing is decided yet.")).to_be_visible()
    expect(other.get_by_label("What speaks against it?")).to_have_value(
        "The person answered the door both times."
    )
    other.close()
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
    forged = page.request.post(
        page.url,
        form={"csrfmiddlewaretoken": token, "decide": "yes", "choice": "another attempt", "reason": "Again."},
        headers={"Referer": page.url},
    )
    assert forged.status == 403
    assert "chief superintendent or above decides today" in forged.text()


def test_the_decision_is_recorded_and_does_not_stand_until_signed(held: Held) -> None:
    page = held.go("commander", "decisions/refused-entry/")
    expect(page.get_by_label("What speaks against it?")).to_have_value(
        "The person answered the door both times."
    )
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_role("link", name="Say what you decide")).to_be_visible()
    expect(page.get_by_role("link", name="Give the reason for the decision")).to_be_visible()
    page.get_by_label("Warrant", exact=True).check()
    page.get_by_label("Reason", exact=True).fill("Seen by nobody inside since January.")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_role("link", name="not answered: What is the aim", exact=False)).to_be_visible()
    expect(page.get_by_label("Reason", exact=True)).to_have_value("Seen by nobody inside since January.")
    looks(page, "decide-problems")
    weigh(page, held.person, "superintendent")
    page.get_by_role("button", name="Save what is weighed").click()
    warrant = page.locator(".govuk-summary-list__row", has=page.get_by_text("Warrant", exact=True))
    expect(warrant).to_contain_text("open")
    page.get_by_label("Warrant", exact=True).check()
    page.get_by_label("Reason", exact=True).fill("Seen by nobody inside since January.")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_role("status")).to_contain_text(
        "does not stand until another officer, inspector or above"
    )
    expect(page.get_by_text("the clock above keeps running", exact=False)).to_be_visible()
    looks(page, "unsigned")
    page.get_by_role("link", name="Countersign").click()
    expect(page.get_by_text("decided it: another officer signs", exact=False)).to_be_visible()


def test_another_officer_signs_and_the_applicant_signs_the_pack(held: Held) -> None:
    page = held.go("inspector", "ladder/")
    page.get_by_role("link", name="Countersign").click()
    page.get_by_role("button", name="Record your answer").click()
    expect(page.get_by_role("link", name="Say whether you sign it or send it back")).to_be_visible()
    looks(page, "countersign")
    page.get_by_label("Sign: it stands from today").check()
    page.get_by_role("button", name="Record your answer").click()
    expect(page.get_by_text("The decision stands from today.")).to_be_visible()
    expect(page.get_by_text("Next step: see the decision through.")).to_be_visible()
    page.get_by_role("link", name="Warrant pack").click()
    schedule = page.get_by_label("Schedule of attempts")
    assert schedule.input_value().count("counts as an occasion") == 2
    against = page.get_by_label("What speaks against the application")
    assert "attempt that does not count" in against.input_value()
    assert "The person answered the door both times." in against.input_value()
    necessary = "Why entry and search are necessary"
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_label(necessary).fill("Devices can only be seen inside the home.")
    page.get_by_role("button", name="Save this version").click()
    expect(page.get_by_text("Saved as a new version.")).to_be_visible()
    other.get_by_label(necessary).fill("Nobody has seen the devices.")
    other.get_by_role("button", name="Save this version").click()
    expect(other.get_by_role("link", name="Somebody changed this while you wrote")).to_be_visible()
    expect(other.get_by_label(necessary)).to_have_value("Nobody has seen the devices.")
    expect(other.locator("pre", has_text="Devices can only be seen inside the home.")).to_be_visible()
    accessible(other)
    other.close()
    expect(page.get_by_text("You may not sign this pack.")).to_be_visible()
    looks(page, "pack")
    above = held.go("superintendent", "ladder/")
    above.get_by_role("link", name="Warrant pack").click()
    expect(above.get_by_label(necessary)).to_be_visible()
    page.get_by_label("Proportionality").fill("Nothing less would do.")
    with page.expect_navigation():
        page.get_by_role("button", name="Save this version").click()
    above.get_by_role("button", name="Sign the saved version").click()
    expect(above.get_by_role("link", name="Not signed: another version was saved")).to_be_visible()
    above.get_by_role("button", name="Sign the saved version").click()
    expect(above.get_by_text("Signed. The pack can be taken to the court.")).to_be_visible()
    with above.expect_download() as kept:
        above.get_by_role("link", name="Download the saved version (PDF)").click()
    paper = kept.value.path().read_bytes()
    said = text_of(paper)
    assert paper.startswith(b"%PDF")
    assert b"pdfuaid" in paper or b"PDF/UA" in paper
    assert held.person in said
    assert "not the court's own form" in said.replace("\u2019", "'")
    assert "Devices can only be seen inside the home." in said
    assert set(re.findall(r"P\d{7}", said)) == {held.person}


def test_the_court_grants_it_the_search_is_made_and_the_line_is_gone(held: Held) -> None:
    page = held.go("inspector", "ladder/")
    page.get_by_role("link", name="Court").click()
    page.get_by_label("Granted").check()
    page.get_by_role("button", name="Record the court's answer").click()
    expect(page.get_by_role("link", name="Name the court")).to_be_visible()
    looks(page, "court")
    page.get_by_label("Court", exact=True).fill("North Magistrates' Court")
    page.get_by_role("button", name="Record the court's answer").click()
    expect(page.get_by_text("until 20 June 2026", exact=False).first).to_be_visible()
    page.get_by_role("link", name="Execution").click()
    page.get_by_label("Time").fill("07:30")
    page.get_by_label("Officers").fill(f"{held.person}, nobody")
    page.get_by_label("Entry by force").check()
    page.get_by_role("button", name="Record the search").click()
    expect(page.get_by_role("link", name="what was seized is written", exact=False)).to_be_visible()
    expect(page.get_by_role("link", name="not on record: ", exact=False)).to_be_visible()
    looks(page, "execution")
    page.get_by_label("Officers").fill("HQ-C1")
    page.get_by_label("What was found").fill("Two telephones nobody had been told of.")
    page.get_by_label("What was seized").fill("Both telephones.")
    page.get_by_label("A copy of the warrant was given or left").check()
    page.get_by_role("button", name="Record the search").click()
    expect(page.get_by_text("The search is recorded.")).to_be_visible()
    page.get_by_role("link", name="Outcome").click()
    looks(page, "outcome")
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("What came of it").fill("The telephones are examined; the level is reviewed.")
    page.get_by_role("button", name="Record the outcome").click()
    expect(page.get_by_text("Nothing more to do.", exact=False)).to_be_visible()
    expect(page.get_by_text("Nothing is to be decided today.", exact=False)).to_be_visible()
    looks(page, "done")
    told = held.service.command("due", held.person, "--on", "2026-03-20").text
    assert "DECISION OWED: two occasions of entry refused" not in told
    assert "The trail holds" in held.service.command("audit", "verify").text


def test_it_works_without_scripts_and_keeps_out_who_has_no_need_to_know(held: Held) -> None:
    page = held.service.sign_in("inspection-officer", scripts=False)
    page.goto(f"/people/{held.person}/ladder/")
    page.get_by_label("inspecting how the person is managed").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The ladder")
    page.get_by_role("link", name="Countersign").click()
    expect(page.get_by_text("Signed by inspector", exact=False)).to_be_visible()
    assert page.goto("/decisions/").status == 403  # type: ignore[union-attr]
    other = held.service.sign_in("administrator")
    assert other.goto(f"/people/{held.person}/ladder/").status == 403  # type: ignore[union-attr]
    assert page.goto(f"/people/{held.person}/decided/act-1/pack.pdf").status == 404  # type: ignore[union-attr]
