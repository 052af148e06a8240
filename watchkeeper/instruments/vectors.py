"""Formulas worked for many people at once, in whole numbers: the same answer as for one, or none at all.

Counts, ages, days, choices and yes or no are whole numbers in a column; sums, comparisons and lengths of time
of them are exact. What is not known stays not known, and is looked at in the same order as for one person, so
that "sanctions >= 3 and ..." asks no further where it does not hold. Anything else, such as a logarithm, is
no part of this: `PlainError` says so, and `lookups` works it once for each set of answers met.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from watchkeeper.instruments.counting import Value
from watchkeeper.instruments.facts import Asked

type Array = NDArray[np.int64]
type Columns = Mapping[str, Array]
type Worked = Callable[[Columns], Array]

UNKNOWN = -(1 << 60)
"""What stands in a column where nobody answered; below every number that may be answered."""
UNSETTLED = UNKNOWN - 1
"""What stands where only the rule for one person can say: a fault, or a number too large for a column."""
LARGEST = 1_000_000_000  # of one answer: sums of a whole formula of such stay far within 64 bits
MONTHS, DAYS, YEAR = 12, 100, 10_000  # a day stands as the number YYYYMMDD
NUMBERS = (Asked.WHOLE, Asked.YES_NO)


class PlainError(ValueError):
    """A formula that whole numbers in columns do not work out exactly."""


@dataclass(frozen=True, slots=True)
class Plain:
    """What a column holds, or a formula gives: its kind, how it is worked, and its bounds where it has any.

    `value` is the answer that one of its numbers stands for; `choices` are the words of a choice, by number.
    """

    asked: Asked
    of: Worked
    value: Callable[[int], Value]
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()


type Names = Mapping[str, Plain]


def packed(day: date) -> int:
    """A day as a number that sorts and subtracts by the calendar: 20260320."""
    return day.year * YEAR + day.month * DAYS + day.day


def unpacked(number: int) -> date:
    """The day that such a number stands for."""
    return date(number // YEAR, number // DAYS % DAYS, number % DAYS)


def whole(number: int) -> Value:
    """A whole number as an answer."""
    return Decimal(number)


def _kept(worked: Array | NDArray[np.bool_], *columns: Array) -> Array:
    """What was worked out, where all it rests on is known."""
    known = columns[0] > UNKNOWN
    for each in columns[1:]:
        known &= each > UNKNOWN
    return np.where(known, worked, UNKNOWN).astype(np.int64, copy=False)


def plain(node: ast.expr, names: Names) -> Plain:
    """A formula worked in columns. Raises PlainError for one that whole numbers do not give exactly."""
    match node:
        case ast.Constant(value=bool() as said):
            return _constant(Asked.YES_NO, int(said))
        case ast.Constant(value=int() as said) if abs(said) <= LARGEST:
            return _constant(Asked.WHOLE, said)
        case ast.Name(id=name) if name in names:
            return names[name]
        case ast.Attribute(value=ast.Name(id=part), attr=name) if f"{part}.{name}" in names:
            return names[f"{part}.{name}"]
        case ast.UnaryOp(op=ast.USub()):
            inner = _number(node.operand, names)
            return _made(Asked.WHOLE, _turned(inner.of, 0), _minus(inner.most), _minus(inner.least))
        case ast.UnaryOp(op=ast.Not()):
            return _made(Asked.YES_NO, _turned(_yes_no(node.operand, names).of, 1), 0, 1)
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            return _sum(node, names)
        case ast.BoolOp():
            return _joined(node, names)
        case ast.Compare(ops=[op], comparators=[other]):
            return _compared(node.left, op, other, names)
        case ast.IfExp():
            return _either(node, names)
        case ast.Call(func=ast.Name(id=name), args=[*given]):
            return _called(name, given, names)
    raise PlainError(ast.dump(node))


def _made(asked: Asked, of: Worked, least: int | None = None, most: int | None = None) -> Plain:
    values: Mapping[Asked, Callable[[int], Value]] = {Asked.YES_NO: bool, Asked.DAY: unpacked}
    return Plain(asked, of, values.get(asked, whole), least, most)


def _constant(asked: Asked, said: int) -> Plain:
    return _made(
        asked, lambda columns: np.full(len(next(iter(columns.values()))), said, np.int64), said, said
    )


def _turned(inner: Worked, less: int) -> Worked:
    """A number less what is worked: the negative of it, or of yes or no the other."""

    def of(columns: Columns) -> Array:
        given = inner(columns)
        return _kept(less - given, given)

    return of


def _minus(bound: int | None) -> int | None:
    return None if bound is None else -bound


def _of_kind(node: ast.expr, names: Names, *kinds: Asked) -> Plain:
    found = plain(node, names)
    if found.asked not in kinds:
        raise PlainError(f"{ast.dump(node)} is {found.asked}")
    return found


def _number(node: ast.expr, names: Names) -> Plain:
    return _of_kind(node, names, *NUMBERS)


def _yes_no(node: ast.expr, names: Names) -> Plain:
    return _of_kind(node, names, Asked.YES_NO)


def _sum(node: ast.BinOp, names: Names) -> Plain:
    one, two = _number(node.left, names), _number(node.right, names)
    adds = isinstance(node.op, ast.Add)

    def of(columns: Columns) -> Array:
        left, right = one.of(columns), two.of(columns)
        return _kept(left + right if adds else left - right, left, right)

    ends = (two.least, two.most) if adds else (_minus(two.most), _minus(two.least))
    least, most = (
        None if mine is None or other is None else mine + other
        for mine, other in zip((one.least, one.most), ends, strict=True)
    )
    return _made(Asked.WHOLE, of, least, most)


def _joined(node: ast.BoolOp, names: Names) -> Plain:
    inner = [_yes_no(each, names) for each in node.values]
    goes_on = int(
        isinstance(node.op, ast.And)
    )  # the next is asked while each before it holds, or while none does

    def of(columns: Columns) -> Array:
        found = inner[0].of(columns)
        for each in inner[1:]:
            found = np.where(found == goes_on, each.of(columns), found)
        return found

    return _made(Asked.YES_NO, of, 0, 1)


COMPARED: Mapping[type[ast.cmpop], Callable[[Array, Array], NDArray[np.bool_]]] = {
    ast.Eq: np.equal,
    ast.NotEq: np.not_equal,
    ast.Lt: np.less,
    ast.LtE: np.less_equal,
    ast.Gt: np.greater,
    ast.GtE: np.greater_equal,
}


def _compared(left: ast.expr, op: ast.cmpop, right: ast.expr, names: Names) -> Plain:
    one = plain(left, names)
    if one.asked is Asked.CHOICE:
        among = isinstance(op, ast.Eq | ast.In)
        if not isinstance(op, ast.Eq | ast.NotEq | ast.In | ast.NotIn):
            raise PlainError("words have no order in columns")
        asked = [one.choices.index(each) if each in one.choices else -1 for each in _words(right)]

        def chosen(columns: Columns) -> Array:
            given = one.of(columns)
            found = given == asked[0] if len(asked) == 1 else np.isin(given, asked)
            return _kept(found if among else ~found, given)

        return _made(Asked.YES_NO, chosen, 0, 1)
    two = plain(right, names)
    alike = {one.asked, two.asked} <= set(NUMBERS) or (one.asked is two.asked is Asked.DAY)
    if not alike or type(op) not in COMPARED:
        raise PlainError("these are not compared in columns")
    held = COMPARED[type(op)]

    def of(columns: Columns) -> Array:
        first, second = one.of(columns), two.of(columns)
        return _kept(held(first, second), first, second)

    return _made(Asked.YES_NO, of, 0, 1)


def _words(node: ast.expr) -> list[str]:
    listed = node.elts if isinstance(node, ast.Tuple) else [node]
    said = [each.value for each in listed if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    if not said or len(said) != len(listed):
        raise PlainError("a choice is compared with words")
    return said


def _either(node: ast.IfExp, names: Names) -> Plain:
    test, one, two = _yes_no(node.test, names), plain(node.body, names), plain(node.orelse, names)
    if one.asked is not two.asked or one.asked in (Asked.CHOICE, Asked.NUMBER):
        raise PlainError("the two sides are of different kinds")

    def of(columns: Columns) -> Array:
        held = test.of(columns)
        return np.where(held == 1, one.of(columns), np.where(held == 0, two.of(columns), UNKNOWN))

    return _made(one.asked, of, _least(one.least, two.least), _most(one.most, two.most))


def _least(*bounds: int | None) -> int | None:
    return None if None in bounds else min(each for each in bounds if each is not None)


def _most(*bounds: int | None) -> int | None:
    return None if None in bounds else max(each for each in bounds if each is not None)


def _called(name: str, given: list[ast.expr], names: Names) -> Plain:
    if name in ("min", "max"):
        return _extreme(name == "min", [_number(each, names) for each in given])
    if name == "floor" and len(given) == 1:
        return _number(given[0], names)
    if name in ("years", "months"):
        since, until = (_of_kind(each, names, Asked.DAY) for each in given)
        return _made(Asked.WHOLE, _length(since.of, until.of, by_years=name == "years"))
    if name == "later" and isinstance(given[1], ast.Constant) and isinstance(given[1].value, int):
        day, by = _of_kind(given[0], names, Asked.DAY), given[1].value
        return _made(Asked.DAY, lambda columns: _later(day.of(columns), by))
    raise PlainError(f"{name} is not worked in columns")


def _extreme(least: bool, inner: list[Plain]) -> Plain:
    def of(columns: Columns) -> Array:
        worked = [each.of(columns) for each in inner]
        found = worked[0]
        for each in worked[1:]:
            found = np.minimum(found, each) if least else np.maximum(found, each)
        return _kept(found, *worked)

    lows, highs = [each.least for each in inner], [each.most for each in inner]
    some_low, some_high = [x for x in lows if x is not None], [x for x in highs if x is not None]
    if least:
        return _made(Asked.WHOLE, of, _least(*lows), min(some_high, default=None))
    return _made(Asked.WHOLE, of, max(some_low, default=None), _most(*highs))


def _length(since: Worked, until: Worked, *, by_years: bool) -> Worked:
    """Completed years or months between two days: their numbers, less the part of the day, whole ones
    counted."""

    def of(columns: Columns) -> Array:
        one, two = since(columns), until(columns)
        if by_years:
            return _kept((two - one) // YEAR, one, two)
        return _kept((_by_month(two) - _by_month(one)) // DAYS, one, two)

    return of


def _by_month(day: Array) -> Array:
    return (day // YEAR * MONTHS + day // DAYS % DAYS) * DAYS + day % DAYS


def _later(day: Array, by: int) -> Array:
    """The day so many months later; the month's last day where there is no such day."""
    month = day // YEAR * MONTHS + day // DAYS % DAYS - 1 + by
    year, month = month // MONTHS, month % MONTHS + 1
    leap = ((year % 4 == 0) & (year % 100 != 0)) | (year % 400 == 0)
    length = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])[month - 1] + (leap & (month == 2))
    return _kept(year * YEAR + month * DAYS + np.minimum(day % DAYS, length), day)
