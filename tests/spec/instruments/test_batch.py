"""Many people at once: every row is answered as the rule for one person answers it, word for word."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.instruments.scoring import ON, PACKS
from watchkeeper.instruments.batch import Batch, batch
from watchkeeper.instruments.columns import Reader
from watchkeeper.instruments.counting import EXACT, ONE, later, months, years
from watchkeeper.instruments.curves import curve
from watchkeeper.instruments.expressions import UnknownError, read
from watchkeeper.instruments.facts import Asked, Item, Kind, Pack, Standing
from watchkeeper.instruments.listing import COLUMNS, DAY, REF, flat, listed
from watchkeeper.instruments.lookups import Leaf, Lookup, looked_up
from watchkeeper.instruments.lots import lots
from watchkeeper.instruments.scoring import percentage
from watchkeeper.instruments.vectors import UNKNOWN, UNSETTLED, Plain, packed, unpacked

SCORED = sorted(
    stem
    for stem, pack in PACKS.packs.items()
    if pack.kind is not Kind.JUDGEMENT and pack.standing is not Standing.STRUCTURE
)
ALONE = {"rsr_dynamic_2013", "rsr_static_2013"}
"""Packs that rest on the exact total of another whose points have more places than a column holds."""
LIKELY = {"age_first": (8, 30), "age_conviction": (30, 60), "age_start": (17, 80), "sanctions": (1, 40)}
DAYS = {
    "birth_date": ("1970-02-28", "1988-02-29", "1995-12-31", "9950-01-01"),
    "first_sanction_date": ("1999-03-01", "2010-02-28", "2009-06-30"),
    "conviction_date": ("2024-02-29", "2025-10-31", "2026-06-20"),
    "start_date": ("2025-11-30", "2026-03-19", "2026-06-21"),
}


def same(pack: Pack, columns: list[str], rows: list[list[str]], *, lot: int = 5) -> None:
    one = [flat(each) for each in listed(pack, _named(columns, rows), on=ON)]
    many = [row for each in lots(pack, columns, rows, on=ON, lot=lot, fewest=1) for row in each.rows]
    assert [dict(zip(COLUMNS, row, strict=True)) for row in many] == [
        {name: row.get(name, "") for name in COLUMNS} for row in one
    ]
    counts = [each.counts for each in lots(pack, columns, rows, on=ON, lot=lot, fewest=1)]
    assert sum(sum(each.values()) for each in counts) == len(rows)


def _named(columns: list[str], rows: list[list[str]]) -> Iterator[dict[str, str | None]]:
    for row in rows:
        named: dict[str, str | None] = dict(zip(columns, row, strict=False))
        yield named | {"": "more"} if len(row) > len(columns) else named


def likely(item: Item) -> st.SearchStrategy[str]:
    match item.asked:
        case Asked.YES_NO:
            return st.sampled_from(["yes", "no"])
        case Asked.CHOICE:
            return st.sampled_from([each.name for each in item.choices])
        case Asked.DAY:
            return st.sampled_from(DAYS.get(item.ref, ("2016-02-29", "2020-01-01", "2026-03-20")))
    least, most = LIKELY.get(
        item.ref, (int(item.least or 0), min(int(item.most or 9), int(item.least or 0) + 4))
    )
    return st.integers(least, most).map(str)


def odd(item: Item) -> st.SearchStrategy[str]:
    """What stands in real lists: blanks, other spellings, bounds, and what is no answer at all."""
    said = ["", " ", "maybe", "1.0", " 2 ", "-1", "1e2", "999", "YES", "0", "nan", "2026-02-30", "9999-12-31"]
    if item.least is not None and item.most is not None:
        said += [str(item.least), str(item.most), str(item.least - 1), str(item.most + 1)]
    return st.sampled_from(said)


@st.composite
def lists(draw: st.DrawFn) -> tuple[Pack, list[str], list[list[str]]]:
    """A list with days or without them, some columns left out, most rows sound, and some that are not."""
    pack = PACKS[draw(st.sampled_from(SCORED))]
    by_days = draw(st.booleans())
    follows = {item.ref for item in pack.items if item.agrees}
    asked = [
        item for item in pack.items if (item.ref not in follows if by_days else item.asked is not Asked.DAY)
    ]
    left_out = set(draw(st.lists(st.sampled_from([item.ref for item in asked]), max_size=1)))
    asked = [item for item in asked if item.ref not in left_out or draw(st.booleans())]
    rows = []
    for number in range(draw(st.integers(1, 7))):
        cells = [draw(likely(item)) for item in asked]
        for place in draw(st.lists(st.integers(0, max(0, len(asked) - 1)), max_size=2)) if asked else ():
            cells[place] = draw(odd(asked[place]))
        day = draw(st.sampled_from(["", "", "2026-03-20", "2028-02-29", "yesterday"]))
        rows.append([f"=R{number}", day, *cells, *draw(st.sampled_from([[], [], [], ["stray"]]))])
    return pack, [REF, DAY, *(item.ref for item in asked)], rows


@settings(max_examples=60, deadline=None)
@given(lists())
def test_a_list_scored_together_is_the_list_scored_one_by_one(
    case: tuple[Pack, list[str], list[list[str]]],
) -> None:
    same(*case)


@pytest.mark.parametrize("stem", SCORED)
def test_every_pack_is_worked_together_but_those_named(stem: str) -> None:
    assert (batch(PACKS[stem]) is None) is (stem in ALONE)


@pytest.mark.parametrize("stem", [stem for stem in SCORED if stem not in ALONE])
@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_sound_rows_are_worked_together_and_not_alone(stem: str, data: st.DataObject) -> None:
    """The agreement above would hold of a batch that gave every row to the rule for one."""
    pack = PACKS[stem]
    items = [
        item for item in pack.items if (item.asked is not Asked.DAY and not item.agrees) or item.ref in LIKELY
    ]
    row = {item.ref: data.draw(likely(item)) for item in items} | {"age_start": "40", "age_first": "15"}
    row |= {"sexual_history": "yes", "sex": "male"}
    columns = [ref for ref in row if ref in {item.ref for item in pack.items}]
    (came,) = lots(pack, columns, [[row[ref] for ref in columns]], on=ON, fewest=1)
    ready = batch(pack)
    assert ready is not None
    if came.counts == {"scored": 1}:
        sheet = Reader().sheet({ref: [row[ref]] for ref in columns})
        assert not ready.of(sheet, on=ON, count=1).alone[0]


def test_a_row_cut_short_one_too_long_and_a_column_nobody_named() -> None:
    pack = PACKS["osp_iic_2026"]
    columns = [
        "ref",
        "sex",
        "sexual_history",
        "images_indirect",
        "contact_child",
        "contact_adult",
        "noncontact",
        "age_start",
        "",
    ]
    sound = ["A", "male", "yes", "2", "0", "0", "0", "30", ""]
    same(pack, columns, [sound, sound[:3], [*sound[:-1], "x"], [*sound, "", ""], sound, []])


def test_no_rows_and_no_column_that_is_asked() -> None:
    same(PACKS["osp_iic_2026"], ["ref"], [])
    same(PACKS["osp_iic_2026"], ["ref", "notes"], [["A", "x"], ["B", ""]])


SPAN = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@settings(max_examples=200, deadline=None)
@given(SPAN, SPAN, st.integers(0, 40))
def test_lengths_of_time_in_columns_are_those_of_the_rule(one: date, two: date, by: int) -> None:
    def column(name: str) -> Plain:
        return Plain(Asked.DAY, lambda columns: columns[name], unpacked)

    names = {"a": column("a"), "b": column("b")}
    columns = {"a": np.array([packed(one)]), "b": np.array([packed(two)])}
    for text, asked, said in (
        ("years(a, b)", Asked.WHOLE, int(years(one, two))),
        ("months(a, b)", Asked.WHOLE, int(months(one, two))),
        (f"later(a, {by})", Asked.DAY, packed(later(one, Decimal(by)))),
        ("a <= b", Asked.YES_NO, one <= two),
    ):
        assert looked_up(read(text), names, asked).of(columns)[0] == said, text


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 99_989), st.integers(-2, 2))
def test_a_percentage_at_an_edge_is_rounded_as_the_rule_rounds_it(half: int, off: int) -> None:
    """Totals whose percentage lies within a hair of the middle between two hundredths are left to the rule."""
    pack = PACKS["svrp_static_2026"]
    worked = curve(pack)
    assert worked is not None
    share = EXACT.divide(Decimal(half * 2 + 1), Decimal(200_000))
    total = EXACT.quantize(EXACT.ln(EXACT.divide(share, ONE - share)), Decimal("1e-15")) + off * Decimal(
        "1e-15"
    )
    near, found = worked(np.array([float(total)]))
    assert near[0] or Decimal(int(found[0])).scaleb(-2) == percentage(pack, total)


@settings(max_examples=200, deadline=None)
@given(st.decimals(-30, 30, places=15))
def test_a_percentage_worked_in_binary_is_that_of_the_rule(total: Decimal) -> None:
    pack = PACKS["arp_dynamic_2026"]
    worked = curve(pack)
    assert worked is not None
    near, found = worked(np.array([float(total)]))
    assert near[0] or Decimal(int(found[0])).scaleb(-2) == percentage(pack, total)


def test_a_table_asks_the_rule_once_for_each_set_of_answers() -> None:
    asked = []

    def worth(values: dict[str, Decimal]) -> int:
        asked.append(values)
        if "n" not in values:
            raise UnknownError("n")
        return int(values["n"]) // 2

    leaf = Leaf("n", Plain(Asked.WHOLE, lambda columns: columns["n"], Decimal, 0, 9))
    table = Lookup([leaf], worth)  # type: ignore[arg-type]
    columns = {"n": np.array([4, 5, 4, 12, -1, UNKNOWN])}
    for _ in range(2):
        assert table.of(columns).tolist() == [2, 2, 2, UNSETTLED, UNSETTLED, UNKNOWN]
    assert asked == [{}, {"n": 0}, {"n": 4}, {"n": 5}]


def test_what_is_not_known_is_looked_at_in_the_order_of_the_rule() -> None:
    ready = Batch(PACKS["osp_dc_2026"])
    names = {ref: each.plain for ref, each in ready.answered.items()}
    columns = {"sanctions": np.array([2, UNKNOWN, 3]), "sex": np.array([UNKNOWN, 0, UNKNOWN])}
    said = looked_up(read("sanctions >= 3 and sex == 'male'"), names, Asked.YES_NO).of(columns)
    assert said.tolist() == [0, UNKNOWN, UNKNOWN]
