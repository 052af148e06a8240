"""A list scored from one file into another: a bar while it runs, and never a half-written result."""

import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from datetime import date
    from typing import IO

    from watchkeeper.instruments.facts import Pack
    from watchkeeper.instruments.listing import Listed

STANDARD = "-"
"""The name that stands for standard input or output."""
PART = ".part"
"""How the name of a result ends while it is being written."""
SHOWN = 20


def scored_list(
    pack: "Pack", file: str, out: str, *, as_json: bool, on: "date", say: "Any"
) -> dict[str, int]:
    """Score the list in `file` into `out`, and how many rows came to what.

    The result takes its name when it is whole: whoever interrupts leaves what stood there before. Columns
    that are not read are told to `say`. Ends the program with a line where the file is no such list.
    """
    with _bar(file) as counted, _opened(file) as source, _result(out) as target:
        import csv

        from watchkeeper.cli.opening import stop

        try:
            lines = _lines(counted(source))
            columns = _columns(lines, file)
            if extra := _unread(pack, columns, file):
                say(f"columns not read: {', '.join(extra)}")
            rows = (row for row in lines if row)
            return _written(pack, columns, rows, target, as_json=as_json, on=on)
        except (csv.Error, UnicodeDecodeError) as error:
            stop(f"{file} is not a CSV file in UTF-8: {error}")


def one_row(pack: "Pack", file: str, ref: str, say: "Any") -> dict[str, str | None]:
    """The row of a list whose `ref` it is, or the first row where `ref` is "".

    Columns that are not read are told to `say`, as of a whole list. Ends the program with a line where
    the file is no such list, or has no such row.
    """
    import csv

    from watchkeeper.cli.opening import stop
    from watchkeeper.instruments.listing import BEYOND

    with _opened(file) as source:
        try:
            lines = _lines(source)
            columns = _columns(lines, file)
            if extra := _unread(pack, columns, file):
                say(f"columns not read: {', '.join(extra)}")
            rows = (_named(columns, line, BEYOND) for line in lines if line)
            found = next((row for row in rows if not ref or (row.get("ref") or "").strip() == ref), None)
        except (csv.Error, UnicodeDecodeError) as error:
            stop(f"{file} is not a CSV file in UTF-8: {error}")
    if found is None:
        stop(f"{file} has no row {'of ' + ref if ref else 'at all'}")
    return found


def _lines(source: "Iterable[str]") -> "Iterator[list[str]]":
    """Every line as its cells, parted by the sign that parts the first."""
    import csv
    from itertools import chain

    from watchkeeper.engine.separators import separator

    left = iter(source)
    first = next(left, "")
    return csv.reader(chain([first] if first else [], left), strict=True, delimiter=separator(first))


def _columns(lines: "Iterator[list[str]]", file: str) -> list[str]:
    from watchkeeper.cli.opening import stop

    columns = [each.strip() for each in next(lines, [])]
    twice = sorted({each for each in columns if columns.count(each) > 1})
    if not columns:
        stop(f"{file} is empty; its first line names the columns")
    if twice:
        stop(f"{file} names a column twice: {', '.join(twice)}")
    return columns


def _unread(pack: "Pack", columns: list[str], file: str) -> list[str]:
    """Columns that the pack does not ask for. Ends the program with a line where it asks for none of them."""
    from watchkeeper.cli.opening import stop
    from watchkeeper.instruments.listing import unread

    extra, absent = unread(pack, columns)
    if len(absent) == len(pack.items):
        stop(f"{file} has no column that {pack.name} asks; it asks {', '.join(absent[:SHOWN])}")
    return list(extra)


def _written(
    pack: "Pack",
    columns: list[str],
    rows: "Iterable[list[str]]",
    target: "IO[str]",
    *,
    as_json: bool,
    on: "date",
) -> dict[str, int]:
    counts: dict[str, int] = {}
    if as_json:
        import json

        from watchkeeper.instruments.listing import BEYOND, listed

        named = (_named(columns, row, BEYOND) for row in rows)
        for each in listed(pack, named, on=on):
            counts[each.came] = counts.get(each.came, 0) + 1
            target.write(json.dumps(_full(each), ensure_ascii=False) + "\n")
        return counts
    import csv

    from watchkeeper.instruments.listing import COLUMNS
    from watchkeeper.instruments.lots import lots

    table = csv.writer(target, lineterminator="\n")
    table.writerow(COLUMNS)
    for lot in lots(pack, columns, rows, on=on):
        table.writerows(lot.rows)
        for came, count in lot.counts.items():
            counts[came] = counts.get(came, 0) + count
    return counts


def _named(columns: list[str], row: list[str], beyond: str) -> dict[str, str | None]:
    found: dict[str, str | None] = dict(zip(columns, row, strict=False))
    return found | {beyond: "more"} if len(row) > len(columns) else found


def _full(row: "Listed") -> dict[str, Any]:
    from watchkeeper.instruments.counting import shown
    from watchkeeper.instruments.listing import flat, outcome

    came, said = row.scored, dict[str, Any](flat(row))
    said["faults"] = list(row.faults)
    said["not_for"] = [{"says": reason.says, "cite": reason.cite} for reason in row.not_for]
    if came is not None:
        said["terms"] = [
            {"ref": each.ref, "says": each.says, "adds": shown(each.value), "from": each.answers}
            for each in came.added
        ]
        said["worked_out"] = dict(came.worked_out)
        said["not_known"] = [{"ref": item.ref, "says": item.says} for item in came.unknown]
        said["parts"] = {
            name: {"pack": part.pack, **(outcome(part.least) if part.least and part.whole else {})}
            for name, part in came.parts.items()
        }
    return said


def _opened(file: str) -> "AbstractContextManager[IO[str]]":
    if file == STANDARD:
        return nullcontext(sys.stdin)
    return Path(file).open(encoding="utf-8-sig", newline="")


@contextmanager
def _result(out: str) -> "Iterator[IO[str]]":
    """Where the result goes: beside its place until it is whole, and then into it."""
    if out in ("", STANDARD):
        yield sys.stdout
        return
    path = Path(out)
    part = path.with_name(f".{path.name}{PART}")
    try:
        with part.open("w", encoding="utf-8", newline="") as target:
            yield target
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _bar(file: str) -> "Iterator[Any]":
    """A bar of how much of the file is read; nothing for standard input, whose end nobody knows."""
    if file == STANDARD:
        yield lambda source: source
        return
    from watchkeeper.cli.progress import bar

    size = Path(file).stat().st_size
    with bar() as shown:
        task = shown.add_task("characters read", total=size)

        def counted(source: "Iterable[str]") -> "Iterator[str]":
            for line in source:
                yield line
                shown.advance(task, len(line))

        yield counted
