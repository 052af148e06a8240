"""What every page carries and refuses: headers, cookies, forms from elsewhere, faults, too many at once."""

import os
import subprocess
import sys
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from tests.unit.web.house import LAW, NIGHT, ON, House, said
from watchkeeper import today
from watchkeeper.access.models import ConflictDeclared
from watchkeeper.accounts.models import Account
from watchkeeper.law.wording import LONGEST_IN_ADDRESS
from watchkeeper.web import asking, pace
from watchkeeper.workforce.facts import Role

PAGES = ["/accounts/login/", "/", "/access/openings/", "/people/NOBODY/", "/no-such-page/"]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_tells_the_browser_what_it_may_not_do(house: House, address: str):
    headers = house.client(Role.SUPERVISOR).get(address).headers
    rules = dict(rule.strip().split(" ", 1) for rule in headers["Content-Security-Policy"].split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("address", PAGES)
def test_no_page_holds_script_or_style_of_its_own(house: House, address: str):
    text = said(house.client(Role.SUPERVISOR).get(address))
    assert " style=" not in text
    assert "<style" not in text
    assert "javascript:" not in text
    assert " onclick=" not in text
    assert all(' src="/static/' in tag for tag in text.split("<script")[1:]), "scripts come from files"


@pytest.mark.parametrize("address", ["/", "/access/openings/", "/people/NOBODY/"])
def test_a_page_of_ours_is_kept_by_no_browser(house: House, address: str):
    assert house.client(Role.SUPERVISOR).get(address).headers["Cache-Control"] == "no-store"


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(house: House):
    """The session's from our own sign-in, the token's from its form."""
    client = house.client(None)
    account = Account.objects.create(
        login="one", officer_ref=house.officers[Role.SUPERVISOR].ref, made_at=NIGHT, demo=True
    )
    account.set_password("a password of some length")
    account.save()
    form = {"login": "one", "password": "a password of some length"}
    with override_settings(DEMO=True):
        answers = [client.get("/accounts/login/"), client.post("/accounts/login/", form)]
    cookies = {name: cookie for answer in answers for name, cookie in answer.cookies.items()}
    assert {"csrftoken", "sessionid"} <= cookies.keys()
    for cookie in cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] in ("Lax", "Strict"), cookie.key


def test_outside_this_machine_cookies_travel_encrypted_alone():
    """The address the outside sees decides: on https both cookies are marked secure."""
    shown = subprocess.run(
        [
            sys.executable,
            "-c",
            "from watchkeeper.config import site; print(site.SESSION_COOKIE_SECURE, site.CSRF_COOKIE_SECURE)",
        ],
        env=os.environ | {"WATCHKEEPER_ADDRESS": "https://watchkeeper.example"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.split() == ["True", "True"]


def test_a_form_from_elsewhere_is_refused_in_our_look_and_changes_nothing(house: House):
    client = house.client(Role.SUPERVISOR, enforce_csrf_checks=True)
    response = client.post(f"/people/{house.person}/conflict/", {"reason": "a cousin"})
    assert response.status_code == HTTPStatus.FORBIDDEN
    assert "This form is too old to be sent" in said(response)
    assert house.person not in said(response)
    assert not ConflictDeclared.objects.exists()


def test_a_page_that_is_not_there_says_so(house: House):
    response = house.client(Role.SUPERVISOR).get("/no-such-page/")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "There is no such page" in said(response)


def test_a_fault_shows_nothing_of_the_record_or_of_the_program(house: House, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: Any) -> None:
        raise RuntimeError("Ann Example of 1 High Street")

    monkeypatch.setattr(asking, "too_fast", broken, raising=False)
    monkeypatch.setattr(asking, "who_asks", broken)
    response = house.client(Role.SUPERVISOR).get(f"/people/{house.person}/")
    assert response.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "Something went wrong with Watchkeeper" in said(response)
    for word in ("Ann", "High Street", "Traceback", "RuntimeError", house.person):
        assert word not in said(response)
    assert "Content-Security-Policy" in response.headers


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/people/P%00/", None),
        ("/people/?q=%00", None),
        ("/people/P1/conflict/", {"reason": "a\x00b"}),
        ("/people/P1/conflict/", {"rea\x00son": "ab"}),
    ],
)
def test_what_no_keyboard_types_is_not_read(house: House, address: str, form: dict[str, str] | None):
    client = house.client(Role.SUPERVISOR)
    response = client.get(address) if form is None else client.post(address, form)
    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert "That could not be read" in said(response)


