"""A list of people to be scored, in the numbers of a country: everybody on it is invented."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from watchkeeper.instruments.facts import Asked, Item, Pack

ON = date(2026, 3, 20)
OFTEN, CAREER, MOST = 0.45, 1.6, 60  # of sanctions: how many have one, how fast the tail falls, where it ends
NONE, SOME = 0.62, 0.26  # of an item of 0 to 2: the share with no problem, and with some
YES = 0.12
MEN = 0.94


@dataclass(frozen=True, slots=True)
class Assessed:
    """Columns of some people, by the names the packs ask for."""

    columns: Mapping[str, Sequence[str]]


def people(packs: Sequence[Pack], count: int, *, seed: int, lot: int) -> Iterator[Assessed]:
    """So many people in lots, with an answer to everything that the packs ask, by days and not by ages.

    Histories hold together: nobody is sanctioned before they were born, or for more than was counted.
    """
    items: dict[str, Item] = {}
    for pack in packs:
        for item in pack.items:
            held = items.setdefault(item.ref, item)
            if len(item.choices) > len(held.choices):
                items[item.ref] = item
    chance = np.random.default_rng(seed)
    for first in range(0, count, lot):
        yield Assessed(_columns(items, min(lot, count - first), chance))


def _columns(items: Mapping[str, Item], count: int, chance: np.random.Generator) -> dict[str, Sequence[str]]:
    age_first = chance.integers(10, 45, count)
    years_since = np.minimum(chance.gamma(1.5, 6, count), 45).astype(int)
    born = [
        ON - timedelta(days=int(each))
        for each in (age_first + years_since + 8) * 365.25 + chance.integers(0, 365, count)
    ]
    first = [day + timedelta(days=int(365.25 * age + 180)) for day, age in zip(born, age_first, strict=True)]
    conviction = [ON - timedelta(days=int(each)) for each in chance.integers(40, 2_900, count)]
    first = [min(one, two) for one, two in zip(first, conviction, strict=True)]
    start = [
        min(ON, day + timedelta(days=int(each)))
        for day, each in zip(conviction, chance.integers(0, 900, count), strict=True)
    ]
    once = chance.random(count) < OFTEN
    sanctions = np.where(once, 1, np.minimum(2 + chance.pareto(CAREER, count) * 3, MOST).astype(int))
    known: dict[str, Sequence[str]] = {
        "sex": np.where(chance.random(count) < MEN, "male", "female").tolist(),
        "sexual_history": ["yes"] * count,
        "birth_date": [day.isoformat() for day in born],
        "first_sanction_date": [day.isoformat() for day in first],
        "conviction_date": [day.isoformat() for day in conviction],
        "start_date": [day.isoformat() for day in start],
        "last_sexual_sanction_date": [day.isoformat() for day in conviction],
        "last_offence_date": [day.isoformat() for day in conviction],
        "sanctions": sanctions.astype(str).tolist(),
        "violent_sanctions": np.minimum(chance.integers(0, 5, count), sanctions).astype(str).tolist(),
        "contact_adult": np.minimum(chance.integers(0, 2, count), sanctions).astype(str).tolist(),
        "contact_child": ["1"] * count,
        "noncontact": np.minimum(chance.integers(0, 2, count), sanctions).astype(str).tolist(),
        "images_indirect": np.minimum(chance.integers(0, 3, count), sanctions).astype(str).tolist(),
    }
    for ref, item in items.items():
        if ref in known or item.worked_out:
            continue
        if item.asked is Asked.CHOICE:
            names = [each.name for each in item.choices]
            known[ref] = np.array(names)[chance.integers(0, len(names), count)].tolist()
        elif item.asked is Asked.YES_NO:
            known[ref] = np.where(chance.random(count) < YES, "yes", "no").tolist()
        elif item.asked is Asked.WHOLE:
            drawn = chance.random(count)
            grade = np.where(drawn < NONE, 0, np.where(drawn < NONE + SOME, 1, 2))
            known[ref] = np.clip(grade, int(item.least or 0), int(item.most or 2)).astype(str).tolist()
    return known
