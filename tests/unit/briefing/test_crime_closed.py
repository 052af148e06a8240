"""Crimes closed for good are left in the database: it reads an index of each side once, and hands over the rest."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from tests.conftest import NOON, ON
from watchkeeper.briefing.crime_closed import Closed
from watchkeeper.crimes.models import Crime, Finalised, Party
from watchkeeper.engine.source import Vendor
from watchkeeper.engine.standing import Known

pytestmark = pytest.mark.django_db

BEFORE = NOON - timedelta(days=90)
KNOWN = {"recorded_at": BEFORE, "known_from": BEFORE, "act": 1}
SHUT = Closed(ON - timedelta(days=28), ON, ("49", "30C"))


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


def somebody(crime: str, **said: object) -> None:
    Party.objects.create(ref=f"P{crime}", crime_ref=crime, part="victim", **(KNOWN | said))


def test_what_was_surely_closed_by_the_day_is_left_out_and_nothing_else() -> None:
    Crime.objects.create(ref="open", offence="49", unit="NW", **KNOWN)
    for days, ref in ((28, "on the day"), (27, "a day later"), (0, "on the night")):
        closed(ref, days)
        somebody(ref)
    closed("sent back", 60, second_agrees=False)
    closed("taken back", 60, withdrawn=True)
    closed("to be looked at again", 60, offence="86")
    closed("put right", 60)
    Finalised.objects.create(
        ref="Fput right", crime_ref="put right", outcome=18, on=ON + timedelta(days=1), **KNOWN
    )
    closed("known later", 60, known_from=NOON + timedelta(days=1))
    left = ["a day later", "known later", "on the night", "open", "put right", "sent back", "taken back"]
    assert asked(SHUT) == [*left, "to be looked at again"]
    assert "on the day" in asked(SHUT, through=0)


def test_nobody_looks_back_at_a_crime_closed_by_the_night_in_which_nobody_is_on_record() -> None:
    for days, ref in ((27, "lately"), (1, "the day before"), (0, "on the night"), (-1, "the day after")):
        closed(ref, days)
    closed("with somebody taken out again", 1)
    somebody("with somebody taken out again", withdrawn=True)
    closed("without a day", 1)
    Finalised.objects.create(ref="Fwithout a day", crime_ref="without a day", outcome=18, on=None, **KNOWN)
    assert asked(SHUT) == ["the day after", "with somebody taken out again", "without a day"]


def test_outcomes_known_beforehand_to_be_overtaken_are_the_ones_the_database_finds() -> None:
    closed("put right", 60)
    Finalised.objects.create(
        ref="Fput right", crime_ref="put right", outcome=18, on=ON + timedelta(days=1), **KNOWN
    )
    closed("as it was", 60)
    (older, newer) = (
        Finalised.objects.filter(crime_ref="put right").order_by("id").values_list("id", flat=True)
    )
    found = asked(replace(SHUT, overtaken=(older,)))
    assert found == asked(SHUT) == ["put right"]
    assert asked(replace(SHUT, overtaken=(newer,))) == []
    assert asked(replace(SHUT, overtaken=())) == []


def test_both_sides_are_read_in_the_order_of_their_index() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL hashes one side and tells so otherwise")
    plan = asked(SHUT, explained=True)
    assert {"MERGE (EXCEPT)", "SCAN c USING COVERING INDEX crime_ref"} <= {*plan}
    assert "SCAN o USING COVERING INDEX finalised_crime" in plan
