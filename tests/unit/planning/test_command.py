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
from watchkeeper.planning.models import NightPlan, PlanLook
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
