"""Today: a manager, a supervisor and a duty inspector each read what must be done, in a real browser."""

import csv
import io
import re

from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, PHONE, Service, accessible, picture

SECTIONS = (
    "decisions owed",
    *("missing, and no action in time", "missing, and no review in time", "found near a registered offender"),
    "exploitation, and no safeguarding or referral in time",
    *("children near online suspects, and not referred in time", "online suspects without a band in time"),
    *("online suspects not enforced in time", "suicide risk of suspects not asked about in time"),
    *("people unmanaged", "missing facts", "duties overdue", "due in 2 weeks"),
    *("due in 4 weeks", "due in 12 weeks", "load per manager", "announced visits"),
    "falls in expected signals",
    "plans of visits",
    *("crimes nobody holds", "grave crimes overdue", "other crimes overdue", "bail ending in 2 weeks"),
    "work in the wrong hands",
    *("found, and not spoken to in time", "return interviews overdue"),
    *("exploitation screenings and reviews overdue", "exploitation flags without owner or review"),
    "other clocks of online suspects overdue",
    "owed to the force's own inspection",
)


def counts(page: Page) -> dict[str, int]:
    """The number over each section: those with any, then those with nothing."""
    told = (text.split("\n") for text in page.locator(".wk-count a").all_inner_texts())
    found = {name.strip(): int(number.replace(",", "")) for number, name in told}
    clear = [text.strip() for text in page.locator(".wk-clear a").all_inner_texts()]
    assert all(found.values())
    assert not set(clear) & set(found)
    return found | dict.fromkeys(clear, 0)


def rows_of(page: Page, section: str) -> int:
    """Open a count and go through its pages; how many rows there are behind it."""
    page.locator(".wk-count a", has_text=section).click()
    expect(page.get_by_role("heading", level=2, name=re.compile(section, re.IGNORECASE))).to_be_visible()
    many = page.locator("[data-row]").count()
    while page.get_by_role("link", name="Next page").count():
        page.get_by_role("link", name="Next page").click()
        many += page.locator("[data-row]").count()
    return many


def ask(page: Page, **chosen: str) -> None:
    """Fill in the form of filters and apply it."""
    page.get_by_text("Filter and sort", exact=True).first.click()
    for label, value in chosen.items():
        field = page.get_by_label(label.capitalize(), exact=True)
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    page.get_by_role("button", name="Apply filters").click()


def test_a_supervisor_reads_the_counts_opens_the_rows_and_keeps_a_view(service: Service) -> None:
    page = service.sign_in("supervisor")
    expect(page.get_by_role("heading", level=1)).to_have_text("Today, 20 March 2026")
    accessible(page)
    picture(page, "today-supervisor")
    found = counts(page)
    some, none = ([name for name in SECTIONS if bool(found[name]) is has] for has in (True, False))
    assert list(found) == some + none
    assert found["decisions owed"] > 0
    assert found["missing facts"] > 0
    expect(page.locator(".wk-count--loud")).to_contain_text("missing facts")
    headed = page.get_by_role("heading", level=2, name="Nothing, and what would stand here")
    expect(headed).to_have_count(1 if none else 0)
    assert page.locator(".wk-would dt").all_inner_texts() == [name.capitalize() for name in none]
    for section, many in found.items():
        if many:
            assert rows_of(page, section) == many, section

    page.goto("/?section=decisions")
    first = page.locator("[data-row]").first
    expect(first).to_contain_text("If nothing is done:")
    first.locator("summary").click()
    expect(first.locator(".wk-authority").first).to_be_visible()
    expect(first.get_by_role("link", name="Decide")).to_have_attribute(
        "href", re.compile("/people/.+/decisions/.+/")
    )
    accessible(page)

    page.goto("/?scope=unit")
    page.get_by_text("Filter and sort", exact=True).first.click()
    page.get_by_label("medium", exact=True).check()
    page.get_by_label("Section").select_option(label="due in 12 weeks")
    page.get_by_label("Order").select_option(label="By reference")
    page.get_by_role("button", name="Apply filters").click()
    assert set(page.locator("[data-row] .govuk-tag").all_inner_texts()) == {"medium"}
    refs = page.locator("[data-row] td:first-child a").all_inner_texts()
    assert refs == sorted(refs)
    page.get_by_role("link", name="Save this view").click()
    accessible(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Give the view a name")).to_be_visible()
    page.get_by_label("Name of the view").fill("Medium, later")
    page.get_by_label("Show it first whenever I open Today").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved as Medium, later.")).to_be_visible()
    page.goto("/")
    expect(page.get_by_text("Your view Medium, later")).to_be_visible()
    assert page.locator("[data-row] td:first-child a").all_inner_texts() == refs
    page.get_by_role("button", name="Forget the view Medium, later").click()
    expect(page.get_by_text("The saved view is gone.")).to_be_visible()


def test_exactly_the_rows_shown_are_exported_and_word_of_it_is_on_the_trail(service: Service) -> None:
    page = service.sign_in("supervisor")
    page.goto("/?scope=unit&section=unmanaged")
    many = counts(page)["people unmanaged"]
    shown = page.locator("[data-row] td:first-child a").all_inner_texts()
    page.get_by_role("link", name=re.compile("export its")).click()
    accessible(page)
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("link", name="Say what the export is for")).to_be_visible()
    page.get_by_label("What is it for?").fill("morning meeting")
    with page.expect_download() as handed:
        page.get_by_role("button", name="Export").click()
    text = handed.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Reference"] for row in rows][: len(shown)] == shown
    assert len(rows) == many
    assert all(
        row["Name"] and not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
        for row in rows
    )
    trail = service.command("audit", "show", "--as", "HQ-P1", "--purpose", "test", "--last", 10)
    assert "export rows of the brief" in trail.text

    page.goto("/today/print/?scope=unit&section=unmanaged")
    assert page.locator("[data-row]").count() == many
    accessible(page)
    page.goto("/today/backlog/?scope=unit")
    expect(page.get_by_role("img", name=re.compile("Lines of the backlog"))).to_be_visible()
    expect(page.get_by_text("One night is on record")).to_be_visible()
    accessible(page)
    picture(page, "backlog")


