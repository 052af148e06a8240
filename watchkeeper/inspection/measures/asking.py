"""What the measures ask the population engine: which columns of which facts, and each day's numbers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from watchkeeper.alerts import tables as alerts
from watchkeeper.crimes import tables as crimes
from watchkeeper.engine.standing import Pull
from watchkeeper.engine.tables import Table
from watchkeeper.escalation import tables as escalation
from watchkeeper.inspection.measures.day_numbers import numbers
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import DAY, months_after
from watchkeeper.law.parameter import Value
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import tables as missing
from watchkeeper.people import tables as people
from watchkeeper.registers import tables as registers
from watchkeeper.risk import tables as risk
from watchkeeper.suspects import tables as suspects
from watchkeeper.visits import tables as visits
from watchkeeper.workforce import tables as workforce

MONTHS_A_YEAR = 12  # of the calendar, not of any law
_SLICES = (workforce, people, registers, risk, visits, crimes, missing, suspects, escalation, alerts)
_BY_NAME: dict[str, Table] = {table.name: table for each in _SLICES for table in each.TABLES}

COLUMNS: dict[str, tuple[str, ...]] = {
    "visits": ("person_ref", "ref", "at", "outcome", "notice_hours", "notice_reason", "notice_authorised_by"),
    "notifications": (
        "person_ref",
        "ref",
        "notified_on",
        "kind",
        "matter",
        "items_missing",
        "happened_on",
        "stated_for",
    ),
    "changes": ("person_ref", "ref", "matter", "happened_on"),
    "stays": ("person_ref", "ref", "at", "since", "until", "notified"),
    "trips": ("person_ref", "ref", "departs_on", "known_since", "notified_at", "late_excuse"),
    "intelligence": ("person_ref", "ref", "received_on", "significant", "reviewed_on"),
    "crimes": (
        *("ref", "reported_at", "offence", "unit", "occurred_on", "reported_month"),
        *("domestic", "high_risk", "lines_of_enquiry", "street"),
    ),
    "crime_parties": ("ref", "crime_ref", "part", "officer", "born_on", "relationship"),
    "crime_holdings": ("crime_ref", "ref", "officer_ref", "since", "until"),
    "crime_reviews": ("crime_ref", "ref", "on"),
    "crime_events": ("crime_ref", "ref", "kind", "on", "party"),
    "crime_outcomes": ("crime_ref", "ref", "outcome", "on", "second_by", "second_on"),
    "crime_grades": ("crime_ref", "ref", "response", "on"),
    "crime_devices": ("crime_ref", "ref", "device", "step", "on"),
    "allocation_overrides": ("crime_ref", "ref", "officer_ref", "on", "until", "by", "reason"),
    "allocation_disputes": ("crime_ref", "ref", "on", "decided_on"),
    "levels": ("person_ref", "ref", "level", "set_on"),
    "plans": (
        *("person_ref", "ref", "made_on", "visit_every_months", "deviation_reason", "reactive"),
        *("approved_on", "approved_by"),
    ),
    "assessments": ("person_ref", "ref", "instrument", "completed_on", "signed_off_on"),
    "ratings": ("person_ref", "ref", "place", "pack", "on", "concluded", "completes"),
    "reviews": ("person_ref", "ref", "reviewed_on"),
    "overrides": ("person_ref", "ref", "kind", "about", "since", "until"),
    "people": ("ref", "unit", "born_on", "intelligence_flag_on"),
    "disposals": (
        *("person_ref", "ref", "finding", "relevant_date", "sentence", "term_months", "term_days"),
        *("term_begins_on", "consecutive_to", "trial_ended_on"),
    ),
    "orders": ("person_ref", "ref", "kind", "made_on", "until", "ended_on"),
    "review_applications": ("person_ref", "ref", "received_on", "outcome", "notice_received_on"),
    "away": ("person_ref", "ref", "kind", "since", "until"),
    "addresses": ("person_ref", "ref", "kind", "since", "until"),
    "managers": ("person_ref", "ref", "officer_ref", "since", "until"),
    "decisions": ("person_ref", "ref", "ground", "choice", "decided_on", "expires_on"),
    "officers": ("ref", "rank", "role", "unit", "hours_share", "since", "until"),
    "training": ("officer_ref", "ref", "course", "awarded_on", "expires_on"),
    "clearances": ("officer_ref", "ref", "granted_on", "expires_on"),
    "tutors": ("trainee", "ref", "tutor", "since", "until"),
    "suspensions": ("officer_ref", "ref", "since", "until"),
    "suspension_reviews": ("officer_ref", "ref", "suspension_ref", "on"),
    "missing_people": ("ref", "born_on"),
    "missing_episodes": ("ref", "missing_ref", "reported_at", "unit"),
    "missing_grades": ("episode_ref", "ref", "grade", "at"),
    "missing_enquiries": ("episode_ref", "ref", "at"),
    "missing_finds": ("episode_ref", "ref", "at", "how"),
    "missing_closures": ("episode_ref", "ref", "at"),
    "prevention_interviews": ("episode_ref", "ref", "at", "in_person"),
    "return_interviews": ("episode_ref", "ref", "step", "at"),
    "suspect_referrals": ("ref", "received_at", "unit"),
    "suspect_people": ("referral_ref", "ref", "at"),
    "suspect_addresses": ("referral_ref", "ref", "at"),
    "suspect_children": ("referral_ref", "ref", "at"),
    "suspect_news": ("referral_ref", "ref", "at"),
    "suspect_bands": ("referral_ref", "ref", "band", "at", "by", "tool", "version"),
    "suspect_steps": ("referral_ref", "ref", "kind", "at"),
    "suspect_delays": ("referral_ref", "ref", "at", "next_at", "by", "rank", "reason"),
    "suspect_pairs": ("referral_ref", "ref", "other", "verdict", "at", "undone_at"),
    "suspect_closures": (
        *("referral_ref", "ref", "outcome", "on", "by", "reason", "second_by", "second_on"),
        *("second_agrees", "safeguarding"),
    ),
    "alerts": ("ref", "kind", "unit", "urgency", "raised_at"),
    "alert_acknowledgements": ("alert_ref", "ref", "at"),
    "alert_deliveries": ("alert_ref", "ref", "at"),
    "exploitation_flags": ("missing_ref", "ref", "on", "owner", "review_on", "until", "reviewed_on"),
}
"""Every table the measures read, the longest first, and of each only what a measure looks at."""

DATED = {"visits": ("at", "day"), "crimes": ("reported_at", "reported")}
DATED |= {"suspect_referrals": ("received_at", "received"), "alerts": ("raised_at", "raised")}
DATED |= {"missing_episodes": ("reported_at", "day"), "missing_finds": ("at", "day")}
CLOCKED = {"trips": ("notified_at", "told_at"), "knocked": ("at", "there")}
"""The same, with what a clock in London showed."""
WITH_DAY = "_dated"
"""Tables to which the day in London of an instant is added once: the column of the instant, and the day's.

