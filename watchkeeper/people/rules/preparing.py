"""A record made ready to be compared: its names, date, places, phones and identifiers in plain words.

A proposal, from practice with dirty records. Nothing about health, race, belief or sexual life is
read: there is no column for it. What cannot be known stays None, and weighs nothing.
"""

from functools import cache
from re import compile as pattern
from typing import NamedTuple

from watchkeeper.people.facts import Mention
from watchkeeper.people.rules.forms import PARTED, forms
from watchkeeper.people.rules.latin import latin
from watchkeeper.people.rules.names import sound, words, written
from watchkeeper.people.rules.spellings import PARTICLES

GENERATIONS = {
    **dict.fromkeys(("jr", "jnr", "junior", "ii"), "junior"),
    **dict.fromkeys(("sr", "snr", "senior"), "senior"),
    "iii": "third",
}
TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "rev"))
STREETS = {
    "st": "street",
    "rd": "road",
    "ave": "avenue",
    "av": "avenue",
    "ln": "lane",
    "cl": "close",
    "cres": "crescent",
    "dr": "drive",
    "ct": "court",
    "pl": "place",
    "sq": "square",
    "gdns": "gardens",
    "apartment": "flat",
    "apt": "flat",
    "unit": "flat",
}
POSTCODE = pattern(r"^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$")
ABROAD = pattern(r"^(?:\+|00)?44(?=0?[1-9]\d{8,})0?")
FIGURES = pattern(r"\d+")
LETTERS_AND_FIGURES = pattern(r"[^A-Z0-9]+")


class Prepared(NamedTuple):
    """A record in comparable words; sets are joined by `|` and sorted. None: not known.

    `forms` are the names a given name is a form of; `others` the other given names; `families` every
    family name and part of one; `born_key` is the same when day and month change places;
    `generation` is junior, senior or third.
    """

    given: str | None
    given_initial: str | None
    given_sound: str | None
    forms: str | None
    others: str | None
    middle: str | None
    middle_initial: str | None
    family: str | None
    family_initial: str | None
    family_sound: str | None
    families: str | None
    initials: str | None
    generation: str | None
    born: str | None
    born_key: str | None
    born_year: str | None
    day_month: str | None
    rough: str | None
    line: str | None
    lines: str | None
    postcode: str | None
    postcodes: str | None
    district: str | None
    homes: str | None
    phones: str | None
    ids: str | None
    id_kinds: str | None
    place: str | None


SETS = ("forms", "others", "families", "lines", "postcodes", "homes", "phones", "ids", "id_kinds")
"""Fields that hold several values."""


@cache
def _words(text: str) -> tuple[tuple[str, ...], str | None]:
    """The words of a name without titles, and the generation its last word says, if it does."""
    found = [word for word in words(latin(text)) if word not in TITLES]
    generation = GENERATIONS.get(found[-1]) if len(found) > 1 else None
    return tuple(found[:-1] if generation else found), generation


def _set(found: set[str]) -> str | None:
    found.discard("")
    return PARTED.join(sorted(found)) if found else None


@cache
def _given(text: str) -> tuple[str | None, str | None, str | None, str | None, str | None, str | None]:
    found, _ = _words(text)
    if not found:
        return None, None, None, None, None, None
    first, rest = found[0], found[1:]
    return (
        first,
        first[:1],
        sound(first) or None,
        forms(first),
        " ".join(rest) or None,
        rest[0][:1] if rest else None,
    )


@cache
def _family(text: str) -> tuple[str | None, str | None, str | None, tuple[str, ...], str | None]:
    """Family name in one word, its initial, its sound, its parts and itself, and a generation."""
    found, generation = _words(text)
    if not found:
        return None, None, None, (), None
    whole = "".join(written(word) for word in found)
    firm = tuple(word for word in found if word not in PARTICLES) or found
    return whole, firm[0][:1], sound("".join(firm)) or None, (whole, *firm), generation


@cache
def _born(text: str) -> tuple[str | None, str | None, str | None, str | None, str | None]:
    """Of an ISO date: itself, day and month in order of size, year, the rest, and itself if 1 January.

    Where a birthday is not known the 1st of January is often put down: it says less.
    """
    if not text:
        return None, None, None, None, None
    year, month, day = text.split("-")
    low, high = sorted((month, day))
    return text, f"{year} {low} {high}", year, f"{month}-{day}", text if month == day == "01" else None


@cache
def _place(line: str, postcode: str) -> tuple[str | None, str | None, str | None, str | None]:
    """First line, postcode, its district, and both together; a foreign postcode stays as it is."""
    plain = " ".join(STREETS.get(word, word) for word in words(latin(line))) or None
    found = POSTCODE.match(LETTERS_AND_FIGURES.sub("", postcode.upper())) if postcode else None
    code = f"{found[1]} {found[2]}" if found else None
    if code is None and postcode:
        code = LETTERS_AND_FIGURES.sub("", postcode.upper()) or None
    district = found[1] if found else code
    return plain, code, district, f"{plain}, {code}" if plain and code else None


