"""Many records compared at once: candidates by shared fields, each scored by Splink under a shipped model.

The fast twin of `people/rules/weighing.py`: the same model, printed as SQL. Which engine runs it changes
nothing that comes out.
"""

import logging
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from splink import Linker, SettingsCreator

from watchkeeper.people.identity.asking import printed
from watchkeeper.people.identity.columns import Columns
from watchkeeper.people.identity.engines import Engine
from watchkeeper.people.rules.preparing import SETS, Prepared
from watchkeeper.people.rules.weighing import Block, Comparison, Level, Model, prior, share, taken_for

RARE = ("given", "family")
"""Fields whose rarity a model may count."""
GUARD = "guard"
NO_GUARD = -1

logging.getLogger("splink").setLevel(logging.ERROR)  # it would have a level for NULL; ours say "not known"

type Told = Callable[[str, int, int], None]
"""Told what is being done, how much is done, and of how much."""


def table_of(records: Sequence[Prepared], sources: Sequence[int], model: Model) -> pa.Table:
    """Prepared records as columns, numbered from 0 in the order given, with how common each name is."""
    if not isinstance(records, Columns):
        made = (pa.array(column, pa.string()) for column in zip(*records, strict=True))
        records = Columns(pa.table(dict(zip(Prepared._fields, made, strict=True))))
    columns = {name: records.table[name].combine_chunks() for name in Prepared._fields}
    for name in RARE:
        columns[f"tf_{name}"] = _shares(name, columns[name], model)
    return pa.table(
        {
            "unique_id": pa.array(np.arange(len(records), dtype=np.int32)),
            "list": pa.array(sources, pa.int32()),
            **columns,
        }
    )


def _shares(field: str, column: pa.Array, model: Model) -> pa.Array:
    """Of each value, how large a part of all is taken to be the same, from 0 to 1; as the rules have it."""
    coded = column.dictionary_encode()
    counts = pc.value_counts(coded.indices)
    known = len(column) - column.null_count
    shares = [0.0] * len(coded.dictionary)
    for place, count in zip(counts.field(0).to_pylist(), counts.field(1).to_pylist(), strict=True):
        if place is not None:
            shares[place] = share(field, count, known, model)
    return pa.array(shares, pa.float64()).take(coded.indices)


def candidates(engine: Engine, model: Model, across: bool) -> int:
    """Make `pairs`: records that share a block, each pair once with its first block. Says how many.

    `across` compares records of different lists only.
    """
    parts = [_block(engine, place, block, across) for place, block in enumerate(model.blocks)]
    engine.make(
        "pairs",
        "SELECT one AS join_key_l, other AS join_key_r, cast(min(block) as string) AS match_key "
        f"FROM ({' UNION ALL '.join(parts)}) AS found GROUP BY one, other",
    )
    return int(engine.take("SELECT count(*) AS n FROM pairs")["n"][0].as_py())


def _block(engine: Engine, place: int, block: Block, across: bool) -> str:
    """SQL for the pairs of one block; also makes the table of its keys."""
    keys, crowd = f"keys_{place}", f"crowd_{place}"
    fields = [engine.each(field) if field in SETS else field for field in block.on]
    named = ", ".join(f"{sql} AS field_{at}" for at, sql in enumerate(fields))
    known = " AND ".join(f"{field} IS NOT NULL" for field in block.on)
    joined = ", ".join(f"field_{at}" for at in range(len(fields)))
    engine.make(
        keys,
        f"SELECT concat_ws('|', {joined}) AS k, unique_id, list FROM "
        f"(SELECT {named}, unique_id, list FROM records WHERE {known}) AS each_one",
    )
    engine.make(crowd, f"SELECT k FROM {keys} GROUP BY k HAVING count(*) BETWEEN 2 AND {block.at_most}")
    apart = " AND a.list <> b.list" if across else ""
    return (
        f"SELECT a.unique_id AS one, b.unique_id AS other, {place} AS block FROM {crowd} AS c "
        f"JOIN {keys} AS a ON a.k = c.k JOIN {keys} AS b ON b.k = c.k "
        f"WHERE a.unique_id < b.unique_id{apart}"
    )


def linker(engine: Engine, model: Model, records: pa.Table) -> Linker:
    """Splink's linker over the records, with the model's levels and weights. Makes the table `records`."""
    names = [name for name in records.column_names if not name.startswith("tf_")]
    engine.put("records", records.select(names))
    made = Linker(
        engine.api.register("records"),
        settings(model, engine.dialect, len(records)),
        log_level=None,
        validate_settings=False,
    )
    for name in RARE:  # or Splink counts them itself, and a short list for the whole world
        shares = records.select([name, f"tf_{name}"]).group_by(name).aggregate([(f"tf_{name}", "min")])
        engine.put(f"shares_{name}", shares.rename_columns([name, f"tf_{name}"]))
        counted = engine.api.register(f"shares_{name}")
        made.table_management.register_term_frequency_lookup(counted, name)
    return made


