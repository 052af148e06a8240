"""First things first: the order of the brief."""

from collections.abc import Callable, Iterable
from datetime import date

from watchkeeper.briefing.facts import Line, Section
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.facts import LEVELS, Level

type Place = tuple[int, int, int, str, str, str]

SECTIONS = tuple(Section)
_PLACE = {section: at for at, section in enumerate(SECTIONS)}
_COMING = frozenset((Section.DUE_SOON, Section.DUE_NEXT, Section.DUE_LATER, Section.BAIL, Section.HANDS))
_RANK = {level: place for place, level in enumerate(LEVELS)}
_NEVER = 10**6
"""Counts as longest of all: somebody never seen comes before anybody seen."""


def gravity(level: Level | None) -> int:
    """Place of a level, gravest first. A level nobody recorded stands with the gravest."""
    return _RANK[level] if level is not None else 0


def ordered(found: Iterable[Line], law: Shelf, *, on: date) -> tuple[Line, ...]:
    """All lines in the order an inspector should read them; the same lines always in the same order."""
    return tuple(sorted(found, key=places(law, on=on)))


def places(law: Shelf, *, on: date) -> Callable[[Line], Place]:
    """Where a line stands in the brief of `on`: the lower place is read first.

    Sections in their own order. Decisions owed by exposure: days since the decision fell due
    to be asked, times what policy says a day weighs at that level. People unmanaged by level,
    then longest since last seen, never seen first. Everything late by level, then latest
    first; everything coming, and work to hand over, by its day; managers by how many people
    they hold. Ties fall by reference, so nothing depends on luck.
    """
    weigh = law["brief_weight"]
    weights: dict[Level | None, int] = {level: weigh.of(level, on) for level in LEVELS}
    weights[None] = weigh.of("not recorded", on)

    def place(line: Line) -> Place:
        section = line.section
        if section in _COMING:
            first, then = line.by.toordinal() if line.by else 0, gravity(line.level)
        elif section is Section.DECISIONS:
            first, then = -(line.days or 0) * weights[line.level], 0
        elif section is Section.LOAD:
            first, then = -(line.people or 0), 0
        else:
            first, then = gravity(line.level), -(line.days if line.days is not None else _NEVER)
        return _PLACE[section], first, then, line.who, line.what, line.about

    return place
