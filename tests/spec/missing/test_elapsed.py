"""The clocks from the first minute while somebody is missing: hours elapse, on every night of the year."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.missing.episodes import (
    EPISODE,
    LAW,
    REPORTED,
    case,
    enquiry,
    graded,
    later,
    reviewed,
    searched,
)
from tests.table import table
from watchkeeper.law.due import Due
from watchkeeper.missing.facts import Case, Duty, EnquiryKind, Grade
from watchkeeper.missing.rules.duties import duties

LONDON = ZoneInfo("Europe/London")
MINUTE = timedelta(minutes=1)


def due(of: Case, duty: Duty, at: datetime) -> Due | None:
    found = [each for each in duties(of, LAW, at=at) if each.duty is duty]
    assert len(found) < 2
    return found[0] if found else None


def late(of: Case, duty: Duty, at: datetime) -> bool:
    found = due(of, duty, at)
    return found is not None and found.minutes_late(at) > 0


@table("""
    grade      | grade  | hours
    high       | high   | 1
    medium     | medium | 2
    low        | low    | 4
    not graded |        | 1
""")
def test_the_first_enquiry_is_owed_by_grade_from_the_first_minute(grade: str, hours: str) -> None:
    of = case(Grade(grade) if grade else None)
    if grade == "low":
        row = replace(of.grades[0], rationale=of.grades[0].reasons, rationale_by="O2", rationale_at=REPORTED)
        of = replace(of, grades=(row,))
    last = later(int(hours))
    assert not late(of, Duty.FIRST_ENQUIRY, last - MINUTE)
    assert not late(of, Duty.FIRST_ENQUIRY, last)
    assert late(of, Duty.FIRST_ENQUIRY, last + MINUTE)
    assert not late(replace(of, enquiries=(enquiry(last),)), Duty.FIRST_ENQUIRY, last + MINUTE)


@table("""
    an enquiry made       | made | at  | duty
    at the report         | 0    | 0   | next
    in a minute           | 1    | 0   | first
    this minute           | 60   | 60  | next
""")
def test_an_enquiry_counts_from_the_minute_it_was_made(made: str, at: str, duty: str) -> None:
    of = case(Grade.MEDIUM, enquiries=(enquiry(later(minutes=int(made))),))
    found = due(of, Duty.FIRST_ENQUIRY if duty == "first" else Duty.ENQUIRY, later(minutes=int(at)))
    assert found is not None


@table("""
    grade  | grade  | hours
    high   | high   | 2
    medium | medium | 4
""")
def test_the_next_enquiry_is_counted_from_the_last(grade: str, hours: str) -> None:
    of = case(Grade(grade), enquiries=(enquiry(later(0.5)), enquiry(later(1))))
    last = later(1 + int(hours))
    assert not late(of, Duty.ENQUIRY, last)
    assert late(of, Duty.ENQUIRY, last + MINUTE)


@table("""
    grade      | grade  | hours
    high       | high   | 4
    medium     | medium | 12
    not graded |        | 4
""")
def test_a_supervisor_reviews_by_grade_from_the_report_and_from_the_last_review(
    grade: str, hours: str
) -> None:
    of = case(Grade(grade) if grade else None)
    for since, done in ((REPORTED, ()), (later(3), (reviewed(later(3)),))):
        last = since + timedelta(hours=int(hours))
        assert not late(replace(of, reviews=done), Duty.REVIEW, last)
        assert late(replace(of, reviews=done), Duty.REVIEW, last + MINUTE)


def test_a_raised_grade_brings_the_review_forward() -> None:
    of = case(Grade.MEDIUM)
    high = graded(Grade.HIGH, later(5), ref="G2")
    assert not late(of, Duty.REVIEW, later(5))
    assert late(replace(of, grades=(*of.grades, high)), Duty.REVIEW, later(5))


@table("""
    minutes after the report | minutes | overdue
    59                       | 59      | no
    60                       | 60      | no
    61                       | 61      | yes
