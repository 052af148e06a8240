"""Print docs/import.md: every file a force may give, column by column."""

import sys
from collections.abc import Iterator

from tools.pages import cell, keep
from watchkeeper.engine.tables import RECORDED_AT, REF, WITHDRAWN, Column, Table
from watchkeeper.intake.tables import TABLES

HEAD = """# The import format

Printed from the tables of each slice by `make docs`. `watchkeeper load --template FOLDER` writes these
files empty, to fill in; `watchkeeper load --check FOLDER` says what would happen and writes nothing.

One CSV file or workbook a table, named as the table. The order of columns does not matter. A column that
is not *needed* may be blank or absent: what a clock then lacks is shown in the brief as a missing fact.
A row that cannot be read is rejected with its reason, and no other row with it. A row with a `ref` that
is already there and other contents is a correction: the earlier version is kept.
"""


def page() -> str:
    """The whole page, tables in the order they are loaded."""
    tables = list(TABLES.values()) if isinstance(TABLES, dict) else list(TABLES)
    return HEAD + "".join(line for table in tables for line in _table(table))


def _table(table: Table) -> Iterator[str]:
    yield f"\n## {table.name}\n\n{table.says}\n\n"
    yield "| column | holds | needed | what it is |\n|---|---|---|---|\n"
    for column in (REF, *table.columns, RECORDED_AT, WITHDRAWN):
        needed = "needed" if column.needed else ""
        yield f"| `{column.name}` | {_holds(column)} | {needed} | {cell(column.says)} |\n"


def _holds(column: Column) -> str:
    if column.codes:
        return "one of: " + ", ".join(f"`{cell(code)}`" for code in column.codes)
    return f"{column.kind}, a `ref` in {column.refers}" if column.refers else str(column.kind)


if __name__ == "__main__":
    sys.exit(keep({"docs/import.md": page()}, sys.argv[1:]))
