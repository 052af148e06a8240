"""What a formula comes to, worked once for each set of answers met, and looked up for everybody else.

A logarithm of decimals of 34 digits takes a processor microseconds; a million people share a few thousand
sets of sex, sanctions and years. So the decimal rule itself is asked, once for each set, and no digit is
lost.
"""

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from watchkeeper.instruments.expressions import Expression, UnknownError, Values, read
from watchkeeper.instruments.facts import Asked
from watchkeeper.instruments.vectors import (
    UNKNOWN,
    UNSETTLED,
    Array,
    Columns,
    Names,
    Plain,
    PlainError,
    plain,
    whole,
)

DENSE = 1 << 20
"""Sets of answers a table has a place for, 8 MB of them; past that, those met are kept by themselves."""
SPARSE = 1 << 18  # sets remembered of those kept by themselves
EMPTY = np.iinfo(np.int64).min


@dataclass(frozen=True, slots=True)
class Leaf:
    """Something a formula rests on that stands in a column, and the name it has in what is left of it."""

    name: str
    plain: Plain

    @property
    def size(self) -> int | None:
        """How many answers it may have, not known among them; None where it has no bounds."""
        if self.plain.least is None or self.plain.most is None:
            return None
        return self.plain.most - self.plain.least + 2


@dataclass(frozen=True, slots=True)
class Rest:
    """A formula with everything that stands in columns taken out under names."""

    expression: Expression
    leaves: tuple[Leaf, ...]


def rest(expression: Expression, names: Names, *, largest: bool) -> Rest:
    """A formula parted into columns and what is left to look up.

    `largest` takes out the largest parts that columns work, and otherwise the smallest, which formulas share.
    Raises PlainError where it names something no column holds.
    """
    text, tree = expression.text, ast.parse(expression.text, mode="eval").body
    if not text.isascii():
        raise PlainError("a formula of other signs is worked one by one")
    found: dict[str, Leaf] = {}
    cuts = list[tuple[int, int, str]]()
    for node in _taken(tree, names, largest):
        segment = text[node.col_offset : node.end_col_offset]
        leaf = found.setdefault(segment, Leaf(_name(segment), plain(node, names)))
        cuts.append((node.col_offset, node.end_col_offset or 0, leaf.name))
    for start, end, name in sorted(cuts, reverse=True):
        text = f"{text[:start]}{name}{text[end:]}"
    left = read(text)
    if not left.names <= {leaf.name for leaf in found.values()}:
        raise PlainError(f"{expression.text} names what no column holds")
    return Rest(left, tuple(found.values()))


def _name(segment: str) -> str:
    if segment.replace(".", "").isidentifier():
        return segment
    return "of_" + "".join(each if each.isalnum() else f"_{ord(each)}_" for each in segment)


def _taken(node: ast.expr, names: Names, largest: bool) -> Iterator[ast.expr]:
    """The parts of a formula that columns hold: named answers, and sums of them without what is constant."""
    if isinstance(node, ast.Constant):
        return
    offset = isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant)
    if isinstance(node, ast.Name | ast.Attribute) or (not offset and (largest or _summed(node))):
        try:
            plain(node, names)
        except PlainError:
            if isinstance(node, ast.Name | ast.Attribute):
                raise
        else:
            yield node
            return
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.expr) and not (isinstance(node, ast.Call) and each is node.func):
            yield from _taken(each, names, largest)


def _summed(node: ast.expr) -> bool:
    """Whether a part is worked from numbers to a number, so that it is worth taking out by itself."""
    return isinstance(node, ast.BinOp | ast.Call)


