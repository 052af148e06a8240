"""Gaps in contact: the days on which a visit was owed and late, and no others."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.briefing.gaps import gaps
from watchkeeper.briefing.one import Recorded, case_of
from watchkeeper.law import shelf
from watchkeeper.people.facts import Away, AwayKind, Person, Sex
from watchkeeper.registers.facts import Disposal, Finding, Sentence
from watchkeeper.risk.facts import Level, SetLevel
from watchkeeper.visits.facts import Outcome, Purpose, Visit

LAW = shelf.load()
BEGAN = date(2025, 3, 2)
DAY = timedelta(days=1)
"""Convicted, graded high and seen on one day: the next visit is owed by 2 June 2025, three months on."""


def d(text: str) -> date:
    return datetime.strptime(f"{text} 2025", "%d %b %Y").replace(tzinfo=UTC).date()


def visit(on: date, outcome: Outcome = Outcome.SEEN) -> Visit:
    at = datetime.combine(on, time(12), UTC)
    return Visit(f"V{on:%m%d}", at, "A1", Purpose.ROUTINE, False, outcome, crew=("O1", "O2"))


def recorded(*visits: Visit, away: tuple[Away, ...] = (), levels: tuple[SetLevel, ...] = ()) -> Recorded:
    return Recorded(
        person=Person("P1", "Larkspur", "Ann", date(1980, 1, 1), Sex.FEMALE, "NW"),
        disposals=(Disposal("D1", "invented", Finding.CONVICTION, BEGAN, Sentence.IMPRISONMENT, 40),),
        levels=levels or (SetLevel("L1", Level.HIGH, BEGAN, "S1"),),
        visits=(visit(BEGAN), *visits),
        away=away,
    )


def found(facts: Recorded, on: date) -> list[tuple[date, date | None, int]]:
    case = case_of(facts, {}, LAW, on=on)
    return [(gap.since, gap.ends, gap.days(on=on)) for gap in gaps(facts, case, LAW, on=on)]


@table("""
    case                                       | seen   | asked_on | late_from | to     | days
    -------------------------------------------|--------|----------|-----------|--------|-----
    seen the day before the last day           | 1 Jun  | 10 Jun   |           |        | 0
    seen on the last day                       | 2 Jun  | 10 Jun   |           |        | 0
    seen a day after the last day              | 3 Jun  | 10 Jun   | 3 Jun     | 3 Jun  | 1
    seen three days after                      | 5 Jun  | 10 Jun   | 3 Jun     | 5 Jun  | 3
    not seen again, asked the day before       |        | 1 Jun    |           |        | 0
    not seen again, asked on the last day      |        | 2 Jun    |           |        | 0
    not seen again, asked the day after        |        | 3 Jun    | 3 Jun     | still  | 1
    not seen again, asked a month after        |        | 2 Jul    | 3 Jun     | still  | 30
    """)
def test_a_gap_is_the_days_past_the_last_day(seen, asked_on, late_from, to, days):
    made = (visit(d(seen)),) if seen else ()
    ends = None if to == "still" else d(to) if to else None
    expected = [(d(late_from), ends, int(days))] if late_from else []
    assert found(recorded(*made), d(asked_on)) == expected


def test_an_attempt_ends_no_gap():
    knocked = visit(d("5 Jun"), Outcome.NO_REPLY)
    assert found(recorded(knocked), d("10 Jun")) == [(d("3 Jun"), None, 8)]


def test_a_visit_called_off_begins_and_ends_nothing():
    assert found(recorded(visit(d("1 Jun"), Outcome.CALLED_OFF)), d("3 Jun")) == [(d("3 Jun"), None, 1)]


@pytest.mark.parametrize(("since", "late"), [("2 Jun", 0), ("3 Jun", 0), ("4 Jun", 1), ("5 Jun", 2)])
def test_days_away_are_nobody_s_gap(since: str, late: int):
    """Taken into custody while late: late up to the day before, held since, not late on the day asked."""
    held = Away("W1", AwayKind.CUSTODY, d(since), None)
    gap = found(recorded(away=(held,)), d("10 Jul"))
    assert gap == ([(d("3 Jun"), d(since) - DAY, late)] if late else [])


def test_a_level_raised_halfway_is_late_from_that_day_and_not_before():
    """Medium: six months, to 2 September. High from 1 August: three months, over since 2 June."""
    levels = (SetLevel("L1", Level.MEDIUM, BEGAN, "S1"), SetLevel("L2", Level.HIGH, d("1 Aug"), "S1"))
    assert found(recorded(levels=levels), d("10 Aug")) == [(d("1 Aug"), None, 10)]


def test_what_moved_the_clock_in_between_does_not_part_a_gap():
    """High to very high while late: one gap, from its first day."""
    levels = (SetLevel("L1", Level.HIGH, BEGAN, "S1"), SetLevel("L2", Level.VERY_HIGH, d("10 Jun"), "S1"))
    assert found(recorded(levels=levels), d("12 Jun")) == [(d("3 Jun"), None, 10)]


def test_nobody_on_the_register_by_anything_has_no_gap():
    bare = replace(recorded(), disposals=(), visits=())
    assert found(bare, d("10 Jul")) == []


def test_a_gap_ends_with_the_notification_period():
    """A caution ends after two years: nothing is late on the day after its last."""
    caution = Disposal("D1", "invented", Finding.CAUTION, BEGAN, Sentence.CAUTION)
    facts = replace(recorded(), disposals=(caution,))
    (gap,) = found(facts, date(2027, 6, 1))
    assert gap[:2] == (d("3 Jun"), date(2027, 3, 1))


@example([93], 92)  # seen on the morrow of the day that is asked about, on the first day past the limit
@given(st.lists(st.integers(1, 280), max_size=6, unique=True), st.integers(1, 290))
def test_late_days_are_exactly_those_on_which_the_clock_was_late(offsets: list[int], asked: int):
    """Held against the clock asked anew on each day, before anybody is seen on it."""
    on = BEGAN + asked * DAY
    facts = recorded(*(visit(BEGAN + each * DAY) for each in offsets))
    late = {
        gap_day
        for since, ends, _ in found(facts, on)
        for gap_day in (since + each * DAY for each in range(((ends or on) - since).days + 1))
    }
    expected = set()
    for each in range(1, asked + 1):
        today = BEGAN + each * DAY
        last = max(BEGAN + one * DAY for one in (0, *offsets) if one < each)
        owed = case_of(recorded(visit(last)) if last != BEGAN else recorded(), {}, LAW, on=last)
        if today > _by(owed, last):
            expected.add(today)
    assert late == expected


def _by(case, on: date) -> date:
    from watchkeeper.visits.rules.frequency import visit_due

    by = visit_due(case.contact, case.outlook, (), LAW, on=on).by
    assert by is not None
    return by
