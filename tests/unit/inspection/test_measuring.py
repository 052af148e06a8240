"""Measuring the force and exporting what is measured are acts, and what they print is what was counted."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from typer.testing import CliRunner, Result

from tests.conftest import NOON, ON
from watchkeeper import today
from watchkeeper.audit.actions import entries
from watchkeeper.audit.facts import Kind
from watchkeeper.cli import inspect
from watchkeeper.engine.parquet import FolderError
from watchkeeper.inspection import paper
from watchkeeper.inspection.actions import Found, Question, UnknownUnitError, export_facts, measure
from watchkeeper.inspection.facts import Alarm, Counted
from watchkeeper.inspection.measures.catalogue import BY_NAME, MEASURES
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.registers.models import Disposal
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer as Who
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Officer, Unit

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = NOON - timedelta(days=30)
INSPECTOR = Who("HQ1", Rank.CONSTABLE, Role.INSPECTION, "HQ")
COMMAND = Who("NW1", Rank.SUPERINTENDENT, Role.SENIOR_OFFICER, "NW")
MANAGER = Who("NW2", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "NW")
ADMINISTRATOR = Who("HQ2", Rank.INSPECTOR, Role.ADMINISTRATOR, "HQ")
AHEAD = "21 March 2026 is still to come, and nobody knows how the force will stand: ask about 20 March 2026"
UNMANAGED, VETTING = BY_NAME["unmanaged"], BY_NAME["uncleared"]
ASKED = Question((UNMANAGED, VETTING), ON, NOON, 2)


@pytest.fixture(autouse=True)
def small_force(transactional_db: None) -> None:
    """Two units, and in each somebody on the register whom nobody manages."""
    known = {"recorded_at": BEFORE, "known_from": BEFORE, "act": 0}
    for unit in ("NW", "SE"):
        Unit.objects.create(ref=unit, name=unit, **known)
        Person.objects.create(ref=f"P-{unit}", unit=unit, family_name="Larkspur", **known)
        Disposal.objects.create(
            ref=f"D-{unit}",
            person_ref=f"P-{unit}",
            finding="caution",
            sentence="caution",
            relevant_date=ON - timedelta(days=10),
            **known,
        )
    Officer.objects.create(ref="NW1", rank="superintendent", role="senior officer", unit="NW", **known)


def asked(
    law: Shelf, england: Calendar, by: Who = INSPECTOR, question: Question = ASKED
) -> tuple[Found, ...]:
    return measure(question, by=by, law=law, calendar=england, at=NOON, behind=True, account="sbrown")


def test_what_was_asked_and_how_many_rows_were_shown_is_on_the_trail(law, england):
    unmanaged, _ = asked(law, england)
    done = list(entries())[-1]
    assert (done.kind, done.power, done.by) == (Kind.DONE, "measure the force", "HQ1")
    assert {("on", str(ON)), ("measures", "2"), ("rows", "2"), ("account", "sbrown")} <= {*done.facts}
    assert [row.ref for row in unmanaged.behind] == ["P-NW", "P-SE"]


def test_the_force_and_each_unit_are_counted_on_the_day_and_at_each_month_end(law, england):
    measured = asked(law, england)[0].measured
    assert [str(day) for day in measured.days] == ["2026-01-31", "2026-02-28", "2026-03-20"]
    assert measured.counts[""] == (Counted(0, 0), Counted(0, 0), Counted(2, 2))
    assert measured.counts["NW"] == (Counted(0, 0), Counted(0, 0), Counted(1, 1))


def test_a_share_above_the_limit_of_policy_is_alarming(law, england):
    found = asked(law, england)[0]
    assert found.chart.alarms == (Alarm.OVER,)
    assert found.units["SE"].alarms == (Alarm.OVER,)


def test_an_officer_of_a_unit_sees_the_rows_of_their_own_and_how_many_more_there_are(law, england):
    found = asked(law, england, COMMAND)[0]
    assert ([row.ref for row in found.behind], found.withheld) == (["P-NW"], 1)
    assert found.measured.counts[""][-1] == Counted(2, 2)


def test_a_sealed_measure_counts_and_shows_nobody(law, england):
    found = asked(law, england)[1]
    assert found.measured.counts[""][-1] == Counted(1, 1)
    assert found.behind == ()


def test_one_unit_alone_may_be_measured_and_one_nobody_knows_is_named(law, england):
    found = asked(law, england, question=replace(ASKED, unit="SE"))[0]
    assert ([row.ref for row in found.behind], [*found.units]) == (["P-SE"], ["SE"])
    with pytest.raises(UnknownUnitError, match="there are NW, SE"):
        asked(law, england, question=replace(ASKED, unit="XX"))
    assert list(entries())[-1].kind is Kind.FAILED


def test_what_was_not_known_at_the_instant_is_not_counted(law, england):
    early = replace(ASKED, known_at=BEFORE - timedelta(days=1))
    assert asked(law, england, question=early)[0].measured.counts == {"": (Counted(0, 0),) * 3}


def test_somebody_without_the_power_measures_nothing_and_the_attempt_is_kept(law, england):
    with pytest.raises(Refused, match="offender manager"):
        asked(law, england, MANAGER)
    assert [entry.kind for entry in entries()] == [Kind.ATTEMPT, Kind.REFUSED]


def test_exported_facts_are_measured_as_the_database_is(law, england, tmp_path):
    rows = export_facts(tmp_path, by=ADMINISTRATOR, law=law, at=NOON)
    assert (rows["people"], rows["disposals"], rows["visits"]) == (2, 2, 0)
    assert "sha256" in dict(list(entries())[-1].facts)
    every = replace(ASKED, measures=MEASURES)
    from_files = asked(law, england, question=replace(every, folder=tmp_path))
    assert paper.as_json(from_files) == paper.as_json(asked(law, england, question=every))
    assert b"Larkspur" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_nothing_is_exported_without_the_power(law, tmp_path):
    with pytest.raises(Refused):
        export_facts(tmp_path / "out", by=INSPECTOR, law=law, at=NOON)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_lacks_a_file_says_which(law, england, tmp_path):
    with pytest.raises(FolderError, match=r"visits\.parquet"):
        asked(law, england, question=replace(ASKED, folder=tmp_path))


def test_paper_says_the_same_as_what_was_counted(law, england):
    found = asked(law, england)
    rows = list(csv.DictReader(io.StringIO(paper.as_csv(found).decode("utf-8-sig"))))
    last = [row for row in rows if row["measure"] == "unmanaged" and row["on"] == "2026-03-20"]
    assert [(row["unit"], row["numerator"], row["denominator"], row["alarms"]) for row in last] == [
        ("", "2", "2", "above the limit"),
        ("NW", "1", "1", "above the limit"),
        ("SE", "1", "1", "above the limit"),
    ]
    told = json.loads(paper.as_json(found))
    assert told["measures"][0]["units"][""]["numerator"] == [0, 0, 2]
    assert told["not_measured"]


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock of the test's own, and a register that is there."""
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(today, "today", lambda: ON)
    monkeypatch.delenv("WATCHKEEPER_OFFICER", raising=False)
    register = settings.HOME / "watchkeeper.sqlite3"
    register.touch()
    yield
    register.unlink()


