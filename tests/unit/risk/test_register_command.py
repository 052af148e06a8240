"""`watchkeeper risk fairness --register`: the register's own assessments, by whom, and on the trail."""

import csv
import io
import json
from collections.abc import Iterator

import pytest
from django.conf import settings
from typer.testing import CliRunner, Result

from tests.conftest import NOON, ON
from tests.unit.risk.test_following import OSP, assessed
from tests.unit.suspects.scene import staff
from tests.unit.workforce.records import last, refused
from watchkeeper import today
from watchkeeper.audit.facts import Kind
from watchkeeper.cli.main import app

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def door(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock of the test's own, and a register of 24 people assessed, of whom 12 were convicted again."""
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(today, "today", lambda: ON)
    monkeypatch.delenv("WATCHKEEPER_OFFICER", raising=False)
    staff()
    for number in range(24):
        assessed(number, again=number % 2 == 0, sex="female" if number > 20 else "male")
    assessed(91, again=False, stranger_victim="")  # left open
    register = settings.HOME / "watchkeeper.sqlite3"
    register.touch()
    yield
    register.unlink()


def run(*words: str, expect: int = 0) -> Result:
    done = CliRunner().invoke(app, ["risk", "fairness", *words])
    assert done.exit_code == expect, done.output
    return done


def test_the_register_is_studied_and_the_look_is_on_the_trail() -> None:
    asked = ("--register", "--pack", "osp_dc_2026", "--as", "SO1")
    done = run(*asked, "--json")
    assert "left out: 1 row, open" in done.stderr
    rows = {(row["part"], row["of"], row["measure"]): row for row in json.loads(done.stdout)}
    (known,) = [row for (_, _, measure), row in rows.items() if measure == "whose outcome is known"]
    assert known["value"] == 24
    entry = last()
    assert (entry.kind, entry.by, dict(entry.facts)["people"]) == (Kind.DONE, "SO1", "25")
    assert dict(entry.facts)["pack"] == OSP.ref
    lines, table = run(*asked).stdout, list(csv.DictReader(io.StringIO(run(*asked, "--csv").stdout)))
    assert "calibration in the large" in lines
    assert [tuple(row[name] for name in ("part", "of", "measure")) for row in table] == list(rows)


def test_a_group_of_few_is_withheld() -> None:
    done = run("--register", "--pack", "osp_dc_2026", "--json")
    women = [
        row for row in json.loads(done.stdout) if row["part"] == "burden by sex" and row["of"] == "female"
    ]
    assert women
    assert all(row["value"] is None and row["why"] for row in women)


def test_who_may_not_measure_the_force_is_refused_in_a_line_and_on_the_trail() -> None:
    done = run("--register", "--pack", "osp_dc_2026", "--as", "D1", expect=2)
    assert "needed" in done.stderr
    assert not done.stdout
    refused("needed:")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--register",), "name --pack, and no list"),
        (("--register", "--pack", "osp_dc_2026", "list.csv"), "name --pack, and no list"),
        (("--register", "--pack", "ogrs3_2yr_2008"), "the register holds what"),
        (("--register", "--pack", "osp_dc_2026", "--as", "X404"), "X404"),
        (("--register", "--pack", "osp_dc_2026", "--on", "2030-01-01"), "is still to come"),
        ((), "name a list"),
    ],
)
def test_what_cannot_be_asked_of_it_is_said(words: tuple[str, ...], says: str) -> None:
    assert says in " ".join(run(*words, expect=2).stderr.split())
