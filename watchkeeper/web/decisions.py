"""The list for who decides: decisions owed in the unit, those to countersign, warrants under way."""

import zlib
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.briefing.facts import Line, Section
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.briefing.paper import read_back
from watchkeeper.escalation.facts import Choice, Ground
from watchkeeper.escalation.rules.rungs import Stage, under_way
from watchkeeper.escalation.stored import followed_of_unit
from watchkeeper.risk.facts import Level
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.escalation import slug
from watchkeeper.workforce.facts import Power

AT_A_TIME = 65_536  # bytes of a kept brief unpacked together


@page(Power.DECIDE_ENFORCEMENT)
def decisions(request: HttpRequest) -> HttpResponse:
    """Decisions owed in the officer's unit, those to countersign, and warrants under way."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    unit = (
        "" if asking.officer.unit in asking.law["force_wide_units"].words(asking.on) else asking.officer.unit
    )
    brief = (
        FrozenBrief.objects.filter(
            officer="", unit__in=("", unit), on__lte=asking.on, known_at__lte=asking.at
        )
        .order_by("-on", "-known_at")
        .first()
    )
    followed = followed_of_unit(unit, known_at=asking.at)
    since = {
        (person, each.drawn.ground): each
        for person, each in reversed(followed)
        if brief is not None and each.drawn.decided_on >= brief.on
    }
    lines = [line for line in decisions_in(brief) if unit in ("", line.unit)] if brief is not None else []
    rows = [(line, slug(Ground(line.what)), since.get((line.who, Ground(line.what)))) for line in lines]
    rows.sort(key=lambda row: (-_rank(row[0].level), -(row[0].days or 0), row[0].who))
    steps = [(person, each, rung) for person, each in followed if (rung := under_way(each, on=asking.on))]
    shown = {
        "unit": unit,
        "brief": brief,
        "rows": rows,
        "oldest": max((row[0].days or 0 for row in rows), default=0),
        "to_sign": [row for row in steps if row[2].stage is Stage.COUNTERSIGN],
        "warrants": [
            row
            for row in steps
            if row[1].drawn.choice is Choice.WARRANT and row[2].stage is not Stage.COUNTERSIGN
        ],
        "others": [
            row
            for row in steps
            if row[1].drawn.choice is not Choice.WARRANT and row[2].stage is not Stage.COUNTERSIGN
        ],
    }
    return render(request, "escalation/decisions.html", shown)


def _rank(level: Level | None) -> int:
    """Gravest last; a level nobody recorded is asked about before medium and low."""
    return [Level.LOW, Level.MEDIUM, None, Level.HIGH, Level.VERY_HIGH].index(level)


def decisions_in(brief: FrozenBrief) -> Iterator[Line]:
    """The decisions owed in a brief as kept. They stand first in it: the rest is not even unpacked."""
    unpacking, rest = zlib.decompressobj(), b""
    begun = False
    for at in range(0, len(brief.content), AT_A_TIME):
        rest += unpacking.decompress(brief.content[at : at + AT_A_TIME])
        *whole, rest = rest.split(b"\n")
        for row in whole:
            if not begun:
                begun = True  # the head of the brief
            elif row.startswith(b'{"section": "' + Section.DECISIONS.encode()):
                yield read_back(row.rstrip(b","))
            else:
                return


addresses = [path("decisions/", decisions, name="decisions")]