def run(*words: str) -> Result:
    return CliRunner().invoke(inspect.app, [*words])


@pytest.mark.usefixtures("door")
def test_the_command_lists_every_measure_and_what_is_not_measured():
    done = run("measures", "--months", "1")
    assert done.exit_code == 0, done.output
    assert all(measure.name in done.output for measure in MEASURES)
    assert "NOT MEASURED" in done.output
    assert "2 of 2, 100.0%; limit 0%*  Nobody manages: ABOVE THE LIMIT. In NW, SE." in done.output


@pytest.mark.usefixtures("door")
def test_the_command_explains_one_measure_with_the_rows_behind_it():
    done = run("measure", "unmanaged", "--as", "NW1", "--months", "1")
    assert "2026-02-28         0 of 0" in done.output
    assert "1 more are of other units, and not for you." in done.output
    assert "P-NW" in done.output
    assert "P-SE" not in done.output


@pytest.mark.usefixtures("door")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("measure", "luck"), "no measure is called 'luck'"),
        (("measures", "--unit", "XX"), "no unit is known as 'XX'"),
        (("measures", "--engine", "spark"), "reads a folder of Parquet"),
        (("measures", "--on", "tomorrow"), "is not a day"),
        (("measure", "unmanaged", "--on", "2026-03-21"), AHEAD),
        (("measures", "--known-at", "2026-03-21T00:00"), AHEAD),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(words: tuple[str, ...], says: str):
    done = run(*words)
    assert done.exit_code == 2
    assert says in done.output


@pytest.mark.usefixtures("door")
def test_the_command_exports(tmp_path: Path):
    done = run("export", str(tmp_path))
    assert done.exit_code == 0, done.output
    assert (tmp_path / "crimes.parquet").exists()
