"""Links of missing children and who is who: from a child's history to a confirmed link, from two records to one."""

import os
import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import link_files as files
from tests.journeys.service import DESKTOP, NARROWEST, Service, accessible, picture

LOOKED_AT = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def linked(service: Service) -> tuple[Service, str]:
    """The service with children who belong together, and a custody list; and whom of the register they name."""
    ((manager,),) = service.stored(
        "select ref from workforce_officer where role = 'offender manager' and until is null order by id limit 1"
    )
    (person, born, line, postcode), *_ = service.stored(
        "select p.ref, p.born_on, a.line, a.postcode from people_person p "
        "join workforce_managed m on m.person_ref = p.ref join people_address a on a.person_ref = p.ref "
        f"where m.officer_ref = '{manager}' and m.until is null and a.until is null and a.kind = 'home' "
        "and a.postcode <> '' and p.born_on is not null order by p.ref"
    )
    files.write(service.home / "children", unit=manager.split("-")[0], person=person, postcode=postcode)
    files.write_mentions(service.home / "custody", born_on=str(born), line=line, postcode=postcode)
    for folder in ("children", "custody"):
        service.command("load", service.home / folder, expect=0)
    return service, person


def seen(page: Page, name: str) -> None:
    """Axe at the desktop and at the narrowest, no sideways scrolling, and a picture for whoever looks."""
    accessible(page)
    picture(page, name)
    if folder := os.environ.get("WATCHKEEPER_LOOK", ""):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
        page.set_viewport_size(LOOKED_AT)
        page.screenshot(path=f"{folder}/{name}-390.png", full_page=True)
    page.set_viewport_size(NARROWEST)
    accessible(page)
    page.set_viewport_size(DESKTOP)


def test_from_a_childs_history_to_a_link_confirmed_and_the_cluster_drawn(linked: tuple[Service, str]) -> None:
    service, person = linked
    page = service.sign_in("missing-persons-coordinator")
    page.goto(f"/missing/child/{files.CHILD}/")
    expect(page.get_by_text("Each gap between episodes is shorter than the last")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("LE-4"))).to_contain_text("shorter")
    expect(page.get_by_role("region", name="Episodes over time, drawn").get_by_role("img")).to_be_visible()
    expect(page.get_by_text("return interview refused")).to_be_visible()
    seen(page, "child-history")

    page.get_by_role("link", name="Links", exact=True).click()
    waits = page.get_by_role("table", name=re.compile("Wait for an answer"))
    expect(waits.get_by_role("row").nth(1)).to_contain_text("Red flag")
    expect(page.locator("main")).not_to_contain_text(person)
    seen(page, "child-links")
    waits.get_by_role("link", name=re.compile("phone 07700900461")).click()
    seen(page, "link-answer")
    page.get_by_role("button", name="Record it").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say why")
    page.get_by_label("Confirm it", exact=True).check()
    page.get_by_label("Why?").fill("One man bought the phone and lends it to all of them.")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("The link is confirmed.")).to_be_visible()
    expect(page.get_by_role("table", name=re.compile("Confirmed"))).to_contain_text("phone 07700900461")

    page.get_by_role("link", name="Cluster", exact=True).click()
    expect(page.locator("#why")).to_contain_text("belong together")
    drawn = page.get_by_role("region", name="The cluster, drawn")
    member = drawn.get_by_role("link", name=re.compile(f"^{files.FAR}"))
    member.focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr:target")).to_contain_text(files.FAR)
    seen(page, "cluster")

    page.goto("/missing/")
    page.get_by_role("link", name="Links of missing children").click()
    page.get_by_label("Reference of one person").fill(files.CHILD)
    page.get_by_role("button", name="Show the way").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Enter a reference")
    page.get_by_label("Reference of the other").fill(files.FAR)
    page.get_by_role("button", name="Show the way").click()
    expect(page.get_by_text(re.compile(f"From {files.CHILD} to {files.FAR} in . steps"))).to_be_visible()
    seen(page, "clusters")


def test_two_records_joined_by_a_manager_and_undone_by_a_supervisor_without_scripts(
    linked: tuple[Service, str],
) -> None:
    service, person = linked
    pair = f"{files.RENAMED} and register {person}"
    page = service.sign_in("offender-manager")
    page.get_by_role("link", name="Who is who").click()
    expect(page.get_by_text("may be recorded under a new name")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Newname")
    seen(page, "identity-queue")
    page.get_by_role("link", name=pair).click()
    expect(page.get_by_text("Somebody on the register may stand here under a new name.")).to_be_visible()
    expect(page.get_by_role("table", name="Side by side")).to_contain_text("same")
    seen(page, "identity-pair")
    page.get_by_role("button", name="Record it").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose what you say of them")
    page.get_by_label("Yes, join them").check()
    page.get_by_label("Why?").fill("Known to me by sight; the deed was shown.")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("they are one person. It can be undone")).to_be_visible()
    expect(page.get_by_text("It is undone by a supervisor")).to_be_visible()

    other = service.sign_in("supervisor", scripts=False)
    other.goto("/identity/")
    expect(other.get_by_role("link", name=pair)).to_have_count(0)
    other.get_by_role("link", name=f"{files.TWIN} and {files.OTHER_TWIN}").click()
    other.get_by_label("Not sure").check()
    other.get_by_label("Why?").fill("Waiting for both birth certificates.")
    other.get_by_role("button", name="Record it").click()
    expect(other.get_by_text("nobody can tell yet")).to_be_visible()
    other.goto(page.url)
    other.get_by_label("Undo it: joined").check()
    other.get_by_label("Why?").fill("The deed was forged.")
    other.get_by_role("button", name="Record it").click()
    expect(other.get_by_text("Taken back: joined")).to_be_visible()
    expect(other.get_by_text("Known to me by sight")).to_be_visible()
    other.goto("/identity/")
    expect(other.get_by_role("link", name=pair)).to_be_visible()
    other.goto(f"/missing/child/{files.CHILD}/cluster/")
    other.get_by_label("exploitation, or a link to another case").check()
    other.get_by_role("button", name="Continue").click()
    expect(other.locator("#why")).to_contain_text("belong together")
