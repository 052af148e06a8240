"""An assessment is late after the fewer months of policy and of its instrument: held against the plain rule."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.test_measures_of_crimes import standing as force
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import DAY, months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.answers import Place, Rated
from watchkeeper.risk.facts import Assessment, Outlook
from watchkeeper.risk.packed import months_of_packs, own_clocks
from watchkeeper.risk.rules.assessments import assessment_due
from watchkeeper.risk.rules.scores import newest_rated

DONE = date(2026, 1, 20)
MONTHS = months_of_packs()
PACKS = (*sorted(MONTHS), "arms structure gone", "zzz 2026 gone", "")
"""Those that say when they are made again, one of a name that does in a version that is gone, and others."""
SOONER = tuple(pack for pack in PACKS if MONTHS.get(pack, 12) < 12)
ENDS = (DONE, months_after(3, DONE), months_after(12, DONE))
ON = st.sampled_from([end + edge * DAY for end in ENDS for edge in (-1, 0, 1, 2)] + [date(2026, 8, 1)])
ASSESSED = st.lists(
    st.tuples(st.sampled_from(["ARMS", "ARMS", "oasys", "OGRS"]), st.sampled_from([DONE, DONE + DAY])),
    min_size=1,
    max_size=2,
)
RATED = st.lists(
    st.tuples(
        st.sampled_from([*PACKS[:-1], *SOONER, *SOONER]),
        st.sampled_from([DONE, DONE, DONE + DAY]),
        st.sampled_from([Place.FIRST, Place.FIRST, Place.SECOND]),
        st.sampled_from([True, True, True, False]),
        st.sampled_from(["A0", "A0", "A1", ""]),
    ),
    min_size=1,
    max_size=4,
)
PEOPLE = st.lists(st.tuples(ASSESSED, RATED), min_size=10, max_size=20)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=PEOPLE, days=st.sets(ON, min_size=1, max_size=2))
def test_the_measure_says_what_the_rule_says(
    people: list[tuple[list[Any], list[Any]]], days: set[date], law: Shelf, england: Calendar
) -> None:
    for on in sorted(days):
        rows: dict[str, list[Any]] = {"people": [], "disposals": [], "assessments": [], "ratings": []}
        expected = {}
        for number, (assessed, rated) in enumerate(people):
            who = f"P{number}"
            _registered(rows, who)
            done = [
                Assessment(f"A{at}", name, completed, completed)
                for at, (name, completed) in enumerate(assessed)
            ]
            made = [
                Rated(f"R{at}", "", place, pack, day, "O1", concluded, completes=completes)
                for at, (pack, day, place, concluded, completes) in enumerate(rated)
            ]
            rows["assessments"] += [_assessment(who, each) for each in done]
            rows["ratings"] += [_rating(who, each) for each in made]
            due = assessment_due(_outlook(done, made, law, on), (), law, england, on=on)
            expected[who] = due.by is not None and due.by < on
        with force(law, england, on, **rows) as found:
            said = found.engine.take(found.page("assessments_late")).to_pylist()
        assert {row["ref"]: row["counts"] for row in said} == expected


def _outlook(done: list[Assessment], made: list[Rated], law: Shelf, on: date) -> Outlook:
    known = [each for each in done if each.completed_on <= on]
    counting = law["dynamic_instruments"].words(on)
    dynamic = [each for each in known if each.instrument.casefold() in {n.casefold() for n in counting}]
    newest = newest_rated(made, on=on)
    return Outlook(
        registered_on=date(2024, 1, 1),
        assessed=max(dynamic or known, key=lambda each: (each.completed_on, each.ref), default=None),
        rated=tuple((each, None) for each in newest),
        own_clocks=own_clocks(newest),
    )


@pytest.mark.parametrize("edge", [-1, 0, 1])
def test_an_assessment_is_late_after_the_fewer_months_of_the_two(
    edge: int, law: Shelf, england: Calendar
) -> None:
    """Of an instrument that is made again sooner than policy asks; of another, and of no pack, policy's."""
    of_policy = law["assessment_repeat_months"].whole(DONE)
    assert {many < of_policy for many in MONTHS.values()} == {True, False}
    packs = {f"P{at}": pack for at, pack in enumerate(PACKS)}
    rows: dict[str, list[Any]] = {"people": [], "disposals": [], "assessments": [], "ratings": []}
    for who, pack in packs.items():
        _registered(rows, who)
        rows["assessments"].append(_assessment(who, Assessment("A0", "ARMS", DONE, DONE)))
        if pack:
            made = Rated("R0", "", Place.FIRST, pack, DONE, "O1", concluded=True, completes="A0")
            rows["ratings"].append(_rating(who, made))
    for own in sorted({of_policy, *MONTHS.values()}):
        on = months_after(own, DONE) + edge * DAY
        with force(law, england, on, **rows) as found:
            said = found.engine.take(found.page("assessments_late")).to_pylist()
        assert {row["ref"]: row["counts"] for row in said} == {
            who: months_after(min(of_policy, MONTHS.get(pack, of_policy)), DONE) < on
            for who, pack in packs.items()
        }


def _registered(rows: dict[str, list[Any]], who: str) -> None:
    rows["people"].append({"ref": who, "unit": "NW"})
    rows["disposals"].append(
        {"person_ref": who, "ref": f"D{who}", "finding": "conviction", "relevant_date": "2024-01-01"}
    )


def _assessment(who: str, done: Assessment) -> dict[str, Any]:
    """The ref of an assessment and what completes it: each person's own."""
    return {
        "person_ref": who,
        "ref": f"{who}{done.ref}",
        "instrument": done.instrument,
        "completed_on": done.completed_on,
        "signed_off_on": done.signed_off_on,
    }


def _rating(who: str, made: Rated) -> dict[str, Any]:
    return {
        "person_ref": who,
        "ref": f"{who}{made.ref}",
        "place": made.place.value,
        "pack": made.pack,
        "on": made.on,
        "concluded": "yes" if made.concluded else "no",
        "completes": f"{who}{made.completes}" if made.completes else "",
    }
