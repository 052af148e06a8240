"""A model of identity is data that is refused when it was changed, or asks what nobody can answer."""

import json
from copy import deepcopy
from importlib import resources
from typing import Any

import pytest

from tests.conftest import ON
from tools.identity_shape import SHAPE
from watchkeeper.law import shelf
from watchkeeper.people.identity import shipped
from watchkeeper.people.identity.shipped import ModelError

NAME = str(shelf.load()["identity_model"].on(ON))
FILE = resources.files("watchkeeper.people.identity") / "models" / f"{NAME}.json"


def said() -> dict[str, Any]:
    return json.loads(FILE.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_the_model_policy_names_is_shipped_whole() -> None:
    assert NAME.endswith(shipped.hash_of(said()))
    assert shipped.model(NAME).name == NAME


def test_every_model_shipped_gives_its_hash() -> None:
    folder = resources.files("watchkeeper.people.identity") / "models"
    names = [path.name.removesuffix(".json") for path in folder.iterdir()]
    assert NAME in names
    assert [shipped.model(name).name for name in names] == names


def test_it_asks_what_the_tool_asks() -> None:
    """The shape that is trained and the model that is shipped are one, weights apart."""

    def shape(model: dict[str, Any]) -> list[Any]:
        levels = [
            [(level["says"], level["when"], level.get("rarity")) for level in each["levels"]]
            for each in model["comparisons"]
        ]
        return [levels, model["guards"], model["blocks"]]

    assert shape(said()) == shape(deepcopy(SHAPE))


def test_a_model_changed_after_it_was_named_is_refused() -> None:
    changed = said()
    changed["comparisons"][0]["levels"][1]["m"] = 0.5
    assert not NAME.endswith(shipped.hash_of(changed))
    with pytest.raises(ModelError, match="no model of identity"):
        shipped.model("2026-11-28-00000000")


@pytest.mark.parametrize(
    ("where", "what", "says"),
    [
        (("comparisons", 0, "levels", -1, "when"), ["same", "given"], "last level must hold"),
        (("comparisons", 0, "levels", 1, "when"), ["nearly", "given"], "does not have"),
        (("comparisons", 0, "levels", 1, "when"), ["same", "religion"], "no record has"),
        (("comparisons", 0, "levels", 1, "m"), 0, "above 0"),
        (("comparisons", 0, "levels", 1, "u"), 1.2, "not above 1"),
        (("blocks", 0, "on"), ["religion"], "no record has"),
        (("blocks", 0, "on"), ["ids", "phones"], "more than one set"),
        (("partners",), 10**9, "partners"),
    ],
)
def test_what_cannot_be_answered_is_refused(where: tuple[Any, ...], what: Any, says: str) -> None:
    changed = said()
    place: Any = changed
    for step in where[:-1]:
        place = place[step]
    place[where[-1]] = what
    with pytest.raises(ModelError, match=says):
        shipped.read(changed, "wrong")
