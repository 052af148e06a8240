"""Crimes closed long ago are left in the database: it reads an index of each side once, and hands over the rest."""

from datetime import timedelta

import pytest
from django.db import connection

from tests.conftest import NOON, ON
from watchkeeper.briefing.crime_closed import Closed
from watchkeeper.crimes.models import Crime, Finalised
from watchkeeper.engine.source import Vendor
from watchkeeper.engine.standing import Known

pytestmark = pytest.mark.django_db

BEFORE = NOON - timedelta(days=90)
KNOWN = {"recorded_at": BEFORE, "known_from": BEFORE, "act": 1}
SHUT = Closed(ON - timedelta(days=28), ("49", "30C"))


def asked(shut: Closed, *, through: int | None = None, explained: bool = False) -> list[str]:
    sql = shut.others(Vendor(connection.vendor), Known(NOON, through))
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}" if explained else sql)
        return sorted({row[-1] for row in cursor.fetchall()})


def closed(ref: str, days: int, offence: str = "49", **said: object) -> None:
    Crime.objects.create(ref=ref, offence=offence, unit="NW", **KNOWN)
    Finalised.objects.create(
        ref=f"F{ref}", crime_ref=ref, outcome=18, on=ON - timedelta(days=days), **(KNOWN | said)
    )


def test_what_was_surely_closed_by_the_day_is_left_out_and_nothing_else() -> None:
    Crime.objects.create(ref="open", offence="49", unit="NW", **KNOWN)
    closed("on the day", 28)
    closed("a day later", 27)
    closed("sent back", 60, second_agrees=False)
    closed("taken back", 60, withdrawn=True)
    closed("to be looked at again", 60, offence="86")
    closed("put right", 60)
    Finalised.objects.create(ref="Fput right", crime_ref="put right", outcome=18, on=ON, **KNOWN)
    closed("known later", 60, known_from=NOON + timedelta(days=1))
    left = ["a day later", "known later", "open", "put right", "sent back", "taken back"]
    assert asked(SHUT) == [*left, "to be looked at again"]
    assert "on the day" in asked(SHUT, through=0)


def test_both_sides_are_read_in_the_order_of_their_index() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL hashes one side and tells so otherwise")
    plan = asked(SHUT, explained=True)
    assert {"MERGE (EXCEPT)", "SCAN c USING COVERING INDEX crime_ref"} <= {*plan}
    assert "SCAN o USING COVERING INDEX finalised_crime" in plan
