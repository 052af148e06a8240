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
from tests.journeys.command import Watchkeeper, watchkeeper
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.models import Entry
from watchkeeper.intake import actions
from watchkeeper.intake.checking import STANDS, WITHOUT
from watchkeeper.intake.loading import REFERRED
from watchkeeper.intake.models import Load, LoadedFile
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME, TABLES
from watchkeeper.intake.templates import write_templates
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import LONGEST_IN_ADDRESS
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
    assert counts(report, "people") == (4, 4, 0, 0, 0)
    assert any("P1 and P7; P1 and P8" in note for o in report.outcomes for note in o.notes)


BAD_PEOPLE = (
    "ref,family_name,born_on,sex,unit,on_licence,recorded_at\n"
    "P1,Ash,31/02/1980,m,U1,,\n"
    "P2,Elm,1970-01-01,Q,U9,maybe,2031-01-01\n"
    "P3,Oak,2031-01-01,F,,,\n"
)


def test_nobody_is_turned_away_for_a_cell_that_may_be_blank(folder: Path, law: Shelf) -> None:
    (folder / "people.csv").write_text(BAD_PEOPLE)
    (folder / "visits.csv").write_text("ref,person_ref,at\nV1,P1,2025-01-01 10:00\nV2,P2,2025-01-01 10:00\n")
    report = load(folder, law)
    assert counts(report, "people") == (3, 3, 0, 0, 0)
    assert counts(report, "visits") == (2, 2, 0, 0, 0)
    assert [(r["line"], r["column"], r["value"]) for r in rejects(report, "people")] == [
        ("2", "born_on", "31/02/1980"),
        ("3", "sex", "Q"),
        ("3", "on_licence", "maybe"),
        ("3", "recorded_at", "2031-01-01"),
        ("3", "unit", "U9"),
        ("4", "born_on", "2031-01-01"),
    ]
    assert all(r["reason"].endswith("; the person was loaded without it") for r in rejects(report, "people"))
    assert all(r["mend"] for r in rejects(report, "people"))
    assert next(o for o in report.outcomes if o.table == "people").blanked == 6
    assert not report.clean
    kept = {p.ref: (p.family_name, p.born_on, p.sex, p.unit, p.on_licence) for p in Person.objects.all()}
    assert kept == {
        "P1": ("Ash", None, "male", "U1", None),
        "P2": ("Elm", datetime(1970, 1, 1).date(), "", "", None),  # noqa: DTZ001
        "P3": ("Oak", None, "female", "", None),
    }


def test_what_is_held_of_a_person_stands_until_the_cell_is_mended(folder: Path, law: Shelf) -> None:
    (folder / "people.csv").write_text(BAD_PEOPLE)
    load(folder, law)
    again = load(folder, law, now=NOON + timedelta(days=1))
    assert counts(again, "people") == (3, 0, 0, 0, 3)
    assert all(STANDS in r["reason"] for r in rejects(again, "people"))
    (folder / "people.csv").write_text(BAD_PEOPLE.replace("31/02/1980", "28/02/1980"))
    mended = load(folder, law, now=NOON + timedelta(days=2))
    assert counts(mended, "people") == (3, 1, 0, 0, 2)
    assert Person.objects.as_known(NOON).get(ref="P1").born_on is None
    assert str(Person.objects.as_known(NOON + timedelta(days=2)).get(ref="P1").born_on) == "1980-02-28"


def test_a_faulty_cell_takes_nothing_from_what_is_held(folder: Path, law: Shelf) -> None:
    (folder / "people.csv").write_text("ref,safety_marker,born_on\nP1,two officers,1980-01-01\n")
    load(folder, law)
    (folder / "people.csv").write_text("ref,safety_marker,born_on\nP1,,31/02/1980\n")
    load(folder, law, now=NOON + timedelta(days=1))
    (held,) = Person.objects.as_known(NOON + timedelta(days=1))
    assert (held.safety_marker, str(held.born_on)) == ("two officers", "1980-01-01")


def test_a_ref_that_no_page_could_open_is_turned_away_with_every_row_that_hangs_on_it(
    folder: Path, law: Shelf
) -> None:
    longest, longer = "P" * LONGEST_IN_ADDRESS, "P" * (LONGEST_IN_ADDRESS + 1)
    (folder / "people.csv").write_text(
        f"ref,sex,born_on\n{longest},female,1980-05-17\n{longer},Q,31/02/1980\n"
    )
    (folder / "visits.csv").write_text(
        f"ref,person_ref,at\nV1,{longest},2025-01-01 10:00\nV2,{longer},2025-01-01 10:00\n"
    )
    report = load(folder, law)
    assert counts(report, "people") == (2, 1, 0, 0, 1)
    assert [(r["line"], r["column"]) for r in rejects(report, "people")] == [
        *(("3", "ref"), ("3", "born_on"), ("3", "sex")),
    ]
    assert "no page could open it" in rejects(report, "people")[0]["reason"]
    assert "give a shorter ref" in rejects(report, "people")[0]["mend"]
    assert [(r["line"], r["column"]) for r in rejects(report, "visits")] == [("3", "person_ref")]
    assert [*Person.objects.values_list("ref", flat=True)] == [longest]


