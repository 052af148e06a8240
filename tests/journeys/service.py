"""The service as a user meets it: a force of its own, a server of its own, a real browser."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from base64 import b64decode
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil
from pathlib import Path
from typing import Any
from urllib.error import URLError

import psycopg
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.journeys.command import RUN, Watchkeeper

NIGHT = datetime(2026, 3, 20, 9, tzinfo=UTC)  # a Friday morning; the clock of the house stands here
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
NARROWEST = {"width": 320, "height": 640}
PATIENCE = 60  # seconds
FAULTS_ALONE = {"resultTypes": ["violations"]}
"""Every rule of axe is tried; what passed is not written out, which takes longer than trying some of them."""
EARLY = 600
"""Seconds before the service opens at which its force begins to be made: each begins a clock of its own,
and what is recorded in the service must come after the brief however long that took to make."""
TOUR = Path(__file__).parents[2] / "docs" / "tour.md"
TALLEST, BELOW, QUALITY = 1_400, 20, 70
"""Of a picture: CSS pixels from the top, and how much of a WebP is kept, of 100."""


@dataclass
class Service:
    """A running service. `sign_in` gives a browser page for a role's demonstration account."""

    home: Path
    address: str
    environment: dict[str, str]
    process: "subprocess.Popen[bytes]"
    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)

    @property
    def command(self) -> Watchkeeper:
        """The command line on the same home."""
        return Watchkeeper(self.home, self.environment)

    @property
    def password(self) -> str:
        return (self.home / "demo_password").read_text()

    def stored(self, question: str) -> list[tuple[Any, ...]]:
        """What the service's own database answers, embedded or PostgreSQL."""
        if url := self.environment.get("WATCHKEEPER_DATABASE_URL", ""):
            with psycopg.connect(url) as connection:
                return connection.execute(question).fetchall()
        with closing(sqlite3.connect(self.home / "watchkeeper.sqlite3")) as embedded:
            return embedded.execute(question).fetchall()

    def open(self, *, viewport: dict[str, int] = DESKTOP, scripts: bool = True) -> Page:
        """A browser page nobody is signed in to."""
        context = self.browser.new_context(
            base_url=self.address, viewport=viewport, java_script_enabled=scripts, service_workers="allow"
        )
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        return context.new_page()

    def sign_in(self, login: str, *, viewport: dict[str, int] = DESKTOP, scripts: bool = True) -> Page:
        """A browser page signed in to a demonstration account: offender-manager, supervisor, ..."""
        page = self.open(viewport=viewport, scripts=scripts)
        page.goto("/accounts/login/")
        page.get_by_label("Username").fill(login)
        page.get_by_label("Password", exact=True).fill(self.password)
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        return page

    def close(self, kept: int = 0) -> None:
        """Close what was opened after the first `kept`: a page left open listens, and asks, for ever."""
        for context in self.contexts[kept:]:
            context.close()
        del self.contexts[kept:]

    def stop(self, *, kill: bool = False) -> None:
        """End the service; with `kill`, the way a power cut does: server and worker at once."""
        if kill:
            with suppress(ProcessLookupError):  # ended by itself
                os.killpg(self.process.pid, 9)
        else:
            self.process.terminate()
        self.process.wait(PATIENCE)


INVITE = """
from watchkeeper.cli.opening import open_house
from watchkeeper.cli.serve import invite
invite(open_house(make=True))
"""


def prepare(home: Path, people: int = 100) -> None:
    """Invent and load a force in `home`, with the brief of the night. PostgreSQL: in a template database."""
    environment = _environment(home, early=EARLY)
    command = Watchkeeper(home, environment)
    home.mkdir(parents=True, exist_ok=True)
    files = home / "synthetic"
    command(
        "synth",
        files,
        "--people",
        people,
        "--crimes",
        400,
        "--missing",
        60,
        "--seed",
        7,
        "--on",
        NIGHT.date(),
        "--answers",
        home / "answers.json",
    )
    (home / "synthetic.settings").write_text("invented by the tests\n")
    command("load", files, expect=None)
    command("brief")
    shutil.rmtree(files)
    # Passwords are slow to keep on purpose: the accounts are made once, and come with every copy.
    site = environment | {"DJANGO_SETTINGS_MODULE": "watchkeeper.config.site"}
    subprocess.run([sys.executable, "-c", INVITE], env=site, check=True, capture_output=True)


def _environment(home: Path, *, early: float = 0) -> dict[str, str]:
    ahead = NIGHT.timestamp() - early - time.time()
    return os.environ | {
        "WATCHKEEPER_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "watchkeeper.config.settings",
        "WATCHKEEPER_CLOCK_AHEAD": str(ahead),
        "COLUMNS": "120",
    }


@contextmanager
def running(home: Path, browser: Browser) -> Iterator[Service]:
    """The service on a home that `prepare` filled."""
    service = start(home, browser, _environment(home))
    try:
        yield service
    finally:
        service.close()
        service.stop(kill=True)


def start(home: Path, browser: Browser, environment: dict[str, str], *options: str, port: int = 0) -> Service:
    """Start the service, on a free port unless one is named, and wait until it answers."""
    if not port:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
    log = (home / "serve.log").open("ab")
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "serve", "--demo", "--port", str(port), "--workers", "1", *options],
        env=environment,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    service = Service(home, f"http://127.0.0.1:{port}", environment, process, browser)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(f"{service.address}/accounts/login/", timeout=5).close()
            return service
        except (URLError, OSError):
            if process.poll() is not None or time.monotonic() > until:
                service.stop(kill=True)
                raise RuntimeError((home / "serve.log").read_text()[-3000:]) from None
            time.sleep(0.1)


def accessible(page: Page) -> None:
    """No fault that axe can find, and nothing sticks out sideways."""
    results = Axe().run(page, options=FAULTS_ALONE)
    assert results.violations_count == 0, results.generate_report()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} pixels wider than the window"


def picture(page: Page, name: str, *, down_to: Locator | None = None) -> None:
    """Take the picture of this name that a page of the docs shows, when WATCHKEEPER_PICTURES names a folder.

    From the top of the page down to a height that can be read in a column of text, or to where a part of the
    page ends that would be cut in two; WebP, which Chromium writes itself and which is a fraction of a PNG.
    """
    folder = os.environ.get("WATCHKEEPER_PICTURES", "")
    if not folder or f"pictures/{name}.webp" not in TOUR.read_text():
        return
    size = page.evaluate(
        "({ width: innerWidth, height: document.documentElement.scrollHeight })"
    )  # once the viewport has settled
    foot = TALLEST
    if down_to is not None:
        foot = ceil(down_to.evaluate("part => part.getBoundingClientRect().bottom + scrollY")) + BELOW
    asked = {
        "format": "webp",
        "quality": QUALITY,
        "captureBeyondViewport": True,
        "clip": {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], foot), "scale": 1},
    }
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)
    (Path(folder) / f"{name}.webp").write_bytes(b64decode(taken["data"]))
