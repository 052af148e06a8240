"""The language of a model of identity, printed as SQL for DuckDB and for Spark.

The fast twin of `people/rules/conditions.py`: `tests/engine/test_identity.py` holds them together. An AND
asks all of its parts of every pair; a CASE asks the next only where those before it left it open. What is
dear is asked after what is cheap and settles most pairs.
"""

from collections.abc import Callable, Mapping

from watchkeeper.people.rules.conditions import Condition
from watchkeeper.people.rules.forms import PARTED

LIKENESS = {"duckdb": "jaro_winkler_similarity", "spark": "jaro_winkler"}
OVERLAP = {"duckdb": "list_has_any", "spark": "arrays_overlap"}
HOLDS = {"duckdb": "list_contains", "spark": "array_contains"}
SPLIT = {"duckdb": "string_split({}, '|')", "spark": "split({}, '[|]')"}
OTHERWISE = "ELSE"


def printed(condition: Condition, dialect: str) -> str:
    """The condition as SQL over columns that end in `_l` and `_r`. Whatever is NULL does not hold.

    Raises KeyError for a word the language does not have.
    """
    word, *rest = condition
    if word == "all":
        return _all([printed(part, dialect) for part in rest])
    if word == "any":
        return _any([printed(part, dialect) for part in rest])
    if word == "not":
        return f"(NOT coalesce({printed(rest[0], dialect)}, false))"
    if word == "otherwise":
        return OTHERWISE
    return _WORDS[word](dialect, *rest)


def several(column: str) -> str:
    """SQL for whether a set, joined by `|`, has more than one member."""
    return f"contains({column}, '{PARTED}')"


def _all(parts: list[str]) -> str:
    first, *rest = parts
    return f"(CASE WHEN {first} THEN {_all(rest)} ELSE false END)" if rest else first


def _any(parts: list[str]) -> str:
    return f"(CASE {' '.join(f'WHEN {part} THEN true' for part in parts)} ELSE false END)"


def _shared(dialect: str, name: str) -> str:
    """Most sets have one member, and need not be taken apart."""
    left, right = f"{name}_l", f"{name}_r"
    whole = f"{OVERLAP[dialect]}({SPLIT[dialect].format(left)}, {SPLIT[dialect].format(right)})"
    return _any([f"{left} = {right}", f"({several(left)} OR {several(right)}) AND {whole}"])


def _among(dialect: str, name: str, sets: str) -> str:
    def held(one: str, other: str) -> str:
        whole, asked = f"{sets}_{other}", f"{name}_{one}"
        inside = f"{HOLDS[dialect]}({SPLIT[dialect].format(whole)}, {asked})"
        return _any([f"{asked} = {whole}", _all([several(whole), inside])])

    return _any([held("l", "r"), held("r", "l")])


def _like(dialect: str, name: str, least: float, other: str = "") -> str:
    return f"({LIKENESS[dialect]}({name}_l, {other or name}_r) >= {least})"


def _across(dialect: str, name: str, second: str, nearer: float, farther: float) -> str:
    def both(first: float, last: float) -> str:
        return _all([_like(dialect, name, first, second), _like(dialect, second, last, name)])

    return _any([both(nearer, farther), both(farther, nearer)])


def _apart(_: str, name: str, most: int) -> str:
    """Letters are counted only where the lengths allow it, and at one letter where one half is the same."""
    left, right = f"{name}_l", f"{name}_r"
    near = [f"(abs(length({left}) - length({right})) <= {most})"]
    if most == 1:
        half = f"cast(floor((greatest(least(length({left}), length({right})), 1) - 1) / 2) as int)"
        same = (f"{end}({left}, {half}) = {end}({right}, {half})" for end in ("left", "right"))
        near.append(f"({' OR '.join(same)})")
    return _all([*near, f"(damerau_levenshtein({left}, {right}) <= {most})"])


def _plain(sql: str) -> Callable[..., str]:
    return lambda _, *rest: sql.format(*rest)


_WORDS: Mapping[str, Callable[..., str]] = {
    "same": _plain("({0}_l = {0}_r)"),
    "shared": _shared,
    "among": _among,
    "crossed": _plain("({0}_l = {1}_r AND {1}_l = {0}_r)"),
    "across": _across,
    "turned": _plain(
        "(length({0}_l) >= {1} AND substr({0}_l, 1, 1) = substr({0}_r, 2, 1) AND "
        "substr({0}_l, 2, 1) = substr({0}_r, 1, 1) AND substr({0}_l, 3) = substr({0}_r, 3))"
    ),
    "like": _like,
    "apart": _apart,
    "initial": _plain(
        "((length({0}_l) = 1 OR length({0}_r) = 1) AND substr({0}_l, 1, 1) = substr({0}_r, 1, 1))"
    ),
    "far": _plain("(abs(cast({0}_l as int) - cast({0}_r as int)) >= {1})"),
    "missing": _plain("({0}_l IS NULL OR {0}_r IS NULL)"),
    "some": _plain("({0}_l IS NOT NULL OR {0}_r IS NOT NULL)"),
}
