"""The server is killed outright in the middle of a decision: the decision and its trail, or neither."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import Page

from tests.journeys.service import PATIENCE, Service
from watchkeeper.workforce.facts import Power

ROOT = Path(__file__).parents[2]
REASON = "One more attempt, in the evening, before the door is opened."


@contextmanager
def halting(service: Service, where: str) -> Iterator[Path]:
    """In the service's place a server that halts in the middle of a decision; the file it makes when it has.

    It is killed in the end, as a power cut does.
    """
    halted = service.home / f"halted-{where}"
    port = service.address.rpartition(":")[2]
    command = [sys.executable, "-m", "granian", "--interface", "asginl", "--no-ws", "--workers", "1"]
    told = {
        "DJANGO_SETTINGS_MODULE": "watchkeeper.config.site",
        "WATCHKEEPER_DEMO": "1",
        "WATCHKEEPER_ADDRESS": service.address,
        "HALT": where,
        "HALTED": str(halted),
    }
    with (service.home / "serve.log").open("ab") as log:
        server = subprocess.Popen(
            [*command, "--port", port, "tests.journeys.halting:application"],
            cwd=ROOT,
            env=service.environment | told,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        until_true(lambda: answers(service.address), "the server did not start")
        yield halted
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(PATIENCE)


def answers(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}/healthz", timeout=5).close()
    except (URLError, OSError):
        return False
    return True


def until_true(asked: Callable[[], bool], otherwise: str) -> None:
    until = time.monotonic() + 2 * PATIENCE
    while not asked():
        assert time.monotonic() < until, otherwise
        time.sleep(0.1)


def decides(page: Page, person: str) -> None:
    """The commander sends a decision, and waits for an answer that will not come."""
    page.goto(f"/people/{person}/decisions/refused-entry/")
    if "/purpose/" in page.url:
        page.get_by_label("supervising their management").check()
        page.get_by_role("button", name="Continue").click()
    page.get_by_label("Another attempt", exact=True).check()
    page.get_by_label("Reason", exact=True).fill(REASON)
    button = page.get_by_role("button", name="Record the decision")
    button.evaluate("button => button.form.requestSubmit(button)")


def test_a_decision_cut_short_is_there_with_its_trail_or_not_at_all(service: Service) -> None:
    # Given a person about whom a commander is to decide,
    faults = json.loads((service.home / "answers.json").read_text())["faults"]
    person = next(each["who"] for each in faults if each["kind"] == "entry refused twice")
    page = service.sign_in("commander")
    service.stop(kill=True)

    # when the server is killed with the decision's row written and its outcome not,
    with halting(service, "stored") as halted:
        decides(page, person)
        until_true(halted.exists, "no decision was being stored")
    # then there is no decision, and the trail holds, with the attempt and no outcome of it.
    drawn = f"select count(*) from escalation_drawn where person_ref = '{person}' and reason = '{REASON}'"
    trail = (
        f"select kind from audit_entry where about = '{person}' and power = '{Power.DECIDE_ENFORCEMENT}' "
        "order by number"
    )
    assert service.stored(drawn) == [(0,)]
    assert service.stored(trail) == [("attempt",)]
    assert "The trail holds" in service.command("audit", "verify").text

    # When it is taken again, and the server is killed with all of it written and the officer not told,
    with halting(service, "answered") as halted:
        decides(page, person)
        until_true(halted.exists, "no decision was stored")
    # then it is there, once, with its trail.
    assert service.stored(drawn) == [(1,)]
    assert service.stored(trail) == [("attempt",), ("attempt",), ("done",)]
    assert "The trail holds" in service.command("audit", "verify").text
