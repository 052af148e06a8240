"""A population in Parquet: a folder with one file a table, every version of every row in it.

A force that is too large to be read out of its database each night exports to such a folder once, and
any day may be asked of it, as known at any instant, by DuckDB or by Spark.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

from watchkeeper.engine.source import Source
from watchkeeper.engine.standing import Known, Pull, quoted
from watchkeeper.engine.tables import WITHDRAWN, instant

KNOWN_FROM = instant("known_from", "When the force came to know this version.", needed=True)


class FolderError(ValueError):
    """A folder that cannot be asked; says which file and what it lacks."""


def export(source: Source, pulls: Iterable[Pull], folder: Path) -> dict[str, int]:
    """Write each table to `folder/NAME.parquet` and answer with its number of rows.

    Beside the columns asked for: `known_from`, `known_until` (when another version overtook it; blank
    while it stands) and `withdrawn`. A file appears whole or not at all.
    """
    import duckdb

    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[str, int] = {}
    with source.open() as reader, duckdb.connect(config={"python_enable_replacements": False}) as held:
        for pull in pulls:
            whole = _versions(pull)
            path = folder / f"{pull.name}.parquet"
            part = path.with_suffix(".part")
            with reader.read(whole.every_version(reader.vendor)) as stream:
                held.register("stream", stream)
                held.execute(f"CREATE OR REPLACE TABLE version AS {whole.kept_from('stream')}")
                held.unregister("stream")
            until = "lead(known_from) OVER (PARTITION BY ref ORDER BY known_from, id) AS known_until"
            held.execute(f"COPY (SELECT *, {until} FROM version) TO {quoted(str(part))} (FORMAT parquet)")
            ((rows[pull.name],),) = held.execute("SELECT count(*) FROM version").fetchall()
            part.replace(path)
    return rows


def standing(engine: Any, folder: Path, pulls: Iterable[Pull], known: Known) -> None:
    """Hold in an engine what stood of each table, as known. Raises FolderError for a file not there.

    What an act of the trail had recorded by then is not in the files: `through` is not asked.
    """
    for pull in pulls:
        path = folder / f"{pull.name}.parquet"
        if not path.exists():
            raise FolderError(f"{path} is not there: export the whole folder with watchkeeper inspect export")
        columns = ", ".join(map(engine.quote, pull.columns))
        at = _utc(known)
        engine.name(
            pull.name,
            f"SELECT id, {columns} FROM {engine.file(str(path))} WHERE known_from <= {at} "
            f"AND (known_until IS NULL OR known_until > {at}) AND NOT withdrawn",
        )


def _versions(pull: Pull) -> Pull:
    table = replace(pull.table, columns=(*pull.table.columns, KNOWN_FROM, WITHDRAWN))
    return replace(pull, table=table, columns=(*pull.columns, "known_from", "withdrawn"))


def _utc(known: Known) -> str:
    return f"TIMESTAMP '{known.at.astimezone(UTC).replace(tzinfo=None).isoformat(' ')}'"
