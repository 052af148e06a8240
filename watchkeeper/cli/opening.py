"""Opening the house for a command: settings, database, the officer who asks, and plain refusals."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from watchkeeper.law.shelf import Shelf
    from watchkeeper.workforce.facts import Officer

LAST = date(2100, 12, 31)
"""Nobody plans past it."""

COULD_NOT_RUN = 2
"""Exit status of a command that could not do its work; 1 means it did, and found something wrong."""

READ_ONLY = "attempt to write a readonly database"
"""What an embedded database says of a file, or of the folder it lies in, that its user may not write."""


def stop(message: str) -> NoReturn:
    """End the command with one plain message on standard error: what, where, how to mend it."""
    typer.echo(f"watchkeeper: {message}", err=True)
    raise typer.Exit(COULD_NOT_RUN)


def open_house(*, make: bool = False, older: bool = False) -> Path:
    """Set Django up and return the home folder; with `make`, create the database and bring it up to date.

    Stops the command when there is no register yet, when the database cannot be reached, or
    when it is older than this program. With `older` an older one will do: it is only copied.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.settings")
    try:
        import django
        from django.conf import settings

        home: Path = settings.HOME
        embedded = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    except ValueError as error:
        stop(str(error))
    if home.exists() and not home.is_dir():
        stop(f"WATCHKEEPER_HOME is {home}, which is a file; name a folder")
    if make:
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            stop(f"WATCHKEEPER_HOME is {home}, which cannot be made: {error.strerror}. Name another folder.")
    elif embedded and not (home / "watchkeeper.sqlite3").exists():
        stop(
            f"there is no register in {home}. Load a force's files first: watchkeeper load FOLDER. "
            "WATCHKEEPER_HOME names the folder."
        )
    django.setup()
    from django.db import DatabaseError

    try:
        if make:
            _migrate()
        elif not has_register():
            stop("there is no register in this database. Load a force's files first: watchkeeper load FOLDER")
        elif not older and _behind():
            stop(
                "the database is older than this program, and a command that only reads changes nothing. "
                "Take a copy with watchkeeper backup FOLDER; then watchkeeper load FOLDER, watchkeeper serve "
                "or watchkeeper work brings it up to date as it starts, and this command can be given again."
            )
    except DatabaseError as error:
        said = str(error).splitlines()[0]
        if refusal := unwritable(said):
            stop(refusal)
        where = home / "watchkeeper.sqlite3" if embedded else "WATCHKEEPER_DATABASE_URL"
        stop(f"the database cannot be opened: {said}. Look at {where}, or name another home.")
    return home


def unwritable(said: str) -> str:
    """What to say of a database that may be read and not written; empty where `said` is of anything else."""
    if READ_ONLY not in said:
        return ""
    from django.conf import settings

    home: Path = settings.HOME
    return (
        f"WATCHKEEPER_HOME is {home}, where {account()} may not write, and even a look is put on the trail: "
        f"nothing was done. Let them write the folder and all in it (chmod -R u+rwX {home} does so for its "
        "owner), run the command as whoever may, or name another folder."
    )


def has_register() -> bool:
    """Whether the database, which is there, has ever been loaded into. Django must be set up."""
    from django.db import connection

    return "audit_entry" in connection.introspection.table_names()


def _behind() -> bool:
    """Whether the database lacks a step that this program brings.

    By the names of the files: Django's own answer imports every one of them, which takes as long
    as everything else a command does to start.
    """
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    taken = set(MigrationRecorder(connection).applied_migrations())
    return any(
        (house.label, step.stem) not in taken
        for house in apps.get_app_configs()
        for step in (Path(house.path) / "migrations").glob("[0-9]*.py")
    )


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def account() -> str:
    """The login on this machine of whoever runs the command; kept on the trail beside the officer."""
    import getpass

    try:
        return getpass.getuser()
    except OSError:  # a process with no account of its own, as in some containers
        return "not known"


def day(text: str, option: str) -> date:
    """A day as typed, YYYY-MM-DD, while Part 2 has been in force. Stops the command otherwise."""
    from watchkeeper.law.shelf import BEGAN

    try:
        value = date.fromisoformat(text)
    except ValueError:
        stop(f"{option} {text!r} is not a day; write it as YYYY-MM-DD, for example 2026-03-20")
    if not BEGAN <= value <= LAST:
        stop(f"{option} {text} is not a day Watchkeeper can judge; give one from {BEGAN} to {LAST}")
    return value


def instant(text: str, option: str) -> datetime:
    """An instant as typed; without a zone it is read as London's clock. Stops the command otherwise."""
    from watchkeeper.today import LONDON

    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        stop(f"{option} {text!r} is not an instant; write it as 2026-03-20T06:00 or 2026-03-20T06:00+00:00")
    return value if value.tzinfo else value.replace(tzinfo=LONDON)


def asking_officer(ref: str, law: "Shelf") -> "Officer":
    """The officer who asks, by ref; the system officer when left out. Stops the command for nobody known."""
    from watchkeeper import today
    from watchkeeper.workforce.actions.officers import SYSTEM, ensure_system_officer, officer_as_known

    if ref in ("", SYSTEM):
        return ensure_system_officer(law=law, at=today.now())
    found = officer_as_known(ref, known_at=today.now())
    if found is None:
        stop(f"no officer is known as {ref!r}: watchkeeper officer list shows them")
    return found
