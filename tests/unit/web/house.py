"""An invented force behind the pages, asked in this process: somebody of each role, and nobody."""

import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls.resolvers import RegexPattern, URLPattern

from watchkeeper.accounts.models import Account
from watchkeeper.inspection.models import Finding, Sample
from watchkeeper.intake.actions import load
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law import shelf
from watchkeeper.missing.models import Episode as Missing
from watchkeeper.people.models import Person
from watchkeeper.suspects.models import Referral as Suspect
from watchkeeper.synth.writing import write
from watchkeeper.workforce.actions.officers import ensure_system_officer, officers_as_known
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.models import Managed
from watchkeeper.workforce.models import Officer as StoredOfficer

NIGHT = datetime(2026, 3, 20, 9, tzinfo=UTC)
ON = NIGHT.date()
LAW = shelf.load()
PEOPLE = 100
CARRIED = {"recorded_at": NIGHT, "known_from": NIGHT, "act": 1}
ROLES = [role for role in Role if role is not Role.SYSTEM]


@dataclass(frozen=True)
class House:
    """The force as the tests ask it: an officer of each role, all of one unit where the unit has them."""

    officers: dict[Role, Officer]
    person: str

    def client(self, role: Role | None, officer: Officer | None = None, **options: Any) -> Client:
        """A browser signed in as somebody of the role, or as nobody."""
        client = Client(raise_request_exception=False, **options)
        if role is not None:
            who = officer or self.officers[role]
            account, _ = Account.objects.get_or_create(
                login=who.ref.lower(), defaults={"officer_ref": who.ref, "made_at": NIGHT, "demo": True}
            )
            client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client

    def stranger(self, role: Role) -> Officer:
        """Somebody of the role, in post and trained, of a unit that is not the person's."""
        unit = self.officers[Role.OFFENDER_MANAGER].unit
        others = [
            one
            for one in officers_as_known(known_at=NIGHT)
            if one.role is role and one.unit not in (unit, "HQ") and one.until is None
        ]
        return max(others, key=lambda one: len(one.training))


def said(response: Any) -> str:
    """What a response says; a stream, which never ends, says nothing here."""
    return "" if response.streaming else unescape(response.content.decode(errors="replace"))


def invented() -> House:
    """Load the force, for good: `tests.conftest.empty` takes it away."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), people=PEOPLE, seed=7, on=ON, backlog=0.1, crimes=300, missing=40, suspects=30)
        load(
            survey(Path(folder), BY_NAME),
            by=ensure_system_officer(law=LAW, at=NIGHT),
            law=LAW,
            now=NIGHT,
            home=settings.HOME,
            frozen_until=None,
            begin=lambda _source: lambda *_: None,
        )
    _complete()
    everybody = [one for one in officers_as_known(known_at=NIGHT) if one.until is None]
    managers = [one for one in everybody if one.role is Role.OFFENDER_MANAGER]
    for manager in managers:
        theirs = Managed.objects.filter(officer_ref=manager.ref, until=None).values_list(
            "person_ref", flat=True
        )
        person = Person.objects.filter(ref__in=list(theirs), unit=manager.unit).first()
        if person is not None and manager.training:
            break
    Missing.objects.create(
        ref="act-1", unit=manager.unit, missing_ref="act-1-M", reported_at=NIGHT, **CARRIED
    )
    Suspect.objects.create(ref="act-1", unit=manager.unit, received_at=NIGHT, **CARRIED)
    _sampled(manager.unit, person.ref)
    near = sorted(everybody, key=lambda one: (one.ref != manager.ref, one.unit != manager.unit, one.ref))
    return House({role: next(one for one in near if one.role is role) for role in ROLES}, person.ref)


def _complete() -> None:
    """Somebody of each role that the invented force has nobody in, at headquarters; trained like nobody."""
    held = {one.role for one in officers_as_known(known_at=NIGHT) if one.until is None}
    for role in (role for role in ROLES if role not in held):
        StoredOfficer.objects.create(
            ref=f"HQ-{role.name}",
            rank=Rank.INSPECTOR.value,
            role=role.value,
            unit="HQ",
            hours_share=1.0,
            since=ON,
            **CARRIED,
        )


def _sampled(unit: str, case: str) -> None:
    """A sample of one case of the unit, looked at twice by whoever comes, and a finding from it."""
    Sample.objects.create(
        ref="act-1",
        theme="visits",
        on=ON,
        unit=unit,
        seed="s",
        size=1,
        strata=json.dumps([[unit, "high", 1, 1]]),
        cases=json.dumps([[case, unit, "high", True]]),
        by="HQ-P1",
        **CARRIED,
    )
    Finding.objects.create(
        ref="act-1",
        sample_ref="act-1",
        question="ask_visit_warrant",
        gravity="serious",
        says="Nobody considered a warrant.",
        cases=json.dumps([case]),
        owner="HQ-P1",
        on=ON,
        by="HQ-P1",
        **CARRIED,
    )


def filled(pattern: URLPattern, before: str, parts: dict[str, str]) -> str:
    """An address of the pattern with each part filled in: by its name, else by its kind."""
    before = re.sub(r"\^\(\?P<(\w+)>\[\^/\]\+\)", lambda part: parts[part[1]], before)
    if isinstance(pattern.pattern, RegexPattern):
        return before + parts[pattern.name or ""]
    return re.sub(
        r"<(?:(\w+):)?(\w+)>",
        lambda part: parts.get(part[2]) or parts[part[1] or "str"],
        before + str(pattern.pattern),
    )


def walked(patterns: list[Any], before: str = "") -> Iterator[tuple[URLPattern, str]]:
    """Every address of the site with what stands before it."""
    for each in patterns:
        if isinstance(each, URLPattern):
            yield each, before
        else:
            yield from walked(each.url_patterns, before + str(each.pattern))
