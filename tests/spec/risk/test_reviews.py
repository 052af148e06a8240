"""A supervisor reviews, intelligence is read, and everybody on the register is flagged."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.due import Standing
from watchkeeper.people.facts import Away, AwayKind
from watchkeeper.risk.facts import (
    LEVELS,
    Assessment,
    Duty,
    Intelligence,
    Level,
    Outlook,
    Plan,
    Review,
    SetLevel,
)
from watchkeeper.risk.rules.duties import duties
from watchkeeper.risk.rules.intelligence import flag_due, reviews_due
from watchkeeper.risk.rules.level import level_due
from watchkeeper.risk.rules.supervision import supervisor_review_due

LAW = shelf.load()
CALENDAR = england_and_wales()
ON = date(2026, 12, 31)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def at(level: str | Level) -> SetLevel | None:
    return SetLevel("L1", Level(level), date(2020, 1, 1), "O1") if level else None


def test_a_missing_level_is_a_finding_and_never_low():
    got = level_due(Outlook())
    assert got is not None
    assert (got.duty, got.standing) == (Duty.LEVEL, Standing.MISSING)
    assert got.because[0].what == "level of risk"
    assert all(level_due(Outlook(level=at(level))) is None for level in LEVELS)


@table("""
    case                                     | level     | reviewed   | registered | by
    -----------------------------------------|-----------|------------|------------|-----------
    very high: three months                  | very high | 2026-03-02 | 2020-01-01 | 2026-06-02
    high: three months                       | high      | 2026-03-02 | 2020-01-01 | 2026-06-02
    medium: six months                       | medium    | 2026-03-02 | 2020-01-01 | 2026-09-02
    low: a year                              | low       | 2026-03-02 | 2020-01-01 | 2027-03-02
    no level: the strictest                  |           | 2026-03-02 | 2020-01-01 | 2026-06-02
    to a month without so many days          | medium    | 2026-08-31 | 2020-01-01 | 2027-02-28
    never reviewed: from registration        | low       |            | 2026-03-02 | 2027-03-02
    reviewed, registration unknown           | low       | 2026-03-02 |            | 2027-03-02
    neither                                  | low       |            |            |
    """)
def test_rule_74(level, reviewed, registered, by):
    review = Review("R1", date.fromisoformat(reviewed), "O1") if reviewed else None
    known = Outlook(level=at(level), reviewed=review, registered_on=day(registered))
    got = supervisor_review_due(known, LAW, on=ON)
    assert got.by == day(by)
    assert got.standing is (Standing.OWED if by else Standing.MISSING)


@table("""
    case                                   | registered | flagged    | by         | standing
    ---------------------------------------|------------|------------|------------|---------
    the next working day                   | 2026-03-02 |            | 2026-03-03 | owed
    registered on a Friday                 | 2026-03-06 |            | 2026-03-09 | owed
    registered before Easter               | 2026-04-02 |            | 2026-04-07 | owed
    flagged tomorrow is not flagged        | 2026-03-02 | 2027-01-01 | 2026-03-03 | owed
    flagged today                          | 2026-03-02 | 2026-12-31 |            |
    flagged, registration unknown          |            | 2026-12-31 |            |
    not flagged, registration unknown      |            |            |            | missing
    """)
def test_rule_54(registered, flagged, by, standing):
    got = flag_due(Outlook(registered_on=day(registered)), LAW, CALENDAR, on=ON, flag_on=day(flagged))
    assert (got.by if got else None) == day(by)
    assert (got.standing if got else "") == standing


@table("""
    case                                   | received   | reviewed   | by
    ---------------------------------------|------------|------------|-----------
    the next working day                   | 2026-03-02 |            | 2026-03-03
    on a Friday                            | 2026-03-06 |            | 2026-03-09
    on a Sunday                            | 2026-03-08 |            | 2026-03-09
    on Christmas Eve                       | 2026-12-24 |            | 2026-12-29
    read tomorrow is unread                | 2026-03-02 | 2027-01-01 | 2026-03-03
    read today                             | 2026-03-02 | 2026-12-31 |
    """)
def test_rule_55(received, reviewed, by):
    item = Intelligence("I1", date.fromisoformat(received), reviewed_on=day(reviewed))
    got = reviews_due(Outlook(intelligence=(item,)), LAW, CALENDAR, on=ON)
    assert [due.by for due in got] == ([day(by)] if by else [])
    assert [due.about for due in got] == (["I1"] if by else [])


def test_a_force_may_ask_for_the_same_day(tmp_path):
    (tmp_path / "ours.toml").write_text(
        '[intelligence_review_working_days]\nsays = "same day"\nvalues = [{ from = 2020-01-01, value = 0 }]\n'
    )
    sunday = Intelligence("I1", date(2026, 3, 8))
    got = reviews_due(Outlook(intelligence=(sunday,)), shelf.load(tmp_path), CALENDAR, on=ON)
    assert [due.by for due in got] == [date(2026, 3, 8)]


def test_everything_is_asked_of_somebody_of_whom_nothing_is_known():
    got = duties(Outlook(), (), LAW, CALENDAR, on=ON)
    assert [due.duty for due in got] == [
        Duty.LEVEL,
        Duty.ASSESSMENT,
        Duty.PLAN,
        Duty.SUPERVISOR_REVIEW,
        Duty.INTELLIGENCE_FLAG,
    ]
    assert {due.standing for due in got} == {Standing.MISSING}
    assert all(due.because for due in got)


def test_in_custody_only_what_needs_a_meeting_is_held():
    inside = (Away("A1", AwayKind.CUSTODY, date(2026, 6, 1), None),)
    known = Outlook(
        level=at("high"),
        assessed=Assessment("S1", "ARMS", date(2026, 1, 5)),
        plan=Plan("P1", date(2026, 1, 5)),
        intelligence=(Intelligence("I1", date(2026, 12, 1)),),
        registered_on=date(2020, 1, 1),
    )
    standing = {due.duty: due.standing for due in duties(known, inside, LAW, CALENDAR, on=ON)}
    assert standing == {
        Duty.ASSESSMENT: Standing.HELD,
        Duty.SIGN_OFF: Standing.OWED,
        Duty.SUPERVISOR_REVIEW: Standing.OWED,
        Duty.INTELLIGENCE_FLAG: Standing.OWED,
        Duty.INTELLIGENCE_REVIEW: Standing.OWED,
    }


def test_somebody_in_order_owes_only_what_is_to_come():
    known = Outlook(
        level=at("low"),
        assessed=Assessment("S1", "ARMS", date(2026, 12, 1), date(2026, 12, 2)),
        plan=Plan("P1", date(2026, 12, 1)),
        reviewed=Review("R1", date(2026, 12, 1), "O1"),
        registered_on=date(2020, 1, 1),
    )
    got = duties(known, (), LAW, CALENDAR, on=ON, flag_on=date(2020, 1, 2))
    assert [due.duty for due in got] == [Duty.ASSESSMENT, Duty.SUPERVISOR_REVIEW]
    assert not any(due.late(ON) for due in got)


days = st.dates(date(2024, 1, 1), date(2026, 12, 30))


@settings(max_examples=100, deadline=None)
@given(reviewed=days, level=st.sampled_from(LEVELS))
def test_a_graver_level_never_gives_longer_to_review(reviewed, level):
    review = Review("R1", reviewed, "O1")
    here = supervisor_review_due(Outlook(level=at(level), reviewed=review), LAW, on=ON).by
    unknown = supervisor_review_due(Outlook(reviewed=review), LAW, on=ON).by
    assert here is not None
    assert unknown is not None
    assert unknown <= here
    for graver in LEVELS[: LEVELS.index(level)]:
        by = supervisor_review_due(Outlook(level=at(graver), reviewed=review), LAW, on=ON).by
        assert by is not None
        assert by <= here


@settings(max_examples=100, deadline=None)
@given(days)
def test_working_days_end_on_a_working_day_and_soon(received):
    (got,) = reviews_due(Outlook(intelligence=(Intelligence("I1", received),)), LAW, CALENDAR, on=ON)
    assert got.by is not None
    assert CALENDAR.is_working(got.by)
    assert received < got.by <= received + timedelta(days=6)
    assert got.because
