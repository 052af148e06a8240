"""What was known beside what is held true: every way the two can stand to each other, in words."""

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.hindsight.comparing import side_by_side
from watchkeeper.hindsight.facts import Agreement, Matter


@table("""
    known then and held true now              | known  | true   | said
    -----------------------------------------------------------------------------------
    the same in both                          | high   | high   | true and known
    nothing was known of it                   | -      | high   | true, not known then
    something else was known                  | medium | high   | known otherwise then
    it was known, and is not held true now    | medium | -      | known then, not held true now
    nothing in either                         | -      | -      | true and known
    """)
def test_each_way_is_said_in_words(known, true, said):
    known, true = (text if text != "-" else "" for text in (known, true))
    assert Matter("level of risk", "", known, true).agreement == said


words = st.text("abc", max_size=3)
readings = st.dictionaries(st.tuples(words, words), words, max_size=8)


@given(readings, readings)
def test_nothing_of_either_reading_is_lost_or_told_twice(known, true):
    found = side_by_side(known, true)
    keys = [(one.kind, one.about) for one in found]
    assert sorted(keys) == sorted(known.keys() | true.keys())
    assert all(one.known == known.get((one.kind, one.about), "") for one in found)
    assert all(one.true == true.get((one.kind, one.about), "") for one in found)


@given(readings)
def test_a_day_of_which_nothing_was_put_right_is_the_same_in_both(reading):
    assert all(one.agreement is Agreement.SAME for one in side_by_side(reading, reading))
