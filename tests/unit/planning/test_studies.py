"""Studies of the planner: from the register to a world, what is found, and the acts that ask for it and keep it."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from tests.conftest import NOON, ON
from tests.unit.planning.small_unit import PEOPLE, SERGEANT, add_person, asked, map_for, store
from tests.unit.workforce.officers import MANAGER
from tests.unit.workforce.records import CARRIED, refused, unit
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.holding import examine
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address
from watchkeeper.planning import models
from watchkeeper.planning.actions.studying import ask_study, keep_study
from watchkeeper.planning.proposing import read
from watchkeeper.planning.simulating.adversary import Bets, Leak
from watchkeeper.planning.simulating.frontier import Measured
from watchkeeper.planning.simulating.guessing import Patterns
from watchkeeper.planning.simulating.outcome import Outcome
from watchkeeper.planning.simulating.rosters import MIXED
from watchkeeper.planning.stored import figures_of, studies, study_of, waiting_studies
from watchkeeper.planning.study import Matter, StudyAsked
from watchkeeper.planning.studying.carrying import carry_out
from watchkeeper.planning.studying.kept import read_back
from watchkeeper.planning.studying.leaking import RunFound
from watchkeeper.planning.studying.recorded import practice
from watchkeeper.planning.studying.worlds import Gathered, NobodyError, gathered, world_of
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db(transaction=True)

LEAK = StudyAsked(Matter.LEAK, "U1", 1, 1)
LATER = NOON + timedelta(hours=1)


def everybody(law: Shelf, england: Calendar, shut: dict[str, frozenset[str]] | None = None) -> Gathered:
    register = read("U1", night=ON, days=7, known_at=NOON)
    return gathered([register], map_for(law), law, england, on=ON, shut=shut or {})


def test_the_register_becomes_a_world_and_says_what_it_could_not_give(law: Shelf, england: Calendar) -> None:
    store(PEOPLE[:6])
    Address.objects.create(
        ref="A-P01", person_ref="P01", kind="home", line="nowhere", postcode="ZZ1 1ZZ", since=ON, recorded_at=NOON,
        known_from=NOON, act=1,
    )  # fmt: skip
    found = everybody(law, england, {"P02": frozenset({"M1", "M2", "M3", "M4"})})
    assert [each.person.ref for each in found.people] == list(PEOPLE[1:6])
    assert found.notes == ("Left out for want of a home that is on the map: 1 person.",)
    assert found.shifts_a_week == 2
    world = world_of(found, law, on=ON, seed=1)
    assert list(world.days_unseen) == [62, 63, 64, 65, 66]
    assert list(world.level) == [1, 0, 1, 1, 0]
    assert world.travel[0].shape == (6, 6)
    assert not world.allowed[:, 0].any(), "a record shut to every officer is visited by nobody"
    assert world.allowed[:, 1:].all()
    assert (world.home >= 0).all()
    assert np.array_equal(world.chance, world_of(found, law, on=ON, seed=1).chance)
    assert not np.array_equal(world.chance, world_of(found, law, on=ON, seed=2).chance)


def test_nobody_to_visit_is_found_and_said(law: Shelf, england: Calendar) -> None:
    unit()
    with pytest.raises(NobodyError):
        everybody(law, england)
    found = carry_out(
        LEAK, ["U1"], map_for(law), law, england, on=ON, known_at=NOON, told=lambda done, of: None
    )
    assert "nobody who could be visited" in found["missing"]


def test_recorded_visits_are_bet_on_only_when_there_are_enough(law: Shelf, england: Calendar) -> None:
    store()
    few = everybody(law, england)
    was = practice(few, world_of(few, law, on=ON, seed=1), law, england, on=ON)
    assert was.run is None
    assert was.attempts == (0, 48)
    assert "0 attempts are recorded in the earlier half" in was.missing
    Visit.objects.bulk_create(
        Visit(
            ref=f"B-{ref}-{back}", person_ref=ref, at=datetime(2026, 3, 20, 14, tzinfo=UTC) - timedelta(days=back),
            address_ref=f"A-{ref}", purpose="routine contact", sought_entry_to_search=False,
            outcome="seen" if back % 2 else "no reply", crew="M1;M2", **CARRIED,
        )
        for ref in PEOPLE
        for back in range(30, 730, 35)
    )  # fmt: skip
    add_person("P30", 30)
    found = everybody(law, england)
    was = practice(found, world_of(found, law, on=ON, seed=1), law, england, on=ON)
    assert was.run is not None
    assert was.world is not None
    assert was.people == len(found.people) == 25
    assert was.run.days == 730
    first = was.run.column("person") == 0
    assert list(was.run.column("day")[first]) == sorted(was.run.column("day")[first])
    seen = was.run.column("seen")[first]
    assert list(was.run.column("fails")[first][1:] == 0) == list(seen[:-1] == 1)


def test_what_could_be_guessed_and_how_many_crews(law: Shelf, england: Calendar) -> None:
    store()
    told: list[tuple[int, int]] = []

    def found(of: StudyAsked) -> dict[str, Any]:
        return carry_out(
            of, ["U1"], map_for(law), law, england, on=ON, known_at=NOON, told=lambda *far: told.append(far)
        )

    one = found(LEAK)
    kept = RunFound(
        Measured(
            Outcome(1.5, 0.1, (1, 2, 3, 4), (0, 0, 0, 0), (0.5, 1.0, 1.5, 2.0), 0.3, 0.4, 9),
            Leak(Bets(1, 0.1, 0.2, 0.3, 0.4, 0.5), Bets(2, 0.1, 0.2, 0.3, 0.4, 0.5)),
        ),
        Patterns((0.1, None), (None, 0.2), 0.3, 0.4, None, 0.5),
    )
    assert read_back(RunFound, json.loads(json.dumps(asdict(kept)))) == kept
    assert told[0][0] == 1
    assert told[-1][0] == told[-1][1] == len(told)
    assert one["people"] == len(PEOPLE)
    assert one["shifts"] == [2]
    curve = one["leak"]["curve"]
    assert curve[one["leak"]["in_force"]]["name"] == "rates x 1"
    assert [point["leak"]["mean"] for point in curve] == sorted(point["leak"]["mean"] for point in curve)
    assert one["leak"]["practice"]["exposure"]["mean"] == 1
    assert one["leak"]["recorded"]["guesses"] is None
    json.dumps(one, allow_nan=False)

    asked_for = replace(LEAK, matter=Matter.CAPACITY, shifts=(2, 24))
    whole = found(asked_for)
    assert found(asked_for) == whole, "the same register, law and day"
    crews = whole["capacity"]
    mixed = [each for each in crews["options"] if each["roster"] == MIXED.name]
    assert [each["shifts_a_week"] for each in mixed] == [2, 24]
    assert mixed[1]["exposure"]["mean"] < mixed[0]["exposure"]["mean"], "more crews, less harm"
    assert {each["roster"] for each in crews["options"]} == {
        "mixed", "office hours", "weekday evenings", "weekend days"
    }  # fmt: skip
    assert len(crews["backlog"][0]) == 30


def test_a_study_is_asked_for_with_power_and_within_bounds(law: Shelf) -> None:
    unit()
    for of, by, words in (
        (LEAK, MANAGER, "is offender manager"),
        (replace(LEAK, unit="U2"), replace(SERGEANT, unit="U2"), "unit U2 is known"),
        (LEAK, replace(SERGEANT, unit="U2"), "not of unit U1"),
        (replace(LEAK, unit=""), SERGEANT, "plans for the whole force"),
        (replace(LEAK, months=1_000), SERGEANT, "months"),
    ):
        with pytest.raises(Refused):
            ask_study(of, **asked(law, by=by))
        refused(words)
    assert not models.Study.objects.exists()
    study = ask_study(LEAK, **asked(law))
    assert (study.asked, study.by, study.done_at) == (LEAK, "S1", None)
    assert waiting_studies(known_at=NOON) == (study,)
    last = list(entries())[-1]
    assert last.kind is Kind.DONE
    assert models.Study.objects.get().act == list(entries())[-2].number
    assert figures_of(study.ref, known_at=NOON) is None


def test_what_it_found_is_kept_once_by_who_asked(law: Shelf) -> None:
    unit()
    study = ask_study(LEAK, **asked(law))
    for ref, by, words in (
        (study.ref, MANAGER, "is offender manager"),
        (study.ref, replace(SERGEANT, ref="S2"), "in the name of who asked"),
        ("act-0", SERGEANT, "study act-0 was asked for"),
    ):
        with pytest.raises(Refused):
            keep_study(ref, {"a": 1}, **asked(law, by=by, at=LATER))
        refused(words)
    kept = keep_study(study.ref, {"a": 1}, **asked(law, at=LATER))
    again = keep_study(study.ref, {"a": 2}, **asked(law, at=LATER + timedelta(hours=1)))
    assert kept == again == study_of(study.ref, known_at=LATER)
    assert figures_of(study.ref, known_at=LATER) == {"a": 1}
    assert figures_of(study.ref, known_at=NOON) is None, "as it was known before"
    assert studies(Matter.LEAK, known_at=LATER) == (kept,)
    assert studies(Matter.CAPACITY, known_at=LATER) == ()
    assert waiting_studies(known_at=LATER) == ()
    assert models.Study.objects.count() == 2
    assert check().holds
    assert not [fault for fault in examine().faults if "planning.Study" in fault]
