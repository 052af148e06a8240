"""Faults of visits and of what follows them."""

from watchkeeper.escalation.facts import Choice, Ground
from watchkeeper.escalation.facts import Duty as Escalation
from watchkeeper.risk.facts import Level
from watchkeeper.synth import contact
from watchkeeper.synth.history import NO, YEAR, History, evening, iso
from watchkeeper.synth.planted.kind import (
    DECISIONS,
    MISSING,
    OVERDUE,
    UNMANAGED,
    Kind,
    attempt,
    last_seen,
    plain,
)
from watchkeeper.visits.facts import Duty, NoticeReason, Outcome, Purpose
from watchkeeper.workforce.facts import Rank

LONG_AGO = int(9 * YEAR)


def _not_seen_for_years(h: History) -> None:
    last_seen(h, LONG_AGO)
    for days_ago in range(LONG_AGO - 150, 60, -170):
        attempt(h, days_ago + h.between(0, 30), Outcome.NO_REPLY)


def _refused_twice(h: History) -> None:
    last_seen(h, 30)
    for days_ago in (11, 6):
        attempt(h, days_ago, Outcome.REFUSED, search=True)


def _announced(h: History) -> None:
    last_seen(h, 30)
    h.rows["visits"][-1].update(notice_hours=72, notice_reason=NoticeReason.OTHER)


def _no_ground(h: History) -> None:
    last_seen(h, 30)
    h.rows["visits"][-1].update(notice_hours=48)


def _unseen_since_release(h: History) -> None:
    released = iso(h.windows[-1][0])
    h.rows["visits"] = [row for row in h.rows["visits"] if row["at"] < released]


def _never_seen(h: History) -> None:
    h.rows["visits"] = []
    h.rows["decisions"] = []


def _gone_away(h: History) -> None:
    last_seen(h, 60)
    attempt(h, 10, Outcome.GONE_AWAY)


def _failed_three_times(h: History) -> None:
    last_seen(h, 70)
    for days_ago in (40, 28, 15):
        attempt(h, days_ago, Outcome.NO_REPLY)


def _no_outcome(h: History) -> None:
    last_seen(h, 40)
    row = contact.visit(h, h.on - 6, Outcome.SEEN, Purpose.ROUTINE)
    row["outcome"] = ""


def _decided(h: History, choice: Choice, days_ago: int, expires_in: int) -> None:
    last_seen(h, 520)
    h.add(
        "decisions",
        h.on - days_ago,
        ground=Ground.NO_CONTACT,
        choice=choice,
        decided_on=iso(h.on - days_ago),
        decided_by=h.force.inspector(h.unit),
        rank=Rank.INSPECTOR,
        reason="As recorded on the decision log",
        expires_on=iso(h.on + expires_in),
    )


def _lapsed(h: History) -> None:
    _decided(h, Choice.NO_ACTION, 70, -20)


def _not_arrested(h: History) -> None:
    _decided(h, Choice.ARREST, 25, 25)


def _no_end(h: History) -> None:
    _decided(h, Choice.ARREST, 60, -30)
    h.rows["decisions"][-1].update(done_on=iso(h.on - 50), recorded_at=evening(h.on - 50))
    last_seen(h, 40, decided=True)


def _charged(h: History) -> None:
    h.add("charges", h.on - 5, charged_on=iso(h.on - 5))


def _reactive_plan(h: History, reason: str) -> None:
    began = h.on - 200
    h.rows["plans"] = [row for row in h.rows["plans"] if row["made_on"] < iso(began)]
    row = dict(h.rows["plans"][-1])
    row.update(
        ref=f"{h.ref}-P{len(h.rows['plans']) + 1}",
        recorded_at=evening(began),
        made_on=iso(began),
        reactive="yes",
        reactive_since=iso(began),
        deviation_reason=reason,
        approved_on=iso(began),
    )
    h.rows["plans"].append(row)
    last_seen(h, 230)


def _reactive_broken(h: History) -> None:
    _reactive_plan(h, "Low risk for many years, settled")
    h.rows["intelligence"] = [row for row in h.rows["intelligence"] if row["received_on"] < iso(h.on - 1400)]
    day = h.on - 12
    h.add("intelligence", day, received_on=iso(day), significant=NO, reviewed_on=iso(day))


