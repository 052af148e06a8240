"""The published street-crime file becomes a folder that loads: a month stays a month, and nothing is made up."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import NOON, ON
from watchkeeper.crimes import models
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.holding import allocation_due
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.crimes.stored import cases_as_known, open_refs, unallocated
from watchkeeper.intake.actions import load
from watchkeeper.intake.sources import survey
from watchkeeper.intake.street import COLUMNS, StreetReport, convert
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law.due import Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions.officers import ensure_system_officer

UNITS = {"northborough": "NW", "southborough": "SE"}
FORCE = "Invented Police"
A, B, C, D, E, F = (letter * 64 for letter in "abcdef")


def row(ref: str, kind: str = "Burglary", last: str = "Under investigation", **more: str) -> str:
    said = {
        "Crime ID": ref,
        "Month": "2025-01",
        "Reported by": FORCE,
        "Falls within": FORCE,
        "Longitude": "0.1",
        "Latitude": "51.5",
        "Location": "On or near Invented Road",
        "LSOA code": "E00000001",
        "LSOA name": "Northborough 001A",
        "Crime type": kind,
        "Last outcome category": last,
        **{name.replace("_", " "): value for name, value in more.items()},
    }
    return ",".join(said.get(name, "") for name in COLUMNS)


def converted(folder: Path, law: Shelf, *rows: str, headings: str = ",".join(COLUMNS)) -> StreetReport:
    folder.mkdir(exist_ok=True)
    published = folder / "2025-01-invented-street.csv"
    published.write_text("\n".join((headings, *rows)) + "\n", encoding="utf-8")
    return convert([published], folder / "out", units=UNITS, law=law, now=NOON, rejects=folder / "rejects")


def written(folder: Path, name: str) -> list[str]:
    return (folder / "out" / f"{name}.csv").read_text("utf-8").splitlines()[1:]


def test_each_row_is_written_counted_or_turned_away_with_its_reason(tmp_path: Path, law: Shelf) -> None:
    found = converted(
        tmp_path,
        law,
        row(A),
        row(A),
        row(B, last="Investigation complete; no suspect identified"),
        row(C, "Violence and sexual offences", "Unable to prosecute suspect", LSOA_name="Elsewhere 002B"),
        row("", "Anti-social behaviour", ""),
        row("", "Anti-social behaviour", ""),
        row("", "Robbery"),
        row(D, "Piracy"),
        row(E, Month="January 2025"),
        row(F, Month="2026-04"),
        f"{D},2025-01,cut short",
    )
    assert (found.read, found.written, found.closed, found.duplicate, found.rejected) == (11, 3, 2, 1, 5)
    assert found.read == found.written + found.duplicate + found.rejected + sum(found.no_id.values())
    assert dict(found.no_id) == {"Anti-social behaviour": 2}
    assert dict(found.no_unit) == {"Elsewhere": 1}
    assert dict(found.several) == {"Violence and sexual offences": 1}
    assert written(tmp_path, "crimes")[0].startswith(f'{A},2025-01-01,Burglary,NW,"As published by {FORCE}')
    assert [line.split(",")[1:3] for line in written(tmp_path, "crime_outcomes")] == [[B, "18"], [C, ""]]
    (rejects,) = found.rejects
    said = rejects.read_text("utf-8-sig")
    for words in ("blank, and this type has one", "not a crime type", "not a month", "in the future"):
        assert words in said
    assert "a row of 3 cells under 12 headings" in said


def test_an_id_with_two_contents_is_nobodys_and_the_rest_is_kept(tmp_path: Path, law: Shelf) -> None:
    found = converted(tmp_path, law, row(A), row(B), row(A, "Robbery"))
    assert (found.written, found.rejected) == (1, 2)
    assert "stands more than once" in found.rejects[0].read_text("utf-8-sig")


def test_an_outcome_nobody_lists_leaves_the_crime_open_and_is_said(tmp_path: Path, law: Shelf) -> None:
    found = converted(tmp_path, law, row(A, last="Sent to the moon"))
    assert dict(found.unread) == {"Sent to the moon": 1}
    assert written(tmp_path, "crime_outcomes") == []


@pytest.mark.parametrize("text", ["", "ref,name\nA,B\n"])
def test_another_file_is_said_to_be_none(tmp_path: Path, law: Shelf, text: str) -> None:
    other = tmp_path / "other.csv"
    other.write_text(text, encoding="utf-8")
    found = convert([other], tmp_path / "out", units={}, law=law, now=NOON, rejects=tmp_path / "rejects")
    assert (found.written, found.rejected) == (0, 1)


def test_nothing_is_written_over(tmp_path: Path, law: Shelf) -> None:
    converted(tmp_path, law, row(A))
    with pytest.raises(FileExistsError):
        converted(tmp_path, law, row(B))


@pytest.mark.django_db
def test_the_folder_loads_and_its_clocks_are_missing_facts(tmp_path: Path, law: Shelf) -> None:
    converted(
        tmp_path,
        law,
        row(A),
        row(B, last="Investigation complete; no suspect identified"),
        row(C, "Violence and sexual offences", "Unable to prosecute suspect"),
    )
    (tmp_path / "out" / "units.csv").write_text("ref,name\nNW,North West\n", encoding="utf-8")
    report = load(
        survey(tmp_path / "out", BY_NAME),
        by=ensure_system_officer(law=law, at=NOON),
        law=law,
        now=NOON,
        home=tmp_path / "home",
        frozen_until=None,
        begin=lambda _source: lambda *_: None,
    )
    assert report.clean
    stored = {each.ref: each for each in models.Crime.objects.all()}
    assert (stored[A].reported_at, stored[A].reported_month) == (None, date(2025, 1, 1))
    cases = cases_as_known([A, B, C], known_at=NOON)
    closed = [
        case.crime.ref
        for case in cases
        if closed_for_good(case, kind_of(case, law, on=ON).kinds, law, on=ON) is not None
    ]
    assert closed == [B]  # nobody looked again at violence closed without action
    assert open_refs("NW", on=ON, known_at=NOON, law=law) == [A, C]
    assert unallocated("NW", on=ON, known_at=NOON) == [A]
    due = allocation_due(cases[0], law, on=ON)
    assert due is not None
    assert due.standing is Standing.MISSING


def test_the_command_says_what_it_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from watchkeeper.cli import load as cli_load
    from watchkeeper.cli.main import app

    monkeypatch.setattr(cli_load, "home_and_register", lambda: (tmp_path / "home", False))
    published = tmp_path / "street.csv"
    published.write_text("\n".join((",".join(COLUMNS), row(A), row("", "Anti-social behaviour", ""))))
    answer = CliRunner().invoke(app, ["street", str(published), str(tmp_path / "out")])
    assert answer.exit_code == 0, answer.output
    assert "1 crimes written" in answer.output
    assert "Anti-social behaviour: 1 rows have no Crime ID" in answer.output
    assert "a missing fact" in answer.output
    assert CliRunner().invoke(app, ["street", str(published), str(tmp_path / "out")]).exit_code == 2
