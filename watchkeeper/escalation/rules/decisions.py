"""The decisions owed on one person: on what, since when, by which day, by which rank.

A decision not to act is a decision. Every decision expires, and what was decided and not
done comes back. Silence does not close anything: it passes the question one rank up.
"""

from datetime import date, timedelta

from watchkeeper.escalation.facts import Charge, Choice, Decided, Failure, Ground, Owed
from watchkeeper.escalation.rules import arising
from watchkeeper.escalation.rules.arising import NOT_RECORDED, Arisen, Event
from watchkeeper.escalation.rules.options import enforcement, options, without_action
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import a, day
from watchkeeper.people.facts import Address, Away
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import Contact
from watchkeeper.workforce.facts import RANKS, Rank

DAY = timedelta(days=1)
WORKING = "working days after"
TO_BE_DONE = (Choice.ARREST, Choice.WARRANT, Choice.CIRCULATE, Choice.ANOTHER_ATTEMPT)
CLOCKS = {  # gravest first: the order in which decisions are asked for
    Ground.WHEREABOUTS: "whereabouts_decision_within",
    Ground.FURTHER_OFFENCE: "further_offence_decision_within",
    Ground.REFUSED_ENTRY: "refused_entry_decision_within",
    Ground.NO_CONTACT: "no_contact_decision_within",
    Ground.FAILURE_TO_NOTIFY: "failure_to_notify_decision_within",
    Ground.REACTIVE: "reactive_decision_within",
    Ground.REVIEW: "failed_visits_decision_within",
}

SHARED = ("decision_first_rank", "silence_before_next_rank", "decision_longest")
ALSO = {
    Ground.NO_CONTACT: ("no_contact_allowed",),
    Ground.REVIEW: ("failed_visits_before_review",),
    Ground.REFUSED_ENTRY: ("warrant_occasions",),
}


def owed(
    contact: Contact,
    level: Level | None,
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    visit_every_months: int | None,
    managed_since: date | None,
    addresses: tuple[Address, ...] = (),
    away: tuple[Away, ...] = (),
    failures: tuple[Failure, ...] = (),
    charges: tuple[Charge, ...] = (),
    decisions: tuple[Decided, ...] = (),
    reactive_broken: Decision | None = None,
    reactive_broken_on: date | None = None,
) -> tuple[Owed, ...]:
    """Every decision owed on `on`, gravest ground first, one for each ground.

    While the person is in custody, in hospital or abroad nothing is owed on the grounds that
    rest on contact: refused entry, not seen, whereabouts, failed visits. Failures to notify,
    charges and reactive management are asked about wherever they are.

    Parameters
    ----------
    visit_every_months
        The interval that stands for this person; None when no visit is owed to them, for
        example under reactive management that holds.
    managed_since
        The first day on the register, for a person never seen.
    failures
        Duties to notify in default, as `failures_in` reads them from the register's clocks,
        and those notified late.
    reactive_broken
        What `reactive_holds` answers for a person whose plan is reactive; None otherwise.
    """
    where, free_since = arising.reach(away, on=on)
    found: dict[Ground, Arisen | None] = {
        Ground.FURTHER_OFFENCE: arising.further_offence(charges, law, on=on) if charges else None,
        Ground.FAILURE_TO_NOTIFY: arising.failure_to_notify(failures, on=on) if failures else None,
        Ground.REACTIVE: arising.reactive(reactive_broken, reactive_broken_on, law, on=on),
    }
    if where is None:
        found[Ground.NO_CONTACT] = arising.no_contact(
            contact,
            level,
            law,
            visit_every_months=visit_every_months,
            managed_since=managed_since,
            free_since=free_since,
            on=on,
        )
        found[Ground.WHEREABOUTS] = arising.whereabouts(
            contact, addresses, law, managed_since=managed_since, free_since=free_since, on=on
        )
        if contact.failed:
            found[Ground.REFUSED_ENTRY] = arising.refused_entry(
                contact, addresses, law, free_since=free_since, on=on
            )
            found[Ground.REVIEW] = arising.failed_visits(contact, level, law, free_since=free_since, on=on)
    asked: list[Owed] = []
    shared: tuple[str, ...] = ()
    longest = law["decision_longest"].of(level or NOT_RECORDED, on)
    for ground, clock in CLOCKS.items():
        arisen = found.get(ground)
        if arisen is None:
            continue
        question = _asked(arisen, contact, level, decisions, law, on)
        if question is None:
            continue
        since, why, lapsed = question
        by = last_day_for(ground, since, level, law, calendar, on=on)
        first = Rank(law["decision_first_rank"].word_of(ground, on))
        rank = rank_today(first, by, level, law, calendar, on=on)
        if rank is not first:
            why = (*why, f"no decision by {day(by)}: passed up from {first} to {rank}")
        shared = shared or enforcement(
            contact, law, failures=failures, addresses=addresses, away=where, on=on
        )
        asked.append(
            Owed(
                ground,
                since,
                by,
                first,
                rank,
                why,
                options(ground, shared, without_action(on + longest * DAY)),
                arisen.cite,
                lapsed,
                law.confirmed(clock, *SHARED, *ALSO.get(ground, ())),
            )
        )
    return tuple(asked)


