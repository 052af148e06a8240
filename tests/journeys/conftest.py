"""One invented force a worker, copied for each file of tests; one browser a worker."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys import service as served
from tests.journeys.command import _ask, copied

collect_ignore = ["provider"]
"""The identity provider is a site of its own: read here, its tables would be made beside ours."""

CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first that is installed: the shell is Chromium without its windows, and opens a page in half the time."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    # Playwright keeps an event loop in this thread; the tests that use the database here are not async.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("no Chromium on the path: apt-get install chromium")
    with sync_playwright() as playwright:
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        with playwright.chromium.launch(executable_path=found, args=options) as made:
            yield made


@pytest.fixture(scope="session")
def force(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[tuple[Path, str]]:
    """A home with an invented force loaded, never served itself; and the database it stands in."""
    home = tmp_path_factory.mktemp("force")
    url = os.environ.get("WATCHKEEPER_DATABASE_URL", "")
    if not url:
        served.prepare(home)
        yield home, ""
        return
    name = f"force_{os.getpid()}"
    _ask(url, f'create database "{name}"')
    own = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    os.environ["WATCHKEEPER_DATABASE_URL"] = own
    try:
        served.prepare(home)
    finally:
        os.environ["WATCHKEEPER_DATABASE_URL"] = url
    yield home, name
    _ask(url, f'drop database "{name}" with (force)')


@pytest.fixture(scope="module")
def service(
    force: tuple[Path, str], browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[served.Service]:
    """The service on a copy of the force: what one file of tests does no other sees."""
    original, template = force
    home = tmp_path_factory.mktemp("service")
    copied(original, home)
    url = os.environ.get("WATCHKEEPER_DATABASE_URL", "")
    name = f"served_{os.getpid()}_{home.name.replace('-', '_')}"
    if url:
        _ask(url, f'create database "{name}" template "{template}"')
        os.environ["WATCHKEEPER_DATABASE_URL"] = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    try:
        with served.running(home, browser) as started:
            yield started
    finally:
        if url:
            os.environ["WATCHKEEPER_DATABASE_URL"] = url
            _ask(url, f'drop database "{name}" with (force)')


@pytest.fixture(autouse=True)
def nothing_left_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """Pages that a test opened are closed after it; those its file shares, after the file."""
    if "service" not in request.fixturenames:
        yield
        return
    service = request.getfixturevalue("service")
    kept = len(service.contexts)
    yield
    service.close(kept)
