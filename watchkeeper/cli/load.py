"""`watchkeeper load FOLDER`: a force's files into the register, whatever state they are in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import datetime

    from watchkeeper.intake.actions import Begin, Report
    from watchkeeper.intake.sources import Folder, Source

NOTES_SHOWN = 12
REASONS_SHOWN = 8
WIDEST = 200


def load(
    folder: Annotated[Path, typer.Argument(help="Folder of CSV files or workbooks, named as the tables.")],
    check: Annotated[
        bool, typer.Option("--check", help="Say what would happen; write nothing to the register.")
    ] = False,
    template: Annotated[
        bool, typer.Option("--template", help="Write empty files to fill in, with one invented row each.")
    ] = False,
) -> None:
    """Load a force's files. Every row is loaded, unchanged, a duplicate, or rejected with its reasons.

    Exit status: 0 when nothing is left to mend, 1 when something is, 2 when it could not run.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import stop

    if template:
        _templates(folder)
        return
    found = _survey(folder)
    now = today.now()
    try:
        report = _check(found, now) if check else _load(found, now)
    except OSError as error:
        stop(_trouble(error, folder))
    _show(report)
    if not report.clean:
        raise typer.Exit(1)


def _trouble(error: OSError, folder: Path) -> str:
    """What the system refused, which setting or argument named it, and what to do."""
    from django.conf import settings

    home: Path = settings.HOME
    what = error.strerror or str(error)
    if error.filename is None:
        return f"{what}. See that {home} has room and may be written, then load again."
    named = Path(str(error.filename)).resolve()
    if named == home or home in named.parents or named in home.parents:
        return (
            f"WATCHKEEPER_HOME is {home}, which cannot be written: {what} ({named}). "
            "Name a folder you may write to."
        )
    return f"{named} cannot be read: {what}. See that every file in {folder} may be read, then load again."


def _templates(folder: Path) -> None:
    from watchkeeper.cli.opening import stop
    from watchkeeper.intake.tables import BY_NAME
    from watchkeeper.intake.templates import write_templates

    try:
        written = write_templates(folder, BY_NAME)
    except OSError as error:
        if error.errno is None:
            stop(str(error))
        stop(
            f"--template cannot write to {folder}: {error.strerror}. Name a new or empty folder, "
            "in a place you may write to."
        )
    typer.echo(
        f"{len(written)} files written to {folder}. Fill them in, then: watchkeeper load {folder} --check"
    )


def _survey(folder: Path) -> "Folder":
    from watchkeeper.cli.opening import stop
    from watchkeeper.intake.sources import survey
    from watchkeeper.intake.tables import BY_NAME

    try:
        found = survey(folder, BY_NAME)
    except OSError as error:
        stop(f"{folder} cannot be read: {error.strerror}. Give the folder that holds the files.")
    if not found.sources and not found.unreadable:
        stop(
            f"nothing in {folder} is named as a table. Files are named {', '.join(list(BY_NAME)[:4])} "
            "and so on; watchkeeper load --template FOLDER writes empty ones."
        )
    return found


def _load(found: "Folder", now: "datetime") -> "Report":
    from watchkeeper.cli.opening import open_house, stop

    home = open_house(make=True)

    from django.db import DatabaseError

    from watchkeeper.intake.actions import AlreadyLoadingError
    from watchkeeper.intake.actions import load as act
    from watchkeeper.law.shelf import ShelfError
    from watchkeeper.law.shelf import load as shelf
    from watchkeeper.workforce.actions.officers import ensure_system_officer
    from watchkeeper.workforce.acts import Refused

    try:
        law = shelf(home / "policy")
        with _telling() as begin:
            return act(
                found,
                by=ensure_system_officer(law=law, at=now),
                law=law,
                now=now,
                home=home,
                frozen_until=_frozen_until(),
                begin=begin,
            )
    except (ShelfError, Refused, AlreadyLoadingError) as error:
        stop(str(error))
    except DatabaseError as error:
        stop(f"the database refused: {str(error).splitlines()[0]}. Nothing was half stored: load again.")


def _check(found: "Folder", now: "datetime") -> "Report":
    home, register = home_and_register()

    from watchkeeper.intake.actions import check as ask

    with _telling() as begin:
        return ask(
            found,
            now=now,
            home=home,
            frozen_until=_frozen_until() if register else None,
            register=register,
            begin=begin,
        )


def _frozen_until() -> "datetime | None":
    from watchkeeper.briefing.models import FrozenBrief

    newest: datetime | None = (
        FrozenBrief.objects.order_by("-known_at").values_list("known_at", flat=True).first()
    )
    return newest


def home_and_register() -> tuple[Path, bool]:
    """The home folder, and whether there is a register in it; none is made."""
    import os

    from watchkeeper.cli.opening import has_register, open_house, stop

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.settings")
    import django
    from django.conf import settings

    try:
        home, database = settings.HOME, settings.DATABASES["default"]
    except ValueError as error:
        stop(str(error))
    django.setup()
    embedded = database["ENGINE"].endswith("sqlite3")
    if Path(database["NAME"]).exists() if embedded else has_register():
        return open_house(), True
    return home, False


@contextmanager
def _telling() -> "Iterator[Begin]":
    """A bar for each file on a terminal, a plain line for each elsewhere; both on standard error."""
    from watchkeeper.cli.progress import bar

    with bar() as progress:

        def begin(source: "Source") -> Callable[[int, int], None]:
            task = progress.add_task(source.name, total=None)
            if progress.disable:
                typer.echo(f"reading {source.name}", err=True)
            return lambda done, total: progress.update(task, completed=done, total=total)

        yield begin


def _show(report: "Report") -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, soft_wrap=True)
    console.width = max(console.width, WIDEST)  # a number is never cut short
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("file", no_wrap=True)
    numbers = ("read", "loaded", "unchanged", "duplicate", "rejected", "blanked")
    for heading in (*numbers[:-1], "left blank"):
        table.add_column(heading, justify="right", no_wrap=True)
    for outcome in report.outcomes:
        table.add_row(outcome.name, *(f"{getattr(outcome, name):,}" for name in numbers))
    if len(report.outcomes) > 1:
        totals = (sum(getattr(outcome, name) for outcome in report.outcomes) for name in numbers)
        table.add_row("all", *(f"{total:,}" for total in totals))
    console.print(table)
    for outcome in report.outcomes:
        few = [f"  {note}" for note in outcome.notes[:NOTES_SHOWN]]
        few += [f"  rejected {count:,}: {reason}" for reason, count in outcome.reasons[:REASONS_SHOWN]]
        few += [f"  left blank {count:,}: {reason}" for reason, count in outcome.blanks[:REASONS_SHOWN]]
        more = sum(max(0, len(whys) - REASONS_SHOWN) for whys in (outcome.reasons, outcome.blanks))
        if more:
            few.append(f"  and {more} further reasons")
        if outcome.rejects:
            few.append(f"  every fault, and how to mend it: {outcome.rejects}")
        if few:
            typer.echo("\n".join((f"\n{outcome.name}", *few)))
    for name, why in report.folder.unreadable:
        typer.echo(f"\n{name}: NOT READ: {why}")
    for name, why in report.folder.passed_over:
        typer.echo(f"\n{name}: passed over: {why}")
    if report.checked_only:
        typer.echo("\nChecked only: nothing was written to the register.")
    elif report.again:
        typer.echo("\nAn earlier load of these files was cut short; this one finished it.")
