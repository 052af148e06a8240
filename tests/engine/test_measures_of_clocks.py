"""Measures of orders and of alerts at the edges of their clocks, held against the plain rules."""

from datetime import UTC, date, datetime, time
from itertools import product
from typing import Any

import pytest

from tests.conftest import ON
from tests.engine.test_measures_of_crimes import EDGES, standing
from watchkeeper.alerts.facts import Alert, Kind, Raising, Urgency
from watchkeeper.alerts.rules import held, undelivered
from watchkeeper.engine.snapshot import printed
from watchkeeper.inspection.measures.asking import days, month_ends
from watchkeeper.inspection.measures.catalogue import MEASURES
from watchkeeper.inspection.measures.expressions import PAGE
from watchkeeper.inspection.measures.running import Population
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import DAY, HOUR, LONDON, MINUTE, london_day, months_after, years_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.facts import Order, OrderKind
from watchkeeper.registers.rules.orders import expiry_due
from watchkeeper.suspects.facts import Band
from watchkeeper.synth.history import Row
from watchkeeper.workforce.facts import Rank

NOON = datetime(ON.year, ON.month, ON.day, 12, tzinfo=UTC)
MADE = date(2021, 2, 1)
LAPSING, LAPSED = date(2026, 4, 11), date(2026, 3, 18)
FEBRUARY, MARCH = date(2026, 2, 28), date(2026, 3, 31)  # the clock shows what UTC says when the first ends
APRIL, MAY = date(2026, 4, 30), date(2026, 5, 31)  # and an hour more here
OTHERS: tuple[tuple[dict[str, Any] | None, bool, bool], ...] = (
    (None, True, True),
    ({"until": None}, False, False),
    ({"until": date(2026, 3, 17)}, True, True),
    ({"until": ON - DAY}, True, True),
    ({"until": ON}, True, True),
    ({"until": ON + DAY}, True, False),
    ({"kind": "SRO"}, True, True),
)
"""Another order of the same person, and whether the first is about to lapse, or lapsed, all the same."""


def order(person: str, ref: str, until: date | None) -> Row:
    return {"person_ref": person, "ref": ref, "kind": "SHPO", "made_on": MADE, "until": until}


def counting(found: Population, name: str) -> dict[str, bool]:
    return {row["ref"]: row["counts"] for row in found.engine.take(found.page(name)).to_pylist()}


def test_an_order_is_about_to_lapse_once_no_day_to_look_at_it_is_left(law: Shelf, england: Calendar) -> None:
    months = law["order_expiry_diary_months"].of("last", ON)
    ends = {f"O{edge}": months_after(months, ON) - edge * DAY for edge in EDGES}
    rows: dict[str, list[Row]] = {
        "people": [{"ref": f"P{ref}", "unit": "NW"} for ref in ends],
        "orders": [order(f"P{ref}", ref, until) for ref, until in ends.items()],
    }
    with standing(law, england, **rows) as found:
        said = counting(found, "orders_lapsing")
    for ref, until in ends.items():
        due = expiry_due(Order(ref, OrderKind.SHPO, MADE, until), law, on=ON)
        assert said[ref] is (due.by == until - DAY) is (months_after(-months, until) < ON), ref
    assert set(said.values()) == {True, False}


def test_an_order_that_another_of_its_kind_outlasts_neither_lapses_nor_lapsed(
    law: Shelf, england: Calendar
) -> None:
    orders, expected = [], {}
    for at, ((other, lapses, lapsed), until) in enumerate(product(OTHERS, (LAPSING, LAPSED))):
        orders.append(order(f"P{at}", f"O{at}", until))
        if other is not None:
            orders.append(order(f"P{at}", f"X{at}", None) | other)
        expected[f"O{at}"] = until, lapses if until == LAPSING else lapsed
    people = sorted({str(row["person_ref"]) for row in orders})
    rows: dict[str, list[Row]] = {
        "people": [{"ref": ref, "unit": "NW"} for ref in people],
        "disposals": [
            {"person_ref": ref, "ref": f"D{ref}", "finding": "conviction", "relevant_date": "2024-01-01"}
            for ref in people
        ],
        "orders": orders,
    }
    with standing(law, england, **rows) as found:
        for until, name in ((LAPSING, "orders_lapsing"), (LAPSED, "orders_lapsed")):
            said = {ref: counts for ref, counts in counting(found, name).items() if ref.startswith("O")}
            assert said == {ref: counts for ref, (ends, counts) in expected.items() if ends == until}


