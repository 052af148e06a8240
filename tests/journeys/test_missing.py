"""A child from the report to the close: the board is pushed, the manager of an offender rung, all without scripts."""

import os
import re
import subprocess
import sys
import time

from playwright.sync_api import Page, Response, expect

from tests.journeys.service import DESKTOP, NARROWEST, PHONE, Service, accessible, picture

SOON = 5_000  # milliseconds; what is pushed is there in less than one
OF_A_MANAGER = """
import django; django.setup()
from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.registers.stored import registered_of
from watchkeeper.people.models import Address
from watchkeeper.web.asking import law
from watchkeeper.workforce.models import Managed
officer = Account.objects.get(login="offender-manager").officer_ref
spells = Managed.objects.as_known(today.now()).filter(officer_ref=officer, until=None)
people = list(spells.values_list("person_ref", flat=True))
registered = registered_of(people, law(), on=today.today(), known_at=today.now())
homes = Address.objects.as_known(today.now()).filter(person_ref__in=registered, until=None, kind="home")
print(homes.exclude(postcode="").order_by("person_ref").first().postcode)
"""
SHOWN = """() => {
  const banner = document.querySelector('[data-alerts-banner]')
  new MutationObserver(() => {
    if (banner.textContent.includes('somebody missing was found')) window.rang ??= Date.now()
  }).observe(banner, { childList: true, subtree: true })
}"""


