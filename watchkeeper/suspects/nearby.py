"""How far from an address of a suspect the nearest home is where by the records of people a child lives."""

from collections.abc import Collection, Iterable
from datetime import date

from watchkeeper.law.shelf import Shelf

FEW = 40
"""Postcodes asked about at once for which the homes about each are looked up."""


def about(codes: Collection[str], law: Shelf, *, on: date) -> frozenset[str]:
    """The postcodes within the distance of policy of some, these among them, as `compact` writes them."""
    from watchkeeper.places.around import compact, units_around  # slow to load: not for nobody
    from watchkeeper.places.directory import DirectoryError

    try:
        return units_around(codes, law["suspect_child_metres"].whole(on))
    except DirectoryError:
        return frozenset(filter(None, map(compact, codes)))


def nearest_homes(codes: Iterable[str], homes: Collection[str], law: Shelf, *, on: date) -> dict[str, float]:
    """Of the postcodes, as written, those with one of the homes within the distance of policy on a day.

    Each with the metres to the nearest, 0 at the same postcode. Where no postcode can be placed, or one
    of two stands in no directory, only those at the very postcode are found.
    """
    asked = sorted(set(codes))
    if not asked or not homes:
        return {}
    from watchkeeper.places.directory import DirectoryError  # slow to load: not for nobody
    from watchkeeper.places.near import Near
    from watchkeeper.places.postcodes import normal

    try:
        found = Near(sorted(homes)).within_each(asked, law["suspect_child_metres"].whole(on))
    except DirectoryError:
        there = {normal(home) for home in homes} - {""}
        return {code: 0.0 for code in asked if normal(code) in there}
    return {code: rows[0][1] for code, rows in zip(asked, found, strict=True) if rows}