def test_an_alert_is_late_from_the_minute_the_rules_say(law: Shelf, england: Calendar) -> None:
    raised = NOON - 2 * DAY
    own: list[Row] = []
    taken: list[Row] = []
    shown: list[Row] = []
    expected: dict[str, tuple[bool, bool]] = {}
    for urgency, edge in product(Urgency, EDGES):
        ref = f"{urgency.value}{edge}"
        alert = Alert(ref, raised, Raising(Kind.DECISION, "", "P1", "", "NW", Rank.SERGEANT, urgency, ""))
        silence = raised + (law["alert_silence_minutes"].of(urgency, ON) + edge) * MINUTE
        delivery = raised + (law["alert_delivery_minutes"].of(urgency, ON) + edge) * MINUTE
        row = {"ref": ref, "kind": Kind.DECISION.value, "unit": "NW", "urgency": urgency.value}
        own.append(row | {"raised_at": _z(raised)})
        taken.append({"alert_ref": ref, "ref": f"K{ref}", "at": _z(silence)})
        shown.append({"alert_ref": ref, "ref": f"L{ref}", "at": _z(delivery)})
        climbed = held(alert, law, at=silence, on=ON).periods > 0
        incident = undelivered(alert, False, law, at=delivery, on=ON).allowed
        assert climbed is incident is (edge >= 0)
        expected[ref] = climbed, incident
    sealed = {"ref": "S1", "kind": Kind.OWN_SUSPECT.value, "urgency": "now", "raised_at": _z(raised)}
    rows = {"alerts": [*own, sealed], "alert_acknowledgements": taken, "alert_deliveries": shown}
    with standing(law, england, **rows) as found:
        late = [counting(found, name) for name in ("alerts_unanswered", "alerts_unseen")]
    assert {ref: (late[0][ref], late[1][ref]) for ref in late[0]} == expected, (
        "the sealed one is not among them"
    )
    assert late[1].keys() == expected.keys()


@pytest.mark.parametrize(("last", "after"), [(FEBRUARY, MARCH), (APRIL, MAY)])
def test_what_ends_about_midnight_of_a_month_end_is_looked_at_in_one_month(
    last: date, after: date, law: Shelf, england: Calendar
) -> None:
    midnight = datetime.combine(last + DAY, time(), LONDON).astimezone(UTC)
    allowed = {
        "alerts_unanswered": law["alert_silence_minutes"].of(Urgency.NOW, last) * MINUTE,
        "alerts_unseen": law["alert_delivery_minutes"].of(Urgency.NOW, last) * MINUTE,
        "enforced_late": law["suspect_enforce_hours"].of(Band.HIGH, last) * HOUR,
        "returns_late": law["missing_return_hours"].whole(last) * HOUR,
    }
    names = ("alerts", "suspect_referrals", "suspect_bands", "missing_episodes", "missing_finds")
    rows: dict[str, list[Row]] = {name: [] for name in names}
    rows["missing_people"] = [{"ref": "M"}]
    for (name, long), edge in product(allowed.items(), EDGES):
        ref, began = f"{name} {edge}", _z(midnight + edge * MINUTE - long)
        if name == "enforced_late":
            rows["suspect_referrals"].append({"ref": ref, "received_at": began, "unit": "NW"})
            band = {"band": Band.HIGH.value, "at": began, "by": "O", "tool": "KIRAT", "version": "3"}
            rows["suspect_bands"].append({"referral_ref": ref, "ref": f"B {ref}", **band})
        elif name == "returns_late":
            episode = {"ref": ref, "missing_ref": "M", "reported_at": began, "unit": "NW"}
            rows["missing_episodes"].append(episode)
            rows["missing_finds"].append({"episode_ref": ref, "ref": f"F {ref}", "at": began, "how": ""})
        else:
            alert = {"kind": Kind.DECISION.value, "urgency": "now", "raised_at": began}
            rows["alerts"].append({"ref": ref, **alert})
    for on, edges in ((last, [-1]), (after, [0, 1])):
        with standing(law, england, on, **rows) as found:
            for name in allowed:
                said = {ref: late for ref, late in counting(found, name).items() if ref.startswith(name)}
                assert said == {f"{name} {edge}": True for edge in edges}, on


