"""What the measures ask the population engine: which columns of which facts, and each day's numbers."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from watchkeeper.alerts import tables as alerts
from watchkeeper.alerts.facts import Urgency
from watchkeeper.crimes import tables as crimes
from watchkeeper.engine.standing import Pull
from watchkeeper.engine.tables import Table
from watchkeeper.escalation import tables as escalation
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import DAY, LONDON, month_before, months_after
from watchkeeper.law.parameter import Value
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import tables as missing
from watchkeeper.people import tables as people
from watchkeeper.registers import tables as registers
from watchkeeper.risk import tables as risk
from watchkeeper.risk.facts import LEVELS
from watchkeeper.suspects import tables as suspects
from watchkeeper.suspects.facts import BANDS
from watchkeeper.visits import tables as visits
from watchkeeper.workforce import tables as workforce
from watchkeeper.workforce.facts import RANKS, Rank

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
    "trips": ("person_ref", "ref", "departs_on", "known_since", "notified_at", "late_excuse"),
    "intelligence": ("person_ref", "ref", "received_on", "significant", "reviewed_on"),
    "crimes": ("ref", "reported_at", "offence", "unit"),
    "crime_parties": ("ref", "crime_ref", "part"),
    "crime_holdings": ("crime_ref", "ref", "officer_ref", "since", "until"),
    "crime_reviews": ("crime_ref", "ref", "on"),
    "crime_events": ("crime_ref", "ref", "kind", "on", "party"),
    "crime_outcomes": ("crime_ref", "ref", "outcome", "on", "second_by", "second_on"),
    "crime_grades": ("crime_ref", "ref", "response", "on"),
    "crime_devices": ("crime_ref", "ref", "device", "step", "on"),
    "allocation_overrides": ("crime_ref", "ref", "officer_ref", "on", "until"),
    "allocation_disputes": ("crime_ref", "ref", "on", "decided_on"),
    "levels": ("person_ref", "ref", "level", "set_on"),
    "plans": (
        *("person_ref", "ref", "made_on", "visit_every_months", "deviation_reason", "reactive"),
        *("approved_on", "approved_by"),
    ),
    "assessments": ("person_ref", "ref", "instrument", "completed_on", "signed_off_on"),
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
CLOCKED = {"trips": ("notified_at", "told_at")}
"""The same, with what a clock in London showed."""
WITH_DAY = "_dated"
"""Tables to which the day in London of an instant is added once: the column of the instant, and the day's.

