"""Whatever is within the distance of another is found, and nothing else: held against every pair."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchkeeper.places.directory import folder, letter
from watchkeeper.places.near import APART, Near
from watchkeeper.places.postcodes import exact_of, normal

OTHERS = ("not known", "", "N1 9CC", "JE1 0BD", "BT1 1AA", "BT1 1AB")


@pytest.fixture(scope="module")
def crowded() -> tuple[str, ...]:
    """Units of a few streets, of which hundreds lie within a walk of one another, and some with no place."""
    units = letter(folder(), "W").units
    return (*(unit.decode() for unit in units[:400].tolist()), *OTHERS)


@settings(max_examples=25, deadline=None)
@given(data=st.data(), metres=st.sampled_from([0, 1, 49.5, 250, 3_000]))
def test_the_neighbours_are_those_of_every_pair(
    crowded: tuple[str, ...], data: st.DataObject, metres: float
) -> None:
    held = data.draw(st.lists(st.sampled_from(crowded), max_size=60))
    asked = data.draw(st.lists(st.sampled_from(crowded), max_size=12))
    codes = [normal(each) for each in held]
    places = exact_of(codes)
    for each, found in zip(asked, Near(held).within_each(asked, metres), strict=True):
        here, code = exact_of([normal(each)])[0], normal(each)
        same = [one == code for one in codes]
        far = np.where(same, 0.0, np.maximum(np.hypot(*(places - here).T), APART)) if codes else []
        expected = [(at, away) for at, away in enumerate(far) if code and codes[at] and away <= metres]
        assert found == sorted(expected, key=lambda one: (one[1], one[0]))


def test_two_at_the_very_distance_are_within() -> None:
    one, other = exact_of(["W1A 1AA", "W1A 1AB"])
    assert np.isfinite((one, other)).all()
    apart = float(np.hypot(*(one - other)))
    near = Near(["W1A 1AB"])
    assert near.within("W1A 1AA", apart) == [(0, apart)]
    assert near.within("W1A 1AA", np.nextafter(apart, 0)) == []
