"""Referrals that may be one: the same report sent twice, or one person by two referrals.

Nothing is joined by itself: an officer says whether they are one, and may take it back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.due import Due, Given
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import moment
from watchkeeper.suspects.facts import Case, Duty, Pair, Referral, Verdict
from watchkeeper.suspects.rules.clocks import in_hours, owed
from watchkeeper.suspects.rules.closing import closed
from watchkeeper.suspects.rules.standing import part_of


def alike(referrals: Iterable[Referral]) -> Mapping[str, tuple[str, ...]]:
    """Of each referral, the earlier ones that look like it, by ref; those that look like none are left out.

    Alike are two of one sender under one number, two of one person on record, and two of one name and date
    of birth. A blank is like nothing.
    """
    keyed: dict[tuple[str, str], list[Referral]] = defaultdict(list)
    for each in sorted(referrals, key=lambda each: (each.received_at, each.ref)):
        for key in _keys(each):
            keyed[key].append(each)
    found: dict[str, set[str]] = defaultdict(set)
    for some in keyed.values():
        for at, later in enumerate(some):
            found[later.ref].update(earlier.ref for earlier in some[:at])
    return {ref: tuple(sorted(others)) for ref, others in found.items() if others}


def unanswered(case: Case, *, at: datetime) -> tuple[str, ...]:
    """The earlier referrals that look like this one and of which nobody has said whether they are one."""
    ref = case.referral.ref
    said = {_other(pair, ref) for pair in case.pairs if pair.holds(at)}
    return tuple(each for each in case.known.alike if each not in said)


def pairs_due(case: Case, law: Shelf, *, at: datetime) -> Due | None:
    """The last instant to say whether this referral and each earlier one like it are one."""
    left = unanswered(case, at=at)
    if not left:
        return None
    row, since = law["suspect_pair_hours"], case.referral.received_at
    because = (Given("received", moment(since)), *(Given("looks like", each) for each in left))
    return owed(Duty.PAIR, row, since, in_hours(row, since), because, case.referral.ref)


def may_pair(
    first: Case, other: Case, verdict: Verdict, reason: str, law: Shelf, *, at: datetime
) -> Decision:
    """Whether two referrals may be said to be one, or two: with a reason, and once.

    One with another is only a later one, with one that is open and no part of a third itself.
    """
    one = verdict is Verdict.ONE
    pairs = {(p.referral, p.other) for p in (*first.pairs, *other.pairs) if p.holds(at)}
    refs = (first.referral.ref, other.referral.ref)
    said = refs in pairs or (refs[1], refs[0]) in pairs
    return Decision(
        (
            Reason(refs[0] != refs[1], "they are two on record", RECORDS),
            Reason(bool(reason.strip()), "a reason is given in words", RECORDS),
            Reason(not said, "nobody has said it yet", RECORDS),
            Reason(
                not one or first.referral.received_at <= other.referral.received_at,
                "the later becomes part of the earlier",
                RECORDS,
            ),
            Reason(not one or closed(first, law, at=at) is None, "the earlier is open", RECORDS),
            Reason(
                not one or (part_of(first, at=at) is None and part_of(other, at=at) is None),
                "neither is part of another",
                RECORDS,
            ),
            Reason(not one or not other.also, "nothing is part of the later", RECORDS),
        )
    )


def _other(pair: Pair, ref: str) -> str:
    return pair.referral if pair.other == ref else pair.other


def _keys(each: Referral) -> Iterable[tuple[str, str]]:
    if each.sent_as.strip():
        yield "sent", f"{each.sender or ''} {each.sent_as.strip().casefold()}"
    if each.person:
        yield "person", each.person
    if each.who:
        yield "who", each.who
