"""Inspection reports, made behind the pages for whoever asked, and kept as long as other exports are.

Cut short and begun again, a report is made anew: it says what was known when it was asked for.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.tasks import task

from watchkeeper import today
from watchkeeper.inspection.reporting.facts import Asked
from watchkeeper.jobs.asking import ask
from watchkeeper.jobs.tasks import calendar, law
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions.officers import officer_as_known

REPORTING = "inspection report of "
"""What the key of every such job begins with; the officer's ref and the report's follow."""
EXPORTS = "exports"


@task
def make_report(
    ref: str, officer_ref: str, since: str, until: str, known_at: str, unit: str, seed: int
) -> dict[str, Any]:
    """Make the report in every form, in the name of whoever asked for it; what its page says of it."""
    from watchkeeper.inspection.reporting.actions import report
    from watchkeeper.inspection.reporting.forms import drawing_up
    from watchkeeper.inspection.reporting.told import told
    from watchkeeper.inspection.reporting.writing import put

    at = today.now()
    by = officer_as_known(officer_ref, known_at=at)
    if by is None:
        raise LookupError(f"officer {officer_ref} is not on record any more")
    asked = Asked(
        date.fromisoformat(since), date.fromisoformat(until), datetime.fromisoformat(known_at), unit, seed
    )
    made = report(asked, by=by, law=law(), calendar=calendar(), at=at)
    put(dict(drawing_up(made)), folder_of(ref))
    folder_of(ref).chmod(0o700)
    said = told(made)
    return {"ref": ref, **{key: said[key] for key in ("title", "asked", "summary", "repeat", "sha256")}}


def ask_for_report(ref: str, asked: Asked, by: str, shelf: Shelf, *, at: datetime) -> bool:
    """Put a report on the queue, once."""
    of = (str(asked.since), str(asked.until), asked.known_at.isoformat(), asked.unit, asked.seed)
    return ask(f"{REPORTING}{by} {ref}", make_report, ref, by, *of, law=shelf, at=at)


def folder_of(ref: str) -> Path:
    """Where the files of a report lie."""
    home: Path = settings.HOME
    return home / EXPORTS / ref
