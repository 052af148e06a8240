"""`watchkeeper plan`: rounds for planners, counts for everybody else, and on again where it was stopped."""

import json
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import NOON, ON
from tests.unit.planning.small_unit import NIGHT, map_for, store
from tests.unit.workforce.records import CARRIED
from watchkeeper import today
from watchkeeper.cli import opening
from watchkeeper.cli.main import app
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.planning import assembling
from watchkeeper.planning.models import NightKey, NightPlan, PlanLook
from watchkeeper.workforce.models import Unit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def small_unit(transactional_db: None, law: Shelf, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    store()
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(today, "today", lambda: ON)
    monkeypatch.setattr(opening, "open_house", lambda: tmp_path)
    monkeypatch.setattr(assembling, "map_of", lambda *_, **__: map_for(law))


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["plan", "--on", NIGHT.isoformat(), *words])


def test_a_planner_reads_the_rounds_and_anybody_else_counts():
    told = json.loads(run("--unit", "U1", "--json").stdout)
    assert told[0]["visits"] > 0
    assert "rounds" not in told[0]
    assert "P0" not in json.dumps(told)
    assert not PlanLook.objects.exists()
    (one,) = json.loads(run("--unit", "U1", "--as", "S1", "--json").stdout)
    assert sum(len(each["visits"]) for each in one["rounds"]) == told[0]["visits"]
    assert all(visit["why"] for each in one["rounds"] for visit in each["visits"])
    assert one["commitment"] == told[0]["commitment"]
    assert PlanLook.objects.get().officer_ref == "S1"


def test_later_days_are_load_and_it_says_why():
    said = run("--unit", "U1", "--days", "3", "--as", "S1").stdout
    assert "A forecast of load" in said
    assert "2026-03-25: 0 crews" in said


def test_whoever_may_not_plan_is_told_so_in_a_line():
    result = run("--unit", "U1", "--as", "M1")
    assert result.exit_code == 2
    assert "offender manager" in result.stderr


def test_a_planner_reads_how_near_the_plan_is_to_the_best():
    """How tight the few turns get depends on the machine's arithmetic; what is said follows what was sealed."""
    said = " ".join(run("--unit", "U1").stdout.split())
    unproved = NightPlan.objects.get().fact().at_most is None
    assert ("not proved" in said) == unproved
    assert ("which is proved" in said) != unproved


def test_a_day_that_is_planned_is_planned_again_with_a_reason_alone():
    run("--unit", "U1")
    assert (
        "Planned already: revision 1. To plan it again: --again --reason TEXT" in run("--unit", "U1").stdout
    )
    for words, said in (
        (("--again",), "--again needs --reason"),
        (("--reason", "a try"), "give --again with it"),
        (("--seed", "5"), "sealed with a seed of its own"),
        (("--again", "--reason", "a try", "--seed", "5"), "sealed with a seed of its own"),
        (("--as", "M1"), "offender manager"),
    ):
        result = run("--unit", "U1", *words)
        assert result.exit_code == 2
        assert said in result.stderr
    assert NightPlan.objects.count() == 1
    run("--unit", "U1", "--again", "--reason", "a shift was swapped")
    assert all(row.fact().why in ("proposed", "a shift was swapped") for row in NightPlan.objects.all())


def test_a_fortnight_of_one_unit_cut_short_goes_on_with_the_key_it_sealed(monkeypatch: pytest.MonkeyPatch):
    from watchkeeper.planning.actions import proposing

    def cut_short(*given: Any, **more: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(proposing, "worked_out", cut_short)
        run("--unit", "U1", "--days", "14")
    assert (NightKey.objects.count(), NightPlan.objects.count()) == (1, 0)
    result = run("--unit", "U1", "--days", "14", "--json")
    (one,) = json.loads(result.stdout)
    assert len(one["forecast"]) == 13
    assert "planned U1" in result.stderr
    assert one["commitment"] == NightKey.objects.get().commitment


def test_stopped_and_asked_again_it_goes_on_with_what_is_missing():
    run("--unit", "U1")
    Unit.objects.create(ref="U2", name="South", **CARRIED)
    Unit.objects.create(ref="HQ", name="nobody's", **CARRIED)
    Person.objects.create(ref="P99", family_name="Example", given_names="Ann", unit="U2", **CARRIED)
    result = run()
    assert "planned U2" in result.stderr
    assert "planned U1" not in result.stderr
    assert "HQ" not in result.stderr, "nobody lives there"
    assert NightPlan.objects.filter(unit="U1").count() == 1
    assert "Every unit has a plan" in run().stdout
