"""The front door: a second factor before any page, passkeys, waiting after wrong passwords, single sign-on."""

import base64
import hashlib
import hmac
import os
import re
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import service as served
from tests.journeys.provider.run import CLIENT, LOGIN, PASSWORD, SECRET, STRANGER
from tests.journeys.service import NARROWEST, Service, accessible, picture

ADMINISTRATOR = "HQ-A1"


def first_password(service: Service, login: str, officer: str) -> str:
    said = service.command("account", "make", login, officer, "--as", ADMINISTRATOR).text
    return re.search(r"shown once: (\S+)", said)[1]  # type: ignore[index]


def enter(page: Page, login: str, password: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Username").fill(login)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def confirm(page: Page, password: str) -> None:
    """Changing how one signs in asks for the password again."""
    accessible(page)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Confirm").click()


def code(secret: str, *, ahead: int = 0) -> str:
    """What an authenticator app shows now, or half a minute ahead, RFC 6238."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30 + ahead), hashlib.sha1)
    at = digest[-1] & 0xF
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def test_no_page_opens_before_an_authenticator_app_is_set_up(service: Service) -> None:
    # Given a new account with its first password
    password = first_password(service, "new.sergeant", "BCU01-S01")
    page = service.open(viewport=NARROWEST)
    # When they sign in, they stand before the second factor, wherever they try to go
    enter(page, "new.sergeant", password)
    expect(page).to_have_url(f"{service.address}/accounts/2fa/")
    page.goto("/")
    expect(page).to_have_url(f"{service.address}/accounts/2fa/")
    accessible(page)
    picture(page, "second-factor")
    # When they set up an authenticator app
    page.goto("/accounts/2fa/totp/activate/")
    confirm(page, password)
    accessible(page)
    secret = page.get_by_label("Authenticator secret").input_value()
    page.get_by_label("Authenticator code").fill(code(secret))
    page.get_by_role("button", name="Activate").click()
    # Then pages open
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today")
    # And the next time a password alone is not enough
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Sign Out").click()
    enter(page, "new.sergeant", password)
    expect(page).to_have_url(re.compile("/accounts/2fa/authenticate/"))
    page.goto("/")
    expect(page).to_have_url(re.compile("/accounts/2fa/authenticate/"))
    accessible(page)
    page.get_by_label("Code").fill(code(secret, ahead=1))  # no code opens twice
    page.get_by_role("button", name="Sign In", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today")


def test_a_passkey_is_enough_to_sign_in_with(service: Service) -> None:
    # Given a browser with a passkey device, on a name and not a number, as browsers ask
    service = served.Service(
        service.home,
        service.address.replace("127.0.0.1", "localhost"),
        service.environment,
        service.process,
        service.browser,
    )
    password = first_password(service, "key.holder", "BCU01-I1")
    page = service.open()
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    enter(page, "key.holder", password)
    page.goto("/accounts/2fa/webauthn/add/")
    confirm(page, password)
    accessible(page)
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add", exact=False).click()
    expect(page).not_to_have_url(re.compile("/webauthn/add/"))
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Sign Out").click()
    # When they use it, no password is asked
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today")


def test_five_wrong_passwords_and_the_right_one_waits_too(service: Service) -> None:
    page = service.open()
    for _ in range(5):
        enter(page, "intelligence-officer", "wrong every time")
        expect(page.get_by_text("are not correct")).to_be_visible()
    enter(page, "intelligence-officer", service.password)
    expect(page.get_by_text("Too many failed login attempts")).to_be_visible()
    # Others sign in meanwhile
    assert service.sign_in("supervisor").url == f"{service.address}/"


def test_a_closed_account_is_signed_out_wherever_it_was(service: Service) -> None:
    page = service.sign_in("inspection-officer")
    service.command("account", "close", "inspection-officer", "--as", ADMINISTRATOR)
    page.goto("/")
    expect(page).to_have_url(f"{service.address}/accounts/login/?next=/")


@pytest.fixture(scope="module")
def single_sign_on(
    force: tuple[Path, str], browser: Browser, service: Service, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Service]:
    """The same home served a second time, beside a real identity provider in a process of its own."""
    place = tmp_path_factory.mktemp("provider")
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        theirs, ours = one.getsockname()[1], other.getsockname()[1]
    callback = f"http://127.0.0.1:{ours}/accounts/oidc/force/login/callback/"
    provider = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.provider.run", str(theirs), callback],
        env={**os.environ, "PROVIDER_PLACE": str(place)},
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 30
        while True:
            try:
                address = f"http://127.0.0.1:{theirs}/.well-known/openid-configuration"
                urllib.request.urlopen(address, timeout=5).close()
                break
            except OSError:
                assert time.monotonic() < until
                assert provider.poll() is None
                time.sleep(0.1)
        environment = service.environment | {
            "WATCHKEEPER_OIDC_ADDRESS": f"http://127.0.0.1:{theirs}",
            "WATCHKEEPER_OIDC_CLIENT": CLIENT,
            "WATCHKEEPER_OIDC_SECRET": SECRET,
            "WATCHKEEPER_OIDC_NAME": "Invented Police",
        }
        started = served.start(service.home, browser, environment, port=ours)
        try:
            yield started
        finally:
            started.stop(kill=True)
    finally:
        provider.kill()
        provider.wait()


def through_the_provider(service: Service, login: str) -> Page:
    page = service.open()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with Invented Police").click()
    page.get_by_label("Username").fill(login)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign In", exact=True).click()
    return page


def test_the_forces_own_sign_on_opens_the_account_of_that_login(single_sign_on: Service) -> None:
    first_password(single_sign_on, LOGIN, "BCU02-S01")
    page = through_the_provider(single_sign_on, LOGIN)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today")
    expect(page.get_by_text("BCU02-S01")).to_be_visible()


def test_whom_the_force_knows_and_no_administrator_let_in_stays_outside(single_sign_on: Service) -> None:
    page = through_the_provider(single_sign_on, STRANGER)
    expect(page.get_by_text("no account has this login")).to_be_visible()
    page.goto("/")
    expect(page).to_have_url(f"{single_sign_on.address}/accounts/login/?next=/")
