"""The doorstep: visits recorded on a phone, with signal and without, once each, and never in clear."""

import subprocess
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from urllib.error import URLError
from urllib.parse import parse_qsl, urlencode

import pytest
from playwright.sync_api import Error, Page, expect

from tests.journeys.service import NARROWEST, PATIENCE, PHONE, Service, accessible, picture

NOTES = "A blue tricycle stood in the hall."
DUMP = """async () => {
  const opened = await new Promise((done) => { const a = indexedDB.open('doorstep', 1); a.onsuccess = () => done(a.result) })
  const found = { held: [], unsent: [] }
  for (const store of Object.keys(found)) {
    const rows = await new Promise((done) => { const a = opened.transaction(store).objectStore(store).getAll(); a.onsuccess = () => done(a.result) })
    for (const row of rows) {
      const plain = {}
      for (const [name, value] of Object.entries(row)) {
        if (value instanceof ArrayBuffer) plain[name] = new TextDecoder('latin1').decode(value)
        else if (value instanceof CryptoKey) plain[name] = `key ${value.extractable}`
        else plain[name] = String(value)
      }
      found[store].push(plain)
    }
  }
  opened.close()
  return found
}"""


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    """A busy machine is not a fault: what is waited for is waited for."""
    expect.set_options(timeout=PATIENCE * 1000)
    yield
    expect.set_options(timeout=5_000)


DOUBLE_CLICK = 1_100
"""Milliseconds after which a second press of the button is no double click, which the button drops."""


def ready(page: Page) -> None:
    """The page has done all that scripts do on it, and the worker stands behind it."""
    expect(page.locator("html[data-doorstep=ready]")).to_be_attached()


def phone(service: Service) -> Page:
    """A manager's phone with today's visits open and kept."""
    page = service.sign_in("offender-manager", viewport=PHONE)
    page.goto("/visits/")
    ready(page)
    return page


ANSWERED: Counter[str] = Counter()
"""How often each form was answered: one visit is not taken for another of the same hour."""


def answer(page: Page, outcome: str, notes: str = NOTES, at: str = "") -> None:
    form = page.url
    page.get_by_label("Time", exact=True).fill(at or f"{8 - ANSWERED[form]:02}:{30 - ANSWERED[form]}")
    ANSWERED[form] += not at
    page.get_by_role("radio", name="Assess risk").check()
    page.get_by_role("radio", name="Yes: we asked to come in and search").check()
    page.get_by_role("radio", name=outcome).check()
    page.get_by_label("Second officer").select_option(index=1)
    page.get_by_label("Notes").fill(notes)
    elsewhere = page.get_by_role("radio", name="Another place, or no address on record")
    if not page.locator("input[name=place]:checked").count():  # no home is on record
        elsewhere.check()


def send(page: Page) -> None:
    page.wait_for_timeout(DOUBLE_CLICK)
    page.get_by_role("button", name="Record this visit").click()


def _under(key: str | None, posted: str | None) -> str:
    """What is posted, under the key of a visit sent before."""
    fields = parse_qsl(posted or "", keep_blank_values=True)
    return urlencode([(name, key if name == "key" else value) for name, value in fields])


def to_visit(page: Page) -> list[str]:
    """Addresses of the forms of everybody due, gravest first."""
    links = page.get_by_role("link", name="Record a visit")
    return [str(link.get_attribute("href")) for link in links.all()]


def recorded(page: Page, form: str) -> int:
    """How many visits to one person are recorded since the brief, as their card says."""
    page.goto("/visits/")
    return page.locator(".wk-card", has=page.locator(f'a[href="{form}"]')).get_by_text("Recorded 20").count()


def test_a_visit_is_recorded_without_scripts_and_says_what_it_counts_for(service: Service) -> None:
    page = service.sign_in("offender-manager", viewport=PHONE, scripts=False)
    page.goto("/visits/")
    expect(page.get_by_text("Two officers must go").first).to_be_visible()
    form = to_visit(page)[-1]
    page.goto(form)
    page.get_by_label("Notes").fill(NOTES)
    send(page)
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(page.get_by_role("link", name="Choose what happened at the door")).to_be_visible()
    expect(page.get_by_label("Notes")).to_have_value(NOTES)
    answer(page, "No reply")
    send(page)
    expect(page.get_by_text("Visit recorded")).to_be_visible()
    expect(page.get_by_text("It moves no clock")).to_be_visible()
    expect(page.get_by_text("It is one of the occasions that count towards a warrant.")).to_be_visible()
    expect(page.get_by_text(NOTES)).to_be_visible()
    assert recorded(page, form) == 1


