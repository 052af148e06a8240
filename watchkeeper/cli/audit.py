"""`watchkeeper audit`: does the trail hold, what does it say, and a copy an outsider can verify."""

import re
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.progress import TaskID

    from watchkeeper.audit.facts import Entry
    from watchkeeper.audit.holding import Progress
    from watchkeeper.workforce.facts import Officer

app = typer.Typer(no_args_is_help=True)

FAULTS_SHOWN = 40

AsOfficer = Annotated[
    str,
    typer.Option(
        "--as",
        envvar="WATCHKEEPER_OFFICER",
        help="The officer who asks, by ref. Reading and exporting the trail are acts of a named officer.",
    ),
]
Purpose = Annotated[str, typer.Option("--purpose", help="Why; kept on the trail.")]


@app.command()
def verify(
    head: Annotated[
        str,
        typer.Option(
            "--head", help="The hash kept from an earlier export: shows whether newest entries have gone."
        ),
    ] = "",
    quick: Annotated[
        bool, typer.Option("--quick", help="The chain and the guards only; stored rows are not read.")
    ] = False,
) -> None:
    """Read the whole trail and every stored row, and say whether they hold.

    Each act sealed the rows it stored: how many, and one hash over them. A row changed, removed
    or put in past Watchkeeper no longer gives the seal of its act, a table without its guard is
    said, and a frozen brief is held to its digest.

    Exit status: 0 when all holds, 1 when something does not, 2 when it could not be read.
    """
    from watchkeeper.cli.opening import open_house, stop

    if head and not re.fullmatch(r"[0-9a-f]{64}", head.strip().lower()):
        stop(
            f"--head {head!r} is no hash: give all 64 figures and letters that an export or verify ended with"
        )
    open_house()

    from django.db import DatabaseError

    from watchkeeper.audit.holding import examine

    try:
        with _telling() as progress:
            found = examine(head=head.strip().lower(), quick=quick, progress=progress)
    except DatabaseError as error:
        stop(f"the register cannot be read: {str(error).splitlines()[0]}")
    chain = found.chain
    if not chain.holds:
        typer.echo(f"BROKEN at entry {chain.broken}: {chain.why}.")
        typer.echo(f"Entries before it that hold: {chain.entries:,}.")
    for fault in found.faults[:FAULTS_SHOWN]:
        typer.echo(f"DOES NOT HOLD: {fault}.")
    if left := len(found.faults[FAULTS_SHOWN:]):
        typer.echo(f"And {left:,} more like these.")
    if not found.holds:
        raise typer.Exit(1)
    rows = "stored rows not read" if found.rows is None else f"{found.rows:,} stored rows as they were stored"
    typer.echo(f"The trail holds: {chain.entries:,} entries, {rows}.")
    typer.echo(f"Head: {chain.head}")
    if not head:
        typer.echo(
            "Nothing here shows that the newest entries are all there: for that, keep the head where the "
            "force cannot change it, and give it next time: watchkeeper audit verify --head HASH"
        )


@contextmanager
def _telling() -> "Iterator[Progress]":
    """A bar for each table on a terminal, on standard error; nothing elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    console = Console(file=sys.stderr)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Bars(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(table: str, done: int, total: int) -> None:
            if table not in tasks:
                tasks[table] = bars.add_task(table, total=total)
            bars.update(tasks[table], completed=done)

        yield tell


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="File to write, one entry a line, for example trail.jsonl.")],
    by: AsOfficer = "",
    purpose: Purpose = "export for verification",
) -> None:
    """Write the trail out, with a program beside it that verifies it without Watchkeeper.

    Exit status: 0, or 1 when what was exported is broken, or 2 when it could not be written.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import open_house, stop

    home = open_house()

    from watchkeeper.audit.actions import export as write
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused, act
    from watchkeeper.workforce.facts import Power

    officer = _officer(by)
    try:
        with act(
            Power.EXPORT_TRAIL,
            by=officer,
            about="",
            on=today.today(),
            law=load(home / "policy"),
            purpose=purpose,
            at=today.now(),
        ) as this:
            verdict = write(file)
            this.fact("entries", verdict.entries)
            this.fact("head", verdict.head)
    except FileExistsError:
        stop(f"{file} exists already; an export is never written over. Give another name")
    except OSError as error:
        stop(f"{file} cannot be written: {error.strerror}")
    except (Refused, ShelfError) as error:
        stop(str(error))
    typer.echo(f"{verdict.entries:,} entries in {file}. Head, to be kept elsewhere: {verdict.head}")
    typer.echo(f"Verify: python3 verify_trail.py {file.name} --head {verdict.head}")
    if not verdict.holds:
        typer.echo(f"watchkeeper: BROKEN at entry {verdict.broken}: {verdict.why}", err=True)
        raise typer.Exit(1)


@app.command()
def show(
    about: Annotated[str, typer.Option("--about", help="Only what concerns this person, by ref.")] = "",
    officer: Annotated[str, typer.Option("--officer", help="Only what this officer did, by ref.")] = "",
    last: Annotated[int, typer.Option("--last", min=1, help="So many of the newest entries.")] = 50,
    by: AsOfficer = "",
    purpose: Purpose = "reading the trail",
) -> None:
    """Show the newest entries of the trail. Looking is an entry too."""
    from watchkeeper import today
    from watchkeeper.cli.opening import open_house, stop

    home = open_house()

    from watchkeeper.audit.actions import entries
    from watchkeeper.law.shelf import ShelfError, load
    from watchkeeper.workforce.acts import Refused, act
    from watchkeeper.workforce.facts import Power

    asking = _officer(by)
    try:
        with act(
            Power.READ_TRAIL,
            by=asking,
            about=about,
            on=today.today(),
            law=load(home / "policy"),
            purpose=purpose,
            at=today.now(),
        ):
            found = deque(entries(about=about, by=officer), maxlen=last)
    except (Refused, ShelfError) as error:
        stop(str(error))
    for entry in found:
        typer.echo(_line(entry))
    typer.echo(f"{len(found):,} entries shown; they do not show their own being read as done.")


def _line(entry: "Entry") -> str:
    words = [f"{entry.number:>6}  {entry.at:%Y-%m-%d %H:%M:%S}  {entry.kind:<8} {entry.by}: {entry.power}"]
    if entry.about:
        words.append(f"about {entry.about}")
    words.append(f"purpose: {entry.purpose}")
    text = ", ".join(words)
    for reason in entry.reasons:
        text += f"\n          {reason}"
    for name, value in entry.facts:
        text += f"\n          {name}: {value}"
    return text


def _officer(ref: str) -> "Officer":
    """The officer who asks. Stops the command when none is named or nobody has that ref."""
    from watchkeeper import today
    from watchkeeper.cli.opening import stop
    from watchkeeper.workforce.actions.officers import officer_as_known

    if not ref:
        stop("name the officer who asks: --as REF, or WATCHKEEPER_OFFICER")
    found = officer_as_known(ref, known_at=today.now())
    if found is None:
        stop(f"no officer has the ref {ref!r}; watchkeeper officer list shows who is known")
    return found