def _z(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.mark.parametrize("on", [date(2026, 2, 28), date(2026, 3, 20), date(2024, 2, 29), date(2026, 12, 31)])
def test_every_day_of_ten_years_is_in_one_month_of_a_series(on: date, law: Shelf, england: Calendar) -> None:
    """The day asked about speaks of the month up to it; every month-end before of its own month."""
    ends = month_ends(on, 120)
    rows = days(law, england, ends)
    in_months = [row for row in rows if (row["asked_on"] + DAY).day == 1]
    first, last = rows[0]["month_ago"], in_months[-1]["asked_on"]
    for at in range(1, (last - first).days + 1):
        fell = first + at * DAY
        found = [row for row in in_months if row["month_ago"] < fell <= row["asked_on"]]
        assert len(found) == 1, fell
        assert (found[0]["asked_on"].year, found[0]["asked_on"].month) == (fell.year, fell.month)
    assert (last - first).days > 10 * 365
    assert rows[-1]["month_ago"] < last <= on


@pytest.mark.parametrize(
    "changes", [date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 31), date(2026, 6, 30)]
)
def test_an_episode_is_of_the_day_in_london_on_which_it_was_reported(
    changes: date, law: Shelf, england: Calendar
) -> None:
    """Either side of the last midnight of a month, of the clocks going forward, and of their going back."""
    for last in (changes - DAY, changes):
        midnight = datetime.combine(last + DAY, time(), LONDON).astimezone(UTC)
        reported = {f"E{edge}": midnight + edge * HOUR / 2 for edge in EDGES}
        rows: dict[str, list[Row]] = {
            "missing_people": [{"ref": "M", "born_on": years_after(-18, last)}],
            "missing_episodes": [
                {"ref": ref, "missing_ref": "M", "reported_at": _z(at), "unit": "NW"}
                for ref, at in reported.items()
            ],
        }
        theirs = {ref for ref, at in reported.items() if london_day(at) <= last}
        assert theirs == {"E-1"}
        with standing(law, england, last, **rows) as found:
            for name in ("grades_late", "enquiries_late", "episodes_reported"):
                assert counting(found, name).keys() == theirs, (name, last)


@pytest.mark.parametrize(
    "grows_up", [date(2026, 3, 29), date(2026, 6, 30), date(2026, 10, 25), date(2026, 11, 2)]
)
def test_a_child_is_one_on_the_day_in_london_they_were_found(
    grows_up: date, law: Shelf, england: Calendar
) -> None:
    midnight = datetime.combine(grows_up, time(), LONDON).astimezone(UTC)
    found_at = {f"E{edge}": midnight + edge * HOUR / 2 for edge in EDGES}
    age = law["missing_child_age"].whole(grows_up)
    rows: dict[str, list[Row]] = {
        "missing_people": [{"ref": "M", "born_on": years_after(-age, grows_up)}],
        "missing_episodes": [
            {"ref": ref, "missing_ref": "M", "reported_at": _z(midnight - DAY), "unit": "NW"}
            for ref in found_at
        ],
        "missing_finds": [
            {"episode_ref": ref, "ref": f"F{ref}", "at": _z(at), "how": ""} for ref, at in found_at.items()
        ],
    }
    with standing(law, england, grows_up + 9 * DAY, **rows) as found:
        assert counting(found, "returns_late").keys() == {"E-1"}


def test_a_measure_says_of_the_month_where_it_looks_at_what_fell_in_it() -> None:
    for measure in MEASURES:
        asked, steps = printed(PAGE + measure.name), {"tried"}
        windowed = any(f'"{word}"' in asked for word in ("month_ago", "month_began_at", *steps))
        assert measure.monthly == windowed, measure.name
