"""A supervisor plans a day, reads why, fixes and drops visits, takes a crew off; a crew has its round from its shift on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, PATIENCE, PHONE, Service, accessible, picture

UNIT, TODAY = "BCU01", "2026-03-20"
BOARD = f"/plans/{UNIT}/{TODAY}/"


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    """The first plan of a process compiles its search; a busy machine is not a fault."""
    expect.set_options(timeout=PATIENCE * 1000)
    yield
    expect.set_options(timeout=5_000)


def planned(page: Page) -> None:
    """The board of the day, planned if nobody has."""
    page.goto(BOARD)
    plan = page.get_by_role("button", name="Plan the visits")
    if plan.count():
        page.set_default_timeout(PATIENCE * 1000)
        plan.click()
    expect(page.get_by_role("heading", name=re.compile("^Rounds"))).to_be_visible()


def changes(page: Page) -> list[str]:
    """Addresses of the pages that change each visit, in the order of the rounds."""
    links = page.get_by_role("link", name=re.compile("^Change the visit to"))
    return [links.nth(at).get_attribute("href") or "" for at in range(links.count())]


def test_a_day_is_planned_changed_with_reasons_and_planned_again(service: Service) -> None:
    page = service.sign_in("supervisor")
    page.get_by_role("link", name="Plans", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Plans of visits")
    accessible(page)
    expect(page.get_by_role("link", name=re.compile(f"^Plan it of {UNIT}, 2 April 2026"))).to_be_visible()
    page.get_by_role("link", name=f"Plan it of {UNIT}, 20 March 2026").click()
    expect(page.get_by_text("Nobody has planned this day.")).to_be_visible()
    planned(page)
    expect(page.get_by_text("Revision 1 of the plan is frozen.")).to_be_visible()
    expect(page.get_by_role("img", name="The rounds by the clock")).to_be_visible()
    expect(page.get_by_text(re.compile("risk, limit .* unseen for")).first).to_be_visible()
    accessible(page)
    picture(page, "plan-board")

    first, *between, told = changes(page)
    page.goto(first)
    page.get_by_role("button", name="Change it").click()
    problems = page.get_by_role("alert")
    for said in ("Choose what to change", "Say why"):
        expect(problems).to_contain_text(said)
    accessible(page)
    page.get_by_role("radio", name="Drop it that day").check()
    page.get_by_label("Why?").fill("seen at court this morning")
    page.get_by_role("button", name="Change it").click()
    dropped = first.rstrip("/").split("/")[-1]
    expect(page.get_by_text(f"Changed for {dropped}.")).to_be_visible()
    expect(page.get_by_text("dropped: seen at court this morning", exact=False).first).to_be_visible()

    expect(page.get_by_text(re.compile("how near that is to the best|which is proved")).first).to_be_visible()
    expect(page.get_by_text(re.compile("next would be|no other crew")).first).to_be_visible()
    page.get_by_role("link", name=f"Take it back, or fix a visit to {dropped}").click()
    page.get_by_role("radio", name="Take back what was fixed").check()
    page.get_by_label("Why?").fill("a mistake")
    page.get_by_role("button", name="Change it").click()
    assert first in changes(page)
    page.goto(first)
    page.get_by_role("radio", name="Drop it that day").check()
    page.get_by_label("Why?").fill("at court after all")
    page.get_by_role("button", name="Change it").click()

    page.goto(told)
    page.get_by_role("radio", name="Let it be announced").check()
    page.get_by_label("Ground for announcing it").select_option("interpreter")
    page.get_by_label("Hours of notice").fill("many")
    page.get_by_label("Why?").fill("an interpreter is booked")
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter a whole number above 0")
    page.get_by_label("Hours of notice").fill("3")
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_role("alert")).to_contain_text("own work is decided by another officer")
    inspector = service.sign_in("duty-inspector")
    inspector.goto(told)
    inspector.get_by_role("radio", name="Let it be announced").check()
    inspector.get_by_label("Ground for announcing it").select_option("interpreter")
    inspector.get_by_label("Hours of notice").fill("3")
    inspector.get_by_label("Why?").fill("an interpreter is booked")
    inspector.get_by_role("button", name="Change it").click()
    expect(inspector.get_by_text("announced, 3 hours")).to_be_visible()

    page.goto(BOARD)
    page.get_by_role("button", name="Plan again").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why it is planned again")
    page.get_by_label("Why is it planned again?").fill("a visit was dropped")
    page.get_by_role("button", name="Plan again").click()
    expect(page.get_by_text("Revision 2 of the plan is frozen.")).to_be_visible()
    assert first not in changes(page)
    expect(page.get_by_text("announced, 3 hours")).to_be_visible()
    looks = page.get_by_role("heading", name=re.compile("^Who looked"))
    assert int((looks.text_content() or "0").split("(")[1].rstrip(")")) >= len(between[:1])


def test_a_crew_has_its_round_on_its_phone_with_and_without_signal(service: Service) -> None:
    """The sergeant is on the crew of the day, on shift since eight."""
    planned(service.sign_in("supervisor"))
    page = service.sign_in("supervisor", viewport=PHONE)
    page.goto("/visits/")
    expect(page.get_by_role("heading", name=re.compile("^Your round:"))).to_be_visible()
    expect(page.locator("html[data-doorstep=ready]")).to_be_attached()
    accessible(page)
    picture(page, "round-on-a-phone")
    first = page.get_by_role("heading", name=re.compile(r"^1\. \d\d:\d\d: P")).first
    person = re.search(r"P\d+", first.text_content() or "")
    assert person
    looked = "select count(*) from planning_planlook where officer_ref = 'BCU01-S01' and crew <> ''"
    assert service.stored(looked)[0][0] > 0
    assert service.stored("select count(*) from planning_roundissued")[0][0] == 1
    page.context.set_offline(True)
    page.goto("/visits/")
    expect(page.get_by_text("This is what your phone keeps for today.")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile(rf"^1\. .*{person.group()}"))).to_be_visible()
    page.context.set_offline(False)


def test_days_that_are_over_are_listed_and_say_where_their_rounds_come_from(service: Service) -> None:
    """The brief blames a round of the force's own files: its unit's plans are a step away."""
    inspector = service.sign_in("duty-inspector")
    inspector.goto("/?section=plans&scope=force")
    inspector.get_by_role("link", name=re.compile("^Plans of BCU")).first.click()
    expect(inspector.get_by_role("heading", level=1)).to_contain_text("Plans of visits")
    brought = inspector.get_by_role("link", name=re.compile("^Rounds from the force's files"))
    expect(brought.first).to_be_visible()
    accessible(inspector)
    brought.first.click()
    expect(inspector.get_by_text("No plan of this day was made here.")).to_be_visible()


def test_nobody_but_planners_sees_a_plan(service: Service) -> None:
    page = service.sign_in("offender-manager")
    page.goto(BOARD)
    expect(page.get_by_role("heading", level=1)).to_contain_text("You may not")
    other = service.sign_in("supervisor")
    other.goto(f"/plans/BCU02/{TODAY}/")
    expect(other.get_by_role("heading", level=1)).to_contain_text("You may not")


def test_somebody_not_drawn_is_fixed_and_counted_and_a_crew_taken_off_without_scripts(
    service: Service,
) -> None:
    page = service.sign_in("supervisor", viewport=NARROWEST, scripts=False)
    planned(page)
    before = len(changes(page))
    page.get_by_label("Fix a visit to somebody else").fill("nobody")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Nobody of that reference could be visited")).to_be_visible()
    [(content,)] = service.stored(
        "select person_ref from visits_visit where person_ref not in "
        "(select person_ref from planning_plannedvisit) and person_ref in "
        f"(select ref from people_person where unit = '{UNIT}') group by person_ref order by person_ref limit 1"
    )
    page.get_by_label("Fix a visit to somebody else").fill(content)
    page.get_by_role("button", name="Go on").click()
    if page.get_by_role("heading", level=1).text_content() == f"Fix a visit to {content}":
        page.get_by_role("radio", name="Fix the visit by this crew").check()
        page.get_by_label("Crew", exact=True).select_option(index=1)
        page.get_by_label("Why?").fill("a neighbour rang")
        page.get_by_role("button", name="Change it").click()
        expect(page.get_by_text("outside the lottery").first).to_be_visible()
        assert len(changes(page)) == before + 1
    off = page.get_by_role("link", name=re.compile("cannot go$")).first
    off.click()
    page.get_by_role("button", name="Take the crew off").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say why the crew cannot go")
    page.get_by_label("Why?").fill("sick")
    page.get_by_role("button", name="Take the crew off").click()
    expect(page.get_by_text("The crew is off.")).to_be_visible()
    expect(page.get_by_text("The crew cannot go: sick.")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Bring the crew of round")).first.click()
    page.get_by_role("button", name="Bring the crew back").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say why the crew can go")
    page.get_by_label("Why?").fill("well again")
    page.get_by_role("button", name="Bring the crew back").click()
    expect(page.get_by_text("The crew can go. Plan again")).to_be_visible()
    expect(page.get_by_text("The crew cannot go: sick.")).to_have_count(0)
