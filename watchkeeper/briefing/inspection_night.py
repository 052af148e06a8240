"""What the force's own inspection waits for on a night, from the stored facts."""

from datetime import date, datetime
from typing import Any

from watchkeeper.briefing.facts import Asked, Line
from watchkeeper.briefing.inspection_lines import inspection_lines
from watchkeeper.inspection import models
from watchkeeper.inspection.rules.owing import owed_of
from watchkeeper.inspection.sampled import CaseAnswers, Sample, Settled
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.models import Officer


def of_inspection(asked: Asked, law: Shelf, calendar: Calendar, through: int) -> list[Line]:
    """Those of the lines that belong in the brief asked for; of an officer what is put to them by name."""
    if not models.Sample.objects.exists():
        return []
    dues, units = owed_to_inspection(
        law, calendar, on=asked.on, known_at=asked.known_at, through=through, officer=asked.officer
    )
    lines = inspection_lines(dues, units, law, on=asked.on)
    return [line for line in lines if asked.unit in ("", line.unit)]


def owed_to_inspection(
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    known_at: datetime,
    through: int | None = None,
    officer: str = "",
) -> tuple[list[Due], dict[str, str]]:
    """Everything the inspection waits for, and the unit of what each hangs on; of one officer where named."""

    def read(kind: Any) -> list[Any]:
        rows = kind.objects.as_known(known_at, through)
        return [row.fact() for row in rows.order_by("id")]

    samples: dict[str, tuple[Sample, list[CaseAnswers], list[Settled]]] = {
        each.ref: (each, [], []) for each in read(models.Sample)
    }
    for look in read(models.CaseAnswers):
        samples[look.sample][1].append(look)
    for settled in read(models.Settled):
        samples[settled.sample][2].append(settled)
    findings, made = read(models.Finding), read(models.Recommendation)
    answers, steps = read(models.FindingAnswer), read(models.Closure)
    dues = owed_of(samples, findings, answers, made, steps, law, calendar, on=on)
    theirs = [due for due in dues if officer in ("", due.owner)]
    units = {ref: sample.unit for ref, (sample, _, _) in samples.items()}
    units |= {each.ref: units.get(each.sample, "") for each in findings}
    units |= {each.ref: each.unit for each in made}
    named = {each.ref: each.by for each in made}
    for due in theirs:
        if not units.get(due.about):
            units[due.about] = _unit_of(due.owner or named.get(due.about, ""), known_at, through)
    return theirs, units


def _unit_of(officer: str, known_at: datetime, through: int | None) -> str:
    """The unit of an officer, by ref, from what was stored up to an act of the trail; blank for nobody."""
    rows = Officer.objects.filter(ref=officer, known_from__lte=known_at)
    rows = rows if through is None else rows.filter(act__lte=through)
    newest = rows.order_by("known_from", "id").last()
    return newest.unit if newest is not None and not newest.withdrawn else ""
