"""How far two who looked at the same cases apart agree beyond chance, worked by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.inspection.rules.agreement import agreement
from watchkeeper.inspection.sampled import Answer

WORDS = [each.value for each in Answer]


def pairs(yes_yes, yes_no, no_yes, no_no):
    both = {("yes", "yes"): yes_yes, ("yes", "no"): yes_no, ("no", "yes"): no_yes, ("no", "no"): no_no}
    return [pair for pair, many in both.items() for _ in range(many)]


@table("""
    case                                                | counts                         | kappa | low   | high
    ----------------------------------------------------|--------------------------------|-------|-------|------
    seen 0.7, by chance 0.5, error of 0.1270            | 20, 5, 10, 15                  | 0.400 | 0.151 | 0.649
    as often as chance would have it, error of 0.1000   | 25, 25, 25, 25                 | 0.000 | -0.196 | 0.196
    always                                              | 6, 0, 0, 4                     | 1.000 | 1.000 | 1.000
    never: seen 0, by chance 0.5                        | 0, 5, 5, 0                     | -1.000 | -1.000 | -1.000
    seen 0.8, by chance 0.56                            | 3, 1, 0, 1                     | 0.545 | -0.164 | 1.000
    """)
def test_by_hand(counts, kappa, low, high):
    found = agreement(pairs(*map(int, counts.split(", "))), confidence=0.95)
    assert [f"{each:.3f}" for each in (found.kappa, found.low, found.high)] == [kappa, low, high]


def test_what_is_seen_and_what_chance_would_give():
    found = agreement(pairs(20, 5, 10, 15), confidence=0.95)
    assert (found.pairs, found.observed, found.expected) == (50, 0.7, 0.5)


@pytest.mark.parametrize(("given_pairs", "why"), [([], "nothing"), ([("yes", "yes")] * 9, "one answer")])
def test_where_nothing_can_be_told_it_says_why(given_pairs, why):
    found = agreement(given_pairs, confidence=0.95)
    assert (found.kappa, found.low, found.high) == (None, None, None)
    assert why in found.why


ANSWERS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)), min_size=1, max_size=40)


@settings(max_examples=50)
@given(ANSWERS, st.permutations(WORDS))
def test_who_comes_first_and_what_answers_are_called_change_nothing(given_pairs, other):
    found = agreement(given_pairs, confidence=0.95)
    assert agreement([(two, one) for one, two in given_pairs], confidence=0.95) == found
    renamed = dict(zip(WORDS, other, strict=True))
    again = agreement([(renamed[one], renamed[two]) for one, two in given_pairs], confidence=0.95)
    assert again == found


@settings(max_examples=50)
@given(ANSWERS)
def test_kappa_lies_in_its_interval_and_wider_confidence_widens_it(given_pairs):
    found = agreement(given_pairs, confidence=0.9)
    if found.kappa is None:
        return
    wider = agreement(given_pairs, confidence=0.99)
    assert -1 <= found.low <= found.kappa <= found.high <= 1
    assert wider.low <= found.low
    assert wider.high >= found.high
