"""`watchkeeper allocate`, `crime` and `eligible`: a crime without a ref of the force is called by its number."""

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.conftest import NOON, ON
from tests.unit.crimes.images import ALLOCATOR, enter
from tests.unit.workforce.records import CARRIED
from watchkeeper import today
from watchkeeper.cli import opening
from watchkeeper.cli.main import app
from watchkeeper.crimes import models

pytestmark = pytest.mark.django_db(transaction=True)
OURS, SPOKEN = "act-000003498", "number 3,498"


@pytest.fixture(autouse=True)
def force(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    enter(monkeypatch)
    models.Crime.objects.create(ref=OURS, reported_at=NOON, offence="86", unit="U1", **CARRIED)
    monkeypatch.setattr(today, "today", lambda: ON)
    monkeypatch.setattr(opening, "open_house", lambda: tmp_path)


def run(*words: str, status: int = 0) -> str:
    done = CliRunner().invoke(app, [*words, "--as", ALLOCATOR.ref])
    assert done.exit_code == status, done.stderr
    return done.stdout


def test_what_is_proposed_is_called_as_the_pages_call_it_and_a_list_for_programs_keeps_the_ref() -> None:
    said = run("allocate", "--unit", "U1")
    assert SPOKEN in said
    assert "act-" not in said
    told = json.loads(run("allocate", "--unit", "U1", "--json"))
    assert OURS in {line["crime"] for line in told["proposed"] + told["waiting"]}


@pytest.mark.parametrize("ref", [OURS, SPOKEN, "number 3498"])
def test_what_it_is_called_finds_it(ref: str) -> None:
    assert run("crime", ref).startswith(f"{SPOKEN} on 20 March 2026: ")
    assert "may hold" in run("eligible", "D1", ref)
