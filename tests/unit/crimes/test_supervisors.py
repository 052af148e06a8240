"""Crimes of one page are put under those who supervise fewest, so that no sergeant answers for all of them."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.conftest import NOON, ON
from tests.unit.crimes.images import ALLOCATOR, COURSES, LONG_AGO, client, enter
from tests.unit.workforce.records import CARRIED
from watchkeeper.crimes import models
from watchkeeper.crimes.holders import answering_for
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.conduct import VettingLevel

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def force(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three crimes that nobody holds, an officer who may hold them, and three sergeants, S1, S2 and S3.

    An inspector supervises too, and a sergeant who investigates may.
    """
    enter(monkeypatch)
    for ref in ("C2", "C3"):
        models.Crime.objects.create(ref=ref, reported_at=NOON, offence="86", unit="U1", **CARRIED)
    others = (
        *(("S2", "sergeant", "supervisor"), ("S3", "sergeant", "supervisor")),
        *(("D9", "sergeant", "investigator"), ("S9", "inspector", "supervisor")),
    )
    for ref, rank, role in others:
        workforce.Officer.objects.create(ref=ref, rank=rank, role=role, unit="U1", since=LONG_AGO, **CARRIED)
        workforce.Clearance.objects.create(
            ref=f"{ref}-C",
            officer_ref=ref,
            clearance=VettingLevel.MV.value,
            granted_on=LONG_AGO,
            expires_on=date(2030, 1, 6),
            **CARRIED,
        )
        for course in COURSES:
            workforce.Training.objects.create(
                ref=f"{ref}-{course}", officer_ref=ref, course=course, awarded_on=LONG_AGO, **CARRIED
            )


def held(crime: str, supervisor: str, since: int = 5, until: int | None = None) -> None:
    models.Held.objects.create(
        ref=f"H{crime}{supervisor}",
        crime_ref=crime,
        officer_ref="D1",
        since=ON - timedelta(days=since),
        until=None if until is None else ON + timedelta(days=until),
        supervisor=supervisor,
        **CARRIED,
    )


def proposed(browser: Client) -> dict[str, str]:
    """Each line of the proposal: the crime, and the supervisor the form begins with."""
    said = browser.get("/allocate/proposal/").content.decode()
    found = {}
    for crime, options in re.findall(r'<select[^>]*name="supervisor-(\w+)"[^>]*>(.*?)</select>', said, re.S):
        (found[crime],) = re.findall(r'<option value="(\w+)"[^>]*selected', options)
    return found


def test_those_who_supervise_fewest_come_first_and_each_line_counts() -> None:
    held("X1", "S1")
    held("X2", "S1")
    held("X3", "S3")
    browser = client(ALLOCATOR)
    assert [*proposed(browser).values()] == ["S2", "S2", "S3"]
    said = browser.get("/allocate/C2/").content.decode()
    order = re.findall(r">\s*(\w+), (?:sergeant|inspector|chief inspector), U1, supervises (\d+)\s*<", said)
    assert order[:5] == [("S2", "0"), ("S3", "1"), ("S1", "2"), ("S9", "0"), ("D9", "0")]


def test_crimes_that_ended_moved_on_or_may_be_closed_do_not_count() -> None:
    held("X1", "S1", since=5, until=0)
    held("X2", "S1", since=-1)
    held("X3", "S1")
    models.Finalised.objects.create(ref="F3", crime_ref="X3", outcome=18, on=ON, **CARRIED)
    held("X4", "S2", until=1)
    held("X5", "S2")
    models.Finalised.objects.create(
        ref="F5", crime_ref="X5", outcome=18, on=ON + timedelta(days=1), **CARRIED
    )
    held("X4", "S3", since=0)
    found = answering_for(["S1", "S2", "S3"], on=ON, known_at=NOON)
    assert {ref: found.get(ref, 0) for ref in ("S1", "S2", "S3")} == {"S1": 0, "S2": 2, "S3": 1}
