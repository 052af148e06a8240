"""Which section of the brief a clock falls into, and what its line says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.briefing.clocks import managed_on
from watchkeeper.briefing.facts import Case, Section
from watchkeeper.briefing.lines import NOBODY, Horizon, horizon, lines
from watchkeeper.escalation.facts import Ground, Owed
from watchkeeper.law import shelf
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.people.facts import Person, Sex
from watchkeeper.registers.facts import Disposal, Finding, Sentence, Subject
from watchkeeper.registers.facts import Duty as RegisterDuty
from watchkeeper.risk.facts import Level, Outlook, SetLevel
from watchkeeper.visits.facts import Contact
from watchkeeper.visits.facts import Duty as VisitDuty
from watchkeeper.workforce.facts import Duty as WorkforceDuty
from watchkeeper.workforce.facts import Managed, Rank

ON = date(2026, 3, 20)
LAW = shelf.load()


def case(level: Level | None = Level.HIGH, contact: Contact | None = None, managed: bool = True) -> Case:
    return Case(
        "BCU-01",
        Subject(Person("P1", "", "", date(1980, 1, 1), Sex.MALE, "BCU-01")),
        Outlook(level=SetLevel("L1", level, ON, "S1") if level else None),
        contact or Contact(),
        Managed("M1", "M7", date(2020, 1, 1), None) if managed else None,
    )


def due(by: date | None, duty: str = RegisterDuty.ANNUAL, standing: Standing = Standing.OWED) -> Due:
    return Due(duty, standing, by, "s.85(1)", (Given("last notified", "1 March 2025", "s.85(2)"),))


def found(*dues: Due, owed: tuple[Owed, ...] = (), **about: object) -> list:
    return list(lines(case(**about), dues, owed, horizon(LAW, on=ON), on=ON))


@table("""
    case                                     | days                | section
    -----------------------------------------|---------------------|----------------
    a month late                             | -30                 | duties overdue
    default begins the day after             | -1                  | duties overdue
    the last lawful day is still lawful      | 0                   | due in 2 weeks
    two weeks to the day                     | 14                  | due in 2 weeks
    a day past two weeks                     | 15                  | due in 4 weeks
    four weeks to the day                    | 28                  | due in 4 weeks
    a day past four weeks                    | 29                  | due in 12 weeks
    twelve weeks to the day                  | 84                  | due in 12 weeks
    """)
def test_a_duty_is_late_or_coming_by_its_last_lawful_day(days, section):
    (line,) = found(due(ON + timedelta(days=int(days))))
    assert line.section == section
    assert line.days == abs(int(days))


def test_what_is_further_off_than_the_brief_looks_makes_no_line():
    assert found(due(ON + timedelta(days=85))) == []


@pytest.mark.parametrize("standing", [Standing.HELD, Standing.NONE])
def test_what_is_held_or_not_owed_makes_no_line(standing):
    assert found(due(None, standing=standing)) == []


@pytest.mark.parametrize("duty", [VisitDuty.FIRST_VISIT, WorkforceDuty.MANAGER])
def test_a_visit_or_manager_whose_date_cannot_be_worked_out_makes_a_person_unmanaged(duty):
    (line,) = found(due(None, duty, Standing.MISSING))
    assert line.section is Section.UNMANAGED


def test_a_missing_fact_is_a_line_of_its_own_louder_than_any_late_one():
    (line,) = found(due(None, standing=Standing.MISSING))
    assert line.section is Section.MISSING
    assert list(Section).index(Section.MISSING) < list(Section).index(Section.OVERDUE)


@table("""
    case                      | duty           | section
    --------------------------|----------------|-----------------
    a visit                   | visit          | people unmanaged
    a first visit             | first visit    | people unmanaged
    nobody named to manage    | named manager  | people unmanaged
    an annual notification    | annual notification | duties overdue
    """)
def test_a_late_visit_or_manager_makes_a_person_unmanaged(duty, section):
    (line,) = found(due(ON - timedelta(days=1), duty))
    assert line.section == section


def test_the_days_of_somebody_unmanaged_are_those_since_they_were_seen_not_since_an_attempt():
    contact = Contact(last_attempt_on=date(2026, 3, 19), last_seen_on=date(2017, 3, 20))
    (line,) = found(due(date(2017, 6, 20), VisitDuty.VISIT), contact=contact)
    assert line.days == (ON - date(2017, 3, 20)).days


def test_somebody_never_seen_counts_no_days():
    (line,) = found(due(date(2025, 6, 20), VisitDuty.FIRST_VISIT))
    assert line.days is None


@table("""
    case       | last_seen  | says
    -----------|------------|-------------------------------------
    seen once  | 2026-03-10 | last seen 10 March 2026, 10 days ago
    never seen |            | never seen
    """)
def test_somebody_without_a_manager_is_said_to_have_been_seen_or_not(last_seen, says):
    contact = Contact(last_seen_on=date.fromisoformat(last_seen) if last_seen else None)
    (line,) = found(due(date(2026, 3, 1), WorkforceDuty.MANAGER), contact=contact)
    assert line.why[-1] == says


def test_a_decision_owed_goes_to_the_rank_that_must_make_it_and_shows_the_options():
    owed = Owed(
        Ground.REFUSED_ENTRY,
        since=date(2026, 3, 1),
        by=date(2026, 3, 3),
        first_rank=Rank.INSPECTOR,
        rank=Rank.SUPERINTENDENT,
        because=("entry refused twice",),
        options=("warrant: nothing lacking",),
        cite="s.96B",
    )
    (line,) = found(owed=(owed,))
    assert line.section is Section.DECISIONS
    assert (line.owner, line.days, line.by) == ("superintendent, BCU-01", 19, date(2026, 3, 3))
    assert (line.why, line.options) == (("entry refused twice",), ("warrant: nothing lacking",))


def test_a_person_without_a_manager_is_owned_by_nobody_and_says_so():
    (line,) = found(due(ON - timedelta(days=1), WorkforceDuty.MANAGER), managed=False)
    assert line.owner == NOBODY


@given(st.integers(-4000, 400))
def test_no_day_falls_between_two_sections(days):
    made = found(due(ON + timedelta(days=days)))
    assert len(made) == (days <= 84)


def test_the_horizon_is_policy():
    assert horizon(LAW, on=ON) == Horizon((date(2026, 4, 3), date(2026, 4, 17), date(2026, 6, 12)))


@table("""
    case                                          | disposal   | managed
    ----------------------------------------------|------------|--------
    convicted today                               | 2026-03-20 | yes
    the finding still lies ahead                  | 2026-03-21 | no
    the relevant date is missing                  | missing    | yes
    cautioned two years ago to the day            | 2024-03-20 | no
    cautioned two years ago less a day            | 2024-03-21 | yes
    """)
def test_who_is_owed_visits_and_a_manager(disposal, managed):
    since = None if disposal == "missing" else date.fromisoformat(disposal)
    caution = Disposal("D1", "offence", Finding.CAUTION, since, Sentence.CAUTION)
    person = Person("P1", "", "", date(1980, 1, 1), Sex.MALE, "BCU-01")
    assert managed_on(Subject(person, disposals=(caution,)), LAW, on=ON) is (managed == "yes")
