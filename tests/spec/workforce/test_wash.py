"""The nightly wash, and the draw of vetting re-checks. Rules 91 and 96; a proposal of ours."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.workforce.fitting import DAY, FIT, LAW, ON, WORK, alleged, day, passed
from tests.table import table
from watchkeeper.law import calendar
from watchkeeper.workforce.conduct import (
    Abstraction,
    AbstractionKind,
    Clearance,
    ClearanceChange,
    ClearanceStep,
    Restricted,
    Suspension,
    VettingLevel,
)
from watchkeeper.workforce.facts import Course, Rank, Role, Training
from watchkeeper.workforce.rules.eligibility import Ground
from watchkeeper.workforce.rules.wash import InHand, draw_rechecks, plainly_fit, role_work, told_by, wash

ENGLAND = calendar.england_and_wales()
HELD = InHand("X1", WORK, ON - 30 * DAY)


def lines(fitness, *held: InHand, on: date = ON):
    return wash([fitness], {"O1": held}, LAW, ENGLAND, on=on)


def test_whoever_may_hold_what_they_hold_is_not_listed():
    assert lines(FIT, HELD) == ()
    assert lines(replace(FIT, load=25.0), HELD) == ()


def test_each_piece_of_work_is_listed_with_what_is_in_hand_both_answers_and_a_day():
    one = replace(FIT, allegations=(alleged(made=ON - 3 * DAY),))
    role, crime = lines(one, HELD)
    assert (crime.officer, crime.unit, crime.ref, crime.in_hand) == ("O1", "NW", "X1", 1)
    assert [reason.asks for reason in crime.decision.unmet] == [Ground.ALLEGATION]
    assert [reason.says for reason in crime.told.unmet] == ["not available"]
    assert role.ref == ""
    assert crime.since == ON - 3 * DAY


@table("""
    case                                       | held | began | since
    -------------------------------------------|------|-------|------
    suspended while it was theirs              | -30  | -5    | -5
    suspended today                            | -30  | 0     | 0
    suspended before it was given to them      | -30  | -60   | -30
    given to them today                        | 0    | -60   | 0
    """)
def test_the_clock_begins_when_they_could_no_longer_hold_it(held, began, since):
    one = replace(FIT, suspensions=(Suspension("S1", "O1", day(began)),))
    found = [line for line in lines(one, replace(HELD, since=day(held))) if line.ref]
    assert [line.since for line in found] == [day(since)]
    assert [line.move_by for line in found] == [ENGLAND.after(1, day(since))]


def test_the_clock_does_not_begin_anew_each_night():
    one = replace(FIT, officer=replace(FIT.officer, training=passed(Course.PIP2)), clearances=())
    first = {line.ref: line.move_by for line in lines(one, HELD)}
    later = {line.ref: line.move_by for line in lines(one, HELD, on=ON + 20 * DAY)}
    assert first == later


def test_two_grounds_one_after_the_other_leave_no_gap():
    course = Training(Course.SCAIDP, date(2020, 1, 6), ON - 10 * DAY)
    one = replace(
        FIT,
        officer=replace(FIT.officer, training=(*passed(Course.PIP2), course)),
        suspensions=(Suspension("S1", "O1", ON - 2 * DAY),),
    )
    (crime,) = [line for line in lines(one, HELD) if line.ref]
    assert crime.since == ON - 10 * DAY
    assert crime.move_by == ENGLAND.after(1, ON - 10 * DAY)


@table("""
    case                              | until | listed
    ----------------------------------|-------|-------
    back tomorrow                     | 1     | no
    back in thirteen days             | 13    | no
    back in fourteen days             | 14    | no
    back in fifteen days              | 15    | yes
    nobody knows when                 |       | yes
    back today                        | 0     | no
    """)
def test_only_a_long_absence_moves_work(until, listed):
    one = replace(
        FIT, abstractions=(Abstraction("B1", "O1", AbstractionKind.SICKNESS, ON - 9 * DAY, day(until)),)
    )
    assert bool(lines(one, HELD)) is (listed == "yes")


def test_a_long_absence_moves_the_work_and_not_the_role():
    one = replace(FIT, abstractions=(Abstraction("B1", "O1", AbstractionKind.SICKNESS, ON - DAY),))
    assert [line.ref for line in lines(one, HELD)] == ["X1"]
    assert lines(one) == ()


def test_the_named_system_officer_has_no_role_to_be_cleared_for():
    one = replace(FIT, officer=replace(FIT.officer, role=Role.SYSTEM), clearances=())
    assert lines(one) == ()


@pytest.mark.parametrize(("load", "listed"), [(24.0, []), (25.0, []), (26.0, [""])])
def test_an_overload_is_one_line_not_one_for_each_crime(load, listed):
    found = lines(replace(FIT, load=load), HELD, replace(HELD, ref="X2"))
    assert [line.ref for line in found] == listed


def test_what_a_shift_or_a_unit_says_moves_nothing():
    assert lines(replace(FIT, on_shift=False), replace(HELD, work=replace(WORK, unit="SE"))) == ()


def test_whoever_left_is_asked_about_their_work_and_not_about_their_role():
    gone = replace(FIT, officer=replace(FIT.officer, until=ON))
    assert [line.ref for line in lines(gone, HELD)] == ["X1"]
    assert lines(gone) == ()


@table("""
    case                                     | role                         | courses            | level | listed
    -----------------------------------------|------------------------------|--------------------|-------|-------
    an investigator with PIP 1 and RV        | investigator                 | PIP 1              | RV    | no
    an investigator with nothing passed      | investigator                 |                    | RV    | yes
    a manager with every course and MV       | offender manager             | MOSOVO, ARMS, ViSOR | MV   | no
    a manager with RV                        | offender manager             | MOSOVO, ARMS, ViSOR | RV   | yes
    a manager without a course               | offender manager             | MOSOVO, ARMS       | MV    | yes
    other police work asks no course         | other police work            |                    | RV    | no
    professional standards with RV           | professional standards officer |                  | RV    | yes
    """)
def test_what_each_role_needs(role, courses, level, listed):
    held = Clearance("C1", "O1", VettingLevel(level), date(2020, 1, 6), ON + 400 * DAY)
    training = passed(*(Course(each) for each in filter(None, courses.split(", "))))
    one = replace(FIT, officer=replace(FIT.officer, role=Role(role), training=training), clearances=(held,))
    assert bool(lines(one)) is (listed == "yes")


@pytest.mark.parametrize("role", Role)
def test_every_role_has_an_answer(role):
    assert role_work(replace(FIT.officer, role=role), LAW, on=ON).vetting


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_officers_changes_nothing(order):
    staff = [
        replace(
            FIT,
            officer=replace(FIT.officer, ref=f"O{at}", unit=f"U{at % 2}"),
            suspensions=(Suspension("S1", f"O{at}", ON - at * DAY),),
        )
        for at in range(6)
    ]
    assert wash([staff[at] for at in order], {}, LAW, ENGLAND, on=ON) == wash(staff, {}, LAW, ENGLAND, on=ON)


LACKING = (
    {"officer": replace(FIT.officer, training=passed(Course.PIP2))},
    {"officer": replace(FIT.officer, training=())},
    {"officer": replace(FIT.officer, since=ON + DAY)},
    {"officer": replace(FIT.officer, until=ON)},
    {"officer": replace(FIT.officer, rank=Rank.CONSTABLE)},
    {"officer": replace(FIT.officer, hours_share=0.5)},
    {"clearances": ()},
    {"clearances": (Clearance("C1", "O1", VettingLevel.RV, ON - DAY, ON + DAY),)},
    {"clearances": (Clearance("C1", "O1", VettingLevel.MV, ON - DAY, ON),)},
    {"screenings": ()},
    {"allegations": (alleged(),)},
    {"suspensions": (Suspension("S1", "O1", ON - DAY),)},
    {"restrictions": (Restricted("R1", "O1", (), ON),)},
    {"changes": (ClearanceChange("K1", "O1", ClearanceStep.WITHDRAWN, ON),)},
    {"abstractions": (Abstraction("B1", "O1", AbstractionKind.LEAVE, ON - DAY),)},
    {"abstractions": (Abstraction("B1", "O1", AbstractionKind.LEAVE, ON, ON + 14 * DAY),)},
    {"tutor": replace(FIT.officer, ref="O2")},
    {"load": 12.0},
    {"load": 31.0},
    {"load": 62.0},
)


@given(st.sets(st.sampled_from(range(len(LACKING))), max_size=3))
def test_whoever_is_plainly_fit_has_no_line(chosen):
    one = FIT
    for number in sorted(chosen):
        one = replace(one, **LACKING[number])
    if plainly_fit(one, (WORK,), LAW, on=ON):
        assert lines(one, HELD) == ()


def test_the_fit_are_plainly_fit_and_whoever_lacks_anything_is_not():
    short_leave = Abstraction("B1", "O1", AbstractionKind.LEAVE, ON, ON + 14 * DAY)
    assert plainly_fit(replace(FIT, abstractions=(short_leave,)), (WORK,), LAW, on=ON)
    most = float(LAW["investigation_cap"].of("investigator", ON))
    assert plainly_fit(replace(FIT, load=most - 1), (WORK,), LAW, on=ON)
    assert not plainly_fit(replace(FIT, load=most), (WORK,), LAW, on=ON)
    assert not plainly_fit(replace(FIT, screenings=()), (WORK,), LAW, on=ON)
    assert not plainly_fit(replace(FIT, officer=replace(FIT.officer, role=Role.SYSTEM)), (WORK,), LAW, on=ON)


REFS = [f"O{at}" for at in range(40)]


@table("""
    case                          | share | drawn
    ------------------------------|-------|------
    nobody                        | 0     | 0
    any share draws somebody      | 0.001 | 1
    one in forty                  | 0.025 | 1
    a little more                 | 0.026 | 2
    everybody                     | 1     | 40
    """)
def test_how_many_are_drawn(share, drawn):
    assert len(draw_rechecks(REFS, float(share), seed="s", on=ON)) == int(drawn)


@settings(max_examples=40, deadline=None)
@given(st.permutations(REFS), st.text(min_size=1))
def test_a_draw_is_the_same_in_any_order_and_named_twice_counts_once(order, seed):
    drawn = draw_rechecks(order, 0.2, seed=seed, on=ON)
    assert drawn == draw_rechecks([*REFS, *REFS], 0.2, seed=seed, on=ON)
    assert len(set(drawn)) == len(drawn)


def test_another_seed_or_another_day_draws_others():
    one = draw_rechecks(REFS, 0.2, seed="s", on=ON)
    assert one != draw_rechecks(REFS, 0.2, seed="t", on=ON)
    assert one != draw_rechecks(REFS, 0.2, seed="s", on=ON + DAY)


def test_somebody_who_leaves_changes_nobody_elses_lot():
    drawn = draw_rechecks(REFS, 0.5, seed="s", on=ON)
    without = draw_rechecks([ref for ref in REFS if ref != drawn[-1]], 0.5, seed="s", on=ON)
    assert [ref for ref in without if ref in drawn] == list(drawn[:-1])


@pytest.mark.parametrize(("share", "seed"), [(-0.1, "s"), (1.1, "s"), (0.5, "")])
def test_a_draw_needs_a_share_and_a_seed(share, seed):
    with pytest.raises(ValueError, match=r"share|seed"):
        draw_rechecks(REFS, share, seed=seed, on=ON)


SUPERVISED = replace(HELD, ref="X2", supervises=True)


def test_a_supervisor_who_may_no_longer_is_listed_and_holds_nothing_by_it():
    one = replace(FIT, suspensions=(Suspension("S1", "O1", day(-2)),))
    found = {line.ref: line for line in lines(one, HELD, SUPERVISED)}
    assert (found["X2"].supervises, found["X1"].supervises) == (True, False)
    assert {line.in_hand for line in found.values()} == {1}
    assert lines(FIT, SUPERVISED) == ()


def test_the_day_told_does_not_tell_one_sealed_ground_from_another():
    """Clearance has five working days and a suspension one: outsiders read one for both."""
    since = ON - 10 * DAY
    expired = Clearance("C1", "O1", VettingLevel.MV, date(2020, 1, 6), since)
    for one in (
        replace(FIT, clearances=(expired,)),
        replace(FIT, suspensions=(Suspension("S1", "O1", since),)),
    ):
        (line,) = (each for each in lines(one, HELD) if each.ref)
        assert told_by(line, LAW, ENGLAND, on=ON) == ENGLAND.after(1, since)
    gone = replace(FIT, officer=replace(FIT.officer, training=passed(Course.PIP2)))
    (line,) = (each for each in lines(gone, HELD) if each.ref)
    assert told_by(line, LAW, ENGLAND, on=ON) == line.move_by
