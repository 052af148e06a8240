"""Of what is recorded of assessments made with instruments, what still counts on a day.

That the newest conclusion of an instrument supersedes those before it is a proposal of ours.
"""

from collections.abc import Iterable
from datetime import date

from watchkeeper.risk.answers import Begun, LevelReason, Place, PlanAction, Rated
from watchkeeper.risk.facts import Override, OverrideKind, SetLevel


def still_open(begun: Iterable[Begun], rated: Iterable[Rated], *, on: date) -> tuple[Begun, ...]:
    """Assessments begun by a day that were neither concluded nor ended by it, oldest first."""
    done = {one.assessment for one in rated if _counts(one, on)}
    found = (
        one
        for one in begun
        if one.begun_on <= on and one.ref not in done and (one.ended_on is None or one.ended_on > on)
    )
    return tuple(sorted(found, key=lambda one: (one.begun_on, one.ref)))


def newest_rated(rated: Iterable[Rated], *, on: date) -> tuple[Rated, ...]:
    """The newest conclusion of each instrument by a day, in order of its name; a second rating is none.

    An older one of the same instrument is superseded by it, whoever made it.
    """
    found: dict[str, Rated] = {}
    for one in sorted(rated, key=lambda one: (one.on, one.ref)):
        if _counts(one, on):
            found[one.name] = one
    return tuple(found[name] for name in sorted(found))


def not_done(actions: Iterable[PlanAction], *, on: date) -> tuple[PlanAction, ...]:
    """Actions of the plan that were not done by a day, the first to fall due first."""
    found = (one for one in actions if one.done_on is None or one.done_on > on)
    return tuple(sorted(found, key=lambda one: (one.by, one.ref)))


def reason_of(
    level: SetLevel | None, reasons: Iterable[LevelReason], overrides: Iterable[Override] = ()
) -> LevelReason | None:
    """Why a level is below what a score points to, where somebody said; the newest word of it.

    A level set by rank carries the reason of its override.
    """
    if level is None:
        return None
    said = [one for one in reasons if one.level == level.ref and one.says.strip()]
    said += [
        LevelReason(one.ref, one.about, one.reason)
        for one in overrides
        if one.kind is OverrideKind.LEVEL and one.about == level.ref and one.reason.strip()
    ]
    return max(said, key=lambda one: one.ref, default=None)


def _counts(one: Rated, on: date) -> bool:
    return one.concluded and one.place is Place.FIRST and one.on <= on
