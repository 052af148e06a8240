"""A unit with a recruit, an officer who may hold indecent images, and one such crime that nobody holds."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client

from tests.conftest import NOON
from tests.unit.workforce.officers import ADMINISTRATOR, officer
from tests.unit.workforce.records import CARRIED
from watchkeeper import today
from watchkeeper.accounts.models import Account
from watchkeeper.crimes import models
from watchkeeper.web import allocation_kept, crime_courses, crime_kept, pace, standards
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.conduct import VettingLevel
from watchkeeper.workforce.facts import Course, Officer, Rank, Role

IMAGES = "C86"
RECRUIT = officer("R1", Rank.CONSTABLE, Role.INVESTIGATOR)
FIT = officer("D1", Rank.CONSTABLE, Role.INVESTIGATOR)
SERGEANT = officer("S1", Rank.SERGEANT, Role.SUPERVISOR)
ALLOCATOR = officer("A1", Rank.SERGEANT, Role.ALLOCATOR)
CHIEF = officer("I1", Rank.CHIEF_INSPECTOR, Role.DUTY_INSPECTOR)
BELOW = officer("I2", Rank.INSPECTOR, Role.DUTY_INSPECTOR)
COURSES = (Course.PIP1, Course.PIP2, Course.INDECENT_IMAGES)
LONG_AGO = date(2020, 1, 6)


def enter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(pace, "_asked", {})
    monkeypatch.setattr(allocation_kept, "_kept", {})
    for kept in (crime_kept.LINES, crime_courses.OPEN, standards.DUES):
        monkeypatch.setattr(kept, "_books", {})
    workforce.Unit.objects.create(ref="U1", name="North", **CARRIED)
    for one in (RECRUIT, FIT, SERGEANT, ALLOCATOR, CHIEF, BELOW, ADMINISTRATOR):
        workforce.Officer.objects.create(
            ref=one.ref, rank=one.rank.value, role=one.role.value, unit="U1", since=LONG_AGO, **CARRIED
        )
        workforce.Clearance.objects.create(
            ref=f"{one.ref}-C",
            officer_ref=one.ref,
            clearance=VettingLevel.MV.value,
            granted_on=LONG_AGO,
            expires_on=date(2030, 1, 6),
            **CARRIED,
        )
    for one in (FIT, SERGEANT):
        for course in COURSES:
            workforce.Training.objects.create(
                ref=f"{one.ref}-{course}", officer_ref=one.ref, course=course, awarded_on=LONG_AGO, **CARRIED
            )
    workforce.Screening.objects.create(
        ref="SC1", officer_ref="D1", on=LONG_AGO, cleared=True, expires_on=date(2030, 1, 6), **CARRIED
    )
    models.Crime.objects.create(
        ref=IMAGES, reported_at=NOON - timedelta(days=2), offence="86", unit="U1", **CARRIED
    )


def client(by: Officer) -> Client:
    account = Account.objects.create(login=by.ref.lower(), officer_ref=by.ref, made_at=NOON, demo=True)
    browser = Client()
    browser.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return browser
