"""From a score to a level: what a band points to, and a reason for a level below it. A person sets it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, instrument
from watchkeeper.risk.answers import Rated
from watchkeeper.risk.facts import LEVELS, Duty, Level, Outlook


@dataclass(frozen=True, slots=True)
class Pointed:
    """The level that the band of a rating points to."""

    level: Level
    rated: Rated


def points_to(rated: Rated, law: Shelf, *, on: date) -> Level | None:
    """The level a concluded band points to; None where policy's matrix has no such band.

    A score that might not stand behind a decision points nowhere: its pack is not confirmed, something is
    not known, or whoever made it was not trained. It is shown, with why.
    """
    table = law["level_pointed_to"].on(on)
    if not rated.stands or not isinstance(table, dict):
        return None
    level = table.get(f"{rated.name}: {rated.band}")
    return None if level is None else Level(str(level))


def gravest(rated: Iterable[Rated], law: Shelf, *, on: date) -> Pointed | None:
    """The gravest level any of the newest ratings points to; of two alike, that of the newer rating."""
    found = [Pointed(level, one) for one in rated if (level := points_to(one, law, on=on)) is not None]
    return min(
        found,
        key=lambda each: (LEVELS.index(each.level), -each.rated.on.toordinal(), each.rated.ref),
        default=None,
    )


def below(level: Level, pointed: Pointed | None) -> bool:
    """Whether a level is lower than what a score points to."""
    return pointed is not None and LEVELS.index(level) > LEVELS.index(pointed.level)


def may_set_level(level: Level, reason: str, pointed: Pointed | None, law: Shelf) -> Decision:
    """Whether a level may be set beside the scores: at or above what they point to, or with a reason.

    The scores inform; whoever sets the level decides (rule 98).
    """
    row = law["level_pointed_to"]
    if pointed is None:
        return Decision((Reason(True, "no score points to a level", row.cite),))
    named = instrument(pointed.rated.name)
    says = f"a reason is given where the level is below {pointed.level}, to which {named} points"
    return Decision((Reason(not below(level, pointed) or bool(reason.strip()), says, row.cite),))


def level_below_due(outlook: Outlook, law: Shelf, calendar: Calendar, *, on: date) -> Due | None:
    """The last day to raise a level below what a score points to, or to say why it is right; None otherwise.

    Working days after the later of the score and the level. A reason answers the score that stood when the
    level was set: a newer score that points higher asks again. Without a level another duty is owed.
    """
    level = outlook.level
    pointed = gravest((rated for rated, _ in outlook.rated), law, on=on)
    if level is None or pointed is None or not below(level.level, pointed):
        return None
    said = outlook.level_reason
    if said is not None and (said.rating == pointed.rated.ref or pointed.rated.on <= level.set_on):
        return None
    row = law["level_below_score_working_days"]
    because = (
        Given("level of risk", f"{level.level}, set on {day(level.set_on)}"),
        Given(
            f"{instrument(pointed.rated.name)} of {day(pointed.rated.on)}",
            f"{pointed.rated.band}, which points to {pointed.level}",
            law["level_pointed_to"].cite,
        ),
        Given("reason", "none that is newer than the score" if said else "none recorded"),
    )
    by = calendar.after(row.whole(on), max(level.set_on, pointed.rated.on))
    confirmed = law.confirmed("level_below_score_working_days", "level_pointed_to")
    return Due(
        Duty.LEVEL_BELOW, Standing.OWED, by, row.cite, because, about=pointed.rated.ref, confirmed=confirmed
    )
