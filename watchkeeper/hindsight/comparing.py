"""Two readings of one day side by side: what was known at an instant and what is held true now."""

from collections.abc import Mapping

from watchkeeper.hindsight.facts import Matter


def side_by_side(
    known: Mapping[tuple[str, str], str], true: Mapping[tuple[str, str], str]
) -> tuple[Matter, ...]:
    """Each thing of either reading by its kind and what it is about: the true ones first, in their order.

    Nothing of either is left out, and what both say alike is one line. A database on two time axes
    answers both: Snodgrass, Developing Time-Oriented Database Applications in SQL, ch. 10.
    """
    order = [*true, *(each for each in known if each not in true)]
    return tuple(
        Matter(kind, about, known.get((kind, about), ""), true.get((kind, about), ""))
        for kind, about in order
    )
