"""Plain Python loops compiled to machine code once and kept beside their file."""

from collections.abc import Callable
from typing import Any, cast

from numba import njit


def compiled[**Given, Answer](function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """`function` compiled by numba at its first call, and read from its cache at the next start."""
    return cast(Callable[Given, Answer], njit(cache=True, error_model="numpy")(function))


def within[**Given, Answer](function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """The same for a loop that only compiled loops call: no door for Python is built, which takes long."""
    doorless: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
    return cast(Callable[Given, Answer], njit(cache=True, error_model="numpy", **doorless)(function))
