"""Every form is sent what no page would send: whatever comes, it is answered, and never with a fault."""

import json
from http import HTTPStatus

from django.test import Client
from django.urls import URLPattern, get_resolver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.web.house import ROLES, House, filled, said, walked
from tests.unit.web.test_doors import OURS, PARTS
from watchkeeper.web import pace
from watchkeeper.web.doors import Doorway
from watchkeeper.workforce.facts import Role
from watchkeeper.workforce.rules.authority import POWERS

EACH = 2  # forms sent to each address, each in three ways
LEAVES = ("account_logout", "alerts-stream", "missing-stream")
"""Ends the session, or never ends itself."""

nasty = st.sampled_from(
    [
        "", " ", "0", "-1", "1e999", "NaN", "99999999999999999999", "2026-02-30", "0000-00-00", "99999-12-31",
        "2026-03-20T25:61", "12:60", "true", "null", "[]", "{}", "act-1", "../../etc/passwd", "%00", "%s%n",
        "=1+1", "<script>alert(1)</script>", "{{ 7*7 }}", "{% raise %}", "' OR 1=1 --", "\x00", "\x1b[31m",
        "\u202e\u2066", "\ufeff", "\ud7ff", "²", "٣", "Ⅻ", "a\r\nSet-Cookie: b=c", "😀" * 50, "x" * 5000,
    ]
)  # fmt: skip
text = nasty | st.text(max_size=40)
names = st.sampled_from(
    [
        "reason", "named", "note", "justified", "do", "ref", "until-day", "until-month", "until-year",
        "next", "purpose", "officer", "key", "at", "day", "month", "year", "on", "known_at", "unit",
        "level", "outcome", "place", "crew", "notice", "kind", "choice", "page", "sort", "q", "file",
    ]
)  # fmt: skip
forms = st.dictionaries(names | st.text(max_size=8), st.lists(text, max_size=3), max_size=8)


def opener(door: Doorway) -> Role:
    """A role that may come in by the door: the supervisor's where it may be."""
    if not door.powers:
        return Role.SUPERVISOR
    roles = {role for power in door.powers for role in POWERS[power].roles}
    return next(role for role in (Role.SUPERVISOR, Role.SENIOR_OFFICER, *ROLES) if role in roles)


def doors(person: str) -> list[tuple[str, Doorway, URLPattern, str]]:
    """Every address, filled in for a person the openers work with."""
    return [
        ("/" + filled(pattern, before, {**PARTS, "person": person}), door, pattern, before)
        for pattern, before in walked(get_resolver().url_patterns)
        if (door := OURS[before + str(pattern.pattern)]).name not in LEAVES
    ]


def fields(client: Client, address: str) -> list[str]:
    """The fields of the form a page shows, so that what is sent comes near what is meant."""
    shown = said(client.get(address))
    return sorted({part.split('"')[0] for part in shown.split(' name="')[1:]} - {"csrfmiddlewaretoken"})


def signed_in(house: House) -> dict[Role, Client]:
    """Somebody of each role, who has said why they look at the person, and at the missing episode."""
    clients = {role: house.client(role) for role in ROLES}
    for client in clients.values():
        client.post(f"/people/{house.person}/purpose/", {"purpose": "manage"})
        client.post("/missing/act-1/purpose/", {"purpose": "find"})
        client.post("/suspects/act-1/purpose/", {"purpose": "investigate"})
    return clients


def faults_of(client: Client, address: str, real: list[str]) -> set[tuple[str, str, str]]:
    """Send the address a few forms of junk; what broke, and how."""
    broke: set[tuple[str, str, str]] = set()

    @settings(
        max_examples=EACH,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(forms, st.lists(st.lists(text, max_size=2), min_size=len(real), max_size=len(real)))
    def sent(form: dict[str, list[str]], values: list[list[str]]) -> None:
        pace._asked.clear()
        form = {**form, **{name: given for name, given in zip(real, values, strict=True) if given}}
        answers = {
            "form": client.post(address, form),
            "question": client.get(address, form),
            "JSON": client.post(address, json.dumps(form), content_type="application/json"),
        }
        for way, answer in answers.items():
            if answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
                broke.add((way, address, repr(answer.exc_info and answer.exc_info[1])[:200]))

    sent()
    return broke


def test_no_form_and_no_question_ends_in_a_fault(house: House):
    """Wrong types, huge texts, nulls, controls, fields missing, fields twice; by form, by question, as JSON."""
    clients = signed_in(house)
    broke: set[tuple[str, str, str]] = set()
    for address, door, _, _ in doors(house.person):
        client = clients[opener(door)]
        broke |= faults_of(client, address, fields(client, address) if door.powers is not None else [])
    assert broke == set(), sorted(broke)


def test_no_address_ends_in_a_fault_whatever_stands_in_it(house: House):
    clients = signed_in(house)
    broke = []
    for _, door, pattern, before in doors(house.person):
        if "<" not in door.pattern or door.powers is None:
            continue
        for part in ("nobody", "-1", "%C2%B2", "%0A", "%ff"):
            pace._asked.clear()
            every = {
                "str": part,
                "slug": part,
                "path": part,
                "crime": part,
                "episode": part,
                "suspect": part,
                "int": "0",
                "uuid": PARTS["uuid"],
                "night": "9999-12-31",
            }
            address = "/" + filled(pattern, before, {**every, "person": house.person})
            answer = clients[opener(door)].get(address)
            if answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
                broke.append((address, repr(answer.exc_info and answer.exc_info[1])[:200]))
    assert broke == [], broke
