"""What the inspection waits for: second looks from the day of the first, and all else by its own clock."""

from dataclasses import replace
from datetime import date

from tests.spec.inspection.test_answering import SAMPLE, looks
from tests.spec.inspection.test_tracking import finding, recommended
from tests.table import table
from watchkeeper.briefing.inspection_lines import inspection_lines
from watchkeeper.inspection.rules.owing import looks_due, owed_of
from watchkeeper.inspection.tracked import Closure, ClosureStep
from watchkeeper.law import calendar, shelf

LAW, ENGLAND = shelf.load(), calendar.england_and_wales()
FRIDAY = date(2026, 3, 20)


def taken(text, on=FRIDAY):
    return [replace(each, on=on) for each in looks(text)]


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
    due = looks_due(SAMPLE, taken(given), LAW, ENGLAND, on=date.fromisoformat(on))
    assert (str(due.by) if due else "") == by
    assert due is None or (due.owner, due.about, due.confirmed) == ("HQ1", "S1", False)


@table("""
    case                                      | on         | told
    ------------------------------------------|------------|------------------------------------------------
    second looks wait, and are told at once   | 2026-03-23 | second look at a sample 0
    a finding on its last day is not late yet | 2026-03-27 | second look at a sample 0
    and is the day after                      | 2026-03-28 | answer to a finding 1, second look at a sample 0
    second looks past their day count days    | 2026-04-08 | answer to a finding 12, second look at a sample 1
    a recommendation past its months          | 2026-09-21 | answer to a finding 178, second look at a sample 167, action on a recommendation 1
    """)
def test_what_the_brief_tells(on, told):
    day = date.fromisoformat(on)
    samples = {"S1": (SAMPLE, taken("P1 first A"))}
    dues = owed_of(samples, [finding("serious")], [], [recommended()], [], LAW, ENGLAND, on=day)
    lines = list(inspection_lines(dues, {"S1": "NW", "F1": "NW"}, LAW, on=day))
    assert ", ".join(f"{line.what} {line.days}" for line in lines) == told
    assert all(line.why and line.authority and line.owner in ("HQ1", "NW1") for line in lines)


def test_a_closure_is_put_to_the_rank_that_decides_it():
    step = Closure("C1", "R1", ClosureStep.PROPOSED, "done", FRIDAY, "NW1")
    on = date(2026, 4, 8)
    dues = owed_of({}, [], [], [recommended()], [step], LAW, ENGLAND, on=on)
    (line,) = inspection_lines(dues, {"R1": "NW"}, LAW, on=on)
    assert (line.what, line.owner, line.days) == ("decision on a closure", "inspector, NW", 1)
