"""The jobs: each may be cut short anywhere and begun again, and what it does is done once."""

import zlib
from datetime import date, datetime
from functools import cache
from itertools import batched

from django.conf import settings
from django.tasks import task

from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.alerts.actions import raise_alerts
from watchkeeper.alerts.facts import Kind
from watchkeeper.alerts.stored import causes
from watchkeeper.briefing.actions import compile_brief
from watchkeeper.briefing.facts import Asked, Line
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.briefing.paper import read_back
from watchkeeper.jobs.alerted import waiting_for
from watchkeeper.jobs.clearing import clear
from watchkeeper.jobs.digests import digest, send_once
from watchkeeper.jobs.raising import PARTED, raisings
from watchkeeper.jobs.renamed import note_suspects, raisings_of_new_names
from watchkeeper.law.calendar import Calendar, england_and_wales
from watchkeeper.law.shelf import Shelf, load
from watchkeeper.workforce.actions.officers import SYSTEM, officer_as_known

RAISED_TOGETHER = 200
"""Alerts stored as one act: nobody else writes meanwhile."""


@task
def compile_night(on: str, known_at: str) -> str:
    """Compile and freeze the whole force's brief. Begun again it finds the one it froze."""
    asked = Asked(date.fromisoformat(on), datetime.fromisoformat(known_at))
    frozen = compile_brief(asked, by=SYSTEM, law=law(), calendar=calendar(), at=today.now())
    return frozen.digest


@task
def raise_of_brief(brief: int) -> int:
    """Raise the alerts of a frozen brief; how many. What earlier alerts were about is left out."""
    frozen = FrozenBrief.objects.get(id=brief)
    raised = {
        about: {matter for cause in each for matter in cause.split(PARTED)}
        for about, each in causes((Kind.DECISION, Kind.UNMANAGED)).items()
    }
    found = raisings(lines_of(frozen), raised, law(), on=frozen.on)
    for some in batched(found, RAISED_TOGETHER):
        at = today.now()
        on = today.day_of(at)
        raise_alerts(some, on=on, law=law(), purpose="nightly brief", at=at)
    return len(found)


@task
def raise_of_new_names() -> int:
    """Tell managers of records that may be somebody they manage under a new name; how many, each once.

    Suspects that came in a file are taken in among the records first.
    """
    at = today.now()
    on = today.day_of(at)
    note_suspects(law(), on=on, at=at)
    found = raisings_of_new_names(law(), on=on, at=at)
    for some in batched(found, RAISED_TOGETHER):
        raise_alerts(some, on=on, law=law(), purpose="new names", at=at)
    return len(found)


@task
def send_digest(officer_ref: str, on: str) -> bool:
    """Send an officer the counts of the day; False when there is nobody to send it to, or nothing to say."""
    at = today.now()
    account = Account.objects.filter(officer_ref=officer_ref, is_active=True).exclude(email="").first()
    officer = officer_as_known(officer_ref, known_at=at)
    if account is None or officer is None:
        return False
    day = date.fromisoformat(on)
    frozen = FrozenBrief.objects.filter(on=day, unit="", officer="").order_by("-id").first()
    lines = [line for line in lines_of(frozen) if line.owner == officer_ref] if frozen else []
    alerts = waiting_for(officer, law(), at=at, on=day)
    if not lines and not alerts:
        return False
    return send_once(digest(lines, alerts, on=day), to=account.email, officer=officer_ref, on=day, at=at)


@task
def clear_jobs() -> int:
    """Clear away finished jobs kept as long as policy says; how many."""
    at = today.now()
    return clear(law(), at=at, on=today.day_of(at))


def lines_of(frozen: FrozenBrief) -> list[Line]:
    """The lines of a frozen brief, read back."""
    rows = zlib.decompress(bytes(frozen.content)).splitlines()
    return [read_back(row.rstrip(b",")) for row in rows[1:] if row.startswith(b'{"section"')]


@cache
def law() -> Shelf:
    """The shelf with this force's local policy, read once by each process."""
    return load(settings.HOME / "policy")


@cache
def calendar() -> Calendar:
    """The working days of England and Wales."""
    return england_and_wales()
