"""Alerts are raised once, shown and kept as shown, and taken on by one named officer who may."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import (
    ADMINISTRATOR,
    INSPECTOR,
    MANAGER,
    RECRUIT,
    SERGEANT,
    SUPERINTENDENT,
)
from tests.unit.workforce.records import last, refused
from watchkeeper.alerts import models
from watchkeeper.alerts.actions import acknowledge, deliver, raise_alert, raise_alerts
from watchkeeper.alerts.facts import Alert, Channel, Kind, Raising, Urgency
from watchkeeper.audit.facts import Kind as Outcome
from watchkeeper.audit.models import Entry
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Refused, act
from watchkeeper.workforce.facts import Officer, Power, Rank

pytestmark = pytest.mark.django_db

OWED = Raising(
    kind=Kind.DECISION,
    says="P1: a decision is owed, not seen for too long",
    about="P1",
    cause="not seen for too long/2026-03-23",
    unit="U1",
    least_rank=Rank.SERGEANT,
    urgency=Urgency.TODAY,
    page="/people/P1/",
)


@pytest.fixture
def asked(law: Shelf) -> dict[str, Any]:
    return {"on": ON, "law": law, "at": NOON}


def raised(asked: dict[str, Any], *several: Raising) -> tuple[Alert, ...]:
    return raise_alerts(several or (OWED,), purpose="nightly brief", **asked)


def taken_on(alert: Alert, by: Officer, asked: dict[str, Any]) -> str:
    return acknowledge(alert.ref, by=by, purpose="acknowledged", **asked).officer


def test_what_was_raised_is_kept_and_is_on_the_trail(asked: dict[str, Any]) -> None:
    (alert,) = raised(asked)
    assert alert.raising == OWED
    assert alert.raised_at == NOON
    assert models.Alert.objects.get().fact() == alert
    assert ("stored", f"alerts.Alert {alert.ref}") in last().facts


def test_several_are_one_act_each_with_a_reference_of_its_own(asked: dict[str, Any]) -> None:
    several = raised(asked, OWED, replace(OWED, about="P2"), replace(OWED, cause="another"))
    assert len({alert.ref for alert in several}) == 3
    assert Entry.objects.filter(power=Power.RAISE_ALERT, kind=Outcome.DONE).count() == 1


def test_nothing_to_raise_leaves_no_trace(asked: dict[str, Any]) -> None:
    assert raise_alerts((), purpose="nightly brief", **asked) == ()
    assert not Entry.objects.exists()


def test_the_same_alert_while_open_is_one(asked: dict[str, Any]) -> None:
    (first,) = raised(asked)
    (again,) = raised(asked, replace(OWED, says="said otherwise"))
    assert again == first
    assert models.Alert.objects.count() == 1


@pytest.mark.parametrize(
    "other", [{"kind": Kind.UNMANAGED}, {"about": "P2"}, {"cause": "another"}, {"unit": "U2"}]
)
def test_another_kind_person_cause_or_unit_is_another_alert(
    other: dict[str, Any], asked: dict[str, Any]
) -> None:
    raised(asked)
    raised(asked, replace(OWED, **other))
    assert models.Alert.objects.count() == 2


def test_once_taken_on_the_same_may_be_raised_anew(asked: dict[str, Any]) -> None:
    (first,) = raised(asked)
    taken_on(first, SERGEANT, asked)
    (again,) = raised(asked)
    assert again.ref != first.ref


def test_an_alert_of_another_act_stands_or_falls_with_it(law: Shelf, asked: dict[str, Any]) -> None:
    def open_and_fail() -> None:
        with act(Power.READ_PERSON, by=MANAGER, about="P1", purpose="enquiry", **asked) as this:
            raise_alert(OWED, under=this)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        open_and_fail()
    assert not models.Alert.objects.exists()


def test_nobody_but_the_system_raises_alerts_as_an_act_of_their_own(asked: dict[str, Any]) -> None:
    with (
        pytest.raises(Refused),
        act(Power.RAISE_ALERT, by=SUPERINTENDENT, about="", purpose="x", **asked) as this,
    ):
        raise_alert(OWED, under=this)
    refused("is senior officer; needed: system")


def test_a_delivery_is_kept_once_for_each_officer(asked: dict[str, Any]) -> None:
    alerts = raised(asked, OWED, replace(OWED, about="P2"))
    assert deliver(alerts, to=SERGEANT, channel=Channel.PAGE, **asked) == 2
    assert ("shown to", "O2") in last().facts
    assert deliver(alerts, to=SERGEANT, channel=Channel.PUSH, **asked) == 0
    assert deliver(alerts, to=INSPECTOR, channel=Channel.PUSH, **asked) == 2
    assert {row.fact().channel for row in models.Delivery.objects.filter(officer_ref="O3")} == {Channel.PUSH}


def test_a_named_officer_takes_an_alert_on(asked: dict[str, Any]) -> None:
    (alert,) = raised(asked)
    assert taken_on(alert, INSPECTOR, asked) == "O3"
    assert last().by == "O3"
    assert last().about == "P1"
    assert ("alert", alert.ref) in last().facts


@pytest.mark.parametrize(
    ("who", "why"),
    [
        (RECRUIT, "is intelligence officer; needed"),
        (MANAGER, "is offender manager; it is for those who supervise"),
        (ADMINISTRATOR, "is administrator; it is for those who supervise"),
        (replace(SERGEANT, unit="U2"), "is of U2; it is for U1"),
        (replace(SERGEANT, rank=Rank.CONSTABLE), "is a constable; sergeant or above is needed"),
    ],
)
def test_who_may_not_take_it_on_is_told_why(who: Officer, why: str, asked: dict[str, Any]) -> None:
    (alert,) = raised(asked)
    with pytest.raises(Refused):
        taken_on(alert, who, asked)
    refused(why)
    assert not models.Acknowledgement.objects.exists()


def test_what_somebody_has_taken_on_nobody_takes_from_them(asked: dict[str, Any]) -> None:
    (alert,) = raised(asked)
    taken_on(alert, SERGEANT, asked)
    with pytest.raises(Refused):
        taken_on(alert, INSPECTOR, {**asked, "at": NOON + timedelta(minutes=1)})
    refused("O2 has acknowledged it")


def test_an_alert_nobody_raised_cannot_be_taken_on(asked: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        acknowledge("alert-none", by=SERGEANT, purpose="acknowledged", **asked)
    refused("the alert is on record")