class Lookup:
    """What some leaves come to together, by `worth` of their answers; remembered from list to list.

    `worth` gives a whole number, and raises UnknownError where what it asks is not known, which gives
    UNKNOWN, and ArithmeticError where there is no answer, which gives UNSETTLED.
    """

    def __init__(self, leaves: Sequence[Leaf], worth: Callable[[Values], int]) -> None:
        self.leaves, self.worth = tuple(leaves), worth
        sizes = [leaf.size for leaf in self.leaves]
        many = sets(self.leaves)
        self.sizes = [size or 0 for size in sizes]
        self.dense = np.full(many, EMPTY, np.int64) if many <= DENSE else None
        self.met: dict[bytes, int] = {}

    def of(self, columns: Columns) -> Array:
        """What each row comes to; UNSETTLED also where an answer lies outside the bounds of its leaf."""
        given = [leaf.plain.of(columns) for leaf in self.leaves]
        if not given:
            return np.full(len(next(iter(columns.values()))), self._asked(()), np.int64)
        return self._dense(given) if self.dense is not None else self._sparse(given)

    def _dense(self, given: list[Array]) -> Array:
        assert self.dense is not None
        key = np.zeros(len(given[0]), np.int64)
        outside = None
        for leaf, size, answers in zip(self.leaves, self.sizes, given, strict=True):
            known = answers > UNKNOWN
            place = np.where(known, answers - ((leaf.plain.least or 0) - 1), 1)
            if int(place.max(initial=1)) >= size or int(place.min(initial=1)) < 1:
                wrong = (place >= size) | (place < 1)
                outside = wrong if outside is None else outside | wrong
                place = np.where(wrong, 1, place)
            key = key * size + place * known
        found = self.dense[key]
        if int(found.min(initial=0)) == EMPTY:
            for each in np.unique(key[found == EMPTY]):
                self.dense[each] = self._asked(self._answers(int(each)))
            found = self.dense[key]
        return found if outside is None else np.where(outside, UNSETTLED, found)

    def _answers(self, key: int) -> tuple[int, ...]:
        found = list[int]()
        for leaf, size in zip(reversed(self.leaves), reversed(self.sizes), strict=True):
            key, place = divmod(key, size)
            found.append(UNKNOWN if place == 0 else place + (leaf.plain.least or 0) - 1)
        return tuple(reversed(found))

    def _sparse(self, given: list[Array]) -> Array:
        met, of = np.unique(np.stack(given, axis=1), axis=0, return_inverse=True)
        if len(self.met) > SPARSE:
            self.met.clear()
        worth = np.empty(len(met), np.int64)
        for row, each in enumerate(met):
            key = each.tobytes()
            if key not in self.met:
                self.met[key] = self._asked(tuple(each.tolist()))
            worth[row] = self.met[key]
        return worth[of.reshape(-1)]

    def _asked(self, answers: Sequence[int]) -> int:
        values = {
            leaf.name: leaf.plain.value(said)
            for leaf, said in zip(self.leaves, answers, strict=True)
            if said > UNKNOWN
        }
        try:
            found = self.worth(values)
        except UnknownError:
            return UNKNOWN
        except ArithmeticError:
            return UNSETTLED
        return found if UNKNOWN < found < -UNKNOWN else UNSETTLED


def looked_up(expression: Expression, names: Names, asked: Asked) -> Plain:
    """A formula of a kind worked in columns where they can, and looked up where they cannot."""
    try:
        found = plain(ast.parse(expression.text, mode="eval").body, names)
        if found.asked is asked:
            return found
    except PlainError:
        pass
    parted = rest(expression, names, largest=True)

    def worth(values: Values) -> int:
        if asked is Asked.YES_NO:
            return int(parted.expression.holds(values))
        number = parted.expression.number(values)
        if number != int(number):
            raise ArithmeticError(f"{number} is not whole")
        return int(number)

    table = Lookup(parted.leaves, worth)
    return Plain(asked, table.of, bool if asked is Asked.YES_NO else whole)


def sets(leaves: Iterable[Leaf]) -> int:
    """How many sets of answers some leaves have together; past DENSE where one has no bounds."""
    return prod(leaf.size or DENSE + 1 for leaf in leaves)
