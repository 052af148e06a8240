"""`watchkeeper people match IN.csv [OTHER.csv] OUT.csv`: who is one person, in one list or between two."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from watchkeeper.law.shelf import Shelf
    from watchkeeper.people.identity.matching import Matched
    from watchkeeper.people.identity.reading import Listing

app = typer.Typer(no_args_is_help=True)
SHOWN = 20


@app.callback()
def people() -> None:
    """Who is who: match lists of people."""


@app.command("match")
def match(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILES",
            help="IN.csv OUT.csv, or IN.csv OTHER.csv OUT.csv: a list, or two, to read; the last is written.",
        ),
    ],
    engine: Annotated[
        str, typer.Option("--engine", help="duckdb or spark. WATCHKEEPER_ENGINE, or duckdb, when left out.")
    ] = "",
    on: Annotated[
        str, typer.Option("--on", help="The day whose policy counts, YYYY-MM-DD. Today when left out.")
    ] = "",
) -> None:
    """Match the rows of a list, or of two lists with each other. docs/identity.md gives the columns.

    OUT.csv has each pair with its decision, bits, reasons and waterfall; OUT-people.csv says which rows
    are one person. The same rows in any order give the same files. Needs no register and joins nothing
    in it. Exit status: 1 when a list has faults, all of which are told; then nothing is written.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import day, stop
    from watchkeeper.engine.engines import EngineError
    from watchkeeper.people.identity.shipped import ModelError
    from watchkeeper.people.identity.writing import beside

    if len(files) not in (2, 3):
        stop("name one list or two, and then the file to write: IN.csv OUT.csv, or IN.csv OTHER.csv OUT.csv")
    *lists, out = files
    _may_write(out, lists)
    _may_write(beside(out), lists)
    when = day(on, "--on") if on else today.today()
    found = _read(lists)
    try:
        _match(found, out, engine or None, when)
    except (EngineError, ModelError) as error:
        stop(str(error))


def _may_write(out: Path, lists: list[Path]) -> None:
    from watchkeeper.cli.opening import stop

    if out.resolve() in {path.resolve() for path in lists}:
        stop(f"{out} is one of the lists; name another file to write")
    if out.is_dir() or not out.parent.is_dir():
        stop(f"{out} cannot be written: name a file in a folder that exists")


def _read(lists: list[Path]) -> "list[Listing]":
    """The lists; or every fault of all of them, and the command ends."""
    from watchkeeper.people.identity.reading import listing

    found = [listing(path) for path in lists]
    faults = [fault for each in found for fault in each.faults]
    for fault in faults[:SHOWN]:
        typer.echo(str(fault), err=True)
    more = len(faults) - SHOWN + sum(each.more_faults for each in found)
    if more > 0:
        typer.echo(f"and {more} more", err=True)
    if faults:
        typer.echo("nothing was written; mend these and match again", err=True)
        raise typer.Exit(1)
    for path, each in zip(lists, found, strict=True):
        if each.unused:
            typer.echo(f"{path.name}: columns not used: {', '.join(each.unused)}", err=True)
    return found


def _match(found: "list[Listing]", out: Path, engine: str | None, on: "date") -> None:
    from watchkeeper.cli.progress import bar
    from watchkeeper.people.identity import shipped
    from watchkeeper.people.identity.columns import prepared_columns
    from watchkeeper.people.identity.engines import chosen
    from watchkeeper.people.identity.lists import placeholders
    from watchkeeper.people.identity.matching import matched
    from watchkeeper.people.identity.writing import write
    from watchkeeper.people.rules.deciding import thresholds
    from watchkeeper.people.rules.preparing import Preparer

    law = _law()
    model = shipped.model(str(law["identity_model"].on(on)))
    at, unknown = thresholds(law, on=on), placeholders(law, on=on)
    keys = [(number, row[0]) for number, each in enumerate(found, start=1) for row in each.rows]
    with bar() as shown:
        steps = shown.add_task("reading names", total=1)

        def told(what: str, done: int, of: int) -> None:
            shown.update(steps, description=what, completed=done, total=of)

        records = prepared_columns([row for each in found for row in each.rows], Preparer(unknown))
        with chosen(engine) as ready:
            result = matched(
                records,
                [number for number, _ in keys],
                engine=ready,
                model=model,
                at=at,
                across=len(found) > 1,
                told=told,
            )
        told("writing", 0, 1)
        write(result, keys, model, out)
        told("writing", 1, 1)
    _say(result, len(keys), out)


def _law() -> "Shelf":
    import os

    from watchkeeper.cli.opening import stop
    from watchkeeper.law.shelf import ShelfError, load

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.settings")
    try:
        from django.conf import settings

        return load(settings.HOME / "policy")
    except (ShelfError, ValueError) as error:
        stop(str(error))


def _say(found: "Matched", records: int, out: Path) -> None:
    from watchkeeper.people.identity.writing import beside
    from watchkeeper.people.rules.deciding import Answer

    asked = sum(
        each.answer is not Answer.APART and not joined
        for each, joined in zip(found.judged, found.joined.tolist(), strict=True)
    )
    people = len(set(found.person.tolist()))
    typer.echo(
        f"{records} records are {people} people; {found.candidates} pairs compared, {asked} to ask a human"
    )
    typer.echo(f"pairs in {out}, people in {beside(out)} *")
    typer.echo(
        "* rests on a model and thresholds not yet confirmed: docs/identity.md says what was measured."
    )
