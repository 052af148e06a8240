"""A folder of empty files to fill in: every column, what it means, and one invented row of each."""

import csv
from collections.abc import Mapping
from pathlib import Path

from watchkeeper.engine.tables import Column, Kind, Table
from watchkeeper.intake.headings import columns

README = "README.txt"
_DAYS = {  # an invented story that hangs together: registered in March 2025, visited in June
    "born_on": "1980-05-17",
    "used_since": "2019-01-01",
    "since": "2025-03-02",
    "until": "",
    "ended_on": "",
    "returned_on": "",
    "expires_on": "",
    "parental_direction_on": "",
    "parental_direction_until": "",
    "reactive_since": "",
    "trial_ended_on": "",
    "passports_surrendered_on": "",
    "passports_returned_on": "",
}
_INSTANTS = {
    "starts_at": "2025-06-09 08:00",
    "ends_at": "2025-06-09 16:00",
    "at": "2025-06-09 18:40",
    "reported_at": "2025-06-09 21:15",
    "received_at": "2025-06-09 21:40",
}
_TEXTS = {
    "family_name": "Example",
    "given_names": "Invented Person",
    "name": "Invented Alias",
    "line": "1 Nowhere Lane",
    "postcode": "ZZ1 1ZZ",
    "boroughs": "Northborough; Southborough",
    "instrument": "ARMS",
    "offence": "Invented offence",
    "station": "Invented Road",
}
_CODES = {"choice": "another attempt", "role": "offender manager", "notice_reason": ""}
_BLANK_TEXTS = frozenset(
    {
        *("consecutive_to", "parent_ref", "safety_marker", "force", "late_excuse", "change_excuse"),
        "notice_authorised_by",
    }
)


def write_templates(folder: Path, tables: Mapping[str, Table]) -> list[Path]:
    """Write one CSV a table to `folder`, each with an invented row that loads, and a README.

    Raises FileExistsError rather than write over a file that is there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken = [name for name in (README, *(f"{name}.csv" for name in tables)) if (folder / name).exists()]
    if taken:
        raise FileExistsError(f"{folder / taken[0]} is there already; name an empty folder")
    written = []
    for name, table in tables.items():
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(column.name for column in columns(table))
            writer.writerow(example(table))
        written.append(path)
    readme = folder / README
    readme.write_text(_readme(tables), "utf-8")
    return [*written, readme]


def example(table: Table) -> list[str]:
    """One invented row of `table`, cell by cell."""
    return [_cell(table, column) for column in columns(table)]


def reference(table: str) -> str:
    """The invented ref that stands for a row of `table`.

    >>> reference("review_applications")
    'EXAMPLE-REVIEW-APPLICATIONS'
    """
    return f"EXAMPLE-{table.upper().replace('_', '-')}"


def _cell(table: Table, column: Column) -> str:
    name = column.name
    if name == "ref":
        return reference(table.name)
    if name in ("recorded_at", "withdrawn") or name in _BLANK_TEXTS:
        return ""
    if column.refers:
        return reference(column.refers)
    match column.kind:
        case Kind.DAY:
            told = _DAYS.get(name, "2025-06-01" if column.past or column.needed else "")
            return told or ("2025-09-01" if column.needed else "")  # an end that must be given
        case Kind.INSTANT:
            return _INSTANTS.get(name, "")
        case Kind.CODE:
            return _CODES.get(name, column.codes[0])
        case Kind.YES_NO:
            return "no"
        case Kind.NUMBER:
            return "1"
        case Kind.WHOLE:
            return "1" if column.needed else ""
        case Kind.LIST:
            return reference("officers") if name == "crew" else ""
        case Kind.TEXT:
            return _TEXTS.get(name, "Invented" if column.needed else "")
    return ""


def _readme(tables: Mapping[str, Table]) -> str:
    lines = [
        "Files for Watchkeeper",
        "",
        "Each file is a table; its second line is an invented example: take it out and put your rows in.",
        "Left in, it is loaded like any other row, as somebody who does not exist; its ref begins EXAMPLE-.",
        "Once loaded, it stands no longer when it is loaded again with yes under withdrawn.",
        "Load them in any state of repair with: watchkeeper load FOLDER --check",
        "The meaning of every column is in docs/import.md.",
        "",
        *(f"{name}.csv: {table.says}" for name, table in tables.items()),
        "",
    ]
    return "\n".join(lines)