def test_a_persons_row_with_a_fault_of_its_own_is_still_rejected(folder: Path, law: Shelf) -> None:
    (folder / "people.csv").write_text(
        "ref,family_name,sex\n,Ash,Q\nP2,Elm\nP3,Oak,Q\nP3,Oake,male\nP4,Yew,Q\nP4,Yew,Q\n"
    )
    report = load(folder, law)
    assert counts(report, "people") == (6, 1, 0, 1, 4)
    told = [(r["line"], r["column"], WITHOUT in r["reason"]) for r in rejects(report, "people")]
    assert told == [
        ("2", "ref", False),
        ("2", "sex", False),
        ("3", "", False),
        ("4", "sex", False),
        ("4", "ref", False),
        ("5", "ref", False),
        ("6", "sex", True),
        ("7", "sex", True),
    ]


def test_rejects_are_in_the_order_of_the_file_whenever_they_were_found(folder: Path, law: Shelf) -> None:
    rows = ["D9,P1,guess,", "D1,P1,caution,D8", "D2,P1,caution,", "D3,P1,guess,", "D2,P1,conviction,"]
    rows += ["D0,P1,caution,", "D0,P1,conviction,", "D4,P1,guess,"]
    (folder / "disposals.csv").write_text("ref,person_ref,finding,consecutive_to\n" + "\n".join(rows))
    report = load(folder, law)
    assert counts(report, "disposals") == (8, 0, 0, 0, 8)
    assert [int(r["line"]) for r in rejects(report, "disposals")] == list(range(2, 10))
    kept = Path(next(o for o in report.outcomes if o.table == "disposals").rejects)
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]
    assert kept.stat().st_mode & 0o077 == 0


def test_the_templates_own_rows_are_loaded_and_said(tmp_path: Path, law: Shelf) -> None:
    written = write_templates(tmp_path / "files", BY_NAME)
    assert "take it out" in written[-1].read_text()
    assert "EXAMPLE-" in written[-1].read_text()
    for outcome in load(tmp_path / "files", law).outcomes:
        assert any(note.startswith("EXAMPLE-") and "take it out" in note for note in outcome.notes)


def test_a_file_without_the_templates_row_says_nothing_of_it(folder: Path, law: Shelf) -> None:
    assert not any("EXAMPLE-" in note for o in load(folder, law).outcomes for note in o.notes)


def test_crew_who_are_no_known_officers_are_said_and_the_visit_is_loaded(folder: Path, law: Shelf) -> None:
    (folder / "visits.csv").write_text(
        "ref,person_ref,at,crew\nV1,P1,2025-01-01 10:00,O1;O9\nV2,P1,2025-01-02 10:00,O9\n"
        "V3,P1,2025-01-03 10:00,O1\nV4,P1,2025-01-04 10:00,\n"
    )
    report = load(folder, law)
    assert counts(report, "visits") == (4, 4, 0, 0, 0)
    assert report.clean
    notes = next(o for o in report.outcomes if o.table == "visits").notes
    assert [note for note in notes if "crew" in note and "O9 (2)" in note and "O1" not in note]
    (folder / "visits.csv").write_text("ref,person_ref,at,crew\nV3,P1,2025-01-03 10:00,O1\n")
    report = load(folder, law, now=NOON + timedelta(days=1))
    assert not any("under crew" in note for o in report.outcomes for note in o.notes)


def test_a_name_that_is_not_near_a_tables_is_passed_over(folder: Path) -> None:
    for name in ("notes.txt", "minutes.csv", "vists.csv", "Adresses.csv"):
        (folder / name).write_text("ref,name\n")
    found = survey(folder, BY_NAME)
    assert dict(found.passed_over) == dict.fromkeys(("notes.txt", "minutes.csv"), "no table has this name")
    assert [why.split("did you mean ")[1] for _, why in found.unreadable] == ["addresses?", "visits?"]


def test_what_cannot_be_written_says_which_setting_and_what_to_do(folder: Path, tmp_path: Path) -> None:
    closed = tmp_path / "a file"
    closed.write_text("")
    with watchkeeper(tmp_path / "house") as run:
        said = run("load", "--template", closed / "x", expect=2)
        assert "--template cannot write to" in said.err
        assert "Name a new or empty folder" in said.err
        assert "Errno" not in said.err
        (tmp_path / "files" / "x.csv").write_text("")
        environment = {**run.environment, "WATCHKEEPER_HOME": str(closed / "home")}
        for options in ((), ("--check",)):
            (folder / "people.csv").write_text(BAD_PEOPLE)
            said = Watchkeeper(closed / "home", environment)("load", folder, *options, expect=2)
            assert f"WATCHKEEPER_HOME is {closed / 'home'}, which cannot be " in said.err
            assert "Name a" in said.err


def test_the_counts_show_the_cells_left_blank(folder: Path, tmp_path: Path) -> None:
    (folder / "people.csv").write_text(BAD_PEOPLE)
    (folder / "review_applications.csv").write_text("")
    with watchkeeper(tmp_path / "house") as run:
        said = run("load", folder, expect=1)
        assert "\u2026" not in said.text  # nothing is cut short to fit
        assert "left blank" in said.text.splitlines()[0]
        (people,) = (line.split() for line in said.text.splitlines() if line.startswith("people.csv  "))
        assert people[1:] == ["3", "3", "0", "0", "0", "6"]
        assert "left blank 1: sex: not a code of this column; the person was loaded without it" in said.text


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
