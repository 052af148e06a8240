"""Suspects outstanding, bail that ends, and devices waiting."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.spec.crimes.reported import LAW, SUSPECT, VICTIM, case, d
from tests.table import table
from watchkeeper.crimes.facts import CaseEvent, Device, Duty, EventKind, Step
from watchkeeper.crimes.rules.devices import devices_due
from watchkeeper.crimes.rules.suspects import AFTER_BAIL, DEALT_WITH, bail_due, suspects_due
from watchkeeper.law.due import Standing

DAY = timedelta(days=1)
OTHER = replace(SUSPECT, ref="P3")
BAIL = CaseEvent("B1", "C1", EventKind.BAIL, d("03-04"), "P2", d("05-01"))


def event(kind: EventKind, on: str, party: str = "P2", ref: str = "E1") -> CaseEvent:
    return CaseEvent(ref, "C1", kind, d(on), party)


def test_a_suspect_is_dealt_with_in_28_days_of_the_report() -> None:
    (due,) = suspects_due(case(parties=(VICTIM, SUSPECT)), LAW, on=d("03-02"))
    assert (due.by, due.about) == (d("03-30"), "P2")
    assert (due.late(d("03-30")), due.late(d("03-31"))) == (False, True)


@table("""
    what happened                         | kind             | on    | party | open
    nothing                               | circulated as wanted | 03-05 | P2 | 2
    one arrested                          | arrest           | 03-05 | P2    | 1
    arrested tomorrow                     | arrest           | 03-11 | P2    | 2
    nobody said whom                      | arrest           | 03-05 |       | 0
    interviewed of their own will         | voluntary interview | 03-05 | P3 | 1
""")
def test_each_suspect_counts_until_they_are_dealt_with(kind: str, on: str, party: str, open: str) -> None:
    asked = case(parties=(SUSPECT, OTHER), events=(event(EventKind(kind), on, party),))
    assert len(list(suspects_due(asked, LAW, on=d("03-10")))) == int(open)


@table("""
    bail                                      | until | by
    until a day: the day before is the last   | 05-01 | 04-30
    nobody said until when: three months      |       | 06-03
""")
def test_bail_runs_out_with_its_last_day(until: str, by: str) -> None:
    asked = case(events=(replace(BAIL, until=d(until) if until else None),))
    (due,) = bail_due(asked, LAW, on=d("03-10"))
    assert (due.duty, due.by) == (Duty.BAIL, d(by))


def test_bail_of_before_the_law_of_today_with_no_end_is_a_missing_date() -> None:
    old = replace(BAIL, on=date(2022, 10, 27), until=None)
    (due,) = bail_due(case(events=(old,)), LAW, on=d("03-10"))
    assert due.standing is Standing.MISSING
    (from_then,) = bail_due(case(events=(replace(old, on=date(2022, 10, 28)),)), LAW, on=d("03-10"))
    assert from_then.by == date(2023, 1, 27)


@table("""
    afterwards                     | kind                        | on    | party | runs
    charged                        | charge                      | 04-01 | P2    | no
    charged tomorrow               | charge                      | 04-11 | P2    | yes
    another one charged            | charge                      | 04-01 | P3    | yes
    released under investigation   | released under investigation | 04-01 | P2   | no
    arrested again                 | arrest                      | 04-01 | P2    | yes
    charged before                 | charge                      | 03-03 | P2    | yes
""")
def test_bail_runs_until_something_follows_it(kind: str, on: str, party: str, runs: str) -> None:
    asked = case(events=(BAIL, event(EventKind(kind), on, party)))
    assert bool(list(bail_due(asked, LAW, on=d("04-10")))) is (runs == "yes")


def test_extended_bail_takes_the_place_of_what_it_extends() -> None:
    longer = replace(BAIL, ref="B2", on=d("04-20"), until=d("08-01"))
    (due,) = bail_due(case(events=(BAIL, longer)), LAW, on=d("04-21"))
    assert (due.about, due.by) == ("B2", d("07-31"))


def test_what_deals_with_a_suspect_and_what_ends_bail() -> None:
    assert EventKind.WANTED not in DEALT_WITH | AFTER_BAIL
    assert EventKind.NO_ACTION in AFTER_BAIL


@table("""
    steps                                | steps                            | duty                         | by
    seized                               | seized 03-04                     | device sent for examination  | 03-11
    sent                                 | seized 03-04; submitted for examination 03-06 | examination of a device | 06-04
    sent twice counts from the first     | submitted for examination 03-06; submitted for examination 03-20 | examination of a device | 06-04
    examined                             | seized 03-04; examined 03-20     |                              |
    sent tomorrow                        | seized 03-04; submitted for examination 06-02 | device sent for examination | 03-11
""")
def test_each_device_waits_for_its_next_step(steps: str, duty: str, by: str) -> None:
    told = tuple(
        Device(f"D{n}", "C1", "EX1", Step(text.strip()[:-6]), d(text.strip()[-5:]))
        for n, text in enumerate(steps.split(";"))
    )
    found = [(due.duty, due.by) for due in devices_due(case(devices=told), LAW, on=d("06-01"))]
    assert found == ([(duty, d(by))] if duty else [])


@given(st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from(Step), st.integers(0, 30)), max_size=8))
def test_a_device_has_one_clock_or_none(steps: list[tuple[str, Step, int]]) -> None:
    told = tuple(
        Device(f"D{n}", "C1", name, step, d("03-02") + ago * DAY) for n, (name, step, ago) in enumerate(steps)
    )
    found = list(devices_due(case(devices=told), LAW, on=d("05-01")))
    waiting = {name for name, _, _ in steps} - {name for name, step, _ in steps if step is Step.EXAMINED}
    assert sorted(due.about for due in found) == sorted(f"C1 {name}" for name in waiting)
