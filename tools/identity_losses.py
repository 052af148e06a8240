"""Where true pairs are lost: never compared, too light, guarded or stopped, by what befell the records.

Told apart by the slips of the invented set; a pair with several slips counts under each.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from tools.dirty_people import NEW_NAME, Dirty
from tools.identity_measured import pairs_of
from watchkeeper.people.identity.engines import Engine
from watchkeeper.people.identity.matching import Matched
from watchkeeper.people.rules.deciding import Answer

KINDS: Mapping[str, Sequence[str]] = {
    "nothing but what follows from chance": (),
    "a short form, or other letters": ("other form", "other letters"),
    "a given name misspelt": ("given misspelt",),
    "a given name left out, or an initial": ("given missing", "given initial"),
    "a family name misspelt": ("family misspelt",),
    "a married name": ("married name",),
    "half of a double name": ("half a double name",),
    "given and family names crossed": ("names crossed",),
    "day and month crossed": ("born crossed",),
    "a figure of the date of birth misread": ("born misread",),
    "1 January for a date of birth": ("born rough",),
    "no date of birth": ("born missing",),
    "moved": ("moved",),
    "a home misspelt, misread or left out": ("line misspelt", "postcode misread", "place missing"),
    "an identifier misread": ("identifier misread",),
    "a whole new name": (NEW_NAME,),
}
"""What befalls a record, in words; what is left of RATES befalls nearly all."""
HEADINGS = (
    *("what befell one of the two", "true pairs", "joined", "asked: too light", "asked: a guard"),
    *("kept apart by another record", "below asking", "no shared block"),
)


def losses(found: Matched, dirty: Dirty, engine: Engine) -> list[str]:
    """Lines of a table: of the true pairs that each slip befell, which part came to what."""
    same = pairs_of(dirty.truth)
    became = _became(found, same, len(dirty.rows), engine)
    several = [each for kinds in KINDS.values() for each in kinds]
    lines = [f"| {' | '.join(HEADINGS)} |", f"|{'---|' * len(HEADINGS)}"]
    for says, kinds in KINDS.items():
        hit = np.array([not slips.isdisjoint(kinds or several) for slips in dirty.slips])
        both = hit[same[:, 0]] | hit[same[:, 1]]
        lines.append(_row(says, became[both if kinds else ~both]))
    return [*lines, _row("all", became)]


def _row(says: str, became: np.ndarray) -> str:
    parts = (f"{(became == place).mean():.2%}" if len(became) else "" for place in range(6))
    return f"| {says} | {len(became):,} | {' | '.join(parts)} |"


def _became(found: Matched, same: np.ndarray, records: int, engine: Engine) -> np.ndarray:
    """Of each true pair: 0 joined, 1 asked by weight, 2 guarded, 3 stopped, 4 too light, 5 not compared."""
    codes = same[:, 0] * records + same[:, 1]
    engine.put("true_pairs", pa.table({"one": same[:, 0], "other": same[:, 1]}))
    compared = engine.take(
        "SELECT t.one, t.other FROM true_pairs t JOIN pairs p "
        "ON t.one = p.join_key_l AND t.other = p.join_key_r"
    )
    became = np.full(len(same), 5)
    became[np.isin(codes, compared["one"].to_numpy() * records + compared["other"].to_numpy())] = 4
    kept = found.pairs["one"].to_numpy().astype(np.int64) * records + found.pairs["other"].to_numpy()
    guarded = found.pairs["guard"].to_numpy() >= 0
    asked = np.array([each.answer is Answer.ASK for each in found.judged])
    join = np.array([each.answer is Answer.JOIN for each in found.judged])
    for place, these in ((1, asked & ~guarded), (2, asked & guarded), (3, join)):
        became[np.isin(codes, kept[these])] = place
    became[found.person[same[:, 0]] == found.person[same[:, 1]]] = 0
    return became
