"""Who holds an alert now: it goes one rank up at each further period of silence.

Our own proposal, on HMICFRS, PEEL 2023-25 Metropolitan: what nobody answered was nobody's. An
alert ends only when a named officer takes it on; one that nobody has even been shown is an
incident.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from watchkeeper.alerts.facts import OF_STANDARDS, OF_THE_MISSING, OF_THE_SYSTEM, Alert, Held
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import a, counted
from watchkeeper.workforce.facts import RANKS, Officer, Rank, Role

SUPERVISING = frozenset({Role.SUPERVISOR, Role.DUTY_INSPECTOR, Role.SENIOR_OFFICER})
OVERSEEING = frozenset({Role.ADMINISTRATOR, Role.DUTY_INSPECTOR})
SILENCE = "alert_silence_minutes"
DELIVERY = "alert_delivery_minutes"


def held(alert: Alert, law: Shelf, *, at: datetime, on: date) -> Held:
    """With which rank an unacknowledged alert stands at an instant.

    The rank it was raised to for the first period of silence, one rank up for each full
    period after that, stopping at the highest. The minutes of a period hang on the urgency,
    under the policy of the day (`alert_silence_minutes`). The instant a period is full, the
    alert has gone up.
    """
    period = timedelta(minutes=law[SILENCE].of(alert.raising.urgency, on))
    periods = max((at - alert.raised_at) // period, 0)
    first = alert.raising.least_rank
    rank = first.up(periods)
    steps = RANKS.index(rank) - RANKS.index(first)
    highest = rank is RANKS[-1]
    return Held(
        rank,
        alert.raised_at + steps * period,
        None if highest else alert.raised_at + (steps + 1) * period,
        periods,
    )


def may_take_on(officer: Officer, alert: Alert, law: Shelf, *, on: date) -> Decision:
    """Whether an officer may acknowledge an alert: it is theirs by name, or by unit, role and rank.

    Those who supervise in the unit, from the rank it was raised to upwards; officers of
    force-wide units (policy: `force_wide_units`) for every unit; whoever it names; for an alert
    about Watchkeeper itself its administrators; about somebody missing the coordinators of every unit;
    about the force's own, professional standards alone.
    """
    of = alert.raising
    cite = law[SILENCE].cite
    if of.officer and of.officer == officer.ref:
        return Decision((Reason(True, "it is theirs by name", cite),))
    if of.kind in OF_THE_SYSTEM and officer.role is Role.ADMINISTRATOR:
        return Decision((Reason(True, "administrators look after Watchkeeper", cite),))
    if of.kind in OF_THE_MISSING and officer.role is Role.COORDINATOR:
        return Decision((Reason(True, "coordinators look for the missing", cite),))
    if of.kind in OF_STANDARDS:
        theirs = officer.role is Role.STANDARDS
        return Decision((Reason(theirs, f"is {officer.role}; it is for {Role.STANDARDS}", cite),))
    near = of.unit in ("", officer.unit) or officer.unit in law["force_wide_units"].words(on)
    return Decision(
        (
            Reason(near, f"is of {officer.unit or 'no unit'}; it is for {of.unit or 'the force'}", cite),
            Reason(officer.role in SUPERVISING, f"is {officer.role}; it is for those who supervise", cite),
            Reason(
                officer.rank.at_least(of.least_rank),
                f"is {a(officer.rank)}; {of.least_rank} or above is needed",
                cite,
            ),
        )
    )


def holds(officer: Officer, alert: Alert, reach: Rank, law: Shelf, *, on: date) -> Decision:
    """Whether an alert is put before an officer now: they may take it on, and it has climbed to them.

    Whoever held it before it climbed holds it still. `reach` is the rank it has climbed to.
    """
    theirs = may_take_on(officer, alert, law, on=on)
    if alert.raising.kind in OF_STANDARDS:
        return theirs
    by_rank = officer.role in SUPERVISING and officer.ref != alert.raising.officer
    if not theirs.allowed or not by_rank:
        return theirs
    climbed = reach.at_least(officer.rank)
    says = f"is {a(officer.rank)}; it has climbed to {reach}"
    return Decision((*theirs.reasons, Reason(climbed, says, law[SILENCE].cite)))


def reach(rank: Rank, in_post: Iterable[Rank]) -> Rank:
    """The lowest rank at or above `rank` that somebody who may take the alert on holds.

    A force need not have every rank in every unit: an alert never waits with nobody.
    Where nobody holds it or above, the rank itself. A policy of ours.
    """
    return min((one for one in in_post if one.at_least(rank)), key=RANKS.index, default=rank)


def undelivered(alert: Alert, shown: bool, law: Shelf, *, at: datetime, on: date) -> Decision:
    """Whether it is an incident: nobody has been shown the alert within the minutes policy allows.

    From `alert_delivery_minutes` after it was raised, by urgency, until somebody is shown it.
    """
    row = law[DELIVERY]
    minutes = row.of(alert.raising.urgency, on)
    late = at - alert.raised_at >= timedelta(minutes=minutes)
    return Decision(
        (
            Reason(late, f"raised {counted(minutes, 'minute')} ago or more", row.cite),
            Reason(not shown, "shown to somebody" if shown else "shown to nobody", row.cite),
        )
    )


def sees_incidents(officer: Officer, law: Shelf) -> Decision:
    """Whether an officer is shown alerts that reached nobody: administrators and duty inspectors are.

    The administrator for why it did not arrive, the duty inspector for what it was about. A
    policy of ours, on the row of the limit (`alert_delivery_minutes`).
    """
    return Decision((Reason(officer.role in OVERSEEING, f"is {officer.role}", law[DELIVERY].cite),))
