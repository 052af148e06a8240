"""Who goes together tonight, and to whom they may go."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.planning.facts import Skill, VisitNeed
from watchkeeper.planning.rules.crews import OnShift, Visited, may_be_on_crew, may_visit, paired, rotation
from watchkeeper.risk.facts import Level
from watchkeeper.visits.facts import Outcome, Purpose, Visit
from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training

LAW = shelf.load()
ON = date(2026, 3, 23)
SHARED = LAW["crew_shared_minutes"].whole(ON)


def officer(
    ref: str, *, trained: bool = True, role: Role = Role.OFFENDER_MANAGER, unit: str = "U1", **more
) -> Officer:
    training = (Training(Course.MOSOVO, date(2020, 1, 6)),) if trained else ()
    return Officer(ref, Rank.CONSTABLE, role, unit, training=training, **more)


def on(ref: str, starts: int, ends: int, **more) -> OnShift:
    return OnShift(officer(ref, **more), starts, ends)


def refs(shifts: list[OnShift]) -> tuple[set[str], tuple[str, ...]]:
    crews, alone = paired(shifts, "", LAW, on=ON)
    return {crew.ref for crew in crews}, alone


def test_shifts_that_begin_and_end_together_are_paired_first():
    shifts = [on("O1", 420, 900), on("O2", 480, 960), on("O3", 420, 900), on("O4", 480, 960)]
    assert refs(shifts) == ({"O1+O3", "O2+O4"}, ())


@table("""
    case                      | more | crews
    --------------------------|------|------
    a minute too little       | -1   | 0
    just enough               | 0    | 1
    a minute over             | 1    | 1
    """)
def test_two_shifts_share_enough_minutes_or_are_no_crew(more, crews):
    shifts = [on("O1", 420, 900), on("O2", 900 - SHARED - int(more), 1200)]
    assert len(paired(shifts, "", LAW, on=ON)[0]) == int(crews)


def test_the_crew_is_on_while_both_are():
    (crew,), _ = paired([on("O1", 420, 900), on("O2", 480, 960)], "X1 1AA", LAW, on=ON)
    assert (crew.starts_minute, crew.ends_minute, crew.base) == (480, 900, "X1 1AA")


def test_an_officer_without_the_course_goes_with_one_who_has_it():
    shifts = [
        on("O1", 420, 900, trained=False),
        on("O2", 420, 900, trained=False),
        on("O3", 420, 900),
        on("O4", 420, 900),
    ]
    crews, _ = refs(shifts)
    assert "O1+O2" not in crews
    assert "O3+O4" not in crews


def test_who_goes_with_whom_turns_with_the_day():
    shifts = [on(f"O{number}", 420, 900) for number in range(1, 6)]
    seen = {paired(shifts, "", LAW, on=ON + timedelta(days=day))[0] for day in range(4)}
    assert len(seen) > 1


shifts_of = st.lists(
    st.tuples(st.integers(1, 30), st.sampled_from((420, 480, 720, 840)), st.booleans()),
    unique_by=lambda each: each[0],
    max_size=12,
)


@given(shifts_of, st.randoms())
@settings(max_examples=100)
def test_nobody_is_on_two_crews_nobody_is_lost_and_the_order_is_nothing(drawn, chance):
    shifts = [on(f"O{number:02}", starts, starts + 480, trained=trained) for number, starts, trained in drawn]
    crews, alone = paired(shifts, "", LAW, on=ON)
    placed = [ref for crew in crews for ref in crew.officers] + list(alone)
    assert sorted(placed) == sorted(each.officer.ref for each in shifts)
    assert all(crew.ends_minute - crew.starts_minute >= SHARED for crew in crews)
    other = list(shifts)
    chance.shuffle(other)
    assert paired(other, "", LAW, on=ON) == (crews, alone)


@table("""
    case                            | unit | role             | until      | allowed
    --------------------------------|------|------------------|------------|--------
    a manager of the unit           | U1   | offender manager |            | yes
    a supervisor goes too           | U1   | supervisor       |            | yes
    another unit's                  | U2   | offender manager |            | no
    a duty inspector does not       | U1   | duty inspector   |            | no
    gone that day                   | U1   | offender manager | 2026-03-23 | no
    there for a last day            | U1   | offender manager | 2026-03-24 | yes
    """)
def test_who_may_be_on_a_crew(unit, role, until, allowed):
    left = date.fromisoformat(until) if until else None
    one = OnShift(officer("O1", role=Role(role), unit=unit, until=left), 420, 900)
    assert may_be_on_crew(one, "U1", LAW, on=ON).allowed is (allowed == "yes")


TWO = (officer("O1"), officer("O2", trained=False))
SKILLS = {"O1": Skill("O1", "female", ("Polish",)), "O2": Skill("O2", "male", ())}


@table("""
    case                                     | manager | trained | sex    | language | shut | unmet
    -----------------------------------------|---------|---------|--------|----------|------|-----------------
    two, one of them trained                 | O9      | yes     |        |          |      |
    neither trained                          | O9      | no      |        |          |      | with MOSOVO
    neither trained, but one is the manager  | O1      | no      |        |          |      |
    an officer of the sex asked for          | O9      | yes     | female |          |      |
    a speaker of the language, in any case   | O9      | yes     |        | polish   |      |
    no speaker of it                         | O9      | yes     |        | Tamil    |      | speaker of Tamil
    the record is shut to one of them        | O9      | yes     |        |          | O2   | open to both
    shut to somebody else                    | O9      | yes     |        |          | O7   |
    """)
def test_a_crew_may_visit_when_nothing_stands_against_it(manager, trained, sex, language, shut, unmet):
    crew = TWO if trained == "yes" else (officer("O1", trained=False), TWO[1])
    visited = Visited(
        "P1", Level.HIGH, manager, need=VisitNeed("P1", sex, language), shut=frozenset({shut} - {""})
    )
    decision = may_visit(crew, visited, SKILLS, LAW, on=ON)
    assert decision.allowed is (unmet == "")
    assert all(unmet in reason.says for reason in decision.unmet)


def test_a_sex_nobody_of_the_crew_has_is_not_met():
    need = VisitNeed("P1", "female")
    crew = (TWO[1], officer("O3"))
    assert not may_visit(crew, Visited("P1", Level.HIGH, "O2", need=need), SKILLS, LAW, on=ON).allowed


def visit(day: int, crew: str) -> Visit:
    at = datetime(2026, 1, day, 12, tzinfo=UTC)
    return Visit(f"V{day}", at, "A1", Purpose.ROUTINE, False, Outcome.SEEN, crew=tuple(crew.split()))


@table("""
    case                               | crews                   | always
    -----------------------------------|-------------------------|-------
    the same officer each of four      | O1 O2,O1 O3,O1 O2,O1 O4 | O1
    three of four                      | O1 O2,O1 O3,O1 O2,O5 O4 |
    four, after others long ago        | O8 O9,O1 O2,O1 O2,O1 O2,O1 O2 | O1 O2
    fewer than are looked back over    | O1 O2,O1 O2,O1 O2       |
    """)
def test_who_made_each_of_the_last_visits(crews, always):
    visits = [visit(number, crew) for number, crew in enumerate(crews.split(","), 1)]
    assert rotation(visits, LAW, on=ON) == tuple(always.split())
