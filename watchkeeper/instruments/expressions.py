"""Formulas of a pack, written as they are published: held to a short list of words, never run as code.

`0.769 * ln(sanctions / (age_conviction - age_first + 12))` is arithmetic on named answers. Numbers keep every
digit they are written with. Nothing but arithmetic, comparison and the functions of `counting` is understood.
"""

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from inspect import signature

from watchkeeper.instruments.counting import EXACT, FUNCTIONS, ReckoningError, Value, number

LONGEST = 600  # characters; the longest published formula needs about 200

ON, TOTAL = "on", "total"
"""The day of assessment, and the sum of the terms, which the formula of a percent names."""
FIGURES = ("percent", "total", "rank", "band")
"""What a formula may name of a part: `violence.percent`."""

type Values = Mapping[str, Value]
type Worked = Callable[[Values], Value]

TIMES: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: EXACT.add,
    ast.Sub: EXACT.subtract,
    ast.Mult: EXACT.multiply,
    ast.Div: EXACT.divide,
}
COMPARED: Mapping[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


class ExpressionError(ValueError):
    """A formula that is not understood: what of it, and what would be."""


class UnknownError(LookupError):
    """A formula asks for an answer that nobody gave. It is never taken as nothing."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One formula: its text, and the answers it names."""

    text: str
    names: frozenset[str]
    _worked: Worked = field(repr=False, compare=False)

    def value(self, values: Values) -> Value:
        """What the formula comes to. Raises UnknownError where an answer it needs is not among `values`,
        and ArithmeticError where it has no answer.
        """
        return self._worked(values)

    def number(self, values: Values) -> Decimal:
        """What the formula comes to, as a number. Raises as `value` does."""
        return number(self._worked(values))

    def holds(self, values: Values) -> bool:
        """Whether the formula holds. Raises as `value` does, and ReckoningError where it is no yes or no."""
        found = self._worked(values)
        if not isinstance(found, bool):
            raise ReckoningError(f"{self.text} is not yes or no")
        return found


def read(text: str) -> Expression:
    """The formula written in `text`. Raises ExpressionError with what is not understood."""
    if len(text) > LONGEST:
        raise ExpressionError(f"is {len(text)} characters long; {LONGEST} is the most")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
        worked = _compiled(tree, text.strip())
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ExpressionError(f"{text!r} is not a formula") from error
    return Expression(text.strip(), frozenset(_names(tree)), worked)


def _names(node: ast.expr) -> Iterator[str]:
    """Answers a formula names: `sanctions`, or `violence.percent` for what a part of the pack came to."""
    called = {id(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)}
    inner = {id(each.value) for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    for each in ast.walk(node):
        if id(each) in called or id(each) in inner:
            continue
        if isinstance(each, ast.Name):
            yield each.id
        elif isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
            yield f"{each.value.id}.{each.attr}"


def _compiled(node: ast.expr, text: str) -> Worked:
    match node:
        case ast.Constant():
            return _constant(node, text)
        case ast.Name():
            return asked(node.id)
        case ast.Attribute(value=ast.Name(id=part)):
            return asked(f"{part}.{node.attr}")
        case ast.BinOp() if type(node.op) in TIMES:
            one, two = _compiled(node.left, text), _compiled(node.right, text)
            times = TIMES[type(node.op)]
            return lambda values: times(number(one(values)), number(two(values)))
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant() as operand):
            negative = EXACT.minus(number(_constant(operand, text)({})))
            return lambda _: negative
        case ast.UnaryOp(op=ast.USub()):
            inner = _compiled(node.operand, text)
            return lambda values: EXACT.minus(number(inner(values)))
        case ast.UnaryOp(op=ast.Not()):
            inner = _compiled(node.operand, text)
            return lambda values: not _true(inner(values))
        case ast.BoolOp():
            return _joined(node, text)
        case ast.Compare():
            return _compared(node, text)
        case ast.IfExp():
            test, one, two = (_compiled(each, text) for each in (node.test, node.body, node.orelse))
            return lambda values: one(values) if _true(test(values)) else two(values)
        case ast.Call(func=ast.Name(id=name), keywords=[]) if name in FUNCTIONS:
            called, given = FUNCTIONS[name], [_compiled(each, text) for each in node.args]
            _takes(name, len(given))
            return lambda values: called(*(each(values) for each in given))
    found = ast.get_source_segment(text, node) or text
    raise ExpressionError(
        f"{found!r} is not understood: a formula may use + - * /, comparisons, and, or, not, in, if, "
        f"{', '.join(sorted(FUNCTIONS))}"
    )


def _takes(name: str, given: int) -> None:
    try:
        signature(FUNCTIONS[name]).bind(*range(given))
    except TypeError as error:
        raise ExpressionError(f"{name} does not take {given} values") from error


def _constant(node: ast.Constant, text: str) -> Worked:
    value = node.value
    known: Value
    if isinstance(value, bool | str):
        known = value
    elif isinstance(value, int | float):
        known = Decimal(ast.get_source_segment(text, node) or repr(value))  # every digit as written
    else:
        raise ExpressionError(f"{value!r} is not understood in a formula")
    return lambda _: known


def asked(name: str) -> Worked:
    """The answer of a name, looked up among those given. It raises UnknownError where it is not there."""

    def answer(values: Values) -> Value:
        try:
            return values[name]
        except KeyError:
            raise UnknownError(name) from None

    return answer


def _joined(node: ast.BoolOp, text: str) -> Worked:
    inner = [_compiled(each, text) for each in node.values]
    if isinstance(node.op, ast.And):
        return lambda values: all(_true(each(values)) for each in inner)
    return lambda values: any(_true(each(values)) for each in inner)


def _compared(node: ast.Compare, text: str) -> Worked:
    if len(node.ops) != 1:
        raise ExpressionError("compares more than two at once: join them with and")
    one, op, two = _compiled(node.left, text), node.ops[0], node.comparators[0]
    if isinstance(op, ast.In | ast.NotIn) and isinstance(two, ast.Tuple):
        listed = [_compiled(each, text) for each in two.elts]
        among = isinstance(op, ast.In)
        return lambda values: (one(values) in [each(values) for each in listed]) is among
    if type(op) not in COMPARED:
        raise ExpressionError(f"{ast.get_source_segment(text, node)!r} is not a comparison")
    other, held = _compiled(two, text), COMPARED[type(op)]

    def compared(values: Values) -> bool:
        left, right = one(values), other(values)
        if isinstance(left, Decimal | bool) and isinstance(right, Decimal | bool):
            return held(number(left), number(right))  # yes counts 1
        if type(left) is not type(right):
            raise ReckoningError(f"{left} and {right} cannot be compared")
        return held(left, right)

    return compared


def _true(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    raise ReckoningError(f"{value} is not yes or no")
