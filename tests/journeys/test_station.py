"""Notification at the station: item by item, kept where incomplete, acknowledged, the next date explained."""

from playwright.sync_api import Page, expect

from tests.journeys.paper import text_of
from tests.journeys.service import NARROWEST, PHONE, Service, accessible, picture

MANAGED = "P0000001"  # of the demonstration's offender manager, and at liberty


def fill(page: Page, *, without: str = "") -> None:
    """Answer every item as given, but one."""
    page.get_by_label("How do you know who this is?").fill("passport seen")
    for group in page.get_by_role("group").all():
        name = (group.locator("legend").first.text_content() or "").strip()
        choices = group.get_by_role("radio")
        if not choices.count():
            continue
        if name.casefold() == without:
            group.get_by_label("Not given").check()
        elif name == "Fingerprints":
            group.get_by_label("Not asked for").check()
        else:
            choices.first.check()


def test_an_incomplete_one_is_kept_and_taken_again_and_acknowledged(service: Service) -> None:
    page = service.sign_in("offender-manager")
    person = MANAGED
    page.goto(f"/people/{person}/notify/")
    accessible(page)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what the person has come to tell")
    page.get_by_label("The yearly notification").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The yearly notification")
    accessible(page)
    picture(page, "station-items")

    page.get_by_label("Station", exact=True).fill("")
    page.get_by_label("Day").first.fill("31")
    page.get_by_label("Month").first.fill("2")
    fill(page, without="passport")
    page.get_by_role("textbox", name="What was said of the home address").fill("12 Invented Street")
    page.get_by_role("button", name="Record what was given").click()
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text("Enter a real date")
    expect(problems).to_contain_text("Enter the station")
    accessible(page)
    expect(page.get_by_role("textbox", name="What was said of the home address")).to_have_value(
        "12 Invented Street"
    )
    page.get_by_label("Day").first.fill("20")
    page.get_by_label("Month").first.fill("3")
    page.get_by_label("Year").first.fill("1998")
    page.get_by_label("Station", exact=True).fill("North")
    page.get_by_role("button", name="Record what was given").click()
    expect(page.get_by_role("alert")).to_contain_text("The first finding on record is of")
    page.get_by_label("Year").first.fill("2026")
    page.get_by_role("textbox", name="What was said of the national insurance number").fill("QQ123456C")
    page.get_by_role("button", name="Record what was given").click()

    expect(page.get_by_text("Kept. It is incomplete and does not count yet.")).to_be_visible()
    expect(page.get_by_text("it does not count until these are given: passport")).to_be_visible()
    expect(page.get_by_text("An incomplete notification moves none.")).to_be_visible()
    expect(page.get_by_text("••• 56C")).to_be_visible()
    assert "QQ123456C" not in page.content()
    accessible(page)
    picture(page, "station-incomplete")

    page.get_by_role("link", name="Take it again").click()
    expect(page.get_by_role("textbox", name="What was said of the home address")).to_have_value(
        "12 Invented Street"
    )
    page.get_by_role("group", name="Passport").get_by_label("Does not apply").check()
    page.get_by_label("How do you know who this is?").fill("known to me")
    page.get_by_role("button", name="Record what was given").click()
    expect(page.get_by_text("Recorded. Every item is given.")).to_be_visible()
    expect(page.get_by_role("heading", name="What comes next")).to_be_visible()
    expect(page.get_by_text("by 20 March 2027").first).to_be_visible()
    assert "/notified/" in page.url
    accessible(page)
    picture(page, "station-complete")

    recorded = page.url
    page.get_by_role("button", name="Open it to print").click()
    expect(page.get_by_text("This acknowledges your notification")).to_be_visible()
    accessible(page)
    paper = page.request.get(f"{recorded}acknowledgement.pdf")
    assert paper.ok
    assert paper.body().startswith(b"%PDF")
    page.goto(recorded)
    page.get_by_role("button", name="I have handed it over").click()
    expect(page.get_by_text("The acknowledgement is recorded as handed over.")).to_be_visible()
    expect(page.get_by_role("button", name="I have handed it over")).to_have_count(0)

    page.set_viewport_size(NARROWEST)
    for address in (recorded, f"/people/{person}/notify/", f"/people/{person}/notify/name/"):
        page.goto(address)
        accessible(page)
    rows = service.stored("select facts from audit_entry where power = 'record a notification'")
    assert rows
    assert not any("12 Invented Street" in str(row) for row in rows)