@pytest.mark.parametrize("address", ["/people/{}/", "/crimes/{}/", "/people/{}/restriction/"])
def test_what_is_longer_than_any_reference_is_nobody_and_not_there(house: House, address: str):
    for letters in (LONGEST_IN_ADDRESS, LONGEST_IN_ADDRESS + 1):
        response = house.client(Role.SENIOR_OFFICER).get(address.format("P" * letters))
        assert response.status_code == HTTPStatus.NOT_FOUND, letters
        assert "There is no such page" in said(response)


def test_a_form_past_all_use_is_not_read(house: House):
    client = house.client(Role.SUPERVISOR)
    fields = {f"f{number}": "" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    assert client.post("/people/P1/conflict/", fields).status_code == HTTPStatus.BAD_REQUEST
    huge = {"reason": "a" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE}
    assert client.post("/people/P1/conflict/", huge).status_code == HTTPStatus.BAD_REQUEST


def test_a_request_for_another_host_is_not_answered(house: House):
    with override_settings(ALLOWED_HOSTS=["watchkeeper.example"]):
        response = house.client(Role.SUPERVISOR).get("/", headers={"host": "elsewhere.example"})
    assert response.status_code == HTTPStatus.BAD_REQUEST


def test_more_pages_in_a_minute_than_policy_allows_are_refused_until_the_next(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    most = LAW["pages_a_minute"].whole(ON)
    client, other = house.client(Role.SUPERVISOR), house.client(Role.DUTY_INSPECTOR)
    who = house.officers[Role.SUPERVISOR].ref
    monkeypatch.setattr(pace, "_asked", {who: (int(NIGHT.timestamp()) // 60, most - 1)})
    assert client.get("/access/openings/").status_code == HTTPStatus.OK
    refused = client.get("/access/openings/")
    assert refused.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "too many pages" in said(refused)
    assert other.get("/access/openings/").status_code == HTTPStatus.OK
    monkeypatch.setattr(today, "now", lambda: NIGHT + timedelta(minutes=1))
    assert client.get("/access/openings/").status_code == HTTPStatus.OK


POSTED = ["/today/compile/", "/today/views/1/forget/", "/alerts/act-1/take-on/"]


@pytest.mark.parametrize("address", POSTED)
def test_an_address_that_only_takes_a_form_says_what_to_do(house: House, address: str):
    response = house.client(Role.SUPERVISOR).get(address)
    assert response.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert response.headers["Allow"] == "POST"
    assert "This address only takes what a form sends" in said(response)
    assert 'href="/"' in said(response)


def at_the_counter(house: House) -> Any:
    client = house.client(Role.OFFENDER_MANAGER)
    client.post(f"/people/{house.person}/purpose/", {"purpose": "manage"})
    return client


def test_what_was_typed_at_the_counter_waits_for_one_page_and_is_gone(house: House):
    client, address = at_the_counter(house), f"/people/{house.person}/notify/name/"
    answer = client.post(address, {"station": "Invented Road", "given-day": "99"})
    assert (answer.status_code, answer.headers["Location"]) == (HTTPStatus.SEE_OTHER, address)
    shown = said(client.get(address))
    assert "Invented Road" in shown
    assert "Enter a real date" in shown
    assert "Invented Road" not in said(client.get(address))
    assert "entered" not in client.session


def test_what_was_typed_on_one_page_is_shown_on_no_other(house: House):
    client = at_the_counter(house)
    client.post(f"/people/{house.person}/notify/name/", {"station": "Invented Road"})
    assert "Invented Road" not in said(client.get(f"/people/{house.person}/notify/home/"))
