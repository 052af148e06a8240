"""Measures of crimes, officers and the missing at the edges of their clocks, held against the plain rules."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.conftest import ON
from tools.healthy import hold
from watchkeeper.crimes.facts import (
    Case,
    CaseEvent,
    Crime,
    Disputed,
    EventKind,
    Held,
    Part,
    Party,
    Reviewed,
    ReviewKind,
)
from watchkeeper.crimes.rules.holding import dispute_due, grade_due
from watchkeeper.crimes.rules.reviews import review_due
from watchkeeper.crimes.rules.suspects import suspects_due
from watchkeeper.engine.engines import Embedded, chosen
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.running import Population, stand
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.facts import Case as Lost
from watchkeeper.missing.facts import Episode, Found, MissingPerson
from watchkeeper.missing.rules.returning import return_due
from watchkeeper.synth.history import Row
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.rules.caseload import Burden, caseload

REPORTED = datetime(2026, 1, 5, 9, tzinfo=UTC)
DAY = timedelta(days=1)
EDGES = (-1, 0, 1)


@contextmanager
def standing(law: Shelf, england: Calendar, on: Any = ON, **tables: list[Row]) -> Iterator[Population]:
    """A force of which only these rows are on record."""
    with chosen("duckdb") as engine:
        assert isinstance(engine, Embedded)
        for pull in asking.pulls():
            hold(engine, pull, tables.get(pull.name, []))
        yield stand(engine, law, england, on=(on,))


def crime() -> list[Row]:
    return [{"ref": "C1", "reported_at": "2026-01-05T09:00:00Z", "offence": "19C", "unit": "NW"}]


def told(standing: Population, name: str) -> bool:
    """Whether the one thing looked at counts; nothing looked at does not."""
    rows = standing.engine.take(standing.page(name)).to_pylist()
    return any(row["counts"] for row in rows)


CASE = Crime("C1", REPORTED, "19C", "NW")


@pytest.mark.parametrize("edge", EDGES)
def test_a_crime_is_ungraded_from_the_day_the_rule_says(edge: int, law: Shelf, england: Calendar) -> None:
    due = grade_due(Case(CASE), law, on=ON)
    assert due is not None
    assert due.by is not None
    on = due.by + edge * DAY
    with standing(law, england, on, crimes=crime()) as found:
        assert told(found, "ungraded") is (edge > 0)


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("whose", ["", "S1", "S2"])
def test_a_suspect_is_outstanding_from_the_day_the_rule_says(
    edge: int, whose: str, law: Shelf, england: Calendar
) -> None:
    suspect = Party("S1", "C1", Part.SUSPECT)
    (due,) = suspects_due(Case(CASE, parties=(suspect,)), law, on=ON)
    assert due.by is not None
    on = due.by + edge * DAY
    event = CaseEvent("E1", "C1", EventKind.ARREST, on - DAY, whose)
    late = [*suspects_due(Case(CASE, parties=(suspect,), events=(event,)), law, on=on)]
    arrest = {"crime_ref": "C1", "ref": "E1", "kind": "arrest", "on": on - DAY, "party": whose}
    party = {"ref": "S1", "crime_ref": "C1", "part": "suspect"}
    with standing(law, england, on, crimes=crime(), crime_parties=[party], crime_events=[arrest]) as found:
        assert told(found, "suspects_outstanding") is (bool(late) and edge > 0)


@pytest.mark.parametrize("edge", EDGES)
def test_an_investigation_nobody_looks_at_is_overdue_by_the_rule_as_well(
    edge: int, law: Shelf, england: Calendar
) -> None:
    allowed = law["measure_crime_unreviewed_days"].whole(ON)
    looked = ON - (allowed + edge) * DAY
    held = Held("H1", "C1", "O1", REPORTED.date())
    looks = tuple(
        Reviewed(f"R{at}", "C1", kind, looked, "S")
        for at, kind in enumerate((ReviewKind.INITIAL, *[ReviewKind.REVIEW] * 3))
    )
    due = review_due(Case(CASE, holdings=(held,), reviews=looks), law, hard=False, on=ON)
    assert due is not None
    assert due.by is not None
    holding = {"crime_ref": "C1", "ref": "H1", "officer_ref": "O1", "since": REPORTED.date()}
    review = {"crime_ref": "C1", "ref": "R1", "on": looked}
    with standing(law, england, crimes=crime(), crime_holdings=[holding], crime_reviews=[review]) as found:
        assert told(found, "unreviewed") is (edge > 0)
        assert not told(found, "unreviewed") or due.by < ON


@pytest.mark.parametrize("edge", EDGES)
def test_a_dispute_is_late_from_the_day_the_rule_says(edge: int, law: Shelf, england: Calendar) -> None:
    disputed = ON - (law["dispute_days"].whole(ON) + edge) * DAY
    due = dispute_due(Disputed("D1", "C1", "O1", "O1", disputed), law, on=ON)
    assert due is not None
    assert due.by is not None
    row = {"crime_ref": "C1", "ref": "D1", "on": disputed}
    with standing(law, england, crimes=crime(), allocation_disputes=[row]) as found:
        assert told(found, "disputes_late") is (due.by < ON) is (edge > 0)


@pytest.mark.parametrize(
    ("name", "step", "row"),
    [
        ("sent", "seized", "device_submitted_days"),
        ("examined", "submitted for examination", "device_examined_days"),
    ],
)
@pytest.mark.parametrize("edge", EDGES)
def test_a_device_waits_from_the_day_policy_says(
    edge: int, name: str, step: str, row: str, law: Shelf, england: Calendar
) -> None:
    since = ON - (law[row].whole(ON) + edge) * DAY
    taken = {"crime_ref": "C1", "ref": "X1", "device": "D1", "step": step, "on": since}
    with standing(law, england, crimes=crime(), crime_devices=[taken]) as found:
        assert told(found, "devices_waiting") is (edge > 0), name


@pytest.mark.parametrize("edge", EDGES)
def test_nobody_holds_a_crime_from_the_day_policy_says(edge: int, law: Shelf, england: Calendar) -> None:
    left = ON - (law["measure_crime_unheld_days"].whole(ON) + edge) * DAY
    spell = {"crime_ref": "C1", "ref": "H1", "officer_ref": "O1", "since": REPORTED.date(), "until": left}
    with standing(law, england, crimes=crime(), crime_holdings=[spell]) as found:
        assert told(found, "unheld") is (edge > 0)


@pytest.mark.parametrize("edge", EDGES)
def test_a_return_interview_is_late_from_the_minute_the_rule_says(
    edge: int, law: Shelf, england: Calendar
) -> None:
    found_at = datetime(2026, 3, 10, 9, tzinfo=UTC)
    case = Lost(
        Episode("E1", "M1", found_at - DAY, "NW"), MissingPerson("M1"), finds=(Found("F1", "E1", found_at),)
    )
    due = return_due(case, case.finds[0], law, at=found_at)
    assert due is not None
    assert due.at is not None
    held_at = due.at + timedelta(minutes=edge)
    rows = {
        "missing_people": [{"ref": "M1"}],
        "missing_episodes": [
            {"ref": "E1", "missing_ref": "M1", "reported_at": "2026-03-09T09:00:00Z", "unit": "NW"}
        ],
        "missing_finds": [{"episode_ref": "E1", "ref": "F1", "at": "2026-03-10T09:00:00Z", "how": ""}],
        "return_interviews": [
            {"episode_ref": "E1", "ref": "R1", "step": "held", "at": held_at.strftime("%Y-%m-%dT%H:%M:%SZ")}
        ],
    }
    with standing(law, england, **rows) as found:
        assert told(found, "returns_late") is (edge > 0)


@pytest.mark.parametrize("many", [49, 50, 51])
def test_a_manager_is_over_the_cap_as_the_rule_weighs_it(many: int, law: Shelf, england: Calendar) -> None:
    officer = Officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "NW")
    people = [f"P{at}" for at in range(many)]
    rows: dict[str, list[Row]] = {
        "officers": [{"ref": "O1", "rank": "constable", "role": "offender manager", "unit": "NW"}],
        "people": [{"ref": ref, "unit": "NW"} for ref in people],
        "levels": [
            {"person_ref": ref, "ref": f"L{ref}", "level": "medium", "set_on": ON - DAY} for ref in people
        ],
        "managers": [
            {"person_ref": ref, "ref": f"M{ref}", "officer_ref": "O1", "since": ON - DAY} for ref in people
        ],
    }
    load = caseload(officer, {"medium": many}, law, on=ON)
    with standing(law, england, **rows) as found:
        assert told(found, "overloaded") is (load.standing is not Burden.WITHIN)


@pytest.mark.parametrize(
    ("granted", "expires", "counts"),
    [(-1, 1, False), (-1, 0, True), (0, 1, False), (1, 9, True), (-1, None, True)],
)
def test_a_clearance_holds_from_the_day_granted_to_the_day_before_it_ends(
    granted: int, expires: int | None, counts: bool, law: Shelf, england: Calendar
) -> None:
    row: Row = {"officer_ref": "O1", "ref": "C1", "granted_on": ON + granted * DAY}
    if expires is not None:
        row["expires_on"] = ON + expires * DAY
    officers = [{"ref": "O1", "rank": "constable", "role": "investigator", "unit": "NW"}]
    with standing(law, england, officers=officers, clearances=[row]) as found:
        assert told(found, "uncleared") is counts
