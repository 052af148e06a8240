"""A force's files as they are: every row is loaded, unchanged, a duplicate or rejected, and nothing twice."""

import csv
import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import NOON
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.models import Entry
from watchkeeper.intake import actions
from watchkeeper.intake.loading import REFERRED
from watchkeeper.intake.models import Load, LoadedFile
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME, TABLES
from watchkeeper.intake.templates import write_templates
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.registers.models import Disposal
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.facts import Officer, Rank, Role

pytestmark = pytest.mark.django_db(transaction=True)

LOADER = Officer("SYSTEM", Rank.CONSTABLE, Role.SYSTEM, unit="")
UNITS = "ref,name\nU1,North\n"
OFFICERS = "ref,rank,role,unit\nO1,constable,offender manager,U1\n"
PEOPLE = "ref,family_name,given_names,born_on,sex\nP1,Ash,Ann,1980-05-17,female\nP2,Elm,Ed,,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    (made / "units.csv").write_text(UNITS)
    (made / "officers.csv").write_text(OFFICERS)
    (made / "people.csv").write_text(PEOPLE)
    return made


def load(
    folder: Path, law: Shelf, *, now: datetime = NOON, frozen: datetime | None = None, stop_at: str = ""
) -> actions.Report:
    def begin(source: object) -> actions.Progress:
        def progress(_done: int, _total: int) -> None:
            if stop_at and stop_at in str(source):
                raise KeyboardInterrupt

        return progress

    return actions.load(
        survey(folder, BY_NAME),
        by=LOADER,
        law=law,
        now=now,
        home=folder.parent / "home",
        frozen_until=frozen,
        begin=begin,
    )


def counts(report: actions.Report, table: str) -> tuple[int, int, int, int, int]:
    outcome = next(o for o in report.outcomes if o.table == table)
    four = (outcome.loaded, outcome.unchanged, outcome.duplicate, outcome.rejected)
    assert sum(four) == outcome.read
    return (outcome.read, *four)