def test_a_manager_stands_before_their_own_people_on_the_narrowest_screen(service: Service) -> None:
    page = service.sign_in("offender-manager", viewport=NARROWEST)
    expect(page.get_by_role("link", name="My duties")).to_have_attribute("aria-current", "page")
    accessible(page)
    me = re.match(r"[\w-]+", page.locator(".wk-header__who").inner_text())
    assert me is not None
    ask(page, section="due in 12 weeks")
    owners = {text.strip() for text in page.locator("[data-row] td:last-child").all_inner_texts()}
    assert {owner.removeprefix("Whose: ") for owner in owners} == {me[0]}
    accessible(page)
    ask(page, words="no such words anywhere")
    expect(page.get_by_text("Nothing that the filters leave. What would stand here")).to_be_visible()
    page.get_by_role("link", name="Clear filters").click()
    assert sum(counts(page).values()) > 0


def test_a_duty_inspector_reads_today_without_scripts_on_a_phone(service: Service) -> None:
    page = service.sign_in("duty-inspector", viewport=PHONE, scripts=False)
    found = counts(page)
    page.get_by_role("link", name="My duties").click()
    mine = counts(page)
    assert all(mine[section] <= found[section] for section in SECTIONS)
    assert rows_of(page, "load per manager") == mine["load per manager"] > 0
    ask(page, order="Most days first", whose="inspector")
    assert page.locator("[data-row]").count() > 0


def test_an_inspection_officer_sees_the_force_and_an_administrator_no_brief(service: Service) -> None:
    page = service.sign_in("inspection-officer")
    expect(page.get_by_role("link", name="The whole force")).to_have_attribute("aria-current", "page")
    ask(page, unit="BCU02")
    assert sum(counts(page).values()) > 0
    other = service.sign_in("administrator")
    expect(other.get_by_text("The brief is for officers who manage people")).to_be_visible()
    accessible(other)


def test_decisions_and_today_are_one_source_and_say_what_they_are_as_of(service: Service) -> None:
    page = service.sign_in("supervisor")
    page.goto("/?scope=unit&section=decisions")
    many = counts(page)["decisions owed"]
    as_of = page.get_by_text("From the brief of 20 March 2026, as known on")
    expect(as_of).to_contain_text("is counted to 20 March 2026")
    page.goto("/decisions/")
    expect(page.get_by_role("heading", name=f"Owed ({many})")).to_be_visible()
    expect(page.get_by_text("From the brief of 20 March 2026, as known on")).to_contain_text(
        "Today shows the same lines"
    )
