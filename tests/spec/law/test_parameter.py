"""A dated number: the value in force on the day asked for, in the kind the rule expects."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law.parameter import NotInForceError, Parameter, Value, Weight


def row(*values: tuple[date, Value]) -> Parameter:
    return Parameter(
        "rows", "Says.", "days", Weight.STATUTE, "s.1", "https://x", "words", date(2026, 1, 1), True, values
    )


TWICE = row((date(2004, 5, 1), 14), (date(2012, 8, 13), 3))


@table("""
    case                              | on         | value
    ----------------------------------|------------|------
    the day it commences              | 2004-05-01 | 14
    the day before it is amended      | 2012-08-12 | 14
    the day it is amended             | 2012-08-13 | 3
    long after                        | 2060-01-01 | 3
    """)
def test_the_value_of_the_day(on: str, value: str) -> None:
    assert TWICE.whole(date.fromisoformat(on)) == int(value)


def test_before_it_commences_it_is_no_law_at_all() -> None:
    with pytest.raises(NotInForceError, match=r"2004-04-30 \(s\.1\)"):
        TWICE.on(date(2004, 4, 30))


def test_a_provision_not_commenced_is_never_applied() -> None:
    with pytest.raises(NotInForceError):
        row().on(date(2060, 1, 1))


GOOD: dict[str, Value] = {
    "whole": 3,
    "share": 0.5,
    "flag": True,
    "words": ("a", "b"),
    "of": {"high": 3},
    "word_of": {"high": "inspector"},
    "number": 2.5,
    "numbers": (1, 2.5),
    "number_of": {"high": 2.5},
}
SAME = {
    *(("share", "whole"), ("share", "number"), ("number", "share"), ("number", "whole")),
    *(("word_of", "of"), ("word_of", "number_of"), ("number_of", "of")),
}
"""3 is a number and no share, tested below; a number can be read out as a word, and need not be whole."""
KEYED = ("of", "word_of", "number_of")


def ask(parameter: Parameter, kind: str, key: str = "high") -> Any:
    day = date(2026, 1, 1)
    return getattr(parameter, kind)(*((key, day) if kind in KEYED else (day,)))


@pytest.mark.parametrize("kind", GOOD)
def test_a_rule_gets_the_kind_it_asks_for(kind: str) -> None:
    answer = ask(row((date(2004, 5, 1), GOOD[kind])), kind)
    held = GOOD[kind]
    assert answer == (held["high"] if isinstance(held, dict) else held)


@pytest.mark.parametrize(
    ("asked", "held"), [(a, h) for a in GOOD for h in GOOD if a != h and (a, h) not in SAME]
)
def test_and_never_another_kind_in_silence(asked: str, held: str) -> None:
    with pytest.raises(TypeError, match="rows"):
        ask(row((date(2004, 5, 1), GOOD[held])), asked)


@pytest.mark.parametrize("kind", KEYED)
def test_a_key_the_table_lacks_is_an_error(kind: str) -> None:
    with pytest.raises(KeyError):
        ask(row((date(2004, 5, 1), GOOD[kind])), kind, "low")


@table("""
    case        | value | kept
    ------------|-------|-----
    below nought | -0.1 | no
    nought      | 0     | yes
    one         | 1     | yes
    above one   | 1.01  | no
    """)
def test_a_share_lies_from_0_to_1(value: str, kept: str) -> None:
    parameter = row((date(2004, 5, 1), float(value)))
    if kept == "yes":
        assert parameter.share(date(2026, 1, 1)) == float(value)
    else:
        with pytest.raises(ValueError, match="share"):
            parameter.share(date(2026, 1, 1))


@given(st.lists(st.dates(), min_size=1, max_size=6, unique=True), st.dates(max_value=date(9999, 12, 30)))
def test_the_newest_value_not_after_the_day_is_in_force(starts: list[date], day: date) -> None:
    starts.sort()
    parameter = row(*((start, number) for number, start in enumerate(starts)))
    begun = [number for number, start in enumerate(starts) if start <= day]
    if begun:
        assert parameter.whole(day) == begun[-1]
        if day + timedelta(days=1) not in starts:
            assert parameter.whole(day + timedelta(days=1)) == begun[-1]
    else:
        with pytest.raises(NotInForceError):
            parameter.whole(day)
