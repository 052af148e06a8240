"""Files handed in: what is turned away and what is said, what is kept, loaded and removed."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.conftest import NOON, ON
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.models import Entry
from watchkeeper.intake import uploads
from watchkeeper.intake.facts import MEGABYTE, Form, Measured, UploadState
from watchkeeper.intake.measuring import form_of, measure
from watchkeeper.intake.models import Upload
from watchkeeper.intake.rejects import shown
from watchkeeper.intake.rules import may_take, may_take_together
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law import shelf
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer, Rank, Role

LAW = shelf.load()
CLERK = Officer("A1", Rank.INSPECTOR, Role.ADMINISTRATOR, unit="")
PEOPLE = b"ref,family_name,given_names,born_on,sex\nP1,Ash,Ann,1980-05-17,female\n"
SHEET = (
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    '<row r="2"><c r="B2" t="n"><f>A1*2</f><v>2</v></c></row></sheetData></worksheet>'
)


def book(sheet: str = SHEET, **parts: bytes | str) -> bytes:
    """A workbook with one sheet; `parts` adds to the package."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return held.getvalue()


def lying(content: bytes) -> bytes:
    """The same workbook, each part said to unpack to ten bytes."""
    found = bytearray(content)
    at = 0
    while (at := found.find(b"PK\x01\x02", at)) >= 0:
        found[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at += 4
    return bytes(found)


def packed(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return held.getvalue()


NASTY = {
    "a Windows program named as a table": (
        "people.csv",
        b"MZ\x90\x00" + bytes(64),
        "its content is a program",
    ),
    "a Linux program": ("people.csv", b"\x7fELF\x02\x01", "its content is a program"),
    "a script": ("people.csv", b"#!/bin/sh\nrm -rf x\n", "its content is a program"),
    "a web page saved as CSV": ("visits.csv", b"\xef\xbb\xbf  <html><table>", "its content is a web page"),
    "a web page saved as a workbook": ("visits.xlsx", b"<table><tr>", "its content is a web page"),
    "XML with entities": ("visits.csv", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", "its content is a web page"),
    "a PDF": ("people.csv", b"%PDF-1.7 ", "its content is a document"),
    "a picture": ("people.csv", b"\x89PNG\r\n\x1a\n", "its content is a picture"),
    "a packed archive": ("people.csv", packed(a_dot_txt="x"), "its content is an archive"),
    "an archive named as a workbook": ("people.xlsx", packed(a_dot_txt="x"), "its content is an archive"),
    "a letter named as a workbook": (
        "people.xlsx",
        packed(word__document_dot_xml="x"),
        "its content is a document",
    ),
    "a workbook named CSV": ("people.csv", book(), "its name says text and its content is a workbook"),
    "text named as a workbook": ("people.xlsx", PEOPLE, "its content is separated text"),
    "an old workbook": ("people.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "under a password"),
    "a damaged workbook": ("people.xlsx", book()[:-40], "its content is damaged"),
    "a bomb that says it is small": (
        "people.xlsx",
        lying(book("ab " * (4 * MEGABYTE))),
        "it unpacks to more than",
    ),
    "a workbook with macros": (
        "people.xlsx",
        book(xl__vbaProject_dot_bin=b"x"),
        "it holds macros: save it as .xlsx without them",
    ),
    "a workbook that declares entities": (
        "people.xlsx",
        book("<!DOCTYPE x [<!ENTITY a 'aaaa'>]><worksheet/>"),
        "it declares entities",
    ),
    "a bomb": (
        "people.xlsx",
        book("<row>" + " " * (3 * MEGABYTE)),
        "unpacks to more than 200 times its size",
    ),
    "a bomb of many parts": ("people.xlsx", book("ab " * (4 * MEGABYTE)), "unpacks to more than"),
    "nothing": ("people.csv", b"", "it is empty"),
    "blanks": ("people.csv", b" \r\n \n", "it is empty"),
    "noise": ("people.csv", bytes(range(256)) * 8, "neither text nor a workbook"),
    "another ending": ("people.exe", PEOPLE, "its name must end in .csv, .tsv, .txt or .xlsx"),
    "two endings": ("people.csv.html", PEOPLE, "its name must end in"),
    "a misspelt table": ("poeple.csv", PEOPLE, "did you mean people.csv?"),
    "no table": ("notes.csv", PEOPLE, "no table has the name of the file"),
}


@pytest.mark.parametrize(("name", "content", "says"), NASTY.values(), ids=NASTY)
def test_what_is_nasty_is_turned_away_and_said(name: str, content: bytes, says: str) -> None:
    found = measure(io.BytesIO(content), name, BY_NAME, most_unpacked=10 * MEGABYTE)
    decision = may_take(found, LAW, on=ON)
    assert says in "; ".join(reason.says for reason in decision.unmet)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("people.csv", PEOPLE),
        ("People.CSV", PEOPLE),
        ("people.txt", PEOPLE.decode().encode("utf-16")),
        ("people.csv", b"\xef\xbb\xbf" + PEOPLE),
        ("people.csv", PEOPLE + b"P2,M\xfcller,,,\n"),
        ("force.xlsx", book()),
        ("C:\\fakepath\\people.csv", PEOPLE),
    ],
)
def test_honest_files_are_taken(name: str, content: bytes) -> None:
    found = measure(io.BytesIO(content), name, BY_NAME, most_unpacked=10 * MEGABYTE)
    assert may_take(found, LAW, on=ON).allowed, [r.says for r in may_take(found, LAW, on=ON).unmet]


def test_a_bomb_is_unpacked_no_further_than_asked() -> None:
    found = measure(io.BytesIO(book("ab " * (4 * MEGABYTE))), "x.xlsx", BY_NAME, most_unpacked=MEGABYTE)
    assert not found.unpacked_in_full
    assert found.unpacked < 3 * MEGABYTE


def test_formulas_are_counted_and_placed() -> None:
    text = b'ref,a\nP1,=1+1\nP2,"@SUM(A1)"\nP3,-3\nP4,+44 20 7946 0000\nP5,-\nP6,- none\nP7,+cmd|x\nP8,a=b\n'
    found = measure(io.BytesIO(text), "people.csv", BY_NAME, most_unpacked=0)
    assert (found.rows, found.formulas, found.places) == (9, 3, ("line 2", "line 3", "line 8"))
    found = measure(io.BytesIO(book()), "force.xlsx", BY_NAME, most_unpacked=MEGABYTE)
    assert (found.rows, found.formulas, found.places) == (2, 1, ("B2",))


def test_no_line_takes_long_to_search() -> None:
    for hostile in (b"\t" * MEGABYTE, b"," + b" " * MEGABYTE, b'<c r="' * 100_000):
        assert measure(io.BytesIO(hostile + b"x"), "people.csv", BY_NAME, most_unpacked=0).formulas == 0
        measure(io.BytesIO(book(hostile.decode())), "x.xlsx", BY_NAME, most_unpacked=10 * MEGABYTE)


LIMITS = {
    "upload_file_megabytes": lambda n: Measured("people.csv", ".csv", n * MEGABYTE, Form.TEXT, "people"),
    "upload_rows": lambda n: Measured("people.csv", ".csv", 1, Form.TEXT, "people", rows=n),
    "upload_unpacked_megabytes": lambda n: Measured(
        "x.xlsx", ".xlsx", 1, Form.WORKBOOK, unpacked=n * MEGABYTE
    ),
    "upload_packing": lambda n: Measured("x.xlsx", ".xlsx", 1, Form.WORKBOOK, largest_packing=n),
}


@pytest.mark.parametrize("row", LIMITS)
def test_at_the_limit_a_file_is_taken_and_above_it_not(row: str) -> None:
    limit = LAW[row].whole(ON)
    taken = [may_take(LIMITS[row](limit + step), LAW, on=ON).allowed for step in (-1, 0, 1)]
    assert taken == [True, True, False]


def test_files_are_limited_together_too() -> None:
    most, together = LAW["upload_files"].whole(ON), LAW["upload_megabytes"].whole(ON)
    one = [Measured(f"{n}.csv", ".csv", 1, Form.TEXT) for n in range(most + 1)]
    assert [may_take_together(one[: most + step], LAW, on=ON).allowed for step in (-1, 0, 1)] == [
        True,
        True,
        False,
    ]
    large = [Measured("a", ".csv", together * MEGABYTE - 1, Form.TEXT)]
    sizes = [[*large, Measured("b", ".csv", size, Form.TEXT)] for size in (0, 1, 2)]
    assert [may_take_together(files, LAW, on=ON).allowed for files in sizes] == [True, True, False]
    assert not may_take_together([one[0], one[0]], LAW, on=ON).allowed
    assert not may_take_together([], LAW, on=ON).allowed


@given(st.binary(max_size=300))
@hypothesis_settings(max_examples=100)
def test_whatever_is_handed_in_is_measured_and_judged(content: bytes) -> None:
    for name in ("people.csv", "people.xlsx"):
        found = measure(io.BytesIO(content), name, BY_NAME, most_unpacked=MEGABYTE)
        allowed = may_take(found, LAW, on=ON).allowed
        assert not allowed or found.form in (Form.TEXT, Form.WORKBOOK)
        assert found.form is form_of(content) or form_of(content) is Form.ARCHIVE


@pytest.mark.parametrize(
    "begins", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
def test_what_was_turned_away_opens_as_text(begins: str) -> None:
    assert shown(f"{begins}cmd|' /C calc'!A0").startswith("'")


def taken(home: Path, law: Shelf, by: Officer = CLERK, **files: bytes) -> Upload:
    sent = [uploads.Sent(name.replace("_dot_", "."), io.BytesIO(text)) for name, text in files.items()]
    return uploads.take_in(sent, by=by, on=ON, law=law, at=NOON, home=home)


@pytest.mark.django_db(transaction=True)
class TestTakenIn:
    """What happens to files on disk and on the trail."""

    def test_files_are_kept_for_their_owner_alone_and_on_the_trail(self, tmp_path: Path, law: Shelf) -> None:
        made = taken(tmp_path, law, people_dot_csv=PEOPLE)
        folder = tmp_path / "uploads" / made.ref
        assert (folder.stat().st_mode & 0o777, (folder / "files").stat().st_mode & 0o777) == (0o700, 0o700)
        assert (folder / "files" / "people.csv").stat().st_mode & 0o777 == 0o600
        done = Entry.objects.get(kind=Kind.DONE)
        assert (done.power, ["upload", made.ref] in done.facts) == ("load records", True)
        assert "Ash" not in str([entry.facts for entry in Entry.objects.all()])

    def test_one_faulty_file_keeps_all_out(self, tmp_path: Path, law: Shelf) -> None:
        with pytest.raises(uploads.NotTakenError) as error:
            taken(tmp_path, law, people_dot_csv=PEOPLE, visits_dot_csv=b"MZ")
        assert [name for name, _ in error.value.faults] == ["visits.csv"]
        assert not (tmp_path / "uploads").exists()
        assert not Upload.objects.exists()

    def test_who_may_not_load_keeps_nothing(self, tmp_path: Path, law: Shelf) -> None:
        manager = Officer("M1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, unit="")
        with pytest.raises(Refused):
            taken(tmp_path, law, by=manager, people_dot_csv=PEOPLE)
        assert not list(tmp_path.glob("uploads/*"))
        assert not Upload.objects.exists()

    def test_checked_then_loaded_once_then_the_files_are_gone(self, tmp_path: Path, law: Shelf) -> None:
        made = taken(tmp_path, law, people_dot_csv=PEOPLE + b"P2,Elm,Ed,1981-13-01,male\n")
        uploads.check_upload(made.ref, now=NOON, home=tmp_path, frozen_until=None)
        made.refresh_from_db()
        assert (made.state, made.report["outcomes"][0]["loaded"]) == (UploadState.CHECKED, 2)
        assert not Person.objects.exists()
        begun = uploads.begin_loading(made)
        assert begun is not None
        assert uploads.begin_loading(made) is None, "pressed twice"
        for _ in range(2):  # cut short after the last file, and begun again
            (tmp_path / "uploads" / made.ref / "files").mkdir(exist_ok=True)
            (tmp_path / "uploads" / made.ref / "files" / "people.csv").write_bytes(
                PEOPLE + b"P2,Elm,Ed,1981-13-01,male\n"
            )
            uploads.load_upload(made.ref, by=CLERK, law=law, now=NOON, home=tmp_path, frozen_until=None)
        begun.refresh_from_db()
        (outcome,) = uploads.loaded(begun)
        assert (begun.state, outcome["loaded"], outcome["blanked"]) == (UploadState.LOADED, 2, 1)
        assert Person.objects.count() == 2
        assert not (tmp_path / "uploads" / made.ref / "files").exists()

    def test_what_is_kept_long_enough_is_removed(self, tmp_path: Path, law: Shelf) -> None:
        made = taken(tmp_path, law, people_dot_csv=PEOPLE)
        uploads.check_upload(made.ref, now=NOON, home=tmp_path, frozen_until=None)
        days = law["upload_kept_days"].whole(ON)
        for step, count in ((0, 0), (1, 1), (1, 0)):
            at = NOON + timedelta(days=days, seconds=step)
            assert uploads.sweep(by=CLERK, on=at.date(), law=law, at=at, home=tmp_path) == count
        made.refresh_from_db()
        assert (made.state, made.report) == (UploadState.REMOVED, {})
        assert not (tmp_path / "uploads" / made.ref).exists()
