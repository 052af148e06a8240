"""The peer of `bench_instruments`: one scale in SQL for DuckDB, in binary numbers, with no check of a fault.

What an analyst of a force would write. It asks nothing of the rows: no bounds, no checks, all known.
"""

import ast
import time
from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa

from watchkeeper.instruments.facts import Pack

AGES = {
    "age_conviction": ("birth_date", "conviction_date"),
    "age_first": ("birth_date", "first_sanction_date"),
    "age_start": ("birth_date", "start_date"),
}
COMPARED = {ast.Eq: "=", ast.GtE: ">=", ast.Lt: "<", ast.Gt: ">", ast.LtE: "<=", ast.NotEq: "<>"}
WORKED = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


def sql(node: ast.expr) -> str:
    """A formula of a pack in SQL. Raises ValueError for what the scale of this measurement has not."""
    match node:
        case ast.Constant(value=str() as said):
            return f"'{said}'"
        case ast.Constant():
            return f"CAST({node.value} AS DOUBLE)"
        case ast.Name():
            return node.id
        case ast.UnaryOp(op=ast.USub()):
            return f"(-{sql(node.operand)})"
        case ast.BinOp():
            return f"({sql(node.left)} {WORKED[type(node.op)]} {sql(node.right)})"
        case ast.Compare(ops=[op], comparators=[other]):
            return f"({sql(node.left)} {COMPARED[type(op)]} {sql(other)})"
        case ast.BoolOp():
            word = " AND " if isinstance(node.op, ast.And) else " OR "
            return f"({word.join(map(sql, node.values))})"
        case ast.Call(func=ast.Name(id="poly"), args=[value, *weights]):
            powers = (f"{sql(each)} * pow({sql(value)}, {at})" for at, each in enumerate(weights, 1))
            return f"({' + '.join(powers)})"
        case ast.Call(func=ast.Name(id=("min" | "max" | "ln") as name), args=given):
            called = {"min": "least", "max": "greatest"}.get(name, name)
            return f"{called}({', '.join(map(sql, given))})"
    raise ValueError(ast.dump(node))


def in_sql(pack: Pack, columns: Mapping[str, Sequence[str]]) -> tuple[float, list[float]]:
    """Seconds from columns of text to percentages, and the percentages, by DuckDB."""
    terms = []
    for term in pack.terms:
        gives = sql(ast.parse(term.gives.text, mode="eval").body)
        when = sql(ast.parse(term.when.text, mode="eval").body) if term.when else "TRUE"
        terms.append(f"CASE WHEN {when} THEN {gives} ELSE 0 END")
    offence = " ".join(f"WHEN '{each.name}' THEN {each.points}" for each in pack.item("offence").choices)
    terms.append(f"CASE offence {offence} END")
    ages = ", ".join(
        f"date_part('year', age({until}::DATE, {since}::DATE)) AS {name}"
        for name, (since, until) in AGES.items()
    )
    names = ("sex", "offence", "sanctions", *sorted({day for pair in AGES.values() for day in pair}))
    table = pa.table({name: columns[name] for name in names})
    store = duckdb.connect()
    began = time.perf_counter()
    store.register("people", table)
    found = store.sql(
        f"""
        WITH known AS (SELECT * REPLACE (sanctions::INTEGER AS sanctions), {ages},
            greatest(0, date_diff('month', start_date::DATE, DATE '2026-03-20')
                - CAST(day(start_date::DATE) > 20 AS INTEGER)) AS offence_free_months FROM people)
        SELECT round(100 / (1 + exp(-({" + ".join(terms)}))), 2) AS percent FROM known
        """
    ).to_arrow_table()
    return time.perf_counter() - began, found["percent"].to_pylist()
