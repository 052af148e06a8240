"""Formulas: arithmetic on named answers to the last digit, and nothing else."""

from datetime import date
from decimal import Decimal

import pytest

from tests.table import table
from watchkeeper.instruments.counting import Value
from watchkeeper.instruments.expressions import ExpressionError, UnknownError, read

VALUES: dict[str, Value] = {
    "n": Decimal(3),
    "none": Decimal(0),
    "sex": "male",
    "yes": True,
    "no": False,
    "born": date(2004, 2, 29),
    "on": date(2022, 2, 28),
    "violence.percent": Decimal("1.5"),
}


@table("""
    formula                        | text                                   | value
    -------------------------------|----------------------------------------|------
    every digit as written         | 0.40509688353291573                    | 0.40509688353291573
    tiny numbers                   | 1.98538471606e-05 * 1                  | 0.0000198538471606
    less than nothing              | -2.5 * n                               | -7.5
    brackets                       | (n + 1) * 2 - 8 / 4                    | 6
    a word compared                | 1 if sex == 'male' else 2              | 1
    one of several                 | 1 if sex in ('male', 'female') else 2  | 1
    none of several                | 1 if sex not in ('male', 'x') else 2   | 2
    yes counts one                 | yes + yes + no                         | 2
    yes compared with a number     | 1 if yes == 1 else 0                   | 1
    and, or, not                   | 1 if yes and not no or no else 0       | 1
    a polynomial                   | poly(n, 1, 0, 2)                       | 57
    largest and smallest           | max(n, 5) - min(n, 1)                  | 4
    rounded down                   | floor(7 / 2)                           | 3
    born on 29 February            | years(born, on)                        | 17
    completed months               | months(born, on)                       | 215
    a part of the pack             | violence.percent * 2                   | 3
    what is not needed is not asked | 4 if n >= 3 or missing > 2 else 5     | 4
""")
def test_a_formula_comes_to(text: str, value: str) -> None:
    assert read(text).value(VALUES) == Decimal(value)


def test_logarithm_and_logistic_are_worked_to_the_last_place() -> None:
    assert str(read("ln(2)").number(VALUES))[:34] == "0.69314718055994530941723212145817"
    assert read("logistic(0)").number(VALUES) == Decimal("0.5")


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "n.__class__.__mro__",
        "open('x')",
        "[n for n in (1, 2)]",
        "lambda: 1",
        "n if n",
        "1 < n < 3",
        "ln(1, 2)",
        "n ** 1000000",
        "f'{n}'",
        "n; n",
        "",
        "1" * 700,
        "(" * 300 + "1" + ")" * 300,
    ],
)
def test_anything_but_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        read(text)


@pytest.mark.parametrize(
    "text", ["1 / none", "ln(none)", "ln(0 - n)", "sex + 1", "n < born", "n and yes", "years(n, on)"]
)
def test_a_step_without_an_answer_says_so(text: str) -> None:
    with pytest.raises(ArithmeticError):
        read(text).value(VALUES)


def test_what_nobody_answered_is_not_taken_as_nothing() -> None:
    with pytest.raises(UnknownError, match="missing"):
        read("n + missing").value(VALUES)
    assert read("n + violence.percent + years(born, on)").names == {"n", "violence.percent", "born", "on"}
