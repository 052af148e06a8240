"""When a person must next be seen. Counted from the last time they were, never from the last attempt."""

from datetime import date

from watchkeeper.law.clocks import days_after, months_after
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.swift import dataclass
from watchkeeper.law.wording import day, days, months
from watchkeeper.law.wording import every as repeats
from watchkeeper.people.facts import Away, away_on
from watchkeeper.risk.facts import Outlook, Plan
from watchkeeper.risk.rules.absence import absences, carried, waits
from watchkeeper.risk.rules.level import months_for
from watchkeeper.visits.facts import Contact, Duty
from watchkeeper.visits.rules.reactive import reactive_holds


@dataclass(frozen=True, slots=True)
class Interval:
    """Months between visits, and where the number comes from."""

    months: int
    because: Given
    confirmed: bool


def interval(outlook: Outlook, law: Shelf, *, on: date) -> Interval:
    """The months between visits: the plan's, or force policy's for the level.

    Since June 2017 the plan decides and force policy is the fallback. A plan may shorten the
    interval by itself. It may lengthen it only when a supervisor has approved it by `on` and
    it says why, and only for a recorded level; otherwise force policy stands and the answer
    says so. Without a level, force policy means its strictest interval: a person nobody has
    graded is seen as often as the gravest.
    """
    row = law["visit_interval_months"]
    level = outlook.level.level if outlook.level is not None else None
    force = months_for("visit_interval_months", level, law, on=on)
    at = f"level {level}" if level is not None else "no level recorded, so the strictest"
    plan = outlook.plan
    asked = plan.visit_every_months if plan is not None else None
    if plan is None or asked is None or asked == force:
        return Interval(force, Given("interval", f"{repeats(force)}: {at}", row.cite), row.confirmed)
    if 0 < asked < force or (asked > force and level is not None and _may_lengthen(plan, on)):
        return Interval(asked, Given("interval", f"{repeats(asked)}: the plan {plan.ref}", row.cite), True)
    refused = f"{repeats(force)}: {at}; the plan says {months(asked)}, without an approved reason"
    return Interval(force, Given("interval", refused, row.cite), row.confirmed)


def visit_due(
    contact: Contact,
    outlook: Outlook,
    away: tuple[Away, ...],
    law: Shelf,
    *,
    on: date,
    last_change_on: date | None = None,
    child_since: date | None = None,
) -> Due:
    """The last day on which the person must be seen.

    - Seen before: the corresponding date `interval` months after they were last seen. An
      attempt, however many there were, moves nothing.
    - Not seen since registration or release: a first visit, within 15 days of the later.
      The day of registration or release does not count. Seen on the day itself is seen.
    - Away: held. After release a first visit is due; after a return from abroad the visit is
      due no sooner than the same 15 days. A visit missed before a short absence stays missed:
      `risk.rules.absence.carried` has the whole of it.
    - On reactive management that holds: nothing is owed, and the reasons say why it holds.
      Once it does not, the date is counted from when they were last seen as if it had never
      been: somebody not seen for years is overdue the same day, and that is the truth.
    - Never seen, and no day to count from: a finding.

    Examples
    --------
    High risk, last seen on 31 January: April ends first.

    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.risk.facts import Level, SetLevel
    >>> high = Outlook(level=SetLevel("L1", Level.HIGH, date(2026, 1, 1), "O1"))
    >>> visit_due(Contact(last_seen_on=date(2026, 1, 31)), high, (), shelf.load(), on=date(2026, 2, 1)).by
    datetime.date(2026, 4, 30)
    """
    every = interval(outlook, law, on=on)
    cite = every.because.cite
    seen = contact.last_seen_on
    last_seen = Given("last seen", f"{day(seen)}, {contact.last_seen_ref}".rstrip(", ") if seen else "never")
    if (span := away_on(away, on)) is not None:
        held = (last_seen, Given("away", waits(span, days(law["first_visit_days"].whole(on))), cite))
        return Due(Duty.VISIT, Standing.HELD, None, cite, held, confirmed=every.confirmed)
    if outlook.plan is not None and outlook.plan.reactive:
        holds = reactive_holds(outlook, law, on=on, last_change_on=last_change_on, child_since=child_since)
        if holds.allowed:
            why = tuple(Given("reactive management", reason.says, reason.cite) for reason in holds.reasons)
            reactive = law["reactive_low_months"]
            return Due(
                Duty.VISIT,
                Standing.NONE,
                None,
                reactive.cite,
                (last_seen, *why),
                confirmed=reactive.confirmed,
            )
        ended = tuple(Given("reactive no longer holds", reason.says, reason.cite) for reason in holds.unmet)
    else:
        ended = ()
    return _owed(last_seen, every, ended, contact, outlook, away, law, on)


def _owed(
    last_seen: Given,
    every: Interval,
    ended: tuple[Given, ...],
    contact: Contact,
    outlook: Outlook,
    away: tuple[Away, ...],
    law: Shelf,
    on: date,
) -> Due:
    """The date itself, once nothing holds or lifts it."""
    first = law["first_visit_days"]
    allowed = first.whole(on)
    seen, registered = contact.last_seen_on, outlook.registered_on
    duty, by, after, cite, confirmed = Duty.FIRST_VISIT, None, None, first.cite, first.confirmed
    counted = Given("first relevant date", "not recorded", first.cite)
    if seen is not None and (registered is None or seen >= registered):
        duty, by, after = Duty.VISIT, months_after(every.months, seen), seen
        counted, cite, confirmed = every.because, every.because.cite, every.confirmed
    elif registered is not None:
        by, after = days_after(allowed, registered), registered
        counted = Given(
            "first relevant date", f"{day(registered)}: a visit within {days(allowed)}", first.cite
        )

    because = [last_seen, counted]
    attempted = contact.last_attempt_on
    if attempted is not None and attempted != seen:
        because.insert(
            1, Given("last attempt", f"{day(attempted)}: an attempt moves nothing", every.because.cite)
        )
    if over := absences(away, on=on):
        short = law["short_absence_days"]
        moved = carried(by, over, after=after, days=allowed, short_days=short.whole(on))
        if moved.by is not None and (absence := moved.absence) is not None:
            if by is not None and by < absence.since:
                because.append(Given("missed before the absence", day(by), short.cite))
            ended_as = "released" if absence.released else "returned from abroad"
            because.append(
                Given(ended_as, f"{day(absence.until)}: a visit within {days(allowed)}", first.cite)
            )
            duty = Duty.FIRST_VISIT if absence.released else duty
            by, cite, confirmed = moved.by, first.cite, first.confirmed
    standing = Standing.OWED if by is not None else Standing.MISSING
    return Due(duty, standing, by, cite, (*because, *ended), confirmed=confirmed)


def _may_lengthen(plan: Plan, on: date) -> bool:
    approved = plan.approved_on is not None and plan.approved_on <= on and plan.approved_by != ""
    return approved and plan.deviation_reason.strip() != ""