def test_travel_is_told_and_the_return(service: Service) -> None:
    """Without scripts, on a phone."""
    page = service.sign_in("offender-manager", viewport=PHONE, scripts=False)
    person = MANAGED
    page.goto(f"/people/{person}/notify/")
    page.get_by_label("A journey abroad to come").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Record the notice").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Enter the day of departure")
    departure = page.get_by_role("group", name="When do they leave the United Kingdom?")
    for label, value in (("Day", "20"), ("Month", "3"), ("Year", "2026")):
        departure.get_by_label(label).fill(value)
    page.get_by_role("group", name="Country", exact=True).get_by_label("Given", exact=True).check()
    page.get_by_role("button", name="Record the notice").click()
    expect(page.get_by_text("Kept. The notice is incomplete.")).to_be_visible()
    expect(page.get_by_text("Not given: date of departure").first).to_be_visible()
    page.get_by_role("link", name="Record the return").click()
    page.get_by_label("Where did they arrive?").fill("Luton")
    page.get_by_role("button", name="Record the return").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Enter the day of the return")
    back = page.get_by_role("group", name="When did they come back?")
    for label, value in (("Day", "20"), ("Month", "3"), ("Year", "2026")):
        back.get_by_label(label).fill(value)
    page.get_by_role("button", name="Record the return").click()
    expect(page.get_by_text("The return is recorded.")).to_be_visible()
    expect(page.get_by_text("Back on 20 March 2026 at Luton")).to_be_visible()
    page.goto(f"/people/{person}/notify/home/")
    page.get_by_role("button", name="Record what was given").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Enter the day it happened")
    elsewhere = service.sign_in("intelligence-officer", scripts=False)
    elsewhere.goto(f"/people/{person}/notify/")
    expect(elsewhere.get_by_role("heading", level=1)).to_contain_text("You may not")


def days(page: Page, group: str, day: str, month: str) -> None:
    boxes = page.get_by_role("group", name=group)
    for label, value in (("Day", day), ("Month", month), ("Year", "2026")):
        boxes.get_by_label(label).fill(value)


def test_a_move_is_written_once_and_is_the_home_at_the_next_door_and_back_asks_nothing(
    service: Service,
) -> None:
    """Given a move told at the counter, then the doorstep has the new home, and Back shows a page of ours."""
    page = service.sign_in("offender-manager")
    page.goto(f"/people/{MANAGED}/notify/home/")
    expect(page.get_by_label("Station", exact=True)).to_have_value("")
    fill(page)
    page.get_by_label("Station", exact=True).fill("North")
    page.get_by_role("button", name="Record what was given").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the new home address")
    page.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
    accessible(page)
    picture(page, "station-move-320")
    days(page, "When did it happen", "18", "3")
    page.get_by_label("Address", exact=True).fill("7 Invented Mews")
    page.get_by_label("Postcode").fill("e8  3ci")
    page.get_by_role("button", name="Record what was given").click()
    expect(page.get_by_role("alert")).to_contain_text(
        "E8 3CI is not in the directory of postcodes. Did you mean"
    )
    accessible(page)
    picture(page, "station-postcode-320")
    page.get_by_label("E8 3CI stands as typed").check()
    page.get_by_role("button", name="Record what was given").click()
    expect(page.get_by_text("7 Invented Mews, E8 3CI: the home from 18 March 2026")).to_be_visible()
    expect(page.get_by_text("until 18 March 2026")).to_be_visible()
    accessible(page)
    picture(page, "station-moved-320")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("A new home address")
    page.goto(f"/visits/{MANAGED}/new/")
    expect(page.get_by_role("radio", name="7 Invented Mews, E8 3CI (home)")).to_be_checked()


