"""Days of one row held against one another, at the edge."""

from datetime import date, timedelta

import pytest

from tests.conftest import NOON
from watchkeeper.engine.tables import Kind
from watchkeeper.intake.checking import ORDERED, Checker, Known, Short
from watchkeeper.intake.headings import columns
from watchkeeper.intake.tables import BY_NAME, TABLES
from watchkeeper.intake.templates import example, reference
from watchkeeper.law.wording import LONGEST_IN_ADDRESS

DAY = date(2025, 6, 1)
PAIRS = [
    (table.name, first, second)
    for table in TABLES
    for first, second in ORDERED
    if {first, second} <= {column.name for column in table.columns}
]


def row(table: str, **cells: str) -> list[str]:
    return [
        cells.get(column.name, cell)
        for column, cell in zip(columns(BY_NAME[table]), example(BY_NAME[table]), strict=True)
    ]


def checker(table: str, refs: frozenset[str] = frozenset()) -> Checker:
    names = [column.name for column in columns(BY_NAME[table])]
    known = Known({t.name: {reference(t.name), *refs} for t in TABLES})
    at = {name: i for i, name in enumerate(names)}
    return Checker(BY_NAME[table], at, len(names), known, now=NOON, said=set())


def test_every_pair_is_found_in_some_table() -> None:
    assert {(first, second) for _, first, second in PAIRS} == set(ORDERED)
    kinds = {(t.name, c.name): c.kind for t in TABLES for c in t.columns}
    assert all(kinds[t, a] is kinds[t, b] in (Kind.DAY, Kind.INSTANT) for t, a, b in PAIRS)


@pytest.mark.parametrize(("table", "first", "second"), PAIRS)
@pytest.mark.parametrize("after", [-1, 0, 1])
def test_the_second_of_a_pair_never_lies_before_the_first(
    table: str, first: str, second: str, after: int
) -> None:
    between = {name: "" for t, a, b in PAIRS if t == table for name in (a, b)}
    needed = {c.name for c in BY_NAME[table].columns if c.needed}
    cells = {name: str(DAY - timedelta(days=30)) for name in between.keys() & needed}
    later = str(DAY + timedelta(days=after))
    taken = checker(table).take(row(table, **{**between, **cells, first: str(DAY), second: later}))
    if after >= 0:
        assert isinstance(taken, tuple)
        return
    faults = taken.faults if isinstance(taken, Short) else taken
    assert isinstance(faults, list)
    assert [(f.column, f.value) for f in faults] == [(second, later)]
    assert f"before {first}, 1 June 2025" in faults[0].wrong.reason


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_a_ref_that_no_address_takes_is_refused_with_every_other_fault(table: str) -> None:
    longest = "R" * LONGEST_IN_ADDRESS
    assert isinstance(checker(table).take(row(table, ref=longest)), tuple)
    faults = checker(table).take(row(table, ref=f"{longest}R", recorded_at="some day"))
    assert isinstance(faults, list)
    assert [fault.column for fault in faults] == ["ref", "recorded_at"]
    assert faults[0].wrong.reason == "longer than 200 characters: no page could open it"
    assert "shorter ref" in faults[0].wrong.mend


def test_an_application_answered_before_it_was_made_is_refused() -> None:
    cells = {"received_on": "2025-06-02", "acknowledged_on": "2025-06-01", "decided_on": "2025-06-01"}
    faults = checker("review_applications").take(row("review_applications", **cells, notice_received_on=""))
    assert isinstance(faults, list)
    assert {f.column for f in faults} >= {"acknowledged_on", "decided_on"}


def test_a_birth_in_the_future_spoils_no_other_day() -> None:
    taken = checker("people").take(
        row("people", ref="P99", born_on="2031-01-01", intelligence_flag_on="2020-01-01")
    )
    assert isinstance(taken, Short)
    assert [f.column for f in taken.faults] == ["born_on"]
    assert date(2020, 1, 1) in taken.values
