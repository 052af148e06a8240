"""The next step after a failed visit, read off the attempts as recorded. Rungs are rules, not counters."""

from datetime import date

from watchkeeper.escalation.facts import Choice, Decided, Ground, Owed, Proposal, Step
from watchkeeper.escalation.rules.arising import GONE, NOT_RECORDED
from watchkeeper.escalation.rules.decisions import expires
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, names
from watchkeeper.people.facts import Away, AwayKind, away_on
from watchkeeper.risk.facts import Level
from watchkeeper.risk.rules.absence import at_liberty_since
from watchkeeper.visits.facts import Contact

CONTACT_GROUNDS = (Ground.REFUSED_ENTRY, Ground.NO_CONTACT, Ground.WHEREABOUTS)
SEEN_THROUGH = (Choice.ARREST, Choice.WARRANT, Choice.CIRCULATE)
WHERE = {
    AwayKind.REMAND: "on remand",
    AwayKind.CUSTODY: "in custody",
    AwayKind.HOSPITAL: "in hospital",
    AwayKind.ABROAD: "abroad",
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def next_step(
    contact: Contact,
    level: Level | None,
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    owed: tuple[Owed, ...] = (),
    decisions: tuple[Decided, ...] = (),
    away: tuple[Away, ...] = (),
) -> Proposal:
    """The highest rung that what is recorded leads to.

    From the top: a decision owed on refused entry, long absence of contact or unknown
    whereabouts is taken; one taken and not carried out is seen through; a supervisor reviews
    once too many visits have failed; address enquiries are made once told that the person is
    gone, that there is no such address, or after some failures; otherwise another attempt, at
    another hour or on another day.

    Told yesterday that the person has gone, enquiries come first: the decision on whereabouts
    is the step only from the day after its last day.

    `owed` is what `decisions.owed` answers for the same person on the same day. Attempts before
    a release or return have been answered by it and do not count.
    """
    absent = away_on(away, on)
    if absent is not None:
        until = f"until {day(absent.until)}" if absent.until else "with no day of return recorded"
        return Proposal(
            Step.NONE,
            (f"{WHERE[absent.kind]} since {day(absent.since)}, {until}: no visit can be made",),
            "Sexual Offences Act 2003, s.96B(4)",
        )
    waiting = [d for d in decisions if _waits(d, level, law, contact, on)]
    grave = [each for each in owed if each.ground in CONTACT_GROUNDS]
    undone = {d.ref for d in waiting}
    pressing = [
        each
        for each in grave
        if each.lapsed not in undone and not (each.ground is Ground.WHEREABOUTS and on <= each.by)
    ]
    if pressing:
        first = pressing[0]
        why = f"{first.ground}: {first.rank} to decide by {day(first.by)}"
        return Proposal(Step.ENFORCEMENT_DECISION, (why, *first.because), first.cite)
    if waiting:
        says = tuple(f"{d.choice} decided on {day(d.decided_on)}, not yet done" for d in waiting)
        return Proposal(Step.AWAIT_OUTCOME, says, law["decision_carried_out_within"].cite)
    free_since = at_liberty_since(away, on=on)
    failed = [v for v in contact.failed if v.day <= on and (free_since is None or v.day >= free_since)]
    review = next((each for each in owed if each.ground is Ground.REVIEW), None)
    if review is not None:
        why = f"{review.rank} to decide by {day(review.by)}"
        return Proposal(Step.SUPERVISOR_REVIEW, (why, *review.because), review.cite)
    enquiries = law["failed_visits_before_enquiries"]
    least = enquiries.of(level or NOT_RECORDED, on)
    told = [v for v in failed if v.outcome in GONE]
    unknown = next((each for each in grave if each.ground is Ground.WHEREABOUTS), None)
    if told or unknown is not None or len(failed) >= least:
        because = [f"{v.outcome} on {day(v.day)}" for v in told] or [
            f"failed visits since last seen: {len(failed)}"
        ]
        if unknown is not None:
            because.append(f"{unknown.ground}: {unknown.rank} to decide by {day(unknown.by)}")
        return Proposal(Step.ADDRESS_ENQUIRIES, tuple(because), enquiries.cite)
    if failed:
        tried = names([f"{WEEKDAYS[v.day.weekday()]} {day(v.day)}" for v in failed])
        because = [f"tried on {tried}"]
        if all(calendar.is_working(v.day) for v in failed):
            because.append("only working days so far: a weekend or bank holiday has not been tried")
        return Proposal(Step.TRY_ANOTHER_TIME, tuple(because), enquiries.cite)
    return Proposal(Step.NONE, ("no failed visit since last seen",), enquiries.cite)


def _waits(decided: Decided, level: Level | None, law: Shelf, contact: Contact, on: date) -> bool:
    """Whether a decision still holds, was not carried out; on a ground of contact, not seen since."""
    return (
        decided.choice in SEEN_THROUGH
        and decided.decided_on <= on < expires(decided, level, law, on=on)
        and (decided.done_on is None or decided.done_on > on)
        and (
            decided.ground not in (*CONTACT_GROUNDS, Ground.REVIEW)
            or contact.last_seen_on is None
            or contact.last_seen_on < decided.decided_on
        )
    )
