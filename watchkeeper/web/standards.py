"""Professional standards and vetting: clocks, one officer's sealed record, the wash. Nobody else comes in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from watchkeeper.crimes.holders import work_in_hand
from watchkeeper.crimes.models import Held
from watchkeeper.law.due import Due, Standing
from watchkeeper.web import form_parts as parts
from watchkeeper.web import rechecks, standards_reading, standards_recording
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.entered import again, entered
from watchkeeper.web.remembering import Kept
from watchkeeper.workforce.actions.conduct import note_everybody, read_conduct
from watchkeeper.workforce.actions.sealing import Asking as Asked
from watchkeeper.workforce.conduct import ConductPurpose, ConductRecord
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.fitness import conduct_as_known
from watchkeeper.workforce.models import Officer, Unit
from watchkeeper.workforce.rules.standards import dismissal_dues, severity_dues, suspension_dues
from watchkeeper.workforce.rules.vetting import vetting_dues
from watchkeeper.workforce.rules.wash import Washed, wash
from watchkeeper.workforce.stored import officer_as_known

SAID = "standards-purposes"
MOST = 100
UNITS = 20
"""Units whose wash one process keeps."""


@dataclass(frozen=True, slots=True)
class StandardsLine:
    """One clock of vetting or conduct, whose it is about, and by how many days it is late."""

    officer: str
    unit: str
    due: Due
    late: int


@dataclass(frozen=True, slots=True)
class Owed:
    """Every clock of vetting and conduct that runs about one officer, for lists."""

    officer: str
    unit: str
    dues: tuple[Due, ...]

    def lines(self, *, on: date) -> Iterable[StandardsLine]:
        return (StandardsLine(self.officer, self.unit, due, max(due.days_late(on), 0)) for due in self.dues)


@dataclass(frozen=True, slots=True)
class WashedUnit:
    """The wash of a unit, and how many records it read."""

    records: int
    lines: tuple[Washed, ...]


def dues_of(record: ConductRecord, asking: Asking) -> list[Due]:
    """Every clock of vetting and conduct that runs about one officer."""
    law, calendar, on, fitness = asking.law, asking.calendar, asking.on, record.fitness
    return [
        *vetting_dues(fitness, record.reviews, law, calendar, on=on),
        *suspension_dues(fitness.suspensions, record.reviews, law, on=on),
        *dismissal_dues(record.dismissals, law, calendar, on=on),
        *severity_dues(fitness.allegations, law, on=on),
    ]


@page(Power.READ_CONDUCT)
def standards(request: HttpRequest) -> HttpResponse:
    """Every clock of vetting and conduct, missing facts first; an officer is opened from here."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    sought = request.GET.get("officer", "").strip().upper()
    if sought and officer_as_known(sought, known_at=asking.at) is not None:
        return redirect("standards-officer", officer=sought)
    unit, duty = request.GET.get("unit", ""), request.GET.get("duty", "")
    every = [each for each in DUES.rows("", asking) if each.officer != asking.officer.ref]
    note_everybody(len(every), purpose=ConductPurpose.VETTING, **asked_by(asking))
    units = sorted({each.unit for each in every if each.unit})
    found = [line for each in every if unit in ("", each.unit) for line in each.lines(on=asking.on)]
    found.sort(
        key=lambda line: (line.due.standing is not Standing.MISSING, line.due.by or date.min, line.officer)
    )
    rows = [line for line in found if duty in ("", line.due.duty)]
    shown = {
        "rows": rows[:MOST],
        "many": len(rows),
        "counts": sorted(Counter(line.due.duty for line in found).items()),
        "late": Counter(line.due.duty for line in found if line.late or line.due.by is None),
        "duty": duty,
        "unit": unit,
        "units": units,
        "unknown": bool(sought),
        "records": sum(1 for each in every if unit in ("", each.unit)),
    }
    return render(request, "standards/standards.html", shown)


