"""What rank, role, training and independence each power needs."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.workforce.facts import RANKS, Course, Officer, Power, Rank, Role, Training
from watchkeeper.workforce.rules.authority import POWERS, least_rank, may

LAW = shelf.load()
ON = date(2026, 3, 20)
DAY = timedelta(days=1)
ALL_COURSES = tuple(Training(course, date(2024, 1, 8)) for course in Course)


def officer(rank=Rank.COMMANDER, role=Role.SUPERVISOR, training=ALL_COURSES, **more):
    return Officer("O1", Rank(rank), Role(role), "NW", training=training, **more)


def test_every_power_has_a_row_and_every_row_a_power():
    assert set(POWERS) == set(Power)


@pytest.mark.parametrize("power", Power)
def test_every_power_can_be_held_by_somebody_and_says_on_what_authority(power):
    needs = POWERS[power]
    assert needs.roles
    assert needs.cite
    least = least_rank(power, LAW, on=ON)
    assert any(may(officer(least, role), power, LAW, on=ON).allowed for role in Role)


@pytest.mark.parametrize("power", Power)
def test_a_power_is_held_by_the_roles_of_its_row_and_by_no_other(power):
    holding = {role for role in Role if may(officer(role=role), power, LAW, on=ON).allowed}
    assert holding == set(POWERS[power].roles)


@pytest.mark.parametrize("power", Power)
def test_a_power_is_held_from_its_least_rank_upwards(power):
    role = sorted(POWERS[power].roles)[0]
    holding = [rank for rank in RANKS if may(officer(rank, role), power, LAW, on=ON).allowed]
    assert holding == list(RANKS[RANKS.index(least_rank(power, LAW, on=ON)) :])


@table("""
    case                                      | power              | who                            | unmet
    ------------------------------------------|--------------------|--------------------------------|----------
    a superintendent seeks a warrant          | SEEK_WARRANT       | superintendent/senior officer  |
    a chief inspector does not                | SEEK_WARRANT       | chief inspector/senior officer | rank
    a sergeant authorises notice              | AUTHORISE_NOTICE   | sergeant/supervisor            |
    a constable does not, whatever role       | AUTHORISE_NOTICE   | constable/supervisor           | rank
    an inspector approves reactive management | APPROVE_REACTIVE   | inspector/duty inspector       |
    a sergeant does not                       | APPROVE_REACTIVE   | sergeant/supervisor            | rank
    an administrator may not                  | READ_PERSON        | inspector/administrator        | role
    an inspection officer may                 | READ_PERSON        | constable/inspection officer   |
    whoever reads the brief exports its rows  | EXPORT_BRIEF       | constable/offender manager     |
    an administrator does not                 | EXPORT_BRIEF       | inspector/administrator        | role
    only inspection exports the trail         | EXPORT_TRAIL       | commander/senior officer       | role
    a manager offers their own people         | OFFER_PEOPLE       | constable/offender manager     |
    intelligence answers no offer             | ANSWER_OFFER       | constable/intelligence officer | role
    a sergeant reviews management             | REVIEW_MANAGEMENT  | sergeant/supervisor            |
    a manager does not                        | REVIEW_MANAGEMENT  | constable/offender manager     | rank role
    an inspector overrides a level            | OVERRIDE_LEVEL     | inspector/duty inspector       |
    a sergeant does not                       | OVERRIDE_LEVEL     | sergeant/supervisor            | rank
    a sergeant overrides an interval          | OVERRIDE_INTERVAL  | sergeant/supervisor            |
    a constable does not, whatever role       | OVERRIDE_INTERVAL  | constable/supervisor           | rank
    whoever records a visit corrects one      | CORRECT_VISIT      | constable/offender manager     |
    a sergeant withdraws a visit              | WITHDRAW_VISIT     | sergeant/supervisor            |
    a constable does not, whatever role       | WITHDRAW_VISIT     | constable/supervisor           | rank
    a manager does not                        | WITHDRAW_VISIT     | sergeant/offender manager      | role
    only vetting records vetting              | RECORD_VETTING     | inspector/vetting officer      |
    below inspector no vetting officer does   | RECORD_VETTING     | sergeant/vetting officer       | rank
    professional standards does not           | RECORD_VETTING     | inspector/professional standards officer | role
    only professional standards records conduct | RECORD_CONDUCT   | constable/professional standards officer |
    a senior officer does not                 | RECORD_CONDUCT     | commander/senior officer       | role
    vetting reads conduct                     | READ_CONDUCT       | constable/vetting officer      |
    a commander does not                      | READ_CONDUCT       | commander/senior officer       | role
    inspection does not                       | READ_CONDUCT       | commander/inspection officer   | role
    above chief superintendent work may go on | ALLOW_WORK         | commander/senior officer       |
    at chief superintendent it may not        | ALLOW_WORK         | chief superintendent/senior officer | rank
    a chief inspector overrides eligibility   | OVERRIDE_ELIGIBILITY | chief inspector/supervisor   |
    an inspector does not                     | OVERRIDE_ELIGIBILITY | inspector/supervisor         | rank
    an allocator allocates                    | ALLOCATE_CRIME     | constable/crime allocator      |
    an investigator does not                  | ALLOCATE_CRIME     | commander/investigator         | role
    an investigator reads what they owe       | READ_OWN_CRIMES    | constable/investigator         |
    so does an allocator                      | READ_OWN_CRIMES    | constable/crime allocator      |
    other police work does not                | READ_OWN_CRIMES    | commander/other police work    | role
    neither of the two reads the brief        | READ_BRIEF         | commander/crime allocator      | role
    an inspector decides a dispute            | DECIDE_DISPUTE     | inspector/duty inspector       |
    a sergeant does not                       | DECIDE_DISPUTE     | sergeant/supervisor            | rank
    a sergeant names a tutor                  | NAME_TUTOR         | sergeant/supervisor            |
    other police work holds no power          | READ_CRIME         | commander/other police work    | role
    a coordinator reads the missing in the brief | READ_MISSING_BRIEF | constable/missing-persons coordinator |
    and not the brief                         | READ_BRIEF         | commander/missing-persons coordinator | role
    nor compiles it                           | COMPILE_BRIEF      | commander/missing-persons coordinator | role
    an investigator does not read it          | READ_MISSING_BRIEF | commander/investigator         | role
    a coordinator grades a missing episode    | GRADE_MISSING      | constable/missing-persons coordinator |
    intelligence does not                     | GRADE_MISSING      | commander/intelligence officer | role
    a coordinator of rank reviews one         | REVIEW_MISSING     | sergeant/missing-persons coordinator |
    a constable does not                      | REVIEW_MISSING     | constable/missing-persons coordinator | rank
    an investigator closes none               | CLOSE_MISSING      | sergeant/investigator          | role
    intelligence flags exploitation           | FLAG_EXPLOITATION  | constable/intelligence officer |
    an investigator screens for it            | SCREEN_EXPLOITATION | constable/investigator        |
    a coordinator confirms a link             | ANSWER_LINK        | constable/missing-persons coordinator |
    an investigator confirms none             | ANSWER_LINK        | constable/investigator         | role
    an inspection officer measures the force  | MEASURE_FORCE      | constable/inspection officer   |
    so does a duty inspector                  | MEASURE_FORCE      | inspector/duty inspector       |
    an offender manager does not              | MEASURE_FORCE      | constable/offender manager     | role
    an inspection officer reviews in hindsight | REVIEW_HINDSIGHT | constable/inspection officer   |
    an offender manager reviews nobody so     | REVIEW_HINDSIGHT   | commander/offender manager     | role
    an administrator exports what is measured | EXPORT_FACTS       | constable/administrator        |
    an inspection officer does not            | EXPORT_FACTS       | commander/inspection officer   | role
    an inspection officer draws a sample      | DRAW_SAMPLE        | constable/inspection officer   |
    an offender manager does not              | DRAW_SAMPLE        | sergeant/offender manager      | role
    the system answers no questions           | ANSWER_SAMPLE      | commander/system               | role
    a coordinator answers a finding           | ANSWER_FINDING     | constable/missing-persons coordinator |
    inspection does not answer its own        | ANSWER_FINDING     | commander/inspection officer   | role
    an inspector closes a recommendation      | DECIDE_CLOSURE     | inspector/duty inspector       |
    an inspection officer below does not      | DECIDE_CLOSURE     | sergeant/inspection officer    | rank
    a supervisor does not                     | DECIDE_CLOSURE     | inspector/supervisor           | role
    an inspection officer writes a report     | WRITE_REPORT       | constable/inspection officer   |
    an offender manager does not              | WRITE_REPORT       | constable/offender manager     | role
    a superintendent signs a grade            | SIGN_GRADE         | superintendent/senior officer  |
    a chief inspector does not                | SIGN_GRADE         | chief inspector/senior officer | rank
    nor does a duty officer of that rank      | SIGN_GRADE         | superintendent/duty inspector  | role
    neither of the two                        | DECIDE_ENFORCEMENT | constable/intelligence officer | rank role
    """)
def test_who_may(power, who, unmet):
    rank, role = who.split("/")
    decision = may(officer(rank, role), Power[power], LAW, on=ON)
    missing = ["rank" if reason.says.endswith("or above is needed") else "role" for reason in decision.unmet]
    assert missing == unmet.split()
    assert decision.allowed is (unmet == "")


def test_a_refusal_shows_everything_that_is_missing_at_once():
    gone = officer(Rank.CONSTABLE, Role.SYSTEM, (), until=ON)
    unmet = may(gone, Power.SET_LEVEL, LAW, on=ON).unmet
    assert [reason.says for reason in unmet] == [
        "left post on 20 March 2026",
        "is system; needed: offender manager or supervisor",
        "has not passed MOSOVO",
        "has not passed ARMS",
    ]


@pytest.mark.parametrize("power", [power for power, needs in POWERS.items() if needs.another_officer])
def test_nobody_decides_on_their_own_work(power):
    able = officer(role=sorted(POWERS[power].roles)[0])
    assert may(able, power, LAW, on=ON).allowed
    decision = may(able, power, LAW, on=ON, about_own=True)
    assert [reason.says for reason in decision.unmet] == ["own work is decided by another officer"]


def test_the_powers_that_need_another_officer_are_these():
    assert {power for power, needs in POWERS.items() if needs.another_officer} == {
        Power.AUTHORISE_NOTICE,
        Power.DECIDE_ENFORCEMENT,
        Power.SEEK_WARRANT,
        Power.APPROVE_REACTIVE,
        Power.APPOINT_OFFICER,
        Power.REVIEW_OPENING,
        Power.DECLARE_FOR_ANOTHER,
        Power.COUNTERSIGN,
        Power.REVIEW_MANAGEMENT,
        Power.OVERRIDE_LEVEL,
        Power.OVERRIDE_INTERVAL,
        Power.WITHDRAW_VISIT,
        Power.DECIDE_DISPUTE,
        Power.OVERRIDE_ELIGIBILITY,
        Power.REVIEW_CRIME,
        Power.SECOND_LOOK,
        Power.LOOK_AGAIN,
        Power.READ_CONDUCT,
        Power.RECORD_VETTING,
        Power.RECORD_CONDUCT,
        Power.ALLOW_WORK,
        Power.RECORD_ABSENCE,
        Power.NAME_TUTOR,
        Power.AGREE_GRADE,
        Power.REVIEW_MISSING,
        Power.DECIDE_CLOSURE,
        Power.SIGN_OFF_ASSESSMENT,
        Power.RATE_SECOND,
    }


@table("""
    case                                 | since | until | allowed
    -------------------------------------|-------|-------|--------
    the day before the first day in post | 1     |       | no
    the first day in post                | 0     |       | yes
    the day after the first day          | -1    |       | yes
    the day before the first day gone    |       | 1     | yes
    the first day no longer in post      |       | 0     | no
    """)
def test_in_post(since, until, allowed):
    one = officer(
        since=ON + int(since) * DAY if since else None, until=ON + int(until) * DAY if until else None
    )
    assert may(one, Power.READ_BRIEF, LAW, on=ON).allowed is (allowed == "yes")


@table("""
    case                                     | awarded | expires | unmet
    -----------------------------------------|---------|---------|-------------------------------
    passed tomorrow                          | 1       |         | has not passed MOSOVO
    passed today                             | 0       |         |
    expires tomorrow                         | -400    | 1       |
    expires today, so no longer counts today | -400    | 0       | MOSOVO lapsed on 20 March 2026
    expired yesterday                        | -400    | -1      | MOSOVO lapsed on 19 March 2026
    """)
def test_training_in_date(awarded, expires, unmet):
    course = Training(Course.MOSOVO, ON + int(awarded) * DAY, ON + int(expires) * DAY if expires else None)
    decision = may(officer(training=(course,)), Power.RECORD_VISIT, LAW, on=ON)
    assert [reason.says for reason in decision.unmet] == ([unmet] if unmet else [])


def test_a_course_taken_again_counts_though_the_first_has_lapsed():
    twice = (
        Training(Course.MOSOVO, date(2020, 1, 1), date(2023, 1, 1)),
        Training(Course.MOSOVO, date(2023, 2, 1), date(2027, 2, 1)),
    )
    assert may(officer(training=twice), Power.RECORD_VISIT, LAW, on=ON).allowed


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(Power), st.sampled_from(Role), st.sampled_from(Rank), st.booleans())
def test_promotion_never_takes_a_power_away(power, role, rank, about_own):
    before = may(officer(rank, role), power, LAW, on=ON, about_own=about_own)
    after = may(officer(rank.up(1), role), power, LAW, on=ON, about_own=about_own)
    assert after.allowed or not before.allowed
