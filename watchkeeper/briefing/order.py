"""First things first: the order of the brief."""

from collections.abc import Callable, Iterable
from datetime import date

from watchkeeper.briefing.facts import Line, Section
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.facts import LEVELS, Level

SECTIONS = tuple(Section)
_RANK = {level: place for place, level in enumerate(LEVELS)}
_NEVER = 10**6
"""Counts as longest of all: somebody never seen comes before anybody seen."""


def gravity(level: Level | None) -> int:
    """Place of a level, gravest first. A level nobody recorded stands with the gravest."""
    return _RANK[level] if level is not None else 0


def ordered(found: Iterable[Line], law: Shelf, *, on: date) -> tuple[Line, ...]:
    """All lines in the order an inspector should read them; the same lines always in the same order.

    Sections in their own order. Decisions owed by exposure: days since the decision fell due
    to be asked, times what policy says a day weighs at that level. People unmanaged by level,
    then longest since last seen, never seen first. Everything late by level, then latest
    first; everything coming by its day; managers by how many people they hold. Ties fall by
    reference, so nothing depends on luck.
    """
    weigh = law["brief_weight"]
    weights = {level: weigh.of(level, on) for level in LEVELS}
    unknown = weigh.of("not recorded", on)

    def exposure(line: Line) -> int:
        return (line.days or 0) * (weights[line.level] if line.level is not None else unknown)

    by_gravity: Callable[[Line], tuple[int, ...]] = lambda line: (  # noqa: E731
        gravity(line.level),
        -(line.days if line.days is not None else _NEVER),
    )
    keys: dict[Section, Callable[[Line], tuple[int, ...]]] = dict.fromkeys(SECTIONS, by_gravity)
    keys[Section.DECISIONS] = lambda line: (-exposure(line),)
    for section in (Section.DUE_SOON, Section.DUE_NEXT, Section.DUE_LATER):
        keys[section] = lambda line: (line.by.toordinal() if line.by else 0, gravity(line.level))
    keys[Section.LOAD] = lambda line: (-(line.people or 0),)
    place = {section: at for at, section in enumerate(SECTIONS)}
    return tuple(
        sorted(
            found,
            key=lambda line: (
                place[line.section],
                keys[line.section](line),
                line.who,
                line.what,
                line.about,
            ),
        )
    )
