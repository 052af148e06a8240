"""An inspection report: made by act, the same bytes for the same question, in every form, whole or not at all."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from typer.testing import CliRunner, Result

from tests.conftest import NOON, ON
from watchkeeper import today
from watchkeeper.audit.actions import entries
from watchkeeper.audit.facts import Kind
from watchkeeper.cli import inspect
from watchkeeper.inspection.actions import UnknownUnitError
from watchkeeper.inspection.grades.facts import Evidence, Grade, Judged
from watchkeeper.inspection.grades.rules import characteristics, propose
from watchkeeper.inspection.measures.catalogue import MEASURES
from watchkeeper.inspection.measures.unmeasured import UNMEASURED
from watchkeeper.inspection.models import SignedGrade
from watchkeeper.inspection.reporting.actions import report, take_out
from watchkeeper.inspection.reporting.facts import Asked, AskedWronglyError, Report
from watchkeeper.inspection.reporting.forms import NAMES, drawing_up
from watchkeeper.inspection.reporting.read_back import proposal_of
from watchkeeper.inspection.reporting.told import told
from watchkeeper.inspection.reporting.writing import OccupiedError, put
from watchkeeper.inspection.signing_actions import sign, signed, signs_for
from watchkeeper.people.models import Person
from watchkeeper.registers.models import Disposal
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer as Who
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Officer, Unit

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = NOON - timedelta(days=30)
INSPECTOR = Who("HQ1", Rank.CONSTABLE, Role.INSPECTION, "HQ")
CHIEF = Who("HQ3", Rank.SUPERINTENDENT, Role.INSPECTION, "HQ")
COMMAND = Who("NW1", Rank.SUPERINTENDENT, Role.SENIOR_OFFICER, "NW")
MANAGER = Who("NW2", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "NW")
ASKED = Asked(date(2026, 1, 1), ON, NOON, seed=7)


@pytest.fixture(autouse=True)
def small_force(transactional_db: None) -> None:
    """Two units, and in each three on the register whom nobody manages."""
    known = {"recorded_at": BEFORE, "known_from": BEFORE, "act": 0}
    for unit in ("NW", "SE"):
        Unit.objects.create(ref=unit, name=unit, **known)
        for number in range(3):
            ref = f"{unit}{number}"
            Person.objects.create(ref=f"P-{ref}", unit=unit, family_name="Larkspur", **known)
            Disposal.objects.create(
                ref=f"D-{ref}",
                person_ref=f"P-{ref}",
                finding="caution",
                sentence="caution",
                relevant_date=ON - timedelta(days=10),
                **known,
            )
    Officer.objects.create(ref="NW1", rank="superintendent", role="senior officer", unit="NW", **known)


def made(law, england, by: Who = INSPECTOR, asked: Asked = ASKED) -> Report:
    return report(asked, by=by, law=law, calendar=england, at=NOON, account="sbrown")


def test_the_same_question_is_the_same_bytes_in_every_form(law, england):
    once, again = (dict(drawing_up(made(law, england))) for _ in range(2))
    assert tuple(once) == NAMES
    assert once == again
    assert once["report.pdf"].startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in once["report.pdf"]
    assert b"Larkspur" not in b"".join(once.values())
    assert b"<script" not in once["report.html"]


def test_it_holds_every_measure_what_is_not_measured_and_every_theme(law, england):
    said = told(made(law, england))
    lines = [line["name"] for theme in said["themes"] for line in theme["measures"]]
    assert sorted(lines) == sorted(each.name for each in MEASURES)
    missing = [each["what"] for each in said["not_measured"]]
    assert missing[: len(UNMEASURED)] == [what for what, _ in UNMEASURED]
    assert {"Crimes nobody holds", "Visits announced"} <= set(missing)
    assert "Nobody manages" not in missing
    assert [each["theme"].casefold() for each in said["grades"]] == [str(each) for each in Judged]
    managed = next(
        line for theme in said["themes"] for line in theme["measures"] if line["name"] == "unmanaged"
    )
    assert (managed["value_said"], managed["limit_said"]) == ("100.0%: 6 of 6", "0%, not confirmed")
    assert [month["on"] for month in managed["months"]] == ["2026-01-31", "2026-02-28", "2026-03-20"]
    assert {each["unit"]: each["said"] for each in managed["units"]} == {
        "NW": "100.0%: 3 of 3",
        "SE": "100.0%: 3 of 3",
    }
    assert said["asked"]["policy"] == law.version


def test_csv_and_json_say_the_same(law, england):
    files = dict(drawing_up(made(law, england)))
    rows = list(csv.DictReader(io.StringIO(files["report.csv"].decode("utf-8-sig"))))
    last = [row for row in rows if row["measure"] == "unmanaged" and row["on"] == str(ON)]
    assert [(row["unit"], row["numerator"], row["alarms"]) for row in last] == [
        ("", "6", "above the limit"),
        ("NW", "3", "above the limit"),
        ("SE", "3", "above the limit"),
    ]
    said = json.loads(files["report.json"])
    of = {key: value for key, value in said.items() if key != "sha256"}
    assert sha256(json.dumps(of, ensure_ascii=False, sort_keys=True).encode()).hexdigest() == said["sha256"]


def test_the_report_is_on_the_trail_with_what_it_was_asked_and_its_digest(law, england):
    said = told(made(law, england))
    done = list(entries())[-1]
    assert (done.kind, done.power, done.by) == (Kind.DONE, "write an inspection report", "HQ1")
    assert {("from", "2026-01-01"), ("seed", "7"), ("sha256", said["sha256"]), ("account", "sbrown")} <= {
        *done.facts
    }


def test_who_is_not_for_the_whole_force_has_cases_of_their_own_unit_alone(law, england):
    drawn = made(law, england, COMMAND).drawn[0]
    assert {each.unit for each in drawn.cases} == {"NW"}
    assert (drawn.of, drawn.withheld) == (6, 3)


def test_another_seed_draws_in_another_order_and_a_unit_has_its_own(law, england):
    one, other = (made(law, england, asked=replace(ASKED, seed=seed)).drawn[0].cases for seed in (1, 2))
    assert {each.ref for each in one} == {each.ref for each in other}
    assert one != other
    unit = made(law, england, asked=replace(ASKED, unit="SE"))
    assert {each.ref for each in unit.drawn[0].cases} == {"P-SE0", "P-SE1", "P-SE2"}
    assert [*unit.lines[0].units] == ["SE"]


def test_the_command_named_in_it_makes_it_again(law, england):
    said = told(made(law, england, asked=replace(ASKED, unit="SE")))
    assert said["repeat"] == (
        "watchkeeper inspect report --from 2026-01-01 --to 2026-03-20 --unit SE "
        "--known-at 2026-03-20T12:00:00Z --seed 7 --out FOLDER"
    )


@pytest.mark.parametrize(
    ("changed", "error", "says"),
    [
        ({"since": ON + timedelta(days=1)}, AskedWronglyError, "runs backwards"),
        ({"until": ON + timedelta(days=1)}, AskedWronglyError, "not over"),
        ({"since": date(2020, 1, 1)}, AskedWronglyError, "longer than 60 months"),
        ({"since": date(1999, 1, 1)}, AskedWronglyError, "policy goes back no further than"),
        ({"known_at": NOON + timedelta(seconds=1)}, AskedWronglyError, "known later"),
        ({"unit": "XX"}, UnknownUnitError, "there are NW, SE"),
    ],
)
def test_what_nobody_can_report_on_is_said(changed, error, says, law, england):
    with pytest.raises(error, match=says):
        made(law, england, asked=replace(ASKED, **changed))
    assert list(entries())[-1].kind is Kind.FAILED


def test_nobody_reports_without_the_power(law, england):
    with pytest.raises(Refused):
        made(law, england, MANAGER)
    assert [entry.kind for entry in entries()] == [Kind.ATTEMPT, Kind.REFUSED]


def test_taking_a_form_out_is_an_act_of_its_own(law):
    take_out("pdf", "abc", by=INSPECTOR, law=law, at=NOON)
    done = list(entries())[-1]
    assert (done.kind, done.purpose) == (Kind.DONE, "take out an inspection report")
    assert {("form", "pdf"), ("sha256", "abc")} <= {*done.facts}
    with pytest.raises(Refused):
        take_out("pdf", "abc", by=MANAGER, law=law, at=NOON)


def test_a_proposal_read_back_from_the_data_is_the_one_it_was_made_of(law, england):
    found = made(law, england)
    files = dict(drawing_up(found))
    assert tuple(proposal_of(each) for each in json.loads(files["report.json"])["grades"]) == found.proposals


def a_sign(law, by: Who = CHIEF, reasons: str = "Read against ten cases", unit: str = "", **changed):
    evidence = {each.name: Evidence(each.name, each.title, 0, 9, 0.1, ()) for each in MEASURES}
    found = propose(Judged.OFFENDERS, characteristics(Judged.OFFENDERS, evidence, law, on=ON), law, on=ON)
    period = {"since": ASKED.since, "until": ASKED.until, **changed}
    return sign(found, Grade.IMPROVE, reasons, unit=unit, by=by, law=law, at=NOON, **period)


def test_a_person_signs_a_grade_beside_what_was_proposed(law, england):
    kept = a_sign(law)
    row = SignedGrade.objects.get()
    done = list(entries())[-1]
    assert (done.kind, done.power, row.act) == (Kind.DONE, "sign a grade of an inspection", done.number - 1)
    assert (row.grade, row.proposed) == ("requires improvement", "outstanding")
    assert {each["measure"] for each in row.proposal["evidence"]} >= {"visits_late", "unread"}
    assert signed(Judged.OFFENDERS, "", ASKED.since, ASKED.until, known_at=NOON) == kept
    assert signed(Judged.OFFENDERS, "", ASKED.since, ASKED.until, known_at=NOON - timedelta(1)) is None
    said = told(made(law, england))["grades"][0]["signed"]
    assert (said["grade"], said["by"], said["reasons"]) == (
        "requires improvement",
        "HQ3",
        "Read against ten cases",
    )


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"by": INSPECTOR}, "superintendent or above"),
        ({"by": MANAGER}, "needed: senior officer or inspection officer"),
        ({"reasons": " "}, "no reasons are given"),
        ({"by": COMMAND, "unit": "SE"}, "not the signer's own"),
        ({"until": ON + timedelta(days=1)}, "the period is not over"),
        ({"since": ON + timedelta(days=1)}, "runs backwards"),
    ],
)
def test_a_grade_is_not_signed(changed, says, law):
    with pytest.raises(Refused, match=says):
        a_sign(law, **changed)
    assert not SignedGrade.objects.exists()


@pytest.mark.parametrize(
    ("by", "unit", "signs"),
    [
        (COMMAND, "NW", True),
        (COMMAND, "SE", False),
        (COMMAND, "", False),
        (CHIEF, "SE", True),
        (CHIEF, "", True),
    ],
)
def test_who_signs_for_which_unit_is_known_before_anything_is_written(by, unit, signs, law):
    assert signs_for(by, unit, law, on=ON).allowed is signs


def test_files_are_put_in_place_whole_and_over_nothing_else(tmp_path: Path):
    folder = tmp_path / "out"
    put({"report.csv": b"1"}, folder)
    put({"report.csv": b"2"}, folder)
    assert (folder / "report.csv").read_bytes() == b"2"
    (folder / "mine.txt").touch()
    with pytest.raises(OccupiedError, match="something else"):
        put({"report.csv": b"3"}, folder)
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_cut_short_nothing_is_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    written, write = [], Path.write_bytes

    def cut(path: Path, content: bytes) -> int:
        if written:
            raise KeyboardInterrupt
        written.append(path)
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", cut)
    with pytest.raises(KeyboardInterrupt):
        put({"report.csv": b"1", "report.json": b"2"}, tmp_path / "out")
    assert [*tmp_path.iterdir()] == []


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
    return CliRunner().invoke(inspect.app, ["report", "--from", "2026-01-01", "--to", "2026-03-20", *words])


@pytest.mark.usefixtures("door")
def test_the_command_writes_every_form_and_says_what_is_proposed(law, england, tmp_path: Path):
    done = run("--seed", "7", "--out", str(tmp_path / "out"))
    assert done.exit_code == 0, done.output
    assert "the workforce: requires improvement proposed" in done.output
    files = {each.name: each.read_bytes() for each in (tmp_path / "out").iterdir()}
    assert files == dict(drawing_up(made(law, england)))


@pytest.mark.usefixtures("door")
def test_the_command_says_in_one_line_what_cannot_be_asked(tmp_path: Path):
    done = run("--unit", "XX", "--out", str(tmp_path / "out"))
    assert (done.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "no unit is known as 'XX'" in done.output
