"""`watchkeeper risk`: the instruments on the shelf, a list scored with one, and one row of it explained."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from watchkeeper.instruments.facts import Pack
    from watchkeeper.instruments.shelf import PackShelf

app = typer.Typer(no_args_is_help=True)
WHOLE, NOT_WHOLE = 0, 1


@app.callback()
def risk() -> None:
    """Risk instruments: the shelf, a list scored, a score explained. Needs no register."""


@app.command("packs")
def packs(
    pack: Annotated[str, typer.Argument(help="One pack, to read whole: its file, name or ref.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    on: Annotated[str, typer.Option("--on", help="The day of use, YYYY-MM-DD. Today when left out.")] = "",
) -> None:
    """List the instruments on the shelf: version, hash, standing and source; or read one of them whole.

    Those of the force stand in the folder packs of WATCHKEEPER_HOME. Needs no register.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import day
    from watchkeeper.cli.packs import said, told

    when = day(on, "--on") if on else today.today()
    shelf = _shelf()
    chosen = {pack: chosen_pack(pack)} if pack else dict(shelf.packs)
    rows = [said(each, shelf, when, whole=bool(pack)) for _, each in sorted(chosen.items())]
    if as_json:
        import json

        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        for line in told(row):
            typer.echo(line)
    if not pack:
        blocked = sum(bool(row["not to be decided on"]) for row in rows)
        typer.echo(
            f"{len(rows)} packs, {blocked} not to be decided on. watchkeeper risk packs PACK says more."
        )


@app.command("score")
def score(
    pack: Annotated[
        str, typer.Argument(help="The pack: its file, name or ref; watchkeeper risk packs lists them.")
    ],
    file: Annotated[str, typer.Argument(metavar="IN.csv|-", help="The list, or - for standard input.")],
    out: Annotated[
        str, typer.Argument(metavar="OUT.csv", help="Where to write; standard output when left out.")
    ] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="JSON, a line for each row, with every term.")
    ] = False,
    on: Annotated[
        str,
        typer.Option(
            "--on", help="The day of assessment, YYYY-MM-DD, where a row has none. Today when left out."
        ),
    ] = "",
) -> None:
    """Score a list with an instrument: one row in, one row out, with its reasons.

    Columns are the pack's items, and may be ref and on (the day of assessment). What a pack may be decided
    on is said first. Needs no register. Exit status 1 when a row was faulty, left open or not for the person.
    """
    from watchkeeper import today
    from watchkeeper.cli.lists import scored_list
    from watchkeeper.cli.opening import day, stop
    from watchkeeper.instruments.using import scoreable, usable

    when = day(on, "--on") if on else today.today()
    if out and file != "-" and Path(out).exists() and Path(out).samefile(file):
        stop(f"{out} is the list itself; write to another file")
    chosen = chosen_pack(pack)
    if unfit := scoreable(chosen).unmet:
        stop("; ".join(reason.says for reason in unfit))
    for reason in usable(chosen, on=when).unmet:
        typer.echo(f"not to be decided on: {reason.says} ({reason.cite})", err=True)
    counts = scored_list(
        chosen, file, out, as_json=as_json, on=when, say=lambda line: typer.echo(line, err=True)
    )
    said = ", ".join(f"{count} {came}" for came, count in counts.items()) or "no rows"
    typer.echo(f"{chosen.ref}: {said}", err=True)
    raise typer.Exit(WHOLE if set(counts) <= {"scored"} else NOT_WHOLE)


@app.command("explain")
def explain(
    pack: Annotated[str, typer.Argument(help="The pack: its file, name or ref.")],
    file: Annotated[str, typer.Argument(metavar="IN.csv|-", help="The list, or - for standard input.")],
    ref: Annotated[
        str, typer.Option("--ref", help="Whose row: the ref in it. The first when left out.")
    ] = "",
    on: Annotated[str, typer.Option("--on", help="The day of assessment. Today when left out.")] = "",
) -> None:
    """Explain one row of a list: each term with the sum so far, what is not known, and what it stands behind.

    Exit status 1 when the row was faulty, left open or not for the person.
    """
    from watchkeeper import today
    from watchkeeper.cli.explaining import explained
    from watchkeeper.cli.lists import one_row
    from watchkeeper.cli.opening import day, stop
    from watchkeeper.instruments.listing import listed

    when = day(on, "--on") if on else today.today()
    chosen = chosen_pack(pack)
    row = one_row(chosen, file, ref, say=lambda line: typer.echo(line, err=True))
    from watchkeeper.instruments.scoring import FaultyError

    try:
        found = next(listed(chosen, [row], on=when))
    except FaultyError as error:
        stop(str(error))
    for line in explained(chosen, found, on=when):
        typer.echo(line)
    raise typer.Exit(WHOLE if found.came == "scored" else NOT_WHOLE)


def _shelf() -> "PackShelf":
    from watchkeeper.cli.opening import stop
    from watchkeeper.instruments.reading import PackError
    from watchkeeper.instruments.shelf import load

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.settings")
    try:
        from django.conf import settings

        return load(settings.HOME / "packs")
    except (ValueError, PackError) as error:
        stop(str(error))


def chosen_pack(said: str) -> "Pack":
    """The pack of this file, name or ref; ends the program with a line where there is none."""
    from watchkeeper.cli.opening import stop

    shelf = _shelf()
    found = shelf.named(said)
    same = sorted(stem for stem in shelf if shelf[stem].name == said)
    if found is None and same:
        stop(f"{said!r} is the name of {len(same)} packs, one a version: say which, {' or '.join(same)}")
    if found is None:
        stop(f"no pack is called {said!r}; there are {', '.join(sorted(shelf))}")
    return found
