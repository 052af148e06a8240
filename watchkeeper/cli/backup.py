"""`watchkeeper backup` and `restore`: the whole register in one folder, and back from it."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTE = "backup.json"
EMBEDDED, DUMPED = "register.sqlite3", "register.dump"
POLICY = "policy"


def backup(
    folder: Annotated[Path, typer.Argument(help="An empty or new folder to write the copy into.")],
) -> None:
    """Copy the whole register, as it stands at one instant, while the service runs or not.

    Beside the database: the force's local policy, and a note with the head of the trail and the
    hash of the copy, which `restore` holds it to. The key that signs sessions is not in it.
    """
    from watchkeeper import today
    from watchkeeper.cli.opening import open_house, stop

    home = open_house(older=True)

    from django.conf import settings

    if folder.exists() and any(folder.iterdir()):
        stop(f"{folder} is not empty; name a new folder, so that no older copy is written over")
    folder.mkdir(parents=True, exist_ok=True)
    database = settings.DATABASES["default"]
    entries, head = _head()  # before the copy: what is written meanwhile may or may not be in it
    if _embedded(database):
        copy = folder / EMBEDDED
        _copy_embedded(Path(database["NAME"]), copy)
    else:
        copy = folder / DUMPED
        _postgresql("pg_dump", database, "--format=custom", "--no-owner", f"--file={copy}", database["NAME"])
    if (home / POLICY).is_dir():
        shutil.copytree(home / POLICY, folder / POLICY)
    note = {
        "taken_at": today.now().isoformat(),
        "file": copy.name,
        "sha256": _digest(copy),
        "trail_entries_at_least": entries,
        "trail_head": head,
    }
    part = folder / f"{NOTE}.part"
    part.write_text(json.dumps(note, indent=2) + "\n", "utf-8")
    part.rename(folder / NOTE)  # last: a folder without its note is no backup
    typer.echo(f"{copy.name} and its note are in {folder}. Trail: {entries:,} entries, head {head}.")


def restore(
    folder: Annotated[Path, typer.Argument(help="A folder that `watchkeeper backup` wrote.")],
) -> None:
    """Fill an empty home, or an empty PostgreSQL database, from a backup, and verify its trail.

    Nothing that is there already is written over.
    """
    from watchkeeper.cli.opening import stop

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.settings")
    try:
        note = json.loads((folder / NOTE).read_text("utf-8"))
        copy = folder / note["file"]
        whole = _digest(copy) == note["sha256"]
    except (OSError, ValueError, KeyError):
        stop(f"{folder} holds no backup that was finished: {NOTE} is missing or cannot be read")
    if not whole:
        stop(f"{copy} is not the file that was written: its hash differs from {NOTE}. Take another copy.")
    import django
    from django.conf import settings

    home: Path = settings.HOME
    database = settings.DATABASES["default"]
    if _embedded(database) != (copy.name == EMBEDDED):
        stop(f"{copy.name} belongs to the other kind of database; set WATCHKEEPER_DATABASE_URL accordingly")
    home.mkdir(parents=True, exist_ok=True)
    if (home / POLICY).exists() and (folder / POLICY).exists():
        stop(f"{home / POLICY} is there already; restore into an empty home")
    if _embedded(database):
        place = Path(database["NAME"])
        if place.exists():
            stop(f"{place} is there already; restore into an empty home")
        part = place.with_name(f"{place.name}.part")
        shutil.copyfile(copy, part)
        part.rename(place)
    django.setup()
    if not _embedded(database):
        from watchkeeper.cli.opening import has_register

        if has_register():
            stop("the database holds a register already; restore into an empty one")
        name = f"--dbname={database['NAME']}"
        _postgresql(
            "pg_restore", database, "--no-owner", "--exit-on-error", "--single-transaction", name, str(copy)
        )
    if (folder / POLICY).is_dir():
        shutil.copytree(folder / POLICY, home / POLICY)
    entries, head = _head(note["trail_entries_at_least"])
    if head != note["trail_head"]:
        stop(f"the trail that came back does not have the head {note['trail_head']}; do not use this home")
    typer.echo(f"Restored from {folder}: {entries:,} entries on the trail, with the head that was noted.")
    typer.echo("watchkeeper audit verify reads every stored row as well.")


def _embedded(database: "Mapping[str, Any]") -> bool:
    return bool(database["ENGINE"].endswith("sqlite3"))


def _copy_embedded(source: Path, copy: Path) -> None:
    """Through SQLite itself, which waits for writers and reads one instant."""
    import sqlite3

    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as one, sqlite3.connect(copy) as other:
        one.backup(other)
    one.close()
    other.close()


def _postgresql(program: str, database: "Mapping[str, Any]", *words: str) -> None:
    """Run one of PostgreSQL's own programs; the password goes by the environment, never the command line."""
    from watchkeeper.cli.opening import stop

    found = shutil.which(program)
    if found is None:
        stop(f"{program} is not on the path; install PostgreSQL's client programs")
    where = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    environment = os.environ | {name: str(database[key]) for name, key in where.items() if database[key]}
    done = subprocess.run([found, *words], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        stop(f"{program} could not do it: {done.stderr.strip().splitlines()[-1]}")


def _head(number: int = 0) -> tuple[int, str]:
    """How many entries the trail has and the hash of the newest; or of the one of a number."""
    from watchkeeper.audit.models import Entry

    chosen = Entry.objects.filter(number=number) if number else Entry.objects.order_by("-number")
    return chosen.values_list("number", "hash").first() or (0, "")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