def settings(model: Model, dialect: str, records: int) -> SettingsCreator:
    """The model in Splink's own form.

    The guards ride along as one more comparison, whose weight says which of them holds and is
    taken off again.
    """
    comparisons: list[dict[str, Any]] = []
    for comparison in model.comparisons:
        levels = [
            {
                "sql_condition": printed(level.when, dialect),
                **dict(zip(("m_probability", "u_probability"), _chances(level, model, records), strict=True)),
                **(
                    {
                        "tf_adjustment_column": level.rarity,
                        "tf_adjustment_weight": 1.0,
                        "tf_minimum_u_value": model.rarest,
                        "disable_tf_exact_match_detection": True,
                    }
                    if level.rarity
                    else {}
                ),
            }
            for level in comparison.levels
        ]
        comparisons.append({"output_column_name": column(comparison.name), "comparison_levels": levels})
    guards = [
        {
            "sql_condition": printed(guard.when, dialect),
            "m_probability": 0.5,
            "u_probability": 0.5**place,
        }
        for place, guard in enumerate(model.guards, start=2)
    ]
    none = {"sql_condition": "ELSE", "m_probability": 0.5, "u_probability": 0.5}
    comparisons.append({"output_column_name": GUARD, "comparison_levels": [*guards, none]})
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=list(comparisons),
        blocking_rules_to_generate_predictions=[{"blocking_rule": "l.unique_id = r.unique_id"}],
        probability_two_random_records_match=prior(model, records),
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=True,
    )


def _chances(level: Level, model: Model, records: int) -> tuple[float, float]:
    """m and u as Splink is given them: of a level whose rarity counts, u is what that is held against."""
    if not level.tells:
        return level.m, level.m
    u = level.u_among(taken_for(model, records))
    if level.usual is None:
        return level.m, u
    return level.m * level.usual / u, level.usual


def column(name: str) -> str:
    """The name of a comparison as a column."""
    return name.replace(" ", "_")


def scored(engine: Engine, link: Linker, model: Model, *, least_bits: float, told: Told) -> pa.Table:
    """Every candidate pair that weighs enough, or at which a guard asks: its weight, levels and guard.

    Columns: `one` and `other` by number, `bits`, `guard` (its place in the model, -1 none), `block`, and
    of each comparison its level's place as `level_...` and what it weighs as `step_...`.
    """
    told("weighing pairs", 0, 1)
    link.table_management.register_blocked_pairs_for_predict(engine.api.register("pairs"))
    found = link.inference.predict(warning_mode="never")
    asks = [place + 1 for place, guard in enumerate(model.guards) if guard.asks] or [NO_GUARD]
    steps, levels = [], []
    for comparison in model.comparisons:
        of = column(comparison.name)
        rare = any(level.rarity for level in comparison.levels)
        steps.append(f"mw_{of}{f' + mw_tf_adj_{of}' if rare else ''} AS step_{of}")
        levels.append(f"{level_sql(comparison, engine.dialect)} AS level_{of}")
    engine.make(
        "kept",
        f"SELECT unique_id_l AS one, unique_id_r AS other, match_weight - mw_{GUARD} AS bits, "
        f"cast(round(mw_{GUARD}) as int) - 1 AS guard, cast(match_key as int) AS block, {', '.join(steps)} "
        f"FROM {found.physical_name} WHERE match_weight - mw_{GUARD} >= {least_bits} "
        f"OR cast(round(mw_{GUARD}) as int) IN ({', '.join(map(str, asks))})",
    )
    found.drop_table_from_database_and_remove_from_cache()
    weights = [f"step_{column(each.name)}" for each in model.comparisons]
    kept = engine.take(
        f"SELECT one, other, bits, guard, block, {', '.join((*weights, *levels))} "
        f"FROM {side_by_side('kept')} ORDER BY one, other"
    )
    engine.drop("kept")
    told("weighing pairs", 1, 1)
    return kept


def side_by_side(pairs: str) -> str:
    """SQL for a table of pairs (`one`, `other`) with the fields of both records beside each."""
    both = ", ".join(f"{side}.{name} AS {name}_{side}" for name in Prepared._fields for side in "lr")
    return (
        f"(SELECT {pairs}.*, {both} FROM {pairs} JOIN records AS l ON {pairs}.one = l.unique_id "
        f"JOIN records AS r ON {pairs}.other = r.unique_id) AS beside"
    )


def level_sql(comparison: Comparison, dialect: str) -> str:
    """SQL for the place of the first level that holds, over records side by side."""
    whens = [
        f"WHEN {printed(level.when, dialect)} THEN {place}"
        for place, level in enumerate(comparison.levels[:-1])
    ]
    return f"CASE {' '.join(whens)} ELSE {len(comparison.levels) - 1} END"
