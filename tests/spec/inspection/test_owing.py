"""What the inspection waits for: first looks, second looks, settling, and all else by its own clock."""

from dataclasses import replace
from datetime import date

from tests.spec.inspection.test_answering import ALL_YES, QUESTIONS, SAMPLE, looks
from tests.spec.inspection.test_tracking import finding, recommended
from tests.table import table
from watchkeeper.briefing.inspection_lines import inspection_lines
from watchkeeper.inspection.rules.owing import owed_of, sample_dues
from watchkeeper.inspection.sampled import Answer, Settled
from watchkeeper.inspection.tracked import Closure, ClosureStep, Duty
from watchkeeper.law import calendar, shelf

LAW, ENGLAND = shelf.load(), calendar.england_and_wales()
FRIDAY = date(2026, 3, 20)


def taken(text, on=FRIDAY):
    return [replace(each, on=on) for each in looks(text)]


def of_sample(duty, *came, on):
    """When one of the duties of a sample is due; blank where it does not wait."""
    dues = {due.duty: due for due in sample_dues(came, LAW, ENGLAND, on=date.fromisoformat(on))}
    assert all((due.owner, due.about, due.confirmed) == ("HQ1", "S1", False) for due in dues.values())
    return str(dues[duty].by) if duty in dues else ""


@table("""
    case                                                | given                   | on         | by
    ----------------------------------------------------|-------------------------|------------|-----------
    nobody has looked: nothing waits for a second look  |                         | 2026-03-20 |
    ten working days from the first look, Easter out    | P1 first A              | 2026-03-20 | 2026-04-07
    a look to come is none yet                          | P1 first A              | 2026-03-19 |
    both are in                                         | P1 first A, P1 second B | 2026-03-20 |
    the second alone: it is the first that waits        | P1 second B             | 2026-03-20 |
    a case the lot gave no second look                  | P2 first A              | 2026-03-20 |
    """)
def test_by_when_a_second_look_is_taken(given, on, by):
    assert of_sample(Duty.LOOK, SAMPLE, taken(given), (), on=on) == by


@table("""
    case                                                | drawn      | given                  | on         | by
    ----------------------------------------------------|------------|------------------------|------------|-----------
    twenty working days from the draw, Easter out       | 2026-03-20 |                        | 2026-03-20 | 2026-04-21
    from the day it was drawn, not the day drawn from   | 2026-03-23 |                        | 2026-03-23 | 2026-04-22
    a sample to come waits for nothing                  | 2026-03-23 |                        | 2026-03-20 |
    one of two was looked at                            | 2026-03-20 | P1 first A             | 2026-03-20 | 2026-04-21
    a second look alone: the first waits                | 2026-03-20 | P1 second B, P2 first A | 2026-03-20 | 2026-04-21
    a look to come is none yet                          | 2026-03-10 | P1 first A, P2 first A | 2026-03-19 | 2026-04-09
    every case was looked at                            | 2026-03-10 | P1 first A, P2 first A | 2026-03-20 |
    """)
def test_by_when_a_first_look_is_taken(drawn, given, on, by):
    sample = replace(SAMPLE, drawn_on=date.fromisoformat(drawn))
    assert of_sample(Duty.FIRST, sample, taken(given), (), on=on) == by


@table("""
    case                                              | first      | second     | settled    | on         | by
    --------------------------------------------------|------------|------------|------------|------------|-----------
    ten working days from the later look, Easter out  | 2026-03-10 | 2026-03-20 |            | 2026-03-20 | 2026-04-07
    whichever look is the later                       | 2026-03-20 | 2026-03-10 |            | 2026-03-20 | 2026-04-07
    before the later is in nobody knows               | 2026-03-10 | 2026-03-20 |            | 2026-03-19 |
    settled tomorrow: it waits                        | 2026-03-10 | 2026-03-20 | 2026-03-24 | 2026-03-23 | 2026-04-07
    settled on the day: it waits no more              | 2026-03-10 | 2026-03-20 | 2026-03-24 | 2026-03-24 |
    """)
def test_by_when_a_difference_is_settled(first, second, settled, on, by):
    days = (date.fromisoformat(first), date.fromisoformat(second))
    given = [replace(look, on=day) for look, day in zip(looks("P1 first A, P1 second B"), days, strict=True)]
    assert of_sample(Duty.SETTLE, SAMPLE, given, (), on=on) == ""  # the two say the same
    given[1] = replace(given[1], answers={**ALL_YES, QUESTIONS[0]: Answer.NO})
    done = (
        [Settled("S1", "P1", QUESTIONS[0], Answer.NO, "x", "C", date.fromisoformat(settled))]
        if settled
        else []
    )
    assert of_sample(Duty.SETTLE, SAMPLE, given, done, on=on) == by


@table("""
    case                                      | on         | told
    ------------------------------------------|------------|------------------------------------------------
    second looks wait, and are told at once   | 2026-03-23 | second look at a sample 0
    a finding on its last day is not late yet | 2026-03-27 | second look at a sample 0
    and is the day after                      | 2026-03-28 | answer to a finding 1, second look at a sample 0
    second looks past their day count days    | 2026-04-08 | answer to a finding 12, second look at a sample 1
    first looks on their last day wait untold | 2026-04-21 | answer to a finding 25, second look at a sample 14
    and are told the day after                | 2026-04-22 | answer to a finding 26, second look at a sample 15, first look at a sample 1
    a recommendation past its months          | 2026-09-21 | answer to a finding 178, second look at a sample 167, first look at a sample 153, action on a recommendation 1
    """)
def test_what_the_brief_tells(on, told):
    day = date.fromisoformat(on)
    samples = {"S1": (SAMPLE, taken("P1 first A"), ())}
    dues = owed_of(samples, [finding("serious")], [], [recommended()], [], LAW, ENGLAND, on=day)
    lines = list(inspection_lines(dues, {"S1": "NW", "F1": "NW"}, LAW, on=day))
    assert ", ".join(f"{line.what} {line.days}" for line in lines) == told
    assert all(line.why and line.authority and line.owner in ("HQ1", "NW1") for line in lines)


@table("""
    case                                | on         | told
    ------------------------------------|------------|------------------------------------
    on the last day nothing is told yet | 2026-04-07 |
    the day after it is                 | 2026-04-08 | differences of a sample to settle 1
    """)
def test_the_brief_tells_of_differences_nobody_settled_in_time(on, told):
    day = date.fromisoformat(on)
    given = taken("P1 first A, P1 second B, P2 first A")
    given[1] = replace(given[1], answers={**ALL_YES, QUESTIONS[0]: Answer.NO})
    dues = owed_of({"S1": (SAMPLE, given, ())}, [], [], [], [], LAW, ENGLAND, on=day)
    lines = list(inspection_lines(dues, {"S1": "NW"}, LAW, on=day))
    assert ", ".join(f"{line.what} {line.days}" for line in lines) == told


def test_a_closure_is_put_to_the_rank_that_decides_it():
    step = Closure("C1", "R1", ClosureStep.PROPOSED, "done", FRIDAY, "NW1")
    on = date(2026, 4, 8)
    dues = owed_of({}, [], [], [recommended()], [step], LAW, ENGLAND, on=on)
    (line,) = inspection_lines(dues, {"R1": "NW"}, LAW, on=on)
    assert (line.what, line.owner, line.days) == ("decision on a closure", "inspector, NW", 1)