They are asked by the name that ends so."""


def pulls() -> tuple[Pull, ...]:
    """Every table read."""
    return tuple(Pull(_BY_NAME[name], columns) for name, columns in COLUMNS.items())


def statute(law: Shelf, *, on: date) -> dict[str, Value]:
    """The numbers of s.82, which have not changed since Part 2 came into force."""
    table = law["notification_period_months"]
    counted = ";".join(law["sentences_counted_as_imprisonment"].words(on))
    return {
        "indefinite_term": law["indefinite_term_months"].whole(on),
        "short_term": law["short_term_months"].whole(on),
        **{f"{key}_months": table.of(key, on) for key in ("longer", "short", "hospital", "caution", "other")},
        "youth_share": law["youth_share_of_period"].share(on),
        "adult_months": law["adult_age"].whole(on) * MONTHS_A_YEAR,
        "counted_sentences": f";{counted};",
    }


def month_ends(on: date, months: int) -> tuple[date, ...]:
    """The day itself and the last day of each of so many months before its own, oldest first.

    >>> month_ends(date(2026, 3, 20), 2)
    (datetime.date(2026, 1, 31), datetime.date(2026, 2, 28), datetime.date(2026, 3, 20))
    """
    first = on.replace(day=1)
    ends = [months_after(-back, first) - DAY for back in range(months)]
    return (*sorted(ends), on)


def days(law: Shelf, calendar: Calendar, on: Sequence[date]) -> list[dict[str, Any]]:
    """One row for each day asked about, in order, with every number of policy as of that day."""
    found, before = [], None
    for day in on:
        found.append({"asked_on": day, "before": before, **numbers(law, calendar, on=day)})
        before = day
    return found
