"""What is done to tables to plant a fault, in DuckDB's SQL, and whom a fault is planted in."""

from dataclasses import dataclass

PERSON, GRAVE, CRIME, MANAGER, EPISODE, CHILD, FLAG = (
    "$person",
    "$grave",
    "$crime",
    "$manager",
    "$episode",
    "$found",
    "$flag",
)
"""Stand in the statements below for whoever and whatever `chosen` finds."""


@dataclass(frozen=True, slots=True)
class Planted:
    """What is done, in DuckDB's SQL, and which other measures must fire by definition, and why."""

    statements: tuple[str, ...]
    also: tuple[str, ...] = ()
    why: str = ""


def seen(who: str, days: int) -> tuple[str, ...]:
    """The last visit on which the person was met was so many days ago."""
    return (
        f"DELETE FROM visits WHERE person_ref = '{who}' AND \"at\" > TIMESTAMP '$on' - INTERVAL {days} DAY",
        visit(who, days, "seen"),
    )


def visit(who: str, days: int, outcome: str, hours: str = "NULL", reason: str = "") -> str:
    return (
        "INSERT INTO visits BY NAME SELECT 900000 + "
        f"{days} AS id, '{who}' AS person_ref, 'X-{outcome}-{days}' AS ref, "
        f"TIMESTAMP '$on' - INTERVAL {days} DAY + INTERVAL 12 HOUR AS \"at\", '{outcome}' AS outcome, "
        f"{hours} AS notice_hours, '{reason}' AS notice_reason, '' AS notice_authorised_by"
    )


def gone(table: str, column: str, who: str) -> str:
    return f"DELETE FROM {table} WHERE {column} = '{who}'"


def row(table: str, **columns: str) -> str:
    """A row more; a value is SQL."""
    return f"INSERT INTO {table} BY NAME SELECT 900000 AS id, " + ", ".join(
        f'{value} AS "{name}"' for name, value in columns.items()
    )


def ago(days: int) -> str:
    return f"CAST(DATE '$on' - {days} AS DATE)"


def monthly(table: str, day: str, **columns: str) -> str:
    """Twenty rows in each of the months before the last, so that the last falls short of them."""
    listed = ", ".join(f'{value} AS "{name}"' for name, value in columns.items())
    at = "CAST(DATE '$on' - 40 - CAST(15 * n AS INTEGER) AS DATE)"
    return (
        f"INSERT INTO {table} BY NAME SELECT 910000 + n * 100 + k AS id, 'Z' || n || '-' || k AS ref, "
        f"{day.replace('$at', at)}, {listed} FROM range(0, 46) a(n), range(0, 30) b(k)"
    )
