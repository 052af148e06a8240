"""What a supervisor may change, what it does to the lottery, and the draw checked afterwards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from tests.unit.planning.plans import EARLY, KEY, NIGHT, PLAN, candidate, never, sure, visit
from watchkeeper.law import shelf
from watchkeeper.planning.facts import Alteration, Guarantee, Round
from watchkeeper.planning.rules.altering import (
    guarantee_of,
    may_alter,
    may_take_back,
    outside,
    steps_outside,
)
from watchkeeper.planning.rules.draw import redrawn
from watchkeeper.planning.rules.seeing import may_issue, may_reveal, may_see_plan, may_see_round
from watchkeeper.workforce.facts import Officer, Rank, Role

LAW = shelf.load()
EARLIER = LAW["round_shown_before_minutes"].whole(NIGHT)
SHIFT = datetime(2026, 3, 23, 7, tzinfo=UTC)  # London is on Greenwich's time until the 29th


@table("""
    case                                   | drawn | required | pinned | guarantee
    ---------------------------------------|-------|----------|--------|----------
    drawn by lot                           | yes   |          | no     | WITHIN
    drawn, and pinned besides              | yes   |          | yes    | OUTSIDE
    drawn, and law fixes the visit         | yes   | released | no     | OUTSIDE
    not drawn, and law fixes the visit     | no    | released | no     | OUTSIDE
    not drawn and pinned                   | no    |          | yes    | OUTSIDE
    """)
def test_what_a_visit_is_to_the_lottery(drawn, required, pinned, guarantee):
    one = replace(sure("P1") if drawn == "yes" else never("P1"), required=required)
    assert guarantee_of(one, pinned=pinned == "yes") is Guarantee[guarantee]


@table("""
    case                                    | kind      | person | steps | says
    ----------------------------------------|-----------|--------|-------|-----------------
    a pin of somebody not drawn             | pinned    | P6     | yes           | was not drawn
    a pin of somebody drawn                 | pinned    | P4     | yes           | a person fixes
    a move                                  | moved     | P1     | no            | nobody is added
    a drop                                  | dropped   | P1     | no            | nobody is added
    a crew off                              | crew off  |        | no            | nobody is added
    a visit that ran long                   | ran long  | P1     | no            | nobody is added
    a crew back                             | crew back |        | no            | nobody is added
    a pin taken back                        | taken back | P6    | no            | nobody is added
    """)
def test_what_a_change_does_to_it(kind, person, steps, says):
    told = steps_outside(Alteration(kind), PLAN.candidate(person))
    assert told.met is (steps == "no")
    assert says in told.says


@table("""
    case                                  | kind      | person | crew  | part | minutes | reason | unmet
    --------------------------------------|-----------|--------|-------|------|---------|--------|-------------------
    a pin of a candidate                  | pinned    | P6     | O1+O7 |      | 0       | why    |
    of somebody who is none               | pinned    | P9     | O1+O7 |      | 0       | why    | is a candidate
    to a crew that is not on              | pinned    | P6     | O1+O2 |      | 0       | why    | is on shift
    to no crew                            | pinned    | P6     |       |      | 0       | why    | is on shift
    without a reason                      | pinned    | P6     | O1+O7 |      | 0       |        | a reason is given
    a move of a visit                     | moved     | P1     | O8+O9 |      | 0       | why    |
    a move to nowhere                     | moved     | P1     |       |      | 0       | why    | another crew or part
    a move of nothing                     | moved     | P4     | O8+O9 |      | 0       | why    | a visit is planned
    a drop                                | dropped   | P3     |       |      | 0       | why    |
    a drop of nothing                     | dropped   | P5     |       |      | 0       | why    | a visit is planned
    a crew off                            | crew off  |        | O1+O7 |      | 0       | why    |
    a crew back whose round is gone       | crew back |        | O5+O7 |      | 0       | why    |
    a crew back without a reason          | crew back |        | O1+O7 |      | 0       |        | a reason is given
    a pin taken back                      | taken back | P6    |       |      | 0       | why    |
    of somebody who is none               | taken back | P9    |       |      | 0       | why    | is a candidate
    a crew nobody knows                   | crew off  |        | O5+O7 |      | 0       | why    | is on shift
    a minute over                         | ran long  | P1     |       |      | 1       | why    |
    no minutes over                       | ran long  | P1     |       |      | 0       | why    | minutes it ran over
    """)
def test_what_may_be_changed(kind, person, crew, part, minutes, reason, unmet):
    decision = may_alter(
        PLAN, Alteration(kind), person=person, crew=crew, part=part, minutes=int(minutes), reason=reason
    )
    assert decision.allowed is (unmet == "")
    assert all(unmet in each.says for each in decision.unmet)


def test_a_visit_that_was_made_is_neither_moved_nor_dropped_nor_pinned():
    first, *rest = PLAN.rounds
    made = replace(first, visits=(replace(first.visits[0], made=True), *first.visits[1:]))
    plan = replace(PLAN, rounds=(made, *rest))
    for kind in (Alteration.MOVE, Alteration.DROP, Alteration.PIN):
        decision = may_alter(plan, kind, person="P1", crew=EARLY.ref, part="", minutes=0, reason="why")
        assert [each.says for each in decision.unmet] == ["the visit is still to be made"]


@table("""
    case                                | minutes | seen
    ------------------------------------|---------|-----
    a minute before a crew may read     | -1      | no
    on the minute                       | 0       | yes
    a minute after                      | 1       | yes
    at the end of the day               | 1034    | yes
    at midnight it is over              | 1035    | no
    """)
def test_a_crew_reads_its_round_from_the_start_of_its_shift_and_that_day(minutes, seen):
    at = SHIFT - timedelta(minutes=EARLIER) + timedelta(minutes=int(minutes))
    one = Officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "U1")
    assert may_see_round(one, EARLY, NIGHT, LAW, at=at).allowed is (seen == "yes")
    assert not may_see_round(replace(one, ref="O8"), EARLY, NIGHT, LAW, at=at).allowed


@table("""
    case                                   | minutes | handed
    ---------------------------------------|---------|-------
    a minute before a crew may read        | -1      | no
    on the minute                          | 0       | yes
    a minute before the shift ends         | 494     | yes
    the shift is over                      | 495     | no
    a minute later                         | 496     | no
    """)
def test_a_round_is_handed_out_until_the_shift_ends(minutes, handed):
    at = SHIFT - timedelta(minutes=EARLIER) + timedelta(minutes=int(minutes))
    told = may_issue(EARLY, NIGHT, LAW, at=at)
    assert told.allowed is (handed == "yes")
    if int(minutes) > 494:
        assert [each.says for each in told.unmet] == ["the shift of O1 and O7 ended at 15:00"]


@pytest.mark.parametrize(
    ("kind", "says"), [("crew back", "the crew is off"), ("taken back", "a pin, a move or a drop")]
)
def test_only_what_stands_is_taken_back(kind, says):
    assert may_take_back(Alteration(kind), stands=True).allowed
    assert says in may_take_back(Alteration(kind), stands=False).unmet[0].says


@table("""
    case                          | role             | unit | allowed
    ------------------------------|------------------|------|--------
    a planner of the unit         | supervisor       | U1   | yes
    of another unit               | supervisor       | U2   | no
    of headquarters               | senior officer   | HQ   | yes
    the system plans, sees nothing| system           | U1   | no
    """)
def test_a_plan_is_for_the_planners_of_its_unit(role, unit, allowed):
    one = Officer("O1", Rank.INSPECTOR, Role(role), unit)
    assert may_see_plan(one, "U1", LAW, on=NIGHT).allowed is (allowed == "yes")


@pytest.mark.parametrize(("days", "allowed"), [(-1, False), (0, False), (1, True)])
def test_the_key_is_shown_from_the_day_after(days, allowed):
    assert may_reveal(NIGHT, on=NIGHT + timedelta(days=days)).allowed is allowed


def test_a_draw_that_holds_counts_what_stood_outside():
    found = redrawn(PLAN, KEY)
    assert found.holds
    assert (found.tickets, found.visits, found.outside) == (6, 3, 0)


def test_another_key_a_changed_draw_and_a_visit_without_a_ticket_are_each_found():
    assert not redrawn(PLAN, b"another key of thirty-two bytes.").committed
    flipped = replace(PLAN, candidates=(replace(PLAN.candidates[0], drawn=False), *PLAN.candidates[1:]))
    assert redrawn(flipped, KEY).wrong == ("P1",)
    stray = Round(EARLY, (visit("P6", 480),))
    assert redrawn(replace(PLAN, rounds=(stray,)), KEY).unticketed == ("P6",)
    counted = Round(EARLY, (replace(visit("P6", 480), guarantee=Guarantee.OUTSIDE),))
    assert redrawn(replace(PLAN, rounds=(counted,)), KEY).holds
    assert outside(replace(PLAN, rounds=(counted,))) == (1, 1)


@given(st.lists(st.tuples(st.integers(1, 500), st.floats(0.001, 1)), unique_by=lambda each: each[0]))
@settings(max_examples=50)
def test_a_plan_of_ticket_holders_always_checks_out(drawn):
    found = [candidate(f"P{number}", rate=rate) for number, rate in drawn]
    visits = tuple(visit(each.person, 480) for each in found if each.drawn)
    plan = replace(PLAN, candidates=tuple(found), rounds=(Round(EARLY, visits),))
    assert redrawn(plan, KEY).holds
