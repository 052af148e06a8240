"""How a forecast of who is in is scored."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.visits.rules.scoring import (
    Band,
    brier,
    calibration_error,
    gained,
    log_loss,
    reliability,
)


@table("""
    case                         | said     | found | brier  | log_loss
    -----------------------------|----------|-------|--------|---------
    even odds, always            | 0.5, 0.5 | 1, 0  | 0.25   | 0.693147
    nine in ten, right and wrong | 0.9, 0.9 | 1, 0  | 0.41   | 1.203973
    sure and right               | 1.0, 0.0 | 1, 0  | 0      | 0
    """)
def test_on_fingers(said, found, brier, log_loss):
    said, found = (np.array([float(each) for each in text.split(",")]) for text in (said, found))
    assert scores(said, found) == pytest.approx((float(brier), float(log_loss)), abs=1e-6)


def scores(said, found):
    return brier(said, found), log_loss(said, found)


def test_sure_and_wrong_is_worse_than_anything_and_still_a_number():
    assert 30 < log_loss(np.array([1.0]), np.array([0.0])) < 40


chance = st.floats(0.01, 0.99)


@settings(max_examples=60, deadline=None)
@given(chance, chance)
def test_nobody_does_better_by_saying_anything_but_the_truth(truth, said):
    truth, said = np.array([truth]), np.array([said])
    assert log_loss(said, truth) >= log_loss(truth, truth) - 1e-12


def test_bands_of_equal_number_lowest_first():
    said = np.array([0.9, 0.1, 0.8, 0.2])
    found = np.array([1.0, 0.0, 1.0, 1.0])
    got = reliability(said, found, bands=2)
    assert got == (Band(pytest.approx(0.15), 0.5, 2), Band(pytest.approx(0.85), 1.0, 2))
    assert calibration_error(got) == pytest.approx((0.35 + 0.15) / 2)
    assert sum(band.many for band in reliability(said, found, bands=10)) == 4


@table("""
    case                    | loss | gained
    ------------------------|------|-------
    knows nobody            | 0.75 | 0
    half way                | 0.5  | 0.5
    knows everything        | 0.25 | 1
    worse than nothing      | 1.0  | -0.5
    """)
def test_the_share_of_the_possible_gain(loss, gained):
    assert share(float(loss)) == pytest.approx(float(gained))


def share(loss):
    return gained(loss, least=0.25, most=0.75)
