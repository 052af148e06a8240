"""Measures of orders and of alerts at the edges of their clocks, held against the plain rules."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.conftest import ON
from tests.engine.test_measures_of_crimes import EDGES, standing, told
from watchkeeper.alerts.facts import Alert, Kind, Raising, Urgency
from watchkeeper.alerts.rules import held, undelivered
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import DAY, MINUTE, months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.facts import Order, OrderKind
from watchkeeper.registers.rules.orders import expiry_due
from watchkeeper.synth.history import Row
from watchkeeper.workforce.facts import Rank

PERSON: Row = {"ref": "P1", "unit": "NW"}
FOUND: Row = {"person_ref": "P1", "ref": "D1", "finding": "conviction", "relevant_date": "2024-01-01"}
NOON = datetime(ON.year, ON.month, ON.day, 12, tzinfo=UTC)


def order(until: Any, ref: str = "O1", **more: Any) -> Row:
    return {"person_ref": "P1", "ref": ref, "kind": "SHPO", "made_on": "2021-02-01", "until": until, **more}


@pytest.mark.parametrize("edge", EDGES)
def test_an_order_is_about_to_lapse_once_no_day_to_look_at_it_is_left(
    edge: int, law: Shelf, england: Calendar
) -> None:
    until = months_after(3, ON)
    last = months_after(-law["order_expiry_diary_months"].of("last", ON), until)
    on = last + edge * DAY
    due = expiry_due(Order("O1", OrderKind.SHPO, date(2021, 2, 1), until), law, on=on)
    with standing(law, england, on, people=[PERSON], orders=[order(until)]) as found:
        assert told(found, "orders_lapsing") is (due.by == until - DAY) is (edge > 0)


@pytest.mark.parametrize(
    ("more", "counts"),
    [((), True), (({"until": None},), False), (({"until": "2026-03-17"},), True), (({"kind": "SRO"},), True)],
)
@pytest.mark.parametrize(
    ("until", "name"), [("2026-04-11", "orders_lapsing"), ("2026-03-18", "orders_lapsed")]
)
def test_an_order_that_another_of_its_kind_outlasts_neither_lapses_nor_lapsed(
    until: str, name: str, more: tuple[dict[str, Any], ...], counts: bool, law: Shelf, england: Calendar
) -> None:
    others = [order(None, "O2") | each for each in more]
    rows: dict[str, list[Row]] = {
        "people": [PERSON],
        "disposals": [FOUND],
        "orders": [order(until), *others],
    }
    with standing(law, england, **rows) as found:
        rows_of = found.engine.take(found.page(name)).to_pylist()
        assert next(row["counts"] for row in rows_of if row["ref"] == "O1") is counts


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("urgency", [*Urgency])
def test_an_alert_is_late_from_the_minute_the_rules_say(
    edge: int, urgency: Urgency, law: Shelf, england: Calendar
) -> None:
    raised = NOON - 2 * DAY
    alert = Alert("A1", raised, Raising(Kind.DECISION, "", "P1", "", "NW", Rank.SERGEANT, urgency, ""))
    silence = raised + law["alert_silence_minutes"].of(urgency, ON) * MINUTE + edge * MINUTE
    delivery = raised + law["alert_delivery_minutes"].of(urgency, ON) * MINUTE + edge * MINUTE
    row = {"ref": "A1", "kind": "decision owed", "unit": "NW", "urgency": urgency.value, "raised_at": raised}
    rows: dict[str, list[Row]] = {
        "alerts": [row | {"raised_at": _z(raised)}],
        "alert_acknowledgements": [{"alert_ref": "A1", "ref": "K1", "at": _z(silence)}],
        "alert_deliveries": [{"alert_ref": "A1", "ref": "L1", "at": _z(delivery)}],
    }
    climbed = held(alert, law, at=silence, on=ON).periods > 0
    incident = undelivered(alert, False, law, at=delivery, on=ON).allowed
    with standing(law, england, **rows) as found:
        assert told(found, "alerts_unanswered") is climbed is (edge >= 0)
        assert told(found, "alerts_unseen") is incident is (edge >= 0)


def test_an_alert_about_the_forces_own_is_looked_at_by_no_measure(law: Shelf, england: Calendar) -> None:
    row = {"ref": "A1", "kind": Kind.OWN_SUSPECT.value, "urgency": "now", "raised_at": _z(NOON - 2 * DAY)}
    with standing(law, england, alerts=[row]) as found:
        for name in ("alerts_unanswered", "alerts_unseen"):
            assert found.engine.take(found.page(name)).num_rows == 0


def _z(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