def postcode_of_a_registered_offender(service: Service) -> str:
    """Where somebody lives whom the demonstration's manager manages."""
    site = {"DJANGO_SETTINGS_MODULE": "watchkeeper.config.site"}
    done = subprocess.run(
        [sys.executable, "-c", OF_A_MANAGER], env=service.environment | site, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def seen(page: Page, name: str) -> None:
    """Axe at a desk and at the narrowest, and a picture for whoever looks at pictures."""
    for size in (DESKTOP, NARROWEST):
        page.set_viewport_size(size)
        accessible(page)
    page.set_viewport_size(DESKTOP)
    picture(page, name)
    if folder := os.environ.get("WATCHKEEPER_LOOK", ""):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def do(page: Page, way: str, button: str, **said: str) -> None:
    """Open a way from the page of the episode, fill it in by its labels, and send it."""
    page.get_by_role("link", name=way, exact=True).click()
    for label, words in said.items():
        page.get_by_label(label.replace("_", " ")).fill(words)
    page.get_by_role("button", name=button).click()


def test_a_child_from_the_report_to_the_close_and_the_ring_at_an_offenders_manager(service: Service) -> None:
    home = postcode_of_a_registered_offender(service)
    hub = service.sign_in("missing-persons-coordinator")
    expect(hub.get_by_role("heading", level=1)).to_have_text("Missing, every unit")
    manager = service.sign_in("offender-manager")
    manager.evaluate(SHOWN)
    officer = service.sign_in("supervisor", viewport=PHONE, scripts=False)

    ref = _reported(officer, hub)
    _graded(officer, hub, ref)
    _worked_on(officer, hub, ref)
    _screened_and_flagged(officer)
    _found_and_rung(officer, manager, hub, home, ref)
    _closed(officer)
    for where in (
        *("", "report/", "searched/", "grade/", "review/", "enquiry/", "carers-form/", "seen/", "found/"),
        *("interview/", "authority/", "return/", "close/", "flag/", "exploitation/", "screen/"),
        *("screen/signs_2026/", "take-on/"),
    ):
        hub.goto(f"/missing/{ref}/{where}")
        seen(hub, f"missing-{where.strip('/').replace('/', '-') or 'episode'}")
    hub.goto("/missing/report/")
    hub.get_by_role("button", name="Save the report").click()
    expect(hub.get_by_role("alert")).to_contain_text("Enter a name or a reference")
    seen(hub, "missing-report-new")


def _reported(officer: Page, hub: Page) -> str:
    """A report is saved with whatever is known, pushed to the hub's board, and taken on there by name."""
    officer.goto("/missing/")
    officer.get_by_role("link", name="Report somebody missing").click()
    officer.get_by_role("button", name="Save the report").click()
    expect(officer.get_by_role("alert")).to_contain_text("say in words who is missing")
    officer.get_by_label("Given names").fill("Robin")
    officer.get_by_label("What is known of how they went?").fill("Robin is placing himself at risk again.")
    officer.get_by_role("button", name="Save the report").click()
    expect(officer.get_by_text("Saved, and rung.")).to_be_visible()
    expect(officer.get_by_text(re.compile(r"^Nobody recorded \(\d+\):"))).to_be_visible()
    expect(officer.get_by_text("Words to think about:")).to_be_visible()
    expect(officer.get_by_text("Robin is placing himself at risk again.")).to_be_visible()  # never changed
    ref = officer.url.rstrip("/").rsplit("/", 1)[-1]

    row = hub.locator(f'tr[data-episode="{ref}"]')
    expect(row).to_contain_text("Somebody reported missing: nobody yet", timeout=SOON)
    assert hub.url.endswith("/missing/"), "without a refresh"
    seen(hub, "missing-board")
    row.get_by_role("link", name=f"Take on {ref}").click()
    seen(hub, "missing-take-on-open")
    hub.get_by_role("button", name="Take it on").click()
    expect(hub.get_by_text("Your name stands on the board.")).to_be_visible()
    hub.goto("/missing/")
    expect(hub.locator(f'tr[data-episode="{ref}"]')).to_contain_text(
        re.compile(r"reported missing: BCU01-MC1, ")
    )
    return ref


def _graded(officer: Page, hub: Page, ref: str) -> None:
    """Low for frequency is saved and accepted by nobody; with everything searched it waits for a rationale."""
    do(officer, "Fill it in", "Save", Who_reports_it="A teacher", How_are_they_reached="School office")
    officer.get_by_role("link", name="Grade the episode").click()
    officer.get_by_role("group", name="How likely").get_by_label("Low", exact=True).check()
    officer.get_by_label("Often goes missing").check()
    officer.get_by_role("group", name="Is it provisional?").get_by_label("No").check()
    officer.get_by_label("Why this grade?").fill("Robin always comes back by himself.")
    officer.get_by_role("button", name="Give the grade").click()
    expect(officer.get_by_text(re.compile("^Graded low: saved, and not accepted"))).to_contain_text("listed")
    expect(officer.get_by_text("rests on often goes missing").last).to_be_visible()
    officer.get_by_role("link", name="Record information searched").click()
    for source in ("Informant", "Earlier episodes", "Police National", "Local intelligence"):
        for box in officer.get_by_role("checkbox", name=re.compile(f"^{source}")).all():
            box.check()
    officer.get_by_label("Who supplied it?").fill("A. Name")
    officer.get_by_label("How are they reached?").fill("Desk 4")
    officer.get_by_role("button", name="Record it").click()
    expect(officer.get_by_text("Police National Computer: A. Name, Desk 4")).to_be_visible()
    officer.get_by_role("link", name="Back to the episode").click()
    officer.get_by_role("link", name="Grade the episode").click()
    officer.get_by_role("group", name="How likely").get_by_label("Medium").check()
    officer.get_by_role("group", name="Is it provisional?").get_by_label("No").check()
    officer.get_by_label("Who they may be with").check()
    officer.get_by_label("Why this grade?").fill("With friends of whom the school knows little.")
    officer.get_by_role("button", name="Give the grade").click()
    expect(officer.get_by_text("not accepted while it lacks: a supervisor's rationale")).to_be_visible()
    officer.get_by_role("link", name="Give the rationale").click()
    officer.get_by_label("Why is this grade right?").fill("Everybody was asked and nobody fears harm.")
    officer.get_by_role("button", name="Record it").click()
    expect(officer.get_by_role("alert")).to_contain_text("own work is decided by another officer")
    hub.get_by_role("link", name=ref, exact=True).click()
    hub.get_by_role("link", name="Give the rationale").click()
    seen(hub, "missing-rationale")
    hub.get_by_label("Why is this grade right?").fill("Everybody was asked and nobody fears harm.")
    hub.get_by_role("button", name="Record it").click()
    expect(hub.get_by_text("The rationale is recorded: accepted.")).to_be_visible()
    do(hub, "Review how they are looked for", "Record the review", What_did_you_find="Look at the park next.")
    expect(hub.get_by_text("the next one is counted from now")).to_be_visible()
    hub.goto("/missing/")
    expect(hub.locator(f'tr[data-episode="{ref}"]')).to_contain_text("First enquiry")


def _worked_on(officer: Page, hub: Page, ref: str) -> None:
    """An enquiry and its result, the carer's form with its age, and a close that says everything it lacks."""
    officer.get_by_role("link", name="Back to the episode").click()
    officer.get_by_role("link", name="Record an enquiry").click()
    officer.get_by_label("Officers sent").check()
    officer.get_by_role("button", name="Record it").click()
    row = hub.locator(f'tr[data-episode="{ref}"]')
    expect(row).not_to_contain_text("First enquiry", timeout=SOON)  # pushed
    do(officer, "Record its result: officers sent", "Record it", What_came_of_it="Seen at the park at noon.")
    expect(officer.get_by_text("Seen at the park at noon.")).to_be_visible()
    officer.get_by_role("link", name="Take in the carer's form").click()
    officer.get_by_label("Version of the form").fill("3")
    for part, value in zip(("Day", "Month", "Year"), ("1", "3", "2026"), strict=True):
        officer.get_by_role("group", name="On which day did the carer").get_by_label(part).fill(value)
    officer.get_by_label("Places").fill("The arcade")
    officer.get_by_role("button", name="Take it in").click()
    expect(officer.get_by_text("version 3 of 1 March 2026, 19 days old")).to_be_visible()
    do(officer, "Close the episode", "Close it", Why_is_it_closed="To see what it lacks.")
    expect(officer.get_by_role("alert")).to_contain_text("Not recorded: it must be that they are found")
    officer.get_by_role("link", name="Back to the episode").click()


def _screened_and_flagged(officer: Page) -> None:
    """A screening with its floors, a flag with its owner and day, and a referral that waits for safeguarding."""
    officer.get_by_role("link", name="Screen for exploitation").click()
    officer.get_by_role("link", name="SERAF 2013").click()
    officer.get_by_role("group", name="Missing overnight or longer").get_by_label("Past 6 months").check()
    officer.get_by_role("button", name="Work it out").click()
    expect(officer.get_by_role("heading", name="What the answers come to")).to_be_visible()
    officer.get_by_role("group", name="Which band").get_by_label("Not at risk").check()
    officer.get_by_role("button", name="Save the screening").click()
    expect(officer.get_by_role("alert")).to_contain_text(
        "not at risk waits until it is recorded: date of birth"
    )
    officer.get_by_role("group", name="Which band").get_by_label("Moderate risk").check()
    officer.get_by_label("Why, if it is another band").fill("What he says of the man in the grey car.")
    officer.get_by_role("button", name="Save the screening").click()
    expect(officer.get_by_text("Screened with seraf: moderate risk.")).to_be_visible()
    officer.get_by_role("link", name="Flag exploitation").click()
    officer.get_by_label("Child criminal exploitation").check()
    officer.get_by_label("Why?", exact=True).fill("A second telephone, and money nobody gave him.")
    officer.get_by_role("button", name="Set the flag").click()
    expect(officer.get_by_text("owned by BCU01-S01, looked at again by 17 April 2026")).to_be_visible()
    officer.get_by_role("link", name="Record what is done about exploitation").click()
    officer.get_by_label("Referral to the National Referral Mechanism").check()
    officer.get_by_role("button", name="Record it").click()
    expect(officer.get_by_role("alert")).to_contain_text("the child is safeguarded first")
    officer.get_by_role("link", name="Back to the episode").click()


def _found_and_rung(officer: Page, manager: Page, hub: Page, home: str, ref: str) -> None:
    """Found at the postcode of a registered offender: their manager's page says so within a second."""
    saved: list[float] = []

    def answered(response: Response) -> None:
        if response.request.method == "POST":
            saved.append(time.time())

    officer.on("response", answered)
    officer.get_by_role("link", name="Record that they are found").click()
    officer.get_by_label("Postcode of where they were found").fill(home)
    officer.get_by_label("Found by police").check()
    officer.get_by_label("With whom were they?").fill("A man of about thirty")
    officer.get_by_role("button", name="Record it").click()
    expect(officer.get_by_text("Recorded. Whoever must know is told now.")).to_be_visible()
    banner = manager.get_by_text("somebody missing was found at the postcode of where they live")
    expect(banner).to_be_visible(timeout=SOON)
    seconds = manager.evaluate("window.rang") / 1000 - saved[0]
    assert seconds < 1, f"{seconds:.2f} seconds after the record was saved"
    expect(manager.get_by_text(ref)).to_have_count(0)  # they are not told which child

    rung = hub.locator(f'li[data-episode="{ref}"]', has_text="for the coordinators")
    expect(rung).to_contain_text("nobody yet", timeout=SOON)
    expect(hub.locator(f'tr[data-episode="{ref}"]')).to_have_count(0)
    seen(hub, "missing-board-rung")
    rung.get_by_role("link", name=f"Take on {ref}").click()
    hub.get_by_role("button", name="Take it on").click()
    hub.goto("/missing/")
    expect(rung).to_contain_text("BCU01-MC1, ")


def _closed(officer: Page) -> None:
    """The interviews, the local authority, the 72 hours, and the close."""
    expect(officer.get_by_role("heading", level=1)).to_contain_text("Found after")
    officer.get_by_role("link", name="Record a prevention interview").click()
    officer.get_by_role("group", name="Was it face to face?").get_by_label("Yes").check()
    officer.get_by_role("button", name="Record it").click()
    officer.get_by_role("link", name="Record that the local authority is told").click()
    expect(officer.get_by_text(re.compile("The return interview is due by 23 March 2026"))).to_be_visible()
    officer.get_by_label("Which local authority?").fill("Camden")
    officer.get_by_role("button", name="Record it").click()
    officer.get_by_role("link", name="Record the return interview").click()
    officer.get_by_label("Offered").check()
    officer.get_by_role("button", name="Record it").click()
    expect(officer.get_by_text(re.compile("Return interview offered"))).to_be_visible()
    do(officer, "Close the episode", "Close it", Why_is_it_closed="Home, safe, and spoken to.")
    expect(officer.get_by_text("Closed. What is owed after it is owed still.")).to_be_visible()
    expect(officer.get_by_role("link", name="Close the episode")).to_have_count(0)


def test_what_is_mistyped_leads_to_its_field_and_a_second_episode_to_the_first(service: Service) -> None:
    """On a phone: long words stay on the screen, each fault is at its field, nothing is saved without a word."""
    (child, first), *_ = service.stored(
        "SELECT missing_ref, ref FROM missing_episode WHERE missing_ref NOT LIKE 'act-%' AND ref NOT IN "
        "(SELECT episode_ref FROM missing_found) ORDER BY ref"
    )
    page = service.sign_in("missing-persons-coordinator", viewport=PHONE)
    page.goto("/missing/report/")
    page.get_by_label("Their reference, if they are on record").fill(child.lower())
    page.get_by_label("Reference of the episode").fill(first)
    day = page.get_by_role("group", name="When were they last seen?")
    for name, figure in (("Day", "1"), ("Month", "1"), ("Year", "2031")):
        day.get_by_label(name).fill(figure)
    page.get_by_label("At what time were they last seen?").fill("07:30")
    page.get_by_label("What is known of how they went?").fill("long" * 60)
    page.get_by_label("Postcode of where they are missing from").fill("N1 9GUX")
    page.get_by_role("button", name="Save the report").click()
    faults = page.get_by_role("alert").get_by_role("link")
    expect(faults).to_have_count(2)
    seen(page, "missing-report-faults")
    faults.filter(has_text="they were last seen before the report").click()
    expect(day.get_by_label("Day")).to_be_focused()
    day.get_by_label("Year").fill("2025")
    page.get_by_label("Reference of the episode").fill("")
    page.get_by_role("button", name="Save the report").click()
    expect(page.get_by_text("Saved as typed: N1 9GUX is not a whole postcode.")).to_be_visible()
    page.set_viewport_size(PHONE)
    expect(page.get_by_text("They are missing in an earlier episode already")).to_be_visible()
    seen(page, "missing-second-episode")
    page.goto(f"/missing/child/{child.lower()}/")
    seen(page, "missing-child-long-words")
    page.goto("/missing/")
    page.goto(f"/missing/{first.lower()}/")
    expect(page.get_by_text("They were reported missing again since")).to_be_visible()
