"""Homes near a referral are looked up by postcode, and the answer is that of reading every home."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import NOON, ON
from tests.unit.suspects.scene import RECEIVED, referral, staff
from tests.unit.workforce.records import CARRIED
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address
from watchkeeper.places.around import units_around
from watchkeeper.suspects import elsewhere, gathering
from watchkeeper.suspects.elsewhere import referrals_touched
from watchkeeper.suspects.gathering import case_as_known, homes_near, homes_of_children
from watchkeeper.suspects.models import SuspectAddress
from watchkeeper.suspects.nearby import nearest_homes

pytestmark = pytest.mark.django_db
STREETS = (*sorted(units_around(["N1 9GU", "BT1 5GS"], 200)), "N1 1CC", "JE1 0BD", "not known")
DAYS = st.sampled_from([None, ON - timedelta(days=1), ON, ON + timedelta(days=1)])
WRITTEN = st.builds(
    lambda code, spelt: spelt(code),
    st.sampled_from(STREETS),
    st.sampled_from([str, str.lower, lambda code: f" {code[:-3]}  {code[-3:]} ", lambda code: code[:-3]]),
)
HOMES = st.lists(
    st.fixed_dictionaries(
        {
            "ref": st.sampled_from([f"A{number}" for number in range(30)]),
            "postcode": st.one_of(WRITTEN, st.just("")),
            "since": DAYS,
            "until": DAYS,
            "children_live_there": st.sampled_from([True, True, True, False, None]),
            "withdrawn": st.sampled_from([False, False, False, True]),
            "known_from": st.sampled_from(
                [NOON - timedelta(days=2), NOON, NOON, NOON + timedelta(seconds=1)]
            ),
        }
    ),
    max_size=40,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(homes=HOMES, asked=st.lists(st.one_of(WRITTEN, st.just("")), max_size=6))
def test_the_answer_is_that_of_reading_every_home(
    law: Shelf, homes: list[dict[str, Any]], asked: list[str]
) -> None:
    with transaction.atomic():
        Address.objects.bulk_create(
            Address(**{**CARRIED, **home}, person_ref="P1", kind="main", line="1 Any Street")
            for home in homes
        )
        every = homes_of_children(on=ON, known_at=NOON)
        few = homes_near(asked, law, on=ON, known_at=NOON)
        transaction.set_rollback(True)
    assert few <= every
    assert nearest_homes(asked, few, law, on=ON) == nearest_homes(asked, every, law, on=ON)


@pytest.mark.parametrize("directory", ["", "/nowhere"])
def test_of_a_few_postcodes_no_other_home_is_read(
    law: Shelf, monkeypatch: pytest.MonkeyPatch, directory: str
) -> None:
    if directory:
        monkeypatch.setenv("QLACREF_DATA_DIR", directory)
    for number, code in enumerate(("N1 9GU", "n1 9ag", "W1A 1AA")):
        Address.objects.create(
            ref=f"A{number}", person_ref="P1", postcode=code, children_live_there=True, **CARRIED
        )
    near = {"N1 9GU"} if directory else {"N1 9GU", "n1 9ag"}
    assert homes_near(["n19gu"], law, on=ON, known_at=NOON) == near
    monkeypatch.setattr(gathering, "FEW", 0)
    assert homes_near(["n19gu"], law, on=ON, known_at=NOON) == near | {"n1 9ag", "W1A 1AA"}


def test_a_referral_says_how_far_the_nearest_home_of_a_child_is(law: Shelf) -> None:
    staff()
    referral(postcode="N1 9GU", at=RECEIVED)
    Address.objects.create(ref="A1", person_ref="P1", postcode="N19AG", children_live_there=True, **CARRIED)
    case = case_as_known("R1", law, at=NOON, known_at=NOON)
    assert case is not None
    assert round(case.known.child_near["N1 9GU"]) == 77
    assert case.known.child_near == nearest_homes(["N1 9GU"], {"N19AG"}, law, on=ON)


def test_the_database_finds_them_by_their_postcode(law: Shelf) -> None:
    """Not by reading every address: SQLite says which index answers."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reads so small a table whole")
    with CaptureQueriesContext(connection) as asked:
        homes_near(["N1 9GU"], law, on=ON, known_at=NOON)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked.captured_queries[-1]['sql']}")
        assert any("address_home_of_child" in row[-1] for row in cursor.fetchall())


def touched(law: Shelf) -> tuple[set[str], list[str]]:
    """The referrals a home recorded may change, and what the database was asked."""
    with CaptureQueriesContext(connection) as asked:
        found = referrals_touched([("people.Address", "A1")], law, on=ON)
    return found, [each["sql"] for each in asked.captured_queries]


@pytest.mark.parametrize("few", [40, 0])
@pytest.mark.parametrize("directory", ["", "/nowhere"])
def test_a_home_recorded_finds_the_referrals_near_it_by_their_postcode(
    law: Shelf, monkeypatch: pytest.MonkeyPatch, directory: str, few: int
) -> None:
    if directory:
        monkeypatch.setenv("QLACREF_DATA_DIR", directory)
    monkeypatch.setattr(elsewhere, "FEW", few)
    staff()
    for ref, code in (("R1", "n1 9gu"), ("R2", "W1A 1AA"), ("R3", "N19AG"), ("R4", ""), ("R5", "not known")):
        referral(ref, postcode=code)
    SuspectAddress.objects.create(ref="S1", referral_ref="R2", postcode="N1  9GU", **CARRIED)
    Address.objects.create(ref="A1", person_ref="P1", postcode="N1 9GU", children_live_there=True, **CARRIED)
    found, asked = touched(law)
    assert found == ({"R1", "R2"} if directory else {"R1", "R2", "R3"})
    if few and connection.vendor == "sqlite":
        read = [sql for sql in asked if 'SELECT DISTINCT "suspects_' in sql and "UPPER(REPLACE" in sql]
        assert len(read) == 2
        with connection.cursor() as cursor:
            for sql, index in zip(read, ("suspects_referral_at", "suspects_address_at"), strict=True):
                cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
                assert any(index in row[-1] for row in cursor.fetchall())
