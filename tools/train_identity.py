"""Weigh the model of identity on an invented dirty set, and write it to a file named by day and hash.

m is counted over every true pair, found by blocking or not; u over pairs of two people drawn with the
seed, and, for what only neighbours and relatives share, over every pair that shares it. The same seed
writes the same file. A force that has decided enough pairs trains its own.

    python -m tools.train_identity --on 2026-11-28
"""

import argparse
import json
from copy import deepcopy
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from tools.dirty_people import Dirty, dirty
from tools.identity_shape import SHAPE
from watchkeeper.law.shelf import load
from watchkeeper.people.identity import linking, shipped
from watchkeeper.people.identity.engines import Embedded
from watchkeeper.people.identity.lists import placeholders, prepared_rows
from watchkeeper.people.rules.conditions import Condition
from watchkeeper.people.rules.weighing import Comparison, Level, Model

RECORDS = 60_000
DRAWN = 4_000_000
SLACK = 1e-6  # of a weight, for figures are rounded
SMOOTHED = 0.5  # added to every count, so that what was never seen is rare and not impossible
SHARED = (("phones",), ("postcodes",), ("ids",), ("lines",))  # what relatives and neighbours share
HOME = 4  # the place among the comparisons of home and telephone
WHOLE = ("home and telephone", "identifier")  # comparisons counted over all who share
FOLDER = Path(shipped.__file__).with_name("models")


def trained(found: Dirty, *, seed: int, on: date) -> dict[str, Any]:
    """The shape with m and u counted on a dirty set."""
    said = deepcopy(SHAPE)
    for comparison in said["comparisons"]:
        for level in comparison["levels"]:
            level["m"] = level["u"] = 0.5
    model = shipped.read(said, "in training")
    engine = Embedded()
    records = prepared_rows(found.rows, placeholders(load(), on=on))
    linking.linker(engine, model, linking.table_of(records, [0] * len(records), model))
    truth = np.array(found.truth)
    of: dict[int, list[int]] = {}
    for place, who in enumerate(found.truth):
        of.setdefault(who, []).append(place)
    same = np.array([pair for members in of.values() for pair in combinations(members, 2)])
    drawn = np.random.default_rng(seed).integers(0, len(truth), (DRAWN, 2))
    drawn = drawn[truth[drawn[:, 0]] != truth[drawn[:, 1]]]
    total = len(truth) * (len(truth) - 1) // 2 - len(same)
    engine.put("truth", pa.table({"who": found.truth, "id": range(len(truth))}))
    m = _counts(engine, model, same)
    u = _counts(engine, model, drawn)
    sharing = _sharing(engine)
    whole = _counts(engine, model, sharing)
    for comparison in said["comparisons"]:
        name = comparison["name"]
        for place, level in enumerate(comparison["levels"]):
            silent = not level.get("tells", True)
            level["m"] = 0.5 if silent else _share(m[name], comparison, place)
            level["u"] = 0.5 if silent else _share(u[name], comparison, place)
            if name in WHOLE and not silent and level["when"] != ["otherwise"]:
                known = _telling(u[name], comparison) / len(drawn)
                shared = _only_sharing(level)
                pairs = whole[name][place] if shared else u[name][place] * total / len(drawn)
                level["crowd"] = round(float(2 * (pairs + SMOOTHED) / (len(truth) * known)), 6)
            among = level.pop("among", None)
            if among:
                here = Comparison("", (Level("", _tuple(among), 1, 1), Level("", ("otherwise",), 1, 1)))
                level["m"] = _of_those(engine, same, here, m[name][place])
                apart = among[0] == "not"
                level["u"] = _of_those(
                    engine, drawn if apart else sharing, here, (u if apart else whole)[name][place]
                )
    homes = {each["says"]: each for each in said["comparisons"][HOME]["levels"]}
    for comparison in said["comparisons"]:
        _put_in_order(comparison["levels"], homes)
    return said


