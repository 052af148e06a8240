"""Whether a name that was typed is near a name on record, how near, and why.

Names reach the police misheard, misspelt and the wrong way round. The rule is a proposal: it
decides whom a search shows and in which order, never who somebody is. Every answer says why.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from re import compile as pattern

from jellyfish import jaro_winkler_similarity, metaphone
from rapidfuzz.distance import OSA

from watchkeeper.law.shelf import Shelf
from watchkeeper.people.facts import LIKENESSES, Likeness
from watchkeeper.people.rules.spellings import PARTICLES, SPELLINGS

MAC = pattern(r"^(?:mac|mc)(?=[a-z]{3})")
MARKS = pattern("['`\\u2019\\u2018\\u02bc\\u00b4]")
APART = pattern(r"[^a-z0-9]+")
LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
)
_PLACE = {likeness: place for place, likeness in enumerate(LIKENESSES)}
TURNED = "given and family names the other way round"

type Near = Callable[[str, str], Likeness | None]


@dataclass(frozen=True, slots=True)
class Limits:
    """How near is near enough, as policy says on one day."""

    begin: int
    one: int
    change: int
    two: int
    differences: int
    sounds: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Name:
    """A name on record, in words: `family` says of each word whether it is of the family name."""

    words: tuple[str, ...]
    family: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """How near a name came. The lower `place`, the nearer; `because` says what is not the same."""

    place: tuple[int, ...]
    because: tuple[str, ...]


def limits(law: Shelf, *, on: date) -> Limits:
    """The limits that policy sets on a day."""
    row = law["name_matching"]
    return Limits(
        row.of("to begin with", on),
        row.of("for one difference", on),
        row.of("for a change of place", on),
        row.of("for two differences", on),
        row.of("two differences", on),
        row.of("sounds", on),
        row.of("likeness of sounds", on),
    )


def words(text: str) -> tuple[str, ...]:
    """A name in plain small words: no accents, no apostrophes, parted at hyphens and spaces.

    >>> words("Anne-Marie O'Brien"), words("Łukasz")
    (('anne', 'marie', 'obrien'), ('lukasz',))
    """
    bare = MARKS.sub("", text.casefold())
    if not bare.isascii():  # most are: what follows takes four times as long as the rest
        plain = unicodedata.normalize("NFKD", bare).translate(LETTERS)
        bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(word for word in APART.split(bare) if word)


def named(given: str, family: str) -> Name:
    """A name on record as it is compared. Double-barrelled names are also held joined.

    >>> named("Ann", "Smith-Jones").words
    ('ann', 'smith', 'jones', 'smithjones')
    """
    forms: list[tuple[str, bool]] = []
    for part, is_family in ((words(given), False), (words(family), True)):
        forms.extend((word, is_family) for word in (*part, *_joined(part)))
    return Name(tuple(word for word, _ in forms), tuple(is_family for _, is_family in forms))


def sound(word: str) -> str:
    """How a word sounds, roughly, as English is read."""
    return metaphone(word)


def written(word: str) -> str:
    """A word as it stands with Mac and Mc made one.

    >>> written("macdonald"), written("mack")
    ('mcdonald', 'mack')
    """
    return MAC.sub("mc", word)


def near(asked: str, held: str, at: Limits) -> Likeness | None:
    """How near one word typed is to one word held; None when it is not near enough, as policy says.

    >>> from watchkeeper.law.shelf import load
    >>> near("smyth", "smith", limits(load(), on=date(2026, 3, 20)))
    <Likeness.ONE_LETTER: 'one letter differs'>
    """
    if asked == held:
        return Likeness.SAME
    one, other = written(asked), written(held)
    if one == other:
        return Likeness.WRITTEN
    if len(asked) == 1:
        return Likeness.INITIAL if held.startswith(asked) else None
    if held in SPELLINGS.get(asked, ()):
        return Likeness.SHORT
    if len(asked) >= at.begin and other.startswith(one):
        return Likeness.BEGINS
    shorter = min(len(one), len(other))
    apart = OSA.distance(one, other, score_cutoff=at.differences)
    if apart == 1 and sorted(one) == sorted(other) and shorter >= at.change:
        return Likeness.CHANGED
    if apart == 1 and shorter >= at.one:
        return Likeness.ONE_LETTER
    heard = sound(one)
    if (
        len(heard) >= at.sounds
        and heard == sound(other)
        and jaro_winkler_similarity(one, other) >= at.likeness / PER_CENT
    ):
        return Likeness.SOUND
    return Likeness.TWO_LETTERS if apart <= at.differences and shorter >= at.two else None


PER_CENT = 100


def variants(asked: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words typed, and again with each two neighbours joined: `mac donald` may be one name."""
    yield asked
    for at in range(len(asked) - 1):
        yield (*asked[:at], asked[at] + asked[at + 1], *asked[at + 2 :])


def match(asked: tuple[str, ...], held: Name, nearness: Near, *, family_first: bool = False) -> Match | None:
    """How near the words typed are to a name held; None when any of them is near none of it.

    Each word typed needs a word of its own. A small word before a family name may be wanting.
    `nearness` is `near` with its limits; the nearest of the ways to read the words stands.
    """
    found = (_match(words_, held, nearness, family_first) for words_ in variants(asked))
    return min((each for each in found if each is not None), key=lambda each: each.place, default=None)


def _match(asked: tuple[str, ...], held: Name, nearness: Near, family_first: bool) -> Match | None:
    pairs = sorted(
        (_PLACE[like], i, j)
        for i, one in enumerate(asked)
        for j, other in enumerate(held.words)
        if (like := nearness(one, other)) is not None
    )
    taken: dict[int, tuple[int, int]] = {}
    used: set[int] = set()
    for place, i, j in pairs:
        if i not in taken and j not in used:
            taken[i] = place, j
            used.add(j)
    wanting = [word for i, word in enumerate(asked) if i not in taken]
    if not taken or any(word not in PARTICLES for word in wanting):
        return None
    turned = _turned([held.family[taken[i][1]] for i in sorted(taken)], family_first)
    places = sorted((place for place, _ in taken.values()), reverse=True)
    because = [
        f"{asked[i]}: {LIKENESSES[place]}{_of(place, held.words[j])}"
        for i, (place, j) in sorted(taken.items())
        if place
    ]
    because += [f"{word}: not in the name on record" for word in wanting]
    over = len(held.words) - len(used)
    return Match(
        (places[0], sum(places), turned, len(wanting), over), (*because, *((TURNED,) if turned else ()))
    )


def _of(place: int, word: str) -> str:
    return f" ({word.capitalize()})" if place else ""


def _turned(family: Iterable[bool], family_first: bool) -> bool:
    """Whether a word of the family name stands before one of the given names, or behind after a comma."""
    order = list(family)
    wanted = sorted(order, reverse=family_first)
    return order != wanted


def _joined(part: tuple[str, ...]) -> Iterator[str]:
    for one, other in pairwise(part):
        yield one + other
