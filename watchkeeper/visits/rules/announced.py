"""Who may be told before a visit, on whose authority, and how often a team tells them."""

from dataclasses import dataclass
from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.visits.facts import Duty, NoticeReason, Visit
from watchkeeper.workforce.facts import Rank


def may_announce(
    reason: NoticeReason | None, authorised_by: str, rank: str, law: Shelf, *, on: date
) -> Decision:
    """Whether a visit may be announced: a ground on the list, and authority unless it is agreed.

    Unannounced is the rule; the inspectorate found visits announced so far ahead that evidence
    could be hidden. `authorised_by` is the authorising officer's ref and `rank` their rank on
    the day. On an agreed ground nobody's authority is asked for.

    >>> from watchkeeper.law import shelf
    >>> may_announce(NoticeReason.INTERPRETER, "", "", shelf.load(), on=date(2026, 3, 2)).allowed
    True
    >>> may_announce(NoticeReason.OTHER, "O7", "constable", shelf.load(), on=date(2026, 3, 2)).allowed
    False
    """
    grounds, lowest = law["announced_agreed_grounds"], law["notice_authority_rank"]
    stated = Reason(
        reason is not None, f"ground: {reason}" if reason else "no ground is recorded", grounds.cite
    )
    if reason is not None and reason in grounds.words(on):
        return Decision((stated, Reason(True, "an agreed ground: no authority is needed", grounds.cite)))
    needed = Rank(str(lowest.on(on)))
    held = next((each for each in Rank if each == rank), None)
    enough = authorised_by != "" and held is not None and held.at_least(needed)
    if not authorised_by:
        says = f"no authority is recorded; {needed} or above"
    elif held is None:
        says = f"the rank of the officer who authorised it is not recorded; {needed} or above"
    else:
        says = f"authorised by {authorised_by}, {held}; {needed} or above"
    return Decision((stated, Reason(enough, says, lowest.cite)))


def notice_authority(visit: Visit, law: Shelf, *, on: date) -> Due | None:
    """The authority still owed for an announced visit; None when unannounced or in order.

    Owed before the visit, so its own day is the last: a visit announced without authority is
    overdue from the next morning, until somebody of the rank looks at it. With no ground
    recorded the finding is the missing ground.
    """
    if visit.notice_hours is None:
        return None
    decision = may_announce(
        visit.notice_reason, visit.notice_authorised_by, visit.notice_authorised_rank, law, on=on
    )
    if decision.allowed:
        return None
    row = law["notice_authority_rank"]
    because = (
        Given("announced visit", f"{day(visit.day)}, {_hours(visit.notice_hours)} notice"),
        *(Given("notice", reason.says, reason.cite) for reason in decision.unmet),
    )
    owed = visit.notice_reason is not None
    return Due(
        Duty.NOTICE_AUTHORITY,
        Standing.OWED if owed else Standing.MISSING,
        visit.day if owed else None,
        row.cite,
        because,
        about=visit.ref,
        confirmed=row.confirmed,
    )


def _hours(count: int) -> str:
    return "1 hour's" if count == 1 else f"{count} hours'"


@dataclass(frozen=True, slots=True)
class AnnouncedShare:
    """A team's share of announced visits. `over` is never True when `judged` is not."""

    share: float
    judged: bool
    over: bool
    because: tuple[Given, ...]
    cite: str
    confirmed: bool


def announced_share(made: int, announced: int, law: Shelf, *, on: date) -> AnnouncedShare:
    """Whether a team announces too many of its visits.

    `made` counts the visits attempted in the months policy looks back, `announced` those of
    them with any notice. The limit itself is allowed: one in ten is not over a tenth. With
    fewer visits than policy asks for the share is shown and not judged: one announced visit of
    three says nothing. Raises ValueError for counts that cannot be.

    >>> from watchkeeper.law import shelf
    >>> announced_share(100, 10, shelf.load(), on=date(2026, 3, 2)).over
    False
    >>> announced_share(100, 11, shelf.load(), on=date(2026, 3, 2)).over
    True
    """
    if not 0 <= announced <= made:
        raise ValueError(f"{announced} announced visits of {made} made cannot be")
    limit, least = law["announced_share_limit"], law["announced_share_least_visits"]
    share = announced / made if made else 0.0
    judged = made > 0 and made >= least.whole(on)
    because = (
        Given("announced visits", f"{announced:,} of {made:,}"),
        Given("limit", f"{limit.share(on):.0%}", limit.cite),
        Given("visits before a share is judged", f"{least.whole(on):,}", least.cite),
    )
    return AnnouncedShare(
        share,
        judged,
        judged and share > limit.share(on),
        because,
        limit.cite,
        limit.confirmed and least.confirmed,
    )
