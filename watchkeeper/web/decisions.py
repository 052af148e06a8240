"""The list for who decides: decisions owed in the unit, those to countersign, warrants under way."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.briefing.facts import Section
from watchkeeper.briefing.reading import NIGHTS
from watchkeeper.escalation.facts import Choice, Ground
from watchkeeper.escalation.rules.rungs import Stage, under_way
from watchkeeper.escalation.stored import followed_of_unit
from watchkeeper.risk.facts import Level
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.brief_choosing import FORCE, UNIT, in_scope
from watchkeeper.web.brief_shown import everybody
from watchkeeper.web.escalation import slug
from watchkeeper.web.seeing import Sight
from watchkeeper.workforce.facts import Power


@page(Power.DECIDE_ENFORCEMENT)
def decisions(request: HttpRequest) -> HttpResponse:
    """Decisions owed in the officer's unit, as Today has them; those to countersign; warrants under way."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    people = everybody(asking)
    sight = Sight(asking, people)
    whole = asking.officer.unit in asking.law["force_wide_units"].words(asking.on)
    unit = "" if whole else asking.officer.unit
    tonight = NIGHTS.tonight(asking.law, asking.calendar, on=asking.on, at=asking.at)
    lines = in_scope(
        tonight.lines if tonight else (), FORCE if whole else UNIT, asking.officer, people, sight
    )
    followed = followed_of_unit(unit, known_at=asking.at)
    drawn = {
        (person, each.drawn.ground): each
        for person, each in reversed(followed)
        if tonight is not None and each.drawn.decided_on >= tonight.night.on
    }
    rows = [
        (line, slug(Ground(line.what)), drawn.get((line.who, Ground(line.what))))
        for _, line in lines
        if line.section is Section.DECISIONS
    ]
    rows.sort(key=lambda row: (-_rank(row[0].level), -(row[0].days or 0), row[0].who))
    steps = [(person, each, rung) for person, each in followed if (rung := under_way(each, on=asking.on))]
    shown = {
        "unit": unit,
        "tonight": tonight,
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


addresses = [path("decisions/", decisions, name="decisions")]