def test_two_records_of_one_visit_are_laid_side_by_side_and_somebody_decides(service: Service) -> None:
    page = service.sign_in("offender-manager", viewport=PHONE, scripts=False)
    page.goto("/visits/")
    form = to_visit(page)[-2]
    page.goto(form)
    key = page.locator("input[name=key]").get_attribute("value")
    answer(page, "No reply")
    send(page)
    expect(page.get_by_text("Visit recorded")).to_be_visible()
    page.goto(form)
    expect(page.get_by_text("Already recorded")).to_be_visible()
    page.route("**/new/", lambda route: route.continue_(post_data=_under(key, route.request.post_data)))
    answer(page, "Gone away", "The neighbour says they left.")
    send(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("2 records of one visit")
    page.unroute_all()
    page.goto(f"/people/{form.split('/')[2]}/visits/")
    expect(page.get_by_role("link", name="Say which stands")).to_be_visible()
    page.goto("/visits/")
    page.get_by_role("link", name="Say which stands").click()
    send_decision = page.get_by_role("button", name="Record this decision")
    send_decision.click()
    expect(page.get_by_role("link", name="Choose the record that stands")).to_be_visible()
    page.get_by_role("radio", name="Record 2").check()
    page.get_by_label("Why").fill("Written after speaking to the neighbour.")
    send_decision.click()
    expect(page.get_by_text("Both records are kept")).to_be_visible()
    expect(page.get_by_role("strong").filter(has_text="Gone away: no longer lives there")).to_be_visible()
    assert recorded(page, form) == 1
    expect(page.get_by_role("link", name="Say which stands")).to_have_count(0)


def test_every_page_of_the_doorstep_is_accessible_by_day_and_in_the_dark(service: Service) -> None:
    page = phone(service)
    first = to_visit(page)[0]
    for name, address in (("list", "/visits/"), ("form", first)):
        for viewport in (PHONE, NARROWEST):
            page.set_viewport_size(viewport)  # type: ignore[arg-type]
            page.goto(address)
            ready(page)
            accessible(page)
        picture(page, f"doorstep-{name}")
        page.emulate_media(color_scheme="dark")
        accessible(page)
        page.emulate_media(color_scheme="light")
    small = page.locator(
        "main button, main select, main input:not([type=hidden]), main summary"
    ).evaluate_all(
        "all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44).map(e => e.id)"
    )
    assert small == []
    page.get_by_role("button", name="Record this visit").click()
    expect(page.get_by_role("alert")).to_be_focused()
    accessible(page)
    answer(page, "Seen, and let in")
    page.get_by_text("Who was there").click()
    page.get_by_role("group", name="Person 1").get_by_role("radio", name="Child").check()
    page.get_by_text("Devices checked").click()
    page.get_by_label("What it is").first.select_option("phone")
    page.get_by_label("How it was checked").first.select_option("triage tool")
    page.get_by_label("What came of it").first.select_option("something of concern")
    send(page)
    expect(page.get_by_text("A child was there.")).to_be_visible()
    expect(page.get_by_text("Phone, triage tool: something of concern")).to_be_visible()
    expect(page.get_by_text("the clock to the next visit begins again")).to_be_visible()
    accessible(page)
    picture(page, "doorstep-after")


def test_without_signal_visits_are_kept_sealed_and_sent_once_when_it_is_back(service: Service) -> None:
    page = phone(service)
    one, other = to_visit(page)[:2]
    name = page.get_by_role("heading", level=2).first.inner_text().split(maxsplit=1)[1]
    before = recorded(page, one), recorded(page, other)
    ready(page)
    page.context.set_offline(True)
    for form in (one, other):
        page.goto(form)
        expect(page.get_by_role("heading", level=1)).not_to_have_text("No signal")
        answer(page, "No reply")
        send(page)
        expect(page).to_have_url(f"{service.address}/visits/")
        expect(page.get_by_text("kept on this phone. Sent when it is back")).to_be_visible()
    page.reload()
    expect(page.get_by_text("No signal: 2 visits kept on this phone")).to_be_visible()
    expect(page.get_by_text("kept on this phone, not sent yet")).to_have_count(2)
    expect(page.get_by_role("link", name="Record a visit").first).to_be_visible()
    accessible(page)
    picture(page, "doorstep-no-signal")
    lies = page.evaluate(DUMP)
    assert len(lies["unsent"]) == 2
    assert {row["key"] for row in lies["held"] if "key" in row} == {"key false"}, "no script can read the key"
    for secret in (NOTES, "tricycle", name, name.split()[-1], one.split("/")[2]):
        assert secret not in repr(lies), "nothing lies in clear"
    page.context.set_offline(False)
    expect(page.get_by_text("kept on this phone")).to_have_count(0)
    ready(page)
    assert page.evaluate(DUMP)["unsent"] == []
    assert (recorded(page, one), recorded(page, other)) == (before[0] + 1, before[1] + 1)


def test_the_same_visit_sent_twice_is_stored_once(service: Service) -> None:
    page = phone(service)
    form = to_visit(page)[0]
    before = recorded(page, form)
    page.goto(form)
    ready(page)
    answer(page, "No reply")
    twice = """async (address) => {
      const typed = new URLSearchParams(new FormData(document.querySelector('form.wk-visit')))
      const token = typed.get('csrfmiddlewaretoken')
      const once = () => fetch(address, { method: 'POST', body: typed,
        headers: { Accept: 'application/json', 'X-CSRFToken': token } }).then((told) => told.json())
      const told = await Promise.all([once(), once(), once()])
      return told.map((each) => each.arrival).sort()
    }"""
    assert page.evaluate(twice, form) == ["recorded", "recorded before", "recorded before"]
    assert recorded(page, form) == before + 1


def test_a_session_that_ends_leaves_nothing_to_read_and_loses_no_visit(service: Service) -> None:
    page = phone(service)
    form = to_visit(page)[1]
    before = recorded(page, form)
    ready(page)
    page.context.set_offline(True)
    page.goto(form)
    answer(page, "No reply")
    send(page)
    expect(page).to_have_url(f"{service.address}/visits/")
    expect(page.get_by_text("1 visit kept on this phone")).to_be_visible()
    page.context.clear_cookies()
    page.context.set_offline(False)
    with suppress(
        Error
    ):  # back in signal the page sends what it kept, and may be on its way to sign in already
        page.goto("/visits/")
    expect(page.get_by_label("Username")).to_be_visible()
    lies = page.evaluate(DUMP)
    assert lies["held"] == []
    assert len(lies["unsent"]) == 1
    page.get_by_label("Username").fill("offender-manager")
    page.get_by_label("Password", exact=True).fill(service.password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("My visits")
    ready(page)
    expect(page.get_by_text("kept on this phone")).to_have_count(0)
    assert recorded(page, form) == before + 1


def test_signing_out_takes_the_day_off_the_phone(service: Service) -> None:
    page = phone(service)
    assert len(page.evaluate(DUMP)["held"]) == 2
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Username")).to_be_visible()
    assert page.evaluate(DUMP)["held"] == []
    page.context.set_offline(True)
    page.goto("/visits/")
    expect(page.get_by_text("Nothing of today can be read on this phone")).to_be_visible()
    expect(page.get_by_role("link", name="Record a visit")).to_have_count(0)


@pytest.fixture
def mortal(service: Service) -> Iterator[Service]:
    """The service, which this test may kill: it stands again afterwards, at the same address."""
    yield service
    if service.process.poll() is not None:
        revive(service)


def revive(service: Service) -> None:
    with (service.home / "serve.log").open("ab") as log:
        service.process = subprocess.Popen(
            service.process.args, env=service.environment, stdout=log, stderr=log, start_new_session=True
        )
    until = time.monotonic() + 2 * PATIENCE
    while True:
        try:
            urllib.request.urlopen(f"{service.address}/accounts/login/", timeout=5).close()
            return
        except (URLError, OSError):
            assert time.monotonic() < until, "the service did not come back"
            time.sleep(0.1)


def test_the_service_is_killed_in_the_middle_of_a_send_and_the_visit_is_stored_once(mortal: Service) -> None:
    page = phone(mortal)
    form = to_visit(page)[0]
    before = recorded(page, form)
    page.goto(form)
    ready(page)
    answer(page, "No reply")
    with page.expect_request(lambda request: request.method == "POST"):
        page.evaluate("document.querySelector('form.wk-visit').requestSubmit()")
    mortal.stop(kill=True)
    expect(page.get_by_text("This is what your phone keeps for today.")).to_be_visible()
    revive(mortal)
    expect(page.get_by_text("This is what your phone keeps for today.")).to_have_count(0, timeout=30_000)
    again = page.context.new_page()
    page.close()  # whatever it is sending goes under the same key
    again.goto("/visits/")
    ready(again)
    expect(again.get_by_text("kept on this phone")).to_have_count(0)
    assert recorded(again, form) == before + 1
