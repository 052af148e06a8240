"""What the bytes of a file handed in show, read a piece at a time: nothing is opened, run or kept."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

from watchkeeper.engine.tables import Table
from watchkeeper.intake.facts import MEGABYTE, Form, Measured
from watchkeeper.intake.mending import nearest, plain
from watchkeeper.intake.reading import encoding

SIGNATURES: tuple[tuple[bytes, Form], ...] = (
    (b"MZ", Form.PROGRAM),
    (b"\x7fELF", Form.PROGRAM),
    (b"\xcf\xfa\xed\xfe", Form.PROGRAM),
    (b"\xca\xfe\xba\xbe", Form.PROGRAM),
    (b"#!", Form.PROGRAM),
    (b"%PDF", Form.DOCUMENT),
    (b"{\\rtf", Form.DOCUMENT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Form.OLD_WORKBOOK),
    (b"\x89PNG", Form.PICTURE),
    (b"\xff\xd8\xff", Form.PICTURE),
    (b"GIF8", Form.PICTURE),
    (b"\x1f\x8b", Form.ARCHIVE),
    (b"Rar!", Form.ARCHIVE),
    (b"7z\xbc\xaf", Form.ARCHIVE),
)
"""How files begin that are no tables, whatever they are named."""

PLACES = 5
"""Places named of the cells that hold formulas; the count is of all."""

_SAMPLE = 65_536
_PIECE = 1 << 20
_LONGEST_ROW = 8 * _PIECE  # a row said to be longer is counted as it comes
_ENDLESS = 1 << 62
_NEAR = 0.75  # a slip of a letter or two
_MARKUP = re.compile(rb"\s*(?:<!doctype|<html|<\?xml|<table|<script|<svg|<[a-z]+[\s>])", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1a\x1b")) + b"\x7f"
_MOST_CONTROL = 0.01  # an old system leaves a stray byte; a program is full of them
# "-" alone, "- none", -3 and +44 20 are what people write; =A1, @SUM and +cmd are not.
# Every run is bounded: no file can be made that takes long to search.
_FORMULA_TEXT = re.compile(r'(?:^|[,;\t|]) {0,3}"? {0,3}(?:[=@]|[+-](?![\d.,;|\s"-]|$))')
_FORMULA_CELL = re.compile(
    rb'<(?:\w{1,9}:)?c\b[^<>]{0,99}?\br="([A-Z]{1,3}\d{1,7})"[^<>]{0,99}>\s{0,9}<(?:\w{1,9}:)?f\b'
    rb"|<(?:\w{1,9}:)?f\b"
)
_ROW = re.compile(rb"<(?:\w{1,9}:)?row\b")
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")


def measure(file: BinaryIO, name: str, tables: Mapping[str, Table], *, most_unpacked: int) -> Measured:
    """Measure one file. A workbook is unpacked, to nowhere, up to `most_unpacked` bytes and no further.

    What a workbook says of its own size is not believed: each part is unpacked and counted.
    """
    name = PurePath(name.replace("\\", "/")).name
    suffix, stem = PurePath(name).suffix.lower(), PurePath(name).stem
    by_name = {plain(each): each for each in tables}
    named = by_name.get(plain(stem), "")
    like = "" if named else (nearest(plain(stem), list(by_name), alike=_NEAR) or "").replace(" ", "_")
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    sample = file.read(_SAMPLE)
    form = form_of(sample)
    file.seek(0)
    found = Measured(name, suffix, size, form, named, like)
    if form is Form.ARCHIVE and sample.startswith(b"PK"):
        return _workbook(file, found, most_unpacked)
    return _text(file, found, sample) if form is Form.TEXT else found


def form_of(sample: bytes) -> Form:
    """What the first bytes show. What is packed as a workbook is, is an archive until looked into.

    >>> form_of(b"ref,name"), form_of(b"MZ\\x90\\x00"), form_of(b"<html><table>")
    (<Form.TEXT: 'separated text'>, <Form.PROGRAM: 'a program'>, <Form.WEB_PAGE: 'a web page'>)
    """
    if not sample.strip():
        return Form.EMPTY
    if sample.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Form.ARCHIVE
    for begins, form in SIGNATURES:
        if sample.startswith(begins):
            return form
    if encoding(sample).startswith("utf-16"):
        return Form.TEXT
    if _MARKUP.match(sample.removeprefix(b"\xef\xbb\xbf")):
        return Form.WEB_PAGE
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return Form.UNKNOWN if control > _MOST_CONTROL * len(sample) else Form.TEXT


def _text(file: BinaryIO, found: Measured, sample: bytes) -> Measured:
    lines = io.TextIOWrapper(file, encoding=encoding(sample), errors="replace", newline="")
    rows = formulas = 0
    places: list[str] = []
    try:
        for rows, line in enumerate(lines, start=1):
            if ("=" in line or "@" in line or "+" in line or "-" in line) and (
                many := len(_FORMULA_TEXT.findall(line))
            ):
                formulas += many
                if len(places) < PLACES:
                    places.append(f"line {rows:,}")
    finally:
        lines.detach()
    return replace(found, rows=rows, formulas=formulas, places=tuple(places))


def _workbook(file: BinaryIO, found: Measured, most: int) -> Measured:
    try:
        with zipfile.ZipFile(file) as packed:
            names = packed.namelist()
            form = _kind_of(names)
            if form is not Form.WORKBOOK:
                return replace(found, form=form)
            if any(entry.flag_bits & 1 for entry in packed.infolist()):
                return replace(found, form=Form.OLD_WORKBOOK)
            return _unpacked(packed, replace(found, form=form), most)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        return replace(found, form=Form.DAMAGED)


def _kind_of(names: list[str]) -> Form:
    if "xl/workbook.xml" in names:
        return Form.WORKBOOK
    if "xl/workbook.bin" in names or "mimetype" in names:
        return Form.OTHER_WORKBOOK
    return Form.DOCUMENT if "word/document.xml" in names else Form.ARCHIVE


def _unpacked(packed: zipfile.ZipFile, found: Measured, most: int) -> Measured:
    total = largest = 0
    entities = False
    cells = _Cells()
    for entry in packed.infolist():
        size = 0
        take = cells.take if _SHEET.match(entry.filename) else None
        for piece in _pieces(packed, entry):
            size += len(piece)
            entities = entities or _ENTITY.search(piece) is not None
            if take:
                take(piece)
            if total + size > most:
                break
        cells.end()
        total += size
        if size > MEGABYTE:
            largest = max(largest, size // max(entry.compress_size, 1))
        if total > most:
            break
    return replace(
        found,
        rows=cells.rows,
        unpacked=total,
        largest_packing=largest,
        unpacked_in_full=total <= most,
        macros=any(name.endswith("vbaProject.bin") for name in packed.namelist()),
        entities=entities,
        formulas=cells.formulas,
        places=tuple(cells.places),
    )


def _pieces(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part of a package, unpacked to its very end, whatever size it claims."""
    honest = copy(entry)
    honest.file_size = _ENDLESS
    with packed.open(honest) as part:
        while piece := part.read(_PIECE):
            yield piece


class _Cells:
    """Rows and formulas of the sheets of one workbook, counted as pieces go by."""

    def __init__(self) -> None:
        self.rows = self.formulas = 0
        self.places: list[str] = []
        self._left = b""

    def take(self, piece: bytes) -> None:
        """Count a piece up to the last whole row; the rest waits for the next piece."""
        text = self._left + piece
        cut = text.rfind(b"</row>")
        if cut < 0 and len(text) < _LONGEST_ROW:
            self._left = text
            return
        self._count(text[:cut] if cut >= 0 else text)
        self._left = text[cut:] if cut >= 0 else b""

    def end(self) -> None:
        """Count what waits: the part has ended."""
        self._count(self._left)
        self._left = b""

    def _count(self, text: bytes) -> None:
        self.rows += len(_ROW.findall(text))
        found = [cell[1] for cell in _FORMULA_CELL.finditer(text)]
        self.formulas += len(found)
        self.places += [cell.decode() for cell in found if cell][: PLACES - len(self.places)]
