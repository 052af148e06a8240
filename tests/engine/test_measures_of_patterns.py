"""Visits that can be guessed, month by month, held against the plain rule on generated lives."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ON
from tests.engine.test_guessable import people
from tools.healthy import hold
from watchkeeper.engine.engines import Embedded, chosen
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.running import stand
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.facts import LEVELS, Level
from watchkeeper.synth.history import Row
from watchkeeper.visits.facts import Visit
from watchkeeper.visits.rules.contact import contact
from watchkeeper.visits.rules.knocks import bounds, knocks
from watchkeeper.visits.rules.predictable import pattern_due

LAST = date(2026, 7, 2)  # in summer, a day after the last that the lives are about
DAYS = (date(2025, 1, 31), date(2026, 3, 31), date(2026, 6, 30), LAST)
BORN_TO_IT = date(2012, 1, 1)


def rows(lives: dict[str, list[Visit]]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {"people": [], "disposals": [], "levels": [], "visits": []}
    for who, visits in lives.items():
        found["people"].append({"ref": who, "unit": "NW"})
        found["disposals"].append(
            {"person_ref": who, "ref": f"D{who}", "finding": "conviction", "relevant_date": BORN_TO_IT}
        )
        found["levels"].append(
            {"person_ref": who, "ref": f"L{who}", "level": _level(who), "set_on": BORN_TO_IT}
        )
        found["visits"] += [
            {
                "person_ref": who,
                "ref": f"{who}-{one.ref}",
                "at": one.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "outcome": one.outcome or "",
                "notice_hours": one.notice_hours,
            }
            for one in visits
        ]
    return found


def _level(who: str) -> Level:
    return LEVELS[int(who[1:]) % len(LEVELS)]


def by_the_rule(lives: dict[str, list[Visit]], law: Shelf, on: date) -> dict[str, bool]:
    """Of whoever has as many visits as are judged: whether the next could be guessed."""
    found = {}
    for who, visits in lives.items():
        every = knocks(visits, law, on=on)
        if len(every) >= bounds(law, on=on).least:
            since = contact(visits, law, on=on).last_seen_on or on
            months = law["visit_interval_months"].of(_level(who), on)
            limit = (months_after(months, since) - since).days
            found[who] = pattern_due(every, limit, law, on=on) is not None
    return found


def told(lives: dict[str, list[Visit]], law: Shelf, england: Calendar, *days: date) -> dict[date, Any]:
    made, found = rows(lives), {day: {} for day in days}
    with chosen("duckdb") as engine:
        assert isinstance(engine, Embedded)
        for pull in asking.pulls():
            hold(engine, pull, made.get(pull.name, []))
        asked = stand(engine, law, england, on=days)
        for row in engine.take(asked.page("guessable")).to_pylist():
            found[row["asked_on"]][row["ref"]] = row["counts"]
    return found


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_visits_can_be_guessed_where_the_rule_says_so(seed: int, law: Shelf, england: Calendar) -> None:
    lives = people(seed, 150)
    said = told(lives, law, england, *DAYS)
    assert said == {on: by_the_rule(lives, law, on) for on in DAYS}
    assert told(lives, law, england, LAST) == {LAST: said[LAST]}, "asked alone it is told the same"


def test_the_generated_lives_are_of_both_kinds_on_every_day(law: Shelf) -> None:
    lives = people(1, 300)
    for on in DAYS[1:]:
        found = [*by_the_rule(lives, law, on).values()]
        assert 30 < sum(found) < len(found) - 30, on


def test_nobody_out_of_reach_or_managed_without_visits_is_looked_at(law: Shelf, england: Calendar) -> None:
    lives = people(2, 60)
    made = rows(lives)
    refs = sorted(by_the_rule(lives, law, LAST))
    away = {"kind": "custody", "since": ON}
    made["away"] = [{"person_ref": refs[0], "ref": "A0"} | away]
    made["plans"] = [{"person_ref": refs[1], "ref": "N1", "made_on": ON, "reactive": "yes"}]
    with chosen("duckdb") as engine:
        assert isinstance(engine, Embedded)
        for pull in asking.pulls():
            hold(engine, pull, made.get(pull.name, []))
        asked = stand(engine, law, england, on=(LAST,))
        found = {row["ref"] for row in engine.take(asked.page("guessable")).to_pylist()}
    assert found == {*refs[2:]}
    assert ON + timedelta(days=1) < LAST
