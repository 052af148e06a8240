"""What adds to the total of a pack, one by one: answers that carry points, formulas, the cell of a matrix."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from watchkeeper.instruments.counting import NOTHING, ReckoningError, number, settled, shown
from watchkeeper.instruments.expressions import Expression, Values, asked
from watchkeeper.instruments.facts import Item, Matrix, Pack, Term

SHELF = 256  # packs remembered: more than a force holds


@dataclass(frozen=True, slots=True)
class Adder:
    """One thing that adds to the total, where `when` holds, and the answers it may ask for."""

    ref: str
    says: str
    names: frozenset[str]
    value: Callable[[Values], Decimal] = field(compare=False)
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class _Held:
    """A pack told from another by the hash of its content alone: the rest follows from it."""

    hash: str
    pack: Pack = field(compare=False)


@lru_cache(maxsize=SHELF)
def _remembered(held: _Held) -> tuple[Adder, ...]:
    return tuple(_adders(held.pack))


def adders(pack: Pack) -> tuple[Adder, ...]:
    """Everything that adds to the total of a pack, in its order; worked out once for each pack."""
    return _remembered(_Held(pack.hash, pack))


def _adders(pack: Pack) -> list[Adder]:
    found = [_of_item(item) for item in pack.items if item.counts]
    found.extend(_of_term(term) for term in pack.terms)
    if pack.matrix is not None:
        found.append(_of_matrix(pack, pack.matrix))
    return found


def _of_item(item: Item) -> Adder:
    return Adder(item.ref, item.says, frozenset({item.ref}), _stepped(item) if item.steps else _chosen(item))


def _stepped(item: Item) -> Callable[[Values], Decimal]:
    answer = asked(item.ref)

    def points(values: Values) -> Decimal:
        value = number(answer(values))
        return max(
            ((least, counts) for least, counts in item.steps if least <= value), default=(NOTHING, NOTHING)
        )[1]

    return points


def _chosen(item: Item) -> Callable[[Values], Decimal]:
    answer, counts = asked(item.ref), {each.name: each.points for each in item.choices}
    return lambda values: counts[shown(answer(values))]


def _of_term(term: Term) -> Adder:
    names = term.gives.names | (term.when.names if term.when else frozenset())

    def gives(values: Values) -> Decimal:
        if term.when is not None and not term.when.holds(values):
            return NOTHING
        return settled(term.gives.number(values))

    return Adder(term.ref, term.says, names, gives, term.when)


def _of_matrix(pack: Pack, matrix: Matrix) -> Adder:
    def rank(values: Values) -> Decimal:
        down, across = str(matrix.down.value(values)), str(matrix.across.value(values))
        try:
            return Decimal(pack.rank(matrix.cells[down][across]))
        except KeyError:
            raise ReckoningError(f"the matrix has no cell for {down} and {across}") from None

    names = matrix.down.names | matrix.across.names
    return Adder("matrix", "the two results together", names, rank)
