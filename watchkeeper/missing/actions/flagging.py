"""A flag of exploitation is set, handed to somebody, reviewed or taken off: each a new version."""

from datetime import date

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.missing import models
from watchkeeper.missing.acts import act_on_episode
from watchkeeper.missing.facts import FlagKind
from watchkeeper.missing.rules.concerns import looked_at_in_time
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.stored import officer_as_known


def set_flag(kind: FlagKind, owner: str, review_on: date | None, reason: str, acting: Acting) -> models.Flag:
    """Flag whoever is missing in the episode for exploitation, from today.

    Without an owner or a day of review it is saved, and listed until it has both. Raises Refused
    for an owner nobody recorded, without a reason, and while a flag of that kind holds: that one is
    looked at again.
    """
    with act_on_episode(Power.FLAG_EXPLOITATION, acting) as (this, case):
        holds = any(each.kind is kind and each.holds(acting.on) for each in case.flags)
        once = Reason(not holds, f"no flag of {kind} holds already: look at that one again", RECORDS)
        this.require(Decision((once, *_sound(owner, reason, review_on, acting).reasons)))
        return this.store(
            models.Flag(
                missing_ref=case.episode.missing,
                kind=kind.value,
                on=acting.on,
                owner=owner,
                review_on=review_on,
                by=acting.by.ref,
                reason=reason,
            )
        )


def review_flag(
    ref: str, owner: str, review_on: date | None, reason: str, acting: Acting, *, holds: bool
) -> models.Flag:
    """Record a review of a flag: whose it is and when it is looked at again, or that it is off from today."""
    with act_on_episode(Power.FLAG_EXPLOITATION, acting) as (this, case):
        rows = models.Flag.objects.filter(ref=ref, missing_ref=case.episode.missing)
        row = rows.as_known(acting.at).first()
        there = Reason(row is not None, "the flag is on record", RECORDS)
        this.require(Decision((there, *_sound(owner, reason, review_on if holds else None, acting).reasons)))
        assert row is not None
        row.id, row.owner, row.review_on = None, owner, review_on
        row.by, row.reason, row.reviewed_on = acting.by.ref, reason, acting.on
        row.until = None if holds else acting.on
        return this.store(row)


def _sound(owner: str, reason: str, review_on: date | None, acting: Acting) -> Decision:
    known = not owner or officer_as_known(owner, known_at=acting.at) is not None
    return Decision(
        (
            Reason(known, "the owner is on record", RECORDS),
            Reason(bool(reason.strip()), "a reason is given", RECORDS),
            looked_at_in_time(review_on, acting.law, on=acting.on),
        )
    )
