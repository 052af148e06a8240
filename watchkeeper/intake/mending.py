"""What a cell says, whatever the clerk or the spreadsheet did to it; or why it cannot be told."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from watchkeeper.engine.tables import REF, Column, Kind
from watchkeeper.intake.times import read_day, read_instant
from watchkeeper.law.wording import LONGEST_IN_ADDRESS

UNCALCULATED = "#UNCALCULATED!"
"""Stands in a cell whose formula no program has worked out yet."""

_BLANK_WORDS = frozenset({"null", "(null)", "n/a", "na", "none", "nil", "nan", "-", "--"})
_LONGEST_BLANK_WORD = max(map(len, _BLANK_WORDS))
SYNONYMS: dict[str, dict[str, str]] = {
    "sex": {
        **dict.fromkeys(("m", "man"), "male"),
        **dict.fromkeys(("f", "woman"), "female"),
        **dict.fromkeys(("u", "unknown", "not known", "nk", "n k", "not stated"), "not recorded"),
    },
    "level": {"vh": "very high", "h": "high", "m": "medium", "l": "low"},
    "rank": {
        **dict.fromkeys(("pc", "dc"), "constable"),
        **dict.fromkeys(("ps", "ds", "sgt"), "sergeant"),
        "di": "inspector",
        **dict.fromkeys(("dci", "ch insp"), "chief inspector"),
        **dict.fromkeys(("supt", "dsu"), "superintendent"),
        "ch supt": "chief superintendent",
    },
}
"""What else a code may be called, by column, in plain form. The page that says what files hold lists them."""

SHORTEST = 3
"""Letters an abbreviation must have: fewer could be a slip for anything."""

_YES = frozenset({"yes", "y", "true", "t", "1"})
_NO = frozenset({"no", "n", "false", "f", "0"})
_ERRORS = frozenset(
    (
        *("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"),
        *("#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#GETTING_DATA"),
    )
)
_INVISIBLE = str.maketrans("", "", "\u200b\u200c\u200d\u2060\ufeff\u00ad")
_LARGEST = 2**31 - 1  # what a whole-number column of the database holds
_REMEMBERED = 100_000
_FEW = 1_000  # of texts and instants, of which more would fill memory and save little


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell cannot be taken, and how to mend it."""

    reason: str
    mend: str


Reader = Callable[[str], object]
"""Text of a cell -> its value, None or "" where blank, or Wrong."""

Said = set[str]
"""What was assumed while reading a column, in words: told once, not for every row."""


class _Remembered(dict[str, object]):
    """Answers already worked out. The same few dates and codes fill most of a column."""

    __slots__ = ("read",)

    def __init__(self, read: Reader) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, raw: str) -> object:
        if len(self) >= _REMEMBERED:
            self.clear()
        value = self[raw] = self.read(raw)
        return value


def tidy(raw: str) -> str:
    """One space between words, none at the ends, nothing invisible, accents in one form.

    >>> tidy("  Marsh\\u00a0 Lane ")
    'Marsh Lane'
    """
    text = " ".join(raw.split())
    if not text.isascii():
        text = " ".join(unicodedata.normalize("NFC", text.translate(_INVISIBLE)).split())
    return text


def plain(text: str) -> str:
    """A code or a heading with case, hyphens, underscores and spacing set aside.

    >>> plain("No_Reply"), plain("chief-inspector")
    ('no reply', 'chief inspector')
    """
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def nearest(text: str, choices: list[str], *, alike: float = 0.6) -> str:
    """The choice most like `text`, or "" when none is like it.

    >>> nearest("vists", ["units", "visits"], alike=0.75), nearest("notes", ["units"], alike=0.75)
    ('visits', '')
    """
    return next(iter(get_close_matches(text, choices, n=1, cutoff=alike)), "")


def blank_of(column: Column) -> object:
    """What a blank cell of `column` is held as."""
    return "" if column.kind in (Kind.TEXT, Kind.CODE, Kind.LIST) else None


