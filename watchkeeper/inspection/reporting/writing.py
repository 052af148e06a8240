"""A report's files, whole or not at all: written beside their folder, then put in its place."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from watchkeeper.inspection.reporting.forms import NAMES


class OccupiedError(OSError):
    """A folder that holds something else than a report, which nothing is written over."""


def free(folder: Path) -> None:
    """Raises OccupiedError where a folder holds anything but the files of a report."""
    if folder.is_file() or (folder.is_dir() and {each.name for each in folder.iterdir()} - {*NAMES}):
        raise OccupiedError(f"{folder} holds something else: name a folder that is new, empty or a report's")


def put(files: Mapping[str, bytes], folder: Path) -> None:
    """Put files into a folder, in place of the report that lay there. Cut short, nothing is half written.

    Raises OccupiedError as `free` does.
    """
    free(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        fresh.chmod(0o755)
        if folder.exists():
            old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
            folder.rename(old / folder.name)
            fresh.rename(folder)
            shutil.rmtree(old)
        else:
            fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
