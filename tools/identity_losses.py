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
from watchkeeper.people.rules.deciding import Answer, Judged

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
    *("what befell one of the two", "true pairs", "joined", "joined or asked", "asked: too light"),
    *("a common name", "another fits", "a guard", "another record", "below asking", "no shared block"),
)
BELOW, NO_BLOCK = 6, 7


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
    parts = [float((became == place).mean()) if len(became) else 0.0 for place in range(NO_BLOCK + 1)]
    shares = (parts[0], sum(parts[:BELOW]), *parts[1:])
    return f"| {says} | {len(became):,} | {' | '.join(f'{share:.2%}' for share in shares)} |"


def _became(found: Matched, same: np.ndarray, records: int, engine: Engine) -> np.ndarray:
    """Of each true pair: 0 joined; asked, for 1 it is light, 2 its names are common, 3 another fits, 4 there
    is a guard, 5 another record kept them apart; BELOW asking; NO_BLOCK shared.
    """
    codes = same[:, 0] * records + same[:, 1]
    engine.put("true_pairs", pa.table({"one": same[:, 0], "other": same[:, 1]}))
    compared = engine.take(
        "SELECT t.one, t.other FROM true_pairs t JOIN pairs p "
        "ON t.one = p.join_key_l AND t.other = p.join_key_r"
    )
    became = np.full(len(same), NO_BLOCK)
    became[np.isin(codes, compared["one"].to_numpy() * records + compared["other"].to_numpy())] = BELOW
    kept = found.pairs["one"].to_numpy().astype(np.int64) * records + found.pairs["other"].to_numpy()
    became_of = np.array([_asked_for(each) for each in found.judged])
    for place in range(1, BELOW):
        became[np.isin(codes, kept[became_of == place])] = place
    became[found.person[same[:, 0]] == found.person[same[:, 1]]] = 0
    return became


def _asked_for(judged: Judged) -> int:
    """Why a pair is asked about, by the gravest of its reasons. What was to be joined was stopped."""
    if judged.answer is Answer.APART:
        return BELOW
    heavy, _, rare, only, free = (reason.met for reason in judged.reasons)
    return 4 if not free else 1 if not heavy else 2 if not rare else 3 if not only else 5
