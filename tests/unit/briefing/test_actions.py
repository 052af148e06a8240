"""Compiling the brief and looking at one person are acts: refused without the power, kept on the trail."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from tests.conftest import NOON, ON
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.facts import Kind
from watchkeeper.briefing.actions import UnknownError, compile_brief, explain
from watchkeeper.briefing.assembling import read_register
from watchkeeper.briefing.facts import Asked
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.registers.models import Disposal
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.models import Officer, Unit

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = NOON - timedelta(days=30)
ASKED = Asked(ON, NOON)


@pytest.fixture(autouse=True)
def small_force(transactional_db: None) -> None:
    """One unit, a manager and a senior officer, and a person of whom little is recorded."""
    known = {"recorded_at": BEFORE, "known_from": BEFORE, "act": 0}
    Unit.objects.create(ref="NW", name="North West", **known)
    Officer.objects.create(ref="M1", rank="constable", role="offender manager", unit="NW", **known)
    Officer.objects.create(ref="S1", rank="superintendent", role="senior officer", unit="NW", **known)
    Person.objects.create(ref="P1", unit="NW", family_name="Larkspur", **known)
    Disposal.objects.create(
        ref="D1",
        person_ref="P1",
        finding="caution",
        sentence="caution",
        relevant_date=ON - timedelta(days=20),
        **known,
    )


def compiled(law: Shelf, england: Calendar, asked: Asked = ASKED, by: str = "S1", account: str = ""):
    return compile_brief(asked, by=by, law=law, calendar=england, at=NOON, account=account)


def looked(
    law: Shelf, england: Calendar, person: str = "P1", by: str = "M1", purpose: str = "visit tomorrow"
):
    return explain(person, ASKED, by=by, purpose=purpose, law=law, calendar=england, at=NOON)


def test_a_brief_is_frozen_with_its_bytes_and_its_act(law, england):
    made = compiled(law, england, account="sbrown")
    (stored,) = FrozenBrief.objects.all()
    done = list(entries())[-1]
    assert (stored.digest, stored.policy_version, stored.act) == (made.digest, law.version, done.number - 1)
    assert ("digest", made.digest) in done.facts
    assert ("account", "sbrown") in done.facts
    assert json.loads(made.content)["people"] == 1


def test_no_connection_of_ours_is_open_while_the_register_is_read(law, england, monkeypatch):
    """Two SQLites in one process may not have one file open: closing either drops the locks of both."""
    held = []

    def reading(*given: Any, **named: Any) -> Any:
        held.append(connection.connection)
        return read_register(*given, **named)

    monkeypatch.setattr("watchkeeper.briefing.actions.read_register", reading)
    compiled(law, england)
    assert held == [None] or connection.vendor != "sqlite"


def test_the_same_question_is_worked_out_again_and_compared_not_frozen_twice(law, england):
    first, again = compiled(law, england), compiled(law, england)
    assert again.content == first.content
    assert (again.differs, FrozenBrief.objects.count()) == (False, 1)
    assert "byte for byte" in again.says


def test_what_came_to_be_known_after_the_night_leaves_its_brief_alone(law, england):
    first = compiled(law, england)
    late = NOON + timedelta(hours=1)
    Person.objects.create(ref="P2", unit="NW", recorded_at=late, known_from=late, act=9)
    assert compiled(law, england).content == first.content


def test_a_brief_that_is_no_longer_what_was_frozen_says_so_and_why(law, england):
    compiled(law, england)
    moved = replace(law, version="another")
    again = compiled(moved, england)
    assert again.differs
    assert again.says.startswith("NOT the brief frozen on")
    assert law.version in again.says


def test_a_manager_has_the_brief_of_their_own_people_and_of_nobody_else(law, england):
    assert compiled(law, england, Asked(ON, NOON, officer="M1"), by="M1").brief.officer == "M1"
    with pytest.raises(Refused):
        compiled(law, england, Asked(ON, NOON, officer="S1"), by="M1")


def test_somebody_without_the_power_compiles_nothing_and_the_attempt_is_kept(law, england):
    with pytest.raises(Refused, match="offender manager"):
        compiled(law, england, by="M1")
    assert [entry.kind for entry in entries()] == [Kind.ATTEMPT, Kind.REFUSED]
    assert not FrozenBrief.objects.exists()


@pytest.mark.parametrize("asked", [Asked(ON, NOON, unit="XX"), Asked(ON, NOON, officer="XX")])
def test_a_unit_or_officer_nobody_knows_is_named_and_nothing_is_frozen(law, england, asked):
    with pytest.raises(UnknownError, match="XX"):
        compiled(law, england, asked)
    assert not FrozenBrief.objects.exists()


def test_looking_at_a_person_is_on_the_trail_with_its_purpose(law, england):
    assert looked(law, england).ref == "P1"
    done = list(entries())[-1]
    assert (done.kind, done.by, done.about, done.purpose) == (Kind.DONE, "M1", "P1", "visit tomorrow")
    assert check().holds


def test_a_look_without_a_purpose_is_refused_and_kept(law, england):
    with pytest.raises(Refused, match="purpose"):
        looked(law, england, purpose=" ")
    assert list(entries())[-1].kind is Kind.REFUSED


def test_a_look_for_somebody_nobody_knows_is_kept_too(law, england):
    with pytest.raises(UnknownError, match="nobody is known as 'P9'"):
        looked(law, england, person="P9")
    assert list(entries())[-1].kind is Kind.FAILED


def test_neither_the_brief_nor_the_explanation_holds_a_name(law, england):
    from watchkeeper.briefing.explaining import as_json

    assert b"Larkspur" not in compiled(law, england).content
    assert b"Larkspur" not in as_json(looked(law, england))