def rejects(report: actions.Report, table: str) -> list[dict[str, str]]:
    outcome = next(o for o in report.outcomes if o.table == table)
    with open(outcome.rejects, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_template_loads_and_loading_it_again_changes_nothing(tmp_path: Path, law: Shelf) -> None:
    write_templates(tmp_path / "files", BY_NAME)
    first, second = load(tmp_path / "files", law), load(tmp_path / "files", law, now=NOON + timedelta(days=1))
    assert [(o.table, o.loaded, o.rejected) for o in first.outcomes] == [(t.name, 1, 0) for t in TABLES]
    assert [(o.table, o.loaded, o.unchanged) for o in second.outcomes] == [(t.name, 0, 1) for t in TABLES]
    assert first.clean
    assert second.clean


def test_every_fault_of_a_row_is_told_at_once_with_its_line(folder: Path, law: Shelf) -> None:
    (folder / "visits.csv").write_text(
        "Ref;Person Ref;Visited at;Outcome;Colour;Address Ref\n"
        "V1;P1;01/03/2026 10:00;SEEN;red;\n"
        "\n"
        "V2;P9;01/03/2027 10:00;sene;red;A9\n"
        'V3;P1;01/03/1979 10:00;"No_Reply";blue;\n'
        "V4;P1;01/03/2026\n"
    )
    report = load(folder, law)
    assert counts(report, "visits") == (4, 1, 0, 0, 3)
    assert [(r["line"], r["column"], r["value"]) for r in rejects(report, "visits")] == [
        ("4", "outcome", "sene"),
        ("4", "at", "01/03/2027 10:00"),
        ("4", "person_ref", "P9"),
        ("4", "address_ref", "A9"),
        ("5", "at", "01/03/1979 10:00"),
        ("6", "", ""),
    ]
    faults = rejects(report, "visits")
    assert faults[0]["mend"].startswith("did you mean seen?")
    assert "before the person was born, 17 May 1980" in faults[4]["reason"]
    notes = next(o for o in report.outcomes if o.table == "visits").notes
    assert "column Colour is not known and not read" in notes
    assert not report.clean


def test_an_incomplete_person_is_loaded(folder: Path, law: Shelf) -> None:
    assert counts(load(folder, law), "people") == (2, 2, 0, 0, 0)
    assert Person.objects.get(ref="P2").born_on is None


@pytest.mark.parametrize(
    ("column", "row"),
    [("until", "W1,P1,custody,2026-03-02,2026-03-01"), ("until", "W1,P1,custody,02/03/26,45000")],
)
def test_since_after_until_is_rejected_and_the_same_day_is_not(
    folder: Path, law: Shelf, column: str, row: str
) -> None:
    (folder / "away.csv").write_text(
        f"ref,person_ref,kind,since,until\n{row}\nW2,P1,custody,2026-03-02,2026-03-02\n"
    )
    report = load(folder, law)
    assert counts(report, "away") == (2, 1, 0, 0, 1)
    assert [r["column"] for r in rejects(report, "away")] == [column]


def test_repeats_within_a_file(folder: Path, law: Shelf) -> None:
    head = "ref,person_ref,level,set_on,recorded_at\n"
    (folder / "levels.csv").write_text(
        head
        + "L1,P1,low,2026-01-05,2026-01-05 10:00\n"
        + "L2,P1,low,2026-01-05,\n"
        + "L3,P1,medium,2026-01-05,2026-01-09 10:00\n"
        + "L1,P1,low,2026-01-05,2026-01-05 10:00\n"
        + "L2,P1,high,2026-01-05,\n"
        + "L3,P1,low,2026-01-05,2026-01-05 10:00\n"
    )
    report = load(folder, law)
    assert counts(report, "levels") == (6, 3, 0, 1, 2)
    assert [r["line"] for r in rejects(report, "levels")] == ["3", "6"]
    from watchkeeper.risk.models import SetLevel

    standing = SetLevel.objects.as_known(NOON)
    assert {(row.ref, row.level) for row in standing} == {("L1", "low"), ("L3", "medium")}
    again = load(folder, law, now=NOON + timedelta(days=1))
    assert counts(again, "levels") == (6, 0, 3, 1, 2)


def test_a_changed_row_is_a_new_version_known_from_when_it_was_recorded(folder: Path, law: Shelf) -> None:
    load(folder, law)
    (folder / "people.csv").write_text(PEOPLE.replace("Ed,,", "Ed,1970-01-01,"))
    later = NOON + timedelta(days=1)
    assert counts(load(folder, law, now=later), "people") == (2, 1, 1, 0, 0)
    assert Person.objects.as_known(NOON).get(ref="P2").born_on is None
    assert str(Person.objects.as_known(later).get(ref="P2").born_on) == "1970-01-01"
    (folder / "people.csv").write_text(PEOPLE)  # and back: a change like any other
    latest = NOON + timedelta(days=2)
    assert counts(load(folder, law, now=latest), "people") == (2, 1, 1, 0, 0)
    assert Person.objects.as_known(latest).get(ref="P2").born_on is None


def test_a_row_that_arrives_after_a_brief_was_not_known_to_it(folder: Path, law: Shelf) -> None:
    (folder / "levels.csv").write_text(
        "ref,person_ref,level,set_on,recorded_at\n"
        "L1,P1,low,2026-01-05,2026-01-05 10:00\n"
        "L2,P1,low,2026-03-19,2026-03-19 10:00\n"
    )
    from watchkeeper.risk.models import SetLevel

    load(folder, law, frozen=datetime(2026, 3, 1, tzinfo=UTC))
    assert SetLevel.objects.get(ref="L1").known_from == NOON
    assert SetLevel.objects.get(ref="L2").known_from == datetime(2026, 3, 19, 10, tzinfo=UTC)
    again = load(folder, law, now=NOON + timedelta(days=1), frozen=NOON)
    assert counts(again, "levels") == (2, 0, 2, 0, 0)


def test_a_needed_column_that_is_missing_is_told_once(folder: Path, law: Shelf) -> None:
    (folder / "visits.csv").write_text("ref,person_ref\n" + "".join(f"V{i},P1\n" for i in range(500)))
    report = load(folder, law)
    assert counts(report, "visits") == (500, 0, 0, 0, 500)
    assert [(r["line"], r["column"]) for r in rejects(report, "visits")] == [("1", "at")]


@pytest.mark.parametrize("content", ["", "\n\n", "ref,person_ref,at\n"])
def test_a_file_with_no_rows_is_no_fault(folder: Path, law: Shelf, content: str) -> None:
    (folder / "visits.csv").write_text(content)
    report = load(folder, law)
    assert counts(report, "visits") == (0, 0, 0, 0, 0)
    assert report.clean


def test_rows_may_refer_to_later_rows_of_their_own_file_but_not_to_nobody(folder: Path, law: Shelf) -> None:
    (folder / "disposals.csv").write_text(
        "ref,person_ref,finding,consecutive_to\nD1,P1,conviction,D2\nD2,P1,conviction,D3\n"
        "D3,P1,conviction,\nD4,P1,conviction,D5\nD5,P1,guess,\n"
    )
    report = load(folder, law)
    assert counts(report, "disposals") == (5, 3, 0, 0, 2)
    assert set(Disposal.objects.values_list("ref", flat=True)) == {"D1", "D2", "D3"}
    assert {(r["line"], r["column"]) for r in rejects(report, "disposals")} == {
        ("5", "consecutive_to"),
        ("6", "finding"),
    }


def test_no_file_may_enter_watchkeepers_own_officer(folder: Path, law: Shelf) -> None:
    (folder / "officers.csv").write_text(
        OFFICERS + "SYSTEM,constable,administrator,U1\nO2,constable,system,U1\n"
    )
    assert counts(load(folder, law), "officers") == (3, 1, 0, 0, 2)


def test_two_refs_for_one_person_are_loaded_and_said(folder: Path, law: Shelf) -> None:
    (folder / "people.csv").write_text(PEOPLE + "P7,ASH,ann,17/05/1980,F\nP8,ASH,ann,17/05/1980,female\n")
    report = load(folder, law)
    assert counts(report, "people") == (4, 3, 0, 0, 1)
    assert any("P1 and P8" in note for o in report.outcomes for note in o.notes)


def test_a_check_writes_nothing_to_the_register(folder: Path, law: Shelf) -> None:
    report = actions.check(
        survey(folder, BY_NAME),
        now=NOON,
        home=folder.parent,
        frozen_until=None,
        register=True,
        begin=lambda _source: lambda _done, _total: None,
    )
    assert counts(report, "people") == (2, 2, 0, 0, 0)
    assert not Person.objects.exists()
    assert not Entry.objects.exists()


def test_the_numbers_of_each_file_are_on_the_trail_and_in_the_books(folder: Path, law: Shelf) -> None:
    load(folder, law)
    done = [entry for entry in Entry.objects.all() if entry.kind == Kind.DONE]
    assert [dict(entry.facts)["loaded"] for entry in done] == ["1", "1", "2"]
    assert {row.act for row in Person.objects.all()} == {int(dict(done[2].facts)["attempt"])}
    assert list(LoadedFile.objects.order_by("id").values_list("name", "rows_loaded")) == [
        ("units.csv", 1),
        ("officers.csv", 1),
        ("people.csv", 2),
    ]


@pytest.mark.parametrize("stop_at", ["units", "officers", "people"])
def test_a_load_stopped_anywhere_is_finished_by_the_next(folder: Path, law: Shelf, stop_at: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        load(folder, law, stop_at=stop_at)
    report = load(folder, law, now=NOON + timedelta(minutes=1))
    assert report.again
    assert report.clean
    assert Counter(Person.objects.values_list("ref", flat=True)) == {"P1": 1, "P2": 1}
    assert [book.state for book in Load.objects.order_by("id")] == ["cut short", "finished"]


def test_a_load_killed_outright_is_finished_by_the_next_with_nothing_doubled(folder: Path) -> None:
    rows = [f"V{i},P1,2020-01-{i % 28 + 1:02d} 10:00" for i in range(12_000)]
    (folder / "visits.csv").write_text("ref,person_ref,at\n" + "\n".join(rows))
    home = folder.parent / "apart"
    environment = {**os.environ, "WATCHKEEPER_HOME": str(home), "WATCHKEEPER_DATABASE_URL": ""}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    command = [
        sys.executable,
        "-c",
        "import sys; from pathlib import Path; from watchkeeper.cli.load import load; "
        "load(Path(sys.argv[1]), check=False, template=False)",
        str(folder),
    ]
    killed = subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert killed.stderr is not None
    for line in killed.stderr:
        if "visits.csv" in line:
            killed.send_signal(signal.SIGKILL)
            break
    killed.wait()
    killed.stderr.close()
    finished = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    with sqlite3.connect(home / "watchkeeper.sqlite3") as register:
        visits = register.execute(
            f"SELECT count(*), count(DISTINCT ref) FROM {Visit._meta.db_table}"
        ).fetchone()
        people = register.execute(f"SELECT count(*) FROM {Person._meta.db_table}").fetchone()
    assert visits == (12_000, 12_000)
    assert people == (2,)


def test_the_refs_held_are_those_that_are_referred_to() -> None:
    assert {column.refers for table in TABLES for column in table.columns if column.refers} == REFERRED
