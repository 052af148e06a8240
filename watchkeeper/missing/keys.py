"""One spelling for what may turn up in two episodes: a number, a plate, a name online, an adult, a place.

Only what is plainly the same is read as the same. What a spelling could also mean is left apart.
"""

from collections.abc import Iterable

from watchkeeper.missing.facts import SeenKind
from watchkeeper.places.postcodes import normal

ABROAD, HOME = "+44", "0"
BETWEEN = " -()./\t"
"""Signs that people write between the digits of a number, and that say nothing."""
SIGNS = str.maketrans("", "", BETWEEN)


def key_of(kind: SeenKind, value: str, person: str = "", postcode: str = "") -> str:
    """The one spelling of a thing seen, from what was recorded of it; "" for what names nothing.

    >>> key_of(SeenKind.PHONE, "+44 (7700) 900-123"), key_of(SeenKind.VEHICLE, "ab12 cde")
    ('07700900123', 'AB12CDE')
    """
    if kind is SeenKind.ADULT and person:
        return person
    if kind is SeenKind.PLACE and (whole := place_of(postcode)):
        return whole
    if kind is SeenKind.PHONE:
        plain = value.translate(SIGNS)
        return HOME + plain.removeprefix(ABROAD) if plain.startswith(ABROAD) else plain
    if kind is SeenKind.VEHICLE:
        return value.translate(SIGNS).upper()
    return " ".join(value.casefold().split())


def last_signs(keys: Iterable[str]) -> frozenset[str]:
    """How whatever is read as one of some telephone numbers may end: for a database to leave out the rest.

    >>> sorted(last_signs(["07700900123", "07700900153"]) - set(BETWEEN))
    ['3']
    """
    return frozenset({key[-1] for key in keys if key} | set(BETWEEN))


def place_of(postcode: str) -> str:
    """The one spelling of where something is; "" for what is no whole postcode."""
    return normal(postcode)


def is_one_place(one: str, other: str) -> bool:
    """Whether two postcodes are the same whole one, however each is spelled.

    >>> is_one_place("n1 9gu", "N19GU"), is_one_place("", "")
    (True, False)
    """
    here = place_of(one)
    return bool(here) and here == place_of(other)
