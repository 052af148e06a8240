"""A plain logistic curve worked in binary, and where its rounding might fall otherwise than the decimal
rule's."""

import ast
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from watchkeeper.instruments.columns import exactly
from watchkeeper.instruments.expressions import TOTAL, Expression
from watchkeeper.instruments.facts import Pack
from watchkeeper.instruments.vectors import Array

EDGE = 1e-6
"""Of the last place of a percentage: nearer than this to the middle between two, the decimal rule is asked.
"""
STEEPEST, FURTHEST, PLACES = 200.0, 1000.0, 4
"""Weights, totals and places within which the binary error stays below a tenth of the edge: a sum of two
numbers up to 200 is off by less than 1e-13, and what 200 times the curve makes of that is below 1e-7 of the
fourth place."""

type Curve = Callable[[NDArray[np.float64]], tuple[NDArray[np.bool_], Array]]


def curve(pack: Pack) -> Curve | None:
    """A plain logistic curve of the total, worked in binary: which rows lie too near an edge, and all."""
    weights = _logistic(pack.percent) if pack.percent is not None else None
    if weights is None or pack.places > PLACES:
        return None
    top, base, slope = weights
    if top > STEEPEST or abs(base) > STEEPEST or abs(slope) > STEEPEST:
        return None
    try:
        ends = [
            None if each is None else exactly(each, pack.places)
            for each in (pack.floor_percent, pack.top_percent)
        ]
    except ArithmeticError:
        return None

    def worked(total: NDArray[np.float64]) -> tuple[NDArray[np.bool_], Array]:
        with np.errstate(over="ignore"):
            scaled = top * 10**pack.places / (1.0 + np.exp(-(base + slope * total)))
        whole = np.floor(scaled)
        near = (np.abs(scaled - whole - 0.5) < EDGE) | (np.abs(total) > FURTHEST)
        found = np.floor(scaled + 0.5).astype(np.int64)
        floor, top_end = ends
        if floor is not None:
            found = np.maximum(found, floor)
        return near, found if top_end is None else np.minimum(found, top_end)

    return worked


def _logistic(percent: Expression) -> tuple[float, float, float] | None:
    """The three weights of `a * logistic(b + c * total)`; None for any other formula."""
    match ast.parse(percent.text, mode="eval").body:
        case ast.BinOp(
            left=ast.Constant(value=int() | float() as top),
            op=ast.Mult(),
            right=ast.Call(func=ast.Name(id="logistic"), args=[inner]),
        ):
            line = _line(inner)
            return None if line is None else (float(top), *line)
    return None


def _line(node: ast.expr) -> tuple[float, float] | None:
    match node:
        case ast.Name(id=name) if name == TOTAL:
            return 0.0, 1.0
        case ast.BinOp(
            left=base,
            op=ast.Add(),
            right=ast.BinOp(
                left=ast.Constant(value=int() | float() as slope), op=ast.Mult(), right=ast.Name(id=name)
            ),
        ) if name == TOTAL:
            match base:
                case ast.Constant(value=int() | float() as said):
                    return float(said), float(slope)
                case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as said)):
                    return -float(said), float(slope)
    return None
