"""Faults planted in a healthy force are in its inspection report: each measure of them is alarming there."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from tools.healthy import healthy
from tools.measure_faults import FAULTS
from tools.prove_measures import EPISODES, ON, PEOPLE, SEED, _chosen
from watchkeeper.inspection.grades.facts import Grade, Judged
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.running import stand
from watchkeeper.inspection.reporting.actions import silent
from watchkeeper.inspection.reporting.facts import Asked, Report
from watchkeeper.inspection.reporting.gathering import days_of, gather
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales

ASKED = Asked(date(2026, 9, 1), ON, datetime(2026, 11, 28, 12, tzinfo=UTC), seed=7)
PLANTED = (
    *("visits_late_grave", "no_plan", "unmanaged", "unheld", "suspects_outstanding"),
    *("enquiries_late", "flags_idle", "overloaded", "notifications_given"),
)
"""One or more of each theme, and a signal that falls."""


@pytest.fixture(scope="module")
def reports() -> Iterator[tuple[Report, Report]]:
    """The report of a healthy force, and of the same with faults planted."""
    law, calendar = shelf.load(), england_and_wales()
    days = days_of(ASKED, law)
    with healthy(PEOPLE, SEED, law, on=ON, episodes=EPISODES) as engine:
        held = {pull.name: f"kept_{pull.name}" for pull in asking.pulls()}
        for name, kept in held.items():
            engine.make(kept, f"SELECT * FROM {name}")
        standing = stand(engine, law, calendar, on=days)
        sound = gather(standing, ASKED, law, sees="", signed={}, tell=silent)
        words = _chosen(engine)
        for name, kept in held.items():
            engine.make(name, f"SELECT * FROM {kept}")
        for name in PLANTED:
            for statement in FAULTS[name].statements:
                for word, stands_for in words.items():
                    statement = statement.replace(word, stands_for)
                engine.run(statement)
        standing = stand(engine, law, calendar, on=days)
        yield sound, gather(standing, ASKED, law, sees="", signed={}, tell=silent)


def counted(report: Report, name: str) -> int:
    return next(line for line in report.lines if line.measured.measure.name == name).months[-1].counted.many


@pytest.mark.parametrize("name", [name for name in PLANTED if name != "notifications_given"])
def test_each_fault_counts_and_is_alarming_in_the_report(name: str, reports: tuple[Report, Report]) -> None:
    sound, faulty = reports
    line = next(each for each in faulty.lines if each.measured.measure.name == name)
    assert line.chart.alarms, line
    assert counted(faulty, name) > counted(sound, name)


def test_a_signal_that_fell_is_among_the_falls(reports: tuple[Report, Report]) -> None:
    sound, faulty = reports
    fell = {(each.title, each.on) for each in faulty.falls} - {(each.title, each.on) for each in sound.falls}
    assert ("Notifications given", ON) in fell


def test_no_theme_is_graded_better_for_its_faults_and_causes_for_concern_hold_it_down(
    reports: tuple[Report, Report],
) -> None:
    for sound, faulty in zip(*(each.proposals for each in reports), strict=True):
        assert sound.grade
        assert faulty.grade
        assert faulty.grade.place >= sound.grade.place
        assert faulty.grade.place >= Grade.IMPROVE.place, faulty.theme
    assert [each.theme for each in reports[1].proposals] == [*Judged]


def test_the_cases_are_drawn_from_what_was_looked_at(reports: tuple[Report, Report]) -> None:
    assert all(drawn.cases and drawn.of >= len(drawn.cases) for drawn in reports[1].drawn)