def _put_in_order(levels: list[dict[str, Any]], homes: dict[str, dict[str, Any]]) -> None:
    """A level under another never weighs more than it; what rarity is held against is read from its level.

    Counts of what is seldom seen would have it otherwise by chance: of two such levels both weigh what
    they weigh together. Raises ValueError where no such weight is found.
    """
    called = {level["says"]: level for level in levels}
    for level in levels:
        if of_home := level.pop("beside", None):
            above = called[level.pop("under")]
            with_, instead = (homes[says]["m"] / homes[says]["crowd"] for says in of_home)
            most = above["m"] / above["u"] * instead / with_
            level["u"] = max(level["u"], round(level["m"] / most, 12))
    under = [(level, called[above]) for level in levels if (above := level.pop("under", ""))]
    for level, above in under * len(levels):
        by = _by(level, above)
        if level["m"] / level[by] > above["m"] / above[by] * (1 + SLACK):
            together = (level["m"] + above["m"]) / (level[by] + above[by])
            for each in (level, above):
                each[by] = round(each["m"] / together, 12)
    if late := [
        level["says"]
        for level, above in under
        for by in (_by(level, above),)
        if level["m"] / level[by] > above["m"] / above[by] * (1 + 2 * SLACK)
    ]:
        raise ValueError(f"heavier than what says more: {', '.join(late)}")
    for level in levels:
        if above := level.pop("like", ""):
            level["usual"] = called[above]["u"]


def _by(level: dict[str, Any], above: dict[str, Any]) -> str:
    """What both weigh against: how many share it, where both are counted so, else u."""
    return "crowd" if "crowd" in level and "crowd" in above else "u"


def _of_those(engine: Embedded, pairs: np.ndarray, here: Comparison, on_level: float) -> float:
    """What part of the pairs for which something holds is on a level that asks it too."""
    engine.put("counted", pa.table({"one": pairs[:, 0], "other": pairs[:, 1]}))
    return round(float((on_level + SMOOTHED) / (_of_one(engine, here)[0] + 1)), 12)


def _tuple(said: list[Any]) -> Condition:
    return tuple(_tuple(part) if isinstance(part, list) else part for part in said)


def _only_sharing(level: dict[str, Any]) -> bool:
    """Whether nobody is on this level who shares no phone, postcode, line or identifier."""
    return "shared" in json.dumps(level["when"])


def _telling(counts: np.ndarray, comparison: dict[str, Any]) -> float:
    return float(
        sum(n for n, level in zip(counts, comparison["levels"], strict=True) if level.get("tells", True))
    )


def _share(counts: np.ndarray, comparison: dict[str, Any], place: int) -> float:
    return round(float((counts[place] + SMOOTHED) / (_telling(counts, comparison) + 1)), 12)


def _sharing(engine: Embedded) -> np.ndarray:
    """Every pair of two people that shares a phone, a postcode, a first line or an identifier."""
    parts = []
    for (field,) in SHARED:
        engine.make(f"of_{field}", f"SELECT {engine.each(field)} AS k, unique_id FROM records")
        parts.append(
            f"SELECT a.unique_id AS one, b.unique_id AS other FROM of_{field} a JOIN of_{field} b "
            "ON a.k = b.k AND a.unique_id < b.unique_id"
        )
    found = engine.take(
        f"SELECT DISTINCT one, other FROM ({' UNION ALL '.join(parts)}) p "
        "JOIN truth s ON p.one = s.id JOIN truth t ON p.other = t.id WHERE s.who <> t.who"
    )
    return np.column_stack([found["one"].to_numpy(), found["other"].to_numpy()])


def _counts(engine: Embedded, model: Model, pairs: np.ndarray) -> dict[str, np.ndarray]:
    """Of each comparison, how many pairs fall on each level."""
    engine.put("counted", pa.table({"one": pairs[:, 0], "other": pairs[:, 1]}))
    return {each.name: _of_one(engine, each) for each in model.comparisons}


def _of_one(engine: Embedded, comparison: Comparison) -> np.ndarray:
    sql = linking.level_sql(comparison, engine.dialect)
    rows = engine.take(
        f"SELECT {sql} AS place, count(*) AS n FROM {linking.side_by_side('counted')} GROUP BY 1"
    )
    counts = np.zeros(len(comparison.levels))
    counts[rows["place"].to_numpy()] = rows["n"].to_numpy()
    return counts


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--on", required=True, help="the day the model is named by, YYYY-MM-DD")
    asked.add_argument("--records", type=int, default=RECORDS)
    asked.add_argument("--seed", type=int, default=2024)
    asked.add_argument("--replace", action="store_true", help="remove the day's other models")
    given = asked.parse_args()
    day = date.fromisoformat(given.on)
    said = trained(dirty(given.records, seed=given.seed), seed=given.seed, on=day)
    said["trained"] = {
        "by": "tools/train_identity.py",
        "on": "the invented dirty set of tools/dirty_people.py",
        "records": given.records,
        "seed": given.seed,
        "pairs_drawn": DRAWN,
    }
    name = f"{given.on}-{shipped.hash_of(said)}"
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob(f"{given.on}-*.json") if given.replace else ():
        old.unlink()
    (FOLDER / f"{name}.json").write_text(
        json.dumps(said, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(name)


if __name__ == "__main__":
    main()
