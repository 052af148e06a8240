"""Totals, percentages and bands of many people at once, to the last digit of the rule for one.

A total stands as a whole number of 1e-15, and the points of a pack that are written with more places beside
it. A percentage is worked in binary and rounded; where rounding is near enough to an edge to fall otherwise,
and for every formula but the plain logistic, the decimal rule is asked.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

import numpy as np
from numpy.typing import NDArray

from watchkeeper.instruments.adding import Adder, adders
from watchkeeper.instruments.columns import exactly
from watchkeeper.instruments.counting import EXACT, NOTHING, Value, settled, shown
from watchkeeper.instruments.curves import curve
from watchkeeper.instruments.expressions import Values, asked
from watchkeeper.instruments.facts import Asked, Item, Pack, Part, Term
from watchkeeper.instruments.lookups import DENSE, Leaf, Lookup, looked_up, rest, sets
from watchkeeper.instruments.scoring import NOT_APPLICABLE, percentage
from watchkeeper.instruments.vectors import UNKNOWN, UNSETTLED, Array, Columns, Names, Plain, PlainError

DIGITS = 15  # places of a term, as `counting` rounds it
SMALL = 1 << 12  # sets of answers up to which formulas share a table
GREATEST, GROUPS = 500 * 10**DIGITS, 18  # of one table, and tables: their sum stays within 64 bits


@dataclass(frozen=True, slots=True)
class Totals:
    """What many people come to. `finer` are digits of the total past `DIGITS`; bands are ranks, -1 where
    none.

    Only rows that are `settled` are to be read; the others are for the rule for one person.
    """

    total: Array
    finer: Array
    percent: Array | None
    band: Array
    adjusted: Array
    settled: NDArray[np.bool_]


class Totalling:
    """A pack's counting, made ready for many. Raises PlainError for a pack that columns do not count."""

    def __init__(self, pack: Pack, names: Names) -> None:
        self.pack = pack
        self.parts = [_PartTotals(part, names) for part in pack.parts]
        named = dict(names)
        for part in self.parts:
            named.update(part.figures)
        self.finer_digits = max([0, *(_places(item) - DIGITS for item in pack.items)])
        self.tables = list(self._tables(named))
        self.leading = [
            Lookup([Leaf(item.ref, named[item.ref])], _leads(pack, item))
            for item in pack.items
            if any(each.at_least for each in item.choices)
        ]
        self.moving = [looked_up(each.by, named, Asked.WHOLE) for each in pack.adjustments]
        self.curve = curve(pack)
        self._percents: dict[tuple[int, int], int] = {}

    def _tables(self, names: Names) -> Iterable[tuple[Lookup, Lookup | None]]:
        """Adders put together in tables, so that those which rest on the same few answers are looked up at
        once."""
        counting = sum(item.counts for item in self.pack.items)
        every = adders(self.pack)  # items, then terms, then the matrix
        others = (*every[:counting], *every[counting + len(self.pack.terms) :])
        ready: list[tuple[_Ready, ...]] = [(_of_answers(self.pack, each, names),) for each in others]
        ready += [
            tuple(_of_term(term, names, largest=each) for each in (False, True)) for term in self.pack.terms
        ]
        groups = list[tuple[bool, dict[str, Leaf], list[_Ready]]]()
        for ways in sorted(ready, key=lambda ways: -min(sets(each.leaves) for each in ways)):
            if not _joined(groups, ways):
                alone = min(ways, key=lambda each: sets(each.leaves))
                groups.append((alone.finer, {leaf.name: leaf for leaf in alone.leaves}, [alone]))
        if len(groups) > GROUPS:
            raise PlainError(f"{self.pack.name} counts by more tables than its total has room for")
        for finer, leaves, members in groups:
            worth, part = _worth(members, self.finer_digits), 10**self.finer_digits
            rests = list(leaves.values())
            yield Lookup(rests, _coarse(worth, part)), Lookup(rests, _fine(worth, part)) if finer else None

    def of(self, columns: Columns) -> Totals:
        """What each row comes to."""
        with_parts, held = dict(columns), np.ones(_length(columns), np.bool_)
        for part in self.parts:
            held &= part.add(with_parts)
        total, finer = np.zeros(len(held), np.int64), np.zeros(len(held), np.int64)
        for coarse, fine in self.tables:
            worth = coarse.of(with_parts)
            held &= worth > UNKNOWN
            total += worth
            if fine is not None:
                finer += fine.of(with_parts)
        carried, finer = np.divmod(finer, 10**self.finer_digits)
        total += carried
        percent = self._percent(total, finer, held)
        base = self._reached(total, finer, percent)
        for table in self.leading:
            led = table.of(with_parts)
            held &= led > UNKNOWN
            base = np.maximum(base, led)
        adjusted = base
        for moving in self.moving:
            by = moving.of(with_parts)
            held &= by > UNKNOWN
            adjusted = adjusted + by
        adjusted = np.clip(adjusted, 0, len(self.pack.bands) - 1) if self.pack.bands else base
        return Totals(total, finer, percent, base, adjusted, held)

    def exact(self, total: int, finer: int) -> Decimal:
        """A total as the rule for one person gives it."""
        return Decimal(total * 10**self.finer_digits + finer).scaleb(-DIGITS - self.finer_digits, EXACT)

    def percentage(self, percent: int) -> Decimal:
        """A percentage as the rule for one person gives it."""
        return Decimal(percent).scaleb(-self.pack.places, EXACT)

    def _percent(self, total: Array, finer: Array, held: NDArray[np.bool_]) -> Array | None:
        if self.pack.percent is None:
            return None
        found = np.full(len(total), UNSETTLED, np.int64)
        by_rule = held
        if self.curve is not None:
            near, worked = self.curve(total / 10**DIGITS + finer / 10 ** (DIGITS + self.finer_digits))
            found, by_rule = np.where(near, found, worked), held & near
        rows = np.flatnonzero(by_rule)
        if len(rows):
            if self.finer_digits:
                met, of = np.unique(np.stack([total[rows], finer[rows]], 1), axis=0, return_inverse=True)
                pairs = [(int(one), int(two)) for one, two in met]
            else:
                alone, of = np.unique(total[rows], return_inverse=True)
                pairs = [(int(one), 0) for one in alone]
            found[rows] = np.array([self._by_rule(*pair) for pair in pairs], np.int64)[of.reshape(-1)]
        held &= ~held | (found > UNKNOWN)
        return found

    def _by_rule(self, total: int, finer: int) -> int:
        if len(self._percents) > DENSE:
            self._percents.clear()
        if (total, finer) not in self._percents:
            try:
                percent = percentage(self.pack, self.exact(total, finer))
                found = UNSETTLED if percent is None else exactly(percent, self.pack.places)
            except ArithmeticError:
                found = UNSETTLED
            self._percents[total, finer] = found
        return self._percents[total, finer]

    def _reached(self, total: Array, finer: Array, percent: Array | None) -> Array:
        """The rank of the band that a total, or its percentage, reaches by itself."""
        found = np.full(len(total), 0 if self.pack.bands else -1, np.int64)
        if self.pack.matrix:
            return np.asarray(total // 10**DIGITS)
        for rank, band in enumerate(self.pack.bands):
            if band.least is None:
                continue
            if self.pack.by_percent and percent is not None:
                reached = percent >= _upwards(band.least, self.pack.places)
            else:
                coarse, fine = divmod(_upwards(band.least, DIGITS + self.finer_digits), 10**self.finer_digits)
                reached = (total > coarse) | ((total == coarse) & (finer >= fine))
            found = np.where(reached, rank, found)
        return found


class _PartTotals:
    """Another pack that one rests on: its figures stand in columns of their own."""

    def __init__(self, part: Part, names: Names) -> None:
        self.part, self.totalling = part, Totalling(part.pack, names)
        self.when = looked_up(part.when, names, Asked.YES_NO) if part.when else None
        pack, ref = part.pack, part.ref
        bands = (*(each.name for each in pack.bands), NOT_APPLICABLE)

        def at(name: str) -> Callable[[Columns], Array]:
            return lambda columns: columns[f"{ref}.{name}"]

        self.figures: dict[str, Plain] = {}
        if pack.bands:
            self.figures[f"{ref}.rank"] = Plain(Asked.WHOLE, at("rank"), Decimal, 0, len(pack.bands))
            self.figures[f"{ref}.band"] = Plain(
                Asked.CHOICE, at("band"), bands.__getitem__, 0, len(bands) - 1, bands
            )
        if pack.percent is not None:
            self.figures[f"{ref}.percent"] = Plain(
                Asked.NUMBER, at("percent"), _scaled(pack.places), 0, 100 * 10**pack.places
            )
        if not self.totalling.finer_digits:
            self.figures[f"{ref}.total"] = Plain(Asked.NUMBER, at("total"), _scaled(DIGITS))

    def add(self, columns: dict[str, Array]) -> NDArray[np.bool_]:
        """Put the part's figures among the columns, and say in which rows they are settled."""
        came, ref = self.totalling.of(columns), self.part.ref
        figures = {"rank": came.adjusted, "band": came.adjusted, "total": came.total}
        if came.percent is not None:
            figures["percent"] = came.percent
        applies = self.when.of(columns) if self.when else np.ones(len(came.total), np.int64)
        none = {"band": len(self.part.pack.bands)}
        for name, column in figures.items():
            columns[f"{ref}.{name}"] = np.where(applies == 0, none.get(name, 0), column)
        return np.asarray((applies == 0) | ((applies == 1) & came.settled))


@dataclass(frozen=True, slots=True)
class _Ready:
    """An adder with the leaves it rests on, and its value from the answers of those."""

    leaves: tuple[Leaf, ...]
    value: Callable[[Values], Decimal]
    finer: bool


def _of_answers(pack: Pack, adder: Adder, names: Names) -> _Ready:
    if not adder.names <= names.keys():
        raise PlainError(f"{adder.ref} rests on what no column holds")
    item = next((each for each in pack.items if each.ref == adder.ref), None)
    leaves = tuple(Leaf(name, names[name]) for name in sorted(adder.names))
    return _Ready(leaves, adder.value, item is not None and _places(item) > DIGITS)


def _of_term(term: Term, names: Names, *, largest: bool) -> _Ready:
    gives = rest(term.gives, names, largest=largest)
    when = rest(term.when, names, largest=largest) if term.when else None

    def value(values: Values) -> Decimal:
        if when is not None and not when.expression.holds(values):
            return NOTHING
        return settled(gives.expression.number(values))

    leaves = {leaf.name: leaf for each in (when, gives) if each for leaf in each.leaves}
    return _Ready(tuple(leaves.values()), value, finer=False)


def _joined(groups: list[tuple[bool, dict[str, Leaf], list[_Ready]]], ways: tuple[_Ready, ...]) -> bool:
    """Put a term, parted in one of some ways, into the first table that need not grow much for it."""
    for each in ways:
        for finer, leaves, members in groups:
            together = {**leaves, **{leaf.name: leaf for leaf in each.leaves}}
            held = min(DENSE, max(SMALL, sets(leaves.values())))
            if finer is each.finer and sets(together.values()) <= held:
                leaves.update(together)
                members.append(each)
                return True
    return False


def _worth(members: Sequence[_Ready], finer_digits: int) -> Callable[[Values], int]:
    return lambda values: exactly(
        sum((each.value(values) for each in members), NOTHING), DIGITS + finer_digits
    )


def _coarse(worth: Callable[[Values], int], part: int) -> Callable[[Values], int]:
    def of(values: Values) -> int:
        found = worth(values) // part
        if abs(found) > GREATEST:
            raise ArithmeticError("it is more than a total has room for")
        return found

    return of


def _fine(worth: Callable[[Values], int], part: int) -> Callable[[Values], int]:
    return lambda values: worth(values) % part


def _places(item: Item) -> int:
    points = [*(each.points for each in item.choices), *(counts for _, counts in item.steps)]
    return max([0, *(-int(each.as_tuple().exponent) for each in points)])


def _leads(pack: Pack, item: Item) -> Callable[[Values], int]:
    answer = asked(item.ref)
    ranks: Mapping[str, int] = {
        each.name: pack.rank(each.at_least) if each.at_least else 0 for each in item.choices
    }
    return lambda values: ranks[shown(answer(values))]


def _scaled(places: int) -> Callable[[int], Value]:
    return lambda number: Decimal(number).scaleb(-places, EXACT)


def _upwards(value: Decimal, digits: int) -> int:
    return int(value.scaleb(digits, EXACT).to_integral_value(rounding=ROUND_CEILING))


def _length(columns: Columns) -> int:
    return len(next(iter(columns.values())))
