"""Which lines of the brief raise an alert: one for each person and rank, and nothing twice."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.alerts.facts import Kind, Urgency
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.jobs.raising import PARTED, matter, raisings
from watchkeeper.law import shelf
from watchkeeper.risk.facts import Level
from watchkeeper.workforce.facts import Rank

LAW = shelf.load()
ON = date(2026, 3, 20)
BY = date(2026, 3, 23)


def line(
    section: Section = Section.DECISIONS,
    who: str = "P1",
    what: str = "not seen for too long",
    owner: str = "sergeant, U1",
    level: str = "medium",
    by: date | None = BY,
) -> Line:
    return Line(section, who, what, by, 1, owner, "U1", (), "", Level(level) if level else None)


def unmanaged(who: str = "P1", level: str = "high") -> Line:
    return line(Section.UNMANAGED, who, "visit", "O1", level)


def test_a_decision_owed_is_for_the_rank_that_owes_it() -> None:
    (found,) = raisings([line()], {}, LAW, on=ON)
    assert (found.kind, found.about, found.unit, found.least_rank) == (
        Kind.DECISION,
        "P1",
        "U1",
        Rank.SERGEANT,
    )
    assert found.says == "P1, medium risk: a decision is owed: not seen for too long"
    assert found.page == "/people/P1/"
    assert found.urgency is Urgency.TODAY


@table("""
    case                                 | section         | level     | raises
    -------------------------------------|-----------------|-----------|-------
    unmanaged, very high                 | people unmanaged| very high | now
    unmanaged, high                      | people unmanaged| high      | today
    unmanaged, medium                    | people unmanaged| medium    |
    unmanaged, low                       | people unmanaged| low       |
    unmanaged, nobody has said           | people unmanaged|           |
    overdue, very high                   | duties overdue  | very high |
    missing, very high                   | missing facts   | very high |
    a decision, low                      | decisions owed  | low       | today
    a decision, very high                | decisions owed  | very high | now
    a decision, nobody has said          | decisions owed  |           | today
    """)
def test_what_somebody_must_act_on(section: str, level: str, raises: str) -> None:
    found = raisings([line(Section(section), level=level)], {}, LAW, on=ON)
    assert [one.urgency.value for one in found] == raises.split()


def test_what_is_owed_about_one_person_to_one_rank_is_one_alert() -> None:
    (found,) = raisings([line(), line(what="whereabouts unknown"), unmanaged()], {}, LAW, on=ON)
    assert found.says == (
        "P1, medium risk: 2 decisions are owed: not seen for too long and whereabouts unknown; "
        "nobody manages them: visit due by 23 March 2026"
    )
    assert len(found.cause.split(PARTED)) == 3


def test_decisions_of_two_ranks_are_two() -> None:
    found = raisings([line(), line(what="charge", owner="inspector, U1")], {}, LAW, on=ON)
    assert [one.least_rank for one in found] == [Rank.SERGEANT, Rank.INSPECTOR]


def test_somebody_unmanaged_of_whom_no_decision_is_owed_is_for_the_supervisor() -> None:
    (found,) = raisings([unmanaged()], {}, LAW, on=ON)
    assert (found.kind, found.least_rank) == (Kind.UNMANAGED, Rank.SERGEANT)


def test_what_an_earlier_alert_was_about_is_not_raised_again() -> None:
    raised = {"P1": {matter(line()), matter(unmanaged())}}
    assert raisings([line(), unmanaged()], raised, LAW, on=ON) == ()
    (found,) = raisings([line(), unmanaged("P2")], raised, LAW, on=ON)
    assert found.about == "P2"


@table("""
    case                                   | what                  | owner         | by         | raises
    ---------------------------------------|-----------------------|---------------|------------|-------
    the same                               | not seen for too long | sergeant, U1  | 2026-03-23 | no
    it has passed to another rank          | not seen for too long | inspector, U1 | 2026-03-23 | yes
    it falls due anew                      | not seen for too long | sergeant, U1  | 2026-04-01 | yes
    another ground                         | whereabouts unknown   | sergeant, U1  | 2026-03-23 | yes
    """)
def test_a_matter_is_raised_again_when_it_passes_on_or_falls_due_anew(
    what: str, owner: str, by: str, raises: str
) -> None:
    tonight = line(what=what, owner=owner, by=date.fromisoformat(by))
    assert bool(raisings([tonight], {"P1": {matter(line())}}, LAW, on=ON)) is (raises == "yes")


lines = st.lists(
    st.builds(
        line,
        section=st.sampled_from(Section),
        who=st.sampled_from(["P1", "P2"]),
        what=st.sampled_from(["visit", "whereabouts unknown"]),
        owner=st.sampled_from([f"{rank}, U1" for rank in Rank]),
        level=st.sampled_from([level.value for level in Level]),
    )
)


@given(lines)
def test_the_same_night_again_raises_nothing(found: list[Line]) -> None:
    first = raisings(found, {}, LAW, on=ON)
    raised: dict[str, set[str]] = {}
    for one in first:
        raised.setdefault(one.about, set()).update(one.cause.split(PARTED))
    assert raisings(found, raised, LAW, on=ON) == ()
    assert len({(one.about, one.least_rank) for one in first}) == len(first)