""")
def test_a_grade_that_is_accepted_is_owed_in_an_hour(minutes: str, overdue: str) -> None:
    assert late(case(), Duty.GRADE, later(minutes=int(minutes))) is (overdue == "yes")


def test_a_grade_that_is_not_accepted_leaves_the_clock_running_and_says_what_it_lacks() -> None:
    found = due(case(grades=(graded(Grade.MEDIUM),)), Duty.GRADE, later(1))
    assert found is not None
    assert any(g.what == "not accepted" and "not searched" in g.value for g in found.because)
    assert due(case(Grade.MEDIUM), Duty.GRADE, later(1)) is None


@table("""
    after it was given | minutes | overdue
    3 h 59 min         | 239     | no
    4 h                | 240     | no
    4 h 1 min          | 241     | yes
""")
def test_a_provisional_grade_is_confirmed_in_four_hours(minutes: str, overdue: str) -> None:
    of = case(grades=(graded(Grade.MEDIUM, later(1), provisional=True),), searched=searched())
    assert late(of, Duty.CONFIRM, later(1, int(minutes))) is (overdue == "yes")


@table("""
    after high was given | minutes | sent | overdue
    29 minutes           | 29      | no   | no
    30 minutes           | 30      | no   | no
    31 minutes           | 31      | no   | yes
    officers were sent   | 31      | yes  | no
""")
def test_high_sends_officers_at_once(minutes: str, sent: str, overdue: str) -> None:
    made = (enquiry(later(1), EnquiryKind.SENT),) if sent == "yes" else (enquiry(later(1)),)
    of = case(grades=(graded(Grade.HIGH, later(1)),), searched=searched(), enquiries=made)
    assert late(of, Duty.DEPLOY, later(1, int(minutes))) is (overdue == "yes")


@table("""
    a night of the year                           | reported         | due
    an ordinary night                             | 2026-03-20 23:30 | 2026-03-21 03:30
    clocks go forward at one: an hour is not there | 2026-03-28 23:30 | 2026-03-29 04:30
    reported in the minute before they do         | 2026-03-29 00:59 | 2026-03-29 05:59
    and in the minute they have                   | 2026-03-29 02:00 | 2026-03-29 06:00
    clocks go back at two: an hour is there twice | 2026-10-24 23:30 | 2026-10-25 02:30
    reported in the minute before they do         | 2026-10-25 00:59 | 2026-10-25 03:59
""")
def test_four_hours_are_four_hours_when_the_clocks_of_london_change(reported: str, due: str) -> None:
    told = datetime.fromisoformat(reported).replace(tzinfo=LONDON)
    of = case(episode=replace(EPISODE, reported_at=told.astimezone(UTC)))
    found = next(each for each in duties(of, LAW, at=told) if each.duty is Duty.REVIEW)
    assert found.at is not None
    assert found.at.astimezone(LONDON).strftime("%Y-%m-%d %H:%M") == due
    assert found.by == found.at.astimezone(LONDON).date()


def test_nothing_is_owed_before_the_report() -> None:
    assert duties(case(), LAW, at=REPORTED - MINUTE) == ()


@given(
    st.integers(0, 700 * 24 * 60),
    st.integers(0, 60 * 30),
    st.sampled_from([None, Grade.HIGH, Grade.MEDIUM]),
)
@settings(max_examples=50)
def test_a_clock_of_hours_runs_out_so_many_elapsed_hours_on_and_stays_late(
    after: int, minutes: int, grade: Grade | None
) -> None:
    told = REPORTED + after * MINUTE
    of = case(grade, episode=replace(EPISODE, reported_at=told))
    of = replace(
        of,
        grades=tuple(replace(g, at=told) for g in of.grades),
        searched=tuple(replace(s, at=told) for s in of.searched),
    )
    at = told + minutes * MINUTE
    found = due(of, Duty.FIRST_ENQUIRY, at)
    assert found is not None
    assert found.at is not None
    hours = LAW["missing_first_enquiry_hours"].of(grade or "not graded", told.date())
    assert found.at - told == timedelta(hours=hours)
    assert (found.minutes_late(at) > 0) is (minutes > hours * 60)