def test_a_change_to_a_journey_already_told_has_its_clock(service: Service) -> None:
    page = service.sign_in("offender-manager", viewport=PHONE, scripts=False)
    page.goto(f"/people/{MANAGED}/travel/")
    days(page, "When do they leave", "2", "5")
    page.get_by_role("button", name="Record the notice").click()
    page.get_by_role("link", name="It has changed").click()
    expect(page.get_by_text("To be told by 30 April 2026")).to_be_visible()
    days(page, "When will they be back", "1", "5")
    page.get_by_role("button", name="Record the further notice").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("cannot be before the departure")
    days(page, "When will they be back", "9", "5")
    page.get_by_role("button", name="Record the further notice").click()
    expect(page.get_by_text("The further notice is recorded.")).to_be_visible()
    expect(page.get_by_text("in time", exact=True)).to_be_visible()
    page.goto(f"/people/{MANAGED}/travel/change/")
    expect(page.get_by_role("link", name="Leaves on 2 May 2026")).to_be_visible()
    seen = service.sign_in("offender-manager", viewport=NARROWEST)
    seen.goto(f"/people/{MANAGED}/travel/change/")
    accessible(seen)
    seen.get_by_role("link", name="Leaves on 2 May 2026").click()
    accessible(seen)
    picture(seen, "journey-changed-320")


def test_a_move_told_late_is_called_late_everywhere_and_an_excuse_is_taken_and_answered(
    service: Service,
) -> None:
    """Moved on 10 March, so to be told by the 12th; told on the 20th: 8 days late."""
    page = service.sign_in("offender-manager", viewport=NARROWEST)
    page.goto(f"/people/{MANAGED}/notify/home/")
    fill(page)
    page.get_by_label("Station", exact=True).fill("North")
    days(page, "When did it happen", "10", "3")
    page.get_by_label("Address", exact=True).fill("9 Invented Mews")
    page.get_by_role("group", name="Does a child").get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Record what was given").click()
    expect(page.get_by_text("8 days late: the change notification was due by 12 March 2026")).to_be_visible()
    accessible(page)
    picture(page, "station-late-320")
    page.get_by_role("button", name="Open it to print").click()
    expect(page.get_by_text("8 days late: the change notification")).to_be_visible()
    paper = page.request.get(f"{page.url.removesuffix('/')}.pdf")
    assert paper.ok
    assert "8 days late" in text_of(paper.body())
    page.goto(f"/people/{MANAGED}/notifications/")
    expect(page.get_by_text("8 days late").first).to_be_visible()
    told = service.command("due", MANAGED, "--on", "2026-03-20").text
    assert "since 13 March 2026, notified on 20 March 2026, 8 days late" in " ".join(told.split())

    page.goto(f"/people/{MANAGED}/ladder/")
    page.get_by_role("link", name="Change notification, since 13 March 2026").click()
    expect(page.get_by_text("To be decided")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Record the excuse").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say what was said")
    page.get_by_label("What was said").fill("In hospital until the 19th; has the letter.")
    page.get_by_role("button", name="Record the excuse").click()
    expect(page.get_by_text("It excuses nothing until an officer of rank accepts it.").first).to_be_visible()
    expect(page.get_by_role("button", name="Record the answer")).to_have_count(0)
    accessible(page)

    seen = service.sign_in("supervisor", viewport=NARROWEST)
    seen.goto(page.url)
    if "/purpose/" in seen.url:
        seen.get_by_label("supervising their management").check()
        seen.get_by_role("button", name="Continue").click()
    seen.get_by_role("group", name="Is it a reasonable excuse?").get_by_label("Yes, it is accepted").check()
    seen.get_by_label("Why", exact=True).fill("Letter seen.")
    accessible(seen)
    picture(seen, "failure-320")
    seen.get_by_role("button", name="Record the answer").click()
    expect(seen.get_by_text("Excuse accepted", exact=True)).to_be_visible()
    expect(seen.get_by_text("Excuse accepted on 20 March 2026 by a sergeant")).to_be_visible()
    seen.get_by_label("Charge", exact=True).check()
    days(seen, "On which day?", "20", "3")
    seen.get_by_role("button", name="Record it").click()
    expect(seen.get_by_text("Nobody is asked about it again")).to_be_visible()
    seen.get_by_label("Dropped").check()
    days(seen, "When did it end?", "20", "3")
    seen.get_by_role("button", name="Record how it ended").click()
    expect(seen.get_by_text("Charge on 20 March 2026: dropped on 20 March 2026")).to_be_visible()
    accessible(seen)
