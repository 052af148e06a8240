"""An alert reaches the people it is for while they look elsewhere, and one of them takes it on by name."""

import re
import subprocess
import sys
import time

from playwright.sync_api import Page, expect

from tests.journeys.service import NARROWEST, Service, accessible, picture

PATIENCE = 30
RAISE = """
import sys, django; django.setup()
from watchkeeper import today
from watchkeeper.alerts.actions import raise_alerts
from watchkeeper.alerts.facts import Kind, Raising, Urgency
from watchkeeper.jobs.tasks import law
from watchkeeper.workforce.facts import Rank
who, unit, cause = sys.argv[1:]
raising = Raising(
    Kind.DECISION, f"{who}, high risk: a decision is owed: whereabouts unknown", who, cause, unit,
    Rank.SERGEANT, Urgency.NOW, f"/people/{who}/",
)
raise_alerts([raising], on=today.today(), law=law(), purpose="test", at=today.now())
"""
WHO = """
import django; django.setup()
from watchkeeper.accounts.models import Account
from watchkeeper.people.models import Person
from watchkeeper.workforce.models import Officer
account = Account.objects.get(login="supervisor")
unit = Officer.objects.filter(ref=account.officer_ref).latest("id").unit
print(account.officer_ref, unit, *Person.objects.filter(unit=unit).values_list("ref", flat=True)[:5])
"""


def another_process(service: Service, program: str, *arguments: str) -> list[str]:
    environment = service.environment | {"DJANGO_SETTINGS_MODULE": "watchkeeper.config.site"}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def count(page: Page) -> int:
    return int(re.search(r"\d+", page.get_by_role("link", name="Alerts:").inner_text())[0])  # type: ignore[index]


def settled(service: Service) -> Page:
    """The supervisor's first page, once the worker has raised what the night's brief owes."""
    page = service.sign_in("supervisor")
    last, until = -1, time.monotonic() + PATIENCE
    while time.monotonic() < until:
        asked = another_process(
            service,
            "import django; django.setup(); from watchkeeper.jobs.models import Job; "
            "from watchkeeper.jobs.asking import last_attempt; "
            "print(*[last_attempt(k).state for k in Job.objects.values_list('key', flat=True)])",
        )
        if asked and set(asked) == {"done"}:
            page.reload()
            return page
        last = len(asked)
    raise AssertionError(f"{last} jobs, not all of them done")


def test_an_alert_is_pushed_taken_on_by_name_and_gone_for_others(service: Service) -> None:
    page = settled(service)
    officer, unit, who, *_ = another_process(service, WHO)
    inspector = service.sign_in("duty-inspector")
    senior = service.sign_in("senior-officer")
    before = count(page)

    another_process(service, RAISE, who, unit, "pushed")
    banner = page.get_by_text(f"{who}, high risk: a decision is owed: whereabouts unknown")
    expect(banner).to_be_visible(timeout=PATIENCE * 1000)
    expect(page.get_by_role("link", name=f"Alerts: {before + 1}")).to_be_visible()
    assert page.url == f"{service.address}/", "without a refresh"
    accessible(page)
    picture(page, "alert-pushed")

    page.get_by_role("link", name="See and take on alerts").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alerts")
    card = page.get_by_role("region", name=f"Decision owed: {who}")
    expect(card).to_contain_text("Act now")
    expect(card).to_contain_text("it goes up to an inspector")
    accessible(page)
    picture(page, "alerts")

    also = service.sign_in("supervisor")  # the same page, open on another desk
    also.goto("/alerts/")
    expect(also.get_by_role("region", name=f"Decision owed: {who}")).to_be_visible()
    card.get_by_role("button", name="Take it on").click()
    expect(page.get_by_text("You have taken the alert on.")).to_be_visible()
    expect(page.get_by_role("region", name=f"Decision owed: {who}")).to_have_count(0)
    expect(page.get_by_text("Taken on by you in the last day")).to_be_visible()
    expect(also.get_by_role("region", name=f"Decision owed: {who}")).to_have_count(0)
    expect(page.get_by_role("link", name=f"Alerts: {before}")).to_be_visible()
    expect(inspector.locator("[data-alerts-banner]")).to_be_empty()  # it never climbed to them
    expect(senior.locator("[data-alerts-banner]")).to_be_empty()

    trail = service.command("audit", "show", "--about", who, "--as", "HQ-P1").text
    assert "acknowledge an alert" in trail
    assert officer in trail


def test_without_scripts_the_page_says_and_does_the_same(service: Service) -> None:
    _, unit, _, who, *_ = another_process(service, WHO)
    another_process(service, RAISE, who, unit, "without scripts")
    page = service.sign_in("supervisor", viewport=NARROWEST, scripts=False)
    page.get_by_role("link", name="Alerts:").click()
    page.get_by_role("button", name=re.compile(f"Take it on.*{who}")).click()
    expect(page.get_by_text("You have taken the alert on.")).to_be_visible()


def test_every_role_that_answers_alerts_has_the_page_at_the_narrowest(service: Service) -> None:
    for login in ("duty-inspector", "administrator", "offender-manager"):
        page = service.sign_in(login, viewport=NARROWEST)
        page.goto("/alerts/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Alerts")
        incidents = page.get_by_role("heading", name="Incidents: alerts that have reached nobody")
        expect(incidents).to_have_count(0 if login == "offender-manager" else 1)
        accessible(page)


def test_who_answers_no_alerts_is_offered_none(service: Service) -> None:
    page = service.sign_in("inspection-officer")
    expect(page.get_by_role("link", name="Alerts:")).to_have_count(0)
    answer = page.goto("/alerts/")
    assert answer is not None
    assert answer.status == 403


def test_the_stream_ends_with_the_session(service: Service) -> None:
    page = service.sign_in("supervisor")
    other = page.context.new_page()
    other.goto("/accounts/logout/")
    other.get_by_role("button", name="Sign Out").click()
    page.bring_to_front()
    expect(page.get_by_text("Alerts no longer reach this page.")).to_be_visible(timeout=PATIENCE * 1000)
