"""The level of risk is set by a person, beside the scores; below what they point to, with a reason."""

from datetime import date, datetime

from watchkeeper.access.acts import act_about
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk import models
from watchkeeper.risk.facts import Level
from watchkeeper.risk.rules.pointing import Pointed, below, gravest, may_set_level
from watchkeeper.risk.rules.scores import newest_rated
from watchkeeper.workforce.actions.officers import person_known
from watchkeeper.workforce.facts import Officer, Power


def pointed_of(person: str, law: Shelf, *, on: date, known_at: datetime) -> Pointed | None:
    """The gravest level any score of the person points to on a day."""
    rows = models.Rating.objects.of(person).as_known(known_at).facts()
    return gravest(newest_rated(rows, on=on), law, on=on)


def set_level(
    level: Level,
    *,
    person_ref: str,
    set_on: date,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
    reason: str = "",
) -> models.SetLevel:
    """Record the level `by` has set. The level before stays on record: changes over time are read.

    `reason` says why it is below what a score points to, and is kept with the score. Raises Refused without
    the power, for a person not on record, for a day still to come, and for a level below the score
    without a reason.
    """
    with act_about(Power.SET_LEVEL, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at) as this:
        pointed = pointed_of(person_ref, law, on=on, known_at=at)
        this.require(
            Decision(
                (
                    person_known(person_ref, known_at=at),
                    Reason(set_on <= on, "the level has been set", RECORDS),
                    *may_set_level(level, reason, pointed, law).reasons,
                )
            )
        )
        made = this.store(
            models.SetLevel(ref="", person_ref=person_ref, level=level.value, set_on=set_on, set_by=by.ref)
        )
        if pointed is not None and below(level, pointed):
            this.store(
                models.LevelReason(
                    person_ref=person_ref,
                    level_ref=made.ref,
                    says=reason,
                    points_to=pointed.level.value,
                    rating_ref=pointed.rated.ref,
                )
            )
        return made
