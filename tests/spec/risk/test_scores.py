"""What is owed of an assessment made with an instrument, and of a level beside its score."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.due import Standing
from watchkeeper.risk.answers import Begun, LevelReason, Place, PlanAction, Rated
from watchkeeper.risk.facts import LEVELS, Duty, Level, Outlook, Override, OverrideKind, SetLevel
from watchkeeper.risk.rules.assessing import assessing_dues, assessor_due, open_due, trained
from watchkeeper.risk.rules.pointing import below, gravest, level_below_due, may_set_level, points_to
from watchkeeper.risk.rules.scores import newest_rated, not_done, reason_of, still_open
from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training

LAW = shelf.load()
CALENDAR = england_and_wales()
ON = date(2026, 3, 20)  # a Friday
OSP = "osp_dc 2026 0123456789ab"


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def rated(band: str = "very high", on: date = ON, ref: str = "T1", **more: object) -> Rated:
    given = {"pack": OSP, "by": "O1", "concluded": True, "stands": True, "place": Place.FIRST, **more}
    return Rated(ref=ref, assessment=f"G{ref}", band=band, on=on, **given)  # type: ignore[arg-type]


def officer(*courses: Course, until: date | None = None) -> Officer:
    training = tuple(Training(course, date(2020, 1, 6), until) for course in courses)
    return Officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "U1", training=training)


@table("""
    case                                | begun      | ended      | concluded  | open
    ------------------------------------|------------|------------|------------|-----
    begun today                         | 2026-03-20 |            |            | yes
    begun tomorrow                      | 2026-03-21 |            |            | no
    ended yesterday                     | 2026-03-02 | 2026-03-19 |            | no
    ended today                         | 2026-03-02 | 2026-03-20 |            | no
    ended tomorrow                      | 2026-03-02 | 2026-03-21 |            | yes
    concluded today                     | 2026-03-02 |            | 2026-03-20 | no
    concluded tomorrow                  | 2026-03-02 |            | 2026-03-21 | yes
    """)
def test_an_assessment_is_open_until_it_is_concluded_or_ended(begun, ended, concluded, open):
    one = Begun("GT1", OSP, day(begun) or ON, "O1", ended_on=day(ended))
    done = [rated(on=day(concluded) or ON)] if concluded else []
    assert bool(still_open([one], done, on=ON)) is (open == "yes")


def test_neither_a_second_rating_nor_answers_that_are_only_saved_close_an_assessment():
    one = Begun("GT1", OSP, ON, "O1")
    assert still_open([one], [rated(place=Place.SECOND), rated(concluded=False)], on=ON) == (one,)


def test_the_newest_conclusion_of_each_instrument_counts():
    other = rated(ref="T4", pack="arms 1 aaaaaaaaaaaa", band="low")
    old, new = rated(ref="T1", on=ON - timedelta(days=9)), rated("low", ref="T2")
    assert newest_rated([new, other, old, rated(ref="T3", concluded=False)], on=ON) == (other, new)
    assert newest_rated([new, old], on=ON - timedelta(days=1)) == (old,)


def test_it_is_concluded_within_fifteen_days_and_is_its_assessors():
    due = open_due(Begun("G1", OSP, date(2026, 3, 2), "O1"), LAW, on=ON)
    assert (due.duty, due.by, due.owner, due.about) == (Duty.OPEN_ASSESSMENT, date(2026, 3, 17), "O1", "G1")
    assert not due.confirmed


@table("""
    case                             | held         | until      | name    | ok
    ---------------------------------|--------------|------------|---------|----
    holds it                         | MOSOVO       |            | osp_dc  | yes
    lapsed that day                  | MOSOVO       | 2026-03-20 | osp_dc  | no
    lapses the day after             | MOSOVO       | 2026-03-21 | osp_dc  | yes
    another course                   | ViSOR        |            | osp_dc  | no
    one of two                       | MOSOVO       |            | arms    | no
    both                             | MOSOVO; ARMS |            | arms    | yes
    no course is named for it        | MOSOVO; ARMS |            | homemade | no
    """)
def test_whether_an_assessor_is_trained(held, until, name, ok):
    courses = [Course(part.strip()) for part in held.split(";")]
    assert trained(officer(*courses, until=day(until)), name, LAW, on=ON).allowed is (ok == "yes")


def test_whom_nobody_recorded_is_not_trained():
    assert trained(None, "osp_dc", LAW, on=ON).unmet[0].says == "the assessor is not on record as an officer"


def test_what_somebody_untrained_concluded_is_made_again_within_five_working_days():
    due = assessor_due(rated(), officer(Course.VISOR), LAW, CALENDAR, on=ON)
    assert due is not None
    assert (due.duty, due.by) == (Duty.ASSESSOR, date(2026, 3, 27))
    assert "has not passed MOSOVO" in {given.value for given in due.because}
    assert assessor_due(rated(), officer(Course.MOSOVO), LAW, CALENDAR, on=ON) is None


@pytest.mark.parametrize(("level", "points"), list(product(LEVELS, LEVELS)))
def test_a_level_below_what_a_score_points_to_asks_for_a_reason(level: Level, points: Level):
    """The whole matrix: at or above needs none, below needs one."""
    pointed = gravest([rated(points.value)], LAW, on=ON)
    assert pointed is not None
    assert pointed.level is points
    lower = LEVELS.index(level) > LEVELS.index(points)
    assert below(level, pointed) is lower
    assert may_set_level(level, "  ", pointed, LAW).allowed is not lower
    assert may_set_level(level, "abroad for a year, and seen weekly", pointed, LAW).allowed
    due = level_below_due(known(level, rated(points.value)), LAW, CALENDAR, on=ON)
    assert (due is not None) is lower


def known(level: Level, score: Rated, set_on: date = ON, reason: LevelReason | None = None) -> Outlook:
    return Outlook(SetLevel("L1", level, set_on, "O1"), rated=((score, None),), level_reason=reason)


@table("""
    case                                        | band      | more        | points
    --------------------------------------------|-----------|-------------|----------
    as the matrix has it                        | very high |             | very high
    it may stand behind no decision             | very high | not standing |
    a band the matrix has not                   | blue      |             |
    no band                                     |           |             |
    """)
def test_what_a_score_points_to(band, more, points):
    one = rated(band, stands=more != "not standing")
    assert points_to(one, LAW, on=ON) == (Level(points) if points else None)


@table("""
    case                                      | score      | set        | reason | by
    ------------------------------------------|------------|------------|--------|-----------
    five working days after the score         | 2026-03-20 | 2026-03-02 | none   | 2026-03-27
    and after the level where that is later   | 2026-03-02 | 2026-03-20 | none   | 2026-03-27
    a reason of the day of the score answers  | 2026-03-20 | 2026-03-20 | L1     |
    a reason after it answers                 | 2026-03-19 | 2026-03-20 | L1     |
    a reason before it does not               | 2026-03-20 | 2026-03-19 | L1     | 2026-03-27
    unless it was given of that very score    | 2026-03-20 | 2026-03-19 | L1 T1  |
    """)
def test_the_last_day_for_the_reason(score, set, reason, by):
    level, _, about = reason.partition(" ")
    said = None if reason == "none" else LevelReason("W1", level, "seen weekly", "very high", about)
    found = known(Level.LOW, rated(on=day(score) or ON), day(set) or ON, said)
    due = level_below_due(found, LAW, CALENDAR, on=ON)
    assert (due.by if due else None) == day(by)


def test_a_reason_belongs_to_one_level_and_needs_words():
    level = SetLevel("L2", Level.LOW, ON, "O1")
    reasons = [LevelReason("W1", "L1", "old"), LevelReason("W2", "L2", " "), LevelReason("W3", "L2", "seen")]
    assert reason_of(level, reasons[:2]) is None
    assert reason_of(level, reasons) == reasons[2]
    assert reason_of(None, reasons) is None


def test_a_level_set_by_rank_carries_the_reason_of_its_override():
    level = SetLevel("L2", Level.LOW, ON, "O3")
    made = {
        "was": "very high",
        "now": "low",
        "decided_by": "O3",
        "rank": "inspector",
        "since": ON,
        "until": ON,
    }
    one = Override("V1", "P1", OverrideKind.LEVEL, "L2", reason="abroad", **made)  # type: ignore[arg-type]
    found = reason_of(level, [], [one, replace(one, about="L1"), replace(one, kind=OverrideKind.INTERVAL)])
    assert found is not None
    assert (found.level, found.says) == ("L2", "abroad")
    assert reason_of(level, [], [replace(one, reason=" ")]) is None
    seen = Outlook(level, rated=((rated(), None),), level_reason=found)
    assert level_below_due(seen, LAW, CALENDAR, on=ON) is None


def test_without_a_level_or_a_score_no_reason_is_owed():
    assert level_below_due(Outlook(rated=((rated(), None),)), LAW, CALENDAR, on=ON) is None
    alone = Outlook(SetLevel("L1", Level.LOW, ON, "O1"))
    assert level_below_due(alone, LAW, CALENDAR, on=ON) is None
    assert may_set_level(Level.LOW, "", None, LAW).allowed


def test_an_action_is_owed_by_its_day_until_it_is_done():
    actions = [PlanAction("B1", "G1", "see the school", "O1", ON), PlanAction("B2", "G1", "x", "O1", ON, ON)]
    left = not_done(actions, on=ON)
    assert [one.ref for one in left] == ["B1"]
    [due] = assessing_dues(Outlook(actions=left), LAW, CALENDAR, on=ON)
    assert (due.duty, due.standing, due.by, due.owner) == (Duty.PLAN_ACTION, Standing.OWED, ON, "O1")


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(LEVELS), st.booleans()), max_size=6), st.sampled_from(LEVELS))
def test_more_scores_never_make_less_of_the_risk(scores: list[tuple[Level, bool]], more: Level):
    """A further score may point higher and never lower; one that may not stand changes nothing."""
    made = [rated(level.value, ref=f"T{n}", stands=stands) for n, (level, stands) in enumerate(scores)]
    before = gravest(made, LAW, on=ON)
    after = gravest([*made, rated(more.value, ref="T9")], LAW, on=ON)
    assert after is not None
    assert before is None or LEVELS.index(after.level) <= LEVELS.index(before.level)
    assert gravest([*made, rated(more.value, ref="T9", stands=False)], LAW, on=ON) == before
