"""A file as it was handed in: what its name says, and what its bytes show."""

from enum import StrEnum

from watchkeeper.law.swift import dataclass

MEGABYTE = 1_000_000


class Form(StrEnum):
    """What the bytes of a file show it to be, whatever its name says."""

    TEXT = "separated text"
    WORKBOOK = "a workbook"
    EMPTY = "empty"
    PROGRAM = "a program"
    WEB_PAGE = "a web page"
    DOCUMENT = "a document"
    PICTURE = "a picture"
    ARCHIVE = "an archive"
    OLD_WORKBOOK = "a workbook of an old kind, or one under a password"
    OTHER_WORKBOOK = "a workbook of a kind not taken here"
    DAMAGED = "damaged"
    UNKNOWN = "neither text nor a workbook"


class UploadState(StrEnum):
    """How far files handed in have come."""

    CHECKING = "being checked"
    CHECKED = "checked"
    LOADING = "being loaded"
    LOADED = "loaded"
    STOPPED = "stopped"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Measured:
    """One file measured before anything of it is kept.

    `named` is the table its name says, "" for none; `like` the table a wrong name comes near to.
    `largest_packing` is how many times its packed size a part of more than a megabyte unpacks to.
    `formulas` counts cells that hold a formula, or begin like one; `places` names the first few.
    """

    name: str
    suffix: str
    size: int
    form: Form
    named: str = ""
    like: str = ""
    rows: int = 0
    unpacked: int = 0
    largest_packing: int = 0
    unpacked_in_full: bool = True
    macros: bool = False
    entities: bool = False
    formulas: int = 0
    places: tuple[str, ...] = ()