def last_day_for(
    ground: Ground, since: date, level: Level | None, law: Shelf, calendar: Calendar, *, on: date
) -> date:
    """The last day to decide on a ground that arose on `since`: that day itself does not count."""
    row = law[CLOCKS[ground]]
    count = row.of(level or NOT_RECORDED, on)
    if not count:
        return since
    return calendar.after(count, since) if row.counting == WORKING else since + count * DAY


def rank_today(
    first: Rank, by: date, level: Level | None, law: Shelf, calendar: Calendar, *, on: date
) -> Rank:
    """Who must decide on `on`: one rank up the day after `by`, and again after each further period.

    A period is so many working days for the level. Nothing climbs past the highest rank.
    """
    period = law["silence_before_next_rank"].of(level or NOT_RECORDED, on)
    rank, passed = first, by
    while on > passed and rank is not RANKS[-1]:
        rank, passed = rank.up(1), calendar.after(period, passed)
    return rank


def expires(decided: Decided, level: Level | None, law: Shelf, *, on: date) -> date:
    """The first day a decision no longer holds: as recorded, and never later than policy allows.

    One without an expiry gets the longest allowed for the level. It is counted from the day
    of decision, which does not count.
    """
    longest = decided.decided_on + law["decision_longest"].of(level or NOT_RECORDED, on) * DAY
    return max(min(decided.expires_on or longest, longest), decided.decided_on)


def undone_since(decided: Decided, contact: Contact, law: Shelf, *, on: date) -> date | None:
    """The first day on which what was decided is late in being done; None when done or in time.

    Another attempt is done once anybody has knocked after the day of decision.
    """
    if decided.choice not in TO_BE_DONE or (decided.done_on is not None and decided.done_on <= on):
        return None
    knocked = contact.last_attempt_on
    if decided.choice is Choice.ANOTHER_ATTEMPT and knocked is not None and knocked > decided.decided_on:
        return None
    late = decided.decided_on + (law["decision_carried_out_within"].of(decided.choice, on) + 1) * DAY
    return late if late <= on else None


def _asked(
    arisen: Arisen,
    contact: Contact,
    level: Level | None,
    decisions: tuple[Decided, ...],
    law: Shelf,
    on: date,
) -> tuple[date, tuple[str, ...], str] | None:
    """Since when, why, and after which lapsed decision a ground asks; None while one holds."""
    events = arisen.events
    least = Rank(law["decision_first_rank"].word_of(arisen.ground, on))
    taken = [d for d in decisions if d.ground is arisen.ground and events[0].on <= d.decided_on <= on]
    too_low = tuple(
        f"decision {d.ref} was taken by {a(d.rank)}; {least} or above is needed"
        for d in taken
        if not d.rank.at_least(least)
    )
    taken = [d for d in taken if d.rank.at_least(least)]
    if not taken:
        return events[0].on, (*_says(events), *too_low), ""
    ruling = max(taken, key=lambda d: (d.decided_on, d.ref))
    asks: list[tuple[date, tuple[str, ...], str]] = []
    retried = ruling.choice is Choice.ANOTHER_ATTEMPT
    fresh = tuple(event for event in events if event.on > ruling.decided_on)
    if fresh and (arisen.each_asks or retried):
        tried = (f"another attempt was decided on {day(ruling.decided_on)}, made, and failed",)
        asks.append(
            (fresh[0].on, (*_says(fresh), *(tried if retried else ())), ruling.ref if retried else "")
        )
    standing = tuple(event for event in events if event.on <= ruling.decided_on and not event.settled)
    if standing:
        until = expires(ruling, level, law, on=on)
        late = undone_since(ruling, contact, law, on=on)
        if late is not None and late < until:
            why = f"{ruling.choice} was decided on {day(ruling.decided_on)} and is not recorded as done"
            asks.append((late, (*_says(standing), why), ruling.ref))
        elif until <= on:
            why = f"the decision of {day(ruling.decided_on)}, {ruling.choice}, lapsed on {day(until)}"
            asks.append((until, (*_says(standing), why), ruling.ref))
    if not asks:
        return None
    return (
        min(since for since, _, _ in asks),
        tuple(says for _, why, _ in asks for says in why),
        next((lapsed for _, _, lapsed in asks if lapsed), ""),
    )


def _says(events: tuple[Event, ...]) -> tuple[str, ...]:
    """The first and the newest event, and how many lie between: a run of years stays readable."""
    if len(events) == 1:
        return (events[0].says,)
    between = len(events[1:-1])
    return (events[0].says, *((f"{between} more since",) if between else ()), events[-1].says)