They are asked by the name that ends so."""

WORKING_DAYS = {
    "sign_off_late": "sign_off_working_days",
    "event_late": "assessment_after_event_working_days",
    "unread_late": "intelligence_review_working_days",
    "unmanaged_late": "manager_within",
    "untrained_late": "untrained_manager_within",
    "unflagged_late": "intelligence_flag_working_days",
}
"""What happened up to this day is late: the last from which so many working days are over."""
WHOLE = {
    "first_visit_days": "first_visit_days",
    "short_absence_days": "short_absence_days",
    "assess_first_days": "police_assessment_days",
    "assess_months": "assessment_repeat_months",
    "annual_months": "annual_notification_months",
    "suspect_days": "suspect_outstanding_days",
    "submit_days": "device_submitted_days",
    "examine_days": "device_examined_days",
    "grade_days": "grade_within_days",
    "dispute_days": "dispute_days",
    "suspension_weeks": "vetting_review_weeks",
    "grade_minutes": "missing_grade_minutes",
    "return_hours": "missing_return_hours",
    "child_age": "missing_child_age",
    "cap": "caseload_cap",
    "unseen_months": "measure_unseen_months",
    "long_notice_hours": "measure_long_notice_hours",
    "unheld_days": "measure_crime_unheld_days",
    "unreviewed_days": "measure_crime_unreviewed_days",
    "many_crimes": "measure_most_crimes",
    "band_hours": "suspect_grade_hours",
    "regrade_hours": "suspect_regrade_hours",
    "band_days": "suspect_band_days",
    "least_words": "second_look_least_words",
    "change_days": "change_notification_days",
    "early_days": "advance_notice_early_days",
    "wait_days": "advance_notice_wait_days",
    "travel_days": "travel_notice_days",
    "travel_hour": "travel_departure_hour",
    "short_hours": "travel_short_notice_hours",
    "excused_hours": "travel_excused_hours",
}
BY_LEVEL = {"visit": "visit_interval_months", "review": "supervisor_review_months"}
UNKNOWN = "not recorded"


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
        found.append({"asked_on": day, "before": before, **_numbers(law, calendar, day)})
        before = day
    return found


def _numbers(law: Shelf, calendar: Calendar, on: date) -> dict[str, Any]:
    year_ago = months_after(-law["announced_look_back_months"].whole(on), on)
    row: dict[str, Any] = {
        "ends_at": _end_of(on),
        "year_ago": year_ago,
        "month_ago": month_before(on),
        "month_began_at": _end_of(month_before(on)),
        "dynamic_instruments": _listed(law["dynamic_instruments"].words(on)),
        "agreed_grounds": _listed(law["announced_agreed_grounds"].words(on)),
        "courses": len(law["manager_courses"].words(on)),
        "manager_courses": _listed(law["manager_courses"].words(on)),
        "action_outcomes": _listed(map(str, law["action_outcomes"].wholes(on))),
        "restarts": law["prescribed_change_restarts_annual"].flag(on),
    }
    for name, of in WHOLE.items():
        row[name] = _from_first(law, of, on)
    for name, of in BY_LEVEL.items():
        months = {level.value: law[of].of(level, on) for level in LEVELS}
        row |= {f"{name}_{level.replace(' ', '_')}": many for level, many in months.items()}
        row[f"{name}_strictest"] = min(months.values())
    weights = law["caseload_weight"]
    row |= {f"weight_{each.value.replace(' ', '_')}": weights.of(each, on) for each in LEVELS}
    row["weight_unknown"] = weights.of(UNKNOWN, on)
    allowed = law["no_contact_allowed"]
    row |= {f"unseen_{each.value.replace(' ', '_')}": allowed.of(each, on) for each in LEVELS}
    row["unseen_unknown"] = allowed.of(UNKNOWN, on)
    row |= {name: late_up_to(law[of].whole(on), calendar, on=on) for name, of in WORKING_DAYS.items()}
    enquiries = law["missing_first_enquiry_hours"]
    row |= {f"enquiry_{word}": enquiries.of(word, on) for word in ("high", "medium", "low")}
    marks = law["order_expiry_diary_months"]
    row["order_mark_months"] = min(marks.of(key, on) for key in ("first", "second", "last"))
    for each in Urgency:
        row[f"silence_{each.value}"] = law["alert_silence_minutes"].of(each, on)
        row[f"delivery_{each.value}"] = law["alert_delivery_minutes"].of(each, on)
    return row | _of_bands(law, on)


def _of_bands(law: Shelf, on: date) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for band in BANDS:
        word = band.value.replace(" ", "_")
        least = Rank(law["suspect_delay_ranks"].word_of(band, on))
        row[f"enforce_{word}"] = law["suspect_enforce_hours"].of(band, on)
        row[f"longest_{word}"] = law["suspect_delay_longest_hours"].of(band, on)
        row[f"ranks_{word}"] = _listed(rank for rank in RANKS if rank.at_least(least))
    return row


def late_up_to(working_days: int, calendar: Calendar, *, on: date) -> date:
    """The last day from which so many working days were over before `on`.

    >>> from watchkeeper.law.calendar import england_and_wales
    >>> late_up_to(1, england_and_wales(), on=date(2026, 3, 20))
    datetime.date(2026, 3, 18)
    """
    day = on - DAY
    while (calendar.after(working_days, day) if working_days else day) >= on:
        day -= DAY
    return day


def _from_first(law: Shelf, name: str, on: date) -> int:
    """The whole number of a row; before its first day the first it ever held, so that a trend goes on."""
    row = law[name]
    return row.whole(max(on, row.values[0][0]))


def _end_of(day: date) -> datetime:
    """The first instant after a day in London, in UTC with no zone of its own."""
    return datetime.combine(day + timedelta(days=1), time(), LONDON).astimezone(UTC).replace(tzinfo=None)


def _listed(words: Iterable[str]) -> str:
    return f";{';'.join(words).casefold()};"
