"""Which column each heading of a file means."""

from collections.abc import Sequence
from dataclasses import dataclass

from watchkeeper.engine.tables import RECORDED_AT, REF, WITHDRAWN, Column, Table
from watchkeeper.intake.mending import nearest, plain

_SAME = {
    "ref": ("id", "reference", "row id", "record id", "unique id", "urn"),
    "person_ref": ("person", "person id", "subject", "subject ref", "subject id", "nominal", "nominal ref"),
    "officer_ref": ("officer", "officer id", "manager", "manager ref", "collar number", "warrant number"),
    "recorded_at": ("recorded", "recorded on", "date recorded", "recorded date", "created at", "timestamp"),
    "withdrawn": ("deleted", "void", "recorded in error"),
    "family_name": ("surname", "last name", "family names"),
    "given_names": ("forename", "forenames", "first name", "first names", "given name"),
    "born_on": ("dob", "d o b", "date of birth", "birth date", "born", "birthdate"),
    "sex": ("gender",),
    "unit": ("unit ref", "command unit", "bcu", "unit id"),
    "postcode": ("post code", "zip"),
    "line": ("address", "address line", "address line 1", "line 1"),
    "since": ("from", "start", "start date", "date from", "from date"),
    "until": ("to", "end", "end date", "date to", "to date"),
    "at": ("date time", "datetime", "visit date", "visited at", "date of visit", "visited on"),
    "address_ref": ("address id", "address ref"),
    "outcome": ("result",),
    "level": ("risk", "risk level", "level of risk"),
    "order_ref": ("order", "order id"),
}
_FORMS = {
    **dict.fromkeys(("on", "at"), ("{0}", "date {0}", "{0} date", "{0} on", "{0} at")),
    **dict.fromkeys(("ref", "by"), ("{0}", "{0} id", "{0} ref")),
}
_FEW = 2  # headings that must be known before a line is taken for the line of headings


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each column of the table stands in the file, and what was odd about the line of headings."""

    at: dict[str, int]
    missing: tuple[Column, ...]  # needed and absent: no row can be taken
    notes: tuple[str, ...]
    fault: str = ""


def columns(table: Table) -> tuple[Column, ...]:
    """Every column a file of `table` may have, in the order templates give them."""
    return (REF, *table.columns, RECORDED_AT, WITHDRAWN)


def known(table: Table) -> dict[str, str]:
    """Each heading understood, in plain form, with the column it means."""
    names = [column.name for column in columns(table)]
    found = {plain(name): name for name in names}
    for name in names:
        for same in _SAME.get(name, ()):
            found.setdefault(plain(same), name)
    for name in names:
        stem, _, ending = plain(name).rpartition(" ")
        for form in _FORMS.get(ending, ()) if stem else ():
            found.setdefault(form.format(stem), name)
    return found | {heading.replace(" ", ""): name for heading, name in found.items()}


def score(cells: Sequence[str], table: Table) -> int:
    """How many cells of a line are headings of `table`; 0 when too few to be its headings."""
    meanings = known(table)
    count = len({meanings[plain(cell)] for cell in cells if plain(cell) in meanings})
    return count if count >= _FEW else 0


def match(cells: Sequence[str], table: Table) -> Headings:
    """Find the table's columns in a line of headings.

    Case, spaces, underscores and usual other names are forgiven and said. A heading that is
    not understood is said, with the column it resembles; its cells are not read.
    """
    meanings = known(table)
    wanted = columns(table)
    exact = {plain(column.name): column.name for column in wanted}
    at: dict[str, int] = {}
    notes: list[str] = []
    twice = ""
    unread: list[tuple[str, str]] = []
    ranked = sorted(range(len(cells)), key=lambda i: plain(cells[i]) not in exact)
    for index in ranked:
        heading = " ".join(cells[index].split())
        word = plain(heading)
        name = meanings.get(word, "")
        if not word:
            continue
        if not name:
            unread.append((heading, meanings.get(nearest(word, list(meanings)), "")))
        elif name not in at:
            at[name] = index
            if word.replace(" ", "") != plain(name).replace(" ", ""):
                notes.append(f"column {heading} is read as {name}")
        elif word in exact:
            twice = twice or f"column {name} stands twice in the line of headings"
        else:
            notes.append(f"column {heading} is not read: {name} is there already")
    for heading, like in unread:
        hint = f"; did you mean {like}?" if like and like not in at else ""
        notes.append(f"column {heading} is not known and not read{hint}")
    absent = [column for column in wanted if column.name not in at]
    notes += [
        f"column {column.name} is not in the file and is taken as blank"
        for column in absent
        if not column.needed and column not in (RECORDED_AT, WITHDRAWN)
    ]
    return Headings(at, tuple(column for column in absent if column.needed), tuple(notes), twice)
