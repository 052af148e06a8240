"""`watchkeeper policy`: does the shelf hold, what rests on memory, and what one row says."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchkeeper.cli.opening import day as typed_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from watchkeeper.law.parameter import Parameter, Value
    from watchkeeper.law.shelf import Shelf

app = typer.Typer(no_args_is_help=True)


@app.command()
def check() -> None:
    """Read the whole shelf. Exit status 1, with every fault, when a row may not stand."""
    from rich.console import Console

    from watchkeeper.law.parameter import Weight
    from watchkeeper.law.shelf import ShelfError
    from watchkeeper.law.wording import day

    try:
        shelf = _shelf()
    except ShelfError as error:
        for fault in error.faults:
            typer.echo(fault, err=True)
        typer.echo(f"watchkeeper: the policy shelf does not hold: faults {len(error.faults)}", err=True)
        raise typer.Exit(1) from None
    console = Console(highlight=False, soft_wrap=True)
    rows = sorted(shelf, key=lambda row: row.name)
    counts = ", ".join(f"{weight} {sum(row.weight is weight for row in rows)}" for weight in Weight)
    console.print(f"[bold]The shelf holds: {len(rows)} rows[/bold] ({counts}). Policy {shelf.version}.")
    oldest = min(rows, key=lambda row: row.read_on)
    console.print(f"Longest since read against its source: {oldest.name}, on {day(oldest.read_on)}.")
    unconfirmed = [row for row in rows if not row.confirmed]
    console.print(f"\n[bold]Not yet confirmed: {len(unconfirmed)}[/bold]. Screens that use these say so.")
    _list(((row.name, row.quote) for row in unconfirmed), "row", "rests on")
    awaiting = [row for row in rows if row.awaiting is not None]
    console.print(f"\n[bold]Enacted and not commenced: {len(awaiting)}[/bold]. Listed, never applied.")
    _list(
        ((row.name, f"{_words(row.awaiting)} {row.unit}", row.cite) for row in awaiting),
        "row",
        "value",
        "authority",
    )


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="The row, by name; every row when left out.")] = "",
    on: Annotated[
        str,
        typer.Option("--on", help="Mark the value in force on this day, YYYY-MM-DD. Today when left out."),
    ] = "",
) -> None:
    """Show what a row says, every value it has had, and the words it rests on."""
    from watchkeeper import today
    from watchkeeper.law.shelf import ShelfError

    when = typed_day(on, "--on") if on else today.today()
    try:
        shelf = _shelf()
    except ShelfError as error:
        typer.echo(f"watchkeeper: {error}", err=True)
        raise typer.Exit(1) from None
    if not name:
        rows = sorted(shelf, key=lambda row: row.name)
        _list(
            ((row.name, f"{_in_force(row, when)} {row.unit}", row.weight, row.cite) for row in rows),
            *("row", f"on {when}", "weight", "authority"),
        )
    elif name in shelf.rows:
        _show(shelf[name], when)
    else:
        _unknown(name, shelf)


def _shelf() -> "Shelf":
    """The shelf with the force's own rows. Needs no register: policy can be read before any is loaded."""
    from watchkeeper.law.shelf import load

    return load(Path(os.environ.get("WATCHKEEPER_HOME") or ".watchkeeper").resolve() / "policy")


def _unknown(name: str, shelf: "Shelf") -> None:
    from difflib import get_close_matches

    from watchkeeper.cli.opening import stop
    from watchkeeper.law.wording import either

    near = (
        get_close_matches(name, shelf.rows, n=5, cutoff=0.5) or [row for row in shelf.rows if name in row][:5]
    )
    meant = f" Did you mean {either(near)}?" if near else ""
    stop(f"there is no row {name!r} on the shelf.{meant} watchkeeper policy show lists them all")


def _show(row: "Parameter", on: "date") -> None:
    from rich.console import Console
    from rich.markup import escape

    from watchkeeper.law.wording import day

    console = Console(highlight=False, soft_wrap=True)
    standing = "confirmed" if row.confirmed else "unconfirmed: nobody has held it against its source"
    room = f"a force may set it {row.tighter}" if row.tighter else "a force may not move it"
    console.print(f"[bold]{row.name}[/bold]: {escape(row.says)}")
    for what, value in (
        ("unit", row.unit + (f", counted: {row.counting}" if row.counting else "")),
        ("weight", f"{row.weight}; {room}"),
        ("authority", row.cite),
        ("words", f'"{row.quote}"'),
        ("page", row.href),
        ("read on", day(row.read_on)),
        ("standing", standing),
    ):
        console.print(f"  {what:<10} {escape(value)}")
    firsts = [first for first, _ in row.values]
    current = max((first for first in firsts if first <= on), default=None)
    values = [
        (f"from {day(first)}", _words(value), f"in force on {day(on)}" if first == current else "")
        for first, value in row.values
    ]
    if row.awaiting is not None:
        values.append(("not commenced", _words(row.awaiting), "never applied"))
    _list(values, "when", "value", "")


def _in_force(row: "Parameter", on: "date") -> str:
    from watchkeeper.law.parameter import NotInForceError

    try:
        return _words(row.on(on))
    except NotInForceError:
        return "not in force:"


def _words(value: "Value | None") -> str:
    """A value as a person reads it."""
    from collections.abc import Mapping

    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {cell}" for key, cell in value.items())
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _list(rows: "Iterable[tuple[str, ...]]", *headings: str) -> None:
    """A table on a terminal; one tab-parted line a row in a pipe, for the next program."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    if not console.is_terminal:
        for row in rows:
            typer.echo("\t".join(row))
        return
    table = Table(*headings, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    if table.row_count:
        console.print(table)