def reader(column: Column, *, this_year: int, said: Said) -> Reader:
    """A function that reads one cell of `column`; made once a file, called once a row.

    Blank optional cells are None, or "" where text is held. A blank needed cell is Wrong. A
    year of two digits in a column of past days is the latest such year not after `this_year`.
    """
    read = _by_kind(column, this_year, said)
    blank = blank_of(column)
    if column.needed:
        blank = Wrong("blank, and this column is needed", f"fill in {column.name}: {column.says}")
    said_by_words = column.kind is not Kind.TEXT or bool(column.refers)  # "Null" is also a surname
    keep = frozenset(plain(code) for code in column.codes)

    def cell(raw: str) -> object:
        text = " ".join(raw.split())
        if not text:
            return blank
        if text[0] in "#=" or not text.isascii():
            text = tidy(text)
            if (wrong := _of_spreadsheet(text)) is not None:
                return wrong
            if text[:1] == "=":
                said.add("text that begins with = is kept as text, never worked out")
        if len(text) <= _LONGEST_BLANK_WORD and said_by_words:
            word = text.casefold()
            if word in _BLANK_WORDS and word not in keep:
                return blank
        return read(text)

    if column.kind in (Kind.INSTANT, Kind.LIST) or not said_by_words:
        return lru_cache(_FEW)(cell)  # they come twice among rows near each other, if at all
    return _Remembered(cell).__getitem__


def _of_spreadsheet(text: str) -> Wrong | None:
    if text == UNCALCULATED:
        return Wrong("a formula that was never worked out", "open and save the file in a spreadsheet program")
    if text.upper() in _ERRORS:
        return Wrong("the cell holds a spreadsheet's error", "mend the formula or type the value")
    return None


def _by_kind(column: Column, this_year: int, said: Said) -> Reader:
    match column.kind:
        case Kind.TEXT:
            return _ref if column.name == REF.name else _text
        case Kind.CODE:
            return _code(column, said)
        case Kind.DAY:
            return lambda text: _or_wrong(read_day(text, column.past, this_year, said))
        case Kind.INSTANT:
            return lambda text: _or_wrong(read_instant(text, column.past, this_year, said))
        case Kind.YES_NO:
            return _yes_no
        case Kind.WHOLE:
            return _whole
        case Kind.NUMBER:
            return _number
        case Kind.LIST:
            return _list


def _or_wrong(value: object) -> object:
    if isinstance(value, str):
        return Wrong(value, "write days as 2026-03-02 or 02/03/2026, and times as 2026-03-02 14:30")
    return value


def _text(text: str) -> object:
    return text


def _ref(text: str) -> object:
    if len(text) <= LONGEST_IN_ADDRESS:
        return text
    return Wrong(
        f"longer than {LONGEST_IN_ADDRESS} characters: no page could open it",
        "give a shorter ref, and the same one in every row that refers to it",
    )


def _list(text: str) -> object:
    return ";".join([part for p in text.split(";") if (part := p.strip())])


def _code(column: Column, said: Said) -> Reader:
    known = {plain(code): code for code in column.codes}
    synonyms = SYNONYMS.get(column.name, {})

    def read(text: str) -> object:
        word = plain(text)
        code = known.get(word)
        if code is not None:
            return code
        begun = [known[whole] for whole in known if whole.startswith(word)] if len(word) >= SHORTEST else []
        code = synonyms.get(word) or (begun[0] if len(begun) == 1 else "")
        if code in column.codes:
            said.add(f"in {column.name}, {word} is read as {code}")
            return code
        like = known.get(nearest(word, list(known)), "")
        mend = f"did you mean {like}? " if like else ""
        return Wrong("not a code of this column", f"{mend}one of: {', '.join(column.codes)}")

    return read


def _yes_no(text: str) -> object:
    word = text.casefold().removesuffix(".0")
    if word in _YES:
        return True
    return False if word in _NO else Wrong("neither yes nor no", "write yes or no, or leave it blank")


def _whole(text: str) -> object:
    digits = re.sub(r"\.0+$", "", re.sub(r"(?<=\d),(?=\d{3}\b)", "", text))
    if not re.fullmatch(r"\+?\d{1,12}", digits, re.ASCII):
        return Wrong("not a whole number, 0 or more", "write digits only")
    value = int(digits)
    return value if value <= _LARGEST else Wrong("too large a number", "write the number meant")


def _number(text: str) -> object:
    share = text.endswith("%")
    digits = text.removesuffix("%").strip()
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?", digits, re.ASCII | re.IGNORECASE):
        return Wrong("not a number", "write digits, with a point for decimals")
    return float(digits) / 100 if share else float(digits)
