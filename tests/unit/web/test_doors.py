"""Every address, tried as every role and as nobody: the table of who may see what is exactly what happens."""

from http import HTTPStatus
from typing import Any

import pytest
from django.urls import get_resolver

from tests.unit.web.house import LAW, NIGHT, ON, ROLES, House, filled, said, walked
from watchkeeper.people.models import Address, Person
from watchkeeper.web import asking
from watchkeeper.web.doors import OPEN, SIGNED_IN, doorways
from watchkeeper.workforce.facts import Role
from watchkeeper.workforce.rules.authority import may

EVERY = list(walked(get_resolver().url_patterns))
OURS = {each.pattern: each for each in doorways()}
NOT_LET_IN = (HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED)
PARTS = {
    "str": "act-1",
    "crime": "act-1",
    "episode": "act-1",
    "suspect": "act-1",
    "int": "1",
    "night": "2026-03-20",
    "slug": "act-1",
    "path": "act-1",
    "uuid": "6f1c5fd2-9f7b-4d6e-8a27-5a6d1a1f0001",
    "provider_id": "force",
    "account_confirm_email": "confirm-email/key/",
    "account_reset_password_from_key": "password/reset/key/1-key/",
}


def addresses(person: str) -> list[tuple[str, Any]]:
    """Each address with its parts filled in, and its doorway."""
    found = []
    for pattern, before in EVERY:
        whole = before + str(pattern.pattern)
        found.append(("/" + filled(pattern, before, {**PARTS, "person": person}), OURS[whole]))
    return found


def why(response: Any) -> str:
    """What broke, for whoever reads the failed test."""
    return repr(getattr(response, "exc_info", None) and response.exc_info[1])


def test_every_address_has_an_entry_in_a_table():
    """A new address without one would be open to whom nobody said."""
    unlisted = [
        each.pattern
        for each in doorways()
        if each.powers is None and each.name not in OPEN and each.name not in SIGNED_IN
    ]
    assert unlisted == [], "open it with @page(Power...), or list it in web/doors.py with what it is open for"


def test_no_entry_outlives_its_address():
    names = {each.name for each in doorways()}
    assert (OPEN.keys() | SIGNED_IN.keys()) - names == set()


def test_an_address_that_names_a_person_asks_who_needs_to_know():
    """By being a page about a person, or by asking itself: those are named here, and tried elsewhere."""
    asks_itself = {"purpose", "break-glass", "restriction", "declare-conflict", "visit-new", "plan-change"}
    named = {each.name for each in doorways() if "<str:person>" in each.pattern and not each.about_a_person}
    assert named - asks_itself == set()


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_in_particular_gets_the_open_pages_alone(house: House, method: str):
    client = house.client(None)
    wrong = []
    for address, door in addresses(house.person):
        response = getattr(client, method)(address)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            continue  # of no use to anybody
        sent_to_sign_in = (
            response.status_code == HTTPStatus.FOUND and "/login/" in response.headers["Location"]
        )
        if response.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
            wrong.append((address, response.status_code, why(response)))
        elif door.name in OPEN:
            if house.person in said(response):
                wrong.append((address, "names a person"))
        elif not sent_to_sign_in:
            wrong.append((address, response.status_code))
    assert wrong == [], wrong


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_what_the_table_says(
    house: House, role: Role, method: str, monkeypatch: pytest.MonkeyPatch
):
    client = house.client(role)
    officer = house.officers[role]
    shut: list[str] = []
    no = asking.shut
    monkeypatch.setattr(
        asking, "shut", lambda request, because: shut.append(request.path) or no(request, because)
    )
    wrong = []
    for address, door in addresses(house.person):
        shut.clear()
        if door.name in ("account_logout", "account_login", "socialaccount_signup") and method == "post":
            continue  # ends the session, or begins another
        response = getattr(client, method)(address)
        if response.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
            wrong.append((address, response.status_code, why(response)))
        if door.powers is None or response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            continue
        held = not door.powers or any(may(officer, power, LAW, on=ON).allowed for power in door.powers)
        if held is bool(shut):
            wrong.append((address, "refused" if shut else "let in"))
        if shut and response.status_code != HTTPStatus.FORBIDDEN:
            wrong.append((address, response.status_code))
    assert wrong == [], wrong


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", [Role.OFFENDER_MANAGER, Role.SUPERVISOR, Role.DUTY_INSPECTOR])
def test_a_record_is_shown_to_nobody_who_does_not_need_to_know(house: House, role: Role, method: str):
    """Whatever page is asked, and however: neither the name nor the address of somebody of another unit."""
    stranger = house.stranger(role)
    client = house.client(role, officer=stranger)
    person = Person.objects.filter(ref=house.person).as_known(NIGHT).get()
    homes = Address.objects.filter(person_ref=house.person).exclude(line="").values_list("line", flat=True)
    secret = [f"{person.given_names} {person.family_name}", *homes]
    told = []
    for address, door in addresses(house.person):
        if door.powers is None:
            continue
        text = said(getattr(client, method)(address))
        told += [(address, each) for each in secret if each in text]
    assert told == []


def test_an_officer_gone_or_unknown_opens_nothing(house: House):
    from watchkeeper.accounts.models import Account

    client = house.client(Role.SUPERVISOR)
    Account.objects.update(officer_ref="O404")
    wrong = [
        address
        for address, door in addresses(house.person)
        if door.powers is not None and client.get(address).status_code not in NOT_LET_IN
    ]
    assert wrong == [], wrong
