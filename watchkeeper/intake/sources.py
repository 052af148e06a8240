"""What a folder holds: which file or sheet is which table, and what is passed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from watchkeeper.engine.tables import Table
from watchkeeper.intake import workbooks
from watchkeeper.intake.mending import nearest, plain
from watchkeeper.intake.reading import Rows, UnreadableError, text_rows

_NOT_DATA = (".", "~$", "README")
_TEXTS = (".csv", ".tsv", ".txt")
_NEAR = 0.75  # a slip of a letter or two; notes.txt is nobody's misspelling of units


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one sheet of a workbook, that holds rows of `table`."""

    table: Table
    path: Path
    sheet: str = ""

    @property
    def name(self) -> str:
        """The name people know it by."""
        return f"{self.path.name} [{self.sheet}]" if self.sheet else self.path.name

    def rows(self, said: set[str]) -> Rows:
        """Its rows as text. Raises UnreadableError."""
        if self.sheet:
            return workbooks.sheet_rows(self.path, self.sheet)
        try:
            return text_rows(self.path, self.table, said)
        except OSError as error:
            raise UnreadableError(f"it cannot be opened: {error.strerror}") from None


@dataclass(frozen=True, slots=True)
class Folder:
    """The sources of a folder in the order they are loaded; files not understood, with the reason."""

    sources: tuple[Source, ...]
    passed_over: tuple[tuple[str, str], ...]
    unreadable: tuple[tuple[str, str], ...]  # these count as rejected


def survey(folder: Path, tables: Mapping[str, Table]) -> Folder:
    """Find what `folder` holds. A file or sheet is named as its table, in any case.

    A name that is nearly a table's counts as unreadable rather than passed over: a file
    misspelt must not be left out in silence.
    """
    order = {name: place for place, name in enumerate(tables)}
    by_name = {plain(name): table for name, table in tables.items()}
    sources: list[Source] = []
    passed_over: list[tuple[str, str]] = []
    unreadable: list[tuple[str, str]] = []
    for path in sorted(folder.iterdir()):
        suffix = path.suffix.lower()
        if path.name.startswith(_NOT_DATA):
            continue
        if path.is_dir() or suffix not in (*_TEXTS, *workbooks.SUFFIXES):
            passed_over.append((path.name, "not a CSV file or a workbook"))
            continue
        named = by_name.get(plain(path.stem))
        if suffix in _TEXTS:
            if named:
                sources.append(Source(named, path))
            else:
                _unknown(path.name, path.stem, list(by_name), passed_over, unreadable)
            continue
        try:
            names = workbooks.sheets(path)
        except UnreadableError as error:
            unreadable.append((path.name, str(error)))
            continue
        found = [Source(by_name[plain(name)], path, name) for name in names if plain(name) in by_name]
        if not found and named and names:
            found = [Source(named, path, names[0])]
        if not found:
            _unknown(path.name, path.stem, list(by_name), passed_over, unreadable)
        read = {source.sheet for source in found}
        passed_over += [
            (f"{path.name} [{name}]", "no table has the name of this sheet")
            for name in names
            if found and name not in read
        ]
        sources += found
    sources.sort(key=lambda source: (order[source.table.name], source.name))
    return Folder(tuple(sources), tuple(passed_over), tuple(unreadable))


def _unknown(
    name: str,
    stem: str,
    tables: list[str],
    passed_over: list[tuple[str, str]],
    unreadable: list[tuple[str, str]],
) -> None:
    like = nearest(plain(stem), tables, alike=_NEAR)
    if like:
        unreadable.append((name, f"no table has this name; did you mean {like.replace(' ', '_')}?"))
    else:
        passed_over.append((name, "no table has this name"))
