"""The shape of the model of identity: what is compared, and what each level asks. Training weighs it."""

from typing import Any

from tools.identity_blocks import BLOCKS
from tools.identity_conditions import (
    APART,
    AT_HOME,
    CLOSE_BY,
    CROSSED,
    FAMILY_NEAR,
    FAMILY_SAME,
    GIVEN_KNOWN,
    GIVEN_NEAR,
    MISREAD,
    NEAR_HOME,
    NEARLY_CROSSED,
    ONE_LETTER_GIVEN,
    ONE_LINE,
    ONE_POSTCODE,
    SAME_BIRTHDAY,
    SAME_DOOR,
)


def level(says: str, when: list[Any], **more: Any) -> dict[str, Any]:
    """One level. `among` counts its u where that holds alone; `like` names the level rarity is held against.

    `under` is a level that says more of two records, than which it never weighs more; `beside` are two
    levels of the home: with the first of them it never weighs more than the one it is under does with
    the second.
    """
    return {"says": says, "when": when, **more}


OTHERWISE = ["otherwise"]
COMPARISONS: list[dict[str, Any]] = [
    {
        "name": "given name",
        "of": "names",
        "levels": [
            level("not known", ["missing", "given"], tells=False, vague=True),
            level("the same", ["same", "given"], rarity="given"),
            level("given and family names the other way round", CROSSED),
            level(
                "short form or other spelling",
                ["shared", "forms"],
                rarity="given",
                like="the same",
                under="the same",
            ),
            level("another given name of the other record", ["among", "given", "others"], vague=True),
            level("an initial", ["initial", "given"], vague=True),
            level(
                "nearly the same spelling",
                ["like", "given", 0.92],
                rarity="given",
                like="the same",
                under="the same",
            ),
            level(
                "sounds the same",
                ["same", "given_sound"],
                rarity="given",
                like="the same",
                under="nearly the same spelling",
            ),
            level(
                "one letter differs",
                ONE_LETTER_GIVEN,
                rarity="given",
                like="the same",
                under="nearly the same spelling",
            ),
            level("alike", ["like", "given", 0.8], under="one letter differs"),
            level("the other way round, one of them misspelt or short", NEARLY_CROSSED),
            level("different", OTHERWISE),
        ],
    },
    {
        "name": "family name",
        "of": "names",
        "levels": [
            level("not known", ["missing", "family"], tells=False),
            level("counted with the given name", CROSSED, tells=False),
            level(
                "the same, as people of one home have", ["all", ["same", "family"], AT_HOME], among=AT_HOME
            ),
            level(
                "the same, with the same first line",
                ["all", ["same", "family"], ONE_LINE],
                among=MISREAD,
                under="the same, as people of one home have",
                beside=["same first line", "same home, another telephone"],
            ),
            level(
                "the same, as people of one postcode may have",
                ["all", ["same", "family"], ONE_POSTCODE],
                among=CLOSE_BY,
                under="the same, as people of one home have",
                beside=["same postcode", "same home, another telephone"],
            ),
            level("the same", ["same", "family"], rarity="family", among=APART),
            level(
                "nearly the same, as people of one home have",
                ["all", FAMILY_NEAR, AT_HOME],
                among=AT_HOME,
                under="the same, as people of one home have",
            ),
            level(
                "nearly the same, with the same first line",
                ["all", FAMILY_NEAR, ONE_LINE],
                among=MISREAD,
                under="the same, with the same first line",
            ),
            level(
                "nearly the same, as people of one postcode may have",
                ["all", FAMILY_NEAR, ONE_POSTCODE],
                among=CLOSE_BY,
                under="the same, as people of one postcode may have",
            ),
            level(
                "a family name of the other record, or part of one",
                ["shared", "families"],
                rarity="family",
                like="the same",
                under="the same",
            ),
            level(
                "nearly the same spelling",
                ["like", "family", 0.92],
                rarity="family",
                like="the same",
                under="the same",
            ),
            level(
                "sounds the same",
                ["same", "family_sound"],
                rarity="family",
                like="the same",
                under="nearly the same spelling",
            ),
            level(
                "one letter differs",
                ["apart", "family", 1],
                rarity="family",
                like="the same",
                under="nearly the same spelling",
            ),
            level("alike", ["like", "family", 0.8], under="one letter differs"),
            level("counted with the given name", NEARLY_CROSSED, tells=False),
            level("different", OTHERWISE),
        ],
    },
    {
        "name": "middle names",
        "levels": [
            level("not known", ["missing", "middle"], tells=False),
            level("the same", ["same", "middle"]),
            level("the same initial", ["same", "middle_initial"], under="the same"),
            level("different", OTHERWISE),
        ],
    },
    {
        "name": "date of birth",
        "of": "born",
        "levels": [
            level("not known", ["missing", "born"], tells=False, vague=True),
            level("the same, 1 January, which is often a guess", ["same", "rough"]),
            level("the same", ["same", "born"]),
            level("day and month change places", ["same", "born_key"], under="the same"),
            level("one figure differs, or two change places", ["apart", "born", 1], under="the same"),
            level(
                "the same year, one of the two 1 January", ["all", ["same", "born_year"], ["some", "rough"]]
            ),
            level("the same day of another year", ["same", "day_month"]),
            level("the same year, another day", ["same", "born_year"]),
            level("different", OTHERWISE),
        ],
    },
    {
        "name": "home and telephone",
        "of": "home",
        "levels": [
            level("not known", ["all", ["missing", "place"], ["missing", "phones"]], tells=False),
            level("same home, same telephone", ["all", ["shared", "homes"], ["shared", "phones"]]),
            level("same telephone", ["shared", "phones"], under="same home, same telephone"),
            level(
                "same home, another telephone",
                ["all", ["shared", "homes"], ["not", ["missing", "phones"]]],
                under="same home, same telephone",
            ),
            level("same home", ["shared", "homes"], under="same home, same telephone"),
            level(
                "nearly the same home, another telephone",
                ["all", NEAR_HOME, ["not", ["missing", "phones"]]],
                under="same home, another telephone",
            ),
            level("same first line, postcode one letter apart", SAME_DOOR[0], under="same home"),
            level("same postcode, first line alike", SAME_DOOR[1], under="same home"),
            level(
                "same first line, same district",
                ["all", ["shared", "lines"], ["same", "district"]],
                under="nearly the same home, another telephone",
            ),
            level("same postcode", ["shared", "postcodes"], under="nearly the same home, another telephone"),
            level("same first line", ["shared", "lines"], under="nearly the same home, another telephone"),
            level("first line alike", ["like", "line", 0.9], under="same first line"),
            level("same district", ["same", "district"], under="same first line"),
            level("nothing in common", OTHERWISE),
        ],
    },
    {
        "name": "identifier",
        "levels": [
            level("no kind both have", ["not", ["shared", "id_kinds"]], tells=False),
            level("the same", ["shared", "ids"]),
            level("different", OTHERWISE),
        ],
    },
]
GUARDS: list[dict[str, Any]] = [
    {
        "name": "twins",
        "says": "same date of birth and family name, another first name: twins, or one person renamed",
        "when": [
            "all",
            ["same", "born_key"],
            FAMILY_NEAR,
            GIVEN_KNOWN,
            ["not", GIVEN_NEAR],
            ["not", CROSSED],
            ["not", NEARLY_CROSSED],
        ],
    },
    {
        "name": "twins by another middle name",
        "says": "same date of birth and names, another middle name: they may be twins",
        "when": [
            "all",
            ["same", "born_key"],
            FAMILY_SAME,
            ["not", ["missing", "middle"]],
            ["not", ["same", "middle_initial"]],
            ["not", ["shared", "ids"]],
        ],
    },
    {
        "name": "juniors",
        "says": "same name, another generation: they may be parent and child",
        "when": [
            "all",
            GIVEN_NEAR,
            FAMILY_NEAR,
            [
                "any",
                ["all", ["far", "born_year", 15], ["not", SAME_BIRTHDAY]],
                ["all", ["not", ["missing", "generation"]], ["not", ["same", "generation"]]],
            ],
            ["not", ["shared", "ids"]],
        ],
    },
    {
        "name": "new name",
        "says": "another name altogether, the same date of birth, and the same home, telephone or identifier",
        "asks": True,
        "when": [
            "all",
            ["same", "born_key"],
            ["any", ["shared", "homes"], ["shared", "phones"], ["shared", "ids"]],
            GIVEN_KNOWN,
            ["not", GIVEN_NEAR],
            ["not", ["missing", "family"]],
            ["not", FAMILY_NEAR],
            ["not", CROSSED],
            ["not", NEARLY_CROSSED],
        ],
    },
]
SHAPE: dict[str, Any] = {
    "partners": 1.0,
    "least_records": 5000,
    "rarest": 0.00001,
    "commonest": 0.05,
    "comparisons": COMPARISONS,
    "guards": GUARDS,
    "blocks": BLOCKS,
}
