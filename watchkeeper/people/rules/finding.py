"""Whether somebody on record is whom a search asks for, how near, and why. A proposal, as `names` is."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from watchkeeper.people.facts import Likeness
from watchkeeper.people.rules.names import Limits, Match, Name, Near, match, near
from watchkeeper.people.rules.typed import Typed, born_because

ALSO = "also known as"


@dataclass(frozen=True, slots=True)
class Listed:
    """One person as a list shows them: who they are, whose they are, and what else they are called."""

    ref: str
    family: str
    given: str
    born_on: date | None
    unit: str
    manager: str
    aliases: tuple[str, ...]
    postcodes: tuple[tuple[str, bool], ...]  # and whether they live there now
    names: tuple[Name, ...]  # their own first

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip() or "name not recorded"


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody a search found. The lower `place`, the nearer; `because` says why they are shown."""

    person: Listed
    place: tuple[int, ...]
    because: tuple[str, ...]


def remembered(at: Limits) -> Near:
    """The rule of nearness, each two words judged once in a search."""
    judged: dict[tuple[str, str], Likeness | None] = {}
    judge = partial(near, at=at)

    def nearness(asked: str, held: str) -> Likeness | None:
        pair = asked, held
        if pair not in judged:
            judged[pair] = judge(asked, held)
        return judged[pair]

    return nearness


def found_as(person: Listed, asked: Typed, nearness: Near) -> Hit | None:
    """How near one person is to all that was asked; None when some part is not met."""
    place: tuple[int, ...] = ()
    because: tuple[str, ...] = ()
    if asked.refs:
        if not marks(person) & marks_of(asked)[0]:
            return None
        because += ("the reference",)
    if asked.born or asked.year is not None:
        born = born_because(person.born_on, asked)
        if born is None:
            return None
        place, because = (*place, born[0]), (*because, born[1])
    if asked.postcode:
        lived = [now for code, now in person.postcodes if _same_postcode(code, asked.postcode)]
        if not lived:
            return None
        here = any(lived)
        place = (*place, 0 if here else 1)
        because += (f"{'lives' if here else 'has lived'} at {asked.postcode}",)
    if asked.words:
        nearest = _nearest(person, asked, nearness)
        if nearest is None:
            return None
        place, because = (*nearest.place, *place), (*nearest.because, *because)
    return Hit(person, place, because)


def _nearest(person: Listed, asked: Typed, nearness: Near) -> Match | None:
    """The nearest of a person's names; another name stands behind their own where both are as near."""
    best: Match | None = None
    for at, name in enumerate(person.names):
        found = match(asked.words, name, nearness, family_first=asked.family_first)
        if found is None:
            continue
        also = (f"{ALSO} {person.aliases[at - 1]}",) if at else ()
        found = Match((*found.place, 1 if at else 0), (*also, *found.because))
        if best is None or found.place < best.place:
            best = found
    return best


def marks(person: Listed) -> set[str]:
    """What a person is found by besides their names: reference, birth, postcodes and their first half."""
    found = {person.ref.upper(), _figures(person.ref)}
    if person.born_on is not None:
        found |= {person.born_on.isoformat(), str(person.born_on.year)}
    for code, _ in person.postcodes:
        found |= {code, code.split(" ")[0]}
    return found


def marks_of(asked: Typed) -> tuple[set[str], ...]:
    """Of each part of what was asked besides the name, the marks any one of which meets it."""
    return (
        {ref if not ref.isdigit() else _figures(ref) for ref in asked.refs},
        {day.isoformat() for day in asked.born} | ({str(asked.year)} if asked.year is not None else set()),
        {asked.postcode} if asked.postcode else set(),
    )


def _figures(ref: str) -> str:
    """The figures of a reference without its letters and leading noughts, marked as such."""
    return "ref " + "".join(filter(str.isdigit, ref)).lstrip("0")


def _same_postcode(held: str, asked: str) -> bool:
    return held == asked or held.split(" ", maxsplit=1)[0] == asked
