"""Every table of recorded facts: its columns, what each means, and what a file may leave out.

One list serves four readers: the import format and its templates, the synthetic force, the
stored models (a test holds them to it) and the population engine. A change starts here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    TEXT = "text"
    DAY = "day"  # a date
    INSTANT = "instant"  # a date and a time of day, held in UTC
    YES_NO = "yes or no"
    WHOLE = "whole number"
    NUMBER = "number"
    CODE = "code"  # one of `codes`
    LIST = "list"  # several texts, parted by semicolons


@dataclass(frozen=True, slots=True)
class Column:
    """`needed`: a row without it is rejected. Anything else may be blank and becomes a finding.

    `refers` names the table whose `ref` this column holds; a row that refers to nobody is
    rejected. `past`: a day that cannot lie after the day the row was recorded. `history`: a day that
    lies before the day of loading; what begins later is decided here, and says where.
    """

    name: str
    kind: Kind
    says: str
    needed: bool = False
    codes: tuple[str, ...] = ()
    refers: str = ""
    past: bool = False
    history: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of facts. Every row also carries `ref` (its identity), `recorded_at` and `withdrawn`.

    `model` is the dotted name of the stored model, `app_label.ModelName`.
    `about` is the column that names the person, empty when the row is about nobody.
    """

    name: str
    model: str
    says: str
    columns: tuple[Column, ...]
    about: str = "person_ref"


def text(name: str, says: str, *, needed: bool = False, refers: str = "") -> Column:
    return Column(name, Kind.TEXT, says, needed, refers=refers)


def day(name: str, says: str, *, needed: bool = False, past: bool = False, history: str = "") -> Column:
    return Column(name, Kind.DAY, says, needed, past=past, history=history)


def instant(name: str, says: str, *, needed: bool = False, past: bool = False) -> Column:
    return Column(name, Kind.INSTANT, says, needed, past=past)


def yes_no(name: str, says: str, *, needed: bool = False) -> Column:
    return Column(name, Kind.YES_NO, says, needed)


def whole(name: str, says: str, *, needed: bool = False) -> Column:
    return Column(name, Kind.WHOLE, says, needed)


def code(name: str, says: str, codes: Iterable[str], *, needed: bool = False) -> Column:
    return Column(name, Kind.CODE, says, needed, codes=tuple(str(c) for c in codes))


def several(name: str, says: str) -> Column:
    return Column(name, Kind.LIST, says)


REF = text("ref", "The row's own reference in the system it comes from; the same row keeps it.", needed=True)
RECORDED_AT = instant("recorded_at", "When the force recorded it; blank means when it was loaded.", past=True)
WITHDRAWN = yes_no("withdrawn", "Yes when the row was recorded in error and no longer stands.")