@page(Power.READ_CONDUCT)
def officer(request: HttpRequest, officer: str) -> HttpResponse:
    """One officer's sealed record, once it is said why it is opened."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    known = officer_as_known(officer, known_at=asking.at)
    if known is None:
        raise Http404
    purposes = [each.value for each in ConductPurpose]
    form = entered(request)
    if request.method == "POST":
        said = form.one_of("purpose", purposes, "Say why you need to look")
        if form.problems:
            return again(request, form)
        request.session[SAID] = {**request.session.get(SAID, {}), officer: said}
        return redirect("standards-officer", officer=officer)
    purpose = request.session.get(SAID, {}).get(officer, "")
    if purpose not in purposes:
        return parts.asked(
            request,
            form,
            [parts.choice("purpose", "Why do you need to look?", parts.each_of(ConductPurpose))],
            title="A sealed record",
            button="Continue",
            back=("Professional standards", reverse("standards")),
            caption=officer,
            intro=[
                "Your answer is kept with your name on the audit trail. Their supervisors see none of this."
            ],
        )
    record = read_conduct(officer, purpose=ConductPurpose(purpose), **asked_by(asking))
    shown = {
        "officer": known,
        "record": record,
        "fitness": record.fitness,
        "dues": sorted(
            dues_of(record, asking), key=lambda due: (due.by is not None, due.by or date.min, due.duty)
        ),
        "on": asking.on,
        "ways": standards_recording.ways(officer, asking),
    }
    return render(request, "standards/officer.html", shown)


@page(Power.READ_CONDUCT)
def washed(request: HttpRequest) -> HttpResponse:
    """The wash: everybody whose role or work in hand needs more than they hold, with every reason."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    on, at = asking.on, asking.at
    units = Unit.objects.as_known(at).order_by("ref").values_list("ref", flat=True)
    unit = request.GET.get("unit", "") or next(iter(units), "")
    found = next(iter(WASHED.rows(unit, asking)))
    note_everybody(found.records, purpose=ConductPurpose.WORK, **asked_by(asking))
    lines = [line for line in found.lines if line.officer != asking.officer.ref]
    shown = {
        "rows": lines[:MOST],
        "many": len(lines),
        "late": sum(1 for line in lines if line.move_by < on),
        "work": sum(1 for line in lines if line.ref),
        "unit": unit,
        "units": list(units),
        "on": on,
    }
    return render(request, "standards/wash.html", shown)


def asked_by(asking: Asking) -> Asked:
    """Who acts, on which day, under which law: what every sealed act is given."""
    return standards_reading.asked_by(asking)


def _read(_: str, refs: Iterable[str] | None, asking: Asking) -> dict[str, Owed]:
    records = conduct_as_known(refs, on=asking.on, known_at=asking.at)
    return {
        ref: Owed(ref, record.fitness.officer.unit, tuple(dues_of(record, asking)))
        for ref, record in records.items()
    }


DUES: Kept[Owed] = Kept(_read, of=("workforce",), itself="workforce.Officer", most=1)
"""Of each officer of the force the clocks of vetting and conduct, in this process. Sealed."""


def _wash(unit: str, _: Iterable[str] | None, asking: Asking) -> dict[str, WashedUnit]:
    """The wash of a unit, whole: what one officer holds may bar what another is to be given."""
    law, on, at = asking.law, asking.on, asking.at
    staff = Officer.objects.as_known(at).filter(unit=unit).values_list("ref", flat=True)
    records = conduct_as_known(staff, on=on, known_at=at)
    lines = wash(
        (record.fitness for record in records.values()),
        work_in_hand(set(_holding(records)), law, on=on, known_at=at),
        law,
        asking.calendar,
        on=on,
    )
    return {unit: WashedUnit(len(records), lines)}


WASHED: Kept[WashedUnit] = Kept(_wash, of=("crimes", "workforce"), itself="workforce.Officer", most=UNITS)
"""Of each unit its wash, in this process, until anything is done about a crime or an officer. Sealed."""


def _holding(refs: Iterable[str]) -> Iterable[str]:
    rows = Held.objects.filter(officer_ref__in=list(refs)).order_by()
    return rows.values_list("officer_ref", flat=True).distinct()


addresses = [
    path("standards/", standards, name="standards"),
    path("standards/wash/", washed, name="standards-wash"),
    path("standards/officers/<str:officer>/", officer, name="standards-officer"),
    *standards_recording.addresses,
    *rechecks.addresses,
]
