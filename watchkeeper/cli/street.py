"""`watchkeeper street FILE... FOLDER`: the published street-crime files become a folder that `load` takes."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import datetime

    from watchkeeper.intake.street import StreetReport

SHOWN = 6


def street(
    files: Annotated[
        list[Path], typer.Argument(help="Street-crime CSV files of data.police.uk, as they are published.")
    ],
    folder: Annotated[
        Path, typer.Argument(help="An empty or new folder for crimes.csv and crime_outcomes.csv.")
    ],
) -> None:
    """Make a folder to load from street-crime files as police.uk publishes them.

    Nothing is loaded, and nothing made up: a month stays a month. Exit status: 0 when nothing is left
    to mend, 1 when a row was rejected, 2 when it could not run.
    """
    from watchkeeper import today
    from watchkeeper.cli.load import home_and_register
    from watchkeeper.cli.opening import stop

    now = today.now()
    home, register = home_and_register()

    from watchkeeper.intake.street import convert
    from watchkeeper.law.shelf import ShelfError, load

    try:
        found = convert(
            files,
            folder,
            units=_units(now) if register else {},
            law=load(home / "policy"),
            now=now,
            rejects=home / "rejects" / f"{now:%Y-%m-%dT%H%M%SZ}-street",
        )
    except FileExistsError as error:
        stop(f"{error.filename} is there already; name an empty folder")
    except OSError as error:
        stop(f"{error.filename} cannot be read or written: {error.strerror}")
    except ShelfError as error:
        stop(str(error))
    _show(found, folder, register=register)
    if found.rejected:
        raise typer.Exit(1)


def _units(now: "datetime") -> dict[str, str]:
    """The unit of each borough by its name in lower case; a borough of two units is of neither."""
    from watchkeeper.workforce.models import Unit

    found: dict[str, set[str]] = {}
    for row in Unit.objects.as_known(now):
        for borough in filter(None, (each.strip().casefold() for each in row.boroughs.split(";"))):
            found.setdefault(borough, set()).add(row.ref)
    return {borough: next(iter(refs)) for borough, refs in found.items() if len(refs) == 1}


def _show(found: "StreetReport", folder: Path, *, register: bool) -> None:
    say = typer.echo
    say(
        f"{found.read:,} rows read: {found.written:,} crimes written to {folder}, {found.closed:,} of them "
        f"closed; {found.duplicate:,} duplicates, {sum(found.no_id.values()):,} without a Crime ID, "
        f"{found.rejected:,} rejected"
    )
    for kind, many in found.no_id.most_common():
        say(f"  {kind}: {many:,} rows have no Crime ID, so nobody can tell one from another; none is written")
    if found.written:
        say("  no day, only a month: every clock that counts from the report will be a missing fact")
    if found.within:
        say(f"  falls within: {_few(found.within)}")
    if found.no_unit:
        why = "no unit of the register covers their area" if register else "there is no register to ask"
        say(f"  without a unit, {sum(found.no_unit.values()):,}: {why}: {_few(found.no_unit)}")
    if found.several:
        say(f"  of a type that may be of several kinds, read as the strictest: {_few(found.several)}")
    if found.unread:
        say(f"  last outcome that policy does not list, written as open: {_few(found.unread)}")
    for note in sorted(found.said):
        say(f"  {note}")
    for reason, many in found.reasons.most_common(SHOWN):
        say(f"  rejected, {many:,}: {reason}")
    for path in found.rejects:
        say(f"  why, line by line: {path}")
    if found.written:
        say(f"Next: watchkeeper load {folder} --check")


def _few(counted: Counter[str]) -> str:
    shown = [f"{name or 'not said'} ({many:,})" for name, many in counted.most_common(SHOWN)]
    more = len(counted) - SHOWN
    return ", ".join(shown) + (f", and {more} more" if more > 0 else "")
