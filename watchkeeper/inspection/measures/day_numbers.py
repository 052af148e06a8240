"""The numbers of policy of a day asked about, in one row: what every measure of that day is held to."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from watchkeeper.alerts.facts import Urgency
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import DAY, LONDON, month_before, months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.facts import LEVELS
from watchkeeper.suspects.facts import BANDS
from watchkeeper.visits.rules.knocks import bounds
from watchkeeper.workforce.facts import RANKS, Power, Rank
from watchkeeper.workforce.rules.authority import least_rank

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
    "child_under": "child_under",
    "several_lines": "several_lines",
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
    "stay_days": "qualifying_stay_days",
    "stay_months": "qualifying_stay_months",
    "early_days": "advance_notice_early_days",
    "wait_days": "advance_notice_wait_days",
    "travel_days": "travel_notice_days",
    "travel_hour": "travel_departure_hour",
    "short_hours": "travel_short_notice_hours",
    "excused_hours": "travel_excused_hours",
}
BY_LEVEL = {"visit": "visit_interval_months", "review": "supervisor_review_months"}
UNKNOWN = "not recorded"


def numbers(law: Shelf, calendar: Calendar, *, on: date) -> dict[str, Any]:
    """Every number of policy as of a day, before the first day of a row the first it ever held."""
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
        "stay_nights": law["stay_nights_count_as_days"].flag(on),
        "overridable": _listed(law["eligibility_overridable"].words(on)),
        "override_ranks": _ranks_from(least_rank(Power.OVERRIDE_ELIGIBILITY, law, on=on)),
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
    return row | _of_bands(law, on) | _of_patterns(law, on)


def _of_bands(law: Shelf, on: date) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for band in BANDS:
        word = band.value.replace(" ", "_")
        least = Rank(law["suspect_delay_ranks"].word_of(band, on))
        row[f"enforce_{word}"] = law["suspect_enforce_hours"].of(band, on)
        row[f"longest_{word}"] = law["suspect_delay_longest_hours"].of(band, on)
        row[f"ranks_{word}"] = _ranks_from(least)
    return row


def _of_patterns(law: Shelf, on: date) -> dict[str, Any]:
    asked = bounds(law, on=on)
    return {
        "pattern_after": asked.after,
        "pattern_least": asked.least,
        "pattern_cell": asked.cell_share,
        "pattern_entropy": asked.entropy,
        "pattern_spread": asked.gap_spread,
        "pattern_guess": law["predictable_guess_share"].share(on),
        "pattern_within": asked.within,
        "pattern_last_part": asked.last_part,
        "pattern_deadline": law["predictable_deadline_share"].share(on),
    }


def _ranks_from(least: Rank) -> str:
    return _listed(rank for rank in RANKS if rank.at_least(least))


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
