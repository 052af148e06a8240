"""Logs carry references and counts, never names, addresses or free text: anything else is withheld."""

import logging
import re
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, TextIO

import structlog

from watchkeeper.faults import named, places

CARRIED = frozenset(
    {
        *("event", "level", "timestamp", "logger"),
        *("act", "power", "by", "about", "outcome", "error", "policy"),
        *("table", "rows", "file", "seconds", "people", "on", "digest"),
        *("page", "status", "ms", "job", "worker", "request", "where"),
    }
)
"""The only keys a line may have. The event itself is a fixed phrase, never one built from a record."""
VALUE = re.compile(r"%(\(\w+\))?[-+ #0-9.*]*[a-zA-Z]")
"""Where a library's phrase is to be filled in."""
WITHHELD = "[withheld]"
FILLED = frozenset({"django.tasks"})
"""Who fills in nothing but references: a task's number, the name of its function, and its state."""


def configure(wanted: dict[str, str]) -> None:
    """Send every log line as JSON to a file in `wanted["folder"]`, from `wanted["level"]` up.

    An officer at the command line is told what went wrong in words; the log is for whoever
    looks after the house. Where the folder is blank or cannot be written to, lines go to
    standard error, so that none is lost.
    """
    level = logging.getLevelNamesMapping()[wanted["level"].upper()]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            references_only,
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_names: structlog.WriteLogger(_sink(wanted.get("folder", ""))),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(Unfilled())
    logging.basicConfig(level=max(level, logging.WARNING), handlers=[handler], force=True)


def _sink(folder: str) -> TextIO:
    if not folder or not Path(folder).parent.is_dir():  # no home yet: nothing has been loaded
        return sys.stderr  # as it stands by then
    try:
        Path(folder).mkdir(exist_ok=True)
        return (Path(folder) / "watchkeeper.jsonl").open("a", buffering=1, encoding="utf-8")
    except OSError:
        return sys.stderr


def references_only(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Withhold what no line may carry, and say that it was.

    >>> references_only(None, "info", {"event": "act", "by": "O1", "name": "Ann Example"})
    {'event': 'act', 'by': 'O1', 'name': 'withheld'}
    """
    return {key: value if key in CARRIED else "withheld" for key, value in event.items()}


class Unfilled(logging.Formatter):
    """Lines of the libraries beneath: their fixed phrase, without the values filled into it."""

    def format(self, record: logging.LogRecord) -> str:
        """The phrase, who said it, and an error's class and whence it came: not its words.

        Where a value stood it says that it was withheld; those of FILLED stand. A phrase that is nothing
        without its values is left out: the status of the answer stands for it.
        """
        error = record.exc_info[1] if record.exc_info else None
        phrase = record.msg if isinstance(record.msg, str) and record.args else "withheld"
        status = getattr(record, "status_code", None)
        filled = record.getMessage() if record.name in FILLED and record.args else ""
        said = [filled or VALUE.sub(WITHHELD, phrase)] if any(map(str.isalpha, VALUE.sub("", phrase))) else []
        said += [] if status is None else [f"status {status}"]
        if error is not None:
            said.append(f"{named(error)} at {' > '.join(places(error)) or 'no line of code'}")
        return f"{record.levelname} {record.name}: {' '.join(said)}"
