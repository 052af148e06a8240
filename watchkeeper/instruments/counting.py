"""The arithmetic of instruments: decimal, and the same to the last digit on every machine.

Sums, products and quotients are worked to 34 digits, logarithms and exponentials correctly rounded to as
many. What one term adds is then rounded once, to 15 places, so that terms add up to their total exactly.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import (
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
)

from watchkeeper.law.clocks import months_after

type Value = Decimal | bool | str | date

PLACES = Decimal("1e-15")
EXACT = Context(prec=34, rounding=ROUND_HALF_EVEN, traps=[DivisionByZero, InvalidOperation])
ONE, NOTHING = Decimal(1), Decimal(0)


class ReckoningError(ArithmeticError):
    """A step that has no answer, such as the logarithm of nothing, or a word where a number belongs."""


def number(value: Value) -> Decimal:
    """A value as a number: yes counts 1, no counts 0. Raises ReckoningError for words and days."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool):
        return ONE if value else NOTHING
    raise ReckoningError(f"{value} is not a number")


def shown(value: Value) -> str:
    """A value as a person would write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def settled(value: Decimal) -> Decimal:
    """What one term adds, rounded once to 15 places, half to even."""
    return EXACT.quantize(value, PLACES)


def to_places(value: Decimal, places: int) -> Decimal:
    """A result as it is published: rounded half up."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=EXACT)


def ln(value: Value) -> Decimal:
    """Natural logarithm. Raises ReckoningError for nothing and less."""
    known = number(value)
    if known <= 0:
        raise ReckoningError(f"the logarithm of {known} is not a number")
    return EXACT.ln(known)


def logistic(value: Value) -> Decimal:
    """1 / (1 + e to the minus `value`), from 0 to 1."""
    return EXACT.divide(ONE, EXACT.add(ONE, EXACT.exp(EXACT.minus(number(value)))))


def poly(value: Value, *weights: Value) -> Decimal:
    """The first weight times `value`, the second times its square, and so on."""
    known, total = number(value), NOTHING
    for weight in reversed(weights):
        total = EXACT.multiply(EXACT.add(total, number(weight)), known)
    return total


def floor(value: Value) -> Decimal:
    """The whole number at or below a number."""
    return number(value).to_integral_value(rounding=ROUND_FLOOR)


def years(since: Value, until: Value) -> Decimal:
    """Completed years between two days, less than 0 before the first. Born on 29 February: 1 March.

    >>> years(date(2004, 2, 29), date(2022, 2, 28)), years(date(2004, 2, 29), date(2022, 3, 1))
    (Decimal('17'), Decimal('18'))
    """
    one, two = _days(since, until)
    return Decimal(two.year - one.year - ((two.month, two.day) < (one.month, one.day)))


def months(since: Value, until: Value) -> Decimal:
    """Completed months between two days, less than 0 before the first.

    >>> months(date(2025, 1, 31), date(2025, 2, 28)), months(date(2025, 1, 28), date(2025, 2, 28))
    (Decimal('0'), Decimal('1'))
    """
    one, two = _days(since, until)
    return Decimal((two.year - one.year) * 12 + two.month - one.month - (two.day < one.day))


def later(day: Value, by: Value) -> date:
    """The day so many calendar months later: the month's last day where there is no such day."""
    return months_after(int(number(by)), _day(day))


def most(*values: Value) -> Decimal:
    """The largest of some numbers."""
    return max(number(each) for each in values)


def least(*values: Value) -> Decimal:
    """The smallest of some numbers."""
    return min(number(each) for each in values)


FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "ln": ln,
    "logistic": logistic,
    "poly": poly,
    "floor": floor,
    "years": years,
    "months": months,
    "later": later,
    "max": most,
    "min": least,
}
"""What an expression of a pack may call."""


def _days(since: Value, until: Value) -> tuple[date, date]:
    return _day(since), _day(until)


def _day(value: Value) -> date:
    if isinstance(value, date):
        return value
    raise ReckoningError(f"{value} is not a day")
