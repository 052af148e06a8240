"""A level or an interval set by rank: for a reason, for a time, and owed again when the time is up."""

from datetime import date, timedelta

from watchkeeper.law.clocks import days_after
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days
from watchkeeper.risk.facts import Duty, Override, OverrideKind

NPCC = "NPCC, 29 June 2017, home visits"
DAY = timedelta(days=1)


def may_override(
    kind: OverrideKind, was: str, now: str, reason: str, since: date, until: date, law: Shelf, *, on: date
) -> Decision:
    """Whether a level or an interval may be set by rank so; who may is the table of powers.

    It changes something, says why, begins no later than `on`, and runs out: `until` is the
    first day it is no longer in force, at most so many days after it began as force policy
    allows for its kind. A proposal a force confirms.
    """
    row = law["override_longest_days"]
    most = row.of(kind, on)
    return Decision(
        (
            Reason(was != now, f"changes the {kind} from {was}", row.cite),
            Reason(bool(reason.strip()), "a reason is given", row.cite),
            Reason(since <= on, "begins no later than today", row.cite),
            Reason(until > on, "runs out on a day to come", row.cite),
            Reason(until <= days_after(most, since), f"runs for {days(most)} at most", row.cite),
        )
    )


def override_due(override: Override, standing: str, law: Shelf, *, on: date) -> Due:
    """The decision owed when an override runs out: confirm it anew, or go back.

    `standing` is the ref of the level or plan that stands today. While it is the one the
    override made, a decision is owed by the last day the override is in force, and stays owed
    after it: nothing goes back by itself, and nothing goes on unseen. Once another stands,
    nothing is owed. It is put to the rank that decided. Force policy; a proposal.

    Examples
    --------
    In force up to 30 June 2026: from 1 July it is late.

    >>> from watchkeeper.law import shelf
    >>> one = Override("V1", "P1", OverrideKind.LEVEL, "L9", "low", "high", "letters", "O3",
    ...                "inspector", date(2026, 6, 1), date(2026, 7, 1))
    >>> due = override_due(one, "L9", shelf.load(), on=date(2026, 7, 1))
    >>> due.by, due.late(date(2026, 7, 1))
    (datetime.date(2026, 6, 30), True)
    """
    row = law["override_longest_days"]
    changed = Given(str(override.kind), f"{override.was}, overridden to {override.now}", row.cite)
    decided = Given("decided by", f"{override.decided_by}, {override.rank}, {day(override.since)}", row.cite)
    if standing != override.about:
        over = Given("replaced by", standing or "nothing on record", row.cite)
        return Due(Duty.OVERRIDE, Standing.NONE, None, row.cite, (changed, decided, over), about=override.ref)
    last = override.until - DAY
    ends = Given("in force up to", day(last), row.cite)
    lapsed = (Given("run out", "and still followed: decide again", row.cite),) if on > last else ()
    because = (changed, decided, ends, *lapsed)
    return Due(
        Duty.OVERRIDE,
        Standing.OWED,
        last,
        row.cite,
        because,
        about=override.ref,
        confirmed=row.confirmed,
        owner=override.rank,
    )
