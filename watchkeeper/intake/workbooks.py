"""Sheets of a spreadsheet workbook as rows of text."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

from watchkeeper.intake.mending import UNCALCULATED
from watchkeeper.intake.reading import Row, Rows, UnreadableError

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old workbooks, and new ones under a password
_LARGEST_UNPACKED = 4 * 2**30
_PIECE = 1 << 20
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(
    rb"<(?:\w+:)?c\b(?P<attributes>[^>]*)>\s*"
    rb"(?P<formula><(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>))?\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v[^>]*>(?P<text>[^<]*)</(?:\w+:)?v>|</(?:\w+:)?c>)"
)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ERROR = re.compile(rb'\bt="e"')


def sheets(path: Path) -> list[str]:
    """Names of the sheets of a workbook, in its order.

    Raises UnreadableError when it is no workbook, is damaged, is under a password, or would
    unpack to more than a workbook can honestly hold.
    """
    import python_calamine as calamine

    try:
        with path.open("rb") as file:
            compound = file.read(8) == _COMPOUND_FILE
        if compound and path.suffix.lower() != ".xls":
            raise UnreadableError("it is under a password: save it without one")
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                if sum(entry.file_size for entry in packed.infolist()) > _LARGEST_UNPACKED:
                    raise UnreadableError("it unpacks to more than a workbook can hold: save it as CSV")
        with calamine.load_workbook(path) as workbook:
            return list(workbook.sheet_names)
    except calamine.PasswordError:
        raise UnreadableError("it is under a password: save it without one") from None
    except (calamine.CalamineError, zipfile.BadZipFile, OSError) as error:
        raise UnreadableError(
            f"it is damaged or not a workbook ({error}): open it in a spreadsheet program and save it again"
        ) from None


def sheet_rows(path: Path, sheet: str) -> Rows:
    """Rows of one sheet; a formula gives the value the spreadsheet last worked out."""

    def rows() -> Iterator[Row]:
        import python_calamine as calamine

        odd = odd_cells(path, sheet)
        try:
            with calamine.load_workbook(path) as workbook:
                found = workbook.get_sheet_by_name(sheet)
                left = found.start[1] if found.start else 0
                for number, cells in enumerate(found.iter_rows(), start=1):
                    texts = [cell if cell.__class__ is str else _text(cell) for cell in cells]
                    for column, text in odd.get(number, ()):
                        if 0 <= column - left < len(texts):
                            texts[column - left] = text
                    yield number, texts
        except calamine.CalamineError as error:
            raise UnreadableError(
                f"sheet {sheet} cannot be read ({error}): save the workbook again"
            ) from None

    return rows


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def odd_cells(path: Path, sheet: str) -> dict[int, list[tuple[int, str]]]:
    """Cells of a sheet that hold an error, or a formula nobody worked out: row -> (column, text).

    The reader of workbooks hands both over as blank, and blank would pass for "not recorded".
    """
    odd: dict[int, list[tuple[int, str]]] = {}
    if not zipfile.is_zipfile(path):
        return odd
    with zipfile.ZipFile(path) as packed:
        part = _part_of(packed, sheet)
        if not part:
            return odd
        with packed.open(part) as xml:
            left = b""
            while piece := xml.read(_PIECE):
                text = left + piece
                cut = text.rfind(b"</row>")
                whole, left = (text[:cut], text[cut:]) if cut >= 0 else (b"", text)
                _collect(whole, odd)
            _collect(left, odd)
    return odd


def _collect(xml: bytes, odd: dict[int, list[tuple[int, str]]]) -> None:
    if b't="e"' not in xml and b"f>" not in xml and b"<f" not in xml:
        return
    for match in _CELL.finditer(xml):
        attributes = match["attributes"]
        error = _ERROR.search(attributes)
        never_worked_out = match["formula"] and not match["text"]
        if never_worked_out and b't="str"' in attributes:
            never_worked_out = None  # its answer is an empty text
        if not error and not never_worked_out:
            continue
        place = _PLACE.search(attributes)
        if place:
            text = (match["text"] or b"#VALUE!").decode("utf-8", "replace") if error else UNCALCULATED
            odd.setdefault(int(place[2]), []).append((_column(place[1]), text))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _part_of(packed: zipfile.ZipFile, sheet: str) -> str:
    """The part of the package that holds `sheet`, or "" when it is laid out in another way."""
    try:
        book = ElementTree.fromstring(packed.read("xl/workbook.xml"))
        links = ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return ""
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for entry in book.iter():
        if entry.tag.rpartition("}")[2] == "sheet" and entry.get("name") == sheet:
            target = targets.get(entry.get(_RELATIONSHIP), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            return part if part in packed.namelist() else ""
    return ""
