"""Which assessments a second officer rates: drawn by lot, and by somebody who has not seen the first."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from math import ceil

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.risk.answers import Begun, Rated
from watchkeeper.workforce.facts import Officer, Role


def draw_second_ratings(refs: Iterable[str], share: float, *, seed: str, on: date) -> tuple[str, ...]:
    """Which assessments are drawn, in the order drawn: a share of policy, rounded up.

    Each has a lot of its own from the seed and the day, so that the order of the list changes nothing
    and anybody can draw again from what was recorded.

    Raises ValueError when `share` is not from 0 to 1, or without a seed.

    >>> draw_second_ratings([], 0.1, seed="s", on=date(2026, 3, 20))
    ()
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share is from 0 to 1: {share!r}")
    if not seed:
        raise ValueError("a draw needs a seed")
    each = sorted(set(refs))
    lots = sorted((sha256(f"{seed}|second|{on.isoformat()}|{ref}".encode()).hexdigest(), ref) for ref in each)
    return tuple(ref for _, ref in lots[: ceil(share * len(each))])


def may_rate_second(
    officer: Officer, begun: Begun, first: Rated | None, second: Rated | None, manager: str, *, drawn: bool
) -> Decision:
    """Whether `officer` may rate an assessment a second time: drawn, concluded, and not theirs to know.

    `manager` is who manages the person, who reads the first rating to set the level.
    """
    taken = second is not None and (second.concluded or second.by != officer.ref)
    return Decision(
        (
            Reason(drawn, "it was drawn for a second rating", RECORDS),
            Reason(first is not None and first.concluded, "the first rating is concluded", RECORDS),
            Reason(
                officer.ref not in (begun.begun_by, first.by if first else ""),
                "they did not make the first",
                RECORDS,
            ),
            Reason(officer.ref != manager, "they do not manage the person", RECORDS),
            Reason(not taken, "no other second rating is made or under way", RECORDS),
        )
    )


def may_see_ratings(
    officer: Officer, first: Rated | None, second: Rated | None, manager: str, *, drawn: bool
) -> bool:
    """Whether an officer may be shown what a rating came to: not who might rate it a second time.

    Until both are in, the first is shown to whoever made it, to whoever manages the person and sets the
    level, and to roles that never rate a second time; the second to whoever makes it.
    """
    both = second is not None and second.concluded
    mine = officer.ref in (first.by if first else "", manager)
    return both or mine or not drawn or officer.role is not Role.OFFENDER_MANAGER
