"""Bytes as they come: encodings, separators, quotation marks, workbooks."""

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from watchkeeper.intake import workbooks
from watchkeeper.intake.mending import UNCALCULATED, Wrong
from watchkeeper.intake.reading import OTHER_LETTERS, UNCLOSED, UnreadableError, text_rows
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME

TEXT = "ref,family_name\nP1,Zoë O\u2019Hara\n"
PEOPLE = BY_NAME["people"]


def rows(path: Path, data: bytes | str, said: set[str] | None = None) -> list[tuple[int, list[str] | Wrong]]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(text_rows(path, PEOPLE, set() if said is None else said)())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_gives_the_same_rows(tmp_path: Path, encoding: str) -> None:
    assert rows(tmp_path / "people.csv", TEXT.encode(encoding)) == [
        (1, ["ref", "family_name"]),
        (2, ["P1", "Zoë O\u2019Hara"]),
    ]


def test_windows_letters_are_said_and_utf_8_is_not(tmp_path: Path) -> None:
    said: set[str] = set()
    rows(tmp_path / "people.csv", TEXT, said)
    assert not said
    rows(tmp_path / "people.csv", TEXT.encode() + "P2,José\n".encode("cp1252"), said)
    assert said == {OTHER_LETTERS}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_found(tmp_path: Path, separator: str) -> None:
    text = TEXT.replace(",", separator)
    assert rows(tmp_path / "people.csv", text)[1] == (2, ["P1", "Zoë O\u2019Hara"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(tmp_path: Path, end: str) -> None:
    assert [line for line, _ in rows(tmp_path / "people.csv", TEXT.replace("\n", end))] == [1, 2]


def test_nul_bytes_are_dropped(tmp_path: Path) -> None:
    assert rows(tmp_path / "people.csv", b"ref,family_name\nP\x001,Smith\x00\n")[1] == (2, ["P1", "Smith"])


def test_line_breaks_and_marks_within_quotation_marks_are_text(tmp_path: Path) -> None:
    text = 'ref,family_name\nP1,"Flat ""2""\nLong Road, N1"\nP2,x\n'
    assert rows(tmp_path / "people.csv", text) == [
        (1, ["ref", "family_name"]),
        (2, ["P1", 'Flat "2"\nLong Road, N1']),
        (4, ["P2", "x"]),
    ]


def test_a_stray_quotation_mark_costs_its_own_line_only(tmp_path: Path) -> None:
    text = 'ref,family_name\nP1,"open\n' + "".join(f"P{i},n\n" for i in range(2, 50)) + 'P50,"also\nP51,n\n'
    found = rows(tmp_path / "people.csv", text)
    assert [line for line, cells in found if cells is UNCLOSED] == [2, 51]
    assert [cells[0] for _, cells in found if isinstance(cells, list)] == [
        "ref",
        *(f"P{i}" for i in range(2, 50)),
        "P51",
    ]


def test_a_stray_mark_in_a_long_file_is_found_in_little_memory(tmp_path: Path) -> None:
    text = 'ref,family_name\nP1,"open\n' + "".join(f"P{i},{'n' * 90}\n" for i in range(2, 3000))
    found = rows(tmp_path / "people.csv", text)
    assert found[1] == (2, UNCLOSED)
    assert len(found) == 3000


def workbook(path: Path) -> None:
    book = Workbook()
    notes = book.active
    notes.title = "Notes"
    sheet = book.create_sheet("People")
    sheet.append(["Ref", "Born on", "On licence", "Family name", "Given names"])
    sheet.append([1001, date(1990, 3, 2), True, "=1+1", "=1/0"])
    sheet.append(["P2", datetime(1990, 3, 2, 14, 30), False, "=A1", "x"])  # noqa: DTZ001
    sheet["D3"].value = "=A1"
    book.save(path)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    xml = parts["xl/worksheets/sheet2.xml"].decode()
    xml = re.sub(r"(<f>1\+1</f>)<v ?/>", r"\1<v>2</v>", xml.replace("<v></v>", "<v />"))
    xml = re.sub(r'<c r="E2"><f>1/0</f><v />', '<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v>', xml)
    parts["xl/worksheets/sheet2.xml"] = xml.encode()
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)


def test_a_sheet_gives_values_errors_and_formulas_never_worked_out(tmp_path: Path) -> None:
    workbook(tmp_path / "force.xlsx")
    assert list(workbooks.sheet_rows(tmp_path / "force.xlsx", "People")()) == [
        (1, ["Ref", "Born on", "On licence", "Family name", "Given names"]),
        (2, ["1001", "1990-03-02", "yes", "2", "#DIV/0!"]),
        (3, ["P2", "1990-03-02 14:30:00", "no", UNCALCULATED, "x"]),
    ]


def test_a_sheet_named_as_a_table_is_found_in_any_workbook(tmp_path: Path) -> None:
    workbook(tmp_path / "force.xlsx")
    found = survey(tmp_path, BY_NAME)
    assert [(source.table.name, source.sheet) for source in found.sources] == [("people", "People")]
    assert found.passed_over == (("force.xlsx [Notes]", "no table has the name of this sheet"),)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 cut short", b"just words", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)]
)
def test_a_damaged_or_locked_workbook_is_unreadable_and_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnreadableError):
        workbooks.sheets(path)
    assert [name for name, _ in survey(tmp_path, BY_NAME).unreadable] == ["people.xlsx"]


def test_a_password_is_named_as_the_cause(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(UnreadableError, match="password"):
        workbooks.sheets(path)


def test_a_misspelt_file_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    for name in ("vists.csv", "holidays.csv", "People.CSV", "readme.pdf"):
        (tmp_path / name).write_text("ref\n")
    found = survey(tmp_path, BY_NAME)
    assert [source.path.name for source in found.sources] == ["People.CSV"]
    assert found.unreadable == (("vists.csv", "no table has this name; did you mean visits?"),)
    assert [name for name, _ in found.passed_over] == ["holidays.csv", "readme.pdf"]
