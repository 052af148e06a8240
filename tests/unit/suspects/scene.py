"""Officers and one referral for the tests of acts and pages."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.conftest import NOON, ON
from tests.unit.missing.desk import Fields, minute
from tests.unit.workforce.officers import INSPECTOR, MANAGER, SERGEANT, officer
from tests.unit.workforce.records import CARRIED, person
from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.models import Disposal
from watchkeeper.suspects import models
from watchkeeper.web import pace, suspect_lists
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.models import Managed, Unit
from watchkeeper.workforce.models import Officer as StoredOfficer

INVESTIGATOR = officer("D1", Rank.CONSTABLE, Role.INVESTIGATOR)
OTHER_UNIT = replace(INVESTIGATOR, ref="D9", unit="U2")
SENIOR = officer("SO1", Rank.SUPERINTENDENT, Role.SENIOR_OFFICER)
ADMINISTRATOR = officer("AD1", Rank.CONSTABLE, Role.ADMINISTRATOR)
EVERYBODY = (INVESTIGATOR, OTHER_UNIT, SENIOR, MANAGER, SERGEANT, INSPECTOR, ADMINISTRATOR)
RECEIVED = datetime(2026, 3, 20, 6, tzinfo=UTC)  # six hours before noon
AT = "/suspects/R1/"
WHY = "Nothing was found on any device of his at all."


def staff() -> None:
    for ref in ("U1", "U2"):
        Unit.objects.create(ref=ref, name=ref, **CARRIED)
    for one in EVERYBODY:
        StoredOfficer.objects.create(
            ref=one.ref, rank=one.rank.value, role=one.role.value, unit=one.unit, **CARRIED
        )


def referral(ref: str = "R1", at: datetime = RECEIVED, **said: Any) -> None:
    """A referral on record, of which nothing more is known than that no child is near."""
    has: dict[str, Any] = {"unit": "U1", "children": False, "works_with_children": False, **said}
    models.Referral.objects.create(ref=ref, received_at=at, **has, **CARRIED)


def acting(by: Officer, law: Shelf, *, referral: str = "R1", later: int = 0) -> Acting:
    """Somebody does something about a referral at noon, or some minutes later."""
    at = NOON + timedelta(minutes=later)
    return Acting(by=by, about=referral, on=ON, law=law, purpose="investigating the referral", at=at)


def registered(ref: str = "P1", manager: str = "O1") -> None:
    """Somebody on the register, and who manages them."""
    person(ref)
    Disposal.objects.create(
        ref=f"D-{ref}",
        person_ref=ref,
        finding="conviction",
        sentence="imprisonment",
        term_months=60,
        relevant_date=date(2024, 1, 6),
        **CARRIED,
    )
    Managed.objects.create(
        ref=f"M-{ref}", person_ref=ref, officer_ref=manager, since=date(2025, 1, 6), **CARRIED
    )


class Clock:
    """The time it is. `on` moves it on by some minutes."""

    def __init__(self) -> None:
        self.now = NOON

    def on(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


def enter(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The force with one referral received at six, at noon."""
    clock = Clock()
    monkeypatch.setattr(today, "now", lambda: clock.now)
    monkeypatch.setattr(pace, "_asked", {})
    monkeypatch.setattr(suspect_lists.CASES, "_books", {})  # of another test's trail
    staff()
    referral()
    return clock


def sits(by: Officer, at: str = AT) -> Client:
    """A browser signed in as the officer, who has said why they look at the referral."""
    account, _ = Account.objects.get_or_create(
        login=by.ref.lower(), defaults={"officer_ref": by.ref, "made_at": NOON, "demo": True}
    )
    browser = Client()
    browser.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    browser.post(f"{at}purpose/", {"purpose": "investigate"})
    return browser


def send(browser: Client, path: str, *fields: Fields, at: str = AT) -> str:
    """Send a form and follow to the page it leads to; what that page says."""
    data: Fields = {}
    for some in fields:
        data |= some
    answer = browser.post(f"{at}{path}", data, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return said(answer)


def read(browser: Client, path: str = "", at: str = AT) -> str:
    """What a page says."""
    answer = browser.get(f"{at}{path}")
    assert answer.status_code == 200
    return said(answer)


def said(answer: object) -> str:
    """A page's words, with single blanks."""
    return re.sub(r"\s+", " ", unescape(answer.content.decode()))  # type: ignore[attr-defined]


def now(clock: Clock, name: str = "at") -> Fields:
    """The fields of the minute it is."""
    return minute(name, clock.now)
