"""Everybody on the register has a named, trained manager (rule 53)."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import law_doubting
from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.due import Standing
from watchkeeper.law.wording import names
from watchkeeper.workforce.facts import Course, Duty, Managed, Officer, Rank, Role, Training
from watchkeeper.workforce.rules.manager import lacks, manager_due, manager_training_due, may_manage

LAW = shelf.load()
CALENDAR = england_and_wales()
ON = date(2026, 3, 20)
DAY = timedelta(days=1)
TRAINED = tuple(Training(course, date(2024, 1, 8)) for course in Course)
CONSTABLE = Officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "NW", training=TRAINED)


def due(managed, officer=CONSTABLE, registered_on=date(2026, 1, 5), on=ON):
    return manager_due(managed, officer, registered_on, LAW, CALENDAR, on=on)


def officer(**changes):
    given = {"rank": Rank.CONSTABLE, "role": Role.OFFENDER_MANAGER, "unit": "NW", "training": TRAINED}
    return Officer("O1", **(given | changes))


@table("""
    case                                    | registered | by
    ----------------------------------------|------------|-----------
    registered on a Monday                  | 2026-03-02 | 2026-03-03
    registered on a Friday: the next Monday | 2026-03-06 | 2026-03-09
    registered on Maundy Thursday           | 2026-04-02 | 2026-04-07
    registered on a Sunday                  | 2026-03-08 | 2026-03-09
    """)
def test_a_manager_is_named_by_the_next_working_day(registered, by):
    (owed,) = due(None, None, date.fromisoformat(registered))
    assert (owed.duty, owed.standing, owed.by) == (Duty.MANAGER, Standing.OWED, date.fromisoformat(by))
    assert not owed.late(date.fromisoformat(by))
    assert owed.late(date.fromisoformat(by) + DAY)
    assert not owed.confirmed


def test_no_date_of_registration_is_a_missing_fact_and_not_silence():
    (owed,) = due(None, None, None)
    assert owed.standing is Standing.MISSING
    assert owed.confirmed is False
    assert [(given.what, given.value) for given in owed.because] == [
        ("named manager", "none"),
        ("date of registration", "not recorded"),
    ]


@table("""
    case                                    | since | until | owed
    ----------------------------------------|-------|-------|--------------
    managed since today                     | 0     |       |
    a manager from tomorrow is nobody today | 1     |       | named manager
    managed until tomorrow                  | -50   | 1     |
    managed until today, so today by nobody | -50   | 0     | named manager
    managed until yesterday                 | -50   | -1    | named manager
    """)
def test_the_spell_with_a_manager(since, until, owed):
    spell = Managed("M1", "O1", ON + int(since) * DAY, ON + int(until) * DAY if until else None)
    assert [each.duty for each in due(spell)] == ([owed] if owed else [])


def test_a_manager_gone_and_a_manager_unknown_are_told_apart():
    spell = Managed("M1", "O1", date(2025, 1, 6), None)
    (left,) = due(spell, officer(until=date(2026, 3, 13)))
    assert [(g.what, g.value) for g in left.because] == [
        ("named manager", "left post on 13 March 2026"),
        ("without a manager since", "13 March 2026"),
    ]
    (unknown,) = due(spell, None)
    assert [(g.what, g.value) for g in unknown.because] == [
        ("named manager", "not on record as an officer"),
        ("without a manager since", "6 January 2025"),
    ]


def test_the_clock_runs_from_the_day_the_last_manager_stopped():
    (owed,) = due(Managed("M1", "O1", date(2025, 1, 6), date(2026, 3, 13)))
    assert owed.by == date(2026, 3, 16)  # stopped on a Friday
    assert ("without a manager since", "13 March 2026") in [(g.what, g.value) for g in owed.because]


@table("""
    case                                         | until | owed
    ---------------------------------------------|-------|--------------
    the manager leaves post tomorrow             | 1     |
    the manager's first day out of post is today | 0     | named manager
    the manager left yesterday                   | -1    | named manager
    """)
def test_a_manager_who_has_left_post_manages_nobody(until, owed):
    gone = officer(until=ON + int(until) * DAY)
    assert [each.duty for each in due(Managed("M1", "O1", date(2025, 1, 6), None), gone)] == (
        [owed] if owed else []
    )


def test_a_manager_not_on_record_as_an_officer_manages_nobody():
    (owed,) = due(Managed("M1", "O9", date(2026, 3, 2), None), None)
    assert (owed.duty, owed.by, owed.about) == (Duty.MANAGER, date(2026, 3, 3), "M1")


@table("""
    case                 | courses             | lacking
    ---------------------|---------------------|--------------------
    all three            | MOSOVO, ARMS, ViSOR |
    MOSOVO and ARMS only | MOSOVO, ARMS        | ViSOR
    MOSOVO only          | MOSOVO              | ARMS, ViSOR
    ViSOR only           | ViSOR               | MOSOVO, ARMS
    none                 |                     | MOSOVO, ARMS, ViSOR
    """)
def test_a_manager_holds_every_course(courses, lacking):
    held = tuple(Training(Course(c), date(2024, 1, 8)) for c in courses.split(", ") if c)
    owed = due(Managed("M1", "O1", date(2026, 3, 2), None), officer(training=held))
    if not lacking:
        assert owed == ()
        return
    (training,) = owed
    assert training.duty is Duty.MANAGER_TRAINING
    assert (training.about, training.confirmed) == ("M1", False)
    assert training.by == date(2026, 3, 9)  # five working days after Monday 2 March
    assert training.because[1].value == names([f"has not passed {course}" for course in lacking.split(", ")])


@table("""
    case                       | doubted                  | sure
    ---------------------------|--------------------------|-----
    every row read             | -                        | yes
    the time is only proposed  | untrained_manager_within | no
    the courses are not read   | manager_courses          | no
    another row                | manager_within           | yes
    """)
def test_the_clock_of_training_is_as_sure_as_its_time_and_its_courses(doubted, sure):
    law = law_doubting(doubted) if doubted != "-" else law_doubting()
    spell = Managed("M1", "O1", date(2026, 3, 2), None)
    (owed,) = manager_training_due(spell, ("has not passed ARMS",), law, CALENDAR, on=ON)
    assert owed.confirmed is (sure == "yes")
    assert [(given.what, given.value) for given in owed.because] == [
        ("manager since", "2 March 2026"),
        ("the manager", "has not passed ARMS"),
    ]


def test_a_course_that_lapses_is_owed_from_the_day_it_no_longer_counts():
    lapsing = officer(training=(*TRAINED[:2], Training(Course.VISOR, date(2024, 1, 8), ON)))
    spell = Managed("M1", "O1", date(2025, 1, 6), None)
    assert due(spell, lapsing, on=ON - DAY) == ()
    assert [each.duty for each in due(spell, lapsing, on=ON)] == [Duty.MANAGER_TRAINING]


def test_one_question_for_each_officer_serves_a_whole_register():
    spell = Managed("M1", "O1", date(2025, 1, 6), None)
    untrained = officer(training=())
    lacking = lacks(untrained, LAW, on=ON)
    assert manager_training_due(spell, lacking, LAW, CALENDAR, on=ON) == due(spell, untrained)


@table("""
    case                            | role                 | load | hours | unmet
    --------------------------------|----------------------|------|-------|------
    one below the cap               | offender manager     | 49   | 1.0   |
    at the cap                      | offender manager     | 50   | 1.0   |
    half a case over the cap        | offender manager     | 50.5 | 1.0   | load
    one over the cap                | offender manager     | 51   | 1.0   | load
    half time, half the cap         | offender manager     | 25   | 0.5   |
    half time, over half the cap    | offender manager     | 26   | 0.5   | load
    a supervisor may manage         | supervisor           | 10   | 1.0   |
    an intelligence officer may not | intelligence officer | 10   | 1.0   | role
    """)
def test_who_may_be_given_somebody_to_manage(role, load, hours, unmet):
    one = officer(role=Role(role), hours_share=float(hours))
    decision = may_manage(one, float(load), LAW, on=ON)
    assert [
        "load" if reason.says.startswith("would hold") else "role" for reason in decision.unmet
    ] == unmet.split()


def test_the_untrained_the_overloaded_and_the_departed_are_told_everything_at_once():
    decision = may_manage(officer(training=TRAINED[:1], until=ON), 60, LAW, on=ON)
    assert [reason.says for reason in decision.unmet] == [
        "left post on 20 March 2026",
        "has not passed ARMS",
        "has not passed ViSOR",
        "would hold 60 weighted cases of 50 allowed",
    ]


@settings(max_examples=100, deadline=None)
@given(st.sets(st.sampled_from(Course)), st.floats(0, 120), st.floats(0, 60))
def test_a_lighter_load_never_bars_and_training_never_hurts(courses, load, relief):
    held = officer(training=tuple(Training(c, date(2024, 1, 8)) for c in sorted(courses)))
    before = may_manage(held, load, LAW, on=ON).allowed
    assert may_manage(held, max(0, load - relief), LAW, on=ON).allowed or not before
    assert may_manage(CONSTABLE, load, LAW, on=ON).allowed or not before
    assert not before or {Course.MOSOVO, Course.ARMS, Course.VISOR} <= courses
