"""A proposal read back from the data of a report, for whoever signs it later: what was proposed is kept."""

from datetime import date
from typing import Any

from watchkeeper.inspection.facts import Alarm
from watchkeeper.inspection.grades.facts import (
    Characteristic,
    Evidence,
    Grade,
    Judged,
    Proposal,
    SampleEvidence,
    Standing,
)

NONE = "no grade"


def proposal_of(said: dict[str, Any]) -> Proposal:
    """The proposal of one theme as `told` put it.

    Raises KeyError or ValueError for what is not of a report.
    """
    return Proposal(
        Judged[said["key"].upper()],
        _grade(said["grade"]),
        _grade(said["at_best"]),
        said["certainty"],
        tuple(said["because"]),
        tuple(said["changes"]),
        tuple(
            Characteristic(
                one["name"],
                one["says"],
                one["cite"],
                one["confirmed"],
                tuple(_evidence(each) for each in one["evidence"]),
                tuple(_read(each) for each in one.get("read", ())),  # none in a report made before samples
            )
            for one in said["characteristics"]
        ),
        said["confirmed"],
    )


def _read(said: dict[str, Any]) -> SampleEvidence:
    return SampleEvidence(
        said["sample"],
        said["question"],
        said["title"],
        date.fromisoformat(said["on"]),
        said["share"],
        said["low"],
        said["high"],
        said["answered"],
        said["share_target"],
        Standing(said["standing"]),
        said["confirmed"],
    )


def _grade(said: str) -> Grade | None:
    return None if said == NONE else Grade(said)


def _evidence(said: dict[str, Any]) -> Evidence:
    return Evidence(
        said["measure"],
        said["title"],
        said["many"],
        said["of"],
        said["share_limit"],
        tuple(Alarm(each) for each in said["alarms"]),
        said["limit_confirmed"],
    )
