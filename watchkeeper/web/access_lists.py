"""The lists of access: which openings, restrictions and conflicts an officer answers for."""

from dataclasses import dataclass
from datetime import date

from watchkeeper.access import stored
from watchkeeper.access.facts import ConflictDeclared, Opening, OpeningReview, Restriction
from watchkeeper.access.rules import is_open, may_lift, may_review_opening, review_opening_by
from watchkeeper.today import LONDON
from watchkeeper.web.asking import Asking
from watchkeeper.workforce.actions.officers import officer_as_known


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """One opening as the list shows it. `late`: its review is overdue."""

    opening: Opening
    review: OpeningReview | None
    review_by: date
    late: bool
    still_open: bool
    own: bool


def openings_for(asking: Asking) -> list[OpeningLine]:
    """The openings the officer may weigh, newest first; their own are listed and not theirs to review."""
    every = stored.openings(known_at=asking.at)
    reviews = stored.reviews([each.ref for each in every], known_at=asking.at)
    lines = []
    for each in every:
        known = stored.known_of(each.person, on=asking.on, known_at=asking.at)
        opener = officer_as_known(each.officer, known_at=asking.at)
        unit = opener.unit if opener else ""
        if not may_review_opening(asking.officer, unit, known, asking.law, on=asking.on).allowed:
            continue
        by = review_opening_by(each.at.astimezone(LONDON).date(), asking.law)
        lines.append(
            OpeningLine(
                opening=each,
                review=reviews.get(each.ref),
                review_by=by,
                late=each.ref not in reviews and by < asking.on,
                still_open=is_open(each, at=asking.at),
                own=each.officer == asking.officer.ref,
            )
        )
    return lines


def restrictions_for(asking: Asking) -> list[Restriction]:
    """The restrictions in force the officer may lift."""
    return [
        each
        for each in stored.restrictions(on=asking.on, known_at=asking.at)
        if may_lift(
            asking.officer,
            stored.known_of(each.person, on=asking.on, known_at=asking.at),
            asking.law,
            on=asking.on,
        ).allowed
    ]


def ended_by(asking: Asking) -> list[ConflictDeclared]:
    """The conflicts that stand of officers of the asker's unit, or of anybody for who works for the force."""
    wide = asking.law["force_wide_units"].words(asking.on)
    found = []
    for each in stored.conflicts(on=asking.on, known_at=asking.at):
        officer = officer_as_known(each.officer, known_at=asking.at)
        near = asking.officer.unit in wide or (officer is not None and officer.unit == asking.officer.unit)
        if near and each.officer != asking.officer.ref:
            found.append(each)
    return found