def _reactive_too_soon(h: History) -> None:
    lowered = h.on - 550
    h.rows["levels"][0]["level"] = Level.MEDIUM
    h.add("levels", lowered, level=Level.LOW, set_on=iso(lowered), set_by=h.sergeant)
    _reactive_plan(h, "Low risk")
    h.rows["intelligence"] = [row for row in h.rows["intelligence"] if row["received_on"] < iso(h.on - 1400)]


KINDS = (
    Kind(
        "not seen since 2017",
        "High risk, last seen nine years ago; attempts have failed ever since and nobody has decided.",
        ((DECISIONS, Ground.NO_CONTACT), (DECISIONS, Ground.REVIEW), (UNMANAGED, Duty.VISIT)),
        plain(Level.HIGH, released=(3400, 3500)),
        _not_seen_for_years,
    ),
    Kind(
        "entry refused twice",
        "Entry was sought twice in order to search, and refused; nobody has decided what follows.",
        ((DECISIONS, Ground.REFUSED_ENTRY),),
        plain(Level.HIGH),
        _refused_twice,
    ),
    Kind(
        "announced without authority",
        "A visit was announced three days ahead on no agreed ground and on nobody's authority.",
        ((OVERDUE, Duty.NOTICE_AUTHORITY),),
        plain(),
        _announced,
    ),
    Kind(
        "announced on no ground",
        "A visit was announced and no ground for it recorded.",
        ((MISSING, Duty.NOTICE_AUTHORITY),),
        plain(),
        _no_ground,
    ),
    Kind(
        "released and not visited",
        "Released from a long sentence a month ago and not visited since.",
        ((UNMANAGED, Duty.FIRST_VISIT),),
        plain(released=(30, 45)),
        _unseen_since_release,
    ),
    Kind(
        "never seen",
        "On the register for months and never seen.",
        ((UNMANAGED, Duty.FIRST_VISIT),),
        plain(years=(0.3, 0.5)),
        _never_seen,
    ),
    Kind(
        "gone away",
        "The last visit was told that the person no longer lives there; nobody knows where they are.",
        ((DECISIONS, Ground.WHEREABOUTS),),
        plain(),
        _gone_away,
    ),
    Kind(
        "three failed visits",
        "Three visits have failed since the person was last seen and no supervisor has decided.",
        ((DECISIONS, Ground.REVIEW),),
        plain(),
        _failed_three_times,
    ),
    Kind(
        "visit without an outcome",
        "A visit was recorded and not what came of it.",
        ((MISSING, Duty.RECORD),),
        plain(),
        _no_outcome,
    ),
    Kind(
        "decision not to act has lapsed",
        "Not seen for too long; an inspector decided not to act, and that decision has run out.",
        ((DECISIONS, Ground.NO_CONTACT), (UNMANAGED, Duty.VISIT)),
        plain(),
        _lapsed,
    ),
    Kind(
        "arrest decided and not made",
        "Not seen for too long; an arrest was decided weeks ago and is not recorded as made.",
        ((DECISIONS, Ground.NO_CONTACT), (UNMANAGED, Duty.VISIT)),
        plain(),
        _not_arrested,
    ),
    Kind(
        "arrest made and nothing recorded of it",
        "Not seen for too long; arrested seven weeks ago, and nobody recorded what came of it.",
        ((OVERDUE, Escalation.OUTCOME),),
        plain(),
        _no_end,
    ),
    Kind(
        "charged and not reviewed",
        "Charged with a serious further offence; no internal review was commissioned.",
        ((DECISIONS, Ground.FURTHER_OFFENCE),),
        plain(Level.HIGH),
        _charged,
    ),
    Kind(
        "reactive broken by intelligence",
        "Managed without visits, and intelligence came in a fortnight ago.",
        ((DECISIONS, Ground.REACTIVE),),
        plain(Level.LOW, years=(6.0, 9.0)),
        _reactive_broken,
    ),
    Kind(
        "reactive too soon",
        "Managed without visits after less than three years of low risk.",
        ((DECISIONS, Ground.REACTIVE),),
        plain(Level.LOW, years=(6.0, 9.0)),
        _reactive_too_soon,
    ),
)