def phone(text: str) -> str:
    """A telephone number in figures alone, as dialled in the United Kingdom. Empty when there are none.

    >>> phone("+44 (0)7700 900123"), phone("07700900123")
    ('07700900123', '07700900123')
    """
    figures = "".join(FIGURES.findall(text))
    return ABROAD.sub("0", figures)


def identifier(text: str) -> tuple[str, str]:
    """The kind of an identifier and the identifier, `pnc:2001/0012345X` being of kind PNC.

    >>> identifier("pnc: 2001/0012345X"), identifier("12 34 56")
    (('PNC', 'PNC 20010012345X'), ('', '123456'))
    """
    kind, parted, value = text.upper().partition(":")
    if not parted:
        kind, value = "", text.upper()
    bare = LETTERS_AND_FIGURES.sub("", value)
    kind = LETTERS_AND_FIGURES.sub("", kind)
    return kind, f"{kind} {bare}".strip() if bare else ""


type Words = tuple[str | None, ...]


class Preparer:
    """Makes records ready, with what policy says stands for "not known" left out.

    It takes given names, family name, other names in full, date of birth as ISO text, addresses as
    (line, postcode) with the present one first, phones and identifiers; all may be empty. Each part of a
    record is made ready by itself, so that many records need it once for each text that differs.
    """

    def __init__(self, placeholders: frozenset[str]) -> None:
        self.placeholders = placeholders
        self._known = cache(lambda text: "" if text.strip().casefold() in placeholders else text)

    def given(self, text: str) -> Words:
        """From `given` to `middle_initial`, and a generation at its end."""
        first, initial, heard, forms, middle, middle_initial = _given(self._known(text))
        others = _set({*middle.split(" ")}) if middle else None
        return first, initial, heard, forms, others, middle, middle_initial, _words(text)[1] if text else None

    def family(self, text: str) -> Words:
        """From `family` to `families`, and a generation at its end."""
        whole, initial, heard, found, generation = _family(self._known(text))
        return whole, initial, heard, _set({*found}), generation

    def besides(self, given: str, family: str, other_names: tuple[str, ...]) -> Words:
        """`others` and `families`, of somebody who has other names too."""
        middle = _given(self._known(given))[4]
        others = {*middle.split(" ")} if middle else set()
        families = {*_family(self._known(family))[3]}
        for name in other_names:
            also, _, last = self._known(name).strip().rpartition(" ")
            whole, _, _, more, _ = _family(last)
            families.update(more)
            others.add(_given(also)[0] or ("" if also else whole or ""))
        return _set(others), _set(families)

    def born(self, text: str) -> Words:
        """From `born` to `rough`."""
        return _born(self._known(text))

    def homes(self, addresses: tuple[tuple[str, str], ...]) -> Words:
        """From `line` to `homes`, and `place`."""
        places = [_place(self._known(line), self._known(code)) for line, code in addresses]
        if not places:
            return None, None, None, None, None, None, None
        line, postcode, district, home = places[0]
        if len(places) == 1:
            return line, line, postcode, postcode, district, home, line or postcode
        told = zip(*places, strict=True)
        lines, codes, _, homes = (_set({each or "" for each in several}) for several in told)
        return line, lines, postcode, codes, district, homes, line or postcode

    def phones(self, phones: tuple[str, ...]) -> Words:
        """`phones`."""
        return (_set({phone(self._known(each)) for each in phones} - self.placeholders),)

    def marks(self, identifiers: tuple[str, ...]) -> Words:
        """`ids` and `id_kinds`."""
        marks = {identifier(self._known(each)) for each in identifiers}
        return _set({value for _, value in marks}), _set({kind or "*" for kind, value in marks if value})

    def __call__(
        self,
        given_names: str,
        family_name: str,
        other_names: tuple[str, ...],
        born_on: str,
        addresses: tuple[tuple[str, str], ...],
        phones: tuple[str, ...],
        identifiers: tuple[str, ...],
    ) -> Prepared:
        *given, elder = self.given(given_names)
        *family, generation = self.family(family_name)
        *homes, place = self.homes(addresses)
        every = (
            *given,
            *family,
            _initials(given[1], family[1]),
            generation or elder,
            *self.born(born_on),
            *homes,
            *self.phones(phones),
            *self.marks(identifiers),
            place,
        )
        ready = Prepared(*every)
        if not other_names:
            return ready
        others, families = self.besides(given_names, family_name, other_names)
        return ready._replace(others=others, families=families)


def _initials(one: str | None, other: str | None) -> str | None:
    return "".join(sorted((one, other))) if one and other else None


def prepared(mention: Mention, ready: Preparer) -> Prepared:
    """One mention of somebody, made ready by policy's `preparer`."""
    return ready(
        mention.given_names,
        mention.family_name,
        mention.other_names,
        mention.born_on.isoformat() if mention.born_on else "",
        mention.addresses,
        mention.phones,
        mention.identifiers,
    )
