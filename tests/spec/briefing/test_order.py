"""First things first: the order in which an inspector reads the brief."""

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from watchkeeper.briefing.consequences import OF_THE_REGISTER
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.briefing.order import ordered
from watchkeeper.law import shelf
from watchkeeper.risk.facts import Level

ON = date(2026, 3, 20)
LAW = shelf.load()


def line(section: Section, who: str, level: Level | None, days: int | None, by: date | None = None) -> Line:
    return Line(section, who, "visit", by, days, "M1", "BCU-01", ("why",), "s.85", level)


def order(*lines: Line) -> list[str]:
    return [found.who for found in ordered(lines, LAW, on=ON)]


def test_sections_come_in_the_order_of_the_brief():
    made = [line(section, section.value, Level.LOW, 1, ON) for section in Section]
    assert order(*reversed(made)) == [section.value for section in Section]


def test_a_child_in_danger_tonight_stands_after_what_rank_must_answer_and_before_anybody_on_the_register():
    first = list(Section)
    assert first[0] is Section.DECISIONS
    assert first[1:5] == [Section.IDLE, Section.UNREVIEWED, Section.NEARBY, Section.UNSAFE]
    assert [each for each in first if each in OF_THE_REGISTER][:2] == [Section.DECISIONS, Section.UNMANAGED]
    assert order(
        line(Section.UNMANAGED, "since 2017", Level.HIGH, 3300),
        line(Section.RETURNS, "back, and not interviewed", None, 4),
        line(Section.IDLE, "eight hours with no action", None, 0),
        line(Section.DECISIONS, "owed since 2018", Level.HIGH, 2900),
    ) == ["owed since 2018", "eight hours with no action", "since 2017", "back, and not interviewed"]


def test_a_decision_owed_nine_years_on_a_high_risk_person_comes_before_a_very_high_one_owed_a_week():
    assert order(
        line(Section.DECISIONS, "a week", Level.VERY_HIGH, 7),
        line(Section.DECISIONS, "since 2017", Level.HIGH, 3300),
    ) == ["since 2017", "a week"]


def test_people_unmanaged_stand_by_level_then_longest_since_seen_never_seen_first():
    assert order(
        line(Section.UNMANAGED, "low, ten years", Level.LOW, 3650),
        line(Section.UNMANAGED, "high, a year", Level.HIGH, 365),
        line(Section.UNMANAGED, "high, never", Level.HIGH, None),
        line(Section.UNMANAGED, "very high, a month", Level.VERY_HIGH, 40),
    ) == ["very high, a month", "high, never", "high, a year", "low, ten years"]


def test_a_level_nobody_recorded_stands_with_the_gravest():
    assert order(
        line(Section.UNMANAGED, "medium", Level.MEDIUM, 900),
        line(Section.UNMANAGED, "not recorded", None, 100),
        line(Section.UNMANAGED, "very high", Level.VERY_HIGH, 50),
    ) == ["not recorded", "very high", "medium"]


def test_what_is_coming_stands_by_its_day():
    assert order(
        line(Section.DUE_SOON, "later", Level.VERY_HIGH, 9, date(2026, 3, 29)),
        line(Section.DUE_SOON, "sooner", Level.LOW, 2, date(2026, 3, 22)),
    ) == ["sooner", "later"]


def test_managers_stand_by_how_many_people_they_hold():
    few, many = (
        replace(line(Section.LOAD, who, None, None), people=people)
        for who, people in (("few", 9), ("many", 80))
    )
    assert order(few, many) == ["many", "few"]


lines_made = st.builds(
    line,
    st.sampled_from(Section),
    st.sampled_from(["P1", "P2", "P3", "P4"]),
    st.sampled_from([*Level, None]),
    st.none() | st.integers(0, 5000),
    st.dates(date(2025, 1, 1), date(2027, 1, 1)),
)


@given(st.lists(lines_made, max_size=30), st.randoms(use_true_random=False))
def test_the_order_is_the_same_however_the_lines_were_found(lines, random: Random):
    lines = [replace(made, about=str(at)) for at, made in enumerate(lines)]
    shuffled = lines.copy()
    random.shuffle(shuffled)
    assert ordered(lines, LAW, on=ON) == ordered(shuffled, LAW, on=ON)
