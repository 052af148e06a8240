"""A force at a desk: somebody signed in, a clock that can be moved on, and forms as a browser sends them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from html import unescape

import pytest
from django.conf import settings
from django.test import Client

from tests.conftest import NOON
from tests.unit.missing.scene import episode, staff
from tests.unit.workforce.records import CARRIED
from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.today import LONDON
from watchkeeper.web import missing_pushing, pace
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.models import Unit

AT = "/missing/E1/"
type Fields = dict[str, str | list[str]]


class Clock:
    """The time it is. `on` moves it on by some minutes."""

    def __init__(self) -> None:
        self.now = NOON

    def on(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


def enter(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The force with one child missing since six, at noon."""
    clock = Clock()
    monkeypatch.setattr(today, "now", lambda: clock.now)
    monkeypatch.setattr(pace, "_asked", {})
    newest = missing_pushing.Moved()
    monkeypatch.setattr(missing_pushing, "NEWEST", newest)
    monkeypatch.setattr(missing_pushing, "SHARED", missing_pushing.BoardNews())
    for ref in ("U1", "U2"):
        Unit.objects.create(ref=ref, name=ref, **CARRIED)
    staff()
    episode()
    return clock


def sits(by: Officer) -> Client:
    """A browser signed in as the officer, who has said why they look at the episode."""
    account, _ = Account.objects.get_or_create(
        login=by.ref.lower(), defaults={"officer_ref": by.ref, "made_at": NOON, "demo": True}
    )
    browser = Client()
    browser.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    browser.post(f"{AT}purpose/", {"purpose": "find"})
    return browser


def minute(name: str, at: datetime = NOON) -> Fields:
    """A day and a time as a browser sends them."""
    here = at.astimezone(LONDON)
    return day(name, here.date()) | {f"{name}-time": f"{here:%H:%M}"}


def day(name: str, on: date) -> Fields:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


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


def marks(text: str) -> Fields:
    """The hidden marks of what a form showed."""
    return dict(re.findall(r'name="(was-[^"]+)" value="([^"]*)"', text))


def holds(text: str, words: Iterable[str]) -> None:
    """Every one of the words is in the text."""
    assert [each for each in words if each not in text] == []
