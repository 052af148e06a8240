"""Which version of each fact stood at an instant, asked of the database that stores them.

The newest `known_from` not later than the instant stands, the row stored last where two share
it, unless that version is withdrawn. Nearly every fact has one version only, so the rule is
put the other way about: find the refs that came more than once, from the index alone, name
the versions that have been overtaken, and read everything else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from watchkeeper.engine.source import Vendor
from watchkeeper.engine.tables import REF, Column, Kind, Table

NOBODY = 0
"""Id of the row that only shows the embedded database's driver what kind each column is."""

_SAMPLE = {
    Kind.TEXT: "''",
    Kind.CODE: "''",
    Kind.LIST: "''",
    Kind.DAY: "'2000-01-01'",
    Kind.INSTANT: "'2000-01-01 00:00:00'",
    Kind.YES_NO: "0",
    Kind.WHOLE: "0",
    Kind.NUMBER: "0.0",
}
_HELD_AS = {
    Kind.DAY: "DATE",
    Kind.INSTANT: "TIMESTAMP",
    Kind.YES_NO: "BOOLEAN",
    Kind.WHOLE: "INTEGER",
    Kind.NUMBER: "DOUBLE",
}


@dataclass(frozen=True, slots=True)
class Known:
    """How far knowledge goes: up to an instant and, where `through` is given, an act of the trail."""

    at: datetime
    through: int | None = None

    def clause(self, vendor: Vendor, row: str = "f") -> str:
        """What a stored row must satisfy to have been known."""
        at = self.at.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
        instant = f"'{at}'" if vendor is Vendor.SQLITE else f"TIMESTAMPTZ '{at}+00'"
        through = "" if self.through is None else f" AND {row}.act <= {self.through:d}"
        return f"{row}.known_from <= {instant}{through}"


@dataclass(frozen=True, slots=True)
class Pull:
    """Some columns of the facts of one table that stand, and `where`, which may leave some out.

    `where` is asked of the version that stands and is written in what SQLite, PostgreSQL and
    DuckDB all understand. `into` names the table it fills, where that is not the table's own.
    `whose` is the column that says what a fact is about, where only some facts are asked for.
    `among` asks the database itself, as known, for the refs of those whose facts are read: all, where
    it is left out. `overtaken_ids` says which rows were overtaken, where that has been asked already.
    """

    table: Table
    columns: tuple[str, ...]
    where: str = ""
    into: str = ""
    whose: str = "person_ref"
    among: Callable[[Vendor, Known], str] | None = None
    overtaken_ids: tuple[int, ...] | None = None

    @property
    def name(self) -> str:
        return self.into or self.table.name

    @property
    def kinds(self) -> tuple[Column, ...]:
        """The columns in the order asked for; `ref` may be asked for like any other."""
        listed = {column.name: column for column in (REF, *self.table.columns)}
        return tuple(listed[name] for name in self.columns)

    @property
    def stored(self) -> str:
        """The name of the table in the database that stores the facts."""
        return self.table.model.lower().replace(".", "_")

    def overtaken(self, vendor: Vendor, known: Known, about: Sequence[str] | None = None) -> str:
        """The question that names every version overtaken by another that was known.

        With `about`, of the facts that any version says are about these people, or these crimes:
        a correction may have moved one to another.
        """
        if self.overtaken_ids is not None:
            listed = ", ".join(map(str, (NOBODY, *self.overtaken_ids)))
            return f"SELECT v.id FROM {self.stored} v WHERE v.id IN ({listed})"
        theirs = (
            ""
            if about is None
            else f" WHERE r.ref IN (SELECT t.ref FROM {self.stored} t WHERE {_of('t', self.whose, about)})"
        )
        return (
            "SELECT v.id FROM (SELECT f.id, row_number() OVER "
            "(PARTITION BY f.ref ORDER BY f.known_from DESC, f.id DESC) AS place "
            f"FROM {self.stored} f WHERE {known.clause(vendor)} AND f.ref IN "
            f"(SELECT r.ref FROM {self.stored} r{theirs} GROUP BY r.ref HAVING count(*) > 1)) v "
            "WHERE v.place > 1"
        )

    def asked_of(self, vendor: Vendor, known: Known, about: Sequence[str] | None = None) -> str:
        """The question, in the SQL of the database that stores the facts, for all else that was known.

        With `about`, only of these people, or these crimes.
        """
        columns = ", ".join(_column(column, vendor) for column in self.kinds)
        withdrawn = "f.withdrawn = 0" if vendor is Vendor.SQLITE else "NOT f.withdrawn"
        where = f" AND ({self.where})" if self.where else ""
        if about is not None:
            where += f" AND {_of('f', self.whose, about)}"
        if self.among is not None:
            where += f" AND f.{self.whose} IN ({self.among(vendor, known)})"
        question = (
            f"SELECT f.id, {columns} FROM {self.stored} f WHERE {known.clause(vendor)} AND {withdrawn}{where}"
        )
        return self._shown(question, vendor)

    def every_version(self, vendor: Vendor) -> str:
        """The question for these columns of every row ever stored, whatever overtook or withdrew it."""
        columns = ", ".join(_column(column, vendor) for column in self.kinds)
        return self._shown(f"SELECT f.id, {columns} FROM {self.stored} f", vendor)

    def _shown(self, question: str, vendor: Vendor) -> str:
        if vendor is not Vendor.SQLITE:
            return question
        samples = ", ".join(f'{_SAMPLE[column.kind]} AS "{column.name}"' for column in self.kinds)
        return f"SELECT {NOBODY} AS id, {samples} UNION ALL {question}"

    def kept_from(self, stream: str, overtaken: str = "") -> str:
        """The question in DuckDB's SQL that keeps what came over `stream`, as days, instants and flags.

        `overtaken` names the table of the versions to leave out. Most tables have none: left
        blank, DuckDB neither plans nor probes a join that could leave nothing out.
        """
        columns = ", ".join(
            f'CAST("{c.name}" AS {_HELD_AS[c.kind]}) AS "{c.name}"' if c.kind in _HELD_AS else f'"{c.name}"'
            for c in self.kinds
        )
        left_out = f" AND id NOT IN (SELECT id FROM {overtaken})" if overtaken else ""
        return f"SELECT CAST(id AS BIGINT) AS id, {columns} FROM {stream} WHERE id <> {NOBODY}{left_out}"


def quoted(word: str) -> str:
    """A word as SQL writes it, on every database: a ref or a unit may hold an apostrophe.

    >>> quoted("O'Hare")
    "'O''Hare'"
    """
    return "'" + word.replace("'", "''") + "'"


def _of(row: str, whose: str, about: Sequence[str]) -> str:
    """Whether a stored row is about one of these people or crimes."""
    listed = ", ".join(map(quoted, about))
    return f"{row}.{whose} IN ({listed or 'NULL'})"


def _column(column: Column, vendor: Vendor) -> str:
    if column.kind is Kind.INSTANT and vendor is Vendor.POSTGRESQL:
        return f'f."{column.name}" AT TIME ZONE \'UTC\' AS "{column.name}"'
    return f'f."{column.name}"'
