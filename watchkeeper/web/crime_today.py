"""Today of whoever holds crimes or hands them out, and has no brief of people: what is owed, late or soon."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from watchkeeper.briefing.consequences import if_nothing_is_done
from watchkeeper.briefing.crime_lines import crime_lines
from watchkeeper.briefing.crime_today import BAIL, KINDS, MOVES, NOBODY, WOULD_STAND_HERE, by_kind
from watchkeeper.briefing.facts import Line
from watchkeeper.briefing.reading import NIGHTS
from watchkeeper.crimes.facts import Case, Duty
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.stored import cases_as_known
from watchkeeper.law.wording import day, days
from watchkeeper.web import crime_lists
from watchkeeper.web.asking import Asking
from watchkeeper.web.brief_shown import Shown, when
from watchkeeper.web.inspection_owed import owed_to
from watchkeeper.web.seeing import told_to_allocators
from watchkeeper.workforce.facts import Power

FEW, MOST = 5, 100
"""Rows of each kind of work before one is picked out, and after; the count is always of all."""
SLUGS = {kind.replace(" ", "-"): kind for kind in KINDS}
GRAVE = frozenset({NOBODY, MOVES, BAIL})


def crimes_today(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The counts, then the rows behind them: of the crimes the officer holds, and those they hand out."""
    allocates = asking.may(Power.ALLOCATE_CRIME).allowed
    held = [case for case in crime_lists.own_cases(asking) if crime_lists.sees(case, asking)]
    free = crime_lists.unallocated_cases(asking, asking.officer.unit) if allocates else []
    found = by_kind(
        [*held, *free], _handed(asking) if allocates else (), asking.law, asking.calendar, on=asking.on
    )
    picked = SLUGS.get(request.GET.get("kind", ""))
    most = FEW if picked is None else MOST
    shown: dict[str, Any] = {
        "held": len(held),
        "free": len(free),
        "allocates": allocates,
        "picked": picked,
        "counts": [
            _count(kind, lines, asking)
            for kind, lines in found.items()
            if allocates or kind not in (NOBODY, MOVES)
        ],
        "parts_of": [
            (kind, len(lines), _rows(lines[:most], asking), _address(kind))
            for kind, lines in found.items()
            if (lines if picked is None else kind == picked)
        ],
        "would": WOULD_STAND_HERE,
        "inspected": owed_to(asking),
    }
    return render(request, "briefing/crimes_today.html", shown)


def _handed(asking: Asking) -> list[Line]:
    """Disputes of the unit that wait, and the crimes its brief says must move and nobody moved since."""
    law, on = asking.law, asking.on
    argued = cases_as_known(
        {each.disputed.crime for each in crime_lists.disputes(asking)}, known_at=asking.at
    )
    lines = [
        line
        for line in crime_lines(argued, law, asking.calendar, on=on, coming=True)
        if line.what == Duty.DISPUTE
    ]
    tonight = NIGHTS.tonight(law, asking.calendar, on=on, at=asking.at)
    moves = [line for _, line in tonight.lines if told_to_allocators(line, asking.officer)] if tonight else []
    cases = {
        case.crime.ref: case for case in cases_as_known({line.about for line in moves}, known_at=asking.at)
    }
    return lines + [line for line in moves if _still(line, cases, asking)]


def must_move(case: Case, asking: Asking) -> Line | None:
    """What the brief says of a holder who may hold it no longer, for whoever gives it to another."""
    if not asking.may(Power.ALLOCATE_CRIME).allowed or holder(case, on=asking.on) is None:
        return None
    tonight = NIGHTS.tonight(asking.law, asking.calendar, on=asking.on, at=asking.at)
    cases = {case.crime.ref: case}
    lines = (line for _, line in tonight.lines) if tonight is not None else ()
    told = (line for line in lines if line.about in cases and told_to_allocators(line, asking.officer))
    return next((line for line in told if _still(line, cases, asking)), None)


def _still(line: Line, cases: dict[str, Case], asking: Asking) -> bool:
    case = cases.get(line.about)
    spell = holder(case, on=asking.on) if case is not None else None
    return (
        case is not None
        and spell is not None
        and spell.officer == line.who
        and crime_lists.sees(case, asking)
    )


def _count(kind: str, lines: list[Line], asking: Asking) -> dict[str, Any]:
    late = [line for line in lines if line.by is None or line.by < asking.on]
    first = min((line.by for line in lines if line.by is not None), default=None)
    oldest = max((asking.on - line.by).days for line in lines if line.by) if first else 0
    says = f"{len(late)} late, oldest {days(oldest)}" if late and oldest > 0 else f"{len(late)} without a day"
    if not late:
        says = f"first on {day(first)}" if first else ""
    weight = "" if not lines else "grave" if late and kind in GRAVE else "soon" if late else ""
    return {"kind": kind, "many": len(lines), "says": says, "href": _address(kind), "weight": weight}


def _rows(lines: Iterable[Line], asking: Asking) -> list[Shown]:
    allocates = asking.may(Power.ALLOCATE_CRIME).allowed
    return [_shown(line, asking, allocates) for line in lines]


def _shown(line: Line, asking: Asking, allocates: bool) -> Shown:
    law, calendar, on = asking.law, asking.calendar, asking.on
    crime = line.about if told_to_allocators(line, asking.officer) else line.who
    gives = allocates and (crime == line.about or line.what == Duty.ALLOCATION)
    return Shown(
        line,
        name="",
        person="",
        decide=reverse("allocate-one", args=[crime]) if gives else "",
        plans="",
        when=when(line, on=on),
        nothing=if_nothing_is_done(line, law, calendar, on=on),
        renewed=False,
        waiting=False,
        crime=reverse("crime", args=[crime]),
    )


def _address(kind: str) -> str:
    return f"{reverse('today')}?{urlencode({'kind': kind.replace(' ', '-')})}"
