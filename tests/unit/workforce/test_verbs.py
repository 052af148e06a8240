"""Verbs that record: refused without the power, kept on the trail in the same transaction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import MANAGER, RECRUIT
from tests.unit.workforce.records import last, person, refused
from watchkeeper.audit.actions import check
from watchkeeper.audit.facts import Kind
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.actions.notifying import record_notification
from watchkeeper.registers.facts import Matter, Notification, NotificationKind
from watchkeeper.registers.models import Notification as StoredNotification
from watchkeeper.risk.actions.levelling import set_level
from watchkeeper.risk.facts import Level
from watchkeeper.risk.models import SetLevel
from watchkeeper.visits.actions.recording import record_visit
from watchkeeper.visits.facts import NoticeReason, Outcome, Purpose, Visit
from watchkeeper.visits.models import Visit as StoredVisit
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db

VISIT = Visit(
    ref="",
    at=datetime(2026, 3, 19, 18, 40, tzinfo=UTC),
    premises="A-P1",
    purpose=Purpose.ASSESS_RISK,
    sought_entry_to_search=True,
    outcome=Outcome.REFUSED,
    notice_hours=2,
    notice_reason=NoticeReason.HEALTH,
    notice_authorised_by="O2",
    crew=("O1", "O9"),
)
NOTIFICATION = Notification(
    ref="",
    notified_on=ON,
    kind=NotificationKind.CHANGE,
    matter=Matter.HOME_ADDRESS,
    happened_on=date(2026, 3, 18),
    items_missing=("bank account", "passport"),
    acknowledged=True,
)


@pytest.fixture
def asked(law: Shelf) -> dict[str, Any]:
    person()
    return {"person_ref": "P1", "by": MANAGER, "on": ON, "law": law, "purpose": "routine", "at": NOON}


def visit(asked: dict[str, Any], **more: Any) -> StoredVisit:
    return record_visit(VISIT, **{**asked, **more})


def notification(asked: dict[str, Any], **more: Any) -> StoredNotification:
    return record_notification(NOTIFICATION, station="North", **{**asked, **more})


def level(asked: dict[str, Any], **more: Any) -> SetLevel:
    return set_level(Level.HIGH, set_on=ON, **{**asked, **more})


verbs = pytest.mark.parametrize(
    ("verb", "model"), [(visit, StoredVisit), (notification, StoredNotification), (level, SetLevel)]
)


@verbs
def test_a_row_carries_its_act_and_the_trail_names_the_row(verb: Callable[..., Any], model: Any, asked: Any):
    stored = verb(asked)
    row = model.objects.as_known(NOON).get()
    assert row == stored
    assert (row.recorded_at, row.known_from, row.person_ref) == (NOON, NOON, "P1")
    assert last().kind is Kind.DONE
    assert last().about == "P1"
    assert ("attempt", str(row.act)) in last().facts
    assert ("stored", f"{model._meta.label} {row.ref}") in last().facts
    assert row.ref == f"act-{row.act:09}"
    assert check().holds


@verbs
def test_it_is_refused_without_the_power(verb: Callable[..., Any], model: Any, asked: Any):
    with pytest.raises(Refused):
        verb(asked, by=RECRUIT)
    assert not model.objects.exists()
    refused("not met: is intelligence officer")


@verbs
def test_it_is_refused_for_nobody_on_record(verb: Callable[..., Any], model: Any, asked: Any):
    with pytest.raises(Refused):
        verb(asked, person_ref="P404")
    assert not model.objects.exists()
    refused("nobody is on record as P404")


def test_a_visit_is_read_back_as_it_was_recorded(asked: dict[str, Any]):
    stored = visit(asked)
    assert StoredVisit.objects.get().fact() == replace(VISIT, ref=stored.ref)


def test_a_notification_is_read_back_as_it_was_given(asked: dict[str, Any]):
    stored = notification(asked)
    assert StoredNotification.objects.get().fact() == replace(NOTIFICATION, ref=stored.ref)
    assert (stored.station, stored.officer_ref) == ("North", "O1")


def test_a_level_carries_who_set_it(asked: dict[str, Any]):
    stored = level(asked)
    assert (stored.fact().level, stored.set_by, stored.set_on) == (Level.HIGH, "O1", ON)


def test_a_visit_still_to_come_is_not_recorded(asked: dict[str, Any]):
    with pytest.raises(Refused):
        record_visit(replace(VISIT, at=NOON + timedelta(microseconds=1)), **asked)
    refused("the visit has taken place")
    record_visit(replace(VISIT, at=NOON), **asked)


def test_a_visit_is_recorded_only_at_an_address_of_that_person(asked: dict[str, Any]):
    person("P2")
    with pytest.raises(Refused):
        record_visit(replace(VISIT, premises="A-P2"), **asked)
    refused("address A-P2 is one of theirs")


def test_a_ref_already_used_is_a_correction_and_not_a_second_visit(asked: dict[str, Any]):
    record_visit(replace(VISIT, ref="V1"), **asked)
    with pytest.raises(Refused, match="not been recorded before"):
        record_visit(replace(VISIT, ref="V1"), **asked)
    assert StoredVisit.objects.count() == 1


def test_a_change_says_what_changed(asked: dict[str, Any]):
    with pytest.raises(Refused, match=r"s\.84\(1\)"):
        record_notification(replace(NOTIFICATION, matter=None), station="", **asked)


def test_a_notification_or_level_of_tomorrow_is_not_recorded(asked: dict[str, Any]):
    tomorrow = ON + timedelta(days=1)
    with pytest.raises(Refused, match="has been given"):
        record_notification(replace(NOTIFICATION, notified_on=tomorrow), station="", **asked)
    with pytest.raises(Refused, match="has been set"):
        set_level(Level.LOW, set_on=tomorrow, **asked)
