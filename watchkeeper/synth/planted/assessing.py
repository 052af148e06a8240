"""Faults of assessments made with an instrument, and of the level beside its score."""

from watchkeeper.people.facts import Sex
from watchkeeper.risk.facts import Duty, Level
from watchkeeper.synth import assessed
from watchkeeper.synth.history import History, Row, iso
from watchkeeper.synth.planted.kind import OVERDUE, Kind, plain

LATELY = plain(Level.LOW, years=(2.5, 4.5))
"""Less than five years in the community: no band is moved down."""
MEDIUM = plain(years=(2.5, 4.5))
"""No score of a young man is low."""


def _made(h: History, level: Level, by: str = "") -> Row:
    """A conclusion of two months ago. The instrument is for men alone."""
    h.rows["people"][0]["sex"] = Sex.MALE
    row = assessed.made_for(h, level, h.on - 60, by, trained=not by)
    if row is None:
        raise ValueError(f"no answers of {h.ref} come to {level}")
    return row


def _below(h: History) -> None:
    _made(h, Level.VERY_HIGH)


def _untrained(h: History) -> None:
    _made(h, Level.MEDIUM, h.force.untrained(h.unit))


def _open(h: History) -> None:
    assessed.begin(h, h.on - 40, h.manager(h.on - 40))


def _action(h: History) -> None:
    row = _made(h, Level.MEDIUM)
    h.add(
        "plan_actions",
        h.on - 60,
        assessment_ref=row["assessment_ref"],
        says="Ask the housing officer about the lodger",
        owner=h.manager(h.on - 60),
        by=iso(h.on - 30),
    )


KINDS = (
    Kind(
        "level below the score",
        "The level is low, the score is very high, and nobody has said why.",
        ((OVERDUE, Duty.LEVEL_BELOW),),
        LATELY,
        _below,
    ),
    Kind(
        "assessor not trained",
        "Two months ago somebody who has passed no course concluded an assessment; nobody made it again.",
        ((OVERDUE, Duty.ASSESSOR),),
        MEDIUM,
        _untrained,
    ),
    Kind(
        "assessment left open",
        "An assessment was begun six weeks ago and neither concluded nor ended.",
        ((OVERDUE, Duty.OPEN_ASSESSMENT),),
        LATELY,
        _open,
    ),
    Kind(
        "action of the plan not done",
        "What an assessment asked of the plan was to be done a month ago.",
        ((OVERDUE, Duty.PLAN_ACTION),),
        MEDIUM,
        _action,
    ),
)
