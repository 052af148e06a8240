"""The models of identity that are shipped: files named by day and hash, refused when not whole.

A model is never edited: a new one stands beside the old, and policy says which counts from which day. So
what was decided under an old one can be worked out again.
"""

import json
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

from watchkeeper.people.rules.conditions import MEANINGS, Condition
from watchkeeper.people.rules.preparing import SETS, Prepared
from watchkeeper.people.rules.weighing import Block, Comparison, Guard, Level, Model

CHARACTERS_OF_HASH = 8


class ModelError(ValueError):
    """A model that is not there, was changed after it was named, or asks what the language cannot say."""


@cache
def model(name: str) -> Model:
    """The shipped model of this name, `2026-11-28-1a2b3c4d`. Raises ModelError."""
    file = resources.files("watchkeeper.people.identity") / "models" / f"{name}.json"
    if not file.is_file():
        raise ModelError(f"no model of identity is shipped as {name!r}")
    said = json.loads(file.read_text(encoding="utf-8"))
    if not name.endswith(hash_of(said)):
        raise ModelError(f"the model {name} was changed after it was named")
    return read(said, name)


def hash_of(said: dict[str, Any]) -> str:
    """The first characters of the SHA-256 of a model's content, whatever the order of its keys."""
    whole = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(whole.encode()).hexdigest()[:CHARACTERS_OF_HASH]


def read(said: dict[str, Any], name: str) -> Model:
    """A model from its content. Raises ModelError, naming what is wrong."""
    comparisons = tuple(
        Comparison(each["name"], tuple(_level(level) for level in each["levels"]), each.get("of", ""))
        for each in said["comparisons"]
    )
    for comparison in comparisons:
        if comparison.levels[-1].when != ("otherwise",):
            raise ModelError(f"{comparison.name}: the last level must hold for everything else")
    blocks = tuple(Block(tuple(each["on"]), each["at_most"]) for each in said["blocks"])
    for block in blocks:
        if unknown := [field for field in block.on if field not in Prepared._fields]:
            raise ModelError(f"a block is on {unknown[0]!r}, which no record has")
        if sum(field in SETS for field in block.on) > 1:
            raise ModelError(f"a block is on more than one set: {', '.join(block.on)}")
    if not said["partners"] < said["least_records"]:
        raise ModelError("a record cannot be expected to have as many partners as there are records")
    guards = tuple(
        Guard(each["name"], each["says"], _condition(each["when"]), each.get("asks", False))
        for each in said["guards"]
    )
    rare = {level.rarity: level.u for each in comparisons for level in each.levels if level.usual is None}
    usual = {field: u for field, u in rare.items() if field}
    return Model(
        name,
        said["partners"],
        said["least_records"],
        said["rarest"],
        said["commonest"],
        usual,
        comparisons,
        blocks,
        guards,
    )


def _level(said: dict[str, Any]) -> Level:
    if not (0 < said["m"] <= 1 and 0 < said["u"] <= 1):
        raise ModelError(f"{said['says']}: m and u lie above 0 and not above 1")
    rarity = said.get("rarity", "")
    return Level(
        said["says"],
        _condition(said["when"]),
        said["m"],
        said["u"],
        rarity,
        said.get("tells", True),
        said.get("crowd"),
        said.get("usual"),
        said.get("vague", False),
    )


def _condition(said: list[Any]) -> Condition:
    word, *rest = said
    if word not in MEANINGS:
        raise ModelError(f"a model asks {word!r}, which the language does not have")
    if word in ("all", "any", "not"):
        return (word, *(_condition(part) for part in rest))
    for part in rest:
        if isinstance(part, str) and part not in Prepared._fields:
            raise ModelError(f"a model asks for {part!r}, which no record has")
    return (word, *rest)
