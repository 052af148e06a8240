"""The seal of stored rows: one form for ever, however the rows were parted and whatever they hold."""

import hashlib
import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchkeeper.audit.seals import Seal, Seals, Tally, read
from watchkeeper.audit.stored import plain_rows
from watchkeeper.engine.tables import Table

LONDON = ZoneInfo("Europe/London")

cells = st.none() | st.text(max_size=8) | st.integers() | st.floats(allow_nan=False)
rows = st.lists(st.tuples(cells, cells), max_size=8)


def sealed(*batches: list[tuple[object, ...]]) -> Seal:
    tally = Tally()
    for batch in batches:
        tally.add(batch)
    return tally.seal()


def test_the_form_of_a_seal_is_fixed_for_ever():
    written = r'[["V1",null,1,0.6,"caf\u00e9 \"x\""],["V2","",0,2.0,""]]'
    assert sealed([("V1", None, 1, 0.6, 'café "x"'), ("V2", "", 0, 2.0, "")]) == Seal(
        2, 5, hashlib.sha256(written.encode()).hexdigest()
    )


@settings(max_examples=100)
@given(rows, st.integers(0, 8), st.integers(0, 8))
def test_how_rows_are_parted_makes_no_difference(whole: list[tuple[object, ...]], one: int, two: int):
    first, second = sorted((one, two))
    assert sealed(whole[:first], whole[first:second], whole[second:]) == sealed(whole)
    canonical = json.dumps(whole, separators=(",", ":"))
    assert sealed(whole).digest == hashlib.sha256(canonical.encode()).hexdigest()


@settings(max_examples=100)
@given(rows, rows)
def test_other_rows_give_another_seal(one: list[tuple[object, ...]], two: list[tuple[object, ...]]):
    assert (sealed(one).digest == sealed(two).digest) == (repr(one) == repr(two))


def test_a_seal_is_read_as_it_was_written():
    seal = sealed([("V1", 1)])
    assert read(seal.written("visits.Visit")) == ("visits.Visit", seal)
    for wrong in ("", "visits.Visit", "visits.Visit: 01 rows of 2 columns, sha256 ab"):
        with pytest.raises(ValueError):
            read(wrong)


def test_rows_count_once_they_are_kept():
    seals = Seals(7)
    seals.begin("visits.Visit").add([("V1",)])
    assert seals.noted() == ()
    kept = seals.begin("visits.Visit")
    kept.add([("V1",)])
    seals.keep("visits.Visit", kept)
    seals.begin("visits.Visit").add([("V2",)])
    assert seals.noted() == (("seal", sealed([("V1",)]).written("visits.Visit")),)


def test_the_two_hours_of_a_clock_put_back_are_stored_apart():
    """25 October 2026, 01:30 in London: once in summer time and once in winter time: equal, and not the same."""
    first = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)
    table = Table("nothing", "", "", ())
    (one,), (other,) = (
        list(plain_rows(table, [("A", at, at, False)])) for at in (first, first.replace(fold=1))
    )
    assert one[1:3] == ["2026-10-25 00:30:00"] * 2
    assert other[1:3] == ["2026-10-25 01:30:00"] * 2
