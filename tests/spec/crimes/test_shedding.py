"""Who holds too much gives up what they were given last, and no more of it than they must."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.crimes.rules.shedding import Piece, fits, to_shed

FIRST = date(2026, 1, 5)


def hand(weights: str) -> list[Piece]:
    """Crimes of these weights, A first, each given a day after the one before it."""
    each = (float(weight) for weight in weights.split())
    return [Piece(chr(ord("A") + at), weight, FIRST + timedelta(days=at)) for at, weight in enumerate(each)]


@table("""
    what is held, oldest first              | weights   | load | most | leaves
    nothing                                 |           | 26   | 25   |
    one less than the cap                   | 1 1 1     | 24   | 25   |
    exactly the cap                         | 1 1 1     | 25   | 25   |
    one over: the newest goes               | 1 1 1     | 26   | 25   | C
    two over: the two newest                | 1 1 1     | 27   | 25   | B C
    half over                               | 1 0.5 0.5 | 25.5 | 25   | C
    the newest is not heavy enough          | 1 2 1     | 27   | 25   | B
    nor the one before it, but both are     | 1 2 1     | 28   | 25   | B C
    all of it is not enough                 | 1 1 1     | 29   | 25   | A B C
    thirds that add up to the cap           | 0.1 0.2   | 25.3 | 25   | A B
""")
def test_who_holds_too_much_gives_up_the_newest(weights: str, load: str, most: str, leaves: str) -> None:
    found = to_shed(hand(weights), float(load), float(most))
    assert sorted(piece.ref for piece in found) == leaves.split()


@given(
    st.lists(st.tuples(st.sampled_from([0.25, 0.5, 1.0, 2.0, 3.0]), st.integers(0, 9)), max_size=12),
    st.integers(0, 20),
    st.integers(1, 25),
    st.randoms(),
)
def test_enough_goes_and_nothing_that_could_stay_whatever_the_order(
    said: list[tuple[float, int]], besides: int, most: int, shuffled: "object"
) -> None:
    held = [Piece(f"C{at:02}", weight, FIRST + timedelta(days=day)) for at, (weight, day) in enumerate(said)]
    load = besides + sum(piece.weight for piece in held)
    leaving = to_shed(held, load, most)
    stays = load - sum(piece.weight for piece in leaving)
    assert fits(stays, most) or set(leaving) == set(held)
    if fits(stays, most):
        assert not any(fits(stays + piece.weight, most) for piece in leaving)
    other = list(held)
    shuffled.shuffle(other)  # type: ignore[attr-defined]
    assert to_shed(other, load, most) == leaving
