"""What an open page is told: the alerts that are new to it, those that are gone, and how many wait."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextvars import copy_context
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib import import_module

from django.conf import settings
from django.contrib.auth import SESSION_KEY

from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.accounts.rules import session_holds
from watchkeeper.alerts.actions import deliver
from watchkeeper.alerts.facts import Channel
from watchkeeper.alerts.stored import newest, raised_up_to
from watchkeeper.jobs.alerted import waiting_for
from watchkeeper.web.asking import Asking, calendar, law
from watchkeeper.web.lanes import Lane
from watchkeeper.web.sessions import BEGAN, SEEN
from watchkeeper.web.watching import WATCH, Watch
from watchkeeper.workforce.actions.officers import officer_as_known
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import may

HEARTBEAT = 15.0
"""Seconds after which an open page is told that the line is up, and who listens is looked at again."""
HEARTBEATS = Lane("heartbeats")
"""Looks for every open page, one after the other, on one connection that is kept."""
ENDED = b"event: ended\ndata: {}\n\n"


@dataclass(slots=True)
class Listener:
    """One open page: whose it is, by which session, and what it has been told."""

    account: int
    officer: str
    session: str
    since: tuple[int, int]
    told: set[str] | None = None


async def events(listener: Listener) -> AsyncIterator[bytes]:
    """The stream of server-sent events on alerts for one open page, until its session ends."""
    async for said in pushed(partial(news, listener), WATCH, HEARTBEATS):
        yield said


async def pushed(tell: Callable[[], bytes | None], watch: Watch, lane: Lane) -> AsyncIterator[bytes]:
    """A stream of server-sent events: what `tell` says when the watch sees something new, and each heartbeat.

    It ends when `tell` says None: nobody listens any more. `tell` runs in the lane.
    """
    yield b"retry: 3000\n\n"
    with watch.listening() as changed:
        while True:
            changed.clear()
            said = await asyncio.get_running_loop().run_in_executor(lane, copy_context().run, tell)
            if said is None:
                yield ENDED
                return
            yield said
            try:
                await asyncio.wait_for(changed.wait(), HEARTBEAT)
            except TimeoutError:
                continue


def news(listener: Listener) -> bytes | None:
    """What is new to the page as an event, a heartbeat where nothing is; None when its session is over.

    The alerts it tells of are kept as delivered before it tells of them.
    """
    at = today.now()
    asking = listens(listener, Power.ACKNOWLEDGE_ALERT, at=at)
    if asking is None:
        return None
    officer, on = asking.officer, asking.on
    mark = newest()
    waiting = {alert.ref: alert for alert, _ in waiting_for(officer, law(), at=at, on=on)}
    if listener.told is None:  # a page just opened, or one that lost the line
        listener.told = raised_up_to(listener.since[0], waiting)
        moved = mark != listener.since
    else:
        moved = waiting.keys() != listener.told
    fresh = [alert for ref, alert in waiting.items() if ref not in listener.told]
    gone = sorted(listener.told - waiting.keys())
    if not moved and not fresh:
        return b": here\n\n"
    deliver(fresh, to=officer, channel=Channel.PUSH, on=on, law=law(), at=at)
    listener.told = set(waiting)
    said = {"count": len(waiting), "fresh": [alert.raising.says for alert in fresh], "gone": gone}
    return f"id: {mark[0]}.{mark[1]}\nevent: alerts\ndata: {json.dumps(said)}\n\n".encode()


def since(text: str) -> tuple[int, int]:
    """The mark a page was made at, or the last event it was told; nothing where it is not understood.

    >>> since("12.3"), since("")
    ((12, 3), (0, 0))
    """
    alert, _, acknowledged = text.partition(".")
    return (int(alert), int(acknowledged)) if alert.isdecimal() and acknowledged.isdecimal() else (0, 0)


def listens(listener: Listener, power: Power, *, at: datetime) -> Asking | None:
    """Who listens, while their session holds, their account is open and the power is theirs."""
    session = import_module(settings.SESSION_ENGINE).SessionStore(listener.session).load()
    if str(session.get(SESSION_KEY, "")) != str(listener.account):
        return None
    on = at.astimezone(today.LONDON).date()
    if BEGAN in session and SEEN in session:
        began, seen = datetime.fromisoformat(session[BEGAN]), datetime.fromisoformat(session[SEEN])
        if not session_holds(began, seen, law(), at=at, on=on).allowed:
            return None
    account = Account.objects.filter(pk=listener.account, is_active=True).first()
    officer = officer_as_known(listener.officer, known_at=at)
    if account is None or officer is None or not may(officer, power, law(), on=on).allowed:
        return None
    return Asking(officer, account, on, at, law(), calendar())
